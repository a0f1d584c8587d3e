//! Every row of every declared table, as text; and a person about whom each table that may say something of a person does.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use signet_access::{
    Action, Actor, Assurance, AssuranceLevel, ClaimedPlace, ClaimedRole, Denial, LoggedOut, LogoutOrder, OnwardPath,
    ProviderName, Role, RoleScope, SecurityEvent,
};
use signet_record::{CredentialId, Date, Email, Language, Line, PersonId};
use signet_registry::{Digest, SealedFile};
use signet_share::{
    AccessCode, CodeHash, CodeKey, Purpose, Recipient, Reference, Share, ShareId, ShareKind, ShareLabel, ShareLink,
    Showing, ShownFields, Terms, guesses::WRONG_BEFORE_WAIT,
};
use signet_store::{
    AccountContact, AccountLetterKind, AddressCode, ArtefactKind, BatchId, BatchState, Database, LoginAttempt,
    LoginToken, MergeId, NamedPerson, NewAccountLetter, NewBatch, NewNotice, NewSession, NoticeEnd, NoticeId,
    NoticeKind, NoticeState, Paired, PairedBy, PersonClaim, PersonClaimDecision, PersonClaimId, ProposalReceipt,
    SealWork, SeenIdentity, SentTo, SessionIdentity, Sessions, ShareView, Signature, Tenant, TokenDigest, UndoneMerge,
    WorkerId, columns::COLUMNS,
};
use sqlx::{AssertSqlSafe, Row as _};

use crate::engines::Opened;
use crate::fixture::{at, by, holder, intend, keep, link_key, person, propose_for, seal, share, unit};
use crate::identities::nameless;
use crate::runs::entered;
use crate::sessions::{agent, session_id, sessions};

/// One row: its values by column; what is empty (`NULL`, no text, no list) is not there.
pub type Row = BTreeMap<&'static str, String>;

/// All rows by table.
pub type Census = BTreeMap<&'static str, Vec<Row>>;

/// Counts everything.
pub async fn census(opened: &Opened) -> Census {
    let pool = Opened::pool(&opened.owner).await;
    let mut tables: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for column in COLUMNS {
        tables.entry(column.table).or_default().push(column.name);
    }
    let text = |column: &str| match (&opened.owner, column) {
        (Database::Sqlite(_), "sort_key" | "word") => format!("hex({column})"),
        (Database::Postgres(_), "sort_key" | "word") => format!("encode({column}, 'hex')"),
        _ => format!("CAST({column} AS TEXT)"),
    };
    let mut all = Census::new();
    for (table, columns) in tables {
        let wanted = columns.iter().map(|column| text(column)).collect::<Vec<_>>().join(", ");
        let rows = sqlx::query(AssertSqlSafe(format!("SELECT {wanted} FROM {table}"))).fetch_all(&pool).await.unwrap();
        let row = |row: &sqlx::any::AnyRow| {
            let cell = |(index, column): (usize, &&'static str)| {
                let value: Option<String> = row.get(index);
                value.filter(|value| !value.is_empty() && value != "[]").map(|value| (*column, value))
            };
            columns.iter().enumerate().filter_map(cell).collect::<Row>()
        };
        all.insert(table, rows.iter().map(row).collect());
    }
    pool.close().await;
    all
}

/// Somebody about whom there is everything.
pub struct Everybody {
    pub person: PersonId,
    /// Texts by which rows about them are known: ids and digests.
    marks: Vec<String>,
    /// Texts that only they brought along, and that erasure must leave nowhere.
    pub theirs: Vec<String>,
}

impl Everybody {
    /// Whether a row is about them.
    pub fn is_in(&self, row: &Row) -> bool {
        row.values().any(|value| self.marks.iter().any(|mark| value == mark))
    }
}

/// A person with a credential issued out of a batch that is done with, another that waits for its signature, shares that were
/// looked at, a session and a login link not used yet.
pub async fn everybody(opened: &Opened, tenant: &Tenant, n: u8, state: BatchState) -> Everybody {
    let id = format!("person-{n}");
    keep(tenant, &holder(&id, Some("Jana"), Some("Nováková"))).await;
    let upload = Bytes::from(format!("results of {id}"));
    let upload = tenant.put_artefact(ArtefactKind::Upload, upload, at(5)).await.unwrap();
    let batch = BatchId::from_random([n; 16]);
    let complaint = format!("the grade of {id} is missing");
    let put = NewBatch {
        id: batch,
        unit: unit(),
        file_name: String::from("results.csv"),
        upload: Some(upload),
        by: by(),
        rows_read: 2,
        rows_good: 2,
        complaints: format!(r#"["{complaint}"]"#),
        mapping: String::from("{}"),
    };
    tenant.put_batch(&put, at(5)).await.unwrap();
    let ProposalReceipt::New(issued) = propose_for(tenant, n, &id, 0, Some(batch)).await else { panic!("known") };
    intend(tenant, &issued).await;
    let sealed = seal(tenant, &issued).await;
    let ProposalReceipt::New(waiting) = propose_for(tenant, n + 100, &id, 1, Some(batch)).await else {
        panic!("known")
    };
    intend(tenant, &waiting).await;
    tenant.move_batch(&batch, BatchState::Checked, state, at(10)).await.unwrap();

    let label = format!("Bakery of {id}");
    let shares = shares(opened, tenant, &issued, n, &label).await;
    signature(tenant, &waiting, n).await;
    let notice = NewNotice {
        id: NoticeId::from_random([n; 16]),
        kind: NoticeKind::Issued,
        credential: issued,
        at: at(50),
        address: Email::new(&format!("before-{id}@lhota.example")).ok(),
    };
    tenant.put_notice(&notice).await.unwrap();
    let tokens = logins(opened, tenant, n, &id).await;
    entered(tenant, &id).await;

    let mut marks = vec![id.clone(), batch.to_string(), issued.to_string(), waiting.to_string(), upload.to_string()];
    marks.extend(sealed.artefacts().unwrap().digests().iter().map(ToString::to_string));
    marks.extend(shares.iter().map(ToString::to_string));
    marks.extend(tokens);
    let theirs = vec![format!("{id}@lhota.example"), label, complaint];
    Everybody { person: person(&id), marks, theirs }
}

async fn shares(opened: &Opened, tenant: &Tenant, id: &CredentialId, n: u8, label: &str) -> Vec<ShareId> {
    let (document, _) = share(tenant, id, n).await;
    let mail = Email::new(&format!("prijemce{n}@pekarna.example")).unwrap();
    let terms = Terms {
        label: ShareLabel::new(label).unwrap(),
        purpose: Purpose::Proof,
        recipient: Some(Recipient::new(label, Some(mail)).unwrap()),
        reference: Some(Reference::new(label).unwrap()),
        ends: Some(at(5_000)),
        showing: Showing::new(ShownFields::NONE, false),
        code: Some(CodeHash::of(&AccessCode::from_random([n; 8]), &CodeKey::of(&link_key()), &[n; 16]).unwrap()),
        language: Language::Cs,
    };
    let mut named = Share::named(ShareId::from_random([n + 100; 16]), *id, terms, at(20)).unwrap();
    named.items = vec![*id];
    assert!(matches!(named.kind, ShareKind::Named { .. }));
    tenant.put_share(&named, &ShareLink::of(&link_key(), named.id).lookup_digest()).await.unwrap();
    for _ in 0..WRONG_BEFORE_WAIT {
        assert!(tenant.begin_code_try(&named.id, at(30)).await.unwrap());
    }
    named.withdraw(at(900));
    assert!(tenant.change_share(&named).await.unwrap());
    for share in [document.id, named.id] {
        let look = ShareView { looks: 1, downloads: 1, ..ShareView::none(share, at(30)) };
        opened.store.public().add_looks(&[(tenant.id().clone(), look)]).await.unwrap();
    }
    vec![document.id, named.id]
}

async fn signature(tenant: &Tenant, id: &CredentialId, n: u8) {
    let work = SealWork::Credential;
    let asked = Signature {
        work,
        certificate: Digest::of(b"certificate"),
        claimed: at(40),
        digest: Digest::of(&[n, 1]).to_string(),
        asked: at(41),
        response: None,
        value: None,
        sealed: None,
    };
    tenant.put_signature(id, &asked).await.unwrap();
    tenant.put_signature_response(id, work, &format!("response-{n}"), 3).await.unwrap();
    tenant.put_signature_value(id, work, &asked.digest, &[n; 8]).await.unwrap();
    let file =
        tenant.put_artefact(ArtefactKind::Sealed(SealedFile::Jsonld), Bytes::from(vec![n; 9]), at(42)).await.unwrap();
    tenant.put_signature_sealed(id, work, &file).await.unwrap();
}

/// The session that a used link opened, a link not used yet, and what the log of security events says. Their digests and the account.
async fn logins(opened: &Opened, tenant: &Tenant, n: u8, id: &str) -> Vec<String> {
    let sessions = sessions(&opened.store);
    let token = |what: &str| format!("{what} of {n}");
    let account = agent(&format!("holder:{id}"));
    let mail = Assurance { level: AssuranceLevel::Mail, is_recent: false };
    let actor = Actor::holder(account.clone(), tenant.id().clone(), person(id)).recognised(mail);
    // A link that reaches some units alone, so that each column has a value.
    let narrowed = Actor::within(account.clone(), tenant.id().clone(), Role::Registrar, Some(person(id))).unwrap();
    let away = Line::new("the provider is away").unwrap();
    let narrowed = narrowed.narrowed(narrow()).unwrap().recognised(mail).in_emergency(away.clone());
    let actor = actor.in_emergency(away.clone());
    for (one, actor) in [("used", &actor), ("unused", &narrowed)] {
        let login = LoginToken { actor: actor.clone(), language: Language::Cs, expires: at(6_000) };
        sessions.put_login_token(&TokenDigest::of(&token(one)), &login).await.unwrap();
    }
    let session = TokenDigest::of(&token("session"));
    let redeemed = sessions.redeem(&TokenDigest::of(&token("used")), &session, session_id(n), at(50)).await.unwrap();
    assert!(redeemed.is_some());
    provided(&sessions, tenant, n, id).await;
    contact(opened, tenant, n, id).await;
    let denied = SecurityEvent::denied(&actor, Action::ManageSeal, Denial::Role).about("object");
    let denied = SecurityEvent { reason: Some(away), ..denied };
    opened.store.security_log().put(&denied, at(60), [n; 16]).await.unwrap();
    let digests = ["unused", "session", "provided session", "state", "logout"]
        .map(|one| Digest::of(token(one).as_bytes()).to_string());
    digests
        .into_iter()
        .chain([account.to_string(), letter_id(n).to_string(), second_letter_id(n).to_string()])
        .collect()
}

/// Where they are written to, which has changed once, and a letter about it.
async fn contact(opened: &Opened, tenant: &Tenant, n: u8, id: &str) {
    let (sessions, account) = (sessions(&opened.store), agent(&format!("lhota:{n}")));
    let roles = [ClaimedRole::of(Role::Registrar)].into();
    let place = ClaimedPlace { institution: tenant.id().clone(), person: Some(person(id)), roles };
    let email = |name: &str| Email::new(&format!("{name}{id}@lhota.example")).ok();
    let provider: ProviderName = "lhota".parse().unwrap();
    let contact = AccountContact {
        account: account.clone(),
        provider: provider.clone(),
        email: email("old-"),
        email_before: None,
        language: Language::Cs,
        place: Some(place),
        seen: at(47),
        digest_due: Some(at(90_000)),
        refused: None,
    };
    sessions.put_contact(&contact, &[]).await.unwrap();
    let letter = NewAccountLetter {
        id: letter_id(n),
        account: account.clone(),
        provider,
        at_before: false,
        institution: Some(tenant.id().clone()),
        kind: AccountLetterKind::UnitReturned,
        about: Some(String::from("unit")),
        at: at(48),
    };
    let changed = AccountContact { email: email(""), seen: at(48), ..contact };
    let letter_again = letter.clone();
    sessions.put_contact(&changed, &[letter]).await.unwrap();
    let (outbox, worker) = (opened.store.outbox(), WorkerId::new("letters").unwrap());
    outbox.claim(&worker, at(49), at(60)).await.unwrap().unwrap();
    let sent = SentTo { address: AddressCode::from_bytes([n; 16]), refused: true };
    let end = NoticeEnd { state: NoticeState::Refused, code: Some(String::from("550")), at: at(50) };
    assert!(outbox.end_account_letter(&worker, &letter_id(n), &end, Some(&sent)).await.unwrap());
    // Another, which a worker has in hand.
    let changed = sessions.contacts(&account).await.unwrap().remove(0);
    let next = NewAccountLetter { id: second_letter_id(n), ..letter_again };
    sessions.put_contact(&changed, &[next]).await.unwrap();
    outbox.claim(&worker, at(51), at(70_000)).await.unwrap().unwrap();
    sessions.choose_letters(&account, AccountLetterKind::Digest, false).await.unwrap();
}

fn second_letter_id(n: u8) -> NoticeId {
    NoticeId::from_random([n + 60; 16])
}

fn letter_id(n: u8) -> NoticeId {
    NoticeId::from_random([n + 50; 16])
}

fn narrow() -> RoleScope {
    RoleScope::Units([crate::fixture::unit()].into())
}

/// A session that rests on an identity, in which they act for somebody else; and a question to a login provider that was answered.
async fn provided(sessions: &Sessions, tenant: &Tenant, n: u8, id: &str) {
    let token = |what: &str| TokenDigest::of(&format!("{what} of {n}"));
    let account = agent(&format!("lhota:{n}"));
    let provider: ProviderName = "lhota".parse().unwrap();
    let seen = SeenIdentity { provider: &provider, subject: id, level: AssuranceLevel::Multi, at: at(45) };
    assert!(sessions.put_identity(&seen, &nameless(&account)).await.unwrap());
    let roles = [ClaimedRole { role: Role::Registrar, scope: narrow() }].into();
    let place = ClaimedPlace { institution: tenant.id().clone(), person: Some(person(id)), roles };
    let identity = SessionIdentity {
        provider: provider.clone(),
        sid: Some(token("sid")),
        level: AssuranceLevel::Multi,
        authenticated: at(44),
        place: Some(place.clone()),
    };
    let actor = Actor::within(account, tenant.id().clone(), Role::Registrar, Some(person(id))).unwrap();
    let actor = actor.narrowed(narrow()).unwrap();
    let new = NewSession { digest: token("provided session"), id: session_id(n + 100), language: Language::Cs };
    assert!(sessions.begin_session(&new, &actor, &identity, at(46)).await.unwrap().is_some());
    sessions.put_belonging(actor.account(), &provider, &place, at(47)).await.unwrap();
    let attempt = LoginAttempt {
        provider: provider.clone(),
        browser: token("browser"),
        onward: OnwardPath::parse("/cs/staff"),
        language: Language::Cs,
        max_age: Some(Duration::from_secs(300)),
        level: Some(AssuranceLevel::Multi),
        pair_account: Some(agent("paired")),
        seeks: true,
        expires: at(600),
    };
    sessions.put_login_attempt(&token("state"), &attempt).await.unwrap();
    let taken = sessions.take_login_attempt(&token("state"), &provider, Some(&token("browser")), at(50)).await;
    assert_eq!(taken.unwrap(), Ok(attempt));
    let noted = sessions.note_recognised(&token("state"), "subject", AssuranceLevel::Multi, Some(&place)).await;
    assert!(noted.unwrap());
    merged(sessions, tenant, n, id).await;
    claimed(sessions, tenant, n, id).await;
    let nobody = LoggedOut::Session("a session that is not there".into());
    let order = LogoutOrder { id: format!("logout of {n}"), until: at(300), whose: nobody };
    assert_eq!(sessions.log_out(&provider, &order).await.unwrap(), Some(0));
}

/// Two accounts that became one, and were parted again.
async fn merged(sessions: &Sessions, tenant: &Tenant, n: u8, id: &str) {
    let provider: ProviderName = "stat".parse().unwrap();
    let (stays, goes) = (agent(&format!("stat:a{n}")), agent(&format!("stat:b{n}")));
    for account in [&stays, &goes] {
        let subject = account.to_string();
        let seen = SeenIdentity { provider: &provider, subject: &subject, level: AssuranceLevel::Multi, at: at(45) };
        assert!(sessions.put_identity(&seen, &nameless(account)).await.unwrap());
    }
    let (state, browser) = (TokenDigest::of(&format!("merge of {n}")), TokenDigest::of("browser"));
    let attempt = LoginAttempt {
        provider,
        browser,
        onward: None,
        language: Language::Cs,
        max_age: None,
        level: None,
        pair_account: Some(stays.clone()),
        seeks: false,
        expires: at(600),
    };
    sessions.put_login_attempt(&state, &attempt).await.unwrap();
    let place = ClaimedPlace { institution: tenant.id().clone(), person: Some(person(id)), roles: [].into() };
    let subject = goes.to_string();
    assert!(sessions.note_recognised(&state, &subject, AssuranceLevel::Multi, Some(&place)).await.unwrap());
    let merge = MergeId::from_random([n; 8]);
    let by = PairedBy { account: &stays, identity: None, merge: Some(&merge), letters: None };
    let paired = sessions.pair(&state, &browser, &by, at(50)).await.unwrap();
    assert!(matches!(paired, Paired::Merged(_)));
    let undone = sessions.undo_merge(&merge, (&agent("operator"), "a reason"), None, at(60)).await.unwrap();
    assert!(matches!(undone, UndoneMerge::Undone(_)));
}

/// A request whether the records are about somebody, which was decided: they are this person.
async fn claimed(sessions: &Sessions, tenant: &Tenant, n: u8, id: &str) {
    let provider: ProviderName = "stat".parse().unwrap();
    let claim = PersonClaim {
        id: PersonClaimId::from_random([n; 16]),
        named: NamedPerson {
            subject: sessions.named_subject(&provider, &format!("claimed by {n}")),
            provider,
            level: AssuranceLevel::Multi,
            given_name: Line::new("Jana").unwrap(),
            family_name: Line::new("Vdaná").unwrap(),
            born: Date::constant(2000, 2, 29),
        },
        credential: Some(CredentialId::from_random([n; 16])),
        asked: at(50),
        decision: None,
    };
    sessions.put_claim(tenant.id(), &claim).await.unwrap();
    let decision =
        PersonClaimDecision { person: Some(person(id)), at: at(60), by: agent("registrar"), reason: "a reason".into() };
    let decided = PersonClaim { decision: Some(decision), ..claim };
    assert!(sessions.decide_claim(tenant.id(), &decided, &nameless(&agent(&format!("stat:c{n}")))).await.unwrap());
}
