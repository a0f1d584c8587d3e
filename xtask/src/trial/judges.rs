//! Whom we ask, and what.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::heard::Heard;
use super::specimen::{Form, Specimen, Trial};
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::trouble::{Context, Trouble};

/// One judge on all files of one question.
const LIMIT: Duration = Duration::from_secs(600);

/// The moments that stories are judged as of.
pub const MOMENTS: [&str; 6] = [
    "2026-11-01T00:00:00Z",
    "2028-12-31T00:00:00Z",
    "2029-06-01T00:00:00Z",
    "2031-12-31T00:00:00Z",
    "2032-06-01T00:00:00Z",
    "2040-06-01T00:00:00Z",
];

/// A judge that shares no code with us.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Judge {
    /// The edition that the EU's open credential code uses.
    Dss5,
    /// The newest edition.
    Dss6,
    /// PAdES only.
    PyHanko,
}

impl Judge {
    /// Every judge, in the order of the tables.
    pub const ALL: [Self; 3] = [Self::Dss5, Self::Dss6, Self::PyHanko];

    /// Whether it reads such files at all.
    pub fn reads(self, form: Form) -> bool {
        self != Self::PyHanko || form == Form::Pdf
    }
}

impl fmt::Display for Judge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Dss5 => "DSS 5.11.1",
            Self::Dss6 => "DSS 6.4",
            Self::PyHanko => "pyHanko",
        })
    }
}

/// Which files, and under which circumstances.
#[derive(Clone, Debug)]
pub struct Question {
    trials: &'static [Trial],
    /// Whether what the file lacks may be fetched from the authority.
    pub online: bool,
    moments: &'static [&'static str],
}

impl Question {
    /// What is asked in turn, and what it is called.
    pub fn all() -> [(&'static str, Self); 4] {
        [
            ("Seals online", Self { trials: &[Trial::Level], online: true, moments: &[] }),
            ("Seals from the file alone", Self { trials: &[Trial::Level], online: false, moments: &[] }),
            ("Seals with a flipped bit", Self { trials: &[Trial::Part], online: false, moments: &[] }),
            ("Seals as time goes by", Self { trials: &[Trial::Story], online: false, moments: &MOMENTS }),
        ]
    }

    /// Whether the question is about this file.
    pub fn asks(&self, specimen: &Specimen) -> bool {
        self.trials.contains(&specimen.trial)
    }
}

/// Everything a judge needs beside the question.
pub struct Court<'a> {
    /// For logs and scripts.
    pub place: &'a Place,
    /// For programs.
    pub tools: &'a Tools,
    /// The root that seals lead to.
    pub root: PathBuf,
    /// Where the files are.
    pub folder: &'a Path,
}

impl Court<'_> {
    /// Asks every judge, and insists on an answer for each file and moment.
    pub fn hear(&self, specimens: &[Specimen], question: &Question) -> Result<Heard, Trouble> {
        let mut heard = Heard::default();
        for judge in Judge::ALL {
            let asked = specimens.iter().filter(|specimen| question.asks(specimen) && judge.reads(specimen.form));
            let files: Vec<PathBuf> = asked.map(|specimen| self.folder.join(&specimen.file)).collect();
            let log = self.place.log(&format!("trial {judge} {:?} {}", question.trials, question.online));
            process::run(&self.command(judge, question, &files), LIMIT, &log)?;
            let said = std::fs::read_to_string(&log).or_trouble("read what a judge said")?;
            let answers = Heard::read(judge, question.online, &said);
            let expected = files.len() * question.moments.len().max(1);
            if answers.len() != expected {
                return Err(Trouble::logged(format!("{judge} gave {} of {expected} answers", answers.len()), &log));
            }
            heard.add(answers);
        }
        Ok(heard)
    }

    fn command(&self, judge: Judge, question: &Question, files: &[PathBuf]) -> Command {
        let mut command = match judge {
            Judge::Dss5 => Command::new(&self.tools.dss.five),
            Judge::Dss6 => Command::new(&self.tools.dss.six),
            Judge::PyHanko => Command::new(&self.tools.python),
        };
        match judge {
            Judge::Dss5 | Judge::Dss6 => command.arg("judge"),
            Judge::PyHanko => command.arg(self.place.interop("python/judge_indication.py")),
        };
        command.arg("--trust").arg(&self.root);
        if question.online {
            command.arg("--online");
        }
        for moment in question.moments {
            command.args(["--at", moment]);
        }
        command.args(files);
        command
    }
}
