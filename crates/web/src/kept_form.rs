//! What somebody wrote is not lost when their session ends before they send it: the answer brings it back, ready to be sent again.

use askama::Template;
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{
        HeaderMap, Method,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
};
use signet_lang::Locale;

use crate::{csrf, frame::PageFrame, view::LinkView};

/// Most bytes of a form that is kept: a section of a unit in two languages has some 20 kB.
const BYTES_MAX: usize = 256 * 1024;

/// The fields of a form as they came, until it is known whether they are needed again.
pub struct KeptForm(Bytes);

/// The page with the fields in it.
#[derive(Template)]
#[template(path = "public/kept_form.html")]
pub struct KeptFormPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The heading.
    pub title: String,
    /// What has happened.
    pub lead: String,
    /// What to do before the form is sent, in order.
    pub steps: Vec<String>,
    /// Where to sign in, in another tab.
    pub onward: Option<LinkView>,
    /// Where the form leads.
    pub action: String,
    /// The token of the session, where there is one again.
    pub token: String,
    /// What was written, with its names.
    pub fields: Vec<(String, String)>,
    /// What sends it.
    pub button: String,
}

impl KeptFormPage {
    /// What reads as written by a person: several words.
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(_, value)| value.as_str()).filter(|value| value.trim().contains(char::is_whitespace))
    }
}

impl KeptForm {
    /// Takes the fields of a request out of it and puts them back; none where it is no form of ours, or a large one. Only a browser that says
    /// that it sent our own page is believed: the fields come back with a token.
    pub async fn of(request: Request) -> (Request, Option<KeptForm>) {
        if request.method() != Method::POST || !is_kept(request.headers()) {
            return (request, None);
        }
        let (parts, body) = request.into_parts();
        match to_bytes(body, BYTES_MAX).await {
            Ok(bytes) => (Request::from_parts(parts, Body::from(bytes.clone())), Some(KeptForm(bytes))),
            // Nothing more of it comes: to whoever reads it, it ends here.
            Err(_) => (Request::from_parts(parts, Body::empty()), None),
        }
    }

    /// Names and values, in their order, without the token of the session that is over.
    pub fn fields(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(&self.0)
            .filter(|(name, _)| name != "token")
            .map(|(n, v)| (n.into_owned(), v.into_owned()))
            .collect()
    }
}

fn is_kept(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_form = text(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let length: Option<usize> = text(CONTENT_LENGTH).and_then(|length| length.parse().ok());
    is_form && length.is_some_and(|length| length <= BYTES_MAX) && csrf::surely_from_here(headers)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn request(site: &str, kind: &str, body: &str) -> Request {
        let request = Request::post("/cs/staff").header("sec-fetch-site", site).header(CONTENT_TYPE, kind);
        request.header(CONTENT_LENGTH, body.len()).body(Body::from(body.to_owned())).unwrap()
    }

    #[tokio::test]
    async fn the_handler_reads_what_was_kept() {
        let body = "token=abc&name=%C5%BDofie&row=1&row=2";
        let (request, kept) = KeptForm::of(request("same-origin", "application/x-www-form-urlencoded", body)).await;
        assert_eq!(to_bytes(request.into_body(), 1000).await.unwrap(), body);
        let fields = [("name", "Žofie"), ("row", "1"), ("row", "2")];
        assert_eq!(kept.unwrap().fields(), fields.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[tokio::test]
    async fn what_came_from_elsewhere_or_is_no_form_is_not_kept() {
        let long = format!("a={}", "b".repeat(BYTES_MAX));
        for (site, kind, body) in [
            ("cross-site", "application/x-www-form-urlencoded", "a=b"),
            ("same-origin", "multipart/form-data; boundary=x", "a=b"),
            ("same-origin", "application/x-www-form-urlencoded", long.as_str()),
        ] {
            let (request, kept) = KeptForm::of(request(site, kind, body)).await;
            assert!(kept.is_none(), "{site} {kind}");
            assert_eq!(to_bytes(request.into_body(), 2 * BYTES_MAX).await.unwrap(), body);
        }
    }
}
