//! The stage: a register in a folder, a workshop with a test seal, and the site over both, also listening on loopback, because the
//! verifier fetches our own status list like a stranger's.

use std::sync::Arc;

use axum::Router;
use signet_access::{Actor, Role};
use signet_document::Press;
use signet_issue::{Chance, Clock, House, Issuer, Notary, Observer, SealPolicy, Worked, Workshop};
use signet_lang::Locale;
use signet_outbound::{Courier, Gatherer, Limits, Reach};
use signet_record::{InstitutionId, Language, PersonId, SealingIssuer, Timestamp, specimen};
use signet_registry::Agent;
use signet_seal::{Anchors, Level, SealKey, jades::SigningTime};
use signet_store::{Database, LoginToken, Store, Tenant, TokenDigest, WorkerId};
use signet_verify::Trust;
use signet_web::{ClientAddress, Site, router};
use tempfile::TempDir;

use crate::{browser::Browser, seal};

pub const NOW: &str = "2026-07-01T10:00:00Z";
pub const UPLOAD_BYTES_MAX: usize = 1 << 20;

pub struct Stage {
    pub router: Router,
    pub issuer: Issuer,
    pub institution: InstitutionId,
    pub base: String,
    _folder: TempDir,
}

impl Stage {
    /// Everything set up, nothing issued.
    pub async fn open() -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let institution = specimen::institution().unwrap();
        let name = institution.legal_name.text(Language::Cs).to_owned();
        let seal = seal::of(&name, &institution.eidas_identifier.to_string());
        let test_anchors = Anchors::from_pem(seal.root.as_bytes()).unwrap();
        let trust = Arc::new(Trust { test_anchors, ..Trust::default() });
        let courier = Courier::new(Reach::Loopback, Limits::default()).unwrap();
        let key = SealKey::from_pem(seal.key.as_bytes(), seal.certificate.as_bytes(), None).unwrap();
        let policy = SealPolicy { signing_time: SigningTime::Iat, stamps: None, level: Level::BB, test: true };
        let press = Arc::new(Press::new());
        let workshop = Workshop::new(press, Notary::File(key), policy, trust.clone(), courier.clone(), Chance).unwrap();
        let database = format!("sqlite:{}", folder.path().join("register.db").display()).parse::<Database>().unwrap();
        let store = Store::open(&database, &folder.path().join("artefacts")).await.unwrap();
        let link_key = signet_share::LinkKey::new(&Chance.bytes()).unwrap();
        let clock = Clock::Fixed(NOW.parse().unwrap());
        let issuer = Issuer::new(store, [Arc::new(workshop)], link_key, base.parse().unwrap(), clock, Chance);
        let site = Site {
            issuer: issuer.clone(),
            gatherer: Gatherer::new(courier, trust),
            upload_bytes_max: UPLOAD_BYTES_MAX,
            contact: Some("pomoc@vzorova.example".into()),
            client: ClientAddress::Header(axum::http::HeaderName::from_static("x-client")),
            metrics: None,
        };
        let router = router(site);
        let serving = router.clone();
        tokio::spawn(async move { axum::serve(listener, serving).await });
        let stage = Stage { router, issuer, institution: institution.id.clone(), base, _folder: folder };
        stage.found(House { institution: Arc::new(institution), sealing: Arc::new(SealingIssuer::AwardingBody) }).await;
        stage
    }

    async fn found(&self, house: House) {
        let now = self.now();
        let store = self.issuer.store();
        store.operator().put_institution(&self.institution, &house.to_document(), now).await.unwrap();
        let unit = specimen::unit().unwrap();
        let document = serde_json::to_string(&unit).unwrap();
        self.tenant().put_unit(&unit.id, unit.version, &unit.title, &document, now).await.unwrap();
    }

    /// The stage after one credential was issued to the specimen's holder, by results handed in through the pages.
    pub async fn with_one_credential() -> Stage {
        let stage = Stage::open().await;
        let mut registrar = stage.registrar().await;
        crate::staff::hand_in_and_issue(&stage, &mut registrar).await;
        stage
    }

    pub fn tenant(&self) -> Tenant {
        self.issuer.store().tenant(&self.institution)
    }

    pub fn now(&self) -> Timestamp {
        self.issuer.now()
    }

    /// Carries everything that waits to its seal.
    pub async fn seal_all(&self) {
        let observer: Observer = Arc::new(|_, _| {});
        let worker = WorkerId::new("test").unwrap();
        let queue = self.issuer.store().queue();
        loop {
            match self.issuer.work(&queue, &worker, &observer).await.unwrap() {
                Worked::Idle => return,
                Worked::Sealed(_) => {}
                other => panic!("not sealed: {other:?}"),
            }
        }
    }

    /// A browser of nobody in particular, reading English.
    pub fn stranger(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    pub async fn holder(&self) -> Browser {
        let person = specimen::holder().unwrap().person.clone();
        self.signed_in(Actor::holder(self.institution.clone(), person), "holder:1").await
    }

    pub async fn other_holder(&self) -> Browser {
        let person = PersonId::new("V-9999").unwrap();
        self.signed_in(Actor::holder(self.institution.clone(), person), "holder:2").await
    }

    pub async fn registrar(&self) -> Browser {
        let actor = Actor::within(self.institution.clone(), Role::Registrar, None).unwrap();
        self.signed_in(actor, "registrar:1").await
    }

    async fn signed_in(&self, actor: Actor, account: &str) -> Browser {
        let mut browser = self.stranger();
        let path = self.login_link(actor, account).await;
        let answer = browser.post(&path, &[]).await;
        assert_eq!(answer.status, 303, "signed in");
        browser
    }

    /// The path of a one-time link in English.
    pub async fn login_link(&self, actor: Actor, account: &str) -> String {
        let token = data_encoding::BASE64URL_NOPAD.encode(&Chance.bytes::<32>());
        let expires = Timestamp::from_second(self.now().as_second() + 600).unwrap();
        let account = Agent::new(account).unwrap();
        let login = LoginToken { actor, account, language: Language::En, expires };
        self.issuer.store().entrance().put_login_token(&TokenDigest::of(&token), &login).await.unwrap();
        format!("/en/login/{token}")
    }
}

pub fn english() -> Locale {
    Locale::new(Language::En)
}
