//! ST16: every route of the staff pages, asked by every role, answers as `staff-routes.txt` says; and to people of another institution nothing of this
//! one is there.
//!
//! The routes are read from the router's own text, so that a new one fails here until it has a row. To add one: say what stands for its parameters
//! in [`Walk::value`], run `SIGNET_BLESS=1 cargo test --release -p signet-web --test pages st16`, and look at what the table gained.

use signet_access::{Actor, AssuranceLevel, Role, RoleScope};
use signet_issue::{NewGrant, RegisteredInstitution};
use signet_record::{Date, InstitutionId, InstitutionRules, Line, SealingIssuer, Timestamp, specimen};
use signet_registry::{Reason, Revoked};
use signet_store::{NamedPerson, NewRevocations, PersonClaim, PersonClaimId, RevocationId};

use crate::{
    browser::{Answer, Browser},
    holder::only_credential,
    staff::{hand_in, second_version},
    stage::{Stage, agent, operator_permit},
};

const ROUTER: &str = include_str!("../../src/router.rs");
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/staff-routes.txt");

/// The acts on a unit.
const ACTS: [&str; 10] =
    ["approve", "endorse", "publish", "resume", "retire", "return", "submit", "suspend", "unpublish", "withdraw"];

/// One method of one address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub is_post: bool,
    /// It takes a file.
    is_upload: bool,
}

impl Route {
    pub fn name(&self) -> String {
        format!("{} {}", if self.is_post { "POST" } else { "GET" }, self.path)
    }
}

/// The routes of the staff area, by path, what reads before what writes.
pub fn routes() -> Vec<Route> {
    let (_, area) = ROUTER.split_once("fn of_staff() -> Router<AppState> {").expect("the staff area of the router");
    let area = area.split("\n}\n").next().unwrap();
    assert!(!area.contains(".nest(") && !area.contains(".merge("), "ST16 reads routes one by one");
    let mut routes = Vec::new();
    // One line of the router answers for every act on a unit; the table has a row for each.
    let area = match area.split_once("{act}") {
        Some((before, after)) => {
            let (line, rest) = after.split_once(".route(").unwrap_or((after, ""));
            let start = before.rfind(".route(").unwrap();
            let acts: String = ACTS.iter().map(|act| format!("{}{act}{line}", &before[start..])).collect();
            format!("{}{acts}.route({rest}", &before[..start]).trim_end_matches(".route(").to_owned()
        }
        None => area.to_owned(),
    };
    for route in area.split(".route(").skip(1) {
        let path = format!("/staff{}", route.split('"').nth(1).unwrap().trim_end_matches('/'));
        let handlers = route.split_once("\",").unwrap().1;
        for (method, is_post) in [("get(", false), ("post(", true)] {
            if handlers.split(|c: char| !(c.is_alphanumeric() || c == '(')).any(|word| word.starts_with(method)) {
                routes.push(Route { path: path.clone(), is_post, is_upload: is_post && handlers.contains("any_size") });
            }
        }
    }
    routes.sort_by_key(|route| (route.is_post, route.path.clone()));
    routes
}

/// What there is on the stage for the parameters of addresses.
pub struct Walk {
    credential: String,
    batch: String,
    claim: String,
    revocation: String,
}

impl Walk {
    fn value(&self, parameter: &str) -> &str {
        match parameter {
            "account" => "dvorakova",
            "batch" => &self.batch,
            "claim" => &self.claim,
            "credential" => &self.credential,
            "file" => "file.pdf",
            "person" => "V-1001",
            "revocation" => &self.revocation,
            "role" => "registrar",
            "run" => "2026-beh",
            "section" => "title",
            "unit" => "ukazka",
            "version" => "1",
            "what" => "results",
            other => panic!("ST16: say in Walk::value what stands for {{{other}}}"),
        }
    }

    fn address(&self, route: &Route) -> String {
        let parts = route.path.split('/').map(|part| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
            Some(parameter) => self.value(parameter),
            None => part,
        });
        format!("/en{}", parts.collect::<Vec<_>>().join("/"))
    }

    /// Asks; a form holds its token and nothing else.
    pub async fn ask(&self, browser: &mut Browser, token: &str, route: &Route) -> Answer {
        let address = self.address(route);
        match (route.is_post, route.is_upload) {
            (false, _) => browser.get(&address).await,
            (true, false) => browser.post(&address, &[("token", token)]).await,
            (true, true) => browser.upload(&address, &[("token", token)], "sheet", "a.csv", b"").await,
        }
    }
}

pub async fn walk(stage: &Stage) -> Walk {
    second_version(stage).await;
    crate::runs::running(stage, "ukazka", "2026-beh").await;
    let credential = only_credential(stage).await;
    let mut registrar = stage.registrar().await;
    let batch = hand_in(&mut registrar, &["V-1004;Petr;Jiný;;;1. 2. 1990;A;12. 6. 2026"]).await;
    let id = RevocationId::from_random([7; 16]);
    let (by, credentials) = (agent("dvorakova"), [credential.parse().unwrap()]);
    let revoked = Revoked::new(Reason::IssuedInError, None, Date::constant(2026, 6, 30)).unwrap();
    let revoked = serde_json::to_string(&revoked).unwrap();
    let ends: Timestamp = "2026-07-10T10:00:00Z".parse().unwrap();
    let proposal = NewRevocations { id, by: &by, person: None, revoked: &revoked, credentials: &credentials, ends };
    stage.tenant().put_revocations(&proposal, stage.now()).await.unwrap();
    let claim = PersonClaim {
        id: PersonClaimId::from_random([8; 16]),
        named: NamedPerson {
            provider: "stat".parse().unwrap(),
            subject: "s".into(),
            level: AssuranceLevel::Multi,
            given_name: Line::new("Žofie").unwrap(),
            family_name: Line::new("Vdaná").unwrap(),
            born: Date::constant(1996, 2, 29),
        },
        credential: None,
        asked: stage.now(),
        decision: None,
    };
    stage.issuer.sessions().put_claim(stage.tenant().id(), &claim).await.unwrap();
    Walk {
        claim: claim.id.to_string(),
        credential,
        revocation: id.to_string(),
        batch: batch.rsplit('/').next().unwrap().to_owned(),
    }
}

/// Somebody in a role, and the token of their forms.
pub async fn signed_in(stage: &Stage, actor: Actor) -> (Browser, String) {
    let mut browser = stage.stranger();
    browser.post(&stage.login_link(actor).await, &[]).await.expect(303);
    let token = browser.get("/en/account").await.expect(200).token();
    (browser, token)
}

pub fn staff() -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| role.is_staff()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn st16_every_staff_route_answers_every_role_as_the_table_says() {
    let stage = Stage::with_one_credential().await;
    let walk = walk(&stage).await;
    let routes = routes();
    assert!(routes.len() >= 10, "routes are found: {routes:?}");
    let mut columns = vec![("nobody".to_owned(), stage.stranger(), String::new())];
    let holder = stage.holder_actor();
    let (browser, token) = signed_in(&stage, holder).await;
    columns.push(("holder".to_owned(), browser, token));
    for role in staff() {
        let actor = stage.employ(role, &format!("z-{}", role.code()), "Z-9").await;
        let (browser, token) = signed_in(&stage, actor).await;
        columns.push((role.code().to_owned(), browser, token));
    }
    let widest = routes.iter().map(|route| route.name().len()).max().unwrap();
    let mut table = format!("{:widest$}", "");
    for (name, ..) in &columns {
        table += &format!("  {name}");
    }
    for route in &routes {
        table += &format!("\n{:widest$}", route.name());
        for (name, browser, token) in &mut columns {
            let status = walk.ask(browser, token, route).await.status;
            if name == "nobody" {
                assert_eq!(status, 401, "{} without a session", route.name());
            }
            table += &format!("  {status:<width$}", width = name.len());
        }
        table = table.trim_end().to_owned();
    }
    table.push('\n');
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::write(TABLE, &table).unwrap();
    }
    let stands = std::fs::read_to_string(TABLE).unwrap_or_default();
    for (found, expected) in table.lines().zip(stands.lines()) {
        assert_eq!(found, expected, "see the head of tests/pages/routes.rs");
    }
    assert_eq!(table.lines().count(), stands.lines().count(), "see the head of tests/pages/routes.rs");
}

#[tokio::test(flavor = "multi_thread")]
async fn st16_things_of_another_institution_are_not_there() {
    let stage = Stage::with_one_credential().await;
    let walk = walk(&stage).await;
    let elsewhere = InstitutionId::new("jinde").unwrap();
    let registered = RegisteredInstitution {
        institution: specimen::institution().unwrap().into(),
        sealing: SealingIssuer::AwardingBody.into(),
        rules: InstitutionRules::default(),
    };
    let document = registered.to_document().unwrap();
    stage.issuer.store().operator().put_institution(&elsewhere, &document, stage.now()).await.unwrap();
    let about: Vec<Route> = routes().into_iter().filter(|route| route.path.contains('{')).collect();
    for role in staff().into_iter().filter(|role| role.is_institutional()) {
        let (account, person) = (agent(&format!("j-{}", role.code())), Some("Z-9".parse().unwrap()));
        let grant = NewGrant {
            scope: RoleScope::Whole,
            role,
            institution: Some(elsewhere.clone()),
            person,
            ends: None,
            reason: String::new(),
        };
        stage.issuer.grant_role(&account, None, grant.clone(), operator_permit()).await.unwrap();
        let actor = Actor::within(account, elsewhere.clone(), role, grant.person).unwrap();
        let (mut browser, token) = signed_in(&stage, actor).await;
        for route in &about {
            let status = walk.ask(&mut browser, &token, route).await.status;
            assert!(
                matches!(status, 403 | 404),
                "{} for a {} of another institution: {status}",
                route.name(),
                role.code()
            );
        }
    }
}
