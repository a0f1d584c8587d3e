//! Documents that belong to a unit and are read where they are: rules, a syllabus, a brochure.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Flaw, TeachingLanguage, contact::Homepage};

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplementaryDocument {
    /// What it is.
    pub title: Bilingual,
    /// Where it is.
    pub url: Homepage,
    /// The language it is written in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<TeachingLanguage>,
}

/// What is wrong with documents together.
pub(crate) fn flaws(documents: &[SupplementaryDocument]) -> Vec<Flaw> {
    crate::flaw::counted("documents", documents.len(), 0, 20)
}
