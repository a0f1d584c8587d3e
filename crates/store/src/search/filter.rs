//! What narrows a search, whatever is searched for.

use signet_record::{RunId, Timestamp, UnitId};
use signet_registry::Status;

use super::Search;
use crate::batch::BatchId;
use crate::statement::Statement;
use crate::unit_place::UnitsWithin;

/// How a credential stands, as staff look for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchedState {
    /// It was taken back.
    Revoked,
    /// A corrected one stands in its place.
    Superseded,
    /// It is sealed and holds.
    Valid,
    /// It waits for its seal.
    Waiting,
}

impl SearchedState {
    /// Every state, as it is offered.
    pub const ALL: [SearchedState; 4] =
        [SearchedState::Valid, SearchedState::Waiting, SearchedState::Revoked, SearchedState::Superseded];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            SearchedState::Waiting => "waiting",
            SearchedState::Revoked | SearchedState::Superseded | SearchedState::Valid => self.status().code(),
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<SearchedState> {
        SearchedState::ALL.into_iter().find(|state| state.code() == code)
    }

    fn status(self) -> Status {
        match self {
            SearchedState::Revoked => Status::Revoked,
            SearchedState::Superseded => Status::Superseded,
            SearchedState::Valid | SearchedState::Waiting => Status::Valid,
        }
    }
}

/// What narrows a search; what is not given narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilter {
    /// Only of this unit of learning, in any version.
    pub unit: Option<UnitId>,
    /// Only of these units. Where several are given and no unit, nothing else leads to them: the newest of all are gone through.
    pub within: UnitsWithin,
    /// Only of runs of this name.
    pub run: Option<RunId>,
    /// Only what came with this batch.
    pub batch: Option<BatchId>,
    /// Only what stands so.
    pub state: Option<SearchedState>,
    /// Only what was proposed at this instant or later.
    pub from: Option<Timestamp>,
    /// Only what was proposed before this instant.
    pub until: Option<Timestamp>,
}

impl SearchFilter {
    /// With what is itself searched for by a column that filters know.
    pub(super) fn with(&self, search: &Search) -> SearchFilter {
        let unit = self.unit.clone().or_else(|| self.within.single().cloned());
        let filter = SearchFilter { unit, ..self.clone() };
        match search {
            Search::Batch(batch) => SearchFilter { batch: Some(*batch), ..filter },
            _ => filter,
        }
    }

    /// From which instant on; before all, where none is given.
    pub(super) fn from(&self) -> Timestamp {
        self.from.unwrap_or(Timestamp::MIN)
    }

    /// Before which instant; beyond all, where none is given.
    pub(super) fn until(&self) -> Timestamp {
        self.until.unwrap_or(Timestamp::MAX)
    }

    /// The unit, or those that it is kept to; of a unit that is not among these there is nothing.
    fn units(&self) -> String {
        match &self.unit {
            Some(unit) if self.within.holds(unit) => unit.to_string(),
            Some(_) => UnitsWithin::only([]).text(),
            None => self.within.text(),
        }
    }

    /// Binds the values from the fourth to the tenth. Nothing was proposed before 1970, so 0 stands for no bound.
    pub(super) fn bind(&self, statement: Statement) -> Statement {
        statement
            .bind(self.units())
            .bind(self.run.as_ref().map_or_else(String::new, ToString::to_string))
            .bind(self.batch.map_or_else(String::new, |batch| batch.to_string()))
            .bind(self.state.map_or("", |state| state.status().code()).to_owned())
            .bind(i64::from(self.state == Some(SearchedState::Waiting)))
            .bind(self.from.map_or(0, |from| from.as_millisecond().max(0)))
            .bind(self.until.map_or(0, |until| until.as_millisecond().max(1)))
    }
}
