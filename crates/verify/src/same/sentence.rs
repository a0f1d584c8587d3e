//! A comparison in the reader's words.

use signet_credential::statement::{ItemValue, RecordItem};
use signet_lang::{Locale, args};
use signet_seal::Outcome;

use super::{ComparedFile, ItemComparison, ItemVerdict, RecordComparison, RecordObstacle, RecordVerdict};
use crate::record_root::RootState;

/// Characters of a value that are told.
const SHOWN: usize = 120;

impl RecordComparison {
    /// What comes of it.
    pub fn verdict_told(&self, locale: Locale) -> String {
        locale.same_verdict(self.verdict.into())
    }

    /// Everything that keeps it from being better, the weightiest first; of one record, nothing.
    pub fn reasons_told(&self, locale: Locale) -> Vec<String> {
        self.weighty().map(|obstacle| self.obstacle_told(obstacle, locale)).collect()
    }

    /// How many items agree, of how many.
    pub fn agreeing_told(&self, locale: Locale) -> String {
        locale.same_items(args::SameItems { same: self.agreeing(), total: self.items.len() })
    }

    /// Of an item that differs: files, and what they say in words. Nothing of lists, codes and things of many parts: their names and
    /// members are for programs, and the report of each file shows them better.
    pub fn differing_in_words(&self, item: &ItemComparison, locale: Locale) -> Vec<(String, String)> {
        if is_code(item.item) {
            return Vec::new();
        }
        let said = item
            .differing
            .iter()
            .flatten()
            .map(|(place, value)| Some((self.name(*place).to_owned(), value_told(words(value, locale)?, locale))));
        // Of both files or of none.
        said.collect::<Option<Vec<_>>>().into_iter().flatten().collect()
    }

    fn name(&self, place: usize) -> &str {
        self.files.get(place).map_or("", |file| file.name.as_str())
    }

    /// One obstacle.
    pub fn obstacle_told(&self, obstacle: &RecordObstacle, locale: Locale) -> String {
        let name = |place: usize| self.name(place);
        let sealer = |place: usize| {
            let file = self.files.get(place);
            file.and_then(|file| file.sealer.as_deref().or(file.sealer_identifier.as_deref())).unwrap_or_default()
        };
        match obstacle {
            RecordObstacle::NoCredential(place) => locale.same_no_credential(name(*place)),
            RecordObstacle::Item(item) => self.difference_told(*item, locale),
            RecordObstacle::Roots(one, other) => {
                locale.same_roots_differ(args::SameRootsDiffer { first: name(*one), second: name(*other) })
            }
            RecordObstacle::Broken(place) => locale.same_root_broken(name(*place)),
            RecordObstacle::Sealers(one, other) => locale.same_sealers_differ(args::SameSealersDiffer {
                first: name(*one),
                one: sealer(*one),
                other: sealer(*other),
                second: name(*other),
            }),
            RecordObstacle::SealerUnknown(place) => locale.same_sealer_unknown(name(*place)),
            RecordObstacle::Rootless(place) => {
                let state = self.files.get(*place).map_or(RootState::Absent, |file| file.root_state);
                locale.same_rootless(args::SameRootless { file: name(*place), kind: state.into() })
            }
        }
    }

    fn difference_told(&self, item: RecordItem, locale: Locale) -> String {
        let found = self.items.iter().find(|one| one.item == item).and_then(|one| one.differing.as_ref());
        let Some([(first, one), (second, other)]) = found else { return item_told(item, locale) };
        let [one, other] = [one, other].map(|value| value_told(value, locale));
        locale.same_item_differs(args::SameItemDiffers {
            first: self.name(*first),
            item: item_told(item, locale),
            one,
            other,
            second: self.name(*second),
        })
    }
}

/// What an item is called.
fn item_told(item: RecordItem, locale: Locale) -> String {
    args::SameItem::from_key(item.name()).map_or_else(|| item.name().to_owned(), |item| locale.same_item(item))
}

impl ItemComparison {
    /// What it is called, and whether the files agree.
    pub fn told(&self, locale: Locale) -> String {
        format!("{}: {}", self.item_told(locale), locale.same_item_verdict(self.verdict.into()))
    }

    /// What the item is called.
    pub fn item_told(&self, locale: Locale) -> String {
        item_told(self.item, locale)
    }
}

impl ComparedFile {
    /// How the file stands by itself, and which root it carries.
    pub fn told(&self, locale: Locale) -> [String; 2] {
        let outcome = match self.outcome {
            Outcome::Holds => args::SameFileOutcome::Holds,
            Outcome::Fails => args::SameFileOutcome::Fails,
            Outcome::CannotTell if self.test => args::SameFileOutcome::Test,
            Outcome::CannotTell => args::SameFileOutcome::Open,
        };
        let root = self.root.map_or_else(|| locale.same_file_root_none(), |root| locale.same_file_root(root.groups()));
        [locale.same_file(args::SameFile { file: &self.name, outcome }), root]
    }
}

impl From<ItemVerdict> for args::SameItemVerdict {
    fn from(value: ItemVerdict) -> Self {
        match value {
            ItemVerdict::Same => Self::Same,
            ItemVerdict::Differs => Self::Differs,
            ItemVerdict::NotCarried => Self::NotCarried,
        }
    }
}

impl From<RecordVerdict> for args::SameVerdict {
    fn from(value: RecordVerdict) -> Self {
        match value {
            RecordVerdict::OneRecord => Self::OneRecord,
            RecordVerdict::ContentAgrees => Self::ContentAgrees,
            RecordVerdict::Different => Self::Different,
            RecordVerdict::CannotTell => Self::CannotTell,
        }
    }
}

impl From<RootState> for args::SameRootlessKind {
    fn from(value: RootState) -> Self {
        match value {
            RootState::Closed => Self::Closed,
            RootState::Unreadable => Self::Unreadable,
            RootState::Absent | RootState::Broken | RootState::Proven => Self::Absent,
        }
    }
}

/// Items whose texts are codes of lists.
const fn is_code(item: RecordItem) -> bool {
    matches!(item, RecordItem::Field | RecordItem::Languages | RecordItem::Nqf | RecordItem::Participation)
}

/// What a reader takes for the value: a text, the one in the language, or the name of a person or organisation.
fn words(value: &ItemValue, locale: Locale) -> Option<&ItemValue> {
    match value {
        ItemValue::Null | ItemValue::Text(_) => Some(value),
        ItemValue::List(_) => None,
        ItemValue::Object(parts) => match parts.get(locale.language().code()) {
            Some(text @ ItemValue::Text(_)) => Some(text),
            _ => words(parts.get("full").or_else(|| parts.get("name"))?, locale),
        },
    }
}

/// A value for people: the text in their language, or whatever it is, cut short.
pub fn value_told(value: &ItemValue, locale: Locale) -> String {
    let text = match value {
        ItemValue::Null => locale.same_unsaid(),
        ItemValue::Text(text) => text.clone(),
        ItemValue::Object(parts) => match parts.get(locale.language().code()) {
            Some(ItemValue::Text(text)) => text.clone(),
            _ => value.to_canonical(),
        },
        ItemValue::List(_) => value.to_canonical(),
    };
    if text.chars().count() <= SHOWN {
        return text;
    }
    let cut: String = text.chars().take(SHOWN).collect();
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_a_record_has_a_name_and_no_name_is_left_over() {
        for item in RecordItem::ALL {
            assert!(args::SameItem::from_key(item.name()).is_some(), "{item:?}");
        }
        assert_eq!(args::SameItem::ALL.len(), RecordItem::ALL.len());
    }
}
