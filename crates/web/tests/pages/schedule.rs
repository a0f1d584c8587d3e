//! Batches that wait for an instant: told as that, moved to another, or to now.

use signet_access::Role;

use crate::{
    browser::Browser,
    runs::{act, fill_grid, import, people, planned, workshop},
    stage::{Stage, english},
};

/// What is scheduled is told as that, and leads to its run.
pub async fn scheduled(registrar: &mut Browser, batch: &str) {
    let l = english();
    let page = registrar.get(batch).await.expect(200);
    assert!(page.text().contains("href=\"/en/staff/units/dilna/runs/jaro\""), "the batch leads to its run");
    assert!(page.has(&l.web_staff_run_batch_scheduled("2\u{a0}July\u{a0}2026, 08:00\u{a0}CEST")));
    let tile = |label: String, value: u32| format!("<dt>{label}</dt><dd>{value}</dd>");
    for path in ["/en/staff", "/en/staff/results"] {
        let work = registrar.get(path).await.expect(200).text();
        assert!(work.contains(&tile(l.web_staff_tile_scheduled(), 2)), "{path}");
        assert!(work.contains(&tile(l.web_staff_tile_waiting(), 0)), "{path}");
    }
}

/// It is moved to another time and back by whoever may stop it.
pub async fn moved_and_back(registrar: &mut Browser, stage: &Stage, batch: &str) {
    let form = format!("{batch}/schedule");
    let shown = registrar.get(&form).await.expect(200);
    assert!(shown.has("2\u{a0}July\u{a0}2026"));
    let token = shown.token();
    let wrong = [("token", token.as_str()), ("when", "later"), ("day", "3. 7. 2026"), ("time", "9")];
    let told = registrar.post(&form, &wrong).await.expect(422).text();
    assert!(told.contains("href=\"#time\"") && told.contains("id=\"time-wrong\""));
    let mut auditor = stage.staff(Role::Auditor, "auditor", "Z-6").await;
    let foreign = auditor.get("/en/account").await.expect(200).token();
    let id = batch.rsplit('/').next().unwrap().parse().unwrap();
    for (day, time, at) in
        [("3 July 2026", "9:00", "2026-07-03T07:00:00Z"), ("2. 7. 2026", "8:00", "2026-07-02T06:00:00Z")]
    {
        let when = [("when", "later"), ("day", day), ("time", time)];
        let by = |token| [("token", token)].into_iter().chain(when).collect::<Vec<_>>();
        registrar.post(&form, &by(token.as_str())).await.expect(303);
        auditor.post(&form, &by(foreign.as_str())).await.expect(403);
        let kept = stage.tenant().batch(&id).await.unwrap().unwrap();
        assert_eq!(kept.not_before, Some(at.parse().unwrap()));
    }
    stage.seal_all().await;
    assert_eq!(stage.tenant().progress(None).await.unwrap().proposed, 2, "not before its instant");
    let run = registrar.get("/en/staff/units/dilna/runs/jaro").await.expect(200);
    let moved = english().web_staff_run_event(signet_lang::args::RunEventWord::Rescheduled);
    assert!(run.has(&moved), "the run tells of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_batch_can_be_sealed_at_once_after_all() {
    let stage = Stage::open().await;
    workshop(&stage).await;
    let mut registrar = stage.registrar().await;
    let mut guarantor = stage.staff(Role::Guarantor, "vzorna", "Z-8").await;
    let run = planned(&mut registrar, "jaro").await;
    import(&mut registrar, &run, "participants", "lide.csv", people(1).as_bytes()).await.expect(303);
    fill_grid(&mut registrar, &run, 1).await;
    let token = registrar.get(&run).await.expect(200).token();
    let identity = [("token", token.as_str()), ("act", "identify"), ("person", "V-0000")];
    registrar.post(&format!("{run}/participants"), &identity).await.expect(200);
    act(&mut guarantor, &run, "close").await.expect(303);
    let later =
        [("when", "later"), ("day", "1. 9. 2026"), ("time", "8:00"), ("person", "V-0000"), ("confirmed", "yes")];
    let issue: Vec<_> = [("token", token.as_str())].into_iter().chain(later).collect();
    let batch = registrar.post(&format!("{run}/issue"), &issue).await.expect(303).header("location").to_owned();
    stage.seal_all().await;
    let form = format!("{batch}/schedule");
    registrar.post(&form, &[("token", token.as_str()), ("when", "now")]).await.expect(303);
    stage.seal_all().await;
    assert_eq!(stage.tenant().progress(None).await.unwrap().done(), 1);
    // Of a batch whose instant has come nothing can be moved.
    assert_eq!(registrar.get(&form).await.expect(303).header("location"), batch);
    let again = [("token", token.as_str()), ("when", "later"), ("day", "1. 9. 2026"), ("time", "8:00")];
    registrar.post(&form, &again).await.expect(303);
}
