//! Why a command ends before its end, and with which exit code.

use std::{error::Error, io};

pub use signet_console::Exit;
use signet_console::{Stop, file};
use signet_issue::{UnreadableAward, with_causes};
use signet_lang::{Locale, args};
use signet_store::FailureKind;

use crate::award_problem;

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

    /// The stop of a part that other programs have too.
    pub fn stopped(stop: Stop) -> Self {
        CommandError::new(stop.exit, stop.sentence)
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
