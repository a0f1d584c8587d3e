//! `signet config check`: are the settings settings, and are the files they name what they must be?

use std::path::Path;

use jiff::Timestamp;
use signet_lang::{Locale, when::day_in_prague};

use crate::{
    accessibility_reading,
    config::{Config, Unfit},
    examine,
    exit::{CommandError, Exit},
    login_inquiry, mail_reading, operator,
    terminal::say,
};

/// Reads the settings and everything they name, without opening the register, and asks login providers and the mail server what they say of themselves; tells all faults at once.
pub async fn run(path: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let config = Config::read(path).map_err(|faults| super::config_stop(&faults, locale))?;
    let examined = examine::settings(&config, locale)?;
    let exposed = examine::exposed(&config, locale);
    if !exposed.is_empty() {
        return Err(examine::stop(&config, exposed, locale));
    }
    let mut unfit = Vec::new();
    let mut good = Vec::new();
    for (index, option) in examined.logins.iter().enumerate() {
        match login_inquiry::inquire(option, locale).await {
            Ok(sentence) => good.push(sentence),
            Err(sentence) => unfit.push(Unfit { key: format!("login[{}].issuer", index + 1), sentence }),
        }
    }
    if let Some(mail) = &examined.mail {
        match mail_reading::inquire(mail, locale).await {
            Ok(sentence) => good.push(sentence),
            Err(sentence) => unfit.push(Unfit { key: "mail.host".into(), sentence }),
        }
    }
    if !unfit.is_empty() {
        return Err(examine::stop(&config, unfit, locale));
    }
    say!("{}", locale.app_config_good(path.display().to_string()));
    for sentence in good {
        say!("{sentence}");
    }
    if config.seal.is_empty() {
        say!("{}", locale.app_config_no_seal());
    }
    if config.attestation.is_none() {
        say!("{}", locale.app_config_no_attestation());
    }
    if config.mail.is_none() {
        say!("{}", locale.mail_none());
    }
    if let Some(sentence) = operator::missing(&config, locale) {
        say!("{sentence}");
    }
    let today = day_in_prague(Timestamp::now());
    for sentence in accessibility_reading::shortcomings(config.accessibility.as_ref(), &config.server, today, locale) {
        say!("{sentence}");
    }
    let services = examined.trust.services.clone().unwrap_or_default();
    if let Some(sentence) = super::trust::shortcoming(&services, Timestamp::now(), locale) {
        say!("{sentence}");
    }
    Ok(Exit::Success)
}
