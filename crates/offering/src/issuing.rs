//! Whether a credential may be issued from a version of a unit on a day, and what will soon be in the way.

use signet_record::{Date, Timestamp};
use signet_registry::{ApprovedUnit, UnitLedgerState, UnitStanding};

/// Why nothing may be issued from a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueBar {
    /// The version was never approved.
    Unapproved,
    /// The version holds from a later day.
    NotYet {
        /// Its first day.
        from: Date,
    },
    /// The unit is suspended.
    Suspended,
    /// The unit was retired before the result was reached.
    Retired {
        /// When.
        since: Date,
    },
    /// Quality was assured no longer when the result was reached.
    QualityExpired {
        /// The last day it was.
        expired: Date,
    },
    /// The version had to be looked at again by now.
    ReviewPassed {
        /// The last day before it.
        review_by: Date,
    },
}

/// The last day of the quality assurance of a version (`quality.expires`), if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QualityTerm(pub Option<Date>);

/// What ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitDeadline {
    /// The version has to be looked at again.
    Review,
    /// The quality assurance expires.
    Quality,
}

/// How near a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WarningStage {
    /// Within 60 days.
    Sixty,
    /// Within 30 days.
    Thirty,
    /// Within 7 days.
    Seven,
}

/// Something ends soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitWarning {
    /// What.
    pub deadline: UnitDeadline,
    /// The last day.
    pub on: Date,
    /// Days from today until then; 0 on the day itself.
    pub days: i32,
    /// How near it is.
    pub stage: WarningStage,
}

/// Whether a result of a day may be issued today from a version. `day_of` gives the day of an instant where the institution is.
///
/// # Errors
/// The first bar in the order of [`IssueBar`].
pub fn may_issue(
    state: &UnitLedgerState,
    version: u32,
    quality: QualityTerm,
    result: Date,
    today: Date,
    day_of: impl Fn(Timestamp) -> Date,
) -> Result<Vec<UnitWarning>, IssueBar> {
    let ApprovedUnit { approval, .. } = state.version(version).ok_or(IssueBar::Unapproved)?;
    if today < approval.from {
        return Err(IssueBar::NotYet { from: approval.from });
    }
    if matches!(state.phase().standing, UnitStanding::Approved { suspended: true, .. }) {
        return Err(IssueBar::Suspended);
    }
    if let Some(since) = state.retired().map(day_of)
        && since < result
    {
        return Err(IssueBar::Retired { since });
    }
    if let QualityTerm(Some(expired)) = quality
        && expired < result
    {
        return Err(IssueBar::QualityExpired { expired });
    }
    if approval.review_by < today {
        return Err(IssueBar::ReviewPassed { review_by: approval.review_by });
    }
    Ok(warnings(approval.review_by, quality, today))
}

/// What ends within 60 days of today, the review before the quality assurance. What is over is no warning.
#[must_use]
pub fn warnings(review_by: Date, quality: QualityTerm, today: Date) -> Vec<UnitWarning> {
    let ends = [(UnitDeadline::Review, Some(review_by)), (UnitDeadline::Quality, quality.0)];
    let warning = |(deadline, on): (UnitDeadline, Option<Date>)| {
        let on = on?;
        let days = (on - today).get_days();
        let stage = match days {
            0..=7 => WarningStage::Seven,
            8..=30 => WarningStage::Thirty,
            31..=60 => WarningStage::Sixty,
            _ => return None,
        };
        Some(UnitWarning { deadline, on, days, stage })
    };
    ends.into_iter().filter_map(warning).collect()
}
