//! UTCTime and GeneralizedTime as certificates and time stamps write them: in UTC, to the second or finer.

use super::{Asn1Error, tag};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const MALFORMED: Asn1Error = Asn1Error::Value("a time is malformed");

/// Reads `YYMMDDHHMMSSZ` or `YYYYMMDDHHMMSS[.f…]Z` (RFC 5280 §4.1.2.5, RFC 3161 §2.4.2).
///
/// Instants after the last one that can be held (end of the year 9999, "no well-defined end") become that last one.
pub(super) fn read(tag: u8, content: &[u8]) -> Result<Timestamp, Asn1Error> {
    let text = std::str::from_utf8(content).map_err(|_| MALFORMED)?.strip_suffix('Z').ok_or(MALFORMED)?;
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if !whole.bytes().all(|octet| octet.is_ascii_digit()) {
        return Err(MALFORMED);
    }
    let (year, rest) = match (tag, whole.len(), fraction) {
        (tag::UTC_TIME, 12, None) => {
            let year = digits(whole, 0, 2)?;
            (if year >= 50 { 1900 + year } else { 2000 + year }, whole.get(2..).ok_or(MALFORMED)?)
        }
        (tag::GENERALIZED_TIME, 14, _) => (digits(whole, 0, 4)?, whole.get(4..).ok_or(MALFORMED)?),
        _ => return Err(MALFORMED),
    };
    let part = |index: usize| digits(rest, index * 2, 2).and_then(|n| i8::try_from(n).map_err(|_| MALFORMED));
    let time = DateTime::new(year, part(0)?, part(1)?, part(2)?, part(3)?, part(4)?, nanoseconds(fraction)?)
        .map_err(|_| MALFORMED)?;
    Ok(TimeZone::UTC.to_timestamp(time).unwrap_or(Timestamp::MAX))
}

fn digits(text: &str, from: usize, count: usize) -> Result<i16, Asn1Error> {
    text.get(from..from + count).and_then(|digits| digits.parse().ok()).ok_or(MALFORMED)
}

fn nanoseconds(fraction: Option<&str>) -> Result<i32, Asn1Error> {
    let Some(fraction) = fraction else { return Ok(0) };
    if fraction.is_empty() || fraction.len() > 9 || !fraction.bytes().all(|octet| octet.is_ascii_digit()) {
        return Err(MALFORMED);
    }
    format!("{fraction:0<9}").parse().map_err(|_| MALFORMED)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_are_read_to_the_fraction() {
        let utc = |text: &str| read(tag::UTC_TIME, text.as_bytes());
        let general = |text: &str| read(tag::GENERALIZED_TIME, text.as_bytes());
        assert_eq!(utc("230927115417Z").unwrap().to_string(), "2023-09-27T11:54:17Z");
        assert_eq!(utc("500101000000Z").unwrap().to_string(), "1950-01-01T00:00:00Z");
        assert_eq!(general("20230927115417.25Z").unwrap().to_string(), "2023-09-27T11:54:17.25Z");
        assert_eq!(general("99991231235959Z").unwrap(), Timestamp::MAX);
        for wrong in
            ["", "Z", "20230927115417", "20231327115417Z", "20230927115417.Z", "+0230927115417Z", "20230927115417+0100"]
        {
            assert!(general(wrong).is_err(), "{wrong}");
        }
        assert!(utc("2309271154Z").is_err());
    }
}
