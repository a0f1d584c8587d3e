//! A page on which anybody enters as anybody, for a demonstration alone: the program's own server has no such route, the demonstration
//! merges it into its own ([`routes`]). Each press makes a one-time link of the usual kind and follows it at once.

use std::{future::Future, pin::Pin, sync::Arc};

use askama::Template;
use axum::{
    Extension, Form, Router,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;
use signet_access::Actor;
use signet_lang::Locale;
use signet_record::Language;

use crate::{
    access_log,
    area::RoleRow,
    frame::{Area, PageFrame},
    headers::{self, Transport},
    page_error::PageError,
    request_context::{RequestContext, RouteLocale, request_context, show},
    site::AppState,
};

/// Where the page lies, below the language.
const PATH: &str = "/enter";

/// Makes a one-time token with which somebody signs in; `None` when it could not be made, which is in the log by then.
pub type TokenMaker =
    Arc<dyn Fn(Actor, Language) -> Pin<Box<dyn Future<Output = Option<String>> + Send>> + Send + Sync>;

/// Somebody of a demonstration.
#[derive(Clone)]
pub struct DemoPerson {
    /// What they are called.
    pub name: String,
    /// What they act as.
    pub actor: Actor,
}

/// Everybody of a demonstration, and how they get in.
#[derive(Clone)]
pub struct DemoEntrance {
    /// Everybody, in the order of the page.
    pub people: Vec<DemoPerson>,
    /// How a press becomes a one-time link.
    pub token: TokenMaker,
}

/// The page.
#[derive(Template)]
#[template(path = "public/enter_as.html")]
pub struct EnterAsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Where the forms lead.
    pub action: String,
    /// Everybody.
    pub people: Vec<PersonLine>,
}

/// Somebody on the page.
pub struct PersonLine {
    /// Their place in the list, which the form sends.
    pub at: usize,
    /// What they are called.
    pub name: String,
    /// Their role.
    pub role: String,
    /// What that role may do.
    pub abilities: Vec<String>,
}

/// The form.
#[derive(Deserialize)]
pub struct EnterForm {
    #[serde(default)]
    person: String,
}

/// The address of the page, for whoever starts the demonstration.
pub fn address(base: &str, language: Language) -> String {
    format!("{}/{}{PATH}", base.trim_end_matches('/'), language.code())
}

/// The page in both languages, to be merged into the routes of a demonstration.
pub fn routes(held: &AppState, entrance: DemoEntrance) -> Router {
    let transport = Transport { secure: held.secure() };
    let in_language = |language| {
        let locale = RouteLocale { site: held.clone(), language: Some(language) };
        Router::new().route(PATH, get(page).post(enter)).layer(from_fn_with_state(locale, request_context))
    };
    Router::new()
        .nest("/cs", in_language(Language::Cs))
        .nest("/en", in_language(Language::En))
        .layer(Extension(entrance))
        .layer(from_fn_with_state(transport, headers::add))
        .layer(from_fn(access_log::note))
}

async fn page(context: RequestContext, Extension(entrance): Extension<DemoEntrance>) -> Response {
    let l = context.l;
    let people = entrance.people.iter().zip(0..).map(|(person, at)| line(person, at, l)).collect();
    show(&EnterAsPage { f: context.private(Area::Elsewhere), l, action: context.at(PATH), people })
}

fn line(person: &DemoPerson, at: usize, l: Locale) -> PersonLine {
    let row = RoleRow::of(person.actor.role());
    PersonLine { at, name: person.name.clone(), role: row.word(l), abilities: row.abilities(l) }
}

/// Sends the same press on to a one-time link (307 keeps it a POST), where a session begins as by any other link.
async fn enter(
    context: RequestContext,
    Extension(entrance): Extension<DemoEntrance>,
    Form(form): Form<EnterForm>,
) -> Result<Response, PageError> {
    context.check_same_origin()?;
    let at = form.person.parse::<usize>().ok();
    let person = at.and_then(|at| entrance.people.get(at)).ok_or(PageError::NotFound)?;
    let token = (entrance.token)(person.actor.clone(), context.l.language()).await.ok_or(PageError::Fault)?;
    Ok(Redirect::temporary(&context.at(&format!("/login/{token}"))).into_response())
}
