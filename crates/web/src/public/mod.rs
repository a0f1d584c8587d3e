//! Pages for everyone.

pub mod accessibility;
pub mod account;
pub mod backchannel_logout;
pub mod catalogue;
pub mod catalogue_file;
pub mod enter_as;
pub mod home;
pub mod letter_choices;
pub mod letter_stop;
pub mod login;
pub mod logout;
pub mod opened;
pub mod own_records;
pub mod pairing;
pub mod privacy;
pub mod role;
pub mod shared;
pub mod shared_code;
pub mod shared_parts;
pub mod shared_set;
pub mod sign_in;
pub mod sign_in_refusal;
pub mod sign_in_return;
pub mod unit;
pub mod verify;
