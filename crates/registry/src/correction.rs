//! Why a credential was corrected.

use serde::{Deserialize, Serialize};
use signet_record::{Bilingual, Language};

/// A correction that says too little or too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACorrection {
    /// The reason "other" says nothing without a note.
    #[error("the reason `other` needs a note")]
    NoteMissing,
    /// The note is longer than [`Correction::NOTE_MAX`] characters in one of its languages.
    #[error("the note is longer than {} characters", Correction::NOTE_MAX)]
    NoteTooLong,
}

/// Why a credential was corrected: a closed list, so that mistakes can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CorrectionReason {
    /// A name or a title was written wrongly.
    Misspelt,
    /// The holder has another name now.
    NameChanged,
    /// Something else, which the note must state.
    Other,
    /// A day, place or country of birth or another detail of the person was wrong.
    PersonalDetail,
    /// The grade, its day or another detail of the result was wrong.
    WrongResult,
}

impl CorrectionReason {
    /// Every reason, in the order a form offers them.
    pub const ALL: [CorrectionReason; 5] = [
        CorrectionReason::Misspelt,
        CorrectionReason::PersonalDetail,
        CorrectionReason::WrongResult,
        CorrectionReason::NameChanged,
        CorrectionReason::Other,
    ];

    /// Stable code, as in the canonical form.
    pub fn code(self) -> &'static str {
        match self {
            CorrectionReason::Misspelt => "misspelt",
            CorrectionReason::NameChanged => "name-changed",
            CorrectionReason::Other => "other",
            CorrectionReason::PersonalDetail => "personal-detail",
            CorrectionReason::WrongResult => "wrong-result",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<CorrectionReason> {
        CorrectionReason::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What is written down of a correction beside the corrected award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, try_from = "CorrectionFields")]
pub struct Correction {
    reason: CorrectionReason,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Bilingual>,
}

/// What a correction is read from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionFields {
    reason: CorrectionReason,
    #[serde(default)]
    note: Option<Bilingual>,
}

impl Correction {
    /// Longest note, in characters, in each language: as that of a revocation.
    pub const NOTE_MAX: usize = 1_000;

    /// A correction for a reason.
    ///
    /// # Errors
    /// When the reason `other` has no note, or the note is too long.
    pub fn new(reason: CorrectionReason, note: Option<Bilingual>) -> Result<Correction, NotACorrection> {
        if reason == CorrectionReason::Other && note.is_none() {
            return Err(NotACorrection::NoteMissing);
        }
        let too_long = |note: &Bilingual| {
            Language::ALL.into_iter().any(|language| note.text(language).chars().count() > Correction::NOTE_MAX)
        };
        if note.as_ref().is_some_and(too_long) {
            return Err(NotACorrection::NoteTooLong);
        }
        Ok(Correction { reason, note })
    }

    /// Why.
    pub fn reason(&self) -> CorrectionReason {
        self.reason
    }

    /// What the registrar adds.
    pub fn note(&self) -> Option<&Bilingual> {
        self.note.as_ref()
    }
}

impl TryFrom<CorrectionFields> for Correction {
    type Error = NotACorrection;

    fn try_from(fields: CorrectionFields) -> Result<Self, NotACorrection> {
        Correction::new(fields.reason, fields.note)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_correction_is_written_and_read_and_other_needs_words() {
        assert_eq!(Correction::new(CorrectionReason::Other, None), Err(NotACorrection::NoteMissing));
        let long = "a".repeat(Correction::NOTE_MAX + 1);
        let long = Bilingual::new(&long, &long).ok();
        assert!(long.is_none() || Correction::new(CorrectionReason::Misspelt, long).is_err());
        for reason in CorrectionReason::ALL {
            let note = Bilingual::new("překlep", "a slip").unwrap();
            let correction = Correction::new(reason, Some(note)).unwrap();
            let written = serde_json::to_string(&correction).unwrap();
            assert_eq!(serde_json::from_str::<Correction>(&written).unwrap(), correction);
            assert_eq!(CorrectionReason::from_code(reason.code()), Some(reason));
        }
        assert!(serde_json::from_str::<Correction>(r#"{"reason":"other"}"#).is_err());
    }
}
