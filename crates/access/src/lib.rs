//! Who may act on what: one pure function that gives out permits.
//!
//! [`allowed`] answers for every role, action and target. What may be done comes as a [`Permit`], which nothing else can make and
//! every act takes; there is no second way. Three rules stand before the table of rights:
//!
//! 1. **Tenants are walls.** Whoever belongs to one institution is refused everything in another, whatever the role.
//! 2. **Windows are for strangers.** Public pages (an open share, the status list, checking a file) are asked about as
//!    [`Actor::stranger`], whoever happens to be logged in; so no session widens or narrows what a link shows.
//! 3. **Nobody judges themselves.** No one enters results, issues, corrects or revokes for their own person; and nobody of whom it is not known
//!    who they are does so for anyone.
//!
//! A role can be narrowed to faculties or units ([`RoleScope`]): then the same table holds for what lies there, and for nothing else
//! (`golden/narrowed.txt`).
//!
//! The whole table is written out in `golden/rights.txt`, which a test compares with the function: a change of rights is a
//! change of that file, seen in review.

mod actor;
mod assurance;
mod decision;
mod grant;
mod login;
mod permit;
mod rights;
mod scope;
mod security;
mod session;
mod target;

pub use actor::{Actor, Role, role_choices};
pub use assurance::{Assurance, AssuranceLevel, RECENT};
pub use decision::{Denial, allowed, first_allowed, offered};
pub use grant::{GrantFlaw, GrantTerm, check_granted};
pub use login::{
    ClaimedPlace, ClaimedRole, HomeRule, IdTokenClaims, IdTokenExpectation, IdTokenRefusal, LinkStanding, LoggedOut,
    LoginProvider, LogoutOrder, LogoutTokenClaims, LogoutTokenRefusal, NotAProviderName, OnwardPath, PersonRule,
    ProviderKind, ProviderName, ReleasedClaims, RoleRule, RoleRuleError, judge_id_token, judge_logout_token,
};
pub use permit::{AnotherAct, Permit};
pub use rights::{Action, Right, has_right, is_entitled, right};
pub use scope::{RoleScope, SCOPE_MAX, UnitPlace};
pub use security::{SecurityEvent, SecurityEventKind};
pub use session::{EMERGENCY_LASTS, SESSION_LONGEST, session_idle, session_longest};
pub use target::{Target, TargetKind};
