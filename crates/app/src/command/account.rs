//! `signet account …`: who may sign in, and as what.

mod merge;
mod scope;

use serde::Serialize;
use signet_access::{Action, Permit, Role, Target};
use signet_issue::{AccountError, NewGrant};
use signet_lang::{Locale, args, when::end_of_day_in_prague};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use signet_store::{AccountState, RoleGrant};

use crate::{
    cli::{AccountArgs, AccountCommand, AccountEndArgs, AccountGrantArgs, AccountListArgs},
    exit::{CommandError, Exit},
    help::role_codes,
    services::Services,
    terminal::say,
};

/// Runs a command about accounts.
pub async fn run(services: &Services, command: &AccountCommand, locale: Locale) -> Result<Exit, CommandError> {
    match command {
        AccountCommand::Grant(args) => grant(services, args, locale).await,
        AccountCommand::End(args) => end(services, args, locale).await,
        AccountCommand::Block(args) => put_state(services, args, AccountState::Blocked, locale).await,
        AccountCommand::Unblock(args) => put_state(services, args, AccountState::Active, locale).await,
        AccountCommand::List(args) => list(services, args, locale).await,
        AccountCommand::Merges(args) => merge::list(services, args, locale).await,
        AccountCommand::Part(args) => merge::part(services, args, locale).await,
    }
}

async fn permit(services: &Services, locale: Locale) -> Result<Permit, CommandError> {
    services.authorizer(locale).permit(Action::ManageInstitutions, &Target::Service).await
}

async fn grant(services: &Services, args: &AccountGrantArgs, locale: Locale) -> Result<Exit, CommandError> {
    let usage = |sentence: String| CommandError::new(Exit::Usage, sentence);
    let account = agent(&args.account, locale)?;
    let (role, institution) = role_in(services, &args.role, args.institution.as_deref(), locale).await?;
    let person = args.person.as_deref().map(PersonId::new).transpose().map_err(|flaw| usage(locale.flaw(&flaw)))?;
    let ends =
        args.until.map(|day| end_of_day_in_prague(day).ok_or_else(|| usage(locale.app_account_until()))).transpose()?;
    if person.is_none() && Action::ALL.into_iter().any(|action| judges(role, action)) {
        return Err(usage(locale.app_account_person(role.code())));
    }
    let name = args.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if name.is_some_and(|name| name.chars().count() > 100 || name.chars().any(char::is_control)) {
        return Err(usage(locale.app_account_name()));
    }
    let reason = reason(args.reason.as_deref(), locale)?;
    let permit = permit(services, locale).await?;
    let asked = (args.faculties.as_slice(), args.units.as_slice());
    let scope = scope::read(services, (role, institution.as_ref()), asked, locale).await?;
    let grant = NewGrant { role, institution, scope, person, ends, reason };
    let granted = services.issuer.grant_role(&account, name, grant, permit).await;
    granted.map_err(|error| of_error(&account, error, locale))?;
    say!("{}", locale.app_account_granted(args::AppAccountGranted { account: account.to_string(), role: role.code() }));
    Ok(Exit::Success)
}

/// Why a role is given or ended; empty where nobody says.
fn reason(said: Option<&str>, locale: Locale) -> Result<String, CommandError> {
    let said = said.map_or("", str::trim);
    if said.chars().count() > 300 || said.chars().any(char::is_control) {
        return Err(CommandError::new(Exit::Usage, locale.app_account_grant_reason()));
    }
    Ok(said.to_owned())
}

/// Whether somebody in this role could judge people, and so must be known as a person.
fn judges(role: Role, action: Action) -> bool {
    action.needs_another_person() && !role.is_program() && signet_access::has_right(role, action)
}

async fn end(services: &Services, args: &AccountEndArgs, locale: Locale) -> Result<Exit, CommandError> {
    let account = agent(&args.account, locale)?;
    let (role, institution) = role_in(services, &args.role, args.institution.as_deref(), locale).await?;
    let reason = reason(args.reason.as_deref(), locale)?;
    let permit = permit(services, locale).await?;
    let ended = services.issuer.end_role(&account, role, institution.as_ref(), &reason, permit).await;
    ended.map_err(|error| of_error(&account, error, locale))?;
    say!("{}", locale.app_account_ended(args::AppAccountEnded { account: account.to_string(), role: role.code() }));
    Ok(Exit::Success)
}

async fn put_state(
    services: &Services,
    args: &AccountArgs,
    state: AccountState,
    locale: Locale,
) -> Result<Exit, CommandError> {
    let account = agent(&args.account, locale)?;
    let permit = permit(services, locale).await?;
    let put = services.issuer.set_account_state(&account, state, permit).await;
    put.map_err(|error| of_error(&account, error, locale))?;
    say!(
        "{}",
        match state {
            AccountState::Blocked => locale.app_account_blocked(account.to_string()),
            AccountState::Active | AccountState::Merged => locale.app_account_unblocked(account.to_string()),
        }
    );
    Ok(Exit::Success)
}

fn of_error(account: &Agent, error: AccountError, locale: Locale) -> CommandError {
    match error {
        AccountError::Unknown => CommandError::new(Exit::Data, locale.app_account_unknown()),
        AccountError::Merged => CommandError::new(Exit::Data, locale.app_account_merged(account.to_string())),
        other => other.into(),
    }
}

fn agent(account: &str, locale: Locale) -> Result<Agent, CommandError> {
    Agent::new(account).map_err(|_| CommandError::new(Exit::Usage, locale.app_account_id()))
}

/// A role that can be given, and where it is held.
async fn role_in(
    services: &Services,
    role: &str,
    institution: Option<&str>,
    locale: Locale,
) -> Result<(Role, Option<InstitutionId>), CommandError> {
    let given = Role::of_accounts().find(|one| one.code() == role);
    let role = given.ok_or_else(|| {
        CommandError::new(Exit::Usage, locale.app_unknown_role(args::AppUnknownRole { role, roles: role_codes() }))
    })?;
    if !role.is_institutional() {
        return Ok((role, None));
    }
    Ok((role, Some(super::tenant(services, institution, locale).await?.id().clone())))
}

#[derive(Serialize)]
struct Listed {
    account: String,
    name: String,
    state: &'static str,
    /// The state in the reader's language.
    #[serde(skip)]
    told: String,
    roles: Vec<ListedRole>,
}

#[derive(Serialize)]
struct ListedRole {
    role: &'static str,
    institution: Option<String>,
    person: Option<String>,
    /// The faculties that it is narrowed to, by their Czech names; none where it is not.
    faculties: Vec<String>,
    /// The units that it is narrowed to.
    units: Vec<String>,
    ends: Option<Timestamp>,
    granted_by: String,
    granted: Timestamp,
}

async fn list(services: &Services, args: &AccountListArgs, locale: Locale) -> Result<Exit, CommandError> {
    let _may = permit(services, locale).await?;
    let sessions = services.issuer.sessions();
    let mut listed = Vec::new();
    for account in sessions.accounts().await? {
        let roles = sessions.roles(&account.id).await?.iter().map(role).collect();
        let told = locale.app_account_state(match account.state {
            AccountState::Active => args::AppAccountState::Active,
            AccountState::Blocked => args::AppAccountState::Blocked,
            AccountState::Merged => args::AppAccountState::Merged,
        });
        let (name, state) = (account.name, account.state.code());
        listed.push(Listed { account: account.id.to_string(), name, state, told, roles });
    }
    if args.json {
        say!("{}", serde_json::to_string_pretty(&listed)?);
        return Ok(Exit::Success);
    }
    for one in &listed {
        say!("{}  {}  {}", one.account, one.name, one.told);
        for role in &one.roles {
            let place = role.institution.as_deref().unwrap_or("*");
            let ends = role.ends.map(|ends| locale.instant(ends)).unwrap_or_default();
            let narrowed: String = role.faculties.iter().chain(&role.units).map(|name| format!("  [{name}]")).collect();
            say!("    {}  {place}{narrowed}  {}  {ends}", role.role, role.person.as_deref().unwrap_or("–"));
        }
    }
    Ok(Exit::Success)
}

fn role(grant: &RoleGrant) -> ListedRole {
    let (faculties, units) = scope::names(&grant.scope);
    ListedRole {
        faculties,
        units,
        role: grant.role.code(),
        institution: grant.institution.as_ref().map(ToString::to_string),
        person: grant.person.as_ref().map(ToString::to_string),
        ends: grant.ends,
        granted_by: grant.by.to_string(),
        granted: grant.granted,
    }
}
