//! `POST /login/backchannel/{provider}`: a login provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0
//! §2.5). It is the provider who calls, not a browser: there is no cookie, no language and no page.

use axum::{
    extract::{Form, FromRequest, Path, Request, State},
    http::{StatusCode, header::CACHE_CONTROL},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use signet_store::SessionsError;

use super::login::note_forged;
use crate::{login_option::LoginOption, page_error::PageError, site::AppState};

/// What a provider sends.
#[derive(Deserialize)]
pub struct LogoutForm {
    logout_token: String,
}

/// Ends the sessions. The status is all that a provider reads (§2.8).
pub async fn post(State(site): State<AppState>, Path(name): Path<String>, request: Request) -> Response {
    let status = match site.login_option(&name) {
        Some(option) => carry_out(&site, option, request).await.unwrap_or_else(PageError::status),
        None => StatusCode::NOT_FOUND,
    };
    (status, [(CACHE_CONTROL, "no-store")]).into_response()
}

async fn carry_out(site: &AppState, option: &LoginOption, request: Request) -> Result<StatusCode, PageError> {
    let client = site.client_address(request.headers(), request.extensions());
    // Made-up tokens cost a signature each.
    if site.guessed_enough(client) {
        return Err(PageError::Hasty);
    }
    let provider = option.provider();
    let Ok(Form(form)) = Form::<LogoutForm>::from_request(request, &()).await else {
        return Err(PageError::BadRequest);
    };
    let order = match option.client.logged_out(&form.logout_token, site.now()).await {
        Ok(order) => order,
        Err(error) => {
            tracing::warn!(provider = %provider.name, code = error.code(), "nobody was signed out by a provider");
            site.note_guess(client);
            return Err(if error.is_away() { PageError::Busy } else { PageError::BadRequest });
        }
    };
    match site.issuer.log_out(provider, &order).await {
        Ok(true) => Ok(StatusCode::OK),
        // §2.6: an order that came before is refused; what it asked for was done then.
        Ok(false) => Err(PageError::BadRequest),
        Err(SessionsError::Forged { table }) => {
            note_forged(site, table).await?;
            Err(PageError::Fault)
        }
        Err(error) => Err(error.into()),
    }
}
