//! What a list or a response says about one certificate.

use crate::algorithm::{PublicKey, SignatureScheme};
use crate::certificate::Certificate;
use jiff::Timestamp;

/// CRLReason (RFC 5280 §5.3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrlReason(pub u8);

impl CrlReason {
    /// certificateHold: the certificate may come back.
    pub const HOLD: Self = Self(6);

    /// The name in the standard.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.0 {
            1 => "keyCompromise",
            2 => "cACompromise",
            3 => "affiliationChanged",
            4 => "superseded",
            5 => "cessationOfOperation",
            6 => "certificateHold",
            8 => "removeFromCRL",
            9 => "privilegeWithdrawn",
            10 => "aACompromise",
            _ => "unspecified",
        }
    }
}

/// The state of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertStatus {
    /// Not revoked, as far as the source knew.
    Good,
    /// Revoked since then.
    Revoked {
        /// Since when.
        at: Timestamp,
        /// Why.
        reason: CrlReason,
    },
    /// The source does not know the certificate.
    Unknown,
}

/// An answer about one certificate, signed by whom it must be signed by.
#[derive(Debug, Clone)]
pub struct RevocationAnswer {
    /// The state.
    pub status: CertStatus,
    /// As of when the state was known.
    pub this_update: Timestamp,
    /// By when newer information was to come, if said.
    pub next_update: Option<Timestamp>,
    /// When the answer was signed: for a list, [`RevocationAnswer::this_update`].
    pub produced_at: Timestamp,
    /// Certificates that expired after this are still told of (expiredCertsOnCRL, archiveCutoff).
    pub told_since: Option<Timestamp>,
    /// What it is signed with.
    pub scheme: SignatureScheme,
    /// The key that signed.
    pub key: PublicKey,
    /// The delegated responder (RFC 6960 §4.2.2.2); `None` when the issuer itself signed.
    pub responder: Option<Certificate>,
}

impl RevocationAnswer {
    /// Whether the source could still be telling of a certificate that ended on `not_after`: a state of "good" from after
    /// the certificate's end may only mean that it was dropped (RFC 5280 §5, ITU-T X.509 expiredCertsOnCRL).
    #[must_use]
    pub fn tells_of(&self, not_after: Timestamp) -> bool {
        self.status != CertStatus::Good
            || self.this_update <= not_after
            || self.told_since.is_some_and(|since| since <= not_after)
    }

    /// Whether the answer is good for a use at `used`: it is from then or later, or was to hold at least until then
    /// (EN 319 102-1 §5.2.5).
    #[must_use]
    pub fn is_fresh_for(&self, used: Timestamp) -> bool {
        self.this_update >= used || self.next_update.is_some_and(|next| used <= next)
    }
}

/// Why revocation data says nothing about a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unanswered {
    /// It is about other certificates.
    Elsewhere,
    /// It is of a kind that is not understood: delta or indirect lists, partial reasons, critical extensions.
    NotUnderstood,
    /// It is signed with an algorithm that is not checked.
    Algorithm,
    /// It is not signed by the issuer, nor by a responder of the issuer.
    NotSigned,
}
