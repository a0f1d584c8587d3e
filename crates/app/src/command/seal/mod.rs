//! `signet seal …`: what a seal's custodian does.

mod log;
mod mandate;
mod status;
mod stop;

use std::sync::Arc;

use signet_access::{Action, Target};
use signet_issue::Workshop;
use signet_lang::Locale;

use crate::{
    assembly::Assembly,
    cli::SealCommand,
    exit::{Exit, Stop},
};

/// Runs a custodian's command.
pub async fn run(assembly: &Assembly, command: &SealCommand, locale: Locale) -> Result<Exit, Stop> {
    if matches!(command, SealCommand::Status(_) | SealCommand::Log(_)) {
        may_look(assembly, locale).await?;
    }
    match command {
        SealCommand::Status(args) => status::run(assembly, args, locale).await,
        SealCommand::Log(args) => log::run(assembly, args, locale).await,
        SealCommand::Mandate(args) => mandate::run(assembly, args, locale).await,
        SealCommand::Stop(args) => stop::stop(assembly, args, locale).await,
        SealCommand::Start(args) => stop::start(assembly, args, locale).await,
    }
}

/// Whoever manages the seal of an institution may see how seals are, and whoever watches over the service.
async fn may_look(assembly: &Assembly, locale: Locale) -> Result<(), Stop> {
    let authorizer = assembly.authorizer(locale);
    for institution in assembly.issuer.sealed_by(None).await? {
        if authorizer.allows(Action::ManageSeal, &Target::Institution(&institution)) {
            return Ok(());
        }
    }
    authorizer.permit(Action::ViewHealth, &Target::Service).await.map(drop)
}

/// The seal that the beginning of its certificate's SHA-256 names.
fn named(assembly: &Assembly, beginning: &str, locale: Locale) -> Result<Arc<Workshop>, Stop> {
    let beginning = beginning.trim().to_ascii_lowercase();
    let mut fitting =
        assembly.issuer.workshops().iter().filter(|workshop| {
            beginning.len() >= 6 && workshop.notary().certificate().to_string().starts_with(&beginning)
        });
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(Arc::clone(one)),
        _ => Err(Stop::new(Exit::Usage, locale.seal_unknown(beginning))),
    }
}
