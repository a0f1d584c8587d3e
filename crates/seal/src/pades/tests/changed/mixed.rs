//! Whatever harmless comes before it, between and after, a change stays what it is.

use super::attacked::OTHER;
use super::shown::SHOWN;
use super::unseen::UNSEEN;
use super::*;
use proptest::prelude::*;

/// Updates that can be made in any company: the others need text that these rewrite, or undo what was done.
fn harmless() -> Vec<(&'static str, Update)> {
    let alone = [
        "objects written anew",
        "annotations in a list of their own",
        "another number for the font",
        "a number written otherwise",
        "a direct value kept apart",
        "an entry that is null",
        "an element for a stamp",
    ];
    UNSEEN.iter().filter(|(name, _)| !alone.contains(name)).copied().collect()
}

/// How bad it is.
fn weight(changes: &Changes) -> u8 {
    match changes {
        Changes::None => 0,
        Changes::Evidence { .. } => 1,
        Changes::Metadata { .. } => 2,
        Changes::Shown { .. } => 3,
        Changes::Content { .. } => 4,
    }
}

/// Some of them, in any order.
fn some() -> impl Strategy<Value = Vec<(&'static str, Update)>> {
    prop::sample::subsequence(harmless(), 0..4).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn harmless_company_hides_nothing(
        before in some(),
        evil in any::<prop::sample::Index>(),
        after in some(),
        permitted in prop::sample::select(&["", "/P 1", "/P 2", "/P 3"][..]),
        shape in prop::sample::select(&SHAPES[..]),
    ) {
        let shown = SHOWN.map(|(name, _, update)| (name, update));
        let evil_ones: Vec<(&str, Update)> = OTHER.iter().map(|(name, _, update)| (*name, *update)).chain(shown).collect();
        let (sealed, (name, evil)) = (form(shape, permitted), *evil.get(&evil_ones));
        let alone = weight(&since(&applied(&sealed, evil)));
        prop_assert!(alone >= 3);
        let mut file = sealed;
        for (_, update) in before {
            // Some of them undo or repeat each other, and then there is nothing to apply.
            file = updated(&file, update);
        }
        prop_assert!(weight(&since(&file)) <= 1, "{:?}", since(&file));
        file = updated(&file, evil);
        for (_, update) in after {
            file = updated(&file, update);
        }
        prop_assert!(weight(&since(&file)) >= 3, "{name}: {:?}", since(&file));
    }
}
