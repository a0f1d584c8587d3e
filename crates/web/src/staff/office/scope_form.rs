//! How far a role reaches that is being given: the whole institution, some faculties, or some units.

use std::collections::BTreeSet;

use signet_access::{Role, RoleScope, SCOPE_MAX};
use signet_lang::Locale;
use signet_record::{Line, UnitId};
use signet_store::{StoreError, Tenant};

use crate::{
    sent_fields::SentFields,
    view::{Choice, FieldProblem},
};

const WHOLE: &str = "whole";
const FACULTIES: &str = "faculties";
const UNITS: &str = "units";

/// What stands in the fields.
#[derive(Clone, Default)]
pub struct ScopeFields {
    /// Code of one of the three.
    pub reach: String,
    /// The faculties that are ticked.
    pub faculties: BTreeSet<String>,
    /// Codes of units, as they were typed.
    pub units: String,
}

/// What there is to choose from.
#[derive(Clone, Default)]
pub struct ScopeChoices {
    /// The three.
    pub reaches: Vec<Choice>,
    /// The faculties that units of the institution state.
    pub faculties: Vec<Choice>,
}

impl ScopeFields {
    /// The whole institution.
    pub fn whole() -> Self {
        ScopeFields { reach: WHOLE.to_owned(), ..ScopeFields::default() }
    }

    /// What was sent.
    pub fn of(sent: &SentFields) -> Self {
        ScopeFields {
            reach: sent.get("reach").to_owned(),
            faculties: sent.each("faculty").collect(),
            units: sent.get("units").to_owned(),
        }
    }

    /// What the fields say, for a role that may be narrowed so, of faculties and units that there are.
    ///
    /// # Errors
    /// When the register does not answer; the inner one says what is wrong with a field.
    pub async fn read(
        &self,
        tenant: &Tenant,
        role: Option<Role>,
        l: Locale,
    ) -> Result<Result<RoleScope, FieldProblem>, StoreError> {
        let wrong = |field, sentence| Ok(Err(FieldProblem { field, sentence }));
        let scope = match self.reach.as_str() {
            WHOLE => return Ok(Ok(RoleScope::Whole)),
            FACULTIES => {
                let known = tenant.faculties().await?;
                let chosen: Option<BTreeSet<Line>> = self
                    .faculties
                    .iter()
                    .map(|name| Line::new(name).ok().filter(|name| known.contains(name)))
                    .collect();
                match chosen.filter(|chosen| (1..=SCOPE_MAX).contains(&chosen.len())) {
                    Some(chosen) => RoleScope::Faculties(chosen),
                    None => return wrong("faculties", l.web_staff_roles_problem_faculties(SCOPE_MAX)),
                }
            }
            UNITS => {
                let typed = self.units.split([',', ';', '\n', ' ', '\r']).map(str::trim).filter(|id| !id.is_empty());
                let mut chosen = BTreeSet::new();
                for id in typed.take(SCOPE_MAX + 1) {
                    let there = match id.parse::<UnitId>() {
                        Ok(unit) if is_there(tenant, &unit).await? => Some(unit),
                        _ => None,
                    };
                    match there {
                        Some(unit) => chosen.insert(unit),
                        None => {
                            let id: String = id.chars().filter(|c| !c.is_control()).take(64).collect();
                            return wrong("units", l.web_staff_roles_problem_no_unit(id));
                        }
                    };
                }
                if !(1..=SCOPE_MAX).contains(&chosen.len()) {
                    return wrong("units", l.web_staff_roles_problem_units(SCOPE_MAX));
                }
                RoleScope::Units(chosen)
            }
            _ => return wrong("reach", l.web_staff_roles_problem_reach()),
        };
        match role {
            Some(role) if !role.takes(&scope) => wrong("reach", l.web_staff_roles_problem_scope()),
            _ => Ok(Ok(scope)),
        }
    }

    /// What there is to choose from, with what is chosen.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn choices(&self, tenant: &Tenant, l: Locale) -> Result<ScopeChoices, StoreError> {
        let faculties = tenant.faculties().await?;
        let faculty = |name: &Line| Choice {
            value: name.to_string(),
            label: name.to_string(),
            chosen: self.faculties.contains(name.as_str()),
        };
        Ok(ScopeChoices {
            reaches: self.reaches(!faculties.is_empty(), l),
            faculties: faculties.iter().map(faculty).collect(),
        })
    }

    /// The three, the second only where units state faculties.
    pub fn reaches(&self, has_faculties: bool, l: Locale) -> Vec<Choice> {
        let faculties = has_faculties.then(|| (FACULTIES, l.web_staff_roles_reach_faculties()));
        let units = Some((UNITS, l.web_staff_roles_reach_units()));
        let all = [Some((WHOLE, l.web_staff_roles_reach_whole())), faculties, units].into_iter().flatten();
        all.map(|(code, label)| Choice::new(code, label, &self.reach)).collect()
    }
}

async fn is_there(tenant: &Tenant, unit: &UnitId) -> Result<bool, StoreError> {
    Ok(tenant.newest_unit(unit).await?.is_some() || tenant.unit_draft(unit).await?.is_some())
}
