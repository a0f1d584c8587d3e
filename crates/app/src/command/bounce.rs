//! `signet bounce`: a letter that came back, as the relay hands its report over. Codes are those that relays understand (`sysexits.h`): what is no
//! report is refused, what cannot be done now is kept by the relay and handed over again.

use std::io::{self, Read};

use signet_issue::{Clock, Issuer, SecureRandom};
use signet_lang::Locale;
use signet_outbound::{DeliveryReport, REPORT_BYTES_MAX};
use signet_store::Database;

use crate::{
    cli::{BounceArgs, Cli},
    command::settings,
    examine,
    exit::{CommandError, Exit},
    link_key, services,
};

/// Takes one report. One that is of no letter of ours is thrown away without a word: whoever sent it learns nothing.
pub async fn run(cli: &Cli, args: &BounceArgs, locale: Locale) -> Result<Exit, CommandError> {
    let message = message().map_err(|error| CommandError::from(error).ending(Exit::TryAgain))?;
    let report = DeliveryReport::read(&message, args.recipient.as_deref())
        .map_err(|_error| CommandError::new(Exit::Data, locale.mail_bounce_no_report()))?;
    // Whatever else stands in the way, the settings included, is our own matter: no report is to be lost by it.
    take(cli, &report, locale).await.map_err(|error| error.ending(Exit::TryAgain))
}

/// The beginning of what comes in. The rest is taken, too: a relay that cannot write to the end takes that for a failure.
fn message() -> io::Result<Vec<u8>> {
    let (mut stdin, mut message) = (io::stdin().lock(), Vec::new());
    stdin.by_ref().take(REPORT_BYTES_MAX as u64).read_to_end(&mut message)?;
    io::copy(&mut stdin, &mut io::sink())?;
    Ok(message)
}

/// The register alone is opened: no seal, and nobody who acts.
async fn take(cli: &Cli, report: &DeliveryReport, locale: Locale) -> Result<Exit, CommandError> {
    let config = settings(cli, locale)?;
    let key = link_key::kept(&config.store.link_key, locale).map_err(|told| CommandError::new(Exit::Config, told))?;
    let path = config.store.link_key.display().to_string();
    let key = key.ok_or_else(|| CommandError::new(Exit::Config, locale.app_link_key(path)))?;
    let database = config.store.database.parse::<Database>();
    let database = database.map_err(|_error| CommandError::new(Exit::Config, locale.app_database_address()))?;
    let store = services::store(&database, &config.store.artefacts, &key, locale).await?;
    let issuer = Issuer::new(store, [], key, examine::base_url(&config)?, Clock::System, SecureRandom, None);
    issuer.take_delivery_report(report).await?;
    Ok(Exit::Success)
}
