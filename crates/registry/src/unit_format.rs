//! How entries about units of learning are written. They began with format 2, so there is no older one to read.

use serde::{Deserialize, Serialize};
use signet_record::{InstitutionId, Timestamp, UnitId};

use crate::agent::Agent;
use crate::digest::EntryHash;
use crate::instant;
use crate::subject::{CanonicalForm, EntryBody, EntryFormat, UnitLedger};
use crate::unit_event::UnitEvent;

/// An entry as it is written. Members stand in the order of the canonical form.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenUnitEntry {
    format: u32,
    institution: InstitutionId,
    unit: UnitId,
    sequence: u32,
    previous: EntryHash,
    #[serde(with = "instant")]
    at: Timestamp,
    by: Agent,
    event: UnitEvent,
}

impl CanonicalForm for UnitLedger {
    fn read(canonical: &str) -> Result<(EntryBody<UnitLedger>, String), serde_json::Error> {
        let written: WrittenUnitEntry = serde_json::from_str(canonical)?;
        if written.format != 2 {
            return Err(serde::de::Error::custom("unknown format of an entry about a unit"));
        }
        let again = serde_json::to_string(&written)?;
        let body = EntryBody {
            format: EntryFormat::Two,
            institution: written.institution,
            subject: written.unit,
            sequence: written.sequence,
            previous: written.previous,
            at: written.at,
            by: written.by,
            event: written.event,
        };
        Ok((body, again))
    }

    fn write(body: &EntryBody<UnitLedger>) -> Result<String, serde_json::Error> {
        serde_json::to_string(&WrittenUnitEntry {
            format: 2,
            institution: body.institution.clone(),
            unit: body.subject.clone(),
            sequence: body.sequence,
            previous: body.previous,
            at: body.at,
            by: body.by.clone(),
            event: body.event.clone(),
        })
    }
}
