//! Whom the holder lets look, at what, until when.
//!
//! A [`Share`] is one permission to look at one credential, or at several of one holder together. Its [`ShareLink`] is a secret derived from the share's id with a
//! [`LinkKey`] that is not in the database: the holder can be shown the link again, and a stolen database opens nothing,
//! because it holds only each link's [`LookupDigest`].
//!
//! The PDF's own link is the share of kind [`ShareKind::Document`]: the holder's master switch, which may be turned off and on
//! again because the paper cannot be printed anew. Every other share is named, and withdrawn for good.
//!
//! # The neutral answer
//!
//! To a stranger, a link that never was, one that is not open yet, one that has ended and one that was withdrawn are the
//! same: one status, one sentence, one length, nothing from the share. [`answer`] is the only way from a share to a page,
//! and it gives nothing more than "show this" or [`Answer::Neutral`]. Only the holder is told which of them it is.

//!
//! # What opens it
//!
//! A share may ask for an [`AccessCode`] besides its link. The register holds a [`CodeHash`] alone, and how often a wrong code was tried is counted
//! for the share, whoever tries ([`guesses`]).

mod code;
pub mod guesses;
mod id;
mod label;
mod link;
mod pass;
mod preset;
mod recipient;
mod share;
mod showing;

pub use code::{AccessCode, CodeHash, CodeKey, HashFailed, NotACode, NotACodeHash};
pub use id::ShareId;
pub use label::{NotALabel, ShareLabel};
pub use link::{LinkKey, LookupDigest, NotALink, NotALinkKey, ShareLink};
pub use pass::PassKey;
pub use preset::Preset;
pub use recipient::{NotARecipient, NotAReference, Recipient, Reference};
pub use share::{
    Answer, EndsBeforeItOpens, NothingLeft, Purpose, Share, ShareKind, ShareState, Terms, Unchangeable, answer,
};
pub use showing::{Showing, ShownField, ShownFields};
