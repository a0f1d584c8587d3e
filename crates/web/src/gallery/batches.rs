//! Samples of the pages of batches beside their own.

use askama::Template;
use signet_lang::Locale;

use super::{
    Pages,
    runs::past,
    say,
    staff::{frame, title},
};
use crate::{
    staff::{
        batch_schedule::BatchSchedulePage,
        columns::{ColumnChoice, ColumnsPage, FieldChoice},
        unit_editor::form::SummaryLine,
        when::WhenFields,
    },
    view::FieldProblems,
};

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("staff-columns", columns(l).render().unwrap());
    pages.insert("staff-batch-schedule", schedule(l).render().unwrap());
}

fn schedule(l: Locale) -> BatchSchedulePage {
    BatchSchedulePage {
        f: frame(l, "/staff/batches/1/schedule"),
        l,
        back: "/cs/staff/batches/1".into(),
        scheduled: l.web_staff_run_batch_scheduled("1. 9. 2026 8:00"),
        problems: FieldProblems(vec![past(l)]),
        when: WhenFields { later: true, day: "1. 9. 2025".into(), time: "8:00".into() },
        action: "/cs/staff/batches/1/schedule".into(),
    }
}

fn columns(l: Locale) -> ColumnsPage {
    let column = |heading: &str, example: &str, field: &str| ColumnChoice {
        heading: heading.into(),
        example: example.into(),
        fields: [("person", "Osobní číslo", "Person ID"), ("family_name", "Příjmení", "Family name")]
            .map(|(name, cs, en)| FieldChoice { name: name.into(), label: say(l, cs, en), chosen: name == field })
            .into(),
        wrong: field.is_empty().then(|| l.web_staff_columns_missing()),
    };
    let born = say(l, "Datum narození", "Date of birth");
    ColumnsPage {
        f: frame(l, "/staff/batches/1/columns"),
        l,
        unit: title(l),
        file_name: "vysledky.xlsx".into(),
        summary: vec![SummaryLine { href: "#column-2".into(), text: l.web_staff_columns_missing_one(born.as_str()) }],
        missing: vec![born],
        columns: vec![
            column("UČO studenta", "448812", "person"),
            column("Kdo", "Nguyễn", "family_name"),
            column("Poznámka", "", ""),
        ],
        rows: vec![vec!["448812".into(), "Nguyễn".into(), String::new()]],
        action: "/cs/staff/batches/1/columns".into(),
    }
}
