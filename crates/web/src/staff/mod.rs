//! Pages of the study department.

pub mod batch;
pub mod check;
pub mod credential;
pub mod credentials;
pub mod home;
pub mod revoke;
pub mod search_form;
pub mod sheet;
#[allow(dead_code, reason = "pages of units come one after another")]
pub mod unit_address;
