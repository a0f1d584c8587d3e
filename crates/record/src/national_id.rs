//! Rodné číslo, the Czech and Slovak national identification number. It is recognised only to be
//! refused.

/// Whether `text` could be a rodné číslo, with or without the slash: ten digits divisible by eleven
/// (or, as given out until 1985, with the last digit 0 where the remainder is ten), or nine digits,
/// as given out until 1953, that begin with a day of the calendar.
#[must_use]
pub fn looks_like_one(text: &str) -> bool {
    let mut digits = [0u8; 10];
    let mut count = 0;
    for (index, character) in text.chars().filter(|character| !character.is_whitespace()).enumerate() {
        let digit = character.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        match (digit, digits.get_mut(count)) {
            (Some(digit), Some(place)) => {
                *place = digit;
                count += 1;
            }
            (None, _) if index == 6 && matches!(character, '/' | '-') => {}
            _ => return false,
        }
    }
    match count {
        10 => ten(&digits),
        9 => nine(&digits),
        _ => false,
    }
}

fn ten(digits: &[u8; 10]) -> bool {
    let (first, last) = digits.split_at(9);
    let number = first.iter().fold(0u64, |number, digit| number * 10 + u64::from(*digit));
    let remainder = number % 11;
    let check = u64::from(last.first().copied().unwrap_or_default());
    remainder == check || (remainder == 10 && check == 0)
}

/// Year to 53 (numbers since 1954 have ten digits), month 1–12 or, for women, 51–62, a day that
/// month has.
fn nine(digits: &[u8; 10]) -> bool {
    let [y1, y2, m1, m2, d1, d2, ..] = digits.map(i16::from);
    let (year, month, day) = (y1 * 10 + y2, (m1 * 10 + m2) % 50, d1 * 10 + d2);
    let date = |year: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        crate::Date::new(year, month, day).ok()
    };
    year < 54 && m1 < 7 && date(1900 + year).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_with_their_check() {
        // Fictional numbers, made for their arithmetic.
        for number in ["7103192745", "710319/2745", "710319 2745", "9251234560"] {
            assert_eq!(
                looks_like_one(number),
                number.replace(['/', ' '], "").parse::<u64>().is_ok_and(|n| n % 11 == 0),
                "{number}"
            );
        }
        assert!(looks_like_one("0000000000"));
        assert!(!looks_like_one("7103192746"));
    }

    #[test]
    fn the_old_exception_of_remainder_ten() {
        let number = (780_101_000u64..).find(|number| number % 11 == 10).unwrap_or_default() * 10;
        assert!(!number.is_multiple_of(11));
        assert!(looks_like_one(&number.to_string()));
    }

    #[test]
    fn nine_digits_that_begin_with_a_day() {
        assert!(looks_like_one("450229123") == crate::Date::new(1945, 2, 29).is_ok());
        assert!(looks_like_one("480229123"));
        assert!(looks_like_one("485229/123"));
        assert!(!looks_like_one("541231123"));
        assert!(!looks_like_one("481331123"));
    }

    #[test]
    fn other_numbers_pass() {
        for number in ["433215", "12345678", "12345678901", "S7103192745", "7103/192745", ""] {
            assert!(!looks_like_one(number), "{number}");
        }
    }
}
