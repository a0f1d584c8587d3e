//! `signet bounce`

/// `signet bounce`
#[derive(Debug, clap::Args)]
pub struct BounceArgs {
    /// The address that the relay delivers the report to; what stands in its header fields counts, too.
    #[arg(long, value_name = "EMAIL")]
    pub recipient: Option<String>,
}
