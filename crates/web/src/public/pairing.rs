//! A further identity for the account that somebody is signed in to. The provider sends them back, the page shows both names, and
//! `POST /account/identities` adds it. Where that identity has an account of its own, the page says that the two become one.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::ProviderKind;
use signet_lang::{Locale, args};
use signet_outbound::RecognisedPerson;
use signet_store::{LoginAttempt, MergeRefusal, Paired, TokenDigest};

use crate::{
    frame::{Area, PageFrame},
    login_option::LoginOption,
    message_page::MessagePage,
    page_error::PageError,
    request_context::{RequestContext, show},
    session_cookie::{cookie, login_cookie_name},
    site::AppState,
    view::{Fact, LinkView},
};

/// Most characters of a name that a provider says.
const NAME_MAX: usize = 120;

/// The page that asks whether both identities are one person's.
#[derive(Template)]
#[template(path = "public/pairing.html")]
pub struct PairingPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Who is signed in, and who was recognised.
    pub facts: Vec<Fact>,
    /// Where the form leads.
    pub action: String,
    /// Names the answer of the provider. A secret of this browser.
    pub state: String,
    /// The identity has an account of its own, which becomes one with this.
    pub merges: bool,
    /// Where to go without adding it.
    pub back: String,
}

/// The form.
#[derive(Deserialize)]
pub struct PairingForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    state: String,
    /// They were told that two accounts become one.
    #[serde(default)]
    merge: String,
}

/// Shows who was recognised, and asks.
///
/// # Errors
/// When whoever comes back is not signed in to the account any more that they left with.
pub async fn offer(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    attempt: &LoginAttempt,
    state: &str,
    person: &RecognisedPerson,
) -> Result<Response, PageError> {
    let context = context.clone().or_language(attempt.language);
    let l = context.l;
    let session = context.require_recent_session()?;
    if attempt.pair_account.as_ref() != Some(session.actor.account()) {
        return Err(PageError::LoginSpent);
    }
    let (sessions, digest) = (site.issuer.sessions(), TokenDigest::of(state));
    let place = option.provider().claimed_place(&person.subject, &person.claims);
    if !sessions.note_recognised(&digest, &person.subject, person.level, place.as_ref()).await? {
        return Err(PageError::LoginSpent);
    }
    let merges = sessions.would_merge(&digest, session.actor.account()).await?;
    let plain = |name: &str| -> String { name.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect() };
    let named = person.claims.single("name").map(|name| plain(name).trim().to_owned()).filter(|name| !name.is_empty());
    let recognised = named.unwrap_or_else(|| l.web_pairing_unnamed());
    Ok(show(&PairingPage {
        facts: vec![
            Fact::new(l.web_pairing_signed_in(), context.own_name()?.to_owned()),
            Fact::new(l.web_pairing_recognised(option.name(l.language())), recognised),
        ],
        f: context.private(Area::Account),
        l,
        action: context.at("/account/identities"),
        state: state.to_owned(),
        merges,
        back: context.at("/account"),
    }))
}

/// Adds the identity.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    headers: HeaderMap,
    Form(form): Form<PairingForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let session = context.require_recent_session()?;
    let browser = cookie(&headers, login_cookie_name(site.secure())).ok_or(PageError::LoginSpent)?;
    let l = context.l;
    let told = form.merge == "yes";
    let (title, texts) = match site.issuer.pair(session, &form.state, &TokenDigest::of(&browser), told).await? {
        Paired::Added | Paired::Known => {
            return Ok(Redirect::to(&context.at("/account#identities")).into_response());
        }
        Paired::Unknown => return Err(PageError::LoginSpent),
        Paired::Merged(_) => {
            (l.web_pairing_merged_title(), vec![l.web_pairing_merged_text(), l.web_pairing_merged_undo()])
        }
        Paired::Refused(refusal) => (l.web_pairing_refused_title(), vec![refusal_sentence(refusal, l)]),
    };
    Ok(show(&MessagePage {
        f: context.private(Area::Account),
        l,
        title,
        texts,
        onward: Some(LinkView { href: context.at("/account"), label: l.web_frame_nav_account() }),
    }))
}

/// Why two accounts did not become one, and what to do.
fn refusal_sentence(refusal: MergeRefusal, l: Locale) -> String {
    match refusal {
        MergeRefusal::Blocked => l.web_pairing_refused_blocked(),
        MergeRefusal::HasRoles => l.web_pairing_refused_roles(),
        MergeRefusal::TwoPeople => l.web_pairing_refused_people(),
    }
}

/// The identities of an account in words, and the ways to add one.
pub async fn section(site: &AppState, context: &RequestContext) -> Result<Option<IdentitySection>, PageError> {
    let session = &context.require_session()?.session;
    if session.identity.is_none() {
        return Ok(None);
    }
    let l = context.l;
    let known = site.issuer.sessions().identities(session.actor.account()).await?;
    let name = |provider: &str| {
        let option = site.login_option(provider);
        option.map_or_else(|| provider.to_owned(), |option| option.name(l.language()).to_owned())
    };
    let line = |identity: &signet_store::AccountIdentity| {
        let when = args::WebPairingSeen { first: l.instant(identity.first_seen), last: l.instant(identity.last_seen) };
        Fact::new(name(identity.provider.as_str()), l.web_pairing_seen(when))
    };
    let is_known = |option: &&LoginOption| known.iter().any(|identity| identity.provider == option.provider().name);
    let add = |option: &LoginOption| LinkView {
        href: context.at(&crate::onward::pairing(&option.provider().name)),
        label: l.web_pairing_add(option.name(l.language())),
    };
    let is_national = |option: &&LoginOption| matches!(option.provider().kind, ProviderKind::National);
    let find = |option: &LoginOption| LinkView {
        href: context.at(&crate::onward::seeking(&option.provider().name)),
        label: l.web_own_find(option.name(l.language())),
    };
    Ok(Some(IdentitySection {
        facts: known.iter().map(line).collect(),
        add: site.login.iter().filter(|option| !is_known(option)).map(add).collect(),
        find: site.login.iter().filter(is_known).filter(is_national).map(find).collect(),
    }))
}

/// By which identities an account is reached.
pub struct IdentitySection {
    /// Each with when it was seen.
    pub facts: Vec<Fact>,
    /// The ways to add one.
    pub add: Vec<LinkView>,
    /// The ways to look for more of one's own.
    pub find: Vec<LinkView>,
}
