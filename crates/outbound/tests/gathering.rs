//! What a seal lacks is fetched where its certificates say, in rounds, and only within reach.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, routing::get};
use jiff::Timestamp;
use signet_outbound::{EvidenceFetcher, HttpClient, HttpLimits, Reach};
use signet_seal::{Anchors, SealCheck, SealKey, pades};
use signet_testing::{Entity, certificate};
use signet_verify::{Check, Evidence, Finding, Outcome, Trust};

/// A root that is trusted, an authority below it that only an address tells of, and a PDF sealed below that.
struct Scene {
    anchors: Anchors,
    pdf: Vec<u8>,
    asked: Arc<AtomicUsize>,
}

async fn scene() -> Scene {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let address = |path: &str| format!("{base}/{path}");
    let long = |params| certificate::valid(params, (2020, 1, 1), (2060, 1, 1));
    let root = Entity::root(long(certificate::authority("Kořen", None)));
    let middle = certificate::with_list_at(certificate::authority("Mezilehlá", None), &address("root.crl"));
    let middle = root.issue(long(middle));
    let seal = certificate::with_list_at(certificate::seal("Pečeť"), &address("middle.crl"));
    let seal = middle.issue(long(certificate::with_issuer_at(seal, &address("middle.crt"))));
    let list = |of: &Entity| of.revocation_list((2026, 1, 1), (2059, 1, 1), &[]);

    let asked = Arc::new(AtomicUsize::new(0));
    let serve = |bytes: Vec<u8>| {
        let asked = Arc::clone(&asked);
        get(move || {
            asked.fetch_add(1, Ordering::Relaxed);
            std::future::ready(bytes.clone())
        })
    };
    let app = Router::new()
        .route("/middle.crt", serve(middle.der.clone()))
        .route("/root.crl", serve(list(&root)))
        .route("/middle.crl", serve(list(&middle)));
    tokio::spawn(async move { axum::serve(listener, app).await });

    let key = SealKey::from_pem(seal.key_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap();
    let anchors = Anchors::from_pem(root.pem().as_bytes()).unwrap();
    Scene { anchors, pdf: sealed(&key), asked }
}

/// The smallest PDF with one page, sealed.
fn sealed(key: &SealKey) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 4\n0000000000 65535 f\r\n".to_owned();
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    ];
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n\r\n", pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = pdf.len();
    pdf.extend(format!("{table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    let label = pades::SealLabel::default();
    let unsealed = pades::prepare(&pdf, key.chain(), key.algorithm(), Timestamp::now(), &label).unwrap();
    let signature = key.sign(unsealed.signing_input()).unwrap();
    unsealed.finish(&signature).unwrap().into_pdf().unwrap()
}

async fn gathered(scene: &Scene, reach: Reach) -> (Evidence, Finding, Finding) {
    let http_client =
        HttpClient::new(reach, HttpLimits { time: Duration::from_secs(2), ..HttpLimits::default() }).unwrap();
    let trust = Trust::in_roots(scene.anchors.clone(), Anchors::default());
    let fetcher = EvidenceFetcher::new(http_client, Arc::new(trust));
    let artefact = Arc::new(signet_verify::read(scene.pdf.clone()).unwrap());
    let now = Timestamp::now();
    let evidence = fetcher.gather(&artefact, now).await;
    let report = signet_verify::judge(&artefact, &evidence, now);
    let finding = |check| {
        report.findings().find(|finding| finding.check() == Check::Seal(check)).cloned().expect("every check is told")
    };
    (evidence, finding(SealCheck::Chain), finding(SealCheck::Revocation))
}

#[tokio::test]
async fn an_issuer_is_found_and_then_both_lists() {
    let scene = scene().await;
    let (evidence, chain, revocation) = gathered(&scene, Reach::Loopback).await;
    assert_eq!((evidence.seals.certificates.len(), evidence.seals.crls.len()), (1, 2));
    assert_eq!((chain.outcome, revocation.outcome), (Outcome::Holds, Outcome::Holds));
    assert!(revocation.evidence().contains(&("origin", "fetched".to_owned())));
    assert_eq!(scene.asked.load(Ordering::Relaxed), 3, "nothing is asked twice");
}

#[tokio::test]
async fn addresses_in_certificates_lead_nowhere_inside() {
    let scene = scene().await;
    let (evidence, chain, revocation) = gathered(&scene, Reach::Public).await;
    assert!(evidence.seals.is_empty());
    assert_eq!((chain.outcome, revocation.outcome), (Outcome::CannotTell, Outcome::CannotTell));
    assert_eq!(scene.asked.load(Ordering::Relaxed), 0);
}
