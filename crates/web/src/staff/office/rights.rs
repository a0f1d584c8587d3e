//! `GET /staff/rights`: who may do what, by the table that decides.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_access::{Action, AssuranceLevel, Right, Role, has_right, right};
use signet_lang::{Locale, args};

use crate::{
    area::RoleRow,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/rights.html")]
pub struct RightsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The roles, a column each.
    pub roles: Vec<String>,
    /// What may be done, a row each.
    pub rows: Vec<RightsRow>,
    /// What asks for a second factor.
    pub factors: Vec<String>,
    /// The roles that can be narrowed to faculties or units.
    pub narrowed: Vec<String>,
    /// What is not done in these roles where they are narrowed.
    pub not_narrowed: Vec<String>,
}

/// What each role may do of one thing.
pub struct RightsRow {
    /// What it is.
    pub act: String,
    /// How far each role's right goes, in the order of the columns.
    pub cells: Vec<RightsCell>,
}

/// How far a right goes.
pub struct RightsCell {
    /// In words.
    pub word: String,
    /// There is none.
    pub is_none: bool,
}

/// Shows the table to whoever works for an institution.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    context.staff(&site, Action::ViewProgress)?;
    let (l, f) = (context.l, context.private(Area::Staff));
    draw(&site, move || page(f, l)).await
}

/// The page, of the table as it stands.
pub fn page(f: PageFrame, l: Locale) -> RightsPage {
    let row = |action: Action| RightsRow {
        act: act(action, l),
        cells: Role::ALL.into_iter().map(|role| cell(role, action, l)).collect(),
    };
    let factor = |action: Action| {
        let needed = action.needed_assurance();
        let told = act(action, l);
        let told = if needed.is_recent { l.web_staff_rights_factor_recent(told) } else { told };
        (needed.level >= AssuranceLevel::Multi).then_some(told)
    };
    RightsPage {
        f,
        l,
        roles: Role::ALL.into_iter().map(|role| RoleRow::of(role).word(l)).collect(),
        rows: Action::ALL.into_iter().map(row).collect(),
        factors: Action::ALL.into_iter().filter_map(factor).collect(),
        narrowed: Role::ALL
            .into_iter()
            .filter(|role| role.can_be_narrowed())
            .map(|role| RoleRow::of(role).word(l))
            .collect(),
        not_narrowed: not_narrowed().map(|action| act(action, l)).collect(),
    }
}

/// What a role that can be narrowed may do only where it is not.
fn not_narrowed() -> impl Iterator<Item = Action> {
    let narrowable = |action| Role::ALL.into_iter().any(|role| role.can_be_narrowed() && has_right(role, action));
    let begins = |action: Action| action.is_of_unit() || action.begins_within_scope();
    Action::ALL.into_iter().filter(move |action| narrowable(*action) && !begins(*action))
}

fn cell(role: Role, action: Action, l: Locale) -> RightsCell {
    let right = right(role, action);
    RightsCell { word: l.web_staff_rights_right(word(right, action)), is_none: right == Right::None }
}

fn word(right: Right, action: Action) -> args::WebStaffRightsRight {
    use args::WebStaffRightsRight as Word;
    match right {
        Right::All if action.needs_another_person() => Word::AllButSelf,
        Right::All => Word::All,
        Right::Assessed => Word::Assessed,
        Right::Guaranteed => Word::Guaranteed,
        Right::None => Word::None,
        Right::Own => Word::Own,
        Right::Shared => Word::Shared,
    }
}

/// What an action is, in words.
pub fn act(action: Action, l: Locale) -> String {
    use args::WebStaffRightsAct as Word;
    let word = match action {
        Action::ApproveUnit => Word::ApproveUnit,
        Action::CheckFile => Word::CheckFile,
        Action::CloseResults => Word::CloseResults,
        Action::CorrectCredential => Word::CorrectCredential,
        Action::DownloadFiles => Word::DownloadFiles,
        Action::EditUnit => Word::EditUnit,
        Action::EndorseUnit => Word::EndorseUnit,
        Action::EnterResult => Word::EnterResult,
        Action::EraseData => Word::EraseData,
        Action::ImportResults => Word::ImportResults,
        Action::IssueCredential => Word::IssueCredential,
        Action::LinkPerson => Word::LinkPerson,
        Action::MaintainRegister => Word::MaintainRegister,
        Action::ManageGrants => Word::ManageGrants,
        Action::ManageInstitution => Word::ManageInstitution,
        Action::ManageInstitutions => Word::ManageInstitutions,
        Action::ManageParticipants => Word::ManageParticipants,
        Action::ManageRun => Word::ManageRun,
        Action::ManageSeal => Word::ManageSeal,
        Action::ManageShare => Word::ManageShare,
        Action::PublishUnit => Word::PublishUnit,
        Action::NameGuarantor => Word::NameGuarantor,
        Action::RetireUnit => Word::RetireUnit,
        Action::ReturnUnit => Word::ReturnUnit,
        Action::RevokeCredential => Word::RevokeCredential,
        Action::SearchRegister => Word::SearchRegister,
        Action::SendNotice => Word::SendNotice,
        Action::SubmitUnit => Word::SubmitUnit,
        Action::SuspendUnit => Word::SuspendUnit,
        Action::ViewAudit => Word::ViewAudit,
        Action::ViewCredential => Word::ViewCredential,
        Action::ViewGrants => Word::ViewGrants,
        Action::ViewHealth => Word::ViewHealth,
        Action::ViewLedger => Word::ViewLedger,
        Action::ViewLooks => Word::ViewLooks,
        Action::ViewProgress => Word::ViewProgress,
        Action::ViewRun => Word::ViewRun,
        Action::ViewSecurityEvents => Word::ViewSecurityEvents,
        Action::ViewShared => Word::ViewShared,
        Action::ViewStatistics => Word::ViewStatistics,
        Action::ViewStatusList => Word::ViewStatusList,
        Action::ViewUnit => Word::ViewUnit,
    };
    l.web_staff_rights_act(word)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Language;

    use super::*;

    /// The table that `access` holds its decisions against, by its columns: they are as wide as their headings are apart.
    #[test]
    fn the_page_says_what_the_golden_table_says() {
        let golden = include_str!("../../../../access/golden/rights.txt");
        let mut lines = golden.lines().skip_while(|line| !line.starts_with("action "));
        let heading = lines.next().unwrap();
        let begins: Vec<usize> =
            Role::ALL.iter().map(|role| heading.find(&format!(" {}", role.code())).unwrap() + 1).collect();
        let l = Locale::new(Language::En);
        let page = page(PageFrame::private(l, "/staff/rights", Area::Staff), l);
        for (line, (action, row)) in lines.zip(Action::ALL.into_iter().zip(&page.rows)) {
            assert!(line.starts_with(&format!("{} ", action.code())), "{line}");
            for (number, cell) in row.cells.iter().enumerate() {
                let end = begins.get(number + 1).copied().unwrap_or(usize::MAX).min(line.len());
                let said = match line.get(begins[number]..end).unwrap().trim() {
                    "all" => "yes",
                    "all but self" => "yes, not for oneself",
                    "assessed" => "in own runs",
                    "guaranteed" => "for own units",
                    "own" => "own only",
                    "shared" => "through a link",
                    "-" => "no",
                    other => panic!("{other}"),
                };
                assert_eq!(cell.word, said, "{} {}", action.code(), Role::ALL[number].code());
            }
        }
    }

    #[test]
    fn what_a_narrowed_role_does_not_do_is_what_its_golden_table_says() {
        let golden = include_str!("../../../../access/golden/narrowed.txt");
        let told: Vec<&str> = not_narrowed().map(Action::code).collect();
        let rights =
            |action: &Action| Role::ALL.into_iter().any(|role| role.can_be_narrowed() && has_right(role, *action));
        for action in Action::ALL.into_iter().filter(rights) {
            let line = golden.lines().find(|line| line.starts_with(&format!("{} ", action.code()))).unwrap();
            let none = line.split_whitespace().skip(2).all(|cell| cell == "-");
            assert_eq!(told.contains(&action.code()), none, "{line}");
        }
        assert!(told.contains(&"view-statistics") && told.contains(&"link-person"));
    }

    #[test]
    fn every_act_has_a_sentence_of_its_own() {
        for l in Language::ALL.map(Locale::new) {
            let said: std::collections::BTreeSet<String> = Action::ALL.map(|action| act(action, l)).into();
            assert_eq!(said.len(), Action::ALL.len());
        }
    }
}
