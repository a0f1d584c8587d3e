//! The report: three groups, as the question is asked: format, seal, validity.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use signet_credential::check::AnnexCompleteness;
use signet_lang::Locale;
use signet_seal::{Level, Outcome, SealCheck, SealFact, fact::StampFact};

use crate::{
    artefact::FileFormat,
    check::{Aspect, Check, FilePart, Finding},
    completeness::{CompletenessJson, completeness_told},
    fact::{AwardProof, Awarded, FindingFact},
    sealing::Sealing,
};

/// Which question a group answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupName {
    /// Is it technically what it should be?
    Format,
    /// Who sealed it, and was it changed since?
    Seal,
    /// Is it valid now?
    Validity,
}

/// The answer to one of the three questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub name: GroupName,
    /// What was found, in the order of checking.
    pub findings: Vec<Finding>,
}

impl Group {
    /// Fails when anything with weight fails; else cannot tell when anything with weight cannot be told; else holds.
    pub fn outcome(&self) -> Outcome {
        worst(self.findings.iter().filter(|finding| !finding.advisory).map(|finding| finding.outcome))
    }
}

pub(crate) fn worst(outcomes: impl Iterator<Item = Outcome>) -> Outcome {
    // `Outcome` is ordered from holds through cannot tell to fails.
    outcomes.max().unwrap_or(Outcome::CannotTell)
}

/// Everything found about one file.
#[derive(Clone, Debug)]
pub struct Report {
    /// What kind of file.
    pub kind: FileFormat,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: usize,
    /// As of when it was judged.
    pub at: Timestamp,
    /// Identifier of the credential.
    pub credential: Option<String>,
    /// How much of Annex I the credential says; of a file without one, nothing.
    pub completeness: Option<AnnexCompleteness>,
    /// Format, seal, validity.
    pub groups: [Group; 3],
    /// The seals: of the file, and of the credential inside it.
    pub sealings: Vec<Sealing>,
}

impl Report {
    /// How much of Annex I the credential says, and what is missing, in sentences; none when there is no credential.
    pub fn completeness_told(&self, locale: Locale) -> Vec<String> {
        self.completeness.as_ref().map_or_else(Vec::new, |completeness| completeness_told(completeness, locale))
    }

    /// One of the three groups.
    pub fn group(&self, name: GroupName) -> &Group {
        let [format, seal, validity] = &self.groups;
        match name {
            GroupName::Format => format,
            GroupName::Seal => seal,
            GroupName::Validity => validity,
        }
    }

    /// The verdict over all three.
    pub fn outcome(&self) -> Outcome {
        worst(self.groups.iter().map(Group::outcome))
    }

    /// All findings.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.groups.iter().flat_map(|group| &group.findings)
    }

    /// What was found about one aspect of the seals of a part: by what has weight, or else by what is only told; an aspect that
    /// nothing speaks of cannot be told.
    pub fn aspect(&self, part: FilePart, aspect: Aspect) -> Outcome {
        self.aspect_where(aspect, |finding| finding.part == part)
    }

    /// What was found about one aspect of one seal: as [`Report::aspect`], by the findings about that seal, and about its part.
    fn aspect_of(&self, place: usize, sealing: &Sealing, aspect: Aspect) -> Outcome {
        let speaks = |finding: &Finding| match finding.seal {
            Some(seal) => seal == place,
            None => finding.part == sealing.part,
        };
        self.aspect_where(aspect, speaks)
    }

    fn aspect_where(&self, aspect: Aspect, speaks: impl Fn(&Finding) -> bool) -> Outcome {
        let about = |finding: &&Finding| speaks(finding) && finding.check().aspect() == Some(aspect);
        let findings = || self.group(GroupName::Seal).findings.iter().filter(about);
        let advisory = findings().all(|finding| finding.advisory);
        worst(findings().filter(|finding| finding.advisory == advisory).map(|finding| finding.outcome))
    }

    /// What keeps a group from holding: the first finding with weight that is as bad as the group.
    pub fn cause(group: &Group) -> Option<&Finding> {
        let outcome = group.outcome();
        let mut weighty = group.findings.iter().filter(|finding| !finding.advisory);
        weighty.find(|finding| finding.outcome == outcome && outcome != Outcome::Holds)
    }

    /// What keeps the verdict from holding: of all that is as bad as the verdict, what weighs most.
    pub fn cause_of_verdict(&self) -> Option<&Finding> {
        let outcome = self.outcome();
        let order = [GroupName::Seal, GroupName::Validity, GroupName::Format];
        let worst = order.into_iter().map(|name| self.group(name)).find(|group| group.outcome() == outcome)?;
        Report::cause(worst)
    }

    /// Whether any seal is a test seal.
    pub fn is_test(&self) -> bool {
        self.sealings.iter().any(|sealing| sealing.test)
    }

    /// What its maker must see before letting it go: format and seal hold, except that a test seal is one, and nothing speaks
    /// against its validity.
    pub fn is_sound(&self) -> bool {
        self.unsound().next().is_none()
    }

    /// The checks that make it unsound.
    pub fn unsound(&self) -> impl Iterator<Item = Check> {
        self.groups.iter().flat_map(move |group| {
            let strict = group.name != GroupName::Validity;
            group.findings.iter().filter_map(move |finding| {
                // A stamp that does not hold takes nothing from a stranger's seal; its maker has to make it anew.
                let told = !finding.advisory || matches!(finding.check(), Check::Seal(check) if check.is_stamp());
                // By what mandate it seals for another, not every sealer can prove; strangers are told so.
                let as_said = match &finding.fact {
                    FindingFact::TestSeal | FindingFact::ValidityVouched(_) => true,
                    FindingFact::AwardingBody(fact) => {
                        matches!(fact.awarded, Awarded::Body { proof: AwardProof::Claimed, .. })
                    }
                    _ => false,
                };
                let weighs = told && !as_said && !self.is_left_to_others(finding);
                let speaks = finding.outcome == Outcome::Fails || (strict && finding.outcome == Outcome::CannotTell);
                (weighs && speaks).then(|| finding.check())
            })
        })
    }

    /// Whether a certificate was revoked is for whoever looks at a seal to ask, as long as the seal does not bring the
    /// answer along: below B-LT.
    fn is_left_to_others(&self, finding: &Finding) -> bool {
        let open = finding.outcome == Outcome::CannotTell;
        let about_revocation = match &finding.fact {
            FindingFact::Seal(found, _) => match &**found {
                SealFact::Revocation(_) => true,
                SealFact::Stamp(_, StampFact::Judged(stamp)) => {
                    stamp.cause.as_ref().is_some_and(|cause| cause.check() == SealCheck::Revocation)
                }
                _ => false,
            },
            _ => false,
        };
        let sealing = self.sealings.iter().find(|sealing| sealing.part == finding.part);
        open && about_revocation && sealing.is_some_and(|sealing| sealing.reach < Level::BLT)
    }

    /// The report as JSON, with its sentences in one language: see `docs/verification.md`.
    pub fn to_json(&self, locale: Locale) -> serde_json::Value {
        let groups: Vec<_> = self
            .groups
            .iter()
            .map(|group| GroupJson {
                name: group.name,
                outcome: group.outcome(),
                sentence: self.group_sentence(group, locale),
                findings: group.findings.iter().map(|finding| FindingJson::of(finding, locale)).collect(),
            })
            .collect();
        let report = ReportJson {
            kind: self.kind,
            sha256: &self.sha256,
            size: self.size,
            at: self.at,
            credential: self.credential.as_deref(),
            language: locale.language().code(),
            outcome: self.outcome(),
            source: self.source(locale),
            reason: self.reason(locale).filter(|_| self.outcome() != Outcome::Holds),
            verdict: self.verdict().code(),
            remedy: self.remedy().map(|remedy| RemedyJson { code: remedy.code(), sentence: remedy.sentence(locale) }),
            test: self.is_test(),
            completeness: self.completeness.as_ref().map(|one| CompletenessJson::of(one, locale)),
            groups,
            sealings: self.sealings.iter().enumerate().map(|(place, one)| SealingJson::of(self, place, one)).collect(),
        };
        // Numbers, strings and lists only: nothing JSON could refuse.
        serde_json::to_value(report).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct ReportJson<'a> {
    kind: FileFormat,
    sha256: &'a str,
    size: usize,
    at: Timestamp,
    credential: Option<&'a str>,
    language: &'static str,
    outcome: Outcome,
    source: Vec<String>,
    reason: Option<String>,
    verdict: &'static str,
    remedy: Option<RemedyJson>,
    test: bool,
    completeness: Option<CompletenessJson<'a>>,
    groups: Vec<GroupJson<'a>>,
    sealings: Vec<SealingJson<'a>>,
}

#[derive(Serialize)]
struct RemedyJson {
    code: &'static str,
    sentence: String,
}

#[derive(Serialize)]
struct SealingJson<'a> {
    #[serde(flatten)]
    sealing: &'a Sealing,
    aspects: BTreeMap<&'static str, Outcome>,
}

impl<'a> SealingJson<'a> {
    fn of(report: &Report, place: usize, sealing: &'a Sealing) -> Self {
        let aspects = Aspect::ALL.map(|aspect| (aspect.name(), report.aspect_of(place, sealing, aspect)));
        SealingJson { sealing, aspects: aspects.into() }
    }
}

#[derive(Serialize)]
struct GroupJson<'a> {
    name: GroupName,
    outcome: Outcome,
    sentence: String,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    aspect: Option<&'static str>,
    part: FilePart,
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<usize>,
    outcome: Outcome,
    advisory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    indication: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    sentence: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    evidence: BTreeMap<&'static str, String>,
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding, locale: Locale) -> Self {
        let mut evidence: BTreeMap<&'static str, String> = BTreeMap::new();
        for (name, value) in finding.evidence() {
            // A fact that is there several times is one list.
            evidence.entry(name).and_modify(|known| *known = format!("{known}, {value}")).or_insert(value);
        }
        FindingJson {
            code: finding.check().code(),
            aspect: finding.check().aspect().map(Aspect::name),
            part: finding.part,
            seal: finding.seal,
            outcome: finding.outcome,
            advisory: finding.advisory,
            indication: finding.indication.map(|indication| indication.name()),
            path: finding.path(),
            sentence: finding.sentence(locale),
            evidence,
        }
    }
}
