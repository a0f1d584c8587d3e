//! From the cells of one row to a person with a result.

use std::collections::{HashMap, HashSet};

use super::{ResultRow, Sheet, column::Column, part, record::Record};
use crate::{
    AssessmentResult, Complaint, Country, Date, Email, Flaw, Flaws, Grade, Holder, HolderFields, Line, PersonId,
    Problem, Run, RunId, Unit, award, code, day,
};

/// Reads rows of one unit one after the other.
pub(super) struct Reader<'u> {
    unit: &'u Unit,
    today: Date,
    sheet: Sheet,
    /// The index of the row where a person of a run stood first.
    seen: HashMap<(PersonId, RunId), usize>,
    /// First rows that a later row contradicts.
    withdrawn: HashSet<usize>,
}

impl<'u> Reader<'u> {
    pub(super) fn new(unit: &'u Unit, today: Date) -> Self {
        Reader { unit, today, sheet: Sheet::default(), seen: HashMap::new(), withdrawn: HashSet::new() }
    }

    /// The unit the rows are of.
    pub(super) fn unit(&self) -> &'u Unit {
        self.unit
    }

    /// Reads one row.
    pub(super) fn read(&mut self, record: &Record) {
        let grade = self.grade(record);
        if let Err(flaw) = &grade
            && matches!(flaw.problem, Problem::NotPassed { .. })
        {
            self.sheet.not_passed.push(record.complaint(flaw.clone()));
            return;
        }
        match self.row(record, grade) {
            Ok(row) => self.keep(row, record),
            Err(flaws) => self.sheet.complaints.extend(flaws.into_iter().map(|flaw| record.complaint(flaw))),
        }
    }

    /// The rows that stand.
    pub(super) fn finish(mut self) -> Sheet {
        let mut index = 0;
        self.sheet.rows.retain(|_| {
            index += 1;
            !self.withdrawn.contains(&(index - 1))
        });
        self.sheet
    }

    /// A second row of the same person and run is refused. When it says something else than the
    /// first, neither can be trusted.
    fn keep(&mut self, row: ResultRow, record: &Record) {
        let key = (row.holder.person.clone(), row.run.clone());
        let Some(index) = self.seen.get(&key).copied() else {
            self.seen.insert(key, self.sheet.rows.len());
            self.sheet.rows.push(row);
            return;
        };
        let Some(first) = self.sheet.rows.get(index) else {
            return;
        };
        let repeated = |first| Flaw::new(Column::Person.name(), Problem::RepeatedRow { first });
        self.sheet.complaints.push(record.complaint(repeated(first.line)));
        let differs = (&first.holder, &first.outcome) != (&row.holder, &row.outcome);
        if differs && self.withdrawn.insert(index) {
            let complaint = Complaint { line: first.line, ..record.complaint(repeated(row.line)) };
            self.sheet.complaints.push(complaint);
        }
    }

    fn grade(&self, record: &Record) -> Result<Grade, Flaw> {
        record.required(Column::Grade, |text| self.unit.grading.pass(text))
    }

    fn row(&self, record: &Record, grade: Result<Grade, Flaw>) -> Result<ResultRow, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let run = noted(self.run(record), &mut flaws);
        let person = noted(record.required(Column::Person, PersonId::new), &mut flaws);
        let born = noted(record.required(Column::Born, day::read), &mut flaws);
        let date = noted(record.required(Column::ResultDate, day::read), &mut flaws);
        let grade = noted(grade, &mut flaws);
        let mut line = |of| noted(record.optional(of, Line::new), &mut flaws).flatten();
        let (given_name, family_name) = (line(Column::GivenName), line(Column::FamilyName));
        let (titles_before, titles_after) = (line(Column::TitlesBefore), line(Column::TitlesAfter));
        let (birth_place, assessor) = (line(Column::BirthPlace), line(Column::Assessor));
        let birth_country = noted(record.optional(Column::BirthCountry, Country::new), &mut flaws).flatten();
        let email = noted(record.optional(Column::Email, Email::new), &mut flaws).flatten();
        let parts = part::results(record, self.unit, &mut flaws);
        if let (Some(born), Some(date), Some(run)) = (born, date, run) {
            flaws.extend(award::date_flaws(born, date, self.unit, run, Some(self.today)));
        }
        let (Some(run), Some(person), Some(born), Some(date), Some(grade), true) =
            (run, person, born, date, grade, flaws.is_empty())
        else {
            return Err(flaws);
        };
        let fields = HolderFields {
            person,
            given_name,
            family_name,
            titles_before,
            titles_after,
            born,
            birth_place,
            birth_country,
            email,
        };
        let holder = Holder::new(fields).map_err(Flaws::into_vec)?;
        let outcome = AssessmentResult { grade, date, assessor, parts };
        let flaws = part::flaws(self.unit, &outcome, born);
        if !flaws.is_empty() {
            return Err(flaws);
        }
        Ok(ResultRow { line: record.line, holder, run: run.id.clone(), outcome })
    }

    /// The run named; without a name the only one there is.
    fn run(&self, record: &Record) -> Result<&'u Run, Flaw> {
        let runs = &self.unit.runs;
        match (record.cell(Column::Run), runs.as_slice()) {
            (None, [run]) => Ok(run),
            (None, _) => Err(Flaw::new(Column::Run.name(), Problem::Missing)),
            (Some(cell), _) => {
                let known: Vec<&str> = runs.iter().map(|run| run.id.as_str()).collect();
                let id = RunId::new(&cell.text).map_err(|flaw| flaw.under(Column::Run.name()))?;
                self.unit.run(&id).ok_or_else(|| code::unknown(&cell.text, &known).under(Column::Run.name()))
            }
        }
    }
}

fn noted<T>(result: Result<T, Flaw>, flaws: &mut Vec<Flaw>) -> Option<T> {
    result.map_err(|flaw| flaws.push(flaw)).ok()
}
