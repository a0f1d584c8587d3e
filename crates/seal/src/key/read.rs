//! Private keys out of PEM and PKCS#12.

use super::{KeyError, Pair};
use crate::certificate::Certificate;
use crate::pem;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, RsaKeyPair,
};
use p12_keystore::Pkcs12Archive;

/// Largest PKCS#12 file that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// The keys of a PEM text.
pub(super) fn keys_of_pem(text: &[u8]) -> Result<Vec<Pair>, KeyError> {
    let mut keys = Vec::new();
    for block in pem::blocks(text)? {
        match block.label {
            "PRIVATE KEY" | "EC PRIVATE KEY" | "RSA PRIVATE KEY" => keys.push(pair(&block.der)?),
            "ENCRYPTED PRIVATE KEY" => return Err(KeyError::Encrypted),
            _ => {}
        }
    }
    Ok(keys)
}

/// The keys and certificates of a PKCS#12 file.
pub(super) fn pkcs12(bytes: &[u8], password: &str) -> Result<(Vec<Pair>, Vec<Certificate>), KeyError> {
    if bytes.len() > MOST_BYTES {
        return Err(KeyError::Pkcs12);
    }
    let archive = Pkcs12Archive::from_pkcs12(bytes, password).map_err(|_| KeyError::Pkcs12)?;
    let keys = archive.keys.iter().map(|key| pair(key.key.as_der())).collect::<Result<_, _>>()?;
    let certificates = archive
        .certs
        .iter()
        .map(|certificate| Certificate::from_der(certificate.cert.as_der()))
        .collect::<Result<_, _>>()?;
    Ok((keys, certificates))
}

/// A key in PKCS#8 (RFC 5958), SEC 1 (RFC 5915) or PKCS#1 (RFC 8017), whichever it is.
fn pair(der: &[u8]) -> Result<Pair, KeyError> {
    let ec = [&ECDSA_P256_SHA256_FIXED_SIGNING, &ECDSA_P384_SHA384_FIXED_SIGNING]
        .into_iter()
        .find_map(|algorithm| EcdsaKeyPair::from_private_key_der(algorithm, der).ok());
    match ec {
        Some(pair) => Ok(Pair::Ec(pair)),
        None => RsaKeyPair::from_pkcs8(der)
            .or_else(|_| RsaKeyPair::from_der(der))
            .map(Pair::Rsa)
            .map_err(|_| KeyError::Malformed),
    }
}
