//! Every letter to an account in both languages, as it is sent.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use signet_record::specimen;

use super::*;
use crate::letter::tests::{differs, lines, visible};

const LINK: &str = "https://mikrocertifikat.example/cs/staff";

fn all() -> Vec<AccountTold> {
    let title = "Ekonometrie v R".to_owned();
    let told = |kind| match kind {
        AccountLetterKind::Digest => AccountTold::Digest(vec![
            (TaskKind::ApproveUnit, 3),
            (TaskKind::ConfirmPerson, 1),
            (TaskKind::FailedRows, 25),
        ]),
        AccountLetterKind::UnitReturned | AccountLetterKind::UnitApproved => AccountTold::Matter(kind, title.clone()),
        AccountLetterKind::EmergencyLink => AccountTold::Matter(kind, "peceti".to_owned()),
        AccountLetterKind::BatchDone => AccountTold::Batch { kind, title: title.clone(), sealed: 48, waiting: 0 },
        AccountLetterKind::BatchFailed => AccountTold::Batch { kind, title: title.clone(), sealed: 45, waiting: 3 },
        AccountLetterKind::RoleGiven | AccountLetterKind::RoleEnds => {
            AccountTold::Role { kind, role: Role::Registrar, last: Some(Date::constant(2027, 1, 31)) }
        }
        other => AccountTold::Account(other),
    };
    AccountLetterKind::ALL.into_iter().map(told).collect()
}

#[test]
fn ml1_each_letter_to_an_account_is_as_it_was_read_and_approved() {
    let institution = specimen::institution().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/account-letters");
    let mut differing = Vec::new();
    for language in Language::ALL {
        for told in all() {
            let kind = told.kind();
            let in_its_name = kind.is_optional() || kind == AccountLetterKind::EmergencyLink;
            let own = in_its_name.then_some(&institution);
            let facts =
                AccountLetterFacts { told, institution: own, href: LINK.to_owned(), host: "mikrocertifikat.example" };
            let letter = write(&facts, language).unwrap();
            let mut text = lines(&letter.text);
            assert!(text.remove(LINK) && letter.html.contains(LINK), "{kind:?}");
            assert_eq!(text, lines(&visible(&letter.html)), "{kind:?} {language:?}: text and page say the same");
            assert!(!letter.text.contains("{$") && !letter.text.contains("  "), "{kind:?} {language:?}");
            differing.extend(differs(&folder.join(format!("{}.{}", kind.code(), language.code())), &letter));
        }
    }
    assert!(differing.is_empty(), "SIGNET_BLESS=1 writes them anew: {differing:#?}");
}

#[test]
fn ml7_every_letter_is_read_without_a_style_block() {
    for language in Language::ALL {
        for told in all() {
            let facts = AccountLetterFacts { told, institution: None, href: LINK.to_owned(), host: "x.example" };
            crate::letter::tests::needs_no_style(&write(&facts, language).unwrap().html);
        }
    }
}
