//! Until when sealed files prove anything, from the files.

use std::collections::BTreeMap;

use signet_record::Timestamp;
use signet_registry::SealedFile;
use signet_seal::{Policy, jades, pades};
use signet_store::Protected;

use crate::seal_signer::FormError;

/// How sealed files are protected together: as long as the weakest of them.
///
/// # Errors
/// When one of them cannot be read.
pub fn protection_of(files: &BTreeMap<SealedFile, impl AsRef<[u8]>>, policy: &Policy) -> Result<Protected, FormError> {
    let mut until = Some(Timestamp::MAX);
    for (kind, file) in files {
        let file = file.as_ref();
        let protection = match kind {
            SealedFile::Jsonld => jades::SealedJws::reopen(file)?.protection(),
            SealedFile::Pdf => pades::protection(file)?,
        };
        until = until.zip(protection.until(policy)).map(|(one, other)| one.min(other));
    }
    Ok(Protected { until })
}
