//! Why something was revoked or corrected, in words: on pages and in letters alike.

use signet_lang::{Locale, args};
use signet_record::Bilingual;
use signet_registry::{Correction, CorrectionReason, Reason, Revoked};

/// The public reason of a revocation, with its note; without a full stop, which the sentence around it has.
pub fn revocation(revoked: &Revoked, l: Locale) -> String {
    noted(revocation_word(revoked.reason(), l), revoked.note(), l)
}

/// A reason for a revocation in words.
pub fn revocation_word(reason: Reason, l: Locale) -> String {
    match reason {
        Reason::HolderRequest => l.web_staff_revoke_reason_holder_request(),
        Reason::IssuedInError => l.web_staff_revoke_reason_issued_in_error(),
        Reason::Other => l.web_staff_revoke_reason_other(),
        Reason::ResultAnnulled => l.web_staff_revoke_reason_result_annulled(),
        Reason::SealCompromised => l.web_staff_revoke_reason_seal_compromised(),
        Reason::UntrueStatement => l.web_staff_revoke_reason_untrue_statement(),
    }
}

/// Why something was corrected, with its note; without a full stop.
pub fn correction(correction: &Correction, l: Locale) -> String {
    noted(correction_word(correction.reason(), l), correction.note(), l)
}

/// A reason for a correction in words.
pub fn correction_word(reason: CorrectionReason, l: Locale) -> String {
    match reason {
        CorrectionReason::Misspelt => l.web_staff_correct_reason_misspelt(),
        CorrectionReason::NameChanged => l.web_staff_correct_reason_name_changed(),
        CorrectionReason::Other => l.web_staff_correct_reason_other(),
        CorrectionReason::PersonalDetail => l.web_staff_correct_reason_personal_detail(),
        CorrectionReason::WrongResult => l.web_staff_correct_reason_wrong_result(),
    }
}

fn noted(reason: String, note: Option<&Bilingual>, l: Locale) -> String {
    match note {
        Some(note) => l.web_staff_revoke_reason_noted(args::WebStaffRevokeReasonNoted {
            note: note.text(l.language()).trim_end_matches('.'),
            reason,
        }),
        None => reason,
    }
}
