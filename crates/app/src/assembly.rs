//! Joins the parts: from settings to a register with its seals, ready to be used by any command.

use std::{
    fs::OpenOptions,
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use signet_document::Press;
use signet_issue::{Chance, Clock, Issuer, SealPolicy, Workshop};
use signet_lang::Locale;
use signet_outbound::{Courier, Gatherer, Limits, Reach};
use signet_seal::{Anchors, jades::SigningTime};
use signet_share::LinkKey;
use signet_store::{Database, Store};
use signet_verify::Trust;
use url::Url;

use crate::{
    config::{Config, OutboundConfig, ReachSetting, SealConfig, SigningTimeSetting, TrustConfig},
    exit::{Exit, Stop},
    notary::{bytes, notary, unusable},
};

/// The parts, joined.
pub struct Assembly {
    /// The settings they were joined by.
    pub config: Config,
    /// Issues, corrects, revokes; holds the register.
    pub issuer: Issuer,
    /// Fetches what verifications need.
    pub gatherer: Gatherer,
}

impl Assembly {
    /// Opens the register and loads the seals.
    ///
    /// # Errors
    /// With the file or setting that stands in the way.
    pub async fn join(config: Config, locale: Locale) -> Result<Self, Stop> {
        let trust = Arc::new(trust(&config.trust, locale)?);
        let courier = courier(&config.outbound)?;
        let workshops = workshops(&config.seal, &trust, &courier, locale)?;
        let store = store(&config, locale).await?;
        let link_key = link_key(&config.store.link_key, locale)?;
        let base_url = base_url(&config)?;
        let issuer = Issuer::new(store, workshops, link_key, base_url, Clock::System, Chance);
        Ok(Assembly { gatherer: Gatherer::new(courier, trust), issuer, config })
    }
}

/// The address people see.
pub fn base_url(config: &Config) -> Result<Url, Stop> {
    match &config.server.base_url {
        Some(url) => Ok(url.clone()),
        None => Ok(Url::parse(&format!("http://{}/", config.server.listen))?),
    }
}

/// The register.
pub async fn store(config: &Config, locale: Locale) -> Result<Store, Stop> {
    let database: Database =
        config.store.database.parse().map_err(|_| Stop::new(Exit::Config, locale.app_database_address()))?;
    Store::open(&database, &config.store.artefacts)
        .await
        .map_err(|error| Stop::new(Exit::Unavailable, locale.app_store_closed(error.to_string())))
}

/// Whom the verifier trusts.
pub fn trust(config: &TrustConfig, locale: Locale) -> Result<Trust, Stop> {
    Ok(Trust { anchors: anchors(&config.anchors, locale)?, test_anchors: anchors(&config.test_anchors, locale)? })
}

/// Certificates of all these PEM files.
pub fn anchors(files: &[PathBuf], locale: Locale) -> Result<Anchors, Stop> {
    let mut certificates = Vec::new();
    for file in files {
        let read = Anchors::from_pem(&bytes(file, locale)?).map_err(|error| {
            Stop::new(Exit::Config, locale.app_file_unusable(file.display().to_string(), error.to_string()))
        })?;
        certificates.extend_from_slice(read.certificates());
    }
    Ok(Anchors::new(certificates))
}

/// The way out.
pub fn courier(config: &OutboundConfig) -> Result<Courier, Stop> {
    let reach = match config.reach {
        ReachSetting::Public => Reach::Public,
        ReachSetting::Loopback => Reach::Loopback,
        ReachSetting::Anywhere => Reach::Anywhere,
    };
    Ok(Courier::new(reach, Limits { time: Duration::from_secs(config.seconds_max), ..Limits::default() })?)
}

fn workshops(
    seals: &[SealConfig],
    trust: &Arc<Trust>,
    courier: &Courier,
    locale: Locale,
) -> Result<Vec<Arc<Workshop>>, Stop> {
    let press = Arc::new(Press::new());
    seals
        .iter()
        .map(|seal| {
            let notary = notary(seal, courier, locale)?;
            let policy = SealPolicy {
                signing_time: match seal.signing_time {
                    SigningTimeSetting::Iat => SigningTime::Iat,
                    SigningTimeSetting::SigT => SigningTime::SigT,
                },
                stamps: seal.stamps.clone(),
                test: seal.test,
            };
            let workshop =
                Workshop::new(Arc::clone(&press), notary, policy, Arc::clone(trust), courier.clone(), Chance)
                    .map_err(|error| unusable(seal.file(), &error, locale))?;
            Ok(Arc::new(workshop.with_turn_from(seal.from.map(|since| since.0))))
        })
        .collect()
}

/// The key of links; made at the first start, readable by this account alone.
fn link_key(file: &Path, locale: Locale) -> Result<LinkKey, Stop> {
    if !file.exists() {
        let secret: [u8; 32] = Chance.bytes();
        let written = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).and_then(|mut made| {
            made.write_all(&secret)?;
            made.sync_all()
        });
        written.map_err(|error| {
            Stop::new(Exit::Config, locale.app_file_unreadable(file.display().to_string(), error.to_string()))
        })?;
    }
    let secret: [u8; 32] = bytes(file, locale)?
        .try_into()
        .map_err(|_| Stop::new(Exit::Config, locale.app_link_key(file.display().to_string())))?;
    Ok(LinkKey::new(&secret)?)
}
