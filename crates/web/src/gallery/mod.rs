//! Every page with sample content in both languages: nothing missing, well-formed, nothing from elsewhere.
//!
//! With `SIGNET_GALLERY=folder` the pages are also written there, to be looked at in a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accessibility;
mod account;
mod batches;
mod catalogue;
mod claim;
mod enter;
mod holder;
mod markup;
mod office;
mod preview;
mod public;
mod runs;
mod shared;
mod staff;
mod unit;
mod units;
mod verification;
mod whole;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use signet_lang::Locale;
use signet_record::Language;

use crate::asset;

type Pages = BTreeMap<&'static str, String>;

fn pages(l: Locale) -> Pages {
    let mut pages = Pages::new();
    public::add(l, &mut pages);
    shared::add(l, &mut pages);
    accessibility::add(l, &mut pages);
    enter::add(l, &mut pages);
    verification::add(l, &mut pages);
    holder::add(l, &mut pages);
    staff::add(l, &mut pages);
    office::add(l, &mut pages);
    units::add(l, &mut pages);
    unit::add(l, &mut pages);
    preview::add(l, &mut pages);
    runs::add(l, &mut pages);
    batches::add(l, &mut pages);
    account::add(l, &mut pages);
    claim::add(l, &mut pages);
    pages
}

/// Picks the words of one language.
fn say(l: Locale, cs: &str, en: &str) -> String {
    match l.language() {
        Language::Cs => cs.to_owned(),
        Language::En => en.to_owned(),
    }
}

#[test]
fn every_page_in_both_languages_is_well_formed_and_our_own() {
    for language in Language::ALL {
        for (name, html) in pages(Locale::new(language)) {
            markup::check(&html).unwrap_or_else(|problem| panic!("{name} ({}): {problem}", language.code()));
        }
    }
}

/// What somebody types about a person must not come to stand in addresses, histories and logs of proxies.
#[test]
fn no_page_for_the_signed_in_puts_what_is_typed_into_an_address() {
    for (name, html) in pages(Locale::new(Language::Cs)) {
        if !(name.starts_with("staff") || name.starts_with("holder") || name.starts_with("account")) {
            continue;
        }
        for form in html.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap_or_default()) {
            assert!(form.contains("method=\"post\""), "{name}: {form}");
        }
        assert!(!html.contains("?q=") && !html.contains("&#38;after=") && !html.contains("?after="), "{name}");
    }
}

#[test]
fn the_pages_of_both_languages_have_the_same_shape() {
    let shape = |html: &String| html.matches('<').count();
    let (czech, english) = (pages(Locale::new(Language::Cs)), pages(Locale::new(Language::En)));
    for (name, html) in &czech {
        assert_eq!(shape(html), shape(english.get(name).unwrap()), "{name}");
    }
}

/// Files of Rust below a folder, read.
fn sources(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => sources(&path),
        Some(ending) if ending == "rs" => vec![fs::read_to_string(path).unwrap()],
        _ => Vec::new(),
    };
    entries.flat_map(read).collect()
}

#[test]
fn every_page_is_in_the_gallery() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gallery = sources(&root.join("src/gallery")).concat();
    let mut pages = 0;
    for source in sources(&root.join("src")) {
        for declared in source.split("#[template(path = \"").skip(1) {
            let (template, after) = declared.split_once('"').unwrap();
            let Ok(template) = fs::read_to_string(root.join("templates").join(template)) else { continue };
            if template.starts_with("{% extends \"frame.html\" %}") {
                let name: String =
                    after.split_once("struct ").unwrap().1.chars().take_while(|c| c.is_alphanumeric()).collect();
                assert!(gallery.contains(&format!("{name} {{")), "{name} is a page that the gallery does not show");
                pages += 1;
            }
        }
    }
    assert!(pages > 15, "{pages} pages found");
}

#[test]
fn what_a_hostile_credential_says_stays_text() {
    let pages = pages(Locale::new(Language::Cs));
    let shared = pages.get("shared").unwrap();
    assert!(shared.contains("&#60;script&#62;"), "the sample's outcome is shown");
    assert!(!shared.contains("<script>"), "and never run");
}

#[test]
fn every_page_can_be_looked_at() {
    let Some(folder) = option_env!("SIGNET_GALLERY") else {
        println!("skipped: SIGNET_GALLERY names no folder");
        return;
    };
    let folder = Path::new(folder);
    for language in Language::ALL {
        for (name, html) in pages(Locale::new(language)) {
            fs::create_dir_all(folder.join(language.code())).unwrap();
            fs::write(folder.join(language.code()).join(format!("{name}.html")), html).unwrap();
        }
    }
    fs::create_dir_all(folder.join("assets")).unwrap();
    for (asset, text) in [
        (&asset::STYLE, include_str!("../../assets/signet.css")),
        (&asset::SCRIPT, include_str!("../../assets/signet.js")),
        (&asset::FAVICON, include_str!("../../assets/favicon.svg")),
    ] {
        fs::write(folder.join(asset.path().trim_start_matches('/')), text).unwrap();
    }
}
