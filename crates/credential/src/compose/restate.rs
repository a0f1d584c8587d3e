//! What is said once more, in plain words, where the EU's viewer looks for it.
//!
//! The viewer shows neither the notes on an achievement nor accreditations, assessors and the parts of an assessment where the model
//! puts them. It shows the notes on the unit and the descriptions of the assessment, without what a note is about: so the subject
//! stands inside the text. Readers that know our notes tell the repetition by its very words ([`crate::view::restated`]).

use signet_lang::Locale;
use signet_record::{Award, Language, QualityAssurance};

use crate::note_subject::NoteSubject;
use crate::view::{accreditation_line, quality_line, restated};
use crate::vocabulary::Label;

use super::draft::{Draft, Node};
use super::note::{notes_of, plain_note};

/// What a unit of ours is called, for readers that know no micro-credential as a type.
pub(super) const CATEGORY: Label = Label { cs: "Mikrocertifikát", en: "Micro-credential" };

/// The notes on the achievement and the quality assurance, as notes on the unit.
pub(super) fn notes(draft: &mut Draft, award: &Award) -> Vec<Node> {
    let mut texts: Vec<[String; 2]> = notes_of(award)
        .iter()
        .map(|(subject, text)| Language::ALL.map(|language| restated(*subject, text.text(language), language)))
        .collect();
    let unit = award.unit();
    let quality = std::iter::once(&unit.quality).chain(&unit.accreditations);
    texts.extend(quality.map(|quality| Language::ALL.map(|language| assured(quality, language))));
    texts.iter().map(|[cs, en]| plain_note(draft, cs, en)).collect()
}

fn assured(quality: &QualityAssurance, language: Language) -> String {
    let locale = Locale::new(language);
    let kind = locale.quality_kind(quality.kind);
    let line = accreditation_line(
        [Some(kind.as_str()), Some(quality.body.text(language)), Some(quality.decision.as_str())],
        (quality.issued, quality.expires),
        locale,
    );
    quality_line(&line, language)
}

/// Who assessed.
pub(super) fn assessor(award: &Award) -> Option<[String; 2]> {
    let name = award.outcome().assessor.as_ref()?;
    Some(Language::ALL.map(|language| restated(NoteSubject::Assessor, name, language)))
}

/// What the assessment consists of, when it has parts: `projekt (60 %): data z praxe; písemná zkouška (40 %)`.
pub(super) fn parts(award: &Award) -> Option<[String; 2]> {
    let parts = &award.unit().assessments;
    if parts.len() < 2 {
        return None;
    }
    let told = |language: Language| {
        let each = parts.iter().map(|part| {
            let line = Locale::new(language).assessment(part);
            match &part.description {
                Some(description) => format!("{line}: {}", description.text(language)),
                None => line,
            }
        });
        each.collect::<Vec<_>>().join("; ")
    };
    Some(Language::ALL.map(told))
}
