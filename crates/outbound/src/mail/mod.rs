//! Letters by e-mail: handed to the one relay of the operator (RFC 5321), under TLS or on this machine, with limits of time.
//!
//! What comes back is a type: handed over, to be tried again, or refused for good; and, of what was handed over, a report of its delivery.
//! That somebody has read a letter, nobody can know.

mod code;
mod delivery_report;
mod message;
mod relay;

pub use code::{Handover, MailCode, NotAMailCode};
pub use delivery_report::{
    DeliveryReport, EnhancedStatus, LetterTag, NotADeliveryReport, NotALetterTag, NotAStatus, REPORT_BYTES_MAX,
};
pub use message::{Letter, NotALetter, one_line};
pub use relay::{MailLogin, MailRelay, MailRelayError, MailRelaySettings, MailTls, RelayAnswer};
