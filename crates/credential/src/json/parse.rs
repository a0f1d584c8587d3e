//! The parser: one pass over the bytes, no recursion deeper than the limit, every error with its byte.

use std::collections::HashSet;

use super::{JsonDocument, JsonKind, Node};

/// What a text may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the whole text.
    pub bytes: usize,
    /// Arrays and objects inside each other.
    pub depth: usize,
    /// Values, names included.
    pub values: usize,
}

impl Default for Limits {
    /// Thirty times the largest credential seen in the wild.
    fn default() -> Self {
        Limits { bytes: 16 << 20, depth: 64, values: 500_000 }
    }
}

/// Where and why a text is not acceptable JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("byte {byte}: {problem}")]
pub struct ParseError {
    /// Offset of the offending byte.
    pub byte: usize,
    /// What is wrong there.
    pub problem: ParseProblem,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseProblem {
    /// Something else should stand here.
    #[error("not JSON")]
    Syntax,
    /// The text ends inside a value.
    #[error("the text ends too early")]
    Ended,
    /// A control character, a lone surrogate or an unknown escape inside a string.
    #[error("a string holds what JSON does not allow")]
    Text,
    /// A member name that already stands in the same object.
    #[error("a member name stands twice in one object")]
    Duplicate,
    /// More than [`Limits::bytes`].
    #[error("the text is too long")]
    TooLong,
    /// More than [`Limits::depth`].
    #[error("values are nested too deeply")]
    TooDeep,
    /// More than [`Limits::values`].
    #[error("there are too many values")]
    TooMany,
}

/// Members of one object up to which names are compared one by one.
const FEW: usize = 24;

pub(super) fn parse(text: &str, limits: Limits) -> Result<JsonDocument, ParseError> {
    if text.len() > limits.bytes.min(u32::MAX as usize / 2) {
        return Err(ParseError { byte: limits.bytes, problem: ParseProblem::TooLong });
    }
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        limits,
        decoded: String::new(),
        nodes: Vec::with_capacity(text.len() / 40 + 16),
        names: Vec::new(),
    };
    parser.space();
    parser.value(0)?;
    parser.space();
    if parser.at < parser.bytes.len() {
        return Err(parser.wrong(ParseProblem::Syntax));
    }
    Ok(JsonDocument { text: text.into(), decoded: parser.decoded, nodes: parser.nodes })
}

struct Parser<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    limits: Limits,
    decoded: String,
    nodes: Vec<Node>,
    /// Names of the objects that are open, the innermost one's last.
    names: Vec<usize>,
}

impl Parser<'_> {
    fn wrong(&self, problem: ParseProblem) -> ParseError {
        ParseError {
            byte: self.at,
            problem: if problem == ParseProblem::Syntax && self.at >= self.bytes.len() {
                ParseProblem::Ended
            } else {
                problem
            },
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), ParseError> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.wrong(ParseProblem::Syntax))
        }
    }

    fn push(&mut self, kind: JsonKind, start: usize, end: usize) -> Result<usize, ParseError> {
        let index = self.nodes.len();
        if index >= self.limits.values {
            return Err(self.wrong(ParseProblem::TooMany));
        }
        self.nodes.push(Node { kind, start: start as u32, end: end as u32, next: index as u32 + 1 });
        Ok(index)
    }

    fn value(&mut self, depth: usize) -> Result<(), ParseError> {
        match self.peek() {
            Some(b'{') => self.container(JsonKind::Object, b'}', depth),
            Some(b'[') => self.container(JsonKind::Array, b']', depth),
            Some(b'"') => self.string().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", JsonKind::True),
            Some(b'f') => self.word("false", JsonKind::False),
            Some(b'n') => self.word("null", JsonKind::Null),
            _ => Err(self.wrong(ParseProblem::Syntax)),
        }
    }

    fn word(&mut self, word: &str, kind: JsonKind) -> Result<(), ParseError> {
        let start = self.at;
        if !self.bytes[start..].starts_with(word.as_bytes()) {
            return Err(self.wrong(ParseProblem::Syntax));
        }
        self.at += word.len();
        self.push(kind, start, self.at).map(drop)
    }

    fn container(&mut self, kind: JsonKind, close: u8, depth: usize) -> Result<(), ParseError> {
        if depth >= self.limits.depth {
            return Err(self.wrong(ParseProblem::TooDeep));
        }
        let start = self.at;
        let index = self.push(kind, start, start)?;
        self.at += 1;
        self.space();
        let mut names = Names { first: self.names.len(), many: HashSet::new() };
        let mut first = true;
        while self.peek() != Some(close) {
            if !first {
                self.expect(b',')?;
                self.space();
            }
            first = false;
            if kind == JsonKind::Object {
                self.name(&mut names)?;
            }
            self.value(depth + 1)?;
            self.space();
        }
        self.at += 1;
        self.names.truncate(names.first);
        let next = self.nodes.len() as u32;
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = self.at as u32;
            node.next = next;
        }
        Ok(())
    }

    fn name(&mut self, names: &mut Names) -> Result<(), ParseError> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.wrong(ParseProblem::Syntax));
        }
        let index = self.string()?;
        if !names.add(self, index) {
            self.at = start;
            return Err(self.wrong(ParseProblem::Duplicate));
        }
        self.space();
        self.expect(b':')?;
        self.space();
        Ok(())
    }

    /// Whether two strings are the same; most differ in their length already.
    fn is_same_text(&self, one: usize, other: usize) -> bool {
        let length = |index: usize| self.nodes.get(index).map(|node| node.end - node.start);
        length(one) == length(other) && self.read(one) == self.read(other)
    }

    fn read(&self, index: usize) -> &str {
        let Some(node) = self.nodes.get(index) else {
            return "";
        };
        let range = node.start as usize..node.end as usize;
        match node.kind {
            JsonKind::Decoded => self.decoded.get(range),
            _ => self.text.get(range),
        }
        .unwrap_or_default()
    }

    fn number(&mut self) -> Result<(), ParseError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits()?,
            _ => return Err(self.wrong(ParseProblem::Syntax)),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        self.push(JsonKind::Number, start, self.at).map(drop)
    }

    fn digits(&mut self) -> Result<(), ParseError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.wrong(ParseProblem::Syntax));
        }
        Ok(())
    }

    /// Reads a string and returns its node.
    fn string(&mut self) -> Result<usize, ParseError> {
        self.at += 1;
        let start = self.at;
        self.at += plain(&self.bytes[start..]);
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                self.push(JsonKind::Plain, start, self.at - 1)
            }
            Some(b'\\') => self.decode(start),
            Some(_) => Err(self.wrong(ParseProblem::Text)),
            None => Err(self.wrong(ParseProblem::Ended)),
        }
    }

    fn decode(&mut self, start: usize) -> Result<usize, ParseError> {
        let from = self.decoded.len();
        let mut copied = start;
        loop {
            let text = self.text.get(copied..self.at).unwrap_or_default();
            self.decoded.push_str(text);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return self.push(JsonKind::Decoded, from, self.decoded.len());
                }
                Some(b'\\') => {
                    let character = self.escape()?;
                    self.decoded.push(character);
                }
                Some(_) => return Err(self.wrong(ParseProblem::Text)),
                None => return Err(self.wrong(ParseProblem::Ended)),
            }
            copied = self.at;
            self.at += plain(&self.bytes[copied..]);
        }
    }

    fn escape(&mut self) -> Result<char, ParseError> {
        self.at += 1;
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.wrong(ParseProblem::Text)),
        };
        self.at += 1;
        Ok(character)
    }

    fn unicode(&mut self) -> Result<char, ParseError> {
        let high = self.hex()?;
        let code = if (0xD800..0xDC00).contains(&high) {
            if self.bytes.get(self.at..self.at + 2) != Some(b"\\u") {
                return Err(self.wrong(ParseProblem::Text));
            }
            self.at += 1;
            let low = self.hex()?;
            if !(0xDC00..0xE000).contains(&low) {
                return Err(self.wrong(ParseProblem::Text));
            }
            0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
        } else {
            high
        };
        char::from_u32(code).ok_or_else(|| self.wrong(ParseProblem::Text))
    }

    /// `uXXXX`, standing on the `u`.
    fn hex(&mut self) -> Result<u32, ParseError> {
        let digits = self.text.get(self.at + 1..self.at + 5);
        let code = digits
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .ok_or_else(|| self.wrong(ParseProblem::Text))?;
        self.at += 5;
        Ok(code)
    }
}

/// The names of one object, to refuse a second of the same.
struct Names {
    /// Where its first ones begin in [`Parser::names`].
    first: usize,
    many: HashSet<String>,
}

impl Names {
    /// False when the name is already there.
    fn add(&mut self, parser: &mut Parser<'_>, index: usize) -> bool {
        let few = parser.names.get(self.first..).unwrap_or(&[]);
        if few.iter().any(|&other| parser.is_same_text(other, index)) {
            return false;
        }
        if few.len() < FEW {
            parser.names.push(index);
            return true;
        }
        self.many.insert(parser.read(index).to_owned())
    }
}

/// Bytes before the first quotation mark, backslash or control character. Eight at a time.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let mut length = 0;
    for chunk in bytes.chunks_exact(8) {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
        let stop = zero(word ^ (ONES * 0x22)) | zero(word ^ (ONES * 0x5c)) | control;
        if stop != 0 {
            return length + (stop.trailing_zeros() / 8) as usize;
        }
        length += 8;
    }
    let rest = bytes.get(length..).unwrap_or_default();
    length + rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests;
