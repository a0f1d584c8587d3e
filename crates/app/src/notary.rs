//! From settings to the holder of a seal key: files are read, secrets fetched, devices named. No device is touched yet.

use std::{fs, path::Path, time::Duration};

use data_encoding::HEXLOWER_PERMISSIVE;
use signet_issue::Notary;
use signet_lang::Locale;
use signet_outbound::{Courier, Secret, Service, ServiceSettings, Token, TokenSettings, token::Slot};
use signet_seal::{Algorithm, PublicSeal, SealKey};

use crate::{
    config::{Pkcs11Config, RemoteConfig, SealConfig, SecretSource},
    exit::{Exit, Stop},
    terminal,
};

/// The holder of a seal's key.
///
/// # Errors
/// With the file or setting that stands in the way.
pub fn notary(seal: &SealConfig, courier: &Courier, locale: Locale) -> Result<Notary, Stop> {
    match (&seal.key, &seal.pkcs11, &seal.remote) {
        (Some(key), None, None) => Ok(Notary::File(file(key, seal, locale)?)),
        (None, Some(token), None) => {
            let settings = token_settings(token, locale)?;
            Ok(Notary::Pkcs11(Token::new(settings, public(seal, locale)?)))
        }
        (None, None, Some(remote)) => {
            let settings = service_settings(remote, locale)?;
            Ok(Notary::Remote(Service::new(courier.clone(), settings, public(seal, locale)?)))
        }
        (key, token, remote) => {
            let found = [key.is_some(), token.is_some(), remote.is_some()].into_iter().filter(|it| *it).count();
            Err(Stop::new(Exit::Config, locale.seal_which_key(found)))
        }
    }
}

/// A key in a file: PKCS#12 or PEM, by what the file is.
fn file(key: &Path, seal: &SealConfig, locale: Locale) -> Result<SealKey, Stop> {
    let algorithm = algorithm(seal, locale)?;
    let file = bytes(key, locale)?;
    let is_pem = file.windows(11).any(|window| window == b"-----BEGIN ");
    let loaded = if is_pem {
        let chain = match &seal.chain {
            Some(chain) => bytes(chain, locale)?,
            None => file.clone(),
        };
        SealKey::from_pem(&file, &chain, algorithm)
    } else {
        let password = match &seal.password {
            Some(source) => secret(source, locale)?,
            None => Secret::new(""),
        };
        SealKey::from_pkcs12(&file, password.reveal(), algorithm)
    };
    loaded.map_err(|error| unusable(key, &error, locale))
}

/// What is known of a key elsewhere: its certificates, which are set here and not asked for. So Signet starts, and says
/// what waits for what, also while the device or the service is away; and nobody can slip in another certificate.
fn public(seal: &SealConfig, locale: Locale) -> Result<PublicSeal, Stop> {
    let chain = seal.chain.as_ref().ok_or_else(|| Stop::new(Exit::Config, locale.seal_needs_chain()))?;
    PublicSeal::from_pem(&bytes(chain, locale)?, algorithm(seal, locale)?)
        .map_err(|error| unusable(chain, &error, locale))
}

fn token_settings(token: &Pkcs11Config, locale: Locale) -> Result<TokenSettings, Stop> {
    let key_id = match &token.key_id {
        Some(hex) => {
            let id = HEXLOWER_PERMISSIVE.decode(hex.as_bytes());
            Some(id.map_err(|_| Stop::new(Exit::Config, locale.seal_key_id(hex)))?)
        }
        None => None,
    };
    Ok(TokenSettings {
        module: token.module.clone(),
        slot: match (token.slot, &token.token) {
            (Some(number), _) => Slot::Number(number),
            (None, Some(label)) => Slot::Label(label.clone()),
            (None, None) => Slot::Only,
        },
        key_label: token.key_label.clone(),
        key_id,
        pin: secret(&token.pin, locale)?,
        sessions_max: token.sessions,
        time_max: Duration::from_secs(token.seconds_max),
    })
}

fn service_settings(remote: &RemoteConfig, locale: Locale) -> Result<ServiceSettings, Stop> {
    Ok(ServiceSettings {
        address: remote.address.clone(),
        token_address: remote.token_address.clone(),
        client_id: remote.client_id.clone(),
        client_secret: secret(&remote.client_secret, locale)?,
        credential: remote.credential.clone(),
        pin: remote.pin.as_ref().map(|source| secret(source, locale)).transpose()?,
        calls_max: remote.calls,
        batch_max: remote.batch,
    })
}

fn algorithm(seal: &SealConfig, locale: Locale) -> Result<Option<Algorithm>, Stop> {
    let unknown = |name: &str| Stop::new(Exit::Config, locale.app_unknown_algorithm(name));
    seal.algorithm.as_deref().map(|name| Algorithm::from_jose(name).ok_or_else(|| unknown(name))).transpose()
}

/// A secret from where the settings say. A line end after it does not belong to it.
fn secret(source: &SecretSource, locale: Locale) -> Result<Secret, Stop> {
    let missing = |name: &str| Stop::new(Exit::Config, locale.seal_secret_missing(name));
    let text = match source {
        SecretSource::File(path) => String::from_utf8_lossy(&bytes(path, locale)?).into_owned(),
        SecretSource::Variable(variable) => terminal::variable(&variable.env).ok_or_else(|| missing(&variable.env))?,
        SecretSource::Credential(credential) => {
            let name = &credential.credential;
            let folder = terminal::variable("CREDENTIALS_DIRECTORY").ok_or_else(|| missing(name))?;
            String::from_utf8_lossy(&bytes(&Path::new(&folder).join(name), locale)?).into_owned()
        }
    };
    Ok(Secret::new(text.trim_end_matches(['\r', '\n'])))
}

/// A sentence about a file that is not what it should be.
pub fn unusable(file: &Path, error: &dyn std::error::Error, locale: Locale) -> Stop {
    Stop::new(Exit::Config, locale.app_file_unusable(file.display().to_string(), error.to_string()))
}

/// A file, whole.
pub fn bytes(file: &Path, locale: Locale) -> Result<Vec<u8>, Stop> {
    fs::read(file).map_err(|error| {
        Stop::new(Exit::Config, locale.app_file_unreadable(file.display().to_string(), error.to_string()))
    })
}
