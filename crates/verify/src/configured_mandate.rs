//! Mandates that the settings confirm.

use jiff::Timestamp;

use crate::body::{LegalIdentifier, Sameness};

/// A mandate that the settings confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfiguredMandate {
    /// Identifier of the body that awards (`NTRCZ-…`).
    pub awarding_body: String,
    /// Identifier of the body that seals.
    pub sealing_body: String,
    /// When it holds.
    pub period: MandatePeriod,
}

/// When a mandate holds: what is sealed then is sealed by mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MandatePeriod {
    /// First instant; none for a mandate that always held.
    pub from: Option<Timestamp>,
    /// First instant after it; none for a mandate without end.
    pub until: Option<Timestamp>,
}

impl ConfiguredMandate {
    /// A mandate; `None` when an identifier is not one by EN 319 412-1 §5.1.4, or both are one body's.
    pub fn new(awarding_body: String, sealing_body: String, period: MandatePeriod) -> Option<Self> {
        let (one, other) = (LegalIdentifier::parse(&awarding_body)?, LegalIdentifier::parse(&sealing_body)?);
        (one.compare(&other) != Sameness::Same).then_some(ConfiguredMandate { awarding_body, sealing_body, period })
    }
}

impl MandatePeriod {
    /// Whether it held then.
    pub(crate) fn covers(&self, time: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= time) && self.until.is_none_or(|until| time < until)
    }
}
