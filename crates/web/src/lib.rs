//! Every request we answer: public pages, the holder's, the study department's, the interface for programs.
//!
//! [`router`] over a [`Site`] is everything, and [`listen`] answers with it. Pages are templates over plain values in the reader's language ([`view`]); one file
//! holds the path, parameters, handler, errors and view of each page or verb. This room decides no rule of the domain: rights are
//! `signet-access`, links `signet-share`, verdicts `signet-verify`, and what changes the register goes through `signet-issue`.
//!
//! # Invariants
//!
//! - Every page works without a script, in Czech and in English, and loads nothing from anywhere else.
//! - A wrong, an ended and a withdrawn link get the same answer, to the last byte.
//! - Nothing uploaded for verification is kept. No address, link, token or name is written to the log.
//! - What changes something is a POST from our own page with the token of its session, and takes a permit of `signet-access`.
//! - No name stands in an address: the register is searched by POST, and the next page is asked for by POST.

mod access_log;
mod accessibility_statement;
mod admission;
pub mod api;
mod area;
mod asset;
mod automated;
mod bounded;
mod catalogue_files;
mod catalogue_filters;
mod catalogue_units;
mod client_address;
mod client_key_set;
mod compression;
mod compute;
mod csrf;
mod csv_file;
mod day;
mod download;
mod frame;
mod headers;
mod health;
mod holder;
mod kept_form;
mod language;
mod login_option;
mod look_counter;
mod management;
mod message_page;
mod onward;
mod own_verification;
mod packed;
mod page_error;
mod public;
mod public_head;
mod rate_limit;
mod ready_lists;
mod record;
mod report_page;
mod request_context;
mod role_words;
mod router;
mod sent_fields;
mod server;
mod session_cookie;
mod share_words;
mod site;
mod staff;
mod status_list;
mod stored;
mod stranger;
mod upload;
mod verdict_memory;
pub mod verification;
mod view;
mod visitor;

pub use accessibility_statement::{
    AccessibilityException, AccessibilityStatement, AssessedBy, Conformance, InaccessibleBecause, TwoTexts,
};
pub use admission::UploadLimits;
pub use client_address::{ClientAddress, ForwardedHeader, Network, NotANetwork};
pub use client_key_set::JWKS_PATH;
pub use login_option::LoginOption;
pub use management::management;
pub use public::enter_as::{DemoEntrance, DemoPerson, TokenMaker, address as enter_address, routes as enter_routes};
pub use router::router;
pub use server::{ConnectionLimits, listen};
pub use site::{AppState, Metrics, Site, StaffLinks};

#[cfg(test)]
mod gallery;
