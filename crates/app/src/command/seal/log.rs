//! `signet seal log`: every use of a seal key, oldest first.

use serde::Serialize;
use signet_lang::Locale;
use signet_record::Timestamp;
use signet_store::{Cursor, SealUse, SealWork};

use crate::{
    cli::SealLogArgs,
    command::whole_log,
    exit::{CommandError, Exit},
    sealing,
    services::Services,
    terminal::say,
};

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
    let page = async |after: Option<&Cursor>| seal_audit.uses(since, after, whole_log::PAGE).await;
    whole_log::print(page, |used: &SealUse| {
        if only.is_some_and(|only| used.certificate != only) {
            return Ok(());
        }
        if args.json {
            say!("{}", serde_json::to_string(&line(used))?);
        } else {
            say!("{}", text(used, locale));
        }
        Ok(())
    })
    .await
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
        outcome(&used.outcome, locale)
    )
}

/// What came of a use, by the code in the log.
fn outcome(code: &str, locale: Locale) -> String {
    match code {
        "made" => locale.seal_use_made(),
        "asked" => locale.seal_use_asked(),
        code => sealing::why_of_code(code, locale),
    }
}
