//! Part 2 in words: the supplement (*dodatek*), all items in the order of Annex I and then those asked for in Czechia.

mod additions;
mod assessment;
mod learning;
mod parties;

use signet_lang::Locale;
use signet_record::{AnnexItem, Language};

use crate::input::DocumentInput;
use crate::view::{Entry, Item, Pair, Supplement};

/// Characters of a running head; what is longer is cut, for the head has one line.
const RUNNING_HEAD: usize = 105;
/// Characters of an item's text in both languages from which it may run over a page end; shorter ones stay whole.
const LONG: usize = 900;

pub(crate) fn view(sheet: &DocumentInput<'_>) -> Supplement {
    let award = sheet.award;
    Supplement {
        heading: Pair::says(Locale::document_supplement),
        introduction: Pair::says(Locale::document_introduction),
        running_head: running_head(&award.holder().full_name(), award.unit().title.text(Language::Cs)),
        items: AnnexItem::ALL.into_iter().map(|item| view_of(item, sheet)).collect(),
        note: Pair::says(Locale::document_annex_note),
    }
}

fn view_of(item: AnnexItem, sheet: &DocumentInput<'_>) -> Item {
    let values = values(item, sheet);
    let breaks = values.iter().map(Entry::length).sum::<usize>() > LONG;
    Item { label: Pair::says(|locale| label(item, locale)), annex: mark(item), values, breaks }
}

/// "M6" for a mandatory element of Annex I, "O" for an optional one.
fn mark(item: AnnexItem) -> Option<String> {
    match item {
        item if item.is_mandatory() => Some(format!("M{}", item.number())),
        AnnexItem::Languages | AnnexItem::Period | AnnexItem::Identifier | AnnexItem::Seal => None,
        _ => Some("O".to_owned()),
    }
}

fn label(item: AnnexItem, locale: Locale) -> String {
    match item {
        AnnexItem::Holder => locale.document_item_holder(),
        AnnexItem::Title => locale.document_item_title(),
        AnnexItem::Country => locale.document_item_country(),
        AnnexItem::AwardingBody => locale.document_item_awarding_body(),
        AnnexItem::IssueDate => locale.document_item_issued(),
        AnnexItem::LearningOutcomes => locale.document_item_outcomes(),
        AnnexItem::Workload => locale.document_item_workload(),
        AnnexItem::Level => locale.document_item_level(),
        AnnexItem::AssessmentType => locale.document_item_assessment(),
        AnnexItem::Participation => locale.document_item_participation(),
        AnnexItem::QualityAssurance => locale.document_item_quality(),
        AnnexItem::Prerequisites => locale.document_item_prerequisites(),
        AnnexItem::Supervision => locale.document_item_supervision(),
        AnnexItem::Grade => locale.document_item_grade(),
        AnnexItem::Stacking => locale.document_item_stacking(),
        AnnexItem::FurtherInformation => locale.document_item_further(),
        AnnexItem::Languages => locale.document_item_language(),
        AnnexItem::Period => locale.document_item_period(),
        AnnexItem::Identifier => locale.document_item_link(),
        AnnexItem::Seal => locale.document_item_seal(),
    }
}

fn values(item: AnnexItem, sheet: &DocumentInput<'_>) -> Vec<Entry> {
    let award = sheet.award;
    let unit = award.unit();
    match item {
        AnnexItem::Holder => parties::holder(award),
        AnnexItem::Title => learning::title(award),
        AnnexItem::Country => parties::country(sheet),
        AnnexItem::AwardingBody => parties::awarding_body(award),
        AnnexItem::IssueDate => vec![Entry::Text(Pair::says(|locale| locale.day(sheet.issued)))],
        AnnexItem::LearningOutcomes => learning::outcomes(unit),
        AnnexItem::Workload => learning::workload(unit),
        AnnexItem::Level => learning::level(unit),
        AnnexItem::AssessmentType => assessment::types(unit),
        AnnexItem::Participation => learning::participation(unit),
        AnnexItem::QualityAssurance => assessment::quality(unit),
        AnnexItem::Prerequisites => learning::prerequisites(unit),
        AnnexItem::Supervision => assessment::supervision(unit),
        AnnexItem::Grade => assessment::grade(award),
        AnnexItem::Stacking => learning::stacking(award),
        AnnexItem::FurtherInformation => learning::further(award),
        AnnexItem::Languages => learning::languages(unit),
        AnnexItem::Period => learning::period(award),
        AnnexItem::Identifier => parties::identifier(sheet),
        AnnexItem::Seal => parties::seal(sheet),
    }
}

/// Whose supplement it is and of what, in one line.
fn running_head(holder: &str, title: &str) -> String {
    let whole = format!("{holder} · {title}");
    match whole.char_indices().nth(RUNNING_HEAD) {
        Some((end, _)) => format!("{}…", whole.get(..end).unwrap_or_default().trim_end()),
        None => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_head_has_one_line() {
        assert_eq!(running_head("Jana Malá", "Botanika"), "Jana Malá · Botanika");
        let long = running_head("Jana Malá", &"ěščř ".repeat(40));
        assert!(long.chars().count() <= RUNNING_HEAD + 1 && long.ends_with('…'), "{long}");
    }

    #[test]
    fn eleven_items_are_marked_mandatory_and_five_optional() {
        let marks: Vec<_> = AnnexItem::ALL.into_iter().filter_map(mark).collect();
        assert_eq!(marks.iter().filter(|mark| mark.starts_with('M')).count(), 11);
        assert_eq!(marks.iter().filter(|mark| *mark == "O").count(), 5);
    }
}
