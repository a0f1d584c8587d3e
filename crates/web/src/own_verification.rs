//! One file of our own register to one report: read, fetch what it needs, judge. Strangers' files are judged elsewhere
//! ([`crate::verification`]).

use std::sync::Arc;

use signet_verify::{Artefact, Evidence, Report, Unreadable};

use crate::{page_error::PageError, site::AppState};

/// A file that could be read, and what was found.
pub struct Assessed {
    /// The file, read.
    pub artefact: Arc<Artefact>,
    /// What was found.
    pub report: Report,
}

/// Why there is no report.
#[derive(Debug)]
pub enum VerificationError {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// Our own fault, or no time for it now.
    Fault(PageError),
}

impl From<PageError> for VerificationError {
    fn from(page_error: PageError) -> Self {
        VerificationError::Fault(page_error)
    }
}

/// Judges a file as of now.
///
/// # Errors
/// When the file cannot be read, or there is no time for it now.
pub async fn assess(site: &AppState, bytes: Vec<u8>) -> Result<Assessed, VerificationError> {
    let compute = site.compute();
    let read = compute.run(move || signet_verify::read(bytes)).await?;
    let artefact = Arc::new(read.map_err(VerificationError::Unreadable)?);
    let now = site.now();
    let mut evidence = Evidence::offline(Arc::clone(site.fetcher.trust()));
    let mut gathering = site.fetcher.begin();
    loop {
        let judged = Arc::clone(&artefact);
        let found_out = compute.run(move || (signet_verify::needs(&judged, &evidence, now), evidence));
        let (needed, known) = found_out.await?;
        evidence = known;
        match gathering.round(needed).await {
            Some(found) => found.add_to(&mut evidence),
            None => break,
        }
    }
    let judged = Arc::clone(&artefact);
    let report = compute.run(move || signet_verify::judge(&judged, &evidence, now)).await?;
    Ok(Assessed { artefact, report })
}
