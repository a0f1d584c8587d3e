//! Every code stands in the documentation, and no other.

use std::collections::BTreeSet;

use signet_credential::check::{Code, Severity};
use signet_seal::SealCheck;
use signet_verify::Check;

const DOCUMENTATION: &str = include_str!("../../../../docs/verification.md");

#[test]
fn every_code_is_documented_and_no_other() {
    let own = [
        Check::ProfileRules,
        Check::Attachment,
        Check::SameCredential,
        Check::Picture,
        Check::RecordRoot,
        Check::SealPresent,
        Check::SealsUnread,
        Check::SealTime,
        Check::LegalPerson,
        Check::IssuerCertificate,
        Check::AwardingBody,
        Check::SameSealer,
        Check::TestSeal,
        Check::ValidityVouched,
        Check::ValidFrom,
        Check::Expiry,
        Check::Status,
    ];
    let known: BTreeSet<&str> = own
        .into_iter()
        .map(Check::code)
        .chain(Code::ALL.iter().map(|code| code.as_str()))
        .chain(SealCheck::ALL.iter().map(|check| check.code()))
        .collect();
    let rows = DOCUMENTATION.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let documented: BTreeSet<&str> =
        rows.filter(|code| code.contains('.') && !code.starts_with('.') && !code.contains('[')).collect();
    assert_eq!(documented, known);
}

#[test]
fn the_weight_of_each_finding_of_the_format_is_documented() {
    for code in Code::ALL {
        let row = DOCUMENTATION.lines().find(|line| line.starts_with(&format!("| `{}` |", code.as_str()))).unwrap();
        let weight = match code.severity() {
            Severity::Violation => "| violation ",
            Severity::Warning => "| warning ",
            Severity::Note => "| note ",
        };
        assert!(row.contains(weight), "{row}");
    }
}
