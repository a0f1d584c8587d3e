//! What a list says, where real lists are odd, and where hostile ones end.

use crate::pki::{Pki, at};
use crate::trusted_list::{ListError, ListKind, MOST_BYTES, Signers, TrustedList, canonical_forms, read_untrusted};
use proptest::prelude::*;
use signet_testing::trusted_list::{Draft, Entry, Offer, Operator, Points};

fn read(draft: &Draft) -> TrustedList {
    read_untrusted(draft.xml().as_bytes()).unwrap()
}

fn offer(certificates: Vec<Vec<u8>>) -> Offer {
    let entries = vec![
        Entry::for_seals("withdrawn", "2025-06-01T00:00:00Z"),
        Entry::for_seals("granted", "2020-06-01T00:00:00Z"),
        Entry::new("undersupervision", "2012-01-01T00:00:00Z"),
    ];
    Offer { kind: "CA/QC", certificates, entries }
}

#[test]
fn a_list_says_what_it_is_and_where_it_points() {
    let operator = Operator::new("Operator");
    let draft = Draft::lists(vec![Points::national("EL", "https://el.example/tl.xml", &[&operator])]);
    let scheme = read(&draft).scheme;
    assert_eq!((scheme.version, scheme.sequence, scheme.territory.as_str()), (6, 7, "EU"));
    assert_eq!((scheme.kind, scheme.operator.as_str()), (ListKind::Lists, "Test operator"));
    assert_eq!(scheme.issued, at("2026-01-01T00:00:00Z"));
    assert_eq!(scheme.next_update, Some(at("2036-01-01T00:00:00Z")));
    let [pointer] = scheme.pointers.as_slice() else { panic!("one pointer") };
    assert!(pointer.is_national() && pointer.signers.contains(&operator.sha256()));
    assert_eq!((pointer.location.as_str(), pointer.territory.as_str()), ("https://el.example/tl.xml", "EL"));
}

#[test]
fn a_service_has_a_history() {
    let pki = Pki::new();
    let list = read(&Draft::national("CZ", vec![offer(vec![pki.issuing.certificate.der().to_vec()])]));
    let [service] = list.services.as_slice() else { panic!("one service") };
    assert_eq!((service.provider.as_str(), list.unreadable), ("Test Trust & Co.", 0));
    assert_eq!(service.certificates, std::slice::from_ref(&pki.issuing.certificate));
    let told: Vec<_> = service.periods.iter().map(|it| (it.status.name(), it.since.to_string(), it.until)).collect();
    let expected = [
        ("withdrawn", "2025-06-01T00:00:00Z".to_owned(), None),
        ("granted", "2020-06-01T00:00:00Z".to_owned(), Some(at("2025-06-01T00:00:00Z"))),
        ("undersupervision", "2012-01-01T00:00:00Z".to_owned(), Some(at("2020-06-01T00:00:00Z"))),
    ];
    assert_eq!(told, expected);
    assert_eq!((service.periods[0].kind.name(), service.periods[0].name.as_str()), ("CA/QC", "Test CA/QC"));
    assert_eq!(service.periods[1].purposes, ["ForeSeals"]);
    assert!(service.periods[1].covers(at("2020-06-01T00:00:00Z")));
    assert!(!service.periods[1].covers(at("2025-06-01T00:00:00Z")));
}

#[test]
fn a_closed_list_has_no_next_update_and_is_never_overdue() {
    let mut draft = Draft::national("UK", Vec::new());
    draft.next_update = None;
    assert_eq!(read(&draft).scheme.stale_since(at("2099-01-01T00:00:00Z")), None);
    draft.next_update = Some("2026-03-01T00:00:00+01:00".to_owned());
    let scheme = read(&draft).scheme;
    assert_eq!(scheme.stale_since(at("2026-03-01T00:00:00Z")), Some(at("2026-02-28T23:00:00Z")));
    assert_eq!(scheme.stale_since(at("2026-02-28T23:00:00Z")), None);
}

#[test]
fn what_cannot_be_read_is_counted_and_the_rest_kept() {
    let pki = Pki::new();
    let good = pki.issuing.certificate.der().to_vec();
    let mut draft = Draft::national("CZ", vec![offer(vec![b"no certificate".to_vec(), good.clone(), good])]);
    let list = read(&draft);
    assert_eq!((list.services[0].certificates.len(), list.unreadable), (1, 1));
    // A present entry without a time is no service; a past one hides what came before it.
    draft.offers.push(Offer { kind: "CA/QC", certificates: Vec::new(), entries: vec![Entry::new("granted", "once")] });
    let mut gap = offer(Vec::new());
    gap.entries[1].since = "once";
    draft.offers.push(gap);
    let list = read(&draft);
    assert_eq!((list.services.len(), list.unreadable), (2, 3));
    assert_eq!(list.services[1].periods.len(), 1);
}

#[test]
fn versions_5_and_6_are_read() {
    let mut draft = Draft::national("CZ", Vec::new());
    draft.version = 5;
    assert_eq!(read(&draft).scheme.version, 5);
    draft.version = 4;
    assert_eq!(read_untrusted(draft.xml().as_bytes()).unwrap_err(), ListError::Version("4".to_owned()));
}

#[test]
fn document_types_are_refused_unseen() {
    let list = Draft::national("CZ", Vec::new()).xml();
    let laughs = r#"<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>"#;
    for text in [format!("{laughs}{list}"), format!("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">{list}")] {
        assert_eq!(read_untrusted(text.as_bytes()).unwrap_err(), ListError::DocumentType);
    }
    let entity = list.replace("Test operator", "&unknown;");
    assert!(matches!(read_untrusted(entity.as_bytes()), Err(ListError::Malformed(_))));
}

#[test]
fn limits_end_hostile_lists() {
    let list = |inside: &str| Draft::national("CZ", Vec::new()).xml().replace("Test operator", inside);
    let refused = |text: &str| read_untrusted(text.as_bytes()).unwrap_err();
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(refused(&list(&deep)), ListError::TooMany("levels"));
    let wide: String = (0..100_000).map(|number| format!(" a{number}=\"\"")).collect();
    assert_eq!(refused(&list(&format!("<a{wide}/>"))), ListError::TooMany("attributes"));
    let many = "<a/>".repeat(2_100_000);
    assert_eq!(refused(&list(&many)), ListError::TooMany("elements"));
    let large = "x".repeat(MOST_BYTES);
    assert!(matches!(refused(&list(&large)), ListError::TooLarge(_)));
}

#[test]
fn what_is_no_list_is_refused() {
    for text in ["", "<", "<a/>", "no XML", "<TrustServiceStatusList/>", "\u{feff}<a/>"] {
        assert!(read_untrusted(text.as_bytes()).is_err(), "{text}");
    }
    assert!(matches!(read_untrusted(b"\xff\xfe<a/>"), Err(ListError::Malformed(_))));
    let scheme = "<TrustServiceStatusList xmlns=\"http://uri.etsi.org/02231/v2#\"/>";
    assert_eq!(read_untrusted(scheme.as_bytes()).unwrap_err(), ListError::Missing("scheme"));
}

#[test]
fn a_list_as_large_as_the_largest_is_opened() {
    let pki = Pki::new();
    let operator = Operator::new("Operator");
    let certificates: Vec<Vec<u8>> =
        [&pki.root, &pki.issuing, &pki.seal, &pki.tsa].iter().map(|it| it.certificate.der().to_vec()).collect();
    let list = operator.sign(&Draft::national("IT", vec![offer(certificates); 2_200]).xml());
    assert!(list.len() > 10_000_000, "{}", list.len());
    let opened = TrustedList::open(&list, &Signers::new([operator.sha256()])).unwrap();
    assert_eq!((opened.services.len(), opened.unreadable), (2_200, 0));
}

proptest! {
    #[test]
    fn a_list_with_a_byte_changed_never_panics(at in 0_usize..4_000, byte in any::<u8>()) {
        let mut bytes = Draft::national("CZ", vec![offer(vec![vec![1, 2, 3]])]).xml().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_untrusted(&bytes);
        for (method, form) in canonical_forms(&bytes).into_iter().flatten().enumerate() {
            prop_assert_eq!(canonical_forms(&form).map(|again| again[method].clone()), Ok(form));
        }
    }
}
