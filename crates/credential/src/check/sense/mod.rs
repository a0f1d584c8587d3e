//! Does what a credential says make sense? Found here is what the format lets through although it contradicts itself, cannot be so, or
//! should not be in a credential at all.
//!
//! One descent along the members that matter; what is repeated under the same identifier is looked at once. Nothing here is a
//! violation: such a credential follows the format, and what it says is between its issuer and its readers.

mod assessment;
mod dates;
mod language;
mod level;
mod media;
mod personal;
mod workload;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use jiff::Timestamp;
use signet_record::AnnexItem;

use crate::Credential;
use crate::elm::moment;
use crate::json::{JsonKind, Value};

use super::MAX_FINDINGS;
use super::code::Code;
use super::finding::FormatFinding;
use crate::place::Place;

/// Looks at the whole credential.
pub(super) fn check(credential: &Credential, findings: &mut Vec<FormatFinding>) {
    let root = credential.root();
    let issued = moment(root, "issued").or_else(|| moment(root, "issuanceDate"));
    let limit = findings.len() + MAX_FINDINGS;
    let place = Place::default();
    let mut sense = Sense { place, findings, limit, seen: HashSet::new(), issued, awarded: issued, primary: None };
    sense.validity(root);
    sense.display(root);
    sense.each(root, "credentialSubject", |sense, subject| sense.subject(subject));
    sense.awarded = issued;
    sense.each(root, "issuer", |sense, issuer| {
        sense.legal_name(issuer);
        sense.organisation(issuer);
    });
    sense.each(root, "evidence", |sense, evidence| {
        sense.accreditations(evidence);
        sense.each(evidence, "embeddedEvidence", |sense, file| sense.file(file));
    });
    sense.each(root, "attachment", |sense, file| sense.file(file));
    sense.numbers(credential);
}

/// The descent: where it stands, and what it has learned so far.
struct Sense<'a, 'f> {
    place: Place<'a>,
    findings: &'f mut Vec<FormatFinding>,
    /// Findings at which it falls silent.
    limit: usize,
    /// Identifiers of the parts that were looked at already, of those that credentials repeat.
    seen: HashSet<&'a str>,
    issued: Option<Timestamp>,
    /// When what is being looked at was awarded.
    awarded: Option<Timestamp>,
    /// The primary language, as the EU list codes it, and as texts are tagged with it.
    primary: Option<(&'a str, &'static str)>,
}

impl<'a> Sense<'a, '_> {
    /// Reports something about the place where the descent stands.
    fn report(&mut self, code: Code, annex: Option<AnnexItem>, expected: impl Into<String>, found: impl Into<String>) {
        if self.findings.len() < self.limit {
            self.report_at(self.place.path(), code, annex, expected, found);
        }
    }

    /// The same about another place.
    fn report_at(
        &mut self,
        path: String,
        code: Code,
        annex: Option<AnnexItem>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) {
        if self.findings.len() < self.limit {
            self.findings.push(FormatFinding { code, path, annex, expected: expected.into(), found: found.into() });
        }
    }

    /// The same about a member of it.
    fn report_in(
        &mut self,
        member: &'static str,
        code: Code,
        annex: Option<AnnexItem>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) {
        self.place.enter(member);
        self.report(code, annex, expected, found);
        self.place.leave();
    }

    /// Looks at each value of a member, from the place where it stands.
    fn each(&mut self, owner: Value<'a>, member: &'static str, mut look: impl FnMut(&mut Self, Value<'a>)) {
        let Some(held) = owner.get(member) else { return };
        self.place.enter(member);
        if held.kind() == JsonKind::Array {
            for (index, value) in held.each().enumerate() {
                self.place.enter_element(index);
                look(self, value);
                self.place.leave();
            }
        } else if held.kind() != JsonKind::Null {
            look(self, held);
        }
        self.place.leave();
    }

    /// Whether this is the first time that the part is met.
    fn is_new(&mut self, part: Value<'a>) -> bool {
        part.get("id").and_then(Value::text).is_none_or(|id| self.seen.insert(id))
    }

    fn subject(&mut self, subject: Value<'a>) {
        self.birth(subject);
        self.private(subject);
        // Parts of a name may be a dash, where a person has one name only.
        self.plausible(subject, "fullName", AnnexItem::Holder);
        self.each(subject, "hasClaim", |sense, claim| {
            sense.in_primary_language(claim, "title");
            sense.each(claim, "specifiedBy", |sense, kind| sense.in_primary_language(kind, "title"));
            sense.claim(claim);
        });
    }

    fn claim(&mut self, claim: Value<'a>) {
        match claim.string("type") {
            Some("LearningAchievement") => self.achievement(claim),
            Some("LearningActivity") => self.activity(claim),
            Some("LearningAssessment") => self.assessment(claim, None, false),
            Some("LearningEntitlement") => self.entitlement(claim),
            _ => self.award(claim),
        }
    }

    fn achievement(&mut self, achievement: Value<'a>) {
        self.plausible(achievement, "title", AnnexItem::Title);
        self.award(achievement);
        let awarded = self.awarded;
        self.each(achievement, "specifiedBy", |sense, unit| sense.specification(unit));
        self.credits(achievement);
        let start = dates::start(achievement);
        self.each(achievement, "influencedBy", |sense, activity| sense.activity(activity));
        self.each(achievement, "provenBy", |sense, assessment| sense.assessment(assessment, start, false));
        self.each(achievement, "entitlesTo", |sense, entitlement| sense.entitlement(entitlement));
        self.each(achievement, "learningOpportunity", |sense, opportunity| {
            sense.duration(opportunity, "duration");
            sense.each(opportunity, "temporal", |sense, period| sense.period(period, "startDate", "endDate"));
        });
        self.each(achievement, "hasPart", |sense, part| {
            sense.awarded = awarded;
            sense.achievement(part);
        });
        self.awarded = awarded;
    }

    /// What can be achieved.
    fn specification(&mut self, unit: Value<'a>) {
        self.plausible(unit, "title", AnnexItem::Title);
        self.duration(unit, "volumeOfLearning");
        self.duration(unit, "maximumDuration");
        self.workload(unit);
        self.levels(unit);
        self.accreditations(unit);
        self.each(unit, "hasPart", |sense, part| sense.specification(part));
    }

    fn activity(&mut self, activity: Value<'a>) {
        self.award(activity);
        self.duration(activity, "workload");
        self.each(activity, "temporal", |sense, period| sense.period(period, "startDate", "endDate"));
        self.each(activity, "specifiedBy", |sense, kind| sense.duration(kind, "volumeOfLearning"));
        self.each(activity, "hasPart", |sense, part| sense.activity(part));
    }

    fn entitlement(&mut self, entitlement: Value<'a>) {
        self.award(entitlement);
        self.period(entitlement, "dateIssued", "expiryDate");
        self.each(entitlement, "hasPart", |sense, part| sense.entitlement(part));
    }

    /// By whom it was awarded and when.
    fn award(&mut self, claim: Value<'a>) {
        self.each(claim, "awardedBy", |sense, process| {
            if !sense.is_new(process) {
                return;
            }
            sense.awarding_date(process);
            sense.each(process, "awardingBody", |sense, body| sense.organisation(body));
        });
    }

    fn organisation(&mut self, organisation: Value<'a>) {
        if self.is_new(organisation) {
            self.plausible(organisation, "legalName", AnnexItem::AwardingBody);
            self.each(organisation, "logo", |sense, file| sense.file(file));
            self.accreditations(organisation);
        }
    }

    fn accreditations(&mut self, owner: Value<'a>) {
        self.each(owner, "accreditation", |sense, accreditation| {
            if sense.is_new(accreditation) {
                sense.period(accreditation, "dateIssued", "expiryDate");
                sense.in_force(accreditation);
            }
        });
    }
}
