//! One file to one report: read, fetch what it needs, judge. The same for uploads, shared pages and the API.

use std::sync::Arc;

use signet_verify::{Artefact, Report, Unreadable};

use crate::{refusal::Refusal, site::Held};

/// A file that could be read, and what was found.
pub struct Assessed {
    /// The file, read.
    pub artefact: Arc<Artefact>,
    /// What was found.
    pub report: Report,
}

/// Why there is no report.
#[derive(Debug)]
pub enum NoReport {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// Our own fault.
    Fault(Refusal),
}

/// Judges a file as of now. Reading and judging are work for the processor, so they leave the threads that answer.
///
/// # Errors
/// When the file cannot be read.
pub async fn assess(site: &Held, bytes: Vec<u8>) -> Result<Assessed, NoReport> {
    let artefact = Arc::new(aside(move || signet_verify::read(bytes)).await?.map_err(NoReport::Unreadable)?);
    let now = site.now();
    let evidence = site.gatherer.gather(&artefact, now).await;
    let judged = aside(move || {
        let report = signet_verify::judge(&artefact, &evidence, now);
        Assessed { artefact, report }
    });
    judged.await
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, NoReport> {
    tokio::task::spawn_blocking(work).await.map_err(|error| NoReport::Fault(Refusal::fault(error)))
}
