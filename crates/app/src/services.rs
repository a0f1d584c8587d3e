//! Joins the parts: from settings to a register with its seals, ready to be used by any command.

use std::{path::Path, sync::Arc};

use signet_document::Renderer;
use signet_issue::{Clock, Issuer, Sealer, SecureRandom};
use signet_lang::{Locale, args};
use signet_outbound::EvidenceFetcher;
use signet_registry::LogKey;
use signet_share::LinkKey;
use signet_store::{Database, MigrationError, OpenError, Store};
use signet_web::LoginOption;

use crate::{
    config::Config,
    examine::Examined,
    exit::{CommandError, Exit, known_cause},
    link_key,
    mail_reading::Mail,
    modes,
    operator::{Authorizer, CommandLineUser},
};

/// The parts, joined.
pub struct Services {
    /// The settings they were joined by.
    pub config: Config,
    /// Issues, corrects, revokes; holds the register.
    pub issuer: Issuer,
    /// Fetches what verifications need.
    pub fetcher: EvidenceFetcher,
    /// Who vouches for people.
    pub logins: Vec<LoginOption>,
    /// The relay of letters.
    pub mail: Option<Mail>,
    /// Who typed the command.
    pub operator: CommandLineUser,
}

impl Services {
    /// Opens the register with what the settings name.
    ///
    /// # Errors
    /// With the file or setting that stands in the way.
    pub async fn join(
        config: Config,
        examined: Examined,
        operator: CommandLineUser,
        locale: Locale,
    ) -> Result<Self, CommandError> {
        let Examined { http_client, trust, attestation, seals, logins, mail, database, base_url } = examined;
        let link_key = link_key::kept_or_made(&config.store.link_key, locale)?;
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
        // The command line writes letters too; whoever serves sends them.
        let issuer = match &mail {
            Some(mail) => issuer.telling_holders().with_digest_at(mail.digest_hour),
            None => issuer,
        };
        let issuer = if logins.is_empty() { issuer } else { issuer.offering_sign_in() };
        Ok(Services { fetcher: EvidenceFetcher::new(http_client, trust), issuer, config, logins, mail, operator })
    }

    /// The operator before the table of rights.
    pub fn authorizer(&self, locale: Locale) -> Authorizer<'_> {
        Authorizer::new(&self.issuer, &self.operator, locale)
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
