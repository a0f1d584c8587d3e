//! The printed document: what stands in it, for whom it is readable, and that it is the same every time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;
use std::sync::{Arc, LazyLock};

use lopdf::{Dictionary, Document, Object};
use signet_document::{DocumentInput, PICTURE_SIZE, PrintedRoot, Renderer};
use signet_record::{
    Award, AwardFields, Bilingual, CoursePart, CredentialId, Ects, Holder, HolderFields, Hours, Institution, Language,
    LearningOutcome, Line, OutcomeKind, Sequence, Unit, UnitFields, UnitKind, specimen,
};

const LINK: &str = "https://mikrocertifikaty.example/s/Zk3vQ0x1lI0O9sT2uWbX7A";
const ROOT: &str = "sha-256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
const GROUPS: &str = "00010203 04050607 08090a0b 0c0d0e0f 10111213 14151617 18191a1b 1c1d1e1f";
const SEALED: &[u8] = br#"{"payload":"{}","signatures":[]}"#;

static RENDERER: LazyLock<Renderer> = LazyLock::new(Renderer::new);

fn sheet(award: &Award) -> DocumentInput<'_> {
    DocumentInput {
        award,
        issued: "2026-06-30T22:30:00Z".parse().unwrap(),
        sealed_by: award.institution().legal_name.text(Language::Cs).to_owned(),
        time_stamped: true,
        test: false,
        link: LINK,
        record: Some(PrintedRoot { notation: ROOT.into(), groups: GROUPS.into() }),
    }
}

fn award_with(change: impl FnOnce(&mut AwardFields)) -> Award {
    let mut fields = specimen::fields().unwrap();
    change(&mut fields);
    Award::new(fields, specimen::TODAY).unwrap()
}

fn with_unit(fields: &mut AwardFields, change: impl FnOnce(&mut UnitFields)) {
    let mut unit: UnitFields = Unit::clone(&fields.unit).into();
    change(&mut unit);
    fields.unit = Arc::new(Unit::new(unit).unwrap());
}

fn with_holder(fields: &mut AwardFields, change: impl FnOnce(&mut HolderFields)) {
    let mut holder: HolderFields = fields.holder.clone().into();
    change(&mut holder);
    fields.holder = Holder::new(holder).unwrap();
}

fn both(cs: &str, en: &str) -> Bilingual {
    Bilingual::new(cs, en).unwrap()
}

/// The longest texts, thirty outcomes and a set of courses.
fn hard_award() -> Award {
    award_with(|fields| {
        with_holder(fields, |holder| {
            holder.titles_before = Some(Line::new("prof. MUDr.").unwrap());
            holder.given_name = Some(Line::new("Maximiliána Bartoloměja Rozálie Apolena").unwrap());
            holder.family_name =
                Some(Line::new("Konstantinopolská-Nejneobhospodařovávatelnějšíová z Červeného Újezdu").unwrap());
        });
        with_unit(fields, |unit| {
            let cs = "Pokročilé metody vícerozměrné statistické analýzy, strojového učení a vizualizace rozsáhlých dat pro odborníky veřejné správy";
            let en = "Advanced Methods of Multivariate Statistical Analysis, Machine Learning and Visualisation of Large Data for Public Servants";
            unit.title = both(&format!("{cs} {cs}"), &format!("{en} {en}"));
            unit.outcomes = (0..30)
                .map(|number| LearningOutcome {
                    kind: OutcomeKind::ALL[number / 10],
                    text: both(
                        &format!("Vysvětlí předpoklady modelu č. {number} a rozpozná důsledky jejich porušení v praktických úlohách."),
                        &format!("Explains the assumptions of model No. {number} and recognises the consequences of their violation."),
                    ),
                    esco: Vec::new(),
                })
                .collect();
            let part = |number: usize| CoursePart {
                code: Line::new(&format!("STA/{number}X")).unwrap(),
                title: both(
                    &format!("Statistická analýza {number}: od dat k rozhodnutí"),
                    &format!("Statistical Analysis {number}: from Data to Decision"),
                ),
                ects: Ects::new("2.5").unwrap(),
            };
            unit.kind = UnitKind::CourseSet {
                programme: both("Aplikovaná statistika", "Applied Statistics"),
                sequence: Sequence::Consecutive,
                parts: (1..=12).map(part).collect(),
            };
            unit.ects = Ects::new("30").unwrap();
            unit.hours = Hours::new(800).unwrap();
            let long =
                "Absolvování vyžaduje znalost matematiky v rozsahu střední školy a práci s tabulkovým procesorem. "
                    .repeat(30);
            let long_english = "Secondary-school mathematics and work with a spreadsheet are needed. ".repeat(30);
            unit.prerequisites = Some(both(&long, &long_english));
        });
    })
}

/// The text of the pages, or nothing where poppler is not installed.
fn text_of(pdf: &[u8], pages: &str) -> Option<String> {
    let path = std::env::temp_dir().join(format!(
        "signet-document-{}-{:?}.pdf",
        std::process::id(),
        std::thread::current().id()
    ));
    std::fs::write(&path, pdf).unwrap();
    let (first, last) = pages.split_once('-').unwrap();
    let out = Command::new("pdftotext").args(["-raw", "-f", first, "-l", last]).arg(&path).arg("-").output();
    std::fs::remove_file(&path).unwrap();
    match out {
        Ok(out) if out.status.success() => Some(String::from_utf8(out.stdout).unwrap()),
        _ => {
            println!("skipped: pdftotext is not installed");
            None
        }
    }
}

/// Words as one line with plain spaces.
fn flat(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter == '\u{a0}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn dictionary<'d>(document: &'d Document, of: &'d Dictionary, key: &[u8]) -> &'d Dictionary {
    document.get_dict_in_dict(of, key).unwrap()
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let award = specimen::award().unwrap();
    let one = RENDERER.lay_out(&sheet(&award)).unwrap();
    let renderer = Renderer::new();
    let other = renderer.lay_out(&sheet(&award)).unwrap();
    assert_eq!(one.picture().unwrap(), other.picture().unwrap());
    assert_eq!(one.certificate(SEALED, "a.jsonld").unwrap(), other.certificate(SEALED, "a.jsonld").unwrap());
    assert_eq!(
        renderer.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap(),
        one.certificate(SEALED, "a.jsonld").unwrap()
    );
}

#[test]
fn the_picture_has_its_size_and_is_small() {
    let award = specimen::award().unwrap();
    let picture = RENDERER.picture(&sheet(&award)).unwrap();
    assert!(picture.starts_with(&[0xff, 0xd8, 0xff]));
    // Start of frame: marker, length, precision, height, width.
    let frame = picture.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    let size = |at: usize| u32::from(u16::from_be_bytes([picture[frame + at], picture[frame + at + 1]]));
    assert_eq!((size(7), size(5)), PICTURE_SIZE);
    assert!(picture.len() < 80_000, "{} bytes", picture.len());
}

#[test]
fn the_picture_does_not_depend_on_the_link() {
    let award = specimen::award().unwrap();
    let other = DocumentInput { link: "https://mikrocertifikaty.example/s/another", ..sheet(&award) };
    assert_eq!(RENDERER.picture(&sheet(&award)).unwrap(), RENDERER.picture(&other).unwrap());
    assert_ne!(
        RENDERER.certificate(&sheet(&award), SEALED, "a").unwrap(),
        RENDERER.certificate(&other, SEALED, "a").unwrap()
    );
}

#[test]
fn the_sealed_credential_is_inside_byte_for_byte() {
    let award = specimen::award().unwrap();
    let pdf = RENDERER.certificate(&sheet(&award), SEALED, "Žofie Příkladná - Ukázka.jsonld").unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let catalogue = document.catalog().unwrap();
    let associated = catalogue.get(b"AF").unwrap().as_array().unwrap();
    assert_eq!(associated.len(), 1);
    let file = document.get_dictionary(associated[0].as_reference().unwrap()).unwrap();
    assert_eq!(file.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Data");
    let name = lopdf::decode_text_string(file.get(b"UF").unwrap()).unwrap();
    assert_eq!(name, "Žofie Příkladná - Ukázka.jsonld");
    assert!(lopdf::decode_text_string(file.get(b"Desc").unwrap()).unwrap().contains("European Digital Credential"));
    let stream = dictionary(&document, file, b"EF").get(b"F").unwrap().as_reference().unwrap();
    let stream = document.get_object(stream).unwrap().as_stream().unwrap();
    assert_eq!(stream.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"application/ld+json");
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    assert_eq!(bytes, SEALED);
}

/// Names of the faces in a file; each begins with a mark of which letters it holds in which order.
fn faces(pdf: &[u8]) -> Vec<Vec<u8>> {
    let document = Document::load_mem(pdf).unwrap();
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let is_face = |dictionary: &&Dictionary| {
        dictionary.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Type0"))
    };
    let mut faces: Vec<_> =
        dictionaries.filter(is_face).map(|face| face.get(b"BaseFont").unwrap().as_name().unwrap().to_vec()).collect();
    faces.sort();
    faces
}

#[test]
fn sheets_of_different_people_have_the_same_faces() {
    let printed = |given: &str, family: &str, number: u8| {
        let award = award_with(|fields| {
            fields.id = CredentialId::from_random([number; 16]);
            with_holder(fields, |holder| {
                holder.given_name = Some(Line::new(given).unwrap());
                holder.family_name = Some(Line::new(family).unwrap());
            });
        });
        let link = format!("https://mikrocertifikaty.example/s/{number:022}");
        RENDERER.certificate(&DocumentInput { link: &link, ..sheet(&award) }, SEALED, "a.jsonld").unwrap()
    };
    let one = printed("Žofie", "Příkladná", 1);
    let faces_of_one = faces(&one);
    assert_eq!(faces_of_one.len(), 5);
    assert_eq!(faces(&printed("Řehoř Jiří", "Ďuriš-Fialka", 250)), faces_of_one);
    assert_ne!(faces(&printed("Øyvind", "Příkladný", 2)), faces_of_one);
    // What the letters are met in is not in the file.
    let document = Document::load_mem(&one).unwrap();
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    assert!(dictionaries.into_iter().all(|dictionary| !dictionary.has(b"PatternType")));
    let text = String::from_utf8_lossy(&one);
    assert!(!text.contains("/Pattern"));
}

#[test]
fn readers_with_a_screen_reader_get_language_title_and_structure() {
    let award = specimen::award().unwrap();
    let pdf = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let catalogue = document.catalog().unwrap();
    assert_eq!(lopdf::decode_text_string(catalogue.get(b"Lang").unwrap()).unwrap(), "cs-CZ");
    assert!(dictionary(&document, catalogue, b"MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
    assert!(dictionary(&document, catalogue, b"ViewerPreferences").get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let elements: Vec<&Dictionary> =
        document.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dict| dict.has(b"S")).collect();
    let count = |kind: &[u8]| {
        elements.iter().filter(|dict| dict.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind)).count()
    };
    assert_eq!((count(b"H1"), count(b"H2")), (2, 20));
    assert_eq!(count(b"Figure"), 3, "the logo twice and the QR code");
    assert!(
        elements
            .iter()
            .filter(|dict| dict.get(b"S").unwrap().as_name().unwrap() == b"Figure")
            .all(|dict| dict.has(b"Alt"))
    );
    assert!(count(b"TH") >= 6 && count(b"Link") >= 1);
    let english = elements
        .iter()
        .filter(|dict| dict.get(b"Lang").is_ok_and(|lang| lopdf::decode_text_string(lang).unwrap().starts_with("en")));
    assert!(english.count() > 20, "English parts say so");
}

#[test]
fn the_link_is_in_the_supplement_only() {
    let award = specimen::award().unwrap();
    let pdf = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let uri = |dict: &Dictionary| -> Option<String> {
        let action = document.get_dict_in_dict(dict, b"A").ok()?;
        Some(String::from_utf8(action.get(b"URI").ok()?.as_str().ok()?.to_vec()).unwrap())
    };
    let links: Vec<Vec<String>> = document
        .get_pages()
        .values()
        .map(|&page| document.get_page_annotations(page).unwrap_or_default().into_iter().filter_map(uri).collect())
        .collect();
    assert!(links[0].is_empty(), "{links:?}");
    assert!(links.iter().flatten().filter(|uri| *uri == LINK).count() >= 2, "code and text");
    if let Some(text) = text_of(&pdf, "1-1") {
        assert!(!text.contains("https://"), "{text}");
    }
}

#[test]
fn every_item_is_there_in_order() {
    let award = specimen::award().unwrap();
    let pdf = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
    let Some(text) = text_of(&pdf, "2-9") else { return };
    let text = flat(&text);
    let mut rest = text.as_str();
    for label in [
        "Držitel Holder",
        "Název mikrocertifikátu",
        "Země vydavatele",
        "Udělující subjekt",
        "Datum vydání",
        "Výsledky učení",
        "Studijní zátěž",
        "Úroveň Level",
        "Typ hodnocení",
        "Způsob účasti",
        "Zajištění kvality",
        "Vstupní požadavky",
        "Dohled a ověření",
        "Dosažené hodnocení",
        "Možnosti skládání",
        "Další informace",
        "Jazyk výuky",
        "Termín vzdělávání",
        "Jedinečný identifikátor, přímý odkaz",
        "Pečeť a časové razítko",
    ] {
        let at = rest.find(label).unwrap_or_else(|| panic!("{label} is missing or out of order"));
        rest = &rest[at + label.len()..];
    }
    assert!(text.contains("1. 7. 2026") && text.contains("1 July 2026"), "issued after midnight in Prague");
    assert!(text.contains("3,5 kreditu ECTS") && text.contains("3.5 ECTS credits"));
}

/// The root can be compared by people and found by machines; a sheet without one has neither.
#[test]
fn the_root_of_the_record_is_printed_and_stands_in_the_keywords() {
    let award = specimen::award().unwrap();
    let keywords = |pdf: &[u8]| {
        let document = Document::load_mem(pdf).unwrap();
        let info = document.get_dict_in_dict(&document.trailer, b"Info").unwrap();
        info.get(b"Keywords").ok().map(|words| lopdf::decode_text_string(words).unwrap())
    };
    let pdf = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
    assert_eq!(keywords(&pdf).as_deref(), Some(ROOT));
    let without = RENDERER.certificate(&DocumentInput { record: None, ..sheet(&award) }, SEALED, "a.jsonld").unwrap();
    assert_eq!(keywords(&without), None);
    if let Some(text) = text_of(&pdf, "2-9") {
        let printed = format!(
            "Otisk obsahu (stejný v každé podobě dokladu) / Record digest (the same in every form of this document): {GROUPS}"
        );
        assert!(flat(&text).contains(&printed), "{text}");
        assert!(!flat(&text_of(&without, "2-9").unwrap()).contains("Record digest"));
    }
}

#[test]
fn a_test_sheet_says_so_on_every_page() {
    let award = specimen::award().unwrap();
    let proof = RENDERER.lay_out(&DocumentInput { test: true, ..sheet(&award) }).unwrap();
    let pdf = proof.certificate(SEALED, "a.jsonld").unwrap();
    for page in 1..=proof.page_count() {
        let Some(text) = text_of(&pdf, &format!("{page}-{page}")) else { return };
        assert!(text.contains("NEPLATNÉ – ZKUŠEBNÍ / INVALID – TEST"), "page {page}: {text}");
    }
    let real = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
    assert!(!text_of(&real, "1-9").unwrap_or_default().contains("INVALID"));
}

#[test]
fn hostile_text_is_printed_as_it_stands() {
    let hostile =
        r##"#import "x": * <script>alert('1')</script> $a^2$ \ `raw` *b* _c_ @d //e https://f.example [g] ~ --- ""##;
    let award = award_with(|fields| {
        with_unit(fields, |unit| unit.prerequisites = Some(both(hostile, hostile)));
        with_holder(fields, |holder| holder.family_name = Some(Line::new("#panic(\"x\") {page}").unwrap()));
    });
    let pdf = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
    let Some(text) = text_of(&pdf, "1-9") else { return };
    let text = flat(&text).replace(" ", "");
    assert!(text.contains(&flat(hostile).replace(" ", "")), "{text}");
    assert!(text.contains("#panic(\"x\"){page}"));
}

#[test]
fn long_texts_fit() {
    let award = hard_award();
    for test in [false, true] {
        let proof = RENDERER.lay_out(&DocumentInput { test, ..sheet(&award) }).unwrap();
        let pdf = proof.certificate(SEALED, "a.jsonld").unwrap();
        let Some(second) = text_of(&pdf, "2-2") else { return };
        assert!(flat(&second).contains("Dodatek k osvědčení"), "the certificate keeps to one page");
        let last = flat(&text_of(&pdf, &format!("{0}-{0}", proof.page_count())).unwrap());
        assert!(last.contains(&format!("strana {0} z {0} / page {0} of {0}", proof.page_count())), "{last}");
    }
}

#[test]
fn names_of_many_kinds_are_printed() {
    for name in ["Sukarno", "Nguyễn Thị Phượng", "Ґонтаренко", "Γιώργος", "Şükrü"] {
        let award = award_with(|fields| {
            with_holder(fields, |holder| {
                holder.given_name = None;
                holder.family_name = Some(Line::new(name).unwrap());
            });
        });
        assert_eq!(RENDERER.unprintable(&award), Vec::<char>::new());
        let pdf = RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").unwrap();
        if let Some(text) = text_of(&pdf, "1-1") {
            assert!(text.contains(name), "{name}: {text}");
        }
    }
}

#[test]
fn letters_without_a_face_are_told_before_and_refused_after() {
    let award =
        award_with(|fields| with_holder(fields, |holder| holder.family_name = Some(Line::new("李小龙 محمد").unwrap())));
    let unprintable: String = RENDERER.unprintable(&award).into_iter().collect();
    assert_eq!(unprintable, "حدم小李龙");
    assert!(RENDERER.certificate(&sheet(&award), SEALED, "a.jsonld").is_err());
    assert!(RENDERER.unprintable(&specimen::award().unwrap()).is_empty());
    assert!(RENDERER.unprintable(&hard_award()).is_empty());
}

#[test]
fn an_institution_without_logo_or_faculty_has_a_document_too() {
    let award = award_with(|fields| {
        let mut institution: signet_record::InstitutionFields = Institution::clone(&fields.institution).into();
        institution.logo = None;
        fields.institution = Arc::new(Institution::new(institution).unwrap());
        with_unit(fields, |unit| unit.faculty = None);
    });
    assert!(
        RENDERER.lay_out(&sheet(&award)).unwrap().certificate(SEALED, "a.jsonld").unwrap().starts_with(b"%PDF-1.7")
    );
}

#[test]
fn what_only_some_units_have_stands_in_the_supplement() {
    let rich = specimen::rich::award().unwrap();
    assert!(RENDERER.unprintable(&rich).is_empty());
    let pdf = RENDERER.certificate(&sheet(&rich), SEALED, "a.jsonld").unwrap();
    let Some(text) = text_of(&pdf, "2-9") else { return };
    let text = flat(&text);
    for expected in [
        // A component: its title, result and credential.
        "Ukázky druhého druhu: 88 %, 30. 1. 2026; Ukážková univerzita",
        "urn:credential:5c9a7d22-1b4e-4f63-8a77-0e1d2c3b4a59",
        // The second accreditation, with its limits.
        "Vzorová akreditační rada",
        "Next review: 1 February 2028",
        "Kraj Vysočina",
        // Activities, results of assessments, entitlements, documents.
        "Stáž: Stáž v továrně na příklady; 40 hodin",
        "written examination: B – very good, 12 June 2026",
        "until 31 August 2029",
        "https://vzorova.example/rad-prikladu.pdf",
        "Přiložený dokument: Pověření",
    ] {
        assert!(text.to_lowercase().contains(&expected.to_lowercase()), "{expected} in:\n{text}");
    }
}

/// veraPDF, when the environment names its command, is the judge of PDF/A-3a and PDF/UA-1.
#[test]
fn verapdf_finds_both_standards_kept() {
    let Ok(command) = std::env::var("SIGNET_VERAPDF") else {
        println!("skipped: SIGNET_VERAPDF is not set");
        return;
    };
    let specimen = specimen::award().unwrap();
    let hard = hard_award();
    let rich = specimen::rich::award().unwrap();
    for (number, (award, test)) in [(&specimen, false), (&hard, true), (&rich, false)].into_iter().enumerate() {
        let pdf = RENDERER.certificate(&DocumentInput { test, ..sheet(award) }, SEALED, "a.jsonld").unwrap();
        let path = std::env::temp_dir().join(format!("signet-verapdf-{}-{number}.pdf", std::process::id()));
        std::fs::write(&path, pdf).unwrap();
        for flavour in ["3a", "ua1"] {
            let out = Command::new("sh")
                .arg("-c")
                .arg(format!("{command} --flavour {flavour} --format text {}", path.display()))
                .output()
                .unwrap();
            let verdict = String::from_utf8_lossy(&out.stdout);
            assert!(verdict.contains("PASS"), "{flavour}: {verdict}");
        }
        std::fs::remove_file(&path).unwrap();
    }
}
