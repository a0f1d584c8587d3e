//! What comes back of a letter that a relay had taken over: a delivery status notification (RFC 3464) inside a `multipart/report` (RFC 6522).
//!
//! Whoever knows our address can send one. Read are the tag that the envelope's sender had, and whether the address was refused for good.

use std::{fmt, str::FromStr};

use data_encoding::BASE32_NOPAD;
use mail_parser::{Message, MessageParser, MimeHeaders};

/// Longest report that is read; of a longer one its beginning. What failed stands before the message that comes back.
pub const REPORT_BYTES_MAX: usize = 1 << 20;

/// Most tags that are tried: a relay writes the address that it delivers to in a few fields.
const TAGS_MAX: usize = 8;

/// Most lines of the status that are read.
const STATUS_LINES_MAX: usize = 1_000;

/// Where relays write the address that they deliver to.
const RECIPIENT_FIELDS: [&str; 5] = ["To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

/// By what a letter is known again to whoever sent it: the tag in the address of its envelope's sender (RFC 5233 §1), say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterTag([u8; LetterTag::BYTES]);

/// A text that is no tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the tag of a letter")]
pub struct NotALetterTag;

impl LetterTag {
    /// Bytes of a tag.
    pub const BYTES: usize = 26;

    /// Characters of a tag. With the `+` before it, 21 of the 64 that stand before an `@` (RFC 5321 §4.5.3.1.1) are left.
    pub const CHARS: usize = 42;

    /// The tag of these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; LetterTag::BYTES]) -> LetterTag {
        LetterTag(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; LetterTag::BYTES] {
        &self.0
    }
}

impl fmt::Display for LetterTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&BASE32_NOPAD.encode(&self.0).to_ascii_lowercase())
    }
}

impl FromStr for LetterTag {
    type Err = NotALetterTag;

    /// Relays change the case of addresses.
    fn from_str(text: &str) -> Result<Self, NotALetterTag> {
        if text.len() != LetterTag::CHARS {
            return Err(NotALetterTag);
        }
        let bytes = BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).map_err(|_error| NotALetterTag)?;
        bytes.try_into().map(LetterTag).map_err(|_bytes| NotALetterTag)
    }
}

/// Why an address was refused (RFC 3463 §2): class, subject, detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnhancedStatus {
    class: u8,
    subject: u16,
    detail: u16,
}

/// A text that is no status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an enhanced status code")]
pub struct NotAStatus;

impl EnhancedStatus {
    /// Whether it will be no different tomorrow.
    #[must_use]
    pub fn is_permanent(self) -> bool {
        self.class == 5
    }
}

impl fmt::Display for EnhancedStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl FromStr for EnhancedStatus {
    type Err = NotAStatus;

    fn from_str(text: &str) -> Result<Self, NotAStatus> {
        let number = |text: &str| {
            let digits = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u16>().ok()).flatten()
        };
        let mut parts = text.split('.').map(number);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Some(class @ (2 | 4 | 5))), Some(Some(subject)), Some(Some(detail)), None) => {
                let class = u8::try_from(class).map_err(|_error| NotAStatus)?;
                Ok(EnhancedStatus { class, subject, detail })
            }
            _ => Err(NotAStatus),
        }
    }
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryReport {
    /// The tags of the addresses that it was sent to.
    pub tags: Vec<LetterTag>,
    /// Why the address was refused for good; `None` where it was not: put off, delivered, passed on.
    pub refused: Option<EnhancedStatus>,
}

/// Why a message is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotADeliveryReport {
    /// It is none of the form: somebody's answer, say.
    #[error("not a delivery status notification")]
    Form,
    /// It says of no recipient what became of the letter.
    #[error("it says nothing of a recipient")]
    Status,
}

impl DeliveryReport {
    /// Reads a message. `recipient` is the address that the relay delivers it to, where it says so.
    ///
    /// # Errors
    /// When it is no report.
    pub fn read(message: &[u8], recipient: Option<&str>) -> Result<DeliveryReport, NotADeliveryReport> {
        let message = message.get(..REPORT_BYTES_MAX).unwrap_or(message);
        let message = MessageParser::new().parse(message).ok_or(NotADeliveryReport::Form)?;
        let is_report = message.is_content_type("multipart", "report");
        let status = message.parts.iter().find(|part| {
            part.is_content_type("message", "delivery-status")
                || part.is_content_type("message", "global-delivery-status")
        });
        let status = status.filter(|_| is_report).ok_or(NotADeliveryReport::Form)?;
        let mut refused = None;
        let mut is_told = false;
        for (action, status) in recipients(&String::from_utf8_lossy(status.contents())) {
            is_told = true;
            let failed = action.eq_ignore_ascii_case("failed") && status.is_permanent();
            refused = refused.or(failed.then_some(status));
        }
        if is_told {
            Ok(DeliveryReport { tags: tags(&message, recipient), refused })
        } else {
            Err(NotADeliveryReport::Status)
        }
    }
}

/// What each group of fields says of its recipient (RFC 3464 §2.3): action and status.
fn recipients(status: &str) -> Vec<(String, EnhancedStatus)> {
    let mut found = Vec::new();
    let (mut action, mut code) = (None, None);
    let lines = status.lines().take(STATUS_LINES_MAX).map(str::trim_end);
    for line in lines.chain(std::iter::once("")) {
        if line.is_empty() {
            if let (Some(action), Some(code)) = (action.take(), code.take()) {
                found.push((action, code));
            }
            (action, code) = (None, None);
            continue;
        }
        let Some((name, value)) = line.split_once(':') else { continue };
        // A comment may follow the word (RFC 3464 §2.1.1).
        let Some(word) = value.split([' ', '\t', '(', ';']).find(|word| !word.is_empty()) else { continue };
        match name.trim_end().to_ascii_lowercase().as_str() {
            "action" => action = Some(word.to_owned()),
            "status" => code = word.parse().ok(),
            _ => {}
        }
    }
    found
}

/// The tags in the addresses that a report was sent to.
fn tags(message: &Message<'_>, recipient: Option<&str>) -> Vec<LetterTag> {
    let fields =
        message.headers_raw().filter(|(name, _)| RECIPIENT_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name)));
    let texts = recipient.into_iter().chain(fields.map(|(_, value)| value));
    let mut found: Vec<LetterTag> = Vec::new();
    for tag in texts.flat_map(tags_in) {
        if !found.contains(&tag) && found.len() < TAGS_MAX {
            found.push(tag);
        }
    }
    found
}

/// The tags in a text: what stands between a `+` and an `@`.
fn tags_in(text: &str) -> impl Iterator<Item = LetterTag> {
    text.split('+').skip(1).filter_map(|rest| rest.split_once('@')?.0.parse().ok())
}

#[cfg(test)]
mod tests;
