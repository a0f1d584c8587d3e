//! Words of the record's closed lists, as documents and pages call them.
//!
//! A code that we know means what the list says, whatever label a file puts beside it; and the same thing is called the same in the PDF,
//! in the catalogue and on the page of a verification.

use std::collections::HashMap;
use std::sync::LazyLock;

use signet_lang::Locale;
use signet_record::{ActivityKind, AssessmentKind, Language, Mode, QualityKind, Supervision};

use crate::record_code;
use crate::vocabulary::Scheme;

/// By list, then by code: in Czech, in English.
type Terms = HashMap<Scheme, HashMap<&'static str, [String; 2]>>;

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let mut terms = Terms::new();
    let mut add = |scheme: Scheme, code: &'static str, say: &dyn Fn(Locale) -> String| {
        terms.entry(scheme).or_default().insert(code, [Locale::CZECH, Locale::ENGLISH].map(say));
    };
    for &kind in AssessmentKind::ALL {
        add(Scheme::Assessment, record_code::assessment(kind), &|locale| locale.assessment_kind(kind));
    }
    for &mode in Mode::ALL {
        add(Scheme::Mode, record_code::mode(mode), &|locale| locale.mode(mode));
    }
    for &supervision in Supervision::ALL {
        add(Scheme::Supervision, record_code::supervision(supervision), &|locale| locale.supervision(supervision));
    }
    for &kind in QualityKind::ALL {
        add(Scheme::Accreditation, record_code::quality(kind), &|locale| locale.quality_kind(kind));
    }
    for &kind in ActivityKind::ALL {
        add(Scheme::Activity, record_code::activity(kind), &|locale| locale.activity_kind(kind));
    }
    terms
});

/// What a member of a list is called, when it is one of the record's words.
pub(super) fn term(scheme: Scheme, code: &str, language: Language) -> Option<&'static str> {
    let [cs, en] = TERMS.get(&scheme)?.get(code)?;
    Some(match language {
        Language::Cs => cs,
        Language::En => en,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Where the EU's English label is not what an English reader would call it.
    const PLAINER: &[(&str, &str)] = &[
        ("level of attendance", "attendance"),
        ("peer review", "expert review"),
        ("problem based learning", "problem-based task"),
        ("quiz", "test"),
        ("workbased", "work-based learning"),
        ("project based", "project-based learning"),
        ("presential", "on-site"),
        ("online", "online (distance)"),
        ("research-lab based", "research laboratory"),
        ("id verification", "identity verified"),
        ("supervised with id verification", "supervised, identity verified"),
        ("unsupervised with id verification", "unsupervised, identity verified"),
        ("unsupervised without id verification", "unsupervised, identity not verified"),
        ("institutional license", "institutional licence"),
        ("program license", "programme licence"),
        ("program quality assurance", "programme quality assurance"),
        ("classroom coursework", "classroom teaching"),
        ("e-learning coursework", "distance learning"),
        ("internship", "work placement"),
        ("lab / simulation / practice coursework", "laboratory, simulation or practical work"),
        ("self-motivated study", "independent study"),
        ("job experience", "work experience"),
    ];

    /// The EU's viewer and the PDF say the same: Czech labels that we write into credentials are our terms, English ones the EU's.
    #[test]
    fn a_term_is_the_label_of_its_code() {
        let mut told = Vec::new();
        let all = TERMS.iter().flat_map(|(scheme, codes)| codes.iter().map(move |(code, term)| (scheme, code, term)));
        for (scheme, code, [cs, en]) in all {
            let label = scheme.label(code).unwrap();
            if label.cs.to_lowercase() != cs.to_lowercase() {
                told.push(format!("{scheme:?} {code}: {} – {cs}", label.cs));
            }
            let official = label.en.to_lowercase();
            let expected = PLAINER.iter().find(|(eu, _)| *eu == official).map_or(official.as_str(), |(_, ours)| *ours);
            if expected != en.to_lowercase() {
                told.push(format!("{scheme:?} {code}: {} – {en}", label.en));
            }
        }
        told.sort();
        assert!(told.is_empty(), "{}", told.join("\n"));
    }

    #[test]
    fn a_known_code_means_what_the_list_says() {
        let text = r#"{"credentialSubject":{"hasClaim":{"type":"LearningAchievement","provenBy":{"idVerification":
            {"id":"http://data.europa.eu/snb/supervision-verification/c598449d64","prefLabel":{"en":"Supervised"}}}}}}"#;
        let credential = crate::read(text).unwrap();
        let supervision = credential.assessments(Language::En).assessments[0].supervision;
        assert_eq!(supervision, Some("unsupervised, identity not verified"));
    }
}
