//! Places in a file, as people read them: `$.credentialSubject.hasClaim[0].title`.

use std::fmt::Write;

use crate::json::{JsonKind, Value};

/// Adds a member; names that are not plain words stand in brackets and quotation marks.
pub(crate) fn member(path: &mut String, name: &str) {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !name.is_empty() {
        path.push('.');
        path.push_str(name);
    } else {
        let shown: String = name.chars().take(60).collect();
        let _ = write!(path, "[{shown:?}]");
    }
}

/// Adds a place in a list, from 0.
pub(crate) fn element(path: &mut String, index: usize) {
    let _ = write!(path, "[{index}]");
}

/// The way from the root to the value of that identity; to a name of a member, that to its object.
pub(crate) fn of(root: Value<'_>, index: u32) -> String {
    let mut path = String::from("$");
    let mut at = root;
    loop {
        let inner = if at.kind() == JsonKind::Array {
            let mut elements = at.elements().enumerate();
            elements.find(|(_, value)| value.holds(index)).map(|(place, value)| {
                element(&mut path, place);
                value
            })
        } else {
            at.members().find(|(_, value)| value.holds(index)).map(|(name, value)| {
                member(&mut path, name);
                value
            })
        };
        match inner {
            Some(value) => at = value,
            None => return path,
        }
    }
}

/// One step into a file.
#[derive(Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Element(usize),
}

/// Where a walk stands, from the root; written out only when there is something to report.
#[derive(Default)]
pub(crate) struct Place<'a>(Vec<Step<'a>>);

impl<'a> Place<'a> {
    pub(crate) fn enter(&mut self, member: &'a str) {
        self.0.push(Step::Member(member));
    }

    pub(crate) fn enter_element(&mut self, index: usize) {
        self.0.push(Step::Element(index));
    }

    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    pub(crate) fn depth(&self) -> usize {
        self.0.len()
    }

    /// The place in words.
    pub(crate) fn path(&self) -> String {
        let mut path = String::from("$");
        for step in &self.0 {
            match step {
                Step::Element(index) => element(&mut path, *index),
                Step::Member(name) => member(&mut path, name),
            }
        }
        path
    }
}
