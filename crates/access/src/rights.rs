//! The table of rights: role × action.

use crate::actor::{Actor, Role};
use crate::assurance::{Assurance, AssuranceLevel};
use crate::target::TargetKind;

/// Something one may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Approve a unit of learning for issue.
    ApproveUnit,
    /// Check a file against its seals.
    CheckFile,
    /// Close the results of a run, or let them be entered again.
    CloseResults,
    /// Issue a corrected credential in place of one.
    CorrectCredential,
    /// Download the sealed files.
    DownloadFiles,
    /// Describe or change a unit of learning.
    EditUnit,
    /// Stand behind the text of a unit, as whoever answers for it.
    EndorseUnit,
    /// Enter a person's result.
    EnterResult,
    /// Carry out a request for erasure.
    EraseData,
    /// Have an award sealed.
    IssueCredential,
    /// Link whoever a national identity names to a person of the records.
    LinkPerson,
    /// Bring the register's tables up to date, and take away what is kept no longer.
    MaintainRegister,
    /// Create, suspend or close institutions, and say who acts in them.
    ManageInstitutions,
    /// Give and end the roles of others.
    ManageGrants,
    /// Take people into a run and let them go.
    ManageParticipants,
    /// Say who answers for a unit of learning.
    NameGuarantor,
    /// Plan, open, start or cancel a run, and say who assesses it.
    ManageRun,
    /// Choose, rotate or stop the seal.
    ManageSeal,
    /// Make, extend or withdraw a share, and see its link.
    ManageShare,
    /// Change how an institution appears.
    ManageInstitution,
    /// Show a unit in the catalogue, or show it there no longer.
    PublishUnit,
    /// End a unit for good.
    RetireUnit,
    /// Return the text of a unit to its authors.
    ReturnUnit,
    /// Hand in the text of a unit, or take it back.
    SubmitUnit,
    /// Stop issuing from a unit, or let it go on.
    SuspendUnit,
    /// Start a batch from uploaded results.
    ImportResults,
    /// See how a batch gets on: counts, no one's credential.
    ViewProgress,
    /// Revoke a credential.
    RevokeCredential,
    /// Search and list the register.
    SearchRegister,
    /// Send the holder a letter about a credential once more.
    SendNotice,
    /// See the published status list.
    ViewStatusList,
    /// See one credential in the register.
    ViewCredential,
    /// See who did what, to what, when and in which role; no one's data.
    ViewAudit,
    /// See who has which role, since when and until when.
    ViewGrants,
    /// See the health of the service: counts and queues, no one's data.
    ViewHealth,
    /// See when a share was looked at.
    ViewLooks,
    /// See the ledger: who did what, when and why.
    ViewLedger,
    /// See the log of security events: which account signed in, read or was refused, and when.
    ViewSecurityEvents,
    /// See a run with its participants and their results.
    ViewRun,
    /// See what a share shows.
    ViewShared,
    /// See an institution in numbers.
    ViewStatistics,
    /// See a unit of learning with its drafts.
    ViewUnit,
}

impl Action {
    /// Every action, in the order of the table of rights. A test holds that each is asked about (`golden/not-asked.txt`).
    pub const ALL: [Action; 42] = [
        Action::CheckFile,
        Action::ViewStatusList,
        Action::ViewShared,
        Action::ViewCredential,
        Action::DownloadFiles,
        Action::ManageShare,
        Action::ViewLooks,
        Action::ViewUnit,
        Action::EditUnit,
        Action::SubmitUnit,
        Action::EndorseUnit,
        Action::ReturnUnit,
        Action::ApproveUnit,
        Action::PublishUnit,
        Action::SuspendUnit,
        Action::RetireUnit,
        Action::NameGuarantor,
        Action::ViewRun,
        Action::ManageRun,
        Action::ManageParticipants,
        Action::EnterResult,
        Action::CloseResults,
        Action::ImportResults,
        Action::IssueCredential,
        Action::ViewProgress,
        Action::SearchRegister,
        Action::LinkPerson,
        Action::CorrectCredential,
        Action::RevokeCredential,
        Action::SendNotice,
        Action::EraseData,
        Action::ViewLedger,
        Action::ManageSeal,
        Action::ViewAudit,
        Action::ViewStatistics,
        Action::ViewGrants,
        Action::ManageGrants,
        Action::ManageInstitution,
        Action::ManageInstitutions,
        Action::MaintainRegister,
        Action::ViewSecurityEvents,
        Action::ViewHealth,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Action::ApproveUnit => "approve-unit",
            Action::CheckFile => "check-file",
            Action::CloseResults => "close-results",
            Action::CorrectCredential => "correct-credential",
            Action::DownloadFiles => "download-files",
            Action::EditUnit => "edit-unit",
            Action::EndorseUnit => "endorse-unit",
            Action::EnterResult => "enter-result",
            Action::EraseData => "erase-data",
            Action::ImportResults => "import-results",
            Action::IssueCredential => "issue-credential",
            Action::LinkPerson => "link-person",
            Action::MaintainRegister => "maintain-register",
            Action::ManageGrants => "manage-grants",
            Action::ManageInstitution => "manage-institution",
            Action::ManageInstitutions => "manage-institutions",
            Action::ManageParticipants => "manage-participants",
            Action::ManageRun => "manage-run",
            Action::ManageSeal => "manage-seal",
            Action::ManageShare => "manage-share",
            Action::NameGuarantor => "name-guarantor",
            Action::PublishUnit => "publish-unit",
            Action::RetireUnit => "retire-unit",
            Action::ReturnUnit => "return-unit",
            Action::RevokeCredential => "revoke-credential",
            Action::SearchRegister => "search-register",
            Action::SendNotice => "send-notice",
            Action::SubmitUnit => "submit-unit",
            Action::SuspendUnit => "suspend-unit",
            Action::ViewAudit => "view-audit",
            Action::ViewCredential => "view-credential",
            Action::ViewGrants => "view-grants",
            Action::ViewHealth => "view-health",
            Action::ViewLedger => "view-ledger",
            Action::ViewLooks => "view-looks",
            Action::ViewProgress => "view-progress",
            Action::ViewSecurityEvents => "view-security-events",
            Action::ViewRun => "view-run",
            Action::ViewShared => "view-shared",
            Action::ViewStatistics => "view-statistics",
            Action::ViewStatusList => "view-status-list",
            Action::ViewUnit => "view-unit",
        }
    }

    /// The action with this code.
    pub fn from_code(code: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.code() == code)
    }

    /// The one kind of target it makes sense for.
    pub fn target(self) -> TargetKind {
        match self {
            Action::CorrectCredential
            | Action::DownloadFiles
            | Action::EraseData
            | Action::IssueCredential
            | Action::RevokeCredential
            | Action::SendNotice
            | Action::ViewCredential
            | Action::ViewLedger => TargetKind::Credential,
            Action::EnterResult => TargetKind::Result,
            Action::ManageGrants => TargetKind::Grant,
            Action::CloseResults | Action::ManageParticipants | Action::ManageRun | Action::ViewRun => TargetKind::Run,
            Action::ImportResults => TargetKind::Batch,
            Action::LinkPerson
            | Action::ManageInstitution
            | Action::ManageSeal
            | Action::SearchRegister
            | Action::ViewGrants
            | Action::ViewProgress
            | Action::ViewStatistics
            | Action::ViewStatusList => TargetKind::Institution,
            Action::CheckFile
            | Action::MaintainRegister
            | Action::ManageInstitutions
            | Action::ViewHealth
            | Action::ViewSecurityEvents => TargetKind::Service,
            Action::ManageShare | Action::ViewLooks | Action::ViewShared => TargetKind::Share,
            Action::ApproveUnit
            | Action::EditUnit
            | Action::EndorseUnit
            | Action::NameGuarantor
            | Action::PublishUnit
            | Action::RetireUnit
            | Action::ReturnUnit
            | Action::SubmitUnit
            | Action::SuspendUnit
            | Action::ViewAudit
            | Action::ViewUnit => TargetKind::Unit,
        }
    }

    /// How strongly whoever does it must have been recognised, where a login provider recognises people. What puts the institution's seal to
    /// something, takes it back or gives power away asks for two factors; of that, what a stolen session could do most harm with asks for
    /// them anew.
    pub fn needed_assurance(self) -> Assurance {
        let (level, is_recent) = match self {
            Action::ManageGrants | Action::ManageInstitution | Action::ManageInstitutions | Action::ManageSeal => {
                (AssuranceLevel::Multi, true)
            }
            Action::ApproveUnit
            | Action::CorrectCredential
            | Action::EraseData
            | Action::IssueCredential
            | Action::LinkPerson
            | Action::RevokeCredential => (AssuranceLevel::Multi, false),
            _ => (AssuranceLevel::Mail, false),
        };
        Assurance { level, is_recent }
    }

    /// Whether it is done to what belongs to a unit. An erasure is of a person with all that they have, in whatever unit.
    pub fn is_of_unit(self) -> bool {
        self.target().is_of_unit() && self != Action::EraseData
    }

    /// Whether a role that is narrowed to faculties or units does it where no unit is stated yet: its work begins there, and each thing that follows
    /// states its unit. Statistics, roles, people and the seal are the whole institution's.
    pub fn begins_within_scope(self) -> bool {
        matches!(self, Action::ImportResults | Action::SearchRegister | Action::ViewProgress)
    }

    /// Whether two people answer for it: approval and what leads to it, what an institution may want a second yes to, and what touches the seal. Whoever was
    /// let in past the login provider does none of it.
    pub fn takes_two_people(self) -> bool {
        matches!(
            self,
            Action::ApproveUnit
                | Action::CorrectCredential
                | Action::EndorseUnit
                | Action::ImportResults
                | Action::IssueCredential
                | Action::ManageSeal
                | Action::RevokeCredential
        )
    }

    /// Whether no one may do it for their own person, or their own account, whatever the role.
    pub fn needs_another_person(self) -> bool {
        matches!(
            self,
            Action::CorrectCredential
                | Action::EnterResult
                | Action::IssueCredential
                | Action::ManageGrants
                | Action::RevokeCredential
        )
    }
}

/// How far a role's right to an action goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Everything of that kind inside one's own institution (or, for a role outside them, of the service).
    All,
    /// Runs that one assesses, and results in them.
    Assessed,
    /// Units that one guarantees, and what is awarded for them.
    Guaranteed,
    /// Nothing.
    None,
    /// What is about oneself.
    Own,
    /// Only through a share that is open.
    Shared,
}

impl Right {
    /// Its name in the table of rights.
    pub fn name(self) -> &'static str {
        match self {
            Right::All => "all",
            Right::Assessed => "assessed",
            Right::Guaranteed => "guaranteed",
            Right::None => "-",
            Right::Own => "own",
            Right::Shared => "shared",
        }
    }
}

/// Whether a role has any right to an action, on whatever target.
pub fn has_right(role: Role, action: Action) -> bool {
    right(role, action) != Right::None
}

/// Whether somebody has any right to an action within their scope, on whatever target.
pub fn is_entitled(actor: &Actor, action: Action) -> bool {
    let within = actor.scope().is_whole() || action.is_of_unit() || action.begins_within_scope();
    within && has_right(actor.role(), action)
}

/// What a role may do, and how far; everything else is nothing.
type Rights = &'static [(Right, &'static [Action])];

/// The table of rights: how far a role's right to an action goes. What may be done is asked of [`allowed`](crate::allowed).
pub fn right(role: Role, action: Action) -> Right {
    let rows = rights(role).iter().find(|(_, actions)| actions.contains(&action));
    rows.map_or(Right::None, |(right, _)| *right)
}

fn rights(role: Role) -> Rights {
    match role {
        Role::Verifier => VERIFIER,
        Role::Holder => HOLDER,
        Role::Assessor => ASSESSOR,
        Role::Auditor => AUDITOR,
        Role::InstitutionAdmin => INSTITUTION_ADMIN,
        Role::Guarantor => GUARANTOR,
        Role::QualityOffice => QUALITY_OFFICE,
        Role::Registrar => REGISTRAR,
        Role::SealCustodian => SEAL_CUSTODIAN,
        Role::SystemClient => SYSTEM_CLIENT,
        Role::Company => COMPANY,
        Role::Operator => OPERATOR,
    }
}

const VERIFIER: Rights =
    &[(Right::All, &[Action::CheckFile, Action::ViewStatusList]), (Right::Shared, &[Action::ViewShared])];

const HOLDER: Rights =
    &[(Right::Own, &[Action::ViewCredential, Action::DownloadFiles, Action::ManageShare, Action::ViewLooks])];

const ASSESSOR: Rights =
    &[(Right::Assessed, &[Action::ViewRun, Action::EnterResult]), (Right::All, &[Action::ViewProgress])];

const AUDITOR: Rights = &[(
    Right::All,
    &[
        Action::ViewCredential,
        Action::DownloadFiles,
        Action::ViewUnit,
        Action::ViewRun,
        Action::ViewProgress,
        Action::SearchRegister,
        Action::ViewLedger,
        Action::ViewAudit,
        Action::ViewStatistics,
        Action::ViewGrants,
    ],
)];

const INSTITUTION_ADMIN: Rights = &[(
    Right::All,
    &[
        Action::ViewUnit,
        Action::NameGuarantor,
        Action::ViewProgress,
        Action::ViewAudit,
        Action::ViewStatistics,
        Action::ViewGrants,
        Action::ManageGrants,
        Action::ManageInstitution,
    ],
)];

const GUARANTOR: Rights = &[
    (
        Right::Guaranteed,
        &[
            Action::ViewUnit,
            Action::EditUnit,
            Action::SubmitUnit,
            Action::EndorseUnit,
            Action::PublishUnit,
            Action::ViewRun,
            Action::ManageRun,
            Action::ManageParticipants,
            Action::EnterResult,
            Action::CloseResults,
            Action::ViewAudit,
        ],
    ),
    (Right::All, &[Action::ViewProgress]),
];

const QUALITY_OFFICE: Rights = &[(
    Right::All,
    &[
        Action::ViewUnit,
        Action::ReturnUnit,
        Action::ApproveUnit,
        Action::SuspendUnit,
        Action::RetireUnit,
        Action::NameGuarantor,
        Action::ViewProgress,
        Action::ViewAudit,
        Action::ViewStatistics,
    ],
)];

const REGISTRAR: Rights = &[(
    Right::All,
    &[
        Action::ViewCredential,
        Action::DownloadFiles,
        Action::ViewUnit,
        Action::EditUnit,
        Action::SubmitUnit,
        Action::PublishUnit,
        Action::NameGuarantor,
        Action::ViewRun,
        Action::ManageRun,
        Action::ManageParticipants,
        Action::EnterResult,
        Action::ImportResults,
        Action::IssueCredential,
        Action::ViewProgress,
        Action::SearchRegister,
        Action::LinkPerson,
        Action::CorrectCredential,
        Action::RevokeCredential,
        Action::SendNotice,
        Action::EraseData,
        Action::ViewLedger,
        Action::ViewAudit,
        Action::ViewStatistics,
        Action::ManageInstitution,
    ],
)];

const SEAL_CUSTODIAN: Rights = &[(Right::All, &[Action::ManageSeal, Action::ViewProgress, Action::ViewLedger])];

const SYSTEM_CLIENT: Rights = &[(
    Right::All,
    &[
        Action::ViewCredential,
        Action::DownloadFiles,
        Action::ViewUnit,
        Action::EditUnit,
        Action::SubmitUnit,
        Action::PublishUnit,
        Action::ViewRun,
        Action::ManageRun,
        Action::ManageParticipants,
        Action::ImportResults,
        Action::EnterResult,
        Action::CloseResults,
        Action::IssueCredential,
        Action::ViewProgress,
        Action::SearchRegister,
        Action::CorrectCredential,
        Action::RevokeCredential,
    ],
)];

const COMPANY: Rights = &[(Right::Shared, &[Action::ViewShared])];

const OPERATOR: Rights = &[(
    Right::All,
    &[Action::MaintainRegister, Action::ManageInstitutions, Action::ViewHealth, Action::ViewSecurityEvents],
)];
