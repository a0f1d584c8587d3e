//! A participant as somebody typed them.

use signet_record::{Email, Flaw, Flaws, Holder, HolderFields, Line, PersonId, Problem, day};

/// The fields of a person, as text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PersonForm {
    /// The institution's own id.
    pub person: String,
    /// Given names.
    pub given_name: String,
    /// Family names.
    pub family_name: String,
    /// Titles before the name.
    pub titles_before: String,
    /// Titles after it.
    pub titles_after: String,
    /// Day of birth.
    pub born: String,
    /// Place of birth.
    pub birth_place: String,
    /// Contact e-mail.
    pub email: String,
}

/// Nothing of a person is shown.
impl std::fmt::Debug for PersonForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonForm(…)")
    }
}

impl PersonForm {
    /// Reads it.
    ///
    /// # Errors
    /// Everything that is wrong, each with its field.
    pub fn read(&self) -> Result<Holder, Flaws> {
        let mut flaws = Vec::new();
        let person = required(&self.person, "person", PersonId::new, &mut flaws);
        let born = required(&self.born, "born", day::read, &mut flaws);
        let mut line = |text: &str, field: &str| optional(text, field, Line::new, &mut flaws);
        let given_name = line(&self.given_name, "given_name");
        let family_name = line(&self.family_name, "family_name");
        let titles_before = line(&self.titles_before, "titles_before");
        let titles_after = line(&self.titles_after, "titles_after");
        let birth_place = line(&self.birth_place, "birth_place");
        let email = optional(&self.email, "email", Email::new, &mut flaws);
        if self.given_name.trim().is_empty() && self.family_name.trim().is_empty() {
            flaws.push(Flaw::new("family_name", Problem::NoName));
        }
        Flaws::none_in(flaws)?;
        let (Some(person), Some(born)) = (person, born) else {
            return Err(Flaw::new("person", Problem::Missing).into());
        };
        Holder::new(HolderFields {
            person,
            given_name,
            family_name,
            titles_before,
            titles_after,
            born,
            birth_place,
            birth_country: None,
            email,
        })
    }
}

fn required<T>(text: &str, field: &str, read: impl Fn(&str) -> Result<T, Flaw>, flaws: &mut Vec<Flaw>) -> Option<T> {
    if text.trim().is_empty() {
        flaws.push(Flaw::new(field, Problem::Missing));
        return None;
    }
    optional(text, field, read, flaws)
}

fn optional<T>(text: &str, field: &str, read: impl Fn(&str) -> Result<T, Flaw>, flaws: &mut Vec<Flaw>) -> Option<T> {
    match text.trim() {
        "" => None,
        text => read(text).map_err(|flaw| flaws.push(flaw.under(field))).ok(),
    }
}
