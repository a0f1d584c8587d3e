//! `signet renew`: what would lose its proof is stamped again in time.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::Serialize;
use signet_access::{Action, Target};
use signet_issue::{Protected, RenewError};
use signet_lang::{
    Locale,
    args::{self, AppRenewProblemCode},
};
use signet_record::CredentialId;
use signet_store::Tenant;

use super::revoke;
use crate::{
    cli::RenewArgs,
    exit::{self, CommandError, Exit},
    kept_file,
    progress::Progress,
    sealing,
    services::Services,
    terminal::say,
};

#[derive(Default, Serialize)]
struct Tally {
    /// Credentials whose files were read.
    looked: usize,
    due: usize,
    renewed: usize,
    failed: usize,
    credentials: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    institution: String,
    credential: String,
    /// Until when it was protected; nothing if by nothing.
    until: Option<Timestamp>,
    /// Until when it is protected now.
    #[serde(skip_serializing_if = "Option::is_none")]
    renewed_until: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

/// Renews one credential, or all that are due.
pub async fn run(services: &Services, args: &RenewArgs, locale: Locale) -> Result<Exit, CommandError> {
    let mut work = Work { services, args, locale, before: before(services, args), tally: Tally::default() };
    match &args.credential {
        Some(identifier) => {
            let (id, tenant) = revoke::find(services, identifier, locale).await?;
            work.one(&tenant, id).await?;
        }
        None => {
            for tenant in tenants(services, args.institution.as_deref(), locale).await? {
                work.all(&tenant).await?;
            }
        }
    }
    let tally = work.tally;
    if args.json {
        say!("{}", serde_json::to_string_pretty(&tally)?);
    } else {
        say!(
            "{}",
            locale.app_renew_summary(args::AppRenewSummary {
                due: tally.due,
                failed: tally.failed,
                looked: tally.looked,
                renewed: tally.renewed
            })
        );
    }
    Ok(if tally.failed == 0 { Exit::Success } else { Exit::Fails })
}

/// What weakens before this instant is due. What is named is due in any case.
fn before(services: &Services, args: &RenewArgs) -> Timestamp {
    let ahead = SignedDuration::from_hours(24 * i64::from(services.config.renewal.days_ahead));
    let default = services.issuer.now().saturating_add(ahead).unwrap_or(Timestamp::MAX);
    let named = args.credential.as_ref().map(|_| Timestamp::MAX);
    let day = args.due_before.and_then(|day| TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok());
    named.or(day).unwrap_or(default)
}

async fn tenants(services: &Services, named: Option<&str>, locale: Locale) -> Result<Vec<Tenant>, CommandError> {
    if named.is_some() {
        return Ok(vec![super::tenant(services, named, locale).await?]);
    }
    let store = services.issuer.store();
    let known = store.operator().institutions().await?;
    Ok(known.iter().map(|institution| store.tenant(&institution.id)).collect())
}

/// Why a credential was not renewed, in the reader's language.
fn why(error: &RenewError, locale: Locale) -> String {
    match error {
        RenewError::NotSealed(error) => sealing::why_of(error.reason(), locale),
        RenewError::Read(error) => kept_file::problem(error, locale),
        RenewError::NoSeal(body) => {
            locale.app_renew_problem(args::AppRenewProblem { code: AppRenewProblemCode::NoSeal, detail: body })
        }
        RenewError::Level(level) => {
            locale.app_renew_problem(args::AppRenewProblem { code: AppRenewProblemCode::Level, detail: level.name() })
        }
        error => exit::known_cause(error, locale).unwrap_or_else(|| {
            let code = match error {
                RenewError::Unknown => AppRenewProblemCode::Unknown,
                RenewError::NoFiles => AppRenewProblemCode::NoFiles,
                RenewError::Unreadable(_) => AppRenewProblemCode::Unreadable,
                RenewError::Refused(_) => AppRenewProblemCode::Changed,
                _ => AppRenewProblemCode::Other,
            };
            locale.app_renew_problem(args::AppRenewProblem { code, detail: error.to_string() })
        }),
    }
}

struct Work<'a> {
    services: &'a Services,
    args: &'a RenewArgs,
    locale: Locale,
    before: Timestamp,
    tally: Tally,
}

impl Work<'_> {
    async fn all(&mut self, tenant: &Tenant) -> Result<(), CommandError> {
        let policy = &self.services.fetcher.trust().policy;
        let perhaps = self.services.issuer.perhaps_due(tenant, self.before, policy).await?;
        let mut due = Vec::new();
        for id in perhaps {
            due.extend(self.look(tenant, id).await);
        }
        let mut progress = Progress::new(due.len() as u64, self.locale);
        for (done, (id, protected)) in (1..).zip(due) {
            self.renew(tenant, id, protected).await?;
            progress.reached(done);
        }
        progress.finish();
        Ok(())
    }

    async fn one(&mut self, tenant: &Tenant, id: CredentialId) -> Result<(), CommandError> {
        match self.look(tenant, id).await {
            Some((id, protected)) => self.renew(tenant, id, protected).await,
            None => Ok(()),
        }
    }

    /// The credential, if it is due.
    async fn look(&mut self, tenant: &Tenant, id: CredentialId) -> Option<(CredentialId, Protected)> {
        let policy = &self.services.fetcher.trust().policy;
        match self.services.issuer.protected(tenant, &id, policy).await {
            Ok(None) => None,
            Ok(Some(protected)) => {
                self.tally.looked += 1;
                protected.is_due_before(self.before).then_some((id, protected))
            }
            Err(error) => {
                self.tally.looked += 1;
                self.fail(tenant, id, None, &error);
                None
            }
        }
    }

    async fn renew(&mut self, tenant: &Tenant, id: CredentialId, protected: Protected) -> Result<(), CommandError> {
        self.tally.due += 1;
        let target = Target::Institution(tenant.id());
        let permit = self.services.authorizer(self.locale).permit(Action::ManageSeal, &target).await?;
        if self.args.dry_run {
            self.tell(match protected.until {
                Some(until) => self
                    .locale
                    .app_renew_due(args::AppRenewDue { credential: id.to_string(), until: self.locale.day(until) }),
                None => self.locale.app_renew_due_unprotected(id.to_string()),
            });
            self.note(tenant, id, protected.until, None, None);
            return Ok(());
        }
        match self.services.issuer.renew(tenant, &id, permit).await {
            Ok(now) => {
                self.tally.renewed += 1;
                let until = now.until.map(|until| self.locale.day(until)).unwrap_or_default();
                self.tell(self.locale.app_renew_done(args::AppRenewDone { credential: id.to_string(), until }));
                self.note(tenant, id, protected.until, now.until, None);
            }
            Err(error) => self.fail(tenant, id, protected.until, &error),
        }
        Ok(())
    }

    fn fail(&mut self, tenant: &Tenant, id: CredentialId, until: Option<Timestamp>, error: &RenewError) {
        self.tally.failed += 1;
        tracing::warn!(credential = %id, %error, "not renewed");
        let why = why(error, self.locale);
        eprintln!("{}", self.locale.app_renew_failed(args::AppRenewFailed { credential: id.to_string(), why: &why }));
        self.note(tenant, id, until, None, Some(why));
    }

    fn tell(&self, sentence: String) {
        if !self.args.json {
            say!("{sentence}");
        }
    }

    fn note(
        &mut self,
        tenant: &Tenant,
        id: CredentialId,
        until: Option<Timestamp>,
        renewed_until: Option<Timestamp>,
        why: Option<String>,
    ) {
        let (institution, credential) = (tenant.id().to_string(), id.to_string());
        self.tally.credentials.push(Line { institution, credential, until, renewed_until, why });
    }
}
