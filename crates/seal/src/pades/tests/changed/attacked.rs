//! What no rule permits: other content, other pages, scripts, and revisions that wait for what comes after them.

use super::*;
use crate::pades::changes::DocumentPart as Part;

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
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
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
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
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

/// A sealed file in which an object is two things at once, and what it becomes after sealing.
fn twofold(catalog: &str, page: &str, others: &[(u32, &str)], later: &[(u32, &str)]) -> Changes {
    let before = pdf(Shape::Table);
    let (catalog, page) = (
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {page} >>"),
    );
    let objects = [&[(1, catalog.as_str()), (3, page.as_str())], others].concat();
    let prepared = append(&before, &objects, 70, TRAILER, last_section(&before));
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
    let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
    assert_eq!(since(&sealed), Changes::None);
    let later: Vec<(u32, String)> = later
        .iter()
        .map(|(number, more)| match *number {
            // Objects that sealing has rewritten are changed as they are now.
            1 | 3 => (*number, with(&newest(&sealed, *number), more)),
            _ => (*number, (*more).to_owned()),
        })
        .collect();
    since(&update(&sealed, &later.iter().map(|(number, text)| (*number, text.as_str())).collect::<Vec<_>>()))
}

#[allow(clippy::too_many_lines, reason = "a table of attacks")]
#[test]
fn what_may_change_as_one_thing_may_not_as_another() {
    const A: &str = "<< /Type /XObject /Subtype /Form /Length 1 >>\nstream\nA\nendstream";
    const B: &str = "<< /Type /XObject /Subtype /Form /Length 1 >>\nstream\nB\nendstream";
    let (field, drawn) = ("/AcroForm << /Fields [50 0 R] >>", "/Resources << /XObject 50 0 R >>");
    let cases: [(&str, Changes); 11] = [
        (
            "a field that names what is drawn",
            twofold(
                field,
                drawn,
                &[(50, "<< /FT /Sig /T (x) /AP 51 0 R >>"), (51, A), (52, B)],
                &[(50, "<< /FT /Sig /T (x) /AP 52 0 R /V << /Type /Sig >> >>")],
            ),
        ),
        (
            "its value",
            twofold(
                field,
                drawn,
                &[(50, "<< /FT /Sig /T (x) >>"), (52, B)],
                &[(50, "<< /FT /Sig /T (x) /V 52 0 R >>")],
            ),
        ),
        (
            "a field that is a font by the name of a parent",
            twofold(
                field,
                "/Resources << /Font << /Parent 50 0 R >> >>",
                &[(50, "<< /FT /Sig /T (x) /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")],
                &[(50, "<< /FT /Sig /T (x) /Type /Font /Subtype /Type3 /BaseFont /Helvetica /V << /Type /Sig >> >>")],
            ),
        ),
        (
            "a field that is a layer",
            twofold(
                field,
                "/Resources << /Properties << /Parent 50 0 R >> >>",
                &[(50, "<< /FT /Sig /T (x) /Type /OCMD /P /AllOn >>")],
                &[(50, "<< /FT /Sig /T (x) /Type /OCMD /P /AllOff /V << /Type /Sig >> >>")],
            ),
        ),
        (
            "a field that is drawn itself",
            twofold(
                field,
                "/Resources << /XObject << /Parent 50 0 R >> >>",
                &[(50, "<< /Resources 51 0 R /Length 1 >>\nstream\nA\nendstream"), (51, "<< >>")],
                &[(51, "<< /X 4 0 R >>")],
            ),
        ),
        (
            "a page that names what is drawn",
            twofold("", "/Resources << /XObject 3 0 R >> /Tabs 51 0 R", &[(51, A), (52, B)], &[(3, "/Tabs 52 0 R")]),
        ),
        (
            "the same when it was changed",
            twofold(
                "",
                "/Resources << /XObject 3 0 R >> /LastModified 51 0 R",
                &[(51, A), (52, B)],
                &[(3, "/LastModified 52 0 R")],
            ),
        ),
        (
            "a catalog that does",
            twofold("/DSS 51 0 R", "/Resources << /XObject 1 0 R >>", &[(51, A), (52, B)], &[(1, "/DSS 52 0 R")]),
        ),
        (
            "metadata that are drawn",
            twofold("/Metadata 51 0 R", "/Resources << /XObject << /X 51 0 R >> >>", &[(51, A)], &[(51, B)]),
        ),
        (
            "a structure that names what is drawn",
            twofold(
                "/AcroForm << /Fields [] >> /StructTreeRoot 50 0 R",
                drawn,
                &[(50, "<< /Type /StructTreeRoot /ParentTreeNextKey 51 0 R >>"), (51, A), (52, B)],
                &[(50, "<< /Type /StructTreeRoot /ParentTreeNextKey 52 0 R >>")],
            ),
        ),
        (
            "information that does",
            twofold(
                "",
                "/Resources << /XObject 7 0 R >>",
                &[(7, "<< /Producer 51 0 R >>"), (51, A), (52, B)],
                &[(7, "<< /Producer 52 0 R >>")],
            ),
        ),
    ];
    for (name, found) in cases {
        assert!(matches!(found, Changes::Content { .. }), "{name}: {found:?}");
    }
}
