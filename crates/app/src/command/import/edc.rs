//! `signet import edc`: unsealed European Digital Credentials, as they are uploaded to the EU's software, become proposed awards.

use std::{path::Path, sync::Arc};

use serde_json::{Value, json};
use signet_access::Action;
use signet_credential::{
    Credential, Difference, FormatFinding, Gap, Import, ImportContext, Picture, Severity, UnsealedUploadError,
};
use signet_issue::{ProposalContext, ProposalOutcome, ProposeError, RegisteredInstitution, unit_sentence};
use signet_lang::{Locale, args};
use signet_record::{
    Award, AwardFields, CredentialId, Flaws, Language, PersonId, RunId, Unit, UnitId, results::ResultRow,
};
use signet_store::Tenant;

use crate::{
    cli::ImportEdcArgs,
    command::{credential, issue},
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Elements of a file that the seal, or the register's own rules, fill in anew: nothing is lost with them.
const OURS: [&str; 12] = [
    "$.id",
    "$.identifier",
    "$.issued",
    "$.issuanceDate",
    "$.validFrom",
    "$.issuer",
    "$.evidence",
    "$.credentialSchema",
    "$.displayParameter.individualDisplay",
    "$.displayParameter.language",
    "$.displayParameter.primaryLanguage",
    "$.credentialSubject.identifier",
];

/// What became of one file.
enum Fate {
    /// It is sealed already, or no credential.
    Unreadable(String),
    /// It breaks the format.
    Malformed(Vec<FormatFinding>),
    /// Something is missing.
    Incomplete(Vec<Gap>),
    /// What it says is no award.
    NoAward(Flaws),
    /// It can be proposed, or was.
    Good(Box<Good>),
}

struct Good {
    import: Import,
    is_new_unit: bool,
    /// What has no place in an award.
    left_out: Vec<Difference>,
    has_delivery: bool,
    taken: Option<ProposalOutcome>,
}

/// Takes one file after the other; what is wrong with one does not stop the others.
pub async fn run(services: &Services, args: &ImportEdcArgs, locale: Locale) -> Result<Exit, CommandError> {
    let tenant = super::super::tenant(services, args.institution.as_deref(), locale).await?;
    let registered = services.issuer.registered(&tenant).await?;
    let mut told = Vec::new();
    let mut clean = true;
    for file in &args.files {
        let fate = take(services, &tenant, &registered, file, args, locale).await?;
        clean &= matches!(&fate, Fate::Good(good) if !matches!(good.taken, Some(ProposalOutcome::Differs(_))));
        if args.json {
            told.push(as_json(file, &fate, locale));
        } else {
            tell(file, &fate, locale);
        }
    }
    if args.json {
        say!("{}", serde_json::to_string_pretty(&told)?);
    }
    Ok(if clean { Exit::Success } else { Exit::Fails })
}

async fn take(
    services: &Services,
    tenant: &Tenant,
    registered: &RegisteredInstitution,
    file: &Path,
    args: &ImportEdcArgs,
    locale: Locale,
) -> Result<Fate, CommandError> {
    let bytes = credential::input(file, locale)?;
    let text = String::from_utf8_lossy(&bytes);
    let upload = match signet_credential::read_upload(&text) {
        Ok(upload) => upload,
        Err(UnsealedUploadError::Sealed) => return Ok(Fate::Unreadable(locale.edc_sealed())),
        Err(UnsealedUploadError::Read(error)) => return Ok(Fate::Unreadable(error.sentence(locale))),
    };
    let violations = violations(&upload.credential);
    if !violations.is_empty() {
        return Ok(Fate::Malformed(violations));
    }
    let usage = |sentence: String| CommandError::new(Exit::Usage, sentence);
    let flawed = |flaw: &signet_record::Flaw| usage(locale.flaw(flaw));
    let named = args.unit.as_deref().map(UnitId::new).transpose().map_err(|flaw| flawed(&flaw))?;
    let person = args.person.as_deref().map(PersonId::new).transpose().map_err(|flaw| flawed(&flaw))?;
    let run = args.run.as_deref().map(RunId::new).transpose().map_err(|flaw| flawed(&flaw))?;
    let wanted = named.clone().or_else(|| signet_credential::unit_named(&upload.credential).map(|(id, _)| id));
    let known = match &wanted {
        Some(id) => match tenant.newest_unit(id).await? {
            Some(_) => Some(services.issuer.unit(tenant, id).await?),
            None if named.is_some() => return Err(usage(locale.edc_unit_unknown(id.to_string()))),
            None => None,
        },
        None => None,
    };
    let context = ImportContext {
        institution: &registered.institution,
        unit: known.as_deref(),
        person: person.as_ref(),
        run: run.as_ref(),
    };
    let import = match signet_credential::import(&upload.credential, &context) {
        Ok(import) => import,
        Err(gaps) => return Ok(Fate::Incomplete(gaps)),
    };
    let award = match award(&import, registered, services) {
        Ok(award) => award,
        Err(flaws) => return Ok(Fate::NoAward(flaws)),
    };
    let left_out = left_out(&upload.credential, &award)?;
    let taken = if args.check {
        None
    } else {
        Some(propose(services, tenant, registered, &import, known.is_none(), locale).await?)
    };
    let is_new_unit = known.is_none();
    Ok(Fate::Good(Box::new(Good { import, is_new_unit, left_out, has_delivery: upload.has_delivery, taken })))
}

/// What breaks the format, but for what only the seal fills in: its moment, and the issuer's legal identifier.
fn violations(credential: &Credential) -> Vec<FormatFinding> {
    let findings = signet_credential::check(credential).into_iter();
    findings.filter(|finding| finding.severity() == Severity::Violation && !finding.is_filled_by_seal()).collect()
}

/// The award that would be proposed.
fn award(import: &Import, registered: &RegisteredInstitution, services: &Services) -> Result<Award, Flaws> {
    let fields = AwardFields {
        id: CredentialId::from_random([0; 16]),
        revision: 0,
        supersedes: None,
        institution: Arc::clone(&registered.institution),
        sealing: Arc::clone(&registered.sealing),
        unit: Arc::new(import.unit.clone()),
        run: import.run.clone(),
        holder: import.holder.clone(),
        outcome: import.outcome.clone(),
    };
    Award::new(fields, services.issuer.today())
}

/// What the file says and our credential of the award would not.
fn left_out(credential: &Credential, award: &Award) -> Result<Vec<Difference>, CommandError> {
    let identity = credential::identity(award);
    // Its picture will be another one: the start of a JPEG stands for it.
    let picture = Picture { language: Language::Cs, jpeg: b"\xff\xd8\xff".to_vec() };
    let text = signet_credential::compose(award, &identity, &[picture], jiff::Timestamp::UNIX_EPOCH, None)?;
    let differences = signet_credential::diff(credential, &signet_credential::read(&text)?);
    let ours = |path: &str| OURS.iter().any(|known| path.strip_prefix(known).is_some_and(ends_a_name));
    Ok(differences.into_iter().filter(|one| one.before.is_some() && !ours(&one.path)).collect())
}

fn ends_a_name(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['.', '['])
}

async fn propose(
    services: &Services,
    tenant: &Tenant,
    registered: &RegisteredInstitution,
    import: &Import,
    is_new_unit: bool,
    locale: Locale,
) -> Result<ProposalOutcome, CommandError> {
    if is_new_unit {
        super::put_unit(services, tenant, &import.unit, locale).await?;
    }
    let unit: Arc<Unit> = Arc::new(import.unit.clone());
    let course = ProposalContext { registered: registered.clone(), unit, batch: None };
    let (holder, outcome) = (import.holder.clone(), import.outcome.clone());
    let row = ResultRow { line: 1, holder, run: import.run.clone(), outcome };
    let authorizer = services.authorizer(locale);
    let admission = authorizer.admit(tenant, &import.unit.id, vec![row]).await?;
    if let Some(refused) = admission.refused.first() {
        return Err(CommandError::new(
            Exit::NotPermitted,
            authorizer.sentence(Action::IssueCredential, refused.denial),
        ));
    }
    let taken = match services.issuer.propose(tenant, &course, admission.admitted, &issue::unobserved()).await {
        Err(ProposeError::Barred(barred)) => {
            return Err(CommandError::new(Exit::Data, unit_sentence::issue_bar(locale, barred.bar)));
        }
        taken => taken?,
    };
    taken.first().copied().ok_or_else(|| CommandError::new(Exit::Software, locale.edc_nothing()))
}

/// Nothing that is printed names the person.
fn tell(file: &Path, fate: &Fate, locale: Locale) {
    let name = file.display();
    let good = match fate {
        Fate::Unreadable(sentence) => return eprintln!("{name}: {sentence}"),
        Fate::Malformed(findings) => {
            for finding in findings {
                eprintln!("{name}: {}", credential::finding_line(finding, locale));
            }
            return;
        }
        Fate::Incomplete(gaps) => return gaps.iter().for_each(|gap| eprintln!("{name}: {}", gap_line(gap, locale))),
        Fate::NoAward(flaws) => return flaws.iter().for_each(|flaw| eprintln!("{name}: {}", locale.flaw(flaw))),
        Fate::Good(good) => good,
    };
    let unit = format!("{}/{}", good.import.unit.id, good.import.unit.version);
    if good.is_new_unit {
        say!("{name}: {}", locale.edc_new_unit(&unit));
    }
    match good.taken {
        None => say!(
            "{name}: {}",
            locale.edc_would_propose(args::EdcWouldPropose { run: good.import.run.to_string(), unit: &unit })
        ),
        Some(ProposalOutcome::New(id)) => say!("{name}: {}", locale.edc_proposed(id.to_string())),
        Some(ProposalOutcome::Known(id)) => say!("{name}: {}", locale.edc_known(id.to_string())),
        Some(ProposalOutcome::Differs(id)) => eprintln!("{name}: {}", locale.edc_differs(id.to_string())),
    }
    if good.has_delivery {
        say!("{name}: {}", locale.edc_delivery());
    }
    if !good.left_out.is_empty() {
        say!("{name}: {}", locale.edc_left_out(good.left_out.len()));
        good.left_out.iter().for_each(|one| say!("  {}", one.path));
    }
}

fn gap_line(gap: &Gap, locale: Locale) -> String {
    let problem = locale.problem(&gap.problem);
    match gap.annex {
        Some(item) => locale.edc_gap_of_item(args::EdcGapOfItem {
            item: locale.annex_item(item),
            number: item.number(),
            path: &gap.path,
            problem,
        }),
        None => locale.edc_gap(args::EdcGap { path: &gap.path, problem }),
    }
}

fn as_json(file: &Path, fate: &Fate, locale: Locale) -> Value {
    let mut told = json!({ "file": file.display().to_string() });
    let more = match fate {
        Fate::Unreadable(sentence) => json!({ "outcome": "refused", "sentence": sentence }),
        Fate::Malformed(findings) => {
            let findings: Vec<Value> = findings.iter().map(|one| credential::finding_json(one, locale)).collect();
            json!({ "outcome": "refused", "findings": findings })
        }
        Fate::Incomplete(gaps) => {
            let gap = |gap: &Gap| {
                json!({
                    "path": gap.path,
                    "annex": gap.annex.map(|item| json!({ "number": item.number(), "label": locale.annex_item(item) })),
                    "problem": gap.problem.code(),
                    "sentence": locale.problem(&gap.problem),
                })
            };
            json!({ "outcome": "refused", "gaps": gaps.iter().map(gap).collect::<Vec<_>>() })
        }
        Fate::NoAward(flaws) => {
            let flaws = flaws.iter().map(|flaw| json!({ "field": flaw.field, "problem": flaw.problem.code() }));
            json!({ "outcome": "refused", "flaws": flaws.collect::<Vec<_>>() })
        }
        Fate::Good(good) => {
            let outcome = match good.taken {
                None => "would_propose",
                Some(ProposalOutcome::New(_)) => "proposed",
                Some(ProposalOutcome::Known(_)) => "known",
                Some(ProposalOutcome::Differs(_)) => "differs",
            };
            json!({
                "outcome": outcome,
                "credential": good.taken.map(|taken| taken.credential().to_string()),
                "unit": { "id": good.import.unit.id, "version": good.import.unit.version, "new": good.is_new_unit },
                "run": good.import.run,
                "left_out": good.left_out.iter().map(|one| one.path.clone()).collect::<Vec<_>>(),
            })
        }
    };
    if let (Value::Object(told), Value::Object(more)) = (&mut told, more) {
        told.extend(more);
    }
    told
}
