//! What is said of units of learning in sentences: each refusal, bar and warning has its own.

use signet_lang::{Locale, args};
use signet_offering::{IssueBar, REMARK_CHARS_MAX, REMARKS_MAX, RemarksError, UnitDeadline, UnitRefusal, UnitWarning};
use signet_registry::{DRAFT_SAVES_MAX, UnitObstacle};

/// Why an act on a unit is refused, and what to do next.
pub fn unit_refusal(l: Locale, refusal: &UnitRefusal) -> String {
    match refusal {
        UnitRefusal::NotNow(obstacle) => unit_obstacle(l, *obstacle),
        UnitRefusal::Incomplete(flaws) => l.offering_incomplete(flaws.len()),
        UnitRefusal::Stale { difference: Some(_) } => l.offering_stale(),
        UnitRefusal::Stale { difference: None } => l.offering_stale_unknown(),
        UnitRefusal::Clash { .. } => l.offering_clash(),
        UnitRefusal::Misnamed => l.offering_misnamed(),
        UnitRefusal::Unidentified => l.offering_unidentified(),
        UnitRefusal::OnlyAuthor => l.offering_only_author(),
        UnitRefusal::WroteIt => l.offering_wrote_it(),
        UnitRefusal::EndorsedIt => l.offering_endorsed_it(),
        UnitRefusal::NoGuarantor => l.offering_no_guarantor(),
        UnitRefusal::GuarantorAlready => l.offering_guarantor_already(),
        UnitRefusal::NamesThemselves => l.offering_names_themselves(),
        UnitRefusal::ReviewBeforeStart => l.offering_review_before_start(),
        UnitRefusal::SavedTooOften => l.offering_saved_too_often(DRAFT_SAVES_MAX),
    }
}

/// What stands in the way of an event of a unit.
pub fn unit_obstacle(l: Locale, obstacle: UnitObstacle) -> String {
    match obstacle {
        UnitObstacle::DraftOpen => l.offering_draft_open(),
        UnitObstacle::NoDraft => l.offering_no_draft(),
        UnitObstacle::NothingSaved => l.offering_nothing_saved(),
        UnitObstacle::HandedIn => l.offering_handed_in(),
        UnitObstacle::NotHandedIn => l.offering_not_handed_in(),
        UnitObstacle::EndorsedAlready => l.offering_endorsed_already(),
        UnitObstacle::NotEndorsed => l.offering_not_endorsed(),
        UnitObstacle::NotApproved => l.offering_not_approved(),
        UnitObstacle::PublishedAlready => l.offering_published_already(),
        UnitObstacle::NotPublished => l.offering_not_published(),
        UnitObstacle::Suspended => l.offering_suspended(),
        UnitObstacle::NotSuspended => l.offering_not_suspended(),
        UnitObstacle::Retired => l.offering_retired(),
    }
}

/// What is wrong with remarks.
pub fn unit_remarks(l: Locale, error: &RemarksError) -> String {
    match *error {
        RemarksError::None => l.offering_remarks_none(),
        RemarksError::TooMany => l.offering_remarks_too_many(REMARKS_MAX),
        RemarksError::Empty(at) => l.offering_remark_empty(at),
        RemarksError::TooLong(at) => {
            l.offering_remark_too_long(args::OfferingRemarkTooLong { at, max: REMARK_CHARS_MAX })
        }
        RemarksError::NoSuchField(at) => l.offering_remark_no_field(at),
    }
}

/// Why nothing can be issued from a version.
pub fn issue_bar(l: Locale, bar: IssueBar) -> String {
    match bar {
        IssueBar::Unapproved => l.offering_bar_unapproved(),
        IssueBar::NotYet { from } => l.offering_bar_not_yet(l.date(from)),
        IssueBar::Suspended => l.offering_bar_suspended(),
        IssueBar::Retired { since } => l.offering_bar_retired(l.date(since)),
        IssueBar::QualityExpired { expired } => l.offering_bar_quality_expired(l.date(expired)),
        IssueBar::ReviewPassed { review_by } => l.offering_bar_review_passed(l.date(review_by)),
    }
}

/// What ends soon.
pub fn unit_warning(l: Locale, warning: UnitWarning) -> String {
    let (days, on) = (warning.days, l.date(warning.on));
    match warning.deadline {
        UnitDeadline::Review => l.offering_warning_review(args::OfferingWarningReview { days, on }),
        UnitDeadline::Quality => l.offering_warning_quality(args::OfferingWarningQuality { days, on }),
    }
}

#[cfg(test)]
mod tests {
    use signet_record::{Date, Language};
    use signet_registry::{DraftStage, UnitEventKind, UnitPhase, UnitStanding};
    use std::collections::BTreeSet;

    use super::*;

    /// Whatever the table of what may follow what refuses has a sentence of its own, in both languages.
    #[test]
    fn every_obstacle_of_the_table_has_its_own_sentence() {
        for language in Language::ALL {
            let l = Locale::new(language);
            let (mut obstacles, mut sentences) = (BTreeSet::new(), BTreeSet::new());
            for standing in UnitStanding::ALL {
                for draft in std::iter::once(None).chain(DraftStage::ALL.map(Some)) {
                    for event in UnitEventKind::ALL {
                        if let Err(obstacle) = (UnitPhase { draft, standing }).after(event) {
                            obstacles.insert(obstacle.to_string());
                            sentences.insert(unit_obstacle(l, obstacle));
                        }
                    }
                }
            }
            assert_eq!((obstacles.len(), sentences.len()), (13, 13));
        }
    }

    #[test]
    fn days_left_are_counted_in_words_that_fit() {
        let l = Locale::new(Language::Cs);
        let warning = |days| {
            let on = Date::constant(2028, 9, 30);
            let stage = signet_offering::WarningStage::Seven;
            unit_warning(l, UnitWarning { deadline: UnitDeadline::Review, on, days, stage })
        };
        for (days, ending) in [(0, "zbývá 0 dní."), (1, "zbývá 1 den."), (3, "zbývají 3 dny."), (7, "zbývá 7 dní.")]
        {
            assert!(warning(days).ends_with(ending), "{}", warning(days));
        }
    }
}
