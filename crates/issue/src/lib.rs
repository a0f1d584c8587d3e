//! The one path from award to sealed credential, and the one path to correction and revocation.
//!
//! [`Issuer`] proposes awards to the ledger; [`Issuer::work`] carries what waits through the numbered [`Step`]s: prepare (lint everything,
//! rehearse with a throw-away key), write down the intent, seal only against that intent, verify the result as a stranger would, keep
//! it, and only then record it as sealed. A crash at any step resumes there.
//!
//! Whatever somebody does to the register takes a [`Permit`](signet_access::Permit) of `signet-access`, and is written down under the
//! account the permit names.

mod account;
mod admit;
mod batch;
mod correct;
mod custody;
mod describe;
mod desk;
mod erase;
mod issuer;
mod mandate;
mod moment;
mod notary;
mod prepare;
mod preserve;
mod propose;
mod renew;
mod revoke;
mod seal;
mod security;
mod sharing;
mod status;
mod step;
mod turn;
mod work;
mod workshop;

pub use account::{AccountError, NewGrant};
pub use admit::{Admission, Admitted, Refused};
pub use batch::{BatchError, HandedIn, KeptComplaint, Rehearsal};
pub use correct::CorrectError;
pub use custody::CustodyError;
pub use describe::DescribeError;
pub use desk::{Client, Desk};
pub use erase::EraseError;
pub use issuer::{House, Issuer};
pub use mandate::MandateError;
pub use moment::{Chance, Clock};
pub use notary::{Notary, NotaryError, SealPolicy, Term, days_left};
pub use prepare::{NotReady, Order, Prepared, file_name};
pub use propose::{Course, ProposeError, Taken};
pub use renew::{Protected, RenewError};
pub use revoke::RevokeError;
pub use seal::{NotSealed, SealedPair};
pub use sharing::ShareError;
pub use signet_store::ErasePersonError;
pub use status::StatusListError;
pub use step::{Observer, Step, UnknownStep};
pub use turn::NoTurn;
pub use work::{Trouble, Worked};
pub use workshop::{NoWorkshop, NotStated, Workshop, seal_identity};
