//! Samples of the pages about files that somebody hands in.

use askama::Template;
use signet_credential::statement::RecordItem;
use signet_lang::{Locale, args};
use signet_verify::{ItemComparison, ItemVerdict};

use super::{
    Pages,
    public::{credential, report},
};
use crate::{
    frame::{Area, PageFrame},
    public::verify::VerifyPage,
    report_page::{ComparisonPage, ReportPage, VerifiedPage},
    view::{
        ComparisonView, CredentialView, Mark, Pictures, ShownFields, Verdict, VerdictKind,
        comparison::{ComparedFileView, ComparedItemView},
        content,
    },
};

/// The form, and what comes of a file or two.
pub fn add(l: Locale, pages: &mut Pages) {
    let limit = || "20".to_owned();
    let frame = || PageFrame::public(l, "/verify", Area::Verify);
    let verify = VerifyPage { f: frame(), l, limit: limit(), problem: None };
    pages.insert("verify", verify.render().unwrap());
    let verify = VerifyPage { f: frame(), l, limit: limit(), problem: Some(l.web_verify_too_large("20")) };
    pages.insert("verify-too-large", verify.render().unwrap());
    for (name, kind) in [
        ("report", VerdictKind::Valid),
        ("report-invalid", VerdictKind::Invalid),
        ("report-unknown", VerdictKind::Unknown),
        ("report-unsealed", VerdictKind::Unsealed),
    ] {
        let file_name = Some("Jana Nováková - Základy ekonometrie v systému R.jsonld".to_owned());
        let page = ReportPage {
            f: PageFrame::private(l, "/verify", Area::Verify),
            l,
            file_name,
            report: report(l, kind),
            credential: Some(credential(l)),
            content: None,
            preview: None,
        };
        pages.insert(name, page.render().unwrap());
    }
    let main = whole(l).as_main().render().unwrap();
    let verified = VerifiedPage {
        f: PageFrame::private(l, "/verify", Area::Verify),
        l,
        title: l.web_report_verdict_valid(),
        main,
    };
    pages.insert("verified", verified.render().unwrap());
    pages.insert("report-whole", whole(l).render().unwrap());
    for (name, verdict) in [("comparison", ItemVerdict::Same), ("comparison-different", ItemVerdict::Differs)] {
        pages.insert(name, comparison(l, verdict).render().unwrap());
    }
}

/// Two files that agree, or differ in one item.
fn comparison(l: Locale, of_title: ItemVerdict) -> ComparisonPage {
    let (kind, code) = match of_title {
        ItemVerdict::Same => (VerdictKind::Valid, args::SameVerdict::OneRecord),
        _ => (VerdictKind::Invalid, args::SameVerdict::Different),
    };
    let names = ["Jana Nováková - Základy ekonometrie v systému R.jsonld", "Jana Nováková.pdf"];
    let items = RecordItem::ALL.iter().map(|item| {
        let is_title = *item == RecordItem::Title && of_title == ItemVerdict::Differs;
        let verdict = if is_title { ItemVerdict::Differs } else { ItemVerdict::Same };
        let said = names.map(|name| (name.to_owned(), "<b>Econometrics</b>".to_owned()));
        ComparedItemView {
            mark: if is_title { Mark::Fails } else { Mark::Holds },
            sentence: ItemComparison { item: *item, verdict, differing: None }.told(l),
            differing: if is_title { said.into() } else { Vec::new() },
        }
    });
    let items: Vec<_> = items.collect();
    let differing = if of_title == ItemVerdict::Differs {
        vec![
            l.same_page_verdict_text(code),
            l.same_roots_differ(args::SameRootsDiffer { first: names[0], second: names[1] }),
        ]
    } else {
        vec![l.same_page_verdict_text(code)]
    };
    let verdict = Verdict::new(kind, l, "2026".into(), Vec::new());
    let verdict = Verdict { word: l.same_page_verdict(code), sentences: differing, ..verdict };
    let files = names.map(|name| ComparedFileView {
        name: name.to_owned(),
        verdict: report(l, VerdictKind::Valid).verdict,
        root: l.same_file_root("0123abcd ".repeat(8).trim_end()),
    });
    let agreeing = l.same_items(args::SameItems { same: items.len(), total: items.len() });
    let comparison = ComparisonView { verdict, files: files.into(), agreeing, items };
    ComparisonPage { f: PageFrame::private(l, "/verify", Area::Verify), l, comparison }
}

/// A file that holds everything a credential can hold.
fn whole(l: Locale) -> ReportPage {
    ReportPage {
        f: PageFrame::private(l, "/verify", Area::Verify),
        l,
        file_name: None,
        report: report(l, VerdictKind::Unsealed),
        credential: Some(CredentialView::of(&super::whole::credential(), l, ShownFields::ALL)),
        content: Some(super::whole::content(l, ShownFields::ALL, Pictures::Here)),
        preview: content::sheet(&super::whole::credential(), l),
    }
}
