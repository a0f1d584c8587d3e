//! The mandatory items of Annex I of Council Recommendation 2022/C 243/02, as far as the profile leaves them optional.

use signet_record::AnnexItem;

use crate::Credential;
use crate::json::Value;

use super::finding::{Code, FormatFinding};

/// Reports what a micro-credential must say and this one does not.
pub(super) fn check(credential: &Credential, findings: &mut Vec<FormatFinding>) {
    let subject = credential.subject();
    let names = ["fullName", "givenName", "familyName"];
    let named = subject.is_some_and(|person| names.iter().any(|name| person.first(name).is_some_and(holds_text)));
    if !named {
        findings.push(finding(Code::LearnerName, AnnexItem::Holder, "$.credentialSubject"));
    }
    let Some(claim) = credential.claim() else {
        return;
    };
    let unit = claim.first("specifiedBy");
    let in_unit = |members: &[&str]| unit.is_some_and(|unit| has_any(unit, members));
    let assessed =
        claim.all("provenBy").any(|assessment| assessment.all("specifiedBy").any(|kind| has_any(kind, &["dcType"])));
    let took_part =
        claim.all("influencedBy").any(|activity| activity.all("specifiedBy").any(|kind| has_any(kind, &["mode"])));
    let items = [
        (AnnexItem::LearningOutcomes, in_unit(&["learningOutcome", "learningOutcomeSummary"])),
        (AnnexItem::Workload, in_unit(&["creditPoint", "volumeOfLearning"]) || has_any(claim, &["creditReceived"])),
        (AnnexItem::Level, in_unit(&["eqfLevel", "nqfLevel", "educationLevel"])),
        (AnnexItem::AssessmentType, assessed),
        (AnnexItem::Participation, in_unit(&["mode"]) || took_part),
        (AnnexItem::QualityAssurance, credential.accreditations().next().is_some()),
    ];
    for (item, present) in items {
        if !present {
            findings.push(finding(Code::AnnexMissing, item, "$.credentialSubject.hasClaim"));
        }
    }
}

fn finding(code: Code, item: AnnexItem, path: &str) -> FormatFinding {
    FormatFinding { code, path: path.to_owned(), annex: Some(item), expected: String::new(), found: String::new() }
}

fn has_any(value: Value<'_>, members: &[&str]) -> bool {
    members.iter().any(|member| value.first(member).is_some())
}

fn holds_text(words: Value<'_>) -> bool {
    words.text().is_some_and(|text| !text.trim().is_empty())
        || words.members().any(|(_, text)| text.each().filter_map(Value::text).any(|text| !text.trim().is_empty()))
}
