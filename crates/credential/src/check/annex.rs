//! The mandatory items of Annex I of Council Recommendation 2022/C 243/02, as far as the profile leaves them optional.

use signet_record::AnnexItem;

use crate::Credential;

use super::completeness::AnnexCompleteness;
use super::finding::{Code, FormatFinding};

/// Items that the profile's own rules demand already; who misses one is told so by them.
const BY_PROFILE: [AnnexItem; 4] =
    [AnnexItem::Title, AnnexItem::Country, AnnexItem::AwardingBody, AnnexItem::IssueDate];

/// Reports what a micro-credential must say and this one does not.
pub(super) fn check(credential: &Credential, completeness: &AnnexCompleteness, findings: &mut Vec<FormatFinding>) {
    let claimed = credential.claim().is_some();
    let missing = completeness.missing().filter(|item| item.is_mandatory() && !BY_PROFILE.contains(item));
    for item in missing.filter(|item| claimed || *item == AnnexItem::Holder) {
        let (code, path) = match item {
            AnnexItem::Holder => (Code::LearnerName, "$.credentialSubject"),
            _ => (Code::AnnexMissing, "$.credentialSubject.hasClaim"),
        };
        let (expected, found) = (String::new(), String::new());
        findings.push(FormatFinding { code, path: path.to_owned(), annex: Some(item), expected, found });
    }
}
