//! Whom we ask, and what.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::answers::Answers;
use super::ourselves;
use super::specimen::{Form, Purpose, Specimen};
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::task_error::{Context, TaskError};

/// One judge on all files of one question.
const LIMIT: Duration = Duration::from_secs(900);

/// The moments that stories are judged as of.
pub const MOMENTS: [&str; 6] = [
    "2026-11-01T00:00:00Z",
    "2028-12-31T00:00:00Z",
    "2029-06-01T00:00:00Z",
    "2031-12-31T00:00:00Z",
    "2032-06-01T00:00:00Z",
    "2040-06-01T00:00:00Z",
];

/// Whoever judges: those that share no code with us, and we beside them.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Judge {
    /// The edition that the EU's open credential code uses.
    Dss5,
    /// The newest edition.
    Dss6,
    /// PAdES only.
    PyHanko,
    /// `signet verify`.
    Signet,
}

impl Judge {
    /// Every judge, in the order of the tables.
    pub const ALL: [Self; 4] = [Self::Dss5, Self::Dss6, Self::PyHanko, Self::Signet];

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
            Self::Signet => "Signet",
        })
    }
}

/// Which files, and under which circumstances.
#[derive(Clone, Debug)]
pub struct Question {
    purposes: &'static [Purpose],
    /// Whether what the file lacks may be fetched from the authority.
    pub online: bool,
    moments: &'static [&'static str],
}

impl Question {
    /// What is asked in turn, and what it is called.
    pub fn all() -> [(&'static str, Self); 5] {
        [
            ("Seals online", Self { purposes: &[Purpose::Level], online: true, moments: &[] }),
            ("Seals from the file alone", Self { purposes: &[Purpose::Level], online: false, moments: &[] }),
            ("Seals with a flipped bit", Self { purposes: &[Purpose::Part], online: false, moments: &[] }),
            ("Seals as time goes by", Self { purposes: &[Purpose::Story], online: false, moments: &MOMENTS }),
            ("Seals of others", Self { purposes: &[Purpose::Other], online: true, moments: &[] }),
        ]
    }

    /// Whether the question is about this file.
    pub fn asks(&self, specimen: &Specimen) -> bool {
        self.purposes.contains(&specimen.purpose)
    }
}

/// Everything a judge needs beside the question.
pub struct JudgePanel<'a> {
    /// For logs and scripts.
    pub place: &'a Place,
    /// For programs.
    pub tools: &'a Tools,
    /// The root that seals lead to.
    pub root: PathBuf,
    /// Where the files are.
    pub folder: &'a Path,
}

impl JudgePanel<'_> {
    /// Asks all judges at the same time, and insists on an answer for each file and moment.
    pub fn hear(&self, specimens: &[Specimen], question: &Question) -> Result<Answers, TaskError> {
        let mut heard = Answers::default();
        thread::scope(|scope| {
            let judges = Judge::ALL.map(|judge| scope.spawn(move || self.hear_one(judge, specimens, question)));
            for judge in judges {
                heard.add(judge.join().map_err(|_| TaskError::new("a judge's thread broke off"))??);
            }
            Ok(heard)
        })
    }

    fn hear_one(&self, judge: Judge, specimens: &[Specimen], question: &Question) -> Result<Answers, TaskError> {
        let asked = specimens.iter().filter(|specimen| question.asks(specimen) && judge.reads(specimen.form));
        let files: Vec<PathBuf> = asked.map(|specimen| self.folder.join(&specimen.file)).collect();
        let script = self.place.interop("python/judge_indication.py");
        match judge {
            Judge::Dss5 => self.program(judge, &self.tools.dss.five, "judge".as_ref(), question, &files),
            Judge::Dss6 => self.program(judge, &self.tools.dss.six, "judge".as_ref(), question, &files),
            Judge::PyHanko => self.program(judge, &self.tools.python, &script, question, &files),
            Judge::Signet => self.ourselves(question, &files),
        }
    }

    /// A program that is asked about everything at once; `first` is its verb or script.
    fn program(
        &self,
        judge: Judge,
        program: &Path,
        first: &Path,
        question: &Question,
        files: &[PathBuf],
    ) -> Result<Answers, TaskError> {
        let mut command = Command::new(program);
        command.arg(first);
        command.arg("--trust").arg(&self.root);
        if question.online {
            command.arg("--online");
        }
        for moment in question.moments {
            command.args(["--at", moment]);
        }
        let log = self.place.log(&format!("interop {judge} {:?} {}", question.purposes, question.online));
        process::run(command.args(files), LIMIT, &log)?;
        let said = fs::read_to_string(&log).or_task_error("read what a judge said")?;
        let answers = Answers::read(judge, question.online, &said);
        let expected = files.len() * question.moments.len().max(1);
        if answers.len() == expected {
            return Ok(answers);
        }
        Err(TaskError::logged(format!("{judge} gave {} of {expected} answers", answers.len()), &log))
    }

    fn ourselves(&self, question: &Question, files: &[PathBuf]) -> Result<Answers, TaskError> {
        let now = [None];
        let moments: Vec<Option<&str>> = question.moments.iter().copied().map(Some).collect();
        let moments = if moments.is_empty() { now.as_slice() } else { moments.as_slice() };
        let mut heard = Answers::default();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            for at in moments {
                let answer = ourselves::verify(self, file, *at, question.online)?;
                heard.note(Judge::Signet, question.online, &name, *at, answer);
            }
        }
        Ok(heard)
    }
}
