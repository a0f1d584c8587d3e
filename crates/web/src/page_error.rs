//! Why a page is not shown. A handler returns the reason; the page with its words is made where the language is known.

use axum::{
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use signet_access::{Action, Denial};
use signet_issue::with_causes;
use signet_lang::Locale;

use crate::{
    frame::{PageFrame, address},
    message_page::MessagePage,
    view::LinkView,
};

/// Seconds until a client that tried too often should come again.
const HASTY_SECONDS: &str = "60";
/// Seconds until somebody who came when too much was being done should come again.
pub const BUSY_SECONDS: &str = "10";

/// The reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Nothing is at this address.
    NotFound,
    /// A link that opens nothing: wrong, ended and withdrawn are one answer.
    Gone,
    /// A sign-in link that is spent, too old or wrong.
    LoginSpent,
    /// A sign-in link of somebody whom a login provider recognises instead.
    LinkReplaced,
    /// Only for people who are signed in.
    LoginNeeded,
    /// Signed in, but not for this.
    Forbidden,
    /// Signed in, but recognised too long ago for this.
    NotRecent,
    /// The table of rights says no. What lies behind a wall, or is somebody else's, is simply not there.
    Denied(Action, Denial),
    /// A form that did not come from our page.
    Forged,
    /// Too many attempts from one address: wrong links, sign-ins.
    Hasty,
    /// Too much is being done just now.
    Busy,
    /// A request that cannot be understood.
    BadRequest,
    /// Our own fault; its cause is in the log.
    Fault,
}

impl PageError {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            PageError::Denied(
                _,
                Denial::Emergency
                | Denial::Role
                | Denial::Scope
                | Denial::Themselves
                | Denial::Unidentified
                | Denial::Weak,
            ) => StatusCode::FORBIDDEN,
            PageError::NotFound | PageError::Gone | PageError::Denied(..) => StatusCode::NOT_FOUND,
            PageError::LoginSpent | PageError::LinkReplaced => StatusCode::GONE,
            PageError::LoginNeeded => StatusCode::UNAUTHORIZED,
            PageError::Forbidden | PageError::NotRecent | PageError::Forged => StatusCode::FORBIDDEN,
            PageError::Hasty => StatusCode::TOO_MANY_REQUESTS,
            PageError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            PageError::BadRequest => StatusCode::BAD_REQUEST,
            PageError::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The reason that fits an answer which brought none: a missing route, a form that could not be read.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => PageError::NotFound,
            StatusCode::UNAUTHORIZED => PageError::LoginNeeded,
            StatusCode::FORBIDDEN => PageError::Forbidden,
            StatusCode::TOO_MANY_REQUESTS => PageError::Hasty,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => PageError::Busy,
            status if status.is_client_error() => PageError::BadRequest,
            _ => PageError::Fault,
        }
    }

    /// Whether whoever sent a form has to be recognised first, and then can send it again as it was.
    pub fn comes_before_sending(self) -> bool {
        matches!(self, PageError::LoginNeeded | PageError::Forged | PageError::Denied(_, Denial::Weak))
    }

    /// Writes what must not be to the log and keeps it from the reader. Errors of others convert with `?`.
    pub fn fault(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a page could not be made");
        PageError::Fault
    }

    /// The page that says it. The neutral answer must not depend on the link: it comes without a frame of its own address.
    pub fn page(self, f: PageFrame, l: Locale) -> MessagePage {
        let (title, texts) = match self {
            PageError::Denied(Action::ManageGrants, Denial::Themselves) => {
                (l.web_error_denied_title(), vec![l.web_error_denied_own_role()])
            }
            PageError::Denied(_, Denial::Themselves) => {
                (l.web_error_denied_title(), vec![l.web_error_denied_themselves()])
            }
            PageError::Denied(_, Denial::Unidentified) => {
                (l.web_error_denied_title(), vec![l.web_error_denied_unidentified()])
            }
            PageError::Denied(_, Denial::Emergency) => {
                (l.web_error_denied_title(), vec![l.web_error_denied_emergency()])
            }
            PageError::Denied(_, Denial::Scope) => (l.web_error_denied_title(), vec![l.web_error_denied_scope()]),
            PageError::NotRecent => (l.web_sign_in_weak_title(), vec![l.web_sign_in_weak_anew()]),
            PageError::Denied(action, Denial::Weak) if action.needed_assurance().is_recent => {
                (l.web_sign_in_weak_title(), vec![l.web_sign_in_weak_recent()])
            }
            PageError::Denied(_, Denial::Weak) => (l.web_sign_in_weak_title(), vec![l.web_sign_in_weak_text()]),
            PageError::Denied(_, Denial::Role) => (l.web_error_forbidden_title(), vec![l.web_error_forbidden_text()]),
            PageError::NotFound | PageError::Denied(..) => {
                (l.web_error_not_found_title(), vec![l.web_error_not_found_text()])
            }
            PageError::Gone => (l.web_shared_gone_title(), vec![l.web_shared_gone_text(), l.web_shared_gone_file()]),
            PageError::LoginSpent => (l.web_account_login_spent_title(), vec![l.web_account_login_spent_text()]),
            PageError::LinkReplaced => (l.web_sign_in_refused_title(), vec![l.web_sign_in_link_ended()]),
            PageError::LoginNeeded => (l.web_account_login_needed_title(), vec![l.web_account_login_needed_text()]),
            PageError::Forbidden => (l.web_error_forbidden_title(), vec![l.web_error_forbidden_text()]),
            PageError::Forged => (l.web_error_forged_title(), vec![l.web_error_forged_text()]),
            PageError::Hasty => (l.web_error_hasty_title(), vec![l.web_error_hasty_text()]),
            PageError::Busy => (l.web_error_busy_title(), vec![l.web_error_busy_text()]),
            PageError::BadRequest => (l.web_error_bad_request_title(), vec![l.web_error_bad_request_text()]),
            PageError::Fault => (l.web_error_fault_title(), vec![l.web_error_fault_text()]),
        };
        let to = |path: &str, label| Some(LinkView { href: address(l.language(), path), label });
        let onward = match self {
            PageError::Gone => to("/verify", l.web_frame_nav_verify()),
            PageError::LinkReplaced => to("/login", l.web_sign_in_again()),
            _ => to("/", l.web_frame_home_link()),
        };
        MessagePage { f, l, title, texts, onward }
    }
}

/// An error that a handler does not tell apart is our own fault. It is written to the log here, once, with its causes.
impl<E: std::error::Error> From<E> for PageError {
    fn from(error: E) -> Self {
        PageError::fault(with_causes(&error))
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let seconds = match self {
            PageError::Hasty => Some(HASTY_SECONDS),
            PageError::Busy => Some(BUSY_SECONDS),
            _ => None,
        };
        if let Some(seconds) = seconds {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the disk is full")]
    struct Full;

    #[test]
    fn what_is_not_told_apart_is_our_own_fault() {
        let answer = || -> Result<(), PageError> { Err(Full)? };
        assert_eq!(answer(), Err(PageError::Fault));
    }
}
