//! What staff search the register for, as the form sends it.

use serde::Deserialize;
use signet_lang::{
    Locale,
    when::{beginning_of_day_in_prague, end_of_day_in_prague},
};
use signet_record::{Email, PersonId};
use signet_store::{Cursor, NamePrefix, Search, SearchFilter, SearchedState, Seek, StoreError, Tenant, UnitsWithin};

use crate::{day, view::FieldProblem};

/// Longest text of a field; names, addresses and identifiers are shorter.
const TEXT_MAX: usize = 200;

/// What is searched for, and where the page begins.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SearchForm {
    /// The token of the session's forms.
    #[serde(default)]
    pub token: String,
    /// A name, a number, an address or an identifier.
    #[serde(default)]
    pub q: String,
    /// Code of a unit.
    #[serde(default)]
    pub unit: String,
    /// Code of a run.
    #[serde(default)]
    pub run: String,
    /// Identifier of a batch.
    #[serde(default)]
    pub batch: String,
    /// Code of a state.
    #[serde(default)]
    pub state: String,
    /// First day, `2025-09-01`.
    #[serde(default)]
    pub from: String,
    /// Last day.
    #[serde(default)]
    pub to: String,
    /// Where the page begins.
    #[serde(default)]
    pub after: String,
    /// Or where it ends.
    #[serde(default)]
    pub before: String,
}

impl SearchForm {
    /// The same without what nobody can have typed, no text longer than it may be.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let tidy = |text: &str| text.trim().chars().filter(|c| !c.is_control()).take(TEXT_MAX).collect();
        SearchForm {
            token: String::new(),
            q: tidy(&self.q),
            unit: tidy(&self.unit),
            run: tidy(&self.run),
            batch: tidy(&self.batch),
            state: tidy(&self.state),
            from: tidy(&self.from),
            to: tidy(&self.to),
            after: self.after.clone(),
            before: self.before.clone(),
        }
    }

    /// Where the page stands; a place that cannot be read is the beginning.
    pub fn seek(&self) -> Seek {
        let cursor = |text: &str| text.parse::<Cursor>().ok();
        cursor(&self.after).map(Seek::After).or_else(|| cursor(&self.before).map(Seek::Before)).unwrap_or_default()
    }

    /// Where nothing is asked for yet, whoever sees some units alone begins with the first of them: the newest of several are found by no index.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn begin_with_unit(
        &mut self,
        tenant: &Tenant,
        within: &UnitsWithin,
        l: Locale,
    ) -> Result<(), StoreError> {
        let narrowed = [&self.q, &self.unit, &self.run, &self.batch].into_iter().any(|field| !field.is_empty());
        if !narrowed {
            let mut units = tenant.unit_titles().await?;
            units.retain(|unit| within.holds(&unit.id));
            units.sort_by_cached_key(|unit| l.collation_key(unit.title.text(l.language())));
            self.unit = units.first().map_or_else(String::new, |unit| unit.id.to_string());
        }
        Ok(())
    }

    /// Whether anything but the text is asked for.
    pub fn is_narrowed(&self) -> bool {
        self.fields().iter().skip(1).any(|(_, value)| !value.is_empty())
    }

    /// Names and values of what is asked for, without the place in the list.
    pub fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("q", &self.q),
            ("unit", &self.unit),
            ("run", &self.run),
            ("batch", &self.batch),
            ("state", &self.state),
            ("from", &self.from),
            ("to", &self.to),
        ]
    }

    /// What narrows the search.
    ///
    /// # Errors
    /// With a sentence for each field that cannot be read.
    pub fn filter(&self, l: Locale) -> Result<SearchFilter, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut problem = |field: &'static str, sentence: String| problems.push(FieldProblem { field, sentence });
        let unit = read(&self.unit, |text| text.parse().ok());
        let run = read(&self.run, |text| text.to_lowercase().parse().ok());
        let batch = read(&self.batch, |text| text.parse().ok());
        let state = read(&self.state, SearchedState::from_code);
        let from = read(&self.from, day::of_field);
        let to = read(&self.to, day::of_field);
        for (is_wrong, field, sentence) in [
            (unit.is_none(), "unit", l.web_staff_find_problem_choice()),
            (run.is_none(), "run", l.web_staff_find_problem_run()),
            (batch.is_none(), "batch", l.web_staff_find_problem_choice()),
            (state.is_none(), "state", l.web_staff_find_problem_choice()),
            (from.is_none(), "from", l.web_staff_find_problem_day()),
            (to.is_none(), "to", l.web_staff_find_problem_day()),
        ] {
            if is_wrong {
                problem(field, sentence);
            }
        }
        if let (Some(Some(from)), Some(Some(to))) = (from, to)
            && to < from
        {
            problem("to", l.web_staff_find_problem_period());
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(SearchFilter {
            within: UnitsWithin::default(),
            unit: unit.flatten(),
            run: run.flatten(),
            batch: batch.flatten(),
            state: state.flatten(),
            from: from.flatten().and_then(beginning_of_day_in_prague),
            until: to.flatten().and_then(end_of_day_in_prague),
        })
    }

    /// What is searched for. A text without letters beyond those of an identifier may be somebody's number as well: then the number counts.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn search(&self, tenant: &Tenant) -> Result<Search, StoreError> {
        let search = sought(&self.q);
        let person = if self.q.contains(char::is_whitespace) { None } else { PersonId::new(&self.q).ok() };
        match (person, &search) {
            (Some(person), Search::Identifier(_) | Search::Name(_)) if tenant.person(&person).await?.is_some() => {
                Ok(Search::Person(person))
            }
            _ => Ok(search),
        }
    }
}

/// The value of a field; `None` inside when it is empty, `None` outside when it cannot be read.
#[allow(clippy::option_option)]
fn read<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { parse(text).map(Some) }
}

/// An address by its sign, an identifier when it looks like the beginning of one, a number by its digits, else words of a name.
fn sought(query: &str) -> Search {
    if query.contains('@') && Email::new(query).is_ok() {
        return Search::Email(query.to_owned());
    }
    let bare = query.strip_prefix("urn:credential:").unwrap_or(query);
    let hex = bare.len() >= 8 && bare.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let has_digit = bare.chars().any(|c| c.is_ascii_digit());
    if hex && has_digit {
        return Search::Identifier(bare.to_owned());
    }
    if has_digit && let Ok(person) = PersonId::new(bare) {
        return Search::Person(person);
    }
    let folded = signet_lang::fold(query);
    let words: Vec<_> = folded.split_whitespace().map(NamePrefix::new).collect();
    if words.is_empty() { Search::All } else { Search::Name(words) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Language;

    use super::*;

    #[test]
    fn identifiers_addresses_and_numbers_are_told_from_names() {
        assert_eq!(sought("0b2f2a52-6d0c"), Search::Identifier(String::from("0b2f2a52-6d0c")));
        assert_eq!(sought("urn:credential:0b2f2a52"), Search::Identifier(String::from("0b2f2a52")));
        let words = ["dvorak", "jan"].map(NamePrefix::new).to_vec();
        assert_eq!(sought("Dvořák Jan"), Search::Name(words));
        assert_eq!(sought("Abbadeed"), Search::Name(vec![NamePrefix::new("abbadeed")]));
        assert_eq!(sought("jana@lhota.example"), Search::Email(String::from("jana@lhota.example")));
        assert_eq!(sought("x12345"), Search::Person(PersonId::new("x12345").unwrap()));
        assert_eq!(sought(""), Search::All);
    }

    #[test]
    fn a_period_is_whole_days_in_prague() {
        let form = SearchForm { from: "2025-09-01".into(), to: "2025-09-01".into(), ..SearchForm::default() };
        let filter = form.filter(Locale::new(Language::Cs)).unwrap();
        assert_eq!(filter.from.unwrap().to_string(), "2025-08-31T22:00:00Z");
        assert_eq!(filter.until.unwrap().to_string(), "2025-09-01T22:00:00Z");
    }

    #[test]
    fn every_field_that_cannot_be_read_is_named() {
        let wrong = || String::from("!");
        let form = SearchForm {
            unit: wrong(),
            run: wrong(),
            batch: wrong(),
            state: wrong(),
            from: wrong(),
            to: wrong(),
            ..SearchForm::default()
        };
        let problems = form.filter(Locale::new(Language::Cs)).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["unit", "run", "batch", "state", "from", "to"]);
        let backwards = SearchForm { from: "2025-09-02".into(), to: "2025-09-01".into(), ..SearchForm::default() };
        assert_eq!(backwards.filter(Locale::new(Language::En)).unwrap_err()[0].field, "to");
        assert!(SearchForm::default().filter(Locale::new(Language::En)).is_ok());
        assert!(backwards.is_narrowed() && !SearchForm { q: "a".into(), ..SearchForm::default() }.is_narrowed());
    }
}
