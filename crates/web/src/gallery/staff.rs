//! Samples of the study department's pages.

use askama::Template;
use signet_lang::{Locale, args};
use signet_store::Total;

use super::{Pages, public, say};
use crate::{
    frame::{Area, PageFrame, Person},
    staff::{
        batch::{BatchPage, BatchRow},
        check::{CheckPage, ComplaintView},
        credential::CredentialPage,
        credentials::{self, Choices, CredentialRow, CredentialsPage},
        home::{BatchLine, StaffPage, UnitChoice},
        revoke::{ReasonChoice, RevokeFields, RevokePage},
        search_form::SearchForm,
    },
    view::{Choice, Fact, FieldProblem, FieldProblems, HistoryLine, StateTag, Tile},
};

pub fn frame(l: Locale, path: &str) -> PageFrame {
    let person = Person { name: "Marie Dvořáková".into(), role: l.web_account_role_registrar(), home: Area::Staff };
    PageFrame::private(l, path, Area::Staff).signed_in(person, "c2FtcGxl".into())
}

fn title(l: Locale) -> String {
    say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R")
}

fn tiles(labels: [(String, &str); 4]) -> Vec<Tile> {
    labels.into_iter().map(|(label, value)| Tile { label, value: value.into() }).collect()
}

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff", home(l).render().unwrap());
    pages.insert("staff-check", check(l, true).render().unwrap());
    pages.insert("staff-check-good", check(l, false).render().unwrap());
    pages.insert("staff-batch", batch(l, false).render().unwrap());
    pages.insert("staff-batch-done", batch(l, true).render().unwrap());
    let row = |name: &str, state| CredentialRow {
        href: "/cs/staff/credentials/0b2f".into(),
        holder: name.into(),
        title: title(l),
        issued: say(l, "1. 9. 2025", "1 September 2025"),
        state,
    };
    let rows = vec![
        row("Ing. Jana Nováková, Ph.D.", StateTag::good(l.web_holder_state_valid())),
        row("Nguyễn Thị Minh Khai", StateTag::good(l.web_holder_state_valid())),
        row("Олександр Шевченко", StateTag::bad(l.web_holder_state_revoked())),
    ];
    let found = CredentialsPage {
        f: frame(l, "/staff/credentials"),
        l,
        problems: FieldProblems::default(),
        form: SearchForm { q: "n".into(), state: "valid".into(), ..SearchForm::default() },
        choices: choices(l),
        found: credentials::found(Total::Exactly(172), l),
        rows,
        previous: Some("AP8H.MGIyZg".into()),
        next: Some("AP8H.MGIyZw".into()),
    };
    pages.insert("staff-credentials", found.render().unwrap());
    let none = CredentialsPage {
        f: frame(l, "/staff/credentials"),
        l,
        problems: FieldProblems::default(),
        form: SearchForm { q: "x".into(), ..SearchForm::default() },
        choices: choices(l),
        found: credentials::found(Total::Exactly(0), l),
        rows: Vec::new(),
        previous: None,
        next: None,
    };
    pages.insert("staff-credentials-none", none.render().unwrap());
    let wrong = CredentialsPage {
        problems: FieldProblems(vec![
            FieldProblem { field: "run", sentence: l.web_staff_find_problem_run() },
            FieldProblem { field: "to", sentence: l.web_staff_find_problem_period() },
        ]),
        form: SearchForm {
            run: "!".into(),
            from: "2025-09-02".into(),
            to: "2025-09-01".into(),
            ..SearchForm::default()
        },
        ..none
    };
    pages.insert("staff-credentials-wrong", wrong.render().unwrap());
    pages.insert("staff-credential", credential(l).render().unwrap());
    pages.insert("staff-revoke", revoke(l, false).render().unwrap());
    pages.insert("staff-revoke-confirm", revoke(l, true).render().unwrap());
}

fn choices(l: Locale) -> Choices {
    let when = say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET");
    let batch = l.web_staff_find_batch_of(args::WebStaffFindBatchOf { unit: title(l), when });
    Choices {
        batches: vec![Choice::new("0b2f2a52-6d00-4000-8000-000000000000", batch, "")],
        states: vec![Choice::new("valid", l.web_holder_state_valid(), "valid")],
        units: vec![Choice::new("ekonometrie-r", title(l), "")],
    }
}

fn home(l: Locale) -> StaffPage {
    StaffPage {
        f: frame(l, "/staff"),
        l,
        institution: say(l, "Severní univerzita", "Northern University"),
        problem: None,
        units: vec![UnitChoice { id: "ekonometrie-r".into(), title: title(l), chosen: false }],
        limit: "4".into(),
        tiles: tiles([
            (l.web_staff_tile_valid(), "412"),
            (l.web_staff_tile_waiting(), "3"),
            (l.web_staff_tile_revoked(), "2"),
            (l.web_staff_tile_troubled(), "1"),
        ]),
        batches: vec![BatchLine {
            href: "/cs/staff/batches/1".into(),
            when: say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET"),
            unit: title(l),
            rows: "40".into(),
            state: StateTag::doubt(l.web_staff_batch_waiting()),
        }],
    }
}

fn check(l: Locale, wrong: bool) -> CheckPage {
    CheckPage {
        f: frame(l, "/staff/check"),
        l,
        unit: title(l),
        file_name: "vysledky.csv".into(),
        tiles: tiles([
            (l.web_staff_check_rows(), "40"),
            (l.web_staff_check_good(), "37"),
            (l.web_staff_check_bad(), "2"),
            (l.web_staff_check_known(), "1"),
        ]),
        windows: wrong,
        complaints: if wrong { complaints(l) } else { Vec::new() },
        not_passed: if wrong { vec![not_passed(l)] } else { Vec::new() },
        good: 37,
        action: "/cs/staff/batches/1/issue".into(),
        test: wrong,
    }
}

fn not_passed(l: Locale) -> String {
    l.record_complaint_of_file(args::RecordComplaintOfFile { line: 23, problem: l.record_not_passed("F") })
}

fn complaints(l: Locale) -> Vec<ComplaintView> {
    let complaint = |line: &str, column: &str, cs: &str, en: &str| ComplaintView {
        line: line.into(),
        column: column.into(),
        sentence: say(l, cs, en),
    };
    vec![
        complaint(
            "7",
            "datum narození",
            "„31. 2. 1999“ není datum. Napište ho jako 1. 9. 2025 nebo 2025-09-01.",
            "“31. 2. 1999” is not a date. Write it as 1. 9. 2025 or 2025-09-01.",
        ),
        complaint(
            "31",
            "hodnocení",
            "Hodnota „Z“ zde není možná. Možné hodnoty: A, B, C, D, E, F.",
            "The value “Z” is not possible here. Possible values: A, B, C, D, E, F.",
        ),
    ]
}

fn batch(l: Locale, finished: bool) -> BatchPage {
    let row = |name: &str, state, note: String| BatchRow {
        href: Some("/cs/staff/credentials/0b2f".into()),
        name: name.into(),
        state,
        note,
    };
    BatchPage {
        f: frame(l, "/staff/batches/1"),
        l,
        unit: title(l),
        when: say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET"),
        finished,
        sentence: if finished {
            l.web_staff_batch_finished(args::WebStaffBatchFinished { done: 37, total: 37 })
        } else {
            l.web_staff_batch_running(args::WebStaffBatchRunning { done: 12, total: 37 })
        },
        total: 37,
        done: if finished { 37 } else { 12 },
        tiles: tiles([
            (l.web_staff_batch_rows(), "37"),
            (l.web_staff_batch_sealed(), if finished { "37" } else { "12" }),
            (l.web_staff_batch_waiting(), if finished { "0" } else { "25" }),
            (l.web_staff_tile_troubled(), "0"),
        ]),
        rows: vec![
            row("Ing. Jana Nováková, Ph.D.", StateTag::good(l.web_holder_state_valid()), String::new()),
            row("Nguyễn Thị Minh Khai", StateTag::doubt(l.web_holder_state_waiting()), String::new()),
        ],
        complaints: complaints(l),
    }
}

fn credential(l: Locale) -> CredentialPage {
    CredentialPage {
        f: frame(l, "/staff/credentials/0b2f"),
        l,
        note: Some(l.web_staff_revoke_done()),
        test: true,
        state: StateTag::bad(l.web_holder_state_revoked()),
        holder: "Ing. Jana Nováková, Ph.D.".into(),
        warning: Some(l.web_holder_revoked_note(args::WebHolderRevokedNote {
            date: say(l, "3. 11. 2026", "3 November 2026"),
            reason: l.web_staff_revoke_reason_issued_in_error(),
        })),
        events: [
            l.web_staff_credential_event_proposed(),
            l.web_staff_credential_event_intended(),
            l.web_staff_credential_event_sealed(),
            l.web_staff_credential_event_revoked(),
        ]
        .into_iter()
        .map(|what| HistoryLine {
            when: say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET"),
            what,
            share: "Marie Dvořáková (dvorakova)".into(),
        })
        .collect(),
        files: public::files(l),
        title: title(l),
        credential: Some(public::credential(l)),
        revoke_href: Some("/cs/staff/credentials/0b2f/revoke".into()),
    }
}

fn revoke(l: Locale, confirm: bool) -> RevokePage {
    RevokePage {
        f: frame(l, "/staff/credentials/0b2f/revoke"),
        l,
        holder: "Ing. Jana Nováková, Ph.D.".into(),
        lead: l
            .web_staff_revoke_lead(args::WebStaffRevokeLead { holder: "Ing. Jana Nováková, Ph.D.", title: title(l) }),
        back: "/cs/staff/credentials/0b2f".into(),
        action: "/cs/staff/credentials/0b2f/revoke".into(),
        problem: None,
        confirm,
        facts: vec![
            Fact::new(l.web_staff_revoke_reason(), l.web_staff_revoke_reason_issued_in_error()),
            Fact::new(l.web_staff_revoke_date(), say(l, "3. 11. 2026", "3 November 2026")),
        ],
        reasons: vec![
            ReasonChoice { id: "issued-in-error", label: l.web_staff_revoke_reason_issued_in_error() },
            ReasonChoice { id: "other", label: l.web_staff_revoke_reason_other() },
        ],
        form: RevokeFields { date: "2026-11-23".into(), ..RevokeFields::default() },
        today: "2026-11-23".into(),
    }
}
