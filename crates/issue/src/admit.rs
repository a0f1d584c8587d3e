//! Who may enter which rows of a sheet: nobody their own, under whatever number.

use std::collections::BTreeMap;

use signet_access::{Action, Actor, Denial, Permit, Target, UnitPlace, first_allowed};
use signet_record::{Holder, PersonId, UnitId, results::ResultRow};
use signet_store::{StoreError, StoredCredential, Tenant};

use crate::{issuer::Issuer, name_words::name_words};

/// Rows that are asked about before others have their turn.
const TOGETHER: usize = 256;

/// A row with leave to enter and to issue it.
#[derive(Debug)]
pub struct Admitted {
    pub(crate) row: ResultRow,
    pub(crate) enter: Permit,
    pub(crate) issue: Permit,
}

/// A row that whoever hands the sheet in may not issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeniedRow {
    /// Its line.
    pub line: u64,
    /// The reason of the denial.
    pub denial: Denial,
}

/// The rows of a sheet, divided.
#[derive(Debug, Default)]
pub struct Admission {
    /// What may be proposed.
    pub admitted: Vec<Admitted>,
    /// What may not, in the order of the sheet.
    pub refused: Vec<DeniedRow>,
}

impl Issuer {
    /// Asks about each row of a sheet of a unit, for one person in all their roles.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn admit(
        &self,
        tenant: &Tenant,
        unit: &UnitId,
        actors: &[Actor],
        rows: Vec<ResultRow>,
    ) -> Result<Admission, StoreError> {
        let (own, place) = (own(tenant, actors).await?, tenant.unit_place(unit).await?);
        let mut admission = Admission::default();
        for (number, row) in rows.into_iter().enumerate() {
            // The largest sheet has tens of thousands of rows: others are answered between them.
            if number % TOGETHER == TOGETHER - 1 {
                tokio::task::yield_now().await;
            }
            let holder = holder_in_question(&own, &row.holder);
            let (of_result, of_credential) = (result_of(tenant, holder, &place), credential_of(tenant, holder, &place));
            let enter = first_allowed(actors, Action::EnterResult, &of_result);
            let issue = || first_allowed(actors, Action::IssueCredential, &of_credential);
            match enter.and_then(|enter| Ok((enter, issue()?))) {
                Ok((enter, issue)) => admission.admitted.push(Admitted { row, enter, issue }),
                Err(denial) => admission.refused.push(DeniedRow { line: row.line, denial }),
            }
        }
        Ok(admission)
    }

    /// Asks about an act on a credential, for one person in all their roles.
    ///
    /// # Errors
    /// When the register cannot be read; the inner one when it may not be done.
    pub async fn ask(
        &self,
        tenant: &Tenant,
        actors: &[Actor],
        action: Action,
        credential: &StoredCredential,
    ) -> Result<Result<Permit, Denial>, StoreError> {
        Asker::of(tenant, actors).ask(action, credential).await
    }
}

/// Asks about credentials one after another. Who asks, and where a unit stands, is read once for all of them.
pub(crate) struct Asker<'a> {
    tenant: &'a Tenant,
    actors: &'a [Actor],
    own: Option<Own>,
    places: UnitPlaces<'a>,
}

impl<'a> Asker<'a> {
    pub fn of(tenant: &'a Tenant, actors: &'a [Actor]) -> Asker<'a> {
        Asker { tenant, actors, own: None, places: UnitPlaces::of(tenant) }
    }

    /// Asks about an act on one of them; the inner error when it may not be done.
    pub async fn ask(
        &mut self,
        action: Action,
        credential: &StoredCredential,
    ) -> Result<Result<Permit, Denial>, StoreError> {
        if self.own.is_none() && action.needs_another_person() {
            self.own = Some(own(self.tenant, self.actors).await?);
        }
        let holder = match &self.own {
            Some(own) if action.needs_another_person() => holder_in_question(own, &credential.holder),
            _ => &credential.holder.person,
        };
        let place = self.places.place(&credential.key.unit).await?;
        Ok(first_allowed(self.actors, action, &credential_of(self.tenant, holder, place)))
    }

    /// Where a unit stands.
    pub async fn place(&mut self, unit: &UnitId) -> Result<&UnitPlace, StoreError> {
        self.places.place(unit).await
    }
}

/// Where units stand, each looked up once.
pub(crate) struct UnitPlaces<'a> {
    tenant: &'a Tenant,
    known: BTreeMap<UnitId, UnitPlace>,
}

impl<'a> UnitPlaces<'a> {
    pub fn of(tenant: &'a Tenant) -> UnitPlaces<'a> {
        UnitPlaces { tenant, known: BTreeMap::new() }
    }

    pub async fn place(&mut self, unit: &UnitId) -> Result<&UnitPlace, StoreError> {
        let place = match self.known.remove(unit) {
            Some(known) => known,
            None => self.tenant.unit_place(unit).await?,
        };
        Ok(self.known.entry(unit.clone()).or_insert(place))
    }
}

/// The result of a person in a sheet, which belongs to no run that somebody assesses.
pub(crate) fn result_of<'a>(tenant: &'a Tenant, holder: &'a PersonId, place: &'a UnitPlace) -> Target<'a> {
    Target::Result { institution: tenant.id(), holder, guarantor: None, assessors: &[], place: Some(place) }
}

/// A credential of a unit.
pub(crate) fn credential_of<'a>(tenant: &'a Tenant, holder: &'a PersonId, place: &'a UnitPlace) -> Target<'a> {
    Target::Credential { institution: tenant.id(), holder, guarantor: None, place: Some(place) }
}

/// Those among the actors whom the institution's own records know.
#[derive(Default)]
pub(crate) struct Own(Vec<Holder>);

pub(crate) async fn own(tenant: &Tenant, actors: &[Actor]) -> Result<Own, StoreError> {
    let mut known: Vec<Holder> = Vec::new();
    for person in actors.iter().filter_map(Actor::person) {
        if known.iter().all(|one| one.person != *person) {
            known.extend(tenant.person(person).await?);
        }
    }
    Ok(Own(known))
}

/// Whose credential it is. Somebody with the actor's own names and day of birth is the actor, whatever number stands in the sheet:
/// where that is a namesake, a colleague issues it.
pub(crate) fn holder_in_question<'a>(own: &'a Own, holder: &'a Holder) -> &'a PersonId {
    let same = |one: &&Holder| one.born == holder.born && names(one) == names(holder);
    own.0.iter().find(same).map_or(&holder.person, |one| &one.person)
}

fn names(holder: &Holder) -> Vec<String> {
    name_words(&holder.name_without_titles())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::{Date, HolderFields, Line, Timestamp, specimen};

    use super::*;

    fn holder(person: &str, given: &str, family: &str, born: Date) -> Holder {
        let line = |text: &str| Some(Line::new(text).unwrap());
        Holder::new(HolderFields {
            person: PersonId::new(person).unwrap(),
            given_name: line(given),
            family_name: line(family),
            titles_before: None,
            titles_after: None,
            born,
            birth_place: None,
            birth_country: None,
            email: None,
        })
        .unwrap()
    }

    #[test]
    fn another_number_does_not_make_another_person() {
        let born = Date::constant(1980, 5, 17);
        let own = Own(vec![holder("U-1", "Marie", "Nováková", born)]);
        for (given, family) in [("Marie", "Nováková"), ("MARIE", "Novakova"), ("Nováková", "Marie")] {
            let again = holder("U-2", given, family, born);
            assert_eq!(holder_in_question(&own, &again).as_str(), "U-1", "{given} {family}");
        }
        let younger = holder("U-3", "Marie", "Nováková", Date::constant(1981, 5, 17));
        assert_eq!(holder_in_question(&own, &younger).as_str(), "U-3");
        let other = holder("U-4", "Jana", "Nováková", born);
        assert_eq!(holder_in_question(&own, &other).as_str(), "U-4");
    }

    #[test]
    fn where_a_unit_stands_is_read_once_for_all_rows() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        runtime.block_on(async {
            let database = signet_store::Database::Sqlite(folder.path().join("register.db"));
            let store = signet_store::Store::open(&database, &folder.path().join("artefacts")).await.unwrap();
            let (institution, unit) = (specimen::institution().unwrap(), specimen::unit().unwrap());
            let now = Timestamp::UNIX_EPOCH;
            store.operator().put_institution(&institution.id, "{}", now).await.unwrap();
            let tenant = store.tenant(&institution.id);
            let version = async |number: u32, faculty: &str| {
                let document = format!(r#"{{"faculty":{{"cs":"{faculty}","en":"{faculty}"}}}}"#);
                tenant.put_unit(&unit.id, number, &unit.title, &document, now).await.unwrap();
            };
            version(1, "První").await;
            let mut places = UnitPlaces::of(&tenant);
            let first = places.place(&unit.id).await.unwrap().clone();
            version(2, "Druhá").await;
            assert_eq!(*places.place(&unit.id).await.unwrap(), first, "not read again");
            assert_ne!(tenant.unit_place(&unit.id).await.unwrap(), first, "it would say otherwise");
        });
    }
}
