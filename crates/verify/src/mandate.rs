//! A mandate: that one body seals the credentials of another, as the awarding body itself states it under its own seal.
//!
//! The statement is a JAdES seal over a small JSON; it travels inside each credential that is sealed by the mandate, so that anyone
//! can judge it without asking. A statement proves what it says only by the awarding body's seal: it is never itself sealed by mandate.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signet_credential::view::{BodyView, MANDATE_STATEMENT_BYTES_MAX};
use signet_seal::{
    Outcome,
    jades::{self, Jws},
};

use crate::{
    body::{self, CertifiedBody, LegalIdentifier, Sameness},
    configured_mandate::MandatePeriod,
    evidence::{Evidence, Trust},
    fact::MandateProblem,
    seal::Judged,
};

/// What a statement calls itself.
const STATEMENT_TYPE: &str = "SignetMandate";
/// Characters of a name in a statement.
const NAME_MAX: usize = 400;

/// A body in a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateBody {
    /// Its name in law.
    pub name: String,
    /// Its identifier, as its seal certificate writes it (`NTRCZ-…`).
    pub identifier: String,
}

/// What an awarding body states. A member that is not known would be a condition that is not kept, so there may be none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MandateStatement {
    #[serde(rename = "type")]
    kind: String,
    /// Who awards, and seals this statement.
    pub awarding_body: MandateBody,
    /// Who seals the credentials.
    pub sealing_body: MandateBody,
    /// What is sealed from this instant on …
    pub valid_from: Timestamp,
    /// … and before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
}

impl MandateStatement {
    /// A statement; `None` when an identifier is not one by EN 319 412-1 §5.1.4, a name is empty, both bodies are one, or it ends
    /// before it begins.
    pub fn new(
        awarding_body: MandateBody,
        sealing_body: MandateBody,
        valid_from: Timestamp,
        valid_until: Option<Timestamp>,
    ) -> Option<Self> {
        let kind = STATEMENT_TYPE.to_owned();
        let statement = MandateStatement { kind, awarding_body, sealing_body, valid_from, valid_until };
        statement.is_meant().then_some(statement)
    }

    /// The text that the awarding body seals.
    ///
    /// # Errors
    /// When it cannot be written as JSON: nothing empty is ever sealed.
    pub fn to_payload(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Reads a sealed statement. Nothing of it is judged.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(bytes: &[u8]) -> Result<Self, MandateProblem> {
        read(bytes).map(|(_, statement)| statement)
    }

    /// Whether it speaks of these two bodies, by their identifiers.
    pub fn is_between(&self, awarding_body: &str, sealing_body: &str) -> bool {
        let same = |one: &str, other: &str| {
            let read = LegalIdentifier::parse(one).zip(LegalIdentifier::parse(other));
            read.is_some_and(|(one, other)| one.compare(&other) == Sameness::Same)
        };
        same(&self.awarding_body.identifier, awarding_body) && same(&self.sealing_body.identifier, sealing_body)
    }

    fn is_meant(&self) -> bool {
        let numbers = [&self.awarding_body, &self.sealing_body].map(|body| LegalIdentifier::parse(&body.identifier));
        let [Some(awarding), Some(sealing)] = numbers else { return false };
        let named = |body: &MandateBody| !body.name.trim().is_empty() && body.name.chars().count() <= NAME_MAX;
        self.kind == STATEMENT_TYPE
            && named(&self.awarding_body)
            && named(&self.sealing_body)
            && awarding.compare(&sealing) != Sameness::Same
            && self.valid_until.is_none_or(|until| self.valid_from < until)
    }

    fn period(&self) -> MandatePeriod {
        MandatePeriod { from: Some(self.valid_from), until: self.valid_until }
    }
}

/// Whether a seal was made while a mandate held. A time that only the sealer states proves nothing once the mandate has ended: it could be set back.
fn covers_seal(period: MandatePeriod, seal: &Judged, at: Timestamp) -> bool {
    match (seal.report.best_time, seal.report.claimed_time) {
        (Some(proven), _) => period.covers(proven),
        (None, Some(claimed)) => period.covers(claimed) && period.until.is_none_or(|until| at < until),
        (None, None) => false,
    }
}

pub(crate) fn read(bytes: &[u8]) -> Result<(Jws, MandateStatement), MandateProblem> {
    if bytes.len() > MANDATE_STATEMENT_BYTES_MAX {
        return Err(MandateProblem::NotAStatement);
    }
    let jws = jades::read(bytes).map_err(|_| MandateProblem::NotAStatement)?;
    let statement: MandateStatement = serde_json::from_str(jws.payload()).map_err(|_| MandateProblem::NotAStatement)?;
    if statement.is_meant() { Ok((jws, statement)) } else { Err(MandateProblem::NotAStatement) }
}

/// The seal of a statement that a credential carries, judged with what the credential's own seal proves and brings along. Whatever
/// else the statement carries is not looked at: no statement rests on another.
pub(crate) fn judge_seal(jws: &Jws, credential: &Judged, evidence: &Evidence, at: Timestamp) -> Judged {
    Judged::of_embedded(jws, std::slice::from_ref(credential), evidence, at)
}

/// The seals of all readable statements that a credential carries.
pub(crate) fn seals<'s>(
    statements: &'s [Vec<u8>],
    credential: &'s Judged,
    evidence: &'s Evidence,
    at: Timestamp,
) -> impl Iterator<Item = Judged> + 's {
    let read = statements.iter().filter_map(|statement| read(statement).ok());
    read.map(move |(jws, _)| judge_seal(&jws, credential, evidence, at))
}

/// A statement of the awarding body about the body that sealed, judged as far as it does not depend on whom the credential names.
pub(crate) struct Proof {
    author: CertifiedBody,
}

impl Proof {
    /// Judges a statement against the seal of the credential that carries it.
    pub fn of(
        statement: &[u8],
        credential: &Judged,
        evidence: &Evidence,
        at: Timestamp,
    ) -> Result<Self, MandateProblem> {
        let (jws, stated) = read(statement)?;
        let sealer = credential.body().ok_or(MandateProblem::AnotherSealer)?;
        if !sealer.has_identifier(&stated.sealing_body.identifier) {
            return Err(MandateProblem::AnotherSealer);
        }
        let seal = judge_seal(&jws, credential, evidence, at);
        // A root for test seals is anyone's: what is stated under it says nothing about real credentials.
        if seal.report.outcome() != Outcome::Holds || seal.test != credential.test {
            return Err(MandateProblem::Seal);
        }
        let author = seal.body().filter(|author| author.has_identifier(&stated.awarding_body.identifier));
        let author = author.ok_or(MandateProblem::AnotherAuthor)?.clone();
        if covers_seal(stated.period(), credential, at) { Ok(Proof { author }) } else { Err(MandateProblem::NotThen) }
    }

    /// Who stated it, as the certificate of the statement's seal names them.
    pub fn author(&self) -> &CertifiedBody {
        &self.author
    }

    /// Whether the body of the data is the one that stated it.
    pub fn speaks_of(&self, said: &BodyView<'_>) -> bool {
        self.author.compare(said).sameness == Sameness::Same
    }
}

/// Whether the settings confirm it.
pub(crate) fn is_configured(said: &BodyView<'_>, credential: &Judged, trust: &Trust, at: Timestamp) -> bool {
    let Some(sealer) = credential.body() else { return false };
    trust.mandates.iter().any(|mandate| {
        sealer.has_identifier(&mandate.sealing_body)
            && body::has_identifier(said, &mandate.awarding_body)
            && covers_seal(mandate.period, credential, at)
    })
}
