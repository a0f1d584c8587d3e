//! `GET /staff/credentials`: find a credential of the institution.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::Action;
use signet_lang::Locale;
use signet_store::{Credential, Cursor, NamePrefix, Search};
use url::form_urlencoded;

use crate::{
    frame::{Area, Frame},
    kept,
    refusal::Refusal,
    site::Held,
    view::StateTag,
    visit::{Visit, show},
};

/// Credentials of one page.
const ROWS: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/credentials.html")]
pub struct CredentialsPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What was searched for.
    pub query: String,
    /// What was found.
    pub rows: Vec<CredentialRow>,
    /// The next page of the list.
    pub more: Option<String>,
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
pub struct Wish {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// Shows the page.
pub async fn get(State(site): State<Held>, visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Refusal> {
    let (tenant, _) = visit.staff(&site, Action::SearchRegister)?;
    let query: String = wish.q.chars().filter(|c| !c.is_control()).take(200).collect();
    let after: Option<Cursor> = wish.after.parse().ok();
    let found = tenant.search(&search(&query), after.as_ref(), ROWS).await.map_err(Refusal::fault)?;
    let more = found.next.map(|next| {
        let mut address = form_urlencoded::Serializer::new(String::new());
        address.append_pair("q", &query).append_pair("after", &next.to_string());
        format!("{}?{}", visit.at("/staff/credentials"), address.finish())
    });
    let rows = found.rows.iter().map(|credential| row(credential, &visit)).collect();
    Ok(show(&CredentialsPage { f: visit.private(Area::Staff), l: visit.l, query, rows, more }))
}

/// An identifier when it looks like the beginning of one, else words of a name.
fn search(query: &str) -> Search {
    let bare = query.trim().strip_prefix("urn:credential:").unwrap_or(query.trim());
    let hex = bare.len() >= 8 && bare.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if hex && bare.chars().any(|c| c.is_ascii_digit()) {
        return Search { identifier: Some(bare.to_owned()), ..Search::default() };
    }
    let folded = signet_lang::fold(query);
    Search { name: folded.split_whitespace().map(NamePrefix::new).collect(), ..Search::default() }
}

fn row(credential: &Credential, visit: &Visit) -> CredentialRow {
    CredentialRow {
        href: visit.at(&format!("/staff/credentials/{}", credential.id)),
        holder: credential.holder.full_name(),
        title: credential.title.text(visit.l.language()).to_owned(),
        issued: visit.l.day(credential.dated),
        state: kept::tag(credential, visit.l),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_told_from_names() {
        assert!(search("0b2f2a52-6d0c").identifier.is_some());
        assert!(search("urn:credential:0b2f2a52").identifier.is_some());
        assert_eq!(search("Dvořák Jan").name.len(), 2);
        assert!(search("Abbadeed").identifier.is_none());
        assert_eq!(search(""), Search::default());
    }
}
