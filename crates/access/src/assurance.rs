//! How strongly somebody was recognised.

use std::fmt;
use std::time::Duration;

use signet_record::Timestamp;

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

/// Whoever was recognised no longer ago than this need not be asked again before an act that weighs most: long enough for one form.
pub const RECENT: Duration = Duration::from_secs(600);

/// How strongly somebody was recognised, and whether that was just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assurance {
    /// How strongly.
    pub level: AssuranceLevel,
    /// No longer ago than [`RECENT`].
    pub is_recent: bool,
}

impl Assurance {
    /// Of somebody whom a login provider recognised at an instant.
    pub fn of(level: AssuranceLevel, authenticated: Timestamp, now: Timestamp) -> Assurance {
        let oldest = now.saturating_sub(RECENT).unwrap_or(now);
        Assurance { level, is_recent: (oldest..=now).contains(&authenticated) }
    }

    /// Whether it is as much as another.
    pub fn suffices(self, needed: Assurance) -> bool {
        self.level >= needed.level && (self.is_recent || !needed.is_recent)
    }
}

impl fmt::Display for AssuranceLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
