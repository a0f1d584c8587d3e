//! What an institution asks of its own staff beyond the table of rights.

use serde::{Deserialize, Serialize};

/// Where two people are needed. Without any rule one is enough everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InstitutionRules {
    /// A batch is issued only after a second person has agreed.
    pub second_yes: bool,
    /// Most micro-credentials that one person may revoke at once; for more, a second one has to confirm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoke_alone_max: Option<u32>,
}

impl InstitutionRules {
    /// One person is enough everywhere.
    pub const NONE: InstitutionRules = InstitutionRules { second_yes: false, revoke_alone_max: None };

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == InstitutionRules::default()
    }
}
