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

impl IssueBar {
    /// Whether it is about the day of one result, and results of other days may still be issued.
    #[must_use]
    pub fn is_of_the_result(self) -> bool {
        match self {
            IssueBar::Retired { .. } | IssueBar::QualityExpired { .. } => true,
            IssueBar::Unapproved | IssueBar::NotYet { .. } | IssueBar::Suspended | IssueBar::ReviewPassed { .. } => {
                false
            }
        }
    }
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
    not_stopped(state, quality, result, day_of)?;
    if approval.review_by < today {
        return Err(IssueBar::ReviewPassed { review_by: approval.review_by });
    }
    Ok(warnings(approval.review_by, quality, today))
}

/// Whether a result of a day may be issued from a version that was brought in as a file before its unit had a ledger. Nothing in the ledger
/// approved it, so it begins on no day and is due for no review; but suspending or retiring the unit is about all its versions.
///
/// # Errors
/// The first bar in the order of [`IssueBar`].
pub fn may_issue_from_file(
    state: &UnitLedgerState,
    quality: QualityTerm,
    result: Date,
    day_of: impl Fn(Timestamp) -> Date,
) -> Result<(), IssueBar> {
    not_stopped(state, quality, result, day_of)
}

fn not_stopped(
    state: &UnitLedgerState,
    quality: QualityTerm,
    result: Date,
    day_of: impl Fn(Timestamp) -> Date,
) -> Result<(), IssueBar> {
    if matches!(state.phase().standing, UnitStanding::Approved { suspended: true, .. }) {
        return Err(IssueBar::Suspended);
    }
    if let Some(since) = state.retired().map(day_of)
        && since < result
    {
        return Err(IssueBar::Retired { since });
    }
    match quality {
        QualityTerm(Some(expired)) if expired < result => Err(IssueBar::QualityExpired { expired }),
        QualityTerm(_) => Ok(()),
    }
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
