//! The binary: reads configuration, joins the parts, runs a command.

mod accessibility_reading;
mod award_problem;
mod cli;
mod command;
mod config;
mod demo;
mod examine;
mod exit;
mod help;
mod http_client;
mod input;
mod interruption;
mod kept_file;
mod key_problem;
mod letters;
mod link_key;
mod lock;
mod log;
mod login_inquiry;
mod login_reading;
mod mail_reading;
mod modes;
mod operator;
mod policy;
mod progress;
mod seal_signer;
mod sealing;
mod services;
mod signal;
mod terminal;
mod trust_reading;

use clap::{CommandFactory, FromArgMatches};
use signet_console::{file, misuse};

use crate::{
    cli::{Cli, Command},
    exit::Exit,
};

/// Files come and go whole, hundreds of kilobytes each: the C library would give their memory back to the system every time.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Exit {
    modes::close_to_others();
    let typed = terminal::locale(terminal::typed_language());
    let command = help::speaking(Cli::command(), typed);
    let cli = match command.try_get_matches().and_then(|typed| Cli::from_arg_matches(&typed)) {
        Ok(cli) => cli,
        Err(help_or_misuse) => return misuse::report(&help_or_misuse, typed),
    };
    let locale = terminal::locale(cli.lang);
    // Limits of a process hold for all its threads, so the worker starts none.
    if matches!(cli.command, Command::VerifyWorker) {
        return command::verify_worker::run(locale);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return exit::report(&error.into(), locale),
    };
    match runtime.block_on(command::run(cli, locale)) {
        Ok(exit) => exit,
        Err(error) => exit::report(&error, locale),
    }
}
