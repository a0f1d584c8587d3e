//! How a credential is told.

#![allow(clippy::unwrap_used)]
use signet_verify::{AwardingBody, FilePart, HolderKind, Level, Qualification};

use super::*;

const SEALER: &str = "Provozovatel";
const CERTIFIED: &str = "Univerzita podle certifikátu";
const CALLED: &str = "The University as the file has it";

fn sealing(awarded_itself: bool, proofs: &[AwardProof]) -> Sealing {
    let body = |proof: &AwardProof| AwardingBody {
        name: Some(if *proof == AwardProof::Statement { CERTIFIED } else { CALLED }.to_owned()),
        called: None,
        identifier: None,
        country: None,
        proof: *proof,
    };
    let qualification = Qualification {
        class: None,
        at_issuance: None,
        at_sealing: None,
        list: None,
        list_stale_since: None,
        reason: None,
    };
    Sealing {
        part: FilePart::Credential,
        sealer: Some(SEALER.to_owned()),
        sealer_kind: Some(HolderKind::LegalPerson),
        anchored: true,
        sealer_identifier: None,
        sealer_country: None,
        on_behalf_of: Vec::new(),
        awarded_by: proofs.iter().map(body).collect(),
        awarded_itself,
        mandate: None,
        claimed: None,
        proven: None,
        outcome: Outcome::Holds,
        indication: None,
        level: Level::BB,
        reach: Level::BB,
        carried: Level::BB,
        stamps: Vec::new(),
        qualification,
        test: false,
    }
}

/// What only the file says is never shown as if a certificate said it.
#[test]
fn the_name_of_the_awarding_body_is_the_certificates_or_marked_as_the_files() {
    use AwardProof::{Claimed, Configured, Statement, Unclear};
    let shown = |awarded_itself, proofs: &[AwardProof]| certified(&sealing(awarded_itself, proofs)).map(str::to_owned);
    assert_eq!(shown(true, &[]).as_deref(), Some(SEALER));
    assert_eq!(shown(false, &[Statement]).as_deref(), Some(CERTIFIED));
    assert_eq!(shown(true, &[Statement]).as_deref(), Some(SEALER));
    for open in [Configured, Claimed, Unclear] {
        assert_eq!(shown(false, &[open]), None, "{open:?}");
        assert_eq!(shown(true, &[Statement, open]), None, "{open:?}");
    }
    assert_eq!(shown(false, &[]), None);
}
