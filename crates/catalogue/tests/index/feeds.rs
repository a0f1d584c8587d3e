//! What machines are told.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use signet_catalogue::{
    CatalogueIndex, PublicAddress, inside_a_page, loq_json_ld, loq_turtle, robots, run_rows, schema_org_course,
    sitemap, unit_rows,
};
use signet_lang::Locale;
use signet_record::Language;

use crate::corpus::{self, TODAY};

fn site() -> PublicAddress {
    PublicAddress::new("https://signet.example/")
}

/// The official shapes and a Python that knows them, where both are there.
fn judge() -> Option<(PathBuf, PathBuf)> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = env::var_os("SIGNET_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let shapes = shared.join("reference/elm/EDC-generic-no-cv.ttl");
    let python = env::var_os("SIGNET_PYTHON").filter(|path| !path.is_empty()).map(PathBuf::from)?;
    shapes.is_file().then_some((python, shapes))
}

/// Reads a feed in both of its forms, says whether they are one graph, and holds it against shapes.
const JUDGE: &str = "
import sys
from rdflib import Graph
from rdflib.compare import isomorphic
from pyshacl import validate
json_ld, turtle, *shapes = sys.argv[1:]
data = Graph().parse(json_ld, format='json-ld')
print('same', isomorphic(data, Graph().parse(turtle, format='turtle')), len(data))
rules = Graph()
for shape in shapes:
    rules.parse(shape, format='turtle')
conforms, _, report = validate(data, shacl_graph=rules, inference='none')
print('conforms', conforms)
if not conforms:
    print(report[:4000])
";

#[test]
fn ca6_the_feed_of_learning_opportunities_violates_no_shape() {
    let Some((python, shapes)) = judge() else {
        println!("skipped: no reference data or no SIGNET_PYTHON");
        return;
    };
    let index = CatalogueIndex::new(corpus::demo());
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let feed = [
        file("loq.jsonld", loq_json_ld(&index, &site(), TODAY)),
        file("loq.ttl", loq_turtle(&index, &site(), TODAY)),
        shapes,
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/index/loq.ttl"),
    ];
    let judged = Command::new(python).args(["-c", JUDGE]).args(&feed).output().unwrap();
    let said = String::from_utf8_lossy(&judged.stdout);
    assert!(
        said.contains("same True") && said.contains("conforms True"),
        "{said}{}",
        String::from_utf8_lossy(&judged.stderr)
    );
}

#[test]
fn ca7_a_course_says_what_search_engines_demand_and_breaks_out_of_nothing() {
    let mut offers = corpus::demo();
    let mut fields = signet_record::UnitFields::from((*offers[0].unit).clone());
    let hostile = "</script><script>alert('x')</script> & <!-- \u{2028}";
    fields.title = signet_record::Bilingual::new(hostile, hostile).unwrap();
    offers[0].unit = std::sync::Arc::new(signet_record::Unit::new(fields).unwrap());
    for offer in &offers {
        for l in Language::ALL.map(Locale::new) {
            let text = inside_a_page(&schema_org_course(offer, &site(), l));
            assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
            let course: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(course["@type"], "Course");
            for demanded in ["name", "description"] {
                assert!(course[demanded].as_str().is_some_and(|text| !text.is_empty()), "{demanded}");
            }
            assert!(course["provider"]["name"].is_string());
            assert_eq!(course["url"], site().unit(l.language(), offer));
            assert_eq!(course["educationalCredentialAwarded"]["credentialCategory"], "micro-credential");
            let instances = course["hasCourseInstance"].as_array().unwrap();
            assert_eq!(instances.len(), offer.runs.len());
        }
    }
}

#[test]
fn ca8_the_map_has_exactly_the_public_pages() {
    let index = CatalogueIndex::new(corpus::demo());
    let map = sitemap(&index, &site());
    let addresses = map.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    let listed: BTreeSet<String> = addresses.collect();
    let pages = ["/", "/catalogue", "/verify", "/accessibility", "/privacy"].map(str::to_owned);
    let paths: Vec<String> = pages.into_iter().chain(index.offers().map(|offer| offer.path())).collect();
    let expected: BTreeSet<String> = Language::ALL
        .into_iter()
        .flat_map(|language| paths.iter().map(move |path| site().page(language, path)))
        .collect();
    assert_eq!(listed, expected);
    assert_eq!(map.matches("hreflang=").count(), 2 * listed.len());
    for private in ["c", "holder", "staff", "login", "account"] {
        let is_private = |path: &String| path.split('/').nth(1) == Some(private);
        assert!(!paths.iter().any(is_private), "{private}");
    }
    let robots = robots(&site());
    assert!(robots.contains("Sitemap: https://signet.example/sitemap.xml") && !robots.contains("Disallow"));
}

#[test]
fn tables_have_a_row_for_each_unit_and_each_run() {
    let index = CatalogueIndex::new(corpus::demo());
    assert_eq!(unit_rows(&index, &site()).count(), index.offers().count());
    assert_eq!(run_rows(&index, TODAY).count(), index.offers().map(|offer| offer.runs.len()).sum::<usize>());
}
