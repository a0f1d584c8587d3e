//! Reading any European Digital Credential: strict about JSON, lenient about the rest.

use crate::elm::{
    Accreditation, EuropeanDigitalCredential, LearningAchievement, Node, Person, Property, PropertyName, name,
};
use crate::json::{JsonDocument, Limits, ParseError, Value};
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
        use crate::json::ParseProblem;
        match self {
            ReadError::NotACredential => locale.format_unreadable_object(),
            ReadError::Presentation => locale.format_unreadable_presentation(),
            // People count from one.
            ReadError::Json(error) => match error.problem {
                ParseProblem::Duplicate => locale.format_unreadable_duplicate(error.byte + 1),
                ParseProblem::TooLong | ParseProblem::TooDeep | ParseProblem::TooMany => {
                    locale.format_unreadable_limits(error.byte + 1)
                }
                ParseProblem::Syntax | ParseProblem::Ended | ParseProblem::Text => {
                    locale.format_unreadable_json(error.byte + 1)
                }
            },
        }
    }
}

/// Reads a credential. What it says is looked up when asked for; whether it follows the format is [`crate::check`]'s business.
///
/// # Errors
/// When the text is not strict JSON within the limits, or not an object with a `credentialSubject`.
pub fn read(text: &str) -> Result<Credential, ReadError> {
    let document = JsonDocument::parse(text, Limits::default())?;
    let root = document.root();
    if root.get(name::credential_subject).is_some() {
        return Ok(Credential { document, index: Index::default() });
    }
    Err(if root.get(PropertyName::VerifiableCredential.name()).is_some() {
        ReadError::Presentation
    } else {
        ReadError::NotACredential
    })
}

/// A credential as it was read.
#[derive(Clone, Debug)]
pub struct Credential {
    document: JsonDocument,
    index: Index,
}

impl Credential {
    pub(crate) fn root(&self) -> Value<'_> {
        self.document.root()
    }

    /// The object with this identifier that says more than it.
    pub(crate) fn named(&self, id: &str) -> Option<Value<'_>> {
        self.index.find(&self.document, id)
    }

    /// What a value stands for: the object that a bare identifier refers to, when it stands in the file; else the value itself.
    pub(crate) fn resolve<'a>(&'a self, value: Value<'a>) -> Value<'a> {
        reference(value).and_then(|id| self.named(id)).unwrap_or(value)
    }

    /// The values of a property, each as what it stands for.
    pub(crate) fn resolved<'a, T: Node<'a>>(&'a self, property: Property<'a, T>) -> impl Iterator<Item = T> {
        property.all().map(|node| T::of(self.resolve(node.value())))
    }

    /// The first value of a property, as what it stands for.
    pub(crate) fn first_resolved<'a, T: Node<'a>>(&'a self, property: Property<'a, T>) -> Option<T> {
        self.resolved(property).next()
    }

    /// The credential as the model has it.
    pub(crate) fn model(&self) -> EuropeanDigitalCredential<'_> {
        EuropeanDigitalCredential::of(self.root())
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
        self.model().id()
    }

    /// The holder.
    pub(crate) fn subject(&self) -> Option<Person<'_>> {
        self.first_resolved(self.model().credential_subject())
    }

    /// The claims, in the order of the file.
    pub(crate) fn claims(&self) -> impl Iterator<Item = LearningAchievement<'_>> {
        self.subject().into_iter().flat_map(|subject| self.resolved(subject.has_claim()))
    }

    /// The claim that the credential is about: the first achievement, else the first claim.
    pub(crate) fn claim(&self) -> Option<LearningAchievement<'_>> {
        self.claims().find(|claim| claim.is_achievement()).or_else(|| self.claims().next())
    }

    /// Accreditations of the awarding bodies, the unit, the issuer, and those given as evidence.
    pub(crate) fn accreditations(&self) -> impl Iterator<Item = Accreditation<'_>> {
        let claim = self.claim();
        let bodies = claim
            .into_iter()
            .flat_map(|claim| self.resolved(claim.awarded_by()))
            .flat_map(|process| self.resolved(process.awarding_body()))
            .chain(self.first_resolved(self.model().issuer()));
        let unit = claim.and_then(|claim| self.first_resolved(claim.specified_by()));
        let evidence = self.resolved(self.model().evidence());
        let owned = bodies.map(|body| body.accreditation()).chain(unit.map(|unit| unit.accreditation()));
        owned.chain(evidence.map(|evidence| evidence.accreditation())).flat_map(|property| self.resolved(property))
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
