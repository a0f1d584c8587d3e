//! Who awarded: the body that sealed, or one by whose mandate it sealed. What only the sealer says of another body proves nothing.

use jiff::Timestamp;
use signet_credential::{Credential, view::BodyView};
use signet_record::Language;
use signet_seal::Outcome;

use crate::{
    body::{CertifiedBody, Comparison, Sameness},
    check::{FilePart, Finding},
    evidence::Evidence,
    fact::{AwardProof, Awarded, AwardingFact, FindingFact, MandateProblem, NamedBody},
    mandate::{self, Proof},
    seal::Judged,
};

/// Awarding bodies that are looked at; a credential with more leaves it open.
const BODIES_MAX: usize = 20;

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
    let nobody = CertifiedBody::default();
    let sealer = judged.body().unwrap_or(&nobody);
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
pub(crate) fn findings(bodies: &[Awarding<'_>], judged: &Judged, part: FilePart) -> Vec<Finding> {
    let sealer = judged.body().and_then(|body| body.name.clone());
    let finding = |outcome, awarded| {
        let fact = AwardingFact { awarded, anchored: judged.is_anchored(), sealer: sealer.clone() };
        Finding::new(FindingFact::AwardingBody(Box::new(fact)), part, outcome)
    };
    if bodies.is_empty() {
        return vec![finding(Outcome::CannotTell, Awarded::NoneNamed)];
    }
    let told = |one: &Awarding<'_>| {
        let body = NamedBody {
            name: one.name().map(str::to_owned),
            identifier: one.identifier().map(str::to_owned),
            country: None,
        };
        let outcome = if one.proof.is_proven() { Outcome::Holds } else { Outcome::CannotTell };
        finding(outcome, Awarded::Body { body, proof: one.proof, problem: one.problem })
    };
    let mut findings: Vec<Finding> = bodies.iter().take(BODIES_MAX).map(told).collect();
    if bodies.len() > BODIES_MAX {
        findings.push(finding(Outcome::CannotTell, Awarded::TooMany));
    }
    findings
}
