//! The form of a section, as a list of its parts: groups open and close, fields stand in them. A template cannot call itself, and a unit's
//! fields stand in groups in lists in groups.

use signet_lang::Locale;
use signet_offering::{DraftField, FieldForm, OutcomeAdvice, UnitDraft};
use signet_record::{Flaw, Language};

use super::{control::Control, section::UnitSection};
use crate::staff::{
    unit_editor::hint::unit_field_hint,
    unit_field::unit_field_label,
    unit_value::{FieldChoice, shown_day, without_places},
};

/// One part of the form.
pub enum FormPart {
    /// A group begins.
    Open(FormGroup),
    /// It ends.
    Close,
    /// A field.
    Field(FormField),
    /// A text in both languages, side by side.
    Pair(Box<FormPair>),
    /// The buttons of an entry of a list, before its end.
    Moves(EntryMoves),
    /// The button that adds an entry to a list.
    Add(ListEnd),
}

/// A group of fields.
pub struct FormGroup {
    /// Its element.
    pub id: String,
    /// What it is called.
    pub legend: String,
    /// How it is filled in.
    pub hint: Option<String>,
    /// It is an entry of a list.
    pub entry: bool,
    /// What is wrong with it as a whole.
    pub problems: Vec<String>,
}

/// A field.
pub struct FormField {
    /// Its element.
    pub id: String,
    /// Its name, as in the unit file.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// How it is filled in.
    pub hint: Option<String>,
    /// What stands in it.
    pub value: String,
    /// In which language that is.
    pub lang: Option<&'static str>,
    /// `None` of a choice: several lines.
    pub inputmode: Option<&'static str>,
    /// The values to choose from; empty where one types.
    pub choices: Vec<FieldChoice>,
    /// What is wrong with it.
    pub problems: Vec<String>,
    /// What could be better.
    pub advice: Option<String>,
}

/// A text in both languages.
pub struct FormPair {
    /// Its element.
    pub id: String,
    /// What it is called.
    pub legend: String,
    /// How it is filled in.
    pub hint: Option<String>,
    /// What is wrong with it as a whole.
    pub problems: Vec<String>,
    /// Czech, then English.
    pub sides: [FormField; 2],
    /// The side that is empty, when the other can be taken over as a start: its name, and what the button says.
    pub fill: Option<FillSide>,
}

/// A button that takes one language's text over into the other.
pub struct FillSide {
    /// The empty field.
    pub field: String,
    /// What the button says.
    pub label: String,
}

/// What can be done with an entry of a list.
pub struct EntryMoves {
    /// Its name, `outcomes[2]`.
    pub entry: String,
    /// What it is called.
    pub label: String,
    /// There is one before it.
    pub up: bool,
    /// There is one after it.
    pub down: bool,
}

/// The end of a list.
pub struct ListEnd {
    /// The button's element, which stands for a list without entries.
    pub id: String,
    /// The list.
    pub list: String,
    /// What it is called.
    pub label: String,
}

/// A line of the summary of errors.
pub struct SummaryLine {
    /// The field, `#f-title-cs`.
    pub href: String,
    /// The field and what is wrong.
    pub text: String,
}

/// A form.
pub struct SectionForm {
    /// Its parts, in order.
    pub parts: Vec<FormPart>,
    /// Everything that is wrong, each with its place.
    pub summary: Vec<SummaryLine>,
}

impl FormField {
    /// The elements that say more about it.
    pub fn described_by(&self) -> Option<String> {
        let parts = [
            self.hint.as_ref().map(|_| "hint"),
            (!self.problems.is_empty()).then_some("wrong"),
            self.advice.as_ref().map(|_| "advice"),
        ];
        let ids: Vec<String> = parts.into_iter().flatten().map(|part| format!("{}-{part}", self.id)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// Its element in the page.
pub fn element_id(field: &str) -> String {
    format!("f-{}", field.replace(['.', '['], "-").replace(']', ""))
}

struct Builder<'a> {
    l: Locale,
    draft: &'a UnitDraft,
    flaws: &'a [Flaw],
    parts: Vec<FormPart>,
    /// Names of what can be led to, with their elements, in the order of the page.
    places: Vec<(String, String)>,
}

impl SectionForm {
    /// The form of a section over a text; `flaws` are what is told at the fields.
    pub fn of(section: UnitSection, draft: &UnitDraft, flaws: &[Flaw], l: Locale) -> SectionForm {
        let mut builder = Builder { l, draft, flaws, parts: Vec::new(), places: Vec::new() };
        for field in section.schema() {
            let kind = draft.text("kind").unwrap_or("");
            let other_kind = match field.name {
                "course" => kind != "course",
                "course_set" => kind != "course-set",
                _ => false,
            };
            // What belongs to another kind is not asked for; what is filled there already is shown, and can be emptied.
            let filled = UnitDraft::default().with_fields_of(draft, &[field.name]) != UnitDraft::default();
            if !other_kind || filled {
                builder.field(field, field.name);
            }
        }
        let summary = flaws.iter().map(|flaw| builder.summary_line(flaw)).collect();
        SectionForm { parts: builder.parts, summary }
    }
}

impl Builder<'_> {
    fn problems(&self, field: &str) -> Vec<String> {
        self.flaws.iter().filter(|flaw| flaw.field == field).map(|flaw| self.l.problem(&flaw.problem)).collect()
    }

    /// A flaw of a group stands at its first field, one of a list without entries at the button that adds one.
    fn summary_line(&self, flaw: &Flaw) -> SummaryLine {
        let inside = |name: &str| {
            name.strip_prefix(&flaw.field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let place = self.places.iter().find(|(name, _)| inside(name));
        let id = place.map_or_else(|| element_id(&flaw.field), |(_, id)| id.clone());
        let text = format!("{}: {}", unit_field_label(self.l, &flaw.field), self.l.problem(&flaw.problem));
        SummaryLine { href: format!("#{id}"), text }
    }

    fn field(&mut self, field: &'static DraftField, name: &str) {
        match field.form {
            FieldForm::Table(inner) if is_pair(inner) => {
                let problems = self.problems(name);
                self.pair(name, element_id(name), label(self.l, field.name), problems);
            }
            FieldForm::Table(inner) => {
                self.open(name, label(self.l, field.name));
                self.fields(inner, name);
                self.parts.push(FormPart::Close);
            }
            FieldForm::Tables(inner) => self.list(field, name, |builder, entry, label| {
                builder.open_entry(element_id(entry), label, builder.problems(entry));
                builder.fields(inner, entry);
            }),
            FieldForm::Values(of) => self.list(field, name, |builder, entry, label| {
                let form = match of {
                    signet_offering::Plain::Text => FieldForm::Text,
                    signet_offering::Plain::Integer => FieldForm::Integer,
                };
                // The field itself has the entry's name, and says what is wrong with it.
                builder.open_entry(format!("{}-entry", element_id(entry)), label.clone(), Vec::new());
                let made = builder.plain(entry, form, label);
                builder.parts.push(FormPart::Field(made));
            }),
            form => {
                let made = self.plain(name, form, label(self.l, field.name));
                self.parts.push(FormPart::Field(made));
            }
        }
    }

    /// The fields of a group; two of them that are the languages of the group's own text are one.
    fn fields(&mut self, fields: &'static [DraftField], path: &str) {
        for field in fields {
            match field.name {
                "cs" => self.pair(path, format!("{}-name", element_id(path)), label(self.l, "name"), Vec::new()),
                "en" => {}
                _ => self.field(field, &format!("{path}.{}", field.name)),
            }
        }
    }

    fn open(&mut self, name: &str, legend: String) {
        let hint = unit_field_hint(self.l, &without_places(name));
        let group = FormGroup { id: element_id(name), legend, hint, entry: false, problems: self.problems(name) };
        self.parts.push(FormPart::Open(group));
    }

    fn open_entry(&mut self, id: String, legend: String, problems: Vec<String>) {
        self.parts.push(FormPart::Open(FormGroup { id, legend, hint: None, entry: true, problems }));
    }

    /// A list; `entry` opens an entry, and writes what is in it.
    fn list(&mut self, field: &'static DraftField, name: &str, entry: impl Fn(&mut Self, &str, String)) {
        let legend = label(self.l, field.name);
        self.open(name, legend.clone());
        let entries = self.draft.entries(name).unwrap_or(0);
        for at in 1..=entries {
            let (own, label) = (format!("{name}[{at}]"), unit_field_label(self.l, &format!("{}[{at}]", field.name)));
            entry(self, &own, label.clone());
            self.parts.push(FormPart::Moves(EntryMoves { entry: own, label, up: at > 1, down: at < entries }));
            self.parts.push(FormPart::Close);
        }
        let id = format!("{}-add", element_id(name));
        self.places.push((name.to_owned(), id.clone()));
        self.parts.push(FormPart::Add(ListEnd { id, list: name.to_owned(), label: legend }));
        self.parts.push(FormPart::Close);
    }

    fn plain(&mut self, name: &str, form: FieldForm, label: String) -> FormField {
        let id = element_id(name);
        self.places.push((name.to_owned(), id.clone()));
        let kept = self.draft.text(name).unwrap_or("");
        let value = if matches!(form, FieldForm::Day) { shown_day(self.l, kept) } else { kept.to_owned() };
        let (inputmode, choices) = match Control::of(name, form, self.l) {
            Control::Line(inputmode) => (Some(inputmode), Vec::new()),
            Control::Passage => (None, Vec::new()),
            Control::Choice(choices) => (None, with_value(choices, &value)),
        };
        FormField {
            id,
            name: name.to_owned(),
            label,
            hint: unit_field_hint(self.l, &without_places(name)),
            value,
            lang: None,
            inputmode,
            choices,
            problems: self.problems(name),
            advice: None,
        }
    }

    fn pair(&mut self, name: &str, id: String, legend: String, problems: Vec<String>) {
        let l = self.l;
        let side = |builder: &mut Self, language: Language| {
            let field = format!("{name}.{}", language.code());
            let mut made = builder.plain(&field, FieldForm::Text, builder.language(language));
            made.lang = Some(language.code());
            if without_places(name) == "outcomes[].text" {
                made.advice = OutcomeAdvice::of(language, &made.value).map(|advice| match advice {
                    OutcomeAdvice::Noun => l.web_staff_edit_advice_noun(),
                    OutcomeAdvice::Unseen => l.web_staff_edit_advice_unseen(),
                });
            }
            made
        };
        let sides = Language::ALL.map(|language| side(self, language));
        let fill = match &sides {
            [cs, en] if cs.value.is_empty() && !en.value.is_empty() => {
                Some(FillSide { field: cs.name.clone(), label: l.web_staff_edit_fill_czech() })
            }
            [cs, en] if en.value.is_empty() && !cs.value.is_empty() => {
                Some(FillSide { field: en.name.clone(), label: l.web_staff_edit_fill_english() })
            }
            _ => None,
        };
        self.parts.push(FormPart::Pair(Box::new(FormPair {
            hint: unit_field_hint(l, &without_places(name)).filter(|_| id == element_id(name)),
            id,
            legend,
            problems,
            sides,
            fill,
        })));
    }

    fn language(&self, language: Language) -> String {
        match language {
            Language::Cs => self.l.web_staff_edit_czech(),
            Language::En => self.l.web_staff_edit_english(),
        }
    }
}

fn label(l: Locale, step: &str) -> String {
    unit_field_label(l, step)
}

fn is_pair(fields: &[DraftField]) -> bool {
    fields.first().is_some_and(|field| field.name == "cs")
}

/// A value from a file that no list knows is shown as it is: it must not change because somebody opened a page.
fn with_value(mut choices: Vec<FieldChoice>, value: &str) -> Vec<FieldChoice> {
    if !value.is_empty() && choices.iter().all(|choice| choice.value != value) {
        choices.push(FieldChoice { value: value.to_owned(), label: value.to_owned() });
    }
    choices
}
