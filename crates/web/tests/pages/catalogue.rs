//! The catalogue: what is found, chosen, hidden, and reached page by page.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use signet_record::{Unit, specimen};

use crate::stage::Stage;

/// The specimen under another id and title, with runs from and to.
pub async fn put(stage: &Stage, id: &str, title: (&str, &str), change: impl Fn(&mut Value)) {
    let mut fields = serde_json::to_value(specimen::unit().unwrap()).unwrap();
    fields["id"] = id.into();
    fields["title"] = json!({ "cs": title.0, "en": title.1 });
    fields["runs"] = json!([{ "id": "podzim", "start": "2026-07-20", "end": "2026-12-15" }]);
    change(&mut fields);
    let unit: Unit = serde_json::from_value(fields).unwrap();
    let document = serde_json::to_string(&unit).unwrap();
    stage.tenant().put_unit(&unit.id, unit.version, &unit.title, &document, stage.now()).await.unwrap();
}

/// The units that a page leads to.
pub fn units(page: &str) -> Vec<String> {
    let links = page.split("href=\"/cs/catalogue/vzorova/").skip(1);
    links.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// The address of a link that follows a mark, as a browser reads it.
fn link(page: &str, mark: &str) -> Option<String> {
    let (before, _) = page.split_once(mark)?;
    let (_, rest) = before.rsplit_once("href=\"")?;
    Some(rest.split('"').next()?.replace("&#38;", "&").replace("&amp;", "&"))
}

#[tokio::test(flavor = "multi_thread")]
async fn ca3_every_unit_is_reached_and_none_twice() {
    let stage = Stage::open().await;
    for number in 0..45 {
        put(&stage, &format!("kurz-{number}"), (&format!("Kurz {number}"), "Course"), |_| ()).await;
    }
    let mut stranger = stage.stranger();
    let (mut address, mut seen, mut pages) = ("/cs/catalogue?q=kurz&sort=title".to_owned(), Vec::new(), 0);
    loop {
        let page = stranger.get(&address).await.expect(200).text();
        assert!(page.contains("45 kurzů"), "all of them are counted on each page");
        seen.extend(units(&page));
        pages += 1;
        match link(&page, "\" rel=\"next\"") {
            Some(next) => address = next,
            None => break,
        }
    }
    assert_eq!((pages, seen.len()), (3, 45));
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>().len(), 45);
    assert!(stranger.get(&address).await.has("První stránka"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_date_ahead_is_hidden_and_one_link_away() {
    let stage = Stage::open().await;
    put(&stage, "podzimni", ("Podzimní kurz", "Autumn course"), |_| ()).await;
    let mut stranger = stage.stranger();
    let page = stranger.get("/cs/catalogue").await.expect(200);
    assert_eq!(units(&page.text()), ["podzimni"]);
    assert!(page.has("Začíná 20.\u{a0}7.\u{a0}2026") && page.has("Skryt je 1 další kurz"));
    let all = stranger.get("/cs/catalogue?past=yes").await.expect(200);
    assert_eq!(units(&all.text()).len(), 2);
    assert!(all.has("Bez nadcházejícího termínu"));
    let unit = stranger.get("/cs/catalogue/vzorova/ukazka").await.expect(200);
    assert!(unit.has("Zatím není vypsán") && unit.has("Minulé termíny") && unit.has("16.\u{a0}2.\u{a0}2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_stand_in_the_address_and_above_the_list_and_can_be_taken_back() {
    let stage = Stage::open().await;
    put(&stage, "sedma", ("Sedmá úroveň", "Level seven"), |unit| unit["eqf"] = 7.into()).await;
    put(&stage, "dalkove", ("Dálkově", "At a distance"), |unit| unit["mode"] = "online".into()).await;
    put(&stage, "pul", ("Jeden a půl", "One and a half"), |unit| {
        unit["ects"] = "1.5".into();
        unit["hours"] = 40.into();
    })
    .await;
    let mut stranger = stage.stranger();
    let page = stranger.get("/cs/catalogue?level=7&level=6&mode=online").await.expect(200);
    assert_eq!(units(&page.text()), ["dalkove"], "any of a facet, and of each facet");
    assert!(page.has("Úroveň: EQF 7") && page.has("Zrušit filtr Forma výuky"));
    let without = link(&page.text(), "\" aria-label=\"Zrušit filtr Forma výuky").unwrap();
    assert_eq!(units(&stranger.get(&without).await.text()).len(), 3);
    let none = stranger.get("/cs/catalogue?level=7&mode=online").await.expect(200);
    assert!(units(&none.text()).is_empty() && none.has("Zobrazit 1 kurz bez filtru"));
    for comma in ["1,5", "1.5", "1%2C5"] {
        assert_eq!(units(&stranger.get(&format!("/cs/catalogue?credits={comma}")).await.text()), ["pul"]);
    }
    let nonsense = stranger.get("/cs/catalogue?credits=mnoho&level=99&after=x&sort=y&%FF=%FE").await.expect(200);
    assert_eq!(units(&nonsense.text()).len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_without_letters_and_markup_do_no_harm() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    let marks = "%CC%81".repeat(200);
    assert_eq!(units(&stranger.get(&format!("/cs/catalogue?past=yes&q={marks}")).await.expect(200).text()), ["ukazka"]);
    let page = stranger.get("/cs/catalogue?q=%3C/script%3E%3Cb%3E").await.expect(200).text();
    assert!(!page.contains("<b>"));
    let near = stranger.get("/cs/catalogue?past=yes&q=dovetnosti").await.expect(200);
    assert!(near.has("Nejblíž jsou tyto") && near.has("Ukázkové dovednosti"));
}

/// Everything that anyone is told about courses.
const PUBLIC: [&str; 10] = [
    "/cs",
    "/cs/catalogue?past=yes",
    "/en/catalogue?past=yes&q=tajny+secret",
    "/robots.txt",
    "/sitemap.xml",
    "/catalogue/open-data.jsonld",
    "/catalogue/units.csv",
    "/catalogue/runs.csv",
    "/catalogue/loq.jsonld",
    "/catalogue/loq.ttl",
];

#[tokio::test(flavor = "multi_thread")]
async fn ca5_what_is_closed_is_in_no_public_output_and_what_is_withdrawn_is_gone_with_the_next_request() {
    let stage = Stage::open().await;
    let closed = |unit: &mut Value| unit["runs"][0]["closed_to"] = "Dílna s.r.o.".into();
    put(&stage, "tajny-kurz", ("Tajný kurz", "Secret course"), closed).await;
    put(&stage, "verejny", ("Veřejný kurz", "Public course"), |_| ()).await;
    let mut stranger = stage.stranger();
    let mut told = Vec::new();
    for path in PUBLIC {
        let answer = stranger.get(path).await.expect(200);
        let text = answer.text();
        for secret in ["tajny-kurz", "Tajný kurz", "Secret course", "Dílna"] {
            // What was typed stands in the field that it was typed into.
            assert!(!text.contains(secret), "{path}: {secret}");
        }
        if text.contains("verejny") {
            told.push(path);
        }
    }
    stranger.get("/cs/catalogue/vzorova/tajny-kurz").await.expect(404);
    assert_eq!(told.len(), 7, "the walk sees what is public: {told:?}");
    put(&stage, "verejny", ("Veřejný kurz", "Public course"), |unit| {
        unit["version"] = 2.into();
        closed(unit);
    })
    .await;
    for path in PUBLIC {
        assert!(!stranger.get(path).await.expect(200).text().contains("verejny"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn machines_may_read_from_anywhere_and_are_told_when_nothing_changed() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    for (path, media_type) in [
        ("/robots.txt", "text/plain"),
        ("/sitemap.xml", "application/xml"),
        ("/catalogue/open-data.jsonld", "application/ld+json"),
        ("/catalogue/units.csv", "text/csv"),
        ("/catalogue/runs.csv", "text/csv"),
        ("/catalogue/loq.jsonld", "application/ld+json"),
        ("/catalogue/loq.ttl", "text/turtle"),
    ] {
        let answer = stranger.get(path).await.expect(200);
        assert!(answer.header("content-type").starts_with(media_type), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cache-control"), "public, no-cache");
        assert_eq!((answer.header("x-robots-tag"), answer.header("set-cookie")), ("", ""), "{path}");
        assert!(answer.header("last-modified").ends_with("GMT") && !answer.header("etag").is_empty());
        assert_eq!(stranger.get(path).await.header("etag"), answer.header("etag"));
    }
    let sitemap = stranger.get("/sitemap.xml").await.text();
    let robots = stranger.get("/robots.txt").await.text();
    assert!(robots.contains(&format!("Sitemap: {}/sitemap.xml", stage.base)));
    for address in sitemap.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap_or_default()) {
        stranger.get(address.strip_prefix(&stage.base).unwrap()).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ca7_public_pages_say_what_they_are_and_shared_ones_do_not() {
    let stage = Stage::with_one_credential().await;
    put(&stage, "utek", ("Útěk </script><b>", "Escape </script><b>"), |_| ()).await;
    let mut stranger = stage.stranger();
    for (path, kind) in [("/cs/catalogue", "ItemList"), ("/cs/catalogue/vzorova/utek", "Course")] {
        let page = stranger.get(path).await.expect(200).text();
        let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
        let data: Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
        assert_eq!(data["@type"], kind);
        let canonical = format!("<link rel=\"canonical\" href=\"{}{path}\">", stage.base);
        assert!(page.contains(&canonical) && page.contains("hreflang=\"x-default\""), "{path}");
        assert!(page.contains("<meta name=\"description\"") && page.contains("og:title") && !page.contains("<b>"));
    }
    for path in ["/cs/verify", "/cs/catalogue/vzorova/neni", "/cs/c/AAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        let page = stranger.get(path).await.text();
        assert!(!page.contains("<script type=\"application/ld+json\">") && !page.contains("og:title"), "{path}");
    }
}

/// Addresses are made of short names, which do not change: a new name changes no address.
#[tokio::test(flavor = "multi_thread")]
async fn ca9_a_renamed_institution_keeps_its_addresses() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    assert!(stranger.get("/cs/catalogue/vzorova/ukazka").await.expect(200).has("Vzorová univerzita v Lhotě"));
    let mut fields = signet_record::InstitutionFields::from(specimen::institution().unwrap());
    fields.legal_name = signet_record::Bilingual::new("Univerzita Nové Jméno", "New Name University").unwrap();
    stage.rename(signet_record::Institution::new(fields).unwrap()).await;
    let page = stranger.get("/cs/catalogue/vzorova/ukazka").await.expect(200);
    assert!(page.has("Univerzita Nové Jméno") && !page.has("Vzorová univerzita v Lhotě"));
    assert!(stranger.get("/cs/catalogue?past=yes&institution=vzorova").await.has("Univerzita Nové Jméno"));
}
