//! From the file, the evidence and the time to the report.

use jiff::Timestamp;
use signet_credential::check::Completeness;
use signet_record::Language;

use crate::{
    artefact::{Artefact, Content, SealedCredential},
    check::{Check, Finding, Part},
    consistency, description,
    evidence::Evidence,
    format,
    report::{Group, GroupName, Report},
    seal::{self, Judged},
    sealing::Sealing,
    unreadable::Unreadable,
    validity,
};

/// Judges a file as of `at`. Never an error: what cannot be established is a finding.
pub fn judge(artefact: &Artefact, evidence: &Evidence, at: Timestamp) -> Report {
    let mut found = Found::default();
    match &artefact.content {
        Content::Sealed(sealed) => {
            let judged = Judged::of_credential(&sealed.jws, evidence, at);
            found.sealed_credential(sealed, &judged, Part::Credential, evidence, at);
        }
        Content::Unsealed(credential) => {
            found.format.extend(format::credential(credential, Part::Credential));
            found.seal.push(seal::absent(Part::Credential));
            found.validity.extend(validity::credential(credential, None, Part::Credential, evidence, at));
        }
        Content::Document { pdf, embedded } => found.document(pdf, embedded.as_ref(), evidence, at),
    }
    Report {
        kind: artefact.kind(),
        sha256: artefact.sha256(),
        size: artefact.size,
        at,
        credential: artefact.credential().and_then(|credential| credential.id()).map(str::to_owned),
        completeness: artefact.credential().map(Completeness::of),
        groups: [
            Group { name: GroupName::Format, findings: found.format },
            Group { name: GroupName::Seal, findings: found.seal },
            Group { name: GroupName::Validity, findings: found.validity },
        ],
        sealings: found.sealings,
    }
}

#[derive(Default)]
struct Found {
    format: Vec<Finding>,
    seal: Vec<Finding>,
    validity: Vec<Finding>,
    sealings: Vec<Sealing>,
}

impl Found {
    fn sealed_credential(
        &mut self,
        sealed: &SealedCredential,
        judged: &Judged,
        part: Part,
        evidence: &Evidence,
        at: Timestamp,
    ) {
        let place = self.sealings.len();
        self.format.extend(format::credential(&sealed.credential, part));
        let issuer = consistency::issuer(&sealed.credential, judged.sealer(), part);
        let findings = judged.findings(part, evidence).into_iter().chain([issuer]);
        self.seal.extend(findings.map(|finding| finding.of_seal(place)));
        self.validity.extend(validity::credential(&sealed.credential, Some(judged), part, evidence, at));
        self.sealings.push(Sealing::of(judged, part, Some(&sealed.credential), Language::Cs));
    }

    fn document(
        &mut self,
        pdf: &[u8],
        embedded: Option<&Result<SealedCredential, Unreadable>>,
        evidence: &Evidence,
        at: Timestamp,
    ) {
        self.format.push(format::attachment(embedded));
        let seals = match Judged::of_document(pdf, evidence, at) {
            Ok(seals) => {
                self.seal.extend(seals.is_empty().then(|| seal::absent(Part::Document)));
                seals
            }
            Err(why) => {
                self.seal.push(seal::unread(why));
                Vec::new()
            }
        };
        let credential = embedded.and_then(|read| read.as_ref().ok());
        for (place, judged) in seals.iter().enumerate() {
            let findings = judged.findings(Part::Document, evidence).into_iter();
            self.seal.extend(findings.map(|finding| finding.of_seal(place)));
            let sealed = credential.map(|sealed| &sealed.credential);
            self.sealings.push(Sealing::of(judged, Part::Document, sealed, Language::Cs));
        }
        let told = self.seal.len();
        match credential {
            Some(sealed) => {
                self.format.push(description::same_credential(pdf, &sealed.credential));
                let inner = Judged::of_embedded(&sealed.jws, &seals, evidence, at);
                self.sealed_credential(sealed, &inner, Part::Embedded, evidence, at);
                // It is about the PDF, so it stands with what else is told of its seals.
                self.seal.splice(told..told, consistency::same_sealer(&seals, &inner));
            }
            None => {
                // Nothing in the PDF says in a form we can read until when, or whether, it stands.
                let open = |check| Finding::new(check, Part::Document, signet_seal::Outcome::CannotTell);
                self.validity.extend([open(Check::Expiry), open(Check::Status).with("problem", "none-named")]);
            }
        }
    }
}
