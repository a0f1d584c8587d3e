//! The report: three groups, as the question is asked: format, seal, validity.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use signet_lang::Locale;
use signet_seal::{Level, Outcome, SealCheck};

use crate::{
    artefact::ArtefactKind,
    check::{Check, Finding, Part},
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

/// Who sealed, for whom, when and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sealing {
    /// Of which part.
    pub part: Part,
    /// The body in the certificate.
    pub sealer: Option<String>,
    /// Its identifier there (`NTRCZ-…`).
    pub sealer_identifier: Option<String>,
    /// The bodies that awarded, when they are others than the sealer.
    pub on_behalf_of: Vec<String>,
    /// When the sealer says it sealed.
    pub claimed: Option<Timestamp>,
    /// The earliest instant that a time stamp proves.
    pub proven: Option<Timestamp>,
    /// The baseline level.
    pub level: Level,
    /// How far the seal carries its own proof, whether or not it keeps the rules of the profile.
    pub reach: Level,
    /// The seal is one for trying.
    pub trial: bool,
}

/// Everything found about one file.
#[derive(Clone, Debug)]
pub struct Report {
    /// What kind of file.
    pub kind: ArtefactKind,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: usize,
    /// As of when it was judged.
    pub at: Timestamp,
    /// Identifier of the credential.
    pub credential: Option<String>,
    /// Format, seal, validity.
    pub groups: [Group; 3],
    /// The seals: of the file, and of the credential inside it.
    pub sealings: Vec<Sealing>,
}

impl Report {
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

    /// Whether any seal is one for trying.
    pub fn is_trial(&self) -> bool {
        self.sealings.iter().any(|sealing| sealing.trial)
    }

    /// What its maker must see before letting it go: format and seal hold, except that a trial is a trial, and nothing speaks
    /// against its validity.
    pub fn is_sound(&self) -> bool {
        self.unsound().next().is_none()
    }

    /// Codes of the findings that make it unsound.
    pub fn unsound(&self) -> impl Iterator<Item = &'static str> {
        self.groups.iter().flat_map(move |group| {
            let strict = group.name != GroupName::Validity;
            group.findings.iter().filter_map(move |finding| {
                let weighs = !finding.advisory && finding.check != Check::Trial && !self.is_left_to_others(finding);
                let speaks = finding.outcome == Outcome::Fails || (strict && finding.outcome == Outcome::CannotTell);
                (weighs && speaks).then(|| finding.check.code())
            })
        })
    }

    /// Whether a certificate was revoked is for whoever looks at a seal to ask, as long as the seal does not bring the
    /// answer along: below B-LT.
    fn is_left_to_others(&self, finding: &Finding) -> bool {
        let open = finding.outcome == Outcome::CannotTell;
        let about_revocation = finding.check == Check::Seal(SealCheck::Revocation)
            || finding.fact("cause") == Some(SealCheck::Revocation.code());
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
            trial: self.is_trial(),
            groups,
            sealings: &self.sealings,
        };
        // Numbers, strings and lists only: nothing JSON could refuse.
        serde_json::to_value(report).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct ReportJson<'a> {
    kind: ArtefactKind,
    sha256: &'a str,
    size: usize,
    at: Timestamp,
    credential: Option<&'a str>,
    language: &'static str,
    outcome: Outcome,
    trial: bool,
    groups: Vec<GroupJson<'a>>,
    sealings: &'a [Sealing],
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
    part: Part,
    outcome: Outcome,
    advisory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    indication: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    sentence: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    evidence: BTreeMap<&'static str, &'a str>,
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding, locale: Locale) -> Self {
        FindingJson {
            code: finding.check.code(),
            part: finding.part,
            outcome: finding.outcome,
            advisory: finding.advisory,
            indication: finding.indication.map(|indication| indication.name()),
            path: finding.path(),
            sentence: finding.sentence(locale),
            evidence: finding.evidence.iter().map(|(name, value)| (*name, value.as_str())).collect(),
        }
    }
}
