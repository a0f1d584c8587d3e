//! What is wrong with the form of a file: a closed list, so that it can be told in the reader's language.

/// Why text is not TOML, JSON or CSV at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The same key or table stands twice.
    Duplicate,
    /// After `=` there is no value, or a text without quotes.
    Unquoted,
    /// A quote, bracket or brace was opened and not closed, or closed and not opened.
    Unclosed,
    /// A key without `=` or without a value.
    NoValue,
    /// A comma is missing, or there is one too many.
    Comma,
    /// A key with characters that need quotes, or no key at all.
    Key,
    /// A number as TOML does not write it.
    Number,
    /// Tables or lists too deep in each other.
    TooDeep,
    /// JSON, but not a list of objects.
    Shape,
    /// Not JSON.
    Json,
    /// Not CSV.
    Csv,
    /// Something else.
    Other,
}

impl SyntaxFault {
    /// What the parser of TOML means. Its messages are sentences for programmers, so only what they begin with counts.
    #[must_use]
    pub fn of_toml(message: &str) -> Self {
        let says = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
        if says(&["duplicate key"]) {
            Self::Duplicate
        } else if says(&["string values must be quoted"]) {
            Self::Unquoted
        } else if says(&["unquoted key"]) {
            Self::Key
        } else if says(&["missing comma", "extra comma"]) {
            Self::Comma
        } else if says(&["recurs"]) {
            Self::TooDeep
        } else if says(&["unclosed", "opening", "invalid basic string", "invalid literal string", "invalid multi-line"])
        {
            Self::Unclosed
        } else if says(&["key with no value", "missing value", "missing assignment", "extra assignment", "extra `=`"]) {
            Self::NoValue
        } else if says(&["leading zero", "radix", "sign", "numeric", "number", "digits"]) {
            Self::Number
        } else if says(&["key"]) {
            Self::Key
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use toml::de::DeTable;

    use super::SyntaxFault as Fault;

    #[test]
    fn what_the_parser_says_is_understood() {
        let samples = [
            ("a = 1\na = 2\n", Fault::Duplicate),
            ("[a]\n[a]\n", Fault::Duplicate),
            ("a = Brno\n", Fault::Unquoted),
            ("a = \"Brno\n", Fault::Unclosed),
            ("a = [1, 2\n", Fault::Unclosed),
            ("[a\nb = 1\n", Fault::Unclosed),
            ("a = { b = 1\n", Fault::Unclosed),
            ("a\n", Fault::NoValue),
            ("a =\n", Fault::Unquoted),
            ("a : 1\n", Fault::NoValue),
            ("a = [1, , 2]\n", Fault::Comma),
            ("a = 007\n", Fault::Number),
            ("příjmení = 1\n", Fault::Key),
            ("= 1\n", Fault::Key),
        ];
        for (text, fault) in samples {
            let error = DeTable::parse(text).unwrap_err();
            assert_eq!(Fault::of_toml(error.message()), fault, "{text}: {}", error.message());
        }
    }
}
