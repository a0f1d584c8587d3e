//! Institutions: the awarding body, and apart from it the sealing issuer.

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Country, EmbeddedFile, Flaw, Flaws, InstitutionId, Language, Line, Problem,
    checked::checked,
    contact::{Address, Colour, Email, Homepage},
    id,
    image::Image,
    problem::FileProblem,
    registration::{CompanyNumber, LegalIdentifier},
};

checked! {
    /// A university, or the national operator. Fields are read through `Deref`.
    Institution(InstitutionFields)
}

/// The fields of an institution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstitutionFields {
    /// Its id in this register.
    pub id: InstitutionId,
    /// Its name in law.
    pub legal_name: Bilingual,
    /// IČO, when registered in Czechia.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_number: Option<CompanyNumber>,
    /// Where it is established.
    pub country: Country,
    /// Its seat.
    pub seat: Address,
    /// The identifier its seal certificate bears.
    pub eidas_identifier: LegalIdentifier,
    /// Its number in another register, such as that of universities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Line>,
    /// Its pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub homepage: Option<Homepage>,
    /// Where questions about credentials are answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Its emblem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Image>,
    /// Accent of documents and pages.
    pub colour: Colour,
    /// "Issued under Section 60 of Act No. 111/1998 Coll. …": of lifelong-learning programmes that name none of their own.
    pub legal_basis: Bilingual,
    /// Of courses and sets of courses of accredited programmes, which Section 60 does not cover, unless they name their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course_legal_basis: Option<Bilingual>,
}

impl Institution {
    /// Checks that the identifiers agree.
    ///
    /// # Errors
    /// When IČO and eIDAS identifier name different bodies, or a register number looks like a rodné
    /// číslo.
    pub fn new(fields: InstitutionFields) -> Result<Self, Flaws> {
        let mut flaws = Vec::new();
        let eidas = &fields.eidas_identifier;
        let same = |number: &CompanyNumber| {
            eidas.register() != "NTR" || eidas.country() != "CZ" || eidas.number() == number.as_str()
        };
        if !fields.company_number.as_ref().is_none_or(same) {
            flaws.push(Flaw::new("eidas_identifier", Problem::Disagrees { other: "company_number".into() }));
        }
        if let Some(Err(problem)) = fields.registration.as_deref().map(id::code) {
            flaws.push(Flaw::new("registration", problem));
        }
        Flaws::none_in(flaws)?;
        Ok(Institution(fields))
    }
}

/// A faculty, part of the awarding body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Faculty {
    /// Its name.
    pub name: Bilingual,
}

/// Who applies the seal: the awarding body itself, or another body by mandate. Never merged with
/// the awarding body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SealingIssuer {
    /// The awarding body seals for itself.
    AwardingBody,
    /// Another body seals.
    Mandated {
        /// The body that seals.
        issuer: Box<Institution>,
        /// The mandate by which it seals.
        mandate: Mandate,
    },
}

/// By what right the sealing issuer seals another body's credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "MandateForm", into = "MandateForm")]
pub struct Mandate {
    /// The words of the mandate.
    pub statement: Bilingual,
    /// The document that gives it; every credential carries it.
    pub document: Option<EmbeddedFile>,
    /// The mandate as the awarding body sealed it; every credential carries it, so that anyone can verify the mandate.
    pub sealed: Option<SealedStatement>,
}

/// Largest sealed statement, in bytes: it is repeated in every credential.
const STATEMENT_BYTES_MAX: usize = 512 * 1024;

/// A statement under a seal (JAdES, JSON). What it is worth, a verifier says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SealedStatement(String);

impl SealedStatement {
    /// Takes a file.
    ///
    /// # Errors
    /// When it is too large, or no JSON object.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Flaw> {
        let refused = |reason| Flaw::from(Problem::NotAFile { reason });
        if bytes.len() > STATEMENT_BYTES_MAX {
            return Err(refused(FileProblem::Size));
        }
        let text = String::from_utf8(bytes).map_err(|_| refused(FileProblem::Format))?;
        let is_object = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&text).is_ok();
        if is_object { Ok(SealedStatement(text)) } else { Err(refused(FileProblem::Format)) }
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for SealedStatement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedStatement({} bytes)", self.0.len())
    }
}

impl TryFrom<String> for SealedStatement {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        SealedStatement::new(text.into_bytes())
    }
}

impl From<SealedStatement> for String {
    fn from(statement: SealedStatement) -> String {
        statement.0
    }
}

/// The form in JSON: the words in both languages, and beside them the document.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MandateForm {
    cs: String,
    en: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<EmbeddedFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<SealedStatement>,
}

impl TryFrom<MandateForm> for Mandate {
    type Error = Flaws;

    fn try_from(form: MandateForm) -> Result<Self, Flaws> {
        let statement = Bilingual::new(&form.cs, &form.en)?;
        Ok(Mandate { statement, document: form.document, sealed: form.sealed })
    }
}

impl From<Mandate> for MandateForm {
    fn from(mandate: Mandate) -> MandateForm {
        let [cs, en] = Language::ALL.map(|language| mandate.statement.text(language).to_owned());
        MandateForm { cs, en, document: mandate.document, sealed: mandate.sealed }
    }
}
