//! What may come after a seal, form by form: what does not show, what shows and is permitted, and what makes another document
//! of it. Each row is an update of a file of our own; what pyHanko says of the same forms is in `interop/python/changes.py`.

use crate::pades::byte_range;
use crate::pades::changes::{self, Changes, Part};
use crate::pades::field;
use crate::pades::pdf::Pdf;
use crate::pades::place::{Label, reserve};
use crate::pades::specimen::{Shape, append, deflate, last_section, pdf, stream};
use jiff::Timestamp;

const SHAPES: [Shape; 2] = [Shape::Table, Shape::Stream];
const TRAILER: &str = "/Root 1 0 R /Info 7 0 R";
/// The catalog of [`form`], with room for more before it ends.
const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R /Metadata 28 0 R /AcroForm 20 0 R /Perms << /DocMDP 27 0 R >> >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
                    /Resources << /Font << /F1 26 0 R >> >> /Annots [21 0 R 22 0 R 24 0 R";
const TEXT_FIELD: &str =
    "/Type /Annot /Subtype /Widget /FT /Tx /T (grade) /Rect [10 10 90 30] /P 3 0 R /DA (/Helv 0 Tf 0 g)";
const NOTE: &str = "/Type /Annot /Subtype /Text /Rect [100 100 120 120] /Contents (as sealed) /P 3 0 R";

fn packet(title: &str, when: &str) -> String {
    let text = format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' \
         xmp:ModifyDate='{when}'><dc:title>{title}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
    );
    format!("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{text}\nendstream", text.len())
}

/// A sealed form on one page: a text field (21), an empty visible signature field (22), an empty invisible one (23), a note (24),
/// a font (26), what the sealer permits (27), metadata (28).
fn form(shape: Shape, permitted: &str) -> Vec<u8> {
    let before = pdf(shape);
    let certified = format!(
        "<< /Type /Sig /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams {permitted} >> >>] >>"
    );
    let catalog =
        if permitted.is_empty() { CATALOG.replace("/Perms << /DocMDP 27 0 R >>", "") } else { CATALOG.to_owned() };
    let (page, text, note) = (format!("{PAGE}] >>"), format!("<< {TEXT_FIELD} >>"), format!("<< {NOTE} >>"));
    let metadata = packet("Grade A", "2026");
    let objects = [
        (1, catalog.as_str()),
        (3, &page),
        (20, "<< /Fields [21 0 R 22 0 R 23 0 R] >>"),
        (21, &text),
        (22, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (there) /Rect [200 10 290 30] /P 3 0 R >>"),
        (23, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (nowhere) /Rect [0 0 0 0] /P 3 0 R >>"),
        (24, &note),
        (26, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
        (27, &certified),
        (28, &metadata),
    ];
    let prepared = append(&before, &objects, 40, TRAILER, last_section(&before));
    let label = Label { name: "Seal".into(), ..Label::default() };
    reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[0xab; 64]).unwrap()
}

/// The form with one more revision.
fn update(file: &[u8], objects: &[(u32, &str)]) -> Vec<u8> {
    append(file, objects, 90, TRAILER, last_section(file))
}

/// What changed after the seal that `reserve` made.
fn since(file: &[u8]) -> Changes {
    let pdf = Pdf::read(file).unwrap();
    let seal = field::find(pdf.newest()).unwrap().into_iter().find(|field| field.value.get("ByteRange").is_some());
    let covered = byte_range::check(&pdf, &seal.expect("a seal")).unwrap().expect("a sound range");
    changes::since(covered.revision).unwrap()
}

/// The newest text of an object, for updates that change a little of it.
fn newest(file: &[u8], number: u32) -> String {
    // These may be packed in the specimen.
    match number {
        2 => return "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
        8 => return "<< /Type /StructTreeRoot >>".into(),
        _ => {}
    }
    let text = String::from_utf8_lossy(file).into_owned();
    let after = text.rsplit(&format!("\n{number} 0 obj\n")).next().unwrap().to_owned();
    after.split("\nendobj").next().unwrap().to_owned()
}

/// The text without its last `>>`, and then more.
fn with(text: &str, more: &str) -> String {
    format!("{} {more} >>", text.trim_end().strip_suffix(">>").unwrap())
}

const NOTHING: Changes = Changes::Evidence { seals: false };
const STAMP: &str = "/Type /Annot /Subtype /Widget /FT /Sig /T (stamp) /V << /Type /DocTimeStamp >>";

/// An update by what it does to the objects of a sealed form.
type Update = fn(&[u8]) -> Vec<(u32, String)>;

fn page_with(file: &[u8], annotation: &str) -> String {
    newest(file, 3).replace("24 0 R", &format!("24 0 R {annotation}"))
}

fn form_with(file: &[u8], more: &str) -> String {
    with(&newest(file, 20), more)
}

fn field_with(file: &[u8], field: &str) -> String {
    newest(file, 20).replace("23 0 R", &format!("23 0 R {field}"))
}

/// Whatever is in this list shows nothing and runs nothing.
const UNSEEN: [(&str, Update); 17] = [
    ("a store", |file| {
        vec![
            (1, with(&newest(file, 1), "/DSS << /Certs [50 0 R] >>")),
            (50, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("a store with indirect lists", |file| {
        vec![
            (1, with(&newest(file, 1), "/DSS 51 0 R")),
            (51, "<< /Certs 52 0 R /VRI 53 0 R >>".into()),
            (52, "[50 0 R]".into()),
            (53, "<< /AB 54 0 R >>".into()),
            (54, "<< /Cert 52 0 R /TU (D:2026) >>".into()),
            (50, "<< /Length 0 >>\nstream\n\nendstream".into()),
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
    ("a hidden one", |file| {
        vec![(20, field_with(file, "50 0 R")), (50, format!("<< {STAMP} /Rect [0 0 9 9] /F 2 >>"))]
    }),
    ("one with its widget apart", |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (3, page_with(file, "51 0 R")),
            (50, "<< /FT /Sig /T (stamp) /V << /Type /DocTimeStamp >> /Kids [51 0 R] >>".into()),
            (51, "<< /Type /Annot /Subtype /Widget /Parent 50 0 R /Rect [0 0 0 0] /P 3 0 R >>".into()),
        ]
    }),
    ("the invisible field filled", |file| {
        vec![
            (23, with(&newest(file, 23), "/V << /Type /DocTimeStamp >> /AP << /N 60 0 R >> /F 132")),
            (60, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
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
            (3, newest(file, 3).replace("<< /Font << /F1 26 0 R >> >>", "56 0 R")),
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
    ("the order of tabbing", |file| {
        vec![(3, with(&newest(file, 3).replace("/Tabs /S", ""), "/Tabs /W /LastModified (D:2027)"))]
    }),
];

/// What shows, and is permitted unless the sealer forbids it.
const SHOWN: [(&str, Part, Update); 6] = [
    ("a visible signature", Part::Signature, |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (3, page_with(file, "50 0 R")),
            (50, format!("<< {STAMP} /Rect [0 0 9 9] /P 3 0 R >>")),
        ]
    }),
    ("the visible field signed", Part::Signature, |file| {
        vec![
            (22, with(&newest(file, 22), "/V << /Type /Sig >> /AP << /N 60 0 R >>")),
            (60, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("a field filled in", Part::Value, |file| {
        vec![
            (21, with(&newest(file, 21), "/V (A+) /AP << /N 60 0 R >>")),
            (60, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("all fields drawn anew", Part::Value, |file| vec![(20, form_with(file, "/NeedAppearances true"))]),
    ("a default with all fields drawn anew", Part::Value, |file| {
        vec![(20, form_with(file, "/NeedAppearances true /DR << /Font << /Helv 26 0 R >> >>"))]
    }),
    ("the appearance of a field", Part::Value, |file| vec![(21, newest(file, 21).replace("0 g", "1 g"))]),
];

/// Attacks, and what no rule permits: each makes another document of it, whatever the sealer permits.
const OTHER: [(&str, Part, Update); 24] = [
    ("another page content", Part::Page, |_| vec![(4, "<< /Length 1 >>\nstream\nx\nendstream".into())]),
    ("more page content", Part::Page, |file| {
        vec![
            (3, newest(file, 3).replace("/Contents 4 0 R", "/Contents [4 0 R 50 0 R]")),
            (50, "<< /Length 1 >>\nstream\nx\nendstream".into()),
        ]
    }),
    ("another font", Part::Page, |_| vec![(26, "<< /Type /Font /Subtype /Type3 >>".into())]),
    ("a font by the same name", Part::Page, |file| {
        vec![(3, newest(file, 3).replace("26 0 R", "50 0 R")), (50, "<< /Type /Font /Subtype /Type3 >>".into())]
    }),
    ("another size of page", Part::Page, |file| vec![(3, newest(file, 3).replace("842", "420"))]),
    ("a page turned", Part::Page, |file| vec![(3, with(&newest(file, 3), "/Rotate 180"))]),
    ("an action of the page", Part::Page, |file| {
        vec![(3, with(&newest(file, 3), "/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>"))]
    }),
    ("one page more", Part::Pages, |file| {
        vec![(2, "<< /Type /Pages /Kids [3 0 R 50 0 R] /Count 2 >>".into()), (50, newest(file, 3))]
    }),
    ("no page any more", Part::Pages, |_| vec![(2, "<< /Type /Pages /Kids [] /Count 0 >>".into())]),
    ("another page", Part::Page, |file| {
        vec![
            (2, "<< /Type /Pages /Kids [50 0 R] /Count 1 >>".into()),
            (50, newest(file, 3).replace("/Contents 4 0 R", "/Contents 60 0 R")),
            (60, "<< /Length 1 >>\nstream\nx\nendstream".into()),
        ]
    }),
    ("what all pages have", Part::Pages, |file| {
        vec![(2, with(&newest(file, 2), "/Resources << /Font << /F1 50 0 R >> >>"))]
    }),
    ("a script", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1), "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"))]
    }),
    ("named scripts", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1), "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"))]
    }),
    ("a file inside", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1), "/AF [50 0 R]")), (50, "<< /Type /Filespec /F (grades.json) >>".into())]
    }),
    ("layers", Part::Catalog, |file| vec![(1, with(&newest(file, 1), "/OCProperties << /OCGs [] /D << >> >>"))]),
    ("a certification", Part::Catalog, |file| {
        vec![(1, with(&newest(file, 1).replace("27 0 R", "50 0 R"), "/Lang (cs)"))]
    }),
    ("an action of a field", Part::Field, |file| {
        vec![(21, with(&newest(file, 21), "/AA << /F << /S /JavaScript /JS (1) >> >>"))]
    }),
    ("a field moved", Part::Field, |file| vec![(21, newest(file, 21).replace("10 10 90 30", "10 700 90 720"))]),
    ("a field of another kind", Part::Field, |file| {
        vec![(20, field_with(file, "50 0 R")), (50, "<< /FT /Tx /T (more) /Rect [0 0 9 9] /V (x) >>".into())]
    }),
    ("a field gone", Part::Form, |file| vec![(20, newest(file, 20).replace("21 0 R", ""))]),
    ("a signature that acts", Part::Field, |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (50, format!("<< {STAMP} /Rect [0 0 0 0] /A << /S /URI /URI (http://a.example) >> >>")),
        ]
    }),
    ("a form of another kind", Part::Form, |file| {
        vec![(20, form_with(file, "/XFA 50 0 R")), (50, "<< /Length 0 >>\nstream\n\nendstream".into())]
    }),
    ("a note gone", Part::Annotation, |file| vec![(3, newest(file, 3).replace("24 0 R", ""))]),
    ("a page through another's object", Part::Page, |file| {
        vec![(3, newest(file, 3).replace("/Resources <<", "/Resources << /XObject << /X 24 0 R >>"))]
    }),
];

fn applied(file: &[u8], change: Update) -> Vec<u8> {
    let objects = change(file);
    update(file, &objects.iter().map(|(number, text)| (*number, text.as_str())).collect::<Vec<_>>())
}

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
fn all_of_it_together_in_many_updates_does_not_matter() {
    let mut file = form(Shape::Table, "/P 2");
    for (name, change) in
        UNSEEN.iter().filter(|(name, _)| !name.contains("annotations in a list") && !name.contains("otherwise"))
    {
        // Those that add the same object again are no updates of each other.
        if !name.contains("stamp") && !name.contains("one ") && !name.contains("store with") && !name.contains("null") {
            file = applied(&file, *change);
        }
    }
    assert_eq!(since(&file), NOTHING);
}

#[test]
fn what_shows_and_is_permitted_is_told() {
    for permitted in ["", "/P 2", "/P 3"] {
        for shape in SHAPES {
            let file = form(shape, permitted);
            for (name, expected, change) in SHOWN {
                let found = since(&applied(&file, change));
                assert!(
                    matches!(found, Changes::Shown { part, .. } if part == expected),
                    "{name}, {shape:?} {permitted}: {found:?}"
                );
            }
        }
    }
}

#[test]
fn what_the_sealer_forbids_is_another_document() {
    let file = form(Shape::Table, "/P 1");
    for (name, expected, change) in SHOWN {
        let found = since(&applied(&file, change));
        assert!(matches!(found, Changes::Content { part, .. } if part == expected), "{name}: {found:?}");
    }
    let sealed = applied(&file, |file| {
        vec![
            (20, field_with(file, "50 0 R")),
            (50, format!("<< {} /Rect [0 0 0 0] >>", STAMP.replace("DocTimeStamp", "Sig"))),
        ]
    });
    assert!(matches!(since(&sealed), Changes::Content { part: Part::Signature, .. }), "not even an unseen seal");
    for lock in ["/Action /All", "/Action /Include /Fields [(grade)]", "/Action /Exclude /Fields [(other)]"] {
        let before = form(Shape::Table, "");
        // The lock of an earlier signature counts from then on.
        let locked = with(&newest(&before, 23), &format!("/Lock << /Type /SigFieldLock {lock} >> /V << /Type /Sig >>"));
        let prepared = update(&before, &[(23, &locked)]);
        let label = Label { name: "Seal".into(), ..Label::default() };
        let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
        let pdf = applied(&sealed, SHOWN[2].2);
        let read = Pdf::read(&pdf).unwrap();
        let last = field::find(read.newest()).unwrap().pop().unwrap();
        let covered = byte_range::check(&read, &last).unwrap().unwrap();
        let found = changes::since(covered.revision).unwrap();
        assert!(matches!(found, Changes::Content { part: Part::LockedValue, object: 21 }), "{lock}: {found:?}");
    }
}

#[test]
fn an_annotation_is_told_only_where_the_sealer_permits_it() {
    let evil: [(&str, Update); 3] = [
        ("a picture over the page", |file| {
            vec![
                (3, page_with(file, "50 0 R")),
                (50, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP << /N 60 0 R >> >>".into()),
                (60, "<< /Length 0 >>\nstream\n\nendstream".into()),
            ]
        }),
        ("other words of the note", |file| vec![(24, newest(file, 24).replace("as sealed", "as forged"))]),
        ("one without a number", |file| {
            vec![(3, page_with(file, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>"))]
        }),
    ];
    for permitted in ["", "/P 1", "/P 2", "/P 3"] {
        let file = form(Shape::Table, permitted);
        for (name, change) in evil {
            let found = since(&applied(&file, change));
            let fits = match permitted {
                "/P 3" => matches!(found, Changes::Shown { part: Part::Annotation, .. }),
                _ => matches!(found, Changes::Content { part: Part::Annotation, .. }),
            };
            assert!(fits, "{name} {permitted}: {found:?}");
        }
    }
}

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
