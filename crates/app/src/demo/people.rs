//! The people of the demonstration: somebody in every role, and holders. Anybody enters as any of them, in the demonstration's own server
//! alone.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use signet_access::{Action, Actor, Role, RoleScope, Target};
use signet_issue::{Issuer, NewGrant};
use signet_lang::Locale;
use signet_record::PersonId;
use signet_registry::Agent;
use signet_store::{LoginToken, Tenant};
use signet_web::{DemoEntrance, DemoPerson};

use crate::{
    exit::{CommandError, Exit},
    operator::CommandLineUser,
    services::Services,
};

/// Whom nobody entered as by then has to be chosen anew: a press is followed at once.
const ENTERED_WITHIN: std::time::Duration = std::time::Duration::from_secs(60);

/// Somebody who works at the university.
pub struct Employee {
    /// Under which account.
    pub account: &'static str,
    /// What they are called.
    pub name: &'static str,
    /// In which role.
    pub role: Role,
    /// Their number in the university's records.
    pub person: &'static str,
}

const fn employee(account: &'static str, name: &'static str, role: Role, person: &'static str) -> Employee {
    Employee { account, name, role, person }
}

/// Whoever answers for the units of the demonstration.
pub const GUARANTOR: Employee = employee("vzorna", "Hana Vzorná", Role::Guarantor, "HD-90002");
/// Whoever approves them.
pub const QUALITY_OFFICE: Employee = employee("jakostni", "Karel Jakostní", Role::QualityOffice, "HD-90003");
/// Whoever writes and issues.
pub const REGISTRAR: Employee = employee("dvorakova", "Marie Dvořáková", Role::Registrar, "HD-90001");

/// Everybody who works there.
pub const STAFF: [Employee; 7] = [
    REGISTRAR,
    GUARANTOR,
    QUALITY_OFFICE,
    employee("peceti", "Eva Pečetní", Role::SealCustodian, "HD-90004"),
    employee("zkousejici", "Petr Zkoušející", Role::Assessor, "HD-90005"),
    employee("spravcova", "Lenka Správcová", Role::InstitutionAdmin, "HD-90006"),
    employee("auditor", "Jiří Nezávislý", Role::Auditor, "HD-90007"),
];

/// Holders who can be entered as: several credentials, a corrected one, a revoked one.
const HOLDERS: [&str; 3] = ["HD-10001", "HD-10002", "HD-10003"];

/// Whoever runs the service.
const OPERATOR: (&str, &str) = ("provozovatel", "Tomáš Provozní");

impl Employee {
    /// Who they act as.
    ///
    /// # Errors
    /// When the table above is wrong.
    pub fn actor(&self, tenant: &Tenant) -> Result<Actor, CommandError> {
        let (account, person) = (Agent::new(self.account)?, Some(self.person.parse()?));
        let actor = Actor::within(account, tenant.id().clone(), self.role, person);
        actor.ok_or_else(|| CommandError::new(Exit::Software, self.account))
    }
}

/// Gives those who work at the university their accounts and roles.
///
/// # Errors
/// When the register cannot be written.
pub async fn employ(services: &Services, tenant: &Tenant, locale: Locale) -> Result<(), CommandError> {
    let institution = || Some(tenant.id().clone());
    for employee in STAFF {
        let grant = NewGrant {
            role: employee.role,
            scope: RoleScope::Whole,
            institution: institution(),
            person: Some(employee.person.parse()?),
            ends: None,
            reason: String::new(),
        };
        give(services, employee.account, employee.name, grant, locale).await?;
    }
    let grant = NewGrant {
        role: Role::Operator,
        scope: RoleScope::Whole,
        institution: None,
        person: None,
        ends: None,
        reason: String::new(),
    };
    give(services, OPERATOR.0, OPERATOR.1, grant, locale).await
}

async fn give(
    services: &Services,
    account: &str,
    name: &str,
    grant: NewGrant,
    locale: Locale,
) -> Result<(), CommandError> {
    let account = Agent::new(account)?;
    if !services.issuer.sessions().roles(&account).await?.is_empty() {
        return Ok(());
    }
    let permit = services.authorizer(locale).permit(Action::ManageInstitutions, &Target::Service).await?;
    services.issuer.grant_role(&account, Some(name), grant, permit).await?;
    Ok(())
}

/// Everybody who can be entered as, and how.
///
/// # Errors
/// When the register cannot be read.
pub async fn entrance(services: &Services, tenant: &Tenant, locale: Locale) -> Result<DemoEntrance, CommandError> {
    let mut people = Vec::new();
    for employee in STAFF {
        people.push(DemoPerson { name: employee.name.to_owned(), actor: employee.actor(tenant)? });
    }
    for id in HOLDERS {
        let person: PersonId = id.parse()?;
        let Some(holder) = tenant.person(&person).await? else { continue };
        let account = services.issuer.holder_account(tenant.id(), &person);
        let actor = Actor::holder(account, tenant.id().clone(), person);
        people.push(DemoPerson { name: holder.full_name(), actor });
    }
    people.push(DemoPerson { name: OPERATOR.1.to_owned(), actor: Actor::operator(Agent::new(OPERATOR.0)?) });
    let issuer = services.issuer.clone();
    let token = Arc::new(move |actor, language| {
        let issuer = issuer.clone();
        Box::pin(async move {
            let made = token(&issuer, actor, language, locale).await;
            made.inspect_err(|error| tracing::error!(cause = error.sentence(locale), "nobody could enter")).ok()
        }) as _
    });
    Ok(DemoEntrance { people, token })
}

/// A one-time token for one press.
async fn token(
    issuer: &Issuer,
    actor: Actor,
    language: signet_record::Language,
    locale: Locale,
) -> Result<String, CommandError> {
    let permit = CommandLineUser::for_test("demo").permit(Action::ManageInstitutions, &Target::Service, locale)?;
    let token = BASE64URL_NOPAD.encode(&issuer.random().bytes::<24>());
    let login = LoginToken { actor, language, expires: issuer.now() + ENTERED_WITHIN };
    issuer.put_login_token(&token, &login, permit).await?;
    Ok(token)
}
