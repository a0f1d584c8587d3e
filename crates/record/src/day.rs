//! A day as people and machines write it: `1. 9. 2025`, `1.9.2025`, `01.09.2025`, `1 September 2025`, `2025-09-01`.

use crate::{Date, Flaw, Problem, code::shortened};

/// The months as English writes them.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Reads a day. Years have four digits.
///
/// # Errors
/// When it is written otherwise, or the calendar has no such day.
pub fn read(text: &str) -> Result<Date, Flaw> {
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let czech = || numbers(compact.split('.')).filter(|_| compact.is_ascii());
    let iso = || numbers(compact.split('-')).filter(|_| text.trim().len() == 10);
    let date = match (czech().or_else(|| english(text)), iso()) {
        (Some([day, month, year]), _) if year >= 1000 => Some((year, month, day)),
        (_, Some([year, month, day])) if year >= 1000 => Some((year, month, day)),
        _ => None,
    };
    date.and_then(|(year, month, day)| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())
        .ok_or_else(|| {
            if compact.is_empty() { Problem::Empty } else { Problem::NotADate { found: shortened(text.trim()) } }.into()
        })
}

/// Day, month and year of `1 September 2025`, whatever the case of the letters.
fn english(text: &str) -> Option<[i16; 3]> {
    let mut words = text.split_whitespace();
    let (day, name, year) = (words.next()?, words.next()?, words.next()?);
    let month = ENGLISH_MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name))? + 1;
    let month = month.to_string();
    numbers([day, &month, year].into_iter()).filter(|_| words.next().is_none())
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
        for text in [
            "1. 9. 2025",
            "1.9.2025",
            "01.09.2025",
            "2025-09-01",
            " 1.\u{a0}9.\u{a0}2025 ",
            "1\u{a0}September\u{a0}2025",
            "01 september 2025",
        ] {
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
            "1 Sept 2025",
            "1 September 25",
            "1 September 2025 AD",
            "31 April 2024",
            "September 1 2025",
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
