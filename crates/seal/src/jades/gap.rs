//! Where in the text of a sealed file new unsigned items belong, so that everything that stands in it stays as it is.

use std::ops::Range;

/// The place for new items of `etsiU`: a byte offset in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Behind the last item.
    Items(usize),
    /// Behind the brace that opens an unprotected header without `etsiU`.
    Header {
        at: usize,
        /// Whether the header has other members.
        others: bool,
    },
    /// Behind the protected header of a signature that has no unprotected one.
    Signature(usize),
}

impl Gap {
    /// Finds the place in a file that has been read as a seal in general or flattened serialization.
    pub(super) fn find(file: &str) -> Option<Self> {
        let whole = parts(file, space(file.as_bytes(), 0))?;
        let signature = match named(&whole, "signatures") {
            Some(signatures) => {
                let (_, first) = parts(file, signatures.start)?.into_iter().next()?;
                parts(file, first.start)?
            }
            None => whole,
        };
        let Some(header) = named(&signature, "header") else {
            return named(&signature, "protected").map(|protected| Self::Signature(protected.end));
        };
        let members = parts(file, header.start)?;
        match named(&members, "etsiU") {
            Some(items) => parts(file, items.start)?.last().map(|(_, last)| Self::Items(last.end)),
            None => Some(Self::Header { at: header.start + 1, others: !members.is_empty() }),
        }
    }

    /// The file with `items` in their place.
    pub(super) fn fill(self, file: &str, items: &[&str]) -> String {
        if items.is_empty() {
            return file.to_owned();
        }
        let quoted: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
        let items = quoted.join(",");
        let (at, text) = match self {
            Self::Items(at) => (at, format!(",{items}")),
            Self::Header { at, others } => (at, format!("\"etsiU\":[{items}]{}", if others { "," } else { "" })),
            Self::Signature(at) => (at, format!(",\"header\":{{\"etsiU\":[{items}]}}")),
        };
        let (before, after) = file.split_at_checked(at).unwrap_or((file, ""));
        [before, &text, after].concat()
    }
}

type Part = (String, Range<usize>);

fn named<'p>(parts: &'p [Part], name: &str) -> Option<&'p Range<usize>> {
    parts.iter().find(|(known, _)| known == name).map(|(_, place)| place)
}

/// What is in the object or array that opens at `at`: the name of each part (empty in an array) and where its value stands.
fn parts(text: &str, at: usize) -> Option<Vec<Part>> {
    let bytes = text.as_bytes();
    let object = *bytes.get(at)? == b'{';
    let mut at = space(bytes, at + 1);
    let mut parts = Vec::new();
    while !matches!(bytes.get(at)?, b'}' | b']') {
        let mut name = String::new();
        if object {
            let end = value(bytes, at)?;
            name = serde_json::from_str(text.get(at..end)?).ok()?;
            let colon = space(bytes, end);
            at = space(bytes, colon + 1);
        }
        let end = value(bytes, at)?;
        parts.push((name, at..end));
        at = space(bytes, end);
        if *bytes.get(at)? == b',' {
            at = space(bytes, at + 1);
        }
    }
    Some(parts)
}

/// Where the value that starts at `at` ends. That the text is JSON is known.
fn value(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        match bytes.get(at)? {
            b'"' => at = string(bytes, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => at += 1,
            _ => {
                let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r');
                at += bytes.get(at..)?.iter().position(ends)?;
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Where the string that starts at `at` ends.
fn string(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            _ => at += 2,
        }
    }
}

/// The first byte from `at` on that is no white space.
fn space(bytes: &[u8], at: usize) -> usize {
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    at + bytes.get(at..).unwrap_or_default().iter().take_while(blank).count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn filled(file: &str) -> String {
        Gap::find(file).unwrap().fill(file, &["x", "y"])
    }

    #[test]
    fn items_go_behind_the_last_one() {
        assert_eq!(
            filled(r#"{"payload":"\"}\\","signatures":[{"header":{"etsiU":["a" , "b" ],"k":1},"protected":"p"}]}"#),
            r#"{"payload":"\"}\\","signatures":[{"header":{"etsiU":["a" , "b","x","y" ],"k":1},"protected":"p"}]}"#
        );
        assert_eq!(
            filled("\n{ \"h\\u0065ader\" : {\"etsiU\":[\"a\"\n]}, \"n\":[-1.5e3,true,{\"header\":{}}] }"),
            "\n{ \"h\\u0065ader\" : {\"etsiU\":[\"a\",\"x\",\"y\"\n]}, \"n\":[-1.5e3,true,{\"header\":{}}] }"
        );
    }

    #[test]
    fn a_header_is_opened_or_made() {
        assert_eq!(filled(r#"{"header":{ }}"#), r#"{"header":{"etsiU":["x","y"] }}"#);
        assert_eq!(filled(r#"{"header":{"k":1}}"#), r#"{"header":{"etsiU":["x","y"],"k":1}}"#);
        assert_eq!(
            filled(r#"{"protected" : "p" ,"signature":"s"}"#),
            r#"{"protected" : "p","header":{"etsiU":["x","y"]} ,"signature":"s"}"#
        );
    }

    #[test]
    fn without_items_nothing_is_written() {
        let file = r#"{"protected":"p"}"#;
        assert_eq!(Gap::find(file).unwrap().fill(file, &[]), file);
    }
}
