//! `signet seal stop` and `signet seal start`: the emergency stop, for every process that shares the register.

use signet_access::{Action, Target};
use signet_lang::Locale;
use signet_registry::Digest;

use crate::{
    assembly::Assembly,
    cli::{SealStartArgs, SealStopArgs},
    exit::{Exit, Stop},
    terminal::say,
};

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

/// No sealer seals with it from its next claim on.
pub async fn stop(assembly: &Assembly, args: &SealStopArgs, locale: Locale) -> Result<Exit, Stop> {
    let reason = reason(&args.reason, locale)?;
    put_word(assembly, args.seal.as_deref(), true, reason, locale).await?;
    let told = match &args.seal {
        Some(_) => locale.seal_stopped_one(),
        None => locale.seal_stopped_all(),
    };
    say!("{told}");
    Ok(Exit::Holds)
}

/// Sealing goes on.
pub async fn start(assembly: &Assembly, args: &SealStartArgs, locale: Locale) -> Result<Exit, Stop> {
    let certificate = certificate(assembly, args.seal.as_deref(), locale)?;
    let words = assembly.issuer.store().custody().stops().await?;
    if !words.iter().any(|word| word.stopped && word.certificate == certificate) {
        return Err(Stop::new(Exit::Data, locale.seal_not_stopped()));
    }
    let reason = reason(&args.reason, locale)?;
    put_word(assembly, args.seal.as_deref(), false, reason, locale).await?;
    // What was put off may be claimed at once.
    assembly.issuer.store().queue().retry_all().await?;
    say!("{}", locale.seal_started());
    Ok(Exit::Holds)
}

fn reason(typed: &str, locale: Locale) -> Result<String, Stop> {
    let reason = typed.trim();
    if reason.is_empty() || reason.chars().count() > REASON_MAX || reason.chars().any(char::is_control) {
        return Err(Stop::new(Exit::Usage, locale.seal_reason(REASON_MAX)));
    }
    Ok(reason.to_owned())
}

fn certificate(assembly: &Assembly, seal: Option<&str>, locale: Locale) -> Result<Option<Digest>, Stop> {
    seal.map(|beginning| super::named(assembly, beginning, locale).map(|one| one.notary().certificate())).transpose()
}

async fn put_word(
    assembly: &Assembly,
    seal: Option<&str>,
    stopped: bool,
    reason: String,
    locale: Locale,
) -> Result<(), Stop> {
    let certificate = certificate(assembly, seal, locale)?;
    let authorizer = assembly.authorizer(locale);
    let mut permits = Vec::new();
    for institution in assembly.issuer.sealed_by(certificate.as_ref()).await? {
        permits.push(authorizer.permit(Action::ManageSeal, &Target::Institution(&institution)).await?);
    }
    if permits.is_empty() {
        permits.push(authorizer.permit(Action::ManageInstitutions, &Target::Service).await?);
    }
    Ok(assembly.issuer.put_stop(certificate, stopped, reason, permits).await?)
}
