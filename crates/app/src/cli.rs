//! The command line: what may be typed. What it means is in `command/`; how it is explained to people, in `help`.

mod access;
mod login_key;
mod mail;
mod register;
mod seal;

use std::{net::SocketAddr, path::PathBuf};

use clap::{Parser, Subcommand};
use jiff::{Timestamp, civil::Date};

pub use access::{
    AccountArgs, AccountCommand, AccountEndArgs, AccountGrantArgs, AccountListArgs, AccountPartArgs, LoginLinkArgs,
    SecurityLogArgs,
};
pub use login_key::{LoginKeyArgs, LoginKeyCommand};
pub use mail::BounceArgs;
pub use register::{EraseArgs, FsckArgs, MigrateArgs};
pub use signet_console::LanguageChoice;

pub use seal::{SealCommand, SealLogArgs, SealMandateArgs, SealStartArgs, SealStatusArgs, SealStopArgs};

/// Issue, seal, keep, share and verify university micro-credentials.
#[derive(Debug, Parser)]
#[command(name = "signet", version, about, propagate_version = true)]
pub struct Cli {
    /// Language of messages; by default that of the system's locale.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LanguageChoice>,
    /// Settings.
    #[arg(long, global = true, default_value = "signet.toml", value_name = "FILE")]
    pub config: PathBuf,
    /// The account to act as, where the settings know several for one user.
    #[arg(long = "as", global = true, value_name = "ACCOUNT")]
    pub acting: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a test register with a fictional university, issue its micro-credentials and serve it on this machine.
    Demo(DemoArgs),
    /// Begin with an institution of one's own: settings, institution, unit, results and a test key that go together.
    Init(InitArgs),
    /// Answer requests, and seal what waits.
    Serve,
    /// Seal what waits, until stopped.
    Work(WorkArgs),
    /// Bring institutions and units of learning (TOML files) into the register.
    Import(ImportArgs),
    /// Issue micro-credentials from a file of results (CSV or JSON).
    Issue(IssueArgs),
    /// Replace an issued micro-credential by a corrected one.
    Correct(CorrectArgs),
    /// Revoke an issued micro-credential.
    Revoke(RevokeArgs),
    /// Verify any sealed credential (.jsonld) or certificate (.pdf), ours or not.
    Verify(VerifyArgs),
    /// Say whether files are one micro-credential, item by item.
    Same(SameArgs),
    /// Stamp again what would lose its proof otherwise.
    Renew(RenewArgs),
    /// Verify every kept artefact again and walk the ledger.
    Fsck(FsckArgs),
    /// Erase what may be erased of a person.
    Erase(EraseArgs),
    /// Take a report of a letter that could not be delivered, from standard input, as a relay hands it to a program.
    Bounce(BounceArgs),
    /// Take away what is kept no longer.
    Sweep,
    /// Bring the database up to date as the owner of its tables.
    Migrate(MigrateArgs),
    /// Who may sign in as what.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Print a one-time link by which a person can log in.
    LoginLink(LoginLinkArgs),
    /// The keys by which Signet proves to login providers who it is.
    #[command(subcommand)]
    LoginKey(LoginKeyCommand),
    /// What happened to accounts and by them.
    SecurityLog(SecurityLogArgs),
    /// What a seal's custodian needs.
    #[command(subcommand)]
    Seal(SealCommand),
    /// Look at the settings.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Fetch the EU's trusted lists, and look at them.
    #[command(subcommand)]
    Trust(TrustCommand),
    /// Write, explain and compare European Digital Credentials.
    #[command(subcommand)]
    Credential(CredentialCommand),
    /// Look into the EU's controlled lists.
    #[command(subcommand)]
    Vocab(VocabCommand),
    /// Check that everything Signet relies on is in order.
    Doctor,
    /// Verify strangers' files for `serve`, over standard input and output.
    #[command(hide = true)]
    VerifyWorker,
}

/// `signet vocab …`
#[derive(Debug, Subcommand)]
pub enum VocabCommand {
    /// Show the lists, or the members of one.
    List(VocabListArgs),
    /// Search members by label.
    Find(VocabFindArgs),
    /// Say of each identifier to which list it belongs, and whether it is there.
    Check(VocabCheckArgs),
}

/// `signet vocab list`
#[derive(Debug, clap::Args)]
pub struct VocabListArgs {
    /// A list, by the name in its members' addresses: `eqf`, `isced-f`; or by its own address.
    #[arg(value_name = "SCHEME")]
    pub scheme: Option<String>,
    /// Print it as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet vocab find`
#[derive(Debug, clap::Args)]
pub struct VocabFindArgs {
    /// Words, or beginnings of words, that the label must have; or a code.
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
    /// Only in this list.
    #[arg(long, value_name = "SCHEME")]
    pub scheme: Option<String>,
    /// Only in labels in this language.
    #[arg(long, value_enum)]
    pub language: Option<LanguageChoice>,
    /// Print what is found as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet vocab check`
#[derive(Debug, clap::Args)]
pub struct VocabCheckArgs {
    /// Identifiers.
    #[arg(required = true, value_name = "URI")]
    pub uris: Vec<String>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet credential …`
#[derive(Debug, Subcommand)]
pub enum CredentialCommand {
    /// Print the unsealed credential of an award.
    Compose(CredentialComposeArgs),
    /// Say what a credential says, element by element.
    Explain(CredentialExplainArgs),
    /// Compare two credentials by what they say.
    Diff(CredentialDiffArgs),
}

/// `signet credential compose`
#[derive(Debug, clap::Args)]
pub struct CredentialComposeArgs {
    /// The award (JSON); `-` reads standard input.
    #[arg(value_name = "AWARD")]
    pub award: PathBuf,
    /// State this moment of issue; now by default.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// Print credential and findings as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet credential explain`
#[derive(Debug, clap::Args)]
pub struct CredentialExplainArgs {
    /// The file, sealed or not; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Print it as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet credential diff`
#[derive(Debug, clap::Args)]
pub struct CredentialDiffArgs {
    /// The first, sealed or not.
    #[arg(value_name = "A")]
    pub before: PathBuf,
    /// The second, sealed or not.
    #[arg(value_name = "B")]
    pub after: PathBuf,
    /// Print the differences as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet trust …`
#[derive(Debug, Subcommand)]
pub enum TrustCommand {
    /// Fetch the list of lists and the lists it points to, and keep those that count.
    Update(TrustUpdateArgs),
    /// Show the lists that are kept; or what they say of a certificate.
    Show(TrustShowArgs),
}

/// `signet trust update`
#[derive(Debug, clap::Args)]
pub struct TrustUpdateArgs {
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet trust show`
#[derive(Debug, clap::Args)]
pub struct TrustShowArgs {
    /// A certificate (PEM), with its issuers behind it if the lists do not have them.
    #[arg(value_name = "CERT")]
    pub certificate: Option<PathBuf>,
    /// Tell what a seal or time stamp made at this moment would be; now by default.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet config …`
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Read the settings and say what is wrong with them.
    Check,
}

/// `signet demo`
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Folder of the test register.
    #[arg(long, default_value = "demo", value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Throw an earlier test register away first.
    #[arg(long)]
    pub fresh: bool,
    /// Address to serve at; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Print where things are as one line of JSON.
    #[arg(long)]
    pub json: bool,
    /// Stop after issuing, without serving.
    #[arg(long)]
    pub no_serve: bool,
}

impl DemoArgs {
    /// The port that is served at when none is named.
    pub const PORT: u16 = 8080;
}

/// `signet init`
#[derive(Debug, clap::Args)]
pub struct InitArgs {
    /// Folder to write into; nothing in it is written over.
    #[arg(default_value = ".", value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The institution's legal name in Czech.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// The same in English.
    #[arg(long, value_name = "TEXT")]
    pub name_en: Option<String>,
    /// Its company number (IČO).
    #[arg(long, value_name = "NUMBER")]
    pub company_number: Option<String>,
    /// Its id in addresses; by default made from the name.
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

/// `signet work`
#[derive(Debug, clap::Args)]
pub struct WorkArgs {
    /// Stop when nothing waits.
    #[arg(long)]
    pub once: bool,
    /// Stop dead at this step of the first credential (for tests of recovery).
    #[arg(long, hide = true, value_name = "STEP")]
    pub halt_at: Option<String>,
}

/// `signet import`
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct ImportArgs {
    /// Something else than institutions and units.
    #[command(subcommand)]
    pub other: Option<ImportCommand>,
    /// Institution and unit files; institutions first.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The institution whose units these are; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// Only check.
    #[arg(long)]
    pub check: bool,
}

/// `signet import …`
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Propose the awards of unsealed European Digital Credentials.
    Edc(ImportEdcArgs),
}

/// `signet import edc`
#[derive(Debug, clap::Args)]
pub struct ImportEdcArgs {
    /// Unsealed credentials, with or without delivery details around them.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The institution that awards; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// The unit in the register; by default the one that the credential names, else a new one made from it.
    #[arg(long, value_name = "ID")]
    pub unit: Option<String>,
    /// The run; by default the one of the same period.
    #[arg(long, value_name = "ID")]
    pub run: Option<String>,
    /// The person's id at the institution; by default the person's first identifier in the credential.
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    /// Only tell what would be proposed.
    #[arg(long)]
    pub check: bool,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet issue`
#[derive(Debug, clap::Args)]
pub struct IssueArgs {
    /// The unit of learning (TOML).
    #[arg(long, value_name = "FILE")]
    pub unit: PathBuf,
    /// The results (CSV or JSON).
    #[arg(long, value_name = "FILE")]
    pub results: PathBuf,
    /// The institution; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// Only check; issue nothing.
    #[arg(long)]
    pub check: bool,
    /// Issue the rows without complaints although others have some.
    #[arg(long)]
    pub skip_bad: bool,
    /// Folder for the issued files.
    #[arg(long, default_value = "issued", value_name = "FOLDER")]
    pub out: PathBuf,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
    /// Stop dead at this step (for tests of recovery).
    #[arg(long, hide = true, value_name = "STEP")]
    pub halt_at: Option<String>,
}

/// `signet correct`
#[derive(Debug, clap::Args)]
pub struct CorrectArgs {
    /// Unique identifier of the credential to replace.
    pub credential: String,
    /// Results file with one row: the corrected one.
    #[arg(long, value_name = "FILE")]
    pub results: PathBuf,
    /// Folder for the new files.
    #[arg(long, default_value = "issued", value_name = "FOLDER")]
    pub out: PathBuf,
}

/// `signet revoke`
#[derive(Debug, clap::Args)]
pub struct RevokeArgs {
    /// Unique identifier of the credential.
    pub credential: String,
    /// Why.
    #[arg(long, value_name = "REASON")]
    pub reason: String,
    /// A public note in Czech.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note_cs: String,
    /// A public note in English.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note_en: String,
    /// Since when; today by default.
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,
}

/// `signet verify`
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// Files, folders and ZIP files; `-` reads standard input.
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// By whom and by what to judge.
    #[command(flatten)]
    pub judging: JudgingArgs,
    /// Print the report as JSON, of many files one a line.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print a table for spreadsheets.
    #[arg(long)]
    pub csv: bool,
}

/// `signet same`
#[derive(Debug, clap::Args)]
pub struct SameArgs {
    /// The files, two at least.
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// By whom and by what to judge.
    #[command(flatten)]
    pub judging: JudgingArgs,
    /// Print the comparison as JSON.
    #[arg(long)]
    pub json: bool,
}

/// How files are judged: `signet verify` and `signet same`.
#[derive(Debug, clap::Args)]
pub struct JudgingArgs {
    /// Trust these roots (PEM) instead of those in the settings.
    #[arg(long, value_name = "FILE")]
    pub anchors: Vec<PathBuf>,
    /// Trust these roots for test seals only.
    #[arg(long, value_name = "FILE")]
    pub test_anchors: Vec<PathBuf>,
    /// Ask nobody: judge by the file, and by what `--evidence` holds.
    #[arg(long)]
    pub offline: bool,
    /// Certificates, revocation data and status lists that were kept.
    #[arg(long, value_name = "FOLDER")]
    pub evidence: Option<PathBuf>,
    /// Judge by these rules (TOML) instead of those in the settings.
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Judge as of this moment (`2026-01-31T12:00:00Z`).
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
}

/// `signet renew`
#[derive(Debug, clap::Args)]
pub struct RenewArgs {
    /// Unique identifier of one credential, due or not; without it all that are due.
    pub credential: Option<String>,
    /// The institution; without it all.
    #[arg(long, value_name = "ID", conflicts_with = "credential")]
    pub institution: Option<String>,
    /// Take what would weaken before this day; by default as many days ahead as the settings say.
    #[arg(long, value_name = "DATE", conflicts_with = "credential")]
    pub due_before: Option<Date>,
    /// Only tell what is due.
    #[arg(long)]
    pub dry_run: bool,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}
