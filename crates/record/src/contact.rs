//! Where an institution or a person can be reached.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Line, Problem,
    code::{formed, shortened},
};

/// A seat: what stands on an envelope, and the town for "place of issue".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Street, number, postal code and town in one line.
    pub line: Line,
    /// The town alone.
    pub town: Bilingual,
}

formed! {
    /// An http or https address, at most 2000 characters.
    #[derive(Debug)]
    Homepage, homepage
}
formed! {
    /// An e-mail address, at most 254 characters (RFC 5321 §4.5.3.1.3), without quotes or comments.
    Email, email
}
formed! {
    /// A colour `#rrggbb`, in small letters.
    #[derive(Debug)]
    Colour, colour
}

/// An address may be a person's: never shown in debug output.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

impl Colour {
    /// Red, green and blue.
    #[must_use]
    pub fn rgb(&self) -> [u8; 3] {
        let part = |range: std::ops::Range<usize>| {
            self.0.get(range).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or_default()
        };
        [part(1..3), part(3..5), part(5..7)]
    }
}

fn homepage(text: &str) -> Result<String, Problem> {
    let problem = || Problem::NotAnAddress { found: shortened(text) };
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(problem)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let visible =
        text.len() <= 2000 && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    let port = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    if visible && port && is_host(host) { Ok(text.to_owned()) } else { Err(problem()) }
}

fn email(text: &str) -> Result<String, Problem> {
    let (local, host) = text.rsplit_once('@').ok_or(Problem::NotAnEmail)?;
    let dots = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let characters = local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+-/=?^_`{|}~".contains(&byte));
    let length = (1..=64).contains(&local.len()) && text.len() <= 254;
    if dots && characters && length && is_host(host) && host.contains('.') {
        Ok(text.to_owned())
    } else {
        Err(Problem::NotAnEmail)
    }
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.len() <= 253 && host.split('.').all(label)
}

fn colour(text: &str) -> Result<String, Problem> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if fits { Ok(text.to_ascii_lowercase()) } else { Err(Problem::NotAColour { found: shortened(text) }) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn addresses_of_the_web() {
        for text in ["https://univerzita.example", "http://127.0.0.1:8080/a?b#c", "https://xn--e1afmkfd.example/%C5%99"]
        {
            assert_eq!(Homepage::new(text).unwrap().as_str(), text);
        }
        for text in [
            "",
            "univerzita.example",
            "ftp://a.example",
            "javascript:alert(1)",
            "https://",
            "https://a b.example",
            "https://u@a.example",
            "https://a.example/\"",
            "https://a.example:x",
        ] {
            assert!(Homepage::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_of_people() {
        assert!(Email::new("jana.novakova+mc@posta.example").is_ok());
        for text in [
            "jana",
            "@a.example",
            "jana@",
            "jana@localhost",
            "ja na@a.example",
            "jana@a..example",
            ".jana@a.example",
            "jana@a.example>",
        ] {
            assert_eq!(Email::new(text).unwrap_err().field, "", "{text}");
        }
        assert!(!format!("{:?}", Email::new("jana@a.example").unwrap()).contains("jana"));
    }

    #[test]
    fn colours() {
        assert_eq!(Colour::new("#0B3D91").unwrap().rgb(), [11, 61, 145]);
        assert!(Colour::new("0b3d91").is_err());
        assert!(Colour::new("#0b3d9é").is_err());
    }
}
