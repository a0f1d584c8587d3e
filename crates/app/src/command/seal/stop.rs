//! `signet seal stop` and `signet seal start`: the emergency stop, for every process that shares the register.

use signet_access::{Action, Target};
use signet_lang::Locale;
use signet_registry::Digest;

use crate::{
    cli::{SealStartArgs, SealStopArgs},
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

/// No sealer seals with it from its next claim on.
pub async fn stop(services: &Services, args: &SealStopArgs, locale: Locale) -> Result<Exit, CommandError> {
    let reason = reason(&args.reason, locale)?;
    put_word(services, args.seal.as_deref(), true, reason, locale).await?;
    let told = match &args.seal {
        Some(_) => locale.seal_stopped_one(),
        None => locale.seal_stopped_all(),
    };
    say!("{told}");
    Ok(Exit::Success)
}

/// Sealing goes on.
pub async fn start(services: &Services, args: &SealStartArgs, locale: Locale) -> Result<Exit, CommandError> {
    let certificate = certificate(services, args.seal.as_deref(), locale)?;
    let words = services.issuer.store().seal_audit().stops().await?;
    if !words.iter().any(|word| word.stopped && word.certificate == certificate) {
        return Err(CommandError::new(Exit::Data, locale.seal_not_stopped()));
    }
    let reason = reason(&args.reason, locale)?;
    put_word(services, args.seal.as_deref(), false, reason, locale).await?;
    // What was put off may be claimed at once.
    services.issuer.store().queue().retry_all().await?;
    say!("{}", locale.seal_started());
    Ok(Exit::Success)
}

fn reason(typed: &str, locale: Locale) -> Result<String, CommandError> {
    let reason = typed.trim();
    if reason.is_empty() || reason.chars().count() > REASON_MAX || reason.chars().any(char::is_control) {
        return Err(CommandError::new(Exit::Usage, locale.seal_reason(REASON_MAX)));
    }
    Ok(reason.to_owned())
}

fn certificate(services: &Services, seal: Option<&str>, locale: Locale) -> Result<Option<Digest>, CommandError> {
    seal.map(|beginning| super::named(services, beginning, locale).map(|one| one.signer().certificate())).transpose()
}

async fn put_word(
    services: &Services,
    seal: Option<&str>,
    stopped: bool,
    reason: String,
    locale: Locale,
) -> Result<(), CommandError> {
    let certificate = certificate(services, seal, locale)?;
    let authorizer = services.authorizer(locale);
    let mut permits = Vec::new();
    for institution in services.issuer.sealed_by(certificate.as_ref()).await? {
        permits.push(authorizer.permit(Action::ManageSeal, &Target::Institution(&institution)).await?);
    }
    if permits.is_empty() {
        permits.push(authorizer.permit(Action::ManageInstitutions, &Target::Service).await?);
    }
    Ok(services.issuer.put_stop(certificate, stopped, reason, permits).await?)
}
