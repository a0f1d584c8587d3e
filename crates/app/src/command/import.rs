//! `signet import`: institutions, units of learning and unsealed credentials into the register.

mod edc;

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use signet_access::{Action, Target, UnitPlace};
use signet_credential::view::{BodyIdentifier, BodyView, IdentifierKind};
use signet_issue::{DescribeError, RegisteredInstitution};
use signet_lang::{Locale, args};
use signet_record::{
    Complaint, Institution, Language, SealedStatement, SealingIssuer, Unit,
    institution_file::{self, InstitutionFile},
    unit_file,
};
use signet_store::{PutUnitError, Tenant};
use signet_verify::{CertifiedBody, ExpectedMandate, MandateStatement};

use crate::{
    cli::{ImportArgs, ImportCommand},
    exit::{CommandError, Exit},
    input::unreadable,
    services::Services,
    terminal::say,
};

/// Reads all files first; only when none has a complaint is anything kept.
pub async fn run(services: &Services, args: &ImportArgs, locale: Locale) -> Result<Exit, CommandError> {
    if let Some(ImportCommand::Edc(args)) = &args.other {
        return edc::run(services, args, locale).await;
    }
    let mut institutions: Vec<InstitutionSource> = Vec::new();
    let mut units = Vec::new();
    let mut complaints = 0;
    for path in &args.files {
        let read = read(path, locale)?;
        match read {
            Ok(Imported::Institution(file)) => institutions.push(*file),
            Ok(Imported::Unit(unit)) => units.push(*unit),
            Err(found) => {
                complaints += found.len();
                tell(path, &found, locale);
            }
        }
    }
    if complaints > 0 {
        return Ok(Exit::Data);
    }
    let changes = institution_changes(services, &institutions, locale).await?;
    if args.check {
        say!("{}", locale.app_import_checked(institutions.len() + units.len()));
        return Ok(Exit::Success);
    }
    put_institutions(services, &changes, locale).await?;
    if !units.is_empty() {
        let tenant = super::tenant(services, args.institution.as_deref(), locale).await?;
        for unit in &units {
            put_unit(services, &tenant, unit, locale).await?;
        }
    }
    say!("{}", locale.app_imported(args::AppImported { institutions: institutions.len(), units: units.len() }));
    Ok(Exit::Success)
}

/// The file of an institution, read.
pub struct InstitutionSource {
    /// What it says.
    pub file: InstitutionFile,
    /// Where the sealed mandate lies that it names, if it names one.
    pub sealed_mandate: Option<PathBuf>,
}

enum Imported {
    Institution(Box<InstitutionSource>),
    Unit(Box<Unit>),
}

fn read(path: &Path, locale: Locale) -> Result<Result<Imported, Vec<Complaint>>, CommandError> {
    let bytes = input(path, locale)?;
    let is_institution =
        String::from_utf8_lossy(&bytes).lines().any(|line| line.trim_start().starts_with("eidas_identifier"));
    if !is_institution {
        return Ok(unit_file::parse(&bytes).map(|unit| Imported::Unit(Box::new(unit))));
    }
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let beside = RefCell::new(Vec::new());
    let read = institution_file::parse(&bytes, |name| {
        let path = folder.join(name);
        let bytes = fs::read(&path).ok()?;
        beside.borrow_mut().push((path, bytes.clone()));
        Some(bytes)
    });
    let beside = beside.into_inner();
    Ok(read.map(|file| {
        let sealed = file.sealed_by.as_ref().and_then(|by| by.mandate.sealed.as_ref()).map(SealedStatement::bytes);
        let sealed_mandate =
            beside.into_iter().find(|(_, bytes)| Some(bytes.as_slice()) == sealed).map(|(path, _)| path);
        Imported::Institution(Box::new(InstitutionSource { file, sealed_mandate }))
    }))
}

/// The bytes of a file that was named on the command line.
pub fn input(path: &Path, locale: Locale) -> Result<Vec<u8>, CommandError> {
    fs::read(path).map_err(|error| unreadable(path, &error, Exit::NoInput, locale))
}

/// Each complaint on a line: file, line, column, field, and what would be right.
pub fn tell(path: &Path, complaints: &[Complaint], locale: Locale) {
    for complaint in complaints {
        eprintln!("{}: {}", path.display(), locale.complaint(complaint));
    }
}

/// Institutions with whoever seals for them; all of it is judged before any of it is kept.
///
/// # Errors
/// When a body that is to seal is not known, or a mandate or a name would prove nothing.
pub async fn institution_changes(
    services: &Services,
    sources: &[InstitutionSource],
    locale: Locale,
) -> Result<Vec<RegisteredInstitution>, CommandError> {
    let operator = services.issuer.store().operator();
    let mut known: BTreeMap<String, Arc<Institution>> = BTreeMap::new();
    for stored in operator.institutions().await? {
        known.insert(stored.id.to_string(), RegisteredInstitution::from_document(&stored.document)?.institution);
    }
    let own = |source: &InstitutionSource| {
        let institution = &source.file.institution;
        (institution.id.to_string(), Arc::new(institution.clone()))
    };
    known.extend(sources.iter().map(own));
    let mut changes = Vec::with_capacity(sources.len());
    for source in sources {
        let institution = &source.file.institution;
        let sealing = match &source.file.sealed_by {
            None => SealingIssuer::AwardingBody,
            Some(by) => {
                let issuer = known.get(by.issuer.as_str()).ok_or_else(|| {
                    CommandError::new(
                        Exit::Data,
                        locale.app_sealer_unknown(args::AppSealerUnknown {
                            institution: institution.id.to_string(),
                            sealer: by.issuer.to_string(),
                        }),
                    )
                })?;
                if let Some(sealed) = &by.mandate.sealed {
                    check_mandate(services, source, sealed, issuer, locale)?;
                }
                SealingIssuer::Mandated { issuer: Box::new((**issuer).clone()), mandate: by.mandate.clone() }
            }
        };
        check_name(services, institution, locale)?;
        changes.push(RegisteredInstitution {
            institution: Arc::new(institution.clone()),
            sealing: Arc::new(sealing),
            rules: source.file.rules,
        });
    }
    Ok(changes)
}

/// Keeps institutions, those that are not kept as they are.
///
/// # Errors
/// When it may not be done, or the register fails.
pub async fn put_institutions(
    services: &Services,
    changes: &[RegisteredInstitution],
    locale: Locale,
) -> Result<(), CommandError> {
    for registered in changes {
        let change = services.issuer.institution_change(registered).await?;
        let Some(action) = change else { continue };
        let target = match action {
            Action::ManageInstitution => Target::Institution(&registered.institution.id),
            _ => Target::Service,
        };
        let permit = services.authorizer(locale).permit(action, &target).await?;
        services.issuer.put_institution(registered, permit).await?;
    }
    Ok(())
}

/// An institution that its own seal certificate calls otherwise would award what no verifier could tell it awarded.
fn check_name(services: &Services, institution: &Institution, locale: Locale) -> Result<(), CommandError> {
    let Some(sealer) = services.issuer.sealer(&institution.eidas_identifier.to_string()) else { return Ok(()) };
    let body = CertifiedBody::of(sealer.signer().seal_certificate());
    let identifier = institution.eidas_identifier.to_string();
    let legal = BodyIdentifier { kind: IdentifierKind::Legal, notation: &identifier, country: None };
    let said = BodyView {
        names: Language::ALL.map(|language| (language.code(), institution.legal_name.text(language))).to_vec(),
        identifiers: vec![legal],
        countries: vec![institution.country.code()],
    };
    if body.is_described_by(&said) {
        return Ok(());
    }
    let (own, certified) = (institution.legal_name.text(Language::Cs).to_owned(), body.name.unwrap_or_default());
    Err(CommandError::new(
        Exit::Data,
        locale.app_institution_name(args::AppInstitutionName { certified, identifier, own }),
    ))
}

/// A mandate that proves nothing would be carried by every credential: its seal is judged before it is kept.
fn check_mandate(
    services: &Services,
    source: &InstitutionSource,
    sealed: &SealedStatement,
    sealing: &Institution,
    locale: Locale,
) -> Result<(), CommandError> {
    let awarding = &source.file.institution;
    let (from, to) = (awarding.eidas_identifier.to_string(), sealing.eidas_identifier.to_string());
    let expected = ExpectedMandate {
        awarding_body: &from,
        sealing_body: &to,
        sealing_is_test: services.issuer.sealer(&to).map(|sealer| sealer.policy().test),
    };
    let trust = services.fetcher.trust();
    let Err(unfit) = MandateStatement::check(sealed.bytes(), &expected, trust, services.issuer.now()) else {
        return Ok(());
    };
    let file = source.sealed_mandate.as_ref().map_or("sealed_mandate".to_owned(), |path| path.display().to_string());
    let name = |institution: &Institution| institution.legal_name.text(locale.language()).to_owned();
    let sentence = locale.seal_mandate_import(args::SealMandateImport {
        awarding: name(awarding),
        file,
        reason: unfit.into(),
        sealing: name(sealing),
    });
    Err(CommandError::new(Exit::Data, sentence))
}

/// Keeps a version of a unit. The same version again must say the same. What is in the register may be issued for, so that takes
/// leave to describe units and leave to approve them.
pub async fn put_unit(services: &Services, tenant: &Tenant, unit: &Unit, locale: Locale) -> Result<(), CommandError> {
    if services.issuer.has_unit(tenant, unit).await? {
        return Ok(());
    }
    let place = UnitPlace::of(unit);
    let target = Target::Unit { institution: tenant.id(), guarantor: None, place: Some(&place) };
    let authorizer = services.authorizer(locale);
    let edit = authorizer.permit(Action::EditUnit, &target).await?;
    let approve = authorizer.permit(Action::ApproveUnit, &target).await?;
    match services.issuer.put_unit(tenant, unit, edit, approve).await {
        Ok(()) => Ok(()),
        Err(DescribeError::Unit(PutUnitError::Changed { .. })) => Err(CommandError::new(
            Exit::Data,
            locale.app_unit_version(args::AppUnitVersion { unit: unit.id.to_string(), version: unit.version }),
        )),
        Err(DescribeError::HasLedger(unit)) => {
            Err(CommandError::new(Exit::Data, locale.app_unit_has_ledger(unit.to_string())))
        }
        Err(error) => Err(error.into()),
    }
}
