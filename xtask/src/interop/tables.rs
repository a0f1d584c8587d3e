//! The tables of docs/interop.md, made of what the judges said. Each stands between `<!-- table: NAME -->` and `<!-- end -->`.

use std::fs;

use super::Tables;
use super::answers::{Answer, Answers};
use super::judges::{Judge, MOMENTS};
use super::specimen::{Form, Purpose, Specimen};
use crate::place::Place;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// Where the tables are.
const DOCUMENT: &str = "docs/interop.md";

/// Compares the tables with what was heard, or writes them anew.
pub fn settle(place: &Place, specimens: &[Specimen], heard: &Answers, wish: Tables) -> Result<Verdict, TaskError> {
    let path = place.root.join(DOCUMENT);
    let mut document = fs::read_to_string(&path).or_task_error(format!("read {DOCUMENT}"))?;
    let mut verdict = Verdict::default();
    for (name, table) in tables(specimens, heard) {
        let (before, old, after) = parted(&document, name)?;
        if wish == Tables::Compare {
            verdict.add(compared(name, old, &table));
        }
        document = [before, &table, after].concat();
    }
    if wish == Tables::Write {
        fs::write(&path, document).or_task_error(format!("write {DOCUMENT}"))?;
        verdict.notes.push("written".to_owned());
    }
    Ok(verdict)
}

/// What stands before a table, the table, and what stands after it.
fn parted<'d>(document: &'d str, name: &str) -> Result<(&'d str, &'d str, &'d str), TaskError> {
    let mark = format!("<!-- table: {name} -->\n");
    let absent = || TaskError::new(format!("{DOCUMENT} has no table {name}"));
    let start = document.find(&mark).ok_or_else(absent)? + mark.len();
    let (before, rest) = document.split_at(start);
    let end = rest.find("<!-- end -->").ok_or_else(absent)?;
    let (table, after) = rest.split_at(end);
    Ok((before, table, after))
}

/// Each row that differs is a note.
fn compared(name: &str, old: &str, new: &str) -> Verdict {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(old), lines(new));
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("{name}, told but not heard: {line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("{name}, heard but not told: {line}"));
    let notes: Vec<String> = gone.chain(come).collect();
    if notes.is_empty() { Verdict::one() } else { Verdict { failed: 1, notes, ..Verdict::default() } }
}

fn tables(specimens: &[Specimen], heard: &Answers) -> Vec<(&'static str, String)> {
    let of =
        |purpose: Purpose| specimens.iter().filter(move |specimen| specimen.purpose == purpose).collect::<Vec<_>>();
    vec![
        ("levels online", levels(&of(Purpose::Level), heard, true)),
        ("levels alone", levels(&of(Purpose::Level), heard, false)),
        ("parts", parts(&of(Purpose::Part), heard)),
        ("stories", stories(&of(Purpose::Story), heard)),
        ("others", others(&of(Purpose::Other), heard)),
    ]
}

/// A row for each form and level; algorithms share one as long as all judges say the same of them.
fn levels(specimens: &[&Specimen], heard: &Answers, online: bool) -> String {
    let mut rows: Vec<(String, Vec<String>, Vec<String>)> = Vec::new();
    for specimen in by_level(specimens) {
        let seal = format!("{}, {}", specimen.form.name(), specimen.level);
        let cells = cells(|judge| heard.answer(judge, &specimen.file, None, online).map(with_level));
        match rows.iter_mut().find(|(known, _, said)| *known == seal && *said == cells) {
            Some((_, algorithms, _)) => algorithms.push(specimen.algorithm.clone()),
            None => rows.push((seal, vec![specimen.algorithm.clone()], cells)),
        }
    }
    let mut table = heading(&["seal", "algorithms"], &Judge::ALL.map(|judge| judge.to_string()));
    for (seal, algorithms, cells) in rows {
        table.push_str(&row(&[seal, algorithms.join(" ")], &cells));
    }
    table
}

/// The list with all algorithms of one form and level beside each other.
fn by_level<'s>(specimens: &[&'s Specimen]) -> Vec<&'s Specimen> {
    let mut levels: Vec<&str> = Vec::new();
    for specimen in specimens {
        if !levels.contains(&specimen.level.as_str()) {
            levels.push(&specimen.level);
        }
    }
    let place = |specimen: &Specimen| levels.iter().position(|level| *level == specimen.level);
    let mut sorted = specimens.to_vec();
    sorted.sort_by_key(|specimen| (specimen.form, place(specimen)));
    sorted
}

fn parts(specimens: &[&Specimen], heard: &Answers) -> String {
    let mut table = heading(&["seal", "flipped"], &Judge::ALL.map(|judge| judge.to_string()));
    for specimen in specimens {
        let said = |answer: &Answer| match answer.flaws() {
            flaws if flaws.is_empty() => answer.short(),
            flaws => format!("{}; {flaws}", answer.short()),
        };
        let cells = cells(|judge| heard.answer(judge, &specimen.file, None, false).map(said));
        table.push_str(&row(&[specimen.form.name().to_owned(), specimen.about.clone()], &cells));
    }
    table
}

/// A row for each file that somebody else made; algorithms share one as long as all judges say the same of them.
fn others(specimens: &[&Specimen], heard: &Answers) -> String {
    let mut rows: Vec<([String; 2], Vec<String>, Vec<String>)> = Vec::new();
    let mut sorted = specimens.to_vec();
    sorted.sort_by_key(|specimen| (specimen.maker.clone(), specimen.form, specimen.about.clone()));
    for specimen in sorted {
        let level = Some(specimen.level.as_str()).filter(|level| *level != "none");
        let seal = [Some(specimen.form.name()), level, Some(specimen.about.as_str())].into_iter().flatten();
        let names = [specimen.maker.clone(), seal.collect::<Vec<_>>().join(", ")];
        let said = |answer: &Answer| match answer.flaws() {
            flaws if flaws.is_empty() => with_level(answer),
            flaws => format!("{}; {flaws}", with_level(answer)),
        };
        let cells = cells(|judge| heard.answer(judge, &specimen.file, None, true).map(said));
        match rows.iter_mut().find(|(known, _, told)| *known == names && *told == cells) {
            Some((_, algorithms, _)) => algorithms.push(specimen.algorithm.clone()),
            None => rows.push((names, vec![specimen.algorithm.clone()], cells)),
        }
    }
    let mut table = heading(&["made by", "seal", "algorithms"], &Judge::ALL.map(|judge| judge.to_string()));
    for ([maker, seal], algorithms, cells) in rows {
        table.push_str(&row(&[maker, seal, algorithms.join(" ")], &cells));
    }
    table
}

/// A row for each story and judge, a column for each moment.
fn stories(specimens: &[&Specimen], heard: &Answers) -> String {
    let days = MOMENTS.map(|moment| moment.split('T').next().unwrap_or_default().to_owned());
    let mut table = heading(&["seal", "story", "judge"], &days);
    for form in Form::ALL {
        for specimen in specimens.iter().filter(|specimen| specimen.form == form) {
            for judge in Judge::ALL.into_iter().filter(|judge| knows(*judge, form)) {
                let said = |moment: &&str| heard.answer(judge, &specimen.file, Some(moment), false).map(Answer::short);
                let cells: Vec<String> =
                    MOMENTS.iter().map(|moment| said(moment).unwrap_or_else(|| "–".to_owned())).collect();
                let names = [form.name().to_owned(), specimen.about.clone(), judge.to_string()];
                table.push_str(&row(&names, &cells));
            }
        }
    }
    table
}

/// DSS 5 gives every `iat` the same answer, whatever its story.
fn knows(judge: Judge, form: Form) -> bool {
    judge.reads(form) && (judge, form) != (Judge::Dss5, Form::Iat)
}

fn with_level(answer: &Answer) -> String {
    match (&answer.level, answer.word.as_str()) {
        (Some(level), "TOTAL_PASSED") => format!("passed, {level}"),
        _ => answer.short(),
    }
}

fn cells(said: impl Fn(Judge) -> Option<String>) -> Vec<String> {
    Judge::ALL.into_iter().map(|judge| said(judge).unwrap_or_else(|| "–".to_owned())).collect()
}

fn heading(first: &[&str], rest: &[String]) -> String {
    let names: Vec<&str> = first.iter().copied().chain(rest.iter().map(String::as_str)).collect();
    format!("| {} |\n|{}\n", names.join(" | "), " --- |".repeat(names.len()))
}

fn row(first: &[String], rest: &[String]) -> String {
    let cells: Vec<&str> = first.iter().chain(rest).map(String::as_str).collect();
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_table_is_found_between_its_marks() {
        let document = "a\n<!-- table: x -->\n| y |\n<!-- end -->\nb\n";
        assert_eq!(parted(document, "x").unwrap().1, "| y |\n");
        assert!(parted(document, "z").is_err());
    }

    #[test]
    fn each_row_that_differs_is_told() {
        assert_eq!(compared("x", "| a |\n| b |\n", "| a |\n| b |\n"), Verdict::one());
        assert_eq!(compared("x", "| a |\n| b |\n", "| a |\n| c |\n").notes.len(), 2);
    }
}
