//! `GET /holder/{credential}/share`: the form, set as the purpose suggests. `POST`: the share is made.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_lang::{Locale, when::day_in_prague};
use signet_record::{Language, Timestamp};
use signet_registry::Status;
use signet_share::{Purpose, Share, ShareId, ShareLabel, ShareState, Terms};
use signet_store::StoredCredential;

use crate::{
    day,
    frame::{Area, PageFrame},
    holder::own::own,
    page_error::PageError,
    request_context::{RequestContext, respond},
    site::AppState,
};

/// Shares of one credential that can be opened, now or again by a new end; withdrawn ones make room.
const SHARES_MAX: usize = 200;
/// Shares of one credential that are remembered at all.
const SHARES_EVER_MAX: usize = 2_000;

/// The page.
#[derive(Template)]
#[template(path = "holder/share_new.html")]
pub struct ShareNewPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the credential.
    pub title: String,
    /// The credential's page.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// The suggestions.
    pub purposes: Vec<PurposeChoice>,
    /// What stands in the fields.
    pub form: ShareFields,
}

/// A suggestion.
pub struct PurposeChoice {
    /// Its code: choosing it sets the form anew, and keeps a name that was typed.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// What it sets.
    pub about: String,
    /// It is the one chosen.
    pub current: bool,
}

/// What stands in the fields.
pub struct ShareFields {
    /// Code of the purpose.
    pub purpose: &'static str,
    /// The holder's name for the share.
    pub label: String,
    /// Last day, `2025-12-31`.
    pub ends: String,
    /// Today, `2025-12-01`.
    pub first_day: String,
    /// No end.
    pub unlimited: bool,
    /// `cs` or `en`.
    pub language: &'static str,
    /// Shows the date of birth, preview and files.
    pub birth: bool,
}

/// What the address suggests.
#[derive(Default, Deserialize)]
pub struct Suggestion {
    #[serde(default)]
    purpose: String,
}

/// What the form sends.
#[derive(Default, Deserialize)]
pub struct ShareForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    purpose: String,
    /// Code of the purpose that is chosen in place of the one before; the share is not made yet.
    #[serde(default)]
    choose: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    limit: String,
    #[serde(default)]
    ends: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    birth: String,
}

impl ShareFields {
    /// What a purpose suggests. A profile needs a link that lasts, and strangers there need no date of birth.
    fn suggested(purpose: Purpose, l: Locale, now: Timestamp) -> Self {
        let days = match purpose {
            Purpose::Proof | Purpose::Cv | Purpose::Other => 30,
            Purpose::Admission => 180,
        };
        ShareFields {
            purpose: purpose.code(),
            label: suggested_label(purpose, l, now),
            ends: day::after(now, days).to_string(),
            first_day: day_in_prague(now).to_string(),
            unlimited: purpose == Purpose::Cv,
            language: l.language().code(),
            birth: purpose != Purpose::Cv,
        }
    }

    /// What another purpose suggests, under the name that was typed for the one before.
    fn chosen(submitted: &ShareForm, l: Locale, now: Timestamp) -> Self {
        let suggested = ShareFields::suggested(purpose(&submitted.choose), l, now);
        let typed = submitted.label.trim();
        if typed.is_empty() || typed == suggested_label(purpose(&submitted.purpose), l, now) {
            return suggested;
        }
        ShareFields { label: submitted.label.chars().take(200).collect(), ..suggested }
    }

    fn of(submitted: &ShareForm, l: Locale, now: Timestamp) -> Self {
        ShareFields {
            label: submitted.label.chars().take(200).collect(),
            ends: day::of_field(&submitted.ends).map(|day| day.to_string()).unwrap_or_default(),
            unlimited: submitted.limit == "none",
            language: language(&submitted.language, l).code(),
            birth: submitted.birth == "yes",
            ..ShareFields::suggested(purpose(&submitted.purpose), l, now)
        }
    }
}

/// A name by which the holder will know the share again: its purpose, and the day.
fn suggested_label(purpose: Purpose, l: Locale, now: Timestamp) -> String {
    format!("{} – {}", purpose_word(purpose, l), l.date(day_in_prague(now)))
}

fn purpose(code: &str) -> Purpose {
    Purpose::from_code(code).unwrap_or(Purpose::Proof)
}

fn language(code: &str, l: Locale) -> Language {
    Language::ALL.into_iter().find(|language| language.code() == code).unwrap_or(l.language())
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(suggestion): Query<Suggestion>,
) -> Result<Response, PageError> {
    let (_, kept, _) = own(&site, &context, &id, Action::ManageShare).await?;
    let form = ShareFields::suggested(purpose(&suggestion.purpose), context.l, site.now());
    Ok(respond(StatusCode::OK, &page(&context, &kept, None, form)))
}

/// Makes the share and shows its link.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(submitted): Form<ShareForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&submitted.token)?;
    let (own, kept, permit) = own(&site, &context, &id, Action::ManageShare).await?;
    let (l, now) = (context.l, site.now());
    let again = |problem| {
        let form = ShareFields::of(&submitted, l, now);
        Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page(&context, &kept, Some(problem), form)))
    };
    if !kept.is_sealed() || kept.status != Status::Valid {
        return Err(PageError::NotFound);
    }
    if !submitted.choose.is_empty() {
        let form = ShareFields::chosen(&submitted, l, now);
        return Ok(respond(StatusCode::OK, &page(&context, &kept, None, form)));
    }
    let shares = own.tenant.shares(&kept.id).await?;
    if let Some(full) = full(&shares, now) {
        return again(full.sentence(l));
    }
    let Ok(label) = ShareLabel::new(&submitted.label) else { return again(l.web_share_problem_label()) };
    let ends = match submitted.limit.as_str() {
        "none" => None,
        _ => match day::of_field(&submitted.ends).and_then(day::end_of) {
            Some(ends) => Some(ends),
            None => return again(l.web_share_problem_ends()),
        },
    };
    let terms = Terms {
        label,
        purpose: purpose(&submitted.purpose),
        ends,
        show_birth_date: submitted.birth == "yes",
        language: language(&submitted.language, l),
    };
    let share_id = ShareId::from_random(site.sixteen());
    let Ok(share) = Share::named(share_id, kept.id, terms, now) else { return again(l.web_share_problem_ends()) };
    site.issuer.put_share(&own.tenant, &share, permit).await?;
    Ok(Redirect::to(&context.at(&format!("/holder/{}/shares/{share_id}?done=made", kept.id))).into_response())
}

/// Why no further share can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Full {
    /// Too many can be opened.
    Open,
    /// Too many were ever made.
    Ever,
}

impl Full {
    fn sentence(self, l: Locale) -> String {
        match self {
            Full::Open => l.web_share_problem_many(SHARES_MAX),
            Full::Ever => l.web_share_problem_ever(SHARES_EVER_MAX),
        }
    }
}

fn full(shares: &[Share], now: Timestamp) -> Option<Full> {
    let open = shares.iter().filter(|share| share.state(now) != ShareState::Withdrawn).count();
    if shares.len() >= SHARES_EVER_MAX { Some(Full::Ever) } else { (open >= SHARES_MAX).then_some(Full::Open) }
}

/// A purpose in words.
pub fn purpose_word(purpose: Purpose, l: Locale) -> String {
    match purpose {
        Purpose::Proof => l.web_share_purpose_proof(),
        Purpose::Cv => l.web_share_purpose_cv(),
        Purpose::Admission => l.web_share_purpose_admission(),
        Purpose::Other => l.web_share_purpose_other(),
    }
}

fn page(context: &RequestContext, kept: &StoredCredential, problem: Option<String>, form: ShareFields) -> ShareNewPage {
    let l = context.l;
    let back = context.at(&format!("/holder/{}", kept.id));
    let choice = |purpose: Purpose| PurposeChoice {
        code: purpose.code(),
        name: purpose_word(purpose, l),
        about: match purpose {
            Purpose::Proof => l.web_share_purpose_proof_about(),
            Purpose::Cv => l.web_share_purpose_cv_about(),
            Purpose::Admission => l.web_share_purpose_admission_about(),
            Purpose::Other => l.web_share_purpose_other_about(),
        },
        current: form.purpose == purpose.code(),
    };
    ShareNewPage {
        f: context.private(Area::Holder),
        l,
        title: kept.title.text(l.language()).to_owned(),
        action: format!("{back}/share"),
        purposes: Purpose::ALL.into_iter().map(choice).collect(),
        back,
        problem,
        form,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::CredentialId;

    use super::*;

    fn share(number: u8, withdrawn: bool) -> Share {
        let terms = Terms {
            label: ShareLabel::new("x").unwrap(),
            purpose: Purpose::Proof,
            ends: None,
            show_birth_date: true,
            language: Language::En,
        };
        let credential = CredentialId::from_random([1; 16]);
        let mut share =
            Share::named(ShareId::from_random([number; 16]), credential, terms, Timestamp::UNIX_EPOCH).unwrap();
        if withdrawn {
            share.withdrawn = Some(Timestamp::UNIX_EPOCH);
        }
        share
    }

    #[test]
    fn another_purpose_keeps_a_name_that_was_typed_and_no_other() {
        let (l, now) = (Locale::new(Language::En), Timestamp::UNIX_EPOCH);
        let suggested = suggested_label(Purpose::Proof, l, now);
        let chosen = |label: &str| {
            let [purpose, choose, label] = ["proof", "cv", label].map(str::to_owned);
            let form = ShareForm { purpose, choose, label, ..ShareForm::default() };
            ShareFields::chosen(&form, l, now)
        };
        assert_eq!(chosen(" Personnel ").label, " Personnel ");
        for empty in ["", " ", suggested.as_str()] {
            assert_eq!(chosen(empty).label, suggested_label(Purpose::Cv, l, now));
        }
        assert!(chosen("x").unlimited && !chosen("x").birth && chosen("x").purpose == "cv");
        assert!(ShareLabel::new(&suggested).is_ok());
    }

    #[test]
    fn withdrawn_shares_make_room_for_new_ones() {
        let now = Timestamp::UNIX_EPOCH;
        let with = |open: usize, withdrawn: usize| {
            let shares: Vec<Share> = std::iter::repeat_n(share(1, false), open)
                .chain(std::iter::repeat_n(share(2, true), withdrawn))
                .collect();
            full(&shares, now)
        };
        assert_eq!(with(SHARES_MAX - 1, 500), None);
        assert_eq!(with(SHARES_MAX, 0), Some(Full::Open));
        assert_eq!(with(0, SHARES_EVER_MAX - 1), None);
        assert_eq!(with(0, SHARES_EVER_MAX), Some(Full::Ever));
    }
}
