//! The fields of a unit, as the unit file names them (docs/formats.md), in the order of the canonical text.

/// How a field is written.
#[derive(Clone, Copy, Debug)]
pub enum FieldForm {
    /// A text in quotes.
    Text,
    /// A whole number.
    Integer,
    /// A number that may have decimals.
    Decimal,
    /// A day.
    Day,
    /// `true` or `false`.
    Truth,
    /// A list of plain values of one form.
    Values(Plain),
    /// A group of fields.
    Table(&'static [DraftField]),
    /// A list of groups of fields.
    Tables(&'static [DraftField]),
}

/// The forms of values in a list.
#[derive(Clone, Copy, Debug)]
pub enum Plain {
    /// Texts in quotes.
    Text,
    /// Whole numbers.
    Integer,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct DraftField {
    /// Its name in the unit file.
    pub name: &'static str,
    /// How it is written.
    pub form: FieldForm,
}

impl DraftField {
    /// Its name in the group that is called `path`; the unit itself has no name.
    pub(crate) fn name_in(&self, path: &str) -> String {
        if path.is_empty() { self.name.to_owned() } else { format!("{path}.{}", self.name) }
    }
}

/// How the field of this name is written, whatever places its lists have (`outcomes[2].kind`); `None` of a group, and of what is no field.
#[must_use]
pub fn field_form(name: &str) -> Option<FieldForm> {
    let mut fields = UNIT_FIELDS;
    let mut steps = name.split('.').peekable();
    while let Some(step) = steps.next() {
        let step = step.split_once('[').map_or(step, |(step, _)| step);
        let form = fields.iter().find(|field| field.name == step)?.form;
        match form {
            FieldForm::Table(inner) | FieldForm::Tables(inner) => fields = inner,
            plain => return steps.peek().is_none().then_some(plain),
        }
    }
    None
}

const fn field(name: &'static str, form: FieldForm) -> DraftField {
    DraftField { name, form }
}

const fn text(name: &'static str) -> DraftField {
    field(name, FieldForm::Text)
}

const fn both(name: &'static str) -> DraftField {
    field(name, FieldForm::Table(LANGUAGES))
}

const LANGUAGES: &[DraftField] = &[text("cs"), text("en")];
const CODED: &[DraftField] = &[text("code"), text("cs"), text("en")];
const LINKED: &[DraftField] = &[text("uri"), text("cs"), text("en")];
const BODY: &[DraftField] = &[both("name"), text("country")];

const COURSE: &[DraftField] = &[text("code"), both("programme")];

const COURSE_SET: &[DraftField] = &[text("sequence"), both("programme"), field("parts", FieldForm::Tables(PART))];

const PART: &[DraftField] = &[text("code"), both("title"), field("ects", FieldForm::Decimal)];

const STACKING: &[DraftField] = &[both("towards")];

const OUTCOME: &[DraftField] = &[text("kind"), both("text"), field("esco", FieldForm::Tables(LINKED))];

const ASSESSMENT: &[DraftField] =
    &[text("kind"), text("code"), field("weight_percent", FieldForm::Integer), both("description")];

const GRADING: &[DraftField] = &[both("title"), both("description"), field("grades", FieldForm::Tables(GRADE))];

const GRADE: &[DraftField] = &[text("code"), text("cs"), text("en"), field("passing", FieldForm::Truth)];

const QUALITY: &[DraftField] = &[
    text("kind"),
    both("body"),
    text("body_country"),
    text("decision"),
    field("issued", FieldForm::Day),
    field("expires", FieldForm::Day),
    text("report"),
    field("review", FieldForm::Day),
    field("levels", FieldForm::Values(Plain::Integer)),
    field("credential_types", FieldForm::Values(Plain::Text)),
    field("fields", FieldForm::Tables(CODED)),
    field("jurisdictions", FieldForm::Tables(CODED)),
];

const COMPONENT: &[DraftField] = &[
    text("code"),
    both("title"),
    field("ects", FieldForm::Decimal),
    field("eqf", FieldForm::Integer),
    field("awarded_by", FieldForm::Table(BODY)),
];

const PERIOD: &[DraftField] = &[field("start", FieldForm::Day), field("end", FieldForm::Day)];

const ACTIVITY: &[DraftField] = &[
    text("kind"),
    both("title"),
    both("description"),
    field("hours", FieldForm::Integer),
    text("mode"),
    field("period", FieldForm::Table(PERIOD)),
    field("place", FieldForm::Table(BODY)),
];

const ENTITLEMENT: &[DraftField] = &[
    text("kind"),
    text("status"),
    both("title"),
    both("description"),
    field("expires", FieldForm::Day),
    field("jurisdictions", FieldForm::Tables(CODED)),
    field("occupations", FieldForm::Tables(LINKED)),
    field("organisations", FieldForm::Tables(BODY)),
];

const DOCUMENT: &[DraftField] = &[both("title"), text("url"), text("language")];

const RUN: &[DraftField] =
    &[text("id"), field("start", FieldForm::Day), field("end", FieldForm::Day), text("closed_to")];

/// The fields of a unit.
pub const UNIT_FIELDS: &[DraftField] = &[
    text("id"),
    field("version", FieldForm::Integer),
    text("framework"),
    text("kind"),
    both("title"),
    both("description"),
    both("faculty"),
    both("legal_basis"),
    field("ects", FieldForm::Decimal),
    field("hours", FieldForm::Integer),
    field("eqf", FieldForm::Integer),
    field("languages", FieldForm::Values(Plain::Text)),
    text("mode"),
    text("supervision"),
    both("prerequisites"),
    field("stacking", FieldForm::Table(STACKING)),
    both("further_information"),
    text("homepage"),
    field("isced", FieldForm::Table(CODED)),
    field("nqf", FieldForm::Table(CODED)),
    field("course", FieldForm::Table(COURSE)),
    field("course_set", FieldForm::Table(COURSE_SET)),
    field("outcomes", FieldForm::Tables(OUTCOME)),
    field("assessments", FieldForm::Tables(ASSESSMENT)),
    field("grading", FieldForm::Table(GRADING)),
    field("quality", FieldForm::Table(QUALITY)),
    field("accreditations", FieldForm::Tables(QUALITY)),
    field("components", FieldForm::Tables(COMPONENT)),
    field("activities", FieldForm::Tables(ACTIVITY)),
    field("entitlements", FieldForm::Tables(ENTITLEMENT)),
    field("documents", FieldForm::Tables(DOCUMENT)),
    field("runs", FieldForm::Tables(RUN)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_its_name() {
        assert!(matches!(field_form("ects"), Some(FieldForm::Decimal)));
        assert!(matches!(field_form("outcomes[2].esco[10].uri"), Some(FieldForm::Text)));
        assert!(matches!(field_form("languages[1]"), Some(FieldForm::Values(Plain::Text))));
        assert!(matches!(field_form("accreditations[1].expires"), Some(FieldForm::Day)));
        for none in ["", "outcomes", "outcomes[1]", "ects.cs", "nothing", "title.de"] {
            assert!(field_form(none).is_none(), "{none}");
        }
    }
}
