//! `signet issue`: from a file of results to sealed files in a folder.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde::Serialize;
use signet_access::Action;
use signet_issue::{
    Admission, Admitted, BarredRow, Issuer, Observer, ProposalContext, ProposalOutcome, ProposeError, Step,
    unit_sentence,
};
use signet_lang::{Locale, args};
use signet_record::{Charset, Complaint, CredentialId, Unit, results, unit_file};
use signet_store::{Queue, Tenant};

use super::{export, import};
use crate::{
    cli::IssueArgs,
    exit::{CommandError, Exit},
    interruption,
    progress::Progress,
    sealing::{self, SealerEvent, Sealers, Until},
    services::Services,
    terminal::say,
};

/// How long another process may need for a seal it has begun, time stamps included.
const IN_OTHER_HANDS: Duration = Duration::from_secs(30);

/// Issues, or only checks.
pub async fn run(services: &Services, args: &IssueArgs, locale: Locale) -> Result<Exit, CommandError> {
    let tenant = super::tenant(services, args.institution.as_deref(), locale).await?;
    let unit = match unit_file::parse(&import::input(&args.unit, locale)?) {
        Ok(unit) => unit,
        Err(complaints) => {
            import::tell(&args.unit, &complaints, locale);
            return Ok(Exit::Data);
        }
    };
    let sheet = results::read(&import::input(&args.results, locale)?, &unit, services.issuer.today());
    if sheet.charset == Charset::Windows1250 {
        eprintln!("{}: {}", args.results.display(), locale.web_staff_sheet_windows());
    }
    import::tell(&args.results, &sheet.complaints, locale);
    import::tell(&args.results, &sheet.not_passed, locale);
    eprintln!(
        "{}",
        locale.app_rows(args::AppRows {
            bad: sheet.complaints.len(),
            failed: sheet.not_passed.len(),
            good: sheet.rows.len()
        })
    );
    if args.check {
        return Ok(if sheet.complaints.is_empty() { Exit::Success } else { Exit::Fails });
    }
    if !sheet.complaints.is_empty() && !args.skip_bad {
        eprintln!("{}", locale.app_nothing_issued());
        return Ok(Exit::Fails);
    }
    import::put_unit(services, &tenant, &unit, locale).await?;
    let (rows, barred) = services.issuer.take_out_barred(&tenant, &unit, sheet.rows).await?;
    tell_barred(args, &barred, locale);
    if !barred.is_empty() && !args.skip_bad {
        eprintln!("{}", locale.app_nothing_issued());
        return Ok(Exit::Fails);
    }
    let observer = interruption::observer(args.halt_at.as_deref(), locale)?;
    let admission = services.authorizer(locale).admit(&tenant, &unit.id, rows).await?;
    tell_refused(services, args, &admission, locale);
    if !admission.refused.is_empty() && !args.skip_bad {
        eprintln!("{}", locale.app_nothing_issued());
        return Ok(Exit::NotPermitted);
    }
    let taken = take(services, &tenant, unit, admission.admitted, &observer, locale).await?;
    let put_off = seal(services, &tenant, observer, locale).await?;
    let delivered = export::into_folder(services, &tenant, &ids(&taken), &args.out, locale).await?;
    let summary = Summary::of(&taken, &sheet.complaints, &put_off, delivered);
    summary.tell(args, locale)?;
    let clean = summary.put_off == 0 && (summary.complaints == 0 || args.skip_bad) && summary.differs == 0;
    Ok(if clean { Exit::Success } else { Exit::Fails })
}

async fn take(
    services: &Services,
    tenant: &Tenant,
    unit: Unit,
    rows: Vec<Admitted>,
    observer: &Observer,
    locale: Locale,
) -> Result<Vec<ProposalOutcome>, CommandError> {
    let issuer: &Issuer = &services.issuer;
    let registered = issuer.registered(tenant).await?;
    let course = ProposalContext { registered, unit: Arc::new(unit), batch: None };
    match issuer.propose(tenant, &course, rows, observer).await {
        // Suspended this moment.
        Err(ProposeError::Barred(row)) => Err(CommandError::new(Exit::Data, barred_row(&row, locale))),
        taken => Ok(taken?),
    }
}

/// Rows that may not be issued from the unit, by line.
fn tell_barred(args: &IssueArgs, barred: &[BarredRow], locale: Locale) {
    for row in barred {
        eprintln!("{}: {}", args.results.display(), barred_row(row, locale));
    }
}

fn barred_row(row: &BarredRow, locale: Locale) -> String {
    let why = unit_sentence::issue_bar(locale, row.bar);
    locale.app_row_refused(args::AppRowRefused { line: row.line, why })
}

/// Rows that are somebody's own, by line.
fn tell_refused(services: &Services, args: &IssueArgs, admission: &Admission, locale: Locale) {
    for refused in &admission.refused {
        let why = services.authorizer(locale).sentence(Action::IssueCredential, refused.denial);
        eprintln!(
            "{}: {}",
            args.results.display(),
            locale.app_row_refused(args::AppRowRefused { line: refused.line, why })
        );
    }
}

fn ids(taken: &[ProposalOutcome]) -> Vec<CredentialId> {
    taken.iter().map(|one| one.credential()).collect()
}

/// Seals everything that waits in the institution; returns what was put off.
pub async fn seal(
    services: &Services,
    tenant: &Tenant,
    observer: Observer,
    locale: Locale,
) -> Result<Vec<(CredentialId, String)>, CommandError> {
    let queue = tenant.queue();
    let waiting = queue.waiting().await?;
    let mut progress = Progress::new(waiting, locale);
    let mut sealers = Sealers::start(services, &queue, Until::Empty, observer).await?;
    let (mut done, mut put_off) = (0, Vec::new());
    while let Some(outcome) = sealers.next().await {
        match outcome {
            SealerEvent::Sealed => done += 1,
            SealerEvent::PutOff(id, trouble) => put_off.push((id, sealing::why(&trouble, locale))),
            SealerEvent::Failed(error) => return Err(error.into()),
        }
        progress.reached(done);
    }
    progress.finish();
    sealers.finish().await;
    settle(&queue, put_off.len()).await?;
    Ok(put_off)
}

/// A server beside us may have the last ones in hand: they are waited for.
async fn settle(queue: &Queue, put_off: usize) -> Result<(), CommandError> {
    let patience = Instant::now() + IN_OTHER_HANDS;
    while queue.waiting().await? > put_off as u64 && Instant::now() < patience {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

#[derive(Serialize)]
struct Summary {
    issued: usize,
    known: usize,
    differs: usize,
    complaints: usize,
    put_off: usize,
    credentials: Vec<export::ExportedFiles>,
    #[serde(skip)]
    troubles: Vec<(CredentialId, String)>,
    #[serde(skip)]
    differing: Vec<CredentialId>,
}

impl Summary {
    fn of(
        taken: &[ProposalOutcome],
        complaints: &[Complaint],
        put_off: &[(CredentialId, String)],
        credentials: Vec<export::ExportedFiles>,
    ) -> Self {
        let has_files = |id: CredentialId| credentials.iter().any(|one| one.credential == id.to_string());
        let new = taken.iter().filter(|one| matches!(one, ProposalOutcome::New(_)));
        let differing: Vec<_> = taken
            .iter()
            .filter_map(|one| match one {
                ProposalOutcome::Differs(id) => Some(*id),
                _ => None,
            })
            .collect();
        Summary {
            issued: new.filter(|one| has_files(one.credential())).count(),
            known: taken.iter().filter(|one| matches!(one, ProposalOutcome::Known(_))).count(),
            differs: differing.len(),
            complaints: complaints.len(),
            put_off: taken.iter().filter(|one| !has_files(one.credential())).count(),
            credentials,
            troubles: put_off.to_vec(),
            differing,
        }
    }

    fn tell(&self, args: &IssueArgs, locale: Locale) -> Result<(), CommandError> {
        for (id, why) in &self.troubles {
            eprintln!("{}", locale.app_put_off(args::AppPutOff { credential: id.to_string(), why }));
        }
        for id in &self.differing {
            eprintln!("{}", locale.app_differs(id.to_string()));
        }
        if args.json {
            say!("{}", serde_json::to_string_pretty(self)?);
        } else {
            say!(
                "{}",
                locale.app_issued(args::AppIssued {
                    folder: args.out.display().to_string(),
                    issued: self.issued,
                    known: self.known
                })
            );
        }
        Ok(())
    }
}

/// Nobody watches.
pub fn unobserved() -> Observer {
    Arc::new(|_: CredentialId, _: Step| {})
}
