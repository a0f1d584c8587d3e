//! `signet config check`: are the settings settings, and do the files they name exist?

use std::path::Path;

use jiff::Timestamp;
use signet_lang::Locale;

use crate::{
    assembly,
    config::Config,
    exit::{Exit, Stop},
    notary,
    terminal::say,
};

/// Reads the settings and everything they name, without opening the register.
pub async fn run(path: &Path, locale: Locale) -> Result<Exit, Stop> {
    let config = Config::read(path).map_err(|error| super::config_stop(&error, locale))?;
    let courier = assembly::courier(&config.outbound)?;
    for seal in &config.seal {
        notary::notary(seal, &courier, locale)?;
        assembly::level(seal, locale)?;
    }
    let trust = assembly::trust(&config.trust, locale)?;
    let services = crate::policy::apply(config.trust.policy.as_deref(), trust, locale)?.services.unwrap_or_default();
    config
        .store
        .database
        .parse::<signet_store::Database>()
        .map_err(|_| Stop::new(Exit::Config, locale.app_database_address()))?;
    say!("{}", locale.app_config_good(path.display().to_string()));
    if config.seal.is_empty() {
        say!("{}", locale.app_config_no_seal());
    }
    if let Some(sentence) = super::trust::shortcoming(&services, Timestamp::now(), locale) {
        say!("{sentence}");
    }
    Ok(Exit::Holds)
}
