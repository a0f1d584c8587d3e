//! Small PDF files for tests, with a classic table or with cross-reference and object streams, and ways to damage them.
#![allow(clippy::expect_used)]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

/// How the file is cross-referenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Table,
    Stream,
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// A stream object's text.
pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut text = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
    text.extend(data);
    text.extend(b"\nendstream");
    text
}

/// One page, a tagged catalog, one embedded file `note.json`.
pub(crate) fn pdf(shape: Shape) -> Vec<u8> {
    let objects: Vec<(u32, Vec<u8>)> = vec![
        (1, b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R /Names << /EmbeddedFiles << /Names [(note.json) 5 0 R] >> >> /AF [5 0 R] >>".to_vec()),
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec()),
        (3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>".to_vec()),
        (4, stream("", b"0 0 m 100 100 l S")),
        (5, b"<< /Type /Filespec /F (note.json) /UF <FEFF006E006F00740065002E006A0073006F006E> /AFRelationship /Data /EF << /F 6 0 R >> >>".to_vec()),
        (6, stream("/Type /EmbeddedFile /Subtype /application#2Fld+json /Filter /FlateDecode", &deflate(b"{\"note\":true}"))),
        (7, b"<< /Producer (a test) /CreationDate (D:20260101000000Z) >>".to_vec()),
        (8, b"<< /Type /StructTreeRoot >>".to_vec()),
    ];
    match shape {
        Shape::Table => with_table(&objects),
        Shape::Stream => with_streams(&objects),
    }
}

fn with_table(objects: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = "xref\n0 9\n0000000000 65535 f\r\n".to_owned();
    for (number, text) in objects {
        table += &format!("{:010} 00000 n\r\n", out.len());
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(text);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(table.bytes());
    out.extend(b"trailer\n<< /Size 9 /Root 1 0 R /Info 7 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\n");
    out.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    out
}

/// Dictionaries in an object stream (9), everything found through a cross-reference stream (10) with a PNG predictor.
fn with_streams(objects: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut rows: Vec<[u8; 5]> = vec![[0; 5]; 11];
    let (mut head, mut body) = (String::new(), Vec::new());
    let mut packed = 0_u8;
    for (number, text) in objects {
        let row = rows.get_mut(*number as usize).expect("eleven rows");
        if text.ends_with(b"endstream") {
            *row = place(out.len());
            out.extend(format!("{number} 0 obj\n").bytes());
            out.extend(text);
            out.extend(b"\nendobj\n");
        } else {
            *row = [2, 0, 0, 9, packed];
            packed += 1;
            head += &format!("{number} {} ", body.len());
            body.extend(text);
            body.push(b'\n');
        }
    }
    let data = [head.as_bytes(), &body].concat();
    rows[9] = place(out.len());
    out.extend(b"9 0 obj\n");
    let entries = format!("/Type /ObjStm /N {packed} /First {} /Filter /FlateDecode", head.len());
    out.extend(stream(&entries, &deflate(&data)));
    out.extend(b"\nendobj\n");
    let start = out.len();
    rows[10] = place(start);
    let mut table = Vec::new();
    let mut above = [0_u8; 5];
    for row in rows {
        table.push(2);
        table.extend(row.iter().zip(above).map(|(byte, up)| byte.wrapping_sub(up)));
        above = row;
    }
    out.extend(b"10 0 obj\n");
    let entries = "/Type /XRef /Size 11 /W [1 3 1] /Root 1 0 R /Info 7 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >> \
                   /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
    out.extend(stream(entries, &deflate(&table)));
    out.extend(format!("\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

fn place(offset: usize) -> [u8; 5] {
    let [.., high, middle, low] = offset.to_be_bytes();
    [1, high, middle, low, 0]
}

/// Appends a classic update: objects (number, text) and a trailer with `more` entries, pointing at section `previous`.
pub(crate) fn append(pdf: &[u8], objects: &[(u32, &str)], size: u32, more: &str, previous: usize) -> Vec<u8> {
    let mut out = pdf.to_vec();
    let mut table = "xref\n".to_owned();
    for (number, text) in objects {
        table += &format!("{number} 1\n{:010} 00000 n\r\n", out.len());
        out.extend(format!("{number} 0 obj\n{text}\nendobj\n").bytes());
    }
    let start = out.len();
    out.extend(table.bytes());
    out.extend(format!("trailer\n<< /Size {size} {more} /Prev {previous} >>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

/// The offset that the last `startxref` gives.
pub(crate) fn last_section(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let after = text.rsplit("startxref").next().expect("startxref");
    after.split_whitespace().next().and_then(|number| number.parse().ok()).expect("offset")
}
