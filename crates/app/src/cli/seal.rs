//! What may be typed about seals by their custodian.

use clap::Subcommand;
use jiff::Timestamp;

/// `signet seal …`
#[derive(Debug, Subcommand)]
pub enum SealCommand {
    /// Each seal: its key, certificate and turn, whether it answers, and what waits.
    Status(SealStatusArgs),
    /// Every use of a seal key.
    Log(SealLogArgs),
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

/// `signet seal stop`
#[derive(Debug, clap::Args)]
pub struct SealStopArgs {
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Only this seal: the beginning of its certificate's SHA-256.
    #[arg(long, value_name = "SHA-256")]
    pub seal: Option<String>,
}

/// `signet seal start`
#[derive(Debug, clap::Args)]
pub struct SealStartArgs {
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The seal that was stopped by itself.
    #[arg(long, value_name = "SHA-256")]
    pub seal: Option<String>,
}
