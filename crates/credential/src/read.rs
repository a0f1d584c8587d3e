//! Reading any European Digital Credential: strict about JSON, lenient about the rest.

use std::sync::OnceLock;

use crate::json::{Document, Limits, ParseError, Value};
use crate::node::{Index, reference};

/// Why a text is not a credential we can look at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON, or beyond our limits.
    #[error("not acceptable JSON: {0}")]
    Json(#[from] ParseError),
    /// JSON, but not an object that could be a credential.
    #[error("not a credential")]
    NotACredential,
    /// Credentials packed together by their holder (VC Data Model 1.1, 4.10): what is to be judged stands inside.
    #[error("a presentation of credentials")]
    Presentation,
}

impl ReadError {
    /// The reason as a sentence.
    pub fn sentence(&self, locale: signet_lang::Locale) -> String {
        use crate::json::Problem;
        match self {
            ReadError::NotACredential => locale.format_unreadable_object(),
            ReadError::Presentation => locale.format_unreadable_presentation(),
            ReadError::Json(error) => match error.problem {
                Problem::Duplicate => locale.format_unreadable_duplicate(error.byte),
                Problem::TooLong | Problem::TooDeep | Problem::TooMany => locale.format_unreadable_limits(error.byte),
                Problem::Syntax | Problem::Ended | Problem::Text => locale.format_unreadable_json(error.byte),
            },
        }
    }
}

/// Reads a credential. What it says is looked up when asked for; whether it follows the format is [`crate::check`]'s business.
///
/// # Errors
/// When the text is not strict JSON within the limits, or not an object with a `credentialSubject`.
pub fn read(text: &str) -> Result<Credential, ReadError> {
    let document = Document::parse(text, Limits::default())?;
    let root = document.root();
    if root.get("credentialSubject").is_some() {
        return Ok(Credential { document, index: OnceLock::new() });
    }
    Err(if root.get("verifiableCredential").is_some() { ReadError::Presentation } else { ReadError::NotACredential })
}

/// A credential as it was read.
#[derive(Clone, Debug)]
pub struct Credential {
    document: Document,
    /// Made when the first reference is met.
    index: OnceLock<Index>,
}

impl Credential {
    pub(crate) fn root(&self) -> Value<'_> {
        self.document.root()
    }

    /// The object with this identifier that says more than it.
    pub(crate) fn named(&self, id: &str) -> Option<Value<'_>> {
        let index = self.index.get_or_init(|| Index::of(self.root()));
        index.place(id).map(|place| self.document.value(place))
    }

    /// What a value stands for: the object that a bare identifier refers to, when it stands in the file; else the value itself.
    pub(crate) fn resolve<'a>(&'a self, value: Value<'a>) -> Value<'a> {
        reference(value).and_then(|id| self.named(id)).unwrap_or(value)
    }

    /// The values of a member, each as what it stands for.
    pub(crate) fn all_of<'a>(&'a self, owner: Value<'a>, member: &str) -> impl Iterator<Item = Value<'a>> {
        owner.all(member).map(|value| self.resolve(value))
    }

    /// The first value of a member, as what it stands for.
    pub(crate) fn first_of<'a>(&'a self, owner: Value<'a>, member: &str) -> Option<Value<'a>> {
        self.all_of(owner, member).next()
    }

    /// Every string in it, names of members included.
    pub(crate) fn strings(&self) -> impl Iterator<Item = Value<'_>> {
        self.document.strings()
    }

    /// The text it was read from.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// Written anew from what was read, without white space: what we composed comes back byte for byte.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.text().len());
        self.root().write(&mut text);
        text
    }

    /// Its identifier, `urn:credential:…`.
    pub fn id(&self) -> Option<&str> {
        self.root().get("id").and_then(Value::text)
    }

    /// The holder.
    pub(crate) fn subject(&self) -> Option<Value<'_>> {
        self.first_of(self.root(), "credentialSubject")
    }

    /// The claims, in the order of the file.
    pub(crate) fn claims(&self) -> impl Iterator<Item = Value<'_>> {
        self.subject().into_iter().flat_map(|subject| self.all_of(subject, "hasClaim"))
    }

    /// The claim that the credential is about: the first achievement, else the first claim.
    pub(crate) fn claim(&self) -> Option<Value<'_>> {
        let achievement = |claim: &Value<'_>| claim.string("type") == Some("LearningAchievement");
        self.claims().find(achievement).or_else(|| self.claims().next())
    }

    /// Accreditations of the awarding bodies, the unit, the issuer, and those given as evidence.
    pub(crate) fn accreditations(&self) -> impl Iterator<Item = Value<'_>> {
        let claim = self.claim();
        let bodies = claim
            .into_iter()
            .flat_map(|claim| self.all_of(claim, "awardedBy"))
            .flat_map(|process| self.all_of(process, "awardingBody"))
            .chain(self.first_of(self.root(), "issuer"));
        let unit = claim.and_then(|claim| self.first_of(claim, "specifiedBy"));
        let evidence = self.all_of(self.root(), "evidence");
        bodies.chain(unit).chain(evidence).flat_map(|owner| self.all_of(owner, "accreditation"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presentation_is_told_from_what_is_no_credential_at_all() {
        let presentation = r#"{"type":"VerifiablePresentation","verifiableCredential":[{"credentialSubject":{}}]}"#;
        assert_eq!(read(presentation).err(), Some(ReadError::Presentation));
        assert_eq!(read("{}").err(), Some(ReadError::NotACredential));
        assert!(read(r#"{"credentialSubject":{}}"#).is_ok());
    }
}
