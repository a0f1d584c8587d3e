//! The tables of letters.

use super::Class::{Contact, Organisation, Personal, Pseudonym, Staff, Technical};
use super::Column;
use super::Erasure::{Deleted, Kept, Untouched};
use super::Retention::{Days, UntilHolderEnds, WhileRunning};
use super::table::column;
use crate::account_contact::CONTACT_DAYS_MAX;
use crate::account_letter::ACCOUNT_LETTER_DAYS_MAX;

/// Every column of a table of letters.
#[rustfmt::skip]
pub(super) const LETTERS: &[Column] = &[
    column("account_contact", "account", Staff, "whose address it is", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "provider", Technical, "which login provider said it", Days(CONTACT_DAYS_MAX), Untouched),
    column("account_contact", "email", Contact, "to tell them what waits for them, and what becomes of their account", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "email_before", Contact, "to tell them at the old address that there is a new one", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "language", Personal, "the language they are written to in", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "institution", Organisation, "the provider's institution", Days(CONTACT_DAYS_MAX), Untouched),
    column("account_contact", "person", Pseudonym, "who they are in its records", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "roles", Staff, "their roles by the provider's word at the last sign-in; they give no right", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "seen", Staff, "when that was", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_contact", "digest_due", Technical, "when it is looked at next what work waits for them", Days(CONTACT_DAYS_MAX), Untouched),
    column("account_contact", "refused", Pseudonym, "the address that takes no e-mails, by a code under the server's key", Days(CONTACT_DAYS_MAX), Deleted),
    column("account_letter", "id", Pseudonym, "which letter; its Message-ID", Days(ACCOUNT_LETTER_DAYS_MAX), Deleted),
    column("account_letter", "account", Staff, "to whom", Days(ACCOUNT_LETTER_DAYS_MAX), Deleted),
    column("account_letter", "provider", Technical, "whose word the address is; the address is looked up when it is sent", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "at_before", Technical, "whether it goes to the address that was said before", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "institution", Organisation, "in whose name", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "kind", Technical, "what it tells", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "about", Technical, "which unit, upload, role or provider it is about", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "state", Technical, "what became of it", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "created", Technical, "when it was written down", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "due", Technical, "when it is tried next", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "tries", Technical, "how often it was tried", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "first_try", Technical, "when it was tried first", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "lease_owner", Technical, "which worker is sending it", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "last_code", Technical, "what the relay said, or the report of what came back: a code", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "ended", Technical, "when it came to an end", Days(ACCOUNT_LETTER_DAYS_MAX), Untouched),
    column("account_letter", "sent_to", Pseudonym, "the address that it went to, by a code under the server's key", Days(ACCOUNT_LETTER_DAYS_MAX), Deleted),
    column("letter_refusal", "account", Staff, "who does not want a kind of e-mail", WhileRunning, Kept),
    column("letter_refusal", "kind", Staff, "which kind", WhileRunning, Kept),
    column("notice", "institution", Organisation, "whose register", UntilHolderEnds, Untouched),
    column("notice", "id", Pseudonym, "which letter; its Message-ID", UntilHolderEnds, Deleted),
    column("notice", "kind", Technical, "what it tells: issued, corrected or revoked", UntilHolderEnds, Untouched),
    column("notice", "credential", Pseudonym, "about which credential; the address is looked up when it is sent", UntilHolderEnds, Deleted),
    column("notice", "state", Technical, "what became of it", UntilHolderEnds, Untouched),
    column("notice", "created", Technical, "when it was written down", UntilHolderEnds, Untouched),
    column("notice", "due", Technical, "when it is tried next", UntilHolderEnds, Untouched),
    column("notice", "tries", Technical, "how often it was tried", UntilHolderEnds, Untouched),
    column("notice", "first_try", Technical, "when it was tried first", UntilHolderEnds, Untouched),
    column("notice", "lease_owner", Technical, "which worker is sending it", UntilHolderEnds, Untouched),
    column("notice", "last_code", Technical, "what the relay said, or the report of what came back: a code", UntilHolderEnds, Untouched),
    column("notice", "linked", Technical, "whether its one-time link was made", UntilHolderEnds, Untouched),
    column("notice", "ended", Technical, "when it came to an end", UntilHolderEnds, Untouched),
    column("notice", "address", Contact, "the address of before, while the letter waits that tells there of the new one", UntilHolderEnds, Deleted),
];
