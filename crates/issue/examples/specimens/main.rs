//! Makes seals of every level, algorithm and age for judges that are not ours: `specimens all FOLDER`. Or those whose verification is
//! timed: `specimens race FOLDER`. Or only what is sealed, unsealed, for others to seal: `specimens plain FOLDER`. Or only as many as
//! it takes to know how long making them takes: `specimens pace COUNT`.
//!
//! The authority of the tests serves it: its address is in `SIGNET_TEST_AUTHORITY`, what it issued in `SIGNET_TEST_PKI`.
//! `cargo xtask interop` starts both, and puts what stands in `manifest.jsonl` afterwards before the judges.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod authority;
mod flip;
mod manifest;
mod pace;
mod seal;
mod story;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use signet_document::{DocumentInput, Renderer};
use signet_record::{Language, specimen};
use signet_seal::Algorithm;

use crate::authority::Authority;
use crate::manifest::{Manifest, Specimen};
use crate::seal::{Form, Level, Maker};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, how] = arguments.as_slice() else {
        panic!("usage: specimens all FOLDER | plain FOLDER | race FOLDER | pace COUNT")
    };
    // Files that are timed have the size that is usual elsewhere: one picture of a page instead of two.
    let languages = if what == "race" { &Language::ALL[..1] } else { &Language::ALL[..] };
    let (payload, pdf) = documents(languages);
    if what == "plain" {
        return plain(Path::new(how), &payload, &pdf);
    }
    let authority = Authority::of_tests();
    let maker = Maker { authority: &authority, payload: &payload, pdf: &pdf };
    match what.as_str() {
        "all" => {
            let mut manifest = Manifest::new(PathBuf::from(how));
            levels(&maker, &mut manifest).await;
            parts(&maker, &mut manifest).await;
            story::tell(&maker, &mut manifest).await;
        }
        "race" => race(&maker, &mut Manifest::new(PathBuf::from(how))).await,
        "pace" => pace::tell(&maker, how.parse().expect("a count")).await,
        other => panic!("{other}: not something to make"),
    }
}

/// What is sealed: the credential and the certificate.
fn plain(folder: &Path, payload: &str, pdf: &[u8]) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("payload.json"), payload).unwrap();
    fs::write(folder.join("plain.pdf"), pdf).unwrap();
}

/// Archived files of both formats: with curves throughout, and sealed and stamped with RSA.
async fn race(maker: &Maker<'_>, manifest: &mut Manifest) {
    for form in [Form::SigT, Form::Pdf] {
        for (name, (algorithm, key), unit) in [("curve", KEYS[0], UNIT), ("rsa", KEYS[2], "tsa")] {
            let key = maker.authority.key(key, algorithm);
            let level = Level::Lta;
            let bytes = maker.make(form, &key, level, &[Timestamp::now()], unit).await;
            let file = format!("{}-{name}", if form == Form::Pdf { "pades" } else { "jades" });
            manifest.put(&file, &bytes, &Specimen { form, level, algorithm, purpose: "race", about: "" });
        }
    }
}

/// Every form at every level with every algorithm, made now.
async fn levels(maker: &Maker<'_>, manifest: &mut Manifest) {
    for form in Form::ALL {
        for (algorithm, key) in KEYS {
            let key = maker.authority.key(key, algorithm);
            for level in Level::ALL {
                let bytes = maker.make(form, &key, level, &[Timestamp::now()], UNIT).await;
                let file = format!("{}-{}-{}", form.label(), algorithm.jose(), level.label());
                manifest.put(&file, &bytes, &Specimen { form, level, algorithm, purpose: "level", about: "" });
            }
        }
    }
}

/// One B-LTA file of each form, with one bit of one part flipped.
async fn parts(maker: &Maker<'_>, manifest: &mut Manifest) {
    for form in Form::ALL {
        let (algorithm, key) = KEYS[0];
        let key = maker.authority.key(key, algorithm);
        let bytes = maker.make(form, &key, Level::Lta, &[Timestamp::now()], UNIT).await;
        for (about, flipped) in flip::each_part(form, &bytes) {
            let file = format!("{}-flipped-{about}", form.label());
            manifest.put(&file, &flipped, &Specimen { form, level: Level::Lta, algorithm, purpose: "part", about });
        }
    }
}

/// Stamps what has no story; the units with RSA keys take ten times as long.
const UNIT: &str = "tsa-ec";

/// Each algorithm with a key of the authority that makes it.
const KEYS: [(Algorithm, &str); 4] = [
    (Algorithm::Es256, "seal-ec"),
    (Algorithm::Es384, "seal-384"),
    (Algorithm::Ps256, "seal-rsa"),
    (Algorithm::Rs256, "seal-rsa"),
];

/// The specimen award as a credential with a picture of its page for each language, and as a certificate that carries it.
fn documents(languages: &[Language]) -> (String, Vec<u8>) {
    let award = specimen::award().unwrap();
    let identity = authority::identity();
    let issued = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
    let sheet = DocumentInput {
        award: &award,
        issued,
        sealed_by: identity.legal_name.clone(),
        time_stamped: true,
        test: true,
        link: "https://signet.example/c/AAAAAAAAAAAAAAAAAAAAAA",
        record: None,
    };
    let proof = Renderer::new().lay_out(&sheet).unwrap();
    let jpeg = proof.picture().unwrap();
    let picture = |language: &Language| signet_credential::Picture { language: *language, jpeg: jpeg.clone() };
    let pictures: Vec<_> = languages.iter().map(picture).collect();
    let payload = signet_credential::compose(&award, &identity, &pictures, issued, None).unwrap();
    let pdf = proof.certificate(payload.as_bytes(), "specimen.jsonld").unwrap();
    (payload, pdf)
}
