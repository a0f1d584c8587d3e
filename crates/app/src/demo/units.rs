//! Units of the demonstration in every state that people bring them into, each by those who may.

use signet_access::{Action, Permit, Target, UnitPlace, allowed};
use signet_issue::{UnitActError, UnitWorkflow};
use signet_offering::{ApprovalTerms, UnitDraft, UnitRemark, UnitRemarks};
use signet_record::{Date, Line, PersonId, UnitId};
use signet_registry::Digest;
use signet_store::Tenant;

use super::people::{Employee, GUARANTOR, QUALITY_OFFICE, REGISTRAR};
use crate::{exit::CommandError, services::Services};

/// How far a unit of the demonstration has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Draft,
    Returned,
    Submitted,
    Endorsed,
    Approved,
    Published,
    Suspended,
}

/// Id, title in Czech and English, and how far it has come.
const UNITS: [(&str, &str, &str, Stage); 7] = [
    ("data-journalism", "Datová žurnalistika", "Data journalism", Stage::Draft),
    ("circular-economy", "Oběhové hospodářství v praxi", "Circular economy in practice", Stage::Returned),
    ("clinical-communication", "Komunikace s pacientem", "Communicating with patients", Stage::Submitted),
    ("ai-in-teaching", "Umělá inteligence ve výuce", "Artificial intelligence in teaching", Stage::Endorsed),
    ("project-finance", "Financování projektů", "Project finance", Stage::Approved),
    ("museum-education", "Muzejní pedagogika", "Museum education", Stage::Published),
    ("food-safety", "Bezpečnost potravin", "Food safety", Stage::Suspended),
];

/// Years after which an approved unit of the demonstration has to be looked at again.
const REVIEW_YEARS: i16 = 3;

/// One unit on its way.
struct Walk<'a> {
    units: UnitWorkflow<'a>,
    tenant: &'a Tenant,
    guarantor: PersonId,
    id: UnitId,
    place: UnitPlace,
}

/// Brings every unit as far as it goes. A unit that is there already stays as it is.
///
/// # Errors
/// When the register cannot be written, or the demonstration's own data are wrong.
pub async fn agree(services: &Services, tenant: &Tenant, text: &UnitDraft) -> Result<(), CommandError> {
    let today = services.issuer.today();
    for (id, cs, en, stage) in UNITS {
        let id: UnitId = id.parse()?;
        if tenant.unit_draft(&id).await?.is_some() {
            continue;
        }
        let mut text = text.clone();
        for (field, words) in [("title.cs", cs), ("title.en", en)] {
            text.set(field, words)?;
        }
        let units = services.issuer.units(tenant);
        let place = text.place_of(&id);
        let walk = Walk { units, tenant, guarantor: GUARANTOR.person.parse()?, id, place };
        walk.bring_to(stage, text, today).await?;
    }
    Ok(())
}

impl Walk<'_> {
    fn permit(&self, who: &Employee, action: Action) -> Result<Permit, CommandError> {
        let (guarantor, place) = (Some(&self.guarantor), Some(&self.place));
        let target = Target::Unit { institution: self.tenant.id(), guarantor, place };
        Ok(allowed(&who.actor(self.tenant)?, action, &target)?)
    }

    async fn bring_to(&self, stage: Stage, text: UnitDraft, today: Date) -> Result<(), CommandError> {
        let id = &self.id;
        let permit = self.permit(&REGISTRAR, Action::EditUnit)?;
        self.units.begin(id, Some(&self.guarantor), Some(text), permit).await?;
        if stage == Stage::Draft {
            return Ok(());
        }
        let submitted = self.units.submit(id, self.permit(&REGISTRAR, Action::SubmitUnit)?).await?;
        let shown = submitted.draft().and_then(|draft| draft.digest).ok_or(UnitActError::Unknown)?;
        match stage {
            Stage::Draft | Stage::Submitted => Ok(()),
            Stage::Returned => self.give_back().await,
            Stage::Endorsed | Stage::Approved | Stage::Published | Stage::Suspended => {
                self.units.endorse(id, shown, self.permit(&GUARANTOR, Action::EndorseUnit)?).await?;
                if stage > Stage::Endorsed {
                    self.approve(stage, shown, today).await?;
                }
                Ok(())
            }
        }
    }

    async fn give_back(&self) -> Result<(), CommandError> {
        let remark = |field: &str, text: &str| UnitRemark { field: field.to_owned(), text: text.to_owned() };
        let remarks = UnitRemarks::new(vec![
            remark("outcomes[1].text.cs", "Začněte slovesem, které říká, co absolvent dělá."),
            remark("prerequisites", "Upřesněte, jaké předchozí znalosti jsou potřeba."),
        ])?;
        self.units.give_back(&self.id, &remarks, self.permit(&QUALITY_OFFICE, Action::ReturnUnit)?).await?;
        Ok(())
    }

    async fn approve(&self, stage: Stage, shown: Digest, today: Date) -> Result<(), CommandError> {
        let review_by = Date::new(today.year().saturating_add(REVIEW_YEARS), today.month(), 1)?;
        let terms = ApprovalTerms { from: today, review_by };
        self.units.approve(&self.id, shown, terms, self.permit(&QUALITY_OFFICE, Action::ApproveUnit)?).await?;
        if stage > Stage::Approved {
            self.units.publish(&self.id, self.permit(&GUARANTOR, Action::PublishUnit)?).await?;
        }
        if stage == Stage::Suspended {
            let reason = Line::new("Čeká se na novou laboratoř.")?;
            self.units.suspend(&self.id, &reason, self.permit(&QUALITY_OFFICE, Action::SuspendUnit)?).await?;
        }
        Ok(())
    }
}
