//! The stage: a register in a folder, a sealer with a test seal, and the site over both, also listening on loopback, because the
//! verifier fetches our own status list like a stranger's.

use std::{sync::Arc, time::Duration};

use axum::Router;
use signet_access::{
    Action, Actor, AssuranceLevel, LoginProvider, Permit, ProviderKind, Role, RoleScope, SecurityEvent, Target, allowed,
};
use signet_document::Renderer;
use signet_issue::{
    Clock, Issuer, NewGrant, Observer, RegisteredInstitution, SealOutcome, SealPolicy, SealSigner, Sealer, SecureRandom,
};
use signet_lang::Locale;
use signet_outbound::{
    ClientAuthentication, EvidenceFetcher, HttpClient, HttpLimits, OidcClient, OidcSettings, Reach, Secret,
};
use signet_record::{
    Institution, InstitutionId, InstitutionRules, Language, PersonId, SealingIssuer, Timestamp, specimen,
};
use signet_registry::Agent;
use signet_seal::{Anchors, Level, SealKey, jades::SigningTime};
use signet_share::LinkKey;
use signet_store::{Database, LoginToken, Store, Tenant, WorkerId};
use signet_testing::{Entity, certificate};
use signet_verify::Trust;
use signet_web::{
    AppState, ClientAddress, LoginOption, Site, StaffLinks, UploadLimits, router,
    verification::{Launch, Verifier, WorkerLimits},
};
use tempfile::TempDir;

use crate::browser::Browser;

/// No page of these tests is about a limit of time, and a busy machine takes long for everything.
const PATIENCE: Duration = Duration::from_secs(600);
pub const NOW: &str = "2026-07-01T10:00:00Z";
pub const UPLOAD_BYTES_MAX: usize = 1 << 20;

pub struct Stage {
    pub router: Router,
    pub state: AppState,
    pub issuer: Issuer,
    pub institution: InstitutionId,
    pub base: String,
    link_key: LinkKey,
    http_client: HttpClient,
    trust: Arc<Trust>,
    _folder: TempDir,
}

impl Stage {
    /// Everything set up, nothing issued.
    pub async fn open() -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("register.db").display());
        Stage::over(&database.parse().unwrap(), specimen::institution().unwrap(), folder).await
    }

    /// The same over a database that may hold a register already, for an institution of it.
    pub async fn over(database: &Database, institution: Institution, folder: TempDir) -> Stage {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let name = institution.legal_name.text(Language::Cs).to_owned();
        let root = Entity::root(certificate::authority("TEST", Some(0)));
        let seal = certificate::organization_seal(&name, &institution.eidas_identifier.to_string(), "TEST");
        let seal = root.issue(seal);
        let test_anchors = Anchors::from_pem(root.pem().as_bytes()).unwrap();
        let trust = Arc::new(Trust { test_anchors, ..Trust::default() });
        let http_client = HttpClient::new(Reach::Loopback, HttpLimits::default()).unwrap();
        let key = SealKey::from_pem(seal.key_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap();
        let policy = SealPolicy { signing_time: SigningTime::Iat, stamps: None, level: Level::BB, test: true };
        let renderer = Arc::new(Renderer::new());
        let sealer =
            Sealer::new(renderer, SealSigner::File(key), policy, trust.clone(), http_client.clone(), SecureRandom)
                .unwrap();
        let store = Store::open(database, &folder.path().join("artefacts")).await.unwrap();
        let link_key = LinkKey::new(&SecureRandom.bytes()).unwrap();
        let clock = Clock::Fixed(NOW.parse().unwrap());
        let issuer =
            Issuer::new(store, [Arc::new(sealer)], link_key.clone(), base.parse().unwrap(), clock, SecureRandom, None);
        let issuer = issuer.telling_holders();
        let state = AppState::new(site(&issuer, &http_client, &trust));
        let router = router(state.clone());
        let serving = router.clone();
        tokio::spawn(async move { axum::serve(listener, serving).await });
        let institution_id = institution.id.clone();
        let stage = Stage {
            router,
            state,
            issuer,
            institution: institution_id,
            base,
            link_key,
            http_client,
            trust,
            _folder: folder,
        };
        stage
            .found(RegisteredInstitution {
                institution: Arc::new(institution),
                sealing: Arc::new(SealingIssuer::AwardingBody),
                rules: InstitutionRules::default(),
            })
            .await;
        stage
    }

    /// The stage with other settings, over the same register, as after a restart. Browsers keep their cookies where they are moved over.
    pub fn restarted(&self, staff_links: StaffLinks, login: Vec<LoginOption>) -> Router {
        let site = site(&self.issuer, &self.http_client, &self.trust);
        router(AppState::new(Site { staff_links, login, ..site }))
    }

    /// Who tells people what there is to tell, in the same register at another time.
    pub fn teller(&self, instant: Timestamp) -> Issuer {
        let (store, link_key) = (self.issuer.store().clone(), self.link_key.clone());
        let base = self.base.parse().unwrap();
        Issuer::new(store, [], link_key, base, Clock::Fixed(instant), SecureRandom, None).telling_holders()
    }

    /// A login provider of the institution, which nobody gets to.
    pub fn university(&self) -> LoginOption {
        let provider = LoginProvider {
            name: "univerzita".parse().unwrap(),
            kind: ProviderKind::University(self.institution.clone()),
            issuer: "http://127.0.0.1:9".into(),
            client_id: "signet".into(),
            levels: Vec::new(),
            always: None,
            least: AssuranceLevel::Single,
            roles: Vec::new(),
            person: None,
            home: None,
        };
        let settings = OidcSettings {
            provider,
            authentication: ClientAuthentication::Basic(Secret::new("secret")),
            scopes: Vec::new(),
            algorithms: Vec::new(),
            redirect_uri: "http://127.0.0.1:9/return".parse().unwrap(),
        };
        let client = OidcClient::new(self.http_client.clone(), settings);
        LoginOption { client, name_cs: "Vzorová univerzita".into(), name_en: "Sample University".into() }
    }

    /// The institution under another description.
    pub async fn rename(&self, institution: Institution) {
        let (institution, sealing) = (Arc::new(institution), Arc::new(SealingIssuer::AwardingBody));
        let registered = RegisteredInstitution { institution, sealing, rules: InstitutionRules::default() };
        let document = registered.to_document().unwrap();
        // The clock stands still here, and a change is known by its instant.
        let later = Timestamp::from_millisecond(self.now().as_millisecond() + 1).unwrap();
        self.issuer.store().operator().put_institution(&self.institution, &document, later).await.unwrap();
    }

    async fn found(&self, registered: RegisteredInstitution) {
        let now = self.now();
        self.keep(registered).await;
        let unit = specimen::unit().unwrap();
        let document = serde_json::to_string(&unit).unwrap();
        self.tenant().put_unit(&unit.id, unit.version, &unit.title, &document, now).await.unwrap();
    }

    /// Makes the institution ask for two people.
    pub async fn rule(&self, rules: InstitutionRules) {
        let registered = self.issuer.registered(&self.tenant()).await.unwrap();
        self.keep(RegisteredInstitution { rules, ..registered }).await;
    }

    async fn keep(&self, registered: RegisteredInstitution) {
        let document = registered.to_document().unwrap();
        self.issuer.store().operator().put_institution(&self.institution, &document, self.now()).await.unwrap();
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
                SealOutcome::Idle => return,
                SealOutcome::Sealed(_) => {}
                other => panic!("not sealed: {other:?}"),
            }
        }
    }

    /// A browser of nobody in particular, reading English.
    pub fn stranger(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    pub async fn holder(&self) -> Browser {
        self.browser_of(self.holder_actor()).await
    }

    /// The specimen's holder.
    pub fn holder_actor(&self) -> Actor {
        let person = specimen::holder().unwrap().person.clone();
        Actor::holder(agent("holder:1"), self.institution.clone(), person)
    }

    pub async fn other_holder(&self) -> Browser {
        let person = PersonId::new("V-9999").unwrap();
        self.browser_of(Actor::holder(agent("holder:2"), self.institution.clone(), person)).await
    }

    pub async fn registrar(&self) -> Browser {
        self.staff(Role::Registrar, "dvorakova", "Z-1").await
    }

    /// Somebody who acts for the institution, under an account that was given the role.
    pub async fn staff(&self, role: Role, account: &str, person: &str) -> Browser {
        let actor = self.employ(role, account, person).await;
        self.browser_of(actor).await
    }

    /// Gives an account a role, as the operator would.
    pub async fn employ(&self, role: Role, account: &str, person: &str) -> Actor {
        let person = PersonId::new(person).unwrap();
        let institution = role.is_institutional().then(|| self.institution.clone());
        let grant = NewGrant {
            role,
            scope: RoleScope::Whole,
            institution: institution.clone(),
            person: Some(person.clone()),
            ends: None,
            reason: String::new(),
        };
        let (account, name) = (agent(account), format!("Name of {account}"));
        self.issuer.grant_role(&account, Some(&name), grant, operator_permit()).await.unwrap();
        match institution {
            None => Actor::operator(account),
            Some(institution) => Actor::within(account, institution, role, Some(person)).unwrap(),
        }
    }

    /// A registrar whose account does not say which person they are.
    pub async fn unknown_registrar(&self, account: &str) -> Browser {
        let (role, institution) = (Role::Registrar, self.institution.clone());
        let grant = NewGrant {
            scope: RoleScope::Whole,
            role,
            institution: Some(institution.clone()),
            person: None,
            ends: None,
            reason: String::new(),
        };
        self.issuer.grant_role(&agent(account), None, grant, operator_permit()).await.unwrap();
        self.browser_of(Actor::within(agent(account), institution, role, None).unwrap()).await
    }

    /// A browser of whoever this is.
    pub async fn browser_of(&self, actor: Actor) -> Browser {
        let mut browser = self.stranger();
        let path = self.login_link(actor).await;
        let answer = browser.post(&path, &[]).await;
        assert_eq!(answer.status, 303, "signed in");
        browser
    }

    /// The path of a one-time link in English.
    pub async fn login_link(&self, actor: Actor) -> String {
        let token = data_encoding::BASE64URL_NOPAD.encode(&SecureRandom.bytes::<32>());
        let expires = Timestamp::from_second(self.now().as_second() + 600).unwrap();
        let login = LoginToken { actor, language: Language::En, expires };
        self.issuer.put_login_token(&token, &login, operator_permit()).await.unwrap();
        format!("/en/login/{token}")
    }

    /// Kinds of the security events so far, in order.
    pub async fn events(&self) -> Vec<SecurityEvent> {
        let log = self.issuer.store().security_log().list(Timestamp::UNIX_EPOCH, None, 500).await.unwrap();
        log.rows.into_iter().map(|logged| logged.event).collect()
    }
}

fn site(issuer: &Issuer, http_client: &HttpClient, trust: &Arc<Trust>) -> Site {
    let patient = WorkerLimits { time: PATIENCE, wait: PATIENCE, ..WorkerLimits::default() };
    Site {
        login: Vec::new(),
        staff_links: StaffLinks::UntilProvider,
        issuer: issuer.clone(),
        fetcher: EvidenceFetcher::new(http_client.clone(), trust.clone()),
        verifier: Verifier::new(Launch::Thread(trust.clone()), patient),
        uploads: UploadLimits::default(),
        answer_time: PATIENCE,
        body_time: PATIENCE,
        upload_bytes_max: UPLOAD_BYTES_MAX,
        contact: Some("pomoc@vzorova.example".into()),
        accessibility: None,
        client: ClientAddress::default(),
        metrics: None,
    }
}

pub fn agent(account: &str) -> Agent {
    Agent::new(account).unwrap()
}

pub fn operator_permit() -> Permit {
    allowed(&Actor::operator(agent("operator")), Action::ManageInstitutions, &Target::Service).unwrap()
}

pub fn english() -> Locale {
    Locale::new(Language::En)
}
