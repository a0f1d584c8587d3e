//! The legal events in the life of a credential.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use signet_record::{Bilingual, CredentialId, Date, Language, Timestamp};

use crate::correction::Correction;
use crate::digest::{Digest, EntryHash};
use crate::file::SealedFile;
use crate::status_index::StatusIndex;

/// Something that happened to a credential and is written down for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An award was accepted for issue; always the first event.
    Proposed(Proposed),
    /// What will be sealed was composed and rehearsed; written before the seal is asked for.
    Intended(Intended),
    /// The seals hold and the artefacts are kept. Made only by [`SealIntent::redeem`](crate::SealIntent::redeem).
    Sealed(Sealed),
    /// The holder, or their university's system, was given it.
    Delivered(Delivered),
    /// It no longer holds.
    Revoked(Revoked),
    /// A corrected credential stands in its place.
    Superseded(Superseded),
    /// The holder asked for erasure and what could be erased was.
    Erased(Erased),
    /// Stamped again, before what protects it weakened.
    Renewed(Renewed),
}

impl Event {
    /// The name of the kind of event, as in the canonical form.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Proposed(_) => "proposed",
            Event::Intended(_) => "intended",
            Event::Sealed(_) => "sealed",
            Event::Delivered(_) => "delivered",
            Event::Revoked(_) => "revoked",
            Event::Superseded(_) => "superseded",
            Event::Erased(_) => "erased",
            Event::Renewed(_) => "renewed",
        }
    }

    /// The sealed files that the event names, by kind; `None` when it is not about files.
    pub fn files(&self) -> Option<&BTreeMap<SealedFile, Digest>> {
        match self {
            Event::Sealed(sealed) => Some(&sealed.artefacts.files),
            Event::Renewed(renewed) => Some(&renewed.files),
            Event::Proposed(_)
            | Event::Intended(_)
            | Event::Delivered(_)
            | Event::Revoked(_)
            | Event::Superseded(_)
            | Event::Erased(_) => None,
        }
    }

    /// Every artefact the event names; each must be kept before the event is.
    pub fn artefacts(&self) -> Vec<Digest> {
        match self {
            Event::Proposed(proposed) => vec![proposed.award],
            Event::Sealed(sealed) => sealed.artefacts.digests(),
            Event::Renewed(renewed) => renewed.files.values().copied().collect(),
            Event::Intended(_) | Event::Delivered(_) | Event::Revoked(_) | Event::Superseded(_) | Event::Erased(_) => {
                Vec::new()
            }
        }
    }
}

/// An award was accepted for issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// The award's canonical JSON: everything the credential will say.
    pub award: Digest,
    /// The credential this one corrects.
    pub supersedes: Option<CredentialId>,
    /// Why it is corrected, where that was said; not in entries that were written before there was a form for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// What will be sealed, fixed before sealing, so that a resumed worker composes the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intended {
    /// The instant of issue that the credential states.
    pub issued: Timestamp,
    /// The payload that the seal will cover, before sealing.
    pub payload: Digest,
    /// The root of the record that the payload carries; none in entries of format 1.
    pub record: Option<Digest>,
    /// The seal certificate that was planned.
    pub certificate: Digest,
    /// Where the status of this credential will be found.
    pub status: StatusPlace,
}

/// The place of a credential in its institution's status lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusPlace {
    /// Number of the list, from 1.
    pub list: u32,
    /// Index of the entry in that list.
    pub index: StatusIndex,
}

/// The seals hold and the artefacts are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The `Intended` entry that this seal carries out.
    pub(crate) intent: EntryHash,
    pub(crate) record: Option<Digest>,
    pub(crate) artefacts: Artefacts,
}

impl Sealed {
    /// What was kept.
    pub fn artefacts(&self) -> &Artefacts {
        &self.artefacts
    }

    /// The root of the record that the sealed files carry; none in entries of format 1.
    pub fn record(&self) -> Option<&Digest> {
        self.record.as_ref()
    }
}

/// Digests of everything that was kept when a credential was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefacts {
    /// The award, as proposed.
    pub award: Digest,
    /// The sealed files, by kind.
    pub files: BTreeMap<SealedFile, Digest>,
    /// The picture of the certificate, by language.
    pub pictures: BTreeMap<Language, Digest>,
    /// The signed statement about the record, where the issuer signs one.
    pub statement: Option<Digest>,
}

impl Artefacts {
    /// The sealed file of a kind.
    pub fn file(&self, kind: SealedFile) -> Option<&Digest> {
        self.files.get(&kind)
    }

    /// All digests: award, sealed files, pictures, statement.
    pub fn digests(&self) -> Vec<Digest> {
        let kept = self.files.values().chain(self.pictures.values()).chain(&self.statement);
        std::iter::once(&self.award).chain(kept).copied().collect()
    }
}

/// How the credential reached its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// Handed to the university's own system through the API.
    Api,
    /// Announced by e-mail.
    Email,
    /// Written into the operator's folder by the command line: what earlier versions took for a delivery. No longer recorded, because the
    /// holder has nothing by it; ledgers that have it stay readable.
    Folder,
    /// Waiting in the holder's pages.
    Portal,
}

/// The holder was given it, unless the channel is [`Channel::Folder`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivered {
    /// Which way.
    pub channel: Channel,
}

/// Why a credential was revoked: a closed list, so that the public reason is never a slip of the pen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The holder asked for it.
    HolderRequest,
    /// It was issued by mistake.
    IssuedInError,
    /// Something else, which the note must state.
    Other,
    /// The assessment was annulled.
    ResultAnnulled,
    /// The seal can no longer be trusted.
    SealCompromised,
    /// It states something untrue that a correction cannot mend.
    UntrueStatement,
}

impl Reason {
    /// Every reason, in the order a form offers them.
    pub const ALL: [Reason; 6] = [
        Reason::IssuedInError,
        Reason::ResultAnnulled,
        Reason::UntrueStatement,
        Reason::HolderRequest,
        Reason::SealCompromised,
        Reason::Other,
    ];

    /// Stable code, as in the canonical form and in URLs.
    pub fn code(self) -> &'static str {
        match self {
            Reason::HolderRequest => "holder-request",
            Reason::IssuedInError => "issued-in-error",
            Reason::Other => "other",
            Reason::ResultAnnulled => "result-annulled",
            Reason::SealCompromised => "seal-compromised",
            Reason::UntrueStatement => "untrue-statement",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// It no longer holds. Everything here is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, try_from = "RevokedFields")]
pub struct Revoked {
    reason: Reason,
    note: Option<Bilingual>,
    date: Date,
}

/// What a revocation is read from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RevokedFields {
    reason: Reason,
    note: Option<Bilingual>,
    date: Date,
}

/// A revocation that strangers could not understand, or that would not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotARevocation {
    /// The reason "other" says nothing without a note.
    #[error("the reason `other` needs a note")]
    NoteMissing,
    /// The note is longer than [`Revoked::NOTE_MAX`] characters in one of its languages.
    #[error("the note is longer than {} characters", Revoked::NOTE_MAX)]
    NoteTooLong,
}

impl Revoked {
    /// Longest note, in characters, in each language.
    pub const NOTE_MAX: usize = 1_000;

    /// A revocation with effect from `date` (the decision's own date, which may lie before the entry's).
    ///
    /// # Errors
    /// When the reason `other` has no note, or the note is too long.
    pub fn new(reason: Reason, note: Option<Bilingual>, date: Date) -> Result<Revoked, NotARevocation> {
        if reason == Reason::Other && note.is_none() {
            return Err(NotARevocation::NoteMissing);
        }
        let too_long = |note: &Bilingual| {
            Language::ALL.into_iter().any(|language| note.text(language).chars().count() > Revoked::NOTE_MAX)
        };
        if note.as_ref().is_some_and(too_long) {
            return Err(NotARevocation::NoteTooLong);
        }
        Ok(Revoked { reason, note, date })
    }

    /// Why.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// What the registrar adds for everyone to read.
    pub fn note(&self) -> Option<&Bilingual> {
        self.note.as_ref()
    }

    /// Since when.
    pub fn date(&self) -> Date {
        self.date
    }
}

impl TryFrom<RevokedFields> for Revoked {
    type Error = NotARevocation;

    fn try_from(fields: RevokedFields) -> Result<Self, NotARevocation> {
        Revoked::new(fields.reason, fields.note, fields.date)
    }
}

/// A corrected credential stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Superseded {
    /// The corrected credential.
    pub by: CredentialId,
}

/// How far an erasure went. The ledger itself is kept by law (GDPR Art. 17(3)(b), (d)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The artefacts' bytes as well; their digests remain.
    Artefacts,
    /// Shares, the log of views and the contact e-mail; it is published no more.
    Publication,
}

impl Scope {
    /// Stable code, as in the canonical form.
    pub fn code(self) -> &'static str {
        match self {
            Scope::Artefacts => "artefacts",
            Scope::Publication => "publication",
        }
    }

    /// The scope with this code.
    pub fn from_code(code: &str) -> Option<Scope> {
        [Scope::Artefacts, Scope::Publication].into_iter().find(|scope| scope.code() == code)
    }
}

/// What could be erased was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// How far.
    pub scope: Scope,
}

/// Stamped again: same signed bytes, more protection around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// The renewed files, by kind. What is not named stays as it was.
    pub files: BTreeMap<SealedFile, Digest>,
}
