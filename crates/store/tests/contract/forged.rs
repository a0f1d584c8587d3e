//! Whoever can write the database but does not have the key: nothing they write lets anybody in.

use signet_access::{Actor, Assurance, AssuranceLevel, Role};
use signet_store::{RowKey, Sessions, SessionsError, TokenDigest};
use sqlx::{AnyPool, AssertSqlSafe};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, institution, person};
use crate::schema::pool;
use crate::sessions::{agent, employ, holder, registrar, session_id, sessions, sign_in, token};

on_both_engines![
    a_row_put_into_session_opens_nothing,
    no_change_of_a_session_widens_it,
    a_row_put_into_login_token_opens_nothing,
    roles_cannot_be_written_in,
    another_key_opens_nothing,
];

async fn write(pool: &AnyPool, statement: &str) {
    sqlx::query(AssertSqlSafe(statement.to_owned())).execute(pool).await.unwrap();
}

/// The text of one column of the only row that fits.
async fn read(pool: &AnyPool, statement: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(statement.to_owned())).fetch_one(pool).await.unwrap()
}

/// SHA-256 in hexadecimal digits, as the tables hold tokens.
fn digest(token: &str) -> String {
    signet_registry::Digest::of(token.as_bytes()).to_string()
}

async fn is_forged(sessions: &Sessions, cookie: &str) -> bool {
    matches!(
        sessions.session(&TokenDigest::of(cookie), at(20)).await,
        Err(SessionsError::Forged { table: "session" | "session_identity" | "account" | "account_role" })
    )
}

async fn a_row_put_into_session_opens_nothing(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    sign_in(&sessions, &registrar(), "genuine", 1).await;
    let pool = pool(opened).await;
    let genuine = read(&pool, "SELECT code FROM session").await;
    for (n, code) in ["", "00", genuine.as_str()].into_iter().enumerate() {
        let (cookie, now) = (format!("forged {n}"), at(10).as_millisecond());
        let far = at(1_000_000).as_millisecond();
        write(
            &pool,
            &format!(
                "INSERT INTO session (digest, id, role, institution, person, account, language, created, seen, expires, code) \
                 VALUES ('{}', '{}', 'registrar', 'lhota', 'z1', 'novakova', 'cs', {now}, {now}, {far}, '{code}')",
                digest(&cookie),
                session_id(40 + n as u8)
            ),
        )
        .await;
        assert!(is_forged(&sessions, &cookie).await, "{code}");
    }
    assert!(sessions.session(&TokenDigest::of("genuine"), at(20)).await.unwrap().is_some());
    pool.close().await;
}

async fn no_change_of_a_session_widens_it(opened: &Opened) {
    found(&opened.store, "lhota").await;
    found(&opened.store, "jinde").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    let pool = pool(opened).await;
    let changes = [
        "role = 'registrar', account = 'novakova', person = 'z1'",
        "person = 'p2'",
        "person = NULL, role = 'registrar'",
        "institution = 'jinde'",
        "account = 'novakova'",
        "language = 'en'",
        "seen = seen + 1",
        "expires = expires + 1",
        "created = created + 1",
    ];
    for (n, change) in (1..).zip(changes) {
        let cookie = format!("cookie {n}");
        sign_in(&sessions, &holder(), &cookie, n).await;
        write(&pool, &format!("UPDATE session SET {change} WHERE digest = '{}'", digest(&cookie))).await;
        assert!(is_forged(&sessions, &cookie).await, "{change}");
    }
    // Whoever came by a link from an e-mail is not somebody whom the machine's operator vouches for.
    let mail = Assurance { level: AssuranceLevel::Mail, is_recent: false };
    for (n, change) in (30..).zip(["level = NULL", "level = 'multi'"]) {
        let cookie = format!("cookie {n}");
        sign_in(&sessions, &holder().recognised(mail), &cookie, n).await;
        let seen = sessions.session(&TokenDigest::of(&cookie), at(20)).await.unwrap().unwrap();
        assert_eq!(seen.actor.assurance(), Some(mail));
        write(&pool, &format!("UPDATE session SET {change} WHERE digest = '{}'", digest(&cookie))).await;
        assert!(is_forged(&sessions, &cookie).await, "{change}");
    }
    // Another's cookie put in the place of one's own.
    sign_in(&sessions, &registrar(), "hers", 50).await;
    write(&pool, &format!("UPDATE session SET digest = '{}' WHERE digest = '{}'", digest("mine"), digest("hers")))
        .await;
    assert!(is_forged(&sessions, "mine").await);
    pool.close().await;
}

async fn a_row_put_into_login_token_opens_nothing(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    let pool = pool(opened).await;
    sessions.put_login_token(&TokenDigest::of("holder's"), &token(holder())).await.unwrap();
    let code = read(&pool, "SELECT code FROM login_token").await;
    let far = at(1_000_000).as_millisecond();
    write(
        &pool,
        &format!(
            "INSERT INTO login_token (digest, role, institution, person, account, language, expires, code) \
             VALUES ('{}', 'registrar', 'lhota', 'z1', 'novakova', 'cs', {far}, '{code}')",
            digest("forged")
        ),
    )
    .await;
    write(&pool, &format!("UPDATE login_token SET expires = {far} WHERE digest = '{}'", digest("holder's"))).await;
    for token in ["forged", "holder's"] {
        let redeemed =
            sessions.redeem(&TokenDigest::of(token), &TokenDigest::of("cookie"), session_id(1), at(20)).await;
        assert!(matches!(redeemed, Err(SessionsError::Forged { table: "login_token" })), "{token}");
    }
    assert_eq!(read(&pool, "SELECT CAST(count(*) AS TEXT) FROM session").await, "0");
    pool.close().await;
}

async fn roles_cannot_be_written_in(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let pool = pool(opened).await;
    let changes = [
        "UPDATE account_role SET role = 'registrar' WHERE account = '#'",
        "UPDATE account_role SET person = NULL WHERE account = '#'",
        "UPDATE account_role SET ends = 1 WHERE account = '#'",
        "UPDATE account_role SET granted_by = 'somebody' WHERE account = '#'",
        "INSERT INTO account_role (account, institution, role, person, ends, granted_by, granted, code) \
         SELECT account, institution, 'registrar', person, ends, granted_by, granted, code FROM account_role \
         WHERE account = '#'",
        "UPDATE account SET state = 'blocked' WHERE id = '#'",
        "UPDATE account SET name = 'Somebody else' WHERE id = '#'",
    ];
    for (n, change) in (1..).zip(changes) {
        let (account, cookie) = (format!("vzorna{n}"), format!("cookie {n}"));
        let place = institution("lhota");
        let custodian = Actor::within(agent(&account), place, Role::SealCustodian, Some(person("z2"))).unwrap();
        employ(&sessions, &custodian).await;
        sign_in(&sessions, &custodian, &cookie, n).await;
        assert!(sessions.session(&TokenDigest::of(&cookie), at(20)).await.unwrap().is_some());
        write(&pool, &change.replace('#', &account)).await;
        assert!(is_forged(&sessions, &cookie).await, "{change}");
    }
    pool.close().await;
}

async fn another_key_opens_nothing(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let elsewhere = opened.store.sessions(RowKey::new(&[8; 32]));
    sign_in(&elsewhere, &holder(), "cookie", 1).await;
    assert!(is_forged(&sessions(&opened.store), "cookie").await);
}
