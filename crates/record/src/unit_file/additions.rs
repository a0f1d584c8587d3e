//! What only some units have: components, activities, entitlements, documents.

use super::{ects, eqf, from_text};
use crate::{
    Activity, ActivityKind, Bilingual, Body, Component, Country, Entitlement, EntitlementKind, EntitlementStatus,
    EscoOccupation, Homepage, Hours, Jurisdiction, JurisdictionCode, Line, Mode, OccupationUri, Period, Place,
    SupplementaryDocument, TeachingLanguage,
    toml_table::{Table, date, integer},
};

pub(super) fn component(table: &mut Table<'_, '_, '_>) -> Option<Component> {
    let (code, title) = (table.one("code", from_text(Line::new)), table.bilingual("title"));
    let (ects, eqf) = (table.one("ects", ects), table.maybe("eqf", eqf));
    let awarded_by = table.maybe_table("awarded_by", body);
    Some(Component { code: code?, title: title?, ects: ects?, eqf: eqf?, awarded_by: awarded_by? })
}

/// `name` and `country`.
fn named(table: &mut Table<'_, '_, '_>) -> Option<(Bilingual, Country)> {
    let (name, country) = (table.bilingual("name"), table.one("country", from_text(Country::new)));
    Some((name?, country?))
}

fn body(table: &mut Table<'_, '_, '_>) -> Option<Body> {
    named(table).map(|(name, country)| Body { name, country })
}

pub(super) fn activity(table: &mut Table<'_, '_, '_>) -> Option<Activity> {
    let (kind, title) = (table.one("kind", from_text(ActivityKind::from_code)), table.bilingual("title"));
    let description = table.maybe_bilingual("description");
    let hours = table.maybe("hours", |value| Ok(Hours::new(integer(value)?)?));
    let mode = table.maybe("mode", from_text(Mode::from_code));
    let period = table.maybe_table("period", |period| {
        let day = |value: &toml::de::DeValue<'_>| Ok(date(value)?);
        let (start, end) = (period.one("start", day), period.one("end", day));
        Some(Period { start: start?, end: end? })
    });
    let place = table.maybe_table("place", |place| named(place).map(|(name, country)| Place { name, country }));
    Some(Activity {
        kind: kind?,
        title: title?,
        description: description?,
        hours: hours?,
        mode: mode?,
        period: period?,
        place: place?,
    })
}

pub(super) fn entitlement(table: &mut Table<'_, '_, '_>) -> Option<Entitlement> {
    let kind = table.one("kind", from_text(EntitlementKind::from_code));
    let status = table.one("status", from_text(EntitlementStatus::from_code));
    let (title, description) = (table.bilingual("title"), table.maybe_bilingual("description"));
    let expires = table.maybe("expires", |value| Ok(date(value)?));
    let jurisdictions = table.tables("jurisdictions", jurisdiction);
    let occupations = table.tables("occupations", |occupation| {
        let (uri, label) = (occupation.one("uri", from_text(OccupationUri::new)), occupation.own_bilingual());
        Some(EscoOccupation { uri: uri?, label: label? })
    });
    let organisations = table.tables("organisations", body);
    Some(Entitlement {
        kind: kind?,
        status: status?,
        title: title?,
        description: description?,
        expires: expires?,
        jurisdictions: jurisdictions?,
        occupations: occupations?,
        organisations: organisations?,
    })
}

pub(super) fn jurisdiction(table: &mut Table<'_, '_, '_>) -> Option<Jurisdiction> {
    let (code, label) = (table.one("code", from_text(JurisdictionCode::new)), table.own_bilingual());
    Some(Jurisdiction { code: code?, label: label? })
}

pub(super) fn document(table: &mut Table<'_, '_, '_>) -> Option<SupplementaryDocument> {
    let (title, url) = (table.bilingual("title"), table.one("url", from_text(Homepage::new)));
    let language = table.maybe("language", from_text(TeachingLanguage::new));
    Some(SupplementaryDocument { title: title?, url: url?, language: language? })
}
