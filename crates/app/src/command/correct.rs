//! `signet correct`: a corrected credential in the place of an issued one.

use signet_access::Action;
use signet_issue::CorrectError;
use signet_lang::{Locale, args};
use signet_record::{Charset, results};

use super::{export, import, issue, revoke};
use crate::{
    cli::CorrectArgs,
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Reads the one corrected row, seals it, and marks the old one as superseded.
pub async fn run(services: &Services, args: &CorrectArgs, locale: Locale) -> Result<Exit, CommandError> {
    let (old, tenant) = revoke::find(services, &args.credential, locale).await?;
    let known = tenant.credential(&old).await?;
    let Some(known) = known else {
        return Err(CommandError::new(Exit::Data, locale.app_unknown_credential(&args.credential)));
    };
    let award = signet_issue::read_award(&tenant.artefact(&known.award).await?.bytes)?;
    let sheet = results::read(&import::input(&args.results, locale)?, award.unit(), services.issuer.today());
    if sheet.charset == Charset::Windows1250 {
        eprintln!("{}: {}", args.results.display(), locale.web_staff_sheet_windows());
    }
    import::tell(&args.results, &sheet.complaints, locale);
    import::tell(&args.results, &sheet.not_passed, locale);
    let [row] = sheet.rows.as_slice() else {
        return Err(CommandError::new(Exit::Data, locale.app_correct_one_row(sheet.rows.len())));
    };
    let permit = services.authorizer(locale).permit_for(&tenant, Action::CorrectCredential, &known).await?;
    let corrected = services.issuer.correct(&tenant, old, row, None, permit).await;
    let new = corrected.map_err(|error| match error {
        CorrectError::Corrected(by) => CommandError::new(Exit::Data, locale.app_correct_corrected(by.to_string())),
        CorrectError::NotStanding => CommandError::new(Exit::Data, locale.app_correct_not_standing()),
        CorrectError::AnotherAward => CommandError::new(Exit::Data, locale.app_correct_another()),
        other => other.into(),
    })?;
    let put_off = issue::seal(services, &tenant, issue::unobserved(), locale).await?;
    for (id, why) in &put_off {
        eprintln!("{}", locale.app_put_off(args::AppPutOff { credential: id.to_string(), why }));
    }
    export::into_folder(services, &tenant, &[new], &args.out, locale).await?;
    say!("{}", locale.app_corrected(args::AppCorrected { new: new.to_string(), old: old.to_string() }));
    Ok(if put_off.is_empty() { Exit::Success } else { Exit::Fails })
}
