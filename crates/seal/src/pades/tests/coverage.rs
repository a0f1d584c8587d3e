//! What a seal in a PDF covers, and what may come after it: every known way around both is refused.

use crate::pades::byte_range::{self, RangeFault};
use crate::pades::changes::{self, Changes, DocumentPart as Part};
use crate::pades::pdf::Pdf;
use crate::pades::place::{SealLabel, reserve};
use crate::pades::specimen::{Shape, append, last_section, pdf};
use crate::pades::{PdfReadError, field};
use jiff::Timestamp;

const BOTH: [Shape; 2] = [Shape::Table, Shape::Stream];

/// A specimen with room for a seal; nothing here looks at the signature value.
fn marked(shape: Shape) -> Vec<u8> {
    let label = SealLabel { name: "Fiktivní univerzita".into(), reason: "Pečeť".into(), stamp_room: 0 };
    let time = Timestamp::from_second(1_790_000_000).unwrap();
    reserve(&pdf(shape), &label, time, 64).unwrap().fill(&[0xab; 64]).unwrap()
}

/// The verdict on the first signature field: its coverage, then what changed later.
fn verdict(file: &[u8]) -> Result<Result<Changes, RangeFault>, PdfReadError> {
    let pdf = Pdf::read(file)?;
    let fields = field::find(pdf.newest())?;
    match byte_range::check(&pdf, fields.first().expect("a signature field"))? {
        Ok(covered) => changes::since(covered.revision).map(Ok),
        Err(fault) => Ok(Err(fault)),
    }
}

fn fault(file: &[u8]) -> RangeFault {
    verdict(file).unwrap().unwrap_err()
}

/// A copy in which `old` (which stands there once) is `new`, of the same length.
fn swap(file: &[u8], old: &str, new: &str) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let at = file.windows(old.len()).position(|window| window == old.as_bytes()).expect(old);
    let mut changed = file.to_vec();
    changed[at..at + old.len()].copy_from_slice(new.as_bytes());
    changed
}

/// A later revision on top of a marked file.
fn later(file: &[u8], objects: &[(u32, &str)]) -> Vec<u8> {
    append(file, objects, 60, "/Root 1 0 R /Info 7 0 R", last_section(file))
}

fn text(file: &[u8]) -> String {
    String::from_utf8_lossy(file).into_owned()
}

#[test]
fn a_fresh_seal_covers_the_whole_file() {
    for shape in BOTH {
        assert_eq!(verdict(&marked(shape)), Ok(Ok(Changes::None)), "{shape:?}");
    }
}

#[test]
fn the_update_keeps_the_kind_of_cross_reference_and_the_old_bytes() {
    for shape in BOTH {
        let (before, after) = (pdf(shape), marked(shape));
        assert!(after.starts_with(&before));
        let tail = text(&after[before.len()..]);
        assert_eq!(tail.contains("\nxref\n"), shape == Shape::Table);
        assert_eq!(tail.contains("/Type /XRef"), shape == Shape::Stream);
        for part in [
            "/Tabs /S",
            "/SigFlags 3",
            "/F 132",
            "/Rect [0 0 0 0]",
            "/TU <FEFF",
            "/SubFilter /ETSI.CAdES.detached",
            "/M (D:20260921",
            "/Annots [",
        ] {
            assert!(tail.contains(part), "{part}");
        }
    }
}

#[test]
fn a_byte_range_that_skips_or_leaves_out_anything_is_refused() {
    let file = marked(Shape::Table);
    let range =
        text(&file).split("/ByteRange ").nth(1).and_then(|rest| rest.split(']').next().map(str::to_owned)).unwrap();
    let numbers: Vec<usize> =
        range.trim_start_matches('[').split_whitespace().map(|number| number.parse().unwrap()).collect();
    let [_, b, c, d] = numbers[..] else { panic!("four numbers") };
    let with = |a: usize, b: usize, c: usize, d: usize| {
        let mut new = format!("[{a} {b} {c} {d}");
        assert!(new.len() <= range.len() + 3);
        new = format!("{new:<width$}", width = range.len());
        let old = format!("{range}]");
        let text = format!("{new}]");
        // A longer range takes one of the spaces behind it.
        let extra = text.len() - old.len();
        swap(&file, &format!("{old}{}", " ".repeat(extra)), &text)
    };
    assert_eq!(fault(&with(1, b - 1, c, d)), RangeFault::Start);
    assert_eq!(fault(&with(0, b - 2, c, d)), RangeFault::Gap);
    assert_eq!(fault(&with(0, b, c + 1, d - 1)), RangeFault::Gap);
    assert_eq!(verdict(&with(0, b, c, d - 1)), Ok(Ok(Changes::None)), "the last end of line is white space");
    assert_eq!(fault(&with(0, b, c, d - 2)), RangeFault::End);
    assert_eq!(fault(&with(0, b, c, d - 6)), RangeFault::End);
    assert_eq!(fault(&with(0, b, c, d + 1)), RangeFault::NotARange);
    assert_eq!(fault(&with(0, c, b, d)), RangeFault::NotARange);
    assert_eq!(
        fault(&swap(&file, &format!("{range}]"), &format!("{}]", range.replacen('0', "/", 1)))),
        RangeFault::NotARange
    );
    let three = format!("{}]", range.rsplit_once(' ').unwrap().0);
    assert_eq!(
        fault(&swap(&file, &format!("{range}]"), &format!("{three:<width$}", width = range.len() + 1))),
        RangeFault::NotARange
    );
}

#[test]
fn the_gap_must_be_one_hexadecimal_string() {
    let file = marked(Shape::Table);
    assert_eq!(fault(&swap(&file, "/Contents <ABAB", "/Contents <AB B")), RangeFault::Contents);
    let inner = swap(&file, "/Contents <ABABABAB", "/Contents <AB>/X <A");
    assert_eq!(fault(&inner), RangeFault::Gap);
}

#[test]
fn bytes_behind_the_last_revision_are_refused() {
    for tail in [" x", "garbage", "\n%", "\n9 0 obj\n<<>>\nendobj\n"] {
        let mut file = marked(Shape::Table);
        file.extend(tail.bytes());
        assert_eq!(fault(&file), RangeFault::Trailing, "{tail}");
    }
    let file = marked(Shape::Table);
    let mut unlisted = file.clone();
    unlisted.extend(format!("4 0 obj\n(hidden)\nendobj\nstartxref\n{}\n%%EOF\n", last_section(&file)).bytes());
    assert_eq!(fault(&unlisted), RangeFault::Trailing);
}

#[test]
fn a_revision_that_is_skipped_by_the_next_one_is_not_covered() {
    let first = pdf(Shape::Table);
    let file = marked(Shape::Table);
    let around = append(&file, &[], 60, "/Root 1 0 R", last_section(&first));
    // The chain no longer leads through the sealed revision: its field is gone, so nothing claims to be sealed.
    let read = Pdf::read(&around).unwrap();
    assert!(field::find(read.newest()).unwrap().is_empty());
    let again = append(&file, &[(1, catalog_text(&file).as_str())], 60, "/Root 1 0 R", last_section(&first));
    assert_eq!(field::find(Pdf::read(&again).unwrap().newest()).unwrap().len(), 0);
}

fn catalog_text(file: &[u8]) -> String {
    let text = text(file);
    let after = text.rsplit("1 0 obj\n").find(|part| part.contains("/Catalog")).unwrap();
    after.split("\nendobj").next().unwrap().to_owned()
}

#[test]
fn renewal_is_welcome() {
    let file = marked(Shape::Table);
    let catalog = catalog_text(&file);
    let renewed = catalog.trim_end_matches(">>").to_owned() + "/DSS 30 0 R >>";
    let store = later(
        &file,
        &[(1, &renewed), (30, "<< /Type /DSS /Certs [31 0 R] >>"), (31, "<< /Length 0 >>\nstream\n\nendstream")],
    );
    assert_eq!(verdict(&store), Ok(Ok(Changes::Evidence { seals: false })));
    let grown =
        later(&store, &[(30, "<< /Type /DSS /Certs [31 0 R 32 0 R] >>"), (32, "<< /Length 0 >>\nstream\n\nendstream")]);
    assert_eq!(verdict(&grown), Ok(Ok(Changes::Evidence { seals: false })));
    let dated = later(&file, &[(7, "<< /Producer (another) /ModDate (D:2027) /CreationDate (D:20260101000000Z) >>")]);
    assert_eq!(verdict(&dated), Ok(Ok(Changes::Evidence { seals: false })));
}

#[test]
fn a_further_seal_is_told_and_covers_everything() {
    for shape in BOTH {
        let label = SealLabel { name: "Another".into(), ..SealLabel::default() };
        let twice = reserve(&marked(shape), &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
        assert_eq!(verdict(&twice), Ok(Ok(Changes::Evidence { seals: true })), "{shape:?}");
        let pdf = Pdf::read(&twice).unwrap();
        let fields = field::find(pdf.newest()).unwrap();
        assert_eq!(fields.len(), 2);
        let second = byte_range::check(&pdf, &fields[1]).unwrap().unwrap();
        assert_eq!(second.end(), twice.len());
    }
}

#[test]
fn anything_a_reader_could_see_or_run_is_a_change() {
    let file = marked(Shape::Table);
    let catalog = catalog_text(&file);
    let with = |extra: &str| catalog.trim_end_matches(">>").to_owned() + extra + ">>";
    let all = text(&file);
    let page = all.rsplit("\n3 0 obj\n").next().and_then(|text| text.split("\nendobj").next()).unwrap();
    let page = page.replace("/Contents 4 0 R", "/Contents 40 0 R");
    let script = with("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
    let cases: [(Part, &[(u32, &str)]); 7] = [
        (Part::Page, &[(3, &page)]),
        (Part::Page, &[(4, "<< /Length 1 >>\nstream\nx\nendstream")]),
        (Part::Catalog, &[(5, "<< /Type /Filespec /F (note.json) >>")]),
        (Part::Catalog, &[(6, "<< /Length 1 >>\nstream\nx\nendstream")]),
        (Part::Pages, &[(2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>")]),
        (Part::Catalog, &[(1, &script)]),
        (Part::Catalog, &[(8, "<< /Type /StructTreeRoot /K 3 0 R >>")]),
    ];
    for (what, objects) in cases {
        let changed = verdict(&later(&file, objects)).unwrap().unwrap();
        assert!(matches!(changed, Changes::Content { part, .. } if part == what), "{what:?}: {changed:?}");
    }
}

#[test]
fn rewritten_metadata_leaves_it_open() {
    let file = marked(Shape::Table);
    let titled = "<< /Producer (a test) /CreationDate (D:20260101000000Z) /Title (Doctor of all) >>";
    assert_eq!(verdict(&later(&file, &[(7, titled)])), Ok(Ok(Changes::Metadata { object: 7 })));
    let catalog = catalog_text(&file).trim_end_matches(">>").to_owned() + "/Metadata 33 0 R >>";
    let packet = [(1, catalog.as_str()), (33, "<< /Type /Metadata /Length 1 >>\nstream\nx\nendstream")];
    assert_eq!(verdict(&later(&file, &packet)), Ok(Ok(Changes::Metadata { object: 33 })));
}

#[test]
fn a_field_added_later_does_nothing_and_is_told_when_it_shows() {
    let file = marked(Shape::Table);
    let form =
        text(&file).split("/AcroForm ").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<u32>().ok()).unwrap();
    let field = field::find(Pdf::read(&file).unwrap().newest()).unwrap()[0].id.number;
    let fields = format!("<< /Fields [{field} 0 R 50 0 R] /SigFlags 3 >>");
    let judge = |added: &str| verdict(&later(&file, &[(form, &fields), (50, added)])).unwrap().unwrap();
    let stamp = "/FT /Sig /T (Stamp) /V << /Type /DocTimeStamp >>";
    assert_eq!(judge(&format!("<< {stamp} /Rect [0 0 0 0] >>")), Changes::Evidence { seals: false });
    let visible = judge(&format!("<< {stamp} /Rect [0 0 9 9] >>"));
    assert_eq!(visible, Changes::Shown { part: Part::Signature, object: 50 });
    for (what, added) in [
        (Part::Field, format!("<< {stamp} /Rect [0 0 0 0] /AA << /E << /S /JavaScript >> >> >>")),
        (Part::Field, "<< /FT /Tx /T (x) /Rect [0 0 0 0] >>".into()),
        (Part::Field, "null".into()),
    ] {
        assert!(matches!(judge(&added), Changes::Content { part, .. } if part == what), "{added}");
    }
    let fewer = later(&file, &[(form, "<< /Fields [50 0 R] /SigFlags 3 >>"), (50, "<< /FT /Sig >>")]);
    assert!(field::find(Pdf::read(&fewer).unwrap().newest()).unwrap().is_empty());
}

#[test]
fn a_hole_left_in_sealed_content_cannot_be_filled_later() {
    let original = pdf(Shape::Table);
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 45 0 R] /Resources << >> >>";
    let prepared = append(&original, &[(3, page)], 9, "/Root 1 0 R /Info 7 0 R", last_section(&original));
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
    let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
    assert_eq!(verdict(&sealed), Ok(Ok(Changes::None)));
    let filled = later(&sealed, &[(45, "<< /Length 1 >>\nstream\nx\nendstream")]);
    let change = Changes::Content { part: Part::Page, object: 45 };
    assert_eq!(verdict(&filled), Ok(Ok(change)));
}

#[test]
fn evidence_that_doubles_as_content_may_not_change() {
    let original = pdf(Shape::Table);
    let catalog = "<< /Type /Catalog /Pages 2 0 R /DSS 46 0 R >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 46 0 R >>";
    let objects = [(1, catalog), (3, page), (46, "<< >>")];
    let prepared = append(&original, &objects, 47, "/Root 1 0 R /Info 7 0 R", last_section(&original));
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
    let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
    let changed = later(&sealed, &[(46, "<< /Font << /F1 47 0 R >> >>")]);
    let change = Changes::Content { part: Part::Page, object: 46 };
    assert_eq!(verdict(&changed), Ok(Ok(change)));
}
