//! Attestation: the signed statement about a record, public and without a word about anyone.

use signet_credential::statement::{NotAStatement, RecordStatement, SignedStatement, UnsignedStatement};
use signet_record::Timestamp;
use signet_seal::{Certificate, KeyError, SignatureScheme, VerifyError};

use crate::issuer::Issuer;

/// Why no statement was signed, although there is a key for it.
#[derive(Debug, thiserror::Error)]
pub enum AttestationError {
    /// The key made no signature.
    #[error("the attestation key: {0}")]
    Key(#[from] KeyError),
    /// What was signed is no statement.
    #[error("the statement: {0}")]
    Form(#[from] NotAStatement),
    /// The signature does not hold under the key's own certificate.
    #[error("the statement does not hold under the certificate of its key")]
    DoesNotHold,
}

impl From<VerifyError> for AttestationError {
    fn from(_: VerifyError) -> Self {
        AttestationError::DoesNotHold
    }
}

impl Issuer {
    /// Signs the statement about a record and reads it back as a stranger would; nothing where no key is set.
    pub(crate) fn attest(
        &self,
        statement: &RecordStatement,
        at: Timestamp,
    ) -> Result<Option<String>, AttestationError> {
        let Some(key) = &self.inner.attestation else { return Ok(None) };
        let chain: Vec<&[u8]> = key.chain().iter().map(Certificate::der).collect();
        let unsigned = UnsignedStatement::new(statement, self.base_url().as_str(), at.as_second(), &chain);
        let signature = key.sign(unsigned.signing_input())?;
        let signed = unsigned.finish(&signature);
        let read = SignedStatement::read(&signed)?;
        let scheme = SignatureScheme::from_jose("ES256").ok_or(AttestationError::DoesNotHold)?;
        key.signer().public_key().verify_jose(scheme, read.signing_input.as_bytes(), &read.signature)?;
        if read.statement == *statement { Ok(Some(signed)) } else { Err(AttestationError::DoesNotHold) }
    }
}
