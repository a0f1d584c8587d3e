//! How a command ends: documented exit codes, after `sysexits.h` from 64 on.

use std::{
    error::Error,
    io,
    process::{ExitCode, Termination},
};

use signet_issue::{UnreadableAward, with_causes};
use signet_lang::{Locale, args};
use signet_store::FailureKind;

use crate::{award_problem, file};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; of `verify`: holds.
    Success,
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
    /// 75: not now; the same input is worth another try later.
    TryAgain,
    /// 77: whoever typed it may not do that.
    NotPermitted,
    /// 78: the settings are wrong.
    Config,
}

impl Exit {
    /// The number the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Success => 0,
            Exit::Fails => 1,
            Exit::CannotTell => 2,
            Exit::Usage => 64,
            Exit::Data => 65,
            Exit::NoInput => 66,
            Exit::Unavailable => 69,
            Exit::Software => 70,
            Exit::TryAgain => 75,
            Exit::NotPermitted => 77,
            Exit::Config => 78,
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}

/// An error that ends a command: its exit code, and what to tell and do next.
#[derive(Debug)]
pub struct CommandError {
    /// The exit code.
    pub exit: Exit,
    why: Why,
}

#[derive(Debug)]
enum Why {
    /// A sentence already in the user's language.
    Told(String),
    /// A failure of the machine or of ours.
    Failed(Box<dyn Error>),
}

impl CommandError {
    /// A stop with its sentence.
    pub fn new(exit: Exit, sentence: impl Into<String>) -> Self {
        CommandError { exit, why: Why::Told(sentence.into()) }
    }

    /// The same, ending with another code.
    #[must_use]
    pub fn ending(self, exit: Exit) -> Self {
        CommandError { exit, ..self }
    }

    /// What to tell.
    pub fn sentence(&self, locale: Locale) -> String {
        match &self.why {
            Why::Told(sentence) => sentence.clone(),
            Why::Failed(error) => {
                known_cause(error.as_ref(), locale).unwrap_or_else(|| locale.app_fault(with_causes(error.as_ref())))
            }
        }
    }
}

/// Everything else is a failure of the machine, which is told by its kind, or a fault of ours, which is told as it is.
impl<E: Error + 'static> From<E> for CommandError {
    fn from(error: E) -> Self {
        let failed = |error: &(dyn Error + 'static)| {
            let io = error.downcast_ref::<io::Error>().is_some();
            let kind = error.downcast_ref::<FailureKind>();
            io || matches!(kind, Some(FailureKind::Full | FailureKind::Unavailable))
        };
        let exit = if causes(&error).any(failed) { Exit::Unavailable } else { Exit::Software };
        CommandError { exit, why: Why::Failed(Box::new(error)) }
    }
}

/// An error and what caused it.
fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error: &&'e (dyn Error + 'static)| (*error).source())
}

/// What happened, when the error or one of its causes is a failure of the machine.
pub fn known_cause(error: &(dyn Error + 'static), locale: Locale) -> Option<String> {
    causes(error).find_map(|cause| {
        if let Some(kind) = cause.downcast_ref::<FailureKind>() {
            return match kind {
                FailureKind::Full => Some(locale.app_disk_full()),
                FailureKind::Unavailable => Some(locale.app_store_problem(args::AppStoreProblem::Unavailable)),
                FailureKind::MissingReference | FailureKind::Other | FailureKind::Taken => None,
            };
        }
        if let Some(unreadable) = cause.downcast_ref::<UnreadableAward>() {
            return Some(locale.register_award_unreadable(award_problem::place(*unreadable, locale)));
        }
        let error = cause.downcast_ref::<io::Error>()?;
        Some(if file::is_full(error) {
            locale.app_disk_full()
        } else {
            locale.app_system(file::problem(error, locale))
        })
    })
}

/// Prints why a command stopped.
pub fn report(stop: &CommandError, locale: Locale) -> Exit {
    eprintln!("{}", locale.app_stopped(stop.sentence(locale)));
    stop.exit
}
