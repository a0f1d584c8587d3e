//! `signet sweep`: what is kept no longer goes now; `serve` and `work` do the same every hour.

use std::time::Duration;

use signet_access::{Action, Target};
use signet_issue::Issuer;
use signet_lang::{Locale, args};
use signet_record::InstitutionId;
use signet_store::{SweepTerms, Swept};

use crate::{
    config::RetentionConfig,
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// A sweep is made this often.
const EVERY: Duration = Duration::from_secs(3600);

/// Sweeps once, and says what went.
pub async fn run(services: &Services, locale: Locale) -> Result<Exit, CommandError> {
    let _may = services.authorizer(locale).permit(Action::MaintainRegister, &Target::Service).await?;
    let issuer = &services.issuer;
    let swept = issuer.store().sweep(issuer.now(), &terms(&services.config.retention, true)).await?;
    let Swept {
        account_letters: _,
        contacts: _,
        looks,
        login_attempts: _,
        logout_tokens: _,
        login_tokens,
        orphans,
        sessions,
        shares,
        uploads,
        security_events: _,
    } = swept;
    say!(
        "{}",
        locale.register_swept(args::RegisterSwept { looks, orphans, sessions, shares, tokens: login_tokens, uploads })
    );
    Ok(Exit::Success)
}

/// Sweeps and has the logs sealed, every hour, until dropped. `each` is done along with it.
pub async fn hourly(issuer: Issuer, retention: RetentionConfig, each: impl Fn(&Issuer)) {
    let mut interval = tokio::time::interval(EVERY);
    loop {
        interval.tick().await;
        each(&issuer);
        if let Err(error) = issuer.store().sweep(issuer.now(), &terms(&retention, false)).await {
            tracing::warn!(%error, "what is kept no longer was not swept out");
        }
        seal_logs(&issuer).await;
    }
}

/// The heads of logs are sealed with status lists, whether anybody asks for one or not.
async fn seal_logs(issuer: &Issuer) {
    let institutions = match issuer.store().operator().institutions().await {
        Ok(institutions) => institutions,
        Err(error) => return tracing::warn!(%error, "the logs were not sealed"),
    };
    for institution in institutions {
        if let Err(error) = seal_log(issuer, &institution.id).await {
            tracing::warn!(institution = %institution.id, error, "the log was not sealed");
        }
    }
}

/// Seals the head of one institution's log; an error is text for our own log.
async fn seal_log(issuer: &Issuer, institution: &InstitutionId) -> Result<(), String> {
    let tenant = issuer.store().tenant(institution);
    let registered = issuer.registered(&tenant).await.map_err(|error| error.to_string())?;
    issuer.seal_log(&registered).await.map(drop).map_err(|error| error.to_string())
}

fn terms(retention: &RetentionConfig, whole: bool) -> SweepTerms {
    SweepTerms { upload_days: retention.upload_days, undecided_days: retention.undecided_days, whole }
}
