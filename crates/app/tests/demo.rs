//! The demonstration: made once, reused, made anew, and never in somebody else's folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{collections::BTreeSet, fs, net::TcpListener, path::Path, process::Command};

use story::{
    Ended,
    folder::{credentials, demo, files, folder, free_address},
    id, run,
    server::Server,
};

fn again(place: &Path, more: &[&str]) -> Ended {
    run(place, [&["demo", "--no-serve", "--json", "--folder", "demo"], more].concat())
}

fn ids(demo: &Path) -> BTreeSet<String> {
    credentials(&demo.join("issued")).values().map(|jsonld| id(jsonld)).collect()
}

fn kept(demo: &Path) -> u64 {
    let fsck = run(demo, ["fsck", "--json"]).expect(0).json();
    assert_eq!(fsck["damage"].as_array().unwrap().len(), 0);
    assert_eq!(fsck["entries_sealed"], fsck["credentials"]);
    fsck["credentials"].as_u64().unwrap()
}

#[test]
fn it_tells_where_everything_is_and_leaves_both_files_of_each_credential() {
    let place = folder();
    let address = free_address();
    let told = again(place.path(), &["--listen", &address]).expect(0).json();
    assert_eq!(told["address"], format!("http://{address}"));
    for role in ["holder", "verifier", "registrar"] {
        assert!(told["links"][role].as_str().unwrap().starts_with(&format!("http://{address}/")), "{role}");
    }
    assert!(fs::read_to_string(told["anchors"].as_str().unwrap()).unwrap().contains("BEGIN CERTIFICATE"));
    let demo = place.path().join("demo");
    assert_eq!(Path::new(told["folder"].as_str().unwrap()), demo.canonicalize().unwrap());

    let issued = demo.join("issued");
    let all = files(&issued);
    let credentials = credentials(&issued);
    assert!(credentials.len() >= 40, "{}", credentials.len());
    for path in credentials.keys() {
        assert!(all[&path.with_extension("pdf")].starts_with(b"%PDF-1.7"), "{}", path.display());
        assert!(path.file_stem().unwrap().to_str().unwrap().contains(" - "), "{}", path.display());
    }
    assert_eq!(all.len(), 2 * credentials.len());
    assert_eq!(ids(&demo).len() as u64, kept(&demo), "every credential of the register has its files, once");
}

/// A college has its credentials sealed by another body: two prove the mandate, one only says so.
#[test]
fn a_proven_mandate_and_one_that_is_only_said() {
    let place = folder();
    let demo = demo(place.path());
    let college = |jsonld: &[u8]| String::from_utf8_lossy(jsonld).contains("NTRCZ-99900041");
    let mut proofs = Vec::new();
    for (path, jsonld) in credentials(&demo.join("issued")) {
        if !college(&jsonld) {
            continue;
        }
        for file in [path.clone(), path.with_extension("pdf")] {
            let file = file.to_str().unwrap().to_owned();
            let told =
                run(&demo, ["verify", "--offline", "--evidence", "revocation", "--json", &file]).expect(2).json();
            let sealing = &told["sealings"][0];
            assert_eq!(sealing["sealer_kind"], "legal_person");
            let findings = told["groups"][1]["findings"].as_array().unwrap();
            let awarding = findings.iter().find(|finding| finding["code"] == "seal.awarding-body").unwrap();
            let proof = sealing["awarded_by"][0]["proof"].as_str().unwrap().to_owned();
            assert_eq!(awarding["outcome"], if proof == "statement" { "holds" } else { "cannot_tell" }, "{awarding}");
            proofs.push(proof);
        }
    }
    proofs.sort();
    assert_eq!(proofs, ["claimed", "claimed", "statement", "statement", "statement", "statement"]);
}

#[test]
fn a_second_run_finds_everything_and_changes_nothing() {
    let place = folder();
    let demo = demo(place.path());
    let (before, count) = (files(&demo.join("issued")), kept(&demo));
    again(place.path(), &[]).expect(0);
    let after = files(&demo.join("issued"));
    assert!(before.keys().eq(after.keys()), "no file more, none less");
    assert!(before == after, "byte for byte");
    assert_eq!(kept(&demo), count);
}

#[test]
fn making_without_serving_needs_no_port_and_claims_none() {
    let place = folder();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    for language in ["en", "cs"] {
        let args = ["demo", "--no-serve", "--listen", &address, "--lang", language];
        let told = run(place.path(), args).expect(0).out;
        assert!(!told.contains("Ctrl+C"), "{told}");
        assert!(told.contains(if language == "en" { "not running" } else { "neběží" }), "{told}");
        assert!(told.contains("/catalogue") && told.contains("/verify"), "{told}");
    }
    let ended = run(place.path(), ["demo"]).expect(69);
    ended.complains("another program is using it");
}

/// What stands between the example's line and the next empty one is a command for a shell.
fn shell(place: &Path, line: &str) -> std::process::Output {
    let folder = Path::new(env!("CARGO_BIN_EXE_signet")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(place).env_clear().env("PATH", path).env("LC_ALL", "C.UTF-8");
    command.output().unwrap()
}

#[test]
fn the_example_holds_while_it_is_served_under_the_root_it_names_and_says_that_it_is_a_test_seal() {
    let place = folder();
    let server = Server::demo(place.path());
    let told = again(place.path(), &[]).expect(0).json();
    let example = told["example"].as_str().unwrap();
    let ended = shell(place.path(), example);
    let out = String::from_utf8(ended.stdout).unwrap();
    assert_eq!(ended.status.code(), Some(0), "{out}");
    assert!(out.starts_with("VALID.") && out.contains("the file is a TEST and proves nothing"), "{out}");
    // Named by nobody, the root makes nothing hold; nor does it for a stranger's JSON unsaid.
    let (config, file) = (place.path().join("demo/signet.toml"), example.split('\'').nth(1).unwrap());
    let plain = ["verify".as_ref(), "--config".as_ref(), config.as_os_str(), Path::new(file).as_os_str()];
    assert!(run(place.path(), plain).expect(2).out.starts_with("TEST."));
    let json = shell(place.path(), &format!("{example} --json"));
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["test_named_as_real"], true);
    assert_eq!(server.stop(), Some(0));
    assert_eq!(shell(place.path(), example).status.code(), Some(2), "nobody tells of revocation any more");
}

#[test]
fn fresh_begins_anew() {
    let place = folder();
    let demo = demo(place.path());
    let (ids_before, root_before) = (ids(&demo), fs::read(demo.join("seals/root.pem")).unwrap());
    let count = kept(&demo);
    again(place.path(), &["--fresh", "--listen", &free_address()]).expect(0);
    assert!(ids(&demo).is_disjoint(&ids_before));
    assert_ne!(fs::read(demo.join("seals/root.pem")).unwrap(), root_before);
    assert_eq!(kept(&demo), count);
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let place = folder();
    let demo = place.path().join("demo");
    fs::create_dir(&demo).unwrap();
    fs::write(demo.join("thesis.txt"), "years of work").unwrap();
    for more in [&[][..], &["--fresh"]] {
        let ended = again(place.path(), more).expect(64);
        ended.complains("contains something else");
        assert!(ended.out.is_empty());
        assert_eq!(files(&demo).len(), 1);
        assert_eq!(fs::read(demo.join("thesis.txt")).unwrap(), b"years of work");
    }
}

#[test]
fn one_credential_is_revoked_one_replaced_and_all_others_are_sound_test_seals() {
    let place = folder();
    let server = Server::demo(place.path());
    let (mut sound, mut revoked, mut superseded) = (0, 0, 0);
    for path in credentials(&server.folder.join("issued")).into_keys() {
        let ended = run(&server.folder, ["verify".as_ref(), "--json".as_ref(), path.as_os_str()]);
        let report = ended.json();
        assert_eq!(report["test"], true);
        let groups = report["groups"].as_array().unwrap();
        assert_eq!(groups[0]["outcome"], "holds", "{}", groups[0]);
        // Nothing to remark on either: no warning, no note, and every item that Annex I demands.
        let mut told = groups[0]["findings"].as_array().unwrap().iter();
        assert!(told.all(|one| one["outcome"] == "holds"), "{}", groups[0]);
        assert_eq!(report["completeness"]["mandatory"], serde_json::json!({"present": 11, "total": 11}));
        assert_eq!(groups[1]["outcome"], "cannot_tell", "a test seal proves nothing");
        let status = groups[2]["findings"].as_array().unwrap().iter().find(|one| one["code"] == "validity.status");
        let status = &status.unwrap()["evidence"]["status"];
        match (ended.code, status.as_str()) {
            (2, None) | (2, Some("valid")) => sound += 1,
            (1, Some("revoked")) => revoked += 1,
            (1, Some("superseded")) => superseded += 1,
            (code, other) => panic!("{code} {other:?}"),
        }
    }
    assert_eq!((revoked, superseded), (1, 1));
    assert!(sound >= 40, "{sound}");
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn fsck_names_the_credential_whose_artefact_was_changed() {
    let place = folder();
    let demo = demo(place.path());
    run(&demo, ["fsck"]).expect(0);
    let (name, issued) = credentials(&demo.join("issued")).pop_first().unwrap();
    for artefact in [issued.clone(), fs::read(name.with_extension("pdf")).unwrap()] {
        let kept = files(&demo.join("artefacts"));
        let path = kept.iter().find(|(_, bytes)| **bytes == artefact).expect("what was issued is kept").0;
        let mut changed = artefact.clone();
        changed[artefact.len() / 2] ^= 1;
        fs::write(path, &changed).unwrap();
        let damage = run(&demo, ["fsck", "--json"]).expect(1).json()["damage"].clone();
        assert_eq!(damage.as_array().unwrap().len(), 1, "{damage}");
        assert_eq!(damage[0]["credential"], id(&issued));
        assert!(run(&demo, ["fsck"]).expect(1).out.contains(&id(&issued)));
        fs::write(path, &artefact).unwrap();
        run(&demo, ["fsck"]).expect(0);
    }
}
