//! What the holder knows and can do.

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Flaw, Problem,
    code::{codes, formed, shortened},
};

codes! {
    /// Kind of a learning outcome.
    OutcomeKind {
        /// Knows (znalost).
        Knowledge = "knowledge",
        /// Can do (dovednost).
        Skill = "skill",
        /// Acts on one's own, responsibly (postoj, kompetence).
        Competence = "competence",
    }
}

/// One learning outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningOutcome {
    /// Its kind.
    pub kind: OutcomeKind,
    /// Its words; they begin with a verb.
    pub text: Bilingual,
    /// Skills of the ESCO classification it corresponds to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub esco: Vec<EscoSkill>,
}

/// A skill of the ESCO classification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscoSkill {
    /// Where it is defined.
    pub uri: EscoUri,
    /// What it is called.
    pub label: Bilingual,
}

/// Whether a text is that beginning and a UUID in small letters, as ESCO names its concepts.
pub(crate) fn is_esco(text: &str, beginning: &str) -> bool {
    let uuid = text.strip_prefix(beginning).unwrap_or_default();
    uuid.len() == 36 && uuid::Uuid::try_parse(uuid).is_ok_and(|parsed| parsed.to_string() == uuid)
}

formed! {
    /// `http://data.europa.eu/esco/skill/` and a UUID in small letters.
    #[derive(Debug)]
    EscoUri
}

impl EscoUri {
    /// Reads a URI.
    ///
    /// # Errors
    /// When it has another form.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        if is_esco(text, "http://data.europa.eu/esco/skill/") {
            Ok(EscoUri(text.to_owned()))
        } else {
            Err(Problem::NotAnEscoSkill { found: shortened(text) }.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_have_the_form_of_esco() {
        assert!(EscoUri::new("http://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000000a").is_ok());
        for text in [
            "https://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000000a",
            "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000000A",
            "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000a",
            "http://data.europa.eu/esco/skill/",
            "",
        ] {
            assert!(EscoUri::new(text).is_err(), "{text}");
        }
    }
}
