//! What an item says, and its canonical JSON (RFC 8785).

use std::collections::BTreeMap;

use crate::json::quote;

/// The first byte in UTF-8 of characters beyond U+FFFF (RFC 3629, 3), which are two code units of UTF-16.
const FOUR_BYTES: u8 = 0xf0;

/// The value of an item. There are no numbers: a decimal is a text, so that no reader rounds it and RFC 8785, 3.2.2.3 has nothing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemValue {
    /// The record does not say it.
    Null,
    /// A text, a decimal, a day or a code of a list.
    Text(String),
    /// Several, in the order of the record.
    List(Vec<ItemValue>),
    /// Parts by name; texts by language.
    Object(BTreeMap<String, ItemValue>),
}

impl ItemValue {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        ItemValue::Text(text.into())
    }

    /// A text that may not be there.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(ItemValue::Null, ItemValue::text)
    }

    /// An object; nothing when all its parts are nothing.
    pub fn object<const N: usize>(parts: [(&str, ItemValue); N]) -> Self {
        if parts.iter().all(|(_, part)| *part == ItemValue::Null) {
            return ItemValue::Null;
        }
        ItemValue::Object(parts.into_iter().map(|(name, part)| (name.to_owned(), part)).collect())
    }

    /// A list; nothing when it is empty.
    pub fn list(values: impl IntoIterator<Item = ItemValue>) -> Self {
        let values: Vec<ItemValue> = values.into_iter().collect();
        if values.is_empty() { ItemValue::Null } else { ItemValue::List(values) }
    }

    /// What several places say, which must be the same: said once when it is, and in full when it is not.
    pub fn agreed(values: impl IntoIterator<Item = ItemValue>) -> Self {
        let mut values: Vec<ItemValue> = values.into_iter().filter(|value| *value != ItemValue::Null).collect();
        values.dedup();
        match values.len() {
            0 => ItemValue::Null,
            1 => values.remove(0),
            _ => ItemValue::List(values),
        }
    }

    /// Its canonical JSON.
    pub fn to_canonical(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    pub(super) fn write(&self, out: &mut String) {
        match self {
            ItemValue::Null => out.push_str("null"),
            ItemValue::Text(text) => quote(text, out),
            ItemValue::List(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    value.write(out);
                }
                out.push(']');
            }
            ItemValue::Object(parts) => {
                // RFC 8785, 3.2.3: names are sorted by their UTF-16 code units.
                let mut parts: Vec<(&String, &ItemValue)> = parts.iter().collect();
                // They are in the order of their characters, which is another one only where some need two code units.
                if parts.iter().any(|(name, _)| name.bytes().any(|byte| byte >= FOUR_BYTES)) {
                    parts.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
                }
                out.push('{');
                for (index, (name, value)) in parts.into_iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    quote(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_written_as_rfc_8785_writes_them() {
        // The string of RFC 8785, 3.2.2, and the last characters that are escaped and not.
        let text = "\u{20ac}$\u{f}\u{a}A'\u{42}\u{22}\u{5c}\u{5c}\u{22}/";
        assert_eq!(ItemValue::text(text).to_canonical(), "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        let control = "\u{8}\u{c}\u{d}\u{9}\u{1f}\u{7f}\u{80}\u{2028}";
        assert_eq!(ItemValue::text(control).to_canonical(), "\"\\b\\f\\r\\t\\u001f\u{7f}\u{80}\u{2028}\"");
    }

    #[test]
    fn names_are_sorted_by_their_utf_16_code_units() {
        // The names of RFC 8785, 3.2.3, in the order that it gives.
        let names = ["\r", "1", "\u{80}", "\u{f6}", "\u{20ac}", "\u{1f600}", "\u{fb33}"];
        let object: BTreeMap<String, ItemValue> =
            names.iter().map(|name| ((*name).to_owned(), ItemValue::Null)).collect();
        let written = ItemValue::Object(object).to_canonical();
        let places: Vec<Option<usize>> =
            names.iter().map(|name| written.find(name.replace('\r', "\\r").as_str())).collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{written}");
    }

    #[test]
    fn nothing_is_said_by_parts_that_say_nothing() {
        let nothing = ItemValue::object([("a", ItemValue::Null), ("b", ItemValue::list([]))]);
        assert_eq!(nothing, ItemValue::Null);
        let some = ItemValue::object([("b", ItemValue::text("x")), ("a", ItemValue::Null)]);
        assert_eq!(some.to_canonical(), "{\"a\":null,\"b\":\"x\"}");
    }

    #[test]
    fn places_that_disagree_are_all_said() {
        let (one, two) = (ItemValue::text("1"), ItemValue::text("2"));
        assert_eq!(ItemValue::agreed([one.clone(), ItemValue::Null, one.clone()]), one);
        assert_eq!(ItemValue::agreed([one.clone(), two.clone()]), ItemValue::List(vec![one, two]));
        assert_eq!(ItemValue::agreed([ItemValue::Null]), ItemValue::Null);
    }
}
