//! Results of parts, from the cells of one row.

use super::{
    part_column::{About, PartCell},
    record::Record,
};
use crate::{AssessmentResult, Flaw, Line, PartResult, Unit, day};

/// The results of parts that a row gives, in the order in which the unit has its parts.
pub(super) fn results(record: &Record, unit: &Unit, flaws: &mut Vec<Flaw>) -> Vec<PartResult> {
    let codes: Vec<&str> = unit.part_codes().collect();
    codes.into_iter().filter_map(|code| result(record, code, flaws)).collect()
}

fn result(record: &Record, code: &str, flaws: &mut Vec<Flaw>) -> Option<PartResult> {
    let cell = |about: About| {
        let of = |cell: &&PartCell| cell.of.about == about && cell.of.code == code && !cell.text.trim().is_empty();
        record.parts.iter().find(of)
    };
    let mut noted = |cell: &PartCell, flaw: Flaw| flaws.push(flaw.under(&cell.of.name()));
    let mut line = |about: About| {
        let cell = cell(about)?;
        Line::new(&cell.text).map_err(|flaw| noted(cell, flaw)).ok()
    };
    let (grade, credential) = (line(About::Grade), line(About::Credential));
    let date = cell(About::ResultDate)
        .and_then(|cell| day::read(&cell.text).map_err(|flaw| flaws.push(flaw.under(&cell.of.name()))).ok());
    if grade.is_none() && credential.is_none() && date.is_none() {
        return None;
    }
    Some(PartResult { code: Line::new(code).ok()?, grade, date, credential })
}

/// What is wrong with the results of parts together.
pub(super) fn flaws(unit: &Unit, outcome: &AssessmentResult, born: crate::Date) -> Vec<Flaw> {
    crate::award::part_flaws(unit, outcome, born)
}
