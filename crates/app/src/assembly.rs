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
use signet_outbound::{
    Courier, Gatherer, Limits, Reach, TrustCache,
    trust::{EU_LIST_OF_LISTS, LIST_LIMITS},
};
use signet_seal::{
    Anchors, Certificate, Level, jades::SigningTime, qualification::TrustServices, trusted_list::Signers,
};
use signet_share::LinkKey;
use signet_store::{Database, Store};
use signet_verify::Trust;
use url::Url;

use crate::{
    config::{
        Config, LevelSetting, ListsSetting, OutboundConfig, ReachSetting, SealConfig, SigningTimeSetting, TrustConfig,
        sha256_digits,
    },
    exit::{Exit, Stop},
    notary::{bytes, notary, unusable},
    policy,
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
        let trust = Arc::new(policy::apply(config.trust.policy.as_deref(), trust(&config.trust, locale)?, locale)?);
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

/// Whom the verifier trusts: the anchors that are set, and those of the EU's trusted lists.
pub fn trust(config: &TrustConfig, locale: Locale) -> Result<Trust, Stop> {
    let set = Trust::in_roots(anchors(&config.anchors, locale)?, anchors(&config.test_anchors, locale)?);
    Ok(match config.lists {
        ListsSetting::None => set,
        _ => set.with_services(trust_services(config, locale)?),
    })
}

/// The services of the trusted lists that are kept; none where the settings want none.
pub fn trust_services(config: &TrustConfig, locale: Locale) -> Result<TrustServices, Stop> {
    match trust_cache(config, locale)? {
        None => Ok(TrustServices::default()),
        Some(cache) => cache.load().map_err(|error| {
            let folder = cache.folder.display().to_string();
            Stop::new(Exit::Config, locale.app_file_unreadable(folder, error.to_string()))
        }),
    }
}

/// Where trusted lists are kept and come from; `None` where the settings want none.
pub fn trust_cache(config: &TrustConfig, locale: Locale) -> Result<Option<TrustCache>, Stop> {
    if config.lists == ListsSetting::None {
        return Ok(None);
    }
    let lotl = match &config.lotl {
        Some(lotl) => lotl.clone(),
        None => Url::parse(EU_LIST_OF_LISTS)?,
    };
    let signers = if config.lotl_signers.is_empty() {
        Signers::official_journal()
    } else {
        let mut digests = Vec::new();
        for signer in &config.lotl_signers {
            match sha256_digits(signer) {
                Some(digest) => digests.push(digest),
                None => {
                    let pem = anchors(&[PathBuf::from(signer)], locale)?;
                    digests.extend(pem.certificates().iter().map(Certificate::sha256));
                }
            }
        }
        Signers::new(digests)
    };
    let territories = config.territories.iter().map(|territory| territory.to_ascii_uppercase()).collect();
    Ok(Some(TrustCache { lotl, signers, territories, folder: config.cache.clone() }))
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

/// How far connections may go.
fn reach(config: &OutboundConfig) -> Reach {
    match config.reach {
        ReachSetting::Public => Reach::Public,
        ReachSetting::Loopback => Reach::Loopback,
        ReachSetting::Anywhere => Reach::Anywhere,
    }
}

/// The way out for trusted lists, which are large and come from slow servers.
pub fn list_courier(config: &OutboundConfig) -> Result<Courier, Stop> {
    Ok(Courier::new(reach(config), LIST_LIMITS)?)
}

/// The way out.
pub fn courier(config: &OutboundConfig) -> Result<Courier, Stop> {
    let reach = reach(config);
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
                level: level(seal, locale)?,
                test: seal.test,
            };
            let workshop =
                Workshop::new(Arc::clone(&press), notary, policy, Arc::clone(trust), courier.clone(), Chance)
                    .map_err(|error| unusable(seal.file(), &error, locale))?;
            Ok(Arc::new(workshop.with_turn_from(seal.from.map(|since| since.0))))
        })
        .collect()
}

/// The level that is set, or the highest that can be had.
pub fn level(seal: &SealConfig, locale: Locale) -> Result<Level, Stop> {
    let level = match seal.level {
        None if seal.stamps.is_some() => Level::BLTA,
        None | Some(LevelSetting::Bb) => Level::BB,
        Some(LevelSetting::Bt) => Level::BT,
        Some(LevelSetting::Blt) => Level::BLT,
        Some(LevelSetting::Blta) => Level::BLTA,
    };
    if level > Level::BB && seal.stamps.is_none() {
        return Err(Stop::new(Exit::Config, locale.app_level_without_stamps(level.name())));
    }
    Ok(level)
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
