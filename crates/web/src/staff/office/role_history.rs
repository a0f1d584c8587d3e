//! What became of roles, in sentences.

use signet_lang::{Locale, args};
use signet_store::{GrantEvent, GrantEventKind};

use super::account_names::AccountNames;
use crate::{area::RoleRow, page_error::PageError, role_words::role_word};

/// A line of the history of roles.
#[derive(Clone, Debug)]
pub struct RoleHistoryLine {
    /// When.
    pub when: String,
    /// What happened to whose role.
    pub what: String,
    /// Who did it, and in which role.
    pub who: String,
    /// Why, where somebody said.
    pub reason: String,
}

/// An event as people read it.
///
/// # Errors
/// When the register does not answer.
pub async fn line(event: &GrantEvent, names: &mut AccountNames<'_>, l: Locale) -> Result<RoleHistoryLine, PageError> {
    let by = names.of(&event.by).await?.name;
    Ok(RoleHistoryLine {
        when: l.instant(event.at),
        what: what(event, names, l).await?,
        who: l.web_staff_roles_who(args::WebStaffRolesWho { name: by, role: RoleRow::of(event.by_role).word(l) }),
        reason: event.reason.clone(),
    })
}

/// What became of a role, in a sentence.
///
/// # Errors
/// When the register does not answer.
pub async fn what(event: &GrantEvent, names: &mut AccountNames<'_>, l: Locale) -> Result<String, PageError> {
    let (name, role) = (names.of(&event.account).await?.name, role_word(event.role, &event.scope, l));
    let until = event.ends.map(|ends| l.date(crate::day::last_before(ends)));
    Ok(match (event.kind, until) {
        (GrantEventKind::Granted, Some(until)) => {
            l.web_staff_roles_event_granted(args::WebStaffRolesEventGranted { name, role, until })
        }
        (GrantEventKind::Granted, None) => {
            l.web_staff_roles_event_granted_endless(args::WebStaffRolesEventGrantedEndless { name, role })
        }
        (GrantEventKind::Substituted, until) => {
            let until = until.unwrap_or_else(|| l.web_staff_roles_endless());
            l.web_staff_roles_event_substituted(args::WebStaffRolesEventSubstituted { name, role, until })
        }
        (GrantEventKind::Ended, _) => l.web_staff_roles_event_ended(args::WebStaffRolesEventEnded { name, role }),
    })
}
