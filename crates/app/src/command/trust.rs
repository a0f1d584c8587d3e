//! `signet trust update | show`: the EU's trusted lists, fetched, kept, and told of.

mod certificate;
mod lists;

use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;
use signet_lang::{Locale, args};
use signet_outbound::{Fetched, Fetching};
use signet_seal::qualification::{ListTrouble, Standing, TrustServices};

use crate::{
    cli::{TrustCommand, TrustUpdateArgs},
    config::{Config, Unfit},
    exit::{CommandError, Exit},
    file, http_client,
    terminal::{self, say},
    trust_reading,
};

/// Does what was asked; works without settings too, with the EU's lists kept in this folder.
pub async fn run(command: &TrustCommand, config: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let (trust, outbound) = if config.exists() {
        let config = Config::read(config).map_err(|faults| super::config_stop(&faults, locale))?;
        (config.trust, config.outbound)
    } else {
        Default::default()
    };
    let mut unfit = Vec::new();
    let stop = |unfit: &[Unfit]| CommandError::new(Exit::Config, Unfit::joined(unfit));
    let Some(cache) = trust_reading::trust_cache(&trust, &mut unfit, locale).ok_or_else(|| stop(&unfit))? else {
        return Err(CommandError::new(Exit::Config, locale.trust_off()));
    };
    match command {
        TrustCommand::Update(args) => {
            let http_client = http_client::for_lists(&outbound)?;
            update(&cache, &http_client, args, locale).await
        }
        TrustCommand::Show(args) => {
            let services = trust_reading::trust_services(&trust, &mut unfit, locale).ok_or_else(|| stop(&unfit))?;
            match &args.certificate {
                None => lists::show(&services, args.at.unwrap_or_else(Timestamp::now), args.json, locale),
                Some(file) => certificate::show(&services, file, args, locale),
            }
        }
    }
}

async fn update(
    cache: &signet_outbound::TrustCache,
    http_client: &signet_outbound::HttpClient,
    args: &TrustUpdateArgs,
    locale: Locale,
) -> Result<Exit, CommandError> {
    let drawn = terminal::is_interactive() && !args.json;
    let bar = ProgressBar::with_draw_target(
        None,
        if drawn { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
    );
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}  {msg}") {
        bar.set_style(style);
    }
    let told = |fetched: &Fetched, done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        bar.set_message(fetched.territory.clone());
        if !args.json {
            bar.suspend(|| say!("{}", line(fetched, locale)));
        }
    };
    let results = cache
        .update(http_client, Timestamp::now(), told)
        .await
        .map_err(|error| CommandError::new(Exit::Config, file::not_written(&cache.folder, &error, locale)))?;
    bar.finish_and_clear();
    if args.json {
        let results: Vec<_> = results.iter().map(json).collect();
        say!("{}", serde_json::to_string_pretty(&results)?);
    }
    let good = |result: &Fetching| matches!(result, Fetching::New { .. } | Fetching::Unchanged { .. });
    let failed = results.iter().filter(|one| !good(&one.result)).count();
    if !args.json {
        say!("{}", locale.trust_updated(args::TrustUpdated { failed, good: results.len() - failed }));
    }
    let nothing = results.iter().any(|one| one.territory == "EU" && matches!(one.result, Fetching::Failed { .. }));
    Ok(match (nothing, failed) {
        (true, _) => Exit::Unavailable,
        (false, 0) => Exit::Success,
        (false, _) => Exit::Fails,
    })
}

fn line(fetched: &Fetched, locale: Locale) -> String {
    let territory = &fetched.territory;
    match &fetched.result {
        Fetching::New { sequence } => locale.trust_new(args::TrustNew { sequence: sequence.to_string(), territory }),
        Fetching::Unchanged { sequence } => {
            locale.trust_unchanged(args::TrustUnchanged { sequence: sequence.to_string(), territory })
        }
        Fetching::KeptOld { sequence, trouble } => locale.trust_kept_old(args::TrustKeptOld {
            problem: lists::problem(trouble, locale),
            sequence: sequence.to_string(),
            territory,
        }),
        Fetching::Failed { trouble } => {
            locale.trust_failed(args::TrustFailed { problem: lists::problem(trouble, locale), territory })
        }
    }
}

fn json(fetched: &Fetched) -> serde_json::Value {
    let (result, sequence, trouble) = match &fetched.result {
        Fetching::New { sequence } => ("new", Some(sequence), None),
        Fetching::Unchanged { sequence } => ("unchanged", Some(sequence), None),
        Fetching::KeptOld { sequence, trouble } => ("kept_old", Some(sequence), Some(trouble)),
        Fetching::Failed { trouble } => ("failed", None, Some(trouble)),
    };
    serde_json::json!({
        "territory": fetched.territory,
        "result": result,
        "sequence": sequence,
        "trouble": trouble.map(|trouble| trouble.code().name()),
        "detail": trouble.map(ListTrouble::detail),
    })
}

/// What is amiss with the lists at a moment, in one sentence; `None` when nothing is, or no lists are wanted.
pub fn shortcoming(services: &TrustServices, now: Timestamp, locale: Locale) -> Option<String> {
    let lotl = services.lotl()?;
    match lotl.standing(now) {
        Standing::Missing => return Some(locale.trust_none()),
        Standing::Rejected => return Some(lists::line(lotl, now, locale)),
        Standing::Good | Standing::Stale(_) => {}
    }
    let amiss = [lotl].into_iter().chain(services.lists()).filter(|list| list.standing(now) != Standing::Good);
    let named: Vec<&str> = amiss.map(|list| list.territory.as_str()).collect();
    (!named.is_empty()).then(|| locale.trust_amiss(named.join(", ")))
}
