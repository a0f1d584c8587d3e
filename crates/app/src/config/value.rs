//! A file of settings as a tree of values with their places, and how serde reads it. Its errors are types, so that they can be told
//! in the reader's language; what serde itself says is made for programmers.

use std::{fmt, ops::Range};

use serde::de::{
    self, Deserializer, EnumAccess, Expected as Expecting, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
    value::StringDeserializer,
};
use serde::forward_to_deserialize_any;
use signet_record::ValueKind;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::fault::{Cause, Expected};

/// As serde knows values that are written as days or instants.
pub(super) const DATE: &str = "signet date";

/// A value and the bytes it stands in; of what has a key, those of the key.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) place: Range<usize>,
    pub(super) content: Content,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    Text(String),
    Integer(i128),
    Decimal(f64),
    Boolean(bool),
    Date(String),
    /// Each with its place in the list, which it keeps when others are taken away.
    List(Vec<(usize, Value)>),
    Table(Vec<(String, Value)>),
}

/// A step from a value to one in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// The way to a value as people write it: `seal[1].key`.
pub(super) fn written(path: &[Step]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Key(key) if out.is_empty() => out.push_str(key),
            Step::Key(key) => out.extend([".", key]),
            Step::Index(index) => out.push_str(&format!("[{}]", index + 1)),
        }
    }
    out
}

impl Value {
    pub(super) fn of_table(table: &DeTable<'_>) -> Self {
        let entries = table.iter().map(|(key, value)| {
            let read = Self::of(value);
            (key.get_ref().to_string(), Value { place: key.span(), ..read })
        });
        Value { place: 0..0, content: Content::Table(entries.collect()) }
    }

    fn of(value: &Spanned<DeValue<'_>>) -> Self {
        let content = match value.get_ref() {
            DeValue::String(text) => Content::Text(text.to_string()),
            DeValue::Integer(number) => {
                let digits = number.as_str().replace('_', "");
                Content::Integer(i128::from_str_radix(&digits, number.radix()).unwrap_or(i128::MAX))
            }
            DeValue::Float(number) => Content::Decimal(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(value) => Content::Boolean(*value),
            DeValue::Datetime(value) => Content::Date(value.to_string()),
            DeValue::Array(items) => Content::List(items.iter().map(Self::of).enumerate().collect()),
            DeValue::Table(table) => Self::of_table(table).content,
        };
        Value { place: value.span(), content }
    }

    /// The value at the end of a path, or the nearest around it.
    pub(super) fn at(&self, path: &[Step]) -> &Self {
        let Some((first, rest)) = path.split_first() else { return self };
        let inner = match (&self.content, first) {
            (Content::Table(entries), Step::Key(key)) => entries.iter().find(|(name, _)| name == key).map(|(_, it)| it),
            (Content::List(items), Step::Index(index)) => items.iter().find(|(at, _)| at == index).map(|(_, it)| it),
            _ => None,
        };
        inner.map_or(self, |inner| inner.at(rest))
    }

    /// Takes the value at the end of a path away; `false` when there is none.
    pub(super) fn remove(&mut self, path: &[Step]) -> bool {
        let Some((first, rest)) = path.split_first() else { return false };
        match (&mut self.content, first) {
            (Content::Table(entries), Step::Key(key)) => {
                let Some(index) = entries.iter().position(|(name, _)| name == key) else { return false };
                match (rest.is_empty(), entries.get_mut(index)) {
                    (false, Some((_, inner))) => inner.remove(rest),
                    _ => {
                        entries.remove(index);
                        true
                    }
                }
            }
            (Content::List(items), Step::Index(index)) => {
                let Some(position) = items.iter().position(|(at, _)| at == index) else { return false };
                match (rest.is_empty(), items.get_mut(position)) {
                    (false, Some((_, inner))) => inner.remove(rest),
                    _ => {
                        items.remove(position);
                        true
                    }
                }
            }
            _ => false,
        }
    }

    fn kind(&self) -> ValueKind {
        match self.content {
            Content::Text(_) => ValueKind::Text,
            Content::Integer(_) => ValueKind::Integer,
            Content::Decimal(_) => ValueKind::Decimal,
            Content::Boolean(_) => ValueKind::Boolean,
            Content::Date(_) => ValueKind::Date,
            Content::List(_) => ValueKind::List,
            Content::Table(_) => ValueKind::Table,
        }
    }

    fn wrong(&self, expected: Expected) -> Wrong {
        Wrong { path: Vec::new(), cause: Cause::WrongType { expected, found: self.kind() } }
    }

    fn wanted(&self, kind: ValueKind, expected: Expected) -> Result<(), Wrong> {
        if self.kind() == kind { Ok(()) } else { Err(self.wrong(expected)) }
    }

    fn text(&self) -> Result<&str, Wrong> {
        match &self.content {
            Content::Text(text) => Ok(text),
            _ => Err(self.wrong(Expected::Text)),
        }
    }

    /// A text for a visitor that may refuse it: then what it expected is what it says it expects.
    fn visit_text<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Wrong> {
        let expected = Expected::named(&Shown(&visitor).to_string());
        visitor.visit_str(text).map_err(|wrong: Wrong| match wrong.cause {
            Cause::NotThat { expected: Expected::Other, .. } => {
                Wrong { cause: Cause::NotThat { expected, found: text.to_owned() }, path: wrong.path }
            }
            _ => wrong,
        })
    }
}

/// What a visitor says it expects.
struct Shown<'a, V>(&'a V);

impl<'de, V: Visitor<'de>> fmt::Display for Shown<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}

/// Why a value is not a setting, and the steps to it from where it was noticed.
#[derive(Debug)]
pub(super) struct Wrong {
    /// Innermost step last.
    pub(super) path: Vec<Step>,
    pub(super) cause: Cause,
}

impl Wrong {
    fn inside(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", written(&self.path), self.cause)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Wrong { path: Vec::new(), cause: Cause::NotThat { expected: Expected::Other, found: String::new() } }
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expecting) -> Self {
        let expected = Expected::named(&expected.to_string());
        Wrong { path: Vec::new(), cause: Cause::NotThat { expected, found: String::new() } }
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expecting) -> Self {
        let found = match found {
            Unexpected::Str(text) => text.to_owned(),
            Unexpected::Signed(number) => number.to_string(),
            Unexpected::Unsigned(number) => number.to_string(),
            _ => String::new(),
        };
        Wrong { path: Vec::new(), cause: Cause::NotThat { expected: Expected::named(&expected.to_string()), found } }
    }

    fn unknown_variant(found: &str, allowed: &'static [&'static str]) -> Self {
        Wrong { path: Vec::new(), cause: Cause::NotOneOf { found: found.to_owned(), allowed } }
    }

    fn unknown_field(found: &str, known: &'static [&'static str]) -> Self {
        let nearest = signet_record::nearest(found, known);
        Wrong { path: vec![Step::Key(found.to_owned())], cause: Cause::UnknownKey { nearest, known } }
    }

    fn missing_field(field: &'static str) -> Self {
        Wrong { path: vec![Step::Key(field.to_owned())], cause: Cause::Missing }
    }
}

impl<'de> Deserializer<'de> for &'de Value {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.content {
            Content::Text(text) | Content::Date(text) => Value::visit_text(text, visitor),
            Content::Integer(number) => match (i64::try_from(*number), u64::try_from(*number)) {
                (Ok(number), _) => visitor.visit_i64(number),
                (_, Ok(number)) => visitor.visit_u64(number),
                _ => visitor.visit_i128(*number),
            },
            Content::Decimal(number) => visitor.visit_f64(*number),
            Content::Boolean(value) => visitor.visit_bool(*value),
            Content::List(items) => visitor.visit_seq(Items { items: items.iter() }),
            Content::Table(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.wanted(ValueKind::Boolean, Expected::Boolean)?;
        self.deserialize_any(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.wanted(ValueKind::Integer, Expected::Count)?;
        self.deserialize_any(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        Value::visit_text(self.text()?, visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        if name == DATE {
            self.wanted(ValueKind::Date, Expected::Date)?;
            return self.deserialize_any(visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.wanted(ValueKind::List, Expected::List)?;
        self.deserialize_any(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.wanted(ValueKind::Table, Expected::Table)?;
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_enum(Variant(self.text()?.to_owned()))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// The name of one of several words.
struct Variant(String);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Wrong;
    type Variant = <StringDeserializer<Wrong> as EnumAccess<'de>>::Variant;

    fn variant_seed<V: de::DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), Wrong> {
        let word: StringDeserializer<Wrong> = self.0.into_deserializer();
        word.variant_seed(seed)
    }
}

struct Items<'de> {
    items: std::slice::Iter<'de, (usize, Value)>,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Wrong;

    fn next_element_seed<S: de::DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        let Some((index, item)) = self.items.next() else { return Ok(None) };
        seed.deserialize(item).map(Some).map_err(|wrong| wrong.inside(Step::Index(*index)))
    }
}

struct Entries<'de> {
    entries: std::slice::Iter<'de, (String, Value)>,
    value: Option<&'de (String, Value)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Wrong;

    fn next_key_seed<S: de::DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        self.value = Some(entry);
        let key: StringDeserializer<Wrong> = entry.0.clone().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: de::DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        match self.value.take() {
            Some((key, value)) => seed.deserialize(value).map_err(|wrong| wrong.inside(Step::Key(key.clone()))),
            None => Err(<Wrong as de::Error>::custom("")),
        }
    }
}
