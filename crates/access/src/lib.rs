//! Who may act on what: one pure function.
//!
//! [`allowed`] answers for every role, action and target. Three rules stand before the table of rights:
//!
//! 1. **Tenants are walls.** Whoever belongs to one institution is refused everything in another, whatever the role.
//! 2. **Windows are for strangers.** Public pages (an open share, the status list, checking a file) are asked about as
//!    [`Actor::stranger`], whoever happens to be logged in; so no session widens or narrows what a link shows.
//! 3. **Nobody judges themselves.** No one enters results, issues, corrects or revokes for their own person.
//!
//! The whole table is written out in `golden/rights.txt`, which a test compares with the function: a change of rights is a
//! change of that file, seen in review.

mod actor;
mod decision;
mod rights;
mod target;

pub use actor::{Actor, Role};
pub use decision::{Decision, Denial, allowed};
pub use rights::{Action, Right};
pub use target::{Target, TargetKind};
