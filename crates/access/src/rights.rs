//! The table of rights: role × action.

use crate::actor::Role;
use crate::target::TargetKind;

/// Something one may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Approve a unit of learning for issue.
    ApproveUnit,
    /// Check a file against its seals.
    CheckFile,
    /// Issue a corrected credential in place of one.
    CorrectCredential,
    /// Download the sealed files.
    DownloadFiles,
    /// Describe or change a unit of learning.
    EditUnit,
    /// Enter a person's result.
    EnterResult,
    /// Carry out a request for erasure.
    EraseData,
    /// Have an award sealed.
    IssueCredential,
    /// Bring the register's tables up to date, and take away what is kept no longer.
    MaintainRegister,
    /// Create, suspend or close institutions, and say who acts in them.
    ManageInstitutions,
    /// Choose, rotate or stop the seal.
    ManageSeal,
    /// Make, extend or withdraw a share, and see its link.
    ManageShare,
    /// Change how an institution appears.
    ManageInstitution,
    /// Start a batch from uploaded results.
    ImportResults,
    /// See how a batch gets on: counts, no one's credential.
    ViewProgress,
    /// Revoke a credential.
    RevokeCredential,
    /// Search and list the register.
    SearchRegister,
    /// See the published status list.
    ViewStatusList,
    /// See one credential in the register.
    ViewCredential,
    /// See the health of the service: counts and queues, no one's data.
    ViewHealth,
    /// See when a share was looked at.
    ViewLooks,
    /// See the ledger: who did what, when and why.
    ViewLedger,
    /// See the log of security events: which account signed in, read or was refused, and when.
    ViewSecurityEvents,
    /// See what a share shows.
    ViewShared,
    /// See a unit of learning with its drafts.
    ViewUnit,
}

impl Action {
    /// Every action, in the order of the table of rights. A test holds that each is asked about (`golden/not-asked.txt`).
    pub const ALL: [Action; 25] = [
        Action::CheckFile,
        Action::ViewStatusList,
        Action::ViewShared,
        Action::ViewCredential,
        Action::DownloadFiles,
        Action::ManageShare,
        Action::ViewLooks,
        Action::ViewUnit,
        Action::EditUnit,
        Action::ApproveUnit,
        Action::EnterResult,
        Action::ImportResults,
        Action::IssueCredential,
        Action::ViewProgress,
        Action::SearchRegister,
        Action::CorrectCredential,
        Action::RevokeCredential,
        Action::EraseData,
        Action::ViewLedger,
        Action::ManageSeal,
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
            Action::CorrectCredential => "correct-credential",
            Action::DownloadFiles => "download-files",
            Action::EditUnit => "edit-unit",
            Action::EnterResult => "enter-result",
            Action::EraseData => "erase-data",
            Action::ImportResults => "import-results",
            Action::IssueCredential => "issue-credential",
            Action::MaintainRegister => "maintain-register",
            Action::ManageInstitution => "manage-institution",
            Action::ManageInstitutions => "manage-institutions",
            Action::ManageSeal => "manage-seal",
            Action::ManageShare => "manage-share",
            Action::RevokeCredential => "revoke-credential",
            Action::SearchRegister => "search-register",
            Action::ViewCredential => "view-credential",
            Action::ViewHealth => "view-health",
            Action::ViewLedger => "view-ledger",
            Action::ViewLooks => "view-looks",
            Action::ViewProgress => "view-progress",
            Action::ViewSecurityEvents => "view-security-events",
            Action::ViewShared => "view-shared",
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
            | Action::EnterResult
            | Action::EraseData
            | Action::IssueCredential
            | Action::RevokeCredential
            | Action::ViewCredential
            | Action::ViewLedger => TargetKind::Credential,
            Action::ImportResults
            | Action::ManageInstitution
            | Action::ManageSeal
            | Action::SearchRegister
            | Action::ViewProgress
            | Action::ViewStatusList => TargetKind::Institution,
            Action::CheckFile
            | Action::MaintainRegister
            | Action::ManageInstitutions
            | Action::ViewHealth
            | Action::ViewSecurityEvents => TargetKind::Service,
            Action::ManageShare | Action::ViewLooks | Action::ViewShared => TargetKind::Share,
            Action::ApproveUnit | Action::EditUnit | Action::ViewUnit => TargetKind::Unit,
        }
    }

    /// Whether no one may do it for their own person, whatever the role.
    pub fn needs_another_person(self) -> bool {
        matches!(
            self,
            Action::CorrectCredential | Action::EnterResult | Action::IssueCredential | Action::RevokeCredential
        )
    }
}

/// How far a role's right to an action goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Everything of that kind inside one's own institution (or, for a role outside them, of the service).
    All,
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

/// The table of rights.
pub(crate) fn right(role: Role, action: Action) -> Right {
    match role {
        Role::Verifier => match action {
            Action::CheckFile | Action::ViewStatusList => Right::All,
            Action::ViewShared => Right::Shared,
            _ => Right::None,
        },
        Role::Holder => match action {
            Action::ViewCredential | Action::DownloadFiles | Action::ManageShare | Action::ViewLooks => Right::Own,
            _ => Right::None,
        },
        Role::Guarantor => match action {
            Action::ViewUnit | Action::EditUnit | Action::EnterResult => Right::Guaranteed,
            Action::ViewProgress => Right::All,
            _ => Right::None,
        },
        Role::QualityOffice => match action {
            Action::ViewUnit | Action::ApproveUnit | Action::ViewProgress => Right::All,
            _ => Right::None,
        },
        Role::Registrar => match action {
            Action::ViewCredential
            | Action::DownloadFiles
            | Action::ViewUnit
            | Action::EnterResult
            | Action::ImportResults
            | Action::IssueCredential
            | Action::ViewProgress
            | Action::SearchRegister
            | Action::CorrectCredential
            | Action::RevokeCredential
            | Action::EraseData
            | Action::ViewLedger
            | Action::ManageInstitution => Right::All,
            _ => Right::None,
        },
        Role::SealCustodian => match action {
            Action::ManageSeal | Action::ViewProgress | Action::ViewLedger => Right::All,
            _ => Right::None,
        },
        Role::SystemClient => match action {
            Action::ViewCredential
            | Action::DownloadFiles
            | Action::ViewUnit
            | Action::EditUnit
            | Action::ImportResults
            | Action::EnterResult
            | Action::IssueCredential
            | Action::ViewProgress
            | Action::SearchRegister
            | Action::CorrectCredential
            | Action::RevokeCredential => Right::All,
            _ => Right::None,
        },
        Role::Company => match action {
            Action::ViewShared => Right::Shared,
            _ => Right::None,
        },
        Role::Operator => match action {
            Action::MaintainRegister | Action::ManageInstitutions | Action::ViewHealth | Action::ViewSecurityEvents => {
                Right::All
            }
            _ => Right::None,
        },
    }
}
