//! Dates as PDF writes them (ISO 32000-1, 7.9.4).

use super::pdf::{Object, text};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Offset;

/// `D:YYYYMMDDHHmmSSOHH'mm'`: everything from the month on may be missing; without an offset the time counts as UTC.
pub(crate) fn read(text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (time, offset) = text.split_at_checked(digits)?;
    if time.len() < 4 || time.len() > 14 || time.len() % 2 != 0 {
        return None;
    }
    let part = |from: usize, default: i8| match time.get(from..from + 2) {
        Some(two) => two.parse::<i8>().ok(),
        None => Some(default),
    };
    let year = time.get(..4)?.parse().ok()?;
    let time = civil::DateTime::new(year, part(4, 1)?, part(6, 1)?, part(8, 0)?, part(10, 0)?, part(12, 0)?, 0).ok()?;
    let zone = zone(offset)?;
    zone.to_timestamp(time).ok()
}

/// `D:YYYYMMDDHHmmSSZ`, whole seconds.
pub(crate) fn write(at: Timestamp) -> Object {
    text(&at.strftime("D:%Y%m%d%H%M%SZ").to_string())
}

/// `Z`, `+HH'mm'`, `-HH'mm'`, with or without the apostrophes, or nothing.
fn zone(text: &str) -> Option<Offset> {
    let sign = match text.bytes().next() {
        None => return Some(Offset::UTC),
        Some(b'Z') => 0,
        Some(b'+') => 1,
        Some(b'-') => -1,
        Some(_) => return None,
    };
    let digits: String = text.chars().skip(1).filter(|character| *character != '\'').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !matches!(digits.len(), 0 | 2 | 4) {
        return None;
    }
    let number = |from: usize| digits.get(from..from + 2).map_or(Some(0), |two| two.parse::<i32>().ok());
    Offset::from_seconds(sign * (number(0)? * 3_600 + number(2)? * 60)).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn dates_are_read_with_any_precision_and_offset() {
        let cases = [
            ("D:20261120100000Z", "2026-11-20T10:00:00Z"),
            ("D:20261120100000Z00'00'", "2026-11-20T10:00:00Z"),
            ("D:20170525145713+02'00'", "2017-05-25T12:57:13Z"),
            ("D:20170525145713-0530", "2017-05-25T20:27:13Z"),
            ("D:2017", "2017-01-01T00:00:00Z"),
            ("201705", "2017-05-01T00:00:00Z"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text.as_bytes()).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "D:", "D:201", "D:20171", "D:20171301", "D:2017052514571399", "D:2017+ab", "D:2017*", "D:2017+1"]
        {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(read(b"D:2017\xff"), None);
    }
}
