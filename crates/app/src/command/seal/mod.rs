//! `signet seal …`: what a seal's custodian does.

mod log;
mod mandate;
mod status;
mod stop;

use std::sync::Arc;

use signet_access::{Action, Target};
use signet_issue::Sealer;
use signet_lang::Locale;

use crate::{
    cli::SealCommand,
    exit::{CommandError, Exit},
    services::Services,
};

/// Runs a custodian's command.
pub async fn run(services: &Services, command: &SealCommand, locale: Locale) -> Result<Exit, CommandError> {
    if matches!(command, SealCommand::Status(_) | SealCommand::Log(_)) {
        may_look(services, locale).await?;
    }
    match command {
        SealCommand::Status(args) => status::run(services, args, locale).await,
        SealCommand::Log(args) => log::run(services, args, locale).await,
        SealCommand::Mandate(args) => mandate::run(services, args, locale).await,
        SealCommand::Stop(args) => stop::stop(services, args, locale).await,
        SealCommand::Start(args) => stop::start(services, args, locale).await,
    }
}

/// Whoever manages the seal of an institution may see how seals are, and whoever watches over the service.
async fn may_look(services: &Services, locale: Locale) -> Result<(), CommandError> {
    let authorizer = services.authorizer(locale);
    for institution in services.issuer.sealed_by(None).await? {
        if authorizer.allows(Action::ManageSeal, &Target::Institution(&institution)) {
            return Ok(());
        }
    }
    authorizer.permit(Action::ViewHealth, &Target::Service).await.map(drop)
}

/// The seal that the beginning of its certificate's SHA-256 names.
fn named(services: &Services, beginning: &str, locale: Locale) -> Result<Arc<Sealer>, CommandError> {
    let beginning = beginning.trim().to_ascii_lowercase();
    let mut fitting = services
        .issuer
        .sealers()
        .iter()
        .filter(|sealer| beginning.len() >= 6 && sealer.signer().certificate().to_string().starts_with(&beginning));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(Arc::clone(one)),
        _ => Err(CommandError::new(Exit::Usage, locale.seal_unknown(beginning))),
    }
}
