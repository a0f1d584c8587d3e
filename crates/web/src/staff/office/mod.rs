//! The office of an institution: who acts for it and as what, what they did, and what it comes to in numbers.

pub mod account_names;
pub mod audit;
pub mod audit_export;
pub mod audit_form;
pub mod audit_words;
pub mod page;
pub mod rights;
pub mod role_end;
pub mod role_form;
pub mod role_history;
pub mod roles;
pub mod scope_form;
pub mod statistics;
