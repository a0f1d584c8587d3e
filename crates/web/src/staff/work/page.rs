//! `GET /staff`: what waits for whoever is signed in, oldest first, and what else they can do.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_access::Action;
use signet_issue::{TASKS_OF_A_KIND_MAX, TaskKind, TaskSeeker};
use signet_lang::{Locale, when::day_in_prague};
use signet_record::{Date, Timestamp};
use signet_store::BatchProgress;

use super::task::{Task, TaskView};
use crate::{
    area::RoleRow,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, draw},
    site::AppState,
    view::Tile,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/work.html")]
pub struct WorkPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The tasks, oldest first.
    pub tasks: Vec<TaskLine>,
    /// There are more of some kind than the page shows.
    pub more: Option<String>,
    /// How issuing gets on: counts, no one's credential.
    pub tiles: Vec<Tile>,
    /// What the role may do.
    pub abilities: Vec<String>,
}

/// A task in the list.
#[derive(Clone, Debug)]
pub struct TaskLine {
    /// Where it is done.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// What is to be done.
    pub what: String,
    /// How much, or how urgent.
    pub note: Option<String>,
    /// How long it has waited.
    pub age: String,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let Staff { tenant, actor, .. } = context.staff(&site, Action::ViewProgress)?;
    let (l, today) = (context.l, site.issuer.today());
    let within = tenant.units_within(actor.scope()).await?;
    let seeker = TaskSeeker { tenant: &tenant, within: &within, actor, now: site.now(), today };
    let view = TaskView { l, today };
    let (mut found, mut full) = (Vec::new(), false);
    for kind in TaskKind::ALL {
        let tasks = kind.find(&seeker).await?;
        full |= tasks.len() >= usize::try_from(TASKS_OF_A_KIND_MAX).unwrap_or(usize::MAX);
        found.extend(tasks.into_iter().map(|task| (kind, view.task(task))));
    }
    found.sort_by_key(|(_, task)| task.since);
    // The counts are of the whole institution.
    let tiles = match within.is_whole() {
        true => progress_tiles(&tenant.progress(None).await?, tenant.scheduled(site.now()).await?, l),
        false => Vec::new(),
    };
    let page = WorkPage {
        f: context.private(Area::Staff),
        l,
        tasks: found.into_iter().map(|(kind, task)| line(kind, task, &context, today)).collect(),
        more: full.then(|| l.web_staff_work_more(TASKS_OF_A_KIND_MAX)),
        tiles,
        abilities: RoleRow::of(actor.role()).abilities(l),
    };
    draw(&site, move || page).await
}

/// How issuing gets on. `scheduled`: how many of those that wait are put off until an instant that somebody chose.
pub fn progress_tiles(progress: &BatchProgress, scheduled: u64, l: Locale) -> Vec<Tile> {
    let tile = |label: String, count: u64| Tile { label, value: count.to_string() };
    let waiting = (progress.proposed + progress.intended).saturating_sub(scheduled);
    let mut tiles = vec![
        tile(l.web_staff_tile_valid(), progress.sealed + progress.delivered),
        tile(l.web_staff_tile_waiting(), waiting),
        tile(l.web_staff_tile_troubled(), progress.troubled),
        tile(l.web_staff_tile_revoked(), progress.revoked),
    ];
    if scheduled > 0 {
        tiles.insert(2, tile(l.web_staff_tile_scheduled(), scheduled));
    }
    tiles
}

fn line(kind: TaskKind, task: Task, context: &RequestContext, today: Date) -> TaskLine {
    let l = context.l;
    TaskLine {
        href: context.at(&task.path),
        title: task.title,
        what: l.web_staff_work_task(kind.word()),
        note: task.note,
        age: age(days_between(task.since, today), l),
    }
}

fn age(days: i32, l: Locale) -> String {
    if days == 0 { l.web_staff_work_age_today() } else { l.web_staff_work_age(days) }
}

/// Whole days that a task has waited; one that begins today has waited none.
fn days_between(since: Timestamp, today: Date) -> i32 {
    (today - day_in_prague(since)).get_days().max(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Language;

    use super::*;

    #[test]
    fn the_age_of_a_task_is_told_in_days_of_prague() {
        let l = Locale::new(Language::Cs);
        let today = Date::constant(2026, 12, 3);
        let waits = |since: &str| age(days_between(since.parse().unwrap(), today), l);
        // Half past eleven in the evening in UTC is the next day in Prague.
        assert_eq!(waits("2026-12-02T23:30:00Z"), "ode dneška");
        assert_eq!(waits("2026-12-02T10:00:00Z"), "čeká 1 den");
        assert_eq!(waits("2026-11-30T10:00:00Z"), "čeká 3 dny");
        assert_eq!(waits("2026-10-04T10:00:00Z"), "čeká 60 dní");
        assert_eq!(waits("2026-12-24T10:00:00Z"), "ode dneška");
    }

    #[test]
    fn every_kind_of_task_says_what_is_to_be_done() {
        for l in Language::ALL.map(Locale::new) {
            let mut said: Vec<String> = TaskKind::ALL.map(|kind| l.web_staff_work_task(kind.word())).to_vec();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), TaskKind::ALL.len());
        }
    }
}
