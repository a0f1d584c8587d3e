//! How much work it is: ECTS credits and hours.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Flaw, Problem, code::shortened};

/// Hours of work behind one ECTS credit, least and most (ECTS Users' Guide 2015).
pub const HOURS_PER_CREDIT: (u32, u32) = (25, 30);

/// Exact ECTS credits: 1 to 60 with at most two decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ects(u16);

impl Ects {
    /// Reads `2`, `3.5` or `3,5`.
    ///
    /// # Errors
    /// When it is no decimal number, has more than two decimal places, or lies outside 1 to 60.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        let not_a_number = || Problem::NotANumber { found: shortened(text) };
        let (whole, decimals) = text.split_once(['.', ',']).map_or((text, "0"), |(whole, decimals)| (whole, decimals));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) {
            return Err(if text.is_empty() { Problem::Empty } else { not_a_number() }.into());
        }
        let decimals = decimals.trim_end_matches('0');
        let out_of_range = || Problem::OutOfRange { min: "1".into(), max: "60".into(), found: shortened(text) };
        // Five digits are far outside already.
        let whole: u32 = whole
            .trim_start_matches('0')
            .get(..5)
            .map_or_else(|| whole.parse().ok(), |_| None)
            .ok_or_else(out_of_range)?;
        let above = whole > 60 || (whole == 60 && !decimals.is_empty());
        if above || whole == 0 {
            return Err(out_of_range().into());
        }
        let fraction = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<u32>().map_err(|_| not_a_number())? * 10,
            2 => decimals.parse::<u32>().map_err(|_| not_a_number())?,
            _ => {
                return Err(Problem::TooPrecise { decimals: 2, found: shortened(text) }.into());
            }
        };
        u16::try_from(whole * 100 + fraction).map(Ects).map_err(|_| out_of_range().into())
    }

    /// Hundredths of a credit, 100 to 6000.
    #[must_use]
    pub fn hundredths(self) -> u16 {
        self.0
    }
}

/// With a decimal point and no needless zeros: `2`, `3.5`, `12.25`.
impl fmt::Display for Ects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal(self.0.into()))
    }
}

/// Hundredths as a decimal number without needless zeros.
pub(crate) fn decimal(hundredths: u32) -> String {
    let (whole, fraction) = (hundredths / 100, hundredths % 100);
    match fraction {
        0 => whole.to_string(),
        tenths if tenths % 10 == 0 => format!("{whole}.{}", tenths / 10),
        _ => format!("{whole}.{fraction:02}"),
    }
}

impl FromStr for Ects {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Ects::new(text)
    }
}

impl TryFrom<String> for Ects {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        Ects::new(&text)
    }
}

impl From<Ects> for String {
    fn from(ects: Ects) -> String {
        ects.to_string()
    }
}

/// Notional hours of work, 1 to 1800.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Hours(u16);

impl Hours {
    /// Whole hours.
    ///
    /// # Errors
    /// Outside 1 to 1800.
    pub fn new(hours: u32) -> Result<Self, Flaw> {
        let inside = u16::try_from(hours).ok().filter(|hours| (1..=1800).contains(hours));
        inside
            .map(Hours)
            .ok_or_else(|| Problem::OutOfRange { min: "1".into(), max: "1800".into(), found: hours.to_string() }.into())
    }

    /// The number.
    #[must_use]
    pub fn count(self) -> u16 {
        self.0
    }

    /// Checks that one credit is 25 to 30 hours.
    ///
    /// # Errors
    /// When it is fewer or more.
    pub fn fit(self, ects: Ects) -> Result<(), Problem> {
        let (least, most) = HOURS_PER_CREDIT;
        let credits = u32::from(ects.hundredths());
        let (min, max) = ((credits * least).div_ceil(100), credits * most / 100);
        let found = u32::from(self.0);
        if (min..=max).contains(&found) { Ok(()) } else { Err(Problem::HoursPerCredit { min, max, found }) }
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u32> for Hours {
    type Error = Flaw;

    fn try_from(hours: u32) -> Result<Self, Flaw> {
        Hours::new(hours)
    }
}

impl From<Hours> for u32 {
    fn from(hours: Hours) -> u32 {
        hours.0.into()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn credits_are_exact() {
        for (text, shown) in [
            ("1", "1"),
            ("2.0", "2"),
            ("3,5", "3.5"),
            ("3.50", "3.5"),
            ("12.25", "12.25"),
            ("60", "60"),
            ("60.00", "60"),
            ("007", "7"),
            ("1.05", "1.05"),
        ] {
            assert_eq!(Ects::new(text).unwrap().to_string(), shown, "{text}");
        }
    }

    #[test]
    fn credits_outside_one_to_sixty_are_refused() {
        for text in ["0", "0.5", "0,99", "60.1", "60.01", "60.001", "61", "100", "99999999999999999999"] {
            assert!(matches!(Ects::new(text).unwrap_err().problem, Problem::OutOfRange { .. }), "{text}");
        }
        for text in ["-2", "2e1", "x", "1.2.3", ".5", "5.", "٣", "+3"] {
            assert!(matches!(Ects::new(text).unwrap_err().problem, Problem::NotANumber { .. }), "{text}");
        }
        assert!(matches!(Ects::new("2.125").unwrap_err().problem, Problem::TooPrecise { decimals: 2, .. }));
    }

    #[test]
    fn an_hour_more_or_less_does_not_fit() {
        let ects = Ects::new("3.5").unwrap();
        assert!(Hours::new(87).unwrap().fit(ects).is_err());
        assert!(Hours::new(88).unwrap().fit(ects).is_ok());
        assert!(Hours::new(105).unwrap().fit(ects).is_ok());
        assert_eq!(Hours::new(106).unwrap().fit(ects), Err(Problem::HoursPerCredit { min: 88, max: 105, found: 106 }));
        assert!(Hours::new(1801).is_err());
    }
}
