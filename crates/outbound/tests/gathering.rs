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
use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, CrlDistributionPoint, CustomExtension,
    DnType, IsCa, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose, SerialNumber, date_time_ymd,
};
use signet_outbound::{EvidenceFetcher, HttpClient, Limits, Reach};
use signet_seal::{Anchors, SealCheck, SealKey, asn1, pades};
use signet_verify::{Check, Evidence, Finding, Outcome, Trust};

/// A root that is trusted, an authority below it that only an address tells of, and a PDF sealed below that.
struct Scene {
    anchors: Anchors,
    pdf: Vec<u8>,
    asked: Arc<AtomicUsize>,
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = true;
    (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2060, 1, 1));
    params
}

/// `AuthorityInfoAccess` with one address of the issuer's certificate.
fn issued_at(address: &str) -> CustomExtension {
    let method = asn1::object_identifier(asn1::oid::ACCESS_CA_ISSUERS);
    let place = asn1::tlv(asn1::tag::context_primitive(6), &[address.as_bytes()]);
    let value = asn1::sequence(&[&asn1::sequence(&[&method, &place])]);
    CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], value)
}

fn list(of: &Issuer<'_, &KeyPair>) -> Vec<u8> {
    let params = CertificateRevocationListParams {
        this_update: date_time_ymd(2026, 1, 1),
        next_update: date_time_ymd(2059, 1, 1),
        crl_number: SerialNumber::from(1),
        issuing_distribution_point: None,
        revoked_certs: Vec::new(),
        key_identifier_method: KeyIdMethod::Sha256,
    };
    params.signed_by(of).unwrap().der().to_vec()
}

async fn scene() -> Scene {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let point = |name: &str| vec![CrlDistributionPoint { uris: vec![format!("{base}/{name}.crl")] }];

    let (root_key, middle_key, seal_key) =
        (KeyPair::generate().unwrap(), KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
    let root_params = authority("Kořen");
    let root = root_params.self_signed(&root_key).unwrap();
    let root_issuer = Issuer::from_params(&root_params, &root_key);
    let mut middle_params = authority("Mezilehlá");
    middle_params.crl_distribution_points = point("root");
    let middle = middle_params.signed_by(&middle_key, &root_issuer).unwrap();
    let middle_issuer = Issuer::from_params(&middle_params, &middle_key);
    let mut seal_params = CertificateParams::default();
    seal_params.distinguished_name.push(DnType::CommonName, "Pečeť");
    seal_params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    seal_params.crl_distribution_points = point("middle");
    seal_params.custom_extensions = vec![issued_at(&format!("{base}/middle.crt"))];
    (seal_params.not_before, seal_params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2060, 1, 1));
    let seal = seal_params.signed_by(&seal_key, &middle_issuer).unwrap();

    let asked = Arc::new(AtomicUsize::new(0));
    let serve = |bytes: Vec<u8>| {
        let asked = Arc::clone(&asked);
        get(move || {
            asked.fetch_add(1, Ordering::Relaxed);
            std::future::ready(bytes.clone())
        })
    };
    let app = Router::new()
        .route("/middle.crt", serve(middle.der().to_vec()))
        .route("/root.crl", serve(list(&root_issuer)))
        .route("/middle.crl", serve(list(&middle_issuer)));
    tokio::spawn(async move { axum::serve(listener, app).await });

    let key = SealKey::from_pem(seal_key.serialize_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap();
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
    let label = pades::Label::default();
    let unsealed = pades::prepare(&pdf, key.chain(), key.algorithm(), Timestamp::now(), &label).unwrap();
    let signature = key.sign(unsealed.signing_input()).unwrap();
    unsealed.finish(&signature).unwrap().into_pdf().unwrap()
}

async fn gathered(scene: &Scene, reach: Reach) -> (Evidence, Finding, Finding) {
    let http_client = HttpClient::new(reach, Limits { time: Duration::from_secs(2), ..Limits::default() }).unwrap();
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
