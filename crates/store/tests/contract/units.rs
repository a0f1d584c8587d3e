//! Ledgers of units: draft, versions and log beside them, two who write at once, and what is found when somebody changed them.

use bytes::Bytes;
use signet_record::{Bilingual, Date, Line, UnitId};
use signet_registry::{
    Agent, Digest, DraftStage, UnitApproval, UnitEntry, UnitEvent, UnitLedgerState, UnitStanding, UnitVersion,
};
use signet_store::{
    AppendUnitError, ApprovedText, ArtefactKind, AuditedUnit, Inconsistency, LogFinding, SweepTerms, Tenant, UnitAppend,
};
use sqlx::{AssertSqlSafe, Row as _};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, issue, person};
use crate::fsck::intruder;

on_both_engines![
    a_unit_comes_from_its_draft_to_an_approved_version,
    of_two_who_save_at_once_one_is_overtaken_and_nothing_is_lost,
    of_two_who_begin_at_once_one_is_overtaken,
    nothing_is_written_without_what_the_entries_name,
    a_version_that_stands_with_another_text_is_not_approved,
    units_of_another_institution_are_not_there,
    units_are_listed_in_a_line_each,
    handed_in_texts_are_no_orphans,
    a_changed_unit_is_found,
    a_unit_removed_from_its_tables_is_found,
];

fn unit(id: &str) -> UnitId {
    UnitId::new(id).unwrap()
}

pub fn who(account: &str) -> Agent {
    Agent::new(account).unwrap()
}

fn saved(revision: u32, text: &str, who: &str) -> UnitEvent {
    UnitEvent::Saved { revision, digest: Digest::of(text.as_bytes()), person: Some(person(who)) }
}

pub async fn state(tenant: &Tenant, id: &str) -> UnitLedgerState {
    tenant.unit_history(&unit(id)).await.unwrap().unwrap().state
}

/// Begins a unit whose draft says something.
pub async fn drafted(tenant: &Tenant, id: &str, text: &str) -> UnitLedgerState {
    let event = UnitEvent::Drafted { version: 1 };
    let first = UnitEntry::first(tenant.id().clone(), unit(id), event, at(0), who("author")).unwrap();
    let second = UnitLedgerState::first(&first).unwrap().next(saved(1, text, "V-1"), at(1), who("author")).unwrap();
    let guarantor = person("V-2");
    let append = UnitAppend {
        entries: &[first, second],
        document: Some(text),
        guarantor: Some(&guarantor),
        ..UnitAppend::default()
    };
    tenant.append_unit(append).await.unwrap()
}

pub async fn append(tenant: &Tenant, id: &str, event: UnitEvent, account: &str) -> UnitLedgerState {
    let entry = state(tenant, id).await.next(event, at(10), who(account)).unwrap();
    tenant.append_unit(UnitAppend { entries: &[entry], ..UnitAppend::default() }).await.unwrap()
}

pub async fn save(tenant: &Tenant, id: &str, text: &str) -> UnitLedgerState {
    let before = state(tenant, id).await;
    let revision = before.draft().unwrap().revision + 1;
    let entry = before.next(saved(revision, text, "V-1"), at(10), who("author")).unwrap();
    let append = UnitAppend { entries: &[entry], document: Some(text), ..UnitAppend::default() };
    tenant.append_unit(append).await.unwrap()
}

pub async fn submit(tenant: &Tenant, id: &str, text: &str) -> UnitLedgerState {
    let bytes = Bytes::from(text.to_owned());
    let written = tenant.write_artefacts(&[(ArtefactKind::Unit, bytes)], at(5)).await.unwrap();
    let digest = Digest::of(text.as_bytes());
    let entry = state(tenant, id).await.next(UnitEvent::Submitted { digest }, at(10), who("author")).unwrap();
    let append = UnitAppend { entries: &[entry], written: Some(&written), ..UnitAppend::default() };
    tenant.append_unit(append).await.unwrap()
}

fn approval(version: u32, text: &str) -> UnitApproval {
    UnitApproval {
        version,
        digest: Digest::of(text.as_bytes()),
        framework: Line::new("1.0").unwrap(),
        from: Date::constant(2025, 10, 1),
        review_by: Date::constant(2028, 9, 30),
        person: Some(person("V-3")),
    }
}

async fn approve(tenant: &Tenant, id: &str, text: &str, document: &str) -> Result<UnitLedgerState, AppendUnitError> {
    let digest = Digest::of(text.as_bytes());
    append(tenant, id, UnitEvent::Endorsed { digest, person: Some(person("V-2")) }, "guarantor").await;
    let before = state(tenant, id).await;
    let event = UnitEvent::Approved(approval(before.draft().unwrap().version, text));
    let entry = before.next(event, at(20), who("quality")).unwrap();
    let title = Bilingual::new("Ukázka", "Specimen").unwrap();
    let approved = Some(ApprovedText { title: &title, document, quality_until: Some(Date::constant(2034, 1, 14)) });
    tenant.append_unit(UnitAppend { entries: &[entry], approved, ..UnitAppend::default() }).await
}

/// A unit with an approved version.
pub async fn approved(tenant: &Tenant, id: &str) -> UnitLedgerState {
    let text = format!("text of {id}");
    drafted(tenant, id, &text).await;
    submit(tenant, id, &text).await;
    approve(tenant, id, &text, "{}").await.unwrap()
}

async fn a_unit_comes_from_its_draft_to_an_approved_version(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    assert!(tenant.unit_history(&unit("ukazka")).await.unwrap().is_none());
    drafted(&tenant, "ukazka", "one").await;
    let row = tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap();
    assert_eq!((row.document.as_str(), row.revision, row.version), ("one", 1, Some(1)));
    assert_eq!((row.stage, row.standing), (Some(DraftStage::Draft), UnitStanding::Unapproved));
    assert_eq!(row.guarantor, Some(person("V-2")));
    save(&tenant, "ukazka", "two").await;
    submit(&tenant, "ukazka", "two").await;
    assert_eq!(tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap().document, "two");
    let approved = approve(&tenant, "ukazka", "two", "{\"unit\":1}").await.unwrap();
    assert_eq!(approved, state(&tenant, "ukazka").await);

    let row = tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap();
    assert_eq!((row.document.as_str(), row.revision, row.version, row.stage), ("", 0, None, None));
    assert_eq!((row.standing.code(), row.length), ("approved", 6));
    let [version] = &tenant.unit_versions(&unit("ukazka")).await.unwrap()[..] else { panic!("one version") };
    assert_eq!((version.version, version.digest), (1, Digest::of(b"two")));
    assert_eq!((version.from, version.review_by), (Date::constant(2025, 10, 1), Date::constant(2028, 9, 30)));
    assert_eq!(version.quality_until, Some(Date::constant(2034, 1, 14)));
    // From now on credentials can name it.
    assert_eq!(tenant.newest_unit(&unit("ukazka")).await.unwrap().unwrap().document, "{\"unit\":1}");
    let text = tenant.artefact(&version.digest).await.unwrap();
    assert_eq!((text.kind, &text.bytes[..]), (ArtefactKind::Unit, &b"two"[..]));

    // The next version is written beside it, from its text.
    let from = UnitVersion { unit: unit("ukazka"), version: 1 };
    append(&tenant, "ukazka", UnitEvent::Published {}, "registrar").await;
    append(&tenant, "ukazka", UnitEvent::Copied { version: 2, from }, "author").await;
    save(&tenant, "ukazka", "three").await;
    let row = tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap();
    assert_eq!((row.document.as_str(), row.version, row.standing.code()), ("three", Some(2), "published"));
    submit(&tenant, "ukazka", "three").await;
    approve(&tenant, "ukazka", "three", "{\"unit\":2}").await.unwrap();
    assert_eq!(tenant.unit_versions(&unit("ukazka")).await.unwrap().len(), 2);
    assert_eq!(tenant.unit_drafts().await.unwrap().len(), 1);
    sound(&tenant).await;
}

async fn audited(tenant: &Tenant, id: &str) -> AuditedUnit {
    tenant.audit_units().await.unwrap().into_iter().find(|one| one.unit == unit(id)).unwrap()
}

/// Nothing is wrong with any unit, nor with the log.
async fn sound(tenant: &Tenant) {
    for one in tenant.audit_units().await.unwrap() {
        assert!(one.findings.is_empty(), "{one:?}");
    }
    assert!(tenant.audit_log(&[]).await.unwrap().findings.is_empty());
}

async fn of_two_who_save_at_once_one_is_overtaken_and_nothing_is_lost(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let before = drafted(&tenant, "ukazka", "one").await;
    let other = opened.again().await.tenant(tenant.id());
    let texts = ["from here", "from there"];
    let entries = texts.map(|text| before.next(saved(2, text, "V-1"), at(5), who("author")).unwrap());
    let save = |tenant: Tenant, entry: UnitEntry, text: &'static str| async move {
        tenant.append_unit(UnitAppend { entries: &[entry], document: Some(text), ..UnitAppend::default() }).await
    };
    let [here, there] = entries;
    let (here, there) = tokio::join!(save(tenant.clone(), here, texts[0]), save(other, there, texts[1]));
    let (won, lost) = match (here, there) {
        (Ok(_), Err(lost)) => (texts[0], lost),
        (Err(lost), Ok(_)) => (texts[1], lost),
        both => panic!("{both:?}"),
    };
    assert!(matches!(lost, AppendUnitError::Overtaken), "{lost:?}");
    let row = tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap();
    assert_eq!((row.document.as_str(), row.revision), (won, 2));
    sound(&tenant).await;
}

async fn of_two_who_begin_at_once_one_is_overtaken(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let begin = |account: &'static str| {
        let tenant = tenant.clone();
        async move {
            let event = UnitEvent::Drafted { version: 1 };
            let first = UnitEntry::first(tenant.id().clone(), unit("ukazka"), event, at(0), who(account)).unwrap();
            tenant.append_unit(UnitAppend { entries: &[first], ..UnitAppend::default() }).await
        }
    };
    let (one, other) = tokio::join!(begin("author"), begin("author-2"));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let lost = one.err().or(other.err()).unwrap();
    assert!(matches!(lost, AppendUnitError::Overtaken), "{lost:?}");
    assert_eq!(state(&tenant, "ukazka").await.length(), 1);
    sound(&tenant).await;
}

async fn nothing_is_written_without_what_the_entries_name(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let before = drafted(&tenant, "ukazka", "one").await;
    let entry = |event| before.next(event, at(5), who("author")).unwrap();
    let digest = Digest::of(b"one");
    let put = |entry: UnitEntry, document: Option<&'static str>| {
        let tenant = tenant.clone();
        async move {
            let append = UnitAppend { entries: &[entry], document, ..UnitAppend::default() };
            tenant.append_unit(append).await.unwrap_err()
        }
    };
    let lost = put(entry(UnitEvent::Submitted { digest }), None).await;
    assert!(matches!(lost, AppendUnitError::Missing(missing) if missing == digest), "{lost:?}");
    for document in [None, Some("other")] {
        let lost = put(entry(saved(2, "two", "V-1")), document).await;
        assert!(matches!(lost, AppendUnitError::AnotherText), "{lost:?}");
    }
    let foreign =
        UnitEntry::first(tenant.id().clone(), unit("jina"), UnitEvent::Drafted { version: 1 }, at(0), who("a"));
    let foreign =
        UnitLedgerState::first(&foreign.unwrap()).unwrap().next(saved(1, "x", "V-1"), at(1), who("a")).unwrap();
    let lost = put(foreign, Some("x")).await;
    assert!(matches!(lost, AppendUnitError::Unknown(_)), "{lost:?}");
    assert_eq!(state(&tenant, "ukazka").await, before);
    assert_eq!(tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap().document, "one");
    sound(&tenant).await;
}

async fn a_version_that_stands_with_another_text_is_not_approved(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let title = Bilingual::new("Dovezená", "Imported").unwrap();
    tenant.put_unit(&unit("ukazka"), 1, &title, "{\"imported\":true}", at(0)).await.unwrap();
    drafted(&tenant, "ukazka", "one").await;
    submit(&tenant, "ukazka", "one").await;
    let lost = approve(&tenant, "ukazka", "one", "{}").await.unwrap_err();
    assert!(matches!(lost, AppendUnitError::Versioned { version: 1, .. }), "{lost:?}");
    assert_eq!(state(&tenant, "ukazka").await.approved().len(), 0);
    sound(&tenant).await;
}

async fn units_of_another_institution_are_not_there(opened: &Opened) {
    let (tenant, other) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    let state = drafted(&tenant, "ukazka", "one").await;
    assert!(other.unit_history(&unit("ukazka")).await.unwrap().is_none());
    assert!(other.unit_drafts().await.unwrap().is_empty());
    let entry = state.next(saved(2, "two", "V-1"), at(5), who("author")).unwrap();
    let append = UnitAppend { entries: &[entry], document: Some("two"), ..UnitAppend::default() };
    assert!(matches!(other.append_unit(append).await.unwrap_err(), AppendUnitError::AnotherLedger));
    // The same id is another unit there.
    drafted(&other, "ukazka", "elsewhere").await;
    assert_eq!(tenant.unit_draft(&unit("ukazka")).await.unwrap().unwrap().document, "one");
}

async fn handed_in_texts_are_no_orphans(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    drafted(&tenant, "ukazka", "one").await;
    submit(&tenant, "ukazka", "one").await;
    let lost = tenant.put_artefact(ArtefactKind::Remarks, Bytes::from_static(b"[]"), at(5)).await.unwrap();
    let much_later = at(400 * 86_400);
    assert_eq!(tenant.orphans(much_later).await.unwrap(), [lost]);
    opened.store.sweep(much_later, &SweepTerms::default()).await.unwrap();
    assert!(tenant.artefact(&Digest::of(b"one")).await.is_ok());
    assert!(tenant.artefact(&lost).await.is_err());
}

async fn a_changed_unit_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for id in ["a", "b", "c", "d", "f", "g"] {
        approved(&tenant, id).await;
    }
    drafted(&tenant, "e", "one").await;
    sound(&tenant).await;
    intruder(
        opened,
        &[
            ("UPDATE unit_event SET canonical = replace(canonical, 'V-3', 'V-9') WHERE unit = 'a' AND sequence = 5", 1),
            ("UPDATE unit_version SET review_by = '2999-12-31' WHERE unit = 'b'", 1),
            ("UPDATE unit_draft SET standing = 'suspended' WHERE unit = 'c'", 1),
            ("DELETE FROM unit_version WHERE unit = 'd'", 1),
            ("DELETE FROM unit_event WHERE unit = 'd' AND sequence = 5", 1),
            ("UPDATE unit_draft SET document = 'two' WHERE unit = 'e'", 1),
            ("UPDATE unit_version SET approved = approved + 1 WHERE unit = 'f'", 1),
            ("UPDATE unit_draft SET changed = changed - 1 WHERE unit = 'g'", 1),
        ],
    )
    .await;
    assert!(matches!(audited(&tenant, "a").await.findings[..], [Inconsistency::Ledger(_)]));
    assert!(matches!(audited(&tenant, "b").await.findings[..], [Inconsistency::Disagrees("unit_version")]));
    assert!(matches!(audited(&tenant, "c").await.findings[..], [Inconsistency::Disagrees("standing")]));
    assert!(audited(&tenant, "d").await.findings.iter().any(|one| matches!(one, Inconsistency::Removed(5))));
    assert!(matches!(audited(&tenant, "e").await.findings[..], [Inconsistency::Disagrees("document")]));
    assert!(matches!(audited(&tenant, "f").await.findings[..], [Inconsistency::Disagrees("unit_version")]));
    assert!(matches!(audited(&tenant, "g").await.findings[..], [Inconsistency::Disagrees("changed")]));
}

async fn a_unit_removed_from_its_tables_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    approved(&tenant, "a").await;
    drafted(&tenant, "b", "one").await;
    let pool = Opened::pool(&opened.owner).await;
    let logged = "SELECT COUNT(*) FROM log_entry WHERE unit = 'a' AND kind = 'unit-entry'";
    let logged: i64 = sqlx::query(AssertSqlSafe(logged.to_owned())).fetch_one(&pool).await.unwrap().get(0);
    assert_eq!(logged, 5);
    pool.close().await;
    intruder(
        opened,
        &[
            ("DELETE FROM unit_version WHERE unit = 'a'", 1),
            ("DELETE FROM unit_event WHERE unit = 'a'", 5),
            ("DELETE FROM unit_draft WHERE unit = 'a'", 1),
        ],
    )
    .await;
    assert!(matches!(audited(&tenant, "a").await.findings[..], [Inconsistency::Gone]));
    assert!(audited(&tenant, "b").await.findings.is_empty());
    // Out of the log as well: its chain breaks.
    intruder(opened, &[("DELETE FROM log_entry WHERE unit = 'a'", 5)]).await;
    let findings = tenant.audit_log(&[]).await.unwrap().findings;
    assert!(matches!(findings[..], [LogFinding::Broken { .. }]), "{findings:?}");
}

async fn units_are_listed_in_a_line_each(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    drafted(&tenant, "ukazka", &"title.cs = \"Ukázka\"\n".repeat(200)).await;
    approved(&tenant, "schvalena").await;
    let listed = tenant.unit_overview().await.unwrap();
    let line = |id: &str| listed.iter().find(|line| line.unit.as_str() == id).unwrap();
    assert_eq!(listed.len(), 3, "the fixture's own unit came as a file");
    let draft = line("ukazka");
    assert_eq!((draft.draft, draft.standing), (Some((DraftStage::Draft, 1)), Some(UnitStanding::Unapproved)));
    assert_eq!((draft.head.chars().count(), draft.guarantor.as_ref()), (2_000, Some(&person("V-2"))));
    assert!(draft.newest.is_none() && draft.review_by.is_none());
    let approved = line("schvalena");
    assert_eq!((approved.draft, approved.head.as_str()), (None, ""));
    assert_eq!(approved.newest.as_ref().map(|(version, _)| *version), Some(1));
    assert_eq!(approved.review_by, Some(Date::constant(2028, 9, 30)));
    let filed = line(crate::fixture::unit().as_str());
    assert_eq!((filed.standing, filed.newest.as_ref().map(|(version, _)| *version)), (None, Some(1)));
    let changed: Vec<_> = listed.iter().map(|line| line.changed).collect();
    assert!(changed.is_sorted_by(|one, next| one >= next));
    let other = found(&opened.store, "hora").await;
    assert_eq!(other.unit_overview().await.unwrap().len(), 1);
}
