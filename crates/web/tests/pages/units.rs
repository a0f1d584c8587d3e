//! Units of learning, written in the pages.

use signet_access::{Action, Role, Target, allowed, has_right};
use signet_offering::UnitDraft;
use signet_record::{PersonId, UnitId, specimen};

use crate::{
    browser::{Answer, Browser},
    stage::{Stage, english},
};

const EDIT: &str = "/en/staff/units/kurz/edit";

/// Begins the unit `kurz` through the pages; its guarantor is `Z-2`.
async fn begun(browser: &mut Browser) {
    let form = browser.get("/en/staff/new-unit").await.expect(200);
    let token = form.token();
    let fields = [("token", token.as_str()), ("id", "kurz"), ("title_cs", "Úvod do práva"), ("guarantor", "Z-2")];
    let answer = browser.post("/en/staff/new-unit", &fields).await.expect(303);
    assert_eq!(answer.header("location"), EDIT);
}

/// What a form of a section sends before anything is typed.
fn beginning(page: &Answer) -> [(&'static str, String); 3] {
    let value = |name: &str| page.between(&format!("name=\"{name}\" value=\""), "\"");
    [("token", page.token()), ("revision", value("revision")), ("base", value("base"))]
}

/// Sends a section as it was shown, with these fields.
async fn send(browser: &mut Browser, section: &str, page: &Answer, fields: &[(&str, &str)]) -> Answer {
    let hidden = beginning(page);
    let mut all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend(fields);
    browser.post(&format!("{EDIT}/{section}"), &all).await
}

async fn kept(stage: &Stage) -> UnitDraft {
    let (tenant, unit) = (stage.tenant(), UnitId::new("kurz").unwrap());
    stage.issuer.units(&tenant).unit(&unit).await.unwrap().unwrap().draft
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_begun_and_every_section_of_it_is_written_until_nothing_is_missing() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    begun(&mut registrar).await;
    let list = registrar.get(EDIT).await.expect(200);
    assert!(list.has(&l.web_staff_edit_does_not_apply()) && list.has(&l.web_staff_edit_lacks(2_usize)));

    let text = UnitDraft::of(&specimen::rich::unit().unwrap());
    let mut sections =
        vec!["title", "outcomes", "workload", "assessment", "quality", "teaching", "stacking", "catalogue"];
    for section in std::mem::take(&mut sections) {
        let page = registrar.get(&format!("{EDIT}/{section}")).await.expect(200);
        // Everything of the specimen is sent; a section takes what is its own.
        let fields: Vec<(String, String)> =
            text.leaves().into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = send(&mut registrar, section, &page, &fields).await.expect(303);
        assert!(!answer.header("location").contains("done="), "{section}: {}", answer.header("location"));
    }
    let mut expected = text.clone();
    expected.set("id", "kurz").unwrap();
    assert_eq!(kept(&stage).await, expected, "what was typed is what is kept");
    let list = registrar.get(EDIT).await.expect(200);
    assert!(!list.text().contains("tag doubt"), "nothing is missing");
    let count = l.web_staff_edit_annex_count(signet_lang::args::WebStaffEditAnnexCount { there: 11, total: 11 });
    assert!(list.has(&count));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_told_at_its_field_and_what_was_typed_is_kept() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    begun(&mut registrar).await;
    let page = registrar.get(&format!("{EDIT}/workload")).await.expect(200);
    assert!(!page.has(&l.web_frame_problems()), "nothing is told before anybody tried");
    let fields = [("ects", "2,125"), ("hours", "many"), ("isced.code", "0542"), ("isced.cs", "Statistika")];
    let saved = send(&mut registrar, "workload", &page, &fields).await.expect(303);
    let page = registrar.get(saved.header("location")).await.expect(200);
    assert!(page.text().contains("<title>Error: "), "the title says so");
    assert!(page.has(&l.web_frame_problems()) && page.has(&l.record_missing_english()));
    for kept in [
        "value=\"2,125\"",
        "value=\"many\"",
        "href=\"#f-hours\"",
        "aria-invalid=\"true\"",
        "aria-describedby=\"f-hours-hint f-hours-wrong\"",
    ] {
        assert!(page.text().contains(kept), "{kept}");
    }
    assert_eq!(kept(&stage).await.text("hours"), Some("many"));
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_added_moved_and_removed_by_plain_buttons() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    begun(&mut registrar).await;
    let page = registrar.get(&format!("{EDIT}/outcomes")).await.expect(200);
    assert!(page.text().contains("name=\"outcomes[1].text.cs\""), "there is one to begin with");
    let one = [("outcomes[1].kind", "skill"), ("outcomes[1].text.cs", "Porozumí právu"), ("outcomes[1].text.en", "")];
    let with = |act: &'static str| [one[0], one[1], one[2], ("act", "save"), ("act", act)];
    let added = send(&mut registrar, "outcomes", &page, &with("add:outcomes")).await.expect(303);
    assert_eq!(added.header("location"), format!("{EDIT}/outcomes#f-outcomes-2"));
    let page = registrar.get(&format!("{EDIT}/outcomes")).await.expect(200);
    assert!(page.text().contains("name=\"outcomes[2].text.cs\"") && page.text().contains("value=\"up:outcomes[2]\""));
    assert!(page.has(&english().web_staff_edit_advice_unseen()), "a verb whose result can be seen is advised");
    let two = [("outcomes[2].kind", "knowledge"), ("outcomes[2].text.cs", "Vysvětlí zákon"), ("act", "up:outcomes[2]")];
    let fields: Vec<_> = one.into_iter().chain(two).collect();
    send(&mut registrar, "outcomes", &page, &fields).await.expect(303);
    assert_eq!(kept(&stage).await.text("outcomes[1].text.cs"), Some("Vysvětlí zákon"));
    let page = registrar.get(&format!("{EDIT}/outcomes")).await.expect(200);
    let fields = [
        ("outcomes[1].kind", "knowledge"),
        ("outcomes[1].text.cs", "Vysvětlí zákon"),
        ("outcomes[2].kind", "skill"),
        ("outcomes[2].text.cs", "Porozumí právu"),
    ];
    let removed: Vec<_> = fields.into_iter().chain([("act", "remove:outcomes[2]")]).collect();
    send(&mut registrar, "outcomes", &page, &removed).await.expect(303);
    assert_eq!(kept(&stage).await.entries("outcomes"), Some(1));
}

/// ST4.
#[tokio::test(flavor = "multi_thread")]
async fn st4_of_two_who_edit_at_once_neither_loses_anything() {
    let stage = Stage::open().await;
    let (l, mut one, mut other) =
        (english(), stage.registrar().await, stage.staff(Role::Guarantor, "vzorna", "Z-2").await);
    begun(&mut one).await;
    let (ones, others) = (format!("{EDIT}/title"), format!("{EDIT}/title"));
    let (shown, elsewhere) = (one.get(&ones).await.expect(200), one.get(&format!("{EDIT}/workload")).await.expect(200));
    let same = other.get(&others).await.expect(200);
    send(&mut other, "title", &same, &[("title.cs", "Úvod do práva"), ("title.en", "Introduction to Law")])
        .await
        .expect(303);
    let clash = send(&mut one, "title", &shown, &[("title.cs", "Základy práva"), ("kind", "lifelong-learning")])
        .await
        .expect(409);
    for text in ["Úvod do práva", "Základy práva", "Introduction to Law"] {
        assert!(clash.has(text), "both texts are shown: {text}");
    }
    assert!(clash.has(&l.offering_clash()) && clash.text().contains("href=\"#f-title-cs\""));
    assert_eq!(kept(&stage).await.text("title.en"), Some("Introduction to Law"), "what was saved is untouched");
    // Another section that was opened before goes together with what was saved meanwhile.
    send(&mut one, "workload", &elsewhere, &[("ects", "3.5"), ("hours", "91")]).await.expect(303);
    let text = kept(&stage).await;
    assert_eq!((text.text("title.en"), text.text("ects")), (Some("Introduction to Law"), Some("3.5")));
    // Whoever has seen both saves knowingly.
    let again = one.get(&ones).await.expect(200);
    let fields = [("title.cs", "Základy práva"), ("title.en", "Introduction to Law"), ("kind", "lifelong-learning")];
    send(&mut one, "title", &again, &fields).await.expect(303);
    assert_eq!(kept(&stage).await.text("title.cs"), Some("Základy práva"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_outlives_the_session() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    begun(&mut registrar).await;
    let page = registrar.get(&format!("{EDIT}/title")).await.expect(200);
    let mut nobody = stage.stranger();
    let typed = [("title.cs", "Napsáno <dlouho>"), ("title.en", "Long in the writing")];
    let rescued = send(&mut nobody, "title", &page, &typed).await.expect(401);
    assert!(rescued.has(&l.web_session_form_ended_title()) && rescued.has("Napsáno <dlouho>"));
    assert!(rescued.text().contains("name=\"title.cs\"") && !rescued.text().contains("<dlouho>"));
    // The form of that page is sent after signing in elsewhere: its token is of no session.
    let hidden = beginning(&page);
    let mut fields: Vec<(&str, &str)> = hidden.iter().skip(1).map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend(typed);
    let mut again = stage.staff(Role::Registrar, "dvorakova", "Z-1").await;
    let kept_in_form = again.post(&format!("{EDIT}/title"), &fields).await.expect(403);
    assert!(kept_in_form.has(&l.web_staff_edit_kept()) && kept_in_form.has("Napsáno <dlouho>"));
    assert_eq!(
        kept(&stage).await.text("title.cs"),
        Some("Úvod do práva"),
        "nothing is saved without a press of our own button"
    );
    send(&mut again, "title", &kept_in_form, &typed).await.expect(303);
    assert_eq!(kept(&stage).await.text("title.en"), Some("Long in the writing"));
    // A form of somebody else's page is not even shown with its text.
    again.site = "cross-site";
    let forged = again.post(&format!("{EDIT}/title"), &typed).await.expect(403);
    assert!(!forged.has("Napsáno"));
}

#[tokio::test(flavor = "multi_thread")]
async fn st15_a_form_that_saves_itself_is_told_what_became_of_it() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    begun(&mut registrar).await;
    let page = registrar.get(&format!("{EDIT}/title")).await.expect(200);
    assert!(page.text().contains("data-autosave"));
    let auto = [("title.cs", "Rozepsáno"), ("act", "auto")];
    let saved = send(&mut registrar, "title", &page, &auto).await.expect(200);
    let told: serde_json::Value = serde_json::from_slice(&saved.bytes).unwrap();
    assert_eq!((&told["revision"], &told["said"]), (&serde_json::json!(2), &serde_json::json!("Saved")));
    assert_eq!(kept(&stage).await.text("title.cs"), Some("Rozepsáno"));
    // The page still holds the revision from before.
    let late = send(&mut registrar, "title", &page, &[("title.cs", "Pozdě"), ("act", "auto")]).await.expect(200);
    let told: serde_json::Value = serde_json::from_slice(&late.bytes).unwrap();
    assert_eq!(told, serde_json::json!({ "said": english().offering_clash() }), "nothing was saved");
    let mut nobody = stage.stranger();
    let out = send(&mut nobody, "title", &page, &auto).await.expect(200);
    let told: serde_json::Value = serde_json::from_slice(&out.bytes).unwrap();
    assert_eq!(told, serde_json::json!({ "said": english().web_staff_edit_auto_signed_out() }));
    assert_eq!(kept(&stage).await.text("title.cs"), Some("Rozepsáno"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_copied_from_its_draft_and_from_its_approved_version() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    begun(&mut registrar).await;
    for (from, id, title) in [("kurz", "kurz-2", "Úvod do práva"), ("ukazka", "ukazka-2", "Ukázkové dovednosti")] {
        let form = registrar.get(&format!("/en/staff/units/{from}/copy")).await.expect(200);
        let token = form.token();
        let taken = registrar
            .post(&format!("/en/staff/units/{from}/copy"), &[("token", &token), ("id", from)])
            .await
            .expect(409);
        assert!(taken.has(&english().web_staff_units_new_exists(from)));
        let wrong = registrar
            .post(&format!("/en/staff/units/{from}/copy"), &[("token", &token), ("id", "Ne tak")])
            .await
            .expect(422);
        assert!(wrong.has(&english().record_space_inside()) && wrong.text().contains("value=\"Ne tak\""));
        registrar.post(&format!("/en/staff/units/{from}/copy"), &[("token", &token), ("id", id)]).await.expect(303);
        let (tenant, id) = (stage.tenant(), UnitId::new(id).unwrap());
        let made = stage.issuer.units(&tenant).unit(&id).await.unwrap().unwrap();
        assert!(made.draft.text("title.cs").unwrap().starts_with(title), "{from}");
        assert_eq!(made.draft.text("id"), Some(id.as_str()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_from_a_file_gets_a_draft_of_its_next_version() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let edit = "/en/staff/units/ukazka/edit";
    let page = registrar.get(edit).await.expect(200);
    assert!(page.has(&l.web_staff_edit_no_draft()));
    registrar.get(&format!("{edit}/title")).await.expect(404);
    registrar.post(edit, &[("token", &page.token())]).await.expect(303);
    let page = registrar.get(edit).await.expect(200);
    assert!(page.has(&l.web_staff_edit_version(2_u32)));
}

#[tokio::test(flavor = "multi_thread")]
async fn units_are_listed_for_those_who_may_see_them_and_found_by_word_and_state() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    begun(&mut registrar).await;
    let list = registrar.get("/en/staff/units").await.expect(200);
    assert!(list.has("Úvod do práva") && list.has(&l.web_staff_units_found(2_usize)));
    let token = list.token();
    let find = [("token", token.as_str()), ("q", "UVOD"), ("state", "draft")];
    let found = registrar.post("/en/staff/units", &find).await.expect(200);
    assert!(found.has("Úvod do práva") && found.has(&l.web_staff_units_found(1_usize)));
    let none =
        registrar.post("/en/staff/units", &[("token", &token), ("q", "uvod"), ("state", "filed")]).await.expect(200);
    assert!(none.has(&l.web_staff_units_empty()));
    let mut own = stage.staff(Role::Guarantor, "vzorna", "Z-2").await;
    assert!(own.get("/en/staff/units").await.expect(200).has(&l.web_staff_units_found(1_usize)));
    let mut foreign = stage.staff(Role::Guarantor, "ciza", "Z-3").await;
    assert!(foreign.get("/en/staff/units").await.expect(200).has(&l.web_staff_units_found(0_usize)));
    foreign.get(EDIT).await.expect(404);
    foreign.get(&format!("{EDIT}/title")).await.expect(404);
}

/// ST16, for these pages: whoever may see a unit sees it, whoever may write it writes it.
#[tokio::test(flavor = "multi_thread")]
async fn st16_every_role_gets_from_the_pages_of_units_what_the_table_of_rights_says() {
    let stage = Stage::open().await;
    begun(&mut stage.registrar().await).await;
    let person = PersonId::new("Z-2").unwrap();
    for role in Role::ALL.into_iter().filter(|role| role.is_staff()) {
        let account = format!("z-{}", role.code());
        let actor = stage.employ(role, &account, "Z-2").await;
        let mut browser = stage.staff(role, &account, "Z-2").await;
        let target = Target::Unit { institution: &stage.institution, guarantor: Some(&person), place: None };
        let may = |action| allowed(&actor, action, &target).is_ok();
        let (sees, writes) = (may(Action::ViewUnit), may(Action::EditUnit));
        for (path, opens) in [
            ("/en/staff/units", has_right(role, Action::ViewUnit)),
            ("/en/staff/new-unit", has_right(role, Action::EditUnit)),
            (EDIT, sees),
            ("/en/staff/units/kurz/edit/title", sees),
            ("/en/staff/units/kurz/copy", writes),
        ] {
            assert_eq!(browser.get(path).await.status, if opens { 200 } else { 403 }, "{role:?} {path}");
        }
        if sees {
            let page = browser.get(&format!("{EDIT}/title")).await.expect(200);
            let title = format!("Od {account}");
            let sent = send(&mut browser, "title", &page, &[("title.cs", &title)]).await;
            assert_eq!(sent.status, if writes { 303 } else { 403 }, "{role:?}");
            assert_eq!(page.text().contains("data-autosave"), writes, "{role:?}");
        }
    }
}

/// ST6.
#[tokio::test(flavor = "multi_thread")]
async fn st6_a_text_goes_out_as_a_file_and_comes_in_again_equal() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    begun(&mut registrar).await;
    let page = registrar.get(EDIT).await.expect(200);
    let (token, revision) = (page.token(), page.between("name=\"revision\" value=\"", "\""));
    let take = "/en/staff/units/kurz/file";
    let fields = [("token", token.as_str()), ("revision", revision.as_str())];
    let whole = UnitDraft::of(&specimen::rich::unit().unwrap());
    let file = whole.canonical().text().to_owned();
    registrar.upload(take, &fields, "file", "jednotka.toml", file.as_bytes()).await.expect(303);
    let out = registrar.get("/en/staff/units/kurz/unit.toml").await.expect(200);
    assert_eq!(out.header("content-disposition"), "attachment; filename=\"kurz.toml\"");
    assert_eq!(
        out.text(),
        file.replace("id = \"ukazkovy-celek\"", "id = \"kurz\""),
        "but for the id, which is the ledger's"
    );
    assert_eq!(UnitDraft::read(&out.text()).unwrap(), kept(&stage).await);
    // What was sent from an older revision replaces nothing, and neither does what is no unit file.
    let late = registrar.upload(take, &fields, "file", "jednotka.toml", b"title.cs = \"Pozde\"").await.expect(422);
    assert!(late.has(&l.offering_clash()));
    let now = late.between("name=\"revision\" value=\"", "\"");
    let fields = [("token", token.as_str()), ("revision", now.as_str())];
    let wrong =
        registrar.upload(take, &fields, "file", "jednotka.toml", b"title.cs = \"A\"\nbarva = 1").await.expect(422);
    assert!(wrong.has("barva") && wrong.has("Line 2"));
    registrar.upload(take, &fields, "file", "jednotka.toml", b"").await.expect(422);
    assert_eq!(out.text(), registrar.get("/en/staff/units/kurz/unit.toml").await.expect(200).text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_compared_with_the_approved_version() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let edit = "/en/staff/units/ukazka/edit";
    let difference = "/en/staff/units/ukazka/difference";
    registrar.get(difference).await.expect(404);
    let token = registrar.get(edit).await.expect(200).token();
    registrar.post(edit, &[("token", &token)]).await.expect(303);
    assert!(registrar.get(difference).await.expect(200).has(&l.web_staff_edit_difference_none()));
    let page = registrar.get(&format!("{edit}/catalogue")).await.expect(200);
    let hidden = beginning(&page);
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("homepage", "https://vzorova.example/nove"));
    registrar.post(&format!("{edit}/catalogue"), &fields).await.expect(303);
    let changed = registrar.get(difference).await.expect(200);
    assert!(changed.has("https://vzorova.example/nove") && changed.text().contains("edit/catalogue#f-homepage"));
}
