//! Whether the bodies that are named are the bodies that sealed: issuer against certificate, PDF against the credential in it.

use signet_credential::{Credential, vocabulary::country_of_certificate};
use signet_record::Language;
use signet_seal::{Certificate, Outcome};

use crate::{
    check::{Check, Finding, Part},
    seal::Judged,
};

/// The issuer named in the credential must be the body in the certificate (EDC: the issuer is written from it): by identifier
/// (ETSI EN 319 412-1 §5.1.4), name and country. Each difference is told.
pub(crate) fn issuer(credential: &Credential, sealer: Option<&Certificate>, part: Part) -> Finding {
    let issuer = credential.issuer(Language::En);
    let certified = sealer.and_then(Certificate::subject_organization_identifier);
    let organization = sealer.and_then(Certificate::subject_organization);
    let country = sealer.and_then(Certificate::subject_country);
    let identifier = identifiers(credential, certified.as_deref());
    let names = same_name(credential, organization.as_deref());
    let countries = same_country(credential, country.as_deref());
    let differs: Vec<&str> =
        [identifier.err(), (names == Some(false)).then_some("name"), (countries == Some(false)).then_some("country")]
            .into_iter()
            .flatten()
            .collect();
    let fails = differs.iter().any(|what| matches!(*what, "identifier" | "name" | "country"));
    let outcome = if fails {
        Outcome::Fails
    } else if differs.is_empty() && names == Some(true) {
        Outcome::Holds
    } else {
        Outcome::CannotTell
    };
    let mut finding = Finding::new(Check::IssuerCertificate, part, outcome);
    let named = credential.issuer_identifiers().next().unwrap_or_default();
    for (name, value) in [
        ("certificate", organization.unwrap_or_default()),
        ("certificate_identifier", certified.unwrap_or_default()),
        ("certificate_country", country.unwrap_or_default()),
        ("issuer", issuer.as_ref().and_then(|issuer| issuer.name).unwrap_or_default().to_owned()),
        ("issuer_identifier", named.to_owned()),
        ("issuer_country", issuer.as_ref().and_then(|issuer| issuer.country_code).unwrap_or_default().to_owned()),
    ] {
        if !value.is_empty() {
            finding = finding.with(name, value);
        }
    }
    finding = differs.into_iter().fold(finding, |finding, what| finding.with("differs", what));
    if outcome == Outcome::CannotTell { finding.advisory() } else { finding }
}

/// Whether an identifier in the data is the certificate's; else what is the matter. Identifiers of different registers
/// (`NTR`, `VAT`, …) of the same body look different, so they are not compared.
fn identifiers(credential: &Credential, certified: Option<&str>) -> Result<(), &'static str> {
    let Some(certified) = certified else { return Err("no-identifier") };
    let scheme = |identifier: &str| identifier.get(..5).map(str::to_ascii_uppercase);
    let mut named = credential.issuer_identifiers().peekable();
    if named.peek().is_none() {
        return Err("no-issuer");
    }
    let mut comparable = false;
    for one in named {
        if one == certified {
            return Ok(());
        }
        comparable |= scheme(one) == scheme(certified);
    }
    Err(if comparable { "identifier" } else { "scheme" })
}

/// Whether any of the issuer's names is the certificate's; case and spaces are no difference between bodies.
fn same_name(credential: &Credential, certified: Option<&str>) -> Option<bool> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let certified = plain(certified?);
    let mut names = credential.issuer_names().peekable();
    names.peek()?;
    Some(names.any(|name| plain(name) == certified))
}

/// Whether any of the issuer's countries is the certificate's.
fn same_country(credential: &Credential, certified: Option<&str>) -> Option<bool> {
    let certified = country_of_certificate(certified?)?;
    let mut countries = credential.issuer_countries().peekable();
    countries.peek()?;
    Some(countries.any(|country| country == certified))
}

/// PDF and credential inside it must come from the same body; the PDF's seal covers the credential's bytes.
pub(crate) fn same_sealer(documents: &[Judged], embedded: &Judged) -> Option<Finding> {
    let body = |judged: &Judged| {
        let certificate = judged.sealer()?;
        Some((certificate.subject_organization(), certificate.subject_organization_identifier()))
    };
    let inner = body(embedded)?;
    let outer = documents.first().and_then(body)?;
    let outcome = if outer == inner { Outcome::Holds } else { Outcome::Fails };
    Some(Finding::new(Check::SameSealer, Part::Document, outcome))
}
