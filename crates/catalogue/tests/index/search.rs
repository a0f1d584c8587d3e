//! What is found by which words.

use std::time::{Duration, Instant};

use signet_catalogue::{CatalogueIndex, CatalogueQuery, Offer};
use signet_record::Language::{self, Cs, En};

use crate::corpus::{self, TODAY};

/// Language of the page, what is typed, and the unit that comes first.
const QUERIES: [(Language, &str, &str); 64] = [
    // As it stands.
    (Cs, "Strojové učení v praxi", "machine-learning"),
    (En, "Machine Learning in Practice", "machine-learning"),
    (Cs, "Relační databáze", "databases"),
    (Cs, "veřejné zakázky", "public-procurement"),
    (En, "network security", "network-security"),
    (Cs, "pracovní právo", "labour-law"),
    // In other forms.
    (Cs, "bezpečnosti počítačů", "computer-security"),
    (Cs, "počítačovou bezpečností", "computer-security"),
    (Cs, "databázích", "databases"),
    (Cs, "veřejných zakázek", "public-procurement"),
    (Cs, "lineární algebry", "linear-algebra"),
    (Cs, "knižních vazeb", "bookbinding"),
    (Cs, "vitráže", "stained-glass"),
    (Cs, "vápenných omítek", "lime-plaster"),
    (Cs, "kovářstvím", "blacksmithing"),
    (Cs, "svařováním", "welding"),
    (Cs, "robotů", "industrial-robots"),
    (Cs, "fotovoltaickou elektrárnu", "photovoltaics"),
    (Cs, "chronických ran", "wound-care"),
    (Cs, "dluhového poradenství", "social-work-debts"),
    (Cs, "první pomocí", "first-aid"),
    (Cs, "genetiky", "genetics"),
    (En, "welds", "welding"),
    (En, "database designs", "databases"),
    (En, "economist accounts", "accounting"),
    // Without accents.
    (Cs, "BEZPECNOST POCITACU", "computer-security"),
    (Cs, "strojove uceni", "machine-learning"),
    (Cs, "ucetnictvim", "accounting"),
    (Cs, "zahradni terapie", "garden-therapy"),
    (Cs, "prvni pomoci", "first-aid"),
    (Cs, "rucniho papiru", "paper-restoration"),
    (Cs, "paliativni pece", "palliative-care"),
    (Cs, "vapenne omitky", "lime-plaster"),
    (Cs, "osobnich udaju", "personal-data"),
    // In capitals.
    (Cs, "KERAMIKA", "ceramics"),
    (En, "PODCASTING", "podcasting"),
    (Cs, "SPRÁVA VÝZKUMNÝCH DAT", "research-data"),
    // In the other language.
    (Cs, "bookbinding", "bookbinding"),
    (Cs, "machine learning", "machine-learning"),
    (En, "vitráž", "stained-glass"),
    (En, "dluhové poradenství", "social-work-debts"),
    (Cs, "econometrics", "econometrics-r"),
    (Cs, "linear algebra", "linear-algebra"),
    // Beginnings.
    (Cs, "pocitac", "computer-security"),
    (Cs, "fotovol", "photovoltaics"),
    (Cs, "behavi", "behavioural-economics"),
    (En, "decarb", "decarbonisation"),
    (Cs, "ekonometr", "econometrics-r"),
    // Mistyped.
    (Cs, "databaze relacni sqll", "databases"),
    (Cs, "fotovoltajicke", "photovoltaics"),
    (Cs, "keramyka", "ceramics"),
    (Cs, "ucetnyctvi", "accounting"),
    (En, "bookbiding", "bookbinding"),
    (En, "ergonomcs", "workplace-health"),
    (Cs, "geentika", "genetics"),
    (Cs, "svařovaní kontrloa", "welding"),
    // Said otherwise.
    (Cs, "AI", "ai-basics"),
    (Cs, "umělou inteligencí", "ai-basics"),
    (Cs, "GDPR", "personal-data"),
    (Cs, "excel", "spreadsheets"),
    (En, "cybersecurity", "computer-security"),
    (Cs, "internet věcí", "embedded"),
    // By what it teaches.
    (Cs, "kontingenční tabulka", "spreadsheets"),
    (Cs, "resuscitace dítěte", "first-aid"),
];

fn query(text: &str) -> CatalogueQuery {
    CatalogueQuery { text: text.into(), with_past: true, ..CatalogueQuery::default() }
}

fn ids(found: &[&Offer]) -> Vec<String> {
    found.iter().map(|offer| offer.unit.id.to_string()).collect()
}

#[test]
fn ca1_each_query_finds_what_it_means_first() {
    let index = CatalogueIndex::new(corpus::demo());
    let mut wrong = Vec::new();
    for (language, text, expected) in QUERIES {
        let found = ids(&index.find(&query(text), language, TODAY).offers);
        if found.first().map(String::as_str) != Some(expected) {
            wrong.push(format!("{text}: {expected}, found {:?}", found.iter().take(4).collect::<Vec<_>>()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_form_and_each_beginning_finds_the_course() {
    let index = CatalogueIndex::new(corpus::demo());
    for text in ["bezpečnosti počítačů", "BEZPECNOST", "pocitac", "počítačů bezpečnost"] {
        let found = ids(&index.find(&query(text), Cs, TODAY).offers);
        assert!(found.iter().any(|id| id == "computer-security"), "{text}: {found:?}");
    }
    for text in ["online", "0612", "EQF 7"] {
        let found = index.find(&query(text), Cs, TODAY);
        assert!(found.total > 0 && !found.is_nearest, "{text}");
    }
    assert!(index.find(&query("EQF 7"), Cs, TODAY).offers.iter().all(|offer| offer.unit.eqf.number() == 7));
}

#[test]
fn what_is_only_near_is_said_to_be_so_and_nonsense_finds_nothing() {
    let index = CatalogueIndex::new(corpus::demo());
    let near = index.find(&query("keramyka"), Cs, TODAY);
    assert!(near.is_nearest && near.total == 1);
    assert!(!index.find(&query("keramika"), Cs, TODAY).is_nearest);
    // No course has both; each has one.
    let either = index.find(&query("keramika genetika"), Cs, TODAY);
    assert!(either.is_nearest && either.total == 2);
    let none = index.find(&query("qwertzuiop"), Cs, TODAY);
    assert!(none.total == 0 && none.hidden == 0 && !none.is_nearest);
}

#[test]
fn marks_without_letters_are_no_words_and_long_texts_do_no_harm() {
    let index = CatalogueIndex::new(corpus::demo());
    let all = index.find(&query(""), Cs, TODAY).total;
    for text in ["\u{301}".repeat(200), " ".repeat(200), "v a na".into()] {
        assert_eq!(index.find(&query(&text), Cs, TODAY).total, all);
    }
    let words = "ab ".repeat(66);
    assert_eq!(index.find(&query(&words), Cs, TODAY).total, 0);
}

/// What one search may cost of a processor: the page around it needs the rest of 20 ms.
const MOST: Duration = Duration::from_millis(10);

#[test]
fn ca2_three_thousand_units_are_searched_in_a_few_milliseconds() {
    let index = CatalogueIndex::new(corpus::many(3_000));
    let mut times = Vec::new();
    for (language, text, _) in QUERIES {
        let began = Instant::now();
        let first = index.find(&query(text), language, TODAY);
        times.push(began.elapsed());
        let again = index.find(&query(text), language, TODAY);
        assert_eq!(ids(&first.offers), ids(&again.offers), "{text}: the same order");
    }
    times.sort();
    let (median, last) = (times[times.len() / 2], times[times.len() - 1]);
    println!("search over 3,000 units: p50 {median:?}, most {last:?}");
    assert!(median < MOST, "p50 {median:?}");
}
