//! Dates against each other. Whether a credential has expired is not asked here: that depends on the day.

use jiff::{SignedDuration, Timestamp};
use signet_record::AnnexItem;

use crate::elm::moment;
use crate::json::Value;

use super::super::code::Code;
use super::Sense;

/// Days are written as moments, by some in their own time zone, by others in UTC: moments that are less than a day apart may be the
/// same day.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Whether one day lies before another, whatever zones they were written in.
fn is_earlier(one: Timestamp, other: Timestamp) -> bool {
    other.duration_since(one) >= DAY
}

/// When the first of an achievement's activities began.
pub(super) fn start(achievement: Value<'_>) -> Option<Timestamp> {
    let periods = achievement.all("influencedBy").flat_map(|activity| activity.all("temporal"));
    periods.filter_map(|period| moment(period, "startDate")).min()
}

impl<'a> Sense<'a, '_> {
    /// From when until when.
    pub(super) fn validity(&mut self, root: Value<'a>) {
        for (one, other) in [("issued", "issuanceDate"), ("expirationDate", "validUntil")] {
            if let (Some(first), Some(second)) = (moment(root, one), moment(root, other))
                && first != second
            {
                self.report_in(other, Code::DatesDiffer, None, one, other);
            }
        }
        let begins = ["validFrom", "issued"].into_iter().filter_map(|name| Some((moment(root, name)?, name)));
        let Some((begin, begins)) = begins.max() else { return };
        for end in ["expirationDate", "validUntil"] {
            if moment(root, end).is_some_and(|end| end < begin) {
                self.report_in(end, Code::EndsBeforeStart, None, begins, end);
            }
        }
    }

    /// Nobody is awarded anything before birth.
    pub(super) fn birth(&mut self, subject: Value<'a>) {
        let Some(born) = moment(subject, "dateOfBirth") else { return };
        let awards = subject.all("hasClaim").flat_map(|claim| claim.all("awardedBy"));
        let earliest = awards.filter_map(|process| moment(process, "awardingDate")).chain(self.issued).min();
        if earliest.is_some_and(|earliest| born > earliest) {
            self.report_in("dateOfBirth", Code::BirthDate, Some(AnnexItem::Holder), "", "");
        }
    }

    /// The day of an award: not after the credential was issued.
    pub(super) fn awarding_date(&mut self, process: Value<'a>) {
        let Some(awarded) = moment(process, "awardingDate") else { return };
        self.awarded = Some(awarded);
        if self.issued.is_some_and(|issued| is_earlier(issued, awarded)) {
            self.report_in("awardingDate", Code::AwardAfterIssue, Some(AnnexItem::IssueDate), "", "");
        }
    }

    /// Two moments of one object, written by one hand: the second not before the first.
    pub(super) fn period(&mut self, owner: Value<'a>, from: &'static str, to: &'static str) {
        if let (Some(begin), Some(end)) = (moment(owner, from), moment(owner, to))
            && end < begin
        {
            self.report_in(to, Code::Period, Some(AnnexItem::Period), from, to);
        }
    }

    /// A result is not older than the learning that it is the result of.
    pub(super) fn result_date(&mut self, assessment: Value<'a>, start: Option<Timestamp>) {
        if let (Some(start), Some(result)) = (start, moment(assessment, "dateIssued"))
            && is_earlier(result, start)
        {
            self.report_in("dateIssued", Code::ResultBeforeActivity, Some(AnnexItem::Period), "", "");
        }
    }

    /// An accreditation counts on the day of the award.
    pub(super) fn in_force(&mut self, accreditation: Value<'a>) {
        let Some(awarded) = self.awarded else { return };
        let late = moment(accreditation, "dateIssued").is_some_and(|issued| is_earlier(awarded, issued));
        let ended = moment(accreditation, "expiryDate").is_some_and(|end| is_earlier(end, awarded));
        if late || ended {
            let member = if late { "dateIssued" } else { "expiryDate" };
            self.report_in(member, Code::NotInForce, Some(AnnexItem::QualityAssurance), "", "");
        }
    }
}
