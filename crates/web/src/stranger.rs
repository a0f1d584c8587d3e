//! A stranger's files, from the first byte of the upload to the answer: let in, received, verified apart, paid for.

use std::{io, time::Duration, time::Instant};

use axum::body::{Body, Bytes};
use futures_util::stream;

use crate::{
    admission::{Admitted, Busy},
    client_address::Client,
    site::AppState,
    verification::{Job, NotVerified, Verified},
};

/// Bytes of an answer that are handed on at once.
const PIECE: usize = 64 << 10;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAnswered {
    /// A file cannot be read; why, in the reader's language.
    Unreadable(String),
    /// It took more time or memory than one file may.
    TooMuch,
    /// Too much is being done just now.
    Busy,
    /// This client has had more than its share.
    Hasty,
    /// Our own fault.
    Fault,
}

impl From<Busy> for NotAnswered {
    fn from(_: Busy) -> Self {
        NotAnswered::Busy
    }
}

impl From<NotVerified> for NotAnswered {
    fn from(not_verified: NotVerified) -> Self {
        match not_verified {
            NotVerified::Unreadable(sentence) => NotAnswered::Unreadable(sentence),
            NotVerified::TooMuch => NotAnswered::TooMuch,
            NotVerified::Busy => NotAnswered::Busy,
            NotVerified::NoWorker => NotAnswered::Fault,
        }
    }
}

/// Lets a client's next file in, of which nothing has come yet.
///
/// # Errors
/// When too much is in hand, or this client has had its share.
pub fn let_in(site: &AppState, client: Option<Client>) -> Result<Admitted, NotAnswered> {
    if site.verifying().exhausted(client, Instant::now()) {
        return Err(NotAnswered::Hasty);
    }
    Ok(site.admission().enter(client)?)
}

/// Verifies files that were received. What they cost is noted with the client.
///
/// # Errors
/// As [`NotAnswered`] says.
pub async fn verify(
    site: &AppState,
    client: Option<Client>,
    mut admitted: Admitted,
    files: Vec<Vec<u8>>,
    job: Job,
) -> Result<(Verified, Admitted), NotAnswered> {
    let site = site.clone();
    // A task of its own: that a client has gone must not end a worker in the middle of a file.
    let verified = tokio::spawn(async move {
        let mut spent = Duration::ZERO;
        let verified = site.verifier.verify(files, &job, site.strangers(), &mut spent).await;
        let milliseconds = u64::try_from(spent.as_millis()).unwrap_or(u64::MAX);
        site.verifying().note(client, milliseconds, Instant::now());
        metrics::histogram!("signet_verification_seconds").record(spent.as_secs_f64());
        let verified = verified?;
        admitted.hold(verified.drawn.len())?;
        Ok((verified, admitted))
    });
    verified.await.unwrap_or(Err(NotAnswered::Fault))
}

/// An answer that counts as in hand until the client has taken it.
pub fn body(bytes: Bytes, admitted: Admitted) -> Body {
    let pieces = stream::unfold((bytes, admitted), |(mut rest, admitted)| async move {
        let piece = rest.split_to(rest.len().min(PIECE));
        (!piece.is_empty()).then(|| (Ok::<_, io::Error>(piece), (rest, admitted)))
    });
    Body::from_stream(pieces)
}
