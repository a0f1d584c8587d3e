//! Bodies: who awards, who seals, who assures quality.

use crate::json::Value;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, codes, country_of, day, lift, one_or_many, plain, words};

fn bodies(parts: Parts<'_>, tell: fn(Value<'_>) -> ItemValue) -> ItemValue {
    let Some(process) = parts.process else { return ItemValue::Null };
    one_or_many(process.all("awardingBody").map(tell))
}

pub(super) fn issuing_country(parts: Parts<'_>) -> ItemValue {
    let place = parts.root.first("issuer").and_then(|issuer| issuer.first("location"));
    place.map_or(ItemValue::Null, country_of)
}

pub(super) fn awarding(parts: Parts<'_>) -> ItemValue {
    let named = bodies(parts, named);
    // The same awarding stands with the assessment and with whatever the holder did: it must be the same there.
    let other = |owner: Option<Value<'_>>| {
        let process = owner.and_then(|owner| owner.first("awardedBy"))?;
        let same = parts.process.is_some_and(|known| known.same(process));
        (!same).then(|| lift::lift(process))
    };
    let elsewhere = [parts.proof, parts.activity].into_iter().filter_map(other);
    ItemValue::agreed(std::iter::once(named).chain(elsewhere))
}

fn named(body: Value<'_>) -> ItemValue {
    ItemValue::object([
        ("name", words(body, "legalName")),
        ("identifier", legal(body, "eIDASIdentifier")),
        ("country", country(body)),
        ("homepage", homepage(body)),
    ])
}

pub(super) fn awarding_contact(parts: Parts<'_>) -> ItemValue {
    bodies(parts, contact)
}

fn contact(body: Value<'_>) -> ItemValue {
    let places = body.all("location");
    let seat = places.map(|place| {
        let address =
            place.first("address").map_or(ItemValue::Null, |address| super::noted_words(address, "fullAddress"));
        ItemValue::object([("town", words(place, "geographicName")), ("address", address)])
    });
    let number = body.all("identifier").map(|number| {
        ItemValue::object([("scheme", plain(number, "schemeName")), ("number", plain(number, "notation"))])
    });
    ItemValue::object([
        ("seat", one_or_many(seat)),
        ("registration", legal(body, "registration")),
        ("number", one_or_many(number)),
        ("mailbox", one_or_many(body.all("contactPoint").map(lift::lift))),
    ])
}

/// The number of a legal identifier with its country.
fn legal(body: Value<'_>, member: &str) -> ItemValue {
    one_or_many(body.all(member).map(|number| {
        ItemValue::object([
            ("number", plain(number, "notation")),
            ("country", codes(number, "spatial", Scheme::Country)),
        ])
    }))
}

/// The country of each of its places.
fn country(body: Value<'_>) -> ItemValue {
    one_or_many(body.all("location").map(country_of))
}

pub(super) fn homepage(owner: Value<'_>) -> ItemValue {
    one_or_many(owner.all("homepage").map(|page| plain(page, "contentURL")))
}

/// Name and country.
pub(super) fn brief(body: Value<'_>) -> ItemValue {
    ItemValue::object([("name", words(body, "legalName")), ("country", country(body))])
}

pub(super) fn faculty(parts: Parts<'_>) -> ItemValue {
    let Some(activity) = parts.activity else { return ItemValue::Null };
    let told = |body: Value<'_>| {
        let whole = one_or_many(body.all("subOrganizationOf").map(brief));
        ItemValue::object([
            ("name", words(body, "legalName")),
            ("seat", contact(body)),
            ("country", country(body)),
            ("part_of", whole),
        ])
    };
    one_or_many(activity.all("directedBy").map(told))
}

pub(super) fn sealing(parts: Parts<'_>) -> ItemValue {
    let told = |body: Value<'_>| {
        let logo = one_or_many(body.all("logo").map(|logo| one_or_many(logo.all("content").map(lift::content))));
        ItemValue::object([
            ("name", words(body, "legalName")),
            ("certificate_name", super::name(body, "altLabel")),
            ("identifier", legal(body, "eIDASIdentifier")),
            ("country", country(body)),
            ("homepage", homepage(body)),
            ("contact", contact(body)),
            ("logo", logo),
        ])
    };
    one_or_many(parts.root.all("issuer").map(told))
}

pub(super) fn mandate(parts: Parts<'_>) -> ItemValue {
    one_or_many(parts.root.all("evidence").map(lift::lift))
}

pub(super) fn quality(parts: Parts<'_>) -> ItemValue {
    let bodies = parts.process.into_iter().flat_map(|process| process.all("awardingBody"));
    let owners = bodies.chain(parts.unit);
    ItemValue::list(owners.flat_map(|owner| owner.all("accreditation")).map(accreditation))
}

fn accreditation(one: Value<'_>) -> ItemValue {
    let many = |member: &str, scheme: Scheme| codes(one, member, scheme);
    ItemValue::object([
        ("kind", many("dcType", Scheme::Accreditation)),
        ("decision", one_or_many(one.all("decision").map(lift::lift))),
        ("body", one_or_many(one.all("accreditingAgent").map(brief))),
        ("issued", day(one, "dateIssued")),
        ("expires", day(one, "expiryDate")),
        ("report", one_or_many(one.all("report").map(|page| plain(page, "contentURL")))),
        ("review", day(one, "reviewDate")),
        ("fields", many("limitField", Scheme::IscedF)),
        ("levels", many("limitEQFLevel", Scheme::Eqf)),
        ("jurisdictions", many("limitJurisdiction", Scheme::AdministrativeUnit)),
        ("types", many("limitCredentialType", Scheme::Credential)),
    ])
}
