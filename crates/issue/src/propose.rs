//! Propose: results become awards in the ledger. Twice the same results, once the same credentials.

use std::sync::Arc;

use bytes::Bytes;
use signet_access::{Action, AnotherAct, UnitPlace};
use signet_lang::{Locale, when::beginning_of_day_in_prague};
use signet_record::{
    Award, AwardFields, AwardKey, CredentialId, Flaws, Holder, Language, Unit, UnitId, results::ResultRow,
};
use signet_registry::{Agent, Correction, Entry, Proposed as ProposedEvent};
use signet_store::{
    ArtefactKind, BatchId, HistoryError, LetterNames, NameKeys, Proposal, ProposalReceipt, PutArtefactError,
    ReadArtefactError, StoreError, Tenant,
};

use crate::{
    admit::{Admitted, credential_of, result_of},
    issuer::{Issuer, RegisteredInstitution},
    kept_award::{self, UnreadableAward},
    step::{Observer, Step},
    unit_gate::{BarredRow, UnitGate},
};

/// Awards taken into the register in one transaction.
const TOGETHER: usize = 100;

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalOutcome {
    /// It is in the register and waits for its seal.
    New(CredentialId),
    /// The person has the credential of this run already, and it says the same.
    Known(CredentialId),
    /// The person has the credential of this run already, and it says something else: it needs a correction, not a second issue.
    Differs(CredentialId),
}

impl ProposalOutcome {
    /// The credential.
    pub fn credential(self) -> CredentialId {
        match self {
            ProposalOutcome::New(id) | ProposalOutcome::Known(id) | ProposalOutcome::Differs(id) => id,
        }
    }
}

/// Why rows could not be taken into the register. Those already taken stay.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    /// A row is not an award; the flaws say why.
    #[error("line {line}: the row is not an award")]
    NotAnAward {
        /// Line of the row.
        line: u64,
        /// What is wrong.
        flaws: Flaws,
    },
    /// Nothing may be issued for a row from this version of the unit. No row of the sheet was taken.
    #[error("line {}: nothing may be issued from this version of the unit", .0.line)]
    Barred(BarredRow),
    /// The register could not be read or written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The unit's ledger could not be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// An award could not be kept.
    #[error(transparent)]
    Keep(#[from] PutArtefactError),
    /// An award could not be read back.
    #[error(transparent)]
    Read(#[from] ReadArtefactError),
    /// There is no credential of this identifier.
    #[error("there is no credential {0}")]
    Unknown(CredentialId),
    /// An award cannot be written as JSON.
    #[error("the award cannot be written: {0}")]
    Written(#[from] serde_json::Error),
    /// What is kept as an award is none.
    #[error(transparent)]
    Unreadable(#[from] UnreadableAward),
    /// A row was handed in with a permit for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The ledger refused.
    #[error(transparent)]
    Ledger(#[from] signet_store::ProposalError),
    /// The ledger's first entry could not be made.
    #[error(transparent)]
    Entry(#[from] signet_registry::UnreadableEntry),
}

/// What a sheet of results belongs to.
#[derive(Clone)]
pub struct ProposalContext {
    /// The institution that awards.
    pub registered: RegisteredInstitution,
    /// The unit.
    pub unit: Arc<Unit>,
    /// The batch the results came with.
    pub batch: Option<BatchId>,
}

impl Issuer {
    /// Takes the rows of a sheet into the register, a hundred in a transaction, each under the account that was permitted to.
    /// Safe to repeat.
    ///
    /// # Errors
    /// When a row is no award after all, may not be issued from the unit or was permitted for something else, or the register fails.
    pub async fn propose(
        &self,
        tenant: &Tenant,
        course: &ProposalContext,
        rows: Vec<Admitted>,
        observer: &Observer,
    ) -> Result<Vec<ProposalOutcome>, ProposeError> {
        let mut permitted = Vec::with_capacity(rows.len());
        let place = tenant.unit_place(&course.unit.id).await?;
        for row in rows {
            permitted.push(redeem(tenant, &place, row)?);
        }
        let gate = self.unit_gate(tenant, &course.unit).await?;
        for (row, _) in &permitted {
            if let Some(barred) = barred_row(tenant, &course.unit, &gate, row).await? {
                return Err(ProposeError::Barred(barred));
            }
        }
        let mut taken = Vec::with_capacity(permitted.len());
        for chunk in permitted.chunks(TOGETHER) {
            taken.extend(self.propose_chunk(tenant, course, chunk, observer).await?);
        }
        Ok(taken)
    }

    /// Takes the rows out of a sheet that may not be issued from the unit; returns the others and why not.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn take_out_barred(
        &self,
        tenant: &Tenant,
        unit: &Unit,
        rows: Vec<ResultRow>,
    ) -> Result<(Vec<ResultRow>, Vec<BarredRow>), ProposeError> {
        let gate = self.unit_gate(tenant, unit).await?;
        let (mut open, mut barred) = (Vec::with_capacity(rows.len()), Vec::new());
        for row in rows {
            match barred_row(tenant, unit, &gate, &row).await? {
                Some(row) => barred.push(row),
                None => open.push(row),
            }
        }
        Ok((open, barred))
    }

    async fn propose_chunk(
        &self,
        tenant: &Tenant,
        course: &ProposalContext,
        rows: &[(ResultRow, Agent)],
        observer: &Observer,
    ) -> Result<Vec<ProposalOutcome>, ProposeError> {
        let mut outcome = Vec::with_capacity(rows.len());
        let mut fresh = Vec::new();
        for (row, by) in rows {
            let award = self.award(course, row)?;
            let known = tenant.credential_by_key(&award.key()).await?;
            match known {
                Some(id) => outcome.push(Some(self.compare(tenant, id, &award).await?)),
                None => {
                    outcome.push(None);
                    fresh.push((award, by.clone()));
                }
            }
        }
        let mut new = self.take_in(tenant, course, &fresh, None).await?.into_iter();
        let outcome = outcome.into_iter().filter_map(|known| known.or_else(|| new.next())).collect::<Vec<_>>();
        for taken in &outcome {
            if let ProposalOutcome::New(id) = taken {
                observer(*id, Step::Proposed);
            }
        }
        Ok(outcome)
    }

    fn award(&self, course: &ProposalContext, row: &ResultRow) -> Result<Award, ProposeError> {
        let fields = AwardFields {
            id: CredentialId::from_random(self.random().bytes()),
            revision: 0,
            supersedes: None,
            institution: Arc::clone(&course.registered.institution),
            sealing: Arc::clone(&course.registered.sealing),
            unit: Arc::clone(&course.unit),
            run: row.run.clone(),
            holder: row.holder.clone(),
            outcome: row.outcome.clone(),
        };
        Award::new(fields, self.today()).map_err(|flaws| ProposeError::NotAnAward { line: row.line, flaws })
    }

    /// Whether the credential a person has says the same as the award they should get.
    async fn compare(&self, tenant: &Tenant, id: CredentialId, award: &Award) -> Result<ProposalOutcome, ProposeError> {
        let newest = self.newest(tenant, id).await?;
        let same = newest.holder() == award.holder() && newest.outcome() == award.outcome();
        Ok(if same { ProposalOutcome::Known(newest.id()) } else { ProposalOutcome::Differs(newest.id()) })
    }

    /// The award of a credential, or of the last correction that stands in its place.
    pub(crate) async fn newest(&self, tenant: &Tenant, id: CredentialId) -> Result<Award, ProposeError> {
        let mut award = self.award_of(tenant, id).await?;
        loop {
            let key = AwardKey { revision: award.key().revision + 1, ..award.key() };
            match tenant.credential_by_key(&key).await? {
                Some(next) => award = self.award_of(tenant, next).await?,
                None => return Ok(award),
            }
        }
    }

    async fn award_of(&self, tenant: &Tenant, id: CredentialId) -> Result<Award, ProposeError> {
        let row = tenant.credential(&id).await?.ok_or(ProposeError::Unknown(id))?;
        Ok(kept_award::read(&tenant.artefact(&row.award).await?.bytes)?)
    }

    /// Keeps the awards and their people, then begins their ledgers.
    ///
    /// `correction`: why they are corrected, when they are.
    pub(crate) async fn take_in(
        &self,
        tenant: &Tenant,
        course: &ProposalContext,
        awards: &[(Award, Agent)],
        correction: Option<&Correction>,
    ) -> Result<Vec<ProposalOutcome>, ProposeError> {
        if awards.is_empty() {
            return Ok(Vec::new());
        }
        let now = self.now();
        let mut kept = Vec::with_capacity(awards.len());
        for (award, _) in awards {
            kept.push((ArtefactKind::Award, Bytes::from(award.to_json()?)));
        }
        let digests = tenant.put_artefact_list(&kept, now).await?;
        let people: Vec<_> = awards.iter().map(|(award, _)| (award.holder(), name_keys(award))).collect();
        let name = || self.letter_name();
        let letters: Option<LetterNames<'_>> = if self.tells_holders() { Some(&name) } else { None };
        tenant.put_people(&people, now, letters).await?;
        let mut proposals = Vec::with_capacity(awards.len());
        for ((award, by), digest) in awards.iter().zip(digests) {
            let first =
                ProposedEvent { award: digest, supersedes: award.supersedes(), correction: correction.cloned() };
            let entry = Entry::first(tenant.id().clone(), award.id(), first, now, by.clone())?;
            proposals.push(Proposal {
                key: award.key(),
                unit_version: award.unit().version,
                batch: course.batch,
                assessed: beginning_of_day_in_prague(award.outcome().date),
                entry,
            });
        }
        let proposed = tenant.propose(&proposals).await?;
        Ok(proposed
            .into_iter()
            .map(|one| match one {
                ProposalReceipt::New(id) => ProposalOutcome::New(id),
                ProposalReceipt::Known(id) => ProposalOutcome::Known(id),
            })
            .collect())
    }
}

/// Why a row may not be issued. What is issued already is known, whatever became of the unit since.
async fn barred_row(
    tenant: &Tenant,
    unit: &Unit,
    gate: &UnitGate,
    row: &ResultRow,
) -> Result<Option<BarredRow>, StoreError> {
    let Some(bar) = gate.bar(row.outcome.date) else { return Ok(None) };
    let known = tenant.credential_by_key(&first_key(tenant, &unit.id, row)).await?;
    Ok(known.is_none().then_some(BarredRow { line: row.line, bar }))
}

/// What the first credential of a row goes by.
pub(crate) fn first_key(tenant: &Tenant, unit: &UnitId, row: &ResultRow) -> AwardKey {
    AwardKey {
        institution: tenant.id().clone(),
        unit: unit.clone(),
        run: row.run.clone(),
        person: row.holder.person.clone(),
        revision: 0,
    }
}

/// Uses up the permits of a row; both are for the person whose result it is, and for the unit.
fn redeem(tenant: &Tenant, place: &UnitPlace, admitted: Admitted) -> Result<(ResultRow, Agent), AnotherAct> {
    let Admitted { row, enter, issue } = admitted;
    let holder = &row.holder.person;
    enter.redeem(Action::EnterResult, &result_of(tenant, holder, place))?;
    let by = issue.redeem(Action::IssueCredential, &credential_of(tenant, holder, place))?;
    Ok((row, by))
}

/// Sorted as Czechs sort, found by any word without accents.
fn name_keys(award: &Award) -> NameKeys {
    let folded = signet_lang::fold(&award.holder().name_without_titles());
    NameKeys::new(&sort_key(award.holder()), folded.split_whitespace())
}

/// The place of a person in the Czech order of names.
pub(crate) fn sort_key(holder: &Holder) -> Vec<u8> {
    let by_family = [&holder.family_name, &holder.given_name].into_iter().flatten().map(|name| name.as_str());
    let sorted = by_family.collect::<Vec<_>>().join(" ");
    Locale::new(Language::Cs).collation_key(&sorted)
}
