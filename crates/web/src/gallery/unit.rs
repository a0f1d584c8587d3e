//! Samples of the pages on which people agree on a unit of learning.

use askama::Template;
use signet_lang::{Locale, args::UnitActWord};
use signet_offering::UnitDraft;
use signet_record::{Date, specimen};

use super::{Pages, say, staff};
use crate::{
    staff::unit::{
        act::UnitAct,
        act_form::{ActFields, FieldFault},
        act_page::{
            ActFrame, ComparedText, RemarkField, UnitConfirmPage, UnitGuarantorPage, UnitJudgePage, UnitRefusedPage,
            UnitReturnPage, UnitSuspendPage, approval_days, principles,
        },
        files::UnitTextPage,
        history::UnitHistoryLine,
        in_care::UnitTitle,
        page::{ActOffer, RemarkLine, StaffUnitPage, VersionLine},
        standing::{UnitNotice, UnitStep},
        text::text_fields,
    },
    staff::unit_change::ChangedField,
    view::{Choice, Fact, LinkView, StateTag},
};

const BACK: &str = "/cs/staff/units/ekonometrie-r";

fn title(l: Locale) -> UnitTitle {
    UnitTitle { text: say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R"), language: None }
}

fn act(act: UnitAct, l: Locale) -> ActFrame {
    ActFrame {
        heading: l.web_staff_act_title(act.word()),
        about: l.web_staff_act_about(act.word()),
        button: l.web_staff_act_button(act.word()),
        harm: act.is_harm(),
        title: title(l),
        back: BACK.into(),
        action: format!("{BACK}/{}", act.code()),
        digest: Some("0f3a".repeat(16)),
        faults: Vec::new(),
    }
}

fn changes(l: Locale) -> Vec<ChangedField> {
    let changed = |label: &str, language, before: Option<&str>, after: Option<&str>| ChangedField {
        label: label.to_owned(),
        href: None,
        language,
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    let (ects, title) = (say(l, "Kredity ECTS", "ECTS credits"), say(l, "Název › anglicky", "Title › English"));
    vec![
        changed(&ects, None, Some("3"), Some("4")),
        changed(&title, Some("en"), None, Some("Fundamentals of Econometrics in R")),
    ]
}

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff-unit", unit(l).render().unwrap());
    let fields = text_fields(&UnitDraft::of(&specimen::unit().unwrap()), l);
    let (f, back, which) = (staff::frame(l, BACK), BACK.into(), l.web_staff_unit_draft_version(2));
    let text = UnitTextPage { f, l, title: title(l), back, which, fields };
    pages.insert("staff-unit-text", text.render().unwrap());
    pages.insert("staff-unit-endorse", judge(UnitAct::Endorse, l).render().unwrap());
    pages.insert("staff-unit-approve", judge(UnitAct::Approve, l).render().unwrap());
    pages.insert("staff-unit-return", give_back(l).render().unwrap());
    let reason = || say(l, "Chyba v hodnocení", "An error in the assessment");
    let fault = FieldFault { id: "reason".into(), sentence: l.web_staff_act_problem_reason() };
    let frame = ActFrame { faults: vec![fault], ..act(UnitAct::Suspend, l) };
    let people = vec![
        Choice::new("HD-90002", "Hana Vzorná (HD-90002)", ""),
        Choice::new("HD-90012", "Pavel Garantující (HD-90012)", "HD-90012"),
    ];
    let fault = FieldFault { id: "guarantor".into(), sentence: l.web_staff_act_problem_guarantor() };
    let faulty = ActFrame { faults: vec![fault], ..act(UnitAct::Entrust, l) };
    let entrust = UnitGuarantorPage { f: staff::frame(l, BACK), l, act: faulty, people };
    pages.insert("staff-unit-guarantor", entrust.render().unwrap());
    let act_of_nobody = act(UnitAct::Entrust, l);
    let nobody = UnitGuarantorPage { f: staff::frame(l, BACK), l, act: act_of_nobody, people: Vec::new() };
    pages.insert("staff-unit-guarantor-nobody", nobody.render().unwrap());
    let suspend = UnitSuspendPage { f: staff::frame(l, BACK), l, act: frame, reason: String::new() };
    pages.insert("staff-unit-suspend", suspend.render().unwrap());
    let confirm = UnitConfirmPage {
        f: staff::frame(l, BACK),
        l,
        act: act(UnitAct::Suspend, l),
        problem: None,
        facts: vec![Fact::new(l.web_staff_act_reason(), reason())],
        hidden: vec![("reason".into(), reason())],
    };
    pages.insert("staff-unit-confirm", confirm.render().unwrap());
    let refused = UnitRefusedPage {
        f: staff::frame(l, BACK),
        l,
        act: act(UnitAct::Approve, l),
        heading: l.web_staff_act_stale_title(),
        why: l.offering_stale(),
        changes: changes(l),
        again: Some(format!("{BACK}/approve")),
    };
    pages.insert("staff-unit-refused", refused.render().unwrap());
}

fn judge(which: UnitAct, l: Locale) -> UnitJudgePage {
    let approves = which == UnitAct::Approve;
    let fault = |id: &str, sentence| FieldFault { id: id.into(), sentence };
    let faults = match approves {
        true => vec![
            fault("relevance", l.web_staff_act_problem_principle()),
            fault("review", l.web_staff_act_problem_review()),
        ],
        false => Vec::new(),
    };
    UnitJudgePage {
        f: staff::frame(l, BACK),
        l,
        act: ActFrame { faults, ..act(which, l) },
        fields: text_fields(&UnitDraft::of(&specimen::unit().unwrap()), l),
        before: ComparedText::with(1, if approves { changes(l) } else { Vec::new() }, l),
        principles: if approves { principles(&ActFields::default(), l) } else { Vec::new() },
        days: approves.then(|| approval_days(None, Date::constant(2026, 11, 30), l)),
        give_back: approves
            .then(|| LinkView { href: format!("{BACK}/return"), label: l.web_staff_act_title(UnitActWord::Return) }),
    }
}

fn give_back(l: Locale) -> UnitReturnPage {
    let fields = text_fields(&UnitDraft::of(&specimen::unit().unwrap()), l).into_iter().take(6);
    let remark = |(at, field): (usize, crate::staff::unit::text::TextField)| RemarkField {
        name: format!("remark:{}", field.name),
        id: format!("remark-{at}"),
        label: l.web_staff_act_remark_to(field.label.as_str()),
        remark: if at == 1 { say(l, "Doplňte sloveso.", "Add a verb.") } else { String::new() },
        fault: (at == 2).then(|| l.offering_remark_empty(1_u32)),
        field,
    };
    UnitReturnPage {
        f: staff::frame(l, BACK),
        l,
        act: act(UnitAct::Return, l),
        fields: fields.enumerate().map(remark).collect(),
    }
}

fn unit(l: Locale) -> StaffUnitPage {
    let offer = |act: UnitAct, refused| ActOffer {
        href: format!("{BACK}/{}", act.code()),
        label: l.web_staff_act_title(act.word()),
        refused,
        harm: act.is_harm(),
    };
    let line = |number: u32, what: String, who: &str, role: String, notes| UnitHistoryLine {
        number,
        at: jiff::Timestamp::UNIX_EPOCH,
        when: say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET"),
        what,
        who: who.to_owned(),
        role,
        notes,
        hash: "0f3a".repeat(16),
    };
    let day = || say(l, "1. 9. 2026", "1 September 2026");
    StaffUnitPage {
        f: staff::frame(l, BACK),
        l,
        title: title(l),
        done: Some(l.web_staff_act_done(UnitActWord::Return)),
        steps: vec![UnitStep {
            label: l.web_staff_unit_draft_version(2),
            tag: StateTag::bad(l.web_staff_unit_tag_draft(signet_lang::args::DraftWord::Returned)),
            next: l.web_staff_unit_draft_next(signet_lang::args::DraftWord::Returned),
        }],
        notices: vec![UnitNotice { tone: "doubt", sentence: l.web_staff_unit_guarantor_missing() }],
        offers: vec![
            offer(UnitAct::Submit, None),
            offer(UnitAct::Approve, Some(l.offering_wrote_it())),
            offer(UnitAct::Retire, None),
        ],
        remarks: vec![RemarkLine {
            field: say(l, "Výsledky učení 2 › Text › česky", "Learning outcomes 2 › Text › Czech"),
            text: say(l, "Doplňte sloveso.", "Add a verb."),
        }],
        facts: vec![
            Fact::new(l.web_staff_unit_id(), "ekonometrie-r"),
            Fact::new(l.web_staff_unit_guarantor(), "Hana Vzorná"),
        ],
        versions: vec![VersionLine {
            version: 1,
            from: day(),
            review: day(),
            approved: day(),
            toml_href: format!("{BACK}/versions/1/unit.toml"),
        }],
        history: vec![
            line(
                5,
                l.web_staff_unit_event_returned(),
                "Karel Jakostní",
                l.web_account_role_quality_office(),
                Vec::new(),
            ),
            line(4, l.web_staff_unit_event_saved(3), "Marie Dvořáková", l.web_staff_unit_role_author(), Vec::new()),
        ],
        edit_href: Some(format!("{BACK}/edit")),
        read_href: Some(format!("{BACK}/text")),
        preview_href: Some(format!("{BACK}/preview")),
        toml_href: Some(format!("{BACK}/unit.toml")),
        csv_href: Some(format!("{BACK}/history.csv")),
        runs_href: Some("/cs/staff/runs?unit=ukazka".into()),
    }
}
