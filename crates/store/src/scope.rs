//! How far a role reaches, as rows keep it: nothing where that is all of the institution, else what it is narrowed to as JSON.

use signet_access::RoleScope;
use signet_record::{Line, UnitId};

/// The text of a scope.
pub(crate) fn scope_text(scope: &RoleScope) -> String {
    match scope {
        RoleScope::Whole => String::new(),
        RoleScope::Faculties(own) => serde_json::json!({ "faculties": own }).to_string(),
        RoleScope::Units(own) => {
            serde_json::json!({ "units": own.iter().map(UnitId::as_str).collect::<Vec<_>>() }).to_string()
        }
    }
}

/// The scope of a text.
pub(crate) fn read_scope(text: &str) -> Option<RoleScope> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Narrowed {
        Faculties(Vec<String>),
        Units(Vec<String>),
    }
    if text.is_empty() {
        return Some(RoleScope::Whole);
    }
    match serde_json::from_str(text).ok()? {
        Narrowed::Faculties(own) => {
            own.iter().map(|name| Line::new(name).ok()).collect::<Option<_>>().map(RoleScope::Faculties)
        }
        Narrowed::Units(own) => own.iter().map(|id| UnitId::new(id).ok()).collect::<Option<_>>().map(RoleScope::Units),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_scope_is_read_as_it_was_written() {
        let faculties = ["Právnická \"fakulta\"", "Filozofická fakulta"].map(|name| Line::new(name).unwrap());
        let units = ["uvod", "pravo"].map(|id| UnitId::new(id).unwrap());
        for scope in [RoleScope::Whole, RoleScope::Faculties(faculties.into()), RoleScope::Units(units.into())] {
            assert_eq!(read_scope(&scope_text(&scope)), Some(scope));
        }
        assert_eq!(scope_text(&RoleScope::Units([UnitId::new("uvod").unwrap()].into())), "{\"units\":[\"uvod\"]}");
    }

    #[test]
    fn what_is_no_scope_is_none() {
        for wrong in ["whole", "{}", "[]", "{\"units\":\"uvod\"}", "{\"faculties\":[\"\"]}", "{\"x\":[]}"] {
            assert_eq!(read_scope(wrong), None, "{wrong}");
        }
    }
}
