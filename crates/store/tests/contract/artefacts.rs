//! Artefacts: the same bytes out as in, or a typed complaint.

use std::path::PathBuf;

use bytes::Bytes;
use signet_registry::{Digest, SealedFile};
use signet_store::{ArtefactKind, ReadArtefactError};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, institution};

on_both_engines![bytes_come_back, altered_bytes_are_noticed, lost_bytes_are_noticed, the_unknown_is_said_so];

fn file(opened: &Opened, digest: &Digest) -> PathBuf {
    let digest = digest.to_string();
    opened.folder.path().join("artefacts").join("lhota").join(&digest[..2]).join(&digest)
}

async fn bytes_come_back(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let bytes = Bytes::from_static(b"\x00\xff PDF \r\n");
    let digest = tenant.put_artefact(ArtefactKind::Sealed(SealedFile::Pdf), bytes.clone(), at(0)).await.unwrap();
    assert_eq!(digest, Digest::of(&bytes));
    assert_eq!(tenant.put_artefact(ArtefactKind::Sealed(SealedFile::Pdf), bytes.clone(), at(1)).await.unwrap(), digest);
    let artefact = tenant.artefact(&digest).await.unwrap();
    assert_eq!((artefact.kind, artefact.bytes), (ArtefactKind::Sealed(SealedFile::Pdf), bytes));
    assert!(file(opened, &digest).exists());
}

async fn altered_bytes_are_noticed(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let digest = tenant
        .put_artefact(ArtefactKind::Sealed(SealedFile::Jsonld), Bytes::from_static(b"sealed"), at(0))
        .await
        .unwrap();
    std::fs::write(file(opened, &digest), b"scaled").unwrap();
    let error = tenant.artefact(&digest).await.unwrap_err();
    assert!(
        matches!(error, ReadArtefactError::Altered { expected, found } if expected == digest && found == Digest::of(b"scaled")),
        "{error}"
    );
    std::fs::write(file(opened, &digest), vec![b'x'; 1_000_000]).unwrap();
    let error = tenant.artefact(&digest).await.unwrap_err();
    assert!(matches!(error, ReadArtefactError::Unreadable { .. }), "{error}");
}

async fn lost_bytes_are_noticed(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let digest = tenant
        .put_artefact(ArtefactKind::Sealed(SealedFile::Jsonld), Bytes::from_static(b"sealed"), at(0))
        .await
        .unwrap();
    std::fs::remove_file(file(opened, &digest)).unwrap();
    assert!(matches!(tenant.artefact(&digest).await.unwrap_err(), ReadArtefactError::Lost(lost) if lost == digest));
}

async fn the_unknown_is_said_so(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let digest = Digest::of(b"never put");
    assert!(
        matches!(tenant.artefact(&digest).await.unwrap_err(), ReadArtefactError::Unknown(unknown) if unknown == digest)
    );
    let nowhere = opened.store.tenant(&institution("never-founded"));
    assert!(
        nowhere.put_artefact(ArtefactKind::Sealed(SealedFile::Pdf), Bytes::from_static(b"x"), at(0)).await.is_err()
    );
}
