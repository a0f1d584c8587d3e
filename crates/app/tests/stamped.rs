//! With a time-stamping authority: seals are B-T, the stamp is proven, and judges that share no code with us agree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// What `cargo xtask test` lends.
fn lent(name: &str) -> Option<String> {
    let value = env::var(name).ok();
    if value.is_none() {
        println!("skipped: {name} is not set; `cargo xtask test` starts the time-stamping authority");
    }
    value
}

fn signet(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signet")).current_dir(folder).args(args).output().expect("signet starts")
}

fn succeed(folder: &Path, args: &[&str]) -> String {
    let output = signet(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A demonstration's university whose seal asks an authority for stamps.
fn stamping_house(folder: &Path, authority: &str, pki: &Path) -> PathBuf {
    succeed(folder, &["demo", "--folder", "demo", "--no-serve", "--json", "--listen", "127.0.0.1:0"]);
    let demo = folder.join("demo");
    let roots = ["root.cert.pem"].map(|name| fs::read_to_string(pki.join(name)).unwrap()).concat();
    let anchors = folder.join("anchors.pem");
    fs::write(&anchors, fs::read_to_string(demo.join("seals/root.pem")).unwrap() + &roots).unwrap();
    let settings = format!(
        "[store]\ndatabase = \"sqlite:stamped.db\"\nartefacts = \"stamped\"\nlink_key = \"stamped.key\"\n\n\
         [[seal]]\nkey = \"demo/seals/horni-dolni.key.pem\"\nchain = \"demo/seals/horni-dolni.chain.pem\"\n\
         stamps = \"{authority}\"\nlevel = \"B-T\"\ntest = true\n\n\
         [trust]\nlists = \"none\"\nanchors = [\"anchors.pem\"]\n\n[outbound]\nreach = \"loopback\"\n\n[log]\nfilter = \"error\"\n"
    );
    fs::write(folder.join("signet.toml"), settings).unwrap();
    succeed(folder, &["import", "demo/data/institutions/horni-dolni.toml"]);
    anchors
}

const UNIT: &str = "demo/data/horni-dolni/units/personal-data.toml";
const RESULTS: &str = "demo/data/horni-dolni/results/personal-data.csv";

fn issued(folder: &Path, kind: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("issued")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == kind)).collect();
    files.sort();
    files
}

#[test]
fn seals_carry_a_proven_time() {
    let (Some(authority), Some(pki)) = (lent("SIGNET_TEST_TSA"), lent("SIGNET_TEST_PKI")) else { return };
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    let anchors = stamping_house(folder, &authority, Path::new(&pki));
    succeed(folder, &["issue", "--unit", UNIT, "--results", RESULTS]);
    let files: Vec<_> = issued(folder, "jsonld").into_iter().chain(issued(folder, "pdf")).collect();
    assert!(files.len() >= 6, "{}", files.len());
    for file in &files {
        let output = signet(folder, &["verify", file.to_str().unwrap(), "--offline", "--json", "--lang", "en"]);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["groups"][1]["outcome"], "holds", "{report:#}");
        for sealing in report["sealings"].as_array().unwrap() {
            assert_eq!(sealing["level"], "B-T", "{report:#}");
            assert!(sealing["proven"].is_string(), "{report:#}");
        }
    }
    judged_by_pyhanko(folder, &anchors);
}

/// The same PDFs before pyHanko, stamps included.
fn judged_by_pyhanko(folder: &Path, anchors: &Path) {
    let Some(python) = lent("SIGNET_PYTHON") else { return };
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/../../interop/python/judge_pdf.py");
    let output =
        Command::new(python).arg(judge).arg("--trust").arg(anchors).args(issued(folder, "pdf")).output().unwrap();
    let verdict = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && verdict.contains("ok "), "{verdict}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn without_a_stamp_nothing_is_sealed() {
    let Some(pki) = lent("SIGNET_TEST_PKI") else { return };
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    // Nobody listens at the discard port.
    stamping_house(folder, "http://127.0.0.1:9/tsa", Path::new(&pki));
    let output = signet(folder, &["issue", "--unit", UNIT, "--results", RESULTS, "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("waits for its seal"), "{told}");
    assert!(issued(folder, "jsonld").is_empty());
    let doctor = signet(folder, &["doctor", "--lang", "en"]);
    assert_eq!(doctor.status.code(), Some(1), "{}", String::from_utf8_lossy(&doctor.stdout));
}
