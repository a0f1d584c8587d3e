//! Every letter in both languages, as it is sent.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use signet_record::{Bilingual, specimen};
use signet_registry::{CorrectionReason, Reason};

use super::*;
use crate::reason_sentence;

const SECRET_LINK: &str = "https://mikrocertifikat.example/cs/login/kB3vJ0gU1nq8u2mS4wXyZ5aC7dE9fG1hI3jK5lM7nO0";

fn all(language: Language) -> Vec<(&'static str, Told)> {
    let (until, l) = (Timestamp::from_second(1_780_000_000).unwrap(), Locale::new(language));
    let corrected = reason_sentence::correction_word(CorrectionReason::Misspelt, l);
    let revoked = reason_sentence::revocation_word(Reason::ResultAnnulled, l);
    vec![
        ("issued", Told::Issued { until }),
        ("corrected", Told::Corrected { reason: Some(corrected), until }),
        ("corrected-unexplained", Told::Corrected { reason: None, until }),
        ("revoked", Told::Revoked { reason: revoked, since: Date::constant(2026, 6, 20) }),
        ("address", Told::Address),
    ]
}

fn facts<'a>(told: Told, institution: &'a Institution, award: &'a Award) -> LetterFacts<'a> {
    LetterFacts {
        told,
        institution,
        award,
        href: SECRET_LINK.to_owned(),
        host: "mikrocertifikat.example",
        sign_in: true,
    }
}

/// The visible text of a page, a line for each element.
pub(super) fn visible(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1.split_once('>').unwrap().1;
    let mut out = String::new();
    let mut inside = true;
    for c in body.chars() {
        match c {
            '<' => {
                inside = false;
                out.push('\n');
            }
            '>' => inside = true,
            c if inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'")
}

pub(super) fn lines(text: &str) -> BTreeSet<String> {
    text.lines().map(|line| line.trim().trim_end_matches(':').to_owned()).filter(|line| !line.is_empty()).collect()
}

/// What Seznam, Gmail and Outlook take away of a page, or show another way: whatever stands outside the body, style blocks and classes, and
/// everything that places boxes. A letter is read from top to bottom without any of it, and its colours stand in pairs.
pub(super) fn needs_no_style(html: &str) {
    for taken in [
        "<style",
        "<link",
        "class=",
        "id=",
        "<table",
        "position:",
        "float:",
        "display:flex",
        "display:grid",
        "background-image",
        "<svg",
        "@media",
    ] {
        assert!(!html.contains(taken), "{taken}");
    }
    let styles = html.split("style=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for style in styles {
        let has = |name: &str| style.split(';').any(|one| one.trim_start().starts_with(name));
        // Outlook turns colours round: a ground without a colour on it, or light letters without a ground, would be lost.
        assert!(!has("background") || has("color"), "{style}");
        assert!(!style.contains("color:#ffffff") || has("background"), "{style}");
        assert!(!has("width") && !has("height"), "{style}: 320 px are enough");
    }
    // Without any style at all it is a heading, paragraphs and one link that says where it leads, under the language it is in.
    let bare = visible(html);
    assert!(html.contains("<h1") && html.contains("<p") && html.contains("<html lang=\""), "{html}");
    assert_eq!(html.matches("<a ").count(), 1);
    assert!(bare.lines().filter(|line| !line.trim().is_empty()).count() >= 6, "{bare}");
}

#[test]
fn ml7_every_letter_is_read_without_a_style_block() {
    let (institution, award) = (specimen::institution().unwrap(), specimen::award().unwrap());
    for language in Language::ALL {
        for (_, told) in all(language) {
            needs_no_style(&write(&facts(told, &institution, &award), language).unwrap().html);
        }
    }
}

/// The golden files of a letter that differ from it, text and page, after they were written anew where that is asked for.
pub fn differs(golden: &Path, letter: &WrittenLetter) -> Vec<PathBuf> {
    let text = format!("Subject: {}\n\n{}", letter.subject, letter.text);
    let mut differing = Vec::new();
    for (ending, found) in [("txt", &text), ("html", &letter.html)] {
        let path = PathBuf::from(format!("{}.{ending}", golden.display()));
        if std::env::var_os("SIGNET_BLESS").is_some() {
            fs::create_dir_all(golden.parent().unwrap()).unwrap();
            fs::write(&path, found).unwrap();
        }
        if fs::read_to_string(&path).ok().as_ref() != Some(found) {
            differing.push(path);
        }
    }
    differing
}

#[test]
fn ml1_each_letter_is_as_it_was_read_and_approved() {
    let (institution, award) = (specimen::institution().unwrap(), specimen::award().unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/letters");
    let mut differing = Vec::new();
    for language in Language::ALL {
        for (name, told) in all(language) {
            let letter = write(&facts(told, &institution, &award), language).unwrap();
            differing.extend(differs(&folder.join(format!("{name}.{}", language.code())), &letter));
        }
    }
    assert!(differing.is_empty(), "SIGNET_BLESS=1 writes them anew: {differing:#?}");
}

#[test]
fn nobody_is_sent_to_a_way_to_sign_in_that_there_is_not() {
    let (institution, award) = (specimen::institution().unwrap(), specimen::award().unwrap());
    for language in Language::ALL {
        let keep = Locale::new(language).letter_keep();
        for (name, told) in all(language) {
            let tells = matches!(told, Told::Issued { .. } | Told::Corrected { .. });
            for sign_in in [false, true] {
                let facts = LetterFacts { sign_in, ..facts(told.clone(), &institution, &award) };
                assert_eq!(write(&facts, language).unwrap().text.contains(&keep), tells && sign_in, "{name}");
            }
        }
    }
}

#[test]
fn ml1_text_and_page_say_the_same() {
    let (institution, award) = (specimen::institution().unwrap(), specimen::award().unwrap());
    for language in Language::ALL {
        for (name, told) in all(language) {
            let letter = write(&facts(told, &institution, &award), language).unwrap();
            let mut text = lines(&letter.text);
            assert!(text.remove(SECRET_LINK) && letter.html.contains(SECRET_LINK), "{name}");
            assert_eq!(text, lines(&visible(&letter.html)), "{name} {language:?}");
        }
    }
}

#[test]
fn a_letter_says_nothing_that_is_nobodys_business() {
    let (institution, award) = (specimen::institution().unwrap(), specimen::award().unwrap());
    let holder = award.holder();
    let grade = |language| award.outcome().grade.label.text(language).to_owned();
    let personal = [
        holder.full_name(),
        holder.person.to_string(),
        Locale::CZECH.date(holder.born),
        Locale::ENGLISH.date(holder.born),
        holder.born.to_string(),
        grade(Language::Cs),
        grade(Language::En),
    ];
    for language in Language::ALL {
        for (name, told) in all(language) {
            let letter = write(&facts(told, &institution, &award), language).unwrap();
            for part in [&letter.subject, &letter.text, &letter.html] {
                let found = personal.iter().find(|word| part.contains(word.as_str()));
                assert_eq!(found, None, "{name} {language:?}");
                assert!(!part.contains("/c/"), "no link of a share");
            }
            let title = award.unit().title.text(language);
            assert!(!letter.subject.contains(title), "nor what was learned in the subject");
            for foreign in ["<img", "<link", "<script", "<style", "src=", "url(", "@import"] {
                assert!(!letter.html.contains(foreign), "{name}: {foreign}");
            }
            let links: BTreeSet<&str> =
                letter.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(links, BTreeSet::from([SECRET_LINK]), "one button, and nothing that follows anybody");
        }
    }
}

#[test]
fn ml5_names_and_titles_stay_in_their_line() {
    let institution = specimen::institution().unwrap();
    let mut fields = specimen::fields().unwrap();
    // Characters that steer are refused where a title is made; a reason comes from elsewhere and is cleaned here.
    assert!(Bilingual::new("Úvod \u{202e}od", "x").is_err());
    let nasty = "Úvod <b>do</b> & „analýzy“ =?utf-8?q?x?= ";
    let title = format!("{nasty}{}", "ž".repeat(100));
    let mut unit: signet_record::UnitFields = (**fields.unit).clone();
    unit.title = Bilingual::new(&title, &title).unwrap();
    fields.unit = std::sync::Arc::new(signet_record::Unit::new(unit).unwrap());
    let award = Award::new(fields, specimen::TODAY).unwrap();
    for language in Language::ALL {
        for (name, told) in all(language) {
            let told = match told {
                Told::Revoked { since, .. } => {
                    Told::Revoked { reason: "a\r\nb \u{202e}c\u{202c} <b>".to_owned(), since }
                }
                other => other,
            };
            let letter = write(&facts(told, &institution, &award), language).unwrap();
            assert!(!letter.html.contains("<b>"), "{name}");
            for part in [&letter.text, &letter.html] {
                assert!(!part.contains(['\u{202e}', '\u{202c}', '\r']), "{name}");
            }
            let mut text = lines(&letter.text);
            text.remove(SECRET_LINK);
            assert_eq!(text, lines(&visible(&letter.html)), "{name} {language:?}");
        }
    }
}

#[test]
fn people_are_written_to_in_a_language_they_were_taught_in() {
    let award = specimen::award().unwrap();
    assert_eq!(language_of(&award), Language::Cs);
    let mut fields = specimen::fields().unwrap();
    let mut unit: signet_record::UnitFields = (**fields.unit).clone();
    unit.languages.retain(|language| language.alpha2() != "cs");
    assert!(!unit.languages.is_empty());
    fields.unit = std::sync::Arc::new(signet_record::Unit::new(unit).unwrap());
    assert_eq!(language_of(&Award::new(fields, specimen::TODAY).unwrap()), Language::En);
}
