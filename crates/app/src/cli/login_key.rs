//! What may be typed about the keys by which Signet proves to login providers who it is.

use std::path::PathBuf;

use clap::Subcommand;

/// `signet login-key …`
#[derive(Debug, Subcommand)]
pub enum LoginKeyCommand {
    /// Make a key; where the file has one, a further one that is public and does not sign yet.
    Make(LoginKeyArgs),
    /// Let the newest key sign.
    Switch(LoginKeyArgs),
    /// Keep the key that signs, and no other.
    Prune(LoginKeyArgs),
    /// Print the public keys, for a provider that does not fetch them.
    Show(LoginKeyArgs),
}

/// The file that a command about keys is about.
#[derive(Debug, clap::Args)]
pub struct LoginKeyArgs {
    /// The file of the setting `client_key`.
    #[arg(default_value = "login.key.pem", value_name = "FILE")]
    pub file: PathBuf,
}
