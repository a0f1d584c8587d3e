//! Pages for everyone.

pub mod accessibility;
pub mod account;
pub mod catalogue;
pub mod home;
pub mod login;
pub mod logout;
pub mod privacy;
pub mod shared;
pub mod unit;
pub mod verify;
