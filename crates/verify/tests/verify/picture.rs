//! Whether the picture in the record is page 1 of the PDF: what is said of it, and what a page may cost.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jpeg_encoder::{ColorType, Encoder};
use signet_verify::{Evidence, Finding, GroupName, Outcome, PictureDoubt, PictureMatch, Trust, judge, read};

use crate::document::seal;
use crate::specimen::{ORGANIZATION, WORLD, fact, judged, now, payload_with, sealed};

const WIDTH: usize = 600;
const HEIGHT: usize = 800;
/// Rectangles that stand for letters: left, bottom, width, height.
const PAGE: [[usize; 4]; 4] = [[40, 700, 300, 40], [40, 500, 6, 24], [60, 500, 6, 24], [40, 40, 2, 12]];

/// A picture with these rectangles.
fn picture(marks: &[[usize; 4]]) -> Vec<u8> {
    let mut points = vec![255_u8; WIDTH * HEIGHT];
    for [left, bottom, width, height] in marks {
        for row in HEIGHT - bottom - height..HEIGHT - bottom {
            points[row * WIDTH + left..row * WIDTH + left + width].fill(0);
        }
    }
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 64).encode(&points, WIDTH as u16, HEIGHT as u16, ColorType::Luma).unwrap();
    jpeg
}

/// Operators that draw them as one shape that is too large to be an ornament.
fn drawn(marks: &[[usize; 4]]) -> String {
    let mark = |[left, bottom, width, height]: &[usize; 4]| format!("{left} {bottom} {width} {height} re ");
    format!("0 g {}f", marks.iter().map(mark).collect::<String>())
}

/// A PDF that carries the specimen with a picture. `more` are objects from 7 on; `page` stands in the page, `root` in the catalogue.
fn pdf(content: &str, jpeg: &[u8], creator: &str, page: &str, more: &[String]) -> Vec<u8> {
    let file = sealed(&payload_with(ORGANIZATION, jpeg), &WORLD.key);
    let stream = |head: &str, bytes: &[u8]| {
        [format!("<<{head}/Length {}>>stream\n", bytes.len()).as_bytes(), bytes, b"\nendstream"].concat()
    };
    let xmp = format!("<x:xmpmeta><xmp:CreatorTool>{creator}</xmp:CreatorTool></x:xmpmeta>");
    let page = format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 4 0 R{page}>>");
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R/AF[5 0 R]/Names<</EmbeddedFiles<</Names[(a.jsonld)5 0 R]>>>>>>"
            .to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        stream("", content.as_bytes()),
        b"<</Type/Filespec/F(a.jsonld)/UF(a.jsonld)/AFRelationship/Data/EF<</F 6 0 R/UF 6 0 R>>>>".to_vec(),
        stream("/Type/EmbeddedFile/Subtype/application#2Fld+json", &file),
        stream("/Type/Metadata/Subtype/XML", xmp.as_bytes()),
    ];
    objects.extend(more.iter().map(|object| object.clone().into_bytes()));
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend([format!("{} 0 obj\n", index + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    bytes.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

fn plain(jpeg: &[u8], creator: &str) -> Vec<u8> {
    pdf(&drawn(&PAGE), jpeg, creator, "", &[])
}

/// What a sealed file is told about its picture.
fn told(pdf: &[u8]) -> (Outcome, Option<String>, bool) {
    let report = judged(&seal(pdf, &WORLD.key));
    let finding = report.findings().find(|finding| finding.check().code() == "format.picture").unwrap();
    for locale in signet_record::Language::ALL.map(signet_lang::Locale::new) {
        assert!(finding.sentence(locale).ends_with('.'));
    }
    // Whoever sealed it must not let it go when it is not what it says.
    assert_eq!(report.is_sound(), finding.advisory || finding.outcome == Outcome::Holds);
    let format = report.group(GroupName::Format).outcome();
    assert_eq!(format, if finding.advisory { Outcome::Holds } else { finding.outcome });
    (finding.outcome, fact(finding, "problem"), finding.advisory)
}

fn cannot_tell(problem: &str, advisory: bool) -> (Outcome, Option<String>, bool) {
    (Outcome::CannotTell, Some(problem.to_owned()), advisory)
}

#[test]
fn a_picture_that_is_page_1_holds_whoever_made_the_file() {
    for creator in ["Signet", "Word"] {
        assert_eq!(told(&plain(&picture(&PAGE), creator)), (Outcome::Holds, None, false), "{creator}");
    }
}

/// Only a file that is made so that its picture is page 1 is wrong when it is not: nobody else promised it.
#[test]
fn another_picture_fails_where_page_1_was_promised() {
    let lacks_one = picture(&PAGE[..3]);
    assert_eq!(told(&plain(&lacks_one, "Signet")), (Outcome::Fails, None, false));
    assert_eq!(told(&plain(&lacks_one, "Word")), cannot_tell("another-drawing", true));
    // Of another shape as well.
    let wide = pdf(&drawn(&PAGE), &picture(&PAGE), "Signet", "/CropBox[0 0 600 400]", &[]);
    assert_eq!(told(&wide).0, Outcome::Fails);
}

#[test]
fn what_is_no_picture_keeps_it_open_where_one_was_promised() {
    for (creator, advisory) in [("Signet", false), ("Word", true)] {
        assert_eq!(told(&plain(b"\xff\xd8\xff\xe0picture", creator)), cannot_tell("picture", advisory));
    }
}

/// Nobody draws what anybody may have written.
#[test]
fn without_a_seal_that_leads_to_an_authority_nothing_is_drawn() {
    let file = plain(&picture(&PAGE), "Signet");
    let finding = |bytes: Vec<u8>, evidence: &Evidence| -> Finding {
        let report = judge(&read(bytes).unwrap(), &evidence.clone().comparing_pictures(), now());
        report.findings().find(|finding| finding.check().code() == "format.picture").unwrap().clone()
    };
    let told = |finding: Finding| (finding.outcome, fact(&finding, "problem"), finding.advisory);
    let nobody = Evidence::offline(Arc::new(Trust::default()));
    assert_eq!(told(finding(file.clone(), &WORLD.evidence(None))), cannot_tell("seal", true));
    assert_eq!(told(finding(seal(&file, &WORLD.key), &nobody)), cannot_tell("seal", true));
    let mut changed = seal(&file, &WORLD.key);
    let at = changed.windows(4).position(|bytes| bytes == b" re ").unwrap();
    changed[at - 1] = b'9';
    assert_eq!(told(finding(changed, &WORLD.evidence(None))), cannot_tell("seal", true));
}

#[test]
fn what_stands_over_the_page_is_told_apart_from_another_picture() {
    let form = |content: &str| {
        format!("<</Type/XObject/Subtype/Form/BBox[0 0 600 100]/Length {}>>stream\n{content}\nendstream", content.len())
    };
    let note = "/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 200 600 300]/AP<</N 8 0 R>>>>]";
    let over =
        |marks: &[[usize; 4]]| pdf(&drawn(&PAGE), &picture(marks), "Signet", note, &[form("0 g 40 40 100 30 re f")]);
    assert_eq!(told(&over(&PAGE)), cannot_tell("annotations", true));
    assert_eq!(told(&over(&[&PAGE[..], &[[40, 240, 100, 30]]].concat())), (Outcome::Holds, None, false));
    assert_eq!(told(&over(&PAGE[..3])).0, Outcome::Fails);
}

/// Little that makes much: forms that draw forms, content and pictures without end. Each is refused before anything is drawn.
#[test]
fn a_page_that_would_cost_too_much_is_not_drawn() {
    let form = |content: &str, next: usize| {
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X {next} 0 R>>>>/Length {}>>stream\n{content}\nendstream",
            content.len()
        )
    };
    let drawing = |head: &str| format!("/Resources<</XObject<</X 8 0 R>>>>{head}");
    let image = "<</Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Length 0>>stream\n\nendstream";
    let long = "0 0 600 800 re f\n".repeat(1 << 17);
    let tenfold: Vec<String> = (9..18).map(|next| form(&"/X Do ".repeat(10), next)).collect();
    let circle = vec![form("/X Do", 8)];
    let pages = [
        pdf("/X Do", &picture(&PAGE), "Signet", &drawing(""), &tenfold),
        pdf("/X Do", &picture(&PAGE), "Signet", &drawing(""), &circle),
        pdf("/X Do", &picture(&PAGE), "Signet", &drawing(""), &[image.to_owned()]),
        pdf(&long, &picture(&PAGE), "Signet", "", &[]),
        pdf("BI /W 9 /H 9 ID 000 EI", &picture(&PAGE), "Signet", "", &[]),
    ];
    for (number, page) in pages.into_iter().enumerate() {
        let since = Instant::now();
        let found = read(page).unwrap().picture();
        assert_eq!(found, Some(PictureMatch::Unclear(PictureDoubt::Page)), "{number}");
        assert!(since.elapsed() < Duration::from_secs(5), "{number}");
    }
}

#[test]
fn a_document_without_a_record_or_a_record_alone_says_nothing_of_it() {
    let alone = sealed(&payload_with(ORGANIZATION, &picture(&PAGE)), &WORLD.key);
    assert!(judged(&alone).findings().all(|finding| finding.check().code() != "format.picture"));
    assert_eq!(read(alone).unwrap().picture(), None);
}
