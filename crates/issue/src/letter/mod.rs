//! What letters say. The text and the page of a letter are made of the same sentences, so that neither says more than the other.

pub mod account;

use askama::Template;
use signet_lang::{
    Locale,
    args::{self, LetterKind},
};
use signet_outbound::one_line;
use signet_record::{Award, Date, Email, Institution, Language, Timestamp};

/// What a letter tells.
#[derive(Clone, Debug)]
pub enum Told {
    /// A credential was issued; its link serves until then.
    Issued {
        /// Until when.
        until: Timestamp,
    },
    /// A corrected one was issued.
    Corrected {
        /// Why, in the language of the letter, where that was said.
        reason: Option<String>,
        /// Until when the link serves.
        until: Timestamp,
    },
    /// One was revoked.
    Revoked {
        /// Why, in the language of the letter.
        reason: String,
        /// Since when it does not hold.
        since: Date,
    },
    /// Their institution has another address of theirs.
    Address,
}

/// What a letter is written of.
#[derive(Clone)]
pub struct LetterFacts<'a> {
    /// What it tells.
    pub told: Told,
    /// The institution, as it is called today.
    pub institution: &'a Institution,
    /// The award that the credential states.
    pub award: &'a Award,
    /// Where its button leads. A secret, where it lets its reader in.
    pub href: String,
    /// What the service is called in addresses.
    pub host: &'a str,
    /// Whether people can sign in through a university or the state.
    pub sign_in: bool,
}

/// A letter, written.
#[derive(Clone)]
pub struct WrittenLetter {
    /// Its subject: nothing personal.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// The sentences of a letter, for its text.
#[derive(Template)]
#[template(path = "letter.txt")]
struct TextPart<'a> {
    heading: &'a str,
    before: &'a [String],
    button: &'a str,
    href: &'a str,
    after: &'a [String],
    sent: &'a str,
    other: &'a str,
}

/// The same for its page.
#[derive(Template)]
#[template(path = "letter.html")]
struct HtmlPart<'a> {
    language: Language,
    other_language: Language,
    heading: &'a str,
    before: &'a [String],
    button: &'a str,
    href: &'a str,
    after: &'a [String],
    sent: &'a str,
    other: &'a str,
}

/// The sentences of a letter.
struct Sentences {
    heading: String,
    before: Vec<String>,
    button: String,
    after: Vec<String>,
    sent: String,
    other: String,
}

/// The language in which somebody is written to: Czech, unless the unit is taught in other languages alone.
pub fn language_of(award: &Award) -> Language {
    let czech = award.unit().languages.iter().any(|language| language.alpha2() == "cs");
    if czech { Language::Cs } else { Language::En }
}

/// Writes a letter.
///
/// # Errors
/// When a template fails, which none of ours does.
pub fn write(facts: &LetterFacts<'_>, language: Language) -> Result<WrittenLetter, askama::Error> {
    let l = Locale::new(language);
    let institution = name(facts.institution, language);
    let subject = l.letter_subject(args::LetterSubject { institution, kind: facts.told.kind() });
    render(&sentences(facts, language), &facts.href, subject, language)
}

/// Text and page of the same sentences.
fn render(
    sentences: &Sentences,
    href: &str,
    subject: String,
    language: Language,
) -> Result<WrittenLetter, askama::Error> {
    let Sentences { heading, before, button, after, sent, other } = sentences;
    let text = TextPart { heading, before, button, href, after, sent, other };
    let other_language = the_other(language);
    let html = HtmlPart { language, other_language, heading, before, button, href, after, sent, other };
    Ok(WrittenLetter { subject, text: text.render()?, html: html.render()? })
}

impl Told {
    fn kind(&self) -> LetterKind {
        match self {
            Told::Issued { .. } => LetterKind::Issued,
            Told::Corrected { .. } => LetterKind::Corrected,
            Told::Revoked { .. } => LetterKind::Revoked,
            Told::Address => LetterKind::Address,
        }
    }
}

fn the_other(language: Language) -> Language {
    match language {
        Language::Cs => Language::En,
        Language::En => Language::Cs,
    }
}

fn name(institution: &Institution, language: Language) -> String {
    one_line(institution.legal_name.text(language))
}

fn title(award: &Award, language: Language) -> String {
    one_line(award.unit().title.text(language))
}

fn sentences(facts: &LetterFacts<'_>, language: Language) -> Sentences {
    let (l, other) = (Locale::new(language), the_other(language));
    let (institution, title_here) = (name(facts.institution, language), title(facts.award, language));
    let kind = facts.told.kind();
    let mut before = vec![
        l.letter_greeting(),
        l.letter_told(args::LetterTold { institution: institution.as_str(), kind, title: title_here.as_str() }),
    ];
    let mut after = Vec::new();
    let keep = facts.sign_in.then(|| l.letter_keep());
    match &facts.told {
        Told::Issued { until } => {
            before.push(l.letter_link(l.day(*until)));
            after.push(l.letter_account());
            after.extend(keep);
        }
        Told::Corrected { reason, until } => {
            before.extend(reason.as_deref().map(|reason| l.letter_corrected_reason(one_line(reason))));
            before.push(l.letter_corrected_old());
            before.push(l.letter_link(l.day(*until)));
            after.push(l.letter_account());
            after.extend(keep);
        }
        Told::Revoked { reason, since } => {
            before.push(l.letter_revoked_reason(one_line(reason)));
            before.push(l.letter_revoked_since(l.date(*since)));
            after.push(l.letter_revoked_ask());
        }
        Told::Address => {
            before.push(l.letter_address_both());
            after.push(l.letter_address_ask());
        }
    }
    after.push(match facts.institution.email.as_ref() {
        Some(email) => {
            l.letter_contact(args::LetterContact { email: email.as_str(), institution: institution.as_str() })
        }
        None => l.letter_contact_none(institution.as_str()),
    });
    let there = Locale::new(other);
    Sentences {
        heading: l.letter_heading(kind),
        before,
        button: l.letter_button(kind),
        after,
        sent: l.letter_sent(facts.host),
        other: there.letter_other(args::LetterOther {
            institution: name(facts.institution, other),
            kind,
            title: title(facts.award, other),
        }),
    }
}

/// Where an answer goes.
pub fn reply_to(institution: &Institution, language: Language) -> Option<(String, String)> {
    institution.email.as_ref().map(|email: &Email| (name(institution, language), email.as_str().to_owned()))
}

#[cfg(test)]
mod tests;
