//! Days in forms: a share works until the end of its last day, at the institutions' place.

use signet_lang::when::{day_in_prague, end_of_day_in_prague};
use signet_record::{Date, Timestamp, day};

/// The instant at which a day is over in Prague; nothing after the year 9999.
pub fn end_of(day: Date) -> Option<Timestamp> {
    end_of_day_in_prague(day)
}

/// The last day on which something that ends at `end` still works.
pub fn last_before(end: Timestamp) -> Date {
    let just_before = Timestamp::from_millisecond(end.as_millisecond().saturating_sub(1)).unwrap_or(end);
    day_in_prague(just_before)
}

/// The day of an instant, moved on by so many days.
pub fn after(now: Timestamp, days: i64) -> Date {
    let later = Timestamp::from_second(now.as_second().saturating_add(days.saturating_mul(86_400))).unwrap_or(now);
    day_in_prague(later)
}

/// A day as a date field sends it, or as somebody types it where there is no such field: `2025-12-31`, `31. 12. 2025`, `31 December 2025`.
pub fn of_field(text: &str) -> Option<Date> {
    day::read(text).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_prague() {
        let end = end_of(Date::constant(2026, 12, 31)).unwrap();
        assert_eq!(end.to_string(), "2026-12-31T23:00:00Z");
        assert_eq!(last_before(end), Date::constant(2026, 12, 31));
        assert_eq!(end_of(Date::constant(2026, 3, 29)).unwrap().to_string(), "2026-03-29T22:00:00Z");
        assert_eq!(after(end, 30), Date::constant(2027, 1, 31));
        for text in ["2026-12-31", "31. 12. 2026", "31 December 2026"] {
            assert_eq!(of_field(text), Some(Date::constant(2026, 12, 31)));
        }
        assert_eq!(of_field("31. 12."), None);
    }
}
