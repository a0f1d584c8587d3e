//! `signet account …`: who may sign in, and as what.

use serde::Serialize;
use signet_access::{Action, Permit, Role, Target};
use signet_issue::{AccountError, NewGrant};
use signet_lang::{Locale, when::end_of_day_in_prague};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use signet_store::{AccountState, RoleGrant};

use crate::{
    assembly::Assembly,
    cli::{AccountArgs, AccountCommand, AccountEndArgs, AccountGrantArgs, AccountListArgs},
    exit::{Exit, Stop},
    terminal::say,
};

/// Runs a command about accounts.
pub async fn run(assembly: &Assembly, command: &AccountCommand, locale: Locale) -> Result<Exit, Stop> {
    match command {
        AccountCommand::Grant(args) => grant(assembly, args, locale).await,
        AccountCommand::End(args) => end(assembly, args, locale).await,
        AccountCommand::Block(args) => put_state(assembly, args, AccountState::Blocked, locale).await,
        AccountCommand::Unblock(args) => put_state(assembly, args, AccountState::Active, locale).await,
        AccountCommand::List(args) => list(assembly, args, locale).await,
    }
}

async fn permit(assembly: &Assembly, locale: Locale) -> Result<Permit, Stop> {
    assembly.authorizer(locale).permit(Action::ManageInstitutions, &Target::Service).await
}

async fn grant(assembly: &Assembly, args: &AccountGrantArgs, locale: Locale) -> Result<Exit, Stop> {
    let usage = |sentence: String| Stop::new(Exit::Usage, sentence);
    let account = agent(&args.account, locale)?;
    let (role, institution) = role_in(assembly, &args.role, args.institution.as_deref(), locale).await?;
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
    let permit = permit(assembly, locale).await?;
    let grant = NewGrant { role, institution, person, ends };
    assembly.issuer.grant_role(&account, name, grant, permit).await?;
    say!("{}", locale.app_account_granted(account.to_string(), role.code()));
    Ok(Exit::Holds)
}

/// Whether somebody in this role could judge people, and so must be known as a person.
fn judges(role: Role, action: Action) -> bool {
    action.needs_another_person() && !role.is_program() && signet_access::has_right(role, action)
}

async fn end(assembly: &Assembly, args: &AccountEndArgs, locale: Locale) -> Result<Exit, Stop> {
    let account = agent(&args.account, locale)?;
    let (role, institution) = role_in(assembly, &args.role, args.institution.as_deref(), locale).await?;
    let permit = permit(assembly, locale).await?;
    let ended = assembly.issuer.end_role(&account, role, institution.as_ref(), permit).await;
    ended.map_err(|error| of_error(error, locale))?;
    say!("{}", locale.app_account_ended(account.to_string(), role.code()));
    Ok(Exit::Holds)
}

async fn put_state(assembly: &Assembly, args: &AccountArgs, state: AccountState, locale: Locale) -> Result<Exit, Stop> {
    let account = agent(&args.account, locale)?;
    let permit = permit(assembly, locale).await?;
    let put = assembly.issuer.set_account_state(&account, state, permit).await;
    put.map_err(|error| of_error(error, locale))?;
    say!(
        "{}",
        match state {
            AccountState::Blocked => locale.app_account_blocked(account.to_string()),
            AccountState::Active => locale.app_account_unblocked(account.to_string()),
        }
    );
    Ok(Exit::Holds)
}

fn of_error(error: AccountError, locale: Locale) -> Stop {
    match error {
        AccountError::Unknown => Stop::new(Exit::Data, locale.app_account_unknown()),
        other => other.into(),
    }
}

fn agent(account: &str, locale: Locale) -> Result<Agent, Stop> {
    Agent::new(account).map_err(|_| Stop::new(Exit::Usage, locale.app_account_id()))
}

/// A role that can be given, and where it is held.
async fn role_in(
    assembly: &Assembly,
    role: &str,
    institution: Option<&str>,
    locale: Locale,
) -> Result<(Role, Option<InstitutionId>), Stop> {
    let given = Role::from_code(role).filter(|role| role.is_staff() && !role.is_program());
    let role = given.ok_or_else(|| Stop::new(Exit::Usage, locale.app_unknown_role(role)))?;
    if !role.is_institutional() {
        return Ok((role, None));
    }
    Ok((role, Some(super::tenant(assembly, institution, locale).await?.id().clone())))
}

#[derive(Serialize)]
struct Listed {
    account: String,
    name: String,
    state: &'static str,
    roles: Vec<ListedRole>,
}

#[derive(Serialize)]
struct ListedRole {
    role: &'static str,
    institution: Option<String>,
    person: Option<String>,
    ends: Option<Timestamp>,
    granted_by: String,
    granted: Timestamp,
}

async fn list(assembly: &Assembly, args: &AccountListArgs, locale: Locale) -> Result<Exit, Stop> {
    let _may = permit(assembly, locale).await?;
    let entrance = assembly.issuer.entrance();
    let mut listed = Vec::new();
    for account in entrance.accounts().await? {
        let roles = entrance.roles(&account.id).await?.iter().map(role).collect();
        let (name, state) = (account.name, account.state.code());
        listed.push(Listed { account: account.id.to_string(), name, state, roles });
    }
    if args.json {
        say!("{}", serde_json::to_string_pretty(&listed)?);
        return Ok(Exit::Holds);
    }
    for one in &listed {
        say!("{}  {}  {}", one.account, one.name, one.state);
        for role in &one.roles {
            let place = role.institution.as_deref().unwrap_or("*");
            let ends = role.ends.map(|ends| locale.instant(ends)).unwrap_or_default();
            say!("    {}  {place}  {}  {ends}", role.role, role.person.as_deref().unwrap_or("–"));
        }
    }
    Ok(Exit::Holds)
}

fn role(grant: &RoleGrant) -> ListedRole {
    ListedRole {
        role: grant.role.code(),
        institution: grant.institution.as_ref().map(ToString::to_string),
        person: grant.person.as_ref().map(ToString::to_string),
        ends: grant.ends,
        granted_by: grant.by.to_string(),
        granted: grant.granted,
    }
}
