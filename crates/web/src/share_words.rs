//! What a share is called in words: its purpose, what it shows, its state.

use signet_lang::Locale;
use signet_share::{Purpose, ShareState, ShownField};

use crate::view::StateTag;

/// A purpose in words.
pub fn purpose_word(purpose: Purpose, l: Locale) -> String {
    match purpose {
        Purpose::Proof => l.web_share_purpose_proof(),
        Purpose::Authority => l.web_share_purpose_authority(),
        Purpose::Cv => l.web_share_purpose_cv(),
        Purpose::Admission => l.web_share_purpose_admission(),
        Purpose::Other => l.web_share_purpose_other(),
    }
}

/// What a purpose sets.
pub fn purpose_about(purpose: Purpose, l: Locale) -> String {
    match purpose {
        Purpose::Proof => l.web_share_purpose_proof_about(),
        Purpose::Authority => l.web_share_purpose_authority_about(),
        Purpose::Cv => l.web_share_purpose_cv_about(),
        Purpose::Admission => l.web_share_purpose_admission_about(),
        Purpose::Other => l.web_share_purpose_other_about(),
    }
}

/// A field that may be hidden, as part of a list.
pub fn field_word(field: ShownField, l: Locale) -> String {
    match field {
        ShownField::Birth => l.web_share_field_birth(),
        ShownField::Grade => l.web_share_field_grade(),
        ShownField::Picture => l.web_share_field_picture(),
        ShownField::Further => l.web_share_field_further(),
    }
}

/// The state of a share in one word.
pub fn share_tag(state: ShareState, l: Locale) -> StateTag {
    match state {
        ShareState::Open => StateTag::good(l.web_share_state_open()),
        ShareState::NotYet | ShareState::Ended => StateTag::doubt(l.web_share_state_ended()),
        ShareState::Withdrawn => StateTag::bad(l.web_share_state_withdrawn()),
    }
}
