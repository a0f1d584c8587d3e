//! Who awarded: the body that sealed, or one by whose mandate it sealed. What only the sealer says of another body proves nothing.

use jiff::Timestamp;
use serde::Serialize;
use signet_credential::{Credential, view::BodyView};
use signet_record::Language;
use signet_seal::Outcome;

use crate::{
    body::{CertifiedBody, Comparison, Sameness},
    check::{Check, Finding, Part},
    evidence::Evidence,
    mandate::{self, MandateProblem, Proof},
    seal::Judged,
};

/// Awarding bodies that are looked at; a credential with more leaves it open.
const BODIES_MAX: usize = 20;

/// How it stands with an awarding body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AwardProof {
    /// It is the body that sealed.
    SameBody,
    /// A mandate that it sealed itself.
    Statement,
    /// A mandate that the settings confirm.
    Configured,
    /// Another body; the sealer alone says that it seals for it.
    Claimed,
    /// Whether it is the body that sealed cannot be told.
    Unclear,
}

impl AwardProof {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            AwardProof::SameBody => "same-body",
            AwardProof::Statement => "statement",
            AwardProof::Configured => "configured",
            AwardProof::Claimed => "claimed",
            AwardProof::Unclear => "unclear",
        }
    }

    /// Whether the credential is proved to be awarded by this body.
    pub const fn is_proven(self) -> bool {
        matches!(self, AwardProof::SameBody | AwardProof::Statement | AwardProof::Configured)
    }
}

/// An awarding body of the data, with how it stands with it.
pub(crate) struct Awarding<'a> {
    pub said: BodyView<'a>,
    pub proof: AwardProof,
    /// The body as the certificate of its own statement names it, where that proves the mandate.
    pub certified: Option<CertifiedBody>,
    /// What kept a statement from proving it.
    pub problem: Option<MandateProblem>,
}

impl<'a> Awarding<'a> {
    fn new(said: BodyView<'a>, proof: AwardProof) -> Self {
        Awarding { said, proof, certified: None, problem: None }
    }

    /// Its name: the certificate's, or what the data say.
    pub fn name(&self) -> Option<&str> {
        self.certified.as_ref().and_then(|body| body.name.as_deref()).or_else(|| self.said.name(Language::Cs.code()))
    }

    /// Its identifier: the certificate's, or what the data say.
    pub fn identifier(&self) -> Option<&str> {
        self.certified.as_ref().and_then(|body| body.identifier.as_deref()).or_else(|| self.said.identifier())
    }
}

/// Every body that the claims name as theirs, judged.
pub(crate) fn bodies<'a>(
    credential: &'a Credential,
    judged: &Judged,
    evidence: &Evidence,
    at: Timestamp,
) -> Vec<Awarding<'a>> {
    let sealer = judged.body().unwrap_or_default();
    let mut told: Vec<Awarding<'a>> = Vec::new();
    // Judged once, and only when there is another body than the sealer to speak of.
    let mut statements: Option<Vec<Result<Proof, MandateProblem>>> = None;
    for said in credential.awarding_bodies().into_iter().take(BODIES_MAX + 1) {
        let compared = sealer.compare(&said);
        let awarding = if compared.sameness == Sameness::Same {
            Awarding::new(said, AwardProof::SameBody)
        } else if mandate::is_configured(&said, judged, &evidence.trust, at) {
            Awarding::new(said, AwardProof::Configured)
        } else {
            let statements = statements.get_or_insert_with(|| {
                let carried = credential.mandate_statements();
                carried.iter().map(|statement| Proof::of(statement, judged, evidence, at)).collect()
            });
            by_statement(said, &compared, statements)
        };
        told.push(awarding);
    }
    told
}

/// What the statements say; when none proves it, what is the matter with the first.
fn by_statement<'a>(
    said: BodyView<'a>,
    compared: &Comparison,
    statements: &[Result<Proof, MandateProblem>],
) -> Awarding<'a> {
    let mut problem = None;
    for statement in statements {
        match statement {
            Ok(proof) if proof.speaks_of(&said) => {
                let certified = Some(proof.author().clone());
                return Awarding { certified, ..Awarding::new(said, AwardProof::Statement) };
            }
            Ok(_) => problem = problem.or(Some(MandateProblem::AnotherAwardingBody)),
            Err(other) => problem = problem.or(Some(*other)),
        }
    }
    // The sealer's own identifier under another name is no other body that it could seal for.
    let another = compared.sameness == Sameness::Different && !compared.same_identifier;
    let open = if another { AwardProof::Claimed } else { AwardProof::Unclear };
    Awarding { problem, ..Awarding::new(said, open) }
}

/// A finding for each; one that says so when the data name nobody.
pub(crate) fn findings(bodies: &[Awarding<'_>], judged: &Judged, part: Part) -> Vec<Finding> {
    let sealer = judged.body().and_then(|body| body.name);
    let finding = |outcome, proof: &str| {
        let mut finding = Finding::new(Check::AwardingBody, part, outcome).with("proof", proof);
        if !judged.is_anchored() {
            finding = finding.with("anchored", "no");
        }
        sealer.iter().fold(finding, |finding, sealer| finding.with("sealer", sealer))
    };
    if bodies.is_empty() {
        return vec![finding(Outcome::CannotTell, "none-named")];
    }
    let mut findings: Vec<Finding> = bodies
        .iter()
        .take(BODIES_MAX)
        .map(|one| {
            let outcome = if one.proof.is_proven() { Outcome::Holds } else { Outcome::CannotTell };
            let facts = [
                ("awarding_body", one.name().map(str::to_owned)),
                ("awarding_body_identifier", one.identifier().map(str::to_owned)),
                ("problem", one.problem.map(|problem| problem.to_string())),
            ];
            facts.into_iter().fold(finding(outcome, one.proof.name()), |finding, (name, value)| match value {
                Some(value) => finding.with(name, value),
                None => finding,
            })
        })
        .collect();
    if bodies.len() > BODIES_MAX {
        findings.push(finding(Outcome::CannotTell, "too-many"));
    }
    findings
}
