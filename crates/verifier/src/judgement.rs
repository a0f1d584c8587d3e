//! By whom and by what files are judged, as of one moment.

use std::sync::Arc;

use jiff::Timestamp;
use signet_outbound::EvidenceFetcher;
use signet_verify::{Evidence, ParsedFile, Report};

/// Judges files, one like the other.
pub struct Judgement {
    /// What was kept and brought along, and whose roots count.
    pub kept: Evidence,
    /// Who fetches what is missing; `None`: nobody is asked.
    pub fetcher: Option<EvidenceFetcher>,
    /// As of when.
    pub at: Timestamp,
}

impl Judgement {
    /// Fetches what is needed, unless nobody is to be asked, and judges.
    pub async fn judge(&self, artefact: &Arc<ParsedFile>) -> Report {
        let kept = self.kept.clone();
        let evidence = match &self.fetcher {
            Some(fetcher) => fetcher.gather_more(artefact, kept, self.at).await,
            None => kept,
        };
        signet_verify::judge(artefact, &evidence, self.at)
    }
}
