//! Narrowed roles: what they may do against its golden file, and never more than the whole role may.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use signet_record::{Line, UnitId};

use super::tests::{actor, assessed, golden, institution, person, place};
use super::*;
use crate::actor::Role;
use crate::rights::is_entitled;
use crate::scope::{RoleScope, UnitPlace};

/// The same target, in another unit or in none.
fn elsewhere<'a>(target: Target<'a>, other: Option<&'a UnitPlace>) -> Target<'a> {
    match target {
        Target::Batch { institution, .. } => Target::Batch { institution, place: other },
        Target::Credential { institution, holder, guarantor, .. } => {
            Target::Credential { institution, holder, guarantor, place: other }
        }
        Target::Result { institution, holder, guarantor, assessors, .. } => {
            Target::Result { institution, holder, guarantor, assessors, place: other }
        }
        Target::Run { institution, guarantor, assessors, .. } => {
            Target::Run { institution, guarantor, assessors, place: other }
        }
        Target::Unit { institution, guarantor, .. } => Target::Unit { institution, guarantor, place: other },
        Target::Grant { .. } | Target::Institution(_) | Target::Service | Target::Share { .. } => target,
    }
}

fn faculties(names: &[&str]) -> RoleScope {
    RoleScope::Faculties(names.iter().map(|name| Line::new(name).unwrap()).collect())
}

fn units(ids: &[&str]) -> RoleScope {
    RoleScope::Units(ids.iter().map(|id| UnitId::new(id).unwrap()).collect())
}

/// How far a narrowed role's right goes, found out by asking.
fn narrowed_reach(role: Role, action: Action) -> &'static str {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let actor = actor(role, &home, &me).narrowed(faculties(&["Právnická fakulta"])).unwrap();
    let mine = [me.clone()];
    // Whatever the role asks for beside the scope is there.
    let target = assessed(action, &home, &other, &me, &mine, true);
    let abroad = place("fyzika", Some("Přírodovědecká fakulta"));
    let ask = |target| allowed(&actor, action, &target).is_ok();
    match (ask(target), ask(elsewhere(target, Some(&abroad))), ask(elsewhere(target, None))) {
        (false, false, false) => "-",
        (true, false, false) => "within",
        // Of a kind that states no unit, all three are the same.
        (true, true, true) if !action.target().is_of_unit() => "begins",
        (true, false, true) => "within, begins",
        other => panic!("{role:?} {action:?} {other:?}"),
    }
}

fn narrowed_table() -> String {
    let roles: Vec<Role> = Role::ALL.into_iter().filter(|role| role.can_be_narrowed()).collect();
    let mut table = String::from(
        "Rights of roles that are narrowed to faculties or units, as `signet_access::allowed` answers: `within`, what the role may do by\n\
         `rights.txt`, to what belongs to these units alone; `begins`, where no unit is stated yet, and each thing that follows states its own.\n\
         A hyphen is no right. Other roles cannot be narrowed.\n\n",
    );
    write!(table, "{:<20} {:<12}", "action", "on").unwrap();
    for role in &roles {
        write!(table, " {:<15}", role.code()).unwrap();
    }
    table.push('\n');
    for action in Action::ALL {
        write!(table, "{:<20} {:<12}", action.code(), action.target().name()).unwrap();
        for role in &roles {
            write!(table, " {:<15}", narrowed_reach(*role, action)).unwrap();
        }
        table.push('\n');
    }
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn st16_rights_of_narrowed_roles_are_those_of_the_golden_file() {
    golden("narrowed.txt", narrowed_table());
}

/// For every role, action, person, unit and scope.
#[test]
fn st16_a_narrowed_actor_never_may_what_the_whole_one_may_not() {
    let (home, me, other) = (institution("lhota"), person("me"), person("other"));
    let places = [
        None,
        Some(place("pravo", Some("Právnická fakulta"))),
        Some(place("pravo", None)),
        Some(place("x", Some("F"))),
    ];
    let scopes = [
        RoleScope::Whole,
        faculties(&["Právnická fakulta"]),
        faculties(&["F", "G"]),
        faculties(&[]),
        units(&["pravo"]),
        units(&["x", "y"]),
        units(&[]),
    ];
    let mine = [me.clone()];
    let mut refused = 0_u32;
    for role in Role::ALL.into_iter().filter(|role| role.can_be_narrowed()) {
        let whole = actor(role, &home, &me);
        for (action, place) in
            Action::ALL.into_iter().flat_map(|action| places.iter().map(move |place| (action, place)))
        {
            for (holder, guarantor) in [(&me, &me), (&me, &other), (&other, &me), (&other, &other)] {
                let target = elsewhere(assessed(action, &home, holder, guarantor, &mine, true), place.as_ref());
                for scope in &scopes {
                    let narrowed = whole.clone().narrowed(scope.clone()).unwrap();
                    let (may, whole_may) = (allowed(&narrowed, action, &target), allowed(&whole, action, &target));
                    let told = format!("{role:?} {action:?} {place:?} {scope:?}");
                    match (may, whole_may) {
                        (Ok(_), Ok(_)) => {
                            let begins =
                                action.begins_within_scope() && (place.is_none() || !action.target().is_of_unit());
                            let inside =
                                (action.is_of_unit() && scope.holds(place.as_ref())) || scope.is_whole() || begins;
                            assert!(inside && is_entitled(&narrowed, action), "{told}");
                        }
                        (Err(Denial::Scope), Ok(_)) => {
                            assert!(!scope.is_whole(), "{told}");
                            refused += 1;
                        }
                        (Err(_), Err(_)) => {}
                        (may, whole_may) => panic!("{told}: {may:?}, and of the whole {whole_may:?}"),
                    }
                }
            }
        }
    }
    assert!(refused > 1_000, "{refused}");
}

#[test]
fn a_role_of_the_whole_institution_is_not_narrowed() {
    let (home, me) = (institution("lhota"), person("me"));
    for role in Role::ALL {
        let narrowed = actor(role, &home, &me).narrowed(units(&["pravo"]));
        assert_eq!(narrowed.is_some(), role.can_be_narrowed(), "{role:?}");
        assert!(actor(role, &home, &me).narrowed(RoleScope::Whole).is_some());
    }
}

#[test]
fn a_permit_for_one_unit_is_none_for_another() {
    let (home, me) = (institution("lhota"), person("me"));
    let registrar = actor(Role::Registrar, &home, &me).narrowed(units(&["pravo", "x"])).unwrap();
    let (law, other) = (place("pravo", None), place("x", None));
    let of = |place| Target::Unit { institution: &home, guarantor: None, place: Some(place) };
    let permit = allowed(&registrar, Action::EditUnit, &of(&law)).unwrap();
    assert!(!permit.is_for(Action::EditUnit, &of(&other)));
    let moved = UnitPlace { faculty: Some(Line::new("Jiná").unwrap()), ..law.clone() };
    assert!(!permit.is_for(Action::EditUnit, &of(&moved)), "the faculty is what the decision may have rested on");
    assert!(permit.redeem(Action::EditUnit, &of(&law)).is_ok());
}

#[test]
fn whoever_would_act_on_themselves_is_told_so_whatever_their_scope() {
    let (home, me) = (institution("lhota"), person("me"));
    let narrowed = actor(Role::Registrar, &home, &me).narrowed(units(&["x"])).unwrap();
    let law = place("pravo", None);
    let own = Target::Credential { institution: &home, holder: &me, guarantor: None, place: Some(&law) };
    assert_eq!(allowed(&narrowed, Action::RevokeCredential, &own), Err(Denial::Themselves));
    assert_eq!(allowed(&narrowed, Action::ViewCredential, &own), Err(Denial::Scope));
}
