//! `GET /holder/{credential}/share`: the form, set as the purpose suggests. `POST`: the share is made.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_lang::Locale;
use signet_record::{CredentialId, Timestamp};
use signet_registry::Status;
use signet_share::{EndsBeforeItOpens, Purpose, Share, ShareId, ShareState, ShownField, Terms};
use signet_store::StoredCredential;

use crate::{
    frame::{Area, PageFrame},
    holder::{
        own::own,
        share_code::made,
        share_fields::{ShareFields, ShareForm, purpose_of},
        share_items::shareable,
    },
    page_error::PageError,
    request_context::{RequestContext, respond},
    session_cookie,
    share_words::{field_word, purpose_about, purpose_word},
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
    /// Titles of all that the link will show, when they are several.
    pub together: Vec<String>,
    /// Identifiers of those beside the first.
    pub others: String,
    /// The credential's page.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// The suggestions.
    pub purposes: Vec<PurposeChoice>,
    /// What can be hidden.
    pub fields: Vec<FieldChoice>,
    /// What stands in the fields.
    pub form: ShareFields,
}

/// A part of the credential that can be hidden.
pub struct FieldChoice {
    /// The name of its box.
    pub code: &'static str,
    /// What it is.
    pub name: String,
    /// It shows.
    pub shows: bool,
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

/// What the address suggests.
#[derive(Default, Deserialize)]
pub struct Suggestion {
    #[serde(default)]
    purpose: String,
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(suggestion): Query<Suggestion>,
) -> Result<Response, PageError> {
    let (_, kept, _) = own(&site, &context, &id, Action::ManageShare).await?;
    let form = ShareFields::suggested(purpose_of(&suggestion.purpose), context.l, site.now());
    Ok(respond(StatusCode::OK, &page(&context, (&kept, &[]), None, form)))
}

/// Makes the share and shows its link.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(sent): Form<ShareForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&sent.token)?;
    let (own, kept, permit) = own(&site, &context, &id, Action::ManageShare).await?;
    let (l, now) = (context.l, site.now());
    if !kept.is_sealed() || kept.status != Status::Valid {
        return Err(PageError::NotFound);
    }
    let others = shareable(&own.tenant, &kept, &sent.others()).await?;
    if !sent.choose.is_empty() {
        let form = ShareFields::chosen(&sent, l, now);
        return Ok(respond(StatusCode::OK, &page(&context, (&kept, &others), None, form)));
    }
    let again = |problem| {
        let form = ShareFields::sent(&sent, l, now);
        Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page(&context, (&kept, &others), Some(problem), form)))
    };
    let shares = own.tenant.shares(&kept.id).await?;
    if let Some(full) = full(&shares, now) {
        return again(full.sentence(l));
    }
    let share_id = ShareId::from_random(site.sixteen());
    let mut share = match asked_for(&sent, l, (share_id, kept.id), now) {
        Ok(share) => share.with_others(others.iter().map(|other| other.id)),
        Err(problem) => return again(problem),
    };
    let onward = Redirect::to(&context.at(&format!("/holder/{}/shares/{share_id}?done=made", kept.id)));
    if sent.code != "yes" {
        site.issuer.put_share(&own.tenant, &share, permit).await?;
        return Ok(onward.into_response());
    }
    let (code, hash) = made(&site).await?;
    share.code = Some(hash);
    site.issuer.put_share(&own.tenant, &share, permit).await?;
    Ok(([(SET_COOKIE, session_cookie::code(&site, share_id, &code))], onward).into_response())
}

/// The share that a form asks for, still without a code; or what is wrong with the form.
fn asked_for(
    sent: &ShareForm,
    l: Locale,
    (id, credential): (ShareId, CredentialId),
    now: Timestamp,
) -> Result<Share, String> {
    let (label, recipient, reference) = sent.words(l)?;
    let terms = Terms {
        label,
        purpose: purpose_of(&sent.purpose),
        recipient,
        reference,
        ends: sent.ends(l)?,
        showing: sent.showing(),
        code: None,
        language: sent.language(l),
    };
    Share::named(id, credential, terms, now).map_err(|EndsBeforeItOpens| l.web_share_problem_ends())
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

/// The form, for a credential and those that the link shows beside it.
pub fn page(
    context: &RequestContext,
    (kept, others): (&StoredCredential, &[StoredCredential]),
    problem: Option<String>,
    form: ShareFields,
) -> ShareNewPage {
    let l = context.l;
    let title = |credential: &StoredCredential| credential.title.text(l.language()).to_owned();
    let back = context.at(&format!("/holder/{}", kept.id));
    let choice = |purpose: Purpose| PurposeChoice {
        code: purpose.code(),
        name: purpose_word(purpose, l),
        about: purpose_about(purpose, l),
        current: form.purpose == purpose.code(),
    };
    ShareNewPage {
        f: context.private(Area::Holder),
        l,
        title: title(kept),
        together: if others.is_empty() { Vec::new() } else { [kept].into_iter().chain(others).map(title).collect() },
        others: others.iter().map(|other| other.id.to_string()).collect::<Vec<_>>().join(","),
        action: format!("{back}/share"),
        purposes: Purpose::ALL.into_iter().map(choice).collect(),
        back,
        problem,
        fields: ShownField::ALL
            .into_iter()
            .map(|field| FieldChoice { code: field.code(), name: field_word(field, l), shows: form.shows(&field) })
            .collect(),
        form,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Language;
    use signet_share::{ShareLabel, Showing};

    use super::*;

    fn share(number: u8, withdrawn: bool) -> Share {
        let terms = Terms {
            label: ShareLabel::new("x").unwrap(),
            purpose: Purpose::Proof,
            recipient: None,
            reference: None,
            ends: None,
            showing: Showing::WHOLE,
            code: None,
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
