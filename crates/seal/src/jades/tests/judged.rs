//! Reference seals and what is expected of them without looking at revocation.
//!
//! The files were made by another implementation; `jades.tsv` beside them says what each is.

use crate::Outcome::{self, CannotTell, Fails, Holds};
use crate::jades::{judge, read};
use crate::{Anchors, Level, SealCheck, SealReport};
use jiff::Timestamp;
use std::path::PathBuf;

fn shared() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = PathBuf::from(option_env!("SIGNET_SHARED").unwrap_or(default)).join("reference");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no reference material");
    None
}

fn judged(file: &[u8], anchors: &Anchors) -> SealReport {
    let at: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    judge(&read(file).unwrap(), anchors, at)
}
#[test]
fn dump() {
    let Some(folder) = shared() else { return };
    let anchors = Anchors::from_pem(&std::fs::read(folder.join("seals/certs/root.cert.pem")).unwrap()).unwrap();
    for e in std::fs::read_dir(folder.join("seals/jades")).unwrap() {
        let p = e.unwrap().path();
        if p.extension().unwrap() != "jsonld" { continue }
        let b = std::fs::read(&p).unwrap();
        if read(&b).is_err() { println!("{} {:?}", p.display(), read(&b).err()); continue }
        let t = std::time::Instant::now();
        let r = judged(&b, &anchors);
        let el = t.elapsed();
        println!("{} {:?} {:?} {:?} best {:?} {:?}", p.file_name().unwrap().display(), r.outcome(), r.indication().map(|i| i.name()), r.level, r.best_time.is_some(), el);
        for f in r.findings.iter().filter(|f| f.outcome != Holds && f.check != SealCheck::Revocation && f.check != SealCheck::Qualification) { println!("     {:?} {:?} {:?} {:?}", f.check, f.outcome, f.indication.map(|i| i.name()), f.evidence); }
    }
    for n in ["Sample-CertOfPart-signed", "Sample-MC-Annex1-signed"] {
        let b = std::fs::read(folder.join("elm").join(format!("{n}.jsonld"))).unwrap();
        let r = judged(&b, &anchors);
        println!("{n} {:?} {:?} {:?} best {:?}", r.outcome(), r.indication().map(|i| i.name()), r.level, r.best_time);
        for f in r.findings.iter() { println!("     {:?} {:?} {:?} {:?}", f.check, f.outcome, f.indication.map(|i| i.name()), f.evidence); }
    }
    for e in std::fs::read_dir(folder.join("seals/pades")).unwrap() {
        let p = e.unwrap().path();
        let b = std::fs::read(&p).unwrap();
        let at: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let t = std::time::Instant::now();
        let rs = crate::pades::judge(&b, &anchors, at).unwrap();
        let el = t.elapsed();
        for r in rs {
        println!("{} {:?} {:?} {:?} best {:?} {:?}", p.file_name().unwrap().display(), r.outcome(), r.indication().map(|i| i.name()), r.level, r.best_time, el);
        for f in r.findings.iter().filter(|f| f.outcome != Holds && f.check != SealCheck::Revocation && f.check != SealCheck::Qualification) { println!("     {:?} {:?} {:?} {:?}", f.check, f.outcome, f.indication.map(|i| i.name()), f.evidence); }
        }
    }
}
