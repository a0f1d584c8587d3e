//! Every socket we open, and every device: time stamps, status lists, trusted lists, login providers, the mail relay and seal keys that live elsewhere, each
//! with limits on time, size and address.
//!
//! Nothing else in the workspace may open a connection. An address taken from a credential is hostile: it is
//! resolved first, and only public addresses are reached unless the operator allowed more.

pub mod address;
pub mod csc;
pub mod evidence;
mod fetch_budget;
pub mod http_client;
mod mail;
pub mod oidc;
mod remembered;
mod secret;
pub mod stamp;
pub mod token;
pub mod trust;
mod trust_index;
mod trust_update;

pub use address::Reach;
pub use csc::{ServiceError, ServiceSettings, SigningService};
pub use evidence::{EvidenceFetcher, Found, Gathering};
pub use fetch_budget::FetchBudget;
pub use http_client::{FetchError, HttpAnswer, HttpClient, HttpLimits};
pub use mail::{
    DeliveryReport, EnhancedStatus, Handover, Letter, LetterTag, MailCode, MailLogin, MailRelay, MailRelayError,
    MailRelaySettings, MailTls, NotADeliveryReport, NotALetter, NotALetterTag, NotAMailCode, NotAStatus,
    REPORT_BYTES_MAX, RelayAnswer, one_line,
};
pub use oidc::{
    AuthorizationRequest, ClientAuthentication, ClientKeys, OidcClient, OidcError, OidcSettings, OidcStep,
    ProviderMetadata, RecognisedPerson,
};
pub use secret::Secret;
pub use token::{Token, TokenError, TokenSettings};
pub use trust::TrustCache;
pub use trust_update::{Fetched, Fetching};
