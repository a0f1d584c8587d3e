//! The table of rights against its golden file, and the three rules that stand before it.
#![allow(clippy::unwrap_used)]

use std::{fmt::Write as _, sync::LazyLock, time::Duration};

use signet_record::{InstitutionId, Line, PersonId, Timestamp, UnitId};
use signet_registry::Agent;

use super::*;
use crate::actor::Role;
use crate::assurance::{Assurance, AssuranceLevel};
use crate::permit::AnotherAct;
use crate::rights::has_right;
use crate::scope::UnitPlace;
use crate::target::TargetKind;

pub(super) fn institution(id: &str) -> InstitutionId {
    InstitutionId::new(id).unwrap()
}

pub(super) fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

fn account() -> Agent {
    Agent::new("novakova").unwrap()
}

pub(super) fn actor(role: Role, home: &InstitutionId, me: &PersonId) -> Actor {
    match role {
        Role::Operator => Actor::operator(account()),
        Role::Verifier => Actor::stranger(),
        _ => Actor::within(account(), home.clone(), role, Some(me.clone())).unwrap(),
    }
}

/// A target of the action's own kind.
fn target<'a>(
    action: Action,
    institution: &'a InstitutionId,
    holder: &'a PersonId,
    guarantor: &'a PersonId,
    open: bool,
) -> Target<'a> {
    assessed(action, institution, holder, guarantor, &[], open)
}

/// The unit that everything here belongs to.
static PLACE: LazyLock<UnitPlace> = LazyLock::new(|| place("pravo", Some("Právnická fakulta")));

pub(super) fn place(unit: &str, faculty: Option<&str>) -> UnitPlace {
    UnitPlace { unit: UnitId::new(unit).unwrap(), faculty: faculty.map(|name| Line::new(name).unwrap()) }
}

/// The same of a run that somebody assesses.
pub(super) fn assessed<'a>(
    action: Action,
    institution: &'a InstitutionId,
    holder: &'a PersonId,
    guarantor: &'a PersonId,
    assessors: &'a [PersonId],
    open: bool,
) -> Target<'a> {
    static OTHER: LazyLock<Agent> = LazyLock::new(|| Agent::new("svoboda").unwrap());
    let (guarantor, place) = (Some(guarantor), Some(&*PLACE));
    match action.target() {
        TargetKind::Grant => Target::Grant { institution, account: &OTHER, person: Some(holder) },
        TargetKind::Batch => Target::Batch { institution, place },
        TargetKind::Credential => Target::Credential { institution, holder, guarantor, place },
        TargetKind::Institution => Target::Institution(institution),
        TargetKind::Result => Target::Result { institution, holder, guarantor, assessors, place },
        TargetKind::Run => Target::Run { institution, guarantor, assessors, place },
        TargetKind::Service => Target::Service,
        TargetKind::Share => Target::Share { institution, holder, open },
        TargetKind::Unit => Target::Unit { institution, guarantor, place },
    }
}

/// How far a role's right goes, found out by asking the function and not by reading the table.
fn reach(role: Role, action: Action) -> &'static str {
    let home = institution("lhota");
    let (me, other, third) = (person("me"), person("other"), person("third"));
    let actor = actor(role, &home, &me);
    let ask =
        |holder, guarantor, open| allowed(&actor, action, &target(action, &home, holder, guarantor, open)).is_ok();
    let (stranger, closed) = (ask(&other, &third, true), ask(&other, &third, false));
    let mine = [third.clone(), me.clone()];
    let assessed = allowed(&actor, action, &assessed(action, &home, &other, &third, &mine, false)).is_ok();
    match (stranger, closed, ask(&me, &third, false), ask(&other, &me, false)) {
        (false, false, false, false) if assessed => "assessed",
        (true, true, true, _) => "all",
        (true, true, false, _) => "all but self",
        (true, false, _, _) => "shared",
        (false, false, true, _) => "own",
        (false, false, false, true) => "guaranteed",
        _ => "-",
    }
}

fn table() -> String {
    let mut table = String::from(
        "Rights of roles, as `signet_access::allowed` answers. Always inside one's own institution; strangers and the\n\
         operator belong to none. A hyphen is no right.\n\n",
    );
    write!(table, "{:<20} {:<12}", "action", "on").unwrap();
    for role in Role::ALL {
        write!(table, " {:<17}", role.code()).unwrap();
    }
    table.push('\n');
    for action in Action::ALL {
        write!(table, "{:<20} {:<12}", action.code(), action.target().name()).unwrap();
        for role in Role::ALL {
            write!(table, " {:<17}", reach(role, action)).unwrap();
        }
        table.push('\n');
    }
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// What each action needs of whoever a provider recognised, where it is more than being recognised at all.
fn assurances() -> String {
    let mut table = String::from("How whoever signs in by a provider must have been recognised to do what weighs.\n\n");
    for action in Action::ALL {
        let needed = action.needed_assurance();
        if needed.level > AssuranceLevel::Mail {
            let when = if needed.is_recent { "just now" } else { "in this session" };
            writeln!(table, "{:<20} {:<8} {when}", action.code(), needed.level).unwrap();
        }
    }
    table
}

/// What whoever was let in by an emergency link may do of what their role may.
fn emergencies() -> String {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let mut table = String::from(
        "What a role may still do whose bearer was let in by an emergency link: `yes`, or refused, since it takes two people.\n\
         `signet login-link` makes such links for the operator and for whoever is answerable for the seal.\n\n",
    );
    for role in Role::ALL.into_iter().filter(|role| role.is_staff()) {
        let actor = actor(role, &home, &me);
        let hurried = actor.clone().in_emergency(Line::new("provider away").unwrap());
        for action in Action::ALL {
            let (mine, target) = ([me.clone()], target(action, &home, &other, &me, true));
            let target = if action == Action::EnterResult || role == Role::Assessor {
                assessed(action, &home, &other, &me, &mine, true)
            } else {
                target
            };
            if allowed(&actor, action, &target).is_err() {
                continue;
            }
            let may = match allowed(&hurried, action, &target) {
                Ok(_) => "yes",
                Err(Denial::Emergency) => "refused",
                Err(other) => panic!("{role:?} {action:?} {other}"),
            };
            writeln!(table, "{:<18} {:<22} {may}", role.code(), action.code()).unwrap();
        }
    }
    table
}

pub(super) fn golden(file: &str, today: String) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(file);
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::write(&path, &today).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(golden, today, "{file} changed: review, then run again with SIGNET_BLESS=1");
}

#[test]
fn rights_are_those_of_the_golden_file() {
    golden("rights.txt", table());
}

#[test]
fn what_an_emergency_link_is_never_enough_for_is_that_of_the_golden_file() {
    golden("emergency.txt", emergencies());
}

#[test]
fn li9_what_asks_for_a_second_factor_is_that_of_the_golden_file() {
    golden("assurance.txt", assurances());
}

#[test]
fn tenants_are_walls() {
    let (home, abroad, me, other) = (institution("lhota"), institution("jinde"), person("me"), person("other"));
    for role in Role::ALL.into_iter().filter(|role| role.is_institutional()) {
        let actor = actor(role, &home, &me);
        for action in Action::ALL.into_iter().filter(|action| action.target() != TargetKind::Service) {
            for (holder, guarantor) in [(&me, &me), (&me, &other), (&other, &me), (&other, &other)] {
                for open in [true, false] {
                    let target = target(action, &abroad, holder, guarantor, open);
                    let decision = allowed(&actor, action, &target);
                    assert_eq!(decision, Err(Denial::Wall), "{role:?} {action:?}");
                }
            }
        }
    }
}

#[test]
fn the_operator_sees_no_one() {
    let (home, me) = (institution("lhota"), person("me"));
    for action in Action::ALL.into_iter().filter(|action| action.target() != TargetKind::Service) {
        let decision = allowed(&Actor::operator(account()), action, &target(action, &home, &me, &me, true));
        assert_eq!(decision, Err(Denial::Role), "{action:?}");
    }
}

#[test]
fn nobody_judges_themselves() {
    let (home, me) = (institution("lhota"), person("me"));
    for role in Role::ALL {
        for action in Action::ALL.into_iter().filter(|action| action.needs_another_person()) {
            let decision = allowed(&actor(role, &home, &me), action, &target(action, &home, &me, &me, true));
            assert!(decision.is_err(), "{role:?} {action:?}");
        }
    }
}

#[test]
fn nobody_unknown_judges_anyone_but_a_program_does() {
    let (home, other) = (institution("lhota"), person("other"));
    for role in Role::ALL.into_iter().filter(|role| role.is_institutional() && *role != Role::Holder) {
        let unknown = Actor::within(account(), home.clone(), role, None).unwrap();
        for action in Action::ALL.into_iter().filter(|action| action.needs_another_person()) {
            let decision = allowed(&unknown, action, &target(action, &home, &other, &other, true));
            let may = role == Role::SystemClient && has_right(role, action);
            assert_eq!(decision.is_ok(), may, "{role:?} {action:?}");
        }
    }
    let registrar = Actor::within(account(), home.clone(), Role::Registrar, None).unwrap();
    let issue = Target::Credential { institution: &home, holder: &other, guarantor: None, place: None };
    assert_eq!(allowed(&registrar, Action::IssueCredential, &issue), Err(Denial::Unidentified));
}

#[test]
fn a_second_role_is_no_way_around_judging_oneself() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let roles = [Role::SealCustodian, Role::SystemClient, Role::Registrar];
    let actors = |person: Option<&PersonId>| {
        roles.map(|role| Actor::within(account(), home.clone(), role, person.cloned()).unwrap())
    };
    let of = |holder| Target::Credential { institution: &home, holder, guarantor: None, place: None };
    let revoke = |actors: &[Actor], holder| first_allowed(actors, Action::RevokeCredential, &of(holder));
    assert!(revoke(&actors(Some(&me)), &other).is_ok());
    assert_eq!(revoke(&actors(Some(&me)), &me), Err(Denial::Themselves));
    // The same account, of which only one role says who it is.
    let [custodian, system, _] = actors(None);
    let [.., registrar] = actors(Some(&me));
    assert_eq!(revoke(&[custodian.clone(), system, registrar], &me), Err(Denial::Themselves));
    assert_eq!(revoke(&[custodian], &other), Err(Denial::Role));
    assert_eq!(revoke(&[], &other), Err(Denial::Role));
}

#[test]
fn a_permit_is_for_one_act_on_one_target() {
    let (home, abroad, me, other, third) =
        (institution("lhota"), institution("jinde"), person("me"), person("other"), person("third"));
    let registrar = actor(Role::Registrar, &home, &me);
    let of = |institution, holder| Target::Credential { institution, holder, guarantor: None, place: None };
    let permit = || allowed(&registrar, Action::RevokeCredential, &of(&home, &other)).unwrap();
    assert_eq!(permit().redeem(Action::RevokeCredential, &of(&home, &other)), Ok(account()));
    let wrong = AnotherAct { permitted: Action::RevokeCredential, attempted: Action::CorrectCredential };
    assert_eq!(permit().redeem(Action::CorrectCredential, &of(&home, &other)), Err(wrong));
    for target in [of(&home, &third), of(&abroad, &other), Target::Institution(&home), Target::Service] {
        assert!(permit().redeem(Action::RevokeCredential, &target).is_err(), "{target:?}");
    }
}

#[test]
fn a_permit_for_one_guarantor_s_unit_is_none_for_another_s() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let guarantor = actor(Role::Guarantor, &home, &me);
    let of = |guarantor| Target::Unit { institution: &home, guarantor, place: None };
    let permit = || allowed(&guarantor, Action::EndorseUnit, &of(Some(&me))).unwrap();
    assert_eq!(permit().person(), Some(&me));
    assert!(permit().redeem(Action::EndorseUnit, &of(Some(&me))).is_ok());
    for target in [of(Some(&other)), of(None)] {
        assert!(permit().redeem(Action::EndorseUnit, &target).is_err(), "{target:?}");
    }
    assert_eq!(allowed(&guarantor, Action::EndorseUnit, &of(None)), Err(Denial::NotOwn));
}

#[test]
fn an_assessor_enters_results_of_their_own_runs_and_never_their_own_result() {
    let (home, me, other, third) = (institution("lhota"), person("me"), person("other"), person("third"));
    let assessor = actor(Role::Assessor, &home, &me);
    let of = |holder, assessors| Target::Result {
        institution: &home,
        holder,
        guarantor: Some(&third),
        assessors,
        place: None,
    };
    let (mine, theirs) = ([third.clone(), me.clone()], [third.clone()]);
    let permit = allowed(&assessor, Action::EnterResult, &of(&other, &mine)).unwrap();
    assert!(!permit.is_for(Action::EnterResult, &of(&other, &theirs)));
    assert_eq!(allowed(&assessor, Action::EnterResult, &of(&other, &theirs)), Err(Denial::NotOwn));
    assert_eq!(allowed(&assessor, Action::EnterResult, &of(&me, &mine)), Err(Denial::Themselves));
    let unknown = Actor::within(account(), home.clone(), Role::Assessor, None).unwrap();
    assert_eq!(allowed(&unknown, Action::EnterResult, &of(&other, &mine)), Err(Denial::Unidentified));
    let run = Target::Run { institution: &home, guarantor: Some(&me), assessors: &mine, place: None };
    assert!(allowed(&assessor, Action::ViewRun, &run).is_ok());
    for action in [Action::ManageRun, Action::ManageParticipants, Action::CloseResults] {
        assert_eq!(allowed(&assessor, action, &run), Err(Denial::Role), "{action:?}");
    }
}

#[test]
fn an_auditor_reads_and_writes_nothing() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let auditor = actor(Role::Auditor, &home, &me);
    for action in Action::ALL {
        if allowed(&auditor, action, &target(action, &home, &other, &other, true)).is_ok() {
            let reads = ["view-", "search-", "download-"];
            assert!(reads.iter().any(|beginning| action.code().starts_with(beginning)), "{action:?}");
        }
    }
}

#[test]
fn a_company_sees_what_an_open_share_shows_and_nothing_else() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let company = actor(Role::Company, &home, &me);
    for action in Action::ALL {
        for open in [true, false] {
            let decision = allowed(&company, action, &target(action, &home, &other, &other, open));
            assert_eq!(decision.is_ok(), action == Action::ViewShared && open, "{action:?}");
        }
    }
}

#[test]
fn an_action_on_the_wrong_kind_of_thing_is_refused() {
    let home = institution("lhota");
    let registrar = actor(Role::Registrar, &home, &person("me"));
    let decision = allowed(&registrar, Action::RevokeCredential, &Target::Institution(&home));
    assert_eq!(decision, Err(Denial::Mismatched));
}

#[test]
fn roles_outside_institutions_cannot_be_put_inside_one() {
    for role in [Role::Operator, Role::Verifier] {
        assert_eq!(Actor::within(account(), institution("lhota"), role, None), None);
    }
    assert_eq!(Actor::within(account(), institution("lhota"), Role::Holder, None), None);
}

#[test]
fn every_code_is_its_own() {
    let codes: std::collections::BTreeSet<_> = Action::ALL.iter().map(|action| action.code()).collect();
    assert_eq!(codes.len(), Action::ALL.len());
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
}

#[test]
fn li9_what_weighs_asks_for_a_second_factor_and_some_of_it_just_now() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let now: Timestamp = "2026-11-30T12:00:00Z".parse().unwrap();
    let recognised = |level, minutes: u64| {
        let at = now.saturating_sub(Duration::from_secs(minutes * 60)).unwrap();
        Assurance::of(level, at, now)
    };
    let asked = |role, action, assurance: Option<Assurance>| {
        let actor = actor(role, &home, &me);
        let actor = assurance.map_or(actor.clone(), |assurance| actor.recognised(assurance));
        allowed(&actor, action, &target(action, &home, &other, &other, true)).map(|_| ())
    };
    let shown = |role, action, assurance| {
        let actor = actor(role, &home, &me).recognised(assurance);
        offered(&actor, action, &target(action, &home, &other, &other, true))
    };
    let weak = Some(recognised(AssuranceLevel::Single, 0));
    let strong = Some(recognised(AssuranceLevel::Multi, 11));
    let now_strong = Some(recognised(AssuranceLevel::PhishingResistant, 10));
    for action in [Action::IssueCredential, Action::CorrectCredential, Action::RevokeCredential] {
        assert_eq!(asked(Role::Registrar, action, weak), Err(Denial::Weak), "{action:?}");
        assert_eq!(asked(Role::Registrar, action, strong), Ok(()), "{action:?}");
        assert_eq!(asked(Role::Registrar, action, None), Ok(()), "a link made at the machine is no provider's word");
    }
    assert_eq!(asked(Role::SealCustodian, Action::ManageSeal, strong), Err(Denial::Weak));
    assert_eq!(asked(Role::SealCustodian, Action::ManageSeal, now_strong), Ok(()));
    let single = recognised(AssuranceLevel::Single, 0);
    assert_eq!(shown(Role::QualityOffice, Action::ApproveUnit, single), Ok(()), "what one may prove is not hidden");
    assert_eq!(shown(Role::Registrar, Action::ApproveUnit, single), Err(Denial::Role), "what one may not do is");
    assert_eq!(asked(Role::Registrar, Action::SearchRegister, weak), Ok(()));
    assert_eq!(asked(Role::Assessor, Action::IssueCredential, weak), Err(Denial::Role), "not asked for nothing");
}

#[test]
fn nobody_gives_or_ends_a_role_of_their_own() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let admin = actor(Role::InstitutionAdmin, &home, &me);
    let (own, theirs) = (account(), Agent::new("svoboda").unwrap());
    let of = |account, person| Target::Grant { institution: &home, account, person };
    let asked = |account, person| allowed(&admin, Action::ManageGrants, &of(account, person));
    let permit = asked(&theirs, Some(&other)).unwrap();
    assert!(!permit.is_for(Action::ManageGrants, &of(&own, Some(&other))), "a permit is for one account");
    assert!(asked(&theirs, None).is_ok());
    for (account, person) in [(&own, Some(&other)), (&own, None), (&theirs, Some(&me))] {
        assert_eq!(asked(account, person), Err(Denial::Themselves), "{account} {person:?}");
    }
}
