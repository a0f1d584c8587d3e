//! Erasure: what the holder may have erased goes, what the law keeps stays.

use signet_registry::{Erased, Event, Scope, SealedFile};
use signet_store::{AppendError, ReadArtefactError, ShareView};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, by, found, issue, person, share, state};

on_both_engines![publication_ends_and_the_register_stays, artefacts_go_and_their_digests_stay];

async fn publication_ends_and_the_register_stays(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, other) = (issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await);
    let (document, link) = share(&tenant, &id, 1).await;
    let (_, others_link) = share(&tenant, &other, 2).await;
    let look = |share| ShareView { looks: 1, ..ShareView::none(share, at(0)) };
    let public = opened.store.public();
    public.add_looks(&[(tenant.id().clone(), look(document.id))]).await.unwrap();

    append(&tenant, &id, Event::Erased(Erased { scope: Scope::Publication })).await;
    // What was counted before and is written after leaves nothing of the erased share, and loses nothing of another.
    let others = tenant.shares(&other).await.unwrap().remove(0);
    let counted = [look(document.id), look(others.id)].map(|look| (tenant.id().clone(), look));
    public.add_looks(&counted).await.unwrap();
    assert_eq!(tenant.looks(&other).await.unwrap().len(), 1);
    assert!(tenant.shares(&id).await.unwrap().is_empty());
    assert!(tenant.looks(&id).await.unwrap().is_empty());
    assert!(opened.store.public().look_up(&link.lookup_digest()).await.unwrap().is_none());
    assert!(tenant.person(&person("p1")).await.unwrap().unwrap().email.is_none());
    let files = tenant.sealed_files(&id).await.unwrap();
    assert!(tenant.artefact(&files[&SealedFile::Pdf]).await.is_ok());
    assert_eq!(tenant.history(&id).await.unwrap().unwrap().entries.len(), 5);

    assert!(opened.store.public().look_up(&others_link.lookup_digest()).await.unwrap().is_some(), "another's stays");
    assert!(tenant.person(&person("p2")).await.unwrap().unwrap().email.is_some());
}

async fn artefacts_go_and_their_digests_stay(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, other) = (issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await);
    let after = append(&tenant, &id, Event::Erased(Erased { scope: Scope::Artefacts })).await;
    for digest in after.artefacts().unwrap().digests() {
        assert!(matches!(tenant.artefact(&digest).await, Err(ReadArtefactError::Erased(_))));
        let text = digest.to_string();
        assert!(!opened.folder.path().join("artefacts/lhota").join(&text[..2]).join(&text).exists());
    }
    for digest in state(&tenant, &other).await.artefacts().unwrap().digests() {
        assert!(tenant.artefact(&digest).await.is_ok());
    }
    let audit = tenant.audit(None, 10).await.unwrap();
    assert!(audit.rows.iter().all(|audited| audited.findings.is_empty()), "the chain is whole");
    // Who shares it all the same shows which files there were, and no bytes.
    let (_, link) = share(&tenant, &id, 9).await;
    let shown = opened.store.public().look_up(&link.lookup_digest()).await.unwrap().unwrap();
    assert_eq!((&shown.files, shown.sizes.len()), (&after.artefacts().unwrap().files, 0));
    // Erased bytes cannot be named again without being kept again.
    let erased = after.artefacts().unwrap();
    let renewed = signet_registry::Renewed { files: erased.files.clone() };
    let entry = state(&tenant, &other).await.next(Event::Renewed(renewed), at(3_000), by()).unwrap();
    assert!(matches!(tenant.append(&entry).await, Err(AppendError::Missing(_))));
}
