//! Ledgers grow by what may come next, and by nothing else.

use std::collections::BTreeMap;

use signet_registry::{Channel, Delivered, Digest, Event, Renewed, SealedFile, Stage, Status, Superseded};
use signet_store::{AppendError, ProposalError, ProposalReceipt};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{
    append, artefacts, at, by, credential, found, institution, intend, intended, issue, person, proposal, propose,
    propose_for, revoked, seal, state,
};

on_both_engines![
    a_life_is_written_down,
    the_same_award_is_one_credential,
    proposals_need_what_they_name,
    an_event_never_stands_without_its_artefacts,
    an_artefact_without_an_event_is_harmless,
    a_renewal_changes_what_is_served,
    a_correction_links_both_ways,
    an_old_state_appends_nothing,
    nothing_is_appended_to_the_unknown,
];

async fn a_life_is_written_down(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    assert!(tenant.credential(&id).await.unwrap().unwrap().waiting);
    intend(&tenant, &id).await;
    let sealed = seal(&tenant, &id).await;
    append(&tenant, &id, Event::Delivered(Delivered { channel: Channel::Email })).await;
    append(&tenant, &id, revoked()).await;

    let history = tenant.history(&id).await.unwrap().unwrap();
    let names: Vec<&str> = history.entries.iter().map(|entry| entry.event().name()).collect();
    assert_eq!(names, ["proposed", "intended", "sealed", "delivered", "revoked"]);
    let row = tenant.credential(&id).await.unwrap().unwrap();
    assert_eq!((row.stage, row.status, row.waiting), (Stage::Delivered, Status::Revoked, false));
    assert_eq!((row.dated, row.proposed), (at(500), at(1)));
    assert!(row.is_sealed());
    assert_eq!(tenant.sealed_files(&id).await.unwrap(), sealed.artefacts().unwrap().files);
    assert_eq!(row.holder.name_without_titles(), "Jana Nováková");
    assert_eq!(tenant.credentials_of(&person("p1")).await.unwrap(), [row]);
}

async fn the_same_award_is_one_credential(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    assert_eq!(propose_for(&tenant, 2, "p1", 0, None).await, ProposalReceipt::Known(id));
    assert_eq!(propose_for(&tenant, 1, "p1", 0, None).await, ProposalReceipt::Known(id));
    assert_eq!(propose_for(&tenant, 2, "p1", 1, None).await, ProposalReceipt::New(credential(2)));
    let key = proposal(&tenant, 3, "p1", 0, None).await.key;
    assert_eq!(tenant.credential_by_key(&key).await.unwrap(), Some(id));
    assert_eq!(tenant.history(&id).await.unwrap().unwrap().entries.len(), 1);
    // An id that another award's credential has is refused, and nothing of it stays.
    let stolen = proposal(&tenant, 1, "p1", 7, None).await;
    assert!(tenant.propose(std::slice::from_ref(&stolen)).await.is_err());
    assert_eq!(tenant.credential_by_key(&stolen.key).await.unwrap(), None);
}

async fn proposals_need_what_they_name(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let good = {
        propose(&tenant, 1, "p1").await;
        proposal(&tenant, 2, "p1", 1, None).await
    };
    let nobody = proposal(&tenant, 3, "nobody", 0, None).await;
    let error = tenant.propose(&[good.clone(), nobody]).await.unwrap_err();
    assert!(matches!(error, ProposalError::Dangling), "{error}");
    assert_eq!(tenant.credential_by_key(&good.key).await.unwrap(), None, "all or none");
    let mut old = good.clone();
    old.unit_version = 9;
    assert!(matches!(tenant.propose(&[old]).await.unwrap_err(), ProposalError::Dangling));
    let elsewhere = found(&opened.store, "jinde").await;
    assert!(matches!(elsewhere.propose(&[good]).await.unwrap_err(), ProposalError::AnotherInstitution));
}

async fn an_event_never_stands_without_its_artefacts(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    intend(&tenant, &id).await;
    let never = Digest::of(b"never put");
    let before = state(&tenant, &id).await;
    let mut lacking = artefacts(&tenant, &id).await;
    lacking.files.insert(SealedFile::Pdf, never);
    let sealed = Event::Sealed(before.seal_intent().unwrap().redeem(lacking));
    let error = tenant.append(&before.next(sealed, at(700), by()).unwrap()).await.unwrap_err();
    assert!(matches!(error, AppendError::Missing(digest) if digest == never), "{error}");
    assert_eq!(state(&tenant, &id).await, before);
    assert!(tenant.credential(&id).await.unwrap().unwrap().waiting);
}

async fn an_artefact_without_an_event_is_harmless(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    intend(&tenant, &id).await;
    // A worker keeps its artefacts and dies before the event.
    let kept = artefacts(&tenant, &id).await;
    let survivor = opened.again().await.tenant(&institution("lhota"));
    let mut orphans = survivor.orphans(at(10_000)).await.unwrap();
    orphans.sort_by_key(ToString::to_string);
    let mut expected = kept.digests();
    expected.retain(|digest| *digest != kept.award);
    expected.sort_by_key(ToString::to_string);
    assert_eq!(orphans, expected);
    // Another one comes and seals; nothing is left over, for it made the same bytes.
    seal(&survivor, &id).await;
    assert_eq!(survivor.orphans(at(10_000)).await.unwrap(), []);
}

async fn a_renewal_changes_what_is_served(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let before = tenant.sealed_files(&id).await.unwrap();
    let bytes = [
        (signet_store::ArtefactKind::Sealed(SealedFile::Jsonld), "new jsonld".into()),
        (signet_store::ArtefactKind::Sealed(SealedFile::Pdf), "new pdf".into()),
    ];
    let renewed = tenant.put_artefact_list(&bytes, at(900)).await.unwrap();
    let files = BTreeMap::from([(SealedFile::Jsonld, renewed[0]), (SealedFile::Pdf, renewed[1])]);
    append(&tenant, &id, Event::Renewed(Renewed { files: files.clone() })).await;
    assert_eq!(tenant.sealed_files(&id).await.unwrap(), files);
    assert!(tenant.artefact(&before[&SealedFile::Jsonld]).await.is_ok(), "what was served before is kept");
    // One alone is stamped again: the other stays as it was.
    let alone = signet_store::ArtefactKind::Sealed(SealedFile::Pdf);
    let alone = tenant.put_artefact(alone, "newer pdf".into(), at(950)).await.unwrap();
    append(&tenant, &id, Event::Renewed(Renewed { files: BTreeMap::from([(SealedFile::Pdf, alone)]) })).await;
    let files = BTreeMap::from([(SealedFile::Jsonld, renewed[0]), (SealedFile::Pdf, alone)]);
    assert_eq!(tenant.sealed_files(&id).await.unwrap(), files);
    assert!(tenant.audit(None, 10).await.unwrap().rows[0].findings.is_empty());
}

async fn a_correction_links_both_ways(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let old = issue(&tenant, 1, "p1").await;
    let mut correction = proposal(&tenant, 2, "p1", 1, None).await;
    let award = *signet_registry::LedgerState::first(&correction.entry).unwrap().award();
    let proposed = signet_registry::Proposed { award, supersedes: Some(old), correction: None };
    correction.entry =
        signet_registry::Entry::first(tenant.id().clone(), credential(2), proposed, at(2), by()).unwrap();
    assert_eq!(tenant.propose(&[correction]).await.unwrap(), [ProposalReceipt::New(credential(2))]);
    append(&tenant, &old, Event::Superseded(Superseded { by: credential(2) })).await;
    let (old, new) =
        (tenant.credential(&old).await.unwrap().unwrap(), tenant.credential(&credential(2)).await.unwrap().unwrap());
    assert_eq!((old.status, old.superseded), (Status::Superseded, Some(new.id)));
    assert_eq!(new.supersedes, Some(old.id));
}

async fn an_old_state_appends_nothing(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let old = state(&tenant, &id).await;
    let place = tenant.assign_status(&id, [1; 32]).await.unwrap();
    let late = old.next(revoked(), at(800), by()).unwrap();
    append(&tenant, &id, intended(place)).await;
    assert!(matches!(tenant.append(&late).await.unwrap_err(), AppendError::Overtaken));
    assert_eq!(state(&tenant, &id).await.length(), 2);
}

async fn nothing_is_appended_to_the_unknown(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let entry = state(&tenant, &id).await.next(revoked(), at(800), by()).unwrap();
    let elsewhere = found(&opened.store, "jinde").await;
    assert!(matches!(elsewhere.append(&entry).await.unwrap_err(), AppendError::AnotherInstitution));
    let unknown = proposal(&tenant, 9, "p1", 3, None).await.entry;
    assert!(matches!(tenant.append(&unknown).await.unwrap_err(), AppendError::Unknown(id) if id == credential(9)));
    assert!(tenant.history(&credential(9)).await.unwrap().is_none());
}
