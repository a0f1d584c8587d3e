//! Results files as people hand them in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use signet_record::{
    Charset, Date, Encoding, Problem,
    results::{self, Sheet},
    specimen,
};

const HEADER: &str = "Osobní číslo;Jméno;Příjmení;Datum narození;Hodnocení;Datum hodnocení";
const ROW: &str = "V-1;Jana;Vzorná;1. 9. 1990;A;12. 6. 2026";

fn read(text: &str) -> Sheet {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> Sheet {
    results::read(bytes, &specimen::unit().unwrap(), specimen::TODAY)
}

fn only(sheet: &Sheet) -> (u64, Option<u32>, &str, &Problem) {
    let [complaint] = sheet.complaints.as_slice() else { panic!("{:?}", sheet.complaints) };
    (complaint.line, complaint.column, &complaint.field, &complaint.flaw.problem)
}

#[test]
fn one_row_in_every_dress() {
    let comma = format!("{HEADER}\n{ROW}\n").replace(';', ",");
    let tab = comma.replace(',', "\t");
    let windows = format!("\u{feff}{HEADER}\r\n{ROW}\r\n");
    let announced = format!("sep=;\r\n{HEADER}\r\n{ROW}");
    let english =
        "person id,FIRST NAME,Surname,Birth date,result,date of result\nV-1,Jana,Vzorná,1990-09-01,A,2026-06-12\n";
    let json = r#" [{"person": "V-1", "given_name": "Jana", "family_name": "Vzorná", "born": "1.9.1990", "grade": "A", "result_date": "2026-06-12", "email": null}]"#;
    let quoted = format!("{HEADER}\n\"V-1\";\"Jana\";\"Vzorná\";\"1.9.1990\";\"A\";\"12.6.2026\"");
    let empty_ends = format!("\n\n{HEADER};;\n;;;;;;;\n{ROW};;\n\n");
    for text in [&comma, &tab, &windows, &announced, english, json, &quoted, &empty_ends] {
        let sheet = read(text);
        assert!(sheet.complaints.is_empty(), "{text}: {:?}", sheet.complaints);
        let [row] = sheet.rows.as_slice() else { panic!("{text}") };
        assert_eq!(row.holder.full_name(), "Jana Vzorná");
        assert_eq!(row.holder.born, Date::constant(1990, 9, 1));
        assert_eq!(row.outcome.date, Date::constant(2026, 6, 12));
        assert_eq!(row.run.as_str(), "2026-jaro");
    }
}

#[test]
fn parts_have_results_of_their_own() {
    let unit = specimen::rich::unit().unwrap();
    let header = format!("{HEADER};Hodnocení: PROJEKT;GRADE: MC1;Datum hodnocení: MC1;Mikrocertifikát: MC1");
    let sheet = results::read(format!("{header}\n{ROW};B;88 %;20. 6. 2025;urn:x:1").as_bytes(), &unit, specimen::TODAY);
    assert!(sheet.complaints.is_empty(), "{:?}", sheet.complaints);
    let parts = &sheet.rows[0].outcome.parts;
    assert_eq!(parts.iter().map(|part| part.code.as_str()).collect::<Vec<_>>(), ["MC1", "PROJEKT"]);
    assert_eq!(parts[0].date, Some(Date::constant(2025, 6, 20)));
    assert_eq!((parts[0].grade.as_deref(), parts[0].credential.as_deref()), (Some("88 %"), Some("urn:x:1")));
    let json = r#"[{"person": "V-1", "family_name": "Vzorná", "born": "1.9.1990", "grade": "A", "result_date": "2026-06-12", "grade:MC1": "88 %", "result_date:MC1": "2025-06-20", "credential:MC1": "urn:x:1", "grade:PROJEKT": "B"}]"#;
    let from_json = results::read(json.as_bytes(), &unit, specimen::TODAY);
    assert_eq!(from_json.rows[0].outcome, sheet.rows[0].outcome);
    let plain = results::read(format!("{HEADER};Hodnocení: TEST\n{ROW};").as_bytes(), &unit, specimen::TODAY);
    assert_eq!(plain.rows[0].outcome.parts, []);
}

#[test]
fn a_wrong_result_of_a_part_is_told_at_its_cell() {
    let unit = specimen::rich::unit().unwrap();
    let read = |heading: &str, cell: &str| {
        let sheet = results::read(format!("{HEADER};{heading}\n{ROW};{cell}").as_bytes(), &unit, specimen::TODAY);
        let complaint = sheet.complaints[0].clone();
        (complaint.line, complaint.column, complaint.flaw.problem.code())
    };
    assert_eq!(read("Datum hodnocení: MC1", "včera"), (2, Some(7), "not-a-date"));
    assert_eq!(read("Mikrocertifikát: TEST", "urn:x:1"), (2, Some(7), "disagrees"));
    assert_eq!(read("Hodnocení: NIC", "A"), (1, Some(7), "unknown-field"));
    // The whole cannot be done before its parts.
    assert_eq!(read("Datum hodnocení: MC1", "13. 6. 2026").2, "date-before");
}

#[test]
fn lines_are_those_of_the_file() {
    for (text, line) in [
        (format!("{HEADER}\r\n{ROW}\r\n\r\n;;;;;\r\nV-2;Jan;Vzorný;?;A;12. 6. 2026\r\n"), 5),
        (format!("sep=;\n{HEADER}\n{ROW}\nV-2;\"Jan\n\";Vzorný;?;A;12. 6. 2026"), 4),
        (format!("{HEADER}\n\"V-2\";\"a\";\"b\";?;A;12. 6. 2026"), 2),
    ] {
        let sheet = read(&text);
        assert_eq!(only(&sheet).0, line, "{text}");
    }
}

#[test]
fn formulas_are_text() {
    for text in ["=1+1", "+420", "-1", "@SUM(A1)", "=HYPERLINK(\"\"a\"\")"] {
        let sheet = read(&format!("{HEADER}\nV-1;\"{text}\";Vzorná;1. 9. 1990;A;12. 6. 2026"));
        assert_eq!(sheet.rows[0].holder.given_name.as_deref(), Some(text.replace("\"\"", "\"").as_str()));
    }
}

/// As Czech Windows writes it.
fn windows(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1250.encode(text);
    assert!(!lossy);
    bytes.into_owned()
}

#[test]
fn plain_csv_of_czech_excel_is_read_with_every_letter() {
    let text = format!(
        "{HEADER}\r\n{ROW}\r\nV-2;Žofie;Šťastná Říhová–Ďáblíková;2. 9. 1990;A;12. 6. 2026\r\nV-3;Eva;Krátká;x;A;12. 6. 2026\r\n"
    );
    let (one, other) = (read_bytes(&windows(&text)), read(&text));
    assert_eq!((one.charset, other.charset), (Charset::Windows1250, Charset::Utf8));
    assert_eq!(
        (&one.rows, &one.complaints),
        (&other.rows, &other.complaints),
        "letters, lines and columns are the same"
    );
    assert_eq!(one.rows[1].holder.full_name(), "Žofie Šťastná Říhová–Ďáblíková");
    assert_eq!((one.complaints[0].line, one.complaints[0].column), (4, Some(4)));
    let announced = read_bytes(&windows(&format!("sep=;\r\n{text}")));
    assert_eq!(announced.rows.len(), 2);
}

#[test]
fn windows_1250_is_not_guessed() {
    let refused = |bytes: &[u8]| matches!(only(&read_bytes(bytes)).3, Problem::NotUtf8 { .. });
    // English headings prove nothing: in Windows-1252 this is Sørensen.
    assert!(refused(
        b"person id;given name;surname;born;grade;result date\nV-1;A;S\xf8rensen;1. 9. 1990;A;12. 6. 2026\n"
    ));
    // Headings in Western letters are none of ours.
    let western = windows(&format!("{HEADER}\n{ROW}\n"))
        .iter()
        .map(|byte| if *byte == 0xe8 { 0xe9 } else { *byte })
        .collect::<Vec<_>>();
    assert!(!read_bytes(&western).complaints.is_empty());
    // ISO 8859-2: š is 0xb9 there, and ą in Windows-1250.
    let mut latin2 = windows(&format!("{HEADER}\nV-1;Tomáš;Vzorný;1. 9. 1990;A;12. 6. 2026\n"));
    latin2.iter_mut().filter(|byte| **byte == 0x9a).for_each(|byte| *byte = 0xb9);
    assert!(refused(&latin2));
    // UTF-8 with one broken byte stays a broken file.
    let mut broken = format!("{HEADER}\n{ROW}\n").into_bytes();
    let at = broken.iter().position(|byte| *byte == b'V').unwrap();
    broken[at] = 0xff;
    assert!(refused(&broken));
    // JSON is always UTF-8 (RFC 8259 §8.1).
    assert!(refused(&windows("[{\"person\": \"Příjmení\"}]")));
}

proptest::proptest! {
    /// Whatever a person is called in the letters of Windows-1250: both encodings of a file say the same, or the one is refused.
    #[test]
    fn both_encodings_say_the_same(name in "[A-Za-záčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽäöüßőűłąęśźżńćľĺŕôÄÖÜ –]{1,30}") {
        let text = format!("{HEADER}\nV-1;Jana;{name};1. 9. 1990;A;12. 6. 2026\n");
        let (one, other) = (read_bytes(&windows(&text)), read(&text));
        if one.charset == Charset::Windows1250 {
            proptest::prop_assert_eq!((one.rows, one.complaints), (other.rows, other.complaints));
        } else {
            proptest::prop_assert!(one.rows.is_empty());
        }
    }
}

#[test]
fn other_files_are_named() {
    let guess = |bytes: &[u8]| match only(&read_bytes(bytes)).3 {
        Problem::NotUtf8 { position, guess, .. } => (*position, *guess),
        other => panic!("{other:?}"),
    };
    assert_eq!(guess(b"Osobn\xed;Jm\xe9no\n"), (6, Encoding::Windows1250));
    assert_eq!(guess(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00").1, Encoding::Workbook);
    assert_eq!(guess(b"%PDF-1.7\n").1, Encoding::Pdf);
    let utf16: Vec<u8> = format!("\u{feff}{HEADER}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(guess(&utf16), (1, Encoding::Utf16));
}

#[test]
fn columns_must_be_there_once() {
    let sheet = read("Jméno;Příjmení;Datum narození;Hodnocení\nJana;Vzorná;1. 9. 1990;A");
    assert_eq!(sheet.complaints.len(), 2);
    assert!(
        matches!(&sheet.complaints[0].flaw.problem, Problem::MissingColumn { expected } if expected[0] == "Osobní číslo")
    );
    let sheet = read(&format!("{HEADER};Grade\n{ROW};A"));
    assert!(matches!(only(&sheet), (1, Some(7), "Grade", Problem::DuplicateColumn { .. })));
    assert!(sheet.rows.is_empty());
    let sheet = read(&format!("{HEADER};Tituly pred jmenm;#poznámka\n{ROW};Ing.;cokoli"));
    assert!(
        matches!(only(&sheet), (1, Some(7), _, Problem::UnknownField { nearest: Some(nearest), .. }) if nearest == "Tituly před jménem")
    );
    assert_eq!(sheet.rows.len(), 1);
}

#[test]
fn ragged_rows_do_not_spoil_the_others() {
    let sheet = read(&format!("{HEADER}\nV-2;Jan\n{ROW}\nV-3;a;b;1. 1. 1990;A;12. 6. 2026;navíc"));
    let found: Vec<_> = sheet.complaints.iter().map(|complaint| (complaint.line, &complaint.flaw.problem)).collect();
    assert_eq!(
        found,
        [(2, &Problem::Ragged { expected: 6, found: 2 }), (4, &Problem::Ragged { expected: 6, found: 7 })]
    );
    assert_eq!(sheet.rows.len(), 1);
}

#[test]
fn the_same_person_twice_is_refused_and_two_of_one_name_are_not() {
    let sheet = read(&format!("{HEADER}\n{ROW}\n{ROW}\n{}", ROW.replace("V-1", "V-2")));
    assert_eq!(only(&sheet), (3, Some(1), "Osobní číslo", &Problem::RepeatedRow { first: 2 }));
    assert_eq!(sheet.rows.len(), 2);
    let sheet = read(&format!("{HEADER}\n{ROW}\n{}", ROW.replace(";A;", ";B;")));
    assert!(sheet.rows.is_empty());
    assert_eq!(sheet.complaints.iter().map(|complaint| complaint.line).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_fail_is_no_mistake() {
    let sheet = read(&format!("{HEADER}\n{}", ROW.replace(";A;", ";F;")));
    assert!(sheet.complaints.is_empty() && sheet.rows.is_empty());
    assert_eq!(sheet.not_passed.len(), 1);
}

#[test]
fn days_must_be_possible() {
    let with = |born: &str, result: &str| read(&format!("{HEADER}\nV-1;Jana;Vzorná;{born};A;{result}"));
    assert!(with("29. 2. 2000", "16. 2. 2026").complaints.is_empty());
    assert!(matches!(only(&with("1. 9. 1990", "1. 7. 2026")).3, Problem::FutureDate { .. }));
    assert!(matches!(only(&with("1. 9. 1990", "15. 2. 2026")).3, Problem::DateBefore { .. }));
    assert!(matches!(only(&with("1. 7. 2026", "12. 6. 2026")).3, Problem::FutureDate { .. }));
    assert!(matches!(only(&with("16. 2. 2026", "12. 6. 2026")).3, Problem::DateBefore { .. }));
    assert!(matches!(only(&with("1. 1. 1890", "12. 6. 2026")).3, Problem::TooOld { .. }));
}

#[test]
fn json_has_places_too() {
    let text = "[\n  {\"person\": 1},\n  {\"person\": \"V-1\", \"given_name\": \"a, [b] {c}\", \"born\": \"1.9.1990\", \"grade\": \"A\",\n   \"result_date\": \"12.6.2026\"},\n  {\"persona\": \"V-2\"}, {\"person\": [1]}\n]";
    let sheet = read(text);
    assert_eq!(sheet.rows.len(), 1);
    let places: BTreeSetOfPlaces =
        sheet.complaints.iter().map(|complaint| (complaint.line, complaint.column)).collect();
    assert_eq!(places.into_iter().collect::<Vec<_>>(), [(2, Some(3)), (5, Some(3)), (5, Some(23))]);
    assert!(matches!(&sheet.complaints.iter().find(|complaint| complaint.field == "persona").unwrap().flaw.problem,
        Problem::UnknownField { nearest: Some(nearest), .. } if nearest == "person"));
}

type BTreeSetOfPlaces = std::collections::BTreeSet<(u64, Option<u32>)>;

#[test]
fn broken_json_is_refused_with_its_place() {
    let sheet = read("[\n{\"person\": \"V-1\",}\n]");
    assert!(matches!(only(&sheet), (2, Some(_), "", Problem::Syntax { .. })));
    let deep = format!("[{}", "[".repeat(10_000));
    assert!(matches!(only(&read(&deep)).3, Problem::Syntax { .. }));
    assert!(matches!(only(&read("[{\"person\": \"a\", \"person\": \"b\"}]")).3, Problem::DuplicateColumn { .. }));
    assert!(matches!(only(&read("[]")).3, Problem::NoRows));
}

#[test]
fn limits_hold() {
    assert!(matches!(only(&read("")).3, Problem::NoRows));
    assert!(matches!(only(&read_bytes(&vec![b'a'; results::BYTES_MAX + 1])).3, Problem::TooLarge { .. }));
    let long = ROW.replace("Jana", &"a".repeat(results::CELL_MAX + 1));
    assert!(matches!(only(&read(&format!("{HEADER}\n{long}"))).3, Problem::TooLong { .. }));
    let wide = "x;".repeat(results::COLUMNS_MAX);
    assert!(matches!(only(&read(&wide)).3, Problem::TooMany { .. }));
    let many = format!("{HEADER}\n{}", "x;;;;;\n".repeat(results::ROWS_MAX + 1));
    assert!(read(&many).complaints.iter().any(|complaint| matches!(complaint.flaw.problem, Problem::TooMany { .. })));
}
