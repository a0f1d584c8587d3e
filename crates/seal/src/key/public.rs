//! What is known of a key that lives elsewhere, in a device or at a service: its certificates and its algorithm.

use super::{KeyError, choose};
use crate::algorithm::{Algorithm, KeyKind, ecdsa_fixed};
use crate::certificate::Certificate;

/// The public side of a key that seals without ever being seen: enough to prepare seals for it, and to check what
/// comes back before it is used. Clones are cheap enough to hand around.
#[derive(Clone, Debug)]
pub struct PublicSeal {
    signer: Certificate,
    chain: Vec<Certificate>,
    algorithm: Algorithm,
}

impl PublicSeal {
    /// Reads certificates out of a PEM text: the seal's own first, its issuers after it in any order. Without
    /// `algorithm` the curve decides, and RSA seals with PS256.
    ///
    /// # Errors
    /// [`KeyError`] when there is no certificate, or its key cannot make `algorithm`.
    pub fn from_pem(chain_pem: &[u8], algorithm: Option<Algorithm>) -> Result<Self, KeyError> {
        let certificates = Certificate::all_from_pem(chain_pem)?;
        let signer = certificates.first().cloned().ok_or(KeyError::NoCertificate)?;
        let algorithm = choose(algorithm, signer.public_key().kind())?;
        let chain = super::in_order(signer.clone(), &certificates);
        Ok(Self { signer, chain, algorithm })
    }

    /// The seal's own certificate.
    #[must_use]
    pub fn signer(&self) -> &Certificate {
        &self.signer
    }

    /// The certificate of the key, then its issuers as far as they are known.
    #[must_use]
    pub fn chain(&self) -> &[Certificate] {
        &self.chain
    }

    /// What the key seals with.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Takes a signature that came from elsewhere, once it is one of `message` by the certificate's key. ECDSA values
    /// may come as `r || s` (PKCS#11, RFC 7518 §3.4) or as DER (RFC 3279 §2.2.3); they leave as `r || s`.
    ///
    /// # Errors
    /// [`KeyError::NotOfCertificate`].
    pub fn accept(&self, message: &[u8], value: Vec<u8>) -> Result<Vec<u8>, KeyError> {
        let key = self.signer.public_key();
        let holds = |value: &[u8]| key.verify_jose(self.algorithm.scheme(), message, value).is_ok();
        if holds(&value) {
            return Ok(value);
        }
        let KeyKind::Ec(curve) = key.kind() else { return Err(KeyError::NotOfCertificate) };
        ecdsa_fixed(&value, curve.width()).filter(|fixed| holds(fixed)).ok_or(KeyError::NotOfCertificate)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::algorithm::ecdsa_der;
    use crate::pki::{self, Pki};

    #[test]
    fn the_first_certificate_is_the_seals_own() {
        let pki = Pki::new();
        let pem = pki.seal.pem() + &pki.root.pem() + &pki.issuing.pem();
        let seal = PublicSeal::from_pem(pem.as_bytes(), None).unwrap();
        assert_eq!(seal.signer(), &pki.seal.certificate);
        assert_eq!(seal.algorithm(), Algorithm::Es256);
        let expected = [&pki.seal, &pki.issuing, &pki.root].map(|entity| entity.certificate.clone());
        assert_eq!(seal.chain(), expected);
        assert!(PublicSeal::from_pem(b"", None).is_err());
        let mismatch = PublicSeal::from_pem(pem.as_bytes(), Some(Algorithm::Ps256));
        assert!(matches!(mismatch, Err(KeyError::Mismatch { .. })));
    }

    #[test]
    fn only_signatures_of_the_certificates_key_are_taken_and_in_one_form() {
        let (pki, other) = (Pki::new(), Pki::new());
        let seal = PublicSeal::from_pem(pki.seal.pem().as_bytes(), None).unwrap();
        let fixed = pki.key().sign(b"message").unwrap();
        let der = ecdsa_der(&fixed).unwrap();
        assert_eq!(seal.accept(b"message", fixed.clone()), Ok(fixed.clone()));
        assert_eq!(seal.accept(b"message", der), Ok(fixed.clone()));
        let wrong = Err(KeyError::NotOfCertificate);
        assert_eq!(seal.accept(b"another", fixed.clone()), wrong);
        assert_eq!(seal.accept(b"message", other.key().sign(b"message").unwrap()), wrong);
        assert_eq!(seal.accept(b"message", Vec::new()), wrong);
        assert_eq!(seal.accept(b"message", fixed[..63].to_vec()), wrong);
    }

    #[test]
    fn rsa_values_are_checked_in_the_padding_that_is_set() {
        let pki = Pki::new();
        let rsa = pki.issuing.certify(pki::seal("Test RSA"), pki::rsa());
        for algorithm in [Algorithm::Ps256, Algorithm::Rs256] {
            let seal = PublicSeal::from_pem(rsa.pem().as_bytes(), Some(algorithm)).unwrap();
            for made in [Algorithm::Ps256, Algorithm::Rs256] {
                let value = rsa.seal_key(&[], Some(made)).sign(b"message").unwrap();
                assert_eq!(seal.accept(b"message", value).is_ok(), made == algorithm);
            }
        }
    }
}
