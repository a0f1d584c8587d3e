//! Names and titles, and the languages in which a credential is displayed.

use signet_record::AnnexItem;

use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::{Scheme, tag_of_language};

use super::super::code::Code;
use super::Sense;

/// Languages and displays that are compared; more than anybody has.
const COMPARED: usize = 100;
/// Characters of the longest name or title that is one.
const NAME_MAX: usize = 1_000;

/// The EU list's code of a language.
fn code(language: Value<'_>) -> Option<&str> {
    Scheme::Language.code(identity(language)?)
}

impl<'a> Sense<'a, '_> {
    /// How the credential is displayed, and in which languages.
    pub(super) fn display(&mut self, root: Value<'a>) {
        let Some(display) = root.first("displayParameter") else { return };
        let primary = display.first("primaryLanguage").and_then(code);
        self.primary = primary.and_then(|code| Some((code, tag_of_language(code)?)));
        self.each(root, "displayParameter", |sense, display| {
            sense.plausible(display, "title", AnnexItem::Title);
            sense.in_primary_language(display, "title");
            sense.each(display, "individualDisplay", |sense, one| {
                sense.each(one, "displayDetail", |sense, page| sense.each(page, "image", Self::file));
            });
        });
        let languages: Vec<&str> = display.all("language").filter_map(code).take(COMPARED).collect();
        let shown = display.all("individualDisplay").filter_map(|one| one.first("language"));
        let shown: Vec<&str> = shown.filter_map(code).take(COMPARED).collect();
        let wrong = primary.filter(|code| !languages.contains(code));
        // Viewers show the primary language's display where another language has none.
        let fallback = primary.is_some_and(|code| shown.contains(&code));
        let wrong = wrong.or_else(|| languages.iter().find(|code| !fallback && !shown.contains(code)).copied());
        let wrong = wrong.or_else(|| shown.iter().find(|code| !languages.contains(code)).copied());
        let twice =
            || shown.iter().enumerate().find(|(at, code)| shown.iter().skip(at + 1).any(|other| other == *code));
        if let Some(language) = wrong.or_else(|| twice().map(|(_, code)| *code)) {
            self.place.enter("displayParameter");
            self.report_in("individualDisplay", Code::DisplayLanguage, None, "", short(language));
            self.place.leave();
        }
    }

    /// A text that everybody reads should be there in the primary language.
    pub(super) fn in_primary_language(&mut self, owner: Value<'a>, member: &'static str) {
        if let Some(language) = self.lacking(owner, member) {
            self.report_in(member, Code::PrimaryLanguage, Some(AnnexItem::Title), language, "");
        }
    }

    /// The issuer's legal name: the certificate of the seal has one only, in whatever language that is.
    pub(super) fn legal_name(&mut self, issuer: Value<'a>) {
        if let Some(language) = self.lacking(issuer, "legalName") {
            self.report_in("legalName", Code::LegalNameLanguage, None, language, "");
        }
    }

    /// The primary language, when a text is there in others only.
    fn lacking(&self, owner: Value<'a>, member: &str) -> Option<&'a str> {
        let (code, wanted) = self.primary?;
        let words = owner.first(member).filter(|words| words.is_object())?;
        let mut tags = words.members().map(|(tag, _)| tag.split('-').next().unwrap_or(tag));
        (!tags.any(|tag| tag.eq_ignore_ascii_case(wanted))).then_some(code)
    }

    /// A name has letters, and no markup.
    pub(super) fn plausible(&mut self, owner: Value<'a>, member: &'static str, item: AnnexItem) {
        let Some(words) = owner.first(member) else { return };
        let mut texts = words.members().flat_map(|(_, texts)| texts.each()).filter_map(Value::text);
        if texts.any(|text| !is_plausible(text)) {
            self.report_in(member, Code::ImplausibleName, Some(item), "", "");
        }
    }
}

fn is_plausible(text: &str) -> bool {
    let markup = text.contains("</") || text.contains("/>") || text.contains("<br>");
    let controls = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    text.len() <= 4 * NAME_MAX && text.chars().any(char::is_alphabetic) && !markup && !text.contains(controls)
}

fn short(code: &str) -> String {
    code.chars().take(20).collect()
}
