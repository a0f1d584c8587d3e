//! Levels against each other: the European one, those of national frameworks, and the cycle.

use signet_lang::fold;
use signet_record::AnnexItem;

use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::{Scheme, eqf_of_national_level};

use super::super::code::Code;
use super::Sense;

/// Words by which a cycle of higher education (QF-EHEA) is told, folded, with the level it has in Europe.
const CYCLES: [(&str, u8); 12] = [
    ("short cycle", 5),
    ("kratky cyklus", 5),
    ("first cycle", 6),
    ("prvni cyklus", 6),
    ("bachelor", 6),
    ("bakalar", 6),
    ("second cycle", 7),
    ("druhy cyklus", 7),
    ("third cycle", 8),
    ("treti cyklus", 8),
    ("doctoral", 8),
    ("doktor", 8),
];
/// Words that tell cycles apart.
const ORDINALS: [&str; 8] = ["short", "first", "second", "third", "kratky", "prvni", "druhy", "treti"];
/// Bytes of a label that are looked at.
const LABEL_MAX: usize = 200;

impl<'a> Sense<'a, '_> {
    /// What a unit says of its level, here and there.
    pub(super) fn levels(&mut self, unit: Value<'a>) {
        let code = |level| Scheme::Eqf.code(identity(level)?);
        let Some(eqf) = unit.first("eqfLevel").and_then(code).and_then(|code| code.parse::<u8>().ok()) else {
            return;
        };
        self.each(unit, "nqfLevel", |sense, level| {
            let code = identity(level).and_then(|id| Scheme::Qdr.code(id));
            if let Some(code) = code.filter(|code| eqf_of_national_level(code).is_some_and(|known| known != eqf)) {
                let label = Scheme::Qdr.label(code).map_or(code, |label| label.en);
                sense.report(Code::LevelDiffers, Some(AnnexItem::Level), eqf.to_string(), label);
            }
        });
        self.each(unit, "educationLevel", |sense, level| {
            if let Some((label, _)) = cycle(level).filter(|(_, known)| *known != eqf) {
                sense.report(Code::LevelDiffers, Some(AnnexItem::Level), eqf.to_string(), label);
            }
        });
    }
}

/// The cycle that a concept of anybody's own list is labelled with, and its European level.
fn cycle(level: Value<'_>) -> Option<(&str, u8)> {
    let labels = level.all("prefLabel").flat_map(|words| words.members().take(10)).flat_map(|(_, text)| text.each());
    labels.filter_map(Value::text).find_map(|label| {
        let short = (label.len() <= LABEL_MAX).then(|| fold(label).replace('-', " "))?;
        let mut told = CYCLES.iter().filter(|(words, _)| short.contains(words)).map(|(_, level)| *level);
        let level = told.next()?;
        // Whoever names several cycles at once names none.
        let several = ORDINALS.iter().filter(|word| short.contains(**word)).count() > 1;
        (!several && told.all(|other| other == level)).then_some((label, level))
    })
}
