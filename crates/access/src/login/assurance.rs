//! How strongly somebody was recognised.

use std::fmt;

/// How strongly somebody was recognised when they signed in, from weakest to strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AssuranceLevel {
    /// Control of an address that an institution recorded.
    Mail,
    /// One factor, usually a password.
    Single,
    /// Two factors.
    Multi,
    /// Two factors, one of which cannot be given to an impostor's page.
    PhishingResistant,
}

impl AssuranceLevel {
    /// Every level, weakest first.
    pub const ALL: [AssuranceLevel; 4] =
        [AssuranceLevel::Mail, AssuranceLevel::Single, AssuranceLevel::Multi, AssuranceLevel::PhishingResistant];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            AssuranceLevel::Mail => "mail",
            AssuranceLevel::Single => "single",
            AssuranceLevel::Multi => "multi",
            AssuranceLevel::PhishingResistant => "phishing-resistant",
        }
    }

    /// The level with this code.
    pub fn from_code(code: &str) -> Option<AssuranceLevel> {
        AssuranceLevel::ALL.into_iter().find(|level| level.code() == code)
    }
}

impl fmt::Display for AssuranceLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
