//! How a command ends: documented exit codes, after `sysexits.h` from 64 on.

use std::process::{ExitCode, Termination};

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
