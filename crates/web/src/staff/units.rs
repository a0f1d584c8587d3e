//! `GET /staff/units`: the units of the institution that somebody may see, what changed last first. `POST`: those in one state, or with some
//! words in their title, and a page of them.

use askama::Template;
use axum::{Form, extract::State, response::Response};
use serde::Deserialize;
use signet_access::{Action, Actor, has_right};
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{Bilingual, Language, Unit};
use signet_registry::DraftStage;
use signet_store::{Tenant, UnitOverview, UnitsWithin};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
    staff::{unit_address, unit_in_care::unit_permit, unit_state::UnitListState},
    view::StateTag,
};

/// Units of one page.
const ROWS: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/units.html")]
pub struct UnitsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Words that are searched for.
    pub query: String,
    /// The states to choose from.
    pub states: Vec<StateChoice>,
    /// How many were found.
    pub found: String,
    /// Those of this page.
    pub rows: Vec<UnitRow>,
    /// Whether whoever looks may begin a unit.
    pub may_begin: bool,
    /// Number of the page before this one.
    pub previous: Option<usize>,
    /// Number of the page after this one.
    pub next: Option<usize>,
}

/// A state to choose.
pub struct StateChoice {
    /// Its code.
    pub code: &'static str,
    /// In words.
    pub label: String,
    /// It is chosen.
    pub chosen: bool,
}

/// One unit.
pub struct UnitRow {
    /// Its page.
    pub href: String,
    /// The sections of its draft, where one can be written or read.
    pub edit: Option<String>,
    /// The form that makes a copy, when whoever looks may.
    pub copy: Option<String>,
    /// Its title, or its id while it has none.
    pub title: String,
    /// Its id.
    pub id: String,
    /// How far it is.
    pub states: Vec<StateTag>,
    /// The newest approved version.
    pub version: String,
    /// The faculty.
    pub faculty: String,
    /// Who answers for it.
    pub guarantor: String,
    /// By when it has to be looked at again.
    pub review: String,
}

/// What is searched for.
#[derive(Default, Deserialize)]
pub struct UnitSearch {
    #[serde(default)]
    token: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: String,
}

/// Shows all.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    find(&site, &context, UnitSearch::default()).await
}

/// Shows what fits.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<UnitSearch>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    find(&site, &context, form).await
}

async fn find(site: &AppState, context: &RequestContext, search: UnitSearch) -> Result<Response, PageError> {
    let (tenant, actor) = context.entitled(site, Action::ViewUnit)?;
    let mut seen = tenant.unit_overview().await?;
    let within = tenant.units_within(actor.scope()).await?;
    seen.retain(|line| {
        let may = |place| unit_permit(actor, &tenant, Action::ViewUnit, line.guarantor.as_ref(), &place).is_ok();
        within.place(&line.unit).is_some_and(may)
    });
    let words = folded(&search.q);
    let state = UnitListState::from_code(&search.state);
    let fitting = move || {
        seen.retain(|line| state.is_none_or(|state| state.holds(line)) && fits(line, &words));
        seen
    };
    let fitting = site.compute().run(fitting).await?;
    let total = fitting.len();
    let page = search.page.parse().unwrap_or(0_usize).min(total / ROWS);
    let mut rows = Vec::new();
    for line in fitting.iter().skip(page.saturating_mul(ROWS)).take(ROWS) {
        rows.push(row((&tenant, &within), actor, context, line).await?);
    }
    let (f, l) = (context.private(Area::Staff), context.l);
    let query = search.q.chars().filter(|c| !c.is_control()).take(200).collect();
    let listed = UnitsPage {
        query,
        states: UnitListState::ALL
            .map(|one| StateChoice { code: one.code(), label: one.word(l), chosen: state == Some(one) })
            .into(),
        found: l.web_staff_units_found(total),
        // A unit without a text is of no faculty yet: whoever is narrowed begins with a copy.
        may_begin: has_right(actor.role(), Action::EditUnit) && actor.scope().is_whole(),
        previous: page.checked_sub(1),
        next: (page.saturating_add(1).saturating_mul(ROWS) < total).then(|| page.saturating_add(1)),
        rows,
        f,
        l,
    };
    draw(site, move || listed).await
}

/// Whether each word begins one of a unit's id or of its titles.
fn fits(line: &UnitOverview, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut own = folded(&line.unit.as_str().replace('-', " "));
    own.push(line.unit.to_string());
    own.extend(UnitDraft::titles_in(&line.head).iter().flat_map(|title| folded(title)));
    if let Some((_, title)) = &line.newest {
        own.extend(Language::ALL.into_iter().flat_map(|language| folded(title.text(language))));
    }
    words.iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
}

/// The words of a text, in lower case and without accents.
fn folded(text: &str) -> Vec<String> {
    signet_lang::fold(text).split_whitespace().map(str::to_owned).collect()
}

async fn row(
    (tenant, within): (&Tenant, &UnitsWithin),
    actor: &Actor,
    context: &RequestContext,
    line: &UnitOverview,
) -> Result<UnitRow, PageError> {
    let (l, id) = (context.l, &line.unit);
    let none = || l.web_staff_units_none();
    let may_edit = within
        .place(id)
        .is_some_and(|place| unit_permit(actor, tenant, Action::EditUnit, line.guarantor.as_ref(), &place).is_ok());
    Ok(UnitRow {
        href: context.at(&unit_address::unit(id)),
        edit: (line.draft.is_some() || may_edit).then(|| context.at(&unit_address::edit(id))),
        copy: has_right(actor.role(), Action::EditUnit).then(|| context.at(&unit_address::copy(id))),
        title: title(line, l),
        id: id.to_string(),
        states: UnitListState::of(line).into_iter().map(|state| state.tag(l)).collect(),
        version: line.newest.as_ref().map_or_else(none, |(version, _)| version.to_string()),
        faculty: faculty(tenant, line, l).await?.unwrap_or_else(none),
        guarantor: match &line.guarantor {
            Some(person) => guarantor(tenant, person).await?,
            None => none(),
        },
        review: line.review_by.map_or_else(none, |day| l.date(day)),
    })
}

/// A guarantor by name where the register knows the person, by the institution's number otherwise.
async fn guarantor(tenant: &Tenant, person: &signet_record::PersonId) -> Result<String, PageError> {
    Ok(tenant.person(person).await?.map_or_else(|| person.to_string(), |known| known.full_name()))
}

/// What a unit is called now: in its draft, in its newest version, by its id.
fn title(line: &UnitOverview, l: Locale) -> String {
    let [cs, en] = UnitDraft::titles_in(&line.head);
    let (own, other) = match l.language() {
        Language::Cs => (cs, en),
        Language::En => (en, cs),
    };
    let approved = line.newest.as_ref().map(|(_, title)| title.text(l.language()).to_owned());
    let titles = [Some(own), Some(other), approved];
    titles.into_iter().flatten().find(|title| !title.is_empty()).unwrap_or_else(|| line.unit.to_string())
}

/// The faculty in the draft or in the newest version.
async fn faculty(tenant: &Tenant, line: &UnitOverview, l: Locale) -> Result<Option<String>, PageError> {
    let language = l.language();
    if line.draft.is_some_and(|(stage, _)| stage != DraftStage::Empty) {
        let Some(kept) = tenant.unit_draft(&line.unit).await? else { return Ok(None) };
        let draft = UnitDraft::read(&kept.document)?;
        let name = draft.text(&format!("faculty.{}", language.code())).unwrap_or("").to_owned();
        return Ok((!name.is_empty()).then_some(name));
    }
    let Some((version, _)) = &line.newest else { return Ok(None) };
    let Some(kept) = tenant.unit(&line.unit, *version).await? else { return Ok(None) };
    let unit: Unit = serde_json::from_str(&kept.document)?;
    let name = |name: &Bilingual| name.text(language).to_owned();
    Ok(unit.faculty.as_ref().map(|faculty| name(&faculty.name)))
}

#[cfg(test)]
mod tests {
    use signet_record::{Timestamp, UnitId};
    use signet_registry::UnitStanding;

    use super::*;

    fn line() -> UnitOverview {
        UnitOverview {
            unit: UnitId::new("zaklady-prava").unwrap(),
            guarantor: None,
            standing: Some(UnitStanding::Unapproved),
            draft: Some((DraftStage::Draft, 1)),
            head: "id = \"zaklady-prava\"\ntitle.cs = \"Úvod do práva\"\ntitle.en = \"Introduction to Law\"\n".into(),
            faculty: None,
            newest: None,
            review_by: None,
            changed: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn words_are_found_in_titles_of_both_languages_and_in_the_id_without_accents() {
        let fits = |query: &str| fits(&line(), &folded(query));
        assert!(
            fits("uvod") && fits("ÚVOD prav") && fits("law") && fits("zaklady") && fits("") && fits("zaklady-prava")
        );
        assert!(!fits("uvod fyziky"));
    }

    #[test]
    fn a_unit_is_called_as_its_draft_says() {
        assert_eq!(title(&line(), Locale::new(Language::En)), "Introduction to Law");
        let bare = UnitOverview { head: String::new(), ..line() };
        assert_eq!(title(&bare, Locale::new(Language::En)), "zaklady-prava");
    }
}
