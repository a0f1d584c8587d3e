//! `signet same`: the files of one credential, of two, and files that were meddled with.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{fs, path::Path};

use serde_json::Value;
use signet_credential::statement::SignedStatement;
use signet_seal::{Certificate, SignatureScheme};
use story::{
    Ended,
    folder::{credentials, demo, folder},
    http::Browser,
    run,
    server::Server,
};

fn same(folder: &Path, files: &[&Path], more: &[&str]) -> Ended {
    let mut args = vec!["same"];
    args.extend(files.iter().map(|file| file.to_str().unwrap()));
    run(folder, [&args[..], more].concat())
}

/// The root that a file is told to carry, in digits without spaces.
fn digits(notation: &str) -> String {
    let bytes = data_encoding::BASE64URL_NOPAD.decode(notation.strip_prefix("sha-256:").unwrap().as_bytes()).unwrap();
    data_encoding::HEXLOWER.encode(&bytes)
}

#[test]
fn credential_and_certificate_are_one_record_and_two_credentials_are_not() {
    let place = folder();
    let demo = demo(place.path());
    let root = demo.join("seals/root.pem").display().to_string();
    let judging = ["--test-anchors", root.as_str(), "--offline"];
    let json = [&judging[..], &["--json"]].concat();
    let issued: Vec<_> = credentials(&demo.join("issued")).into_keys().collect();
    let (jsonld, pdf) = (issued[0].clone(), issued[0].with_extension("pdf"));

    // The seals of the demonstration are test seals: one record, and nothing that a stranger may rely on.
    let told = same(place.path(), &[&jsonld, &pdf], &json).expect(2).json();
    assert_eq!(told["verdict"], "one-record");
    assert!(told["files"].as_array().unwrap().iter().all(|file| file["root_state"] == "proven"), "{told}");
    assert!(told["items"].as_array().unwrap().iter().all(|item| item["verdict"] == "same"));
    for (language, words) in
        [("cs", "STEJNÝ MIKROCERTIFIKÁT"), ("en", "THE SAME MICRO-CREDENTIAL. The issuer states this")]
    {
        let told = same(place.path(), &[&jsonld, &pdf], &[&judging[..], &["--lang", language]].concat()).expect(2).out;
        assert!(told.starts_with(words), "{told}");
    }

    // The root stands where people and machines find it.
    let root = told["files"][0]["root"].as_str().unwrap();
    let bytes = fs::read(&pdf).unwrap();
    assert!(bytes.windows(root.len()).any(|window| window == root.as_bytes()), "in the keywords");
    assert!(same(place.path(), &[&jsonld, &pdf], &judging).expect(2).out.replace(' ', "").contains(&digits(root)));

    let told = same(place.path(), &[&jsonld, &issued[1], &pdf], &json).expect(1).json();
    assert_eq!(told["verdict"], "different");
    let differs = |item: &&Value| item["verdict"] == "differs";
    let first = told["items"].as_array().unwrap().iter().find(differs).unwrap().clone();
    assert_eq!(first["differing"][1]["file"], 1);
    assert!(told["reasons"][0].as_str().unwrap().contains(first["label"].as_str().unwrap()));
}

#[test]
fn whatever_cannot_be_compared_ends_with_its_code() {
    let place = folder();
    let demo = demo(place.path());
    let jsonld = credentials(&demo.join("issued")).into_keys().next().unwrap();
    same(place.path(), &[&jsonld], &["--lang", "en"]).expect(64).complains("at least two files");
    let many = vec![jsonld.as_path(); 17];
    same(place.path(), &many, &["--lang", "cs"]).expect(64).complains("nejvýše 16");
    let text = place.path().join("letter.txt");
    fs::write(&text, "Vážená paní").unwrap();
    same(place.path(), &[&jsonld, &text], &["--lang", "en"]).expect(65).complains("letter.txt");
    same(place.path(), &[&jsonld, Path::new("nowhere.pdf")], &[]).expect(66).complains("nowhere.pdf");
    run(place.path(), ["--lang", "cs", "same", "--help"]).expect(0);
}

/// What the service states of a record is public under its root alone, signed by a key whose certificate is in it, and says nothing of
/// anyone; and its digests are those of what the sealed file says.
#[test]
fn the_statement_about_a_record_is_public_and_stands_for_the_sealed_file() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut browser = Browser::new(&server.address);
    let (path, jsonld) = credentials(&server.folder.join("issued")).pop_first().unwrap();
    let told = same(place.path(), &[&path, &path], &["--offline", "--json"]).expect(2).json();
    let root = digits(told["files"][0]["root"].as_str().unwrap());

    let answer = browser.get(&format!("/record/{root}")).expect(200);
    assert_eq!(answer.header("content-type"), "application/dc+sd-jwt");
    assert_eq!(
        (answer.header("cache-control"), answer.header("access-control-allow-origin")),
        ("public, max-age=3600", "*")
    );
    let read = SignedStatement::read(&answer.text()).unwrap();
    assert_eq!(read.statement.root().to_string(), root);
    let signer = Certificate::from_der(&read.chain[0]).unwrap();
    let scheme = SignatureScheme::from_jose("ES256").unwrap();
    signer.public_key().verify_jose(scheme, read.signing_input.as_bytes(), &read.signature).unwrap();
    assert!(signer.subject_common_name().unwrap().contains("TEST"), "a test seal says so");
    assert_eq!(read.vct, format!("http://{}/vct/record/1", server.address));
    let credential = signet_credential::read(&story::payload_text(&jsonld)).unwrap();
    let signet_credential::statement::CarriedRecord::Open(_, opening) = credential.record() else { panic!("closed") };
    assert_eq!(signet_credential::statement::RecordStatement::of(&credential, &opening).unwrap(), read.statement);
    for personal in ["Nov", "199", "200", "@"] {
        assert!(!read.statement.to_canonical().contains(&format!("\"{personal}")), "{personal}");
    }

    let kind = browser.get("/vct/record/1").expect(200);
    let kind: Value = serde_json::from_str(&kind.text()).unwrap();
    assert_eq!(kind["vct"], read.vct.as_str());
    // What is unknown and what is no root at all get one answer.
    let unknown = browser.get(&format!("/record/{}", "0".repeat(64))).expect(404);
    let nothing = browser.get("/record/x").expect(404);
    assert_eq!(unknown.lasting_headers(), nothing.lasting_headers());
    assert_eq!(unknown.body, nothing.body);
}
