//! Verifying any file as a stranger: every exit code, and a sentence for whatever cannot be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use story::{
    Ended,
    folder::{credentials, demo, folder},
    payload_text, run, run_with_input,
    server::Server,
};

/// The sealed files of one credential that still stands.
fn pair(demo: &Path) -> [PathBuf; 2] {
    let jsonld = credentials(&demo.join("issued"))
        .into_keys()
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("Jana Nováková - Základy ekonometrie"));
    let jsonld = jsonld.expect("the demonstration's holder");
    [jsonld.clone(), jsonld.with_extension("pdf")]
}

/// Settings of a stranger who takes the demonstration's root for a real one and may ask this machine.
fn stranger(demo: &Path) -> String {
    let settings = demo.join("stranger.toml");
    let text = "[store]\ndatabase = \"sqlite:none.db\"\nartefacts = \"none\"\nlink_key = \"none.key\"\n\
                [trust]\nlists = \"none\"\nanchors = [\"seals/root.pem\"]\n[outbound]\nreach = \"loopback\"\n";
    fs::write(&settings, text).unwrap();
    settings.display().to_string()
}

fn verify(folder: &Path, file: &Path, more: &[&str]) -> Ended {
    run(folder, [&["verify", file.to_str().unwrap()], more].concat())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Replaces the one place where `from` stands by something as long.
fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes()).expect("a place to change");
    [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat()
}

#[test]
fn both_files_hold_when_their_authorities_are_asked_and_cannot_be_told_without() {
    let place = folder();
    let server = Server::demo(place.path());
    let settings = stranger(&server.folder);
    let root = server.folder.join("seals/root.pem").display().to_string();
    for file in pair(&server.folder) {
        let offline = verify(place.path(), &file, &["--anchors", &root, "--offline"]).expect(2);
        assert!(offline.out.contains("? Seal") && offline.out.contains("? Validity"), "{}", offline.out);
        assert!(offline.out.contains("no authority was asked"), "{}", offline.out);
        let holds = verify(place.path(), &file, &["--config", &settings]).expect(0);
        assert!(holds.out.starts_with("VALID.") && holds.out.contains("✓ Validity"), "{}", holds.out);
        assert!(
            holds.out.contains("according to the authority’s revocation list downloaded for this verification"),
            "{}",
            holds.out
        );
        let czech = verify(place.path(), &file, &["--config", &settings, "--lang", "cs"]).expect(0);
        assert!(czech.out.starts_with("PLATNÝ."), "{}", czech.out);
        verify(place.path(), &file, &["--config", &settings, "--anchors", &root]).expect(0);
        let test = verify(place.path(), &file, &["--config", &settings, "--test-anchors", &root]).expect(2);
        assert!(
            test.out.starts_with("TEST.") && test.out.contains("✓ The certificate has not been revoked"),
            "{}",
            test.out
        );
        let nobody = verify(place.path(), &file, &[]).expect(2);
        assert!(nobody.out.contains("? Seal"), "{}", nobody.out);
        let early = verify(place.path(), &file, &["--config", &settings, "--at", "2001-01-01T00:00:00Z"]).expect(1);
        assert!(early.out.contains("✗ Validity"), "{}", early.out);
    }
    assert_eq!(server.stop(), Some(0));
    for file in pair(&place.path().join("demo")) {
        let silent = verify(place.path(), &file, &["--config", &settings]).expect(2);
        assert!(silent.out.contains("its authority did not answer"), "{}", silent.out);
    }
}

#[test]
fn offline_a_folder_of_evidence_says_what_authorities_would() {
    let place = folder();
    let demo = demo(place.path());
    let settings = stranger(&demo);
    let kept = demo.join("revocation").display().to_string();
    for file in pair(&demo) {
        let ended = verify(place.path(), &file, &["--config", &settings, "--offline", "--evidence", &kept]).expect(2);
        assert!(ended.out.contains("✓ Seal") && ended.out.contains("? Validity"), "{}", ended.out);
        assert!(ended.err.is_empty(), "{}", ended.err);
        // As of a day before the lists were issued, they are not known yet.
        let past = ["--config", &settings, "--offline", "--evidence", &kept, "--at", "2001-01-01T00:00:00Z"];
        assert!(verify(place.path(), &file, &past).expect(1).out.contains("✗ Seal"));
    }
    let mixed = place.path().join("mixed");
    fs::create_dir(&mixed).unwrap();
    for name in ["authorities.crl", "seals.crl"] {
        fs::copy(demo.join("revocation").join(name), mixed.join(name)).unwrap();
    }
    for name in ["broken.crl", "broken.ocsp", "broken.pem", "broken.status", "letter.txt"] {
        fs::write(mixed.join(name), "no evidence").unwrap();
    }
    let mixed = mixed.display().to_string();
    let [file, _] = pair(&demo);
    let ended = verify(place.path(), &file, &["--config", &settings, "--offline", "--evidence", &mixed]).expect(2);
    assert!(ended.out.contains("✓ Seal"), "{}", ended.out);
    for name in ["broken.crl", "broken.ocsp", "broken.pem", "broken.status"] {
        ended.complains(name);
    }
    assert!(!ended.err.contains("letter.txt"));
    verify(place.path(), &file, &["--offline", "--evidence", "nowhere"]).expect(66).complains("nowhere");
}

#[test]
fn rules_of_judging_can_be_others() {
    let place = folder();
    let demo = demo(place.path());
    let settings = stranger(&demo);
    let [file, _] = pair(&demo);
    let default = include_str!("../../../docs/examples/policy.toml");
    let policy = write(place.path(), "policy.toml", default.replace("bits = 256", "bits = 384").as_bytes());
    let ended =
        verify(place.path(), &file, &["--config", &settings, "--offline", "--policy", policy.to_str().unwrap()]);
    let ended = ended.expect(2);
    assert!(ended.out.contains("ES256 (P-256) is not considered secure"), "{}", ended.out);
    let set = fs::read_to_string(&settings).unwrap().replace("[outbound]", "policy = \"../policy.toml\"\n[outbound]");
    let strict = write(&demo, "strict.toml", set.as_bytes()).display().to_string();
    let ended = verify(place.path(), &file, &["--config", &strict, "--offline"]).expect(2);
    assert!(ended.out.contains("ES256 (P-256) is not considered secure"), "{}", ended.out);
    write(place.path(), "policy.toml", default.replace("SHA-384", "SHA-385").as_bytes());
    for language in ["en", "cs"] {
        let more = ["--config", &strict, "--offline", "--lang", language];
        verify(place.path(), &file, &more).expect(78).complains("[[digest]] 2");
    }
    write(place.path(), "policy.toml", default.replace("bits = 256", "bitz = 256").as_bytes());
    verify(place.path(), &file, &["--policy", "policy.toml"]).expect(78).complains("bitz");
}

#[test]
fn a_revoked_credential_fails_for_whoever_reaches_the_list() {
    let place = folder();
    let demo = demo(place.path());
    let [jsonld, pdf] = pair(&demo);
    let id = story::id(&fs::read(&jsonld).unwrap());
    run(&demo, ["revoke", &id, "--reason", "result-annulled"]).expect(0);
    let server = Server::demo(place.path());
    let settings = stranger(&demo);
    for file in [jsonld, pdf] {
        let revoked = verify(place.path(), &file, &["--config", &settings]).expect(1);
        assert!(revoked.out.contains("it has been revoked"), "{}", revoked.out);
        assert!(revoked.out.contains("✓ Seal"), "the seal of a revoked credential still holds: {}", revoked.out);
        verify(place.path(), &file, &["--config", &settings, "--offline"]).expect(2);
    }
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn a_changed_file_fails() {
    let place = folder();
    let demo = demo(place.path());
    let settings = stranger(&demo);
    let [jsonld, pdf] = pair(&demo).map(|path| fs::read(path).unwrap());
    let changed = [
        ("letter.jsonld", replaced(&jsonld, "Jana", "Hana")),
        ("letter.pdf", replaced(&pdf, "Mikrocertifikát: Z", "Makrocertifikát: Z")),
        ("longer.pdf", [&pdf[..], b"\n% one line more\n"].concat()),
    ];
    for (name, bytes) in changed {
        let ended = verify(place.path(), &write(place.path(), name, &bytes), &["--config", &settings, "--offline"]);
        let ended = ended.expect(1);
        assert!(ended.out.starts_with("NOT VALID.") && ended.out.contains("✗ Seal"), "{name}: {}", ended.out);
    }
    let mut page = pdf.clone();
    let content = pdf.windows(8).position(|window| window == b"\nstream\n").unwrap() + 40;
    page[content] ^= 0x10;
    verify(place.path(), &write(place.path(), "page.pdf", &page), &["--config", &settings, "--offline"]).expect(1);
}

#[test]
fn without_a_seal_nothing_can_be_told() {
    let place = folder();
    let demo = demo(place.path());
    let [jsonld, _] = pair(&demo).map(|path| fs::read(path).unwrap());
    let unsealed = write(place.path(), "unsealed.jsonld", payload_text(&jsonld).as_bytes());
    let ended = verify(place.path(), &unsealed, &["--config", &stranger(&demo), "--offline"]).expect(2);
    assert!(ended.out.contains("has no electronic seal"), "{}", ended.out);
    assert!(ended.out.contains("✓ Format"), "{}", ended.out);
}

#[test]
fn the_report_is_json_with_three_groups_in_either_language() {
    let place = folder();
    let demo = demo(place.path());
    let settings = stranger(&demo);
    for (file, kind) in pair(&demo).iter().zip(["credential", "document"]) {
        for language in ["cs", "en"] {
            let more = ["--config", &settings, "--offline", "--json", "--lang", language];
            let report = verify(place.path(), file, &more).expect(2).json();
            let groups = report["groups"].as_array().unwrap();
            let names: Vec<_> = groups.iter().map(|group| group["name"].as_str().unwrap()).collect();
            assert_eq!(names, ["format", "seal", "validity"]);
            assert_eq!((&report["language"], &report["outcome"]), (&language.into(), &"cannot_tell".into()));
            for group in groups {
                assert!(group["sentence"].as_str().unwrap().len() > 10, "{kind}: {group}");
                assert!(!group["findings"].as_array().unwrap().is_empty(), "{kind}: {group}");
            }
        }
    }
}

#[test]
fn a_file_can_come_by_standard_input() {
    let place = folder();
    let demo = demo(place.path());
    let settings = stranger(&demo);
    for file in pair(&demo) {
        let more = ["verify", "-", "--config", &settings, "--offline", "--json"];
        let by_input = run_with_input(place.path(), &more, &file).expect(2).json();
        let by_name = verify(place.path(), &file, &more[2..]).expect(2).json();
        assert_eq!(by_input["sha256"], by_name["sha256"]);
        assert_eq!(by_input["credential"], by_name["credential"]);
    }
    let nothing = write(place.path(), "nothing", b"");
    run_with_input(place.path(), &["verify", "-"], &nothing).expect(65).complains("empty");
}

/// A PDF of these objects, with correct offsets; its trailer leads back to itself when `again`.
fn pdf(objects: &[&str], again: bool) -> Vec<u8> {
    let (mut text, mut entries) = (String::from("%PDF-1.7\n"), String::from("0000000000 65535 f \n"));
    for (number, object) in (1..).zip(objects) {
        entries += &format!("{:010} 00000 n \n", text.len());
        text += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size) = (text.len(), objects.len() + 1);
    let previous = if again { format!("/Prev {start}") } else { String::new() };
    text += &format!("xref\n0 {size}\n{entries}trailer\n<< /Size {size} /Root 1 0 R {previous} >>\n");
    (text + &format!("startxref\n{start}\n%%EOF\n")).into_bytes()
}

#[test]
fn what_cannot_be_read_is_told_in_both_languages() {
    let place = folder();
    let whole = fs::read(&pair(&demo(place.path()))[1]).unwrap();
    let pages = "<< /Type /Pages /Kids [] /Count 0 >>";
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let nested = format!("{{\"payload\":\"{{}}\",\"signatures\":{deep}}}");
    let circle = pdf(&["<< /Type /Catalog /Pages 2 0 R >>", pages], true);
    let mirror = pdf(&["2 0 R", "1 0 R"], false);
    let unreadable: [(&str, &[u8], &str, &str); 9] = [
        ("a.zip", b"PK\x03\x04 and so on", "ZIP file", "Soubor ZIP"),
        ("a.png", b"\x89PNG\r\n\x1a\n and so on", "picture", "obrázek"),
        ("empty", b"", "empty", "prázdný"),
        ("deep.json", deep.as_bytes(), "not a micro-credential", "není to mikrocertifikát"),
        ("deep.jsonld", nested.as_bytes(), "near byte", "u\u{a0}bajtu"),
        ("half.pdf", &whole[..whole.len() / 2], "damaged", "poškozen"),
        ("circle.pdf", &circle, "damaged", "poškozen"),
        ("mirror.pdf", &mirror, "damaged", "poškozen"),
        ("words.txt", b"Dear Sir or Madam", "text", "text"),
    ];
    for (name, bytes, en, cs) in unreadable {
        let file = write(place.path(), name, bytes);
        for (language, sentence) in [("en", en), ("cs", cs)] {
            let ended = verify(place.path(), &file, &["--lang", language]).expect(65);
            ended.complains(sentence);
            assert!(ended.out.is_empty(), "{name}: {}", ended.out);
            let json = verify(place.path(), &file, &["--lang", language, "--json"]).expect(65).json();
            assert_eq!(json["error"], "unreadable");
            assert!(json["sentence"].as_str().unwrap().contains(sentence), "{name}: {json}");
        }
    }
}

#[test]
fn circles_in_a_document_come_to_an_end() {
    let place = folder();
    let tree = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>";
    for (name, objects) in [
        ("pages.pdf", ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", "null"]),
        ("names.pdf", [tree, "<< /Type /Pages /Kids [] /Count 0 >>", "<< /Kids [3 0 R 3 0 R] >>"]),
    ] {
        let file = write(place.path(), name, &pdf(&objects, false));
        let ended = verify(place.path(), &file, &["--offline"]);
        assert!(matches!(ended.code, 2 | 65), "{name}: {}", ended.code);
        assert!(ended.out.is_empty() || ended.out.contains("has no electronic seal"), "{name}: {}", ended.out);
    }
}

#[test]
fn a_file_of_two_hundred_megabytes_is_refused_without_being_read() {
    let place = folder();
    let file = place.path().join("large.pdf");
    File::create(&file).unwrap().set_len(200 << 20).unwrap();
    verify(place.path(), &file, &["--lang", "en"]).expect(65).complains("32 MB");
    verify(place.path(), &file, &["--lang", "cs"]).expect(65).complains("32\u{a0}MB");
    run_with_input(place.path(), &["verify", "-"], &file).expect(65).complains("32 MB");
}

#[test]
fn a_missing_file_and_a_wrong_option_have_codes_of_their_own() {
    let place = folder();
    verify(place.path(), Path::new("nowhere.pdf"), &[]).expect(66).complains("nowhere.pdf");
    verify(place.path(), Path::new("nowhere.pdf"), &["--lang", "cs"]).expect(66).complains("nelze přečíst");
    verify(place.path(), Path::new("nowhere.pdf"), &["--hard"]).expect(64).complains("--hard");
    run(place.path(), ["verify"]).expect(64);
    run(place.path(), ["bless"]).expect(64);
    assert!(run(place.path(), ["verify", "--help"]).expect(0).out.contains("Exit codes"));
    let file = write(place.path(), "a.jsonld", b"{\"payload\":\"{}\",\"signatures\":[]}");
    verify(place.path(), &file, &[]).expect(65);
    // By whom to judge is read before any file.
    verify(place.path(), &file, &["--anchors", "nowhere.pem"]).expect(78).complains("nowhere.pem");
}

/// Writes a ZIP file of some files.
fn packed(path: &Path, members: &[(&str, Vec<u8>)]) {
    let mut writer = zip::ZipWriter::new(File::create(path).unwrap());
    for (name, bytes) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, bytes).unwrap();
    }
    writer.finish().unwrap();
}

#[test]
fn a_folder_and_a_zip_file_are_told_file_by_file_and_as_a_table() {
    let place = folder();
    let server = Server::demo(place.path());
    let settings = stranger(&server.folder);
    let [jsonld, pdf] = pair(&server.folder).map(|path| fs::read(path).unwrap());
    let forged = replaced(&pdf, "%%EOF", "%%EOG");
    let zip = place.path().join("applicants.zip");
    let members = [("jana.jsonld", jsonld), ("jana.pdf", pdf), ("forged.pdf", forged), ("cv.pdf", b"%PDF-".to_vec())];
    packed(&zip, &[&members[..], &[("=photo.jpg", vec![0xff, 0xd8])]].concat());

    let told = verify(place.path(), &zip, &["--config", &settings]).expect(1);
    let line = |name: &str| told.out.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{}", told.out));
    assert!(line("jana.jsonld").starts_with("✓ ") && line("jana.jsonld").contains("Jana Nováková"), "{}", told.out);
    assert!(line("jana.pdf").starts_with("✓ "), "{}", told.out);
    assert!(line("forged.pdf").starts_with("✗ "), "{}", told.out);
    assert!(line("cv.pdf").starts_with("! "), "{}", told.out);
    assert!(told.out.contains("4 files:") && told.out.contains("1 other file was not verified"), "{}", told.out);

    let table = verify(place.path(), &zip, &["--config", &settings, "--csv", "--lang", "cs"]).expect(1);
    let rows: Vec<&str> = table.out.trim_start_matches('\u{feff}').lines().collect();
    assert!(rows[0].starts_with("Soubor;Výsledek;Důvod;Držitel;"), "{}", table.out);
    assert_eq!(rows.len(), 5, "{}", table.out);

    let lines = verify(place.path(), &zip, &["--config", &settings, "--json"]).expect(1);
    let verdicts: Vec<String> = lines
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["verdict"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(verdicts, ["valid", "valid", "invalid", "unreadable"]);

    let sound = place.path().join("sound");
    fs::create_dir(&sound).unwrap();
    for (name, bytes) in &members[..2] {
        fs::write(sound.join(name), bytes).unwrap();
    }
    verify(place.path(), &sound, &["--config", &settings]).expect(0);
    let settled = verify(place.path(), &sound, &["--offline"]).expect(2);
    assert!(settled.out.contains("2 files:"), "{}", settled.out);
}
