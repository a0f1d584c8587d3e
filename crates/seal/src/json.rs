//! Strict JSON for signed data: no member twice, bounded depth and size, no lone surrogates, an offset in every error.

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::fmt;

/// What may be read: larger, deeper or more is refused.
#[derive(Debug, Clone, Copy)]
pub struct JsonLimits {
    /// Bytes of text.
    pub bytes: usize,
    /// Arrays and objects inside each other.
    pub depth: usize,
    /// Values of any kind, in total.
    pub values: usize,
}

/// Why a text is not acceptable JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Longer than [`JsonLimits::bytes`].
    #[error("{length} bytes of JSON, at most {limit} are read")]
    TooLarge {
        /// Bytes offered.
        length: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Not UTF-8.
    #[error("not UTF-8 at byte {offset}")]
    NotUtf8 {
        /// First byte that is wrong.
        offset: usize,
    },
    /// Not JSON, or JSON that two readers could understand differently.
    #[error("not acceptable JSON at byte {offset}: {reason}")]
    Malformed {
        /// Bytes read when the fault was seen.
        offset: usize,
        /// What is wrong; never a value from the text.
        reason: String,
    },
}

/// Reads one JSON value that fills the whole text (RFC 8259, with the members of I-JSON: unique names, valid Unicode).
///
/// # Errors
/// [`JsonError`] with the byte offset of the fault.
pub fn read(text: &[u8], limits: JsonLimits) -> Result<Value, JsonError> {
    if text.len() > limits.bytes {
        return Err(JsonError::TooLarge { length: text.len(), limit: limits.bytes });
    }
    let text = std::str::from_utf8(text).map_err(|error| JsonError::NotUtf8 { offset: error.valid_up_to() })?;
    let left = Cell::new(limits.values);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Strict { depth: limits.depth, left: &left }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| JsonError::Malformed { offset: offset(text, &error), reason: reason(&error) })
}

/// As [`read`], for an object that is known to begin with a long text under `name`: it is read in one pass over whole pieces. Whatever
/// is written in any other way is read as by [`read`], which decides what is wrong with it.
///
/// # Errors
/// As [`read`].
pub fn read_beginning_with(name: &str, text: &[u8], limits: JsonLimits) -> Result<Value, JsonError> {
    leading(name, text, limits).map_or_else(|| read(text, limits), Ok)
}

/// The object, when it begins with that text and nothing is wrong with it.
fn leading(name: &str, text: &[u8], limits: JsonLimits) -> Option<Value> {
    if text.len() > limits.bytes {
        return None;
    }
    let begins = std::str::from_utf8(text).ok()?.trim_start_matches(SPACE).strip_prefix('{')?;
    let begins = begins.trim_start_matches(SPACE).strip_prefix('"')?.strip_prefix(name)?.strip_prefix('"')?;
    let begins = begins.trim_start_matches(SPACE).strip_prefix(':')?;
    let (value, rest) = leading_text(begins.trim_start_matches(SPACE).strip_prefix('"')?)?;
    let rest = rest.trim_start_matches(SPACE);
    let rest = match rest.strip_prefix(',') {
        Some(rest) => rest.trim_start_matches(SPACE).strip_prefix('"').map(|rest| format!("{{\"{rest}"))?,
        None if rest.starts_with('}') => format!("{{{rest}"),
        None => return None,
    };
    let values = limits.values.checked_sub(1)?;
    let Value::Object(others) = read(rest.as_bytes(), JsonLimits { values, ..limits }).ok()? else { return None };
    if others.contains_key(name) {
        return None;
    }
    let mut members = Map::with_capacity(others.len() + 1);
    members.insert(name.to_owned(), Value::String(value));
    members.extend(others);
    Some(Value::Object(members))
}

/// White space of JSON (RFC 8259, 2).
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// A text up to its quotation mark, and what follows it. `None` when it holds what JSON does not allow, or an escape by number.
fn leading_text(text: &str) -> Option<(String, &str)> {
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let at = memchr::memchr2(b'"', b'\\', rest.as_bytes())?;
        let (piece, stop) = rest.split_at_checked(at)?;
        value.push_str(piece);
        let mut after = stop.chars();
        if after.next() == Some('"') {
            let written = text.get(..text.len() - stop.len())?;
            let controls = written.bytes().fold(false, |found, byte| found | (byte < b' '));
            return (!controls).then_some((value, after.as_str()));
        }
        value.push(match after.next()? {
            plain @ ('"' | '\\' | '/') => plain,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => return None,
        });
        rest = after.as_str();
    }
}

/// Byte offset of the line and column in an error.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    (before + error.column()).min(text.len())
}

/// The message without the position that serde_json appends.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    left: &'a Cell<usize>,
}

impl Strict<'_> {
    fn count<E: serde::de::Error>(&self) -> Result<(), E> {
        let left = self.left.get().checked_sub(1).ok_or_else(|| E::custom("too many values"))?;
        self.left.set(left);
        Ok(())
    }

    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| E::custom("nested too deeply"))?;
        Ok(Self { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.count::<D::Error>()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper::<A::Error>()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inner = self.deeper::<A::Error>()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if object.contains_key(&name) {
                return Err(A::Error::custom("a member stands twice"));
            }
            let value = members.next_value_seed(inner)?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    const LIMITS: JsonLimits = JsonLimits { bytes: 1_000, depth: 8, values: 20 };

    fn refused(text: &[u8]) -> (usize, String) {
        match read(text, LIMITS) {
            Err(JsonError::Malformed { offset, reason }) => (offset, reason),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn values_keep_their_order_and_text() {
        let value = read(r#" {"b":[1,-2,0.5,true,null],"a":"\u010d\/\n"} "#.as_bytes(), LIMITS).unwrap();
        assert_eq!(value.to_string(), r#"{"b":[1,-2,0.5,true,null],"a":"č/\n"}"#);
    }

    #[test]
    fn a_member_twice_is_refused_wherever_it_stands() {
        assert_eq!(refused(br#"{"a":1,"a":2}"#).1, "a member stands twice");
        assert_eq!(refused(b"[{\"x\":{\n\"a\":1,\"\\u0061\":2}}]").1, "a member stands twice");
    }

    #[test]
    fn the_offset_points_at_the_fault() {
        assert_eq!(refused(b"{\n\"a\": nul}").0, 11);
        assert_eq!(refused(b"[1] x").0, 5);
    }

    /// Every way of writing an object is read the same, or refused for the same reason.
    #[test]
    fn a_leading_text_changes_nothing() {
        let texts = [
            r#"{"payload":"a\"b\\c\/\b\f\n\r\té","x":[1,{"y":null}]}"#,
            "\n { \"payload\" : \"\" , \"x\" : 1 } \t",
            r#"{"payload":"alone"}"#,
            r#"{"payload":"\u010d","x":1}"#,
            r#"{"payload":"\ud83d\ude00"}"#,
            r#"{"x":1,"payload":"later"}"#,
            r#"{"payload":"a","payload":"b"}"#,
            r#"{"payload":"a","p\u0061yload":"b"}"#,
            r#"{"payload":"a","x":1,"x":2}"#,
            r#"{"payload":"a",}"#,
            r#"{"payload":"a",,"x":1}"#,
            r#"{"payload":"a" "x":1}"#,
            r#"{"payload":"a","x":1"#,
            r#"{"payload":"a","x":1}}"#,
            r#"{"payload":"a","x":1} x"#,
            r#"{"payload":"a"#,
            r#"{"payload":"a\"#,
            r#"{"payload":"a\q"}"#,
            "{\"payload\":\"a\u{1}\"}",
            "{\"payload\":\"a\nb\",\"x\":1}",
            r#"{"payload":1}"#,
            r#"{"payload""#,
            r#"["payload"]"#,
            "\u{a0}{\"payload\":\"a\"}",
            r#"{"payload":"a","x":[[[[[[[[[1]]]]]]]]]}"#,
            r#"{"payload":"a","x":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"#,
            r#"{"payload":"a","x":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"#,
        ];
        for text in texts {
            let slowly = read(text.as_bytes(), LIMITS);
            assert_eq!(read_beginning_with("payload", text.as_bytes(), LIMITS), slowly, "{text}");
        }
        let leading_one = leading("payload", texts[0].as_bytes(), LIMITS).unwrap();
        assert_eq!(leading_one["payload"], "a\"b\\c/\u{8}\u{c}\n\r\té");
        assert!(leading("payload", texts[1].as_bytes(), LIMITS).is_some());
        let (large, not_text) = ([b' '; 1_001], b"{\"payload\":\"\xff\"}");
        for bytes in [large.as_slice(), not_text] {
            assert_eq!(read_beginning_with("payload", bytes, LIMITS), read(bytes, LIMITS));
        }
    }

    #[test]
    fn depth_values_and_bytes_are_bounded() {
        assert_eq!(refused(b"[[[[[[[[[1]]]]]]]]]").1, "nested too deeply");
        assert_eq!(refused("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]".as_bytes()).1, "too many values");
        let deep = [b'['; 900];
        assert_eq!(refused(&deep).1, "nested too deeply");
        assert_eq!(read(&[b' '; 1_001], LIMITS), Err(JsonError::TooLarge { length: 1_001, limit: 1_000 }));
    }

    #[test]
    fn text_that_is_not_unicode_is_refused() {
        assert_eq!(read(b"\"\xff\"", LIMITS), Err(JsonError::NotUtf8 { offset: 1 }));
        for lone in [r#""\ud800""#, r#""\udc00""#, r#""\ud800\u0041""#, r#""\ud800x""#] {
            refused(lone.as_bytes());
        }
        assert_eq!(read(br#""\ud83d\ude00""#, LIMITS).unwrap(), Value::String("😀".into()));
    }
}
