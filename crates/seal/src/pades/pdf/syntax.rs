//! Reading PDF objects out of bytes (ISO 32000-1, 7.2 and 7.3): strict, bounded, never beyond the slice.

use super::object::{Dictionary, Id, Object};
use crate::pades::PdfReadError;
use data_encoding::HEXLOWER_PERMISSIVE;
use std::ops::Range;

/// Arrays and dictionaries nested deeper than this are refused.
const MAX_DEPTH: usize = 64;

/// A place in a text of PDF tokens.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// White space (7.2.2).
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn is_regular(byte: u8) -> bool {
    REGULAR[byte as usize]
}

/// For every byte: whether it is neither white space nor a delimiter. Most of a file's objects are names and numbers.
const REGULAR: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "less than 256")]
        let value = byte as u8;
        table[byte] = !is_space(value) && !is_delimiter(value);
        byte += 1;
    }
    table
};

/// Value of a hexadecimal digit.
pub(crate) const fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

impl<'a> Cursor<'a> {
    /// A cursor at byte `at` of `bytes`; offsets in errors and spans count from the start of `bytes`.
    pub(crate) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Offset of the next byte to be read.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    fn wrong<T>(&self, what: &'static str) -> Result<T, PdfReadError> {
        Err(PdfReadError::Syntax { offset: self.at, what })
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at.checked_add(ahead)?).copied()
    }

    /// Skips white space and comments.
    pub(crate) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\r' && byte != b'\n') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Takes `word` if it stands here and ends here.
    pub(crate) fn take(&mut self, word: &str) -> bool {
        let end = self.at.saturating_add(word.len());
        let here = self.bytes.get(self.at..end) == Some(word.as_bytes());
        let ends = self.bytes.get(end).is_none_or(|byte| !is_regular(*byte));
        if here && ends {
            self.at = end;
        }
        here && ends
    }

    /// Takes `word` after white space, or says that it is missing.
    pub(crate) fn expect(&mut self, word: &str, what: &'static str) -> Result<(), PdfReadError> {
        self.skip_space();
        if self.take(word) { Ok(()) } else { self.wrong(what) }
    }

    /// An unsigned decimal integer after white space.
    pub(crate) fn unsigned(&mut self) -> Result<usize, PdfReadError> {
        self.skip_space();
        let start = self.at;
        let mut value: usize = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let next = value.checked_mul(10).and_then(|value| value.checked_add(usize::from(digit - b'0')));
            let Some(next) = next else { return self.wrong("integer too large") };
            value = next;
            self.at += 1;
        }
        if self.at == start || self.peek().is_some_and(is_regular) {
            return self.wrong("expected an unsigned integer");
        }
        Ok(value)
    }

    /// `n g obj`, the head of an indirect object.
    pub(crate) fn head(&mut self) -> Result<Id, PdfReadError> {
        let number = self.unsigned()?;
        let generation = self.unsigned()?;
        self.expect("obj", "expected obj")?;
        match (u32::try_from(number), u16::try_from(generation)) {
            (Ok(number), Ok(generation)) => Ok(Id { number, generation }),
            _ => self.wrong("object number too large"),
        }
    }

    /// After the dictionary of a stream: skips `stream` and its end of line; `None` if no stream follows.
    pub(crate) fn stream_start(&mut self) -> Result<Option<usize>, PdfReadError> {
        self.skip_space();
        if !self.take("stream") {
            return Ok(None);
        }
        match (self.peek(), self.peek_at(1)) {
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            (Some(b'\n'), _) => self.at += 1,
            _ => return self.wrong("stream is not followed by an end of line"),
        }
        Ok(Some(self.at))
    }

    /// One object (not a stream's data).
    pub(crate) fn object(&mut self) -> Result<Object, PdfReadError> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Object, PdfReadError> {
        if depth > MAX_DEPTH {
            return Err(PdfReadError::Limit { what: "depth of a PDF object", limit: MAX_DEPTH });
        }
        self.skip_space();
        match self.peek() {
            Some(b'/') => Ok(Object::Name(self.name()?)),
            Some(b'(') => Ok(Object::String(self.literal()?)),
            Some(b'<') if self.peek_at(1) == Some(b'<') => Ok(Object::Dictionary(self.dictionary(depth)?)),
            Some(b'<') => Ok(Object::String(self.hexadecimal()?)),
            Some(b'[') => self.array(depth),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => self.number(),
            Some(b't') if self.take("true") => Ok(Object::Boolean(true)),
            Some(b'f') if self.take("false") => Ok(Object::Boolean(false)),
            Some(b'n') if self.take("null") => Ok(Object::Null),
            _ => self.wrong("expected a PDF object"),
        }
    }

    /// What stands here up to white space or a delimiter.
    fn word(&self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
        rest.get(..length).unwrap_or_default()
    }

    fn name(&mut self) -> Result<Vec<u8>, PdfReadError> {
        self.at += 1;
        let word = self.word();
        if !word.contains(&b'#') {
            self.at += word.len();
            return Ok(word.to_vec());
        }
        let mut name = Vec::with_capacity(word.len());
        let end = self.at + word.len();
        while let Some(byte) = self.peek().filter(|_| self.at < end) {
            self.at += 1;
            if byte != b'#' {
                name.push(byte);
                continue;
            }
            match (self.peek().and_then(hex_digit), self.peek_at(1).and_then(hex_digit)) {
                (Some(high), Some(low)) => {
                    name.push(high << 4 | low);
                    self.at += 2;
                }
                _ => return self.wrong("# in a name is not followed by two hexadecimal digits"),
            }
        }
        Ok(name)
    }

    fn literal(&mut self) -> Result<Vec<u8>, PdfReadError> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(text);
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    text.push(b'\n');
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        self.wrong("string without end")
    }

    /// What follows a backslash in a literal string (table 3).
    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(0x08),
            b'f' => text.push(0x0c),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((value & 0xff) as u8);
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Result<Vec<u8>, PdfReadError> {
        self.at += 1;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        // Signature values are long, and written without white space.
        let digits = rest.iter().position(|byte| *byte == b'>').and_then(|length| rest.get(..length));
        match digits.map(|digits| (digits.len(), HEXLOWER_PERMISSIVE.decode(digits))) {
            Some((length, Ok(text))) => {
                self.at += length + 1;
                Ok(text)
            }
            _ => self.spaced_hexadecimal(),
        }
    }

    /// The rest of a hexadecimal string in which white space may stand, and an odd number of digits.
    fn spaced_hexadecimal(&mut self) -> Result<Vec<u8>, PdfReadError> {
        let mut text = Vec::new();
        let mut half: Option<u8> = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match (hex_digit(byte), half) {
                (Some(high), None) => half = Some(high),
                (Some(low), Some(high)) => {
                    text.push(high << 4 | low);
                    half = None;
                }
                (None, _) if byte == b'>' => {
                    text.extend(half.map(|high| high << 4));
                    return Ok(text);
                }
                (None, _) if is_space(byte) => {}
                (None, _) => return self.wrong("not a hexadecimal digit"),
            }
        }
        self.wrong("hexadecimal string without end")
    }

    fn array(&mut self, depth: usize) -> Result<Object, PdfReadError> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Object::Array(items));
            }
            items.push(self.nested(depth + 1)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Dictionary, PdfReadError> {
        let start = self.at;
        self.at += 2;
        let mut entries: Vec<(Vec<u8>, Object, Range<usize>)> = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                Some(b'>') if self.peek_at(1) == Some(b'>') => {
                    self.at += 2;
                    break;
                }
                Some(b'/') => {
                    let key = self.name()?;
                    self.skip_space();
                    let from = self.at;
                    let value = self.nested(depth + 1)?;
                    entries.push((key, value, from..self.at));
                }
                _ => return self.wrong("expected a name or >> in a dictionary"),
            }
        }
        Dictionary::from_entries(entries)
            .ok_or(PdfReadError::Syntax { offset: start, what: "a key stands twice in a dictionary" })
    }

    /// An integer, a real, or a reference `n g R`.
    fn number(&mut self) -> Result<Object, PdfReadError> {
        let word = self.word();
        let text = std::str::from_utf8(word).unwrap_or_default();
        let plain = text.strip_prefix(['+', '-']).unwrap_or(text);
        let points = plain.bytes().filter(|byte| *byte == b'.').count();
        if !plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') || points > 1 {
            return self.wrong("not a number");
        }
        if points > 0 {
            self.at += word.len();
            return Ok(Object::Real(text.to_owned()));
        }
        let Ok(value) = text.parse::<i64>() else { return self.wrong("integer too large") };
        self.at += word.len();
        if text.len() == plain.len()
            && let Some(id) = self.rest_of_reference(value)
        {
            return Ok(Object::Reference(id));
        }
        Ok(Object::Integer(value))
    }

    fn rest_of_reference(&mut self, number: i64) -> Option<Id> {
        let number = u32::try_from(number).ok()?;
        let mut ahead = self.clone();
        ahead.skip_space();
        if !ahead.peek()?.is_ascii_digit() {
            return None;
        }
        let generation = u16::try_from(ahead.unsigned().ok()?).ok()?;
        ahead.skip_space();
        if !ahead.take("R") {
            return None;
        }
        *self = ahead;
        Some(Id { number, generation })
    }
}
