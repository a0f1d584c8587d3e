//! Samples of the preview of a unit.

use askama::Template;
use signet_lang::{Locale, args};
use signet_record::specimen;

use super::{Pages, public, say, staff::frame};
use crate::{
    staff::unit::{
        in_care::UnitTitle,
        preview::{LackLine, SheetView, UnitPreviewPage, VerifierPreviewPage},
    },
    view::{DrawnCredential, LinkView, Pictures, ShownFields, UnitCard, VerdictKind},
};

const BACK: &str = "/cs/staff/units/ukazka";

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff-unit-preview", preview(l, true).render().unwrap());
    pages.insert("staff-unit-preview-none", preview(l, false).render().unwrap());
    pages.insert("staff-unit-preview-verifier", verifier(l).render().unwrap());
}

fn preview(l: Locale, complete: bool) -> UnitPreviewPage {
    let (unit, institution) = (specimen::unit().unwrap(), specimen::institution().unwrap());
    let lack = |href: Option<&str>, sentence: String| LackLine { href: href.map(str::to_owned), sentence };
    let sheet = |number: usize, name: String, alt: String| SheetView {
        src: format!("{BACK}/preview/page-{number}.jpg"),
        name,
        alt,
    };
    UnitPreviewPage {
        f: frame(l, "/staff/units/ukazka/preview"),
        l,
        title: UnitTitle { text: say(l, "Základy ekonometrie", "Fundamentals of Econometrics"), language: None },
        back: BACK.into(),
        which: l.web_staff_unit_draft_version(2),
        lacks: if complete {
            Vec::new()
        } else {
            vec![
                lack(Some("/cs/staff/units/ukazka/edit/workload#ects"), l.record_missing()),
                lack(None, l.record_too_long(args::RecordTooLong { found: 300, max: 200 })),
            ]
        },
        sheets: vec![
            sheet(1, l.web_staff_preview_certificate(), l.web_staff_preview_certificate_alt()),
            sheet(2, l.web_staff_preview_supplement(1), l.web_staff_preview_supplement_alt(1)),
        ],
        pdf: format!("{BACK}/preview/specimen.pdf"),
        verifier: format!("{BACK}/preview/verifier"),
        card: complete.then(|| UnitCard::of(&unit, &institution, format!("{BACK}/preview#catalogue"), l)),
    }
}

fn verifier(l: Locale) -> VerifierPreviewPage {
    let content = super::whole::content(l, ShownFields::ALL, Pictures::Elsewhere);
    let report = public::report(l, VerdictKind::Test);
    let drawn = DrawnCredential::of_views(&public::credential(l), report, &content, Default::default(), l).unwrap();
    VerifierPreviewPage {
        f: frame(l, "/staff/units/ukazka/preview/verifier"),
        l,
        back: LinkView { href: format!("{BACK}/preview"), label: l.web_staff_preview_title() },
        verdict: drawn.verdict.clone(),
        drawn,
    }
}
