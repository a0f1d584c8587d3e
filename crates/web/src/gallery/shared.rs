//! Samples of shared pages.

use askama::Template;
use signet_lang::Locale;

use super::{
    Pages,
    public::{credential, files, report},
    say,
};
use crate::{
    frame::{Area, PageFrame},
    public::{
        shared::SharedPage,
        shared_code::SharedCodePage,
        shared_set::{SharedItem, SharedSetPage, sum},
    },
    view::{DrawnCredential, Pictures, ShownField, ShownFields, VerdictKind},
};

pub fn add(l: Locale, pages: &mut Pages) {
    for (name, kind) in [
        ("shared", VerdictKind::Valid),
        ("shared-revoked", VerdictKind::Revoked),
        ("shared-superseded", VerdictKind::Superseded),
        ("shared-test", VerdictKind::Test),
    ] {
        let open = kind != VerdictKind::Superseded;
        let reveal = if open { ShownFields::ALL } else { ShownFields::ALL.without(ShownField::Birth) };
        let content = super::whole::content(l, reveal, Pictures::Elsewhere);
        let drawn =
            DrawnCredential::of_views(&credential(l), report(l, kind), &content, Default::default(), l).unwrap();
        let page = SharedPage {
            f: PageFrame::private(l, "/c/3q2-7wEjRWeJq83vASNFZ4mrze8", Area::Elsewhere),
            l,
            verdict: drawn.verdict.clone(),
            drawn: drawn.into(),
            preview: open.then(|| "/preview.jpg".into()),
            files: if open { files(l) } else { Vec::new() },
            hidden: (!open).then(|| l.web_shared_hidden(l.web_share_field_birth())),
            reference: open.then(|| "HR-2026-118".into()),
            rehearsed: !open,
            ends: Some(say(l, "31. 12. 2026", "31 December 2026")),
        };
        pages.insert(name, page.render().unwrap());
    }
    pages.insert("shared-set", set(l).render().unwrap());
    for (name, waits, problem) in [
        ("shared-code", false, None),
        ("shared-code-wrong", false, Some(l.web_shared_code_wrong())),
        ("shared-code-waits", true, Some(l.web_shared_code_waits())),
    ] {
        let f = PageFrame::private(l, "/c/3q2-7wEjRWeJq83vASNFZ4mrze8", Area::Elsewhere);
        let action = "/cs/c/3q2-7wEjRWeJq83vASNFZ4mrze8/code".into();
        pages.insert(name, SharedCodePage { f, l, action, problem, waits }.render().unwrap());
    }
}

fn set(l: Locale) -> SharedSetPage {
    let one = |kind| {
        let content = super::whole::content(l, ShownFields::ALL, Pictures::Elsewhere);
        let drawn =
            DrawnCredential::of_views(&credential(l), report(l, kind), &content, Default::default(), l).unwrap();
        SharedItem::of(&drawn, "/cs/c/3q2-7wEjRWeJq83vASNFZ4mrze8/at/0b2f".into())
    };
    let items = vec![one(VerdictKind::Valid), one(VerdictKind::Revoked)];
    SharedSetPage {
        f: PageFrame::private(l, "/c/3q2-7wEjRWeJq83vASNFZ4mrze8", Area::Elsewhere),
        l,
        sum: sum(&items, l),
        items,
        reference: Some("HR-2026-118".into()),
        rehearsed: false,
        ends: Some(say(l, "31. 12. 2026", "31 December 2026")),
    }
}
