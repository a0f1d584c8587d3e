//! `signet erase`: what may be erased of a person, and a word of it in each of their ledgers.

use signet_access::{Action, Target};
use signet_issue::{EraseError, ErasePersonError};
use signet_lang::{Locale, args};
use signet_record::PersonId;
use signet_registry::Scope;

use crate::{
    cli::EraseArgs,
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Erases, and says what went and what stays.
pub async fn run(services: &Services, args: &EraseArgs, locale: Locale) -> Result<Exit, CommandError> {
    let tenant = super::tenant(services, args.institution.as_deref(), locale).await?;
    let unknown = || CommandError::new(Exit::Data, locale.app_unknown_person());
    let person: PersonId = args.person.parse().map_err(|_| unknown())?;
    let scope = Scope::from_code(&args.scope)
        .ok_or_else(|| CommandError::new(Exit::Usage, locale.register_erase_scope_unknown(&args.scope)))?;
    let target = Target::Credential { institution: tenant.id(), holder: &person, guarantor: None, place: None };
    let permit = services.authorizer(locale).permit(Action::EraseData, &target).await?;
    match services.issuer.erase(&tenant, &person, scope, permit).await {
        Ok(done) => {
            let (artefacts, credentials, sessions) = (done.artefacts, done.credentials, done.sessions);
            let told = locale.register_erased(args::RegisterErased {
                artefacts,
                credentials,
                person: person.as_str(),
                sessions,
                shares: done.shares,
                uploads: done.uploads,
            });
            say!("{told}");
            Ok(Exit::Success)
        }
        Err(EraseError::Person(ErasePersonError::Unknown)) => Err(unknown()),
        Err(error) => Err(error.into()),
    }
}
