//! One request as pages see it: its language, its address, who is signed in.

use askama::Template;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{
        HeaderValue, Method, StatusCode,
        header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, SET_COOKIE},
        request::Parts,
    },
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use signet_access::{
    Action, Actor, Denial, OnwardPath, Permit, SecurityEvent, Target, TargetKind, allowed, has_right, is_entitled,
};
use signet_lang::Locale;
use signet_record::{Language, UnitId};
use signet_store::{Session, Tenant};

use crate::{
    client_address::Client,
    compression::WithoutSession,
    csrf,
    frame::{Area, PageFrame},
    headers::Findable,
    kept_form::{KeptForm, KeptFormPage},
    language,
    message_page::MessagePage,
    onward::{confirming, leading, recognising_anew},
    page_error::PageError,
    session_cookie::{cookie_name, link_ended},
    site::AppState,
    view::LinkView,
    visitor::{SignedIn, Visitor, note, visitor},
};

/// One request.
#[derive(Clone)]
pub struct RequestContext {
    /// In which language to answer.
    pub l: Locale,
    /// The address names the language.
    chosen: bool,
    /// Path and query without the language.
    path: String,
    /// Who is signed in.
    signed_in: Option<SignedIn>,
    /// The page can be asked for again by its address.
    is_get: bool,
    /// There is a login provider.
    can_sign_in: bool,
    /// A one-time link began the session, and a login provider has been set since.
    link_ended: bool,
    /// Who asks, for limits only.
    pub client: Option<Client>,
    /// The browser says that the request began on our own pages.
    from_here: bool,
}

/// Someone of an institution, with leave to do one thing there.
pub struct Staff<'v> {
    /// The rows of their institution.
    pub tenant: Tenant,
    /// Who they are.
    pub actor: &'v Actor,
    /// What they may do.
    pub permit: Permit,
}

/// The language of a group of routes; `None` means the language the browser asks for.
#[derive(Clone)]
pub struct RouteLocale {
    /// The site.
    pub site: AppState,
    /// The language.
    pub language: Option<Language>,
}

/// Builds the request context before the handler runs, and renders a [`PageError`] after it.
pub async fn request_context(State(route_locale): State<RouteLocale>, request: Request, next: Next) -> Response {
    let language = route_locale.language.unwrap_or_else(|| language::wished(request.headers()));
    let l = Locale::new(language);
    let path = match request.uri().path_and_query().map_or("/", |path| path.as_str()) {
        // What a provider sent back with the browser is in the address. No link of a page repeats it.
        path if path.starts_with("/login/return/") => "/login".to_owned(),
        path => path.to_owned(),
    };
    let (mut request, kept) = KeptForm::of(request).await;
    let visitor = visitor(&route_locale.site, request.headers(), l).await;
    let ended_now = matches!(visitor, Visitor::LinkEnded { now: true });
    let link_ended = matches!(visitor, Visitor::LinkEnded { .. });
    let context = RequestContext {
        l,
        chosen: route_locale.language.is_some(),
        path,
        signed_in: if let Visitor::SignedIn(signed_in) = visitor { Some(*signed_in) } else { None },
        is_get: matches!(*request.method(), Method::GET | Method::HEAD),
        can_sign_in: !route_locale.site.login.is_empty(),
        link_ended,
        client: route_locale.site.client_address(request.headers(), request.extensions()),
        from_here: csrf::from_here(request.headers(), &route_locale.site.host()),
    };
    request.extensions_mut().insert(context.clone());
    let mut page = in_words(&route_locale.site, &context, kept, next.run(request).await).await;
    if context.signed_in.is_none() {
        page.extensions_mut().insert(WithoutSession);
    }
    if ended_now {
        mark_ended(&route_locale.site, &mut page);
    }
    page
}

/// Puts the mark of an ended session in the place of its cookie, unless the answer begins another.
fn mark_ended(site: &AppState, page: &mut Response) {
    let begins = format!("{}=", cookie_name(site.secure()));
    let mut set = page.headers().get_all(SET_COOKIE).iter();
    if !set.any(|value| value.as_bytes().starts_with(begins.as_bytes()))
        && let Ok(mark) = HeaderValue::try_from(link_ended(site))
    {
        page.headers_mut().append(SET_COOKIE, mark);
    }
}

/// The answer, and where a handler refused without words, the page that says why.
async fn in_words(site: &AppState, context: &RequestContext, kept: Option<KeptForm>, response: Response) -> Response {
    let (l, status) = (context.l, response.status());
    let html = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if html || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let page_error = response.extensions().get::<PageError>().copied().unwrap_or_else(|| PageError::of_status(status));
    if let (PageError::Denied(action, denial), Some(signed_in)) = (page_error, &context.signed_in) {
        note(site, SecurityEvent::denied(&signed_in.session.actor, action, denial)).await;
    }
    let frame = match page_error {
        // The neutral answer is the same to the last byte, whatever was asked for.
        PageError::Gone => PageFrame::private(l, "/verify", Area::Elsewhere),
        _ => context.private(Area::Elsewhere),
    };
    let mut told = page_error.page(frame, l);
    if page_error == PageError::LoginNeeded && context.can_sign_in {
        told.texts = if context.link_ended { vec![l.web_sign_in_link_ended()] } else { Vec::new() };
        told.texts.push(l.web_sign_in_lead());
        told.onward = Some(LinkView { href: context.sign_in_address(), label: l.web_sign_in_menu() });
    }
    if page_error == PageError::NotRecent {
        told.onward = context.way_to_sign_in_again(site);
    }
    if let PageError::Denied(action, Denial::Weak) = page_error {
        context.tell_way_to_confirm(site, action, &mut told);
    }
    let mut page = match kept.filter(|_| page_error.comes_before_sending()) {
        Some(kept) => respond(status, &context.with_form(&kept, page_error, told)),
        None => respond(status, &told),
    };
    for name in [ALLOW, RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

impl RequestContext {
    /// The same context in this language, unless the address names another.
    pub fn or_language(mut self, language: Language) -> Self {
        if !self.chosen {
            self.l = Locale::new(language);
        }
        self
    }

    /// The frame of a public page.
    pub fn public(&self, area: Area) -> PageFrame {
        self.with_session(PageFrame::public(self.l, self.path.clone(), area))
    }

    /// The frame of a page that is nobody else's business.
    pub fn private(&self, area: Area) -> PageFrame {
        self.with_session(PageFrame::private(self.l, self.path.clone(), area))
    }

    fn with_session(&self, frame: PageFrame) -> PageFrame {
        match &self.signed_in {
            Some(signed_in) => {
                let session = &signed_in.session;
                let frame = frame.in_emergency(session.expires, session.actor.emergency());
                frame.signed_in(signed_in.person.clone(), signed_in.token.clone()).lasting(signed_in.times)
            }
            None => frame.with_sign_in(self.can_sign_in),
        }
    }

    /// Where somebody signs in who is to come back to this page.
    fn sign_in_address(&self) -> String {
        let onward = OnwardPath::parse(&self.at(&self.path)).filter(|_| self.is_get);
        self.at(&leading("/login", onward.as_ref()))
    }

    /// Where whoever is signed in is recognised anew, and comes back to their account.
    fn way_to_sign_in_again(&self, site: &AppState) -> Option<LinkView> {
        let identity = self.signed_in.as_ref()?.session.identity.as_ref()?;
        let option = site.login_option(identity.provider.as_str())?;
        let onward = OnwardPath::parse(&self.at("/account"));
        let href = self.at(&recognising_anew(&option.provider().name, onward.as_ref()));
        Some(LinkView { href, label: self.l.web_sign_in_weak_link(option.name(self.l.language())) })
    }

    /// Says where somebody is asked again before an act, and that they come back; or that their provider cannot prove as much.
    fn tell_way_to_confirm(&self, site: &AppState, action: Action, told: &mut MessagePage) {
        let identity = self.signed_in.as_ref().and_then(|signed_in| signed_in.session.identity.as_ref());
        let Some(option) = identity.and_then(|identity| site.login_option(identity.provider.as_str())) else { return };
        let name = option.name(self.l.language());
        if !option.provider().can_prove(action.needed_assurance().level) {
            told.texts.push(self.l.web_sign_in_weak_cannot(name));
            return;
        }
        told.texts.push(self.l.web_sign_in_weak_back());
        let onward = OnwardPath::parse(&self.at(&self.path)).filter(|_| self.is_get);
        let href = self.at(&confirming(&option.provider().name, action, onward.as_ref()));
        told.onward = Some(LinkView { href, label: self.l.web_sign_in_weak_link(name) });
    }

    /// That whoever is signed in was recognised as an act needs it: asked before a form is filled, where the act itself is asked for later.
    ///
    /// # Errors
    /// When nobody is signed in, or a provider has to be asked again.
    pub fn check_assurance(&self, action: Action) -> Result<(), PageError> {
        match self.require_session()?.session.actor.assurance() {
            Some(assurance) if !assurance.suffices(action.needed_assurance()) => {
                Err(PageError::Denied(action, Denial::Weak))
            }
            _ => Ok(()),
        }
    }

    /// A refusal with the form that it was about: nothing that was written is lost.
    fn with_form(&self, kept: &KeptForm, page_error: PageError, told: MessagePage) -> KeptFormPage {
        let l = self.l;
        let MessagePage { f, title, texts, onward, .. } = told;
        let page = KeptFormPage {
            f,
            l,
            title,
            lead: texts.join(" "),
            steps: Vec::new(),
            onward,
            action: self.at(&self.path),
            token: String::new(),
            fields: kept.fields(),
            button: l.web_session_form_continue(),
        };
        match (page_error, &self.signed_in) {
            // Signed in anew since the form was opened, perhaps as somebody else: one more look before it is sent.
            (PageError::Forged, Some(signed_in)) => KeptFormPage {
                title: l.web_session_form_again_title(),
                lead: l.web_session_form_again_lead(signed_in.person.name.as_str()),
                onward: None,
                token: signed_in.token.clone(),
                button: l.web_session_form_send(),
                ..page
            },
            (PageError::Denied(..), _) => {
                KeptFormPage { steps: vec![l.web_session_form_weak_first(), l.web_session_form_second()], ..page }
            }
            _ => {
                let first =
                    if self.can_sign_in { l.web_session_form_ended_first() } else { l.web_session_form_ended_link() };
                KeptFormPage {
                    title: l.web_session_form_ended_title(),
                    lead: l.web_session_form_ended_lead(),
                    steps: vec![first, l.web_session_form_second()],
                    onward: page.onward.filter(|_| self.can_sign_in),
                    ..page
                }
            }
        }
    }

    /// Whether the session in this browser was begun by a link, and ended when a login provider was set.
    pub fn link_ended(&self) -> bool {
        self.link_ended
    }

    /// How pages name whoever is signed in.
    ///
    /// # Errors
    /// When nobody is.
    pub fn own_name(&self) -> Result<&str, PageError> {
        Ok(&self.require_session()?.person.name)
    }

    /// The session of somebody whom a provider recognised just now: before their account is given another way in.
    ///
    /// # Errors
    /// When nobody is signed in, by a one-time link, or too long ago.
    pub fn require_recent_session(&self) -> Result<&Session, PageError> {
        let session = &self.require_session()?.session;
        match session.actor.assurance() {
            Some(assurance) if assurance.is_recent => Ok(session),
            Some(_) => Err(PageError::NotRecent),
            None => Err(PageError::Forbidden),
        }
    }

    /// An address in the visitor's language.
    pub fn at(&self, path: &str) -> String {
        crate::frame::address(self.l.language(), path)
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// When nobody is.
    pub fn require_session(&self) -> Result<&SignedIn, PageError> {
        self.signed_in.as_ref().ok_or(PageError::LoginNeeded)
    }

    /// Someone of an institution who may do this there.
    ///
    /// # Errors
    /// When nobody is signed in, or they may not.
    pub fn staff(&self, site: &AppState, action: Action) -> Result<Staff<'_>, PageError> {
        let actor = &self.require_session()?.session.actor;
        let institution = actor.institution().ok_or(PageError::Denied(action, Denial::Role))?;
        let target = match action.target() {
            TargetKind::Batch => Target::Batch { institution, place: None },
            _ => Target::Institution(institution),
        };
        let permit = permit(actor, action, &target)?;
        Ok(Staff { tenant: site.store().tenant(institution), actor, permit })
    }

    /// Someone of an institution who may take in results of a unit, and see what becomes of them.
    ///
    /// # Errors
    /// When nobody is signed in, or they may not.
    pub async fn sheets_of(&self, site: &AppState, unit: &UnitId) -> Result<Staff<'_>, PageError> {
        let Staff { tenant, actor, .. } = self.staff(site, Action::ImportResults)?;
        let place = tenant.unit_place(unit).await?;
        let target = Target::Batch { institution: tenant.id(), place: Some(&place) };
        let permit = permit(actor, Action::ImportResults, &target)?;
        Ok(Staff { tenant, actor, permit })
    }

    /// Someone of an institution whose role does this to anything at all there; what it is done to is asked about later.
    ///
    /// # Errors
    /// When nobody is signed in, or they may not.
    pub fn entitled(&self, site: &AppState, action: Action) -> Result<(Tenant, &Actor), PageError> {
        let actor = &self.require_session()?.session.actor;
        let institution = actor.institution().ok_or(PageError::Denied(action, Denial::Role))?;
        if !has_right(actor.role(), action) {
            return Err(PageError::Denied(action, Denial::Role));
        }
        if !is_entitled(actor, action) {
            return Err(PageError::Denied(action, Denial::Scope));
        }
        Ok((site.store().tenant(institution), actor))
    }

    /// Whether whoever is signed in has any right to an action within their scope, on whatever target: what a page offers, never what it does.
    pub fn may(&self, action: Action) -> bool {
        self.signed_in.as_ref().is_some_and(|signed_in| is_entitled(&signed_in.session.actor, action))
    }

    /// A form that changes something: sent from our own page, with the token of this session.
    ///
    /// # Errors
    /// When it was not.
    pub fn check_csrf(&self, token: &str) -> Result<(), PageError> {
        let expected = &self.require_session()?.token;
        if self.from_here && csrf::same(token, expected) { Ok(()) } else { Err(PageError::Forged) }
    }

    /// A form without a session: sent from our own page.
    ///
    /// # Errors
    /// When it was not.
    pub fn check_same_origin(&self) -> Result<(), PageError> {
        if self.from_here { Ok(()) } else { Err(PageError::Forged) }
    }
}

/// Asks the table of rights.
///
/// # Errors
/// When it may not be done.
pub fn permit(actor: &Actor, action: Action, target: &Target<'_>) -> Result<Permit, PageError> {
    allowed(actor, action, target).map_err(|denial| PageError::Denied(action, denial))
}

impl<S: Sync> FromRequestParts<S> for RequestContext {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<RequestContext>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// A page as an answer.
pub fn respond(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => PageError::from(error).into_response(),
    }
}

/// A page nobody else may find.
pub fn show(page: &impl Template) -> Response {
    respond(StatusCode::OK, page)
}

/// A page nobody else may find, made and drawn off the threads that answer: for pages whose size others decide about.
///
/// # Errors
/// When there is no time for it now.
pub async fn draw<P: Template>(
    site: &AppState,
    page: impl FnOnce() -> P + Send + 'static,
) -> Result<Response, PageError> {
    site.compute().run(move || show(&page())).await
}

/// The same for a page that anyone may find.
///
/// # Errors
/// When there is no time for it now.
pub async fn draw_for_all<P: Template>(
    site: &AppState,
    page: impl FnOnce() -> P + Send + 'static,
) -> Result<Response, PageError> {
    site.compute().run(move || show_to_all(&page())).await
}

/// A page that anyone may find.
pub fn show_to_all(page: &impl Template) -> Response {
    let mut response = show(page);
    response.extensions_mut().insert(Findable);
    response
}
