//! `signet import`: institutions, units of learning and unsealed credentials into the register.

mod edc;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use signet_access::{Action, Target};
use signet_credential::view::{BodyIdentifier, BodyView, IdentifierKind};
use signet_issue::{DescribeError, RegisteredInstitution};
use signet_lang::Locale;
use signet_record::{
    Complaint, Institution, Language, SealingIssuer, Unit,
    institution_file::{self, InstitutionFile},
    unit_file,
};
use signet_store::{PutUnitError, Tenant};
use signet_verify::{CertifiedBody, MandateStatement};

use crate::{
    cli::{ImportArgs, ImportCommand},
    exit::{CommandError, Exit},
    file,
    services::Services,
    terminal::say,
};

/// Reads all files first; only when none has a complaint is anything kept.
pub async fn run(services: &Services, args: &ImportArgs, locale: Locale) -> Result<Exit, CommandError> {
    if let Some(ImportCommand::Edc(args)) = &args.other {
        return edc::run(services, args, locale).await;
    }
    let mut institutions = Vec::new();
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
    if args.check {
        say!("{}", locale.app_import_checked(institutions.len() + units.len()));
        return Ok(Exit::Success);
    }
    put_institutions(services, &institutions, locale).await?;
    if !units.is_empty() {
        let tenant = super::tenant(services, args.institution.as_deref(), locale).await?;
        for unit in &units {
            put_unit(services, &tenant, unit, locale).await?;
        }
    }
    say!("{}", locale.app_imported(institutions.len(), units.len()));
    Ok(Exit::Success)
}

enum Imported {
    Institution(Box<InstitutionFile>),
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
    let read = institution_file::parse(&bytes, |name| fs::read(folder.join(name)).ok());
    Ok(read.map(|file| Imported::Institution(Box::new(file))))
}

/// The bytes of a file that was named on the command line.
pub fn input(path: &Path, locale: Locale) -> Result<Vec<u8>, CommandError> {
    fs::read(path).map_err(|error| file::unreadable(path, &error, Exit::NoInput, locale))
}

/// Each complaint on a line: file, line, column, field, and what would be right.
pub fn tell(path: &Path, complaints: &[Complaint], locale: Locale) {
    for complaint in complaints {
        eprintln!("{}: {}", path.display(), locale.complaint(complaint));
    }
}

/// Keeps institutions, those that others are sealed by first.
pub async fn put_institutions(
    services: &Services,
    files: &[InstitutionFile],
    locale: Locale,
) -> Result<(), CommandError> {
    let operator = services.issuer.store().operator();
    let mut known: BTreeMap<String, Arc<Institution>> = BTreeMap::new();
    for stored in operator.institutions().await? {
        known.insert(stored.id.to_string(), RegisteredInstitution::from_document(&stored.document)?.institution);
    }
    known.extend(files.iter().map(|file| (file.institution.id.to_string(), Arc::new(file.institution.clone()))));
    for file in files {
        let sealing = match &file.sealed_by {
            None => SealingIssuer::AwardingBody,
            Some(by) => {
                let issuer = known.get(by.issuer.as_str()).ok_or_else(|| {
                    CommandError::new(
                        Exit::Data,
                        locale.app_sealer_unknown(file.institution.id.to_string(), by.issuer.to_string()),
                    )
                })?;
                if let Some(sealed) = &by.mandate.sealed {
                    check_mandate(sealed.bytes(), &file.institution, issuer, locale)?;
                }
                SealingIssuer::Mandated { issuer: Box::new((**issuer).clone()), mandate: by.mandate.clone() }
            }
        };
        check_name(services, &file.institution, locale)?;
        let registered =
            RegisteredInstitution { institution: Arc::new(file.institution.clone()), sealing: Arc::new(sealing) };
        let change = services.issuer.institution_change(&registered).await?;
        let Some(action) = change else { continue };
        let target = match action {
            Action::ManageInstitution => Target::Institution(&file.institution.id),
            _ => Target::Service,
        };
        let permit = services.authorizer(locale).permit(action, &target).await?;
        services.issuer.put_institution(&registered, permit).await?;
    }
    Ok(())
}

/// An institution that its own seal certificate calls otherwise would award what no verifier could tell it awarded.
fn check_name(services: &Services, institution: &Institution, locale: Locale) -> Result<(), CommandError> {
    let Some(sealer) = services.issuer.sealer(&institution.eidas_identifier.to_string()) else { return Ok(()) };
    let Some(body) = sealer.signer().chain().first().map(CertifiedBody::of) else { return Ok(()) };
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
    Err(CommandError::new(Exit::Data, locale.app_institution_name(certified, identifier, own)))
}

/// A mandate that is not about these two would be carried by every credential and prove nothing. What its seal is worth is for whoever
/// verifies a credential to find out.
fn check_mandate(
    sealed: &[u8],
    awarding: &Institution,
    sealing: &Institution,
    locale: Locale,
) -> Result<(), CommandError> {
    let (from, to) = (awarding.eidas_identifier.to_string(), sealing.eidas_identifier.to_string());
    if MandateStatement::read(sealed).is_ok_and(|statement| statement.is_between(&from, &to)) {
        return Ok(());
    }
    let name = |institution: &Institution| institution.legal_name.text(locale.language()).to_owned();
    let sentence = locale.seal_mandate_import(name(awarding), "sealed_mandate", name(sealing));
    Err(CommandError::new(Exit::Data, sentence))
}

/// Keeps a version of a unit. The same version again must say the same. What is in the register may be issued for, so that takes
/// leave to describe units and leave to approve them.
pub async fn put_unit(services: &Services, tenant: &Tenant, unit: &Unit, locale: Locale) -> Result<(), CommandError> {
    if services.issuer.has_unit(tenant, unit).await? {
        return Ok(());
    }
    let target = Target::Unit { institution: tenant.id(), guarantor: None };
    let authorizer = services.authorizer(locale);
    let edit = authorizer.permit(Action::EditUnit, &target).await?;
    let approve = authorizer.permit(Action::ApproveUnit, &target).await?;
    match services.issuer.put_unit(tenant, unit, edit, approve).await {
        Ok(()) => Ok(()),
        Err(DescribeError::Unit(PutUnitError::Changed { .. })) => {
            Err(CommandError::new(Exit::Data, locale.app_unit_version(unit.id.to_string(), unit.version)))
        }
        Err(error) => Err(error.into()),
    }
}
