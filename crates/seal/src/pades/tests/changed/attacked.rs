//! What no rule permits: other content, other pages, scripts, and revisions that wait for what comes after them.

use super::*;
use crate::pades::changes::Part;

/// Attacks, and what no rule permits: each makes another document of it, whatever the sealer permits.
pub(super) const OTHER: [(&str, Part, Update); 26] = [
    ("another page content", Part::Page, |_| vec![(4, "<< /Length 1 >>\nstream\nx\nendstream".into())]),
    ("more page content", Part::Page, |file| {
        vec![
            (3, newest(file, 3).replace("/Contents 4 0 R", "/Contents [4 0 R 85 0 R]")),
            (85, "<< /Length 1 >>\nstream\nx\nendstream".into()),
        ]
    }),
    ("another font", Part::Page, |_| vec![(26, "<< /Type /Font /Subtype /Type3 >>".into())]),
    ("a font by the same name", Part::Page, |file| {
        vec![(3, newest(file, 3).replace("26 0 R", "85 0 R")), (85, "<< /Type /Font /Subtype /Type3 >>".into())]
    }),
    ("another size of page", Part::Page, |file| vec![(3, newest(file, 3).replace("842", "420"))]),
    ("a page turned", Part::Page, |file| vec![(3, with(&newest(file, 3), "/Rotate 180"))]),
    ("an action of the page", Part::Page, |file| {
        vec![(3, with(&newest(file, 3), "/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>"))]
    }),
    ("one page more", Part::Pages, |file| {
        vec![(2, "<< /Type /Pages /Kids [3 0 R 85 0 R] /Count 2 >>".into()), (85, newest(file, 3))]
    }),
    ("no page any more", Part::Pages, |_| vec![(2, "<< /Type /Pages /Kids [] /Count 0 >>".into())]),
    ("another page", Part::Page, |file| {
        vec![
            (2, "<< /Type /Pages /Kids [85 0 R] /Count 1 >>".into()),
            (85, newest(file, 3).replace("/Contents 4 0 R", "/Contents 87 0 R")),
            (87, "<< /Length 1 >>\nstream\nx\nendstream".into()),
        ]
    }),
    ("what all pages have", Part::Pages, |file| {
        vec![(2, with(&newest(file, 2), "/Resources << /Font << /F1 85 0 R >> >>"))]
    }),
    ("a script", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1), "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"))]
    }),
    ("named scripts", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1), "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"))]
    }),
    ("a file inside", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1), "/AF [85 0 R]")), (85, "<< /Type /Filespec /F (grades.json) >>".into())]
    }),
    ("layers", Part::Catalog, |file| vec![(1, with(&newest(file, 1), "/OCProperties << /OCGs [] /D << >> >>"))]),
    ("a certification", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1).replace("27 0 R", "85 0 R"), "/Lang (cs)"))]
    }),
    ("an action of a field", Part::Field, |file| {
        vec![(21, with(&newest(file, 21), "/AA << /F << /S /JavaScript /JS (1) >> >>"))]
    }),
    ("a field moved", Part::Field, |file| vec![(21, newest(file, 21).replace("10 10 90 30", "10 700 90 720"))]),
    ("a field of another kind", Part::Field, |file| {
        vec![(20, field_with(file, "85 0 R")), (85, "<< /FT /Tx /T (more) /Rect [0 0 9 9] /V (x) >>".into())]
    }),
    ("a field gone", Part::Form, |file| vec![(20, newest(file, 20).replace("21 0 R", ""))]),
    ("a signature that acts", Part::Field, |file| {
        vec![
            (20, field_with(file, "85 0 R")),
            (85, format!("<< {STAMP} /Rect [0 0 0 0] /A << /S /URI /URI (http://a.example) >> >>")),
        ]
    }),
    ("words for a stamp", Part::Catalog, |file| {
        vec![
            (20, field_with(file, "85 0 R")),
            (85, format!("<< {STAMP} /Rect [0 0 0 0] >>")),
            (8, "<< /Type /StructTreeRoot /K 87 0 R >>".into()),
            (87, "<< /S /Form /P 8 0 R /Alt (Grade A) /K << /Type /OBJR /Obj 85 0 R >> >>".into()),
        ]
    }),
    ("an element for something else", Part::Catalog, |file| {
        vec![
            (20, field_with(file, "85 0 R")),
            (85, format!("<< {STAMP} /Rect [0 0 0 0] >>")),
            (8, "<< /Type /StructTreeRoot /K 87 0 R >>".into()),
            (87, "<< /S /Form /P 8 0 R /K << /Type /OBJR /Obj 24 0 R >> >>".into()),
        ]
    }),
    ("a form of another kind", Part::Form, |file| {
        vec![(20, form_with(file, "/XFA 85 0 R")), (85, "<< /Length 0 >>\nstream\n\nendstream".into())]
    }),
    ("a note gone", Part::Annotation, |file| vec![(3, newest(file, 3).replace("24 0 R", ""))]),
    ("a page through another's object", Part::Page, |file| {
        vec![(3, newest(file, 3).replace("/Resources <<", "/Resources << /XObject << /X 24 0 R >>"))]
    }),
];

#[test]
fn no_rule_permits_the_rest() {
    for permitted in ["/P 1", "/P 2", "/P 3"] {
        for shape in SHAPES {
            let file = form(shape, permitted);
            for (name, expected, change) in OTHER {
                let found = since(&applied(&file, change));
                // With annotations permitted, one that is gone is told; the rest never is.
                let told = permitted == "/P 3" && expected == Part::Annotation;
                let fits = match found {
                    Changes::Content { part, .. } => part == expected && !told,
                    Changes::Shown { part, .. } => part == expected && told,
                    _ => false,
                };
                assert!(
                    fits || (told && matches!(found, Changes::Content { .. })),
                    "{name}, {shape:?} {permitted}: {found:?}"
                );
            }
        }
    }
}

#[test]
fn a_sealed_revision_cannot_point_at_what_comes_after_it() {
    // The cross-reference table that is sealed says where an object will be once the seal is made.
    let before = pdf(Shape::Table);
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 45 0 R] /Resources << >> >>";
    let ahead = 30_000;
    let mut prepared = append(&before, &[(3, page)], 46, TRAILER, last_section(&before));
    let start = prepared.len();
    prepared.extend(format!("xref\n45 1\n{ahead:010} 00000 n\r\ntrailer\n<< /Size 46 {TRAILER} /Prev {} >>\nstartxref\n{start}\n%%EOF\n", last_section(&prepared)).bytes());
    let label = Label { name: "Seal".into(), ..Label::default() };
    let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
    assert_eq!(since(&sealed), Changes::None);
    let mut filled = sealed.clone();
    filled.extend(std::iter::repeat_n(b'\n', ahead - sealed.len()));
    filled.extend(b"45 0 obj\n<< /Length 1 >>\nstream\nx\nendstream\nendobj\n");
    let filled = append(&filled, &[], 46, TRAILER, last_section(&sealed));
    let found = since(&filled);
    assert!(matches!(found, Changes::Content { part: Part::Page, object: 45 }), "{found:?}");
}

#[test]
fn a_sealed_stream_cannot_reach_beyond_its_revision() {
    // A stream whose sealed length goes over the end of the sealed revision: what it holds comes after the seal.
    let before = pdf(Shape::Table);
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 45 0 R] /Resources << >> >>";
    let long = "<< /Length 40000 >>\nstream\n";
    let prepared = append(&before, &[(3, page), (45, long)], 46, TRAILER, last_section(&before));
    let label = Label { name: "Seal".into(), ..Label::default() };
    let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
    let data = prepared.windows(long.len()).position(|window| window == long.as_bytes()).unwrap() + long.len();
    let mut filled = sealed.clone();
    filled.extend(std::iter::repeat_n(b'\n', data + 40_000 - sealed.len()));
    filled.extend(b"\nendstream\nendobj\n");
    let filled = append(&filled, &[], 46, TRAILER, last_section(&sealed));
    let pdf = Pdf::read(&filled).unwrap();
    let seal = field::find(pdf.newest()).unwrap().remove(0);
    let covered = byte_range::check(&pdf, &seal).unwrap().unwrap();
    assert!(!matches!(changes::since(covered.revision), Ok(Changes::None | Changes::Evidence { .. })));
}
