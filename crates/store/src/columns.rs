//! Personal data, declared: every column of every table, what it is, why it is there, how long, and what erasure does.
//!
//! A test compares this table with the live schema of both engines, so no column can be added in silence; another proves
//! that `docs/data-protection.md` is its rendering.

mod letters;
mod table;

use letters::LETTERS;
use table::REGISTER;

/// Every column of every table, in the order of the document.
pub const COLUMNS: &[Column] = &joined::<{ REGISTER.len() + LETTERS.len() }>(REGISTER, LETTERS);

const fn joined<const N: usize>(first: &[Column], second: &[Column]) -> [Column; N] {
    let mut all = [first[0]; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() { first[at] } else { second[at - first.len()] };
        at += 1;
    }
    all
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A way to reach a person.
    Contact,
    /// About an organisation or a course, public.
    Organisation,
    /// About a person.
    Personal,
    /// An identifier or digest that leads to a person only with other data.
    Pseudonym,
    /// A digest of a secret; it opens nothing.
    Secret,
    /// An account of a member of staff or a system.
    Staff,
    /// About no one.
    Technical,
}

impl Class {
    /// Its name in the document.
    pub fn name(self) -> &'static str {
        match self {
            Class::Contact => "contact",
            Class::Organisation => "organisation",
            Class::Personal => "personal",
            Class::Pseudonym => "pseudonym",
            Class::Secret => "secret (digest)",
            Class::Staff => "staff",
            Class::Technical => "technical",
        }
    }
}

/// How long a column is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retention {
    /// So many days.
    Days(i64),
    /// For ever: the register of micro-credentials is a permanent record.
    Permanent,
    /// Until the batch is done with, and the days after it that the operator sets.
    UntilBatchDone,
    /// Until it expires, and then to the next sweep.
    UntilExpiry,
    /// Until the credential is sealed, or will never be.
    UntilSealed,
    /// So many days after a share ended; the document's own link, and what is no share, until the holder has it erased.
    DaysAfterEnd(i64),
    /// Until the holder has it erased.
    UntilHolderEnds,
    /// As long as the service runs.
    WhileRunning,
}

impl Retention {
    /// Its words in the document.
    pub fn words(self) -> String {
        match self {
            Retention::Days(days) => format!("{days} days"),
            Retention::DaysAfterEnd(days) => format!("{days} days after it ended"),
            Retention::Permanent => String::from("permanent"),
            Retention::UntilBatchDone => String::from("until the batch is done with, and as long after as is set"),
            Retention::UntilExpiry => String::from("until it expires"),
            Retention::UntilSealed => String::from("until the credential is sealed"),
            Retention::UntilHolderEnds => String::from("until the holder has it erased"),
            Retention::WhileRunning => String::from("as long as the service runs"),
        }
    }
}

/// What a request for erasure does to a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Erasure {
    /// Emptied.
    Blanked,
    /// Gone with its row.
    Deleted,
    /// Kept: GDPR Art. 17(3)(b) and (d).
    Kept,
    /// It concerns no one who could ask.
    Untouched,
}

impl Erasure {
    /// Its words in the document.
    pub fn words(self) -> &'static str {
        match self {
            Erasure::Blanked => "emptied",
            Erasure::Deleted => "deleted",
            Erasure::Kept => "kept, Art. 17(3)(b), (d)",
            Erasure::Untouched => "untouched",
        }
    }
}

/// One column, declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub class: Class,
    /// What for.
    pub purpose: &'static str,
    /// For how long.
    pub retention: Retention,
    /// What erasure does.
    pub erasure: Erasure,
}

/// What stands before the tables in the document.
const PREFACE: &str = "\
# Data protection: every column we keep

Generated from `crates/store/src/columns/table.rs`; a test fails when a column is missing there or this file is stale.
To renew it: `SIGNET_BLESS=1 cargo test --release -p signet-store columns`.

No column holds a rodné číslo. No column holds a link, a token or a key: only their SHA-256, which opens nothing. One exception:
the key of each record, which opens nothing but that record and stands in the sealed file as well.
Nothing is kept about whoever looks at a share but the minute. What staff and their accounts do is kept in the log of security
events, by account and identifier: no name, no link, nothing that was typed.

**Basis.** Issuing and keeping credentials is a duty and a public task (GDPR Art. 6(1)(c), (e)); sharing rests on the
holder's own act and ends with it.

**Erasure.** The register entry, its ledger and its sealed files are a permanent record (Art. 17(3)(b), (d)). On request we
erase shares, the log of looks, the key of the record and the public address of its statement, the contact e-mail, sessions and login links, and uploaded files of batches that are done with
(ledger event `Erased`, scope `publication`). Where a court or authority orders it, the bytes of the artefacts go too (scope
`artefacts`); their digests remain. `signet erase` does it; a test holds every row of the database before and after against
these tables.

**End of time.** `signet serve` and `signet work` sweep every hour, `signet sweep` at once: what is not permanent goes when its
time is over. A batch that nobody decided about is given up after the days that `retention.undecided_days` sets (90); an uploaded
file, and what complaints quoted of it, is forgotten `retention.upload_days` (30) after its batch was issued or given up. A named
share is shown to its holder for 90 days after it ended; the document's own link, which can be opened again, stays until erasure.
A file or an award that no ledger names, left by a process that died while it issued, goes after 30 days, unless it may belong to a
credential that still waits for its seal; so do bytes of which not even a row was written. The hourly sweep looks at one 256th of all
files each time, and has seen them all after eleven days.

**Beside the tables** lie the artefacts, as bytes named by their SHA-256: awards, sealed credentials (`.jsonld`, `.pdf`),
signed statements about records and of earlier versions pictures, all personal and permanent as above; uploaded files of results, personal and kept until their batch is done with;
texts of units that were handed in, and the remarks with which they were returned, both organisation and permanent: erasure
does not reach remarks, so nothing about holders belongs in them;
and of each status list the newest that was sealed, which says nothing of anyone.

**In memory only.** `signet serve` counts looks in memory and writes them every three seconds, and when it is stopped: if it is
killed, it loses the looks of the last seconds. What a shared page says of a credential is remembered while its verdict stands, for an
hour at most, and forgotten then; what was shared ends with the share, and what was erased is shown no more, at once.
";

/// Renders the whole table as Markdown: `docs/data-protection.md`.
pub fn data_protection() -> String {
    let mut text = String::from(PREFACE);
    let mut table = "";
    for column in COLUMNS {
        if column.table != table {
            table = column.table;
            text.push_str(&format!(
                "\n## `{table}`\n\n| column | class | purpose | kept | erasure |\n|---|---|---|---|---|\n"
            ));
        }
        let Column { name, class, purpose, retention, erasure, .. } = column;
        let (class, kept, erasure) = (class.name(), retention.words(), erasure.words());
        text.push_str(&format!("| `{name}` | {class} | {purpose} | {kept} | {erasure} |\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn columns_are_in_the_committed_document() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/data-protection.md");
        if std::env::var_os("SIGNET_BLESS").is_some() {
            std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs")).unwrap();
            std::fs::write(path, data_protection()).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == data_protection(), "docs/data-protection.md is stale: run again with SIGNET_BLESS=1");
    }

    #[test]
    fn columns_about_people_say_what_erasure_does() {
        for column in COLUMNS {
            let about_someone = matches!(
                column.class,
                Class::Contact | Class::Personal | Class::Pseudonym | Class::Staff | Class::Secret
            );
            assert_eq!(about_someone, column.erasure != Erasure::Untouched, "{}.{}", column.table, column.name);
        }
    }

    #[test]
    fn columns_are_declared_once_and_in_groups() {
        let mut seen = std::collections::BTreeSet::new();
        let mut tables: Vec<&str> = COLUMNS.iter().map(|column| column.table).collect();
        tables.dedup();
        let groups = tables.len();
        tables.sort_unstable();
        tables.dedup();
        assert_eq!(groups, tables.len(), "a table is in two places");
        assert!(COLUMNS.iter().all(|column| seen.insert((column.table, column.name))), "a column is there twice");
    }
}
