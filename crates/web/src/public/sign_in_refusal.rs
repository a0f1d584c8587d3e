//! Why nobody was signed in: a code for the log, a sentence for the person.

use axum::{http::StatusCode, response::Response};
use signet_access::IdTokenRefusal;
use signet_lang::Locale;
use signet_outbound::OidcError;
use signet_store::LoginAttemptRefusal;

use crate::{
    frame::{Area, PageFrame, address},
    login_option::LoginOption,
    message_page::MessagePage,
    request_context::respond,
    view::LinkView,
};

/// Why nobody was signed in.
#[derive(Debug)]
pub enum SignInRefusal {
    /// The answer does not belong to a question of this browser.
    Attempt(LoginAttemptRefusal),
    /// The answer names another issuer than the provider that was asked (RFC 9207): a mix-up.
    OtherIssuer,
    /// The person gave up, or the provider did not let them.
    Declined,
    /// The provider answered with an error (RFC 6749 §4.1.2.1).
    Error,
    /// The answer has neither a code nor an error.
    NoCode,
    /// The provider is away, or its word does not hold.
    Provider(OidcError),
    /// They may act as nobody here.
    Nobody,
    /// Their account is blocked.
    Blocked,
    /// The same identity signed in for the first time somewhere else at the same moment.
    Raced,
}

impl From<OidcError> for SignInRefusal {
    fn from(error: OidcError) -> Self {
        SignInRefusal::Provider(error)
    }
}

impl SignInRefusal {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            SignInRefusal::Attempt(refusal) => refusal.code(),
            SignInRefusal::OtherIssuer => "answer-issuer",
            SignInRefusal::Declined => "answer-declined",
            SignInRefusal::Error => "answer-error",
            SignInRefusal::NoCode => "answer-without-code",
            SignInRefusal::Provider(error) => error.code(),
            SignInRefusal::Nobody => "nobody-here",
            SignInRefusal::Blocked => "account-blocked",
            SignInRefusal::Raced => "identity-raced",
        }
    }

    fn sentence(&self, provider: &str, l: Locale) -> String {
        match self {
            SignInRefusal::Attempt(_) | SignInRefusal::Raced => l.web_sign_in_refused_again(),
            SignInRefusal::Declined => l.web_sign_in_refused_cancelled(),
            SignInRefusal::Provider(error) if error.is_away() => l.web_sign_in_refused_away(provider),
            SignInRefusal::Provider(OidcError::Claims(IdTokenRefusal::Level { .. })) => {
                l.web_sign_in_refused_level(provider)
            }
            SignInRefusal::OtherIssuer | SignInRefusal::Error | SignInRefusal::NoCode | SignInRefusal::Provider(_) => {
                l.web_sign_in_refused_answer(provider)
            }
            SignInRefusal::Nobody => l.web_sign_in_refused_nobody(provider),
            SignInRefusal::Blocked => l.web_sign_in_refused_blocked(),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            SignInRefusal::Provider(error) if error.is_away() => StatusCode::SERVICE_UNAVAILABLE,
            SignInRefusal::Nobody | SignInRefusal::Blocked => StatusCode::FORBIDDEN,
            _ => StatusCode::BAD_REQUEST,
        }
    }

    /// Whether the provider did recognise somebody who is not let in so: it would answer the same at once, if it were not told to ask.
    pub fn is_of_somebody(&self) -> bool {
        matches!(
            self,
            SignInRefusal::Nobody
                | SignInRefusal::Blocked
                | SignInRefusal::Provider(OidcError::Claims(IdTokenRefusal::Level { .. }))
        )
    }

    /// Writes the code to the log, and says the sentence.
    pub fn told(&self, option: &LoginOption, l: Locale) -> Response {
        tracing::warn!(provider = %option.provider().name, code = self.code(), "nobody was signed in");
        respond(self.status(), &self.page(option.name(l.language()), l))
    }

    /// The page.
    pub fn page(&self, provider: &str, l: Locale) -> MessagePage {
        MessagePage {
            f: PageFrame::private(l, "/login", Area::Elsewhere),
            l,
            title: l.web_sign_in_refused_title(),
            texts: vec![self.sentence(provider, l)],
            onward: Some(LinkView { href: address(l.language(), "/login"), label: l.web_sign_in_again() }),
        }
    }
}
