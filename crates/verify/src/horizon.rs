//! How long a report stands.

use jiff::Timestamp;
use signet_seal::{Horizon, jades};

use crate::{
    artefact::{Content, ParsedFile, SealedCredential},
    evidence::{Evidence, Trust},
    mandate::MandateStatement,
    status,
};

/// The first instant after `at` at which [`crate::judge`] could say something else of the same file by the same evidence; no later
/// than `latest`. Between the two it says the same, but for the time that it names as its own. Of a document it is `at` itself:
/// nothing is said about it.
pub fn holds_until(artefact: &ParsedFile, evidence: &Evidence, at: Timestamp, latest: Timestamp) -> Timestamp {
    let mut horizon = Horizon::new(at, latest);
    let credential = match &artefact.content {
        Content::Document { .. } => return at,
        Content::Unsealed(credential) => credential,
        Content::Sealed(SealedCredential { jws, credential }) => {
            horizon.seal(jws);
            credential
        }
    };
    horizon.instants([credential.issued(), credential.valid_from(), credential.expires()].into_iter().flatten());
    for statement in credential.mandate_statements() {
        if let Ok(jws) = jades::read(&statement) {
            horizon.seal(&jws);
        }
        if let Ok(stated) = MandateStatement::read(&statement) {
            horizon.instants([stated.valid_from].into_iter().chain(stated.valid_until));
        }
    }
    for list in evidence.status_lists.values().flatten() {
        if let Ok(jws) = jades::read(list) {
            horizon.seal(&jws);
        }
        horizon.instants(status::instants(list));
    }
    horizon.data(&evidence.seals);
    trust(&evidence.trust, &mut horizon);
    horizon.next()
}

fn trust(trust: &Trust, horizon: &mut Horizon) {
    for anchors in [&trust.anchors, &trust.stamp_anchors, &trust.test_anchors] {
        horizon.anchors(anchors);
    }
    if let Some(services) = &trust.services {
        horizon.services(services);
    }
    horizon.policy(&trust.policy);
    let periods = trust.mandates.iter().map(|mandate| mandate.period);
    horizon.instants(periods.flat_map(|period| [period.from, period.until]).flatten());
}
