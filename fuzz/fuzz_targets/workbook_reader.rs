//! Any bytes as a workbook, and as the sheet inside one (XLSX, ODS): never too many rows, and every complaint is a sentence in both languages.
#![no_main]

use std::{
    io::{Cursor, Write},
    sync::LazyLock,
};

use libfuzzer_sys::fuzz_target;
use signet_lang::Locale;
use signet_record::{Language, Unit, results, specimen};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

static UNIT: LazyLock<Unit> = LazyLock::new(|| specimen::unit().expect("the specimen is valid"));

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("memory is large enough");
        zip.write_all(bytes).expect("memory is large enough");
    }
    zip.finish().expect("memory is large enough").into_inner()
}

fn xlsx(sheet: &[u8]) -> Vec<u8> {
    let root = format!(
        r#"<Relationships><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = r#"<workbook><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>"#;
    let relations = format!(
        r#"<Relationships><Relationship Id="a" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    container(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn ods(content: &[u8]) -> Vec<u8> {
    container(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content),
    ])
}

fuzz_target!(|bytes: &[u8]| {
    for file in [bytes.to_vec(), xlsx(bytes), ods(bytes)] {
        let sheet = results::read(&file, &UNIT, specimen::TODAY);
        assert!(sheet.rows.len() <= results::ROWS_MAX);
        for complaint in sheet.complaints.iter().chain(&sheet.not_passed).take(8) {
            for language in [Language::Cs, Language::En] {
                assert!(!Locale::new(language).complaint(complaint).is_empty());
            }
        }
    }
});
