//! The official samples and our own credentials: read, shown, checked.

use crate::support::{self, samples};
use signet_credential::check::Code;
use signet_credential::{Severity, check, read};
use signet_record::Language;

/// What the check must say of each sample: the two unsigned ones are drafts without legal identifier and date of issue.
#[test]
fn the_samples_are_judged_as_the_official_shapes_judge_them() {
    let Some(samples) = samples() else {
        println!("skipped: no reference data");
        return;
    };
    for (name, text) in samples {
        let credential = read(&text).unwrap();
        let findings = check(&credential);
        for finding in &findings {
            println!(
                "{name}: {:?} {} {} {} {}",
                finding.severity(),
                finding.code.as_str(),
                finding.path,
                finding.expected,
                finding.found
            );
        }
        let violations: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity() == Severity::Violation)
            .map(|finding| (finding.code, finding.found.as_str()))
            .collect();
        if name.ends_with("unsigned.jsonld") {
            assert_eq!(violations, [(Code::Missing, "issued"), (Code::Missing, "eIDASIdentifier")], "{name}");
        } else {
            assert_eq!(violations, [], "{name}");
        }
    }
}

#[test]
fn the_micro_credential_sample_is_read() {
    let Some(samples) = samples() else {
        println!("skipped: no reference data");
        return;
    };
    let (_, text) = samples.iter().find(|(name, _)| name.contains("MC-Annex1-signed")).unwrap();
    let credential = read(text).unwrap();
    let basics = credential.basics(Language::Cs);
    assert_eq!(basics.title, Some("Digital micro-credential creation"));
    assert_eq!(basics.issuer.as_ref().unwrap().name, Some("ORGANIZACION TEST"));
    assert_eq!(basics.awarding_bodies[0].name, Some("University of Zed"));
    assert_eq!(basics.awarding_bodies[0].country, Some("Irsko"));
    assert!(basics.mandate.unwrap().starts_with("Every claim inside this credential"));
    assert_eq!((basics.credits[0].points, basics.hours()), ("2", Some(60)));
    assert_eq!(basics.levels.len(), 2);
    assert_eq!(basics.modes, ["kombinovaná"]);
    assert_eq!(basics.languages, ["angličtina"]);
    assert_eq!(basics.outcomes.len(), 2);
    assert_eq!(basics.outcomes[0].skills.len(), 3);
    assert_eq!(credential.holder(Language::En).full_name, Some("Ana Andromeda"));
    assert_eq!(credential.holder(Language::En).born, Some("1999-10-02".parse().unwrap()));
    assert_eq!(credential.assessments(Language::En).assessments.len(), 1);
    let picture = credential.displays().next().unwrap();
    assert_eq!((picture.language, picture.media_type), ("ENG", "image/jpeg"));
    assert!(picture.bytes().unwrap().len() > 30_000);
}

#[test]
fn an_activity_alone_is_read_too() {
    let Some(samples) = samples() else {
        println!("skipped: no reference data");
        return;
    };
    let (_, text) = samples.iter().find(|(name, _)| name.contains("CertOfPart-signed")).unwrap();
    let credential = read(text).unwrap();
    let basics = credential.basics(Language::En);
    assert!(basics.title.is_some());
    assert_eq!(basics.modes, ["online (distance)"]);
    assert!(check(&credential).iter().any(|finding| finding.code == Code::AnnexMissing));
}

#[test]
fn what_we_compose_has_no_findings_at_all() {
    for (name, text) in support::composed() {
        assert_eq!(check(&read(&text).unwrap()), [], "{name}");
    }
}

/// JSON-LD lets a value stand in a list of one.
#[test]
fn credits_in_a_list_of_one_are_credits() {
    let (_, text) = support::composed().remove(0);
    let listed = text.replace("\"point\":\"3.5\"", "\"point\":[\"3.5\"]");
    assert_ne!(listed, text);
    let credential = read(&listed).unwrap();
    assert_eq!(credential.basics(Language::Cs).credits[0].points, "3.5");
}
