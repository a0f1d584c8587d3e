//! What may be typed about the register as a whole: check it, bring it up to date, erase from it.

use std::path::PathBuf;

/// `signet erase`
#[derive(Debug, clap::Args)]
pub struct EraseArgs {
    /// The person's id at the institution.
    #[arg(long, value_name = "ID")]
    pub person: String,
    /// The institution; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// `publication`, or `artefacts`.
    #[arg(long, value_name = "SCOPE", default_value = "publication")]
    pub scope: String,
}

/// `signet migrate`
#[derive(Debug, clap::Args)]
pub struct MigrateArgs {
    /// File with the owner's address of the database.
    #[arg(long, value_name = "FILE")]
    pub owner: Option<PathBuf>,
}

/// `signet fsck`
#[derive(Debug, clap::Args)]
pub struct FsckArgs {
    /// A sealed status list that was kept earlier.
    #[arg(long, value_name = "FILE")]
    pub against: Vec<PathBuf>,
    /// The head of a log that was kept earlier.
    #[arg(long, value_name = "HEAD")]
    pub head: Vec<String>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}
