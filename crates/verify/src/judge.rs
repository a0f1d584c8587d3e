//! From the file, the evidence and the time to the report.

use jiff::Timestamp;
use signet_credential::{AnnexCompleteness, Credential};
use signet_seal::{Outcome, pades};

use crate::{
    artefact::{Content, ParsedFile, SealedCredential},
    awarding,
    check::{Check, FilePart, Finding},
    consistency, description,
    evidence::Evidence,
    fact::{FindingFact, StatusFact, StatusFinding, Unvouched},
    format, picture,
    report::{Group, GroupName, Report, worst},
    seal::Judged,
    seal_findings::{absent, unread},
    sealing::Sealing,
    unreadable::Unreadable,
    validity,
};

/// Judges a file as of `at`. Never an error: what cannot be established is a finding.
pub fn judge(artefact: &ParsedFile, evidence: &Evidence, at: Timestamp) -> Report {
    let mut found = Found::default();
    match &artefact.content {
        Content::Sealed(sealed) => {
            let judged = Judged::of_credential(&sealed.jws, evidence, at);
            found.sealed_credential(sealed, &judged, FilePart::Credential, evidence, at);
        }
        Content::Unsealed(credential) => {
            found.check_format(credential, FilePart::Credential);
            found.seal.push(absent(FilePart::Credential));
            found.validity.extend(validity::credential(credential, None, FilePart::Credential, evidence, at));
        }
        Content::Document { pdf, embedded } => found.document(pdf, embedded.as_ref(), evidence, at),
    }
    found.vouch_for_validity(match &artefact.content {
        Content::Document { .. } => FilePart::Document,
        Content::Sealed(_) | Content::Unsealed(_) => FilePart::Credential,
    });
    Report {
        kind: artefact.kind(),
        sha256: artefact.sha256(),
        size: artefact.size,
        at,
        credential: artefact.credential().and_then(|credential| credential.id()).map(str::to_owned),
        completeness: found.completeness,
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
    completeness: Option<AnnexCompleteness>,
}

impl Found {
    fn check_format(&mut self, credential: &Credential, part: FilePart) {
        let (findings, completeness) = format::credential(credential, part);
        self.format.extend(findings);
        self.completeness = Some(completeness);
    }

    fn sealed_credential(
        &mut self,
        sealed: &SealedCredential,
        judged: &Judged,
        part: FilePart,
        evidence: &Evidence,
        at: Timestamp,
    ) {
        let place = self.sealings.len();
        self.check_format(&sealed.credential, part);
        if evidence.makes_notes {
            self.format.extend(format::record_root(&sealed.credential, part));
        }
        let bodies = awarding::bodies(&sealed.credential, judged, evidence, at);
        let issuer = consistency::issuer(&sealed.credential, judged, part);
        let awarded = awarding::findings(&bodies, judged, part);
        let findings = judged.findings(part, evidence).into_iter().chain([issuer]).chain(awarded);
        self.seal.extend(findings.map(|finding| finding.of_seal(place)));
        self.validity.extend(validity::credential(&sealed.credential, Some(judged), part, evidence, at));
        self.sealings.push(Sealing::of(judged, part, Some((&sealed.credential, &bodies))));
    }

    /// A file says of itself until when it is valid, and where that could be looked up. Unless its seal holds, anybody may have
    /// written that.
    fn vouch_for_validity(&mut self, part: FilePart) {
        let weighty = self.seal.iter().filter(|finding| !finding.advisory);
        let outcome = worst(weighty.map(|finding| finding.outcome));
        if outcome == Outcome::Holds {
            return;
        }
        let why = if self.sealings.iter().any(|sealing| sealing.test) && outcome != Outcome::Fails {
            Unvouched::Test
        } else if self.sealings.is_empty() {
            Unvouched::Absent
        } else if outcome == Outcome::Fails {
            Unvouched::Fails
        } else {
            Unvouched::Open
        };
        self.validity.insert(0, Finding::new(FindingFact::ValidityVouched(why), part, Outcome::CannotTell));
    }

    /// Of the persons who signed a document their signatures are told, without weight once an organisation's seal is there, or when
    /// the document holds no credential.
    fn weigh_signatures(&mut self, is_credential: bool) {
        let by_body = |finding: &Finding| {
            finding.check() == Check::LegalPerson
                && finding.part == FilePart::Document
                && finding.outcome == Outcome::Holds
        };
        let light = !is_credential || self.seal.iter().any(by_body);
        for finding in self.seal.iter_mut().filter(|finding| finding.part == FilePart::Document) {
            finding.advisory |= light && finding.check() == Check::LegalPerson && finding.outcome != Outcome::Holds;
        }
    }

    fn document(
        &mut self,
        pdf: &pades::PdfDocument,
        embedded: Option<&Result<SealedCredential, Unreadable>>,
        evidence: &Evidence,
        at: Timestamp,
    ) {
        self.format.push(format::attachment(embedded));
        let seals = match Judged::of_document(pdf, evidence, at) {
            Ok(seals) => {
                self.seal.extend(seals.is_empty().then(|| absent(FilePart::Document)));
                seals
            }
            Err(why) => {
                self.seal.push(unread(why));
                Vec::new()
            }
        };
        let credential = embedded.and_then(|read| read.as_ref().ok());
        for (place, judged) in seals.iter().enumerate() {
            let findings = judged.findings(FilePart::Document, evidence).into_iter();
            self.seal.extend(findings.map(|finding| finding.of_seal(place)));
            let bodies = credential.map(|sealed| awarding::bodies(&sealed.credential, judged, evidence, at));
            let said = credential.zip(bodies.as_deref()).map(|(sealed, bodies)| (&sealed.credential, bodies));
            self.sealings.push(Sealing::of(judged, FilePart::Document, said));
        }
        self.weigh_signatures(credential.is_some());
        let told = self.seal.len();
        match credential {
            Some(sealed) => {
                self.format.push(description::same_credential(pdf.bytes(), &sealed.credential));
                if evidence.compares_pictures {
                    self.format.extend(picture::finding(pdf, &sealed.credential, &seals));
                }
                let inner = Judged::of_embedded(&sealed.jws, &seals, evidence, at);
                self.sealed_credential(sealed, &inner, FilePart::Embedded, evidence, at);
                // It is about the PDF, so it stands with what else is told of its seals.
                self.seal.splice(told..told, consistency::same_sealer(&seals, &inner));
            }
            None => {
                // Nothing in the PDF says in a form we can read until when, or whether, it stands.
                let open = |fact| Finding::new(fact, FilePart::Document, Outcome::CannotTell);
                let status = FindingFact::Status(StatusFact::plain(StatusFinding::NoneNamed));
                self.validity.extend([open(FindingFact::Expiry(None)), open(status)]);
            }
        }
    }
}
