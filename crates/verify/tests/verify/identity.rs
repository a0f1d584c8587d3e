//! “From whom?” has weight: every forged form that once passed for a university's, and what is told instead.

use signet_lang::Locale;
use signet_record::Language;
use signet_seal::SealKey;
use signet_verify::{Evidence, Finding, GroupName, Outcome, Report, Trust, judge};

use crate::specimen::{ORGANIZATION, WORLD, artefact, credential, fact, judged, list, now, payload, sealed};

const COMPANY: &str = "Firma s.r.o.";
const COMPANY_NUMBER: &str = "NTRCZ-00000003";

/// The specimen as the company would write it: it is the issuer, and says so.
fn of_company() -> String {
    payload(COMPANY).replacen("\"notation\":\"NTRCZ-99999994\"", "\"notation\":\"NTRCZ-00000003\"", 1)
}

fn company() -> SealKey {
    WORLD.root.seal(COMPANY, COMPANY_NUMBER)
}

fn report(text: &str, key: &SealKey) -> Report {
    judge(&artefact(&sealed(text, key)), &WORLD.evidence(Some(Ok(list(0, &WORLD.key)))), now())
}

fn finding<'r>(report: &'r Report, code: &str) -> &'r Finding {
    report.findings().find(|finding| finding.check().code() == code).unwrap_or_else(|| panic!("no {code}"))
}

fn told(report: &Report) -> String {
    let group = |name| report.group_sentence(report.group(name), Locale::ENGLISH);
    let source = report.source(Locale::ENGLISH).join(" ");
    format!("{source} {} {}", group(GroupName::Seal), group(GroupName::Validity))
}

#[test]
fn a_private_persons_signature_is_told_as_one() {
    let report = report(&payload(ORGANIZATION), &WORLD.root.person("Jan", "Novák"));
    assert_eq!(finding(&report, "seal.legal-person").outcome, Outcome::Fails);
    assert_eq!(report.outcome(), Outcome::Fails);
    let told = told(&report);
    assert!(told.contains("signed by a person, not sealed by an organisation: Jan Novák"), "{told}");
    assert!(!told.contains("Sealed by .") && !told.contains("has probably been changed"), "{told}");
}

#[test]
fn an_employees_signature_is_not_the_employers_seal() {
    let mut names = String::new();
    for key in [WORLD.root.person("Jan", "Novák"), WORLD.root.nameless()] {
        let report = report(&payload(ORGANIZATION), &key);
        assert_ne!(report.outcome(), Outcome::Holds);
        assert_ne!(finding(&report, "seal.issuer-certificate").outcome, Outcome::Holds);
        for locale in Language::ALL.map(Locale::new) {
            names.push_str(&report.source(locale).join(" "));
            names.push_str(&report.group_sentence(report.group(GroupName::Seal), locale));
        }
    }
    let empty = ["  ", " .", "“”", "„“", ": ."];
    assert!(!empty.iter().any(|odd| names.contains(odd)), "an empty name is told: {names}");
}

#[test]
fn a_company_under_the_universitys_name_does_not_hold() {
    let names = format!("{{\"cs\":\"{ORGANIZATION}\",\"en\":\"Specimen University\",\"de\":\"{COMPANY}\"}}");
    let text = of_company();
    let issuer = text.find("\"issuer\":").unwrap();
    let own = issuer + text[issuer..].find("\"legalName\":").unwrap() + "\"legalName\":".len();
    let end = own + text[own..].find('}').unwrap() + 1;
    let text = format!("{}{names}{}", &text[..own], &text[end..]);
    assert!(text.contains(&names));
    let report = report(&text, &company());
    assert_eq!(finding(&report, "seal.issuer-certificate").outcome, Outcome::CannotTell);
    assert!(!finding(&report, "seal.issuer-certificate").advisory);
    assert_ne!(report.outcome(), Outcome::Holds);
    let told = told(&report);
    assert!(
        told.contains("seal of Firma s.r.o. (NTRCZ-00000003, CZ)") || told.contains("Sealed by Firma s.r.o."),
        "{told}"
    );
}

#[test]
fn a_tax_number_of_another_body_is_another_body() {
    let text = payload(ORGANIZATION).replacen("\"notation\":\"NTRCZ-99999994\"", "\"notation\":\"VATCZ-99999994\"", 1);
    let forged = report(&text, &company());
    assert_eq!(finding(&forged, "seal.issuer-certificate").outcome, Outcome::Fails);
    let told = told(&forged);
    assert!(
        told.contains("does not belong to the issuer named in the file") && !told.contains("has probably been changed"),
        "{told}"
    );
    let honest = report(&text, &WORLD.key);
    assert_eq!(finding(&honest, "seal.issuer-certificate").outcome, Outcome::Holds);
}

#[test]
fn a_company_that_names_a_university_as_awarding_body_is_told_as_what_it_says() {
    let report = report(&of_company(), &company());
    assert_eq!(finding(&report, "seal.issuer-certificate").outcome, Outcome::Holds);
    let awarding = finding(&report, "seal.awarding-body");
    assert_eq!((awarding.outcome, awarding.advisory), (Outcome::CannotTell, false));
    let sentence = awarding.sentence(Locale::ENGLISH);
    assert_eq!(
        sentence,
        format!("{COMPANY} states that it seals for the awarding body {ORGANIZATION}; this cannot be confirmed.")
    );
    assert_ne!(report.outcome(), Outcome::Holds);
    let told = told(&report);
    assert!(
        told.starts_with("Sealed by Firma s.r.o. (NTRCZ-00000003, CZ). It states that it seals for the awarding body"),
        "{told}"
    );
    assert!(!told.contains("mandate"), "{told}");
}

#[test]
fn every_top_level_claim_counts() {
    let text = of_company();
    let claim = text.find("\"hasClaim\":").unwrap() + "\"hasClaim\":".len();
    let body = "{\"id\":\"urn:own:1\",\"type\":\"Organisation\",\"legalName\":{\"cs\":\"Firma s.r.o.\"},\
                \"eIDASIdentifier\":{\"id\":\"urn:own:2\",\"type\":\"LegalIdentifier\",\"notation\":\"NTRCZ-00000003\"}}";
    let first = format!(
        "{{\"id\":\"urn:own:3\",\"type\":\"LearningAchievement\",\"title\":{{\"cs\":\"X\"}},\"awardedBy\":\
         {{\"id\":\"urn:own:4\",\"type\":\"AwardingProcess\",\"awardingBody\":{body}}}}}"
    );
    let end = text.rfind(",\"status\":").unwrap() - 1;
    let both = format!("{}[{first},{}]{}", &text[..claim], &text[claim..end], &text[end..]);
    let report = report(&both, &company());
    let outcomes: Vec<Outcome> =
        report.findings().filter(|one| one.check().code() == "seal.awarding-body").map(|one| one.outcome).collect();
    assert_eq!(outcomes, [Outcome::Holds, Outcome::CannotTell]);
}

/// The issuer is only referred to; what stands under the identifier elsewhere is the issuer.
#[test]
fn a_reference_is_resolved_before_it_is_compared() {
    let text = payload(ORGANIZATION);
    let from = text.find("\"issuer\":").unwrap() + "\"issuer\":".len();
    let to = text.find(",\"credentialSubject\":").unwrap();
    let issuer = &text[from..to];
    let id = issuer.split('"').nth(3).unwrap();
    for reference in [format!("\"{id}\""), format!("{{\"id\":\"{id}\"}}")] {
        let moved = format!("{}{reference},\"attachment\":[{issuer}]{}", &text[..from], &text[to..]);
        assert_eq!(finding(&report(&moved, &WORLD.key), "seal.issuer-certificate").outcome, Outcome::Holds);
        assert_eq!(finding(&report(&moved, &company()), "seal.issuer-certificate").outcome, Outcome::Fails);
        let nowhere = format!("{}{reference}{}", &text[..from], &text[to..]);
        let report = report(&nowhere, &WORLD.key);
        let issuer = finding(&report, "seal.issuer-certificate");
        assert_eq!((issuer.outcome, issuer.advisory), (Outcome::CannotTell, false));
        assert_eq!(report.outcome(), Outcome::Fails, "the format");
    }
}

#[test]
fn a_web_servers_certificate_seals_nothing() {
    let report = report(&payload(ORGANIZATION), &WORLD.root.server(ORGANIZATION, "NTRCZ-99999994"));
    let chain = finding(&report, "seal.chain");
    assert_eq!(chain.outcome, Outcome::CannotTell);
    assert_eq!(chain.indication.map(|indication| indication.name()), Some("CHAIN_CONSTRAINTS_FAILURE"));
    assert_ne!(report.outcome(), Outcome::Holds);
}

#[test]
fn without_an_authority_the_name_is_anybodys() {
    let nobody = Evidence::offline(std::sync::Arc::new(Trust::default()));
    let report = judge(&artefact(&credential()), &nobody, now());
    assert!(!report.sealings[0].anchored);
    let source = report.source(Locale::ENGLISH);
    assert!(source[0].starts_with("The file was sealed by someone who states the name"), "{source:?}");
    for finding in report.findings().filter(|finding| finding.outcome == Outcome::Holds) {
        for locale in Language::ALL.map(Locale::new) {
            let sentence = finding.sentence(locale);
            assert!(!sentence.contains(ORGANIZATION), "{}: {sentence}", finding.check().code());
        }
    }
}

/// A file that nobody vouches for may say that it is valid until whenever it likes.
#[test]
fn validity_needs_a_sound_seal() {
    let tampered = String::from_utf8(credential()).unwrap().replacen("Příkladná", "Příkladova", 1);
    let test = sealed(&payload(ORGANIZATION), &WORLD.test_key);
    for (bytes, why) in
        [(tampered.into_bytes(), "fails"), (payload(ORGANIZATION).into_bytes(), "absent"), (test, "test")]
    {
        let report = judged(&bytes);
        let validity = report.group(GroupName::Validity);
        assert_eq!(validity.outcome(), Outcome::CannotTell, "{why}");
        assert_eq!(fact(finding(&report, "validity.seal"), "seal").as_deref(), Some(why));
        let english = report.group_sentence(validity, Locale::ENGLISH);
        assert_eq!(english, "Without a valid seal, validity cannot be assessed.");
    }
    let sound = judged(&credential());
    assert_eq!(sound.group(GroupName::Validity).outcome(), Outcome::Holds);
    assert!(sound.findings().all(|finding| finding.check().code() != "validity.seal"));
}

#[test]
fn the_reason_stands_in_the_head() {
    let tampered = String::from_utf8(credential()).unwrap().replacen("Příkladná", "Příkladova", 1);
    let reason = judged(tampered.as_bytes()).reason(Locale::ENGLISH).unwrap();
    assert!(reason.contains("has probably been changed"), "{reason}");
    let wrong = report(&payload("Jiná univerzita"), &company()).reason(Locale::ENGLISH).unwrap();
    assert!(wrong.contains("is not the organisation in the certificate") && !wrong.contains("changed"), "{wrong}");
    assert_eq!(judged(&credential()).reason(Locale::ENGLISH), None);
}
