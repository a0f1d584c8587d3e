//! The verbs of the command line.

mod account;
mod bounce;
mod config_check;
mod correct;
mod credential;
pub mod demo;
mod doctor;
mod erase;
mod export;
mod fsck;
mod import;
mod init;
mod issue;
mod login_key;
mod login_link;
mod migrate;
mod renew;
mod revoke;
mod same;
mod seal;
mod security_log;
pub mod serve;
mod sweep;
mod trust;
mod verify;
pub mod verify_worker;
mod vocab;
mod whole_log;
mod work;

use signet_access::{Action, Target};
use signet_lang::Locale;
use signet_record::InstitutionId;
use signet_store::Tenant;

use crate::{
    cli::{Cli, Command, ConfigCommand},
    config::{Config, ConfigFaults},
    examine,
    exit::{CommandError, Exit},
    log,
    operator::CommandLineUser,
    services::Services,
};

/// Runs what was typed.
#[expect(clippy::cognitive_complexity, reason = "a table: one line for each command")]
pub async fn run(cli: Cli, locale: Locale) -> Result<Exit, CommandError> {
    match &cli.command {
        Command::Demo(args) => demo::run(args, locale).await,
        Command::Init(args) => init::run(args, locale),
        Command::Verify(args) => verify::run(args, &cli.config, locale).await,
        Command::Same(args) => same::run(args, &cli.config, locale).await,
        Command::Config(ConfigCommand::Check) => config_check::run(&cli.config, locale).await,
        Command::Doctor => doctor::run(settings(&cli, locale)?, locale).await,
        Command::Migrate(args) => {
            let config = settings(&cli, locale)?;
            let operator = CommandLineUser::of(&config, cli.acting.as_deref(), locale)?;
            migrate::run(&config, &operator, args, locale).await
        }
        Command::Vocab(command) => vocab::run(command, locale),
        Command::Trust(command) => trust::run(command, &cli.config, locale).await,
        Command::Credential(command) => credential::run(command, locale),
        Command::LoginKey(command) => login_key::run(command, locale),
        Command::Bounce(args) => bounce::run(&cli, args, locale).await,
        Command::VerifyWorker => Ok(verify_worker::run(locale)),
        other => {
            let config = settings(&cli, locale)?;
            // Faults of the settings are told before who may act by them.
            let examined = examine::settings(&config, locale)?;
            // A service carries on what was permitted before; nobody acts in it.
            let operator = match other {
                Command::Serve | Command::Work(_) => CommandLineUser::service(),
                _ => CommandLineUser::of(&config, cli.acting.as_deref(), locale)?,
            };
            let services = Services::join(config, examined, operator, locale).await?;
            match other {
                Command::Serve => serve::run(services, locale).await,
                Command::Work(args) => work::run(&services, args, locale).await,
                Command::Import(args) => import::run(&services, args, locale).await,
                Command::Issue(args) => issue::run(&services, args, locale).await,
                Command::Correct(args) => correct::run(&services, args, locale).await,
                Command::Revoke(args) => revoke::run(&services, args, locale).await,
                Command::Renew(args) => renew::run(&services, args, locale).await,
                Command::Fsck(args) => {
                    let watcher = services.authorizer(locale);
                    let _may = watcher.permit(Action::ViewHealth, &Target::Service).await?;
                    fsck::run(&services, args, locale).await
                }
                Command::Erase(args) => erase::run(&services, args, locale).await,
                Command::Sweep => sweep::run(&services, locale).await,
                Command::Account(command) => account::run(&services, command, locale).await,
                Command::SecurityLog(args) => security_log::run(&services, args, locale).await,
                Command::LoginLink(args) => login_link::run(&services, args, locale).await,
                Command::Seal(command) => seal::run(&services, command, locale).await,
                Command::Bounce(_)
                | Command::Demo(_)
                | Command::Init(_)
                | Command::Same(_)
                | Command::Verify(_)
                | Command::Config(_)
                | Command::Doctor
                | Command::LoginKey(_)
                | Command::Migrate(_)
                | Command::Trust(_)
                | Command::Credential(_)
                | Command::VerifyWorker
                | Command::Vocab(_) => Ok(Exit::Usage),
            }
        }
    }
}

fn settings(cli: &Cli, locale: Locale) -> Result<Config, CommandError> {
    let config = Config::read(&cli.config).map_err(|faults| config_stop(&faults, locale))?;
    log::start(&config.log);
    Ok(config)
}

/// Why the settings cannot be used, as sentences.
pub fn config_stop(faults: &ConfigFaults, locale: Locale) -> CommandError {
    CommandError::new(Exit::Config, faults.sentence(locale))
}

/// The institution a command is about: the one named, or the only one that has units or seals for itself.
pub async fn tenant(services: &Services, named: Option<&str>, locale: Locale) -> Result<Tenant, CommandError> {
    let store = services.issuer.store();
    let known = store.operator().institutions().await?;
    let usage = |sentence: String| CommandError::new(Exit::Usage, sentence);
    let id = match named {
        Some(name) => name.parse::<InstitutionId>().ok().filter(|id| known.iter().any(|one| one.id == *id)),
        None => match known.as_slice() {
            [only] => Some(only.id.clone()),
            _ => None,
        },
    };
    let names = known.iter().map(|one| one.id.to_string()).collect::<Vec<_>>().join(", ");
    match id {
        Some(id) => Ok(store.tenant(&id)),
        None if known.is_empty() => Err(usage(locale.app_no_institution())),
        None => Err(usage(locale.app_which_institution(names))),
    }
}
