//! Bodies: who awards, who seals, who assures quality.

use crate::elm::{Accreditation, AwardingProcess, Identifier, MediaObject, Node, Organisation, Property, WebResource};
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, codes, country_of, day, lift, one_or_many, plain, words};

fn bodies(parts: Parts<'_>, tell: fn(Organisation<'_>) -> ItemValue) -> ItemValue {
    let Some(process) = parts.process else { return ItemValue::Null };
    one_or_many(process.awarding_body().all().map(tell))
}

pub(super) fn issuing_country(parts: Parts<'_>) -> ItemValue {
    let place = parts.root.issuer().first().and_then(|issuer| issuer.location().first());
    place.map_or(ItemValue::Null, country_of)
}

pub(super) fn awarding(parts: Parts<'_>) -> ItemValue {
    let named = bodies(parts, named);
    // The same awarding stands with the assessment and with whatever the holder did: it must be the same there.
    let other = |process: AwardingProcess<'_>| {
        let same = parts.process.is_some_and(|known| known.value().same(process.value()));
        (!same).then(|| lift::lift(process.value()))
    };
    let proof = parts.proof.and_then(|proof| proof.awarded_by().first());
    let activity = parts.activity.and_then(|activity| activity.awarded_by().first());
    let elsewhere = [proof, activity].into_iter().flatten().filter_map(other);
    ItemValue::agreed(std::iter::once(named).chain(elsewhere))
}

fn named(body: Organisation<'_>) -> ItemValue {
    ItemValue::object([
        ("name", words(body.legal_name())),
        ("identifier", legal(body.eidas_identifier())),
        ("country", country(body)),
        ("homepage", addresses(body.homepage())),
    ])
}

pub(super) fn awarding_contact(parts: Parts<'_>) -> ItemValue {
    bodies(parts, contact)
}

fn contact(body: Organisation<'_>) -> ItemValue {
    let seat = body.location().all().map(|place| {
        let address = place.address().first();
        let address = address.map_or(ItemValue::Null, |address| super::noted_words(address.full_address()));
        ItemValue::object([("town", words(place.geographic_name())), ("address", address)])
    });
    let number = body.identifier().all().map(|number| {
        ItemValue::object([("scheme", plain(number.scheme_name())), ("number", plain(number.notation()))])
    });
    ItemValue::object([
        ("seat", one_or_many(seat)),
        ("registration", legal(body.registration())),
        ("number", one_or_many(number)),
        ("mailbox", plain(body.contact_point())),
    ])
}

/// The number of a legal identifier with its country.
fn legal(identifiers: Property<'_, Identifier<'_>>) -> ItemValue {
    one_or_many(identifiers.all().map(|number| {
        ItemValue::object([("number", plain(number.notation())), ("country", codes(number.spatial(), Scheme::Country))])
    }))
}

/// The country of each of its places.
fn country(body: Organisation<'_>) -> ItemValue {
    one_or_many(body.location().all().map(country_of))
}

/// The addresses of pages.
pub(super) fn addresses(pages: Property<'_, WebResource<'_>>) -> ItemValue {
    one_or_many(pages.all().map(|page| plain(page.content_url())))
}

/// Name and country.
pub(super) fn brief(body: Organisation<'_>) -> ItemValue {
    ItemValue::object([("name", words(body.legal_name())), ("country", country(body))])
}

pub(super) fn faculty(parts: Parts<'_>) -> ItemValue {
    let Some(activity) = parts.activity else { return ItemValue::Null };
    let told = |body: Organisation<'_>| {
        let whole = one_or_many(body.sub_organization_of().all().map(brief));
        ItemValue::object([
            ("name", words(body.legal_name())),
            ("seat", contact(body)),
            ("country", country(body)),
            ("part_of", whole),
        ])
    };
    one_or_many(activity.directed_by().all().map(told))
}

pub(super) fn sealing(parts: Parts<'_>) -> ItemValue {
    let told = |body: Organisation<'_>| {
        let content =
            |logo: MediaObject<'_>| one_or_many(logo.content().all().map(|content| lift::content(content.value())));
        let logo = one_or_many(body.logo().all().map(content));
        ItemValue::object([
            ("name", words(body.legal_name())),
            ("certificate_name", super::name(body.alt_label())),
            ("identifier", legal(body.eidas_identifier())),
            ("country", country(body)),
            ("homepage", addresses(body.homepage())),
            ("contact", contact(body)),
            ("logo", logo),
        ])
    };
    one_or_many(parts.root.issuer().all().map(told))
}

pub(super) fn mandate(parts: Parts<'_>) -> ItemValue {
    plain(parts.root.evidence())
}

pub(super) fn quality(parts: Parts<'_>) -> ItemValue {
    let bodies = parts.process.into_iter().flat_map(|process| process.awarding_body().all());
    let owned = bodies.map(|body| body.accreditation()).chain(parts.unit.map(|unit| unit.accreditation()));
    ItemValue::list(owned.flat_map(|accreditations| accreditations.all()).map(accreditation))
}

fn accreditation(one: Accreditation<'_>) -> ItemValue {
    ItemValue::object([
        ("kind", codes(one.dc_type(), Scheme::Accreditation)),
        ("decision", plain(one.decision())),
        ("body", one_or_many(one.accrediting_agent().all().map(brief))),
        ("issued", day(one.date_issued())),
        ("expires", day(one.expiry_date())),
        ("report", addresses(one.report())),
        ("review", day(one.review_date())),
        ("fields", codes(one.limit_field(), Scheme::IscedF)),
        ("levels", codes(one.limit_eqf_level(), Scheme::Eqf)),
        ("jurisdictions", codes(one.limit_jurisdiction(), Scheme::AdministrativeUnit)),
        ("types", codes(one.limit_credential_type(), Scheme::Credential)),
    ])
}
