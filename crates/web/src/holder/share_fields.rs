//! What stands in the form for a new share: as a purpose suggests it, or as it was sent.

use serde::Deserialize;
use signet_lang::{Locale, when::day_in_prague};
use signet_record::{CredentialId, Language, Timestamp};
use signet_share::{Preset, Purpose, Recipient, Reference, ShareLabel, Showing, ShownField, ShownFields};

use crate::{day, holder::share_items::ITEMS_MAX, share_words::purpose_word};

/// Days that a form suggests where a purpose has no end and the holder wants one.
const DAYS: u16 = 30;
/// Characters of a text that was sent and is shown again; what is longer is refused anyway.
const SHOWN_AGAIN_MAX: usize = 200;

/// What the form sends.
#[derive(Clone, Default, Deserialize)]
pub struct ShareForm {
    #[serde(default)]
    pub token: String,
    /// Identifiers of further credentials, with commas between them.
    #[serde(default)]
    pub others: String,
    #[serde(default)]
    pub purpose: String,
    /// Code of the purpose that is chosen in place of the one before; the share is not made yet.
    #[serde(default)]
    pub choose: String,
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub recipient: String,
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub limit: String,
    #[serde(default)]
    pub ends: String,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub birth: String,
    #[serde(default)]
    pub grade: String,
    #[serde(default)]
    pub picture: String,
    #[serde(default)]
    pub further: String,
    #[serde(default)]
    pub files: String,
    #[serde(default)]
    pub code: String,
}

/// What stands in the fields.
pub struct ShareFields {
    /// Code of the purpose.
    pub purpose: &'static str,
    /// The holder's name for the share.
    pub label: String,
    /// Whom it is for.
    pub recipient: String,
    /// What the recipient sees it under.
    pub reference: String,
    /// Last day, `2025-12-31`.
    pub ends: String,
    /// Today, `2025-12-01`.
    pub first_day: String,
    /// No end.
    pub unlimited: bool,
    /// `cs` or `en`.
    pub language: &'static str,
    /// What it shows.
    pub showing: Showing,
    /// It asks for a code.
    pub code: bool,
}

impl ShareFields {
    /// What a purpose suggests.
    pub fn suggested(purpose: Purpose, l: Locale, now: Timestamp) -> Self {
        let preset = Preset::of(purpose);
        ShareFields {
            purpose: purpose.code(),
            label: suggested_label(purpose, l, now),
            recipient: String::new(),
            reference: String::new(),
            ends: day::after(now, preset.days.unwrap_or(DAYS).into()).to_string(),
            first_day: day_in_prague(now).to_string(),
            unlimited: preset.days.is_none(),
            language: preset.language.unwrap_or(l.language()).code(),
            showing: preset.showing,
            code: preset.code,
        }
    }

    /// What another purpose suggests, with what was typed for the one before.
    pub fn chosen(sent: &ShareForm, l: Locale, now: Timestamp) -> Self {
        let suggested = ShareFields::suggested(purpose_of(&sent.choose), l, now);
        let typed = sent.label.trim();
        let kept = !typed.is_empty() && typed != suggested_label(purpose_of(&sent.purpose), l, now);
        let label = if kept { again(&sent.label) } else { suggested.label };
        ShareFields { label, recipient: again(&sent.recipient), reference: again(&sent.reference), ..suggested }
    }

    /// What was sent.
    pub fn sent(sent: &ShareForm, l: Locale, now: Timestamp) -> Self {
        ShareFields {
            label: again(&sent.label),
            recipient: again(&sent.recipient),
            reference: again(&sent.reference),
            ends: day::of_field(&sent.ends).map(|day| day.to_string()).unwrap_or_default(),
            unlimited: sent.limit == "none",
            language: sent.language(l).code(),
            showing: sent.showing(),
            code: sent.code == "yes",
            ..ShareFields::suggested(purpose_of(&sent.purpose), l, now)
        }
    }

    /// Whether a field is ticked.
    pub fn shows(&self, field: &ShownField) -> bool {
        self.showing.shows(*field)
    }
}

impl ShareForm {
    /// The language of the page.
    pub fn language(&self, l: Locale) -> Language {
        Language::ALL.into_iter().find(|language| language.code() == self.language).unwrap_or(l.language())
    }

    /// What it shows of what is ticked.
    pub fn showing(&self) -> Showing {
        let ticked = |field: &ShownField| {
            let sent = match field {
                ShownField::Birth => &self.birth,
                ShownField::Grade => &self.grade,
                ShownField::Picture => &self.picture,
                ShownField::Further => &self.further,
            };
            sent == "yes"
        };
        let fields = ShownField::ALL.into_iter().filter(ticked).fold(ShownFields::NONE, ShownFields::with);
        Showing::new(fields, self.files == "yes")
    }

    /// The further credentials.
    pub fn others(&self) -> Vec<CredentialId> {
        self.others.split(',').filter_map(|id| id.parse().ok()).take(ITEMS_MAX - 1).collect()
    }

    /// The holder's own words: name, recipient and reference.
    ///
    /// # Errors
    /// The sentence about the first that cannot be taken.
    pub fn words(&self, l: Locale) -> Result<(ShareLabel, Option<Recipient>, Option<Reference>), String> {
        let given = |text: &str| !text.trim().is_empty();
        let Ok(label) = ShareLabel::new(&self.label) else { return Err(l.web_share_problem_label()) };
        let recipient = given(&self.recipient).then(|| Recipient::new(&self.recipient, None)).transpose();
        let Ok(recipient) = recipient else { return Err(l.web_share_problem_recipient()) };
        let reference = given(&self.reference).then(|| Reference::new(&self.reference)).transpose();
        let Ok(reference) = reference else { return Err(l.web_share_problem_reference()) };
        Ok((label, recipient, reference))
    }

    /// The instant at which it ends.
    ///
    /// # Errors
    /// The sentence about a day that is none.
    pub fn ends(&self, l: Locale) -> Result<Option<Timestamp>, String> {
        if self.limit == "none" {
            return Ok(None);
        }
        let ends = day::of_field(&self.ends).and_then(day::end_of);
        ends.map(Some).ok_or_else(|| l.web_share_problem_ends())
    }
}

/// A name by which the holder will know the share again: its purpose, and the day.
fn suggested_label(purpose: Purpose, l: Locale, now: Timestamp) -> String {
    format!("{} – {}", purpose_word(purpose, l), l.date(day_in_prague(now)))
}

/// The purpose of a code; what nobody knows is proof for an employer.
pub fn purpose_of(code: &str) -> Purpose {
    Purpose::from_code(code).unwrap_or(Purpose::Proof)
}

fn again(text: &str) -> String {
    text.chars().take(SHOWN_AGAIN_MAX).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn another_purpose_keeps_what_was_typed_and_sets_the_rest() {
        let (l, now) = (Locale::new(Language::En), Timestamp::UNIX_EPOCH);
        let suggested = suggested_label(Purpose::Proof, l, now);
        let chosen = |label: &str| {
            let [purpose, choose, label, recipient] = ["proof", "cv", label, "Pekárna"].map(str::to_owned);
            ShareFields::chosen(&ShareForm { purpose, choose, label, recipient, ..ShareForm::default() }, l, now)
        };
        assert_eq!(chosen(" Personnel ").label, " Personnel ");
        for empty in ["", " ", suggested.as_str()] {
            assert_eq!(chosen(empty).label, suggested_label(Purpose::Cv, l, now));
        }
        let cv = chosen("x");
        assert!(cv.unlimited && !cv.shows(&ShownField::Birth) && !cv.code && cv.purpose == "cv");
        assert_eq!(cv.recipient, "Pekárna");
        assert!(ShareLabel::new(&suggested).is_ok());
    }

    #[test]
    fn what_is_ticked_is_shown_and_files_only_when_all_is() {
        let yes = || "yes".to_owned();
        let all = ShareForm {
            birth: yes(),
            grade: yes(),
            picture: yes(),
            further: yes(),
            files: yes(),
            ..ShareForm::default()
        };
        assert_eq!(all.showing(), Showing::WHOLE);
        assert!(!ShareForm { grade: String::new(), ..all }.showing().files());
        assert_eq!(ShareForm::default().showing(), Showing::new(ShownFields::NONE, false));
    }
}
