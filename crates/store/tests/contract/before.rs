//! A register that the program of the release before made comes over with nothing lost, and goes on beside that program while both run.

use std::collections::BTreeMap;

use bytes::Bytes;
use signet_record::CredentialId;
use signet_registry::{Digest, Entry, Event, Renewed, SealedFile, Status, StatusIndex, StatusList};
use signet_store::{ArtefactKind, Database, NamePrefix, Protected, Search, Seek, Store};
use sqlx::{AnyPool, AssertSqlSafe, Row};

use crate::engines::{Empty, Opened, empty_postgres, empty_sqlite};
use crate::fixture::{SEALED, artefacts, at, by, credential, institution, link_key, seal, state};
use signet_share::{ShareId, ShareLink};

/// The last migration of before, after which the rows are named.
const LAST: &str = "2026-11-30-51-protected-until";
const ROWS: &str = include_str!("../before/2026-11-30-51.sql");

/// What the program of before wrote of a ledger that had grown.
const STATE: &str = "UPDATE credential
SET stage = $3, status = $4, waiting = $5, length = $6, head = $7, dated = COALESCE($8, dated), superseded = $9,
    jsonld = $10, pdf = $11,
    protected_until = CASE WHEN jsonld IS NOT DISTINCT FROM $10 AND pdf IS NOT DISTINCT FROM $11 THEN protected_until END,
    lease_owner = CASE WHEN CAST($5 AS BIGINT) = 0 THEN '' ELSE lease_owner END,
    lease_until = CASE WHEN CAST($5 AS BIGINT) = 0 THEN 0 ELSE lease_until END,
    trouble = CASE WHEN CAST($5 AS BIGINT) = 0 THEN NULL ELSE trouble END
WHERE institution = $1 AND id = $2";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_comes_over() {
    comes_over(empty_sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_comes_over() {
    if let Some(empty) = empty_postgres().await {
        comes_over(empty).await;
    }
}

async fn comes_over(empty: Empty) {
    let pool = Opened::pool(&empty.owner).await;
    as_before(&pool, &empty.owner).await;
    let opened = empty.open().await;
    everything_is_there(&opened, &pool).await;
    // Opened again, nothing is brought over a second time.
    opened.again().await.close().await;
    both_run(&opened, &pool).await;
    pool.close().await;
}

/// Tables and rows as they were.
async fn as_before(pool: &AnyPool, owner: &Database) {
    let (engine, other) = match owner {
        Database::Sqlite(_) => ("sqlite", "postgres"),
        Database::Postgres(_) => ("postgres", "sqlite"),
    };
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations")).unwrap();
    let mut files: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.to_str().unwrap().ends_with(".sql"));
    files.sort();
    let mut made = include_str!("../../sql/migration_table.sql").to_owned() + ";";
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let name = name.strip_suffix(engine).map_or(name, |name| name.trim_end_matches('.'));
        if name > LAST || name.ends_with(other) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let digest = Digest::of(text.as_bytes());
        made.push_str(&format!("{text}\nINSERT INTO migration (name, digest) VALUES ('{name}', '{digest}');\n"));
    }
    let rows = match owner {
        Database::Sqlite(_) => ROWS.to_owned(),
        Database::Postgres(_) => ROWS.replace("x'", "'\\x"),
    };
    for text in [made, rows] {
        sqlx::raw_sql(AssertSqlSafe(text)).execute(pool).await.unwrap();
    }
}

/// The columns of before.
async fn columns(pool: &AnyPool, id: &CredentialId) -> BTreeMap<SealedFile, Digest> {
    let row = sqlx::query("SELECT jsonld, pdf FROM credential WHERE id = $1").bind(id.to_string());
    let row = row.fetch_one(pool).await.unwrap();
    let file = |(place, kind)| Some((kind, row.get::<Option<String>, usize>(place)?.parse().unwrap()));
    SEALED.into_iter().enumerate().filter_map(file).collect()
}

async fn everything_is_there(opened: &Opened, pool: &AnyPool) {
    let mut files = 0;
    for (name, ids) in [("lhota", 1..=7), ("jinde", 8..=8)] {
        let tenant = opened.store.tenant(&institution(name));
        for n in ids {
            let id = credential(n);
            let named = state(&tenant, &id).await.artefacts().map(|sealed| sealed.files.clone()).unwrap_or_default();
            assert_eq!(tenant.sealed_files(&id).await.unwrap(), named, "{n}");
            assert_eq!(columns(pool, &id).await, named, "{n}");
            assert_eq!(tenant.credential(&id).await.unwrap().unwrap().is_sealed(), !named.is_empty(), "{n}");
            files += named.len();
        }
        let audited = tenant.audit(None, 100).await.unwrap().rows;
        assert!(audited.iter().all(|one| one.findings.is_empty()), "{audited:?}");
        assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
        assert_eq!(tenant.audit_status().await.unwrap(), []);
    }
    assert_eq!(files, 10);
    lists_say_the_same(opened, pool).await;
    let unfilled = "SELECT COUNT(*) FROM person_word WHERE beginnings = -1";
    assert_eq!(sqlx::query_scalar::<_, i64>(unfilled).fetch_one(pool).await.unwrap(), 0);
    let tenant = opened.store.tenant(&institution("lhota"));
    let both = Search::Name(["nov", "jana"].map(NamePrefix::new).to_vec());
    assert_eq!(tenant.search(&both, &Seek::First, 100).await.unwrap().rows.len(), 7);
    let link = ShareLink::of(&link_key(), ShareId::from_random([4; 16]));
    let shown = opened.store.public().look_up(&link.lookup_digest()).await.unwrap().unwrap();
    assert_eq!(shown.files, tenant.sealed_files(&credential(4)).await.unwrap());
    assert_eq!(shown.sizes, BTreeMap::from([(SealedFile::Jsonld, 13), (SealedFile::Pdf, 13)]));
    let remembered = tenant.protection(&credential(3)).await.unwrap();
    assert_eq!(remembered, Some(Protected { until: Some(at(5_000)) }));
    let unknown = [4, 5, 7].map(credential);
    assert_eq!(tenant.protection_unknown(None, 100).await.unwrap(), unknown, "6 was revoked before its seal");
}

/// The entries of the status lists, from the rows that the program of before made them of.
async fn lists_say_the_same(opened: &Opened, pool: &AnyPool) {
    let before = "SELECT status_place.place, credential.status FROM credential CROSS JOIN status_place
        WHERE credential.institution = $1 AND credential.status <> 'valid' AND status_place.institution = $1
          AND status_place.credential = credential.id AND status_place.list = 1";
    for (name, several) in [("lhota", 2), ("jinde", 0)] {
        let rows = sqlx::query(before).bind(name).fetch_all(pool).await.unwrap();
        assert_eq!(rows.len(), several);
        let list = opened.store.public().status_list(&institution(name), 1).await.unwrap().unwrap();
        let mut expected = StatusList::new();
        for row in rows {
            let place = StatusIndex::try_from(u32::try_from(row.get::<i64, _>(0)).unwrap()).unwrap();
            expected.set(place, Status::from_code(row.get(1)).unwrap());
        }
        assert!(list == expected, "{name}");
    }
}

/// What one program writes the other reads.
async fn both_run(opened: &Opened, pool: &AnyPool) {
    let tenant = opened.store.tenant(&institution("lhota"));
    let sealed = seal(&tenant, &credential(2)).await;
    assert_eq!(columns(pool, &credential(2)).await, sealed.artefacts().unwrap().files);

    let id = credential(3);
    let bytes =
        SEALED.map(|kind| (ArtefactKind::Sealed(kind), Bytes::from(format!("renewed by another {}", kind.code()))));
    let digests = tenant.put_artefact_list(&bytes, at(1_900)).await.unwrap();
    let files: BTreeMap<SealedFile, Digest> = SEALED.into_iter().zip(digests).collect();
    let renewed = Event::Renewed(Renewed { files: files.clone() });
    append_as_before(opened, &state(&tenant, &id).await.next(renewed, at(1_901), by()).unwrap()).await;
    assert_eq!(tenant.sealed_files(&id).await.unwrap(), files);
    assert_eq!(tenant.protection(&id).await.unwrap(), None, "of other files nothing is known");
    let findings = |store: &Store| {
        let tenant = store.tenant(&institution("lhota"));
        async move { tenant.audit(None, 100).await.unwrap().rows.remove(2).findings }
    };
    // Only its log entry is missing, which this test did not write.
    let found = findings(&opened.store).await;
    assert!(matches!(found[..], [signet_store::Inconsistency::Unlogged(5)]), "{found:?}");
    // A digest that no ledger names is refused, in the column and in the table.
    let forged = format!("UPDATE credential SET pdf = '{}' WHERE id = '{id}'", Digest::of(b"forged"));
    assert!(sqlx::query(AssertSqlSafe(forged)).execute(pool).await.is_err());
    assert_eq!(artefacts(&tenant, &id).await.files.len(), SEALED.len());
}

/// Appends an entry in the statements of the program of before.
async fn append_as_before(opened: &Opened, entry: &Entry) {
    let pool = Opened::pool(&opened.database).await;
    let tenant = opened.store.tenant(entry.institution());
    let state = state(&tenant, entry.credential()).await.after(entry).unwrap();
    let (institution, id) = (entry.institution().to_string(), entry.credential().to_string());
    let sequence = i64::from(entry.sequence());
    let mut transaction = pool.begin().await.unwrap();
    sqlx::query(include_str!("../../sql/event_put.sql"))
        .bind(institution.clone())
        .bind(id.clone())
        .bind(sequence)
        .bind(entry.event().name())
        .bind(entry.at().as_millisecond())
        .bind(entry.hash().to_string())
        .bind(entry.canonical().to_owned())
        .execute(&mut *transaction)
        .await
        .unwrap();
    for digest in entry.event().artefacts() {
        let put = sqlx::query(include_str!("../../sql/event_artefact_put.sql"));
        let put = put.bind(institution.clone()).bind(id.clone()).bind(sequence).bind(digest.to_string());
        put.execute(&mut *transaction).await.unwrap();
    }
    let file = |kind| state.artefacts().and_then(|sealed| sealed.file(kind)).map(ToString::to_string);
    sqlx::query(STATE)
        .bind(institution)
        .bind(id)
        .bind(state.stage().code())
        .bind(state.status().code())
        .bind(i64::from(state.awaits_seal()))
        .bind(i64::from(state.length()))
        .bind(state.head().to_string())
        .bind(state.intended().map(|intended| intended.issued.as_millisecond()))
        .bind(state.superseded().map(|(_, by)| by.to_string()))
        .bind(file(SealedFile::Jsonld))
        .bind(file(SealedFile::Pdf))
        .execute(&mut *transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    pool.close().await;
}
