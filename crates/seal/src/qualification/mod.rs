//! Whether a seal is a qualified one and a time stamp a qualified one, by EU trusted lists.
//!
//! ETSI TS 119 615, as the EU's own software applies it: a certificate counts as qualified when it was so both when it was
//! issued and at the best signature time; the device counts at the best signature time. What a certificate says of itself
//! is completed and overruled by what the list says of the service that issued it, at that time.
//!
//! Lists whose next issue is overdue are used, and every result says so; lists that could not be had or do not count are
//! not used, and a result that hangs on one says so too.

mod assess;
mod evidence;
mod held;
mod list_trouble;
mod path;
mod services;
#[cfg(test)]
mod tests;

pub use evidence::{
    CertificateAssessment, QualificationReason, SealClass, SealQualification, ServiceEvidence, StampQualification,
};
pub use held::{LoadedList, Standing, Unusable};
pub use list_trouble::{ListTrouble, ListTroubleCode};
pub use services::{ListedService, TrustServices};
