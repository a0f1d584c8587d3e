//! What is wrong with input: the field, the Annex I item, the problem. The sentences for it are in
//! `signet-lang`.

use std::{error, fmt};

use crate::{AnnexItem, problem::Problem};

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The dotted name the user wrote (`outcomes[2].text.en`), or a column of a results file. Empty
    /// while the place is not known yet.
    pub field: String,
    /// The line of the supplement that suffers.
    pub annex: Option<AnnexItem>,
    /// What is wrong, with the values a sentence about it needs.
    pub problem: Problem,
}

impl Flaw {
    /// A problem of `field`.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        let field = field.into();
        Flaw { annex: AnnexItem::of_field(&field), field, problem }
    }

    /// The same flaw seen from the parent: `en` under `title` is `title.en`, `[2].en` under
    /// `outcomes` is `outcomes[2].en`.
    #[must_use]
    pub fn under(self, parent: &str) -> Self {
        let field = match self.field.as_str() {
            "" => parent.to_owned(),
            child if child.starts_with('[') || parent.is_empty() => format!("{parent}{child}"),
            child => format!("{parent}.{child}"),
        };
        Flaw::new(field, self.problem)
    }
}

/// A flaw when a list has too few or too many entries.
pub(crate) fn counted(field: &str, found: usize, min: usize, max: usize) -> Vec<Flaw> {
    let problem = if found < min {
        Problem::TooFew { min, found }
    } else if found > max {
        Problem::TooMany { max, found }
    } else {
        return Vec::new();
    };
    vec![Flaw::new(field, problem)]
}

impl From<Problem> for Flaw {
    fn from(problem: Problem) -> Self {
        Flaw::new("", problem)
    }
}

/// The field and the code of the problem. Values are left out: they may be a person's.
impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field.as_str() {
            "" => f.write_str(self.problem.code()),
            field => write!(f, "{field}: {}", self.problem.code()),
        }
    }
}

impl fmt::Debug for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl error::Error for Flaw {}

/// Everything that is wrong with one value; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaws(Vec<Flaw>);

impl Flaws {
    /// `Ok` when nothing was found.
    ///
    /// # Errors
    /// All of `found`.
    pub fn none_in(found: Vec<Flaw>) -> Result<(), Flaws> {
        if found.is_empty() { Ok(()) } else { Err(Flaws(found)) }
    }

    pub(crate) fn both(first: Flaw, second: Flaw) -> Flaws {
        Flaws(vec![first, second])
    }

    /// In the order found.
    pub fn iter(&self) -> std::slice::Iter<'_, Flaw> {
        self.0.iter()
    }

    /// All of them.
    #[must_use]
    pub fn into_vec(self) -> Vec<Flaw> {
        self.0
    }

    /// The same flaws seen from the parent.
    #[must_use]
    pub fn under(self, parent: &str) -> Self {
        Flaws(self.0.into_iter().map(|flaw| flaw.under(parent)).collect())
    }
}

impl From<Flaw> for Flaws {
    fn from(flaw: Flaw) -> Self {
        Flaws(vec![flaw])
    }
}

impl<'a> IntoIterator for &'a Flaws {
    type Item = &'a Flaw;
    type IntoIter = std::slice::Iter<'a, Flaw>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Flaws {
    type Item = Flaw;
    type IntoIter = std::vec::IntoIter<Flaw>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Flaws {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, flaw) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            fmt::Display::fmt(flaw, f)?;
        }
        Ok(())
    }
}

impl error::Error for Flaws {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flaw_knows_its_place_from_the_root() {
        let flaw = Flaw::new("en", Problem::Missing).under("text").under("[2]").under("outcomes");
        assert_eq!(flaw.field, "outcomes[2].text.en");
        assert_eq!(flaw.annex, Some(AnnexItem::LearningOutcomes));
    }

    #[test]
    fn what_a_person_wrote_is_not_in_the_display() {
        let flaw = Flaw::new("born", Problem::NotADate { found: "31. 2. 1999".into() });
        assert!(!format!("{flaw} {flaw:?}").contains("1999"));
    }
}
