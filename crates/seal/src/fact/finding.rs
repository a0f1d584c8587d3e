//! A fact with what came of it.

use super::SealFact;
use crate::indication::{Indication, Outcome, SealCheck};

/// One check with its outcome and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealFinding {
    /// What was checked, and what was found.
    pub fact: SealFact,
    /// What came of it.
    pub outcome: Outcome,
    /// The name in EN 319 102-1 when it did not hold.
    pub indication: Option<Indication>,
}

impl SealFinding {
    /// The check holds.
    #[must_use]
    pub const fn holds(fact: SealFact) -> Self {
        Self { fact, outcome: Outcome::Holds, indication: None }
    }

    /// The check does not hold; the indication says whether that is a failure or leaves it open.
    #[must_use]
    pub const fn not(fact: SealFact, indication: Indication) -> Self {
        Self { fact, outcome: indication.outcome(), indication: Some(indication) }
    }

    /// The check fails, whatever the standard would say of the indication alone.
    #[must_use]
    pub const fn fails(fact: SealFact, indication: Indication) -> Self {
        Self { fact, outcome: Outcome::Fails, indication: Some(indication) }
    }

    /// The check leaves it open.
    #[must_use]
    pub const fn cannot_tell(fact: SealFact, indication: Indication) -> Self {
        Self { fact, outcome: Outcome::CannotTell, indication: Some(indication) }
    }

    /// Nobody looked: neither held nor failed.
    #[must_use]
    pub const fn not_checked(fact: SealFact) -> Self {
        Self { fact, outcome: Outcome::CannotTell, indication: None }
    }

    /// What was checked.
    #[must_use]
    pub const fn check(&self) -> SealCheck {
        self.fact.check()
    }

    /// The facts by stable names.
    #[must_use]
    pub fn evidence(&self) -> Vec<(&'static str, String)> {
        self.fact.evidence()
    }

    /// Whether it has a say in the verdict over the seal. Qualification and the baseline profile are told apart from it. A time stamp
    /// that does not hold is no proof and is left out (EN 319 102-1, 5.5.4 and 5.6.3): what it would have proved is missing elsewhere.
    /// Only stamps that hold and contradict each other leave the seal open.
    #[must_use]
    pub fn weighs(&self) -> bool {
        match self.check() {
            SealCheck::Qualification | SealCheck::Baseline => false,
            check if check.is_stamp() => {
                self.outcome == Outcome::Holds || self.indication == Some(Indication::TimestampOrderFailure)
            }
            _ => true,
        }
    }
}
