//! Samples of the pages of runs.

use askama::Template;
use signet_lang::{Locale, args::ImportWord};
use signet_offering::{ParticipantState, RunAct, RunState};

use super::{Pages, say, staff};
use crate::{
    staff::{
        run::{
            act::RunActPage,
            edit::{self, RunEditFields, RunEditPage},
            import::{CarriedFile, ImportColumn, ImportedFile, RunImportPage},
            import_outcome::ImportChange,
            issue::{ReadyRow, RunIssueConfirmPage, RunIssuePage, UnmetRow},
            list::{RunRow, RunsPage},
            new_participant::{ComparedDetail, NewParticipantPage, PersonField},
            page::{RunHistoryLine, RunOffer, RunPage},
            participant::{ChangeLine, ParticipantPage},
            participants::{ParticipantRow, ParticipantsPage},
            results::{ResultCell, ResultLine, ResultsPage},
        },
        unit_editor::form::SummaryLine,
        when::WhenFields,
    },
    view::{Choice, Fact, FieldProblem, FieldProblems, LinkView, StateTag},
};

const RUN: &str = "/cs/staff/units/ukazka/runs/2026-jaro";

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff-runs", list(l, true).render().unwrap());
    pages.insert("staff-runs-none", list(l, false).render().unwrap());
    pages.insert("staff-run", run(l).render().unwrap());
    pages.insert("staff-run-act", act(l).render().unwrap());
    pages.insert("staff-run-new", edit(l, true).render().unwrap());
    pages.insert("staff-run-edit", edit(l, false).render().unwrap());
    pages.insert("staff-run-participants", participants(l, true).render().unwrap());
    pages.insert("staff-run-participants-none", participants(l, false).render().unwrap());
    pages.insert("staff-run-new-participant", new_participant(l, false).render().unwrap());
    pages.insert("staff-run-new-participant-known", new_participant(l, true).render().unwrap());
    pages.insert("staff-run-participant", participant(l).render().unwrap());
    pages.insert("staff-run-results", results(l, true).render().unwrap());
    pages.insert("staff-run-results-closed", results(l, false).render().unwrap());
    pages.insert("staff-run-import", import(l, false).render().unwrap());
    pages.insert("staff-run-import-check", import(l, true).render().unwrap());
    pages.insert("staff-run-issue", issue(l, true).render().unwrap());
    pages.insert("staff-run-issue-open", issue(l, false).render().unwrap());
    pages.insert("staff-run-issue-confirm", confirm(l).render().unwrap());
}

fn title(l: Locale) -> String {
    say(l, "Ukázkové dovednosti – 2026-jaro", "Specimen Skills – 2026-jaro")
}

fn list(l: Locale, found: bool) -> RunsPage {
    let row = |id: &str, state: StateTag| RunRow {
        href: RUN.into(),
        id: id.into(),
        unit: say(l, "Ukázkové dovednosti", "Specimen Skills"),
        state,
        dates: "16. 2. 2026 – 15. 5. 2026".into(),
        people: "12 / 30".into(),
    };
    let running = StateTag::good(l.web_staff_run_state(signet_lang::args::RunStateWord::Running));
    let planned = StateTag::doubt(l.web_staff_run_state(signet_lang::args::RunStateWord::Planned));
    RunsPage {
        f: staff::frame(l, "/staff/runs"),
        l,
        states: vec![Choice { value: "/cs/staff/runs".into(), label: l.web_staff_run_state_any(), chosen: true }],
        unit: found.then(|| "ukazka".into()),
        plan: found.then(|| "/cs/staff/units/ukazka/new-run".into()),
        rows: if found { vec![row("2026-jaro", running), row("2026-podzim", planned)] } else { Vec::new() },
        previous: None,
        next: found.then(|| "/cs/staff/runs?page=1".into()),
    }
}

fn facts(l: Locale) -> Vec<Fact> {
    vec![
        Fact::new(l.web_staff_run_dates(), "16. 2. 2026 – 15. 5. 2026"),
        Fact::new(l.web_staff_run_people(), "12"),
        Fact::new(l.web_staff_run_version(), "1"),
        Fact::new(l.web_staff_run_assessors(), "doc. Petr Vzorný"),
    ]
}

fn run(l: Locale) -> RunPage {
    let offer = |act: RunAct| RunOffer {
        code: act.code(),
        label: l.web_staff_run_act_title(match act {
            RunAct::Cancel => signet_lang::args::RunActWord::Cancel,
            _ => signet_lang::args::RunActWord::Close,
        }),
        harm: act == RunAct::Cancel,
    };
    let link = |page: &str, label: String| LinkView { href: format!("{RUN}/{page}"), label };
    RunPage {
        f: staff::frame(l, RUN),
        l,
        title: title(l),
        done: Some(l.web_staff_run_act_done(signet_lang::args::RunActWord::Start)),
        state: StateTag::good(l.web_staff_run_state(signet_lang::args::RunStateWord::Running)),
        next: l.web_staff_run_next(signet_lang::args::RunStateWord::Running),
        facts: facts(l),
        links: vec![link("participants", l.web_staff_run_people()), link("results", l.web_staff_run_results())],
        acts: RunState::Running.acts().into_iter().map(offer).collect(),
        action: format!("{RUN}/act"),
        history: vec![RunHistoryLine {
            when: "1. 2. 2026 9:00".into(),
            what: l.web_staff_run_event(signet_lang::args::RunEventWord::Planned),
            whom: String::new(),
            who: "Marie Dvořáková".into(),
        }],
    }
}

fn act(l: Locale) -> RunActPage {
    let word = signet_lang::args::RunActWord::Close;
    RunActPage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: RUN.into(),
        heading: l.web_staff_run_act_title(word),
        about: l.web_staff_run_act_about(word),
        problem: Some(l.web_staff_run_refusal(signet_lang::args::RunRefusalWord::Overtaken)),
        facts: facts(l),
        warning: Some(l.web_staff_run_check_without(3_usize)),
        code: RunAct::Close.code(),
        harm: false,
        action: format!("{RUN}/act"),
    }
}

fn edit(l: Locale, is_new: bool) -> RunEditPage {
    let wrong = edit::FieldProblem { field: "end".into(), text: l.record_missing() };
    RunEditPage {
        f: staff::frame(l, RUN),
        l,
        about: title(l),
        is_new,
        form: RunEditFields { id: "2026-jaro".into(), start: "2026-02-16".into(), ..RunEditFields::default() },
        summary: if is_new {
            vec![SummaryLine { href: "#end".into(), text: format!("{}: {}", l.web_staff_run_end(), wrong.text) }]
        } else {
            Vec::new()
        },
        problems: if is_new { vec![wrong] } else { Vec::new() },
        problem: None,
        action: format!("{RUN}/edit"),
        back: RUN.into(),
        most: "5000".into(),
    }
}

fn enrolled(l: Locale) -> StateTag {
    StateTag::good(l.web_staff_run_participant_state(signet_lang::args::ParticipantStateWord::Enrolled))
}

fn participants(l: Locale, found: bool) -> ParticipantsPage {
    let row = |person: &str, name: &str, note: String| ParticipantRow {
        href: format!("{RUN}/participants/{person}"),
        person: person.into(),
        name: name.into(),
        born: l.date(signet_record::Date::constant(2000, 2, 29)),
        tag: enrolled(l),
        identity: l.web_staff_run_identity_unchecked(),
        note,
    };
    ParticipantsPage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: RUN.into(),
        problem: found.then(|| l.web_staff_run_not_moved(1_usize)),
        done: if found { vec![l.web_staff_run_moved(2_usize)] } else { Vec::new() },
        states: vec![Choice { value: RUN.into(), label: l.web_staff_run_state_any(), chosen: true }],
        rows: if found {
            vec![row("V-1", "Žofie Příkladná", String::new()), row("V-2", "Jan Vzor", l.web_staff_run_differs())]
        } else {
            Vec::new()
        },
        acts: vec![Choice::new(
            "enrol",
            l.web_staff_run_participant_act(signet_lang::args::ParticipantActWord::Enrol),
            "",
        )],
        links: vec![LinkView { href: format!("{RUN}/new-participant"), label: l.web_staff_run_add() }],
        action: format!("{RUN}/participants"),
        state: "",
        page: 0,
        previous: None,
        next: None,
    }
}

fn person_fields(l: Locale) -> Vec<PersonField> {
    let field = |name, label, hint, wrong| PersonField { name, label, value: "V-1".into(), wrong, hint };
    vec![
        field("person", l.web_staff_run_person(), Some(l.web_staff_run_add_person_hint()), None),
        field("born", l.web_staff_run_born(), None, Some(l.record_missing())),
    ]
}

fn compared(l: Locale) -> Vec<ComparedDetail> {
    vec![ComparedDetail {
        label: l.web_staff_run_family_name(),
        entered: "Vdaná".into(),
        known: "Příkladná".into(),
        differs: true,
    }]
}

fn new_participant(l: Locale, known: bool) -> NewParticipantPage {
    let state = l.web_staff_run_participant_state(signet_lang::args::ParticipantStateWord::Enrolled);
    NewParticipantPage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: format!("{RUN}/participants"),
        action: format!("{RUN}/new-participant"),
        fields: person_fields(l),
        states: vec![Choice::new(ParticipantState::Enrolled.code(), state, "enrolled")],
        summary: if known { Vec::new() } else { vec![SummaryLine { href: "#born".into(), text: l.record_missing() }] },
        problem: None,
        compared: if known { compared(l) } else { Vec::new() },
        namesakes: known.then(|| l.web_staff_run_add_check_namesake("V-7")),
    }
}

fn participant(l: Locale) -> ParticipantPage {
    ParticipantPage {
        f: staff::frame(l, RUN),
        l,
        name: "Žofie Příkladná".into(),
        run: title(l),
        back: format!("{RUN}/participants"),
        state: enrolled(l),
        facts: vec![Fact::new(l.web_staff_run_person(), "V-1")],
        compared: compared(l),
        confirmed: false,
        results: vec![Fact::new(l.web_staff_run_grade(), "B")],
        unmet: vec![l.web_staff_run_unmet_identity(), l.web_staff_run_unmet_issued_otherwise()],
        links: vec![LinkView {
            href: "/cs/staff/credentials/0b2f/correct".into(),
            label: l.web_staff_run_correct_link(),
        }],
        changes: vec![ChangeLine {
            when: "12. 6. 2026 10:00".into(),
            field: l.web_staff_run_grade(),
            old: "C".into(),
            new: "B".into(),
            who: "doc. Petr Vzorný".into(),
        }],
        may_change: true,
        fields: person_fields(l),
        summary: Vec::new(),
        problem: None,
        action: format!("{RUN}/participants/V-1"),
    }
}

fn results(l: Locale, open: bool) -> ResultsPage {
    let columns = vec![l.web_staff_run_part("T1"), l.web_staff_run_grade(), l.web_staff_run_result_date()];
    let line = |name: &str, shut: Option<String>, wrong: Option<String>| ResultLine {
        href: format!("{RUN}/participants/V-1"),
        person: "V-1".into(),
        name: name.into(),
        entries: 2,
        shut,
        cells: columns
            .iter()
            .enumerate()
            .map(|(column, label)| ResultCell {
                label: format!("{label}, {name}"),
                value: if column == 2 { "2026-06-12".into() } else { "B".into() },
                shown: if column == 2 { say(l, "12. 6. 2026", "12 June 2026") } else { "B".into() },
                is_day: column == 2,
                wrong: wrong.clone().filter(|_| column == 1),
            })
            .collect(),
    };
    let wrong = open.then(|| l.web_staff_run_clash("A"));
    ResultsPage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: RUN.into(),
        done: (!open).then(|| l.web_staff_run_results_saved(12_usize)),
        problem: None,
        summary: wrong.iter().map(|text| SummaryLine { href: "#r-0-1".into(), text: text.clone() }).collect(),
        lead: if open { l.web_staff_run_results_lead("A, B, C, F") } else { l.web_staff_run_results_closed() },
        rows: vec![
            line("Žofie Příkladná", None, wrong),
            line("Petr Vzorný", open.then(|| l.web_staff_run_own_row()), None),
        ],
        columns,
        open,
        import: open.then(|| LinkView {
            href: format!("{RUN}/import/results"),
            label: l.web_staff_run_import_title(ImportWord::Results),
        }),
        action: format!("{RUN}/results"),
        page: 0,
        previous: None,
        next: Some(format!("{RUN}/results?page=1")),
    }
}

fn import(l: Locale, read: bool) -> RunImportPage {
    let word = ImportWord::Results;
    let file = ImportedFile {
        carried: CarriedFile { kind: "text", data: "id;grade\nV-1;A\n".into() },
        columns: vec![ImportColumn {
            heading: "id".into(),
            fields: vec![Choice::new("person", l.web_staff_run_person(), "person")],
        }],
        told: vec![l.web_staff_run_import_changes(1_usize)],
        wrong: vec![l.web_staff_run_import_not_here("V-9")],
        changes: vec![ImportChange {
            name: "Žofie Příkladná".into(),
            field: l.web_staff_run_grade(),
            old: "B".into(),
            new: "A".into(),
        }],
        states: vec![Choice::new("enrolled", "x", "enrolled")],
        confirm: Some(l.web_staff_run_import_confirm(word)),
        stamp: "0".into(),
        action: format!("{RUN}/import/results/check"),
    };
    RunImportPage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: format!("{RUN}/results"),
        title: l.web_staff_run_import_title(word),
        lead: l.web_staff_run_import_lead(word),
        problem: (!read).then(|| l.web_staff_run_import_no_file()),
        action: format!("{RUN}/import/results"),
        accept: ".csv,.txt,.xlsx,.ods",
        read: read.then_some(file),
    }
}

pub fn past(l: Locale) -> FieldProblem {
    FieldProblem { field: "day", sentence: l.web_staff_run_issue_past() }
}

fn issue(l: Locale, open: bool) -> RunIssuePage {
    RunIssuePage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: RUN.into(),
        problems: FieldProblems(open.then(|| past(l)).into_iter().collect()),
        open,
        ready: vec![ReadyRow {
            person: "V-1".into(),
            name: "Žofie Příkladná".into(),
            href: format!("{RUN}/participants/V-1"),
            grade: "B".into(),
            chosen: true,
        }],
        others: vec![UnmetRow {
            name: "Jan Vzor".into(),
            href: format!("{RUN}/participants/V-2"),
            state: enrolled(l),
            why: vec![l.web_staff_run_unmet_identity(), l.web_staff_run_unmet_grade_missing()],
        }],
        when: WhenFields { later: open, day: "1. 9. 2026".into(), time: "8:00".into() },
        action: format!("{RUN}/issue"),
    }
}

fn confirm(l: Locale) -> RunIssueConfirmPage {
    RunIssueConfirmPage {
        f: staff::frame(l, RUN),
        l,
        run: title(l),
        back: format!("{RUN}/issue"),
        facts: vec![Fact::new(l.web_staff_run_people(), "1"), Fact::new(l.web_staff_run_issue_at(), "1. 9. 2026 8:00")],
        chosen: vec![("V-1".into(), "Žofie Příkladná".into())],
        when: WhenFields::default(),
        second: true,
        test: true,
        action: format!("{RUN}/issue"),
    }
}
