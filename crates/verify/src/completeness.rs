//! How much of Annex I of Council Recommendation 2022/C 243/02 the credential says, in words and as JSON.

use serde::Serialize;
use signet_credential::check::{AnnexCompleteness, Coverage, ItemPlace, annex_label};
use signet_lang::{Locale, args};

/// How much of Annex I is said, and what is missing, in sentences.
pub(crate) fn completeness_told(completeness: &AnnexCompleteness, locale: Locale) -> Vec<String> {
    let (mandatory, optional) = (completeness.mandatory(), completeness.optional());
    let mut told = vec![locale.format_sense_completeness(args::FormatSenseCompleteness {
        mandatory: mandatory.present,
        mandatorytotal: mandatory.total,
        optional: optional.present,
        optionaltotal: optional.total,
    })];
    let missing: Vec<String> = completeness.missing().map(|item| annex_label(item, locale)).collect();
    if !missing.is_empty() {
        told.push(locale.format_sense_lacking(missing.join(", ")));
    }
    told
}

#[derive(Serialize)]
pub(crate) struct CompletenessJson<'a> {
    mandatory: ShareJson,
    optional: ShareJson,
    items: Vec<ItemJson<'a>>,
}

#[derive(Serialize)]
struct ShareJson {
    present: usize,
    total: usize,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    item: u8,
    label: String,
    mandatory: bool,
    path: Option<&'a str>,
}

impl<'a> CompletenessJson<'a> {
    pub(crate) fn of(completeness: &'a AnnexCompleteness, locale: Locale) -> Self {
        let share = |share: Coverage| ShareJson { present: share.present, total: share.total };
        let item = |one: &'a ItemPlace| ItemJson {
            item: one.item.number(),
            label: annex_label(one.item, locale),
            mandatory: one.item.is_mandatory(),
            path: one.path.as_deref(),
        };
        CompletenessJson {
            mandatory: share(completeness.mandatory()),
            optional: share(completeness.optional()),
            items: completeness.items().iter().map(item).collect(),
        }
    }
}
