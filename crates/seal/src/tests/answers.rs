//! What authorities say of one certificate: which answers count, and what they say.

use crate::asn1::{self, oid};
use crate::pki::answer::{List, Response, UNKNOWN, time};
use crate::pki::{self, Entity, at};
use crate::revocation::{CertStatus, Crl, CrlReason, RevocationAnswer, Unanswered};
use crate::validation::{Material, Proofs, Subject, judge_certificate};
use crate::{Anchors, Basis, CertificatePurpose, Indication, Outcome, SealCheck, SealFinding, ValidationData};
use signet_testing::rcgen;
use std::sync::LazyLock;

/// When everything is said and judged.
const NOW: &str = "2026-06-01T12:00:00Z";

struct Office {
    root: Entity,
    issuing: Entity,
    /// The same name with another key.
    namesake: Entity,
    seal: Entity,
    responder: Entity,
    /// Its issuer wants to be asked about it.
    asked_about: Entity,
    /// Its certificate ended on the last day of 2025.
    expired: Entity,
    /// The certificate is the issuer's, but not one for answering.
    no_responder: Entity,
    /// Certified by somebody else.
    foreign: Entity,
    anchors: Anchors,
}

static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let root = Entity::root(pki::authority("Root", None));
    let issuing = root.issue(pki::authority("Issuing", Some(0)));
    let namesake = root.issue(pki::authority("Issuing", Some(0)));
    let seal = issuing.issue(pki::pointing(pki::seal("Seal"), "issuing.example"));
    let responder = issuing.issue(pki::responder("Responder", true));
    let asked_about = issuing.issue(pki::responder("Asked about", false));
    let mut ended = pki::responder("Expired", true);
    ended.not_after = rcgen::date_time_ymd(2025, 12, 31);
    let expired = issuing.issue(ended);
    let no_responder = issuing.issue(pki::seal("No responder"));
    let foreign = root.issue(pki::responder("Foreign", true));
    let anchors = Anchors::new(vec![root.certificate.clone()]);
    Office { root, issuing, namesake, seal, responder, asked_about, expired, no_responder, foreign, anchors }
});

fn good() -> Response<'static> {
    Response::good(&OFFICE.issuing, &OFFICE.seal.certificate, NOW)
}

fn list() -> List<'static> {
    List::empty(&OFFICE.issuing, NOW)
}

fn of_response(response: &Response<'_>) -> Result<CertStatus, Unanswered> {
    response.read().answer(&OFFICE.seal.certificate, &OFFICE.issuing.certificate).map(|answer| answer.status)
}

fn of_list(list: &List<'_>) -> Result<CertStatus, Unanswered> {
    list.read().answer(&OFFICE.seal.certificate, &OFFICE.issuing.certificate).map(|answer| answer.status)
}

#[test]
fn a_response_counts_when_the_issuer_or_its_responder_signed_it() {
    let office = &*OFFICE;
    let by = |responder| good().by(responder);
    let without = Response { brings: Vec::new(), ..by(&office.responder) };
    let by_key = |response| Response { by_key: true, ..response };
    let claims_responder = Response { brings: vec![&office.responder], ..good() };
    let brings_many = Response { brings: vec![&office.foreign, &office.responder], ..by(&office.responder) };
    let cases = [
        ("the issuer itself", good(), Ok(CertStatus::Good)),
        ("the issuer itself, named by its key", by_key(good()), Ok(CertStatus::Good)),
        ("its responder", by(&office.responder), Ok(CertStatus::Good)),
        ("its responder, named by its key", by_key(by(&office.responder)), Ok(CertStatus::Good)),
        ("its responder behind another certificate", brings_many, Ok(CertStatus::Good)),
        ("the issuer with a certificate it does not need", claims_responder, Ok(CertStatus::Good)),
        ("a responder whose certificate is missing", without, Err(Unanswered::NotSigned)),
        ("the issuer's, but no responder", by(&office.no_responder), Err(Unanswered::NotSigned)),
        ("a responder of somebody else", by(&office.foreign), Err(Unanswered::NotSigned)),
        ("a responder that had expired", by(&office.expired), Err(Unanswered::NotSigned)),
        ("a namesake of the issuer", Response { signer: &office.namesake, ..good() }, Err(Unanswered::NotSigned)),
        ("an unknown critical extension", Response { critical: true, ..good() }, Err(Unanswered::NotUnderstood)),
        (
            "about another certificate",
            Response::good(&office.issuing, &office.responder.certificate, NOW),
            Err(Unanswered::Elsewhere),
        ),
        (
            "about a namesake's certificate",
            Response::good(&office.namesake, &office.seal.certificate, NOW),
            Err(Unanswered::Elsewhere),
        ),
        ("unknown", Response { status: CertStatus::Unknown, ..good() }, Ok(CertStatus::Unknown)),
        (
            "revoked",
            good().revoked("2026-01-01T00:00:00Z", CrlReason(4)),
            Ok(CertStatus::Revoked { at: at("2026-01-01T00:00:00Z"), reason: CrlReason(4) }),
        ),
    ];
    for (what, response, expected) in cases {
        assert_eq!(of_response(&response), expected, "{what}");
    }
    let refused = Response { refused: 3, ..good() }.der();
    assert_eq!(
        crate::revocation::OcspResponse::from_der(&refused).err(),
        Some(crate::revocation::RevocationError::Refused(3))
    );
}

#[test]
fn finding_it_out_once_is_enough_and_only_for_that_issuer() {
    let (seal, issuing, namesake) =
        (&OFFICE.seal.certificate, &OFFICE.issuing.certificate, &OFFICE.namesake.certificate);
    let (response, list) = (good().by(&OFFICE.responder).read(), list().read());
    assert!(!response.is_checked(issuing) && !list.is_checked(issuing));
    for _ in 0..2 {
        assert!(response.answer(seal, issuing).is_ok_and(|answer| answer.responder.is_some()));
        assert!(list.answer(seal, issuing).is_ok());
        assert!(response.is_checked(issuing) && list.is_checked(issuing));
        assert!(!response.is_checked(namesake) && !list.is_checked(namesake));
        assert!(response.answer(seal, namesake).is_err());
        assert_eq!(list.answer(seal, namesake).err(), Some(Unanswered::NotSigned));
    }
    assert!(seal.verify_signature(issuing.public_key()).is_ok());
    assert!(seal.verify_signature(namesake.public_key()).is_err());
    assert!(seal.is_found_signed_by(issuing.public_key()) && !seal.is_found_signed_by(namesake.public_key()));
}

/// `IssuingDistributionPoint` with these fields.
fn scoped(fields: &[Vec<u8>]) -> List<'static> {
    let value = asn1::sequence(&fields.iter().map(Vec::as_slice).collect::<Vec<_>>());
    list().with(oid::ISSUING_DISTRIBUTION_POINT, true, &value)
}

fn point(address: &str) -> Vec<u8> {
    let uri = asn1::context_primitive(6, address.as_bytes());
    asn1::context(0, &[&asn1::context(0, &[&uri])])
}

fn flag(n: u8) -> Vec<u8> {
    asn1::context_primitive(n, &[0xff])
}

#[test]
fn a_list_counts_when_the_issuer_signed_it_and_it_is_understood() {
    let office = &*OFFICE;
    let revoked = || list().revoking(&office.seal.certificate, "2026-01-01T00:00:00Z", CrlReason(1));
    let since = Ok(CertStatus::Revoked { at: at("2026-01-01T00:00:00Z"), reason: CrlReason(1) });
    let entry = |critical| List { entry: vec![pki::answer::extension(UNKNOWN, critical, &[])], ..revoked() };
    let cases = [
        ("empty", list(), Ok(CertStatus::Good)),
        ("revoked", revoked(), since),
        (
            "another revoked",
            list().revoking(&office.responder.certificate, "2026-01-01T00:00:00Z", CrlReason(1)),
            Ok(CertStatus::Good),
        ),
        ("signed by a namesake", List { signer: &office.namesake, ..list() }, Err(Unanswered::NotSigned)),
        ("signed by the seal", List { signer: &office.seal, ..list() }, Err(Unanswered::NotSigned)),
        (
            "of another issuer",
            List { issuer: &office.root, signer: &office.root, ..list() },
            Err(Unanswered::Elsewhere),
        ),
        ("an unknown extension", list().with(UNKNOWN, false, &[]), Ok(CertStatus::Good)),
        ("an unknown critical extension", list().with(UNKNOWN, true, &[]), Err(Unanswered::NotUnderstood)),
        ("an entry with an unknown extension", entry(false), since),
        ("an entry with an unknown critical extension", entry(true), Err(Unanswered::NotUnderstood)),
        ("a delta", list().with(oid::DELTA_CRL_INDICATOR, true, &asn1::integer(1)), Err(Unanswered::NotUnderstood)),
        ("for its own distribution point", scoped(&[point("http://issuing.example/list")]), Ok(CertStatus::Good)),
        (
            "for another distribution point",
            scoped(&[point("http://issuing.example/other")]),
            Err(Unanswered::Elsewhere),
        ),
        ("of users only", scoped(&[flag(1)]), Ok(CertStatus::Good)),
        ("of authorities only", scoped(&[flag(2)]), Err(Unanswered::Elsewhere)),
        ("of some reasons only", scoped(&[asn1::context_primitive(3, &[1, 2])]), Err(Unanswered::NotUnderstood)),
        ("indirect", scoped(&[flag(4)]), Err(Unanswered::NotUnderstood)),
        ("of attribute certificates only", scoped(&[flag(5)]), Err(Unanswered::NotUnderstood)),
    ];
    for (what, list, expected) in cases {
        assert_eq!(of_list(&list), expected, "{what}");
    }
    let of_authorities = List { issuer: &office.root, signer: &office.root, ..scoped(&[flag(2)]) }.read();
    let of_users = List { issuer: &office.root, signer: &office.root, ..scoped(&[flag(1)]) }.read();
    let (issuing, root) = (&office.issuing.certificate, &office.root.certificate);
    assert_eq!(of_authorities.answer(issuing, root).map(|answer| answer.status), Ok(CertStatus::Good));
    assert_eq!(of_users.answer(issuing, root).err(), Some(Unanswered::Elsewhere));
}

/// What is found of the seal's certificate, used at `made` and proved from then on, judged at `now` with this at hand.
fn found(made: &str, now: &str, said: ValidationData) -> (SealFinding, ValidationData, Vec<crate::Want>) {
    let root = List::empty(&OFFICE.root, now).read();
    let certificates = vec![OFFICE.issuing.certificate.clone()];
    let mut fetched = ValidationData { certificates, crls: vec![root], ocsps: Vec::new() };
    fetched.merge(said);
    let basis = Basis { fetched: &fetched, ..Basis::offline(&OFFICE.anchors, at(now)) };
    let proofs = Proofs::new(&basis, Material::default());
    let signer = &OFFICE.seal.certificate;
    let scheme = Some(crate::Algorithm::Es256.scheme());
    let (made, purpose) = (at(made), CertificatePurpose::Seal);
    let subject = Subject { signer, scheme, digest: None, made, proved: made, purpose };
    let judged = judge_certificate(&subject, &proofs);
    let finding = judged.findings.into_iter().find(|finding| finding.check() == SealCheck::Revocation).unwrap();
    let (relied, wants) = proofs.close();
    (finding, relied, wants)
}

fn told(made: &str, now: &str, said: ValidationData) -> (Option<Indication>, Option<String>) {
    let (finding, ..) = found(made, now, said);
    let reason = finding.evidence().into_iter().find(|(name, _)| *name == "reason").map(|(_, reason)| reason);
    assert_eq!(finding.outcome == Outcome::Holds, finding.indication.is_none());
    (finding.indication, reason)
}

fn response(response: &Response<'_>) -> ValidationData {
    ValidationData { ocsps: vec![response.read()], ..ValidationData::default() }
}

fn lists(lists: &[Crl]) -> ValidationData {
    ValidationData { crls: lists.to_vec(), ..ValidationData::default() }
}

#[test]
fn an_answer_must_be_fresh_for_when_the_seal_was_made() {
    let made = "2026-06-01T12:00:00Z";
    let said = |when: &str, next: Option<&str>| {
        let list = List { next: next.map(at), ..List::empty(&OFFICE.issuing, when) }.read();
        let ocsp = Response { next: next.map(at), ..Response::good(&OFFICE.issuing, &OFFICE.seal.certificate, when) };
        [told(made, "2026-07-01T00:00:00Z", lists(&[list])).0, told(made, "2026-07-01T00:00:00Z", response(&ocsp)).0]
    };
    let stale = Some(Indication::TryLater);
    assert_eq!(said("2026-06-01T12:00:00Z", None), [None; 2], "from just then");
    assert_eq!(said("2026-06-20T12:00:00Z", None), [None; 2], "from later");
    assert_eq!(said("2026-05-20T12:00:00Z", Some("2026-06-01T12:00:00Z")), [None; 2], "meant to hold until then");
    assert_eq!(said("2026-05-20T12:00:00Z", Some("2026-06-01T11:59:59Z")), [stale; 2], "no longer meant to hold");
    assert_eq!(said("2026-05-20T12:00:00Z", None), [stale; 2], "from before, without a word on how long");
    let future = Some(Indication::NoPoe);
    assert_eq!(said("2026-07-01T00:06:00Z", None), [future; 2], "from the future");
    assert_eq!(said("2026-07-01T00:04:00Z", None), [None; 2], "from a clock that is a little ahead");
}

#[test]
fn an_answer_from_after_the_end_tells_nothing_unless_the_past_is_kept() {
    let (made, now) = ("2028-06-01T12:00:00Z", "2029-06-01T12:00:00Z");
    let list = || List::empty(&OFFICE.issuing, now);
    let ocsp = || Response::good(&OFFICE.issuing, &OFFICE.seal.certificate, now);
    let dropped = (
        Some(Indication::CertificateChainGeneralFailure),
        Some("revocation data from after the certificate's end".to_owned()),
    );
    assert_eq!(told(made, now, lists(&[list().read()])), dropped);
    assert_eq!(told(made, now, response(&ocsp())), dropped);
    for (since, expected) in [("2028-12-31T00:00:00Z", None), ("2029-01-02T00:00:00Z", dropped.0)] {
        let keeping = list().with(oid::EXPIRED_CERTS_ON_CRL, false, &time(at(since))).read();
        assert_eq!(told(made, now, lists(&[keeping])).0, expected, "{since}");
        let cutoff = Response { told_since: Some(at(since)), ..ocsp() };
        assert_eq!(told(made, now, response(&cutoff)).0, expected, "{since}");
    }
    // That it is revoked was not forgotten.
    let revoked = list().revoking(&OFFICE.seal.certificate, "2028-01-01T00:00:00Z", CrlReason(1)).read();
    assert_eq!(told(made, now, lists(&[revoked])).0, Some(Indication::RevokedNoPoe));
}

#[test]
fn the_newest_word_counts_and_of_one_moment_the_worst() {
    let seal = &OFFICE.seal.certificate;
    let bad =
        |when: &str| List::empty(&OFFICE.issuing, when).revoking(seal, "2026-01-01T00:00:00Z", CrlReason(6)).read();
    let fine = |when: &str| List::empty(&OFFICE.issuing, when).read();
    let (early, late) = ("2026-06-01T12:00:00Z", "2026-06-02T12:00:00Z");
    let now = "2026-06-03T00:00:00Z";
    let cases = [
        (vec![bad(early), fine(late)], None, "a hold that was lifted"),
        (vec![fine(early), bad(late)], Some(Indication::TryLater), "held since"),
        (vec![fine(late), bad(late)], Some(Indication::TryLater), "two tongues"),
        (vec![bad(late), fine(late)], Some(Indication::TryLater), "two tongues, the other way about"),
    ];
    for (said, expected, what) in cases {
        assert_eq!(told(early, now, lists(&said)).0, expected, "{what}");
    }
    let unknown = Response { status: CertStatus::Unknown, ..Response::good(&OFFICE.issuing, seal, late) };
    let mut both = lists(&[fine(early)]);
    both.merge(response(&unknown));
    assert_eq!(told(early, now, both).0, Some(Indication::CertificateChainGeneralFailure), "nobody knows it any more");
}

#[test]
fn a_responder_without_exemption_must_not_be_revoked_itself() {
    let ocsp = || good().by(&OFFICE.asked_about);
    let about = &OFFICE.asked_about.certificate;
    let unusable = Some(Indication::CertificateChainGeneralFailure);
    assert_eq!(told(NOW, NOW, response(&ocsp())).0, unusable, "nothing is said of the responder");

    let with = |list: List<'_>| {
        let mut said = response(&ocsp());
        said.crls.push(list.read());
        told(NOW, NOW, said).0
    };
    // The list speaks of the seal as well, so it says the other thing of it: only the response can be relied on.
    let hold = list().revoking(&OFFICE.seal.certificate, "2026-01-01T00:00:00Z", CrlReason::HOLD);
    let earlier = |list: List<'static>| List { this: at("2026-06-01T11:00:00Z"), ..list };
    assert_eq!(with(earlier(hold.clone())), None, "the responder stands");
    let gone = earlier(hold.revoking(about, "2026-05-01T00:00:00Z", CrlReason(1)));
    assert_eq!(with(gone), Some(Indication::TryLater), "the responder was revoked before it answered: the list counts");
    assert_eq!(told(NOW, NOW, response(&good().by(&OFFICE.responder))).0, None, "an exempted responder");
}

#[test]
fn what_was_relied_on_and_what_is_wanted_is_said() {
    let (finding, relied, wants) = found(NOW, NOW, ValidationData::default());
    assert_eq!(finding.indication, Some(Indication::CertificateChainGeneralFailure));
    assert_eq!(relied.certificates, [&OFFICE.seal, &OFFICE.issuing].map(|one| one.certificate.clone()));
    let [crate::Want::Revocation { responders, question, lists: addresses }] = &wants[..] else {
        panic!("{wants:?}");
    };
    assert_eq!(responders[..], ["http://issuing.example/ocsp"]);
    assert_eq!(addresses[..], ["http://issuing.example/list"]);
    let asked = crate::revocation::ocsp_request(&OFFICE.seal.certificate, &OFFICE.issuing.certificate);
    assert_eq!(question, &asked);

    // Of an older and a newer list the newer was relied on.
    let newer = list().read();
    let older = List::empty(&OFFICE.issuing, "2026-05-31T12:00:00Z").read();
    let (_, relied, wants) = found(NOW, NOW, lists(&[older.clone(), newer.clone()]));
    assert!(relied.crls.contains(&newer) && !relied.crls.contains(&older) && wants.is_empty());
    assert_eq!(relied.crls.len(), 2, "and the root's");

    // One that is fresh for the seal but no longer for today is good enough, and a newer one is wanted.
    let (finding, _, wants) = found(NOW, NOW, lists(&[older]));
    assert_eq!((finding.outcome, wants.len()), (Outcome::Holds, 0));
}

#[test]
fn an_answer_tells_who_signed_and_how() {
    let answer: RevocationAnswer =
        good().by(&OFFICE.responder).read().answer(&OFFICE.seal.certificate, &OFFICE.issuing.certificate).unwrap();
    assert_eq!(answer.responder, Some(OFFICE.responder.certificate.clone()));
    assert_eq!(&answer.key, OFFICE.responder.certificate.public_key());
    assert_eq!(answer.produced_at, at(NOW));
}
