//! Who stands in the document: holder, awarding body, sealing issuer; and the document's own identifier and link.

use signet_lang::Locale;
use signet_record::{Award, Institution, SealingIssuer};

use crate::certificate;
use crate::input::DocumentInput;
use crate::view::{Entry, Pair};

pub(super) fn holder(award: &Award) -> Vec<Entry> {
    let mut entries = vec![Entry::Name { text: award.holder().full_name() }];
    entries.extend(certificate::birth(award).into_iter().map(Entry::Fact));
    entries
}

/// The country of the body that seals: it is the issuer of the credential.
pub(super) fn country(sheet: &DocumentInput<'_>) -> Vec<Entry> {
    let country = issuer(sheet.award).country;
    vec![Entry::Text(Pair::says(|locale| country.name(locale.language()).to_owned()))]
}

pub(super) fn awarding_body(award: &Award) -> Vec<Entry> {
    let institution = award.institution();
    let mut entries = vec![Entry::Lead(Pair::from(&institution.legal_name))];
    entries.extend(award.unit().faculty.as_ref().map(|faculty| Entry::Text(Pair::from(&faculty.name))));
    entries.push(Entry::fact(Locale::document_seat, Pair::same(institution.seat.line.as_str())));
    if let Some(number) = &institution.company_number {
        entries.push(Entry::fact(Locale::document_company, Pair::same(number.as_str())));
    }
    entries.push(Entry::fact(Locale::document_eidas, Pair::same(institution.eidas_identifier.as_str())));
    if let Some(registration) = &institution.registration {
        entries.push(Entry::fact(Locale::document_registration, Pair::same(registration.as_str())));
    }
    if let Some(homepage) = &institution.homepage {
        entries.push(Entry::Web { label: Pair::says(Locale::document_website), url: homepage.as_str().to_owned() });
    }
    entries
}

pub(super) fn identifier(sheet: &DocumentInput<'_>) -> Vec<Entry> {
    let qr = Pair::says(Locale::document_qr);
    let record = sheet.record.as_ref();
    let mut entries =
        vec![Entry::Code { label: Pair::says(Locale::document_identifier_short), value: sheet.award.id().urn() }];
    entries.extend(
        record.map(|root| Entry::Code { label: Pair::says(Locale::document_record), value: root.groups.clone() }),
    );
    entries.push(Entry::Access {
        url: sheet.link.to_owned(),
        alt: qr.cs,
        explanation: Pair::says(Locale::document_link_explanation),
    });
    entries
}

pub(super) fn seal(sheet: &DocumentInput<'_>) -> Vec<Entry> {
    let award = sheet.award;
    let mut entries = vec![Entry::fact(Locale::document_sealing_organisation, Pair::from(&issuer(award).legal_name))];
    let seal = certificate::sealer(sheet);
    if seal != Pair::from(&issuer(award).legal_name) {
        entries.push(Entry::fact(Locale::document_seal_name, seal));
    }
    if let SealingIssuer::Mandated { mandate, .. } = award.sealing() {
        entries.push(Entry::fact(Locale::document_mandate, Pair::from(&mandate.statement)));
        if let Some(document) = &mandate.document {
            entries.push(Entry::fact(Locale::document_mandate_document, Pair::from(document.title())));
        }
    }
    entries.push(Entry::Text(Pair::says(|locale| match sheet.time_stamped {
        true => locale.document_seal_stamped(),
        false => locale.document_seal_unstamped(),
    })));
    if sheet.test {
        entries.push(Entry::Lead(Pair::says(Locale::document_seal_test)));
    }
    entries
}

fn issuer(award: &Award) -> &Institution {
    match award.sealing() {
        SealingIssuer::AwardingBody => award.institution(),
        SealingIssuer::Mandated { issuer, .. } => issuer,
    }
}
