//! What sealing costs the database, and what an interruption leaves: a register, a key and awards of this test alone.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use signet_access::{Actor, Role};
use signet_document::Renderer;
use signet_issue::{
    Clock, Issuer, Observer, ProposalContext, ProposalOutcome, RegisteredInstitution, SealOutcome, SealPolicy,
    SealSigner, Sealer, SecureRandom, Step,
};
use signet_outbound::{HttpClient, HttpLimits, Reach};
use signet_record::{
    CredentialId, Holder, HolderFields, Language, PersonId, SealingIssuer, Timestamp, results::ResultRow, specimen,
};
use signet_registry::{Agent, LogKey};
use signet_seal::{Anchors, Level, Policy, SealKey, jades::SigningTime};
use signet_share::LinkKey;
use signet_store::{Database, Protected, Store, Tenant, WorkerId};
use signet_testing::{Entity, certificate, p256};
use signet_verify::Trust;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// Transactions that write for each credential after it was proposed: claim, reservation, intent, the use of the key for the credential,
/// the use for the document, seal.
const EACH: u64 = 6;
/// And for a sheet of results of up to a hundred rows: awards, people, ledgers.
const SHEET: u64 = 3;

struct Register {
    issuer: Issuer,
    context: ProposalContext,
    runtime: Runtime,
    _folder: TempDir,
}

fn key(organization: &str, identifier: &str) -> (SealKey, Anchors) {
    let root = Entity::root(certificate::authority("Root", Some(0)));
    let seal = root.certify(certificate::organization_seal(organization, identifier, "Seal"), p256());
    let key = SealKey::from_pem(seal.key_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap();
    (key, Anchors::from_pem(root.pem().as_bytes()).unwrap())
}

impl Register {
    fn new() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let institution = Arc::new(specimen::institution().unwrap());
        let unit = Arc::new(specimen::unit().unwrap());
        let name = institution.legal_name.text(Language::Cs);
        let (key, anchors) = key(name, &institution.eidas_identifier.to_string());
        let trust = Arc::new(Trust::in_roots(anchors, Anchors::default()));
        let policy = SealPolicy { signing_time: SigningTime::Iat, stamps: None, level: Level::BB, test: false };
        let http_client = HttpClient::new(Reach::Public, HttpLimits::default()).unwrap();
        let renderer = Arc::new(Renderer::new());
        let sealer = Sealer::new(renderer, SealSigner::File(key), policy, trust, http_client, SecureRandom).unwrap();
        let registered = RegisteredInstitution {
            institution: Arc::clone(&institution),
            sealing: Arc::new(SealingIssuer::AwardingBody),
            rules: signet_record::InstitutionRules::default(),
        };
        let store = runtime.block_on(async {
            let database = Database::Sqlite(folder.path().join("register.sqlite"));
            let key = Some(LogKey::new(&SecureRandom.bytes()));
            let store = Store::open_with_key(&database, &folder.path().join("artefacts"), key).await.unwrap();
            let now = Timestamp::now();
            store.operator().put_institution(&institution.id, &registered.to_document().unwrap(), now).await.unwrap();
            let tenant = store.tenant(&institution.id);
            tenant.put_unit(&unit.id, unit.version, &unit.title, "a test", now).await.unwrap();
            store
        });
        let link_key = LinkKey::new(&SecureRandom.bytes()).unwrap();
        let address = "https://signet.example/".parse().unwrap();
        let issuer = Issuer::new(store, [Arc::new(sealer)], link_key, address, Clock::System, SecureRandom, None);
        let context = ProposalContext { registered, unit, batch: None };
        Self { issuer, context, runtime, _folder: folder }
    }

    fn tenant(&self) -> Tenant {
        self.issuer.store().tenant(&self.context.registered.institution.id)
    }

    fn propose(&self, count: u32) -> Vec<CredentialId> {
        let tenant = self.tenant();
        let nobody: Observer = Arc::new(|_, _| {});
        let program =
            Actor::within(Agent::new("test").unwrap(), tenant.id().clone(), Role::SystemClient, None).unwrap();
        self.runtime.block_on(async {
            let rows = (0..count).map(row).collect();
            let admission = self.issuer.admit(&tenant, &[program], rows).await.unwrap();
            let proposed = self.issuer.propose(&tenant, &self.context, admission.admitted, &nobody).await.unwrap();
            proposed.into_iter().map(ProposalOutcome::credential).collect()
        })
    }

    fn work(&self, observer: &Observer) -> SealOutcome {
        let worker = WorkerId::new("test").unwrap();
        let queue = self.issuer.store().queue();
        self.runtime.block_on(self.issuer.work(&queue, &worker, observer)).unwrap()
    }

    /// Works until a step is reached, and stops there as if the process had died.
    fn interrupted_at(&self, step: Step) {
        let observer: Observer = Arc::new(move |_, reached| assert!(reached != step, "interrupted"));
        assert!(catch_unwind(AssertUnwindSafe(|| self.work(&observer))).is_err(), "{step} was not reached");
        let worker = WorkerId::new("test").unwrap();
        self.runtime.block_on(self.issuer.store().queue().free_all(&worker)).unwrap();
    }

    fn sound(&self) {
        let tenant = self.tenant();
        self.runtime.block_on(async {
            for audited in tenant.audit(None, 100).await.unwrap().rows {
                assert!(audited.findings.is_empty(), "{:?}", audited.findings);
                for digest in &audited.artefacts {
                    tenant.artefact(digest).await.unwrap();
                }
            }
            assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
            assert!(tenant.audit_status().await.unwrap().is_empty());
        });
    }
}

/// The specimen's result, reached by another person.
fn row(number: u32) -> ResultRow {
    let fields = specimen::fields().unwrap();
    let mut holder: HolderFields = fields.holder.into();
    holder.person = PersonId::new(&format!("P-{number}")).unwrap();
    let holder = Holder::new(holder).unwrap();
    ResultRow { line: u64::from(number) + 2, holder, run: fields.run, outcome: fields.outcome }
}

#[test]
fn a_credential_costs_as_many_transactions_as_there_are_things_that_must_not_wait_for_each_other() {
    const COUNT: u64 = 3;
    let register = Register::new();
    let transactions = || register.issuer.store().transactions();
    let before = transactions();
    let ids = register.propose(u32::try_from(COUNT).unwrap());
    assert_eq!(transactions() - before, SHEET, "however many rows a sheet has");
    let nobody: Observer = Arc::new(|_, _| {});
    let before = transactions();
    for _ in 0..COUNT {
        let outcome = register.work(&nobody);
        assert!(matches!(outcome, SealOutcome::Sealed(_)), "{outcome:?}");
    }
    assert_eq!(transactions() - before, COUNT * EACH);
    register.sound();

    // What protects the files is known from the seal on: nothing stamps them here, so they are due at once, and their files are read.
    let tenant = register.tenant();
    let now = Timestamp::now();
    register.runtime.block_on(async {
        assert_eq!(tenant.protection_unknown(None, 500).await.unwrap(), []);
        assert_eq!(tenant.protection(&ids[0]).await.unwrap(), Some(Protected { until: None }));
        let policy = Policy::default();
        // Nobody has said yet by which policy: all is forgotten, once.
        let mut due = register.issuer.perhaps_due(&tenant, now, &policy).await.unwrap();
        due.sort();
        assert_eq!(due.len(), ids.len());
        assert_eq!(tenant.protection(&ids[0]).await.unwrap(), None);
        for id in &ids {
            let read = register.issuer.protected(&tenant, id, &policy).await.unwrap();
            assert_eq!(read, Some(Protected { until: None }));
        }
        assert_eq!(tenant.protection(&ids[0]).await.unwrap(), Some(Protected { until: None }));
        assert!(register.issuer.protection_is_current(&tenant, &policy).await.unwrap());
        let other = Policy { name: "another".into(), ..policy };
        assert!(!register.issuer.protection_is_current(&tenant, &other).await.unwrap());
    });
}

#[test]
fn what_is_interrupted_at_any_step_is_finished_and_sealed_once() {
    let register = Register::new();
    let ids = register.propose(1);
    let tenant = register.tenant();
    let nobody: Observer = Arc::new(|_, _| {});
    let reserved = || {
        register.runtime.block_on(async {
            let place = tenant.assign_status(&ids[0], [1; 32]).await.unwrap();
            let shares: Vec<_> = tenant.shares(&ids[0]).await.unwrap().iter().map(|share| share.id).collect();
            (place, shares, tenant.record_key(&ids[0], [1; 32]).await.unwrap())
        })
    };
    let mut first = None;
    for step in Step::ALL {
        // The first is reached before, the last is the end.
        if matches!(step, Step::Proposed | Step::Recorded) {
            continue;
        }
        // The intent of before is found again and not announced again.
        if step == Step::Intended && first.is_some() {
            let state = register.runtime.block_on(tenant.history(&ids[0])).unwrap().unwrap().state;
            if state.intended().is_some() {
                continue;
            }
        }
        register.interrupted_at(step);
        let history = register.runtime.block_on(tenant.history(&ids[0])).unwrap().unwrap();
        assert!(history.state.awaits_seal(), "{step}");
        assert_eq!(first.get_or_insert_with(reserved), &reserved(), "{step}: another share, place or key");
        let later = Timestamp::now() + std::time::Duration::from_secs(60);
        let orphans = register.runtime.block_on(tenant.orphans(later)).unwrap();
        assert!(orphans.is_empty(), "{step}: rows of artefacts come with the seal, not before");
        register.sound();
    }
    let outcome = register.work(&nobody);
    assert!(matches!(outcome, SealOutcome::Sealed(id) if id == ids[0]), "{outcome:?}");
    assert!(matches!(register.work(&nobody), SealOutcome::Idle));
    let history = register.runtime.block_on(tenant.history(&ids[0])).unwrap().unwrap();
    let names: Vec<_> = history.entries.iter().map(|entry| entry.event().name()).collect();
    assert_eq!(names, ["proposed", "intended", "sealed"]);
    register.sound();
}
