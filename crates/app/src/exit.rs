//! How a command ends: documented exit codes, after `sysexits.h` from 64 on.

use std::process::{ExitCode, Termination};

use signet_lang::Locale;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; of `verify`: holds.
    Holds,
    /// 1: done, and the answer is no: fails, complaints, damage found.
    Fails,
    /// 2: cannot tell.
    CannotTell,
    /// 64: the command line was wrong.
    Usage,
    /// 65: the input cannot be read as what it should be.
    Data,
    /// 66: the input is not there.
    NoInput,
    /// 69: something relied on is not available.
    Unavailable,
    /// 70: a fault of ours.
    Software,
    /// 78: the settings are wrong.
    Config,
}

impl Exit {
    /// The number the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Holds => 0,
            Exit::Fails => 1,
            Exit::CannotTell => 2,
            Exit::Usage => 64,
            Exit::Data => 65,
            Exit::NoInput => 66,
            Exit::Unavailable => 69,
            Exit::Software => 70,
            Exit::Config => 78,
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}

/// An error that ends a command: its exit code and a sentence already in the user's language.
#[derive(Debug)]
pub struct Stop {
    /// Which code.
    pub exit: Exit,
    /// What to tell, and what to do next.
    pub sentence: String,
}

impl Stop {
    /// A stop with its sentence.
    pub fn new(exit: Exit, sentence: impl Into<String>) -> Self {
        Stop { exit, sentence: sentence.into() }
    }
}

/// Everything else is a fault of the machine or of ours, and told as it is.
impl<E: std::error::Error> From<E> for Stop {
    fn from(error: E) -> Self {
        let mut sentence = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            let text = cause.to_string();
            if !sentence.contains(&text) {
                sentence = format!("{sentence}: {text}");
            }
            source = cause.source();
        }
        Stop::new(Exit::Software, sentence)
    }
}

/// Prints why a command stopped.
pub fn report(stop: &Stop, locale: Locale) -> Exit {
    eprintln!("{}", locale.app_stopped(&stop.sentence));
    stop.exit
}

/// Help and version go out with 0, a wrong command line with 64.
pub fn of_command_line(error: &clap::Error) -> Exit {
    // A closed pipe is no reason to complain.
    let _ = error.print();
    if error.use_stderr() { Exit::Usage } else { Exit::Holds }
}
