//! `signet verify`: any file, ours or not, judged as a stranger would.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use signet_lang::Locale;
use signet_outbound::EvidenceFetcher;
use signet_verify::{BYTES_MAX, Evidence, Finding, Outcome, Report, Trust, Unreadable};

use crate::{
    cli::VerifyArgs,
    config::{Config, ListsSetting, OutboundConfig, TrustConfig},
    exit::{CommandError, Exit},
    input, services,
    terminal::say,
};

/// Reads, fetches what is needed, judges, tells.
pub async fn run(args: &VerifyArgs, config: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let bytes = input::read(&args.file, BYTES_MAX, locale)?;
    let artefact = match signet_verify::read(bytes) {
        Ok(artefact) => Arc::new(artefact),
        Err(unreadable) => return unread(&unreadable, args, locale),
    };
    let Trusted { trust, outbound, names_a_trial } = trusted(args, config, locale)?;
    let at = args.at.unwrap_or_else(Timestamp::now);
    let mut evidence = Evidence::offline(Arc::clone(&trust));
    if let Some(folder) = &args.evidence {
        for complaint in crate::evidence_folder::read(folder, &mut evidence, locale)? {
            eprintln!("{}", locale.app_stopped(complaint));
        }
    }
    if !args.offline {
        evidence =
            EvidenceFetcher::new(services::http_client(&outbound)?, trust).gather_more(&artefact, evidence, at).await;
    }
    let report = signet_verify::judge(&artefact, &evidence, at);
    if args.json {
        let mut json = report.to_json(locale);
        if names_a_trial && let Some(json) = json.as_object_mut() {
            json.insert("trial_named_as_real".into(), true.into());
        }
        say!("{}", serde_json::to_string_pretty(&json)?);
    } else {
        tell(&report, names_a_trial, locale);
    }
    Ok(match report.outcome() {
        Outcome::Holds => Exit::Success,
        Outcome::Fails => Exit::Fails,
        Outcome::CannotTell => Exit::CannotTell,
    })
}

fn unread(unreadable: &Unreadable, args: &VerifyArgs, locale: Locale) -> Result<Exit, CommandError> {
    let sentence = unreadable.sentence(locale);
    if args.json {
        say!(
            "{}",
            serde_json::json!({ "error": "unreadable", "detail": unreadable.to_string(), "sentence": sentence })
        );
        return Ok(Exit::Data);
    }
    Err(CommandError::new(Exit::Data, sentence))
}

/// Whom to trust, and how far to go for evidence.
struct Trusted {
    trust: Arc<Trust>,
    outbound: OutboundConfig,
    /// A root named on the command line is one of trials in the settings.
    names_a_trial: bool,
}

/// Roots from the command line, else from the settings; a stranger without settings trusts nobody and is told so by the report.
fn trusted(args: &VerifyArgs, config: &Path, locale: Locale) -> Result<Trusted, CommandError> {
    let (configured, outbound) = if config.exists() {
        let config = Config::read(config).map_err(|faults| super::config_stop(&faults, locale))?;
        (config.trust, config.outbound)
    } else {
        (TrustConfig::default(), OutboundConfig::default())
    };
    let policy = args.policy.clone().or_else(|| configured.policy.clone());
    let of_trials = TrustConfig {
        anchors: configured.test_anchors.clone(),
        test_anchors: Vec::new(),
        lists: ListsSetting::None,
        ..configured.clone()
    };
    let trust = if args.anchors.is_empty() && args.test_anchors.is_empty() {
        configured
    } else {
        let (anchors, test_anchors) = (args.anchors.clone(), args.test_anchors.clone());
        TrustConfig { anchors, test_anchors, lists: ListsSetting::None, ..configured }
    };
    let trust = services::trust_or_stop(&trust, locale)?;
    let names_a_trial = !args.anchors.is_empty()
        && services::trust_or_stop(&of_trials, locale).is_ok_and(|of_trials| shares_a_root(&trust, &of_trials));
    let trust = Arc::new(crate::policy::apply(policy.as_deref(), trust, locale)?);
    Ok(Trusted { trust, outbound, names_a_trial })
}

fn shares_a_root(one: &Trust, other: &Trust) -> bool {
    let known = other.anchors.certificates();
    one.anchors.certificates().iter().any(|root| known.iter().any(|known| known.sha256() == root.sha256()))
}

fn tell(report: &Report, names_a_trial: bool, locale: Locale) {
    say!("{}", verdict(report, locale));
    if names_a_trial {
        say!("{}", locale.app_verify_named_trial());
    }
    for sentence in report.source(locale) {
        say!("{sentence}");
    }
    if report.outcome() != Outcome::Holds
        && let Some(reason) = report.reason(locale)
    {
        say!("{}", locale.app_verify_reason(reason));
    }
    say!();
    for group in &report.groups {
        let name = Report::group_name(group.name, locale);
        say!("{} {name}: {}", mark(group.outcome()), report.group_sentence(group, locale));
        let mut told = None;
        for finding in &group.findings {
            let heading = report.heading(finding, locale);
            let indent = if heading.is_some() { "      " } else { "    " };
            if heading != told {
                if let Some(heading) = &heading {
                    say!("    {heading}");
                }
                told = heading;
            }
            say!("{indent}{} {}", mark_of(finding), line(finding, locale));
        }
        say!();
    }
    for sentence in report.completeness_told(locale) {
        say!("{sentence}");
    }
    if let Some(mandate) = report.mandate_told(locale) {
        say!("{mandate}");
    }
    say!("{}", locale.app_verify_at(locale.instant(report.at), &report.sha256));
}

fn verdict(report: &Report, locale: Locale) -> String {
    match report.outcome() {
        Outcome::Holds => locale.app_verify_holds(),
        Outcome::Fails => locale.app_verify_fails(),
        Outcome::CannotTell if report.is_trial() => locale.app_verify_trial(),
        Outcome::CannotTell => locale.app_verify_cannot_tell(),
    }
}

fn line(finding: &Finding, locale: Locale) -> String {
    let mut line = finding.sentence(locale);
    if let Some(path) = finding.path() {
        line = format!("{line} [{path}]");
    }
    match finding.indication {
        Some(indication) => format!("{line} ({}, {})", finding.check.code(), indication.name()),
        None => format!("{line} ({})", finding.check.code()),
    }
}

fn mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "✓",
        Outcome::Fails => "✗",
        Outcome::CannotTell => "?",
    }
}

fn mark_of(finding: &Finding) -> &'static str {
    if finding.is_neutral() { "·" } else { mark(finding.outcome) }
}
