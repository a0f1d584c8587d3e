//! What the table of columns promises about erasure is done: every row is held against it before and after.

use signet_registry::{Scope, SealedFile};
use signet_store::columns::{COLUMNS, Erasure};
use signet_store::{BatchState, ErasePersonError, ReadArtefactError};

use crate::census::{Census, Everybody, Row, census, everybody};
use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, by, found, person, share};

on_both_engines![every_promise_is_kept, erasing_again_takes_what_was_shared_since, nobody_is_not_erased];

/// Columns that say of a ledger that it has grown by the word of the erasure, or that nothing will be sealed any more.
const FOLLOW_THE_LEDGER: [(&str, &str); 3] =
    [("credential", "length"), ("credential", "head"), ("credential", "waiting")];

fn rows<'a>(all: &'a Census, table: &str, of: &'a Everybody) -> impl Iterator<Item = &'a Row> {
    all[table].iter().filter(|row| of.is_in(row))
}

/// An upload's row goes with its bytes; all else that is kept as bytes keeps its row.
fn is_upload(row: &Row) -> bool {
    row.get("kind").is_some_and(|kind| kind == "upload")
}

async fn every_promise_is_kept(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let asked = everybody(opened, &tenant, 1, BatchState::Issued).await;
    let other = everybody(opened, &tenant, 2, BatchState::Checked).await;
    let before = census(opened).await;
    let done = tenant.erase_person(&asked.person, Scope::Publication, at(2_000), &by()).await.unwrap();
    assert_eq!((done.credentials, done.shares, done.sessions, done.uploads, done.artefacts), (2, 2, 3, 1, 0));
    let after = census(opened).await;

    for column in COLUMNS {
        let (table, name) = (column.table, column.name);
        let had = rows(&before, table, &asked).any(|row| row.contains_key(name));
        match column.erasure {
            Erasure::Deleted => {
                assert!(had, "{table}.{name}: the test has no such row, so it proves nothing");
                assert_eq!(rows(&after, table, &asked).count(), 0, "{table}.{name} is promised to be deleted");
            }
            Erasure::Blanked => {
                assert!(had, "{table}.{name}: the test has no such value, so it proves nothing");
                let left = rows(&after, table, &asked).any(|row| row.contains_key(name));
                assert!(!left, "{table}.{name} is promised to be emptied");
            }
            Erasure::Kept | Erasure::Untouched => kept(&before, &after, (table, name), &asked),
        }
    }
    // Nothing of another person's changed.
    for (table, rows) in &before {
        for row in rows.iter().filter(|row| other.is_in(row)) {
            assert!(after[table].contains(row), "{table}: a row of somebody else changed");
        }
    }
    let everything = format!("{after:?}");
    for text in &asked.theirs {
        assert!(!everything.contains(text), "“{text}” is still somewhere");
    }
    for text in &other.theirs {
        assert!(everything.contains(text));
    }
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
}

/// Values that are kept stand in as many rows as before, at least.
fn kept(before: &Census, after: &Census, (table, name): (&str, &str), of: &Everybody) {
    let goes_with_its_row = COLUMNS.iter().any(|one| one.table == table && one.erasure == Erasure::Deleted);
    if goes_with_its_row || FOLLOW_THE_LEDGER.contains(&(table, name)) {
        return;
    }
    let values = |all: &Census| {
        let mut values: Vec<String> =
            rows(all, table, of).filter(|row| !is_upload(row)).filter_map(|row| row.get(name).cloned()).collect();
        values.sort();
        values
    };
    let mut now = values(after);
    for value in values(before) {
        let there = now.iter().position(|one| *one == value);
        assert!(there.is_some(), "{table}.{name} is promised to be kept");
        there.map(|at| now.remove(at));
    }
}

async fn erasing_again_takes_what_was_shared_since(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let asked = everybody(opened, &tenant, 1, BatchState::Issued).await;
    tenant.erase_person(&asked.person, Scope::Publication, at(2_000), &by()).await.unwrap();
    let id = crate::fixture::credential(1);
    share(&tenant, &id, 77).await;
    let done = tenant.erase_person(&asked.person, Scope::Publication, at(3_000), &by()).await.unwrap();
    assert_eq!((done.credentials, done.shares), (0, 1));
    assert!(tenant.shares(&id).await.unwrap().is_empty());
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));

    // By order of an authority the bytes go as well.
    let pdf = tenant.sealed_files(&id).await.unwrap()[&SealedFile::Pdf];
    assert!(tenant.artefact(&pdf).await.is_ok());
    let done = tenant.erase_person(&asked.person, Scope::Artefacts, at(4_000), &by()).await.unwrap();
    assert_eq!((done.credentials, done.artefacts), (2, 6));
    assert!(matches!(tenant.artefact(&pdf).await, Err(ReadArtefactError::Erased(_))));
    let text = pdf.to_string();
    assert!(!opened.folder.path().join("artefacts/lhota").join(&text[..2]).join(&text).exists());
}

async fn nobody_is_not_erased(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let nobody = tenant.erase_person(&person("nobody"), Scope::Publication, at(1), &by()).await;
    assert!(matches!(nobody, Err(ErasePersonError::Unknown)));
}
