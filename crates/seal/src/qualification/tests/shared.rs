//! The reference lists: every verdict as written down beside them. Skipped where the reference is not at hand.

use crate::certificate::Certificate;
use crate::pki::{at, shared};
use crate::qualification::{LoadedList, Standing, TrustServices, Unusable};
use crate::trusted_list::{ListOfLists, Pointer, Signers, follow, pivots};
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};

/// When the seals of the reference were made.
const SEALED: &str = "2026-11-23T00:00:00Z";

fn folder() -> Option<PathBuf> {
    let folder = shared();
    if folder.is_none() {
        eprintln!("skipped: the reference material is not at hand");
    }
    folder
}

fn certificate(folder: &Path, name: &str) -> Certificate {
    let pem = fs::read(folder.join(name)).unwrap();
    Certificate::all_from_pem(&pem).unwrap().remove(0)
}

/// The list of lists, and its pointer to the list of the reference.
fn lotl(folder: &Path) -> (ListOfLists, Pointer) {
    let lists = folder.join("trusted-lists");
    let bytes = fs::read(lists.join("eu-lotl.xml")).unwrap();
    let signers = Signers::certificates(&[certificate(&lists, "lotl-signer.cert.pem")]);
    assert!(pivots(&bytes).unwrap().is_empty());
    let lotl = follow(&signers, &[], &bytes).unwrap();
    let pointer = lotl.national().find(|pointer| pointer.territory == "CZ").unwrap().clone();
    (lotl, pointer)
}

fn services(folder: &Path, file: &str) -> TrustServices {
    let (lotl, pointer) = lotl(folder);
    let bytes = fs::read(folder.join("trusted-lists").join(file)).unwrap();
    let held = |territory: &str, list| LoadedList {
        territory: territory.to_owned(),
        location: String::new(),
        fetched: None,
        list,
        trouble: None,
    };
    let list = pointer.accept(&bytes).map_err(Unusable::Rejected);
    TrustServices::new(held("EU", Ok(lotl.list)), vec![held("CZ", list)])
}

#[test]
fn every_expected_verdict_is_given() {
    let Some(folder) = folder() else { return };
    let issuing = certificate(&folder, "certs/issuing.cert.pem");
    let expected = fs::read_to_string(folder.join("trusted-lists/expected.tsv")).unwrap();
    let mut told = 0;
    for line in expected.lines() {
        let [file, name, verdict] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let services = services(&folder, file);
        if verdict == "list rejected" {
            assert_eq!(services.lists()[0].standing(at(SEALED)), Standing::Rejected, "{line}");
        } else {
            let signer = certificate(&folder, &format!("certs/{name}.cert.pem"));
            let seal = services.qualify_seal(&[signer, issuing.clone()], at(SEALED), at(SEALED));
            assert_eq!(seal.class.name(), verdict, "{line}: {seal:#?}");
        }
        told += 1;
    }
    assert_eq!(told, 29, "27 verdicts and 2 rejected lists");
}

#[test]
fn an_overdue_list_is_used_and_told() {
    let Some(folder) = folder() else { return };
    let services = services(&folder, "tl-expired.xml");
    let overdue: Timestamp = at("2026-06-01T00:00:00Z");
    assert_eq!(services.lists()[0].standing(at(SEALED)), Standing::Stale(overdue));
    let chain = [certificate(&folder, "certs/seal-rsa.cert.pem"), certificate(&folder, "certs/issuing.cert.pem")];
    assert_eq!(services.qualify_seal(&chain, at(SEALED), at(SEALED)).stale_since(), Some(overdue));
    assert_eq!(services.qualify_seal(&chain, at(SEALED), at("2026-05-01T00:00:00Z")).stale_since(), None);
}

#[test]
fn stamps_are_qualified_where_the_list_says_so() {
    let Some(folder) = folder() else { return };
    let chain = [certificate(&folder, "certs/tsa.cert.pem"), certificate(&folder, "certs/tsa-ca.cert.pem")];
    let stamp = |file| services(&folder, file).qualify_stamp(&chain, at(SEALED), at(SEALED));
    assert!(stamp("tl-granted.xml").qualified);
    assert!(!stamp("tl-no-qtst.xml").qualified);
}

#[test]
fn anchors_are_apart_by_use() {
    let Some(folder) = folder() else { return };
    let services = services(&folder, "tl-granted.xml");
    assert_eq!(services.seal_anchors().certificates(), [certificate(&folder, "certs/issuing.cert.pem")]);
    assert!(services.stamp_anchors().contains(&certificate(&folder, "certs/tsa.cert.pem")));
}
