//! A public key as JOSE writes it: JSON Web Key (RFC 7517, RFC 7518 §6).

use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

use super::{Curve, KeyKind, PublicKey, SMALLEST_RSA};
use crate::asn1;

/// Largest RSA modulus that is checked, in bits.
const LARGEST_RSA: usize = 8192;
/// Longest public exponent, in bytes: larger ones only make checking slow.
const EXPONENT_BYTES_MAX: usize = 4;

impl PublicKey {
    /// Reads the key of a JSON Web Key; `None` when it is of another kind, malformed, or of a size that is not checked. What the key says of
    /// its use (`use`, `alg`, `kid`) is for the caller to look at.
    #[must_use]
    pub fn from_jwk(jwk: &Value) -> Option<Self> {
        let member = |name: &str| jwk.get(name).and_then(Value::as_str);
        let octets = |name: &str| BASE64URL_NOPAD.decode(member(name)?.as_bytes()).ok();
        match member("kty")? {
            "EC" => {
                let curve = match member("crv")? {
                    "P-256" => Curve::P256,
                    "P-384" => Curve::P384,
                    "P-521" => Curve::P521,
                    _ => return None,
                };
                let (x, y) = (octets("x")?, octets("y")?);
                // Both coordinates have their full width (RFC 7518 §6.2.1.2); SEC 1 §2.3.3 writes them behind 04.
                let bits = [&[0x04], x.as_slice(), y.as_slice()].concat();
                (x.len() == curve.width() && y.len() == curve.width())
                    .then_some(Self { kind: KeyKind::Ec(curve), bits })
            }
            "RSA" => {
                let (modulus, exponent) = (octets("n")?, octets("e")?);
                let leading = modulus.first()?.leading_zeros() as usize;
                let size = (modulus.len() * 8).checked_sub(leading)?;
                if !(SMALLEST_RSA..=LARGEST_RSA).contains(&size) || exponent.len() > EXPONENT_BYTES_MAX {
                    return None;
                }
                let bits = asn1::sequence(&[&asn1::unsigned(&modulus), &asn1::unsigned(&exponent)]);
                Some(Self { kind: KeyKind::Rsa { bits: size, pss_only: false }, bits })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;
    use crate::SignatureScheme;

    #[test]
    fn a_signature_of_rfc_7515_is_good_under_its_own_key() {
        // RFC 7515 appendix A.3: ES256.
        let jwk = json!({"kty": "EC", "crv": "P-256",
            "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"});
        let message = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let signature = BASE64URL_NOPAD
            .decode(b"DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
            .unwrap();
        let es256 = SignatureScheme::from_jose("ES256").unwrap();
        let key = PublicKey::from_jwk(&jwk).unwrap();
        assert_eq!(key.verify_jose(es256, message.as_bytes(), &signature), Ok(()));
        assert!(key.verify_jose(es256, b"another", &signature).is_err());
    }

    #[test]
    fn keys_of_other_kinds_and_sizes_are_not_read() {
        let rsa =
            |bytes: usize, e: &str| json!({"kty": "RSA", "n": BASE64URL_NOPAD.encode(&vec![0xff; bytes]), "e": e});
        assert!(PublicKey::from_jwk(&rsa(256, "AQAB")).is_some());
        let short = json!({"kty": "EC", "crv": "P-256", "x": "AQ", "y": "AQ"});
        let secret = json!({"kty": "oct", "k": "AQAB"});
        for other in
            [rsa(128, "AQAB"), rsa(1025, "AQAB"), rsa(256, "AQABAQAB"), rsa(0, "AQAB"), short, secret, json!(7)]
        {
            assert_eq!(PublicKey::from_jwk(&other), None, "{}", other["kty"]);
        }
    }
}
