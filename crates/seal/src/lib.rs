//! Seals bytes and checks seals over bytes; knows nothing about education.
//!
//! Two ways to seal, each in two phases so that the key may live elsewhere: [`jades`] (ETSI TS 119 182-1) and
//! [`pades`] (ETSI EN 319 142-1). Under them: [`cms`] (RFC 5652), [`stamp`] (RFC 3161), [`chain`] (RFC 5280).
//! A verdict is a [`report::SealReport`], never an error. Time and trust anchors are arguments.

pub mod algorithm;
pub mod anchors;
pub mod asn1;
pub mod basis;
pub mod certificate;
pub mod chain;
pub mod cms;
pub mod fact;
pub mod horizon;
pub mod indication;
pub mod jades;
pub mod json;
pub mod key;
pub mod pades;
mod pem;
pub mod policy;
pub mod protection;
pub mod qualification;
pub mod report;
pub mod revocation;
pub mod stamp;
pub mod trusted_list;
pub mod validation;

#[cfg(test)]
mod pki;
#[cfg(test)]
mod tests;

pub use algorithm::{Algorithm, DigestAlgorithm, PublicKey, SignatureScheme, VerifyError};
pub use anchors::Anchors;
pub use basis::{Basis, ValidationData, Want};
pub use certificate::{Certificate, CertificateError, HolderKind};
pub use chain::{CertificatePurpose, Chain, ChainError};
pub use fact::{SealFact, SealFinding, StampKind};
pub use horizon::Horizon;
pub use indication::{Indication, Level, Outcome, SealCheck};
pub use key::{JwsKey, KeyError, PublicSeal, SealKey};
pub use policy::Policy;
pub use protection::Protection;
pub use report::SealReport;
