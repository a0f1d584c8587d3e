//! `signet work`: seal what waits.

use signet_lang::{Locale, args};

use crate::{
    cli::WorkArgs,
    exit::{CommandError, Exit},
    interruption,
    sealing::{self, SealerEvent, Sealers, Until},
    services::Services,
    signal,
    terminal::say,
};

/// Seals until stopped, or until nothing waits.
pub async fn run(services: &Services, args: &WorkArgs, locale: Locale) -> Result<Exit, CommandError> {
    let observer = interruption::observer(args.halt_at.as_deref(), locale)?;
    let until = if args.once { Until::Empty } else { Until::Stopped };
    let mut sealers = Sealers::start(services, &services.issuer.store().queue(), until, observer).await?;
    let sweeper = (until == Until::Stopped)
        .then(|| tokio::spawn(super::sweep::hourly(services.issuer.clone(), services.config.retention, |_| ())));
    let letters = match until {
        Until::Stopped => super::serve::letters(services)?,
        Until::Empty => None,
    };
    let (mut sealed, mut put_off) = (0_usize, 0_usize);
    loop {
        tokio::select! {
            outcome = sealers.next() => match outcome {
                None => break,
                Some(SealerEvent::Sealed) => sealed += 1,
                Some(SealerEvent::PutOff(id, trouble)) => {
                    put_off += 1;
                    eprintln!("{}", locale.app_put_off(args::AppPutOff { credential: id.to_string(), why: sealing::why(&trouble, locale) }));
                }
                Some(SealerEvent::Failed(error)) => return Err(error.into()),
            },
            () = signal::stop() => break,
        }
    }
    if let Some(sweeper) = sweeper {
        sweeper.abort();
    }
    sealers.finish().await;
    if let Some(letters) = letters {
        letters.finish().await;
    }
    say!("{}", locale.app_worked(args::AppWorked { put_off, sealed }));
    Ok(if put_off == 0 { Exit::Success } else { Exit::Fails })
}
