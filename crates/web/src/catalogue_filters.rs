//! What courses can be chosen by, in words: the filters of the catalogue's page.

use signet_catalogue::{
    CatalogueIndex, CatalogueQuery, CreditBand, Facet, FacetValue, FoundOffers, StartWindow, UnitKindCode, broad_field,
};
use signet_lang::{Locale, args};
use url::form_urlencoded;

use crate::view::ects;

/// A group of choices.
pub struct FacetView {
    /// Name of its fields.
    pub name: &'static str,
    /// What it is called.
    pub legend: String,
    /// What can be chosen.
    pub options: Vec<FacetOption>,
}

/// One choice.
pub struct FacetOption {
    /// As the address says it.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// How many courses it would find.
    pub count: usize,
    /// It is chosen.
    pub is_chosen: bool,
}

/// A choice that was made.
pub struct ChosenFilter {
    /// Facet and value.
    pub label: String,
    /// What the link says to whoever does not see where it stands.
    pub remove: String,
    /// The page without it.
    pub href: String,
}

/// The address of the catalogue's page with a query; `base` is the page.
pub fn address(base: &str, query: &CatalogueQuery) -> String {
    let pairs = query.pairs();
    if pairs.is_empty() {
        return base.to_owned();
    }
    let mut written = form_urlencoded::Serializer::new(String::new());
    written.extend_pairs(pairs);
    format!("{base}?{}", written.finish())
}

/// The groups of choices that can tell courses apart.
pub fn facets(index: &CatalogueIndex, query: &CatalogueQuery, found: &FoundOffers<'_>, l: Locale) -> Vec<FacetView> {
    let facet = |facet: Facet| {
        let of_facet = |value: &&FacetValue| value.facet() == facet;
        let counted = found.counts.keys().filter(of_facet).cloned();
        let chosen = query.chosen.get(&facet).into_iter().flatten().cloned();
        let values: std::collections::BTreeSet<FacetValue> = counted.chain(chosen).collect();
        let option = |value: FacetValue| FacetOption {
            label: value_label(&value, index, l),
            count: found.counts.get(&value).copied().unwrap_or(0),
            is_chosen: query.has(&value),
            value: value.code(),
        };
        let mut options: Vec<FacetOption> = values.into_iter().map(option).collect();
        // The others have an order of their own.
        if matches!(facet, Facet::Institution | Facet::Language) {
            options.sort_by_cached_key(|option| l.collation_key(&option.label));
        }
        FacetView { name: facet.code(), legend: facet_label(facet, l), options }
    };
    let tells_apart = |facet: &FacetView| {
        let is_yes_or_no = facet.name == Facet::Open.code() || facet.name == Facet::Stackable.code();
        facet.options.len() > 1 || facet.options.iter().any(|option| option.is_chosen || is_yes_or_no)
    };
    Facet::ALL.into_iter().map(facet).filter(tells_apart).collect()
}

/// What was chosen, each with a way to take it back; `base` is the page.
pub fn chosen(index: &CatalogueIndex, query: &CatalogueQuery, base: &str, l: Locale) -> Vec<ChosenFilter> {
    let filter = |value: &FacetValue| {
        let label = filter_label(value.facet(), &value_label(value, index, l), l);
        let remove = l.web_catalogue_remove(label.as_str());
        ChosenFilter { remove, label, href: address(base, &query.without(value)) }
    };
    query.chosen.values().flatten().map(filter).collect()
}

fn filter_label(facet: Facet, value: &str, l: Locale) -> String {
    match facet {
        // Their names say it all.
        Facet::Open | Facet::Stackable => value.to_owned(),
        _ => {
            let facet = facet_label(facet, l);
            l.web_catalogue_chosen_value(args::WebCatalogueChosenValue { facet: facet.as_str(), value })
        }
    }
}

/// What a facet is called.
pub fn facet_label(facet: Facet, l: Locale) -> String {
    l.web_catalogue_facet(match facet {
        Facet::Open => args::WebCatalogueFacet::Open,
        Facet::Starts => args::WebCatalogueFacet::Starts,
        Facet::Institution => args::WebCatalogueFacet::Institution,
        Facet::Field => args::WebCatalogueFacet::Field,
        Facet::Credits => args::WebCatalogueFacet::Credits,
        Facet::Level => args::WebCatalogueFacet::Level,
        Facet::Language => args::WebCatalogueFacet::Language,
        Facet::Mode => args::WebCatalogueFacet::Mode,
        Facet::Kind => args::WebCatalogueFacet::Kind,
        Facet::Stackable => args::WebCatalogueFacet::Stackable,
    })
}

fn value_label(value: &FacetValue, index: &CatalogueIndex, l: Locale) -> String {
    let language = l.language();
    match value {
        FacetValue::Open => l.web_catalogue_value_open(),
        FacetValue::Stackable => l.web_catalogue_value_stackable(),
        FacetValue::Starts(window) => l.web_catalogue_value_starts(match window {
            StartWindow::Month => args::WebCatalogueValueStarts::Month,
            StartWindow::Quarter => args::WebCatalogueValueStarts::Quarter,
        }),
        FacetValue::Institution(id) => index
            .institution(id)
            .map_or_else(|| id.to_string(), |institution| institution.legal_name.text(language).to_owned()),
        FacetValue::Field(field) => broad_field(l, *field),
        FacetValue::Credits(band) => l.web_catalogue_value_credits(match band {
            CreditBand::UnderFour => args::WebCatalogueValueCredits::UnderFour,
            CreditBand::UnderTen => args::WebCatalogueValueCredits::UnderTen,
            CreditBand::UnderThirty => args::WebCatalogueValueCredits::UnderThirty,
            CreditBand::ThirtyAndMore => args::WebCatalogueValueCredits::ThirtyAndMore,
        }),
        FacetValue::ExactCredits(credits) => ects(&credits.to_string(), l),
        FacetValue::Level(level) => l.web_credential_eqf(*level),
        FacetValue::Language(taught) => taught.name(language).to_owned(),
        FacetValue::Mode(mode) => l.mode(*mode),
        FacetValue::Kind(kind) => l.web_catalogue_value_kind(match kind {
            UnitKindCode::LifelongLearning => args::WebCatalogueValueKind::Lifelong,
            UnitKindCode::Course => args::WebCatalogueValueKind::Course,
            UnitKindCode::CourseSet => args::WebCatalogueValueKind::CourseSet,
        }),
    }
}
