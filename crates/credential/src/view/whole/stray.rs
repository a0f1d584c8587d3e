//! Members that have no place.

use serde::Serialize;

use crate::json::{Kind, Value};

/// Characters of a value that are told.
const TOLD: usize = 160;

/// A member that the profile does not have, or a value of a kind that its member does not hold.
#[derive(Clone, Debug, Serialize)]
pub struct Stray<'a> {
    /// Where: `$.credentialSubject.nickname`.
    pub path: String,
    /// The value as it stands in the file.
    pub written: &'a str,
}

impl<'a> Stray<'a> {
    pub(super) fn of(root: Value<'a>, value: Value<'a>) -> Self {
        Stray { path: path(root, value.index()), written: value.raw() }
    }

    /// The value, cut to what is worth reading, and whether it was cut.
    pub fn shortened(&self) -> (String, bool) {
        let mut characters = self.written.chars();
        let told: String = characters.by_ref().take(TOLD).collect();
        (told, characters.next().is_some())
    }
}

/// The way from the root to a value, as findings write it.
fn path(root: Value<'_>, target: u32) -> String {
    let mut path = String::from("$");
    let mut at = root;
    while at.index() != target {
        // Values are numbered in the order of the file: the one sought is in the last that does not begin behind it.
        let next = match at.kind() {
            Kind::Object => {
                let member = at.members().take_while(|(_, value)| value.index() <= target).last();
                member.map(|(name, value)| {
                    step(&mut path, name);
                    value
                })
            }
            _ => at.in_array().enumerate().take_while(|(_, value)| value.index() <= target).last().map(
                |(place, value)| {
                    path.push_str(&format!("[{place}]"));
                    value
                },
            ),
        };
        match next {
            Some(value) => at = value,
            None => break,
        }
    }
    path
}

fn step(path: &mut String, name: &str) {
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        path.push('.');
        path.push_str(name);
    } else {
        let shown: String = name.chars().take(60).collect();
        path.push_str(&format!("[{shown:?}]"));
    }
}
