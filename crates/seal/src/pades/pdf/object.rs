//! PDF objects as values (ISO 32000-1, 7.3).

use std::ops::Range;

/// Number and generation of an indirect object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Id {
    pub(crate) number: u32,
    pub(crate) generation: u16,
}

impl Id {
    /// First generation of an object number.
    pub(crate) const fn new(number: u32) -> Self {
        Self { number, generation: 0 }
    }
}

/// Any PDF object. Names and strings are decoded; a real keeps its digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    Real(String),
    String(Vec<u8>),
    Name(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    Stream(Stream),
    Reference(Id),
}

/// A stream: its dictionary and where its raw bytes lie in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stream {
    pub(crate) dictionary: Dictionary,
    pub(crate) data: Range<usize>,
}

/// A dictionary: sorted by key, no key twice, each value with its place in the text it was read from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dictionary {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    key: Vec<u8>,
    value: Object,
    span: Range<usize>,
}

impl PartialEq for Dictionary {
    /// Equal content; where it was written does not matter.
    fn eq(&self, other: &Self) -> bool {
        self.entries.len() == other.entries.len()
            && self.entries.iter().zip(&other.entries).all(|(a, b)| a.key == b.key && a.value == b.value)
    }
}

impl Eq for Dictionary {}

impl Dictionary {
    /// Entries as read; `None` if a key stands twice.
    pub(crate) fn from_entries(entries: Vec<(Vec<u8>, Object, Range<usize>)>) -> Option<Self> {
        let mut entries: Vec<Entry> =
            entries.into_iter().map(|(key, value, span)| Entry { key, value, span }).collect();
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        let unique = entries.windows(2).all(|pair| match pair {
            [a, b] => a.key != b.key,
            _ => true,
        });
        unique.then_some(Self { entries })
    }

    fn entry(&self, key: &[u8]) -> Option<&Entry> {
        let index = self.entries.binary_search_by(|entry| entry.key.as_slice().cmp(key)).ok()?;
        self.entries.get(index)
    }

    /// The value as it stands (a reference is not followed).
    pub(crate) fn get(&self, key: &str) -> Option<&Object> {
        self.value(key.as_bytes())
    }

    /// As [`Dictionary::get`], of a key that was read.
    pub(crate) fn value(&self, key: &[u8]) -> Option<&Object> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// Where the value stands in the text this dictionary was read from.
    pub(crate) fn span(&self, key: &str) -> Option<Range<usize>> {
        self.entry(key.as_bytes()).map(|entry| entry.span.clone())
    }

    /// Whether the value is a direct name equal to `name`.
    pub(crate) fn is_name(&self, key: &str, name: &str) -> bool {
        self.get(key).and_then(Object::as_name) == Some(name.as_bytes())
    }

    /// Sets a value, keeping the order by key.
    pub(crate) fn set(&mut self, key: &str, value: Object) {
        match self.entries.binary_search_by(|entry| entry.key.as_slice().cmp(key.as_bytes())) {
            Ok(index) => {
                if let Some(entry) = self.entries.get_mut(index) {
                    entry.value = value;
                }
            }
            Err(index) => self.entries.insert(index, Entry { key: key.into(), value, span: 0..0 }),
        }
    }

    /// Keys and values in the order of the keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.entries.iter().map(|entry| (entry.key.as_slice(), &entry.value))
    }
}

impl Object {
    pub(crate) fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(value) => Some(*value),
            _ => None,
        }
    }

    /// An integer that can be an offset, a length or a count.
    pub(crate) fn as_size(&self) -> Option<usize> {
        self.as_integer().and_then(|value| usize::try_from(value).ok())
    }

    /// An integer or real as a floating point number.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self {
            #[allow(clippy::cast_precision_loss, reason = "page coordinates; 2^53 is far outside any page")]
            Self::Integer(value) => Some(*value as f64),
            Self::Real(text) => text.parse().ok(),
            _ => None,
        }
    }

    pub(crate) fn as_name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn as_string(&self) -> Option<&[u8]> {
        match self {
            Self::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The dictionary itself, or that of a stream.
    pub(crate) fn as_dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            Self::Stream(stream) => Some(&stream.dictionary),
            _ => None,
        }
    }

    pub(crate) fn as_reference(&self) -> Option<Id> {
        match self {
            Self::Reference(id) => Some(*id),
            _ => None,
        }
    }
}
