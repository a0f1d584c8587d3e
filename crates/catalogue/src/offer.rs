//! A unit of learning with the runs that are open to everyone.

use std::{collections::BTreeMap, sync::Arc};

use signet_record::{Date, Institution, InstitutionId, Run, RunId, Timestamp, Unit, UnitId};

/// What an offer is found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfferKey {
    /// Who offers it.
    pub institution: InstitutionId,
    /// The unit.
    pub unit: UnitId,
}

/// A run as the register has it, whoever it is for.
#[derive(Clone, Debug)]
pub struct RegisterRun {
    /// Dates, and the company it is closed to.
    pub run: Run,
    /// Most participants.
    pub capacity: Option<u32>,
    /// People may apply for it.
    pub takes_applications: bool,
    /// It does not take place.
    pub is_cancelled: bool,
}

/// A run that is open to everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedRun {
    /// Its id within the unit.
    pub id: RunId,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Most participants, when it is limited.
    pub capacity: Option<u32>,
    /// The register says that people may apply for it.
    pub takes_applications: bool,
}

/// Where a run stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RunStanding {
    /// People may apply for it.
    Open,
    /// It has not begun.
    Upcoming,
    /// It is being taught.
    Running,
    /// It is over.
    Past,
}

/// A unit that is open to everyone, and who offers it.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Who offers it.
    pub institution: Arc<Institution>,
    /// The newest version of the unit.
    pub unit: Arc<Unit>,
    /// Since when this version has been in the register.
    pub since: Timestamp,
    /// Its runs that are open to everyone, by their first days.
    pub runs: Vec<OfferedRun>,
}

impl OfferedRun {
    /// Where it stands on a day.
    #[must_use]
    pub fn standing(&self, today: Date) -> RunStanding {
        match () {
            () if self.end < today => RunStanding::Past,
            () if self.takes_applications => RunStanding::Open,
            () if self.start > today => RunStanding::Upcoming,
            () => RunStanding::Running,
        }
    }
}

impl Offer {
    /// A unit with the runs that its text names and those that the register has; of one id the register knows more. `None` when all its
    /// runs are closed to companies.
    #[must_use]
    pub fn new(
        institution: Arc<Institution>,
        unit: Arc<Unit>,
        since: Timestamp,
        register: Vec<RegisterRun>,
    ) -> Option<Offer> {
        let named = unit.runs.iter().map(|run| RegisterRun {
            run: run.clone(),
            capacity: None,
            takes_applications: false,
            is_cancelled: false,
        });
        let all: BTreeMap<RunId, RegisterRun> = named.chain(register).map(|run| (run.run.id.clone(), run)).collect();
        let takes_place: Vec<RegisterRun> = all.into_values().filter(|run| !run.is_cancelled).collect();
        let is_closed = |run: &RegisterRun| run.run.closed_to.is_some();
        if !takes_place.is_empty() && takes_place.iter().all(is_closed) {
            return None;
        }
        let open = takes_place.into_iter().filter(|run| !is_closed(run));
        let mut runs: Vec<OfferedRun> = open
            .map(|run| OfferedRun {
                id: run.run.id.clone(),
                start: run.run.start,
                end: run.run.end,
                capacity: run.capacity,
                takes_applications: run.takes_applications,
            })
            .collect();
        runs.sort_by(|one, other| (one.start, &one.id).cmp(&(other.start, &other.id)));
        Some(Offer { institution, unit, since, runs })
    }

    /// What it is found by.
    #[must_use]
    pub fn key(&self) -> OfferKey {
        OfferKey { institution: self.institution.id.clone(), unit: self.unit.id.clone() }
    }

    /// The path of its page, in whichever language.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/catalogue/{}/{}", self.institution.id, self.unit.id)
    }

    /// First day of the next run that has not begun or that people may apply for.
    #[must_use]
    pub fn next_start(&self, today: Date) -> Option<Date> {
        let is_ahead = |run: &&OfferedRun| run.standing(today) <= RunStanding::Upcoming;
        self.runs.iter().find(is_ahead).map(|run| run.start)
    }

    /// Whether people may apply for one of its runs.
    #[must_use]
    pub fn takes_applications(&self, today: Date) -> bool {
        self.runs.iter().any(|run| run.standing(today) == RunStanding::Open)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use signet_record::{Line, RunFields, UnitFields, specimen};

    const TODAY: Date = Date::constant(2026, 12, 1);

    fn run(id: &str, start: Date, end: Date, closed_to: Option<&str>) -> Run {
        let closed_to = closed_to.map(|company| Line::new(company).unwrap());
        Run::new(RunFields { id: RunId::new(id).unwrap(), start, end, closed_to }).unwrap()
    }

    fn offer(named: Vec<Run>, register: Vec<RegisterRun>) -> Option<Offer> {
        let mut fields = UnitFields::from(specimen::unit().unwrap());
        fields.runs = named;
        let unit = Unit::new(fields).unwrap();
        Offer::new(Arc::new(specimen::institution().unwrap()), Arc::new(unit), Timestamp::UNIX_EPOCH, register)
    }

    fn of_register(run: Run, takes_applications: bool, is_cancelled: bool) -> RegisterRun {
        RegisterRun { run, capacity: Some(12), takes_applications, is_cancelled }
    }

    #[test]
    fn what_is_closed_to_a_company_is_not_offered() {
        let (start, end) = (Date::constant(2027, 1, 4), Date::constant(2027, 2, 4));
        let closed = || run("firma", start, end, Some("Dílna s.r.o."));
        assert!(offer(vec![closed()], Vec::new()).is_none());
        assert!(offer(Vec::new(), vec![of_register(closed(), true, false)]).is_none());
        assert!(offer(Vec::new(), Vec::new()).unwrap().runs.is_empty(), "runs are not said");
        let both = offer(vec![run("jaro", start, end, None)], vec![of_register(closed(), true, false)]).unwrap();
        assert_eq!(both.runs.iter().map(|run| run.id.as_str()).collect::<Vec<_>>(), ["jaro"]);
    }

    #[test]
    fn the_register_knows_more_of_a_run_than_the_text() {
        let (start, end) = (Date::constant(2027, 1, 4), Date::constant(2027, 2, 4));
        let named = || vec![run("jaro", start, end, None)];
        let later = run("jaro", Date::constant(2027, 1, 11), end, None);
        let known = offer(named(), vec![of_register(later.clone(), true, false)]).unwrap();
        assert_eq!((known.runs.len(), known.next_start(TODAY)), (1, Some(later.start)));
        assert!(known.takes_applications(TODAY) && known.runs[0].capacity == Some(12));
        assert!(offer(named(), vec![of_register(later, true, true)]).unwrap().runs.is_empty(), "cancelled");
    }

    #[test]
    fn a_run_stands_where_its_days_say() {
        let at = |start, end, takes_applications| {
            let run = run("x", start, end, None);
            offer(Vec::new(), vec![of_register(run, takes_applications, false)]).unwrap().runs[0].standing(TODAY)
        };
        let (before, after) = (Date::constant(2026, 11, 1), Date::constant(2027, 1, 4));
        assert_eq!(at(before, Date::constant(2026, 11, 30), true), RunStanding::Past);
        assert_eq!(at(before, TODAY, false), RunStanding::Running);
        assert_eq!(at(before, TODAY, true), RunStanding::Open);
        assert_eq!(at(after, after, false), RunStanding::Upcoming);
    }
}
