//! Which address is answered by what.

use axum::{
    Router,
    extract::{DefaultBodyLimit, OriginalUri, State},
    http::{HeaderMap, Method, StatusCode, header::VARY},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use signet_record::Language;
use tower_http::{
    catch_panic::CatchPanicLayer,
    timeout::{RequestBodyTimeoutLayer, TimeoutLayer},
};

use crate::{
    access_log, api,
    area::Area,
    asset,
    client_key_set::{self, JWKS_PATH},
    compression, frame,
    headers::{self, Transport},
    health, holder, language,
    page_error::PageError,
    public, record,
    request_context::{RouteLocale, request_context},
    site::AppState,
    staff::{
        self,
        batch_word::{self, BatchAct},
        office,
        revocation::{self, RevocationAct},
        run::{import, new_participant, participant, participants, results},
        unit_editor::{section_page, task_list},
    },
    status_list,
};

/// First parts of addresses outside the areas that exist in both languages.
const PAGES: [&str; 4] = ["", "accessibility", "privacy", "login"];

/// Every request we answer. [`crate::listen`] serves it.
pub fn router(held: AppState) -> Router {
    let transport = Transport { secure: held.secure() };
    let route_locale = |language| from_fn_with_state(RouteLocale { site: held.clone(), language }, request_context);
    let bare = Router::new()
        .route("/c/{link}", get(public::shared::get))
        .route("/login/return/{provider}", get(public::sign_in_return::get))
        .fallback(to_a_language)
        .layer(CatchPanicLayer::new())
        .layer(route_locale(None))
        .layer(from_fn(compression::compress));
    let in_language = |language| {
        pages().layer(CatchPanicLayer::new()).layer(route_locale(Some(language))).layer(from_fn(compression::compress))
    };
    Router::new()
        .nest("/cs", in_language(Language::Cs))
        .nest("/en", in_language(Language::En))
        .route("/status/{institution}/{list}", get(status_list::get))
        .route("/record/{root}", get(record::get))
        .route("/login/backchannel/{provider}", post(public::backchannel_logout::post))
        .route("/vct/record/1", get(record::metadata))
        .route(JWKS_PATH, get(client_key_set::get))
        .merge(public::catalogue_file::routes())
        .route("/healthz", get(health::healthz))
        .merge(api::routes())
        .merge(asset::routes())
        .merge(bare)
        .layer(RequestBodyTimeoutLayer::new(held.body_time))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, held.answer_time))
        .layer(from_fn_with_state(transport, headers::add))
        .layer(from_fn(access_log::note))
        .with_state(held)
}

/// The pages in one language.
fn pages() -> Router<AppState> {
    let join = |router: Router<AppState>, area: Area| match area.path() {
        "/" => router.merge(of_area(area)),
        path => router.nest(path, of_area(area)),
    };
    Area::ALL.into_iter().fold(Router::new(), join).fallback(|| async { PageError::NotFound })
}

/// The pages of one part of the site; their addresses begin with its path.
fn of_area(area: Area) -> Router<AppState> {
    let any_size = DefaultBodyLimit::disable;
    match area {
        Area::Elsewhere => Router::new()
            .route("/", get(public::home::get))
            .route("/c/{link}", get(public::shared::get))
            .route("/c/{link}/preview.jpg", get(public::shared::preview))
            .route("/c/{link}/code", post(public::shared_code::post))
            .route("/c/{link}/at/{credential}", get(public::shared::get_item))
            .route("/c/{link}/at/{credential}/preview.jpg", get(public::shared::preview_of_item))
            .route("/c/{link}/at/{credential}/{file}", get(public::shared::get_file_of_item))
            .route("/c/{link}/{file}", get(public::shared::get_file))
            .route("/accessibility", get(public::accessibility::get))
            .route("/privacy", get(public::privacy::get))
            .route("/login", get(public::sign_in::get))
            .route("/login/at/{provider}", get(public::sign_in::at))
            .route("/login/own", post(public::own_records::post))
            .route("/login/role", get(public::role::get).post(public::role::post))
            .route("/login/{token}", get(public::login::get).post(public::login::post))
            .route("/letters/{tag}", get(public::letter_stop::get).post(public::letter_stop::post))
            .route("/logout", post(public::logout::post)),
        Area::Verify => Router::new().route("/", get(public::verify::get).post(public::verify::post).layer(any_size())),
        Area::Catalogue => {
            Router::new().route("/", get(public::catalogue::get)).route("/{institution}/{unit}", get(public::unit::get))
        }
        Area::Account => Router::new()
            .route("/", get(public::account::get))
            .route("/letters", get(public::letter_choices::get).post(public::letter_choices::post))
            .route("/identities", post(public::pairing::post))
            .route("/stay", post(public::account::stay))
            .route("/sessions/end", post(public::account::end))
            .route("/sessions/end-others", post(public::account::end_others)),
        Area::Holder => Router::new()
            .route("/", get(holder::list::get))
            .route("/several", post(holder::share_several::post))
            .route("/{credential}", get(holder::detail::get))
            .route("/{credential}/preview.jpg", get(holder::detail::preview))
            .route("/{credential}/{file}", get(holder::detail::get_file))
            .route("/{credential}/document", post(holder::document_link::post))
            .route("/{credential}/share", get(holder::share_new::get).post(holder::share_new::post))
            .route("/{credential}/shares/{share}", get(holder::share::get))
            .route("/{credential}/shares/{share}/look", get(holder::share_look::get))
            .route("/{credential}/shares/{share}/take-out", post(holder::share::take_out))
            .route("/{credential}/shares/{share}/code", post(holder::share_code::post))
            .route("/{credential}/shares/{share}/extend", post(holder::share::extend))
            .route("/{credential}/shares/{share}/withdraw", post(holder::share::withdraw))
            .route("/{credential}/shares/{share}/qr.svg", get(holder::share::qr_svg))
            .route("/{credential}/shares/{share}/qr.png", get(holder::share::qr_png)),
        Area::Staff => of_staff(),
    }
}

/// The pages of staff.
fn of_staff() -> Router<AppState> {
    let any_size = DefaultBodyLimit::disable;
    Router::new()
        .route("/", get(staff::work::page::get))
        .route("/results", get(staff::home::get))
        .route("/check", post(staff::check::post).layer(any_size()))
        .route("/batches/{batch}", get(staff::batch::get))
        .route("/batches/{batch}/columns", get(staff::columns::get).post(staff::columns::post))
        .route("/batches/{batch}/issue", post(batch_word::issue))
        .route("/batches/{batch}/confirm", post(batch_word::confirm))
        .route("/batches/{batch}/decline", batch_word::post(BatchAct::Decline))
        .route("/batches/{batch}/stop", batch_word::post(BatchAct::Stop))
        .route("/batches/{batch}/retry", batch_word::post(BatchAct::Retry))
        .route("/batches/{batch}/schedule", get(staff::batch_schedule::get).post(staff::batch_schedule::post))
        .route("/batches/{batch}/results.csv", get(staff::batch_csv::get))
        .route("/units", get(staff::units::get).post(staff::units::post))
        .route("/new-unit", get(staff::unit_new::get).post(staff::unit_new::post))
        .route("/units/{unit}/copy", get(staff::unit_copy::get).post(staff::unit_copy::post))
        .route("/units/{unit}/difference", get(staff::unit_difference::get))
        .route("/units/{unit}/file", post(staff::unit_file::post).layer(any_size()))
        .route("/units/{unit}/edit", get(task_list::get).post(task_list::post))
        .route("/units/{unit}/edit/{section}", get(section_page::get).post(section_page::post))
        .route("/credentials", get(staff::credentials::get).post(staff::credentials::post))
        .route("/credentials/{credential}", get(staff::credential::get))
        .route("/credentials/{credential}/{file}", get(staff::credential::get_file))
        .route("/credentials/{credential}/correct", get(staff::correct::get).post(staff::correct::post))
        .route("/claims", get(staff::person_claim::list))
        .route("/claims/{claim}", get(staff::person_claim::get).post(staff::person_claim::post))
        .route("/revocations", get(revocation::list).post(staff::bulk_revoke::post))
        .route("/revocations/{revocation}", get(revocation::get))
        .route("/revocations/{revocation}/confirm", revocation::post(RevocationAct::Confirm))
        .route("/revocations/{revocation}/decline", revocation::post(RevocationAct::Decline))
        .route("/revocations/{revocation}/retry", revocation::post(RevocationAct::Retry))
        .route("/credentials/{credential}/letter", get(staff::letter::get).post(staff::letter::post))
        .route("/credentials/{credential}/revoke", get(staff::revoke::get).post(staff::revoke::post))
        .route("/audit", get(office::audit::get).post(office::audit::post))
        .route("/audit/audit.csv", post(office::audit_export::csv))
        .route("/audit/audit.jsonl", post(office::audit_export::json_lines))
        .route("/audit/log.jsonl", post(office::audit_export::log))
        .route("/statistics", get(office::statistics::get))
        .route("/statistics/statistics.csv", get(office::statistics::csv))
        .route("/office", get(office::page::get))
        .route("/rights", get(office::rights::get))
        .route("/roles", get(office::roles::get).post(office::roles::post))
        .route("/roles/new", get(office::role_form::get).post(office::role_form::post))
        .route("/roles/{account}/{role}/end", get(office::role_end::get).post(office::role_end::post))
        .route("/units/{unit}", get(staff::unit::page::get))
        .route("/units/{unit}/text", get(staff::unit::files::text))
        .route("/units/{unit}/unit.toml", get(staff::unit::files::toml))
        .route("/units/{unit}/history.csv", get(staff::unit::files::history))
        .route("/units/{unit}/versions/{version}/unit.toml", get(staff::unit::files::version_toml))
        .route("/units/{unit}/preview", get(staff::unit::preview::get))
        .route("/units/{unit}/preview/verifier", get(staff::unit::preview::verifier))
        .route("/units/{unit}/preview/{file}", get(staff::unit::preview::file))
        .route("/runs", get(staff::run::list::get))
        .route("/units/{unit}/new-run", get(staff::run::edit::get_new).post(staff::run::edit::post_new))
        .route("/units/{unit}/runs/{run}", get(staff::run::page::get))
        .route("/units/{unit}/runs/{run}/act", post(staff::run::act::post))
        .route("/units/{unit}/runs/{run}/edit", get(staff::run::edit::get).post(staff::run::edit::post))
        .route("/units/{unit}/runs/{run}/participants", get(participants::get).post(participants::post))
        .route("/units/{unit}/runs/{run}/new-participant", get(new_participant::get).post(new_participant::post))
        .route("/units/{unit}/runs/{run}/participants/{person}", get(participant::get).post(participant::post))
        .route("/units/{unit}/runs/{run}/results", get(results::get).post(results::post))
        .route("/units/{unit}/runs/{run}/import/{what}", get(import::get).post(import::post).layer(any_size()))
        .route("/units/{unit}/runs/{run}/import/{what}/check", post(import::check))
        .route("/units/{unit}/runs/{run}/issue", get(staff::run::issue::get).post(staff::run::issue::post))
        .route("/units/{unit}/{act}", get(staff::unit::deciding::get).post(staff::unit::deciding::post))
}

/// A page without a language leads to the same page in the reader's; anything else is not there.
async fn to_a_language(
    State(_): State<AppState>,
    method: Method,
    headers: HeaderMap,
    OriginalUri(address): OriginalUri,
) -> Result<Response, PageError> {
    // People type the stroke; the pages stand without it.
    if let "/cs/" | "/en/" = address.path() {
        return Ok(Redirect::permanent(address.path().trim_end_matches('/')).into_response());
    }
    let first = address.path().trim_start_matches('/').split('/').next().unwrap_or_default();
    let plain = !address.path().starts_with("//") && !address.path().contains('\\');
    let is_page = PAGES.contains(&first) || Area::ALL.iter().any(|area| area.path().strip_prefix('/') == Some(first));
    if !(is_page && plain && matches!(method, Method::GET | Method::HEAD)) {
        return Err(PageError::NotFound);
    }
    let path = address.path_and_query().map_or("/", |path| path.as_str());
    let there = frame::address(language::wished(&headers), path);
    Ok(([(VARY, "Accept-Language")], Redirect::temporary(&there)).into_response())
}
