//! Odd layouts that every reader accepts: bytes before the header, white space behind the end.

use super::file;
use crate::pades::specimen::{Shape, append, last_section, pdf};
use crate::pades::{AttachmentLimits, attachments, judge};
use crate::pki::{self, Pki};
use crate::{Outcome, SealCheck};

/// The outcome of the one seal, and that of its byte range.
fn judged(pki: &Pki, file: &[u8]) -> (Outcome, Outcome) {
    let [report] = &judge(file, &pki.basis(pki::at(pki::AT))).unwrap()[..] else { panic!("one seal") };
    (report.outcome(), report.finding(SealCheck::ByteRange).unwrap().outcome)
}

const HOLDS: (Outcome, Outcome) = (Outcome::Holds, Outcome::Holds);

#[test]
fn white_space_behind_the_end_shows_nothing() {
    let pki = Pki::new();
    for shape in [Shape::Table, Shape::Stream] {
        let sealed = file(&pki, &pdf(shape), &pki.key(), None);
        for space in ["\n", "\r\n\r\n", " \t\n", "\0\0\0\0", &" \n".repeat(200)] {
            let padded = [&sealed, space.as_bytes()].concat();
            assert_eq!(judged(&pki, &padded), HOLDS, "{space:?}");
            // A further revision after the white space.
            let later = append(&padded, &[], 60, "/Root 1 0 R /Info 7 0 R", last_section(&sealed));
            assert_eq!(judged(&pki, &later), HOLDS, "{space:?}, then an update");
            // White space that was there when it was sealed.
            let before = [&pdf(shape), space.as_bytes()].concat();
            assert_eq!(judged(&pki, &file(&pki, &before, &pki.key(), None)), HOLDS, "{space:?} before sealing");
        }
        for tail in ["x", " x", "\n%x", "\n%%EOF"] {
            let padded = [&sealed, tail.as_bytes()].concat();
            assert_eq!(judged(&pki, &padded).1, Outcome::Fails, "{tail:?}");
        }
    }
}

/// The specimen with bytes before its header, its offsets counted from the first byte.
fn behind(junk: &[u8]) -> Vec<u8> {
    let plain = pdf(Shape::Table);
    let start = last_section(&plain);
    let (body, table) = plain.split_at(start);
    let mut out = [junk, body].concat();
    for line in String::from_utf8_lossy(table).split_inclusive('\n') {
        match line.strip_suffix(" 00000 n\r\n").and_then(|offset| offset.parse::<usize>().ok()) {
            Some(offset) => out.extend(format!("{:010} 00000 n\r\n", offset + junk.len()).bytes()),
            None if line.trim() == start.to_string() => out.extend(format!("{}\n", start + junk.len()).bytes()),
            None => out.extend(line.bytes()),
        }
    }
    out
}

#[test]
fn bytes_before_the_header_are_sealed_like_all_others() {
    let pki = Pki::new();
    for junk in [&b"\xef\xbb\xbf"[..], b"\r\n", &[b'x'; 900]] {
        let sealed = file(&pki, &behind(junk), &pki.key(), None);
        assert_eq!(judged(&pki, &sealed), HOLDS);
        assert_eq!(attachments(&sealed, AttachmentLimits::default()).unwrap().len(), 1);
        let mut changed = sealed.clone();
        changed[0] ^= 1;
        assert_eq!(judged(&pki, &changed).0, Outcome::Fails);
        // Put before a file that was sealed without them, they move everything: nothing is where it says.
        let moved = [junk, &file(&pki, &pdf(Shape::Table), &pki.key(), None)].concat();
        assert!(judge(&moved, &pki.basis(pki::at(pki::AT))).is_err());
    }
    assert!(judge(&behind(&[b'x'; 2_000]), &pki.basis(pki::at(pki::AT))).is_err(), "too far from the start");
}

/// The specimen as a linearised file (ISO 32000-1, annex F): the part for the first page stands first, with a table of its own that
/// points at that of the rest, which stands behind it.
fn linearised() -> Vec<u8> {
    let plain = pdf(Shape::Table);
    let text = String::from_utf8_lossy(&plain[..last_section(&plain)]).into_owned();
    let lossless = |number: u32| {
        let start = text.find(&format!("\n{number} 0 obj\n")).unwrap() + 1;
        let start = plain.windows(7).position(|part| part == &text.as_bytes()[start..start + 7]).unwrap();
        let end = start + plain[start..].windows(8).position(|part| part == b"\nendobj\n").unwrap() + 8;
        plain[start..end].to_vec()
    };
    let (first, rest) = ([3, 4], [1, 2, 5, 6, 7, 8]);
    let mut out = b"%PDF-1.7\n9 0 obj\n<< /Linearized 1 /L 9999 /H [0 0] /O 3 /E 0 /N 1 /T 0 >>\nendobj\n".to_vec();
    let top = out.len();
    // Both tables are of fixed size, so that what follows can be placed before they are known.
    let rows = |offsets: &[(u32, usize)]| -> String {
        offsets.iter().map(|(number, offset)| format!("{number} 1\n{offset:010} 00000 n\r\n")).collect()
    };
    let trailer = |previous: usize| {
        format!("trailer\n<< /Size 10 /Root 1 0 R /Info 7 0 R /Prev {previous:010} >>\nstartxref\n0\n%%EOF\n")
    };
    let head = format!("xref\n{}{}", rows(&[(3, 0), (4, 0), (9, 0)]), trailer(0)).len();
    let mut body = Vec::new();
    let mut places = Vec::new();
    for number in first.into_iter().chain(rest) {
        places.push((number, top + head + body.len()));
        body.extend(lossless(number));
    }
    let main = top + head + body.len();
    let of_first = [places[0], places[1], (9, 9)];
    out.extend(format!("xref\n{}{}", rows(&of_first), trailer(main)).bytes());
    out.extend(body);
    out.extend(format!("xref\n{}trailer\n<< /Size 10 >>\nstartxref\n{top}\n%%EOF\n", rows(&places[2..])).bytes());
    out
}

#[test]
fn a_linearised_file_is_sealed_and_updated_like_any_other() {
    let pki = Pki::new();
    let sealed = file(&pki, &linearised(), &pki.key(), None);
    assert_eq!(judged(&pki, &sealed), HOLDS);
    assert_eq!(attachments(&sealed, AttachmentLimits::default()).unwrap().len(), 1);
    let later = append(&sealed, &[(30, "<< >>")], 60, "/Root 1 0 R /Info 7 0 R", last_section(&sealed));
    assert_eq!(judged(&pki, &later), HOLDS);
    let evil =
        append(&sealed, &[(4, "<< /Length 1 >>\nstream\nx\nendstream")], 60, "/Root 1 0 R", last_section(&sealed));
    assert_eq!(judged(&pki, &evil).0, Outcome::Fails);
}
