//! What the maker of specimens says of each, and which answers of a judge that bears out.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::answers::Answer;
use super::judges::{Judge, Question};
use crate::task_error::{Context, TaskError};

/// Why a file is among the specimens.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// It is as good as its level.
    Level,
    /// One bit of one part is flipped.
    Part,
    /// It is judged as of many moments.
    Story,
    /// Its verification is timed.
    Race,
    /// Somebody else made it.
    Other,
}

/// What kind of file, and how it says when it was sealed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Form {
    /// JAdES with `iat`.
    Iat,
    /// JAdES with `sigT`.
    SigT,
    /// PAdES.
    Pdf,
}

impl Form {
    /// Every form, in the order of the tables.
    pub const ALL: [Self; 3] = [Self::Iat, Self::SigT, Self::Pdf];

    /// As the tables call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Iat => "JAdES, `iat`",
            Self::SigT => "JAdES, `sigT`",
            Self::Pdf => "PAdES",
        }
    }
}

/// One sealed file.
#[derive(Clone, Debug)]
pub struct Specimen {
    /// Its name in the folder.
    pub file: String,
    /// What kind of file.
    pub form: Form,
    /// `B-B` to `B-LTA`, or `renewed`.
    pub level: String,
    /// As JOSE calls it.
    pub algorithm: String,
    /// Why it is here.
    pub purpose: Purpose,
    /// The flipped part, the story, or what is particular about a file that somebody else made.
    pub about: String,
    /// Who made it, of files that are not ours.
    pub maker: String,
    /// What must be said of it, of files that are not ours: `TOTAL_PASSED` or `TOTAL_FAILED`.
    pub expected: String,
}

/// Reads the maker's list.
pub fn read(list: &Path) -> Result<Vec<Specimen>, TaskError> {
    let text = fs::read_to_string(list).or_task_error(format!("read {}", list.display()))?;
    text.lines().map(|line| of_line(line).ok_or_else(|| TaskError::new(format!("no specimen: {line}")))).collect()
}

fn of_line(line: &str) -> Option<Specimen> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| value.get(name)?.as_str().map(str::to_owned);
    Some(Specimen {
        file: text("file")?,
        form: match text("form")?.as_str() {
            "jades-iat" => Form::Iat,
            "jades-sigT" => Form::SigT,
            "pades" => Form::Pdf,
            _ => return None,
        },
        level: text("level")?,
        algorithm: text("algorithm")?,
        purpose: match text("purpose")?.as_str() {
            "level" => Purpose::Level,
            "part" => Purpose::Part,
            "story" => Purpose::Story,
            "race" => Purpose::Race,
            "other" => Purpose::Other,
            _ => return None,
        },
        about: text("about")?,
        maker: text("maker").unwrap_or_default(),
        expected: text("expected").unwrap_or_default(),
    })
}

impl Specimen {
    /// Whether an answer is one that may be given to this file; else why not. What else judges say is for the tables.
    pub fn bears_out(&self, judge: Judge, question: &Question, answer: &Answer) -> Result<(), String> {
        match self.purpose {
            Purpose::Level => self.bears_out_level(judge, question, answer),
            Purpose::Part => self.bears_out_failure(answer),
            Purpose::Other if judge == Judge::Signet => self.bears_out_other(answer),
            Purpose::Story | Purpose::Race | Purpose::Other => Ok(()),
        }
    }

    /// Of files that somebody else made we say what must be said, and see the level that they were made at. What the others say of
    /// them, and of each other's, is for the table.
    fn bears_out_other(&self, answer: &Answer) -> Result<(), String> {
        let failed = self.expected != "TOTAL_PASSED";
        let level = answer.level.as_deref().unwrap_or("none");
        // By the standard in force a `sigT` of today makes no baseline seal.
        let of_level = failed || self.form == Form::SigT || level == self.level;
        let fits = answer.word == self.expected && of_level;
        if fits { Ok(()) } else { Err(format!("{} and {} expected: {answer}", self.expected, self.level)) }
    }

    /// A whole seal passes wherever revocation can be known, and is of its level where the judge knows its form.
    fn bears_out_level(&self, judge: Judge, question: &Question, answer: &Answer) -> Result<(), String> {
        let alone = matches!(self.level.as_str(), "B-B" | "B-T") && !question.online;
        let level = if self.level == "renewed" { "B-LTA" } else { &self.level };
        let passed = answer.word == "TOTAL_PASSED";
        let of_level = answer.level.as_deref() == Some(level);
        let fits = match (judge, self.form) {
            // Without revocation data nothing is known; claiming more would be a lie.
            _ if alone => answer.word == "INDETERMINATE",
            // 5.11.1 knows no `iat` and misses the time of sealing.
            (Judge::Dss5, Form::Iat) => answer.sub.as_deref() == Some("SIG_CONSTRAINTS_FAILURE"),
            // 6.x calls a `sigT` of after 2025-07-15 valid, but no baseline seal.
            (Judge::Dss6, Form::SigT) => passed && answer.level.is_none(),
            // By the standard in force a `sigT` of today makes no baseline seal; we say so, like 6.x.
            (Judge::Signet, Form::SigT) => passed && answer.level.is_none(),
            (Judge::PyHanko, _) => passed,
            (Judge::Dss5 | Judge::Dss6 | Judge::Signet, _) => passed && of_level,
        };
        if fits { Ok(()) } else { Err(answer.to_string()) }
    }

    /// A flipped bit of what is signed fails the seal; one of the evidence at least a stamp.
    fn bears_out_failure(&self, answer: &Answer) -> Result<(), String> {
        let signed = ["payload", "protected", "signature", "content", "Contents"].contains(&self.about.as_str());
        // What can no longer be read at all is refused as well.
        let refused = ["TOTAL_FAILED", "UNREADABLE"].contains(&answer.word.as_str());
        let fits = if signed { refused } else { !answer.is_flawless() };
        if fits { Ok(()) } else { Err(format!("a flipped bit in {}: {answer}", self.about)) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn specimen(form: &str, level: &str, purpose: &str, about: &str) -> Specimen {
        let line = format!(
            r#"{{"file":"f","form":"{form}","level":"{level}","algorithm":"ES256","purpose":"{purpose}","about":"{about}"}}"#
        );
        of_line(&line).unwrap()
    }

    fn passed(level: Option<&str>) -> Answer {
        Answer { word: "TOTAL_PASSED".to_owned(), level: level.map(str::to_owned), ..Answer::default() }
    }

    #[test]
    fn a_seal_must_be_of_its_level() {
        let [(_, question), ..] = Question::all();
        let seal = specimen("jades-iat", "renewed", "level", "");
        assert!(seal.bears_out(Judge::Dss6, &question, &passed(Some("B-LTA"))).is_ok());
        assert!(seal.bears_out(Judge::Dss6, &question, &passed(Some("B-T"))).is_err());
        assert!(seal.bears_out(Judge::Dss6, &question, &Answer::default()).is_err());
    }

    #[test]
    fn without_revocation_data_no_seal_may_pass() {
        let seal = specimen("pades", "B-T", "level", "");
        let [_, (_, question), ..] = Question::all();
        assert!(seal.bears_out(Judge::Dss6, &question, &passed(Some("B-T"))).is_err());
    }

    #[test]
    fn of_anothers_seal_we_say_what_must_be_said() {
        let line = r#"{"file":"f","form":"pades","level":"B-T","algorithm":"ES256","purpose":"other","about":"BER","maker":"M","expected":"TOTAL_PASSED"}"#;
        let seal = of_line(line).unwrap();
        let [.., (_, question)] = Question::all();
        assert!(question.asks(&seal));
        assert!(seal.bears_out(Judge::Signet, &question, &passed(Some("B-T"))).is_ok());
        assert!(seal.bears_out(Judge::Signet, &question, &passed(Some("B-B"))).is_err());
        assert!(seal.bears_out(Judge::Signet, &question, &Answer::default()).is_err());
        assert!(seal.bears_out(Judge::Dss6, &question, &Answer::default()).is_ok());
    }

    #[test]
    fn a_flipped_bit_must_be_seen() {
        let [_, _, (_, question), ..] = Question::all();
        let seal = specimen("pades", "B-LTA", "part", "content");
        assert!(seal.bears_out(Judge::PyHanko, &question, &passed(None)).is_err());
        let stamp = specimen("jades-iat", "B-LTA", "part", "arcTst");
        assert!(stamp.bears_out(Judge::Dss6, &question, &passed(Some("B-LTA"))).is_err());
    }
}
