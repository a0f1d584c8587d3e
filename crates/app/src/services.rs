//! Joins the parts: from settings to a register with its seals, ready to be used by any command.

use std::{
    fs::{DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use signet_document::Renderer;
use signet_issue::{Clock, Issuer, Sealer, SecureRandom};
use signet_lang::{Locale, args};
use signet_outbound::{
    EvidenceFetcher, HttpClient, HttpLimits, Reach, TrustCache,
    trust::{EU_LIST_OF_LISTS, LIST_LIMITS},
};
use signet_registry::LogKey;
use signet_seal::{Anchors, Certificate, qualification::TrustServices, trusted_list::Signers};
use signet_share::LinkKey;
use signet_store::{Database, MigrationError, OpenError, Store};
use signet_verify::{ConfiguredMandate, MandatePeriod, Trust};
use url::Url;

use crate::{
    config::{Config, ListsSetting, MandateSetting, OutboundConfig, ReachSetting, TrustConfig, Unfit, sha256_digits},
    examine::{self, Examined},
    exit::{CommandError, Exit, known_cause},
    file, key_problem, modes,
    operator::{Authorizer, Operator},
};

/// The parts, joined.
pub struct Services {
    /// The settings they were joined by.
    pub config: Config,
    /// Issues, corrects, revokes; holds the register.
    pub issuer: Issuer,
    /// Fetches what verifications need.
    pub fetcher: EvidenceFetcher,
    /// Who typed the command.
    pub operator: Operator,
}

impl Services {
    /// Opens the register with what the settings name.
    ///
    /// # Errors
    /// With the file or setting that stands in the way.
    pub async fn join(
        config: Config,
        examined: Examined,
        operator: Operator,
        locale: Locale,
    ) -> Result<Self, CommandError> {
        let Examined { http_client, trust, attestation, seals, database, base_url } = examined;
        let link_key = link_key(&config.store.link_key, locale)?;
        modes::complain(&config.store, &database, locale);
        let store = store(&database, &config.store.artefacts, &link_key, locale).await?;
        let renderer = Arc::new(Renderer::new());
        let mut sealers = Vec::new();
        for ((signer, policy), seal) in seals.into_iter().zip(&config.seal) {
            let (renderer, trust, http_client) = (Arc::clone(&renderer), Arc::clone(&trust), http_client.clone());
            let sealer = Sealer::new(renderer, signer, policy, trust, http_client, SecureRandom)?;
            sealers.push(Arc::new(sealer.with_turn_from(seal.from.map(|since| since.0))));
        }
        let issuer = Issuer::new(store, sealers, link_key, base_url, Clock::System, SecureRandom, attestation);
        Ok(Services { fetcher: EvidenceFetcher::new(http_client, trust), issuer, config, operator })
    }

    /// The operator before the table of rights.
    pub fn authorizer(&self, locale: Locale) -> Authorizer<'_> {
        Authorizer::new(&self.issuer, &self.operator, locale)
    }
}

/// The address people see.
pub fn base_url(config: &Config) -> Result<Url, CommandError> {
    match &config.server.base_url {
        Some(url) => Ok(url.clone()),
        None => Ok(Url::parse(&format!("http://{}/", config.server.listen))?),
    }
}

/// The key by which the register knows the entries of its logs again.
pub fn log_key(link_key: &LinkKey) -> LogKey {
    LogKey::new(&link_key.derive("log entries 1"))
}

/// The register.
pub async fn store(
    database: &Database,
    artefacts: &Path,
    link_key: &LinkKey,
    locale: Locale,
) -> Result<Store, CommandError> {
    let opened = Store::open_with_key(database, artefacts, Some(log_key(link_key))).await;
    opened.map_err(|error| closed(&error, locale))
}

/// Why the register could not be opened.
pub fn closed(error: &OpenError, locale: Locale) -> CommandError {
    let problem = match error {
        OpenError::Migration(MigrationError::Newer(_)) => locale.app_store_problem(args::AppStoreProblem::Newer),
        OpenError::Migration(MigrationError::Changed(_)) => locale.app_store_problem(args::AppStoreProblem::Changed),
        other => known_cause(other, locale).unwrap_or_else(|| locale.app_store_problem(args::AppStoreProblem::Other)),
    };
    CommandError::new(Exit::Unavailable, locale.app_store_closed(problem))
}

/// Whom the verifier trusts: the anchors that are set, and those of the EU's trusted lists. `None` when a setting does not serve.
pub fn trust(config: &TrustConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Trust> {
    let real = anchors("trust.anchors", &config.anchors, unfit, locale);
    let trial = anchors("trust.test_anchors", &config.test_anchors, unfit, locale);
    let services = trust_services(config, unfit, locale);
    let mandates = mandates(&config.mandates, unfit, locale);
    let set = Trust { mandates: mandates?, ..Trust::in_roots(real?, trial?) };
    Some(match config.lists {
        ListsSetting::None => set,
        ListsSetting::Eu => set.with_services(services?),
    })
}

/// As [`trust`], for a command that stops at what does not serve.
///
/// # Errors
/// With a sentence for each setting.
pub fn trust_or_stop(config: &TrustConfig, locale: Locale) -> Result<Trust, CommandError> {
    let mut unfit = Vec::new();
    trust(config, &mut unfit, locale).ok_or_else(|| CommandError::new(Exit::Config, Unfit::joined(&unfit)))
}

/// Mandates that are set; each must name its bodies as seal certificates do.
fn mandates(set: &[MandateSetting], unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Vec<ConfiguredMandate>> {
    let mut one = |(index, set): (usize, &MandateSetting)| {
        let (awarding, sealing) = (set.awarding_body.clone(), set.sealing_body.clone());
        let period = MandatePeriod { from: set.from.map(|from| from.0), until: set.until.map(|until| until.0) };
        let mandate = ConfiguredMandate::new(awarding, sealing, period);
        if mandate.is_none() {
            let sentence = locale.app_mandate_setting(args::AppMandateSetting {
                awarding: set.awarding_body.clone(),
                sealing: set.sealing_body.clone(),
            });
            unfit.push(Unfit { key: format!("trust.mandates[{}]", index + 1), sentence });
        }
        mandate
    };
    let read: Vec<Option<ConfiguredMandate>> = set.iter().enumerate().map(&mut one).collect();
    read.into_iter().collect()
}

/// The services of the trusted lists that are kept; none where the settings want none.
pub fn trust_services(config: &TrustConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<TrustServices> {
    let Some(cache) = trust_cache(config, unfit, locale)? else { return Some(TrustServices::default()) };
    match cache.load() {
        Ok(services) => Some(services),
        Err(error) => {
            let folder = cache.folder.display().to_string();
            let sentence = locale
                .app_file_unreadable(args::AppFileUnreadable { file: folder, problem: file::problem(&error, locale) });
            unfit.push(Unfit { key: "trust.cache".into(), sentence });
            None
        }
    }
}

/// Where trusted lists are kept and come from; `Some(None)` where the settings want none.
pub fn trust_cache(config: &TrustConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Option<TrustCache>> {
    if config.lists == ListsSetting::None {
        return Some(None);
    }
    let lotl = config.lotl.clone().or_else(|| Url::parse(EU_LIST_OF_LISTS).ok())?;
    let signers = if config.lotl_signers.is_empty() {
        Signers::official_journal()
    } else {
        let mut digests = Vec::new();
        for (index, signer) in config.lotl_signers.iter().enumerate() {
            match sha256_digits(signer) {
                Some(digest) => digests.push(digest),
                None => {
                    let key = format!("trust.lotl_signers[{}]", index + 1);
                    let pem = certificates(key, Path::new(signer), unfit, locale)?;
                    digests.extend(pem.certificates().iter().map(Certificate::sha256));
                }
            }
        }
        Signers::new(digests)
    };
    let territories = config.territories.iter().map(|territory| territory.to_ascii_uppercase()).collect();
    Some(Some(TrustCache { lotl, signers, territories, folder: config.cache.clone() }))
}

/// Certificates of all these PEM files.
fn anchors(key: &str, files: &[PathBuf], unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Anchors> {
    let read = |(index, file): (usize, &PathBuf)| certificates(format!("{key}[{}]", index + 1), file, unfit, locale);
    let read: Vec<Option<Anchors>> = files.iter().enumerate().map(read).collect();
    let read: Option<Vec<Anchors>> = read.into_iter().collect();
    Some(Anchors::new(read?.iter().flat_map(|anchors| anchors.certificates().to_vec()).collect()))
}

fn certificates(key: String, path: &Path, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Anchors> {
    let sentence = match std::fs::read(path) {
        Err(error) => locale.app_file_unreadable(args::AppFileUnreadable {
            file: path.display().to_string(),
            problem: file::problem(&error, locale),
        }),
        Ok(bytes) => match Anchors::from_pem(&bytes) {
            Ok(anchors) => return Some(anchors),
            Err(error) => key_problem::of_certificate(path, &error, locale),
        },
    };
    unfit.push(Unfit { key, sentence });
    None
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
pub fn list_courier(config: &OutboundConfig) -> Result<HttpClient, CommandError> {
    Ok(HttpClient::new(reach(config), LIST_LIMITS)?)
}

/// The way out.
pub fn http_client(config: &OutboundConfig) -> Result<HttpClient, CommandError> {
    let reach = reach(config);
    Ok(HttpClient::new(reach, HttpLimits { time: Duration::from_secs(config.seconds_max), ..HttpLimits::default() })?)
}

/// The key of links; made at the first start, readable by this account alone.
pub fn link_key(path: &Path, locale: Locale) -> Result<LinkKey, CommandError> {
    if !path.exists() {
        write_link_key(path).map_err(|error| {
            let problem = file::problem(&error, locale);
            CommandError::new(
                Exit::Config,
                locale.app_file_unwritable(args::AppFileUnwritable { file: path.display().to_string(), problem }),
            )
        })?;
    }
    let kept = examine::kept_link_key(path, locale).map_err(|sentence| CommandError::new(Exit::Config, sentence))?;
    kept.ok_or_else(|| CommandError::new(Exit::Config, locale.app_link_key(path.display().to_string())))
}

/// Makes a key of links, whole or not at all.
pub fn write_link_key(path: &Path) -> io::Result<()> {
    let secret: [u8; 32] = SecureRandom.bytes();
    if let Some(folder) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = made.write_all(&secret).and_then(|()| made.sync_all());
    if written.is_err() {
        // Half a key would be refused for ever.
        std::fs::remove_file(path)?;
    }
    written
}
