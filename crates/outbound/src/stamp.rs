//! Time stamps from a time-stamping authority over HTTP (RFC 3161 §3.4).

use signet_seal::{
    algorithm::DigestAlgorithm,
    stamp::{Request, StampError, TimeStampToken},
};
use url::Url;

use crate::http_client::{FetchError, HttpClient};

/// Why no time stamp was had.
#[derive(Debug, thiserror::Error)]
pub enum StampFailure {
    /// The authority could not be reached.
    #[error("the time-stamping authority: {0}")]
    Fetch(#[from] FetchError),
    /// It answered with something that is not the time stamp asked for.
    #[error("the time stamp was refused: {0}")]
    Refused(#[from] StampError),
}

impl HttpClient {
    /// A time stamp over the joined `parts`, checked against the request before it is handed on.
    ///
    /// # Errors
    /// When the authority is not reached, or its answer fails a check of RFC 3161 §2.4.2.
    pub async fn stamp(
        &self,
        authority: &Url,
        parts: &[&[u8]],
        nonce: [u8; 16],
    ) -> Result<TimeStampToken, StampFailure> {
        let digest = DigestAlgorithm::Sha256;
        let request = Request::new(digest, digest.hash_parts(parts), nonce);
        let answer = self.post(authority, "application/timestamp-query", request.to_der()).await?;
        Ok(request.accept(&answer)?)
    }
}
