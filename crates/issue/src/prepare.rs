//! Prepare: lint everything and rehearse with a throw-away key, before anything is promised.

use signet_credential::check::viewer::{Hazard, hazards, hazards_of_sealed};
use signet_credential::statement::{CarriedRecord, Opening, RecordStatement};
use signet_credential::{FormatFinding, Picture, RecordMark, StatusEntry, compose_with_record};
use signet_document::{DocumentInput, LaidOut, PrintedRoot};
use signet_record::{Award, CredentialId, Language, Timestamp};
use signet_registry::Digest;
use signet_seal::{Basis, Indication, KeyError, Outcome, jades};

use crate::sealer::Sealer;

/// What is to be made, apart from what the sealer itself adds.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// What the credential says.
    pub award: &'a Award,
    /// The instant of issue it states.
    pub issued: Timestamp,
    /// The PDF's own link. A secret: never in a log.
    pub link: &'a str,
    /// Where its status will be found.
    pub status: &'a StatusEntry,
    /// What opens its record.
    pub opening: Opening,
}

/// A credential that has passed every check short of the seal. Moved once, into [`Sealer::seal`].
#[must_use = "what is prepared and not sealed leaves the credential waiting"]
pub struct Prepared {
    pub(crate) credential: CredentialId,
    pub(crate) issued: Timestamp,
    pub(crate) payload: String,
    pub(crate) statement: RecordStatement,
    pub(crate) proof: LaidOut,
    pub(crate) file_name: String,
    pub(crate) reason: String,
}

impl Prepared {
    /// Digest of the payload that the seal will cover: what the ledger's intent fixes.
    pub fn payload_digest(&self) -> Digest {
        Digest::of(self.payload.as_bytes())
    }

    /// The root of the record that payload and document carry.
    pub fn record(&self) -> Digest {
        Digest::from_bytes(*self.statement.root().as_bytes())
    }
}

/// Why nothing was prepared. None of these goes away by trying again with the same award.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    /// The documents' faces lack these characters.
    #[error("the faces of the document lack {}", .0.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect::<Vec<_>>().join(", "))]
    Unprintable(Vec<char>),
    /// The document cannot be set.
    #[error("the document: {0}")]
    Document(#[from] signet_document::DocumentError),
    /// The credential cannot be composed.
    #[error("the credential: {0}")]
    Compose(#[from] signet_credential::ComposeError),
    /// What was composed breaks a rule of the format.
    #[error("the credential breaks the format: {} at {}", .0.code.as_str(), .0.path)]
    Format(FormatFinding),
    /// What was composed, or its rehearsed seal, breaks the page of the EU's viewer.
    #[error("the EU's viewer cannot show it: {0}")]
    Viewer(#[from] Hazard),
    /// What was composed cannot be read back.
    #[error("the credential cannot be read back: {0}")]
    Unreadable(#[from] signet_credential::ReadError),
    /// What was composed does not say what its own root stands for.
    #[error("the credential does not agree with the root of its record")]
    Record,
    /// The rehearsal with a throw-away key did not hold.
    #[error("the rehearsal of the seal: {0}")]
    Rehearsal(#[source] RehearsalError),
}

impl<E> From<E> for NotReady
where
    RehearsalError: From<E>,
{
    fn from(error: E) -> Self {
        NotReady::Rehearsal(error.into())
    }
}

/// Why the rehearsal of a seal failed.
#[derive(Debug, thiserror::Error)]
pub enum RehearsalError {
    /// The container could not be made.
    #[error(transparent)]
    Form(#[from] jades::SealError),
    /// The throw-away key did not sign.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// What was sealed cannot be read back.
    #[error(transparent)]
    Read(#[from] jades::JadesReadError),
    /// What was sealed does not hold.
    #[error("{}", .0.map_or("it does not hold", Indication::name))]
    NotSound(Option<Indication>),
}

impl Sealer {
    /// Composes, lays out, checks the format and rehearses the seal with a throw-away key.
    ///
    /// # Errors
    /// When anything at all is wrong; nothing was sealed then.
    pub fn prepare(&self, order: &Order<'_>) -> Result<Prepared, NotReady> {
        let unprintable = self.renderer().unprintable(order.award);
        if !unprintable.is_empty() {
            return Err(NotReady::Unprintable(unprintable));
        }
        // 1. The root of the record, before anything that carries it: pictures are no part of it.
        let mark = signet_credential::record_mark(order.award, self.identity(), order.issued, order.opening)?;
        // 2. The document, which prints the root, and its picture.
        let proof = self.renderer().lay_out(&self.sheet(order, &mark))?;
        let picture = proof.picture()?;
        let pictures = Language::ALL.map(|language| Picture { language, jpeg: picture.clone() });
        // 3. The payload around the picture, checked as a stranger's.
        let status = Some(order.status);
        let payload = compose_with_record(order.award, self.identity(), &pictures, order.issued, status, &mark)?;
        let statement = check(&payload, &mark)?;
        self.rehearse(&payload, order.issued)?;
        Ok(Prepared {
            credential: order.award.id(),
            issued: order.issued,
            payload,
            statement,
            proof,
            file_name: file_name(order.award),
            reason: order.award.unit().title.text(Language::Cs).to_owned(),
        })
    }

    fn sheet<'a>(&self, order: &Order<'a>, mark: &RecordMark) -> DocumentInput<'a> {
        DocumentInput {
            award: order.award,
            issued: order.issued,
            sealed_by: self.identity().legal_name.clone(),
            time_stamped: self.policy().stamps.is_some(),
            test: self.policy().test,
            link: order.link,
            record: Some(PrintedRoot { notation: mark.root.notation(), groups: mark.root.groups() }),
        }
    }

    /// The same seal with a key that is thrown away, read back and judged as a stranger would.
    fn rehearse(&self, payload: &str, at: Timestamp) -> Result<(), NotReady> {
        let (key, anchors) = self.rehearsal();
        let unsealed = jades::prepare(payload, key.chain(), key.algorithm(), at, self.policy().signing_time)?;
        let signature = key.sign(&unsealed.signing_input())?;
        let sealed = unsealed.finish(&signature).to_json();
        viewer_safe(hazards_of_sealed(sealed.as_bytes()))?;
        let read = jades::read(sealed.as_bytes())?;
        let report = jades::judge(&read, &Basis::offline(anchors, at));
        match report.outcome() {
            Outcome::Holds => Ok(()),
            Outcome::CannotTell | Outcome::Fails => Err(RehearsalError::NotSound(report.indication()).into()),
        }
    }
}

/// The file name both artefacts share: `Name - Title.jsonld`, `Name - Title.pdf`.
pub fn file_name(award: &Award) -> String {
    signet_credential::file_name(&award.holder().name_without_titles(), award.unit().title.text(Language::Cs), "jsonld")
}

/// Nothing, or the first hazard.
pub(crate) fn viewer_safe(found: Result<Vec<Hazard>, Hazard>) -> Result<(), Hazard> {
    found?.into_iter().next().map_or(Ok(()), Err)
}

fn check(payload: &str, mark: &RecordMark) -> Result<RecordStatement, NotReady> {
    viewer_safe(hazards(payload))?;
    let credential = signet_credential::read(payload)?;
    let carried = credential.record() == CarriedRecord::Open(mark.root, mark.opening);
    let statement = RecordStatement::of(&credential, &mark.opening).ok_or(NotReady::Record)?;
    if !carried || statement.root() != mark.root {
        return Err(NotReady::Record);
    }
    let mut findings = signet_credential::check(&credential).into_iter();
    match findings.find(|finding| finding.severity() == signet_credential::Severity::Violation) {
        Some(finding) => Err(NotReady::Format(finding)),
        None => Ok(statement),
    }
}

#[cfg(test)]
mod tests {
    use signet_credential::statement::{RecordKey, RecordRoot};

    use super::*;

    /// The order of looks matters: what only the viewer stumbles over has no finding of the format.
    #[test]
    fn what_breaks_the_viewer_is_not_prepared() {
        let opening = Opening { revision: 0, key: RecordKey::from_random([1; 32]) };
        let mark = RecordMark { root: RecordRoot::from_bytes([1; 32]), opening };
        for payload in [
            "\u{feff}{\"credentialSubject\":{}}",
            "{\"credentialStatus\":{\"id\":\"https://a.example/1\"},\"credentialSubject\":{}}",
            "{\"credentialSubject\":{\"id\":\"person\"}}",
            "{\"issued\":\"2026-06-30\",\"credentialSubject\":{}}",
            "{\"credentialSubject\":{\"relatedESCOSkill\":{\"id\":\"http://data.europa.eu/esco/skill/1\"}}}",
        ] {
            assert!(matches!(check(payload, &mark), Err(NotReady::Viewer(_))), "{payload}");
        }
    }
}
