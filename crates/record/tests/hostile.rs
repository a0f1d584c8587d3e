//! Whatever bytes come in, the answer is a value or a complaint with a place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use signet_record::{
    Award, Bilingual, Colour, Complaint, CredentialId, Ects, Email, EscoUri, Homepage, Image, LegalIdentifier, Line,
    PersonId, UnitId, day, institution_file, national_id, results, specimen, unit_file,
};

const DEMO_UNIT: &str = include_str!("../../app/demo/horni-dolni/units/econometrics-r.toml");
const DEMO_RESULTS: &str = include_str!("../../app/demo/horni-dolni/results/econometrics-r.csv");
const DEMO_JSON: &str = include_str!("../../app/demo/horni-dolni/results/scientific-programming.json");

fn placed(complaints: &[Complaint], bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n' || **byte == b'\r').count() as u64 + 1;
    for complaint in complaints {
        assert!((1..=lines).contains(&complaint.line), "line {} of {lines}", complaint.line);
    }
}

fn all(bytes: &[u8]) {
    if let Err(complaints) = unit_file::parse(bytes) {
        assert!(!complaints.is_empty());
        placed(&complaints, bytes);
    }
    if let Err(complaints) = institution_file::parse(bytes, |_| Some(bytes.to_vec())) {
        assert!(!complaints.is_empty());
        placed(&complaints, bytes);
    }
    let sheet = results::read(bytes, &specimen::unit().unwrap(), specimen::TODAY);
    assert!(!(sheet.rows.is_empty() && sheet.complaints.is_empty() && sheet.not_passed.is_empty()));
    placed(&sheet.complaints, bytes);
    placed(&sheet.not_passed, bytes);
    let _ = Award::from_json(bytes);
    let _ = Image::new(bytes.to_vec(), Bilingual::new("a", "a").unwrap());
}

/// The sample with a piece cut out and something put in its place.
fn mutated(sample: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let bytes = sample.as_bytes();
    (0..bytes.len(), 0usize..40, proptest::collection::vec(any::<u8>(), 0..12)).prop_map(move |(start, length, put)| {
        let end = (start + length).min(bytes.len());
        [&bytes[..start], &put, &bytes[end..]].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        all(&bytes);
    }

    #[test]
    fn text(text in "[\\PC\\n;,\"\\[\\]{}=.]{0,300}") {
        all(text.as_bytes());
    }

    #[test]
    fn units(bytes in mutated(DEMO_UNIT)) {
        all(&bytes);
    }

    #[test]
    fn tables(bytes in mutated(DEMO_RESULTS)) {
        all(&bytes);
    }

    #[test]
    fn lists(bytes in mutated(DEMO_JSON)) {
        all(&bytes);
    }

    #[test]
    fn leaves(text in "\\PC{0,80}") {
        let _ = (Line::new(&text), PersonId::new(&text), UnitId::new(&text), Email::new(&text), Homepage::new(&text));
        let _ = (Ects::new(&text), EscoUri::new(&text), LegalIdentifier::new(&text), Colour::new(&text), day::read(&text));
        let _ = (text.parse::<CredentialId>(), national_id::looks_like_one(&text));
    }

    #[test]
    fn credits_read_back(hundredths in 100u32..=6000) {
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let ects = Ects::new(&text).unwrap();
        prop_assert_eq!(u32::from(ects.hundredths()), hundredths);
        prop_assert_eq!(Ects::new(&ects.to_string()).unwrap(), ects);
    }

    #[test]
    fn a_line_read_again_is_the_same(text in "\\PC{1,60}") {
        if let Ok(line) = Line::new(&text) {
            prop_assert_eq!(Line::new(&line).unwrap(), line);
        }
    }

    #[test]
    fn a_multiple_of_eleven_is_never_an_id(number in 0u64..909_090_909) {
        let text = format!("{:010}", number * 11);
        prop_assert!(PersonId::new(&text).is_err());
    }
}
