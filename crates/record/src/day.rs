//! A day as people and machines write it: `1. 9. 2025`, `1.9.2025`, `01.09.2025`, `2025-09-01`.

use crate::{Date, Flaw, Problem, code::shortened};

/// Reads a day. Years have four digits.
///
/// # Errors
/// When it is written otherwise, or the calendar has no such day.
pub fn read(text: &str) -> Result<Date, Flaw> {
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let czech = || numbers(compact.split('.')).filter(|_| compact.is_ascii());
    let iso = || numbers(compact.split('-')).filter(|_| text.trim().len() == 10);
    let date = match (czech(), iso()) {
        (Some([day, month, year]), _) if year >= 1000 => Some((year, month, day)),
        (_, Some([year, month, day])) if year >= 1000 => Some((year, month, day)),
        _ => None,
    };
    date.and_then(|(year, month, day)| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())
        .ok_or_else(|| {
            if compact.is_empty() { Problem::Empty } else { Problem::NotADate { found: shortened(text.trim()) } }.into()
        })
}

fn numbers<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<[i16; 3]> {
    let mut next = || {
        parts
            .next()
            .filter(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))?
            .parse()
            .ok()
    };
    let three = [next()?, next()?, next()?];
    parts.next().is_none().then_some(three)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_in_every_form() {
        for text in ["1. 9. 2025", "1.9.2025", "01.09.2025", "2025-09-01", " 1.\u{a0}9.\u{a0}2025 "] {
            assert_eq!(read(text).unwrap(), Date::constant(2025, 9, 1), "{text}");
        }
        assert_eq!(read("29. 2. 2000").unwrap(), Date::constant(2000, 2, 29));
    }

    #[test]
    fn what_is_no_day() {
        for text in [
            "29. 2. 2001",
            "1. 9. 25",
            "9/1/2025",
            "2025-9-1",
            "1.9",
            "31.4.2024",
            "0.0.2000",
            "1.9.2025.",
            "=1+1",
            "٢٠٢٥-٠٩-٠١",
            "20250901",
            "2025-09-01T00:00",
        ] {
            assert!(matches!(read(text).unwrap_err().problem, Problem::NotADate { .. }), "{text}");
        }
        assert_eq!(read(" ").unwrap_err().problem, Problem::Empty);
    }
}
