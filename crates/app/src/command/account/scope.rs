//! How far a role reaches that is given at the command line: the whole institution, some faculties, or some units.

use std::collections::BTreeSet;

use signet_access::{Role, RoleScope, SCOPE_MAX};
use signet_lang::{Locale, args};
use signet_record::{InstitutionId, Line, UnitId};

use crate::{
    exit::{CommandError, Exit},
    services::Services,
};

/// What was asked for: faculties and units that there are, for a role that can be narrowed.
///
/// # Errors
/// When it says both, the role cannot be narrowed so, or there is no such faculty or unit.
pub async fn read(
    services: &Services,
    (role, institution): (Role, Option<&InstitutionId>),
    (faculties, units): (&[String], &[String]),
    locale: Locale,
) -> Result<RoleScope, CommandError> {
    let usage = |sentence: String| CommandError::new(Exit::Usage, sentence);
    let not_so = || {
        let roles: Vec<&str> = Role::of_accounts().filter(|role| role.can_be_narrowed()).map(Role::code).collect();
        let (role, roles) = (role.code(), roles.join(", "));
        usage(locale.app_account_scope_role(args::AppAccountScopeRole { max: SCOPE_MAX, role, roles }))
    };
    let scope = match (faculties, units, institution) {
        ([], [], _) => return Ok(RoleScope::Whole),
        ([_, ..], [_, ..], _) => return Err(usage(locale.app_account_scope_both())),
        (_, _, None) => return Err(not_so()),
        (faculties, [], Some(institution)) => {
            RoleScope::Faculties(faculties_of(services, institution, faculties, locale).await?)
        }
        ([], units, Some(institution)) => RoleScope::Units(units_of(services, institution, units, locale).await?),
    };
    if role.takes(&scope) { Ok(scope) } else { Err(not_so()) }
}

/// Faculties that units of the institution state.
async fn faculties_of(
    services: &Services,
    institution: &InstitutionId,
    names: &[String],
    locale: Locale,
) -> Result<BTreeSet<Line>, CommandError> {
    let known = services.issuer.store().tenant(institution).faculties().await?;
    let mut chosen = BTreeSet::new();
    for name in names {
        let Some(faculty) = Line::new(name).ok().filter(|faculty| known.contains(faculty)) else {
            let options: Vec<&str> = known.iter().map(Line::as_str).collect();
            let sentence = match options.as_slice() {
                [] => locale.app_account_scope_faculty_none(),
                options => locale.app_account_scope_faculty(args::AppAccountScopeFaculty {
                    faculties: options.join(", "),
                    faculty: name.as_str(),
                }),
            };
            return Err(CommandError::new(Exit::Data, sentence));
        };
        chosen.insert(faculty);
    }
    Ok(chosen)
}

/// Units that the institution has, approved or being written.
async fn units_of(
    services: &Services,
    institution: &InstitutionId,
    ids: &[String],
    locale: Locale,
) -> Result<BTreeSet<UnitId>, CommandError> {
    let tenant = services.issuer.store().tenant(institution);
    let mut chosen = BTreeSet::new();
    for id in ids {
        let unknown = || CommandError::new(Exit::Data, locale.app_account_scope_unit(id.as_str()));
        let unit: UnitId = id.parse().or(Err(unknown()))?;
        if tenant.newest_unit(&unit).await?.is_none() && tenant.unit_draft(&unit).await?.is_none() {
            return Err(unknown());
        }
        chosen.insert(unit);
    }
    Ok(chosen)
}

/// Names of faculties, or ids of units, in their order; none of the whole.
pub fn names(scope: &RoleScope) -> (Vec<String>, Vec<String>) {
    match scope {
        RoleScope::Whole => (Vec::new(), Vec::new()),
        RoleScope::Faculties(names) => (names.iter().map(ToString::to_string).collect(), Vec::new()),
        RoleScope::Units(ids) => (Vec::new(), ids.iter().map(ToString::to_string).collect()),
    }
}
