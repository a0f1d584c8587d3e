//! What shows, and what the sealer's permissions and locks make of it.

use super::*;
use crate::pades::changes::DocumentPart as Part;

/// What shows, and is permitted unless the sealer forbids it.
pub(super) const SHOWN: [(&str, Part, Update); 7] = [
    ("a visible signature", Part::Signature, |file| {
        vec![
            (20, field_with(file, "86 0 R")),
            (3, page_with(file, "86 0 R")),
            (86, format!("<< {STAMP} /Rect [0 0 9 9] /P 3 0 R >>")),
        ]
    }),
    ("a signature that an action could show", Part::Signature, |file| {
        vec![(20, field_with(file, "86 0 R")), (86, format!("<< {STAMP} /Rect [0 0 9 9] /F 2 >>"))]
    }),
    ("the visible field signed", Part::Signature, |file| {
        vec![
            (22, with(&newest(file, 22), "/V << /Type /Sig >> /AP << /N 88 0 R >>")),
            (88, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("a field filled in", Part::Value, |file| {
        vec![
            (21, with(&newest(file, 21), "/V (A+) /AP << /N 88 0 R >>")),
            (88, "<< /Length 0 >>\nstream\n\nendstream".into()),
        ]
    }),
    ("all fields drawn anew", Part::Value, |file| vec![(20, form_with(file, "/NeedAppearances true"))]),
    ("a default with all fields drawn anew", Part::Value, |file| {
        vec![(20, form_with(file, "/NeedAppearances true /DR << /Font << /Helv 26 0 R >> >>"))]
    }),
    ("the appearance of a field", Part::Value, |file| vec![(21, newest(file, 21).replace("0 g", "1 g"))]),
];

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
            (20, field_with(file, "86 0 R")),
            (86, format!("<< {} /Rect [0 0 0 0] >>", STAMP.replace("DocTimeStamp", "Sig"))),
        ]
    });
    assert!(matches!(since(&sealed), Changes::Content { part: Part::Signature, .. }), "not even an unseen seal");
    let filled = SHOWN.iter().find(|(name, ..)| *name == "a field filled in").unwrap().2;
    for lock in ["/Action /All", "/Action /Include /Fields [(grade)]", "/Action /Exclude /Fields [(other)]"] {
        let before = form(Shape::Table, "");
        // The lock of an earlier signature counts from then on.
        let locked = with(&newest(&before, 23), &format!("/Lock << /Type /SigFieldLock {lock} >> /V << /Type /Sig >>"));
        let prepared = update(&before, &[(23, &locked)]);
        let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
        let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
        let pdf = applied(&sealed, filled);
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
                (3, page_with(file, "86 0 R")),
                (86, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP << /N 88 0 R >> >>".into()),
                (88, "<< /Length 0 >>\nstream\n\nendstream".into()),
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
fn defaults_matter_where_a_field_is_drawn_with_them() {
    // A field without an appearance is drawn by the reader, with a font that somebody may define later.
    let bare = form(Shape::Table, "");
    let text = newest(&bare, 21).replace("/AP << /N 29 0 R >>", "");
    let prepared = update(&bare, &[(21, &text)]);
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
    let sealed = reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[1; 64]).unwrap();
    let last = |file: &[u8]| {
        let pdf = Pdf::read(file).unwrap();
        let seal = field::find(pdf.newest()).unwrap().pop().unwrap();
        changes::since(byte_range::check(&pdf, &seal).unwrap().unwrap().revision).unwrap()
    };
    assert_eq!(last(&sealed), Changes::None);
    for more in ["/DA (/Helv 0 Tf 0 g)", "/DR << /Font << /Helv 86 0 R >> >>", "/Q 2"] {
        let later = with(&newest(&sealed, 20), more);
        let found = last(&update(&sealed, &[(20, &later), (86, "<< /Type /Font /Subtype /Type3 >>")]));
        assert!(matches!(found, Changes::Shown { part: Part::Value, .. }), "{more}: {found:?}");
    }
}
