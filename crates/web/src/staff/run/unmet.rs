//! Why nothing may be issued to a participant, in sentences.

use signet_issue::unit_sentence;
use signet_lang::{Locale, args};
use signet_offering::Unmet;

use super::words::participant_word;

pub(super) fn sentence(unmet: &Unmet, l: Locale) -> String {
    match unmet {
        Unmet::NotEnrolled(state) => {
            l.web_staff_run_unmet_not_enrolled(l.web_staff_run_participant_state(participant_word(*state)))
        }
        Unmet::Issued(_) => l.web_staff_run_unmet_issued(),
        Unmet::IssuedOtherwise(_) => l.web_staff_run_unmet_issued_otherwise(),
        Unmet::Own => l.web_staff_run_unmet_own(),
        Unmet::IdentityUnchecked => l.web_staff_run_unmet_identity(),
        Unmet::DetailsDiffer => l.web_staff_run_unmet_details(),
        Unmet::PartMissing(part) => l.web_staff_run_unmet_part_missing(part.as_str()),
        Unmet::PartNotPassed { part, found } => {
            let said = args::WebStaffRunUnmetPartNotPassed { found: found.as_str(), part: part.as_str() };
            l.web_staff_run_unmet_part_not_passed(said)
        }
        Unmet::GradeMissing => l.web_staff_run_unmet_grade_missing(),
        Unmet::GradeNotPassed(found) => l.web_staff_run_unmet_grade_not_passed(found.as_str()),
        Unmet::GradeAgainstWeights { best, worst, found } => {
            let (best, worst, found) = (best.as_str(), worst.as_str(), found.as_str());
            l.web_staff_run_unmet_weights(args::WebStaffRunUnmetWeights { best, found, worst })
        }
        Unmet::DateMissing => l.web_staff_run_unmet_date_missing(),
        Unmet::BeforeStart { found, start } => {
            let (found, start) = (l.date(*found), l.date(*start));
            l.web_staff_run_unmet_before_start(args::WebStaffRunUnmetBeforeStart { found, start })
        }
        Unmet::InFuture(found) => l.web_staff_run_unmet_in_future(l.date(*found)),
        Unmet::Barred(bar) => unit_sentence::issue_bar(l, *bar),
        Unmet::NotAnAward(flaws) => {
            let told: Vec<String> = flaws.iter().map(|flaw| l.problem(&flaw.problem)).collect();
            told.join(" ")
        }
    }
}
