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
pub mod unit_copy;
pub mod unit_editor;
pub mod unit_field;
pub mod unit_in_care;
pub mod unit_new;
pub mod unit_state;
pub mod units;
