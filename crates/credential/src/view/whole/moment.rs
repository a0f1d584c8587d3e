//! Dates and times, with what was written.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::elm::{day_of, is_day, moment_of};

/// A date, or a date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Moment<'a> {
    /// As it stands in the file.
    pub written: &'a str,
    /// The day that is meant.
    pub day: Option<Date>,
    /// The instant, when it is more than a day.
    pub instant: Option<Timestamp>,
}

impl<'a> Moment<'a> {
    pub(super) fn of(written: &'a str) -> Self {
        let day = day_of(written).or_else(|| written.parse().ok());
        Moment { written, day, instant: moment_of(written).filter(|_| !is_day(written)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_when_a_day_was_meant() {
        let of = |text: &'static str| {
            let moment = Moment::of(text);
            (moment.day.map(|day| day.to_string()), moment.instant.is_some())
        };
        assert_eq!(of("1999-10-01T22:00:00Z"), (Some("1999-10-02".into()), false));
        assert_eq!(of("2023-09-27T14:07:01+02:00"), (Some("2023-09-27".into()), true));
        assert_eq!(of("2034-01-14T23:59:59Z"), (Some("2034-01-14".into()), false));
        assert_eq!(of("2026-01-15"), (Some("2026-01-15".into()), false));
        assert_eq!(of("soon"), (None, false));
    }
}
