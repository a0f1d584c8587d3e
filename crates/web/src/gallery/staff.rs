//! Samples of the study department's pages.

use askama::Template;
use signet_access::Role;
use signet_issue::TaskKind;
use signet_lang::{Locale, args};
use signet_store::{BatchProgress, Total};

use super::{Pages, public, say};
use crate::{
    area::staff_sections,
    frame::{Area, PageFrame, Person},
    staff::{
        batch::{BatchPage, BatchRow},
        bulk_revoke::{BulkRevokePage, ChosenCredential},
        check::{CheckPage, ComplaintView, SecondWord},
        correct::{Change, CorrectPage, CorrectionProblem},
        corrected_row::CorrectedField,
        credential::CredentialPage,
        credentials::{self, Choices, CredentialRow, CredentialsPage},
        home::{self, BatchLine, StaffPage, UnitChoice},
        letter::LetterPage,
        letter_line::LetterLine,
        revocation::{RevocationPage, RevocationRow, RevocationsPage, WaitingRow},
        revoke::{ReasonChoice, RevokeFields, RevokePage},
        search_form::SearchForm,
        work::page::{TaskLine, WorkPage, progress_tiles},
    },
    view::{Choice, Fact, FieldProblem, FieldProblems, HistoryLine, LinkView, StateTag, Tile},
};

pub fn frame(l: Locale, path: &str) -> PageFrame {
    let sections = staff_sections(Role::Registrar, l);
    let role = l.web_account_role_registrar();
    let person = Person { name: "Marie Dvořáková".into(), role, home: Area::Staff, sections };
    PageFrame::private(l, path, Area::Staff).signed_in(person, "c2FtcGxl".into())
}

pub fn title(l: Locale) -> String {
    say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R")
}

fn tiles(labels: [(String, &str); 4]) -> Vec<Tile> {
    labels.into_iter().map(|(label, value)| Tile { label, value: value.into() }).collect()
}

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff", work(l, true).render().unwrap());
    pages.insert("staff-nothing", work(l, false).render().unwrap());
    pages.insert("staff-results", staff_home(l).render().unwrap());
    pages.insert("staff-check", check(l, true).render().unwrap());
    pages.insert("staff-check-good", check(l, false).render().unwrap());
    pages.insert("staff-batch", batch(l, false).render().unwrap());
    pages.insert("staff-batch-done", batch(l, true).render().unwrap());
    searches(l, pages);
    pages.insert("staff-credential", credential(l).render().unwrap());
    pages.insert("staff-correct", correct(l, false).render().unwrap());
    pages.insert("staff-correct-confirm", correct(l, true).render().unwrap());
    letters(l, pages);
    pages.insert("staff-bulk-revoke", bulk_revoke(l, false).render().unwrap());
    pages.insert("staff-bulk-revoke-confirm", bulk_revoke(l, true).render().unwrap());
    pages.insert("staff-revocation", revocation(l).render().unwrap());
    pages.insert("staff-revocations", revocations(l).render().unwrap());
    pages.insert("staff-revoke", revoke(l, false).render().unwrap());
    pages.insert("staff-revoke-confirm", revoke(l, true).render().unwrap());
}

fn searches(l: Locale, pages: &mut Pages) {
    let row = |name: &str, state| CredentialRow {
        id: "0b2f".into(),
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
        may_revoke: true,
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
        may_revoke: true,
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

fn work(l: Locale, some: bool) -> WorkPage {
    let task = |title: String, kind: TaskKind, note, days: i32| TaskLine {
        href: "/cs/staff/units/ekonometrie-r".into(),
        title,
        what: l.web_staff_work_task(kind.word()),
        note,
        age: l.web_staff_work_age(days),
    };
    let tasks = vec![
        task(title(l), TaskKind::AnswerRemarks, None, 12),
        task(l.web_staff_work_seal_title(), TaskKind::WaitingForSeal, Some(l.web_staff_work_credentials(5_u64)), 1),
    ];
    WorkPage {
        f: frame(l, "/staff"),
        l,
        tasks: if some { tasks } else { Vec::new() },
        more: some.then(|| l.web_staff_work_more(25_u32)),
        tiles: progress_tiles(&BatchProgress::default(), 12, l),
        abilities: vec![l.web_account_can_registrar(), l.web_account_can_not_oneself()],
    }
}

fn staff_home(l: Locale) -> StaffPage {
    StaffPage {
        f: frame(l, "/staff/results"),
        l,
        institution: say(l, "Severní univerzita", "Northern University"),
        problem: None,
        units: vec![UnitChoice { id: "ekonometrie-r".into(), title: title(l), chosen: false }],
        limit: "4".into(),
        accept: home::ACCEPT,
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
        workbook: if wrong {
            Vec::new()
        } else {
            vec![l.web_staff_sheet_workbook("Výsledky"), l.web_staff_sheet_workbook_formulas(3)]
        },
        scheduled: wrong.then(|| l.web_staff_run_batch_scheduled("1. 9. 2026 8:00")),
        schedule: wrong.then(|| "/cs/staff/batches/1/schedule".into()),
        facts: vec![Fact::new(l.web_staff_run_run(), "2026-jaro")],
        columns: Some("/cs/staff/batches/1/columns".into()),
        complaints: if wrong { complaints(l) } else { Vec::new() },
        not_passed: if wrong { vec![not_passed(l)] } else { Vec::new() },
        good: 37,
        second: (!wrong).then(|| SecondWord {
            sentence: l.web_staff_check_second(args::WebStaffCheckSecond {
                name: "Marie Dvořáková",
                when: say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET"),
            }),
            confirm: Some("/cs/staff/batches/1/confirm".into()),
            decline: "/cs/staff/batches/1/decline".into(),
        }),
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
        facts: vec![Fact::new(l.web_staff_batch_handed_in(), "Marie Dvořáková")],
        scheduled: (!finished).then(|| l.web_staff_run_batch_scheduled("1. 9. 2026 8:00")),
        schedule: (!finished).then(|| "/cs/staff/batches/1/schedule".into()),
        stop: (!finished).then(|| "/cs/staff/batches/1/stop".into()),
        retry: (!finished).then(|| "/cs/staff/batches/1/retry".into()),
        csv: "/cs/staff/batches/1/results.csv".into(),
        revoke: Some("/cs/staff/revocations".into()),
        id: "1".into(),
        stopped: finished.then(|| l.web_staff_batch_stopped("Marie Dvořáková")),
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

fn letters(l: Locale, pages: &mut Pages) {
    pages.insert("staff-letter", letter(l, None).render().unwrap());
    let problem = l.web_staff_letter_problem(args::WebStaffLetterProblem::Waiting);
    pages.insert("staff-letter-problem", letter(l, Some(problem)).render().unwrap());
}

fn letter(l: Locale, problem: Option<String>) -> LetterPage {
    let facts = [
        (l.web_staff_letter_what(), l.web_staff_letter_kind(args::WebStaffLetterKind::Issued)),
        (l.web_staff_letter_address(), "jana.novakova@horni-dolni.example".into()),
    ];
    let facts = facts.map(|(label, value)| Fact::new(label, value)).into_iter();
    LetterPage {
        f: frame(l, "/staff/credentials/0b2f/letter"),
        l,
        holder: "Ing. Jana Nováková, Ph.D.".into(),
        lead: l
            .web_staff_letter_lead(args::WebStaffLetterLead { holder: "Ing. Jana Nováková, Ph.D.", title: title(l) }),
        back: "/cs/staff/credentials/0b2f".into(),
        action: "/cs/staff/credentials/0b2f/letter".into(),
        facts: facts.filter(|_| problem.is_none()).collect(),
        problem,
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
        related: vec![LinkView { href: "/cs/staff/credentials/0b2f".into(), label: l.web_staff_credential_corrects() }],
        letters: vec![LetterLine {
            when: say(l, "23. 11. 2026 22:12 CET", "23 November 2026, 22:12 CET"),
            what: l.web_staff_letter_kind(args::WebStaffLetterKind::Issued),
            became: l.web_staff_letter_refused_address(),
        }],
        letter_warning: Some(l.web_staff_letter_warning(l.web_staff_letter_refused_address())),
        letter_href: Some("/cs/staff/credentials/0b2f/letter".into()),
        correct_href: Some("/cs/staff/credentials/0b2f/correct".into()),
        revoke_href: Some("/cs/staff/credentials/0b2f/revoke".into()),
    }
}

fn correct(l: Locale, confirm: bool) -> CorrectPage {
    let field = |name: &str, label: String, old: &str, new: &str| CorrectedField {
        name: name.into(),
        anchor: name.replace('_', "-"),
        label,
        old: old.into(),
        new: new.into(),
        choices: if name == "grade" { vec![("A".into(), "A – výborně".into())] } else { Vec::new() },
        problem: (!confirm && name == "born").then(|| l.record_missing()),
    };
    let family_name = || say(l, "Příjmení", "Family name");
    CorrectPage {
        f: frame(l, "/staff/credentials/0b2f/correct"),
        l,
        holder: "Ing. Jana Nováková, Ph.D.".into(),
        title: title(l),
        back: "/cs/staff/credentials/0b2f".into(),
        action: "/cs/staff/credentials/0b2f/correct".into(),
        refused: None,
        problems: if confirm {
            Vec::new()
        } else {
            vec![CorrectionProblem { anchor: "born".into(), sentence: l.record_missing() }]
        },
        changes: if confirm {
            vec![Change { label: family_name(), old: "Nováková".into(), new: "Novotná".into() }]
        } else {
            Vec::new()
        },
        facts: vec![Fact::new(l.web_staff_correct_reason(), l.web_staff_correct_reason_name_changed())],
        fields: vec![
            field("family_name", family_name(), "Nováková", "Novotná"),
            field("born", say(l, "Datum narození", "Date of birth"), "1990-09-01", ""),
            field("grade", say(l, "Hodnocení", "Grade"), "A", "A"),
        ],
        reasons: vec![
            ReasonChoice { id: "misspelt", label: l.web_staff_correct_reason_misspelt() },
            ReasonChoice { id: "name-changed", label: l.web_staff_correct_reason_name_changed() },
        ],
        reason: "name-changed".into(),
        note_cs: String::new(),
        note_en: String::new(),
    }
}

fn bulk_revoke(l: Locale, confirm: bool) -> BulkRevokePage {
    let sample = revoke(l, confirm);
    BulkRevokePage {
        f: frame(l, "/staff/revocations"),
        l,
        lead: l.web_staff_bulk_lead(1),
        action: "/cs/staff/revocations".into(),
        problem: None,
        confirm,
        second: confirm.then(|| l.web_staff_bulk_needs_second(20)),
        facts: sample.facts,
        chosen: vec![ChosenCredential { id: "0b2f".into(), name: "Nguyễn Thị Minh Khai".into(), title: title(l) }],
        left_out: vec![l.web_staff_bulk_own()],
        reasons: sample.reasons,
        form: sample.form,
        today: sample.today,
    }
}

fn revocation(l: Locale) -> RevocationPage {
    let when = || say(l, "7. 12. 2026 22:10 CET", "7 December 2026, 22:10 CET");
    RevocationPage {
        f: frame(l, "/staff/revocations/1"),
        l,
        state: StateTag::doubt(l.web_staff_bulk_waits()),
        sentence: l.web_staff_bulk_waits_text(when()),
        facts: vec![Fact::new(l.web_staff_bulk_proposed(), "Marie Dvořáková")],
        confirm: Some("/cs/staff/revocations/1/confirm".into()),
        decline: Some("/cs/staff/revocations/1/decline".into()),
        retry: Some("/cs/staff/revocations/1/retry".into()),
        rows: vec![RevocationRow {
            href: "/cs/staff/credentials/0b2f".into(),
            name: "Nguyễn Thị Minh Khai".into(),
            state: StateTag::doubt(l.web_staff_bulk_row_waits()),
        }],
    }
}

fn revocations(l: Locale) -> RevocationsPage {
    let row = WaitingRow {
        href: "/cs/staff/revocations/1".into(),
        said: "Marie Dvořáková".into(),
        many: "40".into(),
        ends: say(l, "7. 12. 2026 22:10 CET", "7 December 2026, 22:10 CET"),
    };
    RevocationsPage { f: frame(l, "/staff/revocations"), l, rows: vec![row] }
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
