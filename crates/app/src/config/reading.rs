//! From the text of a file to settings: all faults are gathered before anything is refused.

use std::{collections::BTreeMap, path::PathBuf};

use serde::de::DeserializeOwned;
use signet_record::SyntaxFault;
use toml::de::DeTable;

use super::{
    fault::{Cause, ConfigFault},
    value::{Content, Step, Value, written},
};

/// More faults than anybody mends before looking again.
const FAULTS_MAX: usize = 50;

/// The line of each setting that a file has, by its key as people write it.
pub type Places = BTreeMap<String, usize>;

/// Where settings were read from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// Where each setting stands in it.
    pub places: Places,
}

impl Source {
    /// The line of a setting, or of the nearest section around it.
    pub fn line(&self, key: &str) -> Option<usize> {
        let mut key = key;
        loop {
            if let Some(line) = self.places.get(key) {
                return Some(*line);
            }
            key = key.rfind(['.', '[']).and_then(|end| key.get(..end))?;
        }
    }
}

/// Reads settings.
///
/// serde stops at the first fault. So what is at fault is taken away and the rest is read again, until nothing is; of a section that
/// lacks what it must have, all else was read by then, so it is taken away as a whole.
///
/// # Errors
/// Every fault, in the order of the file.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<(T, Places), Vec<ConfigFault>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let line = Some(line_at(bytes, error.valid_up_to()));
            return Err(vec![ConfigFault { line, key: String::new(), cause: Cause::NotUtf8 }]);
        }
    };
    let line_at = |offset: usize| line_at(text.as_bytes(), offset);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(syntax(&errors, line_at));
    }
    let whole = Value::of_table(table.get_ref());
    let mut rest = whole.clone();
    let mut causes: BTreeMap<Vec<Step>, Cause> = BTreeMap::new();
    let made = loop {
        let wrong = match T::deserialize(&rest) {
            Ok(made) => break Some(made),
            Err(wrong) => wrong,
        };
        let taken_away = match wrong.cause {
            Cause::Missing => wrong.path.split_last().map(|(_, around)| around.to_vec()).unwrap_or_default(),
            _ => wrong.path.clone(),
        };
        // What was taken away as wrong may be missed now, and what it was taken from may be wrong without it.
        if !causes.keys().any(|known| known.starts_with(&wrong.path)) {
            causes.insert(wrong.path, wrong.cause);
        }
        if causes.len() >= FAULTS_MAX || !rest.remove(&taken_away) {
            break None;
        }
    };
    match made {
        Some(made) if causes.is_empty() => Ok((made, places(&whole, line_at))),
        _ => {
            let fault = |(path, cause): (Vec<Step>, Cause)| ConfigFault {
                line: Some(line_at(whole.at(&path).place.start)),
                key: written(&path),
                cause,
            };
            let mut faults: Vec<ConfigFault> = causes.into_iter().map(fault).collect();
            faults.sort_by_key(|fault| fault.line);
            Err(faults)
        }
    }
}

/// The line of a byte, from 1.
fn line_at(bytes: &[u8], offset: usize) -> usize {
    1 + bytes.iter().take(offset).filter(|byte| **byte == b'\n').count()
}

fn syntax(errors: &[toml::de::Error], line_at: impl Fn(usize) -> usize) -> Vec<ConfigFault> {
    let mut faults: Vec<ConfigFault> = Vec::new();
    for error in errors {
        let line = Some(line_at(error.span().map_or(0, |span| span.start)));
        // What follows on the same line follows from the first.
        if faults.iter().all(|fault| fault.line != line) && faults.len() < FAULTS_MAX {
            let cause = Cause::Syntax(SyntaxFault::of_toml(error.message()));
            faults.push(ConfigFault { line, key: String::new(), cause });
        }
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

fn places(whole: &Value, line_at: impl Fn(usize) -> usize) -> Places {
    let mut places = Places::new();
    let mut open: Vec<(Vec<Step>, &Value)> = vec![(Vec::new(), whole)];
    while let Some((path, value)) = open.pop() {
        if !path.is_empty() {
            places.insert(written(&path), line_at(value.place.start));
        }
        let inside = |step: Step| [path.as_slice(), &[step]].concat();
        match &value.content {
            Content::Table(entries) => {
                open.extend(entries.iter().map(|(key, it)| (inside(Step::Key(key.clone())), it)))
            }
            Content::List(items) => open.extend(items.iter().map(|(index, it)| (inside(Step::Index(*index)), it))),
            _ => {}
        }
    }
    places
}
