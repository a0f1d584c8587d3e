//! `signet config check`: are the settings settings, and are the files they name what they must be?

use std::path::Path;

use jiff::Timestamp;
use signet_lang::Locale;

use crate::{
    config::Config,
    examine,
    exit::{CommandError, Exit},
    operator,
    terminal::say,
};

/// Reads the settings and everything they name, without opening the register; tells all faults at once.
pub async fn run(path: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let config = Config::read(path).map_err(|faults| super::config_stop(&faults, locale))?;
    let examined = examine::settings(&config, locale)?;
    let exposed = examine::exposed(&config, locale);
    if !exposed.is_empty() {
        return Err(examine::stop(&config, exposed, locale));
    }
    say!("{}", locale.app_config_good(path.display().to_string()));
    if config.seal.is_empty() {
        say!("{}", locale.app_config_no_seal());
    }
    if config.attestation.is_none() {
        say!("{}", locale.app_config_no_attestation());
    }
    if let Some(sentence) = operator::missing(&config, locale) {
        say!("{sentence}");
    }
    let services = examined.trust.services.clone().unwrap_or_default();
    if let Some(sentence) = super::trust::shortcoming(&services, Timestamp::now(), locale) {
        say!("{sentence}");
    }
    Ok(Exit::Success)
}
