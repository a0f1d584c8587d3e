//! What became of a letter that was offered to a relay.

use std::{fmt, str::FromStr};

/// What became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handover {
    /// The relay has taken it over (`250`).
    Accepted,
    /// Not now: it is worth trying again.
    Temporary(MailCode),
    /// Not ever: this address, or this letter, will not be taken.
    Refused(MailCode),
}

/// Why a letter was not taken over, as the register keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailCode {
    /// The relay answered with this number (RFC 5321 §4.2).
    Reply(u16),
    /// No connection to the relay.
    Unreachable,
    /// The relay took too long.
    TimedOut,
    /// The relay offers no TLS, and the letter would leave this machine in the open.
    NoTls,
    /// The relay's certificate is not trusted, or TLS could not be set up.
    Certificate,
    /// The relay does not take the user or the secret.
    Login,
    /// The relay broke off, or said what no relay says.
    Broken,
    /// The address has letters that the relay cannot carry (RFC 6531).
    NeedsSmtpUtf8,
    /// The address is none.
    NotAnAddress,
}

/// A text that is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a code of a letter")]
pub struct NotAMailCode;

impl MailCode {
    /// Those that are words.
    const WORDS: [(Self, &'static str); 8] = [
        (Self::Unreachable, "unreachable"),
        (Self::TimedOut, "timed-out"),
        (Self::NoTls, "no-tls"),
        (Self::Certificate, "certificate"),
        (Self::Login, "login"),
        (Self::Broken, "broken"),
        (Self::NeedsSmtpUtf8, "needs-smtputf8"),
        (Self::NotAnAddress, "not-an-address"),
    ];

    /// Whether the address itself was refused, so that somebody has to look at it.
    #[must_use]
    pub fn is_about_address(self) -> bool {
        matches!(self, Self::NeedsSmtpUtf8 | Self::NotAnAddress | Self::Reply(550 | 551 | 553 | 511 | 513 | 556))
    }
}

impl fmt::Display for MailCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(number) => write!(f, "{number}"),
            word => f.pad(Self::WORDS.iter().find(|(code, _)| code == word).map_or("", |(_, text)| text)),
        }
    }
}

impl FromStr for MailCode {
    type Err = NotAMailCode;

    fn from_str(text: &str) -> Result<Self, NotAMailCode> {
        if let Some((code, _)) = Self::WORDS.iter().find(|(_, word)| *word == text) {
            return Ok(*code);
        }
        match text.parse::<u16>() {
            Ok(number) if (200..600).contains(&number) => Ok(Self::Reply(number)),
            _ => Err(NotAMailCode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        let words = MailCode::WORDS.map(|(code, _)| code);
        for code in words.into_iter().chain([MailCode::Reply(250), MailCode::Reply(550)]) {
            assert_eq!(code.to_string().parse(), Ok(code));
        }
        for wrong in ["", "42", "600", "250 OK", "unknown"] {
            assert_eq!(wrong.parse::<MailCode>(), Err(NotAMailCode), "{wrong}");
        }
    }
}
