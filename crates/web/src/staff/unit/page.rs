//! `GET /staff/units/{unit}`: one unit: in what state it is, what comes next, what the reader may do, and what happened so far.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, Target, offered};
use signet_issue::{UnitInHand, unit_sentence};
use signet_lang::{Locale, args};
use signet_offering::{QualityTerm, UnitActor, UnitRefusal};
use signet_registry::{UnitEntry, UnitEvent, UnitLedgerState};
use signet_store::StoredVersion;

use super::{
    super::unit_address,
    act::UnitAct,
    history::{HistoryContext, UnitHistoryLine},
    in_care::{StaffUnit, UnitTitle, unit_in_care},
    standing::{UnitNotice, UnitStep, draft_step, notices, standing_step},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
    staff::{run::runs_of_unit, unit_field::unit_field_label},
    view::Fact,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit.html")]
pub struct StaffUnitPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Its title.
    pub title: UnitTitle,
    /// What has just been done.
    pub done: Option<String>,
    /// The open draft and what is approved.
    pub steps: Vec<UnitStep>,
    /// What stands in the way, or will soon.
    pub notices: Vec<UnitNotice>,
    /// What the reader may do, and what not and why.
    pub offers: Vec<ActOffer>,
    /// The remarks that the authors have to answer.
    pub remarks: Vec<RemarkLine>,
    /// Id, guarantor, authors, digest.
    pub facts: Vec<Fact>,
    /// The approved versions, newest first.
    pub versions: Vec<VersionLine>,
    /// The ledger in words, newest first.
    pub history: Vec<UnitHistoryLine>,
    /// The editor, for whoever may write.
    pub edit_href: Option<String>,
    /// The text to be read, when there is one.
    pub read_href: Option<String>,
    /// What a micro-credential of it will look like, when there is a text.
    pub preview_href: Option<String>,
    /// The text as a file, when there is one.
    pub toml_href: Option<String>,
    /// The ledger as a file.
    pub csv_href: Option<String>,
    /// Its runs, for whoever may see them.
    pub runs_href: Option<String>,
}

/// Something the reader may do, or may not although their role does such things.
#[derive(Clone, Debug)]
pub struct ActOffer {
    /// Its page.
    pub href: String,
    /// What it is.
    pub label: String,
    /// Why not.
    pub refused: Option<String>,
    /// It stops something.
    pub harm: bool,
}

/// A remark, at its field.
#[derive(Clone, Debug)]
pub struct RemarkLine {
    /// Which field.
    pub field: String,
    /// What should be changed.
    pub text: String,
}

/// An approved version in the list.
#[derive(Clone, Debug)]
pub struct VersionLine {
    /// Which.
    pub version: u32,
    /// First day it may be issued from.
    pub from: String,
    /// Last day before it has to be looked at again.
    pub review: String,
    /// When it was approved.
    pub approved: String,
    /// Its text, as a file.
    pub toml_href: String,
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct ActDone {
    #[serde(default)]
    done: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(done): Query<ActDone>,
) -> Result<Response, PageError> {
    let unit = unit_in_care(&site, &context, &id).await?;
    let units = site.issuer.units(&unit.tenant);
    // A unit that was brought in as a file has no ledger, and so no history here.
    let entries = unit.tenant.unit_history(&unit.id).await?.map_or_else(Vec::new, |history| history.entries);
    let ledger = HistoryContext::of(&site, &units, &entries, context.l).await?;
    let remarks = match unit.in_hand.as_ref().and_then(|in_hand| in_hand.state.draft()?.remarks) {
        Some(digest) => units.remarks(&digest).await?,
        None => None,
    };
    let (l, today) = (context.l, site.issuer.today());
    let read = ReadUnit { versions: unit.tenant.unit_versions(&unit.id).await?, entries, ledger };
    let mut page = page(&context, &unit, &read);
    page.done = UnitAct::from_code(&done.done).map(|act| l.web_staff_act_done(act.word()));
    page.remarks = remarks.iter().flat_map(|kept| kept.as_slice()).map(|remark| remark_line(remark, l)).collect();
    if let Some(in_hand) = &unit.in_hand {
        let quality = QualityTerm(read.versions.last().and_then(|version| version.quality_until));
        page.notices.extend(notices(&in_hand.state, quality, today, l));
    }
    draw(&site, move || page).await
}

/// What stands in the register about a unit beside what it adds up to.
struct ReadUnit {
    versions: Vec<StoredVersion>,
    entries: Vec<UnitEntry>,
    ledger: HistoryContext,
}

fn page(context: &RequestContext, unit: &StaffUnit<'_>, read: &ReadUnit) -> StaffUnitPage {
    let l = context.l;
    let base = context.at(&unit_address::unit(&unit.id));
    let state = unit.in_hand.as_ref().map(|in_hand| &in_hand.state);
    let has_text = unit.newest.is_some() || state.and_then(|state| state.draft()?.digest).is_some();
    let mut history = read.ledger.together(&read.entries, l);
    history.reverse();
    StaffUnitPage {
        f: context.private(Area::Staff),
        l,
        title: unit.title(l),
        done: None,
        steps: state.map_or_else(Vec::new, |state| steps(state, l)),
        notices: standing_notices(unit, l),
        offers: unit.in_hand.as_ref().map_or_else(Vec::new, |in_hand| offers(unit, in_hand, &base, l)),
        remarks: Vec::new(),
        facts: facts(unit, read, l),
        versions: read.versions.iter().rev().map(|version| version_line(version, &base, l)).collect(),
        history,
        edit_href: unit.permit(Action::EditUnit).is_ok().then(|| context.at(&unit_address::edit(&unit.id))),
        read_href: has_text.then(|| format!("{base}/text")),
        preview_href: has_text.then(|| format!("{base}/preview")),
        toml_href: has_text.then(|| format!("{base}/unit.toml")),
        csv_href: state.map(|_| format!("{base}/history.csv")),
        runs_href: context.may(Action::ViewRun).then(|| context.at(&runs_of_unit(&unit.id))),
    }
}

fn steps(state: &UnitLedgerState, l: Locale) -> Vec<UnitStep> {
    let draft = state.draft().map(|draft| draft_step(draft, l));
    // While nothing is approved, the draft says all there is to say.
    let standing = (state.newest().is_some() || draft.is_none()).then(|| standing_step(state, l));
    draft.into_iter().chain(standing).collect()
}

fn standing_notices(unit: &StaffUnit<'_>, l: Locale) -> Vec<UnitNotice> {
    let notice = |tone, sentence| UnitNotice { tone, sentence };
    let Some(in_hand) = &unit.in_hand else { return vec![notice("", l.web_staff_unit_file())] };
    let suspended = in_hand.state.suspended().map(|(when, reason)| {
        let said = args::WebStaffUnitSuspendedSince { reason: reason.as_str(), when: l.instant(when) };
        notice("bad", l.web_staff_unit_suspended_since(said))
    });
    let nobody = (in_hand.guarantor.is_none() && in_hand.state.draft().is_some())
        .then(|| notice("doubt", l.web_staff_unit_guarantor_missing()));
    suspended.into_iter().chain(nobody).collect()
}

/// The acts that the reader's role has a right to and that fit the state of the unit; those that are refused to this reader with the
/// reason.
fn offers(unit: &StaffUnit<'_>, in_hand: &UnitInHand, base: &str, l: Locale) -> Vec<ActOffer> {
    let (guarantor, place) = (unit.guarantor(), Some(&unit.place));
    let target = Target::Unit { institution: unit.tenant.id(), guarantor, place };
    let offer = |act: UnitAct| {
        offered(unit.actor, act.action(), &target).ok()?;
        let refused = match act.refusal(in_hand, &UnitActor::asking(unit.actor)) {
            Some(UnitRefusal::NotNow(_)) => return None,
            other => other.map(|refusal| unit_sentence::unit_refusal(l, &refusal)),
        };
        let href = format!("{base}/{}", act.code());
        Some(ActOffer { href, label: l.web_staff_act_title(act.word()), refused, harm: act.is_harm() })
    };
    UnitAct::ALL.into_iter().filter_map(offer).collect()
}

fn facts(unit: &StaffUnit<'_>, read: &ReadUnit, l: Locale) -> Vec<Fact> {
    let ReadUnit { entries, ledger, .. } = read;
    let draft = unit.in_hand.as_ref().and_then(|in_hand| in_hand.state.draft());
    let authors = draft.into_iter().flat_map(|draft| &draft.authors).map(|author| ledger.name(&author.account));
    let guarantor = match unit.guarantor() {
        Some(person) => names_of_persons(entries, ledger).remove(person.as_str()).unwrap_or_else(|| person.to_string()),
        None => l.web_staff_unit_guarantor_none(),
    };
    [
        Some(Fact::new(l.web_staff_unit_id(), unit.id.as_str())),
        unit.in_hand.as_ref().map(|_| Fact::new(l.web_staff_unit_guarantor(), guarantor)),
        Fact::several(l.web_staff_unit_authors(), authors.collect()),
        Fact::one(l.web_staff_act_digest(), draft.and_then(|draft| draft.digest).map(|digest| digest.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What persons are called, as far as they acted here: by the names of their accounts.
fn names_of_persons(entries: &[UnitEntry], ledger: &HistoryContext) -> BTreeMap<String, String> {
    let person = |entry: &UnitEntry| match entry.event() {
        UnitEvent::Saved { person, .. } | UnitEvent::Endorsed { person, .. } => person.clone(),
        UnitEvent::Approved(approval) => approval.person.clone(),
        _ => None,
    };
    entries.iter().filter_map(|entry| Some((person(entry)?.to_string(), ledger.name(entry.by())))).collect()
}

fn remark_line(remark: &signet_offering::UnitRemark, l: Locale) -> RemarkLine {
    RemarkLine { field: unit_field_label(l, &remark.field), text: remark.text.clone() }
}

fn version_line(version: &StoredVersion, base: &str, l: Locale) -> VersionLine {
    VersionLine {
        version: version.version,
        from: l.date(version.from),
        review: l.date(version.review_by),
        approved: l.instant(version.approved),
        toml_href: format!("{base}/versions/{}/unit.toml", version.version),
    }
}
