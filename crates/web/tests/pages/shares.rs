//! A share as its recipient meets it: what it shows, what opens it, and what nobody is told. The tests are named after the criteria of the holder's half
//! (HO, HA) where one stands for them.

use signet_record::{CredentialId, Timestamp, UnitId, specimen};
use signet_share::{ShareId, guesses::WAIT};

use crate::browser::{Answer, Browser};
use crate::holder::only_credential;
use crate::staff::{GOOD, hand_in_of};
use crate::stage::{Stage, english};

/// What a form sends that shows everything and asks for nothing.
const WHOLE: [(&str, &str); 9] = [
    ("purpose", "other"),
    ("label", "Pekárna U Mlýna"),
    ("limit", "none"),
    ("language", "en"),
    ("birth", "yes"),
    ("grade", "yes"),
    ("picture", "yes"),
    ("further", "yes"),
    ("files", "yes"),
];

struct Made {
    /// The holder's page of the share.
    page: String,
    /// The link without the host.
    path: String,
    /// What the holder's page said when it was made.
    shown: Answer,
    token: String,
    id: ShareId,
}

/// The holder makes a share of their one credential.
async fn make(stage: &Stage, holder: &mut Browser, fields: &[(&str, &str)]) -> Made {
    let credential = only_credential(stage).await;
    let form = format!("/en/holder/{credential}/share");
    let token = holder.get(&form).await.expect(200).token();
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("token", token.as_str())]).collect();
    let made = holder.post(&form, &fields).await.expect(303);
    let page = made.header("location").split('?').next().unwrap().to_owned();
    let shown = holder.get(&page).await.expect(200);
    let link = shown.between("type=\"url\" readonly value=\"", "\"");
    let path = link.strip_prefix(&stage.base).unwrap().to_owned();
    let id = page.rsplit('/').next().unwrap().parse().unwrap();
    Made { page, path, shown, token, id }
}

fn without<'f>(left_out: &[&str]) -> Vec<(&'f str, &'f str)> {
    WHOLE.into_iter().filter(|(name, _)| !left_out.contains(name)).collect()
}

fn with_code() -> Vec<(&'static str, &'static str)> {
    WHOLE.into_iter().chain([("code", "yes")]).collect()
}

/// Everything that an answer says, its headers included.
fn all_of(answer: &Answer) -> String {
    format!("{:?}\n{}", answer.headers, answer.text())
}

#[tokio::test(flavor = "multi_thread")]
async fn ho12_three_clicks_from_the_list_to_the_link_and_a_look_before() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder) = (english(), stage.holder().await);
    let id = only_credential(&stage).await;
    // First click: the list leads to a form that is set for one employer (HO11), with nothing left to type.
    assert!(holder.get("/en/holder").await.text().contains(&format!("/en/holder/{id}/share\"")));
    let form = holder.get(&format!("/en/holder/{id}/share")).await.expect(200);
    let label = form.between("name=\"label\" value=\"", "\"");
    for ticked in ["birth", "grade", "picture", "further", "code"] {
        assert!(form.text().contains(&format!("name=\"{ticked}\" value=\"yes\" checked")), "{ticked}");
    }
    assert!(!form.text().contains("name=\"files\" value=\"yes\" checked"));
    // Second click: the form as it is. The third copies.
    let mut fields = without(&["files", "label", "purpose", "limit"]);
    let ends = form.between("name=\"ends\" value=\"", "\"");
    fields.extend([("purpose", "proof"), ("label", &label), ("limit", "until"), ("ends", &ends), ("code", "yes")]);
    let made = make(&stage, &mut holder, &fields).await;
    assert!(made.shown.text().contains("data-copy=\"link\"") && made.shown.text().contains("data-copy=\"digits\""));
    // The look before stands before the link, asks for no code and counts as none.
    let page = made.shown.text();
    assert!(page.find("/look\"").unwrap() < page.find("readonly").unwrap());
    let look = holder.get(&format!("{}/look", made.page)).await.expect(200);
    assert!(
        look.has(&l.web_shared_rehearsed())
            && look.has("Žofie")
            && look.has(&l.web_shared_hidden(l.web_share_hidden_files()))
    );
    assert!(!holder.get(&format!("/en/holder/{id}")).await.has(&l.web_share_opened_times(1)));
    stage.other_holder().await.get(&format!("{}/look", made.page)).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn ho13_and_ho15_a_lasting_link_goes_into_a_profile_at_once_and_another_does_not() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder) = (english(), stage.holder().await);
    let lasting = make(&stage, &mut holder, &WHOLE).await;
    let linkedin = lasting.shown.between("href=\"https://www.linkedin.com/profile/add?", "\"");
    let link = format!("{}{}", stage.base, lasting.path);
    assert!(linkedin.contains("startTask=CERTIFICATION_NAME") && linkedin.contains("certUrl=http"), "{linkedin}");
    let cv = lasting.shown.between("<textarea id=\"cv\" rows=\"3\" readonly>", "</textarea>");
    assert!(cv.lines().count() == 2 && cv.ends_with(&l.web_share_cv_verify(link)), "{cv}");
    for other in [with_code(), without(&["limit"])] {
        let mut fields = other;
        if !fields.iter().any(|(name, _)| *name == "limit") {
            fields.extend([("limit", "until"), ("ends", "2099-12-31")]);
        }
        let made = make(&stage, &mut holder, &fields).await;
        assert!(!made.shown.text().contains("linkedin.com"), "{fields:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ha2_what_is_hidden_appears_nowhere() {
    let stage = Stage::with_one_credential().await;
    let mut holder = stage.holder().await;
    let values = [
        ("birth", vec!["1996", "preview.jpg", "file.pdf", "file.jsonld"]),
        ("grade", vec!["very good", "velmi dobře", "Scale A–F", "Stupnice", "file.pdf", "file.jsonld"]),
        ("picture", vec!["preview.jpg", "file.pdf", "file.jsonld"]),
        ("further", vec!["A specimen; it proves", "Ukázka; nic", "file.pdf", "file.jsonld"]),
        ("files", vec!["file.pdf", "file.jsonld"]),
    ];
    let whole = make(&stage, &mut holder, &WHOLE).await;
    let shown = stage.stranger().get(&whole.path).await.expect(200);
    for value in ["1996", "very good", "A specimen; it proves", "preview.jpg", "file.pdf", "file.jsonld"] {
        assert!(shown.text().contains(value), "{value} is there to be hidden");
    }
    for (field, gone) in values {
        let made = make(&stage, &mut holder, &without(&[field])).await;
        for language in ["", "/cs", "/en"] {
            let shown = stage.stranger().get(&format!("{language}{}", made.path)).await.expect(200);
            assert!(shown.has("Žofie"));
            for value in &gone {
                assert!(!all_of(&shown).contains(value), "{value} without {field}");
            }
        }
        for file in ["file.pdf", "file.jsonld"] {
            stage.stranger().get(&format!("/en{}/{file}", made.path)).await.expect(404);
        }
        let picture = if gone.contains(&"preview.jpg") { 404 } else { 200 };
        stage.stranger().get(&format!("/en{}/preview.jpg", made.path)).await.expect(picture);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ho3_the_page_before_the_code_says_nothing_and_the_code_opens_it() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder, mut stranger) = (english(), stage.holder().await, stage.stranger());
    let mut fields = with_code();
    fields.push(("reference", "HR-2026-118"));
    let made = make(&stage, &mut holder, &fields).await;
    let code = made.shown.between("id=\"digits\" type=\"text\" readonly value=\"", "\"");
    let asked = stranger.get(&made.path).await.expect(200);
    for said in ["Žofie", "Specimen", "Ukázkové", "Vzorová", "Pekárna", "HR-2026", "1996"] {
        assert!(!all_of(&asked).contains(said), "{said}");
    }
    for part in ["inputmode=\"numeric\"", "autocomplete=\"one-time-code\""] {
        assert!(asked.text().contains(part), "{part}");
    }
    let other = make(&stage, &mut holder, &with_code()).await;
    let action = asked.between("method=\"post\" action=\"", "\"");
    assert!(stranger.post(&action, &[("code", "12")]).await.expect(422).has(&l.web_shared_code_none()));
    stranger.get(&format!("/en{}/file.pdf", made.path)).await.expect(404);
    let opened = stranger.post(&action, &[("code", &code.replace(' ', ""))]).await.expect(303);
    assert_eq!(opened.header("location"), made.path);
    assert!(opened.header("set-cookie").contains("HttpOnly; SameSite=Lax; Max-Age=1800"));
    let shown = stranger.get(&made.path).await.expect(200);
    assert!(shown.has("Žofie") && shown.has("HR-2026-118") && !shown.has("Pekárna"), "its name is the holder's alone");
    stranger.get(&format!("/en{}/file.pdf", made.path)).await.expect(200);
    stranger.get(&format!("/en{}/preview.jpg", made.path)).await.expect(200);
    assert!(!stranger.get(&other.path).await.expect(200).has("Žofie"), "a pass is for one share");
    // A new code ends the passes before it.
    holder.post(&format!("{}/code", made.page), &[("token", &made.token), ("code", "new")]).await.expect(303);
    assert!(!stranger.get(&made.path).await.expect(200).has("Žofie"));
    holder.post(&format!("{}/code", made.page), &[("token", &made.token), ("code", "none")]).await.expect(303);
    assert!(stranger.get(&made.path).await.expect(200).has("Žofie"));
    // Withdrawn while the page is open: the files refuse (HA4).
    holder.post(&format!("{}/withdraw", made.page), &[("token", &made.token)]).await.expect(303);
    stranger.get(&format!("/en{}/file.pdf", made.path)).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn ha3_wrong_codes_close_the_share_whoever_tries_them() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder) = (english(), stage.holder().await);
    let made = make(&stage, &mut holder, &with_code()).await;
    let code = made.shown.between("id=\"digits\" type=\"text\" readonly value=\"", "\"");
    let wrong = if code == "000 000" { "000001" } else { "000000" };
    let action = format!("/en{}/code", made.path);
    for address in 1..=4 {
        let mut guesser = stage.stranger();
        guesser.client = std::net::Ipv4Addr::new(198, 51, 100, address);
        assert!(guesser.post(&action, &[("code", wrong)]).await.expect(422).has(&l.web_shared_code_wrong()));
    }
    let waits = |answer: Answer| answer.has(&l.web_shared_code_waits()) && !answer.text().contains("name=\"code\"");
    assert!(waits(stage.stranger().post(&action, &[("code", wrong)]).await.expect(422)));
    assert!(waits(stage.stranger().post(&action, &[("code", &code)]).await.expect(422)), "the right one neither");
    assert!(waits(stage.stranger().get(&made.path).await.expect(422)));
    // Fifteen more, each time when the wait is over.
    let tenant = stage.tenant();
    let wait = i64::try_from(WAIT.as_secs()).unwrap();
    for round in 1..=3 {
        let now = Timestamp::from_second(stage.now().as_second() + round * wait).unwrap();
        for _ in 0..5 {
            assert!(tenant.begin_code_try(&made.id, now).await.unwrap());
        }
    }
    for language in ["cs", "en"] {
        let unknown = stage.stranger().get(&format!("/{language}/c/{}", "A".repeat(27))).await.expect(404);
        let closed = stage.stranger().get(&format!("/{language}{}", made.path)).await.expect(404);
        assert_eq!(closed.bytes, unknown.bytes, "closed is like unknown, to the byte");
        let tried =
            stage.stranger().post(&format!("/{language}{}/code", made.path), &[("code", &code)]).await.expect(404);
        assert_eq!(tried.bytes, unknown.bytes);
    }
    let told = holder.get(&made.page).await.expect(200);
    assert!(told.has(&l.web_share_code_closed()) && told.has(&l.web_share_state_closed()));
    holder.post(&format!("{}/code", made.page), &[("token", &made.token), ("code", "again")]).await.expect(303);
    stage.stranger().post(&action, &[("code", &code)]).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_shown_to_its_holder_alone_and_kept_by_nobody() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder) = (english(), stage.holder().await);
    let made = make(&stage, &mut holder, &with_code()).await;
    assert!(made.shown.has(&l.web_share_code_once()));
    let again = stage.holder().await.get(&made.page).await.expect(200);
    assert!(!again.text().contains("id=\"digits\"") && again.has(&l.web_share_code_is()), "another browser of theirs");
    let kept = stage.tenant().share(&made.id).await.unwrap().unwrap();
    assert!(kept.code.unwrap().as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    let elsewhere = [("token", made.token.as_str()), ("code", "new")];
    stage.other_holder().await.post(&format!("{}/code", made.page), &elsewhere).await.expect(403);
}

/// A second micro-credential of the same holder, of another unit.
async fn second_credential(stage: &Stage) -> CredentialId {
    let first = only_credential(stage).await;
    let unit = specimen::unit().unwrap();
    let document = serde_json::to_string(&unit).unwrap().replace("\"ukazka\"", "\"druha\"");
    stage.tenant().put_unit(&UnitId::new("druha").unwrap(), 1, &unit.title, &document, stage.now()).await.unwrap();
    let mut registrar = stage.registrar().await;
    let batch = hand_in_of(&mut registrar, "druha", &[GOOD]).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    stage.seal_all().await;
    let person = specimen::holder().unwrap().person.clone();
    let all = stage.tenant().credentials_of(&person).await.unwrap();
    all.into_iter().map(|one| one.id).find(|id| id.to_string() != first).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn ho1_several_in_one_link_each_for_itself_and_each_can_be_taken_out() {
    let stage = Stage::with_one_credential().await;
    let first = only_credential(&stage).await;
    let second = second_credential(&stage).await.to_string();
    let (l, mut holder, mut stranger) = (english(), stage.holder().await, stage.stranger());
    let list = holder.get("/en/holder").await.expect(200);
    assert!(list.text().contains(&format!("name=\"credential\" value=\"{second}\"")));
    let token = list.token();
    assert_eq!(
        holder.post("/en/holder/several", &[("token", &token)]).await.expect(303).header("location"),
        "/en/holder?done=none"
    );
    let chosen = [("token", token.as_str()), ("credential", &first), ("credential", &second)];
    let form = holder.post("/en/holder/several", &chosen).await.expect(200);
    assert!(form.has(&l.web_share_together()) && form.between("name=\"others\" value=\"", "\"") == second);
    let fields: Vec<(&str, &str)> = WHOLE.into_iter().chain([("token", token.as_str()), ("others", &second)]).collect();
    // Choosing another purpose keeps them.
    let again: Vec<(&str, &str)> = fields.iter().copied().chain([("choose", "cv")]).collect();
    let form = holder.post(&format!("/en/holder/{first}/share"), &again).await.expect(200);
    assert_eq!(form.between("name=\"others\" value=\"", "\""), second);
    let made = holder.post(&format!("/en/holder/{first}/share"), &fields).await.expect(303);
    let page = made.header("location").split('?').next().unwrap().to_owned();
    let shown = holder.get(&page).await.expect(200);
    let path = shown.between("type=\"url\" readonly value=\"", "\"").strip_prefix(&stage.base).unwrap().to_owned();

    let set = stranger.get(&path).await.expect(200);
    assert!(set.has(&l.web_shared_set_title()) && set.text().matches("<article").count() == 2);
    assert_eq!(set.text().matches("class=\"result ").count(), 6, "three results each");
    for id in [&first, &second] {
        assert!(stranger.get(&format!("/en{path}/at/{id}")).await.expect(200).has("Žofie"));
        stranger.get(&format!("/en{path}/at/{id}/file.pdf")).await.expect(200);
        stranger.get(&format!("/en{path}/at/{id}/preview.jpg")).await.expect(200);
        assert!(
            holder.get(&format!("/en/holder/{id}")).await.has("Pekárna U Mlýna"),
            "the link stands with each of them"
        );
    }
    stranger.get(&format!("/en{path}/file.pdf")).await.expect(404);
    assert!(holder.get(&format!("{page}/look")).await.expect(200).has(&l.web_shared_rehearsed()));

    // What it was made of is taken out: the other shows alone, under the link itself, and the first nowhere.
    let taken = [("token", token.as_str()), ("credential", first.as_str())];
    holder.post(&format!("{page}/take-out"), &taken).await.expect(303);
    let alone = stranger.get(&path).await.expect(200);
    assert!(alone.has("Žofie") && !alone.text().contains("<article class=\"card"));
    stranger.get(&format!("/en{path}/at/{first}")).await.expect(404);
    stranger.get(&format!("/en{path}/at/{first}/file.pdf")).await.expect(404);
    stranger.get(&format!("/en{path}/file.pdf")).await.expect(200);
    assert!(!holder.get(&page).await.expect(200).text().contains("take-out"), "the last one stays");

    // Somebody else's goes into no link.
    let theirs =
        [("token", token.as_str()), ("credential", &first), ("credential", "0b2f0000-0000-4000-8000-000000000000")];
    holder.post("/en/holder/several", &theirs).await.expect(404);
}
