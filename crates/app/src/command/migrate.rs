//! `signet migrate`: the database brought up to date by the owner of its tables, and the service given its rights.

use std::{fs, path::Path};

use signet_access::{Action, Target};
use signet_lang::Locale;
use signet_store::{Database, Roles};

use crate::{
    cli::MigrateArgs,
    config::Config,
    exit::{CommandError, Exit},
    link_key,
    operator::CommandLineUser,
    services,
    terminal::say,
};

/// Migrates. Nothing may serve meanwhile.
pub async fn run(
    config: &Config,
    operator: &CommandLineUser,
    args: &MigrateArgs,
    locale: Locale,
) -> Result<Exit, CommandError> {
    let _may = operator.permit(Action::MaintainRegister, &Target::Service, locale)?;
    let service: Database =
        config.store.database.parse().map_err(|_| CommandError::new(Exit::Config, locale.app_database_address()))?;
    let owner = match &args.owner {
        Some(file) => owner(file, locale)?,
        None => service.clone(),
    };
    let key = services::log_key(&link_key::kept_or_made(&config.store.link_key, locale)?);
    let migrated = signet_store::migrate(&owner, &service, Some(key)).await;
    let roles = migrated.map_err(|error| services::closed(&error.into(), locale))?;
    say!(
        "{}",
        match roles {
            Roles::One => locale.register_migrated_one(),
            Roles::Two => locale.register_migrated_two(),
        }
    );
    Ok(Exit::Success)
}

/// The owner's address: in a file of its own, so that the service never has it.
fn owner(file: &Path, locale: Locale) -> Result<Database, CommandError> {
    let unreadable = || CommandError::new(Exit::Config, locale.register_owner_unreadable(file.display().to_string()));
    fs::read_to_string(file).map_err(|_| unreadable())?.trim().parse().map_err(|_| unreadable())
}
