//! Days and moments as credentials write them (`xsd:dateTime`).

use jiff::Timestamp;
use jiff::civil::{self, Date, Time};
use jiff::tz::TimeZone;

use crate::json::Value;

use super::{DateTime, Property};

const LAST_SECOND: Time = Time::constant(23, 59, 59, 0);

impl<'a> Property<'a, DateTime<'a>> {
    /// The moment that its first text is.
    pub(crate) fn moment(self) -> Option<Timestamp> {
        moment(self.owner, self.name)
    }

    /// The day that its first text is.
    pub(crate) fn day(self) -> Option<Date> {
        day_of(self.owner.string(self.name)?)
    }
}

/// The moment that a member is. Without a time zone it is UTC, as the EU's software reads it.
pub(crate) fn moment(owner: Value<'_>, member: &str) -> Option<Timestamp> {
    moment_of(owner.string(member)?)
}

pub(crate) fn moment_of(text: &str) -> Option<Timestamp> {
    text.parse::<Timestamp>().ok().or_else(|| {
        text.parse::<civil::DateTime>().ok()?.to_zoned_datetime(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    })
}

/// A day written as a moment. Its first and its last second as written are that day; the EU's builder writes local midnight of central
/// Europe in UTC (`1999-10-01T22:00:00Z` is 2 October), so any other hour is looked at from there.
pub(crate) fn day_of(text: &str) -> Option<Date> {
    let written = text.get(..19)?.parse::<civil::DateTime>().ok()?;
    if is_edge(written.time()) {
        return Some(written.date());
    }
    Some(in_brussels(text)?.date())
}

/// Is a day meant, and nothing within it?
pub(crate) fn is_day(text: &str) -> bool {
    let written = text.get(..19).and_then(|text| text.parse::<civil::DateTime>().ok());
    written.is_none_or(|written| is_edge(written.time()))
        || in_brussels(text).is_some_and(|there| is_edge(there.time()))
}

fn in_brussels(text: &str) -> Option<civil::DateTime> {
    Some(moment_of(text)?.to_zoned_datetime(TimeZone::get("Europe/Brussels").ok()?).datetime())
}

fn is_edge(time: Time) -> bool {
    [Time::midnight(), LAST_SECOND].contains(&time)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::json::{JsonDocument, Limits};

    #[test]
    fn days_are_the_days_that_were_meant() {
        let days = [
            ("1999-10-01T00:00:00Z", "1999-10-01"),
            ("2034-01-14T23:59:59Z", "2034-01-14"),
            ("1999-10-01T22:00:00Z", "1999-10-02"),
            ("1999-12-31T23:00:00Z", "2000-01-01"),
            ("2025-09-01T00:00:00+02:00", "2025-09-01"),
            ("2023-05-05T07:00:00Z", "2023-05-05"),
            ("2023-05-05T07:00:00", "2023-05-05"),
        ];
        for (text, expected) in days {
            let document = JsonDocument::parse(&format!("{{\"d\":\"{text}\"}}"), Limits::default()).unwrap();
            assert_eq!(Property::<DateTime<'_>>::new(document.root(), "d").day(), expected.parse().ok(), "{text}");
        }
        let document = JsonDocument::parse("{\"d\":\"yesterday\",\"e\":1}", Limits::default()).unwrap();
        assert_eq!(Property::<DateTime<'_>>::new(document.root(), "d").day(), None);
        assert_eq!(Property::<DateTime<'_>>::new(document.root(), "e").moment(), None);
    }
}
