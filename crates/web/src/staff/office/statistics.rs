//! `GET /staff/statistics`: an institution in numbers. `GET /staff/statistics/statistics.csv`: the same for spreadsheets.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::State, response::Response};
use signet_access::Action;
use signet_lang::{
    Locale, args,
    when::{beginning_of_day_in_prague, day_in_prague},
};
use signet_record::{Bilingual, CsvTable, Date, Timestamp, UnitId};
use signet_store::{
    AssessmentWait, ChangeReason, IssueWait, IssuedHour, OpenedShare, PassCount, ReasonCount, UnitOverview,
};

use crate::{
    csv_file,
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
    /// What participants of runs reached.
    pub passed: Vec<PassCount>,
    /// How long after the assessment that was.
    pub assessed: Vec<AssessmentWait>,
    /// How long after the results were accepted.
    pub waits: Vec<IssueWait>,
    /// How much of it holders have opened.
    pub opened: OpenedShare,
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
    let mut file = CsvTable::new(&headings);
    for table in tables(&numbers, site.issuer.today(), l) {
        for (group, value) in &table.rows {
            file.row([table.title.as_str(), group, value]);
        }
    }
    Ok(csv_file::answer(file, "statistics"))
}

async fn numbers(site: &AppState, context: &RequestContext) -> Result<Numbers, PageError> {
    let Staff { tenant, .. } = context.staff(site, Action::ViewStatistics)?;
    let overview = tenant.unit_overview().await?;
    let states: Vec<UnitListState> = overview.iter().flat_map(UnitListState::of).collect();
    let count = |state: UnitListState| (state, states.iter().filter(|one| **one == state).count());
    let today = site.issuer.today();
    let issued = tenant.issued_hours(first_month(today)).await?;
    let passed = tenant.pass_counts(months(today).first().copied().unwrap_or(today)).await?;
    Ok(Numbers {
        states: UnitListState::ALL.into_iter().map(count).collect(),
        units: units(overview, context.l),
        issued,
        passed,
        assessed: tenant.assessment_waits().await?,
        waits: tenant.issue_waits().await?,
        opened: tenant.opened_share().await?,
        reasons: tenant.change_reasons().await?,
    })
}

/// Titles and faculties of units, by their newest versions.
fn units(overview: Vec<UnitOverview>, l: Locale) -> BTreeMap<String, (String, Option<String>)> {
    let text = |name: Bilingual| name.text(l.language()).to_owned();
    let of = |unit: UnitOverview| Some((unit.unit.to_string(), (text(unit.newest?.1), unit.faculty.map(text))));
    overview.into_iter().filter_map(of).collect()
}

/// The instant at which the first month that is told begins in Prague, and no later.
fn first_month(today: Date) -> Timestamp {
    let first = months(today).first().copied().unwrap_or(today);
    beginning_of_day_in_prague(first).unwrap_or(Timestamp::UNIX_EPOCH)
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
        (l.month(*first), group(many, l))
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
    let reason = || l.web_staff_statistics_reason();
    let mut tables = vec![
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
    ];
    tables.extend(of_results(numbers, l));
    tables.extend([
        table("corrected", l.web_staff_statistics_corrected(), reason(), reasons(true)),
        table("revoked", l.web_staff_statistics_revoked(), reason(), reasons(false)),
    ]);
    tables
}

fn table(id: &'static str, title: String, group: String, rows: Vec<(String, String)>) -> StatisticsTable {
    StatisticsTable { id, title, group, rows }
}

/// What becomes of results: who passes, how long it takes to the seal, who opens it.
fn of_results(numbers: &Numbers, l: Locale) -> [StatisticsTable; 4] {
    let assessed: Vec<_> = numbers.assessed.iter().map(|wait| (wait.days, wait.many)).collect();
    let accepted: Vec<_> = numbers.waits.iter().map(|wait| (wait.hours, wait.many)).collect();
    [
        table(
            "passed",
            l.web_staff_statistics_passed(),
            l.web_staff_batch_unit(),
            passed(&numbers.passed, |id| numbers.units.get(id.as_str()).map(|(title, _)| title.clone()), l),
        ),
        table(
            "assessed",
            l.web_staff_statistics_assessed(),
            l.web_staff_statistics_part(),
            quantiles(&assessed, l, |days| match days {
                0 => l.web_staff_statistics_same_day(),
                days => l.web_staff_statistics_days(days),
            }),
        ),
        table(
            "waits",
            l.web_staff_statistics_waits(),
            l.web_staff_statistics_part(),
            quantiles(&accepted, l, |hours| match hours {
                0 => l.web_staff_statistics_within_hour(),
                hours if hours < 48 => l.web_staff_statistics_hours(hours),
                hours => l.web_staff_statistics_days(hours / 24),
            }),
        ),
        table(
            "opened",
            l.web_staff_statistics_opened(),
            l.web_staff_statistics_part(),
            opened(numbers.opened, l).into_iter().collect(),
        ),
    ]
}

/// How many, unless they are so few that somebody could be recognised; nobody is recognised among none.
fn group(many: u64, l: Locale) -> String {
    match many {
        0 => "0".to_owned(),
        few if few < GROUP_MIN => l.web_staff_statistics_few(u32::try_from(GROUP_MIN).unwrap_or(u32::MAX)),
        many => many.to_string(),
    }
}

/// How much of a whole, in percent; nothing where so few people are on one side that somebody could be recognised, whatever the whole is.
fn share(part: u64, whole: u64, l: Locale) -> String {
    let told = |many: u64| many == 0 || many >= GROUP_MIN;
    let (Some(rest), true) = (whole.checked_sub(part), whole >= GROUP_MIN) else {
        return l.web_staff_statistics_few(u32::try_from(GROUP_MIN).unwrap_or(u32::MAX));
    };
    if !told(part) || !told(rest) {
        return l.web_staff_statistics_hidden(u32::try_from(GROUP_MIN).unwrap_or(u32::MAX));
    }
    let percent = (part * 100 + whole / 2) / whole;
    l.web_staff_statistics_share(args::WebStaffStatisticsShare { percent, whole })
}

/// Who completed the runs of all units together and of each, of those who came to their end.
fn passed(counts: &[PassCount], title: impl Fn(&UnitId) -> Option<String>, l: Locale) -> Vec<(String, String)> {
    let ended: Vec<&PassCount> = counts.iter().filter(|count| count.completed + count.failed > 0).collect();
    if ended.is_empty() {
        return Vec::new();
    }
    let row = |name: String, completed: u64, failed: u64| (name, share(completed, completed + failed, l));
    let mut rows: Vec<(String, String)> = ended
        .iter()
        .map(|count| row(title(&count.unit).unwrap_or_else(|| count.unit.to_string()), count.completed, count.failed))
        .collect();
    rows.sort_by_cached_key(|(name, _)| l.collation_key(name));
    let sum = |of: fn(&PassCount) -> u64| ended.iter().map(|count| of(count)).sum();
    rows.insert(0, row(l.web_staff_statistics_all(), sum(|count| count.completed), sum(|count| count.failed)));
    rows
}

/// How much of what was issued its holders have opened.
fn opened(share_of: OpenedShare, l: Locale) -> Option<(String, String)> {
    let OpenedShare { sealed, opened } = share_of;
    (sealed > 0).then(|| (l.web_staff_statistics_opened_part(), share(opened, sealed, l)))
}

/// Half of the credentials, and nine tenths of them, were issued within so long: how many waited how long, shortest first.
fn quantiles(waits: &[(u64, u64)], l: Locale, told: impl Fn(u64) -> String) -> Vec<(String, String)> {
    let all: u64 = waits.iter().map(|(_, many)| many).sum();
    if all < GROUP_MIN {
        return Vec::new();
    }
    let row = |tenths: u64, label: String| quantile(waits, all, tenths).map(|long| (label, told(long)));
    let rows = [row(5, l.web_staff_statistics_half()), row(9, l.web_staff_statistics_nine_tenths())];
    rows.into_iter().flatten().collect()
}

/// The shortest wait within which so many tenths were issued.
fn quantile(waits: &[(u64, u64)], all: u64, tenths: u64) -> Option<u64> {
    let mut seen = 0;
    let (long, _) = waits.iter().find(|(_, many)| {
        seen += many;
        seen * 10 >= all * tenths
    })?;
    Some(*long)
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
        let told: Vec<String> = months(Date::constant(2026, 3, 31))
            .into_iter()
            .map(|first| Locale::new(Language::Cs).month(first))
            .collect();
        assert_eq!((told.len(), told[0].as_str(), told[11].as_str()), (12, "duben\u{a0}2025", "březen\u{a0}2026"));
        assert_eq!(first_month(Date::constant(2026, 3, 31)).to_string(), "2025-03-31T22:00:00Z");
    }

    #[test]
    fn half_and_nine_tenths_are_the_least_hours_that_suffice() {
        let waits = [(0, 5), (3, 4), (100, 1)];
        assert_eq!((quantile(&waits, 10, 5), quantile(&waits, 10, 9)), (Some(0), Some(3)));
        assert_eq!(quantile(&waits, 10, 10), Some(100));
        assert_eq!(quantile(&[], 0, 5), None);
        let l = Locale::new(Language::En);
        assert!(quantiles(&[(1, 9)], l, |_| String::new()).is_empty(), "of nine nothing is told");
    }

    #[test]
    fn a_share_is_told_when_neither_side_is_a_handful() {
        let l = Locale::new(Language::En);
        let told =
            |percent: u64, whole: u64| l.web_staff_statistics_share(args::WebStaffStatisticsShare { percent, whole });
        assert_eq!(share(20, 30, l), told(67, 30));
        assert_eq!((share(10, 10, l), share(0, 40, l)), (told(100, 10), told(0, 40)));
        assert_eq!(share(9, 9, l), l.web_staff_statistics_few(10_u32));
        for (part, whole) in [(39, 40), (1, 40), (9, 18)] {
            assert_eq!(share(part, whole, l), l.web_staff_statistics_hidden(10_u32), "{part} of {whole}");
        }
    }

    #[test]
    fn units_whose_runs_are_over_are_told_after_all_together() {
        let (l, unit) = (Locale::new(Language::Cs), |id: &str| UnitId::new(id).unwrap());
        let count = |id, completed, failed| PassCount { unit: unit(id), completed, failed };
        let counts = [count("a", 30, 10), count("b", 5, 1), count("c", 0, 0)];
        let rows = passed(&counts, |id| (id.as_str() == "a").then(|| "Žito".to_owned()), l);
        let names: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [l.web_staff_statistics_all().as_str(), "b", "Žito"]);
        assert_eq!(rows[0].1, share(35, 46, l));
        assert!(passed(&counts[2..], |_| None, l).is_empty());
    }
}
