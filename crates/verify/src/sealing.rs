//! Who sealed, for whom, when and how: one entry for each seal of a file.

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use signet_credential::{Credential, vocabulary::country_of_certificate};
use signet_record::Language;
use signet_seal::{
    HolderKind, Indication, Level, Outcome, SealCheck, SealFact, SealFinding,
    fact::{QualificationFact, StampClass, StampFact},
    qualification::{QualificationReason, SealClass},
};

use crate::{awarding::Awarding, check::FilePart, fact::AwardProof, seal::Judged};

/// Who sealed, for whom, when and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sealing {
    /// Of which part.
    pub part: FilePart,
    /// The body in the certificate; of a natural person's certificate, the person.
    pub sealer: Option<String>,
    /// Whom the certificate names.
    pub sealer_kind: Option<HolderKind>,
    /// Whether an authority that counts vouches for the certificate; without one the names in it are anybody's.
    pub anchored: bool,
    /// Its identifier there (`NTRCZ-…`).
    pub sealer_identifier: Option<String>,
    /// Its country there, two letters.
    pub sealer_country: Option<String>,
    /// Names that the data give the awarding bodies that are not the sealer, or not surely.
    pub on_behalf_of: Vec<String>,
    /// The same bodies, with what else the data say of them, and what proves that they mandated the seal.
    pub awarded_by: Vec<AwardingBody>,
    /// What the sealer itself awarded: the data name it as awarding body.
    pub awarded_itself: bool,
    /// The mandate in the sealer's words, when the credential carries one and another body awarded.
    pub mandate: Option<String>,
    /// When the sealer says it sealed.
    pub claimed: Option<Timestamp>,
    /// The earliest instant that a time stamp proves.
    pub proven: Option<Timestamp>,
    /// The verdict over this seal alone, as EN 319 102-1 has it: what is said of qualification and form does not weigh.
    pub outcome: Outcome,
    /// The sub-indication behind it when it does not hold.
    pub indication: Option<Indication>,
    /// The baseline level.
    pub level: Level,
    /// How far the seal carries its own proof as far as that could be checked, whether or not it keeps the rules of the profile.
    pub reach: Level,
    /// What the file carries for the seal, whether or not it could be checked; never less than `reach`.
    pub carried: Level,
    /// Every time stamp of the seal.
    pub stamps: Vec<Stamped>,
    /// What it is before the law.
    pub qualification: Qualification,
    /// It is a test seal.
    pub test: bool,
}

/// An awarding body: as the certificate names it where its own statement proves the mandate, else as the data describe it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AwardingBody {
    /// Legal name.
    pub name: Option<String>,
    /// What the data call it, where the name is the certificate's and theirs is another.
    pub called: Option<String>,
    /// Legal identifier (`NTRCZ-…`).
    pub identifier: Option<String>,
    /// Code of its country in the EU list (alpha-3): a report speaks every language.
    pub country: Option<String>,
    /// How it stands with its mandate.
    pub proof: AwardProof,
}

impl AwardingBody {
    fn of(awarding: &Awarding<'_>) -> Self {
        let name = awarding.name().map(str::to_owned);
        let called = name_in_data(awarding).filter(|_| awarding.certified.is_some());
        let certified = awarding.certified.as_ref().and_then(|body| country_of_certificate(body.country.as_deref()?));
        let country = certified.or_else(|| awarding.said.countries.first().copied());
        AwardingBody {
            called: called.filter(|called| Some(called) != name.as_ref()),
            name,
            identifier: awarding.identifier().map(str::to_owned),
            country: country.map(str::to_owned),
            proof: awarding.proof,
        }
    }
}

/// A time stamp with its own verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stamped {
    /// What it is over.
    pub code: SealCheck,
    /// Whether it holds.
    pub outcome: Outcome,
    /// The sub-indication when it does not.
    pub indication: Option<Indication>,
    /// Its time.
    pub time: Option<Timestamp>,
    /// Its authority.
    pub authority: Option<String>,
    /// Whether it is a qualified one by the trusted lists; `None` when that cannot be told.
    pub qualified: Option<bool>,
}

/// What a seal is under Regulation (EU) No 910/2014.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Qualification {
    /// The class; `None` as long as it cannot be told.
    pub class: Option<SealClass>,
    /// Whether the certificate was a qualified one when it was issued.
    pub at_issuance: Option<bool>,
    /// Whether it was at the best signature time.
    pub at_sealing: Option<bool>,
    /// Territory of the trusted list.
    pub list: Option<String>,
    /// Since when a list this rests on is overdue.
    pub list_stale_since: Option<Timestamp>,
    /// Why it is not more.
    #[serde(serialize_with = "by_code")]
    pub reason: Option<QualificationReason>,
}

impl Sealing {
    pub(crate) fn of(judged: &Judged, part: FilePart, said: Option<(&Credential, &[Awarding<'_>])>) -> Self {
        let body = judged.body().cloned().unwrap_or_default();
        let bodies = said.map(|(_, bodies)| bodies).unwrap_or_default();
        let is_same = |one: &&Awarding<'_>| one.proof == AwardProof::SameBody;
        let awarded_by: Vec<AwardingBody> = bodies.iter().filter(|one| !is_same(one)).map(AwardingBody::of).collect();
        let mandate = said.filter(|_| !awarded_by.is_empty()).and_then(|(credential, _)| credential.mandate());
        let report = &judged.report;
        Sealing {
            part,
            on_behalf_of: bodies.iter().filter(|one| !is_same(one)).filter_map(name_in_data).collect(),
            awarded_itself: bodies.iter().any(|one| one.proof == AwardProof::SameBody),
            mandate: mandate.map(str::to_owned),
            awarded_by,
            sealer_kind: body.kind,
            anchored: judged.is_anchored(),
            sealer: body.name,
            sealer_identifier: body.identifier,
            sealer_country: body.country,
            claimed: report.claimed_time,
            proven: report.best_time,
            outcome: report.outcome(),
            indication: report.indication(),
            level: report.level,
            reach: report.reach,
            carried: report.carried,
            stamps: report.findings.iter().filter_map(Stamped::of).collect(),
            qualification: Qualification::of(report.finding(SealCheck::Qualification)),
            test: judged.test,
        }
    }
}

fn name_in_data(awarding: &Awarding<'_>) -> Option<String> {
    awarding.said.name(Language::Cs.code()).map(str::to_owned)
}

/// A reason by its stable name alone; what it names besides stands in the finding.
// `serialize_with` hands over a reference to the field.
#[allow(clippy::ref_option)]
fn by_code<S: Serializer>(reason: &Option<QualificationReason>, serializer: S) -> Result<S::Ok, S::Error> {
    reason.as_ref().map(QualificationReason::code).serialize(serializer)
}

impl Stamped {
    fn of(finding: &SealFinding) -> Option<Self> {
        let SealFact::Stamp(kind, fact) = &finding.fact else { return None };
        let (time, authority, class) = match fact {
            StampFact::Judged(stamp) => (Some(stamp.time), stamp.authority.clone(), stamp.class),
            StampFact::OutOfOrder(time) => (Some(*time), None, None),
            StampFact::TooMany
            | StampFact::Unreadable(_)
            | StampFact::NotAContainer
            | StampFact::UnknownContainer(_)
            | StampFact::Changed { .. }
            | StampFact::ByteRange(_) => (None, None, None),
        };
        Some(Stamped {
            code: kind.check(),
            outcome: finding.outcome,
            indication: finding.indication,
            time,
            authority,
            qualified: match class {
                Some(StampClass::Qualified) => Some(true),
                Some(StampClass::NotQualified) => Some(false),
                Some(StampClass::Unknown) | None => None,
            },
        })
    }
}

impl Qualification {
    fn of(finding: Option<&SealFinding>) -> Self {
        let Some(SealFact::Qualification(QualificationFact::Assessed { qualification, .. })) =
            finding.map(|finding| &finding.fact)
        else {
            return Qualification::default();
        };
        let established = finding.is_some_and(|finding| finding.outcome != Outcome::CannotTell);
        Qualification {
            class: established.then_some(qualification.class),
            at_issuance: Some(qualification.at_issuance.qualified),
            at_sealing: Some(qualification.at_sealing.qualified),
            list: qualification.service().map(|service| service.territory.clone()),
            list_stale_since: qualification.stale_since(),
            reason: qualification.reason.clone(),
        }
    }
}
