//! What became of letters to a holder, in words.

use signet_lang::{Locale, args};
use signet_outbound::MailCode;
use signet_store::{Notice, NoticeKind, NoticeState};

/// What became of a letter, as the credential's page lists it.
pub struct LetterLine {
    /// When it was written down.
    pub when: String,
    /// What it tells.
    pub what: String,
    /// What became of it.
    pub became: String,
}

/// What a letter tells, in words.
pub fn kind_word(kind: NoticeKind, l: Locale) -> String {
    l.web_staff_letter_kind(match kind {
        NoticeKind::Issued => args::WebStaffLetterKind::Issued,
        NoticeKind::Corrected => args::WebStaffLetterKind::Corrected,
        NoticeKind::Revoked => args::WebStaffLetterKind::Revoked,
        NoticeKind::AddressChanged => args::WebStaffLetterKind::AddressChanged,
        NoticeKind::AddressBefore => args::WebStaffLetterKind::AddressBefore,
    })
}

/// Letters for the list on the credential's page.
pub fn lines(notices: &[Notice], l: Locale) -> Vec<LetterLine> {
    let line = |notice: &Notice| LetterLine {
        when: l.instant(notice.created),
        what: kind_word(notice.kind, l),
        became: became(notice, l),
    };
    notices.iter().map(line).collect()
}

/// What became of the newest letter, where somebody has to do something about it.
pub fn warning(notices: &[Notice], l: Locale) -> Option<String> {
    // What came of a letter to the address of before says nothing of the one they have.
    let newest = notices.iter().find(|notice| notice.kind != NoticeKind::AddressBefore)?;
    let failed = match newest.state {
        NoticeState::Refused | NoticeState::Bounced | NoticeState::GivenUp | NoticeState::NoAddress => true,
        NoticeState::Waiting | NoticeState::HandedOver | NoticeState::Outdated => false,
    };
    failed.then(|| l.web_staff_letter_warning(became(newest, l)))
}

fn became(notice: &Notice, l: Locale) -> String {
    let code = notice.last_code.as_deref().unwrap_or("–");
    match notice.state {
        NoticeState::Waiting if notice.last_code.is_some() => {
            l.web_staff_letter_retry(args::WebStaffLetterRetry { tries: notice.tries, when: l.instant(notice.due) })
        }
        NoticeState::Waiting => l.web_staff_letter_waiting(),
        NoticeState::HandedOver => l.web_staff_letter_handed_over(),
        NoticeState::Refused if is_about_address(notice) => l.web_staff_letter_refused_address(),
        NoticeState::Refused => l.web_staff_letter_refused(code),
        NoticeState::Bounced => l.web_staff_letter_bounced(code),
        NoticeState::GivenUp => l.web_staff_letter_given_up(),
        NoticeState::NoAddress => l.web_staff_letter_no_address(),
        NoticeState::Outdated => l.web_staff_letter_outdated(),
    }
}

/// Whether the holder's address was refused, at once or afterwards.
pub fn is_about_address(notice: &Notice) -> bool {
    let code = notice.last_code.as_deref().and_then(|code| code.parse::<MailCode>().ok());
    let is_refused = notice.state == NoticeState::Refused && code.is_some_and(MailCode::is_about_address);
    is_refused || notice.state == NoticeState::Bounced
}
