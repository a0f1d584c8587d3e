//! Samples of the statement on accessibility.

use askama::Template;
use signet_lang::Locale;
use signet_record::specimen;

use super::Pages;
use crate::{
    accessibility_statement::{
        AccessibilityException, AccessibilityStatement, AssessedBy, Conformance, InaccessibleBecause, TwoTexts,
    },
    frame::{Area, PageFrame},
    public::accessibility::{AccessibilityPage, StatementView},
};

pub fn add(l: Locale, pages: &mut Pages) {
    for (name, statement) in [("accessibility", Some(accessibility())), ("accessibility-unstated", None)] {
        let page = AccessibilityPage {
            f: PageFrame::public(l, "/accessibility", Area::Elsewhere),
            l,
            statement: statement.map(|told| StatementView::of(&told, "https://mikro.severni.example", l)),
            contact: Some("studijni@severni.example".to_owned()),
        };
        pages.insert(name, page.render().unwrap());
    }
}

/// A statement with something not accessible for each reason.
fn accessibility() -> AccessibilityStatement {
    let texts = |cs: &str, en: &str| TwoTexts { cs: cs.into(), en: en.into() };
    let exception = |what: TwoTexts, because, instead: Option<TwoTexts>| AccessibilityException {
        what,
        clause: instead.is_some().then(|| "9.1.4.5".into()),
        because,
        instead,
    };
    AccessibilityStatement {
        body: texts("Severní univerzita", "Northern University"),
        conformance: Conformance::Partial,
        prepared: specimen::TODAY,
        reviewed: specimen::TODAY,
        assessment: AssessedBy::Own,
        address: Some("Severní 1, 999 99 Lhota".into()),
        answer_days: 30,
        exceptions: vec![
            exception(
                texts("Náhled osvědčení je obrázek.", "The preview of a certificate is a picture."),
                InaccessibleBecause::NonConformance,
                Some(texts("Všechny údaje jsou na stránce jako text.", "All of it is on the page as text.")),
            ),
            exception(
                texts("Soubory jiných vydavatelů.", "Files of other issuers."),
                InaccessibleBecause::OutsideTheLaw,
                None,
            ),
        ],
    }
}
