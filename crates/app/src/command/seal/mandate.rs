//! `signet seal mandate`: the awarding body seals, once, that another body seals its micro-credentials.

use std::fs;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use signet_access::{Action, Target};
use signet_issue::MandateError;
use signet_lang::Locale;
use signet_verify::MandateBody;

use crate::{
    assembly::Assembly,
    cli::SealMandateArgs,
    exit::{Exit, Stop},
    file,
    terminal::say,
};

/// Seals it and writes the file, which is for whoever is to seal.
pub async fn run(assembly: &Assembly, args: &SealMandateArgs, locale: Locale) -> Result<Exit, Stop> {
    let issuer = &assembly.issuer;
    let tenant = super::super::tenant(assembly, args.institution.as_deref(), locale).await?;
    let house = issuer.house(&tenant).await?;
    let body = MandateBody { name: args.sealer_name.trim().to_owned(), identifier: args.sealer.trim().to_owned() };
    let from = midnight(args.from.unwrap_or_else(|| issuer.today()))?;
    let until = args.until.map(midnight).transpose()?;
    let awarding = house.institution.legal_name.text(locale.language()).to_owned();
    let target = Target::Institution(&house.institution.id);
    let permit = assembly.authorizer(locale).permit(Action::ManageSeal, &target).await?;
    let bytes = match issuer.seal_mandate(&house.institution, body, from, until, permit).await {
        Ok(bytes) => bytes,
        Err(MandateError::NotAMandate) => return Err(Stop::new(Exit::Usage, locale.seal_mandate_wrong(awarding))),
        Err(error) => return Err(Stop::new(Exit::Unavailable, error.to_string())),
    };
    fs::write(&args.out, bytes).map_err(|error| {
        let problem = file::problem(&error, locale);
        Stop::new(Exit::NoInput, locale.app_file_unwritable(args.out.display().to_string(), problem))
    })?;
    say!("{}", locale.seal_mandate_written(awarding, args.out.display().to_string(), args.sealer_name.clone()));
    Ok(Exit::Holds)
}

/// The midnight in Prague with which a day begins.
fn midnight(day: Date) -> Result<Timestamp, Stop> {
    let prague = TimeZone::get("Europe/Prague").map_err(|error| Stop::new(Exit::Software, error.to_string()))?;
    prague.to_timestamp(day.into()).map_err(|error| Stop::new(Exit::Usage, error.to_string()))
}
