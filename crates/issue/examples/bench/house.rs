//! An institution with an empty register, and awards for it to issue.

use std::ops::Range;
use std::sync::Arc;

use signet_access::{Actor, Role};
use signet_document::Press;
use signet_issue::{Chance, Clock, Course, House, Issuer, Notary, Observer, SealPolicy, Taken, Workshop};
use signet_outbound::{Courier, Limits, Reach};
use signet_record::{
    CredentialId, Holder, HolderFields, Language, Line, PersonId, SealingIssuer, Timestamp, results::Row, specimen,
};
use signet_registry::{Agent, LogKey};
use signet_seal::{Anchors, Level, SealKey, jades::SigningTime};
use signet_share::LinkKey;
use signet_store::{Database, Store};
use signet_verify::Trust;
use tempfile::TempDir;

use crate::seal::{self, Kind};

/// Everything that issues, in a folder that goes with it.
pub struct Trial {
    pub issuer: Issuer,
    pub workshop: Arc<Workshop>,
    pub trust: Arc<Trust>,
    /// The same key as the workshop's.
    pub key: SealKey,
    pub course: Course,
    _folder: TempDir,
}

impl Trial {
    /// A register with the specimen institution and its unit.
    pub async fn new(kind: Kind, press: &Arc<Press>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let institution = Arc::new(specimen::institution().unwrap());
        let unit = Arc::new(specimen::unit().unwrap());
        let name = institution.legal_name.text(Language::Cs);
        let ([key, sealing], anchors) = seal::make(kind, name, &institution.eidas_identifier.to_string());
        let trust = Arc::new(Trust::in_roots(anchors, Anchors::default()));

        let policy = SealPolicy { signing_time: SigningTime::Iat, stamps: None, level: Level::BB, test: false };
        let courier = Courier::new(Reach::Public, Limits::default()).unwrap();
        let (press, trusted) = (Arc::clone(press), Arc::clone(&trust));
        let workshop = Workshop::new(press, Notary::File(sealing), policy, trusted, courier, Chance).unwrap();
        let workshop = Arc::new(workshop);

        let database = Database::Sqlite(folder.path().join("register.sqlite"));
        let log_key = Some(LogKey::new(&Chance.bytes()));
        let store = Store::open_with_key(&database, &folder.path().join("artefacts"), log_key).await.unwrap();
        let house = House { institution: Arc::clone(&institution), sealing: Arc::new(SealingIssuer::AwardingBody) };
        let now = Timestamp::now();
        store.operator().put_institution(&institution.id, &house.to_document(), now).await.unwrap();
        let tenant = store.tenant(&institution.id);
        tenant.put_unit(&unit.id, unit.version, &unit.title, "bench", now).await.unwrap();

        let link_key = LinkKey::new(&Chance.bytes()).unwrap();
        let address = "https://signet.example/".parse().unwrap();
        let issuer = Issuer::new(store, [Arc::clone(&workshop)], link_key, address, Clock::System, Chance);
        let course = Course { house, unit, batch: None };
        Self { issuer, workshop, trust, key, course, _folder: folder }
    }

    /// Takes results into the register: one person for each number, one credential for each person.
    pub async fn propose(&self, numbers: Range<u32>) -> Vec<CredentialId> {
        let tenant = self.issuer.store().tenant(&self.course.house.institution.id);
        let rows: Vec<Row> = numbers.map(row).collect();
        let nobody: Observer = Arc::new(|_, _| {});
        let account = Agent::new("bench").unwrap();
        let program = Actor::within(account, tenant.id().clone(), Role::SystemClient, None).unwrap();
        let admission = self.issuer.admit(&tenant, &[program], rows).await.unwrap();
        let taken = self.issuer.propose(&tenant, &self.course, admission.admitted, &nobody).await.unwrap();
        taken.into_iter().map(Taken::credential).collect()
    }
}

/// The specimen's result, reached by another person, so that no two credentials are alike.
fn row(number: u32) -> Row {
    let fields = specimen::fields().unwrap();
    let mut holder: HolderFields = fields.holder.into();
    holder.person = PersonId::new(&format!("B-{number:06}")).unwrap();
    holder.family_name = Some(Line::new(&format!("Příkladná {number}")).unwrap());
    let holder = Holder::new(holder).unwrap();
    Row { line: u64::from(number) + 2, holder, run: fields.run, outcome: fields.outcome }
}
