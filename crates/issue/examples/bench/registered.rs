//! An institution with an empty register, and awards for it to issue.

use std::ops::Range;
use std::sync::Arc;

use signet_access::{Actor, Role};
use signet_document::Renderer;
use signet_issue::{
    Clock, Issuer, Observer, ProposalContext, ProposalOutcome, RegisteredInstitution, SealPolicy, SealSigner, Sealer,
    SecureRandom,
};
use signet_outbound::{HttpClient, HttpLimits, Reach};
use signet_record::{
    CredentialId, Holder, HolderFields, Language, Line, PersonId, SealingIssuer, Timestamp, results::ResultRow,
    specimen,
};
use signet_registry::{Agent, LogKey};
use signet_seal::{Anchors, Level, SealKey, jades::SigningTime};
use signet_share::LinkKey;
use signet_store::{Database, Store};
use signet_verify::Trust;
use tempfile::TempDir;

use crate::seal::{self, Kind};

/// Everything that issues, in a folder that goes with it.
pub struct Bench {
    pub issuer: Issuer,
    pub sealer: Arc<Sealer>,
    pub trust: Arc<Trust>,
    /// The same key as the sealer's.
    pub key: SealKey,
    pub course: ProposalContext,
    _folder: TempDir,
}

impl Bench {
    /// A register with the specimen institution and its unit.
    pub async fn new(kind: Kind, renderer: &Arc<Renderer>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let institution = Arc::new(specimen::institution().unwrap());
        let unit = Arc::new(specimen::unit().unwrap());
        let name = institution.legal_name.text(Language::Cs);
        let ([key, sealing], anchors) = seal::make(kind, name, &institution.eidas_identifier.to_string());
        let trust = Arc::new(Trust::in_roots(anchors, Anchors::default()));

        let policy = SealPolicy { signing_time: SigningTime::Iat, stamps: None, level: Level::BB, test: false };
        let http_client = HttpClient::new(Reach::Public, HttpLimits::default()).unwrap();
        let (renderer, trusted) = (Arc::clone(renderer), Arc::clone(&trust));
        let sealer =
            Sealer::new(renderer, SealSigner::File(sealing), policy, trusted, http_client, SecureRandom).unwrap();
        let sealer = Arc::new(sealer);

        let database = Database::Sqlite(folder.path().join("register.sqlite"));
        let log_key = Some(LogKey::new(&SecureRandom.bytes()));
        let store = Store::open_with_key(&database, &folder.path().join("artefacts"), log_key).await.unwrap();
        let registered = RegisteredInstitution {
            institution: Arc::clone(&institution),
            sealing: Arc::new(SealingIssuer::AwardingBody),
            rules: signet_record::InstitutionRules::default(),
        };
        let now = Timestamp::now();
        store.operator().put_institution(&institution.id, &registered.to_document().unwrap(), now).await.unwrap();
        let tenant = store.tenant(&institution.id);
        tenant.put_unit(&unit.id, unit.version, &unit.title, "bench", now).await.unwrap();

        let link_key = LinkKey::new(&SecureRandom.bytes()).unwrap();
        let address = "https://signet.example/".parse().unwrap();
        let issuer = Issuer::new(store, [Arc::clone(&sealer)], link_key, address, Clock::System, SecureRandom, None);
        let course = ProposalContext { registered, unit, batch: None };
        Self { issuer, sealer, trust, key, course, _folder: folder }
    }

    /// Takes results into the register: one person for each number, one credential for each person.
    pub async fn propose(&self, numbers: Range<u32>) -> Vec<CredentialId> {
        let tenant = self.issuer.store().tenant(&self.course.registered.institution.id);
        let rows: Vec<ResultRow> = numbers.map(row).collect();
        let nobody: Observer = Arc::new(|_, _| {});
        let account = Agent::new("bench").unwrap();
        let program = Actor::within(account, tenant.id().clone(), Role::SystemClient, None).unwrap();
        let admission = self.issuer.admit(&tenant, &self.course.unit.id, &[program], rows).await.unwrap();
        let taken = self.issuer.propose(&tenant, &self.course, admission.admitted, &nobody).await.unwrap();
        taken.into_iter().map(ProposalOutcome::credential).collect()
    }
}

/// The specimen's result, reached by another person, so that no two credentials are alike.
fn row(number: u32) -> ResultRow {
    let fields = specimen::fields().unwrap();
    let mut holder: HolderFields = fields.holder.into();
    holder.person = PersonId::new(&format!("B-{number:06}")).unwrap();
    let letters = crate::parts::letters(u16::try_from(number % 60_000).unwrap());
    holder.family_name = Some(Line::new(&format!("Příkladná {letters}")).unwrap());
    let holder = Holder::new(holder).unwrap();
    ResultRow { line: u64::from(number) + 2, holder, run: fields.run, outcome: fields.outcome }
}
