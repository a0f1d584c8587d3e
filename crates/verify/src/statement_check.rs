//! A mandate statement by itself, before anybody relies on it: a wrong one would be carried by every credential and prove nothing.

use std::sync::Arc;

use jiff::Timestamp;
use signet_lang::args;
use signet_seal::Outcome;

use crate::{
    evidence::{Evidence, Trust},
    mandate::{self, MandateStatement},
    seal::Judged,
};

/// Why a statement is not worth carrying. Each is written by its stable name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnfitStatement {
    /// It is no sealed statement of this form.
    #[error("not-a-statement")]
    NotAStatement,
    /// It speaks of other bodies.
    #[error("other-bodies")]
    OtherBodies,
    /// Its seal does not hold.
    #[error("seal")]
    Seal,
    /// Nobody who is trusted vouches for the certificate of its seal.
    #[error("no-authority")]
    NoAuthority,
    /// It was not sealed by the awarding body that it names.
    #[error("another-author")]
    AnotherAuthor,
    /// One of its seal and the sealing body's is a test seal, and the other is not.
    #[error("test")]
    Test,
    /// It holds no longer.
    #[error("ended")]
    Ended,
}

impl From<UnfitStatement> for args::SealMandateImportReason {
    fn from(value: UnfitStatement) -> Self {
        match value {
            UnfitStatement::NotAStatement => Self::NotAStatement,
            UnfitStatement::OtherBodies => Self::OtherBodies,
            UnfitStatement::NoAuthority => Self::NoAuthority,
            UnfitStatement::AnotherAuthor => Self::AnotherAuthor,
            UnfitStatement::Test => Self::Test,
            UnfitStatement::Ended => Self::Ended,
            UnfitStatement::Seal => Self::Seal,
        }
    }
}

/// What a statement should say.
#[derive(Clone, Copy, Debug)]
pub struct ExpectedMandate<'a> {
    /// Identifier of the body that awards, and seals the statement.
    pub awarding_body: &'a str,
    /// Identifier of the body that is to seal the credentials.
    pub sealing_body: &'a str,
    /// Whether that body seals for test only, where it is known.
    pub sealing_is_test: Option<bool>,
}

impl MandateStatement {
    /// Judges a sealed statement from its bytes alone, with the same seal rules as a credential. Whether its certificate was revoked
    /// stays open here: whoever verifies a credential asks for that.
    ///
    /// # Errors
    /// With the first reason why credentials that carry it would not be proved to be sealed by mandate.
    pub fn check(
        sealed: &[u8],
        expected: &ExpectedMandate<'_>,
        trust: &Arc<Trust>,
        at: Timestamp,
    ) -> Result<Self, UnfitStatement> {
        let (jws, statement) = mandate::read(sealed).map_err(|_| UnfitStatement::NotAStatement)?;
        if !statement.is_between(expected.awarding_body, expected.sealing_body) {
            return Err(UnfitStatement::OtherBodies);
        }
        let seal = Judged::of_credential(&jws, &Evidence::offline(Arc::clone(trust)), at);
        if seal.report.outcome() == Outcome::Fails {
            return Err(UnfitStatement::Seal);
        }
        if !seal.leads_to_anchor() {
            return Err(UnfitStatement::NoAuthority);
        }
        if !seal.stands_but_for_revocation() {
            return Err(UnfitStatement::Seal);
        }
        if !seal.body().is_some_and(|author| author.has_identifier(&statement.awarding_body.identifier)) {
            return Err(UnfitStatement::AnotherAuthor);
        }
        if expected.sealing_is_test.is_some_and(|test| test != seal.test) {
            return Err(UnfitStatement::Test);
        }
        match statement.valid_until {
            Some(until) if until <= at => Err(UnfitStatement::Ended),
            _ => Ok(statement),
        }
    }
}
