//! The canonical text of a unit: a unit file in which every field has one place and one way to be written. Its digest is what an
//! approval binds.
//!
//! Fields stand in the order of the schema, those that are empty are left out. Texts are basic strings with the shortest escapes;
//! numbers, days and truths stand bare when they are written the plainest way, and in quotes otherwise. Groups without lists are
//! written with dotted names, groups with lists and entries of lists below a heading.

use std::fmt::Write as _;

use signet_record::{Date, Unit};
use signet_registry::Digest;

use crate::draft::{DraftTable, DraftValue, UnitDraft};
use crate::schema::{DraftField, FieldForm, Plain, UNIT_FIELDS};

/// A canonical text, and its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalUnit {
    text: String,
    digest: Digest,
}

impl CanonicalUnit {
    /// The canonical text of a unit.
    #[must_use]
    pub fn of(unit: &Unit) -> CanonicalUnit {
        UnitDraft::of(unit).canonical()
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the text.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

impl UnitDraft {
    /// The canonical text of the draft, complete or not.
    #[must_use]
    pub fn canonical(&self) -> CanonicalUnit {
        let mut text = String::new();
        write_table(&mut text, UNIT_FIELDS, &self.root, "");
        let digest = Digest::of(text.as_bytes());
        CanonicalUnit { text, digest }
    }
}

/// Whether a group has a list of groups somewhere in it, which can stand below a heading only.
fn has_lists(fields: &[DraftField]) -> bool {
    fields.iter().any(|field| match field.form {
        FieldForm::Tables(_) => true,
        FieldForm::Table(inner) => has_lists(inner),
        _ => false,
    })
}

/// A group: first what stands on a line of its own, then what needs headings.
fn write_table(out: &mut String, fields: &[DraftField], table: &DraftTable, path: &str) {
    write_lines(out, fields, table, "");
    for (field, value) in fields.iter().zip(&table.0) {
        let name = field.name_in(path);
        match (field.form, value) {
            (FieldForm::Table(inner), DraftValue::Table(table)) if has_lists(inner) && !table.is_empty() => {
                let _ = writeln!(out, "\n[{name}]");
                write_table(out, inner, table, &name);
            }
            (FieldForm::Tables(inner), DraftValue::Tables(tables)) => {
                for table in tables {
                    let _ = writeln!(out, "\n[[{name}]]");
                    write_table(out, inner, table, &name);
                }
            }
            _ => {}
        }
    }
}

/// The fields of a group that stand on a line of their own, with names that begin with `prefix`.
fn write_lines(out: &mut String, fields: &[DraftField], table: &DraftTable, prefix: &str) {
    for (field, value) in fields.iter().zip(&table.0) {
        let name = field.name;
        match (field.form, value) {
            (form, DraftValue::Text(text)) if !text.is_empty() => {
                let _ = writeln!(out, "{prefix}{name} = {}", plain(form, text));
            }
            (FieldForm::Values(of), DraftValue::Values(values)) if !values.is_empty() => {
                let form = match of {
                    Plain::Text => FieldForm::Text,
                    Plain::Integer => FieldForm::Integer,
                };
                let values: Vec<String> = values.iter().map(|value| plain(form, value)).collect();
                let _ = writeln!(out, "{prefix}{name} = [{}]", values.join(", "));
            }
            (FieldForm::Table(inner), DraftValue::Table(table)) if !has_lists(inner) => {
                write_lines(out, inner, table, &format!("{prefix}{name}."));
            }
            _ => {}
        }
    }
}

/// A plain value as it is written.
fn plain(form: FieldForm, text: &str) -> String {
    let bare = match form {
        FieldForm::Integer => is_integer(text),
        FieldForm::Decimal => match text.split_once('.') {
            Some((whole, decimals)) => is_integer(whole) && is_digits(decimals),
            None => is_integer(text),
        },
        FieldForm::Day => text.parse::<Date>().is_ok_and(|day| day.year() >= 1000 && day.to_string() == text),
        FieldForm::Truth => matches!(text, "true" | "false"),
        _ => false,
    };
    if bare { text.to_owned() } else { quoted(text) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits without a needless zero, and few enough for any reader of TOML.
fn is_integer(text: &str) -> bool {
    is_digits(text) && text.len() <= 18 && (text == "0" || !text.starts_with('0'))
}

/// A basic string of TOML 1.0.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other if other.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(other));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
