//! `GET /staff/credentials`: the credentials of the institution. `POST`: those that fit, and the next page of them; what is searched for
//! and the place in the list are names, so neither stands in an address.

use askama::Template;
use axum::{Form, extract::State, response::Response};
use serde::Deserialize;
use signet_access::{Action, SecurityEvent, SecurityEventKind};
use signet_lang::Locale;
use signet_store::{Cursor, NamePrefix, Search, Seek, StoredCredential, Total};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, show},
    site::AppState,
    stored,
    view::StateTag,
};

/// Credentials of one page.
const ROWS: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/credentials.html")]
pub struct CredentialsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What was searched for.
    pub query: String,
    /// How many were found, on all pages together.
    pub found: String,
    /// Those of this page.
    pub rows: Vec<CredentialRow>,
    /// Where the page before this one ends.
    pub previous: Option<String>,
    /// Where the page after this one begins.
    pub next: Option<String>,
}

/// One that was found.
pub struct CredentialRow {
    /// Its page.
    pub href: String,
    /// The holder.
    pub holder: String,
    /// Its title.
    pub title: String,
    /// The day of issue.
    pub issued: String,
    /// Valid, waiting, revoked …
    pub state: StateTag,
}

/// What is searched for, and where the page begins.
#[derive(Default, Deserialize)]
pub struct SearchForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

impl SearchForm {
    /// Where the page stands; a place that cannot be read is the beginning.
    fn seek(&self) -> Seek {
        let cursor = |text: &str| text.parse::<Cursor>().ok();
        cursor(&self.after).map(Seek::After).or_else(|| cursor(&self.before).map(Seek::Before)).unwrap_or_default()
    }
}

/// Shows the beginning of the whole list.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    find(&site, &context, &SearchForm::default()).await
}

/// Shows what fits.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<SearchForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    find(&site, &context, &form).await
}

async fn find(site: &AppState, context: &RequestContext, form: &SearchForm) -> Result<Response, PageError> {
    let Staff { tenant, permit, .. } = context.staff(site, Action::SearchRegister)?;
    let event = SecurityEvent::used(SecurityEventKind::RegisterSearched, &permit);
    site.issuer.record_security_event(&event).await?;
    let query: String = form.q.chars().filter(|c| !c.is_control()).take(200).collect();
    let search = search(&query);
    let page = site.issuer.search(&tenant, &search, &form.seek(), ROWS, permit).await?;
    let total = tenant.count(&search).await?;
    let previous = page.previous.map(|place| place.to_string());
    let next = page.next.map(|place| place.to_string());
    let rows = page.rows.iter().map(|credential| row(credential, context)).collect();
    let (f, l) = (context.private(Area::Staff), context.l);
    Ok(show(&CredentialsPage { f, l, found: found(total, l), query, rows, previous, next }))
}

/// How many were found, in words.
pub fn found(total: Total, l: Locale) -> String {
    match total {
        Total::Exactly(count) => l.web_staff_find_found(count),
        Total::MoreThan(count) => l.web_staff_find_many(count),
    }
}

/// An identifier when it looks like the beginning of one, else words of a name.
fn search(query: &str) -> Search {
    let bare = query.trim().strip_prefix("urn:credential:").unwrap_or(query.trim());
    let hex = bare.len() >= 8 && bare.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if hex && bare.chars().any(|c| c.is_ascii_digit()) {
        return Search::Identifier(bare.to_owned());
    }
    let folded = signet_lang::fold(query);
    let words: Vec<_> = folded.split_whitespace().map(NamePrefix::new).collect();
    if words.is_empty() { Search::All } else { Search::Name(words) }
}

fn row(credential: &StoredCredential, context: &RequestContext) -> CredentialRow {
    CredentialRow {
        href: context.at(&format!("/staff/credentials/{}", credential.id)),
        holder: credential.holder.full_name(),
        title: credential.title.text(context.l.language()).to_owned(),
        issued: context.l.day(credential.dated),
        state: stored::tag(credential, context.l),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_told_from_names() {
        assert_eq!(search("0b2f2a52-6d0c"), Search::Identifier(String::from("0b2f2a52-6d0c")));
        assert_eq!(search("urn:credential:0b2f2a52"), Search::Identifier(String::from("0b2f2a52")));
        let words = ["dvorak", "jan"].map(NamePrefix::new).to_vec();
        assert_eq!(search("Dvořák Jan"), Search::Name(words));
        assert_eq!(search("Abbadeed"), Search::Name(vec![NamePrefix::new("abbadeed")]));
        assert_eq!(search(""), Search::All);
    }
}
