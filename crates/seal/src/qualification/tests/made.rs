//! Verdicts by lists of our own making: history, types, qualifiers, criteria, and lists that are not at hand.

use crate::asn1::{self, Oid};
use crate::certificate::Certificate;
use crate::pki::{self, Pki, at};
use crate::qualification::{
    LoadedList, QualificationReason, SealClass, SealQualification, Standing, TrustServices, Unusable,
};
use crate::trusted_list::{ListError, SignatureFault, Signers, TrustedList};
use signet_testing::rcgen::{CertificateParams, CustomExtension};
use signet_testing::trusted_list::{Draft, Entry, Offer, Operator, Points, qualification};
use std::sync::LazyLock;

/// When seals are made here; their certificates are of 2024.
const SEALED: &str = "2026-06-01T12:00:00Z";
const OLD: &str = "2020-01-01T00:00:00Z";
const COMPLIANCE: &str = "0.4.0.1862.1.1";
const DEVICE: &str = "0.4.0.1862.1.4";
const FOR_SIGNATURES: &str = "0.4.0.1862.1.6.1";
const FOR_SEALS: &str = "0.4.0.1862.1.6.2";
const FOR_WEBSITES: &str = "0.4.0.1862.1.6.3";

static PKI: LazyLock<Pki> = LazyLock::new(Pki::new);
static OPERATOR: LazyLock<Operator> = LazyLock::new(|| Operator::new("Operator"));

/// A certificate with these statements, and types in QcType.
fn signer(statements: &[&str], types: &[&str], law: &[&str]) -> Certificate {
    let oid = |text: &str| asn1::object_identifier(Oid::new(text).unwrap());
    let joined = |parts: Vec<Vec<u8>>| asn1::sequence(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let mut all: Vec<Vec<u8>> = statements.iter().map(|name| asn1::sequence(&[&oid(name)])).collect();
    if !types.is_empty() {
        let types = joined(types.iter().map(|name| oid(name)).collect());
        all.push(asn1::sequence(&[&oid("0.4.0.1862.1.6"), &types]));
    }
    if !law.is_empty() {
        let law = joined(law.iter().map(|country| asn1::printable_string(country)).collect());
        all.push(asn1::sequence(&[&oid("0.4.0.1862.1.7"), &law]));
    }
    let mut params: CertificateParams = pki::seal("Test Seal");
    params.custom_extensions = vec![CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 3], joined(all))];
    PKI.issuing.issue(params).certificate
}

static QUALIFIED: LazyLock<Certificate> = LazyLock::new(|| signer(&[COMPLIANCE, DEVICE], &[FOR_SEALS], &[]));

fn offer(kind: &'static str, entries: Vec<Entry>) -> Offer {
    Offer { kind, certificates: vec![PKI.issuing.certificate.der().to_vec()], entries }
}

fn held(territory: &str, list: Result<TrustedList, Unusable>) -> LoadedList {
    LoadedList { territory: territory.to_owned(), location: String::new(), fetched: None, list, trouble: None }
}

fn opened(draft: &Draft) -> TrustedList {
    TrustedList::open(&OPERATOR.sign(&draft.xml()), &Signers::new([OPERATOR.sha256()])).unwrap()
}

fn lotl() -> LoadedList {
    let points = vec![Points::national("CZ", "https://cz.example/", &[&OPERATOR])];
    held("EU", Ok(opened(&Draft::lists(points))))
}

fn services(offers: Vec<Offer>) -> TrustServices {
    TrustServices::new(lotl(), vec![held("CZ", Ok(opened(&Draft::national("CZ", offers))))])
}

fn judged(signer: &Certificate, offers: Vec<Offer>) -> SealQualification {
    let chain = [signer.clone(), PKI.issuing.certificate.clone()];
    services(offers).qualify_seal(&chain, at(SEALED), at(SEALED))
}

/// By one CA/QC service with these entries.
fn by(signer: &Certificate, entries: Vec<Entry>) -> SealQualification {
    judged(signer, vec![offer("CA/QC", entries)])
}

fn granted() -> Entry {
    Entry::for_seals("granted", OLD)
}

#[test]
fn what_the_certificate_states_counts_where_the_list_is_silent() {
    let class = |statements: &[&str], types: &[&str], law: &[&str]| {
        let mut entry = granted();
        entry.purposes = vec!["ForeSeals", "ForeSignatures", "ForWebSiteAuthentication"];
        let judged = by(&signer(statements, types, law), vec![entry]);
        (judged.class, judged.reason)
    };
    assert_eq!(class(&[COMPLIANCE, DEVICE], &[FOR_SEALS], &[]), (SealClass::QeSeal, None));
    assert_eq!(class(&[COMPLIANCE], &[FOR_SEALS], &[]), (SealClass::AdeSealQc, None));
    assert_eq!(class(&[DEVICE], &[FOR_SEALS], &[]), (SealClass::AdeSeal, Some(QualificationReason::NotClaimed)));
    assert_eq!(
        class(&[COMPLIANCE, DEVICE], &[FOR_SEALS], &["CH"]),
        (SealClass::AdeSeal, Some(QualificationReason::OtherLaw))
    );
    assert_eq!(class(&[COMPLIANCE, DEVICE], &[FOR_SIGNATURES], &[]), (SealClass::QeSig, None));
    assert_eq!(class(&[COMPLIANCE], &[], &[]), (SealClass::AdeSigQc, None), "without a type it is for signatures");
    let websites = class(&[COMPLIANCE], &[FOR_WEBSITES], &[]);
    assert_eq!(websites, (SealClass::NotApplicable, Some(QualificationReason::ForWebsites)));
    let both = class(&[COMPLIANCE], &[FOR_SEALS, FOR_SIGNATURES], &[]);
    assert_eq!(both, (SealClass::NotApplicable, Some(QualificationReason::TypeUnclear)));
    assert_eq!(class(&[], &[], &[]), (SealClass::AdeSeal, Some(QualificationReason::NotClaimed)));
}

#[test]
fn a_seal_made_before_a_withdrawal_stays_qualified() {
    let withdrawn = |since| vec![Entry::for_seals("withdrawn", since), granted()];
    let after = by(&QUALIFIED, withdrawn("2026-06-02T00:00:00Z"));
    assert_eq!((after.class, after.reason.as_ref()), (SealClass::QeSeal, None));
    let evidence = after.at_sealing.service.clone().unwrap();
    assert_eq!((evidence.status.name(), evidence.until), ("granted", Some(at("2026-06-02T00:00:00Z"))));
    let before = by(&QUALIFIED, withdrawn("2026-06-01T00:00:00Z"));
    assert_eq!(before.class, SealClass::AdeSeal);
    assert_eq!(before.reason, Some(QualificationReason::NotGranted("withdrawn".to_owned())));
    assert!(before.at_issuance.qualified && !before.at_sealing.qualified);
    // The first instant of a status has it.
    assert_eq!(by(&QUALIFIED, withdrawn(SEALED)).class, SealClass::AdeSeal);
}

#[test]
fn a_service_granted_after_the_certificate_was_issued_does_not_make_it_qualified() {
    let later = vec![Entry::for_seals("granted", "2025-01-01T00:00:00Z")];
    let judged = by(&QUALIFIED, later);
    assert_eq!((judged.class, judged.reason), (SealClass::AdeSeal, Some(QualificationReason::NotListedThen)));
    assert!(judged.at_sealing.qualified);
}

#[test]
fn statuses_of_the_directive_end_with_it() {
    let supervised = |since| vec![Entry::for_seals("undersupervision", since)];
    // Given before 1 July 2016 it stands until another is given; given after, it means nothing.
    assert_eq!(by(&QUALIFIED, supervised("2016-06-30T21:59:59Z")).at_sealing.reason, None);
    let reason = by(&QUALIFIED, supervised("2016-06-30T22:00:00Z")).reason;
    assert_eq!(reason, Some(QualificationReason::NotGranted("undersupervision".to_owned())));
    let granted_early = by(&QUALIFIED, vec![Entry::for_seals("granted", "2015-01-01T00:00:00Z")]);
    assert_eq!(granted_early.reason, Some(QualificationReason::NotGranted("granted".to_owned())));
}

#[test]
fn the_service_must_issue_certificates_of_the_type() {
    let mut entry = granted();
    entry.purposes = vec!["ForeSignatures"];
    let judged = by(&QUALIFIED, vec![entry.clone()]);
    assert_eq!((judged.class, judged.reason), (SealClass::AdeSeal, Some(QualificationReason::NotForThisType)));
    // Unless the list says that these certificates are of a type that it issues.
    let overruled = by(&QUALIFIED, vec![entry.with("QCForESig", ANY)]);
    assert_eq!(overruled.class, SealClass::QeSig);
    let other_kind = judged_by_kind("CA/PKC");
    assert_eq!((other_kind.class, other_kind.reason), (SealClass::AdeSeal, Some(QualificationReason::NotThatService)));
}

fn judged_by_kind(kind: &'static str) -> SealQualification {
    judged(&QUALIFIED, vec![offer(kind, vec![granted()])])
}

/// Criteria that every seal here meets.
const ANY: &str = r#"<sie:CriteriaList assert="all"><sie:KeyUsage><sie:KeyUsageBit name="nonRepudiation">true</sie:KeyUsageBit></sie:KeyUsage></sie:CriteriaList>"#;
/// Criteria that are not understood.
const UNKNOWN: &str = r#"<sie:CriteriaList assert="all"><sie:otherCriteriaList><x:New xmlns:x="urn:x"></x:New></sie:otherCriteriaList></sie:CriteriaList>"#;

#[test]
fn qualifiers_overrule_the_certificate() {
    let plain = signer(&[], &[FOR_SEALS], &[]);
    let no_device = signer(&[COMPLIANCE], &[FOR_SEALS], &[]);
    let class = |certificate: &Certificate, qualifiers: &[&str]| {
        let entry = qualifiers.iter().fold(granted(), |entry, qualifier| entry.with(qualifier, ANY));
        by(certificate, vec![entry]).class
    };
    assert_eq!(class(&QUALIFIED, &["NotQualified"]), SealClass::AdeSeal);
    assert_eq!(class(&plain, &["QCStatement"]), SealClass::AdeSealQc);
    assert_eq!(class(&plain, &["QCStatement", "QCWithQSCD"]), SealClass::QeSeal);
    assert_eq!(class(&QUALIFIED, &["QCStatement", "NotQualified"]), SealClass::AdeSeal);
    assert_eq!(class(&QUALIFIED, &["QCNoQSCD"]), SealClass::AdeSealQc);
    assert_eq!(class(&no_device, &["QCWithQSCD"]), SealClass::QeSeal);
    assert_eq!(class(&no_device, &["QCQSCDManagedOnBehalf"]), SealClass::QeSeal);
    assert_eq!(class(&no_device, &["QCQSCDStatusAsInCert"]), SealClass::AdeSealQc);
    assert_eq!(class(&QUALIFIED, &["QCQSCDStatusAsInCert"]), SealClass::QeSeal);
    assert_eq!(class(&QUALIFIED, &["QCWithQSCD", "QCNoQSCD"]), SealClass::AdeSealQc);
    // What the directive called a device is none today.
    assert_eq!(class(&no_device, &["QCWithSSCD"]), SealClass::AdeSealQc);
    assert_eq!(class(&QUALIFIED, &["QCForESeal"]), SealClass::QeSeal);
    assert_eq!(class(&QUALIFIED, &["QCForESeal", "QCForESig"]), SealClass::NotApplicable);
}

#[test]
fn criteria_tell_certificates_apart() {
    let met = |list: &str| {
        let entry = granted().with("NotQualified", list);
        by(&QUALIFIED, vec![entry]).class == SealClass::AdeSeal
    };
    let usage = |name: &str, value: &str| {
        format!(r#"<sie:KeyUsage><sie:KeyUsageBit name="{name}">{value}</sie:KeyUsageBit></sie:KeyUsage>"#)
    };
    let list = |rule: &str, inside: &str| format!(r#"<sie:CriteriaList assert="{rule}">{inside}</sie:CriteriaList>"#);
    let (yes, no) = (usage("digitalSignature", "true"), usage("keyCertSign", "true"));
    assert!(met(&list("all", &yes)) && !met(&list("all", &format!("{yes}{no}"))));
    assert!(met(&list("atLeastOne", &format!("{yes}{no}"))) && !met(&list("atLeastOne", &no)));
    assert!(met(&list("none", &no)) && !met(&list("none", &format!("{yes}{no}"))));
    assert!(met(&list("all", &usage("keyCertSign", "false"))));
    assert!(met(&list("all", &list("none", &no))));
    let described = format!("{yes}<sie:Description>{no}</sie:Description>");
    assert!(met(&list("all", &described)));
    let other = |element: &str, part: &str, identifier: &str| {
        format!(
            r#"<sie:otherCriteriaList><add:{element} xmlns:add="http://uri.etsi.org/02231/v2/additionaltypes#"><add:{part}><xades:Identifier xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">{identifier}</xades:Identifier></add:{part}></add:{element}></sie:otherCriteriaList>"#
        )
    };
    assert!(met(&list("all", &other("CertSubjectDNAttribute", "AttributeOID", "urn:oid:2.5.4.97"))));
    assert!(!met(&list("all", &other("CertSubjectDNAttribute", "AttributeOID", "2.5.4.5"))));
    assert!(!met(&list("all", &other("ExtendedKeyUsage", "KeyPurposeId", "1.3.6.1.5.5.7.3.36"))));
    let policy = r#"<sie:PolicySet><sie:PolicyIdentifier><xades:Identifier xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Qualifier="OIDAsURN">urn:oid:0.4.0.194112.1.3</xades:Identifier></sie:PolicyIdentifier></sie:PolicySet>"#;
    assert!(!met(&list("all", policy)));
}

#[test]
fn criteria_that_are_not_understood_only_take_away() {
    let class =
        |certificate: &Certificate, qualifier: &str| by(certificate, vec![granted().with(qualifier, UNKNOWN)]).class;
    let plain = signer(&[], &[FOR_SEALS], &[]);
    assert_eq!(class(&QUALIFIED, "NotQualified"), SealClass::AdeSeal);
    assert_eq!(class(&QUALIFIED, "QCNoQSCD"), SealClass::AdeSealQc);
    assert_eq!(class(&plain, "QCStatement"), SealClass::AdeSeal);
    assert_eq!(class(&QUALIFIED, "QCForESig"), SealClass::NotApplicable);
    // Not even without criteria.
    let none = Entry { qualifications: qualification("NotQualified", ""), ..granted() };
    assert_eq!(by(&QUALIFIED, vec![none]).class, SealClass::AdeSeal);
}

#[test]
fn entries_that_contradict_each_other_decide_nothing() {
    let two = |other: Entry| judged(&QUALIFIED, vec![offer("CA/QC", vec![granted()]), offer("CA/QC", vec![other])]);
    assert_eq!(two(granted()).class, SealClass::QeSeal);
    let conflict = two(granted().with("QCNoQSCD", ANY));
    assert_eq!((conflict.class, conflict.reason), (SealClass::NotApplicable, Some(QualificationReason::Conflict)));
}

#[test]
fn a_service_for_websites_alone_is_no_anchor_of_seals() {
    let anchors = |purposes: &[&'static str]| {
        let services = services(vec![offer("CA/QC", vec![Entry { purposes: purposes.to_vec(), ..granted() }])]);
        (services.seal_anchors().certificates().len(), services.status_anchors().certificates().len())
    };
    assert_eq!(anchors(&["ForWebSiteAuthentication"]), (0, 1));
    assert_eq!(anchors(&["ForWebSiteAuthentication", "RootCA-QC"]), (0, 1));
    assert_eq!(anchors(&["ForWebSiteAuthentication", "ForeSeals"]), (1, 1));
    assert_eq!(anchors(&[]), (1, 1));
}

#[test]
fn without_the_list_nothing_is_said() {
    let chain = [QUALIFIED.clone(), PKI.issuing.certificate.clone()];
    let judged = |services: TrustServices| services.qualify_seal(&chain, at(SEALED), at(SEALED));
    let none = judged(TrustServices::default());
    assert_eq!((none.class, none.reason), (SealClass::NotApplicable, Some(QualificationReason::NoLists)));
    let rejected = Unusable::Rejected(ListError::Signature(SignatureFault::Changed));
    for list in [Err(Unusable::Missing), Err(rejected)] {
        let services = TrustServices::new(lotl(), vec![held("SK", Err(Unusable::Missing)), held("CZ", list)]);
        assert!(services.seal_anchors().certificates().is_empty());
        let reason = judged(services).reason.unwrap();
        assert_eq!(reason, QualificationReason::ListUnavailable("CZ".to_owned()));
        assert!(reason.is_for_want_of_lists());
    }
    let others = TrustServices::new(lotl(), vec![held("SK", Err(Unusable::Missing))]);
    assert_eq!(judged(others).reason, Some(QualificationReason::NotListed));
    let no_lotl = TrustServices::new(held("EU", Err(Unusable::Missing)), Vec::new());
    assert_eq!(judged(no_lotl).reason, Some(QualificationReason::NoLists));
    assert_eq!(TrustServices::default().qualify_seal(&[], at(SEALED), at(SEALED)).class, SealClass::NotApplicable);
}

#[test]
fn overdue_lists_are_told() {
    let mut old = Draft::lists(Vec::new());
    old.next_update = Some("2026-02-01T00:00:00Z".to_owned());
    let lotl = held("EU", Ok(opened(&old)));
    let now = at(SEALED);
    assert_eq!(lotl.standing(now), Standing::Stale(at("2026-02-01T00:00:00Z")));
    let list = held("CZ", Ok(opened(&Draft::national("CZ", vec![offer("CA/QC", vec![granted()])]))));
    let services = TrustServices::new(lotl, vec![list]);
    let chain = [QUALIFIED.clone(), PKI.issuing.certificate.clone()];
    let judged = services.qualify_seal(&chain, now, now);
    assert_eq!((judged.class, judged.stale_since()), (SealClass::QeSeal, Some(at("2026-02-01T00:00:00Z"))));
}

#[test]
fn a_stamp_is_qualified_while_its_service_is_granted() {
    let tsa = PKI.tsa.certificate.clone();
    let chain = [tsa.clone(), PKI.issuing.certificate.clone()];
    let unit = |entries| Offer { kind: "TSA/QTST", certificates: vec![tsa.der().to_vec()], entries };
    let stamp = |offers: Vec<Offer>, time| services(offers).qualify_stamp(&chain, at(time), at(SEALED));
    let history = vec![Entry::new("withdrawn", "2026-01-01T00:00:00Z"), Entry::new("granted", OLD)];
    let early = stamp(vec![unit(history.clone())], "2025-12-31T23:59:59Z");
    assert!(early.qualified && early.reason.is_none());
    assert_eq!(early.service.unwrap().status.name(), "granted");
    let late = stamp(vec![unit(history)], "2026-01-01T00:00:00Z");
    assert_eq!((late.qualified, late.reason), (false, Some(QualificationReason::NotGranted("withdrawn".to_owned()))));
    // The authority above may be what is listed.
    let above = stamp(vec![offer("TSA/QTST", vec![Entry::new("granted", OLD)])], SEALED);
    assert!(above.qualified);
    let certificates_only = stamp(vec![offer("CA/QC", vec![granted()])], SEALED);
    assert_eq!(certificates_only.reason, Some(QualificationReason::NotThatService));
    assert_eq!(stamp(Vec::new(), SEALED).reason, Some(QualificationReason::NotListed));
    assert_eq!(
        stamp(vec![unit(vec![Entry::new("granted", SEALED)])], OLD).reason,
        Some(QualificationReason::NotListedThen)
    );
}

#[test]
fn another_key_of_the_same_name_is_not_the_service() {
    let impostor = pki::Entity::root(pki::authority("Test Issuing", Some(0)));
    let services = services(vec![offer("CA/QC", vec![granted()])]);
    assert_eq!(services.find(&impostor.certificate).count(), 0);
    assert_eq!(services.find(&PKI.issuing.certificate).count(), 1);
    let chain = [QUALIFIED.clone(), impostor.certificate];
    assert_eq!(services.qualify_seal(&chain, at(SEALED), at(SEALED)).reason, Some(QualificationReason::NotListed));
}

#[test]
fn a_path_leads_to_the_nearest_listed_service() {
    let listed = services(vec![offer("CA/QC", vec![granted()])]);
    let issuing = PKI.issuing.certificate.clone();
    assert_eq!(listed.path(&QUALIFIED, &[]), Some(vec![QUALIFIED.clone(), issuing.clone()]));
    assert_eq!(listed.path(&issuing, &[]), Some(vec![issuing.clone()]));
    assert_eq!(listed.path(&PKI.root.certificate, &[]), None);
    // Over a certificate that is not listed itself.
    let root = Offer { certificates: vec![PKI.root.certificate.der().to_vec()], ..offer("CA/QC", vec![granted()]) };
    let listed = services(vec![root]);
    assert_eq!(listed.path(&QUALIFIED, &[]), None);
    let path = vec![QUALIFIED.clone(), issuing.clone(), PKI.root.certificate.clone()];
    assert_eq!(listed.path(&QUALIFIED, &[issuing]), Some(path));
}
