//! A register, a key and awards of one test alone.

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
use signet_seal::{Anchors, Level, SealKey, jades::SigningTime};
use signet_share::LinkKey;
use signet_store::{Database, Store, Tenant, WorkerId};
use signet_testing::{Entity, certificate, p256};
use signet_verify::Trust;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// A register of one institution, with its key.
pub struct Register {
    pub issuer: Issuer,
    pub context: ProposalContext,
    pub runtime: Runtime,
    link_key: LinkKey,
    _folder: TempDir,
}

fn key(organization: &str, identifier: &str) -> (SealKey, Anchors) {
    let root = Entity::root(certificate::authority("Root", Some(0)));
    let seal = root.certify(certificate::organization_seal(organization, identifier, "Seal"), p256());
    let key = SealKey::from_pem(seal.key_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap();
    (key, Anchors::from_pem(root.pem().as_bytes()).unwrap())
}

impl Register {
    pub fn new() -> Self {
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
        let sealers = [Arc::new(sealer)];
        let issuer = Issuer::new(store, sealers, link_key.clone(), address, Clock::System, SecureRandom, None);
        let context = ProposalContext { registered, unit, batch: None };
        Self { issuer, context, runtime, link_key, _folder: folder }
    }

    /// Who issues in the same register at another time, and tells holders.
    pub fn at(&self, instant: Timestamp) -> Issuer {
        let (store, link_key) = (self.issuer.store().clone(), self.link_key.clone());
        let address = self.issuer.base_url().clone();
        Issuer::new(store, [], link_key, address, Clock::Fixed(instant), SecureRandom, None).telling_holders()
    }

    pub fn tenant(&self) -> Tenant {
        self.issuer.store().tenant(&self.context.registered.institution.id)
    }

    /// Results of so many people; those of before are found again.
    pub fn propose(&self, count: u32) -> Vec<CredentialId> {
        let tenant = self.tenant();
        let nobody: Observer = Arc::new(|_, _| {});
        let program =
            Actor::within(Agent::new("test").unwrap(), tenant.id().clone(), Role::SystemClient, None).unwrap();
        self.runtime.block_on(async {
            let rows = (0..count).map(row).collect();
            let admission = self.issuer.admit(&tenant, &self.context.unit.id, &[program], rows).await.unwrap();
            let proposed = self.issuer.propose(&tenant, &self.context, admission.admitted, &nobody).await.unwrap();
            proposed.into_iter().map(ProposalOutcome::credential).collect()
        })
    }

    pub fn work(&self, observer: &Observer) -> SealOutcome {
        let worker = WorkerId::new("test").unwrap();
        let queue = self.issuer.store().queue();
        self.runtime.block_on(self.issuer.work(&queue, &worker, observer)).unwrap()
    }

    /// Works until a step is reached, and stops there as if the process had died.
    pub fn interrupted_at(&self, step: Step) {
        let observer: Observer = Arc::new(move |_, reached| assert!(reached != step, "interrupted"));
        assert!(catch_unwind(AssertUnwindSafe(|| self.work(&observer))).is_err(), "{step} was not reached");
        let worker = WorkerId::new("test").unwrap();
        self.runtime.block_on(self.issuer.store().queue().free_all(&worker)).unwrap();
    }

    pub fn sound(&self) {
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
