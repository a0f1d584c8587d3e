//! Signatures asked for elsewhere: written down, fetched by whoever comes next, gone with the seal.

use bytes::Bytes;
use signet_registry::{Digest, SealedFile};
use signet_store::{ArtefactKind, SealWork, Signature};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, found, intend, propose, revoked, seal};

on_both_engines![
    what_was_asked_for_is_found_again,
    a_response_is_shared_out_to_whoever_asked,
    other_bytes_begin_anew,
    the_seal_ends_it_and_so_does_a_revocation,
    a_sealed_file_on_its_way_is_no_orphan,
];

pub fn asked(work: SealWork, digest: &str) -> Signature {
    Signature {
        work,
        certificate: Digest::of(b"certificate"),
        claimed: at(100),
        digest: digest.into(),
        asked: at(101),
        response: None,
        value: None,
        sealed: None,
    }
}

async fn what_was_asked_for_is_found_again(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    assert_eq!(tenant.signatures(&id).await.unwrap(), []);
    let mut one = asked(SealWork::Credential, "aa");
    tenant.put_signature(&id, &one).await.unwrap();
    tenant.put_signature(&id, &asked(SealWork::Document, "bb")).await.unwrap();
    let survivor = opened.again().await.tenant(tenant.id());
    assert_eq!(survivor.signatures(&id).await.unwrap(), [one.clone(), asked(SealWork::Document, "bb")]);
    survivor.put_signature_response(&id, SealWork::Credential, "r-1", 3).await.unwrap();
    one.response = Some(("r-1".into(), 3));
    assert_eq!(tenant.signatures(&id).await.unwrap()[0], one);
    tenant.put_signature_value(&id, SealWork::Credential, "of other bytes", &[9]).await.unwrap();
    assert_eq!(tenant.signatures(&id).await.unwrap()[0].value, None);
    tenant.put_signature_value(&id, SealWork::Credential, "aa", &[1, 2, 255]).await.unwrap();
    assert_eq!(tenant.signatures(&id).await.unwrap()[0].value.as_deref(), Some(&[1, 2, 255][..]));
}

async fn a_response_is_shared_out_to_whoever_asked(opened: &Opened) {
    let (lhota, jinde) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    let (one, two) = (propose(&lhota, 1, "p1").await, propose(&jinde, 2, "p1").await);
    for (tenant, id, place) in [(&lhota, one, 0), (&jinde, two, 1)] {
        tenant.put_signature(&id, &asked(SealWork::Credential, "aa")).await.unwrap();
        tenant.put_signature_response(&id, SealWork::Credential, "r-1", place).await.unwrap();
    }
    let seal_audit = opened.store.seal_audit();
    let values = [vec![1], vec![2]];
    seal_audit.put_signature_values(&Digest::of(b"another certificate"), "r-1", &values).await.unwrap();
    assert_eq!(lhota.signatures(&one).await.unwrap()[0].value, None);
    seal_audit.put_signature_values(&Digest::of(b"certificate"), "r-1", &values).await.unwrap();
    assert_eq!(lhota.signatures(&one).await.unwrap()[0].value, Some(vec![1]));
    assert_eq!(jinde.signatures(&two).await.unwrap()[0].value, Some(vec![2]));
}

async fn other_bytes_begin_anew(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    tenant.put_signature(&id, &asked(SealWork::Credential, "aa")).await.unwrap();
    tenant.put_signature_response(&id, SealWork::Credential, "r-1", 0).await.unwrap();
    tenant.put_signature_value(&id, SealWork::Credential, "aa", &[1]).await.unwrap();
    tenant.put_signature(&id, &asked(SealWork::Credential, "bb")).await.unwrap();
    assert_eq!(tenant.signatures(&id).await.unwrap(), [asked(SealWork::Credential, "bb")]);
}

async fn the_seal_ends_it_and_so_does_a_revocation(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (one, two) = (propose(&tenant, 1, "p1").await, propose(&tenant, 2, "p2").await);
    for id in [one, two] {
        intend(&tenant, &id).await;
        tenant.put_signature(&id, &asked(SealWork::Credential, "aa")).await.unwrap();
    }
    assert_eq!(tenant.signatures(&one).await.unwrap().len(), 1, "an intent does not end it");
    seal(&tenant, &one).await;
    append(&tenant, &two, revoked()).await;
    assert_eq!(tenant.signatures(&one).await.unwrap(), []);
    assert_eq!(tenant.signatures(&two).await.unwrap(), []);
}

async fn a_sealed_file_on_its_way_is_no_orphan(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let kept = tenant
        .put_artefact(ArtefactKind::Sealed(SealedFile::Jsonld), Bytes::from_static(b"sealed"), at(1))
        .await
        .unwrap();
    assert_eq!(tenant.orphans(at(50)).await.unwrap(), [kept]);
    tenant.put_signature(&id, &asked(SealWork::Credential, "aa")).await.unwrap();
    tenant.put_signature_sealed(&id, SealWork::Credential, &kept).await.unwrap();
    assert_eq!(tenant.signatures(&id).await.unwrap()[0].sealed, Some(kept));
    assert_eq!(tenant.orphans(at(50)).await.unwrap(), []);
}
