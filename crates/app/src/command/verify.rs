//! `signet verify`: any file, ours or not, judged as a stranger would.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use signet_lang::{Locale, args};
use signet_outbound::EvidenceFetcher;
use signet_verify::{BYTES_MAX, Evidence, Finding, Outcome, ParsedFile, Report, Trust, Unreadable};

use crate::{
    cli::{JudgingArgs, VerifyArgs},
    config::{Config, ListsSetting, OutboundConfig, TrustConfig},
    exit::{CommandError, Exit},
    http_client, input,
    terminal::say,
    trust_reading,
};

/// Reads, fetches what is needed, judges, tells.
pub async fn run(args: &VerifyArgs, config: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let bytes = input::read(&args.file, BYTES_MAX, locale)?;
    let artefact = match signet_verify::read(bytes) {
        Ok(artefact) => Arc::new(artefact),
        Err(unreadable) => return unread(&unreadable, args, locale),
    };
    let judgement = Judgement::of(&args.judging, config, locale)?;
    let names_a_test = judgement.names_a_test;
    let report = judgement.judge(&artefact).await?;
    if args.json {
        let mut json = report.to_json(locale);
        if names_a_test && let Some(json) = json.as_object_mut() {
            json.insert("test_named_as_real".into(), true.into());
        }
        say!("{}", serde_json::to_string_pretty(&json)?);
    } else {
        tell(&report, names_a_test, locale);
    }
    Ok(exit(report.outcome()))
}

/// The exit code of a verdict.
pub fn exit(outcome: Outcome) -> Exit {
    match outcome {
        Outcome::Holds => Exit::Success,
        Outcome::Fails => Exit::Fails,
        Outcome::CannotTell => Exit::CannotTell,
    }
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

/// By whom and by what files are judged, as of one moment.
pub struct Judgement {
    trust: Arc<Trust>,
    outbound: OutboundConfig,
    /// What was kept and brought along.
    kept: Evidence,
    at: Timestamp,
    offline: bool,
    /// A root named on the command line is one of test seals in the settings.
    pub names_a_test: bool,
}

impl Judgement {
    /// Roots from the command line, else from the settings; a stranger without settings trusts nobody and is told so by the report.
    ///
    /// # Errors
    /// When settings, roots, rules or kept evidence cannot be read.
    pub fn of(args: &JudgingArgs, config: &Path, locale: Locale) -> Result<Judgement, CommandError> {
        let (configured, outbound) = if config.exists() {
            let config = Config::read(config).map_err(|faults| super::config_stop(&faults, locale))?;
            (config.trust, config.outbound)
        } else {
            (TrustConfig::default(), OutboundConfig::default())
        };
        let policy = args.policy.clone().or_else(|| configured.policy.clone());
        let of_test_roots = TrustConfig {
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
        let trust = trust_reading::trust_or_stop(&trust, locale)?;
        let names_a_test = !args.anchors.is_empty()
            && trust_reading::trust_or_stop(&of_test_roots, locale)
                .is_ok_and(|of_test_roots| shares_a_root(&trust, &of_test_roots));
        let trust = Arc::new(crate::policy::apply(policy.as_deref(), trust, locale)?);
        let mut kept = Evidence::offline(Arc::clone(&trust)).comparing_pictures();
        if let Some(folder) = &args.evidence {
            for complaint in crate::evidence_folder::read(folder, &mut kept, locale)? {
                eprintln!("{}", locale.app_stopped(complaint));
            }
        }
        let at = args.at.unwrap_or_else(Timestamp::now);
        Ok(Judgement { trust, outbound, kept, at, offline: args.offline, names_a_test })
    }

    /// Fetches what is needed, unless nobody is to be asked, and judges.
    ///
    /// # Errors
    /// When no client can be set up.
    pub async fn judge(&self, artefact: &Arc<ParsedFile>) -> Result<Report, CommandError> {
        let mut evidence = self.kept.clone();
        if !self.offline {
            let fetcher = EvidenceFetcher::new(http_client::of(&self.outbound)?, Arc::clone(&self.trust));
            evidence = fetcher.gather_more(artefact, evidence, self.at).await;
        }
        Ok(signet_verify::judge(artefact, &evidence, self.at))
    }
}

fn shares_a_root(one: &Trust, other: &Trust) -> bool {
    let known = other.anchors.certificates();
    one.anchors.certificates().iter().any(|root| known.iter().any(|known| known.sha256() == root.sha256()))
}

fn tell(report: &Report, names_a_test: bool, locale: Locale) {
    say!("{}", verdict(report, locale));
    if names_a_test {
        say!("{}", locale.app_verify_named_test());
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
    say!("{}", locale.app_verify_at(args::AppVerifyAt { at: locale.instant(report.at), sha: &report.sha256 }));
}

fn verdict(report: &Report, locale: Locale) -> String {
    match report.outcome() {
        Outcome::Holds => locale.app_verify_holds(),
        Outcome::Fails => locale.app_verify_fails(),
        Outcome::CannotTell if report.is_test() => locale.app_verify_test(),
        Outcome::CannotTell => locale.app_verify_cannot_tell(),
    }
}

fn line(finding: &Finding, locale: Locale) -> String {
    let mut line = finding.sentence(locale);
    if let Some(path) = finding.path() {
        line = format!("{line} [{path}]");
    }
    match finding.indication {
        Some(indication) => format!("{line} ({}, {})", finding.check().code(), indication.name()),
        None => format!("{line} ({})", finding.check().code()),
    }
}

/// The sign of a verdict.
pub fn mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "✓",
        Outcome::Fails => "✗",
        Outcome::CannotTell => "?",
    }
}

fn mark_of(finding: &Finding) -> &'static str {
    if finding.is_neutral() { "·" } else { mark(finding.outcome) }
}
