//! `signet login-link`: a link by which one person can log in, once.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use signet_access::{Action, Actor, EMERGENCY_LASTS, LinkStanding, ProviderName, Role, Target};
use signet_lang::{Locale, args};
use signet_record::{InstitutionId, Language, Line, PersonId};
use signet_registry::Agent;
use signet_store::{AccountState, LoginToken};
use signet_web::LoginOption;

use crate::{
    cli::LoginLinkArgs,
    exit::{CommandError, Exit},
    help::role_codes,
    services::Services,
    terminal::say,
};

/// A link not used by then is useless.
const USABLE: Duration = Duration::from_secs(24 * 3600);

/// Prints the link; only its digest is kept.
pub async fn run(services: &Services, args: &LoginLinkArgs, locale: Locale) -> Result<Exit, CommandError> {
    let unknown = || {
        CommandError::new(
            Exit::Usage,
            locale.app_unknown_role(args::AppUnknownRole {
                role: &args.role,
                roles: format!("holder, {}", role_codes()),
            }),
        )
    };
    let role = Role::from_code(&args.role).ok_or_else(unknown)?;
    let institution = match role.is_institutional() {
        true => Some(super::tenant(services, args.institution.as_deref(), locale).await?.id().clone()),
        false => None,
    };
    let actor = match (role, institution) {
        (Role::Holder, Some(institution)) => holder(services, institution, args.person.as_deref(), locale).await?,
        (Role::Verifier | Role::SystemClient, _) => return Err(unknown()),
        (role, institution) => {
            let given = staff(services, role, institution.clone(), args.account.as_deref(), locale).await?;
            let providers = services.logins.iter().map(LoginOption::provider);
            match LinkStanding::of(role, institution.as_ref(), providers) {
                LinkStanding::Emergency(provider) => given.in_emergency(reason(args, provider, locale)?),
                LinkStanding::Replaced(_) | LinkStanding::WayIn => given,
            }
        }
    };
    if args.reason.is_some() && actor.emergency().is_none() {
        return Err(CommandError::new(Exit::Usage, locale.app_login_no_emergency()));
    }
    say!("{}", link(services, actor, locale.language(), locale).await?);
    Ok(Exit::Success)
}

async fn holder(
    services: &Services,
    institution: InstitutionId,
    person: Option<&str>,
    locale: Locale,
) -> Result<Actor, CommandError> {
    let unknown = || CommandError::new(Exit::Data, locale.app_unknown_person());
    let person: PersonId = person.and_then(|person| person.parse().ok()).ok_or_else(unknown)?;
    let known = services.issuer.store().tenant(&institution).person(&person).await?;
    known.ok_or_else(unknown)?;
    Ok(Actor::holder(services.issuer.holder_account(&institution, &person), institution, person))
}

/// Why somebody is to be let in past their login provider, which has to be said.
fn reason(args: &LoginLinkArgs, provider: &ProviderName, locale: Locale) -> Result<Line, CommandError> {
    let wanting = || CommandError::new(Exit::Usage, locale.app_login_reason(provider.as_str()));
    let reason = args.reason.as_deref().ok_or_else(wanting)?;
    Line::new(reason).or(Err(CommandError::new(Exit::Usage, locale.app_login_reason_flaw())))
}

/// Whoever an account is in that role, as it was given to it.
async fn staff(
    services: &Services,
    role: Role,
    institution: Option<InstitutionId>,
    account: Option<&str>,
    locale: Locale,
) -> Result<Actor, CommandError> {
    let providers = services.logins.iter().map(LoginOption::provider);
    if let LinkStanding::Replaced(provider) = LinkStanding::of(role, institution.as_ref(), providers) {
        let told = args::AppLoginProvider { provider: provider.as_str(), role: role.code() };
        return Err(CommandError::new(Exit::NotPermitted, locale.app_login_provider(told)));
    }
    let account = account.ok_or_else(|| CommandError::new(Exit::Usage, locale.app_login_account(role.code())))?;
    let lacking =
        || CommandError::new(Exit::Data, locale.app_login_no_role(args::AppLoginNoRole { account, role: role.code() }));
    let agent = Agent::new(account).map_err(|_| CommandError::new(Exit::Usage, locale.app_account_id()))?;
    let (sessions, now) = (services.issuer.sessions(), services.issuer.now());
    let known = sessions.account(&agent).await?.ok_or_else(lacking)?;
    if known.state == AccountState::Blocked {
        return Err(CommandError::new(Exit::Data, locale.app_login_blocked(account)));
    }
    let roles = sessions.roles(&agent).await?;
    let grant = roles.iter().find(|grant| grant.role == role && grant.institution == institution && grant.stands(now));
    grant.and_then(|grant| grant.actor(&agent)).ok_or_else(lacking)
}

/// Makes a one-time link for somebody.
pub async fn link(
    services: &Services,
    actor: Actor,
    language: Language,
    locale: Locale,
) -> Result<String, CommandError> {
    let issuer = &services.issuer;
    let permit = services.authorizer(locale).permit(Action::ManageInstitutions, &Target::Service).await?;
    let token = BASE64URL_NOPAD.encode(&issuer.random().bytes::<24>());
    let usable = if actor.emergency().is_some() { EMERGENCY_LASTS } else { USABLE };
    let login = LoginToken { actor, language, expires: issuer.now() + usable };
    issuer.put_login_token(&token, &login, permit).await?;
    let mut url = issuer.base_url().clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(["login", &token]);
    }
    Ok(url.into())
}
