//! A comparison as JSON.

use serde_json::{Value, json};
use signet_lang::Locale;

use super::sentence::value_told;
use super::{ItemVerdict, RecordComparison};

impl RecordComparison {
    /// Verdict, files, items, with sentences in one language: see `docs/record-root.md`. Values are told of items that differ only.
    pub fn to_json(&self, locale: Locale) -> Value {
        let files: Vec<Value> = self
            .files
            .iter()
            .map(|file| {
                json!({
                    "file": file.name,
                    "outcome": file.outcome,
                    "test": file.test,
                    "root": file.root.map(|root| root.notation()),
                    "root_state": file.root_state.code(),
                    "sealer": file.sealer,
                    "sealer_identifier": file.sealer_identifier,
                })
            })
            .collect();
        let items: Vec<Value> = self
            .items
            .iter()
            .map(|one| {
                let mut item = json!({
                    "item": one.item.name(),
                    "supplement": one.item.annex().number(),
                    "label": one.item_told(locale),
                    "verdict": one.verdict.code(),
                });
                if let (ItemVerdict::Differs, Some(differing), Some(members)) =
                    (one.verdict, &one.differing, item.as_object_mut())
                {
                    let said = differing
                        .iter()
                        .map(|(place, value)| json!({ "file": place, "says": value_told(value, locale) }));
                    members.insert("differing".into(), said.collect());
                }
                item
            })
            .collect();
        let reasons: Vec<String> = self.obstacles.iter().map(|one| self.obstacle_told(one, locale)).collect();
        json!({
            "verdict": self.verdict.code(),
            "outcome": self.outcome(),
            "sentence": self.verdict_told(locale),
            "reasons": reasons,
            "language": locale.language().code(),
            "files": files,
            "items": items,
        })
    }
}
