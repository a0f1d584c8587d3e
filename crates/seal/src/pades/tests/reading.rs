//! Reading PDF: both kinds of cross-reference, embedded files, and every way to run in circles or grow without end.

use crate::pades::specimen::{Shape, append, deflate, last_section, pdf, stream};
use crate::pades::{AttachmentLimits, PdfReadError, attachments};

fn limits() -> AttachmentLimits {
    AttachmentLimits::default()
}

/// The specimen with more objects, all of them reachable: `catalog` replaces object 1.
fn with(objects: &[(u32, &str)]) -> Vec<u8> {
    let pdf = pdf(Shape::Table);
    append(&pdf, objects, 40, "/Root 1 0 R", last_section(&pdf))
}

#[test]
fn embedded_files_come_with_name_type_and_relationship() {
    for shape in [Shape::Table, Shape::Stream] {
        let found = attachments(&pdf(shape), limits()).unwrap();
        assert_eq!(found.len(), 1, "{shape:?}: named in the tree and in /AF, yet one file");
        let file = &found[0];
        assert_eq!((file.name.as_str(), file.media_type.as_deref()), ("note.json", Some("application/ld+json")));
        assert_eq!(
            (file.relationship.as_deref(), file.bytes.as_slice()),
            (Some("Data"), b"{\"note\":true}".as_slice())
        );
    }
}

#[test]
fn embedded_files_are_bounded_in_number_and_size() {
    let pdf = pdf(Shape::Table);
    let refuse = |limits| attachments(&pdf, limits).unwrap_err();
    let small = AttachmentLimits { bytes_each: 12, ..limits() };
    assert_eq!(refuse(small), PdfReadError::Limit { what: "bytes of an inflated stream", limit: 12 });
    assert_eq!(
        refuse(AttachmentLimits { files: 0, ..limits() }),
        PdfReadError::Limit { what: "embedded files", limit: 0 }
    );
    let total = AttachmentLimits { bytes_total: 5, ..limits() };
    assert_eq!(refuse(total), PdfReadError::Limit { what: "bytes of an inflated stream", limit: 5 });
}

#[test]
fn a_deflate_bomb_stops_at_the_limit() {
    let bomb = stream("/Filter /FlateDecode", &deflate(&vec![0; 64 << 20]));
    let mut file = pdf(Shape::Table);
    let previous = last_section(&file);
    let offset = file.len();
    file.extend(b"6 0 obj\n");
    file.extend(bomb);
    file.extend(b"\nendobj\n");
    let start = file.len();
    file.extend(format!("xref\n6 1\n{offset:010} 00000 n\r\ntrailer\n<< /Size 9 /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF").bytes());
    assert!(matches!(attachments(&file, limits()), Err(PdfReadError::Limit { .. })));
}

#[test]
fn circles_end() {
    let tree = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 20 0 R >> >>";
    let kids = with(&[(1, tree), (20, "<< /Kids [20 0 R 20 0 R] /Names [(a) 5 0 R] >>")]);
    assert_eq!(attachments(&kids, limits()).unwrap().len(), 1);

    let reference = with(&[(1, tree), (20, "21 0 R"), (21, "20 0 R")]);
    assert_eq!(
        attachments(&reference, limits()),
        Err(PdfReadError::Limit { what: "references to references", limit: 16 })
    );

    let length = with(&[(6, "<< /Length 6 0 R >>\nstream\nx\nendstream")]);
    assert!(attachments(&length, limits()).is_err());

    let file = pdf(Shape::Table);
    let own = append(&file, &[], 9, "/Root 1 0 R", file.len());
    let circle = PdfReadError::Syntax { offset: file.len(), what: "cross-reference sections in a circle" };
    assert_eq!(attachments(&own, limits()), Err(circle));
}

#[test]
fn an_object_stream_that_holds_itself_is_refused() {
    let file = String::from_utf8_lossy(&pdf(Shape::Stream)).into_owned();
    assert!(file.contains("/ObjStm"));
    let mut table = pdf(Shape::Table);
    let previous = last_section(&table);
    let start = table.len();
    let mut rows = vec![2_u8, 0, 20, 0];
    rows.extend([2, 0, 20, 0]);
    table.extend(b"30 0 obj\n");
    table.extend(stream(
        &format!("/Type /XRef /Size 31 /Index [1 1 20 1] /W [1 2 1] /Root 1 0 R /Prev {previous}"),
        &rows,
    ));
    table.extend(format!("\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    assert!(matches!(attachments(&table, limits()), Err(PdfReadError::Object { .. })));
}

#[test]
fn depth_is_bounded() {
    let deep = format!("<< /Type /Catalog /Pages 2 0 R /AF {}{} >>", "[".repeat(5_000), "]".repeat(5_000));
    assert_eq!(
        attachments(&with(&[(1, &deep)]), limits()),
        Err(PdfReadError::Limit { what: "depth of a PDF object", limit: 64 })
    );
}

#[test]
fn what_is_no_pdf_is_told_apart() {
    let read = |bytes: &[u8]| attachments(bytes, limits()).unwrap_err();
    assert_eq!(read(b""), PdfReadError::NotPdf);
    assert_eq!(read(b"{\"payload\":1}"), PdfReadError::NotPdf);
    assert_eq!(read(b"%PDF-1.7\nnothing else"), PdfReadError::NoCrossReference);
    let file = pdf(Shape::Table);
    assert_eq!(read(&file[..file.len() - 40]), PdfReadError::NoCrossReference);
    let encrypted = append(&file, &[], 9, "/Root 1 0 R /Encrypt << /V 1 >>", last_section(&file));
    assert_eq!(read(&encrypted), PdfReadError::Encrypted);
    let twice = with(&[(1, "<< /Type /Catalog /Pages 2 0 R /Pages 2 0 R >>")]);
    assert!(matches!(read(&twice), PdfReadError::Syntax { what: "a key stands twice in a dictionary", .. }));
    let elsewhere = append(&file, &[], 9, "/Root 9 0 R", last_section(&file));
    assert_eq!(read(&elsewhere), PdfReadError::NoCatalog);
}
