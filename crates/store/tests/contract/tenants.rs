//! Institutions are walls: with one's handle nothing of another can be read, changed or counted.

use signet_record::Bilingual;
use signet_registry::SealedFile;
use signet_share::ShareId;
use signet_store::{PutShareError, PutUnitError, ReadArtefactError, Search, Seek, TitledUnit};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, institution, issue, link_key, person, share, unit};

on_both_engines![
    walls_hold,
    institutions_are_founded_and_changed,
    a_units_version_never_changes,
    settings_are_kept,
    the_database_answers
];

async fn walls_hold(opened: &Opened) {
    let (lhota, jinde) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    let id = issue(&lhota, 1, "p1").await;
    let (kept, _) = share(&lhota, &id, 1).await;
    let row = lhota.credential(&id).await.unwrap().unwrap();

    assert!(jinde.credential(&id).await.unwrap().is_none());
    assert!(jinde.history(&id).await.unwrap().is_none());
    assert!(jinde.credentials_of(&person("p1")).await.unwrap().is_empty());
    assert!(jinde.credential_by_key(&row.key).await.unwrap().is_none());
    assert!(jinde.person(&person("p1")).await.unwrap().is_none());
    let files = lhota.sealed_files(&id).await.unwrap();
    assert!(jinde.sealed_files(&id).await.unwrap().is_empty());
    assert!(matches!(jinde.artefact(&files[&SealedFile::Jsonld]).await, Err(ReadArtefactError::Unknown(_))));
    assert!(jinde.shares(&id).await.unwrap().is_empty());
    assert!(jinde.share(&kept.id).await.unwrap().is_none());
    assert!(!jinde.change_share(&kept).await.unwrap());
    assert!(jinde.looks(&id).await.unwrap().is_empty());
    assert!(jinde.search(&Search::default(), &Seek::First, 10).await.unwrap().rows.is_empty());
    assert!(jinde.audit(None, 10).await.unwrap().rows.is_empty());
    assert_eq!(jinde.progress(None).await.unwrap().total(), 0);
    assert!(jinde.assign_status(&id, [9; 32]).await.is_err());
    let foreign = signet_share::Share { id: ShareId::from_random([2; 16]), ..kept };
    let lookup = signet_share::ShareLink::of(&link_key(), foreign.id).lookup_digest();
    assert!(matches!(jinde.put_share(&foreign, &lookup).await, Err(PutShareError::UnknownCredential)));
}

async fn institutions_are_founded_and_changed(opened: &Opened) {
    let operator = opened.store.operator();
    operator.put_institution(&institution("lhota"), "a = 1", at(0)).await.unwrap();
    operator.put_institution(&institution("jinde"), "a = 2", at(0)).await.unwrap();
    operator.put_institution(&institution("lhota"), "a = 3", at(5)).await.unwrap();
    let all = operator.institutions().await.unwrap();
    assert_eq!(all.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["jinde", "lhota"]);
    let lhota = opened.store.tenant(&institution("lhota")).institution().await.unwrap().unwrap();
    assert_eq!((lhota.document.as_str(), lhota.changed), ("a = 3", at(5)));
    assert!(opened.store.tenant(&institution("nikde")).institution().await.unwrap().is_none());
}

async fn a_units_version_never_changes(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let title = Bilingual::new("Ekonometrie", "Econometrics").unwrap();
    tenant.put_unit(&unit(), 2, &title, "two", at(1)).await.unwrap();
    tenant.put_unit(&unit(), 2, &title, "two", at(2)).await.unwrap();
    let changed = tenant.put_unit(&unit(), 2, &title, "other", at(3)).await.unwrap_err();
    assert!(matches!(changed, PutUnitError::Changed { version: 2, .. }), "{changed}");
    assert_eq!(tenant.unit(&unit(), 1).await.unwrap().unwrap().document, "{}");
    let newest = tenant.newest_unit(&unit()).await.unwrap().unwrap();
    assert_eq!((newest.version, newest.document.as_str(), &newest.title), (2, "two", &title));
    let titles = tenant.unit_titles().await.unwrap();
    assert_eq!(titles, [TitledUnit { id: newest.id, title: newest.title }]);
}

async fn settings_are_kept(opened: &Opened) {
    let operator = opened.store.operator();
    assert_eq!(operator.setting("seal.stopped").await.unwrap(), None);
    operator.put_setting("seal.stopped", "yes", at(0)).await.unwrap();
    operator.put_setting("seal.stopped", "no", at(1)).await.unwrap();
    assert_eq!(operator.setting("seal.stopped").await.unwrap().as_deref(), Some("no"));
}

async fn the_database_answers(opened: &Opened) {
    opened.store.ping().await.unwrap();
    opened.store.close().await;
    assert!(opened.store.ping().await.is_err());
}
