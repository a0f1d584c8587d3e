//! Whether the bodies that are named are the bodies that sealed: issuer against certificate, PDF against the credential in it.

use signet_credential::Credential;
use signet_seal::{HolderKind, Outcome};

use crate::{
    body::{CertifiedBody, Sameness},
    check::{FilePart, Finding},
    fact::{FindingFact, IssuerFact, NamedBody},
    seal::Judged,
};

impl From<Sameness> for Outcome {
    fn from(sameness: Sameness) -> Self {
        match sameness {
            Sameness::Same => Outcome::Holds,
            Sameness::Unclear => Outcome::CannotTell,
            Sameness::Different => Outcome::Fails,
        }
    }
}

/// Only an organisation's seal vouches for a credential (Regulation (EU) No 910/2014 Article 35): a person's signature, and a
/// certificate that does not say whom it names, are told as what they are.
pub(crate) fn legal_person(judged: &Judged, part: FilePart) -> Option<Finding> {
    let body = judged.body()?;
    let holder = body.kind.unwrap_or(HolderKind::Unclear);
    let outcome = match holder {
        HolderKind::LegalPerson => Outcome::Holds,
        // A document may be signed by persons; a credential is issued by a body.
        HolderKind::NaturalPerson if part != FilePart::Document => Outcome::Fails,
        HolderKind::NaturalPerson | HolderKind::Website | HolderKind::Unclear => Outcome::CannotTell,
    };
    Some(Finding::new(FindingFact::LegalPerson { holder, name: body.name.clone() }, part, outcome))
}

/// The issuer named in the credential must be the body in the certificate (EDC: the issuer is written from it). Each difference, and
/// each thing that cannot be compared, is told.
pub(crate) fn issuer(credential: &Credential, judged: &Judged, part: FilePart) -> Finding {
    let said = credential.issuer_body().unwrap_or_default();
    let body = judged.body().cloned().unwrap_or_default();
    let compared = body.compare(&said);
    let own_language = body.country.as_deref().unwrap_or_default().to_ascii_lowercase();
    let issuer = NamedBody {
        name: said.name(language_of(&own_language)).map(str::to_owned),
        identifier: said.identifier().map(str::to_owned),
        country: said.countries.first().map(|country| (*country).to_owned()),
    };
    let outcome = compared.sameness.into();
    let fact = IssuerFact { certificate: body, issuer, anchored: judged.is_anchored(), differs: compared.differs };
    Finding::new(FindingFact::IssuerCertificate(Box::new(fact)), part, outcome)
}

/// The language in which a name is told when it is compared with a Czech certificate's.
fn language_of(country: &str) -> &str {
    if country == "cz" { "cs" } else { country }
}

/// PDF and credential inside it must come from the same body; the PDF's seal covers the credential's bytes.
pub(crate) fn same_sealer(documents: &[Judged], embedded: &Judged) -> Option<Finding> {
    let inner = embedded.body()?;
    let outer: Vec<&CertifiedBody> = documents.iter().filter_map(Judged::body).collect();
    // Of several seals one by the same body is enough: others may have signed besides.
    let best = outer.iter().map(|outer| outer.is_same_body(inner)).min()?;
    Some(Finding::new(FindingFact::SameSealer, FilePart::Document, best.into()))
}
