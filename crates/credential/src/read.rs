//! Reading any European Digital Credential: strict about JSON, lenient about the rest.

use crate::json::{Document, Limits, ParseError, Value};

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
        return Ok(Credential { document });
    }
    Err(if root.get("verifiableCredential").is_some() { ReadError::Presentation } else { ReadError::NotACredential })
}

/// A credential as it was read.
#[derive(Clone, Debug)]
pub struct Credential {
    document: Document,
}

impl Credential {
    pub(crate) fn root(&self) -> Value<'_> {
        self.document.root()
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
        self.root().first("credentialSubject")
    }

    /// The claims, in the order of the file.
    pub(crate) fn claims(&self) -> impl Iterator<Item = Value<'_>> {
        self.subject().into_iter().flat_map(|subject| subject.all("hasClaim"))
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
            .flat_map(|claim| claim.all("awardedBy"))
            .flat_map(|process| process.all("awardingBody"))
            .chain(self.root().first("issuer"));
        let unit = claim.and_then(|claim| claim.first("specifiedBy"));
        let evidence = self.root().all("evidence");
        bodies.chain(unit).chain(evidence).flat_map(|owner| owner.all("accreditation"))
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
