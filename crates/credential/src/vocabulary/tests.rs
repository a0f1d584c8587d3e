//! The tables against what they must be, and against the EU's own lists where those are at hand.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use super::*;

#[test]
fn every_table_is_sorted_so_that_binary_search_finds() {
    for scheme in Scheme::ALL {
        assert!(scheme.entries().is_sorted_by(|a, b| a.0 < b.0), "{scheme:?}");
        for member in scheme.members() {
            assert!(!member.label.cs.is_empty() && !member.label.en.is_empty(), "{scheme:?} {}", member.code);
            assert_eq!(scheme.find(member.code), Some(member), "{scheme:?}");
        }
        assert_eq!(scheme.members().is_empty(), scheme.edition() == Edition::NotKept, "{scheme:?}");
    }
    assert!(language::TAGS.is_sorted_by(|a, b| a.0 < b.0));
    assert!(country::COUNTRIES.is_sorted_by(|a, b| a.0 < b.0));
}

#[test]
fn uris_are_those_of_the_lists() {
    assert_eq!(Scheme::Eqf.uri(), "http://data.europa.eu/snb/eqf/25831c2");
    assert_eq!(Scheme::EscoSkills.uri(), "http://data.europa.eu/esco/concept-scheme/skills");
    assert_eq!(Scheme::Country.member("CZE"), "http://publications.europa.eu/resource/authority/country/CZE");
    for scheme in Scheme::ALL {
        assert!(scheme.is_uri(&scheme.uri()));
        assert_eq!(scheme.code(&scheme.member("x")), Some("x"));
        assert_eq!(Scheme::of_member(&scheme.member("x")), Some((scheme, "x")));
        assert_eq!(Scheme::named(scheme.folder()), Some(scheme));
    }
    assert!(!Scheme::Eqf.is_uri("http://data.europa.eu/snb/eqf"));
    assert_eq!(Scheme::Eqf.code("http://data.europa.eu/snb/eqf/"), None);
    assert_eq!(Scheme::of_member("http://data.europa.eu/snb/nothing/1"), None);
}

#[test]
fn closed_lists_refuse_and_growing_lists_only_doubt() {
    assert_eq!(Scheme::Eqf.membership("6"), Membership::Known);
    assert_eq!(Scheme::Eqf.membership("99"), Membership::Impossible);
    assert_eq!(Scheme::Qdr.membership("c_c392e7a2"), Membership::Known);
    assert_eq!(Scheme::Qdr.membership("c_00000000"), Membership::Unknown);
    assert_eq!(Scheme::AdministrativeUnit.membership("CZE_KRJ_ZLN"), Membership::Known);
    assert_eq!(Scheme::AdministrativeUnit.membership("IRL_CTH_DUB"), Membership::Unchecked);
    assert_eq!(Scheme::Currency.membership("EUR"), Membership::Unchecked);
}

#[test]
fn codes_of_esco_have_a_form() {
    for code in ["ccdf3597-5c80-410f-896d-e1bdfa223de9", "S4.8.1", "K"] {
        assert_eq!(Scheme::EscoSkills.membership(code), Membership::Unchecked, "{code}");
    }
    for code in ["anything", "CCDF3597-5c80-410f-896d-e1bdfa223de9", "ccdf3597-5c80-410f-896d-e1bdfa223de9-1", ""] {
        assert_eq!(Scheme::EscoSkills.membership(code), Membership::Unknown, "{code}");
    }
}

#[test]
fn national_levels_lead_to_european_ones() {
    let czech: Vec<Member> = Scheme::Qdr.members().into_iter().filter(|one| one.notation == Some("CZE")).collect();
    for level in 1..=8 {
        let name = format!("NSK Level {level}");
        assert!(czech.iter().any(|one| one.label.en == name && one.eqf == Some(level)), "{name}");
    }
    assert_eq!(eqf_of_national_level("c_c392e7a2"), Some(6));
    assert_eq!(eqf_of_national_level("c_00000000"), None);
}

#[test]
fn certificates_name_countries_in_two_letters() {
    assert_eq!(country_of_certificate("CZ"), Some("CZE"));
    assert_eq!(country_of_certificate("EL"), Some("GRC"));
    assert_eq!(country_of_certificate("??"), None);
    assert_eq!((alpha2_of_country("CZE"), alpha2_of_country("CZ")), (Some("CZ"), None));
}

/// Where the EU's own tools take the country from a certificate, they make an identifier of their own for it.
#[test]
fn countries_are_known_under_the_identifiers_that_tools_make() {
    for (uri, code) in [
        ("urn:epass:countryCode:ESP", Some("ESP")),
        ("urn:epass:countryCode:ES", Some("ESP")),
        ("urn:epass:countryCode:EL", Some("GRC")),
        ("urn:epass:countryCode:1", None),
        ("urn:epass:countryCode:", None),
        ("urn:epass:country:ESP", None),
    ] {
        assert_eq!(Scheme::Country.code(uri), code, "{uri}");
        assert_eq!(Scheme::Language.code(uri), None, "{uri}");
    }
}

/// The EU's lists, one file each: a head, then lines of URI and English label.
fn official() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("SIGNET_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    Some(shared.join("reference/vocab")).filter(|folder| folder.is_dir())
}

#[test]
fn our_tables_have_every_member_of_the_official_lists() {
    let Some(folder) = official() else {
        println!("skipped: the official lists are not there");
        return;
    };
    let mut compared = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().skip(1) {
            let (uri, label) = line.split_once('\t').unwrap();
            let Some((scheme, code)) = Scheme::of_member(uri) else { continue };
            // The publisher's mark for provisional data is no country.
            let marks = scheme == Scheme::Country && code.starts_with("OP_");
            if matches!(scheme.edition(), Edition::Closed | Edition::Growing) && !marks {
                compared += 1;
                let ours = scheme.label(code).map(|label| label.en);
                let same = scheme == Scheme::Country || label.is_empty() || ours == Some(label);
                assert!(ours.is_some() && same, "{uri}: {ours:?}, {label}");
            }
        }
    }
    assert!(compared > 1_500, "{compared}");
}
