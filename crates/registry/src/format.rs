//! What a ledger entry says, and the formats in which it is written.
//!
//! Format 1 named the two files of a credential one by one. Format 2 has a map from the kind of file to its digest, the root of the
//! record and its statement. Entries of format 1 are read for ever, byte for byte; new entries are written in format 2.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use signet_record::{CredentialId, InstitutionId, Language, Timestamp};

use crate::agent::Agent;
use crate::digest::{Digest, EntryHash};
use crate::event::{
    Artefacts, Delivered, Erased, Event, Intended, Proposed, Renewed, Revoked, Sealed, StatusPlace, Superseded,
};
use crate::file::SealedFile;
use crate::instant;
use crate::subject::{CanonicalForm, CredentialLedger, EntryBody, EntryFormat};

/// Looks at the version alone; members that only one version has are left to its own reader.
#[derive(Deserialize)]
struct Versioned {
    format: u32,
}

/// An entry as it is written. Members stand in the order of the canonical form.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written<I, S, R> {
    format: u32,
    institution: InstitutionId,
    credential: CredentialId,
    sequence: u32,
    previous: EntryHash,
    #[serde(with = "instant")]
    at: Timestamp,
    by: Agent,
    event: WrittenEvent<I, S, R>,
}

/// What happened; three kinds of event differ from format to format.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenEvent<I, S, R> {
    Proposed(Proposed),
    Intended(I),
    Sealed(S),
    Delivered(Delivered),
    Revoked(Revoked),
    Superseded(Superseded),
    Erased(Erased),
    Renewed(R),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Intended1 {
    #[serde(with = "instant")]
    issued: Timestamp,
    payload: Digest,
    certificate: Digest,
    status: StatusPlace,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed1 {
    intent: EntryHash,
    artefacts: Artefacts1,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Artefacts1 {
    award: Digest,
    jsonld: Digest,
    pdf: Digest,
    pictures: BTreeMap<Language, Digest>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Renewed1 {
    jsonld: Digest,
    pdf: Digest,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Intended2 {
    #[serde(with = "instant")]
    issued: Timestamp,
    payload: Digest,
    record: Option<Digest>,
    certificate: Digest,
    status: StatusPlace,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed2 {
    intent: EntryHash,
    record: Option<Digest>,
    artefacts: Artefacts2,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Artefacts2 {
    award: Digest,
    files: BTreeMap<SealedFile, Digest>,
    pictures: BTreeMap<Language, Digest>,
    statement: Option<Digest>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Renewed2 {
    files: BTreeMap<SealedFile, Digest>,
}

type Format1 = Written<Intended1, Sealed1, Renewed1>;
type Format2 = Written<Intended2, Sealed2, Renewed2>;

impl CanonicalForm for CredentialLedger {
    fn read(canonical: &str) -> Result<(EntryBody<CredentialLedger>, String), serde_json::Error> {
        let Versioned { format } = serde_json::from_str(canonical)?;
        match format {
            1 => {
                let written: Format1 = serde_json::from_str(canonical)?;
                let again = serde_json::to_string(&written)?;
                Ok((written.into_body(EntryFormat::One), again))
            }
            2 => {
                let written: Format2 = serde_json::from_str(canonical)?;
                let again = serde_json::to_string(&written)?;
                Ok((written.into_body(EntryFormat::Two), again))
            }
            _ => Err(serde::de::Error::custom("unknown format of a ledger entry")),
        }
    }

    fn write(body: &EntryBody<CredentialLedger>) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Format2 {
            format: 2,
            institution: body.institution.clone(),
            credential: body.subject,
            sequence: body.sequence,
            previous: body.previous,
            at: body.at,
            by: body.by.clone(),
            event: written(&body.event),
        })
    }
}

impl<I: Into<Intended>, S: Into<Sealed>, R: Into<Renewed>> Written<I, S, R> {
    fn into_body(self, format: EntryFormat) -> EntryBody<CredentialLedger> {
        EntryBody {
            format,
            institution: self.institution,
            subject: self.credential,
            sequence: self.sequence,
            previous: self.previous,
            at: self.at,
            by: self.by,
            event: match self.event {
                WrittenEvent::Proposed(proposed) => Event::Proposed(proposed),
                WrittenEvent::Intended(intended) => Event::Intended(intended.into()),
                WrittenEvent::Sealed(sealed) => Event::Sealed(sealed.into()),
                WrittenEvent::Delivered(delivered) => Event::Delivered(delivered),
                WrittenEvent::Revoked(revoked) => Event::Revoked(revoked),
                WrittenEvent::Superseded(superseded) => Event::Superseded(superseded),
                WrittenEvent::Erased(erased) => Event::Erased(erased),
                WrittenEvent::Renewed(renewed) => Event::Renewed(renewed.into()),
            },
        }
    }
}

fn written(event: &Event) -> WrittenEvent<Intended2, Sealed2, Renewed2> {
    match event.clone() {
        Event::Proposed(proposed) => WrittenEvent::Proposed(proposed),
        Event::Intended(Intended { issued, payload, record, certificate, status }) => {
            WrittenEvent::Intended(Intended2 { issued, payload, record, certificate, status })
        }
        Event::Sealed(Sealed { intent, record, artefacts }) => {
            let Artefacts { award, files, pictures, statement } = artefacts;
            WrittenEvent::Sealed(Sealed2 {
                intent,
                record,
                artefacts: Artefacts2 { award, files, pictures, statement },
            })
        }
        Event::Delivered(delivered) => WrittenEvent::Delivered(delivered),
        Event::Revoked(revoked) => WrittenEvent::Revoked(revoked),
        Event::Superseded(superseded) => WrittenEvent::Superseded(superseded),
        Event::Erased(erased) => WrittenEvent::Erased(erased),
        Event::Renewed(Renewed { files }) => WrittenEvent::Renewed(Renewed2 { files }),
    }
}

fn pair(jsonld: Digest, pdf: Digest) -> BTreeMap<SealedFile, Digest> {
    BTreeMap::from([(SealedFile::Jsonld, jsonld), (SealedFile::Pdf, pdf)])
}

impl From<Intended1> for Intended {
    fn from(Intended1 { issued, payload, certificate, status }: Intended1) -> Self {
        Intended { issued, payload, record: None, certificate, status }
    }
}

impl From<Sealed1> for Sealed {
    fn from(Sealed1 { intent, artefacts }: Sealed1) -> Self {
        let Artefacts1 { award, jsonld, pdf, pictures } = artefacts;
        let artefacts = Artefacts { award, files: pair(jsonld, pdf), pictures, statement: None };
        Sealed { intent, record: None, artefacts }
    }
}

impl From<Renewed1> for Renewed {
    fn from(Renewed1 { jsonld, pdf }: Renewed1) -> Self {
        Renewed { files: pair(jsonld, pdf) }
    }
}

impl From<Intended2> for Intended {
    fn from(Intended2 { issued, payload, record, certificate, status }: Intended2) -> Self {
        Intended { issued, payload, record, certificate, status }
    }
}

impl From<Sealed2> for Sealed {
    fn from(Sealed2 { intent, record, artefacts }: Sealed2) -> Self {
        let Artefacts2 { award, files, pictures, statement } = artefacts;
        Sealed { intent, record, artefacts: Artefacts { award, files, pictures, statement } }
    }
}

impl From<Renewed2> for Renewed {
    fn from(Renewed2 { files }: Renewed2) -> Self {
        Renewed { files }
    }
}
