//! A little university: one institution, one unit, people, and credentials on their way.

use std::collections::BTreeMap;

use bytes::Bytes;
use signet_record::{
    AwardKey, Bilingual, CredentialId, Date, Email, Holder, HolderFields, InstitutionId, Language, Line, PersonId,
    RunId, Timestamp, UnitId,
};
use signet_registry::{
    Agent, Artefacts, Channel, Delivered, Digest, Entry, Event, Intended, LedgerState, Proposed as ProposedEvent,
    Reason, Revoked, SealedFile, StatusPlace,
};
use signet_share::{LinkKey, Share, ShareId, ShareLink};
use signet_store::{ArtefactKind, BatchId, NameKeys, Proposal, ProposalReceipt, Store, Tenant};

pub fn institution(id: &str) -> InstitutionId {
    InstitutionId::new(id).unwrap()
}

pub fn unit() -> UnitId {
    UnitId::new("econometrics-r").unwrap()
}

pub fn run() -> RunId {
    RunId::new("autumn-2025").unwrap()
}

pub fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

pub fn credential(n: u8) -> CredentialId {
    CredentialId::from_random([n; 16])
}

/// So many seconds after the first of September 2025, noon in Prague.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_756_720_800 + second).unwrap()
}

pub fn by() -> Agent {
    Agent::new("registrar:r1").unwrap()
}

/// Founds an institution with its unit.
pub async fn found(store: &Store, id: &str) -> Tenant {
    let id = institution(id);
    store.operator().put_institution(&id, "{}", at(0)).await.unwrap();
    let tenant = store.tenant(&id);
    let title = Bilingual::new("Ekonometrie v R", "Econometrics in R").unwrap();
    tenant.put_unit(&unit(), 1, &title, "{}", at(0)).await.unwrap();
    tenant
}

pub fn holder(id: &str, given: Option<&str>, family: Option<&str>) -> Holder {
    let line = |text: Option<&str>| text.map(|text| Line::new(text).unwrap());
    Holder::new(HolderFields {
        person: person(id),
        given_name: line(given),
        family_name: line(family),
        titles_before: None,
        titles_after: None,
        born: Date::constant(1999, 2, 28),
        birth_place: None,
        birth_country: None,
        email: Some(Email::new(&format!("{id}@lhota.example")).unwrap()),
    })
    .unwrap()
}

/// A person's names in lower case.
pub fn name_keys(holder: &Holder) -> NameKeys {
    let name = holder.name_without_titles().to_lowercase();
    let sort: Vec<&str> = name.split(' ').rev().collect();
    NameKeys::new(sort.join(" ").as_bytes(), name.split(' '))
}

/// Keeps a person whose keys are their names in lower case.
pub async fn keep(tenant: &Tenant, holder: &Holder) {
    tenant.put_people(&[(holder, name_keys(holder))], at(0), None).await.unwrap();
}

/// Proposes a credential for a person who is kept first.
pub async fn propose(tenant: &Tenant, n: u8, who: &str) -> CredentialId {
    keep(tenant, &holder(who, Some("Jana"), Some("Nováková"))).await;
    match propose_for(tenant, n, who, 0, None).await {
        ProposalReceipt::New(id) => id,
        known => panic!("{known:?}"),
    }
}

pub async fn propose_for(tenant: &Tenant, n: u8, who: &str, revision: u32, batch: Option<BatchId>) -> ProposalReceipt {
    let proposal = proposal(tenant, n, who, revision, batch).await;
    tenant.propose(&[proposal]).await.unwrap()[0]
}

pub async fn proposal(tenant: &Tenant, n: u8, who: &str, revision: u32, batch: Option<BatchId>) -> Proposal {
    let award = tenant.put_artefact(ArtefactKind::Award, Bytes::from(format!("award {n}")), at(1)).await.unwrap();
    let proposed = ProposedEvent { award, supersedes: None, correction: None };
    let entry = Entry::first(tenant.id().clone(), credential(n), proposed, at(i64::from(n)), by()).unwrap();
    let key = AwardKey { institution: tenant.id().clone(), unit: unit(), run: run(), person: person(who), revision };
    Proposal { key, unit_version: 1, batch, assessed: Some(at(0)), entry }
}

pub async fn state(tenant: &Tenant, id: &CredentialId) -> LedgerState {
    tenant.history(id).await.unwrap().unwrap().state
}

/// Appends an event to a ledger as it stands.
pub async fn append(tenant: &Tenant, id: &CredentialId, event: Event) -> LedgerState {
    let entry = state(tenant, id).await.next(event, at(1_000), by()).unwrap();
    tenant.append(&entry).await.unwrap()
}

pub async fn intend(tenant: &Tenant, id: &CredentialId) -> LedgerState {
    let place = tenant.assign_status(id, chance(id)).await.unwrap();
    tenant.record_key(id, chance(id)).await.unwrap();
    append(tenant, id, intended_with(place, root(id))).await
}

pub fn chance(id: &CredentialId) -> [u8; 32] {
    *Digest::of(id.to_string().as_bytes()).as_bytes()
}

/// The root of a credential's record: each has its own.
pub fn root(id: &CredentialId) -> Digest {
    Digest::of(format!("record of {id}").as_bytes())
}

pub fn intended(status: StatusPlace) -> Event {
    intended_with(status, Digest::of(b"record"))
}

fn intended_with(status: StatusPlace, record: Digest) -> Event {
    let (payload, certificate) = (Digest::of(b"payload"), Digest::of(b"certificate"));
    Event::Intended(Intended { issued: at(500), payload, record: Some(record), certificate, status })
}

/// The kinds of sealed files of a credential here. Not `SealedFile::ALL`: a credential may be older than a kind.
pub const SEALED: [SealedFile; 2] = [SealedFile::Jsonld, SealedFile::Pdf];

/// Keeps the artefacts of a credential.
pub async fn artefacts(tenant: &Tenant, id: &CredentialId) -> Artefacts {
    let bytes = |what: &str| Bytes::from(format!("{what} of {id}"));
    let kept = [
        (ArtefactKind::Sealed(SEALED[0]), bytes("jsonld")),
        (ArtefactKind::Sealed(SEALED[1]), bytes("pdf")),
        (ArtefactKind::Picture, bytes("picture")),
        (ArtefactKind::Statement, bytes("statement")),
    ];
    let digests = tenant.put_artefact_list(&kept, at(600)).await.unwrap();
    let pictures = BTreeMap::from([(Language::Cs, digests[2])]);
    let files = SEALED.into_iter().zip(digests.iter().copied()).collect();
    Artefacts { award: *state(tenant, id).await.award(), files, pictures, statement: Some(digests[3]) }
}

/// Seals what is intended.
pub async fn seal(tenant: &Tenant, id: &CredentialId) -> LedgerState {
    let artefacts = artefacts(tenant, id).await;
    let sealed = state(tenant, id).await.seal_intent().unwrap().redeem(artefacts);
    append(tenant, id, Event::Sealed(sealed)).await
}

/// A credential all the way to its holder.
pub async fn issue(tenant: &Tenant, n: u8, who: &str) -> CredentialId {
    let id = propose(tenant, n, who).await;
    intend(tenant, &id).await;
    seal(tenant, &id).await;
    append(tenant, &id, Event::Delivered(Delivered { channel: Channel::Portal })).await;
    id
}

pub fn revoked() -> Event {
    Event::Revoked(Revoked::new(Reason::IssuedInError, None, Date::constant(2025, 9, 2)).unwrap())
}

pub fn link_key() -> LinkKey {
    LinkKey::new(&std::array::from_fn(|i| u8::try_from(i).unwrap())).unwrap()
}

/// The document's own share of a credential, kept.
pub async fn share(tenant: &Tenant, id: &CredentialId, n: u8) -> (Share, ShareLink) {
    let share = Share::document(ShareId::from_random([n; 16]), *id, Language::Cs, at(0));
    let link = ShareLink::of(&link_key(), share.id);
    tenant.put_share(&share, &link.lookup_digest()).await.unwrap();
    (share, link)
}
