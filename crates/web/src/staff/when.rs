//! Now, or on a day at a time: the fields by which issuing is put off until an instant.

use signet_lang::{
    Locale,
    when::{day_in_prague, instant_in_prague, time_in_prague},
};
use signet_record::{Timestamp, day};

use crate::{sent_fields::SentFields, view::FieldProblem};

/// Days after which nobody schedules anything.
const AHEAD_DAYS: i64 = 366;

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
pub struct WhenFields {
    /// At a later time.
    pub later: bool,
    /// The day.
    pub day: String,
    /// The time of the day.
    pub time: String,
}

impl WhenFields {
    /// As they were sent.
    pub fn sent(form: &SentFields) -> Self {
        WhenFields {
            later: form.get("when") == "later",
            day: form.get("day").to_owned(),
            time: form.get("time").to_owned(),
        }
    }

    /// The fields of an instant.
    pub fn of(instant: Timestamp, l: Locale) -> Self {
        let (hour, minute) = time_in_prague(instant);
        WhenFields { later: true, day: l.date(day_in_prague(instant)), time: format!("{hour}:{minute:02}") }
    }

    /// The instant that was chosen; `None` for now.
    ///
    /// # Errors
    /// When it cannot be read, clocks skip it, or it is over.
    pub fn read(&self, now: Timestamp, l: Locale) -> Result<Option<Timestamp>, FieldProblem> {
        if !self.later {
            return Ok(None);
        }
        let at = |field: &'static str, sentence: String| FieldProblem { field, sentence };
        let Ok(day) = day::read(&self.day) else { return Err(at("day", l.web_staff_run_issue_bad_day())) };
        let time = self.time.trim().split_once([':', '.']);
        let time = time.and_then(|(hour, minute)| Some((hour.parse().ok()?, minute.parse().ok()?)));
        let Some((hour, minute)) = time.filter(|(hour, minute)| *hour <= 23_u8 && *minute <= 59_u8) else {
            return Err(at("time", l.web_staff_run_issue_bad_day()));
        };
        let Some(instant) = instant_in_prague(day, hour, minute) else {
            return Err(at("time", l.web_staff_run_issue_no_hour()));
        };
        match instant.as_second().saturating_sub(now.as_second()) {
            ..=0 => Err(at("day", l.web_staff_run_issue_past())),
            ahead if ahead > AHEAD_DAYS * 86_400 => Err(at("day", l.web_staff_run_issue_bad_day())),
            _ => Ok(Some(instant)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Language;

    use super::*;

    fn later(day: &str, time: &str) -> WhenFields {
        WhenFields { later: true, day: day.into(), time: time.into() }
    }

    #[test]
    fn an_instant_reads_back_from_its_own_fields() {
        let (now, instant) = ("2026-07-01T10:00:00Z".parse().unwrap(), "2026-07-02T06:05:00Z".parse().unwrap());
        for language in Language::ALL {
            let l = Locale::new(language);
            assert_eq!(WhenFields::of(instant, l).read(now, l).unwrap(), Some(instant));
        }
        let l = Locale::new(Language::En);
        assert_eq!(later("2. 7. 2026", "8.05").read(now, l).unwrap(), Some(instant));
        assert_eq!(WhenFields { later: false, ..later("x", "y") }.read(now, l).unwrap(), None);
    }

    #[test]
    fn what_cannot_be_is_told_at_its_field() {
        let (now, l) = ("2026-07-01T10:00:00Z".parse().unwrap(), Locale::new(Language::En));
        let at = |day: &str, time: &str| later(day, time).read(now, l).unwrap_err().field;
        assert_eq!((at("", "8:00"), at("2. 7. 2026", "8"), at("2. 7. 2026", "24:00")), ("day", "time", "time"));
        assert_eq!((at("1. 7. 2026", "11:59"), at("2. 7. 2027", "12:01")), ("day", "day"));
        assert_eq!(at("28. 3. 2027", "2:30"), "time", "clocks skip it");
    }
}
