//! One file of our own register to one verdict: read, fetch what it needs, judge, draw; remembered while it stands. Strangers' files are
//! judged elsewhere ([`crate::verification`]).

use std::{sync::Arc, time::Duration};

use signet_lang::{Locale, args};
use signet_outbound::evidence::{SEALS_REMEMBERED, STATUS_LIST_REMEMBERED};
use signet_record::{CredentialId, Timestamp};
use signet_registry::{Digest, LedgerState, Status};
use signet_store::Tenant;
use signet_verify::{Evidence, ParsedFile, Report};

use crate::{
    page_error::PageError,
    site::AppState,
    stored,
    verdict_memory::{Foundation, Judge, Remembered},
    view::{DrawnCredential, Mark, ReportView, ShownFields, Verdict, VerdictKind},
};

/// The longest a verdict is remembered, whatever it rests on.
const REMEMBERED_MAX: Duration = Duration::from_secs(3600);

/// A file of ours, and how it is to be shown.
pub(crate) struct OwnFile<'s> {
    pub site: &'s AppState,
    pub tenant: &'s Tenant,
    /// The sealed credential.
    pub jsonld: Digest,
    pub credential: CredentialId,
    /// What the register says of it now.
    pub status: Status,
    pub l: Locale,
    pub reveal: ShownFields,
}

impl OwnFile<'_> {
    /// The verdict that stands, and whether it was made just now.
    ///
    /// # Errors
    /// When there is no file, or no time for it now.
    pub async fn verdict(&self) -> Result<(Arc<Remembered>, bool), PageError> {
        self.site.verdicts().verdict(&(self.tenant.id().clone(), self.jsonld), self).await
    }

    /// What is drawn of a verdict over this file.
    ///
    /// # Errors
    /// As [`OwnFile::verdict`].
    pub async fn drawn(&self, verdict: &Arc<Remembered>) -> Result<Arc<DrawnCredential>, PageError> {
        let draw = async {
            let artefact = self.artefact().await?;
            let (verdict, l, reveal) = (Arc::clone(verdict), self.l, self.reveal);
            let drawing = move || drawn(&artefact, &verdict.report, &verdict.ledger, l, reveal);
            self.site.compute().run(drawing).await?.ok_or_else(no_credential)
        };
        verdict.drawn((self.l.language(), self.reveal), draw).await
    }

    async fn artefact(&self) -> Result<ParsedFile, PageError> {
        let kept = stored::artefact(self.tenant, &self.jsonld).await?.ok_or(PageError::Gone)?;
        stored::read(self.site, &kept.bytes).await
    }

    /// Fetches everything that judging needs, in rounds.
    async fn evidence(&self, artefact: &Arc<ParsedFile>, now: Timestamp) -> Result<Evidence, PageError> {
        let compute = self.site.compute();
        let mut evidence = Evidence::offline(Arc::clone(self.site.fetcher.trust()));
        let mut gathering = self.site.fetcher.begin();
        loop {
            let judged = Arc::clone(artefact);
            let found_out = compute.run(move || (signet_verify::needs(&judged, &evidence, now), evidence));
            let (needed, known) = found_out.await?;
            evidence = known;
            match gathering.round(needed).await {
                Some(found) => found.add_to(&mut evidence),
                None => return Ok(evidence),
            }
        }
    }
}

impl Judge for OwnFile<'_> {
    type Error = PageError;

    async fn stands(&self, foundation: &Foundation) -> bool {
        let fetcher = &self.site.fetcher;
        if !foundation.is(fetcher.trust(), self.status, self.site.now()) {
            return false;
        }
        for (address, sha256) in &foundation.lists {
            if fetcher.status_list_sha256(address).await != *sha256 {
                return false;
            }
        }
        true
    }

    async fn judge(&self) -> Result<Remembered, PageError> {
        let compute = self.site.compute();
        let artefact = Arc::new(self.artefact().await?);
        let now = self.site.now();
        let evidence = self.evidence(&artefact, now).await?;
        let ledger = stored::state(self.tenant, &self.credential).await?;
        let (l, reveal, status) = (self.l, self.reveal, self.status);
        let judged = Arc::clone(&artefact);
        let judging = compute.run(move || (signet_verify::judge(&judged, &evidence, now), evidence));
        let (report, evidence) = judging.await?;
        let remembering = move || {
            let drawn = drawn(&artefact, &report, &ledger, l, reveal)?;
            let until = signet_verify::holds_until(&artefact, &evidence, now, latest(&evidence, now));
            let lists = lists(&evidence);
            let foundation = Foundation { trust: evidence.trust, status, lists, judged: now, until };
            Some(Remembered::new(foundation, report, ledger, (l.language(), reveal), drawn))
        };
        compute.run(remembering).await?.ok_or_else(no_credential)
    }
}

/// Until when a verdict may be remembered at most: what was fetched counts for no longer than a fresh judgement would use it again.
fn latest(evidence: &Evidence, now: Timestamp) -> Timestamp {
    let unreachable = evidence.status_lists.values().any(Result::is_err);
    let asked = !(evidence.seals.is_empty() && evidence.asked.is_empty());
    let longest = match (unreachable, asked) {
        (true, _) => STATUS_LIST_REMEMBERED,
        (false, true) => SEALS_REMEMBERED,
        (false, false) => REMEMBERED_MAX,
    };
    now.checked_add(longest).unwrap_or(Timestamp::MAX)
}

fn lists(evidence: &Evidence) -> Vec<(String, Option<Vec<u8>>)> {
    let sha256 = |list: &Vec<u8>| signet_seal::DigestAlgorithm::Sha256.hash(list);
    let lists = evidence.status_lists.iter();
    lists.map(|(address, list)| (address.clone(), list.as_ref().ok().map(sha256))).collect()
}

fn drawn(
    artefact: &ParsedFile,
    report: &Report,
    ledger: &LedgerState,
    l: Locale,
    reveal: ShownFields,
) -> Option<DrawnCredential> {
    let told = with_register(ReportView::of(report, l), ledger, l);
    DrawnCredential::of(artefact.credential()?, report, told, l, reveal)
}

fn no_credential() -> PageError {
    PageError::fault("a kept file without a credential")
}

/// A shared page comes from the register itself, so it knows a revocation even when the status list cannot be had.
fn with_register(mut report: ReportView, ledger: &LedgerState, l: Locale) -> ReportView {
    let (kind, more) = match (ledger.status(), ledger.revoked()) {
        (Status::Revoked, Some((_, revoked))) => {
            let since = l.web_report_verdict_revoked_since(args::WebReportVerdictRevokedSince {
                date: l.date(revoked.date()),
                reason: stored::reason(revoked, l),
            });
            (VerdictKind::Revoked, vec![since])
        }
        (Status::Revoked, None) => (VerdictKind::Revoked, Vec::new()),
        (Status::Superseded, _) => (VerdictKind::Superseded, Vec::new()),
        (Status::Valid, _) => return report,
    };
    if report.verdict.kind == VerdictKind::Invalid {
        return report;
    }
    let Verdict { when, source, .. } = report.verdict;
    report.verdict = Verdict { when, source, ..Verdict::new(kind, l, String::new(), more) };
    if let Some(validity) = report.groups.last_mut().filter(|validity| validity.mark != Mark::Fails) {
        validity.mark = Mark::Fails;
        validity.sentence = report.verdict.sentences.first().cloned().unwrap_or_default();
    }
    report
}
