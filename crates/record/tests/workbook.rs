//! ST7: results from workbooks are the results of the same rows in CSV, and what is no honest workbook is told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use signet_record::{
    Problem, WorkbookFault,
    results::{self, ColumnMapping, Sheet, SheetSource},
    specimen,
};
use zip::{ZipWriter, write::SimpleFileOptions};

const HEADER: [&str; 6] = ["Osobní číslo", "Jméno", "Příjmení", "Datum narození", "Hodnocení", "Datum hodnocení"];

fn read(bytes: &[u8]) -> Sheet {
    results::read(bytes, &specimen::unit().unwrap(), specimen::TODAY)
}

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().unwrap()
}

fn head(sheet: &mut Worksheet, row: u32) {
    for (column, heading) in (0..).zip(HEADER) {
        sheet.write(row, column, heading).unwrap();
    }
}

/// One person, with the days as days.
fn person(sheet: &mut Worksheet, row: u32, id: &str, family_name: &str) {
    let day = Format::new().set_num_format("d. m. yyyy");
    sheet.write(row, 0, id).unwrap();
    sheet.write(row, 1, "Jana").unwrap();
    sheet.write(row, 2, family_name).unwrap();
    sheet.write_with_format(row, 3, ExcelDateTime::from_ymd(1990, 9, 1).unwrap(), &day).unwrap();
    sheet.write(row, 4, "A").unwrap();
    sheet.write_with_format(row, 5, ExcelDateTime::from_ymd(2026, 6, 12).unwrap(), &day).unwrap();
}

fn csv(people: &[(&str, &str)]) -> String {
    let row = |(id, family_name): &(&str, &str)| format!("{id};Jana;{family_name};1. 9. 1990;A;12. 6. 2026\n");
    format!("{}\n{}", HEADER.join(";"), people.iter().map(row).collect::<String>())
}

fn ods(content: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content),
    ];
    for (name, text) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods_table(name: &str, style: &str, rows: &str) -> String {
    format!(r#"<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>"#)
}

fn ods_content(tables: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    )
}

fn ods_row(cells: &[&str]) -> String {
    let text = |text: &&str| match text.split_once('@') {
        Some((day, shown)) => {
            format!(
                r#"<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{shown}</text:p></table:table-cell>"#
            )
        }
        None => format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#),
    };
    let end = r#"<table:table-cell table:number-columns-repeated="16378"/>"#;
    format!("<table:table-row>{}{end}</table:table-row>", cells.iter().map(text).collect::<String>())
}

fn fault(bytes: &[u8]) -> WorkbookFault {
    match read(bytes).complaints.as_slice() {
        [complaint] => match complaint.flaw.problem {
            Problem::Workbook { fault } => fault,
            ref other => panic!("{other:?}"),
        },
        complaints => panic!("{complaints:?}"),
    }
}

#[test]
fn st7_xlsx_gives_the_rows_of_the_csv_to_the_byte() {
    let ids: Vec<String> = (1..=500).map(|number| format!("V-{number}")).collect();
    let people: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "Vzorná")).collect();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Výsledky").unwrap();
    head(sheet, 0);
    for (row, (id, name)) in (1..).zip(&people) {
        person(sheet, row, id, name);
    }
    let (from_xlsx, from_csv) = (read(&saved(workbook)), read(csv(&people).as_bytes()));
    assert_eq!(from_xlsx.complaints, []);
    assert_eq!(from_xlsx.rows, from_csv.rows);
    assert_eq!(from_xlsx.rows.len(), 500);
    assert_eq!(from_xlsx.workbook.unwrap().sheet, "Výsledky");
}

#[test]
fn st7_ods_gives_the_rows_of_the_csv_with_endless_empty_rows_below() {
    let rows =
        [ods_row(&HEADER), ods_row(&["V-1", "Jana", "Vzorná", "1990-09-01@1. 9. 1990", "A", "2026-06-12T00:00:00@x"])]
            .concat();
    let empty = r#"<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let hidden = ods_table("Starý", "hidden", &ods_row(&["cokoli"]));
    let file = ods(&ods_content(&format!("{hidden}{}", ods_table("Výsledky", "shown", &format!("{rows}{empty}")))));
    let sheet = read(&file);
    assert_eq!(sheet.complaints, []);
    assert_eq!(sheet.rows, read(csv(&[("V-1", "Vzorná")]).as_bytes()).rows);
    let origin = sheet.workbook.unwrap();
    assert_eq!((origin.sheet.as_str(), origin.hidden), ("Výsledky", 1));
}

#[test]
fn st7_days_are_days_in_both_systems_of_dates_and_numbers_as_text_stay() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet, 0);
    person(sheet, 1, "1.10", "Vzorná");
    sheet.write(2, 0, 123_456).unwrap();
    let bytes = saved(workbook);
    let read_1900 = read(&bytes);
    assert_eq!(read_1900.rows[0].holder.person.as_str(), "1.10");
    assert_eq!(read_1900.rows[0].holder.born.to_string(), "1990-09-01");
    // A number as it would stand in CSV, without `.0`.
    assert_eq!(read_1900.complaints[0].line, 3);
    // The same serial numbers count from 1904 when the workbook says so: 1,462 days later.
    let patched = replaced(&bytes, "xl/workbook.xml", "<workbookPr ", r#"<workbookPr date1904="1" "#);
    let born = read(&replaced(&patched, "xl/worksheets/sheet1.xml", "46185", "44723")).rows[0].holder.born;
    assert_eq!(born.to_string(), "1994-09-02");
}

/// The container with one text of one part replaced.
fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().to_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
        if name == part {
            assert!(text.contains(from), "{name} has no {from}");
            text = text.replace(from, to);
        }
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn st7_formulas_are_taken_as_saved_and_errors_are_told_at_their_cells() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet, 0);
    person(sheet, 1, "V-1", "Vzorná");
    sheet.write_formula(1, 0, Formula::new("=1+1").set_result("2")).unwrap();
    person(sheet, 2, "V-2", "Vzorná");
    sheet.write_formula(2, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
    person(sheet, 3, "V-3", "=cmd|' /C calc'!A0");
    let read = read(&saved(workbook));
    assert_eq!(read.workbook.as_ref().unwrap().formulas, 2);
    assert_eq!(read.rows.iter().map(|row| row.holder.person.as_str()).collect::<Vec<_>>(), ["2", "V-3"]);
    assert_eq!(read.rows[1].holder.family_name.as_deref(), Some("=cmd|' /C calc'!A0"));
    let [complaint] = read.complaints.as_slice() else { panic!("{:?}", read.complaints) };
    assert_eq!((complaint.line, complaint.column, complaint.field.as_str()), (3, Some(3), "Příjmení"));
    assert_eq!(complaint.flaw.problem, Problem::Workbook { fault: WorkbookFault::ErrorValue });
}

#[test]
fn st7_the_first_visible_sheet_counts_and_a_title_above_the_headings_does_no_harm() {
    let mut workbook = Workbook::new();
    let hidden = workbook.add_worksheet().set_name("Pokusy").unwrap();
    hidden.set_hidden(true);
    person(hidden, 0, "V-9", "Skrytá");
    let sheet = workbook.add_worksheet().set_name("Běh").unwrap();
    sheet.set_active(true);
    sheet.merge_range(0, 0, 0, 5, "Výsledky kurzu", &Format::new()).unwrap();
    head(sheet, 2);
    person(sheet, 3, "V-1", "Vzorná");
    workbook.add_worksheet().set_name("Další").unwrap().write(0, 0, "x").unwrap();
    let read = read(&saved(workbook));
    assert_eq!(read.complaints, []);
    assert_eq!((read.rows.len(), read.rows[0].line), (1, 4));
    let origin = read.workbook.unwrap();
    assert_eq!((origin.sheet.as_str(), origin.hidden, origin.others), ("Běh", 1, vec!["Další".to_owned()]));
}

#[test]
fn st7_a_merged_heading_is_told_where_it_stands() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet, 0);
    sheet.merge_range(0, 1, 0, 2, "Jméno", &Format::new()).unwrap();
    person(sheet, 1, "V-1", "Vzorná");
    let read = read(&saved(workbook));
    let merged = Problem::Workbook { fault: WorkbookFault::Merged };
    let told = read.complaints.iter().find(|complaint| complaint.flaw.problem == merged).unwrap();
    assert_eq!((told.line, told.column), (1, Some(2)));
}

#[test]
fn st7_what_unpacks_to_too_much_is_refused_before_it_is_kept() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("[Content_Types].xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<Types/>").unwrap();
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    let million = vec![b' '; 1 << 20];
    for _ in 0..=results::UNPACKED_MAX >> 20 {
        zip.write_all(&million).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(fault(&bomb), WorkbookFault::Unpacks);

    let cell = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell>"#;
    let wide = format!(r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#);
    assert_eq!(fault(&ods(&ods_content(&ods_table("x", "shown", &wide)))), WorkbookFault::Unpacks);
    let spaces = r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#;
    assert_eq!(fault(&ods(&ods_content(&ods_table("x", "shown", spaces)))), WorkbookFault::Unpacks);

    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet, 0);
    let promised =
        replaced(&saved(workbook), "xl/sharedStrings.xml", r#"uniqueCount="6""#, r#"uniqueCount="99999999999""#);
    assert_eq!(fault(&promised), WorkbookFault::Unpacks);
}

#[test]
fn st7_a_million_empty_rows_are_no_rows() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet, 0);
    person(sheet, 1, "V-1", "Vzorná");
    person(sheet, 1_048_575, "V-2", "Vzorná");
    let rows: String = (3..=1_048_575).map(|row| format!(r#"<row r="{row}"/>"#)).collect();
    let file = replaced(
        &saved(workbook),
        "xl/worksheets/sheet1.xml",
        r#"<row r="1048576""#,
        &format!(r#"{rows}<row r="1048576""#),
    );
    let read = read(&file);
    assert_eq!(read.complaints, []);
    assert_eq!(read.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 1_048_576]);
}

#[test]
fn what_is_no_workbook_is_told() {
    assert_eq!(fault(b"PK\x03\x04 and nothing more"), WorkbookFault::Broken);
    assert_eq!(fault(&saved(Workbook::new())), WorkbookFault::NoSheet);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet, 0);
    let whole = saved(workbook);
    assert_eq!(fault(&whole[..whole.len() / 2]), WorkbookFault::Broken);
}

#[test]
fn columns_with_other_headings_are_read_as_somebody_says() {
    let unit = specimen::unit().unwrap();
    let text = "Kód;Kdo;Kdy;Známka z testu;Dne;Poznámka\nV-1;Vzorná;1. 9. 1990;A;12. 6. 2026;x\n";
    let source = SheetSource::Bytes(text.as_bytes());
    let mut mapping = ColumnMapping::default();
    assert_eq!(results::preview(source, &unit, &mapping).unwrap().missing.len(), 5);
    let said = [
        ("Kód", "person"),
        ("kdo", "family_name"),
        ("KDY", "born"),
        ("Známka z testu", "grade"),
        ("Dne", "result_date"),
    ];
    for (heading, field) in said {
        mapping.say(heading, field, &unit);
    }
    mapping.say("Poznámka", "no such field", &unit);
    let unknown = results::read_mapped(source, &unit, specimen::TODAY, &mapping);
    assert_eq!((unknown.rows.len(), unknown.complaints.len()), (1, 1));
    mapping.say("Poznámka", "", &unit);
    let sheet = results::read_mapped(source, &unit, specimen::TODAY, &mapping);
    assert_eq!(sheet.complaints, []);
    let plain = "Osobní číslo;Příjmení;Datum narození;Hodnocení;Datum hodnocení\nV-1;Vzorná;1. 9. 1990;A;12. 6. 2026\n";
    assert_eq!(sheet.rows, results::read(plain.as_bytes(), &unit, specimen::TODAY).rows);
    let preview = results::preview(source, &unit, &mapping).unwrap();
    assert!(preview.missing.is_empty() && preview.doubled.is_none());
    assert_eq!(preview.rows, [["V-1", "Vzorná", "1. 9. 1990", "A", "12. 6. 2026", "x"]]);
    assert_eq!(preview.headings[5].field, None);
    let kept = serde_json::to_string(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<ColumnMapping>(&kept).unwrap(), mapping);
}
