//! What a draft lacks: everything that is missing or wrong, at its field, and how many items of Annex I are there.

use std::collections::BTreeSet;

use signet_record::{AnnexItem, Complaint, Flaw, Unit, unit_file};

use crate::draft::UnitDraft;

/// What a check of a draft found: the unit it makes, or what stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckedDraft {
    /// It is a unit.
    Complete(Box<Unit>),
    /// Something is missing or wrong; never empty.
    Incomplete(Vec<Flaw>),
}

/// Who states an item of the supplement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// The unit states it.
    There,
    /// The unit would have to state it, and does not.
    Absent,
    /// The unit states it, and something in it is missing or wrong.
    Wrong,
    /// The institution, the run or the credential itself states it, for every credential.
    Elsewhere,
}

/// The items of Annex I in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexCount {
    /// The eleven mandatory items, in their order.
    pub mandatory: Vec<(AnnexItem, ItemState)>,
    /// The five optional items, in their order.
    pub optional: Vec<(AnnexItem, ItemState)>,
}

impl AnnexCount {
    /// How many of these are there, or will be.
    #[must_use]
    pub fn there(items: &[(AnnexItem, ItemState)]) -> usize {
        items.iter().filter(|(_, state)| matches!(state, ItemState::There | ItemState::Elsewhere)).count()
    }
}

impl UnitDraft {
    /// Checks the draft by the reader of unit files, so that every complaint is the one that a file would get.
    #[must_use]
    pub fn check(&self) -> CheckedDraft {
        match unit_file::parse(self.canonical().text().as_bytes()) {
            Ok(unit) => CheckedDraft::Complete(Box::new(unit)),
            Err(complaints) => {
                let flaw = |complaint: Complaint| complaint.flaw;
                CheckedDraft::Incomplete(complaints.into_iter().map(flaw).collect())
            }
        }
    }

    /// The draft as it will be kept: a complete one in the words of its unit, which has composed its texts and written its numbers and
    /// days one way; an incomplete one as it is.
    #[must_use]
    pub fn settled(self) -> UnitDraft {
        match self.check() {
            CheckedDraft::Complete(unit) => UnitDraft::of(&unit),
            CheckedDraft::Incomplete(_) => self,
        }
    }

    /// Counts the items of Annex I, given what [`UnitDraft::check`] found.
    #[must_use]
    pub fn annex(&self, checked: &CheckedDraft) -> AnnexCount {
        let filled: BTreeSet<AnnexItem> =
            self.leaves().iter().filter_map(|(field, _)| AnnexItem::of_field(field)).collect();
        let wrong: BTreeSet<AnnexItem> = match checked {
            CheckedDraft::Complete(_) => BTreeSet::new(),
            CheckedDraft::Incomplete(flaws) => flaws.iter().filter_map(|flaw| flaw.annex).collect(),
        };
        let state = |item| match item {
            AnnexItem::Holder | AnnexItem::Country | AnnexItem::AwardingBody | AnnexItem::IssueDate => {
                ItemState::Elsewhere
            }
            item if !filled.contains(&item) => ItemState::Absent,
            item if wrong.contains(&item) => ItemState::Wrong,
            _ => ItemState::There,
        };
        let items = |from: usize, to: usize| {
            let numbered = AnnexItem::ALL.into_iter().skip(from).take(to - from);
            numbered.map(|item| (item, state(item))).collect()
        };
        AnnexCount { mandatory: items(0, 11), optional: items(11, 16) }
    }
}
