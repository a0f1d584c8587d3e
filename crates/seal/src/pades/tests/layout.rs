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
