//! A sealed file to which evidence is appended, fresh or years later: time stamps and validation data (TS 119 182-1, 5.3).
//!
//! New items go behind the last one of `etsiU`. Nothing that stands in the file is touched, not even its white space:
//! an archive stamp covers the text of every item before it.

use super::error::JadesReadError;
use super::etsi_u::{self, Item};
use super::gap::Gap;
use super::header::Header;
use super::imprint;
use super::read::{Jws, Serialization, read};
use crate::basis::ValidationData;
use crate::certificate::Certificate;
use crate::protection::Protection;
use crate::stamp::TimeStampToken;

/// A file with this many items gets no more: readers have their limits, too.
const MOST_ITEMS: usize = 240;

/// Why nothing can be appended to a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReopenError {
    /// It cannot be read as a seal.
    #[error(transparent)]
    Read(#[from] JadesReadError),
    /// The compact serialization has no unprotected header.
    #[error("a seal in compact serialization takes no evidence")]
    Compact,
    /// Its unsigned items are in clear: what an archive stamp over them covers is not settled (TS 119 182-1, 5.3.6.2.2).
    #[error("the unsigned items of the seal are in clear")]
    Clear,
    /// It has as many unsigned items as a reader takes.
    #[error("the seal has {0} unsigned items and takes no more")]
    Full(usize),
}

/// A sealed file: B-B when fresh, and whatever its evidence makes of it.
#[derive(Clone)]
pub struct SealedJws {
    jws: Jws,
    /// The file as it was before anything was appended.
    file: String,
    gap: Gap,
    /// How many items stand in `file`.
    written: usize,
}

impl SealedJws {
    /// What the key has just signed, as a file: general serialization, `payload` first as European tools expect.
    pub(super) fn fresh(jws: Jws) -> Self {
        let payload = serde_json::Value::from(jws.payload());
        let head = format!(r#"{{"payload":{payload},"signatures":[{{"protected":"{}""#, jws.protected);
        let file = format!(r#"{head},"signature":"{}"}}]}}"#, jws.signature);
        Self { jws, gap: Gap::Signature(head.len()), file, written: 0 }
    }

    /// Opens a sealed file, ours or not, to append evidence to it.
    ///
    /// # Errors
    /// [`ReopenError`] if the file is no seal, or none that takes unsigned items as base64url text.
    pub fn reopen(file: &[u8]) -> Result<Self, ReopenError> {
        let jws = read(file)?;
        if jws.serialization() == Serialization::Compact {
            return Err(ReopenError::Compact);
        }
        if jws.unsigned.iter().any(|item| item.text.is_none()) {
            return Err(ReopenError::Clear);
        }
        let written = jws.unsigned.len();
        if written > MOST_ITEMS {
            return Err(ReopenError::Full(written));
        }
        let file = std::str::from_utf8(file).map_err(|_| JadesReadError::NotJws)?.to_owned();
        let gap = Gap::find(&file).ok_or(JadesReadError::NotJws)?;
        Ok(Self { jws, file, gap, written })
    }

    /// What stands in the file, with what was appended.
    #[must_use]
    pub const fn jws(&self) -> &Jws {
        &self.jws
    }

    /// What protects the file from the passing of time: its last archive stamp, else its last signature time-stamp.
    #[must_use]
    pub fn protection(&self) -> Protection {
        let last = |name: &str| {
            let items = self.jws.unsigned.iter().rev().filter(|item| item.name == name);
            let mut tokens = items.filter_map(|item| etsi_u::tokens(&item.content)).flatten();
            tokens.find_map(|der| TimeStampToken::from_der(&der).ok()).map(Box::new)
        };
        match (last("arcTst"), last("sigTst")) {
            (Some(token), _) => Protection::Archive(token),
            (None, Some(token)) => Protection::Signature(token),
            (None, None) => Protection::None,
        }
    }

    /// What a signature time-stamp covers: the base64url text of the signature, not its bytes.
    #[must_use]
    pub fn stamp_message(&self) -> Vec<u8> {
        self.jws.signature.as_bytes().to_vec()
    }

    /// Appends a signature time-stamp (`sigTst`).
    #[must_use]
    pub fn with_stamp(self, token: &TimeStampToken) -> Self {
        self.with(Item::new("sigTst", etsi_u::container(token.der())))
    }

    /// Appends the validation data that the file lacks: certificates, revocation lists and OCSP responses that neither
    /// its header, its items nor its time stamps carry. The first of a file goes into `xVals` and `rVals`, what comes
    /// later, for the stamps before a further one, into `tstVD`.
    #[must_use]
    pub fn with_validation_data(self, data: &ValidationData) -> Self {
        let lacking = self.lacking(data);
        let (certificates, revocation) = (lacking.certificates(), lacking.revocation());
        let later = ["xVals", "rVals", "tstVD", "anyValData", "arcTst"];
        if self.jws.unsigned.iter().any(|item| later.contains(&item.name.as_str())) {
            let data = etsi_u::object([("xVals", certificates), ("rVals", revocation)]);
            return data.into_iter().fold(self, |sealed, data| sealed.with(Item::new("tstVD", data)));
        }
        let items = [("xVals", certificates), ("rVals", revocation)];
        let items = items.into_iter().filter_map(|(name, content)| Some(Item::new(name, content?)));
        items.fold(self, Self::with)
    }

    /// What the next archive stamp covers, as parts to be joined: payload, protected header, signature and every item
    /// so far (TS 119 182-1, 5.3.6).
    #[must_use]
    pub fn archive_message(&self) -> Vec<&[u8]> {
        imprint::before(&self.jws, self.jws.unsigned.len())
    }

    /// Appends an archive stamp (`arcTst`).
    #[must_use]
    pub fn with_archive_stamp(self, token: &TimeStampToken) -> Self {
        self.with(Item::new("arcTst", etsi_u::container(token.der())))
    }

    /// The sealed file.
    #[must_use]
    pub fn to_json(&self) -> String {
        let added = self.jws.unsigned.iter().skip(self.written);
        let added: Vec<&str> = added.filter_map(|item| item.text.as_deref()).collect();
        self.gap.fill(&self.file, &added)
    }

    fn with(mut self, item: Item) -> Self {
        self.jws.unsigned.push(item);
        self
    }

    fn lacking<'d>(&self, data: &'d ValidationData) -> Lacking<'d> {
        let header = Header::read(&self.jws.header, &self.jws.unprotected);
        let stamps = self.jws.unsigned.iter().filter_map(|item| etsi_u::tokens(&item.content)).flatten();
        let tokens: Vec<TimeStampToken> =
            stamps.chain(header.content_stamps).filter_map(|der| TimeStampToken::from_der(&der).ok()).collect();
        let mut certificates = header.certificates;
        certificates.extend(etsi_u::certificates(&self.jws.unsigned));
        let mut revocation: Vec<Vec<u8>> = self.jws.unsigned.iter().flat_map(etsi_u::revocation).collect();
        for signed in tokens.iter().map(TimeStampToken::signed_data) {
            certificates.extend(signed.certificates().iter().map(|certificate| certificate.der().to_vec()));
            revocation.extend(signed.crls().iter().cloned());
        }
        Lacking {
            certificates: fresh(data.certificates.iter().map(Certificate::der), &certificates),
            crls: fresh(data.crls.iter().map(|crl| crl.der()), &revocation),
            ocsps: fresh(data.ocsps.iter().map(|ocsp| ocsp.der()), &revocation),
        }
    }
}

/// DER of what a file does not carry yet.
struct Lacking<'d> {
    certificates: Vec<&'d [u8]>,
    crls: Vec<&'d [u8]>,
    ocsps: Vec<&'d [u8]>,
}

impl Lacking<'_> {
    /// `xVals`, if any.
    fn certificates(&self) -> Option<serde_json::Value> {
        let values = self.certificates.iter().map(|der| serde_json::json!({ "x509Cert": etsi_u::value(der) }));
        (!self.certificates.is_empty()).then(|| values.collect())
    }

    /// `rVals`, if any.
    fn revocation(&self) -> Option<serde_json::Value> {
        let list = |ders: &[&[u8]]| (!ders.is_empty()).then(|| ders.iter().map(|der| etsi_u::value(der)).collect());
        etsi_u::object([("crlVals", list(&self.crls)), ("ocspVals", list(&self.ocsps))])
    }
}

/// Each of `wanted` that is not known, once.
fn fresh<'d>(wanted: impl Iterator<Item = &'d [u8]>, known: &[Vec<u8>]) -> Vec<&'d [u8]> {
    let mut fresh: Vec<&[u8]> = Vec::new();
    for der in wanted {
        if !fresh.contains(&der) && !known.iter().any(|known| known == der) {
            fresh.push(der);
        }
    }
    fresh
}
