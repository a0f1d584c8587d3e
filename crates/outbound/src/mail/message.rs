//! A letter as the bytes of a message (RFC 5322, RFC 2045): text first, then the same in HTML.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::{
    Address, Message,
    address::Envelope,
    error::Error,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

use super::delivery_report::LetterTag;

/// Most characters of what comes from outside in a header: longer names stand in the text.
const HEADER_CHARS_MAX: usize = 200;

/// A letter to one person.
#[derive(Clone)]
pub struct Letter {
    /// Its own name, before the `@` of its `Message-ID`: the same however often it is sent, so that most mailboxes show a double once.
    pub id: String,
    /// The tag of its envelope's sender: by it a report of its delivery is known again.
    pub tag: LetterTag,
    /// When it is sent.
    pub date: Timestamp,
    /// In whose name.
    pub from_name: String,
    /// To whom.
    pub to: String,
    /// Who reads an answer: name and address.
    pub reply_to: Option<(String, String)>,
    /// Where somebody says with one click that they want no more of its kind (RFC 8058). A secret.
    pub unsubscribe: Option<String>,
    /// Its subject. Nothing personal stands there.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same sentences as a page.
    pub html: String,
}

/// Names no one.
impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({})", self.id)
    }
}

/// Why a letter is no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALetter {
    /// The address it goes to is none.
    #[error("the address is none")]
    To,
    /// It cannot be written down.
    #[error("it cannot be written down")]
    Form,
}

impl Letter {
    /// Envelope and message. `from` is the address of the service, `bounces` the one that gets reports of deliveries, with the letter's tag;
    /// `domain` stands in the `Message-ID`.
    pub(super) fn message(
        &self,
        from: &Address,
        bounces: Option<&Address>,
        domain: &str,
    ) -> Result<(Envelope, Vec<u8>), NotALetter> {
        let to: Address = self.to.parse().map_err(|_error| NotALetter::To)?;
        let form = |_error: Error| NotALetter::Form;
        let sender = match bounces {
            Some(bounces) => tagged(bounces, &self.tag).ok_or(NotALetter::Form)?,
            None => from.clone(),
        };
        let envelope = Envelope::new(Some(sender), vec![to.clone()]).map_err(form)?;
        let name = |name: &str| Some(header_text(name)).filter(|name| !name.is_empty());
        let mut builder = Message::builder()
            .envelope(envelope.clone())
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(self.date.as_second().try_into().unwrap_or(0)))
            .from(Mailbox::new(name(&self.from_name), from.clone()))
            .to(Mailbox::new(None, to))
            .subject(header_text(&self.subject))
            .message_id(Some(format!("<{}@{domain}>", self.id)))
            // RFC 3834 §5: nobody's absence is to be answered to us.
            .raw_header(raw("Auto-Submitted", "auto-generated"));
        if let Some((reply_name, address)) = &self.reply_to
            && let Ok(address) = address.parse::<Address>()
        {
            builder = builder.reply_to(Mailbox::new(name(reply_name), address));
        }
        if let Some(unsubscribe) = &self.unsubscribe {
            builder = builder
                .raw_header(raw("List-Unsubscribe", &format!("<{unsubscribe}>")))
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        let parts = MultiPart::alternative()
            .boundary(format!("=_{}", self.id))
            .singlepart(SinglePart::plain(self.text.clone()))
            .singlepart(SinglePart::html(self.html.clone()));
        Ok((envelope, builder.multipart(parts).map_err(form)?.formatted()))
    }
}

/// An address with a tag (RFC 5233 §1).
fn tagged(address: &Address, tag: &LetterTag) -> Option<Address> {
    Address::new(format!("{}+{}", address.user(), tag), address.domain()).ok()
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// What comes from outside, fit for a header: one line, no beginning of an encoded word (RFC 2047) of its own, and not too long.
fn header_text(text: &str) -> String {
    let one_line = one_line(text).replace("=?", "= ?");
    match one_line.chars().count() > HEADER_CHARS_MAX {
        true => one_line.chars().take(HEADER_CHARS_MAX - 1).chain(['…']).collect(),
        false => one_line,
    }
}

/// A text as one line of what can be seen: no line breaks, and nothing that steers a reader's eye.
#[must_use]
pub fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() || steers(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that nobody sees and that turn the direction of others, or join and hide them (Unicode UAX #9, general category Cf).
fn steers(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TAG: &str = "abcdefghijklmnopqrstuvwxyz234567abcdefghii";

    fn letter() -> Letter {
        Letter {
            id: "0123456789abcdef".into(),
            tag: TAG.parse().unwrap(),
            date: Timestamp::from_second(1_764_547_200).unwrap(),
            from_name: "Univerzita Horní Dolní".into(),
            to: "jana@example.org".into(),
            reply_to: Some(("Studijní oddělení".into(), "studijni@horni-dolni.example".into())),
            unsubscribe: None,
            subject: "Vydali jsme vám mikrocertifikát – Univerzita Horní Dolní".into(),
            text: "Dobrý den,\n\nvydali jsme vám mikrocertifikát.\n".into(),
            html: "<!DOCTYPE html><html lang=\"cs\"><p>Dobrý den,</p></html>".into(),
        }
    }

    fn written(letter: &Letter) -> String {
        let (_, bytes) =
            letter.message(&"signet@horni-dolni.example".parse().unwrap(), None, "horni-dolni.example").unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// Header lines, unfolded.
    fn headers(message: &str) -> Vec<String> {
        let head = message.split("\r\n\r\n").next().unwrap();
        head.replace("\r\n ", " ").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_message_is_the_same_however_often_it_is_sent() {
        let message = written(&letter());
        assert_eq!(message, written(&letter()));
        let headers = headers(&message);
        let has = |line: &str| headers.iter().any(|header| header == line);
        assert!(has("Message-ID: <0123456789abcdef@horni-dolni.example>"), "{headers:#?}");
        assert!(has("Auto-Submitted: auto-generated"));
        assert!(has("To: jana@example.org"));
        assert!(has("Date: Mon, 01 Dec 2025 00:00:00 +0000"), "{headers:#?}");
        let (text, html) = (message.find("text/plain").unwrap(), message.find("text/html").unwrap());
        assert!(message.contains("multipart/alternative") && text < html, "text first");
        assert!(message.is_ascii(), "no relay needs 8BITMIME");
        assert!(message.split("\r\n").all(|line| line.len() <= 998), "RFC 5322 §2.1.1");
    }

    #[test]
    fn ml9_what_comes_back_comes_to_the_letters_own_address() {
        let from: Address = "signet@horni-dolni.example".parse().unwrap();
        let bounces = "vraceni@horni-dolni.example".parse().unwrap();
        let (envelope, message) = letter().message(&from, Some(&bounces), "horni-dolni.example").unwrap();
        let sender = envelope.from().unwrap().to_string();
        assert_eq!(sender, format!("vraceni+{TAG}@horni-dolni.example"));
        let message = String::from_utf8(message).unwrap();
        assert!(!message.contains(TAG) && message.contains("signet@horni-dolni.example"), "people see one address");
        let (envelope, _) = letter().message(&from, None, "horni-dolni.example").unwrap();
        assert_eq!(envelope.from(), Some(&from));
    }

    #[test]
    fn ml8_one_click_stops_what_is_optional() {
        let stop = "https://signet.example/cs/letters/abcdefghijklmnopqrstuvwxyz234567abcdefghii".to_owned();
        let optional = written(&Letter { unsubscribe: Some(stop.clone()), ..letter() });
        let headers = headers(&optional);
        let has = |line: String| headers.contains(&line);
        assert!(has(format!("List-Unsubscribe: <{stop}>")), "{headers:#?}");
        assert!(has("List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned()), "{headers:#?}");
        assert!(!written(&letter()).contains("List-Unsubscribe"));
    }

    #[test]
    fn ml5_nothing_from_outside_makes_a_header() {
        let nasty = [
            "Jan\r\nBcc: all@example.org",
            "Jan\nX-Evil: 1",
            "=?utf-8?q?=0D=0ABcc:_all@example.org?=",
            "\u{202e}moc.elpmaxe@tac\u{202c}",
            "Univerzita\u{2028}Bcc: all@example.org",
            &"Ž".repeat(200),
            &"dlouhé slovo ".repeat(40),
        ];
        let good: Vec<String> = headers(&written(&letter())).iter().map(|line| name(line).to_owned()).collect();
        for text in nasty {
            let letter = Letter {
                from_name: text.into(),
                subject: text.into(),
                reply_to: Some((text.into(), "studijni@horni-dolni.example".into())),
                ..letter()
            };
            let message = written(&letter);
            let found: Vec<String> = headers(&message).iter().map(|line| name(line).to_owned()).collect();
            assert_eq!(found, good, "{text:?}");
            assert!(message.is_ascii(), "{text:?}");
        }
        assert_eq!(header_text("=?utf-8?q?x?="), "= ?utf-8?q?x?=");
        assert_eq!(header_text("a\u{202e}b\r\n\tc"), "a b c");
        assert_eq!(header_text(&"á".repeat(300)).chars().count(), HEADER_CHARS_MAX);
    }

    fn name(header: &str) -> &str {
        header.split(':').next().unwrap()
    }

    #[test]
    fn an_address_that_is_none_is_told() {
        let from = "signet@horni-dolni.example".parse().unwrap();
        for to in ["", "jana", "jana@example.org\r\nRCPT TO:<x@example.org>", "jana@example.org, x@example.org"] {
            let found = Letter { to: to.into(), ..letter() }.message(&from, None, "horni-dolni.example").map(drop);
            assert_eq!(found, Err(NotALetter::To), "{to:?}");
        }
    }
}
