//! What the form of a section sent, and the text that it makes.

use signet_offering::{FieldForm, NoSuchField, UnitDraft, field_form};

use super::section::UnitSection;
use crate::staff::unit_value::written_day;

/// What somebody typed into a section, and which button they pressed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Token of the session.
    pub token: String,
    /// The revision of the draft from which they began.
    pub revision: u32,
    /// Digest of the section's text from which they began.
    pub base: String,
    /// What is to be done.
    pub act: SectionAct,
    /// Every field that was sent, with its name as in the unit file.
    pub fields: Vec<(String, String)>,
}

/// What a button of the form does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SectionAct {
    /// Saves, and goes on.
    #[default]
    Save,
    /// Saves, and goes back to the list of sections.
    List,
    /// Saves by itself, without leaving the page.
    Auto,
    /// Adds an entry to a list.
    Add(String),
    /// Takes an entry out of a list.
    Remove(String, usize),
    /// Exchanges an entry with the one before it.
    Up(String, usize),
    /// Exchanges an entry with the one after it.
    Down(String, usize),
    /// Takes the other language over into this field.
    Fill(String),
}

impl SectionAct {
    fn read(text: &str) -> SectionAct {
        let (verb, on) = text.split_once(':').unwrap_or((text, ""));
        let moved = |act: fn(String, usize) -> SectionAct| entry(on).map(|(list, place)| act(list.to_owned(), place));
        let read = match verb {
            "list" => Some(SectionAct::List),
            "auto" => Some(SectionAct::Auto),
            "add" => Some(SectionAct::Add(on.to_owned())),
            "remove" => moved(SectionAct::Remove),
            "up" => moved(SectionAct::Up),
            "down" => moved(SectionAct::Down),
            "fill" => Some(SectionAct::Fill(on.to_owned())),
            _ => None,
        };
        // A button nobody knows saves: what was typed is kept whatever happened to the form.
        read.unwrap_or(SectionAct::Save)
    }

    /// Does it to a text. What is not there any more is left.
    fn apply(&self, draft: &mut UnitDraft) -> Result<(), NoSuchField> {
        match self {
            SectionAct::Save | SectionAct::List | SectionAct::Auto => Ok(()),
            SectionAct::Add(list) => draft.add(list).map(|_| ()),
            SectionAct::Remove(list, place) => draft.remove(list, *place),
            SectionAct::Up(list, place) => draft.move_down(list, place.saturating_sub(1)),
            SectionAct::Down(list, place) => draft.move_down(list, *place),
            SectionAct::Fill(field) => {
                let other = match field.rsplit_once('.') {
                    Some((group, "cs")) => format!("{group}.en"),
                    Some((group, "en")) => format!("{group}.cs"),
                    _ => return Err(NoSuchField),
                };
                let text = draft.text(&other).unwrap_or("").to_owned();
                draft.set(field, &text)
            }
        }
    }

    /// The field or entry that somebody works on after it.
    pub fn place(&self, draft: &UnitDraft) -> Option<String> {
        match self {
            SectionAct::Save | SectionAct::List | SectionAct::Auto => None,
            SectionAct::Add(list) => Some(format!("{list}[{}]", draft.entries(list)?)),
            SectionAct::Remove(list, _) => Some(list.clone()),
            SectionAct::Up(list, place) => Some(format!("{list}[{}]", place.saturating_sub(1))),
            SectionAct::Down(list, place) => Some(format!("{list}[{}]", place.saturating_add(1))),
            SectionAct::Fill(field) => Some(field.clone()),
        }
    }
}

impl Typed {
    /// Reads what was sent.
    pub fn read(pairs: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            match name.as_str() {
                "token" => typed.token = value,
                "revision" => typed.revision = value.parse().unwrap_or(0),
                "base" => typed.base = value,
                // The last one: the first button of the form, which Enter presses, only saves.
                "act" => typed.act = SectionAct::read(&value),
                _ => typed.fields.push((name, value)),
            }
        }
        typed
    }

    /// The whole text: the section as it was typed, everything else as it is kept.
    pub fn text(&self, section: UnitSection, kept: &UnitDraft) -> UnitDraft {
        let mut part = UnitDraft::default();
        for (name, value) in &self.fields {
            if UnitSection::of_field(name) == Some(section) {
                // Whatever else was sent is no field of a unit.
                let _ = put(&mut part, name, &value.replace("\r\n", "\n"));
            }
        }
        let _ = self.act.apply(&mut part);
        if matches!(self.act, SectionAct::Save | SectionAct::List) {
            part = part.without_empty_entries();
        }
        kept.clone().with_fields_of(&part, section.fields())
    }
}

/// Writes a field, and makes the entries of lists in which it stands. Forms send entries in order: a place further on is not made.
fn put(draft: &mut UnitDraft, name: &str, value: &str) -> Result<(), NoSuchField> {
    for (end, _) in name.match_indices(']') {
        let (list, place) = name.get(..=end).and_then(entry).ok_or(NoSuchField)?;
        if draft.entries(list).ok_or(NoSuchField)?.checked_add(1) == Some(place) {
            draft.add(list)?;
        }
    }
    match field_form(name) {
        // The form shows a day as its language writes it: to send it back is no change.
        Some(FieldForm::Day) => draft.set(name, &written_day(value)),
        _ => draft.set(name, value),
    }
}

/// `outcomes[2]` as list and place.
fn entry(name: &str) -> Option<(&str, usize)> {
    let (list, place) = name.strip_suffix(']')?.rsplit_once('[')?;
    Some((list, place.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const TWO: [(&str, &str); 4] = [
        ("outcomes[1].kind", "skill"),
        ("outcomes[1].text.cs", "Navrhne pokus.\r\nI druhý."),
        ("outcomes[2].kind", "knowledge"),
        ("outcomes[2].text.en", "Explains it."),
    ];

    #[test]
    fn a_section_is_written_as_it_was_typed_and_the_others_stay() {
        let mut kept = UnitDraft::default();
        kept.set("title.cs", "Ukázka").unwrap();
        kept.add("outcomes").unwrap();
        kept.set("outcomes[1].text.cs", "Staré").unwrap();
        let text = typed(&TWO).text(UnitSection::Outcomes, &kept);
        assert_eq!(text.entries("outcomes"), Some(2));
        assert_eq!(text.text("outcomes[1].text.cs"), Some("Navrhne pokus.\nI druhý."));
        assert_eq!(text.text("title.cs"), Some("Ukázka"));
        // A field of another section is not taken from this form.
        let stray = typed(&[("title.cs", "Jinak"), ("nothing", "x"), ("outcomes[900].kind", "skill")]);
        assert_eq!(stray.text(UnitSection::Outcomes, &kept).text("title.cs"), Some("Ukázka"));
        assert_eq!(
            stray.text(UnitSection::Outcomes, &kept).entries("outcomes"),
            Some(0),
            "no entry far from the others"
        );
    }

    #[test]
    fn a_day_is_kept_as_files_write_it_however_it_was_typed() {
        for day in ["1. 3. 2026", "1\u{a0}March\u{a0}2026", "2026-03-01"] {
            let text = typed(&[("quality.issued", day)]).text(UnitSection::Quality, &UnitDraft::default());
            assert_eq!(text.text("quality.issued"), Some("2026-03-01"), "{day}");
        }
        let wrong = typed(&[("quality.issued", "31. 2. 2026")]).text(UnitSection::Quality, &UnitDraft::default());
        assert_eq!(wrong.text("quality.issued"), Some("31. 2. 2026"), "shown again as it was typed");
    }

    #[test]
    fn buttons_add_remove_move_and_take_over() {
        let with = |act: &str| {
            let mut pairs = TWO.to_vec();
            pairs.extend([("act", "save"), ("act", act)]);
            typed(&pairs).text(UnitSection::Outcomes, &UnitDraft::default())
        };
        assert_eq!(with("add:outcomes").entries("outcomes"), Some(3));
        assert_eq!(with("save").entries("outcomes"), Some(2));
        let removed = with("remove:outcomes[1]");
        assert_eq!((removed.entries("outcomes"), removed.text("outcomes[1].kind")), (Some(1), Some("knowledge")));
        for act in ["up:outcomes[2]", "down:outcomes[1]"] {
            assert_eq!(with(act).text("outcomes[1].kind"), Some("knowledge"), "{act}");
        }
        assert_eq!(with("up:outcomes[1]").text("outcomes[1].kind"), Some("skill"), "nothing is before the first");
        assert_eq!(with("fill:outcomes[2].text.cs").text("outcomes[2].text.cs"), Some("Explains it."));
        assert_eq!(with("remove:title[1]").entries("outcomes"), Some(2), "what is not there is left");
        assert_eq!(with("ruin").entries("outcomes"), Some(2), "a button nobody knows saves");
    }

    #[test]
    fn entries_in_which_nothing_is_typed_are_not_saved() {
        let mut pairs = TWO.to_vec();
        pairs.extend([("outcomes[3].kind", ""), ("outcomes[3].text.cs", " "), ("outcomes[3].text.en", "")]);
        assert_eq!(typed(&pairs).text(UnitSection::Outcomes, &UnitDraft::default()).entries("outcomes"), Some(2));
        pairs.push(("act", "auto"));
        assert_eq!(
            typed(&pairs).text(UnitSection::Outcomes, &UnitDraft::default()).entries("outcomes"),
            Some(3),
            "not while one writes"
        );
    }
}
