//! Bodies of real credentials, and of forged ones.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

fn certified(name: &str, identifier: &str, country: &str) -> CertifiedBody {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    CertifiedBody {
        name: some(name),
        identifier: some(identifier),
        country: some(country),
        kind: Some(HolderKind::LegalPerson),
    }
}

fn said<'a>(names: &[(&'a str, &'a str)], identifier: &'a str, country: &'a str) -> BodyView<'a> {
    let legal = BodyIdentifier { kind: IdentifierKind::Legal, notation: identifier, country: None };
    BodyView {
        names: names.to_vec(),
        identifiers: if identifier.is_empty() { Vec::new() } else { vec![legal] },
        countries: if country.is_empty() { Vec::new() } else { vec![country] },
    }
}

/// What came of it, and which differences are told.
fn compared(body: &CertifiedBody, said: &BodyView<'_>) -> (Sameness, String) {
    let Comparison { sameness, differs, .. } = body.compare(said);
    (sameness, differs.into_iter().map(BodyDifference::name).collect::<Vec<_>>().join(" "))
}

fn same() -> (Sameness, String) {
    (Sameness::Same, String::new())
}

const UNIVERSITY: &str = "Vzorová univerzita v Lhotě";

#[test]
fn real_credentials_raise_no_alarm() {
    let estonian = certified("VELOCERT OU", "NTREE-16111111", "EE");
    assert_eq!(compared(&estonian, &said(&[("en", "Velocert OÜ")], "NTREE-16111111", "EST")), same());
    assert_eq!(compared(&estonian, &said(&[("en", "Velocert OÜ")], "", "EST")), same());
    let czech = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
    // An English name alone beside an equal identifier, and names in both languages.
    assert_eq!(compared(&czech, &said(&[("en", "Specimen University")], "NTRCZ-99999994", "CZE")), same());
    let both = [("cs", "VZOROVÁ UNIVERZITA v Lhotě"), ("en", "Specimen University")];
    assert_eq!(compared(&czech, &said(&both, "NTRCZ-99999994", "CZE")), same());
    assert_eq!(compared(&czech, &said(&both, "", "CZE")), same());
    // A certificate with the English name.
    let english = certified("Specimen University", "NTRCZ-99999994", "CZ");
    let both_languages = [("cs", UNIVERSITY), ("en", "Specimen University")];
    assert_eq!(compared(&english, &said(&both_languages, "NTRCZ-99999994", "CZE")), same());
    assert_eq!(compared(&english, &said(&both_languages, "", "CZE")).0, Sameness::Unclear);
    // The EU's issuer writes the certificate's name under the credential's own language.
    assert_eq!(compared(&czech, &said(&[("en", UNIVERSITY)], "", "CZE")), same());
    assert_eq!(compared(&czech, &said(&both, "VATCZ-99999994", "CZE")), same());
    let spanish = certified("ORGANIZACION TEST", "VATES-A00000000", "ES");
    assert_eq!(compared(&spanish, &said(&[("en", "ORGANIZACION TEST")], "VATES-A00000000", "BEL")), same());
    // A country of several languages.
    let belgian = certified("Universiteit Voorbeeld", "NTRBE-0123456749", "BE");
    let names = [("nl", "Universiteit Voorbeeld"), ("fr", "Université Exemple")];
    assert_eq!(compared(&belgian, &said(&names, "NTRBE-0123456749", "BEL")), same());
}

#[test]
fn a_company_that_calls_itself_a_university_does_not_hold() {
    let company = certified("Firma s.r.o.", "NTRCZ-00000003", "CZ");
    let names = [("cs", UNIVERSITY), ("en", "Specimen University"), ("de", "Firma s.r.o.")];
    // With its own identifier, with none, and with the university's in either spelling.
    assert_eq!(compared(&company, &said(&names, "NTRCZ-00000003", "CZE")), (Sameness::Unclear, "name".into()));
    assert_eq!(compared(&company, &said(&names, "", "CZE")), (Sameness::Unclear, "no-issuer name".into()));
    for identifier in ["NTRCZ-99999994", "VATCZ-99999994"] {
        let (sameness, differs) = compared(&company, &said(&names, identifier, "CZE"));
        assert_eq!((sameness, differs.as_str()), (Sameness::Different, "identifier"), "{identifier}");
    }
    assert_eq!(compared(&company, &said(&names[..2], "", "CZE")).0, Sameness::Different);
    assert_eq!(compared(&company, &said(&names[..2], "NTRCZ-00000003", "CZE")), (Sameness::Different, "name".into()));
    assert_eq!(compared(&company, &said(&names[1..2], "", "CZE")).0, Sameness::Unclear);
    let swapped = [("cs", "Firma s.r.o."), ("cs-CZ", UNIVERSITY)];
    assert_ne!(compared(&company, &said(&swapped, "", "CZE")).0, Sameness::Same);
}

#[test]
fn what_cannot_be_compared_is_told_and_never_holds() {
    let czech = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
    let unclear = |differs: &str| (Sameness::Unclear, differs.to_owned());
    assert_eq!(compared(&czech, &BodyView::default()), unclear("no-issuer no-name no-country"));
    let english = [("en", "Specimen University")];
    assert_eq!(compared(&czech, &said(&english, "LEIXG-529900T8BM49AURSDO55", "CZE")), unclear("scheme language"));
    assert_eq!(compared(&czech, &said(&[("cs", UNIVERSITY)], "", "")), unclear("no-issuer no-country"));
    let nameless = certified("", "", "CZ");
    assert_eq!(compared(&nameless, &said(&english, "NTRCZ-99999994", "CZE")), unclear("no-identifier no-name"));
    let bulgarian = certified("Sofiyski universitet", "", "BG");
    assert_eq!(
        compared(&bulgarian, &said(&[("bg", "Софийски университет")], "", "BGR")),
        unclear("no-identifier no-name")
    );
}

#[test]
fn another_country_is_another_body_unless_the_identifier_says_otherwise() {
    let czech = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
    let abroad = said(&[("cs", UNIVERSITY)], "", "SVK");
    assert_eq!(compared(&czech, &abroad), (Sameness::Different, "no-issuer country".into()));
    assert_eq!(compared(&czech, &said(&[("cs", UNIVERSITY)], "NTRCZ-99999994", "SVK")), same());
}

#[test]
fn numbers_besides_the_legal_identifier_help_and_can_contradict() {
    let czech = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
    let with = |kind, notation: &'static str, country| {
        let mut body = said(&[("en", "Specimen University")], "", "CZE");
        body.identifiers.push(BodyIdentifier { kind, notation, country });
        compared(&czech, &body).0
    };
    assert_eq!(with(IdentifierKind::Vat, "CZ99999994", None), Sameness::Same);
    assert_eq!(with(IdentifierKind::Vat, "99999994", Some("CZE")), Sameness::Same);
    assert_eq!(with(IdentifierKind::Registration, "99999994", Some("CZE")), Sameness::Same);
    assert_eq!(with(IdentifierKind::Vat, "CZ00000003", None), Sameness::Different);
    // A number in some register may be of any kind.
    assert_eq!(with(IdentifierKind::Registration, "25000", Some("CZE")), Sameness::Unclear);
    assert_eq!(with(IdentifierKind::Registration, "99999994", Some("SVK")), Sameness::Unclear);
    let mut contradicting = said(&[("en", "X")], "NTRCZ-99999994", "CZE");
    let tax = BodyIdentifier { kind: IdentifierKind::Vat, notation: "CZ00000003", country: None };
    contradicting.identifiers.push(tax);
    assert_eq!(compared(&czech, &contradicting), (Sameness::Unclear, "tax".into()));
}

#[test]
fn a_person_is_no_body() {
    let person =
        CertifiedBody { kind: Some(HolderKind::NaturalPerson), ..certified(UNIVERSITY, "NTRCZ-99999994", "CZ") };
    assert_eq!(compared(&person, &said(&[("cs", UNIVERSITY)], "NTRCZ-99999994", "CZE")).0, Sameness::Unclear);
}

#[test]
fn two_certificates_of_one_body_are_told_from_those_of_two() {
    let czech = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
    let same = |name: &str, identifier: &str, country: &str| czech.is_same_body(&certified(name, identifier, country));
    assert_eq!(same("VZOROVA UNIVERZITA V LHOTE", "VATCZ-99999994", "CZ"), Sameness::Same);
    assert_eq!(same("VZOROVA UNIVERZITA V LHOTE", "", "CZ"), Sameness::Same);
    assert_eq!(same(UNIVERSITY, "NTRCZ-00000003", "CZ"), Sameness::Different);
    assert_eq!(same("Jiná", "", "CZ"), Sameness::Different);
    assert_eq!(same(UNIVERSITY, "", "SK"), Sameness::Unclear);
}

proptest! {
    /// Whatever else the data say: an identifier of another body of the same scheme never holds, and without an equal identifier or
    /// name nothing does.
    #[test]
    fn nothing_holds_without_something_equal(
        names in proptest::collection::vec(("(cs|en|de|et)", "[A-Z][a-z]{3,9} [a-z]{4,9}"), 0..4),
        number in "[1-9][0-9]{7}",
        scheme in "(NTRCZ|VATCZ|NTRSK|LEIXG)",
        country in "(CZE|SVK|)",
    ) {
        prop_assume!(number != "99999994");
        let identifier = format!("{scheme}-{number}");
        let names: Vec<(&str, &str)> = names.iter().map(|(tag, name)| (tag.as_str(), name.as_str())).collect();
        let body = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
        prop_assert_ne!(body.compare(&said(&names, &identifier, &country)).sameness, Sameness::Same);
        prop_assert_ne!(body.compare(&said(&names, "", &country)).sameness, Sameness::Same);
    }

    /// A name in the certificate's language that is another body's is never made up for by names in other languages.
    #[test]
    fn no_language_makes_up_for_the_certificates_own(
        tag in "(cs|cs-CZ|CS)",
        others in proptest::collection::vec("(de|et|fr|sk|pl)", 1..4),
        identifier in "(|NTRCZ-99999994)",
    ) {
        let mut names = vec![(tag.as_str(), "Jiná škola")];
        names.extend(others.iter().map(|other| (other.as_str(), UNIVERSITY)));
        let body = certified(UNIVERSITY, "NTRCZ-99999994", "CZ");
        prop_assert_ne!(body.compare(&said(&names, &identifier, "CZE")).sameness, Sameness::Same);
    }
}
