//! Unsealed credentials as the EU's software takes them: the credential itself, or with what is to be done with it around it.

use crate::elm::name;
use crate::json::{JsonDocument, Limits, Value};
use crate::{Credential, ReadError, read};

/// An unsealed credential that was handed over.
#[derive(Clone, Debug)]
pub struct UnsealedUpload {
    /// The credential.
    pub credential: Credential,
    /// Where it stood in the file: `$`, or `$.credential`.
    pub place: &'static str,
    /// Whether the file says where to deliver it. We deliver by our own rules.
    pub has_delivery: bool,
}

/// Why a file is no unsealed credential.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnsealedUploadError {
    /// It is sealed: what was sealed is never issued again.
    #[error("the credential is sealed already")]
    Sealed,
    /// It is not a credential, or not JSON within the limits.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Reads `{…}` or `{"credential": {…}, "deliveryDetails": {…}}`.
///
/// # Errors
/// When it is sealed, not strict JSON within the limits, or no credential.
pub fn read_upload(text: &str) -> Result<UnsealedUpload, UnsealedUploadError> {
    let document = JsonDocument::parse(text, Limits::default()).map_err(ReadError::from)?;
    let root = document.root();
    let inner = root.get("credential").filter(|_| root.get(name::credential_subject).is_none());
    let sealed = |value: Value<'_>| value.get("payload").is_some() || value.get("signatures").is_some();
    if sealed(root) || inner.is_some_and(sealed) {
        return Err(UnsealedUploadError::Sealed);
    }
    let (credential, place) = match inner {
        Some(inner) => (read(inner.raw())?, "$.credential"),
        None => (read(text)?, "$"),
    };
    if credential.root().get("proof").is_some() {
        return Err(UnsealedUploadError::Sealed);
    }
    Ok(UnsealedUpload { credential, place, has_delivery: root.get("deliveryDetails").is_some() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_credential_is_found_with_and_without_its_wrapping() {
        let bare = read_upload(r#"{"credentialSubject":{}}"#).unwrap();
        assert_eq!((bare.place, bare.has_delivery), ("$", false));
        let wrapped = read_upload(r#"{"credential":{"id":"x","credentialSubject":{}},"deliveryDetails":{}}"#).unwrap();
        assert_eq!((wrapped.place, wrapped.has_delivery, wrapped.credential.id()), ("$.credential", true, Some("x")));
    }

    #[test]
    fn what_is_sealed_is_refused() {
        for text in [
            r#"{"payload":"{}","signatures":[]}"#,
            r#"{"credential":{"payload":"","signatures":[]}}"#,
            r#"{"credentialSubject":{},"proof":{}}"#,
        ] {
            assert_eq!(read_upload(text).unwrap_err(), UnsealedUploadError::Sealed);
        }
    }
}
