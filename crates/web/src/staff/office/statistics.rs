//! `GET /staff/statistics`: an institution in numbers. `GET /staff/statistics/statistics.csv`: the same for spreadsheets.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::{extract::State, response::Response};
use signet_access::Action;
use signet_lang::{Locale, when::day_in_prague};
use signet_record::{Date, Timestamp, Unit, UnitId};
use signet_store::{ChangeReason, IssueWait, IssuedHour, ReasonCount, Tenant};

use crate::{
    csv_file::CsvFile,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, draw},
    site::AppState,
    staff::unit_state::UnitListState,
    stored,
};

/// Smaller groups of people are not told: somebody could be recognised in them.
const GROUP_MIN: u64 = 10;

/// Months that are told, the present one among them.
const MONTHS: usize = 12;

/// The page.
#[derive(Template)]
#[template(path = "staff/statistics.html")]
pub struct StatisticsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The tables.
    pub tables: Vec<StatisticsTable>,
}

/// A table of the page, and of the file.
#[derive(Clone, Debug)]
pub struct StatisticsTable {
    /// Its id in the page.
    pub id: &'static str,
    /// What it tells.
    pub title: String,
    /// What its rows are.
    pub group: String,
    /// The rows: a group, and what is told of it.
    pub rows: Vec<(String, String)>,
}

/// What the tables are made of.
pub struct Numbers {
    /// Units of learning by state.
    pub states: Vec<(UnitListState, usize)>,
    /// What was sealed.
    pub issued: Vec<IssuedHour>,
    /// Title and faculty of each unit, by id.
    pub units: BTreeMap<String, (String, Option<String>)>,
    /// How long that took.
    pub waits: Vec<IssueWait>,
    /// What was corrected and revoked, and why.
    pub reasons: Vec<ReasonCount>,
}

/// Shows the numbers.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let numbers = numbers(&site, &context).await?;
    let (l, today, f) = (context.l, site.issuer.today(), context.private(Area::Staff));
    draw(&site, move || StatisticsPage { f, l, tables: tables(&numbers, today, l) }).await
}

/// The same as a file.
pub async fn csv(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let numbers = numbers(&site, &context).await?;
    let l = context.l;
    let headings = [l.web_staff_statistics_table(), l.web_staff_statistics_group(), l.web_staff_statistics_value()];
    let mut file = CsvFile::new(&headings);
    for table in tables(&numbers, site.issuer.today(), l) {
        for (group, value) in &table.rows {
            file.row([table.title.as_str(), group, value]);
        }
    }
    Ok(file.answer("statistics"))
}

async fn numbers(site: &AppState, context: &RequestContext) -> Result<Numbers, PageError> {
    let Staff { tenant, .. } = context.staff(site, Action::ViewStatistics)?;
    let overview = tenant.unit_overview().await?;
    let states: Vec<UnitListState> = overview.iter().flat_map(UnitListState::of).collect();
    let count = |state: UnitListState| (state, states.iter().filter(|one| **one == state).count());
    let issued = tenant.issued_hours(first_month(site.issuer.today())).await?;
    Ok(Numbers {
        states: UnitListState::ALL.into_iter().map(count).collect(),
        units: units(&tenant, &issued, context.l).await?,
        issued,
        waits: tenant.issue_waits().await?,
        reasons: tenant.change_reasons().await?,
    })
}

/// Titles and faculties of the units that something was issued from, by their newest versions.
async fn units(
    tenant: &Tenant,
    issued: &[IssuedHour],
    l: Locale,
) -> Result<BTreeMap<String, (String, Option<String>)>, PageError> {
    let ids: BTreeSet<&UnitId> = issued.iter().map(|hour| &hour.unit).collect();
    let mut units = BTreeMap::new();
    for id in ids {
        let Some(kept) = tenant.newest_unit(id).await? else { continue };
        let unit: Unit = serde_json::from_str(&kept.document)?;
        let faculty = unit.faculty.as_ref().map(|faculty| faculty.name.text(l.language()).to_owned());
        units.insert(id.to_string(), (kept.title.text(l.language()).to_owned(), faculty));
    }
    Ok(units)
}

/// The instant at which the first month that is told begins in Prague, and no later.
fn first_month(today: Date) -> Timestamp {
    let first = months(today).first().copied().unwrap_or(today);
    let day_before = first.yesterday().unwrap_or(first);
    signet_lang::when::end_of_day_in_prague(day_before).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The first days of the months that are told, oldest first.
fn months(today: Date) -> Vec<Date> {
    let mut months = vec![today.first_of_month()];
    while months.len() < MONTHS {
        let Some(before) = months.last().and_then(|first| first.yesterday().ok()) else { break };
        months.push(before.first_of_month());
    }
    months.reverse();
    months
}

/// The numbers as tables.
pub fn tables(numbers: &Numbers, today: Date, l: Locale) -> Vec<StatisticsTable> {
    let months = months(today);
    let of_month = |first: &Date| {
        let within = |hour: &&IssuedHour| day_in_prague(hour.began).first_of_month() == *first;
        let many = numbers.issued.iter().filter(within).map(|hour| hour.many).sum();
        (month(*first), group(many, l))
    };
    let unknown = || (l.web_staff_statistics_other(), None);
    let unit = |hour: &IssuedHour| numbers.units.get(hour.unit.as_str()).cloned().unwrap_or_else(unknown);
    let by = |name: &dyn Fn(&IssuedHour) -> String| {
        let mut groups: BTreeMap<String, u64> = BTreeMap::new();
        for hour in &numbers.issued {
            *groups.entry(name(hour)).or_default() += hour.many;
        }
        let mut rows: Vec<(String, String)> = groups.into_iter().map(|(name, many)| (name, group(many, l))).collect();
        rows.sort_by_cached_key(|(name, _)| l.collation_key(name));
        rows
    };
    let no_faculty = || l.web_staff_statistics_no_faculty();
    let states = numbers.states.iter().map(|(state, many)| (state.tag(l).word, many.to_string()));
    let reasons = |corrected: bool| -> Vec<(String, String)> {
        let told = numbers.reasons.iter().filter_map(|count| match count.reason {
            ChangeReason::Corrected(reason) if corrected => Some((stored::correction_word(reason, l), count.many)),
            ChangeReason::Revoked(reason) if !corrected => Some((stored::reason_word(reason, l), count.many)),
            ChangeReason::Corrected(_) | ChangeReason::Revoked(_) => None,
        });
        told.map(|(word, many)| (word, group(many, l))).collect()
    };
    let table = |id, title: String, group: String, rows| StatisticsTable { id, title, group, rows };
    let reason = || l.web_staff_statistics_reason();
    vec![
        table("states", l.web_staff_statistics_states(), l.web_staff_statistics_state(), states.collect()),
        table(
            "months",
            l.web_staff_statistics_months(),
            l.web_staff_statistics_month(),
            months.iter().map(of_month).collect(),
        ),
        table(
            "faculties",
            l.web_staff_statistics_faculties(),
            l.web_staff_statistics_faculty(),
            by(&|hour| unit(hour).1.unwrap_or_else(no_faculty)),
        ),
        table("units", l.web_staff_statistics_units(), l.web_staff_batch_unit(), by(&|hour| unit(hour).0)),
        table("waits", l.web_staff_statistics_waits(), l.web_staff_statistics_part(), waits(&numbers.waits, l)),
        table("corrected", l.web_staff_statistics_corrected(), reason(), reasons(true)),
        table("revoked", l.web_staff_statistics_revoked(), reason(), reasons(false)),
    ]
}

/// A month as a year and a number, which both languages read and sort.
fn month(first: Date) -> String {
    format!("{:04}-{:02}", first.year(), first.month())
}

/// How many, unless they are so few that somebody could be recognised; nobody is recognised among none.
fn group(many: u64, l: Locale) -> String {
    match many {
        0 => "0".to_owned(),
        few if few < GROUP_MIN => l.web_staff_statistics_few(u32::try_from(GROUP_MIN).unwrap_or(u32::MAX)),
        many => many.to_string(),
    }
}

/// Half of the credentials, and nine tenths of them, were issued within so long.
fn waits(waits: &[IssueWait], l: Locale) -> Vec<(String, String)> {
    let all: u64 = waits.iter().map(|wait| wait.many).sum();
    if all < GROUP_MIN {
        return Vec::new();
    }
    let told = |hours: u64| match hours {
        0 => l.web_staff_statistics_within_hour(),
        hours if hours < 48 => l.web_staff_statistics_hours(hours),
        hours => l.web_staff_statistics_days(hours / 24),
    };
    let row = |tenths: u64, label: String| quantile(waits, all, tenths).map(|hours| (label, told(hours)));
    let rows = [row(5, l.web_staff_statistics_half()), row(9, l.web_staff_statistics_nine_tenths())];
    rows.into_iter().flatten().collect()
}

/// The least number of hours within which so many tenths were issued.
fn quantile(waits: &[IssueWait], all: u64, tenths: u64) -> Option<u64> {
    let mut seen = 0;
    waits
        .iter()
        .find(|wait| {
            seen += wait.many;
            seen * 10 >= all * tenths
        })
        .map(|wait| wait.hours)
}

#[cfg(test)]
mod tests {
    use signet_record::Language;

    use super::*;

    #[test]
    fn groups_under_ten_are_hidden() {
        let l = Locale::new(Language::En);
        assert_eq!((group(0, l).as_str(), group(10, l).as_str()), ("0", "10"));
        for few in 1..10 {
            assert_eq!(group(few, l), l.web_staff_statistics_few(10_u32), "{few}");
        }
    }

    #[test]
    fn months_go_back_a_year() {
        let told: Vec<String> = months(Date::constant(2026, 3, 31)).into_iter().map(month).collect();
        assert_eq!((told.len(), told[0].as_str(), told[11].as_str()), (12, "2025-04", "2026-03"));
        assert_eq!(first_month(Date::constant(2026, 3, 31)).to_string(), "2025-03-31T22:00:00Z");
    }

    #[test]
    fn half_and_nine_tenths_are_the_least_hours_that_suffice() {
        let waits = [(0, 5), (3, 4), (100, 1)].map(|(hours, many)| IssueWait { hours, many });
        assert_eq!((quantile(&waits, 10, 5), quantile(&waits, 10, 9)), (Some(0), Some(3)));
        assert_eq!(quantile(&waits, 10, 10), Some(100));
        assert_eq!(quantile(&[], 0, 5), None);
    }
}
