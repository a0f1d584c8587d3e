//! What a credential should not tell of its holder: numbers given by states, and more than is needed to judge the credential.

use jiff::civil::Date;
use signet_record::AnnexItem;

use crate::Credential;
use crate::json::Value;
use crate::place;

use super::super::code::Code;
use super::Sense;

/// Numbers that are told one by one; a credential with more shows the first.
const TOLD_MAX: usize = 10;
/// Digits with which both kinds of number begin: the day of birth.
const DAY: usize = 6;

/// A number that a state gave to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    /// Czech or Slovak *rodné číslo*.
    Birth,
    /// Polish *PESEL*.
    Pesel,
}

impl<'a> Sense<'a, '_> {
    /// What nobody needs who judges the credential.
    pub(super) fn private(&mut self, subject: Value<'a>) {
        let item = Some(AnnexItem::Holder);
        if subject.first("nationalID").is_some() {
            self.report_in("nationalID", Code::NationalId, item, "", "");
        }
        for member in ["contactPoint", "location", "citizenshipCountry", "gender"] {
            if subject.first(member).is_some() {
                self.report_in(member, Code::MoreThanNeeded, item, "", member);
            }
        }
    }

    /// Numbers given by states, anywhere in the text. The number itself is not repeated.
    pub(super) fn numbers(&mut self, credential: &'a Credential) {
        let mut previous = "";
        let mut told = 0;
        for value in credential.strings() {
            let Some(text) = value.text() else { continue };
            // Embedded files are not text.
            let number = if previous == "content" { None } else { number_in(text) };
            previous = text;
            let Some(number) = number else { continue };
            let code = match number {
                Number::Birth => Code::BirthNumber,
                Number::Pesel => Code::NationalId,
            };
            self.report_at(place::of(credential.root(), value.index()), code, Some(AnnexItem::Holder), "", "");
            told += 1;
            if told == TOLD_MAX {
                return;
            }
        }
    }
}

/// The first number of a person in a text. A number stands by itself: no letter, digit or sign of a longer number touches it.
fn number_in(text: &str) -> Option<Number> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // Every run of six digits has one at a multiple of six: looking there is enough.
    let mut at = DAY - 1;
    while at < bytes.len() {
        if !is_digit(at) {
            at += DAY;
            continue;
        }
        let mut start = at;
        while start > 0 && is_digit(start - 1) {
            start -= 1;
        }
        let mut end = at + 1;
        while is_digit(end) {
            end += 1;
        }
        if stands_alone_before(bytes, start)
            && let Some(number) = number_at(bytes, start, end)
        {
            return Some(number);
        }
        at = end + DAY - 1;
    }
    None
}

/// The digits from `start` to `end`, and what may follow after a slash.
fn number_at(bytes: &[u8], start: usize, end: usize) -> Option<Number> {
    let digits = bytes.get(start..end)?;
    match digits.len() {
        10 if stands_alone_after(bytes, end) => is_birth_number(digits).then_some(Number::Birth),
        11 if stands_alone_after(bytes, end) => is_pesel(digits).then_some(Number::Pesel),
        DAY if bytes.get(end) == Some(&b'/') => {
            let rest = bytes.get(end + 1..)?;
            let rest = rest.get(..rest.iter().take_while(|byte| byte.is_ascii_digit()).count())?;
            let whole = [digits, rest].concat();
            let fits = matches!(rest.len(), 3 | 4) && stands_alone_after(bytes, end + 1 + rest.len());
            (fits && is_birth_number(&whole)).then_some(Number::Birth)
        }
        _ => None,
    }
}

/// Nothing before it makes it part of something else. A value added tax number of a person is `CZ` and the birth number.
fn stands_alone_before(bytes: &[u8], start: usize) -> bool {
    let before = bytes.get(..start).unwrap_or_default();
    let before = before.strip_suffix(b"CZ").unwrap_or(before);
    before.last().is_none_or(|byte| {
        !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'+' | b'.' | b',' | b'/' | b'_' | b'=' | b'%')
    })
}

fn stands_alone_after(bytes: &[u8], end: usize) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    match bytes.get(end) {
        None => true,
        Some(b'-' | b'.' | b',' | b'/') => !digit(end + 1),
        Some(byte) => !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'='),
    }
}

/// The number that some digits of a decimal number make.
fn value(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |value, digit| value * 10 + u64::from(digit - b'0'))
}

fn is_day(year: u64, month: u64, day: u64) -> bool {
    let date = || {
        let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
        Date::new(year, month, i8::try_from(day).ok()?).ok()
    };
    date().is_some()
}

/// Nine digits until 1953, ten since, the tenth by the remainder of eleven; until 1985 also 0 for the remainder ten. Months of women are
/// 50 higher; since 2004 months may be 20 higher besides.
fn is_birth_number(digits: &[u8]) -> bool {
    let Some((day, rest)) = digits.split_at_checked(DAY) else { return false };
    let (year, month, day) = (value(day) / 10_000, value(day) / 100 % 100, value(day) % 100);
    let women = if month > 50 { month - 50 } else { month };
    match rest.len() {
        3 => year < 54 && is_day(1900 + year, women, day),
        4 => {
            let year = if year < 54 { 2000 + year } else { 1900 + year };
            let month = if year >= 2004 && women > 20 { women - 20 } else { women };
            let (number, remainder) = (value(digits), value(digits) / 10 % 11);
            let checks = number.is_multiple_of(11) || (remainder == 10 && number.is_multiple_of(10) && year < 1986);
            checks && is_day(year, month, day)
        }
        _ => false,
    }
}

/// Eleven digits, the last by weights. The century is added to the month.
fn is_pesel(digits: &[u8]) -> bool {
    const WEIGHTS: [u64; 11] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    let sum: u64 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u64::from(digit - b'0') * weight).sum();
    let Some(day) = digits.get(..DAY).map(value) else { return false };
    let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
    let century = [1900, 2000, 2100, 2200, 1800].get(usize::try_from(month / 20).unwrap_or(5)).copied().unwrap_or(0);
    sum.is_multiple_of(10) && century > 0 && is_day(century + year, month % 20, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first number from that one up that the check accepts: fictional, made for its arithmetic.
    fn made(from: u64) -> String {
        let numbers = (from..from + 11).map(|number| format!("{number:010}"));
        numbers.into_iter().find(|number| is_birth_number(number.as_bytes())).unwrap_or_default()
    }

    #[test]
    fn birth_numbers_are_found_wherever_they_stand_alone() {
        let number = made(7_103_192_740);
        let slash = format!("{}/{}", &number[..6], &number[6..]);
        for text in [
            number.clone(),
            slash.clone(),
            format!("rodné číslo {slash}, nar. v Lhotě"),
            format!("RČ:{number}"),
            format!("urn:cz:rc:{number}"),
            format!("CZ{number}"),
            format!("born ({slash})."),
        ] {
            assert_eq!(number_in(&text), Some(Number::Birth), "{text}");
        }
        for text in [
            format!("12{number}"),
            format!("A{number}"),
            format!("https://a.example/{number}"),
            format!("+{number}"),
            format!("{number}-2024"),
            format!("{number}x"),
            format!("{slash}/24"),
            format!("c_{number}"),
            "č. j. 123456/2024".to_owned(),
            "220123456".to_owned(),
            "1234567890".to_owned(),
            String::new(),
        ] {
            assert_eq!(number_in(&text), None, "{text}");
        }
    }

    #[test]
    fn the_rules_of_the_years_are_kept() {
        // Nine digits until 1953, a woman; a month 20 higher in 2004; the old exception of the remainder ten.
        assert_eq!(number_in("485229/123"), Some(Number::Birth));
        assert_eq!(number_in("541231/123"), None);
        assert!(!made(427_010_000).is_empty());
        assert!(made(9_827_010_000).is_empty());
        let exception = (780_101_000_u64..).find(|number| number % 11 == 10).unwrap_or_default();
        assert_eq!(number_in(&format!("{exception}0")), Some(Number::Birth));
        assert_eq!(number_in("0000000000"), None);
    }

    #[test]
    fn polish_numbers_are_told_apart() {
        let found = (85_050_112_340_u64..85_050_112_350).filter(|number| is_pesel(number.to_string().as_bytes()));
        let found: Vec<u64> = found.collect();
        assert_eq!(found.len(), 1);
        assert_eq!(number_in(&format!("PESEL {}", found[0])), Some(Number::Pesel));
        assert_eq!(number_in("85990112345"), None);
    }
}
