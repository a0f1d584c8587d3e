//! `GET /letters/{tag}`: a button, so that programs which open links turn nothing off. `POST`: the reader of an e-mail gets no more of its kind; a mail
//! program may send it by itself (RFC 8058 §3.1), without a cookie and from anywhere. The tag is the proof.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_lang::Locale;
use signet_outbound::LetterTag;
use signet_store::NewAccountLetter;

use crate::{
    frame::{Area, PageFrame},
    message_page::MessagePage,
    page_error::PageError,
    public::letter_choices::what,
    request_context::{RequestContext, show},
    site::AppState,
    view::LinkView,
};

/// The page.
#[derive(Template)]
#[template(path = "public/letter_stop.html")]
pub struct LetterStopPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What is not sent any more.
    pub what: String,
    /// Where the button leads. A secret.
    pub action: String,
}

/// Shows the button.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(tag): Path<String>,
) -> Result<Response, PageError> {
    let letter = letter(&site, &context, &tag).await?;
    let l = context.l;
    let action = context.at(&format!("/letters/{tag}"));
    Ok(show(&LetterStopPage { f: context.private(Area::Elsewhere), l, what: what(letter.kind, l), action }))
}

/// Sends no more of it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(tag): Path<String>,
) -> Result<Response, PageError> {
    let letter = letter(&site, &context, &tag).await?;
    site.issuer.sessions().choose_letters(&letter.account, letter.kind, false).await?;
    let l = context.l;
    Ok(show(&MessagePage {
        f: context.private(Area::Elsewhere),
        l,
        title: l.web_letters_stopped_title(),
        texts: vec![l.web_letters_stopped_text(what(letter.kind, l))],
        onward: Some(LinkView { href: context.at("/account/letters"), label: l.web_letters_title() }),
    }))
}

/// The letter of a tag. Whatever is no tag gets the answer of a page that is not there.
async fn letter(site: &AppState, context: &RequestContext, tag: &str) -> Result<NewAccountLetter, PageError> {
    let tag: LetterTag = tag.parse().map_err(|_not_a_tag| PageError::NotFound)?;
    match site.issuer.letter_to_stop(&tag).await? {
        Some(letter) => Ok(letter),
        None if site.guessed_enough(context.client) => Err(PageError::Hasty),
        None => {
            site.note_guess(context.client);
            Err(PageError::NotFound)
        }
    }
}
