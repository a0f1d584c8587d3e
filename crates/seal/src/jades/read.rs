//! Reading a JAdES seal: JSON Web Signature in general, flattened or compact serialization (RFC 7515, 7; TS 119 182-1, 5).

use super::error::JadesReadError;
use super::etsi_u::{self, Item};
use super::limits::{MAX_BYTES, json_limits};
use crate::json::{self, JsonError};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value};
use std::fmt;

/// How the seal was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serialization {
    /// `{"payload":…,"signatures":[…]}`, as all European Digital Credentials.
    General,
    /// `{"payload":…,"protected":…,"signature":…}`.
    Flattened,
    /// `header.payload.signature`.
    Compact,
}

/// A JAdES seal as read: nothing of it is judged yet.
#[derive(Clone)]
pub struct Jws {
    pub(crate) serialization: Serialization,
    /// The sealed text.
    payload: String,
    /// The payload as it stands when it is base64url (`b64` true).
    encoded_payload: Option<String>,
    /// The protected header's text, which is what is signed.
    pub(crate) protected: String,
    pub(crate) header: Map<String, Value>,
    /// The signature's base64url text, which is what a signature time-stamp covers.
    pub(crate) signature: String,
    pub(crate) signature_value: Vec<u8>,
    pub(crate) unsigned: Vec<Item>,
    /// Names in the unprotected header, which are part of the JOSE header as well (RFC 7515, 7.2.1).
    pub(crate) unprotected: Vec<String>,
}

impl fmt::Debug for Jws {
    /// Without the sealed content, which is personal data.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Jws");
        shown
            .field("serialization", &self.serialization)
            .field("payload_bytes", &self.payload.len())
            .finish_non_exhaustive()
    }
}

impl Jws {
    /// A seal just made over `payload` as it stands (`b64` false).
    pub(crate) fn made(
        payload: String,
        header: Map<String, Value>,
        protected: String,
        signature_value: Vec<u8>,
    ) -> Self {
        Self {
            serialization: Serialization::General,
            payload,
            encoded_payload: None,
            protected,
            header,
            signature: BASE64URL_NOPAD.encode(&signature_value),
            signature_value,
            unsigned: Vec::new(),
            unprotected: Vec::new(),
        }
    }

    /// The sealed text, exactly as it was sealed.
    #[must_use]
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// Whether the protected header names the certificate of the key, as every seal by certificate does (RFC 7515, 4.1.5 to 4.1.8;
    /// TS 119 182-1, 5.1.7 and 5.2.2). A signature that does not is of another world: its key stands at a DID, or nowhere.
    #[must_use]
    pub fn names_certificate(&self) -> bool {
        ["x5c", "x5u", "x5t", "x5t#S256", "x5t#o", "sigX5ts"].iter().any(|name| self.header.contains_key(*name))
    }

    /// What the protected header calls the key (`kid`; RFC 7515, 4.1.4).
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.header.get("kid").and_then(Value::as_str)
    }

    /// How the seal was written.
    #[must_use]
    pub const fn serialization(&self) -> Serialization {
        self.serialization
    }

    /// The payload as it enters the signature and the time-stamps.
    pub(crate) fn signed_payload(&self) -> &[u8] {
        self.encoded_payload.as_ref().unwrap_or(&self.payload).as_bytes()
    }

    /// What the signature is over (RFC 7515, 5.1; RFC 7797, 3), as parts to be joined.
    pub(crate) fn signed_parts(&self) -> [&[u8]; 3] {
        [self.protected.as_bytes(), b".", self.signed_payload()]
    }
}

/// Reads a sealed file: strict, so that no two readers can understand it differently.
///
/// # Errors
/// [`JadesReadError`] if it is no JAdES seal with its content inside.
pub fn read(file: &[u8]) -> Result<Jws, JadesReadError> {
    match file.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => {}
        Some(_) => return compact(file),
        None => return Err(JadesReadError::NotJws),
    }
    let Value::Object(mut file) = json::read_beginning_with("payload", file, json_limits())? else {
        return Err(JadesReadError::NotJws);
    };
    let payload = match file.remove("payload") {
        Some(Value::String(payload)) => payload,
        Some(_) => return Err(JadesReadError::Member { member: "payload" }),
        None if file.contains_key("signatures") || file.contains_key("signature") => {
            return Err(JadesReadError::Detached);
        }
        None => return Err(JadesReadError::NotJws),
    };
    match file.remove("signatures") {
        None => one(Serialization::Flattened, payload, file),
        Some(_) if ["protected", "header", "signature"].iter().any(|name| file.contains_key(*name)) => {
            Err(JadesReadError::NotJws)
        }
        Some(Value::Array(signatures)) => {
            let count = signatures.len();
            let mut signatures = signatures.into_iter();
            match (signatures.next(), signatures.next()) {
                (Some(Value::Object(signature)), None) => one(Serialization::General, payload, signature),
                (Some(_), None) => Err(JadesReadError::Member { member: "signatures" }),
                _ => Err(JadesReadError::Signatures { count }),
            }
        }
        Some(_) => Err(JadesReadError::Member { member: "signatures" }),
    }
}

fn compact(file: &[u8]) -> Result<Jws, JadesReadError> {
    let text = std::str::from_utf8(file).map_err(|_| JadesReadError::NotJws)?.trim_ascii();
    if text.len() > MAX_BYTES {
        return Err(JsonError::TooLarge { length: text.len(), limit: MAX_BYTES }.into());
    }
    let mut parts = text.split('.');
    let (Some(protected), Some(payload), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(JadesReadError::NotJws);
    };
    if payload.is_empty() {
        return Err(JadesReadError::Detached);
    }
    let mut members = Map::new();
    members.insert("protected".into(), protected.into());
    members.insert("signature".into(), signature.into());
    one(Serialization::Compact, payload.to_owned(), members)
}

/// One signature with its payload.
fn one(serialization: Serialization, payload: String, mut members: Map<String, Value>) -> Result<Jws, JadesReadError> {
    let mut text = |member| match members.remove(member) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(JadesReadError::Member { member }),
    };
    let (protected, signature) = (text("protected")?, text("signature")?);
    let decode = |member, text: &str| {
        BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|source| JadesReadError::Base64 { member, source })
    };
    let signature_value = decode("signature", &signature)?;
    let Value::Object(header) = json::read(&decode("protected", &protected)?, json_limits())? else {
        return Err(JadesReadError::Member { member: "protected" });
    };
    let (unsigned, unprotected) = match members.get("header") {
        None => (Vec::new(), Vec::new()),
        Some(Value::Object(unprotected)) => {
            if unprotected.keys().any(|name| header.contains_key(name)) {
                return Err(JadesReadError::HeaderTwice);
            }
            let unsigned = unprotected.get("etsiU").map(etsi_u::read).transpose()?.unwrap_or_default();
            (unsigned, unprotected.keys().cloned().collect())
        }
        Some(_) => return Err(JadesReadError::Member { member: "header" }),
    };
    let (payload, encoded_payload) = match header.get("b64") {
        Some(Value::Bool(false)) => (payload, None),
        None | Some(Value::Bool(true)) => {
            let text = String::from_utf8(decode("payload", &payload)?).map_err(|_| JadesReadError::PayloadNotText)?;
            (text, Some(payload))
        }
        Some(_) => return Err(JadesReadError::Member { member: "b64" }),
    };
    Ok(Jws {
        serialization,
        payload,
        encoded_payload,
        protected,
        header,
        signature,
        signature_value,
        unsigned,
        unprotected,
    })
}
