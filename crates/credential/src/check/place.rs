//! Where a walk stands in the file, written out only when there is something to report.

use std::fmt::Write;

/// One step into the file.
#[derive(Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Element(usize),
}

/// A path from the root.
#[derive(Default)]
pub(super) struct Place<'a>(Vec<Step<'a>>);

impl<'a> Place<'a> {
    pub(super) fn enter(&mut self, member: &'a str) {
        self.0.push(Step::Member(member));
    }

    pub(super) fn enter_element(&mut self, index: usize) {
        self.0.push(Step::Element(index));
    }

    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    /// `$.credentialSubject.hasClaim[0].title`; names that are not plain words in brackets and quotation marks.
    pub(super) fn path(&self) -> String {
        let mut path = String::from("$");
        for step in &self.0 {
            match step {
                Step::Element(index) => {
                    let _ = write!(path, "[{index}]");
                }
                Step::Member(name) if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !name.is_empty() => {
                    path.push('.');
                    path.push_str(name);
                }
                Step::Member(name) => {
                    let shown: String = name.chars().take(60).collect();
                    let _ = write!(path, "[{shown:?}]");
                }
            }
        }
        path
    }
}
