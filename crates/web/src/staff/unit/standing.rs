//! The state of a unit in words, with what happens next and who does it.

use signet_issue::unit_sentence;
use signet_lang::{
    Locale,
    args::{DraftWord, StandingWord},
};
use signet_offering::{IssueBar, QualityTerm, UnitWarning, WarningStage, issuing};
use signet_record::Date;
use signet_registry::{DraftStage, OpenDraft, UnitLedgerState, UnitStanding};

use crate::view::StateTag;

/// How far a part of a unit has come, and what comes next.
#[derive(Clone, Debug)]
pub struct UnitStep {
    /// Which part: a draft, a version.
    pub label: String,
    /// In a word.
    pub tag: StateTag,
    /// What happens next, and who does it.
    pub next: String,
}

/// Something that ends soon, or has ended.
#[derive(Clone, Debug)]
pub struct UnitNotice {
    /// `bad`, `doubt`, or nothing.
    pub tone: &'static str,
    /// What.
    pub sentence: String,
}

/// The open draft.
pub fn draft_step(draft: &OpenDraft, l: Locale) -> UnitStep {
    let word = draft_word(draft.stage, draft.remarks.is_some());
    let said = l.web_staff_unit_tag_draft(word);
    let tag = match word {
        DraftWord::Returned => StateTag::bad(said),
        DraftWord::Empty | DraftWord::Draft | DraftWord::Submitted => StateTag::doubt(said),
        DraftWord::Endorsed => StateTag::good(said),
    };
    UnitStep { label: l.web_staff_unit_draft_version(draft.version), tag, next: l.web_staff_unit_draft_next(word) }
}

fn draft_word(stage: DraftStage, returned: bool) -> DraftWord {
    match stage {
        DraftStage::Empty => DraftWord::Empty,
        DraftStage::Draft if returned => DraftWord::Returned,
        DraftStage::Draft => DraftWord::Draft,
        DraftStage::Submitted => DraftWord::Submitted,
        DraftStage::Endorsed => DraftWord::Endorsed,
    }
}

/// What is approved.
pub fn standing_step(state: &UnitLedgerState, l: Locale) -> UnitStep {
    let word = standing_word(state.phase().standing);
    let said = l.web_staff_unit_tag_standing(word);
    let tag = match word {
        StandingWord::Approved | StandingWord::Published => StateTag::good(said),
        StandingWord::Unapproved => StateTag::doubt(said),
        StandingWord::Suspended | StandingWord::Retired => StateTag::bad(said),
    };
    let newest = state.newest().map(|newest| newest.approval.version);
    UnitStep {
        label: newest.map_or_else(|| l.web_staff_unit_approved(), |version| l.web_staff_unit_approved_version(version)),
        tag,
        next: l.web_staff_unit_standing_next(word),
    }
}

fn standing_word(standing: UnitStanding) -> StandingWord {
    match standing {
        UnitStanding::Unapproved => StandingWord::Unapproved,
        UnitStanding::Approved { suspended: true, .. } => StandingWord::Suspended,
        UnitStanding::Approved { published: true, suspended: false } => StandingWord::Published,
        UnitStanding::Approved { published: false, suspended: false } => StandingWord::Approved,
        UnitStanding::Retired => StandingWord::Retired,
    }
}

/// What ends soon for the newest approved version, and what has ended: warnings 60, 30 and 7 days before, each in its tone.
pub fn notices(state: &UnitLedgerState, quality: QualityTerm, today: Date, l: Locale) -> Vec<UnitNotice> {
    let Some(newest) = state.newest().filter(|_| state.retired().is_none()) else { return Vec::new() };
    let review_by = newest.approval.review_by;
    let passed = (review_by < today).then(|| UnitNotice {
        tone: "bad",
        sentence: unit_sentence::issue_bar(l, IssueBar::ReviewPassed { review_by }),
    });
    let warning = |warning: UnitWarning| UnitNotice {
        tone: match warning.stage {
            WarningStage::Sixty => "",
            WarningStage::Thirty => "doubt",
            WarningStage::Seven => "bad",
        },
        sentence: unit_sentence::unit_warning(l, warning),
    };
    passed.into_iter().chain(issuing::warnings(review_by, quality, today).into_iter().map(warning)).collect()
}

#[cfg(test)]
mod tests {
    use signet_record::Language;

    use super::*;

    #[test]
    fn every_state_has_words_and_a_next_step_of_its_own() {
        for l in Language::ALL.map(Locale::new) {
            let drafts = DraftStage::ALL.map(|stage| draft_word(stage, false));
            let mut said: Vec<String> = drafts.map(|word| l.web_staff_unit_draft_next(word)).to_vec();
            said.push(l.web_staff_unit_draft_next(draft_word(DraftStage::Draft, true)));
            said.extend(UnitStanding::ALL.map(|standing| l.web_staff_unit_standing_next(standing_word(standing))));
            said.sort();
            said.dedup();
            // Suspended is suspended, published before or not.
            assert_eq!(said.len(), 10);
        }
    }
}
