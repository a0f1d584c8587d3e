//! Part 1 in words: the certificate (*osvědčení*).

use signet_lang::{Locale, args};
use signet_record::workload::Ects;
use signet_record::{Award, Country, Institution, Language, SealingIssuer};

use crate::input::DocumentInput;
use crate::view::{Certificate, Fact, Pair};

pub(crate) fn view(sheet: &DocumentInput<'_>) -> Certificate {
    let award = sheet.award;
    let institution = award.institution();
    let unit = award.unit();
    let mut certificate = Certificate {
        short: false,
        institution: Pair::from(&institution.legal_name),
        faculty: unit.faculty.as_ref().map(|faculty| Pair::from(&faculty.name)),
        seat: seat(institution),
        heading: Pair::says(Locale::document_certificate),
        certifies: Pair::says(Locale::document_certifies),
        holder: award.holder().full_name(),
        birth: birth(award),
        awarded: Pair::says(Locale::document_awarded),
        title: Pair::from(&unit.title),
        measures: vec![
            Fact { label: Pair::says(Locale::document_volume), value: Pair::says(|locale| credits(locale, unit.ects)) },
            Fact { label: Pair::says(Locale::document_level), value: Pair::same(unit.eqf.to_string()) },
        ],
        legal_basis: legal_basis(award),
        issued: Fact {
            label: Pair::says(Locale::document_issued),
            value: Pair::says(|locale| {
                locale.document_place_and_date(args::DocumentPlaceAndDate {
                    date: locale.day(sheet.issued),
                    place: institution.seat.town.text(locale.language()),
                })
            }),
        },
        sealed: Fact { label: Pair::says(Locale::document_sealed_by), value: sealer(sheet) },
    };
    certificate.short = is_short(&certificate);
    certificate
}

/// Whether every text is so short that the page surely holds it in full size, and the layout need not try: nearly all certificates are.
fn is_short(certificate: &Certificate) -> bool {
    let fits = |pair: &Pair, most: usize| pair.cs.chars().count() <= most && pair.en.chars().count() <= most;
    certificate.holder.chars().count() <= 44
        && fits(&certificate.title, 80)
        && fits(&certificate.institution, 60)
        && certificate.faculty.as_ref().is_none_or(|faculty| fits(faculty, 80))
        && certificate.seat.chars().count() <= 110
        && certificate.legal_basis.as_ref().is_none_or(|basis| fits(basis, 280))
        && certificate.birth.iter().all(|fact| fits(&fact.value, 40))
        && fits(&certificate.sealed.value, 80)
        && fits(&certificate.issued.value, 80)
}

/// Address and, for a Czech institution, its company number.
fn seat(institution: &Institution) -> String {
    let line = institution.seat.line.as_str();
    match &institution.company_number {
        Some(number) => {
            let number = Pair::says(|locale| locale.document_company_number(number.as_str()));
            format!("{line} · {} / {}", number.cs, number.en)
        }
        None => line.to_owned(),
    }
}

/// Date and, where it is known, place of birth.
pub(crate) fn birth(award: &Award) -> Vec<Fact> {
    let holder = award.holder();
    let mut facts =
        vec![Fact { label: Pair::says(Locale::document_born), value: Pair::says(|locale| locale.date(holder.born)) }];
    let place = holder.birth_place.as_ref();
    let told = |locale: Locale, country: Country| {
        let country = country.name(locale.language());
        place.map_or_else(
            || country.to_owned(),
            |place| locale.document_body_in_country(args::DocumentBodyInCountry { body: place.as_str(), country }),
        )
    };
    let value = match (place, holder.birth_country) {
        (_, Some(country)) => Some(Pair::says(|locale| told(locale, country))),
        (place, None) => place.map(|place| Pair::same(place.as_str())),
    };
    facts.extend(value.map(|value| Fact { label: Pair::says(Locale::document_birth_place), value }));
    facts
}

/// "5 kreditů ECTS", "3,5 kreditu ECTS".
pub(crate) fn credits(locale: Locale, ects: Ects) -> String {
    let amount = ects.to_string();
    let form = amount.parse::<f64>().unwrap_or_default();
    locale.document_credits(args::DocumentCredits { amount: locale.decimal(&amount), form })
}

/// What the unit is issued under, when unit or institution says so.
pub(crate) fn legal_basis(award: &Award) -> Option<Pair> {
    award.unit().legal_basis_in(award.institution()).map(Pair::from)
}

/// The sealing organisation, in both languages when it is a body we know by that name.
pub(crate) fn sealer(sheet: &DocumentInput<'_>) -> Pair {
    let body = match sheet.award.sealing() {
        SealingIssuer::AwardingBody => sheet.award.institution(),
        SealingIssuer::Mandated { issuer, .. } => issuer,
    };
    let name = &body.legal_name;
    if Language::ALL.iter().any(|language| name.text(*language) == sheet.sealed_by) {
        Pair::from(name)
    } else {
        Pair::same(sheet.sealed_by.as_str())
    }
}
