//! Lexical forms of XML Schema, as far as the profile uses them.

use jiff::civil::Date;

/// How a date and time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateTime {
    /// With a time zone.
    Zoned,
    /// Without one: the EU's software reads it as UTC.
    Local,
    /// Not a date and time.
    Wrong,
}

/// `xsd:dateTime`: `2025-09-01T12:00:00`, optional fraction, optional `Z` or offset.
pub(super) fn date_time(text: &str) -> DateTime {
    let Some((date, rest)) = text.split_once('T') else {
        return DateTime::Wrong;
    };
    let zone_at = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(zone_at);
    if date.len() != 10 || date.parse::<Date>().map_or(true, |date| date.year() < 1) || !is_time(time) {
        return DateTime::Wrong;
    }
    match zone {
        "" => DateTime::Local,
        "Z" => DateTime::Zoned,
        offset if is_offset(offset) => DateTime::Zoned,
        _ => DateTime::Wrong,
    }
}

fn is_time(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| !digits(fraction)) {
        return false;
    }
    let mut parts = whole.split(':');
    let mut within = |limit: u8| {
        parts
            .next()
            .is_some_and(|part| part.len() == 2 && digits(part) && part.parse::<u8>().is_ok_and(|value| value < limit))
    };
    within(24) && within(60) && within(60) && parts.next().is_none()
}

fn is_offset(text: &str) -> bool {
    let Some((hours, minutes)) = text.get(1..).and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    let number = |text: &str| {
        if text.len() == 2 { text.parse::<u8>().ok() } else { None }
    };
    matches!((number(hours), number(minutes)), (Some(0..=13), Some(0..=59)) | (Some(14), Some(0)))
        && text.bytes().skip(1).all(|byte| byte.is_ascii_digit() || byte == b':')
}

/// `xsd:duration`: `P1Y2M3DT4H5M6.7S`, at least one part.
pub(super) fn is_duration(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    let days = parts(date, b"YMD", false);
    match time {
        None => days.is_some_and(|count| count > 0),
        Some(time) => days.is_some() && parts(time, b"HMS", true).is_some_and(|count| count > 0),
    }
}

/// Numbers each followed by one of `units`, in that order. The last unit may have a fraction when `fraction`.
fn parts(text: &str, units: &[u8], fraction: bool) -> Option<usize> {
    let mut count = 0;
    let mut next = 0;
    let mut digits = 0;
    let mut point = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' if digits > 0 && !point => {
                point = true;
                digits = 0;
            }
            unit => {
                let at = units.iter().skip(next).position(|&known| known == unit)? + next;
                let last = at + 1 == units.len();
                if digits == 0 || (point && !(fraction && last)) {
                    return None;
                }
                next = at + 1;
                count += 1;
                digits = 0;
                point = false;
            }
        }
    }
    (digits == 0 && !point).then_some(count)
}

/// A whole number in a text. One that is too large for us is as large as we know.
pub(super) fn integer(text: &str) -> Option<i64> {
    // White space around a number is no part of it (XML Schema 2, 4.3.6).
    let text = text.trim_ascii();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(i64::MAX);
    Some(if negative { -size } else { size })
}

/// A whole number as a JSON number: `1.0` and `1e2` are whole, too (JSON-LD 1.1 API, 8.6).
pub(super) fn whole(number: &str) -> Option<i64> {
    integer(number).or_else(|| {
        let value: f64 = number.parse().ok()?;
        (value.fract() == 0.0 && value.abs() < 1e21).then_some(value as i64)
    })
}

/// Neither an absolute URI nor a word that could be a relative one: the contexts lose it where a reference should stand.
pub(super) fn is_lost(text: &str) -> bool {
    if text.contains(char::is_whitespace) {
        return true;
    }
    let Some((scheme, _)) = text.split_once(':') else {
        return false;
    };
    let mut characters = scheme.bytes();
    let named = characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    !named && scheme != "_"
}

/// `xsd:decimal`: no exponent.
pub(super) fn is_decimal(text: &str) -> bool {
    let text = text.trim_ascii();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut points = 0;
    let mut count = 0;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => count += 1,
            b'.' => points += 1,
            _ => return false,
        }
    }
    count > 0 && points <= 1
}

/// An absolute URI: a scheme, a colon, something, and no characters that end a URI.
pub(super) fn is_absolute_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let mut characters = scheme.bytes();
    characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        && !rest.is_empty()
        && !rest
            .bytes()
            .any(|byte| byte <= b' ' || matches!(byte, b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`'))
}

/// A language tag as far as JSON-LD looks at it: `cs`, `en-GB`, `sr-Latn`.
pub(super) fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    parts
        .next()
        .is_some_and(|first| (1..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_times() {
        for good in
            ["2023-09-27T13:54:17+02:00", "2022-12-31T23:00:00Z", "2024-02-29T00:00:00.5Z", "2024-01-01T00:00:00-14:00"]
        {
            assert_eq!(date_time(good), DateTime::Zoned, "{good}");
        }
        assert_eq!(date_time("2024-01-01T10:00:00"), DateTime::Local);
        for bad in [
            "2024-01-01",
            "2023-02-29T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "2024-01-01T25:00:00Z",
            "2024-01-01T10:00Z",
            "2024-01-01T10:00:00+2:00",
            "2024-01-01T10:00:00+15:00",
            "2024-1-1T10:00:00Z",
            "",
            "T",
            "2024-01-01T10:00:00.Z",
            "2024-01-01T10:00:00+0é:00",
        ] {
            assert_eq!(date_time(bad), DateTime::Wrong, "{bad}");
        }
    }

    #[test]
    fn durations() {
        for good in ["PT50H", "P3M", "P60M", "P1Y2M3DT4H5M6.7S", "-P1D", "PT0.5S"] {
            assert!(is_duration(good), "{good}");
        }
        for bad in ["P", "PT", "50H", "P1H", "PT1D", "PT5", "P1M1Y", "PT.5S", "PT1.5H", "P1.5D", "P-1D", ""] {
            assert!(!is_duration(bad), "{bad}");
        }
    }

    #[test]
    fn uris_and_tags() {
        assert!(is_absolute_uri("urn:epass:note:1"));
        assert!(is_absolute_uri("https://příklad.example/a"));
        for bad in ["note1", "/a", ":x", "1a:b", "urn:", "http://a b"] {
            assert!(!is_absolute_uri(bad), "{bad}");
        }
        assert!(is_language_tag("sr-Latn") && !is_language_tag("") && !is_language_tag("czech language"));
    }

    #[test]
    fn the_contexts_lose_what_can_be_no_reference() {
        for lost in ["2026-01-01T00:00:00Z", "see: there", "two words", ":x"] {
            assert!(is_lost(lost), "{lost}");
        }
        for kept in ["urn:x:1", "online", "_:b1", ""] {
            assert!(!is_lost(kept), "{kept}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(integer("07"), Some(7));
        assert_eq!(integer(" 7 "), Some(7));
        assert_eq!(integer("-100000000000000000000"), Some(-i64::MAX));
        assert_eq!((integer("1.5"), integer("1.0"), integer("")), (None, None, None));
        assert_eq!((whole("1.0"), whole("1e2"), whole("1.5"), whole("1e30")), (Some(1), Some(100), None, None));
        assert!(is_decimal("-1.5") && is_decimal("2.") && !is_decimal("1e3") && !is_decimal("."));
    }
}
