//! Signing in with an identity of a university or a state (OpenID Connect Core 1.0): what a provider may vouch for, what its word must
//! satisfy, and which roles follow from it. Fetching and signatures are not here; these are judgements over values.

mod id_token;
mod link;
mod logout_token;
mod onward;
mod place;
mod provider;
mod rules;

pub use id_token::{IdTokenClaims, IdTokenExpectation, IdTokenRefusal, judge_id_token};
pub use link::LinkStanding;
pub use logout_token::{LoggedOut, LogoutOrder, LogoutTokenClaims, LogoutTokenRefusal, judge_logout_token};
pub use onward::OnwardPath;
pub use place::ClaimedPlace;
pub use provider::{LoginProvider, NotAProviderName, ProviderKind, ProviderName};
pub use rules::{ClaimedRole, HomeRule, PersonRule, ReleasedClaims, RoleRule, RoleRuleError};
