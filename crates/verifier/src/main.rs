//! `signet-verify`: any sealed credential, ours or not, verified without anybody's server.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use signet_console::{Exit, Stop, file, misuse, terminal};
use signet_lang::{Locale, args};
use signet_outbound::{EvidenceFetcher, HttpClient, HttpLimits, TrustCache, trust::EU_LIST_OF_LISTS};
use signet_seal::trusted_list::Signers;
use signet_verifier::{Intake, Judgement, certificates, command_line::CommandLine, evidence_folder, tell};
use signet_verify::{Evidence, Trust};
use url::Url;

fn main() -> Exit {
    let typed = terminal::locale(terminal::typed_language());
    let command_line = match CommandLine::read(terminal::typed(), typed) {
        Ok(command_line) => command_line,
        Err(help_or_misuse) => return misuse::report(&help_or_misuse, typed),
    };
    let locale = terminal::locale(command_line.lang);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let ended = match runtime {
        Ok(runtime) => runtime.block_on(run(&command_line, locale)),
        Err(error) => Err(Stop::new(Exit::Unavailable, locale.app_system(file::problem(&error, locale)))),
    };
    ended.unwrap_or_else(|stop| {
        eprintln!("{}", locale.app_stopped(stop.sentence));
        stop.exit
    })
}

async fn run(typed: &CommandLine, locale: Locale) -> Result<Exit, Stop> {
    let intake = Intake::of(&typed.files, locale)?;
    let trust = Arc::new(trust(typed, locale)?);
    let mut kept = Evidence::offline(Arc::clone(&trust)).comparing_pictures();
    if let Some(folder) = &typed.evidence {
        for complaint in evidence_folder::read(folder, &mut kept, locale)? {
            eprintln!("{}", locale.app_stopped(complaint));
        }
    }
    let fetcher = match typed.offline {
        true => None,
        false => {
            let client = HttpClient::new(typed.reach.into(), HttpLimits::default());
            let client = client.map_err(|error| Stop::new(Exit::Unavailable, locale.app_fault(error.to_string())))?;
            Some(EvidenceFetcher::new(client, trust))
        }
    };
    let judgement = Judgement { kept, fetcher, at: typed.at.unwrap_or_else(Timestamp::now) };
    tell(intake, &judgement, (typed.format(), None), locale).await
}

/// Whom to trust: the roots that were named, and the authorities of the lists. Of which day the lists are is told on standard error.
fn trust(typed: &CommandLine, locale: Locale) -> Result<Trust, Stop> {
    let roots = certificates::read(&typed.anchors, locale)?;
    let trust = Trust::in_roots(roots, certificates::read(&typed.test_anchors, locale)?);
    let Some(folder) = &typed.lists else {
        if trust.is_empty() {
            eprintln!("{}", locale.verifier_nobody_trusted());
        }
        return Ok(trust);
    };
    let services = lists(folder, locale)?.load();
    let services = services.map_err(|error| Stop::new(Exit::NoInput, file::not_read(folder, &error, locale)))?;
    let many = services.lists().iter().filter(|list| list.list.is_ok()).count();
    let fetched = services.lists().iter().filter_map(|list| list.fetched).min();
    match fetched {
        Some(fetched) => {
            eprintln!("{}", locale.verifier_lists(args::VerifierLists { at: locale.instant(fetched), many }))
        }
        None => eprintln!("{}", locale.verifier_no_lists(folder.display().to_string())),
    }
    Ok(trust.with_services(services))
}

fn lists(folder: &Path, locale: Locale) -> Result<TrustCache, Stop> {
    let lotl =
        Url::parse(EU_LIST_OF_LISTS).map_err(|error| Stop::new(Exit::Software, locale.app_fault(error.to_string())))?;
    Ok(TrustCache { lotl, signers: Signers::official_journal(), territories: Vec::new(), folder: folder.to_owned() })
}
