//! The mandate of the demonstration: a body that has no seal in the register states once, under its own, that another seals for it.

use std::time::Duration;

use jiff::Timestamp;
use signet_record::{Institution, Language};
use signet_seal::{
    SealKey,
    jades::{self, SigningTime},
};
use signet_verify::{MandateBody, MandateStatement};

use super::authority::TestSeal;
use crate::exit::{CommandError, Exit};

/// How long it holds.
const YEARS: u64 = 3;

/// The sealed statement of `awarding`, by its own test seal, that `sealing` seals for it from yesterday on.
///
/// # Errors
/// When the seal cannot be made.
pub fn seal(
    awarding: &Institution,
    sealing: &Institution,
    seal: &TestSeal,
    now: Timestamp,
) -> Result<Vec<u8>, CommandError> {
    let fault = |error: String| CommandError::new(Exit::Software, error);
    let body = |institution: &Institution| MandateBody {
        name: institution.legal_name.text(Language::Cs).to_owned(),
        identifier: institution.eidas_identifier.to_string(),
    };
    let day = Duration::from_secs(24 * 3600);
    let whole = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let until = whole + Duration::from_secs(24 * 3600 * 365 * YEARS);
    let statement = MandateStatement::new(body(awarding), body(sealing), whole - day, Some(until));
    let payload = statement.ok_or_else(|| fault("the mandate of the demonstration".into()))?.to_payload()?;
    let key = SealKey::from_pem(seal.key_pem.as_bytes(), seal.chain_pem.as_bytes(), None)
        .map_err(|error| fault(error.to_string()))?;
    let unsealed = jades::prepare(&payload, key.chain(), key.algorithm(), whole, SigningTime::SigT)
        .map_err(|error| fault(error.to_string()))?;
    let signature = key.sign(&unsealed.signing_input()).map_err(|error| fault(error.to_string()))?;
    Ok(unsealed.finish(&signature).to_json().into_bytes())
}
