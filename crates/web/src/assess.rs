//! One file of our own register to one report: read, fetch what it needs, judge. Strangers' files are judged elsewhere
//! ([`crate::verification`]).

use std::sync::Arc;

use signet_verify::{Artefact, Evidence, Report, Unreadable};

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
    /// Our own fault, or no time for it now.
    Fault(Refusal),
}

impl From<Refusal> for NoReport {
    fn from(refusal: Refusal) -> Self {
        NoReport::Fault(refusal)
    }
}

/// Judges a file as of now.
///
/// # Errors
/// When the file cannot be read, or there is no time for it now.
pub async fn assess(site: &Held, bytes: Vec<u8>) -> Result<Assessed, NoReport> {
    let compute = site.compute();
    let read = compute.run(move || signet_verify::read(bytes)).await?;
    let artefact = Arc::new(read.map_err(NoReport::Unreadable)?);
    let now = site.now();
    let mut evidence = Evidence::offline(Arc::clone(site.gatherer.trust()));
    let mut gathering = site.gatherer.begin();
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
