//! `signet login-link`: a link by which one person can log in, once.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use signet_access::{Actor, Role};
use signet_issue::Issuer;
use signet_lang::Locale;
use signet_record::{InstitutionId, Language, PersonId};
use signet_registry::Agent;
use signet_store::{LoginToken, TokenDigest};

use crate::{
    assembly::Assembly,
    cli::LoginLinkArgs,
    exit::{Exit, Stop},
    terminal::say,
};

/// A link not used by then is useless.
const USABLE: Duration = Duration::from_secs(24 * 3600);

/// Prints the link; only its digest is kept.
pub async fn run(assembly: &Assembly, args: &LoginLinkArgs, locale: Locale) -> Result<Exit, Stop> {
    let tenant = super::tenant(assembly, args.institution.as_deref(), locale).await?;
    let role =
        Role::from_code(&args.role).ok_or_else(|| Stop::new(Exit::Usage, locale.app_unknown_role(&args.role)))?;
    if role == Role::Holder {
        let known = match args.person.parse::<PersonId>() {
            Ok(person) => tenant.person(&person).await?.is_some(),
            Err(_) => false,
        };
        if !known {
            return Err(Stop::new(Exit::Data, locale.app_unknown_person()));
        }
    }
    say!("{}", link(&assembly.issuer, tenant.id(), role, &args.person, locale.language()).await?);
    Ok(Exit::Holds)
}

/// Makes a one-time link for somebody of an institution.
pub async fn link(
    issuer: &Issuer,
    institution: &InstitutionId,
    role: Role,
    person: &str,
    language: Language,
) -> Result<String, Stop> {
    let actor = match role {
        Role::Holder => Some(Actor::holder(institution.clone(), person.parse()?)),
        role => Actor::within(institution.clone(), role, None),
    };
    let account = Agent::new(&format!("{}:{person}", role.code())).or_else(|_| Agent::new(role.code()))?;
    let token = BASE64URL_NOPAD.encode(&issuer.chance().bytes::<24>());
    let login = LoginToken {
        actor: actor.ok_or_else(|| Stop::new(Exit::Usage, role.code()))?,
        account,
        language,
        expires: issuer.now() + USABLE,
    };
    issuer.store().entrance().put_login_token(&TokenDigest::of(&token), &login).await?;
    let mut url = issuer.base_url().clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(["login", &token]);
    }
    Ok(url.into())
}
