//! Samples of the catalogue.

use std::sync::Arc;

use askama::Template;
use signet_catalogue::{Facet, Offer, OfferedRun, PublicAddress, Sort};
use signet_lang::{Locale, args};
use signet_record::{Date, RunId, Timestamp, specimen};

use super::{Pages, say};
use crate::{
    catalogue_filters::{ChosenFilter, FacetOption, FacetView, facet_label},
    frame::{Area, PageFrame},
    public::{
        catalogue::{CataloguePage, list_head, sorts},
        unit::{RunView, UnitPage, unit_head},
    },
    view::{CredentialView, LinkView, UnitCard},
};

pub fn add(l: Locale, pages: &mut Pages) {
    let page = CataloguePage { query: "data".into(), ..catalogue(l) };
    pages.insert("catalogue", page.render().unwrap());
    pages.insert("catalogue-chosen", chosen_catalogue(l).render().unwrap());
    pages.insert("unit", unit(l).render().unwrap());
}

/// The catalogue, with nothing chosen.
fn catalogue(l: Locale) -> CataloguePage {
    let option =
        |value: &str, label: String, count, is_chosen| FacetOption { value: value.into(), label, count, is_chosen };
    let facets = vec![
        FacetView {
            name: "open",
            legend: facet_label(Facet::Open, l),
            options: vec![option("yes", l.web_catalogue_value_open(), 2, false)],
        },
        FacetView {
            name: "level",
            legend: facet_label(Facet::Level, l),
            options: vec![
                option("6", l.web_credential_eqf(6), 2, false),
                option("7", l.web_credential_eqf(7), 1, false),
            ],
        },
    ];
    CataloguePage {
        f: PageFrame::public(l, "/catalogue", Area::Catalogue),
        l,
        head: list_head(&[&offer()], &address(), l),
        query: String::new(),
        sorts: sorts(Sort::Relevance, l),
        facets,
        with_past: false,
        chosen: Vec::new(),
        total: 23,
        is_nearest: false,
        hidden: Some(LinkView { href: "/cs/catalogue?past=yes".into(), label: l.web_catalogue_hidden(4usize) }),
        instead: None,
        units: units(l),
        first: None,
        next: Some("/cs/catalogue?after=severni%2Fekonometrie-r".into()),
    }
}

/// A later page of what was chosen, and one on which nothing is left.
fn chosen_catalogue(l: Locale) -> CataloguePage {
    let label = l.web_credential_eqf(6);
    let remove = l.web_catalogue_remove(label.as_str());
    let filter = facet_label(Facet::Level, l);
    let instead = l.web_catalogue_instead(args::WebCatalogueInstead { count: 2usize, filter: filter.as_str() });
    CataloguePage {
        chosen: vec![ChosenFilter { label, remove, href: "/cs/catalogue".into() }],
        total: 0,
        is_nearest: true,
        hidden: None,
        instead: Some(LinkView { href: "/cs/catalogue".into(), label: instead }),
        first: Some("/cs/catalogue".into()),
        next: None,
        ..catalogue(l)
    }
}

/// The unit that has everything a unit can have.
fn unit(l: Locale) -> UnitPage {
    let unit = specimen::rich::unit().unwrap();
    let c = CredentialView::of_unit(&unit, &specimen::institution().unwrap(), l);
    UnitPage {
        f: PageFrame::public(l, "/catalogue/severni/ekonometrie-r", Area::Catalogue),
        l,
        head: unit_head(&offer(), &address(), l),
        kind: l.web_catalogue_kind_lifelong(),
        description: Some(say(
            l,
            "Půlsemestrální kurz pro ty, kdo chtějí z dat vyčíst víc než průměr.",
            "Half a semester for those who want to read more from data than the mean.",
        )),
        c,
        runs: vec![run(l, true, Date::constant(2027, 2, 15)), run(l, false, Date::constant(2027, 9, 15))],
        past_runs: vec![run(l, false, Date::constant(2025, 9, 15))],
        apply: Some("https://severni.example/ekonometrie-r".into()),
    }
}

fn address() -> PublicAddress {
    PublicAddress::new("https://signet.example")
}

fn offer() -> Offer {
    let (institution, unit) = (specimen::institution().unwrap(), specimen::rich::unit().unwrap());
    Offer::new(Arc::new(institution), Arc::new(unit), Timestamp::UNIX_EPOCH, Vec::new()).unwrap()
}

fn run(l: Locale, takes_applications: bool, start: Date) -> RunView {
    let run = OfferedRun {
        id: RunId::new("beh").unwrap(),
        start,
        end: Date::new(start.year(), start.month() + 2, 28).unwrap(),
        capacity: takes_applications.then_some(24),
        takes_applications,
    };
    RunView::of(&run, Date::constant(2026, 12, 1), l)
}

/// Cards of three courses.
pub fn units(l: Locale) -> Vec<UnitCard> {
    [
        ("Základy ekonometrie v systému R", "Fundamentals of Econometrics in R"),
        ("Umělá inteligence ve veřejné správě", "Artificial Intelligence in Public Administration"),
        ("Kybernetická bezpečnost pro netechnické profese", "Cybersecurity for Non-technical Professions"),
    ]
    .into_iter()
    .map(|(cs, en)| UnitCard {
        href: "/cs/catalogue/severni/ekonometrie-r".into(),
        title: say(l, cs, en),
        institution: say(l, "Severní univerzita", "Northern University"),
        when: Some(l.web_catalogue_begins_open(l.date(Date::constant(2027, 2, 15)))),
        tags: vec![
            l.web_credential_ects(args::WebCredentialEcts { count: 2, ects: "2" }),
            l.web_credential_eqf(6),
            say(l, "kombinovaná", "blended"),
        ],
    })
    .collect()
}
