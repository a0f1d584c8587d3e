//! `signet seal mandate`: the awarding body seals, once, that another body seals its micro-credentials.

use std::fs;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use signet_access::{Action, Target};
use signet_issue::MandateError;
use signet_lang::{Locale, args};
use signet_verify::MandateBody;

use crate::{
    cli::SealMandateArgs,
    exit::{CommandError, Exit},
    file, sealing,
    services::Services,
    terminal::say,
};

/// Seals it and writes the file, which is for whoever is to seal.
pub async fn run(services: &Services, args: &SealMandateArgs, locale: Locale) -> Result<Exit, CommandError> {
    let issuer = &services.issuer;
    let tenant = super::super::tenant(services, args.institution.as_deref(), locale).await?;
    let registered = issuer.registered(&tenant).await?;
    let body = MandateBody { name: args.sealer_name.trim().to_owned(), identifier: args.sealer.trim().to_owned() };
    let from = midnight(args.from.unwrap_or_else(|| issuer.today()), locale)?;
    let until = args.until.map(|day| midnight(day, locale)).transpose()?;
    let awarding = registered.institution.legal_name.text(locale.language()).to_owned();
    let target = Target::Institution(&registered.institution.id);
    let permit = services.authorizer(locale).permit(Action::ManageSeal, &target).await?;
    let bytes = match issuer.seal_mandate(&registered.institution, body, from, until, permit).await {
        Ok(bytes) => bytes,
        Err(MandateError::NotAMandate) => {
            return Err(CommandError::new(Exit::Usage, locale.seal_mandate_wrong(awarding)));
        }
        Err(MandateError::NoActiveSealer(error)) => {
            return Err(CommandError::new(Exit::Unavailable, sealing::why_of(error.reason(), locale)));
        }
        Err(MandateError::NotSealed(error)) => {
            return Err(CommandError::new(Exit::Unavailable, sealing::why_of(error.reason(), locale)));
        }
        Err(error @ (MandateError::NotPermitted(_) | MandateError::Unreadable(_) | MandateError::Written(_))) => {
            return Err(error.into());
        }
    };
    fs::write(&args.out, bytes)
        .map_err(|error| CommandError::new(Exit::NoInput, file::not_written(&args.out, &error, locale)))?;
    say!(
        "{}",
        locale.seal_mandate_written(args::SealMandateWritten {
            awarding,
            file: args.out.display().to_string(),
            sealing: args.sealer_name.clone()
        })
    );
    Ok(Exit::Success)
}

/// The midnight in Prague with which a day begins.
fn midnight(day: Date, locale: Locale) -> Result<Timestamp, CommandError> {
    let outside = |_| {
        CommandError::new(
            Exit::Usage,
            locale.misuse_wrong_value(args::MisuseWrongValue { arg: "--from, --until", value: day.to_string() }),
        )
    };
    TimeZone::get("Europe/Prague")?.to_timestamp(day.into()).map_err(outside)
}
