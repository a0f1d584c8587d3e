//! What is wrong with an award that the register keeps, in the reader's language.

use signet_issue::UnreadableAward;
use signet_lang::{Locale, args};

/// Why an award cannot be read: by its place alone, for what stands there may be a person's.
pub fn place(error: UnreadableAward, locale: Locale) -> String {
    match error {
        UnreadableAward::Json { line, column } => {
            locale.register_award_place(args::RegisterAwardPlace { column, line })
        }
        UnreadableAward::Rule => locale.register_award_rule(),
    }
}
