//! What a micro-credential of a unit will look like, before there is one: for a person who does not exist, sealed with a key that is thrown away.
//!
//! Nothing of it is kept, nothing is written down, and no key of a body is used. Every page of it says that it is a test.

use std::sync::Arc;

use jiff::ToSpan;
use signet_credential::statement::{Opening, RecordKey};
use signet_credential::{Picture, compose_with_record};
use signet_document::{DocumentInput, LaidOut, PrintedRoot};
use signet_record::{
    AssessmentResult, Award, AwardFields, CredentialId, Date, Flaws, Holder, HolderFields, Language, Line, PersonId,
    Run, RunFields, RunId, Timestamp, Unit,
};
use signet_seal::jades;
use signet_verify::{Evidence, ParsedFile, Report, Trust, Unreadable};

use crate::{
    issuer::{Issuer, RegisteredInstitution},
    prepare::{NotReady, RehearsalError, file_name},
    sealer::Sealer,
};

/// What is previewed: a unit in an institution.
#[derive(Clone)]
pub struct UnitPreview {
    sealer: Arc<Sealer>,
    award: Arc<Award>,
    at: Timestamp,
    link: String,
}

/// What a verifier will see: the credential, and what is found of it.
pub struct PreviewedCredential {
    /// The credential.
    pub file: ParsedFile,
    /// The findings, by a root that holds for this preview alone.
    pub report: Report,
    /// How many pages the certificate and its supplement have.
    pub pages: usize,
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum PreviewError {
    /// Nobody could be awarded it today; the flaws say why.
    #[error("no award could be made of the unit today")]
    NotAnAward(Flaws),
    /// No seal of the institution is set, and so nobody knows who would seal.
    #[error("no seal is set for the institution")]
    NoSeal,
    /// What would be sealed cannot be made.
    #[error(transparent)]
    NotReady(#[from] NotReady),
    /// What was made cannot be read back.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl From<Flaws> for PreviewError {
    fn from(flaws: Flaws) -> Self {
        PreviewError::NotAnAward(flaws)
    }
}

impl Issuer {
    /// A preview of a unit. Drawing it is work for the processor, which [`UnitPreview`] does where it is called.
    ///
    /// # Errors
    /// [`PreviewError::NoSeal`], [`PreviewError::NotAnAward`].
    pub fn preview(&self, unit: &Unit, registered: &RegisteredInstitution) -> Result<UnitPreview, PreviewError> {
        let sealer = self.sealer(&registered.sealer_identifier()).ok_or(PreviewError::NoSeal)?;
        let award = Award::new(fields(unit, registered, self.today())?, self.today())?;
        let mut link = self.base_url().clone();
        if let Ok(mut path) = link.path_segments_mut() {
            path.pop_if_empty().extend(["c", "VZOR-SPECIMEN"]);
        }
        Ok(UnitPreview { sealer, award: Arc::new(award), at: self.now(), link: link.into() })
    }
}

impl UnitPreview {
    /// What a verifier will see.
    ///
    /// # Errors
    /// When it cannot be composed, laid out or read back.
    pub fn credential(&self) -> Result<PreviewedCredential, PreviewError> {
        let (laid_out, sealed) = self.sealed()?;
        let file = signet_verify::read(sealed.into_bytes())?;
        let (_, anchors) = self.sealer.rehearsal();
        let trust = Trust { test_anchors: anchors.clone(), ..Trust::default() };
        let report = signet_verify::judge(&file, &Evidence::offline(Arc::new(trust)).without_notes(), self.at);
        Ok(PreviewedCredential { file, report, pages: laid_out.page_count() })
    }

    /// One page of certificate and supplement as a JPEG; `None` behind the last.
    ///
    /// # Errors
    /// When it cannot be laid out or drawn.
    pub fn page(&self, page: usize) -> Result<Option<Vec<u8>>, PreviewError> {
        let laid_out = self.laid_out()?.0;
        Ok(laid_out.page_picture(page).map_err(NotReady::from)?)
    }

    /// The PDF, which bears no seal.
    ///
    /// # Errors
    /// As [`UnitPreview::credential`].
    pub fn pdf(&self) -> Result<Vec<u8>, PreviewError> {
        let (laid_out, sealed) = self.sealed()?;
        Ok(laid_out.certificate(sealed.as_bytes(), &file_name(&self.award)).map_err(NotReady::from)?)
    }

    fn laid_out(&self) -> Result<(LaidOut, signet_credential::RecordMark), NotReady> {
        let (sealer, award) = (&self.sealer, &*self.award);
        let unprintable = sealer.renderer().unprintable(award);
        if !unprintable.is_empty() {
            return Err(NotReady::Unprintable(unprintable));
        }
        let opening = Opening { revision: 0, key: RecordKey::from_random(*b"signet preview, a specimen, 1   ") };
        let mark = signet_credential::record_mark(award, sealer.identity(), self.at, opening)?;
        let sheet = DocumentInput {
            award,
            issued: self.at,
            sealed_by: sealer.identity().legal_name.clone(),
            time_stamped: sealer.policy().stamps.is_some(),
            // Whatever the seal will be: this is none.
            test: true,
            link: &self.link,
            record: Some(PrintedRoot { notation: mark.root.notation(), groups: mark.root.groups() }),
        };
        Ok((sealer.renderer().lay_out(&sheet)?, mark))
    }

    fn sealed(&self) -> Result<(LaidOut, String), NotReady> {
        let (laid_out, mark) = self.laid_out()?;
        let picture = laid_out.picture()?;
        let pictures = Language::ALL.map(|language| Picture { language, jpeg: picture.clone() });
        let (award, identity) = (&*self.award, self.sealer.identity());
        let payload = compose_with_record(award, identity, &pictures, self.at, None, &mark)?;
        let (key, _) = self.sealer.rehearsal();
        let signing_time = self.sealer.policy().signing_time;
        let unsealed = jades::prepare(&payload, key.chain(), key.algorithm(), self.at, signing_time)
            .map_err(RehearsalError::from)?;
        let signature = key.sign(&unsealed.signing_input()).map_err(RehearsalError::from)?;
        Ok((laid_out, unsealed.finish(&signature).to_json()))
    }
}

/// What a person who does not exist would be awarded today, in a run that was held lately.
fn fields(unit: &Unit, registered: &RegisteredInstitution, today: Date) -> Result<AwardFields, Flaws> {
    let before = |days: i64| today.checked_sub(days.days()).unwrap_or(today);
    let run = Run::new(RunFields { id: RunId::new("vzor")?, start: before(60), end: before(7), closed_to: None })?;
    // The best grade that is a pass; of a scale without one, the flaw that says so.
    let best = unit.grading.grades.iter().find_map(|step| unit.pass(&step.code).ok());
    let grade = match best {
        Some(grade) => grade,
        None => unit.pass("")?,
    };
    let id = run.id.clone();
    Ok(AwardFields {
        id: CredentialId::from_random(*b"signet: preview."),
        revision: 0,
        supersedes: None,
        institution: Arc::clone(&registered.institution),
        sealing: Arc::clone(&registered.sealing),
        unit: Arc::new(unit.taught_in(run)),
        run: id,
        holder: holder()?,
        outcome: AssessmentResult { grade, date: today, assessor: None, parts: Vec::new() },
    })
}

/// Nobody.
fn holder() -> Result<Holder, Flaws> {
    Holder::new(HolderFields {
        person: PersonId::new("VZOR-1")?,
        given_name: Some(Line::new("Vzor")?),
        family_name: Some(Line::new("Vzorová")?),
        titles_before: None,
        titles_after: None,
        born: Date::constant(2000, 2, 29),
        birth_place: None,
        birth_country: None,
        email: None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::{InstitutionRules, specimen};

    use super::*;

    #[test]
    fn nobody_is_awarded_the_specimen_of_a_unit() {
        let unit = specimen::unit().unwrap();
        let registered = RegisteredInstitution {
            institution: Arc::new(specimen::institution().unwrap()),
            sealing: Arc::new(signet_record::SealingIssuer::AwardingBody),
            rules: InstitutionRules::default(),
        };
        let fields = fields(&unit, &registered, specimen::TODAY).unwrap();
        assert_eq!(fields.holder.full_name(), "Vzor Vzorová");
        let award = Award::new(fields, specimen::TODAY).unwrap();
        assert_eq!(award.run().id.as_str(), "vzor");
        assert_eq!(award.unit().title, unit.title);
    }
}
