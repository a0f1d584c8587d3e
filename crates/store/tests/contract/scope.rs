//! Roles that are narrowed to faculties or units: how they are kept, and what lists show within them.

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, ClaimedRole, Role, RoleScope, UnitPlace};
use signet_record::{Bilingual, Language, Line, UnitId};
use signet_registry::{DraftStage, UnitEvent};
use signet_store::{
    LogFinding, Lost, NewSession, RunFilter, RunsOf, Search, SearchFilter, Seek, SessionIdentity, SessionsError,
    Tenant, TokenDigest, Total, UnitsOf, UnitsWithin,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, holder, institution, keep, person, propose_for, unit};
use crate::fsck::intruder;
use crate::sessions::{employ, registrar, session_id, sessions, sign_in};
use crate::units;

on_both_engines![
    a_narrowed_role_comes_back_with_its_scope_and_ends_with_it,
    a_scope_that_somebody_else_wrote_opens_nothing,
    roles_of_rules_keep_their_scopes_in_the_session,
    a_unit_stands_where_its_newest_version_or_its_draft_says,
    what_was_put_before_versions_had_a_faculty_is_read_out_of_its_text,
    lists_are_kept_to_the_units_of_a_scope,
    a_search_is_kept_to_the_units_of_a_scope
];

fn faculties(names: &[&str]) -> RoleScope {
    RoleScope::Faculties(names.iter().map(|name| Line::new(name).unwrap()).collect())
}

fn units_of(ids: &[&str]) -> RoleScope {
    RoleScope::Units(ids.iter().map(|id| UnitId::new(id).unwrap()).collect())
}

fn narrowed() -> Actor {
    registrar().narrowed(faculties(&["Právnická fakulta", "Fakulta \"X\""])).unwrap()
}

fn only(id: &str) -> UnitsWithin {
    UnitsWithin::only([UnitPlace { unit: UnitId::new(id).unwrap(), faculty: None }])
}

async fn a_narrowed_role_comes_back_with_its_scope_and_ends_with_it(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &narrowed()).await;
    let grant = sessions.roles(narrowed().account()).await.unwrap().remove(0);
    assert_eq!((grant.actor(narrowed().account()), &grant.scope), (Some(narrowed()), narrowed().scope()));
    let event = sessions.grant_events(&institution("lhota"), None, 1).await.unwrap().remove(0).event;
    assert_eq!(&event.scope, narrowed().scope());
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);

    sign_in(&sessions, &narrowed(), "cookie", 1).await;
    let cookie = TokenDigest::of("cookie");
    assert_eq!(sessions.session(&cookie, at(20)).await.unwrap().map(|session| session.actor), Some(narrowed()));
    // The same role for something else: who signed in before does so no longer, and not in the scope of before.
    let other = registrar().narrowed(units_of(&["uvod"])).unwrap();
    employ(&sessions, &other).await;
    assert_eq!(sessions.session(&cookie, at(20)).await.unwrap(), None);
    assert_eq!(sessions.roles(other.account()).await.unwrap().len(), 1);
    let token = crate::sessions::token(narrowed());
    sessions.put_login_token(&TokenDigest::of("before"), &token).await.unwrap();
    let redeemed = sessions.redeem(&TokenDigest::of("before"), &TokenDigest::of("c2"), session_id(2), at(21)).await;
    assert!(redeemed.unwrap().is_none(), "nobody has that role in that scope");
    sign_in(&sessions, &other, "cookie 3", 3).await;
}

async fn a_scope_that_somebody_else_wrote_opens_nothing(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &narrowed()).await;
    sign_in(&sessions, &narrowed(), "cookie", 1).await;
    intruder(opened, &[("UPDATE grant_event SET scope = '' WHERE sequence = 1", 1)]).await;
    assert_eq!(
        tenant.audit_log(&[]).await.unwrap().findings,
        [LogFinding::Grant { sequence: 1, state: Lost::Altered }]
    );
    for table in ["session", "account_role"] {
        let widened = format!("UPDATE {table} SET scope = ''");
        intruder(opened, &[(widened.as_str(), 1)]).await;
        let asked = sessions.session(&TokenDigest::of("cookie"), at(20)).await;
        let forged = matches!(&asked, Err(SessionsError::Forged { table: found }) if *found == table);
        assert!(forged, "{table}: {asked:?}");
        let scope = "{\"faculties\":[\"Fakulta \\\"X\\\"\",\"Právnická fakulta\"]}";
        let back = format!("UPDATE {table} SET scope = '{scope}'");
        intruder(opened, &[(back.as_str(), 1)]).await;
        assert!(sessions.session(&TokenDigest::of("cookie"), at(20)).await.unwrap().is_some(), "{table}");
    }
}

async fn roles_of_rules_keep_their_scopes_in_the_session(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    let account = registrar().account().clone();
    let role = |scope| ClaimedRole { role: Role::QualityOffice, scope };
    let rests_on = SessionIdentity {
        provider: "lhota".parse().unwrap(),
        sid: None,
        level: AssuranceLevel::Multi,
        authenticated: at(0),
        place: Some(ClaimedPlace {
            institution: institution("lhota"),
            person: Some(person("z1")),
            roles: [role(faculties(&["A"])), role(units_of(&["uvod"])), ClaimedRole::of(Role::Auditor)].into(),
        }),
    };
    let actors = sessions.actors(&account, &rests_on, at(10)).await.unwrap();
    let told: Vec<(Role, RoleScope)> = actors.iter().map(|actor| (actor.role(), actor.scope().clone())).collect();
    let expected = [
        (Role::Registrar, RoleScope::Whole),
        (Role::Auditor, RoleScope::Whole),
        (Role::QualityOffice, faculties(&["A"])),
        (Role::QualityOffice, units_of(&["uvod"])),
    ];
    assert_eq!(told, expected);
    let new =
        |cookie: &str, n| NewSession { digest: TokenDigest::of(cookie), id: session_id(n), language: Language::Cs };
    for (n, actor) in actors.iter().enumerate() {
        let cookie = format!("cookie {n}");
        let n = u8::try_from(n).unwrap();
        assert!(sessions.begin_session(&new(&cookie, n), actor, &rests_on, at(10)).await.unwrap().is_some());
        let read = sessions.session(&TokenDigest::of(&cookie), at(11)).await.unwrap().unwrap();
        assert_eq!((&read.actor, read.identity.as_ref()), (actor, Some(&rests_on)));
    }
    let within = |scope| {
        let quality = Actor::within(account.clone(), institution("lhota"), Role::QualityOffice, Some(person("z1")));
        quality.unwrap().narrowed(scope).unwrap()
    };
    for wider in [RoleScope::Whole, faculties(&["A", "B"]), faculties(&["B"])] {
        let begun = sessions.begin_session(&new("wider", 9), &within(wider.clone()), &rests_on, at(10)).await.unwrap();
        assert!(begun.is_none(), "{wider:?}");
    }
}

/// A version that states a faculty, brought in as a file.
async fn put(tenant: &Tenant, id: &str, version: u32, faculty: &str) {
    let title = Bilingual::new("Úvod", "Introduction").unwrap();
    let document = format!("{{\"faculty\":{{\"cs\":\"{faculty}\",\"en\":\"Faculty\"}}}}");
    tenant.put_unit(&UnitId::new(id).unwrap(), version, &title, &document, at(0)).await.unwrap();
}

async fn faculty(tenant: &Tenant, id: &str) -> Option<String> {
    let place = tenant.unit_place(&UnitId::new(id).unwrap()).await.unwrap();
    assert_eq!(place.unit.as_str(), id);
    place.faculty.map(|name| name.to_string())
}

async fn a_unit_stands_where_its_newest_version_or_its_draft_says(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let abroad = found(&opened.store, "jinde").await;
    put(&tenant, "pravo", 1, "Stará fakulta").await;
    put(&tenant, "pravo", 2, "Právnická fakulta").await;
    put(&abroad, "pravo", 3, "Cizí fakulta").await;
    let text = |name: &str| format!("faculty.cs = \"{name}\"\n");
    units::drafted(&tenant, "novinka", &text("Filozofická fakulta")).await;
    assert_eq!(faculty(&tenant, "pravo").await.as_deref(), Some("Právnická fakulta"));
    assert_eq!(faculty(&tenant, "novinka").await.as_deref(), Some("Filozofická fakulta"));
    assert_eq!(faculty(&tenant, "neni").await, None);
    let all: Vec<String> = tenant.faculties().await.unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(all, ["Filozofická fakulta", "Právnická fakulta"]);

    let within = tenant.units_within(&faculties(&["Právnická fakulta", "Stará fakulta"])).await.unwrap();
    let held = |within: &UnitsWithin| ["pravo", "novinka"].map(|id| within.holds(&UnitId::new(id).unwrap()));
    assert_eq!((held(&within), within.is_whole()), ([true, false], false));
    assert_eq!(held(&tenant.units_within(&RoleScope::Whole).await.unwrap()), [true, true]);
    assert_eq!(held(&tenant.units_within(&units_of(&["novinka"])).await.unwrap()), [false, true]);
    assert_eq!(held(&tenant.units_within(&faculties(&["Cizí fakulta"])).await.unwrap()), [false, false]);
}

async fn what_was_put_before_versions_had_a_faculty_is_read_out_of_its_text(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    put(&tenant, "pravo", 1, "Právnická fakulta").await;
    let forgotten = "UPDATE unit SET faculty_cs = NULL, faculty_en = NULL";
    intruder(opened, &[(forgotten, 2), ("DELETE FROM setting WHERE name = 'unit-faculty'", 1)]).await;
    let states = async |tenant: &Tenant| {
        assert_eq!(faculty(tenant, "pravo").await.as_deref(), Some("Právnická fakulta"));
        assert_eq!(tenant.faculties().await.unwrap().len(), 1);
        let listed =
            tenant.unit_overview().await.unwrap().into_iter().find(|one| one.unit.as_str() == "pravo").unwrap();
        assert_eq!(listed.faculty, Some(Bilingual::new("Právnická fakulta", "Faculty").unwrap()));
    };
    states(&tenant).await;
    let again = opened.again().await;
    intruder(opened, &[("UPDATE unit SET version = version WHERE faculty_cs IS NOT NULL", 2)]).await;
    states(&again.tenant(&institution("lhota"))).await;
    again.close().await;
}

async fn lists_are_kept_to_the_units_of_a_scope(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for id in ["ukazka", "jina"] {
        units::drafted(&tenant, id, "text").await;
        units::submit(&tenant, id, "text").await;
    }
    let (own, none) = (only("jina"), UnitsWithin::only([]));
    let waiting = async |within: &UnitsWithin| {
        let drafts = tenant.drafts_at(DraftStage::Submitted, UnitsOf::Within(within), 10).await.unwrap();
        drafts.iter().map(|draft| draft.unit.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(waiting(UnitsWithin::WHOLE).await.len(), 2);
    assert_eq!(waiting(&own).await, ["jina"]);
    assert!(waiting(&none).await.is_empty(), "nothing is not all");
    units::append(&tenant, "jina", UnitEvent::Withdrawn {}, "author").await;
    assert!(waiting(&own).await.is_empty());

    crate::runs::entered(&tenant, "p1").await;
    let page = signet_store::NumberedPage { page: 0, rows: 9 };
    let runs = async |within: &UnitsWithin| {
        tenant.runs(RunsOf::Within(within), &RunFilter::default(), page).await.unwrap().len()
    };
    let of_run = UnitsWithin::only([UnitPlace { unit: unit(), faculty: None }]);
    assert_eq!((runs(&of_run).await, runs(&own).await, runs(&none).await), (1, 0, 0));
}

async fn a_search_is_kept_to_the_units_of_a_scope(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=3 {
        keep(&tenant, &holder(&format!("p{n}"), Some("Jana"), Some("Nováková"))).await;
        propose_for(&tenant, n, &format!("p{n}"), 0, None).await;
    }
    let place = |id: &UnitId| UnitPlace { unit: id.clone(), faculty: None };
    let (own, two) =
        (UnitsWithin::only([place(&unit())]), UnitsWithin::only([place(&unit()), place(&"jina".parse().unwrap())]));
    let found = async |search: &Search, filter: SearchFilter| {
        let rows = tenant.search_within(search, &filter, &Seek::First, 100).await.unwrap().rows.len();
        let counted = tenant.count_within(search, &filter).await.unwrap();
        assert_eq!(counted, Total::Exactly(u64::try_from(rows).unwrap()), "{search:?} {filter:?}");
        rows
    };
    let kept_to = |within: &UnitsWithin| SearchFilter { within: within.clone(), ..SearchFilter::default() };
    let named = Search::Name(vec![signet_store::NamePrefix::new("jan")]);
    for search in [&Search::All, &named] {
        for (within, many) in [(&own, 3), (&two, 3), (&only("jina"), 0), (&UnitsWithin::only([]), 0)] {
            assert_eq!(found(search, kept_to(within)).await, many, "{search:?} {within:?}");
        }
        // A unit that is not among them is asked for in vain.
        let asked = SearchFilter { unit: Some(unit()), ..kept_to(&only("jina")) };
        assert_eq!(found(search, asked).await, 0, "{search:?}");
    }
}
