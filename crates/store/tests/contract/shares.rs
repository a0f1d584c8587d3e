//! Shares: found by the digest of their link in one statement, changed only where they may be, looked at without a trace.

use signet_record::Email;
use signet_registry::{Stage, Status};
use signet_share::{
    Answer, CodeHash, CodeKey, LinkKey, Purpose, Recipient, Reference, Share, ShareId, ShareKind, ShareLabel,
    ShareLink, ShareState, Showing, ShownField, ShownFields, Terms, answer,
    guesses::{CodeState, WAIT, WRONG_BEFORE_WAIT, WRONG_MAX},
};
use signet_store::{ProposalReceipt, PutShareError, ShareView};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{
    SEALED, append, at, credential, found, intend, issue, link_key, propose, propose_for, revoked, seal, share,
};

on_both_engines![
    a_row_that_others_put_in_or_changed_opens_nothing,
    a_link_leads_to_its_share,
    a_link_in_the_making_leads_to_nothing_yet,
    withdrawing_works_at_once,
    ids_and_links_are_taken_once,
    looks_are_counted_by_the_minute,
    every_showing_is_kept,
    a_code_can_be_taken_off_and_no_row_without_it_opens,
    wrong_codes_are_counted_for_the_share,
    one_link_shows_several_and_each_can_be_taken_out,
];

fn named(n: u8, ends: i64) -> Share {
    let terms = Terms {
        label: ShareLabel::new("Pekárna U Mlýna").unwrap(),
        purpose: Purpose::Proof,
        ends: Some(at(ends)),
        recipient: Some(Recipient::new("Pekárna", Some(Email::new("prace@pekarna.example").unwrap())).unwrap()),
        reference: Some(Reference::new("HR-2026-118").unwrap()),
        showing: Showing::new(ShownFields::ALL.without(ShownField::Grade), false),
        code: Some(CodeHash::of(&"291307".parse().unwrap(), &CodeKey::of(&link_key()), &[3; 16]).unwrap()),
        language: signet_record::Language::En,
    };
    Share::named(ShareId::from_random([n; 16]), credential(1), terms, at(10)).unwrap()
}

async fn a_link_leads_to_its_share(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let (document, _) = share(&tenant, &id, 1).await;
    let mine = named(2, 5_000);
    let link = ShareLink::of(&link_key(), mine.id);
    tenant.put_share(&mine, &link.lookup_digest()).await.unwrap();

    let presented: ShareLink = link.reveal().parse().unwrap();
    let shown = opened.store.public().look_up(&presented.lookup_digest()).await.unwrap().unwrap();
    assert_eq!((shown.institution.as_str(), &shown.share), ("lhota", &mine));
    assert_eq!((shown.stage, shown.status), (Stage::Delivered, Status::Valid));
    let row = tenant.credential(&id).await.unwrap().unwrap();
    assert_eq!((&shown.files, &shown.person), (&tenant.sealed_files(&id).await.unwrap(), &row.key.person));
    assert_eq!(shown.files.len(), SEALED.len());
    assert_eq!(tenant.shares(&id).await.unwrap(), [document, mine]);
    for (kind, digest) in &shown.files {
        let bytes = tenant.artefact(digest).await.unwrap().bytes.len() as u64;
        assert_eq!(shown.sizes.get(kind), Some(&bytes));
    }

    append(&tenant, &id, revoked()).await;
    let shown = opened.store.public().look_up(&link.lookup_digest()).await.unwrap().unwrap();
    assert_eq!(shown.status, Status::Revoked);
    let other = ShareLink::of(&link_key(), ShareId::from_random([9; 16]));
    assert!(opened.store.public().look_up(&other.lookup_digest()).await.unwrap().is_none());
}

async fn a_link_in_the_making_leads_to_nothing_yet(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let (_, link) = share(&tenant, &id, 1).await;
    let shown = opened.store.public().look_up(&link.lookup_digest()).await.unwrap().unwrap();
    assert_eq!((shown.stage, shown.files.len()), (Stage::Proposed, 0));
}

async fn withdrawing_works_at_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let (mut document, link) = share(&tenant, &id, 1).await;
    document.withdraw(at(50));
    assert!(tenant.change_share(&document).await.unwrap());
    let shown = opened.again().await.public().look_up(&link.lookup_digest()).await.unwrap().unwrap();
    assert_eq!(answer(Some(&shown.share), at(50)), Answer::Neutral);
    document.reopen().unwrap();
    assert!(tenant.change_share(&document).await.unwrap());
    let shown = tenant.share(&document.id).await.unwrap().unwrap();
    assert_eq!(shown.state(at(60)), ShareState::Open);
    assert!(!tenant.change_share(&named(7, 5_000)).await.unwrap(), "there is no such share");
}

async fn ids_and_links_are_taken_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let (document, link) = share(&tenant, &id, 1).await;
    let again = tenant.put_share(&document, &ShareLink::of(&link_key(), named(3, 99).id).lookup_digest()).await;
    assert!(matches!(again, Err(PutShareError::Taken)));
    let same_link = tenant.put_share(&named(3, 5_000), &link.lookup_digest()).await;
    assert!(matches!(same_link, Err(PutShareError::Taken)));
}

async fn looks_are_counted_by_the_minute(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let (document, _) = share(&tenant, &id, 1).await;
    let look = |second, looks, downloads| {
        (tenant.id().clone(), ShareView { looks, downloads, ..ShareView::none(document.id, at(second)) })
    };
    let public = opened.store.public();
    public.add_looks(&[look(0, 1, 0), look(60, 2, 1)]).await.unwrap();
    public.add_looks(&[look(59, 1, 0), look(119, 1, 0)]).await.unwrap();
    let looks = tenant.looks(&id).await.unwrap();
    let looks: Vec<_> = looks.into_iter().map(|look| (look.minute, look.looks, look.downloads)).collect();
    assert_eq!(looks, [(at(60), 3, 1), (at(0), 2, 0)]);
    let day = 86_400;
    assert_eq!(opened.store.operator().sweep(at(90 * day + 59)).await.unwrap().looks, 1);
    assert_eq!(opened.store.operator().sweep(at(91 * day)).await.unwrap().looks, 1);
    assert!(tenant.looks(&id).await.unwrap().is_empty());
}

async fn a_row_that_others_put_in_or_changed_opens_nothing(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (mine, theirs) = (issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await);
    let (share, link) = share(&tenant, &mine, 1).await;
    let look_up = || async { opened.store.public().look_up(&link.lookup_digest()).await.unwrap() };
    assert!(look_up().await.is_some());
    let pool = Opened::pool(&opened.database).await;
    let run = |statement: String| {
        let pool = pool.clone();
        async move { sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&pool).await.unwrap().rows_affected() }
    };
    // One's own link turned to somebody else's credential, or opened wider than the holder said.
    for (change, back) in [
        (format!("credential = '{theirs}'"), format!("credential = '{mine}'")),
        ("show_birth_date = 1".to_owned(), "show_birth_date = 0".to_owned()),
        ("shows = 1, files = 0".to_owned(), "shows = NULL, files = NULL".to_owned()),
        ("ends = 1".to_owned(), "ends = NULL".to_owned()),
        ("mac = NULL".to_owned(), String::new()),
    ] {
        assert_eq!(run(format!("UPDATE share SET {change} WHERE id = '{}'", share.id)).await, 1);
        assert!(look_up().await.is_none(), "{change}");
        if !back.is_empty() {
            assert_eq!(run(format!("UPDATE share SET {back} WHERE id = '{}'", share.id)).await, 1);
            assert!(look_up().await.is_some(), "{back}");
        }
    }
    // A link of one's own making.
    let own = ShareLink::of(&LinkKey::new(&std::array::from_fn(|i| u8::try_from(200 - i).unwrap())).unwrap(), share.id);
    let forged = format!(
        "INSERT INTO share (institution, id, credential, lookup, kind, label, purpose, ends, show_birth_date, language, \
         created, withdrawn, mac) SELECT institution, 'forged', credential, '{}', kind, label, purpose, ends, \
         show_birth_date, language, created, withdrawn, mac FROM share",
        own.lookup_digest()
    );
    assert_eq!(run(forged).await, 1);
    assert!(opened.store.public().look_up(&own.lookup_digest()).await.unwrap().is_none());
    pool.close().await;
}

async fn every_showing_is_kept(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let mut n = 0;
    for bits in 0..=ShownFields::ALL.bits() {
        for files in [false, true] {
            n += 1;
            let showing = Showing::new(ShownFields::from_bits(bits).unwrap(), files);
            let mut mine = Share { showing, code: None, ..named(n, 5_000) };
            if let ShareKind::Named { recipient, reference, .. } = &mut mine.kind {
                (*recipient, *reference) = (None, None);
            }
            let lookup = ShareLink::of(&link_key(), mine.id).lookup_digest();
            tenant.put_share(&mine, &lookup).await.unwrap();
            assert_eq!(tenant.share(&mine.id).await.unwrap().as_ref(), Some(&mine));
            assert_eq!(opened.store.public().look_up(&lookup).await.unwrap().map(|shown| shown.share), Some(mine));
        }
    }
}

async fn a_code_can_be_taken_off_and_no_row_without_it_opens(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let mut mine = named(2, 5_000);
    let lookup = ShareLink::of(&link_key(), mine.id).lookup_digest();
    tenant.put_share(&mine, &lookup).await.unwrap();
    let pool = Opened::pool(&opened.database).await;
    let code = mine.code.clone().unwrap();
    let put = |code: Option<String>| sqlx::query("UPDATE share SET code = $1").bind(code).execute(&pool);
    put(None).await.unwrap();
    assert!(
        opened.store.public().look_up(&lookup).await.unwrap().is_none(),
        "who writes to the database opens nothing"
    );
    put(Some(code.as_str().to_owned())).await.unwrap();
    pool.close().await;
    mine.code = None;
    assert!(tenant.change_share(&mine).await.unwrap());
    assert!(opened.store.public().look_up(&lookup).await.unwrap().is_some_and(|shown| shown.share.code.is_none()));
}

async fn wrong_codes_are_counted_for_the_share(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let mine = named(2, 5_000);
    tenant.put_share(&mine, &ShareLink::of(&link_key(), mine.id).lookup_digest()).await.unwrap();
    assert_eq!(tenant.code_tries(&mine.id).await.unwrap().state(at(0)), CodeState::Open);
    let wait = i64::try_from(WAIT.as_secs()).unwrap();
    let mut now = 0;
    for round in 1..=WRONG_MAX / WRONG_BEFORE_WAIT {
        for _ in 0..WRONG_BEFORE_WAIT {
            assert!(tenant.begin_code_try(&mine.id, at(now)).await.unwrap());
        }
        assert_eq!(tenant.code_tries(&mine.id).await.unwrap().wrong, round * WRONG_BEFORE_WAIT);
        assert!(!tenant.begin_code_try(&mine.id, at(now + wait - 1)).await.unwrap(), "a quarter of an hour");
        now += wait;
    }
    assert_eq!(tenant.code_tries(&mine.id).await.unwrap().state(at(now)), CodeState::Closed);
    assert!(!tenant.begin_code_try(&mine.id, at(now + 1_000_000)).await.unwrap(), "until the holder opens it again");
    tenant.forget_code_tries(&mine.id).await.unwrap();
    for _ in 0..2 * WRONG_BEFORE_WAIT {
        assert!(tenant.begin_code_try(&mine.id, at(now)).await.unwrap());
        tenant.end_code_try(&mine.id).await.unwrap();
    }
    assert_eq!(tenant.code_tries(&mine.id).await.unwrap().wrong, 0, "right ones are not counted");
}

async fn one_link_shows_several_and_each_can_be_taken_out(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (first, others) = (issue(&tenant, 1, "p1").await, issue(&tenant, 3, "p2").await);
    let ProposalReceipt::New(second) = propose_for(&tenant, 2, "p1", 1, None).await else {
        panic!("it is there already")
    };
    intend(&tenant, &second).await;
    seal(&tenant, &second).await;
    let mut mine = named(2, 5_000).with_others([second]);
    let lookup = ShareLink::of(&link_key(), mine.id).lookup_digest();
    tenant.put_share(&mine, &lookup).await.unwrap();
    assert_eq!(tenant.share(&mine.id).await.unwrap().as_ref(), Some(&mine));
    assert_eq!(tenant.shares_with(&second).await.unwrap(), [mine.clone()]);
    assert!(tenant.shares_with(&first).await.unwrap().is_empty(), "that it was made of stands in its own list");
    let shown = |public: signet_store::Public| async move { public.look_up(&lookup).await.unwrap() };
    let found = shown(opened.store.public()).await.unwrap();
    let items = tenant.shared_items(&found).await.unwrap();
    assert_eq!(items.iter().map(|item| item.share.credential).collect::<Vec<_>>(), mine.items);
    assert!(items.iter().all(|item| item.files.len() == SEALED.len() && item.status == Status::Valid));
    // Somebody else's credential put among them: the link opens nothing.
    let pool = Opened::pool(&opened.database).await;
    let put = format!("INSERT INTO share_item VALUES ('lhota', '{}', '{others}')", mine.id);
    sqlx::query(sqlx::AssertSqlSafe(put)).execute(&pool).await.unwrap();
    assert!(shown(opened.store.public()).await.is_none());
    let back = format!("DELETE FROM share_item WHERE credential = '{others}'");
    sqlx::query(sqlx::AssertSqlSafe(back)).execute(&pool).await.unwrap();
    pool.close().await;
    // One revoked does not hide the other; the one that it was made of can go.
    append(&tenant, &second, revoked()).await;
    mine.take_out(first).unwrap();
    assert!(tenant.change_share(&mine).await.unwrap());
    let found = shown(opened.store.public()).await.unwrap();
    let items = tenant.shared_items(&found).await.unwrap();
    assert_eq!(
        items.iter().map(|item| (item.share.credential, item.status)).collect::<Vec<_>>(),
        [(second, Status::Revoked)]
    );
}
