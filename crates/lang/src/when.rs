//! Days, instants and decimals as people write them.

use std::sync::LazyLock;

use jiff::{civil::Time, tz::TimeZone};
use signet_record::{Date, Language, Timestamp, day::ENGLISH_MONTHS};

use crate::Locale;

/// The time at the institutions, not at the reader: a certificate issued at half past midnight
/// bears the new day.
static PRAGUE: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Prague").unwrap_or(TimeZone::UTC));

const CZECH_MONTHS: [&str; 12] = [
    "leden",
    "únor",
    "březen",
    "duben",
    "květen",
    "červen",
    "červenec",
    "srpen",
    "září",
    "říjen",
    "listopad",
    "prosinec",
];

/// The name of the month of a day, standing alone.
fn month(of: Date, names: &[&'static str; 12]) -> &'static str {
    let index = usize::from(of.month().unsigned_abs()).checked_sub(1);
    index.and_then(|index| names.get(index)).copied().unwrap_or("")
}

impl Locale {
    /// `1. 9. 2025` or `1 September 2025`, held together by no-break spaces.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        match self.language() {
            Language::Cs => format!("{}.\u{a0}{}.\u{a0}{}", date.day(), date.month(), date.year()),
            Language::En => {
                format!("{}\u{a0}{}\u{a0}{}", date.day(), month(date, &ENGLISH_MONTHS), date.year())
            }
        }
    }

    /// The month of a day: `září 2025`, `September 2025`.
    #[must_use]
    pub fn month(self, of: Date) -> String {
        let names = match self.language() {
            Language::Cs => &CZECH_MONTHS,
            Language::En => &ENGLISH_MONTHS,
        };
        format!("{}\u{a0}{}", month(of, names), of.year())
    }

    /// Day, hour and minute in the Europe/Prague time zone, with its name: `1. 9. 2025 14:05 CEST`,
    /// `1 September 2025, 14:05 CEST`.
    #[must_use]
    pub fn instant(self, instant: Timestamp) -> String {
        let there = instant.to_zoned_datetime(PRAGUE.clone());
        let day = self.date(there.date());
        let time = format!("{:02}:{:02}\u{a0}{}", there.hour(), there.minute(), there.strftime("%Z"));
        match self.language() {
            Language::Cs => format!("{day} {time}"),
            Language::En => format!("{day}, {time}"),
        }
    }

    /// The day of an instant at the institution (Europe/Prague).
    #[must_use]
    pub fn day(self, instant: Timestamp) -> String {
        self.date(day_in_prague(instant))
    }

    /// An exact decimal (`3.5`) with the decimal sign of the language: `3,5` in Czech.
    #[must_use]
    pub fn decimal(self, decimal: &str) -> String {
        match self.language() {
            Language::Cs => decimal.replace('.', ","),
            Language::En => decimal.to_owned(),
        }
    }
}

/// The instant that clocks in Prague show on a day; of an hour that they show twice the first. Nothing for an hour that they leave out.
#[must_use]
pub fn instant_in_prague(day: Date, hour: u8, minute: u8) -> Option<Timestamp> {
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    let shown = day.to_datetime(time);
    let instant = shown.to_zoned_datetime(PRAGUE.clone()).ok()?;
    (instant.datetime() == shown).then(|| instant.timestamp())
}

/// The hour and the minute that clocks in Prague show.
#[must_use]
pub fn time_in_prague(instant: Timestamp) -> (i8, i8) {
    let there = instant.to_zoned_datetime(PRAGUE.clone());
    (there.hour(), there.minute())
}

/// The instant at which a day begins in Prague; nothing before what can be stored.
#[must_use]
pub fn beginning_of_day_in_prague(day: Date) -> Option<Timestamp> {
    let midnight = day.to_datetime(Time::midnight());
    Some(midnight.to_zoned_datetime(PRAGUE.clone()).ok()?.timestamp())
}

/// The instant at which a day is over in Prague; nothing after the year 9999.
#[must_use]
pub fn end_of_day_in_prague(day: Date) -> Option<Timestamp> {
    beginning_of_day_in_prague(day.tomorrow().ok()?)
}

/// The calendar day of an instant in the Europe/Prague time zone.
#[must_use]
pub fn day_in_prague(instant: Timestamp) -> Date {
    instant.to_zoned_datetime(PRAGUE.clone()).date()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        let day = Date::constant(2024, 2, 29);
        assert_eq!(Locale::new(Language::Cs).date(day), "29.\u{a0}2.\u{a0}2024");
        assert_eq!(Locale::new(Language::En).date(day), "29\u{a0}February\u{a0}2024");
        assert_eq!(Locale::new(Language::Cs).month(day), "únor\u{a0}2024");
        assert_eq!(Locale::new(Language::En).month(day), "February\u{a0}2024");
    }

    #[test]
    fn midnight_belongs_to_prague() {
        let instant: Timestamp = "2025-06-30T22:30:00Z".parse().unwrap();
        assert_eq!(day_in_prague(instant), Date::constant(2025, 7, 1));
        assert_eq!(Locale::new(Language::Cs).instant(instant), "1.\u{a0}7.\u{a0}2025 00:30\u{a0}CEST");
        let winter: Timestamp = "2025-12-31T23:05:00Z".parse().unwrap();
        assert_eq!(Locale::new(Language::En).instant(winter), "1\u{a0}January\u{a0}2026, 00:05\u{a0}CET");
    }

    #[test]
    fn the_decimal_sign_is_the_language_s() {
        assert_eq!(Locale::new(Language::Cs).decimal("3.5"), "3,5");
        assert_eq!(Locale::new(Language::En).decimal("3.5"), "3.5");
    }

    #[test]
    fn an_hour_that_clocks_leave_out_is_no_instant_and_one_that_they_show_twice_is_the_first() {
        let at = |day, hour| instant_in_prague(day, hour, 30).map(|instant| instant.to_string());
        assert_eq!(at(Date::constant(2026, 12, 1), 8).as_deref(), Some("2026-12-01T07:30:00Z"));
        assert_eq!(at(Date::constant(2026, 7, 1), 8).as_deref(), Some("2026-07-01T06:30:00Z"));
        assert_eq!(at(Date::constant(2026, 3, 29), 2), None);
        assert_eq!(at(Date::constant(2026, 10, 25), 2).as_deref(), Some("2026-10-25T00:30:00Z"));
        assert_eq!(at(Date::constant(2026, 10, 25), 24), None);
    }
}
