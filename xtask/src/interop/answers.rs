//! What the judges said: read from their lines of JSON, kept by file and moment.

use std::fmt;

use serde_json::Value;

use super::judges::Judge;
use super::specimen::Specimen;

/// What one judge says of one seal as of one moment.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Answer {
    /// `TOTAL_PASSED`, `TOTAL_FAILED`, `INDETERMINATE`, or `UNREADABLE`.
    pub word: String,
    /// The sub-indication of EN 319 102-1, if any; of an unreadable file why.
    pub sub: Option<String>,
    /// `B-B` to `B-LTA` as the judge detects it; none if it sees no baseline seal, or does not say.
    pub level: Option<String>,
    /// Each stamp: its kind and what is said of it.
    pub stamps: Vec<(String, String)>,
}

impl Answer {
    /// Whether the seal and every stamp passed.
    pub fn is_flawless(&self) -> bool {
        self.word == "TOTAL_PASSED" && self.stamps.iter().all(|(_, word)| word == "PASSED")
    }

    /// For a table: `passed`, else the sub-indication.
    pub fn short(&self) -> String {
        match (self.word.as_str(), &self.sub) {
            ("TOTAL_PASSED", _) => "passed".to_owned(),
            ("INDETERMINATE", Some(sub)) => sub.clone(),
            ("TOTAL_FAILED", Some(sub)) => format!("failed: {sub}"),
            ("UNREADABLE", _) => "unreadable".to_owned(),
            (word, _) => word.to_owned(),
        }
    }

    /// The stamps that did not pass, for a table.
    pub fn flaws(&self) -> String {
        let flaws = self.stamps.iter().filter(|(_, word)| word != "PASSED");
        let flaws: Vec<String> = flaws.map(|(kind, word)| format!("{kind} {word}")).collect();
        flaws.join(", ")
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.word, self.sub.as_deref().unwrap_or_default())?;
        if let Some(level) = &self.level {
            write!(formatter, " {level}")?;
        }
        if self.flaws().is_empty() { Ok(()) } else { write!(formatter, " ({})", self.flaws()) }
    }
}

/// One answer, and to what.
#[derive(Clone, Debug)]
struct Line {
    judge: Judge,
    online: bool,
    file: String,
    at: Option<String>,
    answer: Answer,
}

/// All answers so far.
#[derive(Clone, Debug, Default)]
pub struct Answers(Vec<Line>);

impl Answers {
    /// Reads what one judge printed; lines that are no answer are passed over.
    pub fn read(judge: Judge, online: bool, said: &str) -> Self {
        Self(said.lines().filter_map(|line| of_line(judge, online, line)).collect())
    }

    /// Adds one answer.
    pub fn note(&mut self, judge: Judge, online: bool, file: &str, at: Option<&str>, answer: Answer) {
        let (file, at) = (file.to_owned(), at.map(str::to_owned));
        self.0.push(Line { judge, online, file, at, answer });
    }

    /// Adds further answers.
    pub fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every answer about a file.
    pub fn of(&self, specimen: &Specimen) -> impl Iterator<Item = (Judge, &Answer)> {
        self.0.iter().filter(|line| line.file == specimen.file).map(|line| (line.judge, &line.answer))
    }

    /// The answer of one judge about a file, as of a moment (none for now), online or from the file alone.
    pub fn answer(&self, judge: Judge, file: &str, at: Option<&str>, online: bool) -> Option<&Answer> {
        let asked = |line: &&Line| {
            (line.judge, line.online, line.file.as_str(), line.at.as_deref()) == (judge, online, file, at)
        };
        self.0.iter().find(asked).map(|line| &line.answer)
    }
}

fn of_line(judge: Judge, online: bool, line: &str) -> Option<Line> {
    let value: Value = serde_json::from_str(line).ok()?;
    // The first seal of a file speaks for it.
    if value.get("signature").and_then(Value::as_u64).is_some_and(|number| number > 0) {
        return None;
    }
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let answer = match text("error") {
        Some(why) => Answer { word: "UNREADABLE".to_owned(), sub: Some(why), ..Answer::default() },
        None => Answer {
            word: text("indication")?,
            sub: text("sub_indication"),
            level: text("level").and_then(|level| baseline(&level)),
            stamps: value.get("time_stamps").and_then(Value::as_array).map_or_else(Vec::new, |list| stamps(list)),
        },
    };
    Some(Line { judge, online, file: text("file")?, at: text("at"), answer })
}

/// `JAdES-BASELINE-LTA` is `B-LTA`; what is not baseline is none.
fn baseline(level: &str) -> Option<String> {
    level.split_once("-BASELINE-").map(|(_, level)| format!("B-{level}"))
}

fn stamps(list: &[Value]) -> Vec<(String, String)> {
    let text = |stamp: &Value, name: &str| stamp.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let stamp = |stamp: &Value| {
        let kind = match text(stamp, "kind").as_str() {
            "CONTENT_TIMESTAMP" => "content stamp",
            "SIGNATURE_TIMESTAMP" => "signature stamp",
            _ => "archive stamp",
        };
        let word = match text(stamp, "sub_indication") {
            sub if sub.is_empty() => text(stamp, "indication"),
            sub => sub,
        };
        (kind.to_owned(), word)
    };
    list.iter().map(stamp).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_are_read_and_noise_is_not() {
        let said = r#"noise
{"file":"a.pdf","at":null,"indication":"TOTAL_PASSED","sub_indication":null,"level":"PAdES-BASELINE-LT","time_stamps":[{"kind":"SIGNATURE_TIMESTAMP","indication":"FAILED","sub_indication":"HASH_FAILURE"}]}
{"file":"b.pdf","error":"no signature found"}
"#;
        let heard = Answers::read(Judge::Dss6, false, said);
        assert_eq!(heard.len(), 2);
        let answer = heard.answer(Judge::Dss6, "a.pdf", None, false).unwrap();
        assert_eq!(answer.level.as_deref(), Some("B-LT"));
        assert_eq!((answer.is_flawless(), answer.flaws().as_str()), (false, "signature stamp HASH_FAILURE"));
        assert_eq!(heard.answer(Judge::Dss6, "b.pdf", None, false).unwrap().short(), "unreadable");
        assert!(heard.answer(Judge::Dss5, "a.pdf", None, false).is_none());
    }
}
