//! What does not show: evidence, unseen fields, other ways of writing the same.

use super::*;
use crate::pades::changes::DocumentPart as Part;
use crate::pades::specimen::{deflate, stream};

pub(super) const NOTHING: Changes = Changes::Evidence { seals: false };

/// Whatever is in this list shows nothing and runs nothing.
pub(super) const UNSEEN: [(&str, Update); 19] = [
    ("a store", |file| {
        vec![
            (1, with(&newest(file, 1), "/DSS << /Certs [71 0 R] >>")),
            (71, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("a store with indirect lists", |file| {
        vec![
            (1, with(&newest(file, 1), "/DSS 51 0 R")),
            (51, "<< /Certs 52 0 R /VRI 53 0 R >>".into()),
            (52, "[71 0 R]".into()),
            (53, "<< /AB 54 0 R >>".into()),
            (54, "<< /Cert 52 0 R /TU (D:2026) >>".into()),
            (71, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("version and extensions", |file| {
        vec![(
            1,
            with(&newest(file, 1), "/Version /2.0 /Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >>"),
        )]
    }),
    ("default appearance and resources", |file| {
        vec![
            (20, form_with(file, "/DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv 60 0 R >> >>")),
            (60, "<< /Type /Font >>".into()),
        ]
    }),
    ("an invisible time stamp", |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (3, page_with(file, "50 0 R")),
            (50, format!("<< {STAMP} /Rect [0 0 0 0] /F 132 /P 3 0 R /H /N >>")),
        ]
    }),
    ("one highlighted when pushed", |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (50, format!("<< {STAMP} /Rect [10 10 10 10] /H /P /BS << /W 0 >> /StructParent 9 >>")),
        ]
    }),
    ("one with its widget apart", |file| {
        vec![
            (20, field_with(file, "74 0 R")),
            (3, page_with(file, "75 0 R")),
            (74, "<< /FT /Sig /T (stamp) /V << /Type /DocTimeStamp >> /Kids [75 0 R] >>".into()),
            (75, "<< /Type /Annot /Subtype /Widget /Parent 74 0 R /Rect [0 0 0 0] /P 3 0 R >>".into()),
        ]
    }),
    ("the invisible field filled", |file| {
        vec![
            (23, with(&newest(file, 23), "/V << /Type /DocTimeStamp >> /AP << /N 60 0 R >> /F 132")),
            (60, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("one with resources, as OpenPDF writes it", |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (3, page_with(file, "50 0 R")),
            (50, format!("<< {STAMP} /Rect [0 0 0 0] /F 132 /P 3 0 R /DR << >> /AP << /N 60 0 R >> >>")),
            (60, "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("the invisible field filled, with resources", |file| {
        vec![(23, with(&newest(file, 23), "/V << /Type /DocTimeStamp >> /DR << >> /F 132"))]
    }),
    ("annotations in a list of their own", |file| {
        let page = newest(file, 3);
        let (before, rest) = page.split_once("/Annots ").unwrap();
        let (list, after) = rest.split_once(']').unwrap();
        vec![(3, format!("{before}/Annots 55 0 R{after}")), (55, format!("{list}]"))]
    }),
    ("objects written anew", |file| {
        [1, 2, 3, 4, 8, 20, 21, 22, 24, 26].map(|number| (number, newest(file, number))).into()
    }),
    ("a number written otherwise", |file| vec![(3, newest(file, 3).replace("595 842", "595.0 842.00"))]),
    ("an entry that is null", |file| vec![(1, with(&newest(file, 1), "/OpenAction null /Names null"))]),
    ("a direct value kept apart", |file| {
        vec![
            (3, with(&newest(file, 3), "/Resources 56 0 R")),
            (56, "<< /Font 57 0 R >>".into()),
            (57, "<< /F1 26 0 R >>".into()),
        ]
    }),
    ("another number for the font", |file| {
        vec![(3, newest(file, 3).replace("26 0 R", "58 0 R")), (58, newest(file, 26))]
    }),
    ("when it was written", |_| {
        vec![
            (28, packet("Grade A", "2027")),
            (7, "<< /Producer (another) /ModDate (D:2027) /CreationDate (D:20260101000000Z) >>".into()),
        ]
    }),
    ("an element for a stamp", |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (50, format!("<< {STAMP} /Rect [0 0 0 0] /StructParent 0 >>")),
            (8, "<< /Type /StructTreeRoot /K [72 0 R] /ParentTree 73 0 R /ParentTreeNextKey 1 >>".into()),
            (
                72,
                "<< /Type /StructElem /S /Form /P 8 0 R /Pg 3 0 R /K << /Type /OBJR /Obj 50 0 R /Pg 3 0 R >> >>".into(),
            ),
            (73, "<< /Nums [0 72 0 R] >>".into()),
        ]
    }),
    ("the order of tabbing", |file| {
        vec![(3, with(&newest(file, 3).replace("/Tabs /S", ""), "/Tabs /W /LastModified (D:2027)"))]
    }),
];

#[test]
fn what_does_not_show_does_not_matter_whatever_is_permitted() {
    for permitted in ["", "/P 1", "/P 2", "/P 3"] {
        for shape in SHAPES {
            let file = form(shape, permitted);
            assert_eq!(since(&file), Changes::None, "{shape:?} {permitted}");
            for (name, change) in UNSEEN {
                assert_eq!(since(&applied(&file, change)), NOTHING, "{name}, {shape:?} {permitted}");
            }
        }
    }
}

#[test]
fn what_says_something_else_about_the_file_leaves_it_open() {
    let file = form(Shape::Table, "");
    let titled = update(&file, &[(28, &packet("Grade A+", "2026"))]);
    assert_eq!(since(&titled), Changes::Metadata { object: 28 });
    let gone = append(&file, &[], 90, "/Root 1 0 R", last_section(&file));
    assert_eq!(since(&gone), NOTHING, "document information that is left out says nothing");
}

#[test]
fn the_catalog_may_get_another_number() {
    let file = form(Shape::Table, "/P 2");
    let catalog = with(&newest(&file, 1), "/DSS << >>");
    let moved = append(&file, &[(70, &catalog)], 90, "/Root 70 0 R /Info 7 0 R", last_section(&file));
    assert_eq!(since(&moved), NOTHING);
    let evil = with(&catalog, "/OpenAction << /S /JavaScript >>");
    let moved = append(&file, &[(70, &evil)], 90, "/Root 70 0 R /Info 7 0 R", last_section(&file));
    assert!(matches!(since(&moved), Changes::Content { part: Part::Catalog, .. }));
}

#[test]
fn objects_may_be_packed_into_a_stream_and_a_hybrid_table() {
    let file = form(Shape::Table, "/P 2");
    let packed = |page: &str| {
        let (font, previous) = (newest(&file, 26), last_section(&file));
        let (head, body) = (format!("3 0 26 {} ", page.len() + 1), format!("{page}\n{font}\n"));
        let data = deflate(format!("{head}{body}").as_bytes());
        let mut out = file.clone();
        let container = out.len();
        out.extend(b"80 0 obj\n");
        out.extend(stream(&format!("/Type /ObjStm /N 2 /First {} /Filter /FlateDecode", head.len()), &data));
        out.extend(b"\nendobj\n");
        let hidden = out.len();
        let [.., high, middle, low] = container.to_be_bytes();
        let rows = [[2, 0, 0, 80, 0], [2, 0, 0, 80, 1], [1, high, middle, low, 0]].concat();
        out.extend(b"81 0 obj\n");
        out.extend(stream("/Type /XRef /Size 90 /Index [3 1 26 1 80 1] /W [1 3 1] /Root 1 0 R", &rows));
        out.extend(b"\nendobj\n");
        let start = out.len();
        out.extend(format!("xref\n3 1\n0000000000 65535 f\r\ntrailer\n<< /Size 90 {TRAILER} /Prev {previous} /XRefStm {hidden} >>\nstartxref\n{start}\n%%EOF\n").bytes());
        out
    };
    assert_eq!(since(&packed(&newest(&file, 3))), NOTHING);
    let other = since(&packed(&newest(&file, 3).replace("842", "420")));
    assert!(matches!(other, Changes::Content { part: Part::Page, .. }), "{other:?}");
}
