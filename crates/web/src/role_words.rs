//! A role with what it is narrowed to, in words.

use signet_access::{Actor, Role, RoleScope};
use signet_lang::{Locale, args};
use signet_record::{Line, UnitId};

use crate::area::RoleRow;

/// What people call a role, with the faculties or units that it reaches: `Registrar’s office (Faculty of Law)`.
pub fn role_word(role: Role, scope: &RoleScope, l: Locale) -> String {
    let role = RoleRow::of(role).word(l);
    match scope_word(scope, l) {
        None => role,
        Some(scope) => l.web_account_role_within(args::WebAccountRoleWithin { role, scope }),
    }
}

/// The role in which somebody acts.
pub fn role_of(actor: &Actor, l: Locale) -> String {
    role_word(actor.role(), actor.scope(), l)
}

/// The faculties by name, or the units by code; `None` of what reaches all of the institution.
pub fn scope_word(scope: &RoleScope, l: Locale) -> Option<String> {
    match scope {
        RoleScope::Whole => None,
        RoleScope::Faculties(_) => Some(names(scope).join(", ")),
        RoleScope::Units(_) => Some(l.web_account_role_units(names(scope).join(", "))),
    }
}

/// What a scope names, in order.
pub fn names(scope: &RoleScope) -> Vec<&str> {
    match scope {
        RoleScope::Whole => Vec::new(),
        RoleScope::Faculties(own) => own.iter().map(Line::as_str).collect(),
        RoleScope::Units(own) => own.iter().map(UnitId::as_str).collect(),
    }
}
