//! The acts on units of learning, from the first draft to the last day: each takes its permit, looks at the unit's history, and is written
//! down in one transaction.

use std::collections::BTreeMap;

use bytes::Bytes;
use signet_access::{Action, AnotherAct, Permit, Target, UnitPlace};
use signet_offering::{ApprovalTerms, CheckedDraft, ShownText, UnitActor, UnitDraft, UnitRefusal, UnitRemarks, acts};
use signet_record::{Line, PersonId, Unit, UnitId};
use signet_registry::{Agent, Digest, UnitEntry, UnitEvent, UnitLedgerState, UnitObstacle, UnitVersion};
use signet_store::{
    AppendUnitError, ApprovedText, ArtefactKind, ReadArtefactError, SessionsError, Tenant, UnitAppend, WrittenArtefacts,
};

use crate::{issuer::Issuer, unit_act_error::UnitActError};

/// How often an act is decided anew because somebody wrote in between, before it is given up.
const ATTEMPTS: usize = 3;

/// Whether the unit that credentials are issued from (JSON) has the text that was approved.
pub fn is_approved_text(document: &str, approved: &Digest) -> bool {
    serde_json::from_str::<Unit>(document).is_ok_and(|unit| UnitDraft::of(&unit).canonical().digest() == *approved)
}

/// A unit as it stands: what somebody is shown before they act.
#[derive(Clone, Debug)]
pub struct UnitInHand {
    /// What its ledger adds up to.
    pub state: UnitLedgerState,
    /// The text of the open draft; empty when nothing is saved.
    pub draft: UnitDraft,
    /// Who answers for it.
    pub guarantor: Option<PersonId>,
    /// Where it stands.
    pub place: UnitPlace,
}

/// The one way to write, endorse, approve and retire units of one institution.
#[derive(Clone, Copy)]
pub struct UnitWorkflow<'a> {
    issuer: &'a Issuer,
    tenant: &'a Tenant,
}

/// An act that was decided: the event, and what is kept beside it.
struct Decided {
    event: UnitEvent,
    document: Option<String>,
    written: Option<WrittenArtefacts>,
    approved: Option<Box<Unit>>,
}

impl From<UnitEvent> for Decided {
    fn from(event: UnitEvent) -> Decided {
        Decided { event, document: None, written: None, approved: None }
    }
}

impl Issuer {
    /// The acts on units of one institution.
    pub fn units<'a>(&'a self, tenant: &'a Tenant) -> UnitWorkflow<'a> {
        UnitWorkflow { issuer: self, tenant }
    }
}

impl UnitWorkflow<'_> {
    /// A unit as it stands; `None` when it has no ledger.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn unit(&self, unit: &UnitId) -> Result<Option<UnitInHand>, UnitActError> {
        let (mut row, mut history) = (self.tenant.unit_draft(unit).await?, self.tenant.unit_history(unit).await?);
        // Two reads: where somebody wrote between them, the text is another one than the ledger names.
        for _ in 1..ATTEMPTS {
            if row.as_ref().map(|row| row.length) == history.as_ref().map(|history| history.state.length()) {
                break;
            }
            (row, history) = (self.tenant.unit_draft(unit).await?, self.tenant.unit_history(unit).await?);
        }
        let (Some(row), Some(history)) = (row, history) else { return Ok(None) };
        let draft = UnitDraft::read(&row.document).map_err(UnitActError::Unreadable)?;
        let place = self.tenant.unit_place(unit).await?;
        Ok(Some(UnitInHand { state: history.state, draft, guarantor: row.guarantor, place }))
    }

    /// Begins a unit, with a text to start from or without one. `guarantor` answers for it. The text takes the id and the version of its
    /// ledger.
    ///
    /// # Errors
    /// When there is such a unit already, or the permit is for something else.
    pub async fn begin(
        &self,
        unit: &UnitId,
        guarantor: Option<&PersonId>,
        text: Option<UnitDraft>,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        self.require_new(unit).await?;
        self.begin_ledger(unit, guarantor, UnitEvent::Drafted { version: 1 }, 1, text, permit).await
    }

    /// Begins a unit with the text of another one.
    ///
    /// # Errors
    /// When there is such a unit already, there is no such text, or the permit is for something else.
    pub async fn copy(
        &self,
        unit: &UnitId,
        guarantor: Option<&PersonId>,
        from: UnitVersion,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        self.require_new(unit).await?;
        let text = self.text_of(&from).await?;
        self.begin_ledger(unit, guarantor, UnitEvent::Copied { version: 1, from }, 1, Some(text), permit).await
    }

    /// Begins the next version of a unit with the text of its newest one. A unit that was brought in as a file before it had a ledger
    /// gets one now; `guarantor` answers for it then.
    ///
    /// # Errors
    /// When there is no such unit, a draft is open, or the permit is for something else.
    pub async fn next_version(
        &self,
        unit: &UnitId,
        guarantor: Option<&PersonId>,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        let Some(newest) = self.tenant.newest_unit(unit).await?.map(|newest| newest.version) else {
            let Some(in_hand) = self.unit(unit).await? else { return Err(UnitActError::Unknown) };
            self.redeem(permit, Action::EditUnit, (in_hand.guarantor.as_ref(), &in_hand.place))?;
            // No version yet: the first draft is still open.
            return Err(UnitRefusal::NotNow(UnitObstacle::DraftOpen).into());
        };
        let from = UnitVersion { unit: unit.clone(), version: newest };
        let text = self.text_of(&from).await?;
        let version = newest.saturating_add(1);
        let event = UnitEvent::Copied { version, from };
        let Some(in_hand) = self.unit(unit).await? else {
            return self.begin_ledger(unit, guarantor, event, version, Some(text), permit).await;
        };
        let (actor, by) = self.redeem(permit, Action::EditUnit, (in_hand.guarantor.as_ref(), &in_hand.place))?;
        in_hand.state.phase().after(event.kind()).map_err(UnitRefusal::NotNow)?;
        let copied = in_hand.state.next(event, self.issuer.now(), by.clone())?;
        let begun = in_hand.state.after(&copied)?;
        let (saved, document) = self.first_save(&begun, text, version, &actor, by)?;
        let append = UnitAppend { entries: &[copied, saved], document: Some(&document), ..UnitAppend::default() };
        Ok(self.tenant.append_unit(append).await?)
    }

    /// Saves the text of a draft, begun from a revision of it. Where somebody saved in the meantime the answer is what differs.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn save(
        &self,
        unit: &UnitId,
        began_from: u32,
        text: &UnitDraft,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::EditUnit, |in_hand, actor| {
            let save = acts::save(&in_hand.state, &in_hand.draft, began_from, text.clone(), actor)?;
            let document = save.draft.canonical().text().to_owned();
            Ok(Decided { document: Some(document), ..save.event.into() })
        })
        .await
    }

    /// Hands the draft in; from then on its text is kept for ever.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn submit(&self, unit: &UnitId, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        let read = self.unit(unit).await?.ok_or(UnitActError::Unknown)?.draft;
        // Artefact first: it is not named by anything until the entry is written.
        let text = Bytes::from(read.canonical().text().to_owned());
        let written = self.tenant.write_artefacts(&[(ArtefactKind::Unit, text)], self.issuer.now()).await?;
        self.act(unit, permit, Action::SubmitUnit, |in_hand, _| {
            if in_hand.draft != read {
                return Err(UnitRefusal::Stale { difference: Some(read.difference(&in_hand.draft)) });
            }
            let event = acts::submit(&in_hand.state, &in_hand.draft)?;
            Ok(Decided { written: Some(written.clone()), ..event.into() })
        })
        .await
    }

    /// Takes a draft that was handed in back.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn withdraw(&self, unit: &UnitId, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::SubmitUnit, |in_hand, _| Ok(acts::withdraw(&in_hand.state)?.into())).await
    }

    /// Stands behind the text with the digest that was shown.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn endorse(&self, unit: &UnitId, shown: Digest, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        let text = self.handed_in(&shown).await?;
        self.act(unit, permit, Action::EndorseUnit, |in_hand, actor| {
            let shown = ShownText { digest: shown, text: text.as_ref() };
            Ok(acts::endorse(&in_hand.state, &in_hand.draft, shown, actor)?.into())
        })
        .await
    }

    /// Whether the draft still has the text that was shown: asked when a form comes back, before anybody is asked whether they mean it.
    ///
    /// # Errors
    /// When the draft has another text: then with what differs.
    pub async fn require_shown(&self, unit: &UnitId, shown: Digest) -> Result<(), UnitActError> {
        let text = self.handed_in(&shown).await?;
        let in_hand = self.unit(unit).await?.ok_or(UnitActError::Unknown)?;
        let shown = ShownText { digest: shown, text: text.as_ref() };
        Ok(acts::current(&in_hand.state, &in_hand.draft, shown)?)
    }

    /// The text of a version: as it was approved, or as it was brought in as a file.
    ///
    /// # Errors
    /// When there is no such version, or the register cannot be read.
    pub async fn version_text(&self, unit: &UnitId, version: u32) -> Result<UnitDraft, UnitActError> {
        self.text_of(&UnitVersion { unit: unit.clone(), version }).await
    }

    /// The remarks with this digest; `None` when they are not kept, or cannot be read any more.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn remarks(&self, digest: &Digest) -> Result<Option<UnitRemarks>, UnitActError> {
        let artefact = match self.tenant.artefact(digest).await {
            Ok(artefact) if artefact.kind == ArtefactKind::Remarks => artefact,
            Ok(_) | Err(ReadArtefactError::Unknown(_) | ReadArtefactError::Erased(_)) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        Ok(UnitRemarks::from_json(&artefact.bytes).ok())
    }

    /// Returns a draft to its authors, with remarks.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn give_back(
        &self,
        unit: &UnitId,
        remarks: &UnitRemarks,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        let bytes = Bytes::from(remarks.to_json()?);
        let digest = Digest::of(&bytes);
        let written = self.tenant.write_artefacts(&[(ArtefactKind::Remarks, bytes)], self.issuer.now()).await?;
        self.act(unit, permit, Action::ReturnUnit, |in_hand, actor| {
            Ok(Decided { written: Some(written.clone()), ..acts::give_back(&in_hand.state, digest, actor)?.into() })
        })
        .await
    }

    /// Approves the text with the digest that was shown: from its first day on it may be issued from.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn approve(
        &self,
        unit: &UnitId,
        shown: Digest,
        terms: ApprovalTerms,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        let text = self.handed_in(&shown).await?;
        let state = self
            .act(unit, permit, Action::ApproveUnit, |in_hand, actor| {
                let shown = ShownText { digest: shown, text: text.as_ref() };
                let event = acts::approve(&in_hand.state, &in_hand.draft, shown, terms, actor)?;
                let approved = match in_hand.draft.check() {
                    CheckedDraft::Complete(unit) => unit,
                    CheckedDraft::Incomplete(flaws) => return Err(UnitRefusal::Incomplete(flaws)),
                };
                Ok(Decided { approved: Some(approved), ..event.into() })
            })
            .await?;
        self.issuer.forget_catalogue();
        Ok(state)
    }

    /// The people who may be named as its guarantor, with what their accounts are called.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn guarantors(&self, place: &UnitPlace) -> Result<BTreeMap<PersonId, String>, SessionsError> {
        self.issuer.sessions().guarantors(self.tenant.id(), place, self.issuer.now()).await
    }

    /// Says who answers for a unit from now on.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn entrust(
        &self,
        unit: &UnitId,
        guarantor: &PersonId,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        let guarantors = self.guarantors(&self.tenant.unit_place(unit).await?).await?;
        self.act(unit, permit, Action::NameGuarantor, |in_hand, actor| {
            let named = (in_hand.guarantor.as_ref(), guarantor);
            Ok(acts::entrust(&in_hand.state, named, guarantors.contains_key(guarantor), actor)?.into())
        })
        .await
    }

    /// Shows a unit in the catalogue.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn publish(&self, unit: &UnitId, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::PublishUnit, |in_hand, _| Ok(acts::publish(&in_hand.state)?.into())).await
    }

    /// Shows it there no longer.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn unpublish(&self, unit: &UnitId, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::PublishUnit, |in_hand, _| Ok(acts::unpublish(&in_hand.state)?.into())).await
    }

    /// Stops issuing from it.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn suspend(&self, unit: &UnitId, reason: &Line, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::SuspendUnit, |in_hand, _| {
            Ok(acts::suspend(&in_hand.state, reason.clone())?.into())
        })
        .await
    }

    /// Lets issuing go on.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn resume(&self, unit: &UnitId, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::SuspendUnit, |in_hand, _| Ok(acts::resume(&in_hand.state)?.into())).await
    }

    /// Ends a unit for good.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn retire(&self, unit: &UnitId, permit: Permit) -> Result<UnitLedgerState, UnitActError> {
        self.act(unit, permit, Action::RetireUnit, |in_hand, _| Ok(acts::retire(&in_hand.state)?.into())).await
    }

    /// Decides an act on the unit as it stands and writes it down. Where somebody else wrote in between, it is decided anew.
    async fn act(
        &self,
        unit: &UnitId,
        permit: Permit,
        action: Action,
        decide: impl Fn(&UnitInHand, &UnitActor) -> Result<Decided, UnitRefusal>,
    ) -> Result<UnitLedgerState, UnitActError> {
        let mut in_hand = self.unit(unit).await?.ok_or(UnitActError::Unknown)?;
        let (actor, by) = self.redeem(permit, action, (in_hand.guarantor.as_ref(), &in_hand.place))?;
        let mut attempt = 1;
        loop {
            match self.write(&in_hand, decide(&in_hand, &actor)?, by.clone()).await {
                Err(UnitActError::Append(AppendUnitError::Overtaken)) if attempt < ATTEMPTS => attempt += 1,
                Ok(state) if state.phase().standing != in_hand.state.phase().standing => {
                    self.issuer.forget_catalogue();
                    return Ok(state);
                }
                written => return written,
            }
            in_hand = self.unit(unit).await?.ok_or(UnitActError::Unknown)?;
        }
    }

    async fn write(&self, in_hand: &UnitInHand, decided: Decided, by: Agent) -> Result<UnitLedgerState, UnitActError> {
        let Decided { event, document, written, approved } = decided;
        let letters = self.issuer.letters_to_authors(self.tenant.id(), &in_hand.state, event.kind(), &by).await?;
        let entry = in_hand.state.next(event, self.issuer.now(), by)?;
        let unit = approved.as_ref().map(|unit| serde_json::to_string(unit).map(|text| (unit, text))).transpose()?;
        let approved = unit.as_ref().map(|(unit, document)| ApprovedText {
            title: &unit.title,
            document,
            quality_until: unit.quality.expires,
        });
        let append = UnitAppend {
            entries: &[entry],
            document: document.as_deref(),
            written: written.as_ref(),
            approved,
            guarantor: None,
            letters: &letters,
        };
        Ok(self.tenant.append_unit(append).await?)
    }

    /// Refuses a unit that is here already, with a ledger or from a file.
    async fn require_new(&self, unit: &UnitId) -> Result<(), UnitActError> {
        if self.tenant.unit_draft(unit).await?.is_some() || self.tenant.newest_unit(unit).await?.is_some() {
            return Err(UnitActError::Exists(unit.clone()));
        }
        Ok(())
    }

    async fn begin_ledger(
        &self,
        unit: &UnitId,
        guarantor: Option<&PersonId>,
        event: UnitEvent,
        version: u32,
        text: Option<UnitDraft>,
        permit: Permit,
    ) -> Result<UnitLedgerState, UnitActError> {
        // A unit that is there has its place; a new one, that of its first text.
        let known = self.tenant.newest_unit(unit).await?.is_some();
        let place = match &text {
            Some(text) if !known => text.place_of(unit),
            _ => self.tenant.unit_place(unit).await?,
        };
        let (actor, by) = self.redeem(permit, Action::EditUnit, (guarantor, &place))?;
        let first = UnitEntry::first(self.tenant.id().clone(), unit.clone(), event, self.issuer.now(), by.clone())?;
        let state = UnitLedgerState::first(&first)?;
        let (mut entries, mut document) = (vec![first], None);
        if let Some(text) = text {
            let (saved, canonical) = self.first_save(&state, text, version, &actor, by)?;
            entries.push(saved);
            document = Some(canonical);
        }
        let append =
            UnitAppend { entries: &entries, document: document.as_deref(), guarantor, ..UnitAppend::default() };
        match self.tenant.append_unit(append).await {
            Err(AppendUnitError::Overtaken) => Err(UnitActError::Exists(unit.clone())),
            done => Ok(done?),
        }
    }

    /// The entry that saves the first text of a draft, which takes the name and the version of its ledger.
    fn first_save(
        &self,
        state: &UnitLedgerState,
        mut text: UnitDraft,
        version: u32,
        actor: &UnitActor,
        by: Agent,
    ) -> Result<(UnitEntry, String), UnitActError> {
        let named = text.set("id", state.unit().as_str()).and_then(|()| text.set("version", &version.to_string()));
        if named.is_err() {
            return Err(UnitRefusal::Misnamed.into());
        }
        let save = acts::save(state, &UnitDraft::default(), 0, text, actor)?;
        let entry = state.next(save.event, self.issuer.now(), by)?;
        Ok((entry, save.draft.canonical().text().to_owned()))
    }

    fn redeem(
        &self,
        permit: Permit,
        action: Action,
        (guarantor, place): (Option<&PersonId>, &UnitPlace),
    ) -> Result<(UnitActor, Agent), AnotherAct> {
        let actor = UnitActor::of(&permit);
        let by =
            permit.redeem(action, &Target::Unit { institution: self.tenant.id(), guarantor, place: Some(place) })?;
        Ok((actor, by))
    }

    /// The text of a version that credentials are issued from, whether it has a ledger or was brought in as a file.
    async fn text_of(&self, version: &UnitVersion) -> Result<UnitDraft, UnitActError> {
        let kept = self.tenant.unit(&version.unit, version.version).await?.ok_or(UnitActError::Unknown)?;
        let unit: Unit = serde_json::from_str(&kept.document)?;
        Ok(UnitDraft::of(&unit))
    }

    /// The text with this digest, if it was ever handed in here.
    async fn handed_in(&self, digest: &Digest) -> Result<Option<UnitDraft>, UnitActError> {
        let artefact = match self.tenant.artefact(digest).await {
            Ok(artefact) if artefact.kind == ArtefactKind::Unit => artefact,
            Ok(_) | Err(ReadArtefactError::Unknown(_) | ReadArtefactError::Erased(_)) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        // What was handed in was a text; one that cannot be read any more says nothing.
        Ok(std::str::from_utf8(&artefact.bytes).ok().and_then(|text| UnitDraft::read(text).ok()))
    }
}
