//! What may be typed about accounts: who may sign in, and what they did.

use clap::Subcommand;
use jiff::{Timestamp, civil::Date};

/// `signet account …`
#[derive(Debug, Subcommand)]
pub enum AccountCommand {
    /// Give an account a role; make the account when there is none.
    Grant(AccountGrantArgs),
    /// Take a role away.
    End(AccountEndArgs),
    /// Let nobody use an account.
    Block(AccountArgs),
    /// Let a blocked account be used again.
    Unblock(AccountArgs),
    /// Show accounts and their roles.
    List(AccountListArgs),
    /// Show accounts that became one in the last 30 days.
    Merges(AccountListArgs),
    /// Part accounts that became one.
    Part(AccountPartArgs),
}

/// `signet account grant`
#[derive(Debug, clap::Args)]
pub struct AccountGrantArgs {
    /// The account, as ledgers write it.
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    /// The role.
    #[arg(long)]
    pub role: String,
    /// The institution; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// Who that is in the institution's own records.
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    /// Only for units of this faculty, by its Czech name.
    #[arg(long = "faculty", value_name = "NAME")]
    pub faculties: Vec<String>,
    /// Only for this unit.
    #[arg(long = "unit", value_name = "ID")]
    pub units: Vec<String>,
    /// What pages show to colleagues.
    #[arg(long)]
    pub name: Option<String>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// Why, for the history of roles.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// `signet account end`
#[derive(Debug, clap::Args)]
pub struct AccountEndArgs {
    /// The account.
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    /// The role.
    #[arg(long)]
    pub role: String,
    /// The institution; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// Why, for the history of roles.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// `signet account block`, `signet account unblock`
#[derive(Debug, clap::Args)]
pub struct AccountArgs {
    /// The account.
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
}

/// `signet account part`
#[derive(Debug, clap::Args)]
pub struct AccountPartArgs {
    /// Which merge.
    #[arg(value_name = "ID")]
    pub merge: String,
    /// The reason, which is kept with it.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

/// `signet account list`, `signet account merges`
#[derive(Debug, clap::Args)]
pub struct AccountListArgs {
    /// Print it as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet login-link`
#[derive(Debug, clap::Args)]
pub struct LoginLinkArgs {
    /// `holder`, or a role of the account.
    #[arg(long)]
    pub role: String,
    /// The institution; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// The holder's id at the institution.
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    /// The account of somebody who acts for the institution.
    #[arg(long, value_name = "ACCOUNT")]
    pub account: Option<String>,
    /// Why a link is needed past the login provider.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// `signet security-log`
#[derive(Debug, clap::Args)]
pub struct SecurityLogArgs {
    /// Only from this moment on.
    #[arg(long, value_name = "TIME")]
    pub since: Option<Timestamp>,
    /// Print one JSON object a line.
    #[arg(long)]
    pub json: bool,
}
