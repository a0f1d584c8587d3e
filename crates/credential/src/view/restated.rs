//! Texts that a credential of ours says twice: where the model puts them, and in plain words where the EU's viewer looks.

use jiff::civil::Date;
use signet_lang::Locale;
use signet_record::Language;

use crate::Credential;
use crate::note_subject::NoteSubject;
use crate::vocabulary::Label;

use super::NoteView;
use super::quality::AccreditationView;

const QUALITY: Label = Label { cs: "Zajištění kvality", en: "Quality assurance" };

/// A note with its subject inside: `Právní základ: …`.
pub(crate) fn restated(subject: NoteSubject, text: &str, language: Language) -> String {
    format!("{}: {text}", subject.label().text(language))
}

/// An accreditation in one line: what, by whom, by which decision, from when and until when.
pub(crate) fn accreditation_line(
    what: [Option<&str>; 3],
    (issued, expires): (Option<Date>, Option<Date>),
    locale: Locale,
) -> String {
    let mut parts: Vec<String> = what.into_iter().flatten().map(str::to_owned).collect();
    parts.extend(match (issued.map(|day| locale.date(day)), expires.map(|day| locale.date(day))) {
        (None, None) => None,
        (Some(issued), None) => Some(format!("{issued} –")),
        (None, Some(expires)) => Some(format!("– {expires}")),
        (Some(issued), Some(expires)) => Some(format!("{issued} – {expires}")),
    });
    parts.join("; ")
}

/// That line as a note.
pub(crate) fn quality_line(line: &str, language: Language) -> String {
    format!("{}: {line}", QUALITY.text(language))
}

/// Notes without those that only repeat another one or an accreditation, word for word.
pub(super) fn said_once<'a>(
    notes: Vec<NoteView<'a>>,
    credential: &'a Credential,
    language: Language,
) -> Vec<NoteView<'a>> {
    let mut said: Vec<String> =
        notes.iter().filter_map(|note| Some(restated(note.subject?, note.text, language))).collect();
    let accredited = credential.quality(language).accreditations;
    said.extend(accredited.iter().map(|one| quality_line(&line_of(one, language), language)));
    let repeats = |note: &NoteView<'_>| note.heading.is_none() && said.iter().any(|line| line == note.text);
    notes.into_iter().filter(|note| !repeats(note)).collect()
}

fn line_of(accreditation: &AccreditationView<'_>, language: Language) -> String {
    let body = accreditation.body.as_ref().and_then(|body| body.name);
    accreditation_line(
        [accreditation.kind, body, accreditation.decision],
        (accreditation.issued, accreditation.expires),
        Locale::new(language),
    )
}
