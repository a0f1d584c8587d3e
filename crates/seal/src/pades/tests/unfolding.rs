//! Small files that would unfold into a large memory: refused by one account, before the memory is taken.

use crate::pades::pdf::Index;
use crate::pades::{AttachmentLimits, PdfDocument, PdfReadError, attachments, judge};
use crate::pki::{self, Pki};
use proptest::prelude::*;
use std::io::Read;

fn deflated_zeros(bytes: u64) -> Vec<u8> {
    let zeros = std::io::repeat(0).take(bytes);
    let mut packed = Vec::new();
    flate2::read::ZlibEncoder::new(zeros, flate2::Compression::best()).read_to_end(&mut packed).unwrap();
    packed
}

/// A file of so many cross-reference streams, each of which says of so many objects that they are free.
fn sections_of_zeros(sections: usize, entries: usize) -> Vec<u8> {
    let packed = deflated_zeros(entries as u64 * 3);
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut before = None;
    for number in 0..sections {
        let start = file.len();
        let previous = before.map(|before| format!("/Prev {before} ")).unwrap_or_default();
        file.extend(
            format!(
                "{} 0 obj\n<< /Type /XRef /Size {entries} /W [1 1 1] /Root 1 0 R {previous}/Filter /FlateDecode \
                 /Length {} >>\nstream\n",
                number + 1,
                packed.len()
            )
            .bytes(),
        );
        file.extend(&packed);
        file.extend(b"\nendstream\nendobj\n");
        before = Some(start);
    }
    file.extend(format!("startxref\n{}\n%%EOF\n", before.unwrap_or_default()).bytes());
    file
}

/// A file whose catalog names embedded files, each in an object stream of its own that inflates to so many bytes of white space.
fn object_streams(count: usize, bytes: usize) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut rows = vec![[0_u32; 3]; 4 + 2 * count];
    let names: String = (0..count).map(|at| format!("(a) {} 0 R ", 4 + at)).collect();
    let objects = [
        "<< /Type /Catalog /Names << /EmbeddedFiles 3 0 R >> >>".to_owned(),
        "null".to_owned(),
        format!("<< /Names [{names}] >>"),
    ];
    for (at, object) in objects.iter().enumerate() {
        rows[at + 1] = [1, file.len() as u32, 0];
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    for at in 0..count {
        let (inside, container) = (4 + at, 4 + count + at);
        let head = format!("{inside} 0 ");
        let content = [head.as_bytes(), b"<< /Type /Filespec >>", &vec![b' '; bytes]].concat();
        let mut packed = Vec::new();
        flate2::read::ZlibEncoder::new(&content[..], flate2::Compression::best()).read_to_end(&mut packed).unwrap();
        rows[inside] = [2, container as u32, 0];
        rows[container] = [1, file.len() as u32, 0];
        let dictionary =
            format!("<< /Type /ObjStm /N 1 /First {} /Filter /FlateDecode /Length {} >>", head.len(), packed.len());
        file.extend(format!("{container} 0 obj\n{dictionary}\nstream\n").bytes());
        file.extend(&packed);
        file.extend(b"\nendstream\nendobj\n");
    }
    let start = file.len();
    let table: Vec<u8> = rows
        .iter()
        .flat_map(|[kind, place, _]| [vec![*kind as u8], place.to_be_bytes().to_vec(), vec![0]].concat())
        .collect();
    let dictionary = format!("<< /Type /XRef /Size {} /W [1 4 1] /Root 1 0 R /Length {} >>", rows.len(), table.len());
    file.extend(format!("{} 0 obj\n{dictionary}\nstream\n", rows.len()).bytes());
    file.extend(&table);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

#[test]
fn a_megabyte_of_sections_of_zeros_is_refused() {
    let file = sections_of_zeros(170, 2_000_000);
    assert!(file.len() < 3 << 20, "{}", file.len());
    let pki = Pki::new();
    for error in [
        PdfDocument::read(file.clone()).err(),
        attachments(&file, AttachmentLimits::default()).err(),
        judge(&file, &pki.basis(pki::at(pki::AT))).err(),
    ] {
        assert!(matches!(error, Some(PdfReadError::Limit { .. })), "{error:?}");
    }
}

#[test]
fn a_file_may_not_grow_through_object_streams() {
    let read = |file: Vec<u8>| PdfDocument::read(file).unwrap().attachments(AttachmentLimits::default()).map(|_| ());
    assert_eq!(read(object_streams(20, 1 << 10)), Ok(()));
    let error = read(object_streams(20, 4 << 20)).unwrap_err();
    assert!(matches!(error, PdfReadError::Limit { .. }), "{error:?}");
}

#[test]
fn a_document_is_judged_as_its_bytes_are_however_often_it_is_looked_at() {
    let pki = Pki::new();
    let basis = pki.basis(pki::at(pki::AT));
    let file = super::file(
        &pki,
        &crate::pades::specimen::pdf(crate::pades::specimen::Shape::Stream),
        &pki.key(),
        Some(pki::AT),
    );
    let document = PdfDocument::read(file.clone()).unwrap();
    let outcome =
        |reports: Vec<crate::SealReport>| format!("{:?}", reports.iter().map(|one| &one.findings).collect::<Vec<_>>());
    let once = outcome(judge(&file, &basis).unwrap());
    for _ in 0..3 {
        assert_eq!(outcome(document.judge(&basis).unwrap()), once);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a file says of its objects, what is kept is in proportion to it.
    #[test]
    fn what_is_kept_is_bounded_by_the_size(sections in 1..40_usize, entries in 1..120_000_usize) {
        let file = sections_of_zeros(sections, entries);
        let bound = (8 << 20) + 32 * file.len();
        match Index::read(&file) {
            Ok(index) => prop_assert!(index.entries() * 48 <= bound && sections * entries == index.entries()),
            Err(error) => {
                prop_assert!(matches!(error, PdfReadError::Limit { .. }), "{error:?}");
                prop_assert!(sections * entries * 51 > bound);
            }
        }
    }
}
