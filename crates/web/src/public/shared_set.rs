//! `GET /c/{link}` of a share that shows several credentials: each with its own three results, whatever became of the others.

use askama::Template;
use axum::response::Response;
use signet_lang::Locale;

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    public::{
        opened::Opened,
        shared_parts::{last_day, own_file, reference},
    },
    request_context::{RequestContext, show},
    site::AppState,
    view::{CredentialSummary, DrawnCredential, Verdict, VerdictKind},
};

/// The page.
#[derive(Template)]
#[template(path = "public/shared_set.html")]
pub struct SharedSetPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The credentials, by their titles.
    pub items: Vec<SharedItem>,
    /// The credits of those that are valid, in words.
    pub sum: Option<String>,
    /// What the recipient knows it by.
    pub reference: Option<String>,
    /// The holder looks before anybody has the link.
    pub rehearsed: bool,
    /// Last day of the share, in words.
    pub ends: Option<String>,
}

/// One of the credentials.
pub struct SharedItem {
    /// Its page.
    pub href: String,
    /// Whether it is valid, in a word and why.
    pub verdict: Verdict,
    /// What it is.
    pub summary: CredentialSummary,
}

impl SharedItem {
    /// A credential that was drawn.
    pub fn of(drawn: &DrawnCredential, href: String) -> Self {
        SharedItem { href, verdict: drawn.verdict.clone(), summary: drawn.summary.clone() }
    }
}

/// The page of a share of several.
pub async fn page(
    site: &AppState,
    context: &RequestContext,
    opened: &Opened,
    rehearsed: bool,
) -> Result<Response, PageError> {
    let l = context.l;
    let mut items = Vec::new();
    for shown in opened.tenant.shared_items(&opened.shown).await? {
        let file = own_file(site, &opened.tenant, &shown, l)?;
        let (verdict, _) = file.verdict().await?;
        let drawn = file.drawn(&verdict).await?;
        let href = context.at(&format!("/c/{}/at/{}", opened.link, shown.share.credential));
        items.push(SharedItem::of(&drawn, href));
    }
    items.sort_by(|one, other| one.summary.title.cmp(&other.summary.title));
    Ok(show(&SharedSetPage {
        f: context.private(Area::Elsewhere),
        l,
        sum: sum(&items, l),
        items,
        reference: reference(&opened.shown.share),
        rehearsed,
        ends: last_day(&opened.shown.share, l),
    }))
}

/// The credits of the valid ones together: what was revoked, replaced or cannot be checked adds nothing.
pub fn sum(items: &[SharedItem], l: Locale) -> Option<String> {
    let valid = items.iter().filter(|item| item.verdict.kind == VerdictKind::Valid);
    let points: f64 = valid.filter_map(|item| item.summary.ects).sum();
    (points > 0.0).then(|| crate::view::ects(&points.to_string(), l))
}

#[cfg(test)]
mod tests {
    use signet_record::Language;

    use super::*;

    #[test]
    fn only_valid_credits_are_added_up() {
        let l = Locale::new(Language::En);
        let item = |kind, ects| SharedItem {
            href: String::new(),
            verdict: Verdict::new(kind, l, String::new(), Vec::new()),
            summary: CredentialSummary { ects, ..CredentialSummary::default() },
        };
        let items = [
            item(VerdictKind::Valid, Some(2.5)),
            item(VerdictKind::Valid, Some(3.0)),
            item(VerdictKind::Revoked, Some(60.0)),
            item(VerdictKind::Superseded, Some(60.0)),
            item(VerdictKind::Test, Some(60.0)),
            item(VerdictKind::Valid, None),
        ];
        assert_eq!(sum(&items, l), Some(crate::view::ects("5.5", l)));
        assert_eq!(sum(&items[2..], l), None);
    }
}
