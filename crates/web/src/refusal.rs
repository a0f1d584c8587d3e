//! Why a page is not shown. A handler returns the reason; the page with its words is made where the language is known.

use axum::{
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use signet_access::{Action, Denial};
use signet_lang::Locale;

use crate::{
    frame::{Frame, address},
    public::message::MessagePage,
    view::Link,
};

/// Seconds until a client that tried too many wrong links should come again.
const HASTY_SECONDS: &str = "60";
/// Seconds until somebody who came when too much was being done should come again.
pub const BUSY_SECONDS: &str = "10";

/// The reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is at this address.
    NotFound,
    /// A link that opens nothing: wrong, ended and withdrawn are one answer.
    Gone,
    /// A sign-in link that is spent, too old or wrong.
    LoginSpent,
    /// Only for people who are signed in.
    LoginNeeded,
    /// Signed in, but not for this.
    Forbidden,
    /// The table of rights says no. What lies behind a wall, or is somebody else's, is simply not there.
    Denied(Action, Denial),
    /// A form that did not come from our page.
    Forged,
    /// Too many wrong links from one address.
    Hasty,
    /// Too much is being done just now.
    Busy,
    /// A request that cannot be understood.
    BadRequest,
    /// Our own fault; its cause is in the log.
    Fault,
}

impl Refusal {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Refusal::Denied(_, Denial::Role | Denial::Themselves | Denial::Unidentified) => StatusCode::FORBIDDEN,
            Refusal::NotFound | Refusal::Gone | Refusal::Denied(..) => StatusCode::NOT_FOUND,
            Refusal::LoginSpent => StatusCode::GONE,
            Refusal::LoginNeeded => StatusCode::UNAUTHORIZED,
            Refusal::Forbidden | Refusal::Forged => StatusCode::FORBIDDEN,
            Refusal::Hasty => StatusCode::TOO_MANY_REQUESTS,
            Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Refusal::BadRequest => StatusCode::BAD_REQUEST,
            Refusal::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The reason that fits an answer which brought none: a missing route, a form that could not be read.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Refusal::NotFound,
            StatusCode::UNAUTHORIZED => Refusal::LoginNeeded,
            StatusCode::FORBIDDEN => Refusal::Forbidden,
            StatusCode::TOO_MANY_REQUESTS => Refusal::Hasty,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => Refusal::Busy,
            status if status.is_client_error() => Refusal::BadRequest,
            _ => Refusal::Fault,
        }
    }

    /// Writes the cause to the log and keeps it from the reader.
    pub fn fault(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a page could not be made");
        Refusal::Fault
    }

    /// The page that says it. The neutral answer must not depend on the link: it comes without a frame of its own address.
    pub fn page(self, f: Frame, l: Locale) -> MessagePage {
        let (title, texts) = match self {
            Refusal::Denied(_, Denial::Themselves) => (l.web_denied_title(), vec![l.web_denied_themselves()]),
            Refusal::Denied(_, Denial::Unidentified) => (l.web_denied_title(), vec![l.web_denied_unidentified()]),
            Refusal::Denied(_, Denial::Role) => (l.web_forbidden_title(), vec![l.web_forbidden_text()]),
            Refusal::NotFound | Refusal::Denied(..) => (l.web_not_found_title(), vec![l.web_not_found_text()]),
            Refusal::Gone => (l.web_gone_title(), vec![l.web_gone_text(), l.web_gone_file()]),
            Refusal::LoginSpent => (l.web_login_spent_title(), vec![l.web_login_spent_text()]),
            Refusal::LoginNeeded => (l.web_login_needed_title(), vec![l.web_login_needed_text()]),
            Refusal::Forbidden => (l.web_forbidden_title(), vec![l.web_forbidden_text()]),
            Refusal::Forged => (l.web_forged_title(), vec![l.web_forged_text()]),
            Refusal::Hasty => (l.web_hasty_title(), vec![l.web_hasty_text()]),
            Refusal::Busy => (l.web_busy_title(), vec![l.web_busy_text()]),
            Refusal::BadRequest => (l.web_bad_request_title(), vec![l.web_bad_request_text()]),
            Refusal::Fault => (l.web_fault_title(), vec![l.web_fault_text()]),
        };
        let to = |path: &str, label| Some(Link { href: address(l.language(), path), label });
        let onward = match self {
            Refusal::Gone => to("/verify", l.web_nav_verify()),
            _ => to("/", l.web_home_link()),
        };
        MessagePage { f, l, title, texts, onward }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let seconds = match self {
            Refusal::Hasty => Some(HASTY_SECONDS),
            Refusal::Busy => Some(BUSY_SECONDS),
            _ => None,
        };
        if let Some(seconds) = seconds {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
