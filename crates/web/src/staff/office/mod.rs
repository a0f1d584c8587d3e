//! The office of an institution: who acts for it, and as what.

pub mod account_names;
pub mod page;
pub mod rights;
pub mod role_end;
pub mod role_form;
pub mod role_history;
pub mod roles;
