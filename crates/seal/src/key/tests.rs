//! Keys from PEM and PKCS#12, what they sign, and keys for rehearsal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::pki::{self, Entity, Pki};
use p12_keystore::{KeyStore, KeyStoreEntry, PrivateKey, PrivateKeyChain};
use signet_testing::rcgen;

fn verifies(key: &SealKey) -> bool {
    let value = key.sign(b"message").unwrap();
    key.chain()[0].public_key().verify_jose(key.algorithm().scheme(), b"message", &value).is_ok()
}

fn p12(entity: &Entity, above: &[&Entity], password: &str) -> Vec<u8> {
    let certificate = |entity: &&Entity| p12_keystore::Certificate::from_der(entity.certificate.der()).unwrap();
    let chain = PrivateKeyChain::new(
        "id",
        PrivateKey::from_der(entity.key.serialized_der()).unwrap(),
        [entity].iter().chain(above).map(certificate),
    );
    let mut store = KeyStore::new();
    store.add_entry("seal", KeyStoreEntry::PrivateKeyChain(chain));
    store.writer(password).write().unwrap()
}

#[test]
fn curve_keys_seal_with_their_curve() {
    let pki = Pki::new();
    let key = pki.key();
    assert_eq!(key.algorithm(), Algorithm::Es256);
    assert_eq!(key.chain(), [pki.seal.certificate.clone(), pki.issuing.certificate.clone()]);
    assert!(verifies(&key));
    assert_eq!(key.sign(b"message").unwrap().len(), 64);
    let wide = pki.issuing.certify(pki::seal("Test Wide"), pki::curve(&rcgen::PKCS_ECDSA_P384_SHA384));
    let wide = wide.seal_key(&[], None);
    assert_eq!(wide.algorithm(), Algorithm::Es384);
    assert!(verifies(&wide));
    assert_eq!(wide.sign(b"message").unwrap().len(), 96);
}

#[test]
fn rsa_keys_seal_with_either_padding() {
    let pki = Pki::new();
    let rsa = pki.issuing.certify(pki::seal("Test RSA"), pki::rsa());
    for (asked, algorithm) in [
        (None, Algorithm::Ps256),
        (Some(Algorithm::Ps256), Algorithm::Ps256),
        (Some(Algorithm::Rs256), Algorithm::Rs256),
    ] {
        let key = rsa.seal_key(&[&pki.issuing], asked);
        assert_eq!(key.algorithm(), algorithm);
        assert!(verifies(&key));
    }
}

#[test]
fn the_chain_is_put_in_order_and_strangers_are_left_out() {
    let pki = Pki::new();
    let key = pki.seal.seal_key(&[&pki.root, &pki.tsa, &pki.issuing], None);
    let expected = [&pki.seal, &pki.issuing, &pki.root].map(|entity| entity.certificate.clone());
    assert_eq!(key.chain(), expected);
}

#[test]
fn pkcs12_opens_with_its_password_only() {
    let pki = Pki::new();
    let file = p12(&pki.seal, &[&pki.issuing], "heslo č. 1");
    let key = SealKey::from_pkcs12(&file, "heslo č. 1", None).unwrap();
    assert_eq!(key.chain().len(), 2);
    assert!(verifies(&key));
    assert_eq!(SealKey::from_pkcs12(&file, "other", None).err(), Some(KeyError::Pkcs12));
    assert_eq!(SealKey::from_pkcs12(b"no file", "", None).err(), Some(KeyError::Pkcs12));
}

#[test]
fn key_and_certificate_must_belong_together() {
    let (pki, other) = (Pki::new(), Pki::new());
    let pem = pki.seal.key.serialize_pem();
    let read = |key: &str, chain: &str, algorithm| SealKey::from_pem(key.as_bytes(), chain.as_bytes(), algorithm).err();
    assert_eq!(read(&pem, &other.seal.pem(), None), Some(KeyError::NoCertificate));
    assert_eq!(read("", &pki.seal.pem(), None), Some(KeyError::NoKey));
    let mismatch = read(&pem, &pki.seal.pem(), Some(Algorithm::Rs256));
    assert!(matches!(mismatch, Some(KeyError::Mismatch { algorithm: Algorithm::Rs256, .. })));
    let encrypted = pem.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    assert_eq!(read(&encrypted, &pki.seal.pem(), None), Some(KeyError::Encrypted));
    let broken = "-----BEGIN PRIVATE KEY-----\nAAEC\n-----END PRIVATE KEY-----\n";
    assert_eq!(read(broken, &pki.seal.pem(), None), Some(KeyError::Malformed));
}

#[test]
fn debug_tells_no_secret() {
    let text = format!("{:?}", Pki::new().key());
    assert_eq!(text, "SealKey { algorithm: Es256, .. }");
}

#[test]
fn a_rehearsal_key_bears_the_same_name_and_another_key() {
    let pki = Pki::new();
    let rsa = pki.issuing.certify(pki::seal("Test RSA"), pki::rsa());
    for real in [pki.key(), rsa.seal_key(&[&pki.issuing], Some(Algorithm::Rs256)), rsa.seal_key(&[], None)] {
        let key = SealKey::rehearsal(real.algorithm(), real.chain()).unwrap();
        let (mock, signer) = (&key.chain()[0], &real.chain()[0]);
        assert_eq!(key.algorithm(), real.algorithm());
        assert_eq!(key.chain().len(), real.chain().len());
        assert_eq!(mock.subject_der(), signer.subject_der());
        assert_eq!((mock.not_before(), mock.not_after()), (signer.not_before(), signer.not_after()));
        assert_ne!(mock.public_key(), signer.public_key());
        assert_eq!(mock.public_key().kind(), signer.public_key().kind());
        assert_eq!(mock.verify_signature(mock.public_key()), Ok(()));
        assert!(verifies(&key));
    }
    assert_eq!(SealKey::rehearsal(Algorithm::Es256, &[]).err(), Some(KeyError::NoCertificate));
    let mismatch = SealKey::rehearsal(Algorithm::Es384, pki.key().chain());
    assert!(matches!(mismatch, Err(KeyError::Mismatch { .. })));
}
