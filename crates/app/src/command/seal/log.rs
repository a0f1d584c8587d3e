//! `signet seal log`: every use of a seal key, oldest first.

use serde::Serialize;
use signet_lang::Locale;
use signet_record::Timestamp;
use signet_store::{SealUse, SealWork};

use crate::{
    cli::SealLogArgs,
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Uses read at once.
const PAGE: u32 = 500;

/// One use, as JSON Lines.
#[derive(Serialize)]
struct Line<'a> {
    at: Timestamp,
    certificate: String,
    institution: Option<String>,
    credential: Option<String>,
    work: &'static str,
    algorithm: &'a str,
    digest: &'a str,
    outcome: &'a str,
}

/// Prints uses since an instant, of all seals or of one.
pub async fn run(services: &Services, args: &SealLogArgs, locale: Locale) -> Result<Exit, CommandError> {
    let only = match &args.seal {
        Some(beginning) => Some(super::named(services, beginning, locale)?.signer().certificate()),
        None => None,
    };
    let since = args.since.unwrap_or(Timestamp::UNIX_EPOCH);
    let seal_audit = services.issuer.store().seal_audit();
    let mut after = None;
    loop {
        let page = seal_audit.uses(since, after.as_ref(), PAGE).await?;
        for used in page.rows.iter().filter(|used| only.is_none_or(|only| used.certificate == only)) {
            if args.json {
                say!("{}", serde_json::to_string(&line(used))?);
            } else {
                say!("{}", text(used, locale));
            }
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(Exit::Success),
        }
    }
}

fn line(used: &SealUse) -> Line<'_> {
    Line {
        at: used.at,
        certificate: used.certificate.to_string(),
        institution: used.institution.as_ref().map(ToString::to_string),
        credential: used.credential.as_ref().map(ToString::to_string),
        work: used.work.code(),
        algorithm: &used.algorithm,
        digest: &used.digest,
        outcome: &used.outcome,
    }
}

fn text(used: &SealUse, locale: Locale) -> String {
    let work = match used.work {
        SealWork::Credential => locale.seal_work_credential(),
        SealWork::Document => locale.seal_work_document(),
        SealWork::StatusList => locale.seal_work_status_list(),
        SealWork::Mandate => locale.seal_work_mandate(),
        SealWork::Probe => locale.seal_work_probe(),
    };
    let whose = used.credential.map(|id| id.to_string()).or_else(|| used.institution.as_ref().map(ToString::to_string));
    let certificate: String = used.certificate.to_string().chars().take(16).collect();
    format!(
        "{}  {certificate}  {work}  {}  {} {}  {}",
        used.at,
        whose.unwrap_or_else(|| "–".into()),
        used.algorithm,
        used.digest,
        used.outcome
    )
}
