//! The catalogue as tables, and what the data sets are: for national catalogues of open data, and for anybody.

use signet_lang::Locale;
use signet_record::{Bilingual, Date, Language};

use crate::{
    facet::UnitKindCode,
    graph::{self, Node},
    index::CatalogueIndex,
    offer::RunStanding,
    public_address::PublicAddress,
};

/// Headings of the table of units.
pub const UNIT_COLUMNS: [&str; 16] = [
    "institution",
    "unit",
    "version",
    "title_cs",
    "title_en",
    "institution_cs",
    "institution_en",
    "credits",
    "hours",
    "eqf",
    "isced_f",
    "languages",
    "mode",
    "kind",
    "since",
    "page",
];

/// Headings of the table of runs.
pub const RUN_COLUMNS: [&str; 7] = ["institution", "unit", "run", "start", "end", "capacity", "takes_applications"];

/// A row for each unit.
pub fn unit_rows<'a>(
    index: &'a CatalogueIndex,
    address: &'a PublicAddress,
) -> impl Iterator<Item = [String; UNIT_COLUMNS.len()]> + 'a {
    index.offers().map(|offer| {
        let (unit, institution) = (&offer.unit, &offer.institution);
        let text = |text: &Bilingual, language| text.text(language).to_owned();
        let languages: Vec<&str> = unit.languages.iter().map(|taught| taught.code()).collect();
        [
            institution.id.to_string(),
            unit.id.to_string(),
            unit.version.to_string(),
            text(&unit.title, Language::Cs),
            text(&unit.title, Language::En),
            text(&institution.legal_name, Language::Cs),
            text(&institution.legal_name, Language::En),
            unit.ects.to_string(),
            unit.hours.to_string(),
            unit.eqf.to_string(),
            unit.isced.code.as_str().to_owned(),
            languages.join(" "),
            unit.mode.code().to_owned(),
            UnitKindCode::of(&unit.kind).code().to_owned(),
            signet_lang::when::day_in_prague(offer.since).to_string(),
            address.unit(Language::Cs, offer),
        ]
    })
}

/// A row for each run that is open to everyone.
pub fn run_rows(index: &CatalogueIndex, today: Date) -> impl Iterator<Item = [String; RUN_COLUMNS.len()]> {
    index.offers().flat_map(move |offer| {
        offer.runs.iter().map(move |run| {
            [
                offer.institution.id.to_string(),
                offer.unit.id.to_string(),
                run.id.to_string(),
                run.start.to_string(),
                run.end.to_string(),
                run.capacity.map_or_else(String::new, |count| count.to_string()),
                if run.standing(today) == RunStanding::Open { "yes" } else { "no" }.to_owned(),
            ]
        })
    })
}

/// What something is called, in each language.
type Sentence = fn(Locale) -> String;

/// What the data sets are and where they are found (DCAT), as JSON-LD.
#[must_use]
pub fn data_sets(address: &PublicAddress) -> String {
    let licence = "https://creativecommons.org/licenses/by/4.0/";
    let mut nodes = Vec::new();
    let named = |node: Node, say: Sentence| {
        Language::ALL
            .into_iter()
            .fold(node, |node, language| node.text("dct:title", language, say(Locale::new(language))))
    };
    let catalogue = Node::new(address.at("/catalogue/open-data.jsonld"), "dcat:Catalog");
    let mut catalogue = named(catalogue, Locale::web_catalogue_title);
    let sets: [(Sentence, &str, &str); 4] = [
        (Locale::web_catalogue_data_units, "/catalogue/units.csv", "text/csv"),
        (Locale::web_catalogue_data_runs, "/catalogue/runs.csv", "text/csv"),
        (Locale::web_catalogue_data_loq, "/catalogue/loq.jsonld", "application/ld+json"),
        (Locale::web_catalogue_data_loq, "/catalogue/loq.ttl", "text/turtle"),
    ];
    for (say, path, media_type) in sets {
        let url = address.at(path);
        let (set, distribution) = (format!("{url}#data-set"), format!("{url}#distribution"));
        catalogue = catalogue.reference("dcat:dataset", set.clone());
        let set = Node::new(set, "dcat:Dataset").reference("dcat:distribution", distribution.clone());
        nodes.push(named(set, say));
        nodes.push(
            Node::new(distribution, "dcat:Distribution")
                .reference("dcat:downloadURL", url.clone())
                .reference("dcat:accessURL", url)
                .reference("dct:license", licence)
                .value("dcat:mediaType", "xsd:string", media_type),
        );
    }
    nodes.push(catalogue);
    graph::json_ld(&nodes)
}
