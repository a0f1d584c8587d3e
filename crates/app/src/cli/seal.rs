//! What may be typed about seals by their custodian.

use std::path::PathBuf;

use clap::Subcommand;
use jiff::{Timestamp, civil::Date};

/// `signet seal …`
#[derive(Debug, Subcommand)]
pub enum SealCommand {
    /// Each seal: its key, certificate and turn, whether it answers, and what waits.
    Status(SealStatusArgs),
    /// Every use of a seal key.
    Log(SealLogArgs),
    /// Seal a mandate: that another body seals this institution's micro-credentials.
    Mandate(SealMandateArgs),
    /// Stop sealing in every process that shares the register.
    Stop(SealStopArgs),
    /// Let sealing go on.
    Start(SealStartArgs),
}

/// `signet seal status`
#[derive(Debug, clap::Args)]
pub struct SealStatusArgs {
    /// Print it as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `signet seal log`
#[derive(Debug, clap::Args)]
pub struct SealLogArgs {
    /// Only from this moment on.
    #[arg(long, value_name = "TIME")]
    pub since: Option<Timestamp>,
    /// Only this seal: the beginning of its certificate's SHA-256.
    #[arg(long, value_name = "SHA-256")]
    pub seal: Option<String>,
    /// Print one JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `signet seal mandate`
#[derive(Debug, clap::Args)]
pub struct SealMandateArgs {
    /// The institution that gives it; not needed when the register has one.
    #[arg(long, value_name = "ID")]
    pub institution: Option<String>,
    /// Identifier of the body that is to seal, as its seal certificate has it.
    #[arg(long, value_name = "IDENTIFIER")]
    pub sealer: String,
    /// Its name in law.
    #[arg(long, value_name = "NAME")]
    pub sealer_name: String,
    /// The first day; today by default.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// The day on which it no longer holds; without it, no end is set.
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// `signet seal stop`
#[derive(Debug, clap::Args)]
pub struct SealStopArgs {
    /// The reason, which the log of stops keeps.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Only this seal: the beginning of its certificate's SHA-256.
    #[arg(long, value_name = "SHA-256")]
    pub seal: Option<String>,
}

/// `signet seal start`
#[derive(Debug, clap::Args)]
pub struct SealStartArgs {
    /// The reason, which the log of stops keeps.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The seal that was stopped by itself.
    #[arg(long, value_name = "SHA-256")]
    pub seal: Option<String>,
}
