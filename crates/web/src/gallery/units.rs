//! Samples of the pages in which units of learning are listed and written.

use askama::Template;
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{UnitId, specimen};

use super::{Pages, staff::frame};
use crate::{
    staff::{
        unit_difference::DifferencePage,
        unit_editor::{
            clash::{changes_here, changes_in},
            form::SummaryLine,
            section::UnitSection,
            section_page::{self, SectionNote, SectionPage, Shown},
            task_list::{self, TaskListPage},
        },
        unit_new::{CopySource, UnitNewFields, UnitNewPage},
        unit_state::UnitListState,
        units::{StateChoice, UnitRow, UnitsPage},
    },
    view::StateTag,
};

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff-units", list(l, true).render().unwrap());
    pages.insert("staff-units-none", list(l, false).render().unwrap());
    pages.insert("staff-unit-new", new(l, false).render().unwrap());
    pages.insert("staff-unit-copy", new(l, true).render().unwrap());
    pages.insert("staff-unit-edit", sections(l, true).render().unwrap());
    pages.insert("staff-unit-edit-begun", sections(l, false).render().unwrap());
    pages.insert("staff-unit-edit-approved", approved(l).render().unwrap());
    let whole = UnitDraft::of(&specimen::rich::unit().unwrap());
    let names = [
        "staff-unit-section-1",
        "staff-unit-section-2",
        "staff-unit-section-3",
        "staff-unit-section-4",
        "staff-unit-section-5",
        "staff-unit-section-6",
        "staff-unit-section-7",
        "staff-unit-section-8",
    ];
    for (name, section) in names.into_iter().zip(UnitSection::ALL) {
        pages.insert(name, section_of(l, section, whole.clone(), None).render().unwrap());
    }
    pages.insert(
        "staff-unit-section-empty",
        section_of(l, UnitSection::Outcomes, UnitDraft::default(), None).render().unwrap(),
    );
    let mut wrong = whole.clone();
    for (field, text) in [("hours", "many"), ("ects", "3,55"), ("isced.en", ""), ("isced.code", "5"), ("eqf", "9")] {
        wrong.set(field, text).unwrap();
    }
    let told = Some(SectionNote::Saved(l.web_staff_edit_saved()));
    pages.insert("staff-unit-section-wrong", section_of(l, UnitSection::Workload, wrong, told).render().unwrap());
    pages.insert("staff-unit-section-clash", clash(l, &whole).render().unwrap());
    let closed = Some(SectionNote::Closed(l.web_staff_edit_handed_in()));
    pages.insert("staff-unit-section-closed", section_of(l, UnitSection::Teaching, whole, closed).render().unwrap());
    pages.insert("staff-unit-difference", difference(l, true).render().unwrap());
    pages.insert("staff-unit-difference-none", difference(l, false).render().unwrap());
}

fn id() -> UnitId {
    UnitId::new("ukazkovy-celek").unwrap()
}

fn list(l: Locale, any: bool) -> UnitsPage {
    let row = |title: &str, states: &[UnitListState], version: &str| UnitRow {
        href: "/cs/staff/units/ukazka".into(),
        edit: Some("/cs/staff/units/ukazka/edit".into()),
        copy: Some("/cs/staff/units/ukazka/copy".into()),
        title: title.into(),
        id: "ukazka".into(),
        states: states.iter().map(|state| state.tag(l)).collect(),
        version: version.into(),
        faculty: super::say(l, "Fakulta příkladů", "Faculty of Examples"),
        guarantor: "doc. Petr Vzorný".into(),
        review: super::say(l, "31. 8. 2028", "31 August 2028"),
    };
    let rows = vec![
        row(
            &super::say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R"),
            &[UnitListState::Published, UnitListState::Submitted],
            "2",
        ),
        row(&super::say(l, "Úvod do práva", "Introduction to Law"), &[UnitListState::Draft], "–"),
        row(&super::say(l, "Čtení starých map", "Reading Old Maps"), &[UnitListState::Suspended], "1"),
        row("1. pomoc", &[UnitListState::Retired], "4"),
    ];
    UnitsPage {
        f: frame(l, "/staff/units"),
        l,
        query: if any { String::new() } else { "xyz".into() },
        states: UnitListState::ALL
            .map(|state| StateChoice {
                code: state.code(),
                label: state.word(l),
                chosen: !any && state == UnitListState::Draft,
            })
            .into(),
        found: l.web_staff_units_found(if any { 104_usize } else { 0 }),
        rows: if any { rows } else { Vec::new() },
        may_begin: true,
        previous: any.then_some(0),
        next: any.then_some(2),
    }
}

fn new(l: Locale, copy: bool) -> UnitNewPage {
    let problem = l.web_staff_units_new_exists("ukazka");
    let source = |code, label, chosen| CopySource { code, label, chosen };
    UnitNewPage {
        f: frame(l, "/staff/new-unit"),
        l,
        copied: copy.then(|| super::say(l, "Ukázkový celek", "Specimen Stack")),
        sources: if copy {
            vec![
                source("version", l.web_staff_units_copy_version(2), true),
                source("draft", l.web_staff_units_copy_draft(), false),
            ]
        } else {
            Vec::new()
        },
        action: "/cs/staff/new-unit".into(),
        form: UnitNewFields { id: "ukazka".into(), ..UnitNewFields::default() },
        id_problem: (!copy).then(|| problem.clone()),
        guarantor_problem: None,
        summary: if copy { Vec::new() } else { vec![SummaryLine { href: "#id".into(), text: problem }] },
        asks_guarantor: true,
    }
}

fn sections(l: Locale, whole: bool) -> TaskListPage {
    let mut text = UnitDraft::default();
    if whole {
        text = UnitDraft::of(&specimen::rich::unit().unwrap());
        text.set("hours", "").unwrap();
    } else {
        text.set("title.cs", "Úvod do práva").unwrap();
    }
    let f = frame(l, "/staff/units/ukazkovy-celek/edit");
    let page = task_list::of_text(f, l, &id(), 2, &text, (!whole).then(|| l.web_staff_edit_only_read()));
    let address = |last: &str| whole.then(|| format!("/cs/staff/units/ukazkovy-celek/{last}"));
    TaskListPage { take_file: address("file"), difference: address("difference"), ..page }
}

fn approved(l: Locale) -> TaskListPage {
    let shown = sections(l, true);
    TaskListPage { version: None, next_version: Some("/cs/staff/units/ukazkovy-celek/edit".into()), ..shown }
}

fn section_of(l: Locale, section: UnitSection, text: UnitDraft, note: Option<SectionNote>) -> SectionPage {
    let open = !matches!(note, Some(SectionNote::Closed(_)));
    let f = frame(l, "/staff/units/ukazkovy-celek/edit/title");
    let shown = Shown { id: id(), section, kept: text.clone(), text, revision: 7, open, note, clash: Vec::new() };
    section_page::page(f, l, shown)
}

fn clash(l: Locale, kept: &UnitDraft) -> SectionPage {
    let mut text = kept.clone();
    text.set("title.cs", "Jiný název").unwrap();
    text.set("faculty.en", "").unwrap();
    let f = frame(l, "/staff/units/ukazkovy-celek/edit/title");
    let note = l.offering_clash();
    let clash = changes_here(&kept.difference(&text), l);
    section_page::page(
        f,
        l,
        Shown {
            id: id(),
            section: UnitSection::Title,
            kept: kept.clone(),
            text,
            revision: 8,
            open: true,
            note: Some(SectionNote::NotSaved(note)),
            clash,
        },
    )
}

fn difference(l: Locale, any: bool) -> DifferencePage {
    let approved = UnitDraft::of(&specimen::rich::unit().unwrap());
    let mut draft = approved.clone();
    draft.set("title.cs", "Jiný název").unwrap();
    draft.remove("outcomes", 2).unwrap();
    let changes = if any { approved.difference(&draft) } else { Vec::new() };
    DifferencePage {
        f: frame(l, "/staff/units/ukazkovy-celek/difference"),
        l,
        unit: super::say(l, "Ukázkový celek", "Specimen Stack"),
        back: "/cs/staff/units/ukazkovy-celek/edit".into(),
        lead: l.web_staff_edit_difference_lead(1_u32),
        changes: changes_in(&changes, |section| format!("/cs/staff/units/ukazkovy-celek/edit/{}", section.code()), l),
    }
}

/// The list of a unit that is retired shows a word without a tone.
#[test]
fn a_state_without_a_tone_is_still_told_by_a_shape() {
    let l = Locale::new(signet_record::Language::Cs);
    let StateTag { tone, word } = UnitListState::Retired.tag(l);
    assert!(tone.is_empty() && list(l, true).render().unwrap().contains(&word));
}
