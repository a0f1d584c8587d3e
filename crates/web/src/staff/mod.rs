//! Pages of the study department.

pub mod batch;
pub mod batch_csv;
pub mod batch_word;
pub mod bulk_revoke;
pub mod carry_out;
pub mod check;
pub mod columns;
pub mod correct;
pub mod corrected_row;
pub mod credential;
pub mod credentials;
pub mod home;
pub mod revocation;
pub mod revoke;
pub mod search_form;
pub mod sheet;
pub mod take_in;
#[allow(dead_code, reason = "pages of units come one after another")]
pub mod unit_address;
pub mod unit_copy;
pub mod unit_difference;
pub mod unit_editor;
pub mod unit_field;
pub mod unit_file;
pub mod unit_in_care;
pub mod unit_new;
pub mod unit_state;
pub mod units;
