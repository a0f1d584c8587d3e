//! How far a unit is, in a word or two: its open draft, and what is approved.

use signet_lang::{Locale, args::WebStaffUnitsState as Word};
use signet_registry::{DraftStage, UnitStanding};
use signet_store::UnitOverview;

use crate::view::StateTag;

/// A state by which units are listed. A unit may be in two: approved, and with a draft of the next version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitListState {
    /// Being written.
    Draft,
    /// Handed in.
    Submitted,
    /// Whoever answers for it stands behind the text.
    Endorsed,
    /// May be issued from, and is not in the catalogue.
    Approved,
    /// May be issued from, and is in the catalogue.
    Published,
    /// Nothing may be issued for now.
    Suspended,
    /// Offered no longer.
    Retired,
    /// Brought in as a file.
    Filed,
}

impl UnitListState {
    /// All, in the order in which a unit goes through them.
    pub const ALL: [UnitListState; 8] = [
        UnitListState::Draft,
        UnitListState::Submitted,
        UnitListState::Endorsed,
        UnitListState::Approved,
        UnitListState::Published,
        UnitListState::Suspended,
        UnitListState::Retired,
        UnitListState::Filed,
    ];

    /// Its code in forms.
    pub fn code(self) -> &'static str {
        match self {
            UnitListState::Draft => "draft",
            UnitListState::Submitted => "submitted",
            UnitListState::Endorsed => "endorsed",
            UnitListState::Approved => "approved",
            UnitListState::Published => "published",
            UnitListState::Suspended => "suspended",
            UnitListState::Retired => "retired",
            UnitListState::Filed => "filed",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<UnitListState> {
        UnitListState::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The states a unit is in.
    pub fn of(line: &UnitOverview) -> Vec<UnitListState> {
        let approved = match line.standing {
            None => Some(UnitListState::Filed),
            Some(UnitStanding::Unapproved) => None,
            Some(UnitStanding::Approved { suspended: true, .. }) => Some(UnitListState::Suspended),
            Some(UnitStanding::Approved { published: true, .. }) => Some(UnitListState::Published),
            Some(UnitStanding::Approved { .. }) => Some(UnitListState::Approved),
            Some(UnitStanding::Retired) => Some(UnitListState::Retired),
        };
        let draft = line.draft.map(|(stage, _)| match stage {
            DraftStage::Empty | DraftStage::Draft => UnitListState::Draft,
            DraftStage::Submitted => UnitListState::Submitted,
            DraftStage::Endorsed => UnitListState::Endorsed,
        });
        approved.into_iter().chain(draft).collect()
    }

    /// Whether a unit is in it.
    pub fn holds(self, line: &UnitOverview) -> bool {
        UnitListState::of(line).contains(&self)
    }

    /// In words.
    pub fn word(self, l: Locale) -> String {
        l.web_staff_units_state(match self {
            UnitListState::Draft => Word::Draft,
            UnitListState::Submitted => Word::Submitted,
            UnitListState::Endorsed => Word::Endorsed,
            UnitListState::Approved => Word::Approved,
            UnitListState::Published => Word::Published,
            UnitListState::Suspended => Word::Suspended,
            UnitListState::Retired => Word::Retired,
            UnitListState::Filed => Word::Filed,
        })
    }

    /// In words, with their tone.
    pub fn tag(self, l: Locale) -> StateTag {
        let word = self.word(l);
        match self {
            UnitListState::Approved | UnitListState::Published | UnitListState::Filed => StateTag::good(word),
            UnitListState::Suspended => StateTag::bad(word),
            UnitListState::Retired => StateTag { tone: "", word },
            UnitListState::Draft | UnitListState::Submitted | UnitListState::Endorsed => StateTag::doubt(word),
        }
    }
}
