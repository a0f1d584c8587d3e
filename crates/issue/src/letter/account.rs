//! What letters to accounts say: that work waits, and what became of the account itself.

use signet_access::Role;
use signet_lang::{
    Locale,
    args::{self, AccountLetterWord},
};
use signet_outbound::one_line;
use signet_record::{Date, Institution, Language};
use signet_store::AccountLetterKind;

use super::{Sentences, WrittenLetter, name, render, the_other};
use crate::role_word::role_word;
use crate::staff_tasks::{TASKS_OF_A_KIND_MAX, TaskKind};

/// How much waits for somebody, of each kind that there is of.
pub type TaskCounts = Vec<(TaskKind, usize)>;

/// What a letter to an account tells.
#[derive(Clone, Debug)]
pub enum AccountTold {
    /// What work waits.
    Digest(TaskCounts),
    /// What became of a unit's text or an upload, by its title; of an account, by its name in ledgers.
    Matter(AccountLetterKind, String),
    /// How a batch ended.
    Batch {
        /// Well, or not.
        kind: AccountLetterKind,
        /// The title of its unit.
        title: String,
        /// How many are sealed.
        sealed: u64,
        /// How many are not.
        waiting: u64,
    },
    /// What became of a role.
    Role {
        /// Given, or soon over.
        kind: AccountLetterKind,
        /// Which.
        role: Role,
        /// Its last day, if it has one.
        last: Option<Date>,
    },
    /// What became of the account itself, and nothing more.
    Account(AccountLetterKind),
}

/// What a letter to an account is written of.
#[derive(Clone)]
pub struct AccountLetterFacts<'a> {
    /// What it tells.
    pub told: AccountTold,
    /// In whose name; none of what the service tells itself.
    pub institution: Option<&'a Institution>,
    /// Where its button leads. No secret: whoever follows it signs in.
    pub href: String,
    /// What the service is called in addresses.
    pub host: &'a str,
}

impl AccountTold {
    fn kind(&self) -> AccountLetterKind {
        match self {
            AccountTold::Digest(_) => AccountLetterKind::Digest,
            AccountTold::Matter(kind, _)
            | AccountTold::Account(kind)
            | AccountTold::Batch { kind, .. }
            | AccountTold::Role { kind, .. } => *kind,
        }
    }
}

/// The case of the sentences about a kind.
pub fn word(kind: AccountLetterKind) -> AccountLetterWord {
    match kind {
        AccountLetterKind::Digest => AccountLetterWord::Digest,
        AccountLetterKind::UnitReturned => AccountLetterWord::Returned,
        AccountLetterKind::UnitApproved => AccountLetterWord::Approved,
        AccountLetterKind::BatchDone => AccountLetterWord::Done,
        AccountLetterKind::BatchFailed => AccountLetterWord::Failed,
        AccountLetterKind::RoleGiven => AccountLetterWord::Given,
        AccountLetterKind::RoleEnds => AccountLetterWord::Ends,
        AccountLetterKind::IdentityAdded => AccountLetterWord::Identity,
        AccountLetterKind::AccountsMerged => AccountLetterWord::Merged,
        AccountLetterKind::AccountsParted => AccountLetterWord::Parted,
        AccountLetterKind::AddressChanged => AccountLetterWord::Address,
        AccountLetterKind::EmergencyLink => AccountLetterWord::Emergency,
    }
}

/// Writes a letter.
///
/// # Errors
/// When a template fails, which none of ours does.
pub fn write(facts: &AccountLetterFacts<'_>, language: Language) -> Result<WrittenLetter, askama::Error> {
    let (l, other) = (Locale::new(language), the_other(language));
    let word = word(facts.told.kind());
    let institution = institution(facts, language);
    let title = match &facts.told {
        AccountTold::Matter(_, title) | AccountTold::Batch { title, .. } => one_line(title),
        AccountTold::Role { role, .. } => role_word(*role, l),
        AccountTold::Digest(_) | AccountTold::Account(_) => String::new(),
    };
    let (institution, title) = (institution.as_str(), title.as_str());
    let mut before =
        vec![l.letter_greeting(), l.account_letter_told(args::AccountLetterTold { institution, kind: word, title })];
    before.extend(details(&facts.told, l));
    let next = l.account_letter_next(word);
    let after = match facts.told.kind().is_optional() {
        true => vec![next, l.account_letter_optional()],
        false => vec![next, l.account_letter_always()],
    };
    let there = Locale::new(other);
    let sentences = Sentences {
        heading: l.account_letter_heading(word),
        before,
        button: l.account_letter_button(word),
        after,
        sent: l.letter_sent(facts.host),
        other: there.account_letter_other(args::AccountLetterOther {
            institution: self::institution(facts, other),
            kind: word,
        }),
    };
    let subject = l.account_letter_subject(args::AccountLetterSubject { institution, kind: word });
    render(&sentences, &facts.href, subject, language)
}

/// What comes behind the first sentence: how much of what, and until when.
fn details(told: &AccountTold, l: Locale) -> Vec<String> {
    match told {
        AccountTold::Digest(counts) => counts.iter().map(|(kind, count)| task_line(*kind, *count, l)).collect(),
        AccountTold::Batch { sealed, waiting, .. } => {
            let failing = (*waiting > 0).then(|| l.account_letter_failing(*waiting));
            std::iter::once(l.account_letter_sealed(*sealed)).chain(failing).collect()
        }
        AccountTold::Role { last, .. } => last.iter().map(|last| l.account_letter_role_until(l.date(*last))).collect(),
        AccountTold::Matter(..) | AccountTold::Account(_) => Vec::new(),
    }
}

/// Whoever tells it: an institution, or the service by its host.
fn institution(facts: &AccountLetterFacts<'_>, language: Language) -> String {
    facts.institution.map_or_else(|| facts.host.to_owned(), |institution| name(institution, language))
}

/// What is to be done and how often; of what is more than is counted, that there is more.
fn task_line(kind: TaskKind, count: usize, l: Locale) -> String {
    let many = usize::try_from(TASKS_OF_A_KIND_MAX).unwrap_or(usize::MAX);
    let count = if count >= many { format!("{TASKS_OF_A_KIND_MAX}+") } else { count.to_string() };
    l.account_letter_task(args::AccountLetterTask { count, what: l.web_staff_work_task(kind.word()) })
}

#[cfg(test)]
mod tests;
