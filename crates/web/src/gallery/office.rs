//! Samples of the pages of an institution's office.

use askama::Template;
use signet_lang::{Locale, args};

use signet_record::{Date, Timestamp};
use signet_registry::{CorrectionReason, LogHead, LogOwner, Reason};
use signet_store::{
    AssessmentWait, AuditKind, ChangeReason, IssueWait, IssuedHour, LogTail, OpenedShare, PassCount, ReasonCount,
};

use super::{Pages, say, staff::frame};
use crate::{
    staff::office::{
        audit::{self, AuditPage},
        audit_form::AuditForm,
        audit_words::{AuditLine, kind_word},
        page::{OfficePage, OfficeRoom},
        rights::{self, RightsPage},
        role_end::RoleEndPage,
        role_form::{RoleFields, RoleFormPage},
        role_history::RoleHistoryLine,
        roles::{RoleLine, RolesPage, RuleLine},
        scope_form::{ScopeChoices, ScopeFields},
        statistics::{self, Numbers, StatisticsPage},
    },
    staff::unit_state::UnitListState,
    view::{Choice, Fact, FieldProblem, FieldProblems, StateTag},
};

pub fn add(l: Locale, pages: &mut Pages) {
    let room = |href: &str, label: String, about: String| OfficeRoom { href: format!("/cs{href}"), label, about };
    let office = OfficePage {
        f: frame(l, "/staff/office"),
        l,
        rooms: vec![room("/staff/roles", l.web_staff_roles_title(), l.web_staff_office_roles())],
    };
    pages.insert("staff-office", office.render().unwrap());
    let rights = RightsPage { ..rights::page(frame(l, "/staff/rights"), l) };
    pages.insert("staff-audit", audit(l, false).render().unwrap());
    pages.insert("staff-audit-own", audit(l, true).render().unwrap());
    pages.insert("staff-statistics", statistics(l).render().unwrap());
    pages.insert("staff-rights", rights.render().unwrap());
    pages.insert("staff-roles", roles(l).render().unwrap());
    pages.insert("staff-role-form", form(l).render().unwrap());
    let wrong = vec![
        FieldProblem { field: "person", sentence: l.web_staff_roles_problem_own() },
        FieldProblem { field: "until", sentence: l.web_staff_roles_problem_year() },
    ];
    let wrong = RoleFormPage { problems: FieldProblems(wrong), ..form(l) };
    pages.insert("staff-role-form-wrong", wrong.render().unwrap());
    let check = RoleFormPage { facts: facts(l), ..form(l) };
    pages.insert("staff-role-form-check", check.render().unwrap());
    let end = RoleEndPage {
        f: frame(l, "/staff/roles/vzorna/guarantor/end"),
        l,
        action: "/cs/staff/roles/vzorna/guarantor/end".into(),
        problems: FieldProblems::default(),
        facts: facts(l),
        reason: String::new(),
    };
    pages.insert("staff-role-end", end.render().unwrap());
}

fn audit(l: Locale, is_own: bool) -> AuditPage {
    let line = |what: String, object: &str, why: String| AuditLine {
        at: "2026-09-01T08:00:00Z".into(),
        when: say(l, "1. 9. 2026 10:00 CEST", "1 September 2026, 10:00 CEST"),
        who: "Marie Dvořáková".into(),
        account: "dvorakova".into(),
        role: l.web_account_role_registrar(),
        what,
        why,
        object: object.into(),
        href: Some("/cs/staff/credentials/0b2f".into()),
        kind: "credential.revoked".into(),
    };
    let emergency = AuditLine {
        who: "Tomáš Provozní".into(),
        account: "provozovatel".into(),
        role: l.web_account_role_operator(),
        href: None,
        kind: "security.emergency-link-made".into(),
        ..line(
            l.web_staff_audit_link_for(args::WebStaffAuditLinkFor {
                name: "Eva Pečetní",
                what: l.web_staff_audit_security(args::AuditedSecurity::EmergencyLink),
            }),
            "",
            say(l, "Přihlášení univerzity neodpovídá", "The university’s sign-in does not respond"),
        )
    };
    let tail = LogTail { head: LogHead::genesis(&LogOwner::SERVICE), looked: 200, holds: !is_own };
    let (chain, chain_told) = audit::chain(&tail, l);
    AuditPage {
        f: frame(l, "/staff/audit"),
        l,
        problems: FieldProblems::default(),
        form: AuditForm { kind: "credential.revoked".into(), ..AuditForm::default() },
        kinds: AuditKind::all().map(|kind| Choice::new(kind.code(), kind_word(kind, l), "")).collect(),
        units: vec![Choice::new("ekonometrie-r", "ekonometrie-r", "ekonometrie-r")],
        is_own,
        sign_ins: (!is_own).then(|| l.web_staff_audit_sign_ins(400_u64)),
        rows: vec![
            emergency,
            line(
                l.web_staff_audit_credential(l.web_staff_credential_event_revoked()),
                "0b2f2a52-6d0c-4000-8000-000000000000",
                l.web_staff_revoke_reason_issued_in_error(),
            ),
            line(l.web_staff_unit_event_published(), "ekonometrie-r", String::new()),
        ],
        next: Some("AP8H.MGIyZw".into()),
        chain,
        chain_told,
    }
}

fn statistics(l: Locale) -> StatisticsPage {
    let unit = say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R");
    let faculty = Some(say(l, "Ekonomická fakulta", "Faculty of Economics"));
    let began: Timestamp = "2026-09-01T08:00:00Z".parse().unwrap();
    let numbers = Numbers {
        states: vec![(UnitListState::Draft, 2), (UnitListState::Published, 5)],
        issued: vec![IssuedHour { unit: "ekonometrie-r".parse().unwrap(), began, many: 172 }],
        units: [("ekonometrie-r".to_owned(), (unit, faculty))].into(),
        passed: vec![PassCount { unit: "ekonometrie-r".parse().unwrap(), completed: 180, failed: 21 }],
        assessed: vec![AssessmentWait { days: 0, many: 20 }, AssessmentWait { days: 9, many: 152 }],
        opened: OpenedShare { sealed: 172, opened: 130 },
        waits: vec![IssueWait { hours: 0, many: 150 }, IssueWait { hours: 30, many: 22 }],
        reasons: vec![
            ReasonCount { reason: ChangeReason::Corrected(CorrectionReason::Misspelt), many: 12 },
            ReasonCount { reason: ChangeReason::Revoked(Reason::IssuedInError), many: 3 },
        ],
    };
    let tables = statistics::tables(&numbers, Date::constant(2026, 12, 1), l);
    StatisticsPage { f: frame(l, "/staff/statistics"), l, tables }
}

fn facts(l: Locale) -> Vec<Fact> {
    vec![
        Fact::new(l.web_staff_roles_whom(), "Hana Vzorná (HD-90002)"),
        Fact::new(l.web_account_role(), l.web_account_role_guarantor()),
        Fact::new(l.web_staff_roles_until(), say(l, "31. 8. 2027", "31 August 2027")),
    ]
}

fn roles(l: Locale) -> RolesPage {
    let line = |name: &str, role: String, until: String, state, end: Option<&str>| RoleLine {
        name: name.into(),
        person: Some(l.web_staff_roles_number("HD-90002")),
        source: l.web_staff_roles_source(args::WebStaffRolesSource {
            by: "Lenka Správcová",
            day: say(l, "1. 9. 2026", "1 September 2026"),
        }),
        until,
        state,
        end: end.map(str::to_owned),
        end_label: l.web_staff_roles_end_of(args::WebStaffRolesEndOf { name, role: role.as_str() }),
        role,
    };
    let until = say(l, "31. 8. 2027", "31 August 2027");
    let end = "/cs/staff/roles/vzorna/guarantor/end";
    RolesPage {
        f: frame(l, "/staff/roles"),
        l,
        done: Some(l.web_staff_roles_granted()),
        may_manage: true,
        rows: vec![
            line("Hana Vzorná", l.web_account_role_guarantor(), until.clone(), None, Some(end)),
            line("Lenka Správcová", l.web_account_role_institution_admin(), l.web_staff_roles_endless(), None, None),
            line(
                "Petr Zkoušející",
                l.web_account_role_assessor(),
                say(l, "31. 8. 2026", "31 August 2026"),
                Some(StateTag::doubt(l.web_staff_roles_over())),
                None,
            ),
        ],
        next: Some("AP8H.MGIyZw".into()),
        rules: vec![RuleLine {
            provider: say(l, "Univerzita Horní Dolní", "University of Horní Dolní"),
            claim: "eduperson_entitlement = urn:geant:horni-dolni.example:group:registrar#idm.horni-dolni.example"
                .into(),
            role: l.web_account_role_registrar(),
        }],
        history: vec![RoleHistoryLine {
            when: say(l, "1. 9. 2026 10:00 CEST", "1 September 2026, 10:00 CEST"),
            what: l.web_staff_roles_event_granted(args::WebStaffRolesEventGranted {
                name: "Hana Vzorná",
                role: l.web_account_role_guarantor(),
                until,
            }),
            who: "Lenka Správcová".into(),
            reason: say(l, "nástup po rodičovské", "back from parental leave"),
        }],
    }
}

fn form(l: Locale) -> RoleFormPage {
    RoleFormPage {
        f: frame(l, "/staff/roles/new"),
        l,
        problems: FieldProblems::default(),
        form: RoleFields { person: "HD-90002".into(), scope: ScopeFields::whole(), ..RoleFields::default() },
        scopes: ScopeChoices {
            reaches: ScopeFields::whole().reaches(true, l),
            faculties: vec![Choice::new("Fakulta příkladů", "Fakulta příkladů", "")],
        },
        roles: vec![
            Choice::new("guarantor", l.web_account_role_guarantor(), ""),
            Choice::new("registrar", l.web_account_role_registrar(), ""),
        ],
        terms: vec![
            Choice::new("regular", l.web_staff_roles_term_regular(), "regular"),
            Choice::new("substitute", l.web_staff_roles_term_substitute(90_u32), "regular"),
        ],
        facts: Vec::new(),
        days: ("2026-12-01".into(), "2027-12-02".into()),
    }
}
