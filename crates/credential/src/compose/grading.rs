//! Grades and their scale.

use signet_record::{Bilingual, GradingScheme, Language};

use crate::vocabulary::Label;

use super::draft::{Draft, Members, Node};
use super::note::plain_note;

/// Title of the assessment that the grade stands for.
pub(super) const FINAL: Label = Label { cs: "Závěrečné hodnocení", en: "Final assessment" };

/// A grade with its label.
pub(super) fn grade(draft: &mut Draft, code: &str, label: &Bilingual) -> Node {
    let [cs, en] = Language::ALL.map(|language| graded(code, label.text(language)));
    plain_note(draft, &cs, &en)
}

/// `B – velmi dobře`; the code alone when it is its own label.
fn graded(code: &str, label: &str) -> String {
    if code == label { code.to_owned() } else { format!("{code} – {label}") }
}

pub(super) fn grading(draft: &mut Draft, scheme: &GradingScheme) -> Node {
    let described = |language: Language| {
        let steps: Vec<String> =
            scheme.grades.iter().map(|step| graded(&step.code, step.label.text(language))).collect();
        let steps = steps.join("; ");
        match &scheme.description {
            Some(description) => format!("{}\n{steps}", description.text(language)),
            None => steps,
        }
    };
    let members = Members::new().words("title", &scheme.title).both(
        "description",
        &described(Language::Cs),
        &described(Language::En),
    );
    draft.node("GradingScheme", members)
}
