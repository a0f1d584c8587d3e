//! `GET /holder`: the holder's own micro-credentials, institution by institution.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_lang::Locale;
use signet_record::Language;
use signet_registry::Status;
use signet_store::StoredCredential;

use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    holder::{
        own::{HolderScope, scopes},
        share_items::ITEMS_MAX,
    },
    page_error::PageError,
    request_context::{RequestContext, show},
    site::AppState,
    staff::letter_line::is_about_address,
    stored,
    view::{OtherTitle, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "holder/list.html")]
pub struct HolderPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What was wrong with a choice of several.
    pub problem: Option<String>,
    /// What each institution has of them; one at least.
    pub bodies: Vec<OwnOfBody>,
}

/// What one institution has of them.
pub struct OwnOfBody {
    /// The institution's name.
    pub name: String,
    /// The institution's mail to them does not arrive.
    pub unreachable: Option<String>,
    /// Newest first.
    pub credentials: Vec<OwnCredential>,
}

impl OwnOfBody {
    /// Whether there are several to put into one link.
    fn can_choose(&self) -> bool {
        self.credentials.iter().filter(|credential| credential.share_href.is_some()).count() > 1
    }
}

/// What has just been asked for, by the address.
#[derive(Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

impl HolderPage {
    /// Whether there is nothing yet.
    fn is_empty(&self) -> bool {
        self.bodies.iter().all(|body| body.credentials.is_empty())
    }

    /// Whether several institutions have something of them, so that each has a heading.
    fn is_parted(&self) -> bool {
        self.bodies.len() > 1
    }
}

/// One of them.
pub struct OwnCredential {
    /// Its identifier.
    pub id: String,
    /// Its page.
    pub href: String,
    /// Title in the reader's language.
    pub title: String,
    /// Title in the other language.
    pub title_other: Option<OtherTitle>,
    /// Awarding body.
    pub institution: String,
    /// Day of issue, run.
    pub tags: Vec<String>,
    /// Valid, waiting, revoked …
    pub state: StateTag,
    /// Bears a test seal.
    pub test: bool,
    /// The form for a new share, when it can be shared.
    pub share_href: Option<String>,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let mut bodies = Vec::new();
    for own in scopes(&site, &context).await? {
        bodies.push(of_body(&site, &context, &own).await?);
    }
    if bodies.len() > 1 {
        bodies.retain(|body| !body.credentials.is_empty() || body.unreachable.is_some());
    }
    let l = context.l;
    let problem = match done.done.as_str() {
        "none" => Some(l.web_holder_choose_none()),
        "many" => Some(l.web_holder_choose_many(ITEMS_MAX)),
        _ => None,
    };
    Ok(show(&HolderPage { f: context.private(Area::Holder), l, problem, bodies }))
}

async fn of_body(site: &AppState, context: &RequestContext, own: &HolderScope) -> Result<OwnOfBody, PageError> {
    let stored = own.tenant.institution().await?;
    let registered = stored.as_ref().and_then(catalogue_units::registered);
    let name = registered
        .as_ref()
        .map(|registered| registered.institution.legal_name.text(context.l.language()).to_owned())
        .unwrap_or_default();
    let kept = own.tenant.credentials_of(&own.person).await?;
    let test = registered.is_some_and(|registered| site.seals_for_test(&registered));
    let credentials = kept.iter().map(|credential| own_credential(credential, &name, test, context)).collect();
    let refused = own.tenant.last_notice(&own.person).await?.is_some_and(|notice| is_about_address(&notice));
    let unreachable = refused.then(|| context.l.web_holder_letter_refused(name.as_str()));
    Ok(OwnOfBody { name, unreachable, credentials })
}

fn own_credential(
    credential: &StoredCredential,
    institution: &str,
    test: bool,
    context: &RequestContext,
) -> OwnCredential {
    let l = context.l;
    let href = context.at(&format!("/holder/{}", credential.id));
    let other = match l.language() {
        Language::Cs => Language::En,
        Language::En => Language::Cs,
    };
    let title_other = OtherTitle { code: other.code().to_owned(), text: credential.title.text(other).to_owned() };
    let shareable = credential.is_sealed() && credential.status == Status::Valid;
    OwnCredential {
        id: credential.id.to_string(),
        title: credential.title.text(l.language()).to_owned(),
        title_other: Some(title_other).filter(|other| other.text != credential.title.text(l.language())),
        institution: institution.to_owned(),
        tags: vec![l.day(credential.dated), credential.key.run.to_string()],
        state: stored::tag(credential, l),
        test,
        share_href: shareable.then(|| format!("{href}/share")),
        href,
    }
}
