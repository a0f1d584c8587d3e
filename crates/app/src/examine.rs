//! Reads everything that settings name, and gathers all that is wrong with it, so that it is told at once and before anything is done.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use signet_issue::{SealPolicy, SealSigner};
use signet_lang::{Locale, args, when::day_in_prague};
use signet_outbound::HttpClient;
use signet_seal::{Level, SealKey, jades::SigningTime};
use signet_store::Database;
use signet_verify::Trust;
use signet_web::LoginOption;
use url::Url;

use crate::{
    accessibility_reading,
    config::{
        AttestationConfig, Cause, Config, ConfigFault, ConfigFaults, LevelSetting, SealConfig, SigningTimeSetting,
        Unfit,
    },
    exit::{CommandError, Exit},
    http_client, link_key, login_reading,
    mail_reading::{self, Mail},
    modes, policy,
    seal_signer::SealReader,
    trust_reading,
};

/// What settings name, read.
pub struct Examined {
    pub http_client: HttpClient,
    pub trust: Arc<Trust>,
    /// The key that signs statements about records.
    pub attestation: Option<SealKey>,
    /// By section of `[[seal]]`.
    pub seals: Vec<(SealSigner, SealPolicy)>,
    /// By section of `[[login]]`.
    pub logins: Vec<LoginOption>,
    /// The relay of letters.
    pub mail: Option<Mail>,
    pub database: Database,
    pub base_url: Url,
}

/// What settings name, as far as it could be read, and everything that is wrong with it: the one source for commands, which stop at it,
/// and for the doctor, who tells it.
pub struct Reading {
    pub http_client: HttpClient,
    pub trust: Option<Trust>,
    /// The key that signs statements about records.
    pub attestation: Option<SealKey>,
    /// By section of `[[seal]]`.
    pub seals: Vec<Option<(SealSigner, SealPolicy)>>,
    /// Those sections of `[[login]]` that serve.
    pub logins: Vec<LoginOption>,
    /// The relay of letters.
    pub mail: Option<Mail>,
    pub database: Option<Database>,
    /// The key of links is good, or not made yet.
    pub link_key_serves: bool,
    /// In the order in which it was found.
    pub unfit: Vec<Unfit>,
}

/// Reads all of it.
///
/// # Errors
/// Every setting that does not serve, with its line and what to do.
pub fn settings(config: &Config, locale: Locale) -> Result<Examined, CommandError> {
    let reading = read(config, locale)?;
    let Reading { http_client, trust, attestation, seals, logins, mail, database, unfit, link_key_serves: _ } = reading;
    let seals: Option<Vec<_>> = seals.into_iter().collect();
    match (seals, trust, database) {
        (Some(seals), Some(trust), Some(database)) if unfit.is_empty() => {
            let base_url = base_url(config)?;
            Ok(Examined { http_client, trust: Arc::new(trust), attestation, seals, logins, mail, database, base_url })
        }
        _ => Err(stop(config, unfit, locale)),
    }
}

/// The address people see.
pub fn base_url(config: &Config) -> Result<Url, CommandError> {
    match &config.server.base_url {
        Some(url) => Ok(url.clone()),
        None => Ok(Url::parse(&format!("http://{}/", config.server.listen))?),
    }
}

/// What a command says of settings that do not serve.
pub fn stop(config: &Config, unfit: Vec<Unfit>, locale: Locale) -> CommandError {
    let fault = |unfit: Unfit| ConfigFault {
        line: config.source.line(&unfit.key),
        key: unfit.key,
        cause: Cause::Told(unfit.sentence),
    };
    let mut faults: Vec<ConfigFault> = unfit.into_iter().map(fault).collect();
    faults.sort_by_key(|fault| fault.line);
    CommandError::new(Exit::Config, ConfigFaults { path: config.source.path.clone(), faults }.sentence(locale))
}

/// Reads all of it, and goes on where something is wrong.
///
/// # Errors
/// When nothing could be fetched at all.
pub fn read(config: &Config, locale: Locale) -> Result<Reading, CommandError> {
    let http_client = http_client::of(&config.outbound)?;
    let mut unfit = Vec::new();
    let seals =
        config.seal.iter().enumerate().map(|(index, one)| seal(index, one, &http_client, &mut unfit, locale)).collect();
    let mut own = Vec::new();
    let attestation =
        config.attestation.as_ref().and_then(|one| SealReader { locale, unfit: &mut own }.attestation(one));
    unfit.extend(own.into_iter().map(|one| one.under("attestation")));
    let trust = trust(config, &mut unfit, locale);
    let logins = logins(config, &mut unfit, locale)?;
    let mut own = Vec::new();
    let mail = config.mail.as_ref().and_then(|mail| mail_reading::mail(mail, &mut own, locale));
    unfit.extend(own.into_iter().map(|one| one.under("mail")));
    if let Some(statement) = &config.accessibility {
        let today = day_in_prague(Timestamp::now());
        let found = accessibility_reading::contradictions(statement, today, locale);
        unfit.extend(found.into_iter().map(|one| one.under("accessibility")));
    }
    let database = config.store.database.parse::<Database>().ok();
    if database.is_none() {
        unfit.push(Unfit { key: "store.database".into(), sentence: locale.app_database_address() });
    }
    let link_key = link_key::kept(&config.store.link_key, locale);
    let link_key_serves = link_key.is_ok();
    if let Err(sentence) = link_key {
        unfit.push(Unfit { key: "store.link_key".into(), sentence });
    }
    Ok(Reading { http_client, trust, attestation, seals, logins, mail, database, link_key_serves, unfit })
}

/// Every `[[login]]` that serves.
fn logins(config: &Config, unfit: &mut Vec<Unfit>, locale: Locale) -> Result<Vec<LoginOption>, CommandError> {
    if config.login.is_empty() {
        return Ok(Vec::new());
    }
    let (base_url, http_client) = (base_url(config)?, http_client::for_login(&config.outbound)?);
    let mut options: Vec<LoginOption> = Vec::new();
    for (index, login) in config.login.iter().enumerate() {
        let mut own = Vec::new();
        let option = login_reading::option(login, &base_url, &http_client, &mut own, locale);
        if options.iter().any(|before| before.provider().name.as_str() == login.name) {
            own.push(Unfit { key: "name".into(), sentence: locale.login_provider_twice() });
        } else {
            options.extend(option);
        }
        unfit.extend(own.into_iter().map(|one| one.under(&format!("login[{}]", index + 1))));
    }
    Ok(options)
}

/// Whom the verifier trusts, and by which rules.
fn trust(config: &Config, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Trust> {
    let before = unfit.len();
    let trust = trust_reading::trust(&config.trust, unfit, locale);
    let policy = config.trust.policy.as_deref().map(|file| policy::read(file, locale));
    let policy = match policy.transpose() {
        Ok(policy) => policy,
        Err(stop) => {
            unfit.push(Unfit { key: "trust.policy".into(), sentence: stop.sentence(locale) });
            None
        }
    };
    let trust = trust.map(|trust| Trust { policy: policy.unwrap_or_else(|| trust.policy.clone()), ..trust });
    trust.filter(|_| unfit.len() == before)
}

/// One `[[seal]]`.
fn seal(
    index: usize,
    seal: &SealConfig,
    http_client: &HttpClient,
    unfit: &mut Vec<Unfit>,
    locale: Locale,
) -> Option<(SealSigner, SealPolicy)> {
    let mut own = Vec::new();
    let signer = SealReader { locale, unfit: &mut own }.signer(seal, http_client);
    let level = level(seal);
    if level > Level::BB && seal.stamps.is_none() {
        own.push(Unfit { key: "level".into(), sentence: locale.app_renew_level_without_stamps(level.name()) });
    }
    let good = own.is_empty();
    unfit.extend(own.into_iter().map(|one| one.under(&format!("seal[{}]", index + 1))));
    let policy = SealPolicy {
        signing_time: match seal.signing_time {
            SigningTimeSetting::Iat => SigningTime::Iat,
            SigningTimeSetting::SigT => SigningTime::SigT,
        },
        stamps: seal.stamps.clone(),
        level,
        test: seal.test,
    };
    signer.filter(|_| good).map(|signer| (signer, policy))
}

/// The level that is set, or the highest that can be had.
fn level(seal: &SealConfig) -> Level {
    match seal.level {
        None if seal.stamps.is_some() => Level::BLTA,
        None | Some(LevelSetting::Bb) => Level::BB,
        Some(LevelSetting::Bt) => Level::BT,
        Some(LevelSetting::Blt) => Level::BLT,
        Some(LevelSetting::Blta) => Level::BLTA,
    }
}

/// Keys and secrets that other accounts of the machine can read: each a setting that does not serve.
pub fn exposed(config: &Config, locale: Locale) -> Vec<Unfit> {
    let mut secrets: Vec<(String, &Path)> = vec![("store.link_key".into(), &config.store.link_key)];
    if has_password(&config.store.database) {
        secrets.push(("store.database".into(), &config.source.path));
    }
    for (index, seal) in config.seal.iter().enumerate() {
        secrets.extend(seal.secret_files().map(|(key, path)| (format!("seal[{}].{key}", index + 1), path)));
    }
    for (index, login) in config.login.iter().enumerate() {
        secrets.extend(login.secret_files().map(|(key, path)| (format!("login[{}].{key}", index + 1), path)));
    }
    secrets.extend(config.mail.iter().filter_map(|mail| mail.secret_file()).map(|(key, path)| (key.to_owned(), path)));
    let attestation = config.attestation.iter().flat_map(AttestationConfig::secret_files);
    secrets.extend(attestation.map(|(key, path)| (key.to_owned(), path)));
    let exposed = secrets.into_iter().filter_map(|(key, path)| {
        let mode = modes::open_to_others(path)?;
        Some(Unfit {
            key,
            sentence: locale
                .key_exposed(args::KeyExposed { file: path.display().to_string(), mode: format!("{mode:04o}") }),
        })
    });
    exposed.collect()
}

/// Whether an address of a database carries one, as in `postgres://user:password@host/name`.
fn has_password(database: &str) -> bool {
    Url::parse(database).is_ok_and(|address| address.password().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_an_address_is_seen() {
        assert!(has_password("postgres://signet:tajne@localhost/signet"));
        assert!(!has_password("postgres://signet@localhost/signet") && !has_password("sqlite:register.db"));
    }
}
