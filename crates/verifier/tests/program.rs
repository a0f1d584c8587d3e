//! The program by itself: what it says of a file is what the library says, with nobody asked and nobody's server.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::Arc,
};

use jiff::Timestamp;
use serde_json::Value;
use signet_credential::{Picture, SealIdentity, compose};
use signet_lang::Locale;
use signet_record::{Language, specimen};
use signet_seal::Anchors;
use signet_verify::{Evidence, Outcome, Trust, judge, read};

const AT: &str = "2026-07-01T12:00:00Z";

fn verify(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signet-verify")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What the library says of these bytes, when it trusts these roots and asks nobody; `None` where they cannot be read.
fn library(bytes: Vec<u8>, roots: &Anchors, language: Language) -> Option<(Value, i32)> {
    let trust = Arc::new(Trust::in_roots(roots.clone(), Anchors::default()));
    let evidence = Evidence::offline(trust).comparing_pictures();
    let report = judge(&read(bytes).ok()?, &evidence, AT.parse::<Timestamp>().unwrap());
    let exit = match report.outcome() {
        Outcome::Holds => 0,
        Outcome::Fails => 1,
        Outcome::CannotTell => 2,
    };
    Some((report.to_json(Locale::new(language)), exit))
}

/// Holds the program against the library, in both languages.
fn agree(file: &Path, anchors: &[&str], roots: &Anchors) {
    for language in Language::ALL {
        let path = file.to_str().unwrap();
        let said = verify(&[&[path, "--offline", "--json", "--at", AT, "--lang", language.code()], anchors].concat());
        match library(fs::read(file).unwrap(), roots, language) {
            Some((report, exit)) => {
                let printed: Value = serde_json::from_slice(&said.stdout).unwrap();
                assert_eq!((printed, said.status.code()), (report, Some(exit)), "{path}");
            }
            None => assert_eq!(said.status.code(), Some(65), "{path}: {}", text(&said.stderr)),
        }
    }
}

fn unsealed() -> String {
    let identity = SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    };
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: b"\xff\xd8\xff\xe0picture".to_vec() });
    compose(&specimen::award().unwrap(), &identity, &pictures, AT.parse().unwrap(), None).unwrap()
}

#[test]
fn the_program_says_what_the_library_says() {
    let folder = tempfile::tempdir().unwrap();
    let whole = unsealed();
    let files = [
        ("whole.jsonld", whole.clone().into_bytes()),
        ("changed.jsonld", whole.replace("\"type\":", "\"typo\":").into_bytes()),
        ("half.jsonld", whole.get(..200).unwrap().as_bytes().to_vec()),
        ("empty.pdf", Vec::new()),
    ];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        agree(&path, &[], &Anchors::default());
    }
    let all = verify(&[folder.path().to_str().unwrap(), "--offline", "--lang", "cs"]);
    let told = text(&all.stdout);
    assert_eq!(all.status.code(), Some(1), "{told}");
    assert!(told.contains("4 soubory:") && told.contains("Nelze přečíst: 2"), "{told}");
    assert!(text(&all.stderr).contains("Nedůvěřuje se žádné autoritě"), "{}", text(&all.stderr));
}

#[test]
fn it_says_of_every_reference_file_what_the_library_says() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("SIGNET_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let reference = shared.join("reference");
    if !reference.is_dir() {
        println!("skipped: no reference data");
        return;
    }
    let root = reference.join("seals/certs/root.cert.pem");
    let roots = Anchors::from_pem(&fs::read(&root).unwrap()).unwrap();
    let mut compared = 0;
    for folder in ["elm", "seals/jades", "seals/pades"] {
        let files = fs::read_dir(reference.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let endings = ["jsonld", "json", "pdf"].map(Some);
        for file in files.filter(|path| endings.contains(&path.extension().and_then(|ending| ending.to_str()))) {
            agree(&file, &["--anchors", root.to_str().unwrap()], &roots);
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
}
