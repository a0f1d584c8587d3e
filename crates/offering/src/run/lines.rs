//! Participants pasted as lines: one person a line, cells parted by tabs, as a spreadsheet copies them, or by semicolons.

use std::collections::BTreeMap;

use signet_record::{Complaint, Flaw, Holder, PersonId, Problem};

use crate::run::person_form::PersonForm;

/// Most lines pasted at once: as many as a large course has people, so that a slip stays easy to find.
pub const LINES_MAX: usize = 500;
/// Most characters of a cell.
const CELL_MAX: usize = 1_000;
/// Person, given name, family name, day of birth, e-mail.
const CELLS_MAX: usize = 5;

/// Somebody on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantLine {
    /// The line, from 1.
    pub line: u64,
    /// Who.
    pub holder: Holder,
}

/// What was pasted: the lines that can be read, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParticipantLines {
    /// In the order of the text.
    pub people: Vec<ParticipantLine>,
    /// In the order of the text.
    pub complaints: Vec<Complaint>,
}

/// Reads pasted lines: id, given name, family name, day of birth, and an e-mail or none.
#[must_use]
pub fn read_lines(text: &str) -> ParticipantLines {
    let mut read = ParticipantLines::default();
    let mut seen: BTreeMap<PersonId, u64> = BTreeMap::new();
    let lines: Vec<(u64, &str)> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        read.complaints.push(Complaint::of_file(Problem::NoRows));
    }
    if lines.len() > LINES_MAX {
        read.complaints.push(Complaint::of_file(Problem::TooMany { max: LINES_MAX, found: lines.len() }));
        return read;
    }
    for (line, text) in lines {
        match read_line(text) {
            Err(flaws) => read.complaints.extend(flaws.into_iter().map(|flaw| complaint(line, flaw))),
            Ok(holder) => match seen.get(&holder.person) {
                Some(first) => {
                    read.complaints.push(complaint(line, Flaw::new("person", Problem::RepeatedRow { first: *first })));
                }
                None => {
                    seen.insert(holder.person.clone(), line);
                    read.people.push(ParticipantLine { line, holder });
                }
            },
        }
    }
    read
}

fn read_line(text: &str) -> Result<Holder, Vec<Flaw>> {
    let mark = if text.contains('\t') { '\t' } else { ';' };
    let cells: Vec<&str> = text.split(mark).map(str::trim).collect();
    if cells.iter().skip(CELLS_MAX).any(|cell| !cell.is_empty()) {
        return Err(vec![Problem::TooMany { max: CELLS_MAX, found: cells.len() }.into()]);
    }
    if let Some(found) = cells.iter().map(|cell| cell.chars().count()).find(|found| *found > CELL_MAX) {
        return Err(vec![Problem::TooLong { max: CELL_MAX, found }.into()]);
    }
    let cell = |at: usize| cells.get(at).map_or_else(String::new, |cell| (*cell).to_owned());
    let form = PersonForm {
        person: cell(0),
        given_name: cell(1),
        family_name: cell(2),
        born: cell(3),
        email: cell(4),
        ..PersonForm::default()
    };
    form.read().map_err(signet_record::Flaws::into_vec)
}

fn complaint(line: u64, flaw: Flaw) -> Complaint {
    Complaint { line, column: None, field: flaw.field.clone(), flaw }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_of_a_spreadsheet_and_lines_with_semicolons_are_read_alike() {
        let tabs = "V-1\tJana\tVzorová\t29. 2. 2000\tjana@posta.example\nV-2\tPetr\tUkázka\t2001-03-04";
        let semicolons = "V-1; Jana; Vzorová; 29. 2. 2000; jana@posta.example;\r\n\r\nV-2;Petr;Ukázka;2001-03-04;\r\n";
        let (one, other) = (read_lines(tabs), read_lines(semicolons));
        assert!(one.complaints.is_empty() && other.complaints.is_empty(), "{other:?}");
        let holders = |read: &ParticipantLines| read.people.iter().map(|one| one.holder.clone()).collect::<Vec<_>>();
        assert_eq!(holders(&one), holders(&other));
        assert_eq!(other.people[1].line, 3);
    }

    #[test]
    fn a_bad_line_does_not_spoil_the_good_ones() {
        let read =
            read_lines("V-1;Jana;Vzorová;2000-02-30\nV-2;Petr;Ukázka;2001-03-04\nV-2;Petr;Ukázka;2001-03-04\n;;;");
        assert_eq!(read.people.len(), 1);
        let places: Vec<(u64, &str)> = read.complaints.iter().map(|one| (one.line, one.field.as_str())).collect();
        assert_eq!(places, [(1, "born"), (3, "person"), (4, "person"), (4, "born"), (4, "family_name")]);
    }

    #[test]
    fn limits_are_told() {
        let many = "V-1;Jana;Vzorová;2000-02-29\n".repeat(LINES_MAX + 1);
        assert!(matches!(read_lines(&many).complaints[0].flaw.problem, Problem::TooMany { max: LINES_MAX, .. }));
        assert!(matches!(read_lines(" \n").complaints[0].flaw.problem, Problem::NoRows));
        assert!(matches!(read_lines(&"x".repeat(1_001)).complaints[0].flaw.problem, Problem::TooLong { .. }));
        assert!(matches!(read_lines("a;b;c;d;e;f").complaints[0].flaw.problem, Problem::TooMany { .. }));
    }
}
