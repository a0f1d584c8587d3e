//! `signet verify`: any files, ours or not, judged as a stranger would.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use signet_lang::Locale;
use signet_outbound::EvidenceFetcher;
use signet_verifier::{Format, Intake, Judgement, evidence_folder};
use signet_verify::{Evidence, Trust};

use crate::{
    cli::{JudgingArgs, VerifyArgs},
    config::{Config, ListsSetting, OutboundConfig, TrustConfig},
    exit::{CommandError, Exit},
    http_client, trust_reading,
};

/// Takes the files in, fetches what is needed, judges, tells.
pub async fn run(args: &VerifyArgs, config: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let intake = Intake::of(&args.files, locale).map_err(CommandError::stopped)?;
    let (judgement, names_a_test) = judgement(&args.judging, config, locale)?;
    let note = names_a_test.then(|| locale.app_verify_named_test());
    let format = match args {
        VerifyArgs { json: true, .. } => Format::Json,
        VerifyArgs { csv: true, .. } => Format::Csv,
        _ => Format::Text,
    };
    signet_verifier::tell(intake, &judgement, (format, note), locale).await.map_err(CommandError::stopped)
}

/// By whom and by what files are judged: roots from the command line, else from the settings; a stranger without settings trusts nobody and is told
/// so by the report. And whether a root named on the command line is one of test seals in the settings.
///
/// # Errors
/// When settings, roots, rules or kept evidence cannot be read, or no client can be set up.
pub fn judgement(args: &JudgingArgs, config: &Path, locale: Locale) -> Result<(Judgement, bool), CommandError> {
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
        for complaint in evidence_folder::read(folder, &mut kept, locale).map_err(CommandError::stopped)? {
            eprintln!("{}", locale.app_stopped(complaint));
        }
    }
    let at = args.at.unwrap_or_else(Timestamp::now);
    let fetcher = match args.offline {
        true => None,
        false => Some(EvidenceFetcher::new(http_client::of(&outbound)?, trust)),
    };
    Ok((Judgement { kept, fetcher, at }, names_a_test))
}

fn shares_a_root(one: &Trust, other: &Trust) -> bool {
    let known = other.anchors.certificates();
    one.anchors.certificates().iter().any(|root| known.iter().any(|known| known.sha256() == root.sha256()))
}
