//! JSON: a list of objects whose members are named like the fields (`given_name`).

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{
    CELL_MAX, ROWS_MAX,
    column::Column,
    part_column::{PartCell, PartColumn},
    record::{Cell, Record},
    row::Reader,
};
use crate::{Complaint, Flaw, Problem, SyntaxFault, ValueKind, code::shortened};

/// Gives every row to `reader`; returns complaints about the file and its shape.
pub(super) fn read(text: &str, reader: &mut Reader<'_>) -> Vec<Complaint> {
    let rows: Vec<Members> = match serde_json::from_str(text) {
        Ok(rows) => rows,
        Err(error) => {
            let column = u32::try_from(error.column()).ok();
            let fault = match error.classify() {
                serde_json::error::Category::Data => SyntaxFault::Shape,
                _ => SyntaxFault::Json,
            };
            let flaw = Problem::Syntax { fault }.into();
            return vec![Complaint { line: error.line().max(1) as u64, column, field: String::new(), flaw }];
        }
    };
    let mut complaints = Vec::new();
    if rows.len() > ROWS_MAX {
        return vec![Complaint::of_file(Problem::TooMany { max: ROWS_MAX, found: rows.len() })];
    }
    for (row, (line, column)) in rows.into_iter().zip(starts(text)) {
        let before = complaints.len();
        let mut cells: Vec<Cell> = Vec::with_capacity(row.0.len());
        let mut parts: Vec<PartCell> = Vec::new();
        for (name, value) in row.0 {
            let mut complain = |problem| {
                let flaw = Flaw::new(Column::of_name(&name).map_or("", Column::name), problem);
                complaints.push(Complaint { line, column: Some(column), field: shortened(&name), flaw });
            };
            if let Some(of) = PartColumn::of(&name, reader.unit()) {
                match value {
                    _ if parts.iter().any(|cell| cell.of == of) => {
                        complain(Problem::DuplicateColumn { found: shortened(&name) });
                    }
                    Value::Text(text) if text.chars().count() > CELL_MAX => {
                        complain(Problem::TooLong { max: CELL_MAX, found: text.chars().count() });
                    }
                    Value::Text(text) => parts.push(PartCell { of, heading: name, column: Some(column), text }),
                    Value::Other(ValueKind::Nothing) => {}
                    Value::Other(found) => complain(Problem::WrongType { expected: ValueKind::Text, found }),
                }
                continue;
            }
            let Some(of) = Column::of_name(&name) else {
                let found = shortened(&name);
                complain(Problem::UnknownField { nearest: Column::nearest_name(&found), found });
                continue;
            };
            match value {
                _ if cells.iter().any(|cell| cell.of == of) => {
                    complain(Problem::DuplicateColumn { found: shortened(&name) })
                }
                Value::Text(text) if text.chars().count() > CELL_MAX => {
                    complain(Problem::TooLong { max: CELL_MAX, found: text.chars().count() });
                }
                Value::Text(text) => cells.push(Cell { of, heading: name, column: Some(column), text }),
                Value::Other(ValueKind::Nothing) => {}
                Value::Other(found) => complain(Problem::WrongType { expected: ValueKind::Text, found }),
            }
        }
        if complaints.len() == before {
            reader.read(&Record { line, column: Some(column), cells, parts });
        }
    }
    complaints
}

/// Where each element of the outer list begins. The text is known to be valid JSON.
fn starts(text: &str) -> Vec<(u64, u32)> {
    let mut starts = Vec::new();
    let (mut depth, mut quoted, mut escaped, mut awaited) = (0u32, false, false, false);
    let (mut line, mut column) = (1u64, 0u32);
    for character in text.chars() {
        column = column.saturating_add(1);
        if character == '\n' {
            (line, column) = (line + 1, 0);
        }
        if quoted {
            (quoted, escaped) = (escaped || character != '"', !escaped && character == '\\');
            continue;
        }
        if awaited && !character.is_whitespace() && character != ']' {
            starts.push((line, column));
            awaited = false;
        }
        match character {
            '"' => quoted = true,
            '[' | '{' => {
                depth += 1;
                awaited |= depth == 1;
            }
            ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 1 => awaited = true,
            _ => {}
        }
    }
    starts
}

/// The members of an object in their order, with repeats.
struct Members(Vec<(String, Value)>);

/// The value of a member.
enum Value {
    Text(String),
    Other(ValueKind),
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the fields of one result")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reading)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_owned()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
                Ok(Value::Text(number.to_string()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Text(number.to_string()))
            }

            fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
                Ok(Value::Other(ValueKind::Decimal))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
                Ok(Value::Other(ValueKind::Boolean))
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Other(ValueKind::Nothing))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Value::Other(ValueKind::List))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Value::Other(ValueKind::Table))
            }
        }

        deserializer.deserialize_any(Reading)
    }
}
