//! What a holder sees and does, and what nobody else may.

use signet_record::{Language, Timestamp, specimen};
use signet_registry::{Agent, Artefacts, Digest, Event, Intended, SealedFile};
use signet_store::ArtefactKind;

use axum::body::{Body, Bytes};

use crate::browser::Browser;
use crate::stage::{Stage, agent, english};

/// The id of the one credential on the stage.
pub async fn only_credential(stage: &Stage) -> String {
    let person = specimen::holder().unwrap().person.clone();
    stage.tenant().credentials_of(&person).await.unwrap().remove(0).id.to_string()
}

/// Link previews, robots and requests for the headers alone: none of them is somebody who looked.
async fn programs_are_not_counted(stranger: &mut Browser, path: &str) {
    let person = stranger.agent;
    stranger.send("HEAD", path, None, Body::empty()).await.expect(200);
    for agent in ["curl/8.10.1", "LinkedInBot/1.0 (compatible; Mozilla/5.0)", "WhatsApp/2.24.6.77 A"] {
        stranger.agent = agent;
        stranger.get(path).await.expect(200);
        stranger.get(&format!("/en{path}/file.pdf")).await.expect(200);
    }
    stranger.agent = person;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_list_to_a_link_and_back() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder, mut stranger) = (english(), stage.holder().await, stage.stranger());
    let list = holder.get("/en/holder").await.expect(200);
    assert!(
        list.has("Specimen Skills") && list.has(&l.web_holder_state_valid()) && list.has("Ing. Žofie Příkladná, Ph.D.")
    );
    let id = only_credential(&stage).await;
    let form = holder.get(&format!("/en/holder/{id}/share")).await.expect(200);
    assert!(form.text().contains("value=\"2026-07-31\""), "thirty days are suggested");
    let token = form.token();
    let fields = |birth| {
        vec![
            ("token", token.as_str()),
            ("purpose", "proof"),
            ("label", "Personální <b>oddělení</b>"),
            ("limit", "until"),
            ("ends", "2026-07-31"),
            ("language", "en"),
            ("birth", birth),
            ("grade", "yes"),
            ("picture", "yes"),
            ("further", "yes"),
            ("files", "yes"),
        ]
    };
    let made = holder.post(&format!("/en/holder/{id}/share"), &fields("yes")).await.expect(303);
    let page = holder.get(made.header("location")).await.expect(200);
    assert!(page.has(&l.web_share_created()) && page.has("Personální <b>oddělení</b>"));
    let link = page.between("readonly value=\"", "\"");
    assert!(link.starts_with(&format!("{}/c/", stage.base)));
    let path = link.strip_prefix(&stage.base).unwrap();
    stranger.language = "cs";
    let shown = stranger.get(path).await.expect(200);
    assert!(shown.text().contains("<html lang=\"en\">"), "the share says the language");
    assert!(shown.has("29\u{a0}February\u{a0}1996") && shown.has("31\u{a0}July\u{a0}2026"));
    stranger.get(path).await.expect(200);
    holder.get(&format!("/en{path}")).await.expect(200);
    let detail = holder.get(&format!("/en/holder/{id}")).await.expect(200);
    assert!(detail.has(&l.web_share_opened_times(2)), "two looks; the holder's own is none");
    assert!(!detail.has(&l.web_holder_history_downloaded()), "nothing was downloaded yet");
    programs_are_not_counted(&mut stranger, path).await;
    stranger.get(&format!("/en{path}/file.pdf")).await.expect(200);
    let detail = holder.get(&format!("/en/holder/{id}")).await.expect(200);
    assert!(detail.has(&l.web_share_opened_times(2)) && !detail.has(&l.web_share_opened_times(3)));
    assert!(detail.has(&l.web_holder_history_downloaded()) && detail.has(&l.web_share_opened_times(1)));
    for (ending, mark) in [("svg", "<svg"), ("png", "PNG")] {
        let location = made.header("location").split('?').next().unwrap().to_owned();
        let code = holder.get(&format!("{location}/qr.{ending}")).await.expect(200);
        assert!(String::from_utf8_lossy(&code.bytes).contains(mark));
    }
    let location = made.header("location").split('?').next().unwrap().to_owned();
    let gone = holder.post(&format!("{location}/withdraw"), &[("token", &token)]).await.expect(303);
    assert!(holder.get(gone.header("location")).await.has(&l.web_share_withdrawn_note()));
    assert!(!holder.get(&location).await.expect(200).text().contains("readonly"));
    stranger.get(path).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_date_of_birth_there_is_nothing_that_shows_it() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder, mut stranger) = (english(), stage.holder().await, stage.stranger());
    let id = only_credential(&stage).await;
    let token = holder.get(&format!("/en/holder/{id}/share?purpose=cv")).await.token();
    let fields = [("token", token.as_str()), ("purpose", "cv"), ("label", "CV"), ("limit", "none"), ("language", "en")];
    let made = holder.post(&format!("/en/holder/{id}/share"), &fields).await.expect(303);
    let link = holder.get(made.header("location")).await.between("readonly value=\"", "\"");
    let path = link.strip_prefix(&stage.base).unwrap().to_owned();
    let shown = stranger.get(&path).await.expect(200);
    let hidden = [
        l.web_share_field_birth(),
        l.web_share_field_grade(),
        l.web_share_field_picture(),
        l.web_share_field_further(),
        l.web_share_hidden_files(),
    ];
    assert!(shown.has(&l.web_shared_hidden(hidden.join(", "))) && shown.has("Žofie"));
    assert!(
        !shown.text().contains("1996") && !shown.text().contains("preview.jpg") && !shown.text().contains("file.pdf")
    );
    for rest in ["preview.jpg", "file.pdf", "file.jsonld"] {
        stranger.get(&format!("/en{path}/{rest}")).await.expect(404);
    }
    let detail = holder.get(&format!("/en/holder/{id}")).await;
    let linkedin = detail.between("https://www.linkedin.com/profile/add?", "\"").replace("&#38;", "&");
    let fields: std::collections::BTreeMap<_, _> =
        url::form_urlencoded::parse(linkedin.as_bytes()).into_owned().collect();
    assert_eq!((fields["issueYear"].as_str(), fields["issueMonth"].as_str()), ("2026", "7"));
    assert_eq!((fields["certUrl"].as_str(), fields["name"].as_str()), (link.as_str(), "Specimen Skills"));
    assert!(!fields.contains_key("expirationYear"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_can_be_moved_and_ends() {
    let stage = Stage::with_one_credential().await;
    let (l, mut holder, mut stranger) = (english(), stage.holder().await, stage.stranger());
    let id = only_credential(&stage).await;
    let token = holder.get(&format!("/en/holder/{id}/share")).await.token();
    let share = format!("/en/holder/{id}/share");
    let with =
        |ends| [("token", token.as_str()), ("label", "Úřad"), ("limit", "until"), ("ends", ends), ("birth", "yes")];
    for wrong in ["2026-06-30", "31. 11. 2026", ""] {
        let answer = holder.post(&share, &with(wrong)).await.expect(422);
        assert!(answer.has(&l.web_share_problem_ends()), "{wrong}");
    }
    let nameless = [("token", token.as_str()), ("label", " "), ("limit", "none")];
    assert!(holder.post(&share, &nameless).await.expect(422).has(&l.web_share_problem_label()));
    let made = holder.post(&share, &with("2026-07-01")).await.expect(303);
    let page = made.header("location").split('?').next().unwrap().to_owned();
    let link = holder.get(&page).await.between("readonly value=\"", "\"");
    let path = link.strip_prefix(&stage.base).unwrap().to_owned();
    stranger.get(&path).await.expect(200);
    let mut kept = stage.tenant().share(&page.rsplit('/').next().unwrap().parse().unwrap()).await.unwrap().unwrap();
    kept.ends = Some(Timestamp::from_second(stage.now().as_second() - 1).unwrap());
    stage.tenant().change_share(&kept).await.unwrap();
    stranger.get(&path).await.expect(404);
    assert!(holder.get(&page).await.has(&l.web_share_state_ended()));
    holder.post(&format!("{page}/extend"), &[("token", &token), ("ends", "2026-06-01")]).await.expect(422);
    holder.post(&format!("{page}/extend"), &[("token", &token), ("ends", "2026-08-01")]).await.expect(303);
    stranger.get(&path).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_elsewhere_does_nothing() {
    let stage = Stage::with_one_credential().await;
    let mut holder = stage.holder().await;
    let id = only_credential(&stage).await;
    let token = holder.get(&format!("/en/holder/{id}")).await.token();
    let off = format!("/en/holder/{id}/document");
    holder.post(&off, &[("on", "no")]).await.expect(403);
    holder.post(&off, &[("token", &"0".repeat(64)), ("on", "no")]).await.expect(403);
    holder.site = "cross-site";
    holder.post(&off, &[("token", &token), ("on", "no")]).await.expect(403);
    holder.site = "same-origin";
    holder.post(&off, &[("token", &token), ("on", "no")]).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_another_s_is_not_there() {
    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let (mut stranger, mut other, mut registrar) =
        (stage.stranger(), stage.other_holder().await, stage.registrar().await);
    for path in ["", "/share", "/preview.jpg", "/file.pdf", "/file.jsonld"] {
        let path = format!("/en/holder/{id}{path}");
        assert_eq!(stranger.get(&path).await.status, 401);
        assert_eq!(other.get(&path).await.status, 404);
        assert_eq!(registrar.get(&path).await.status, 403);
    }
    assert!(!other.get("/en/holder").await.expect(200).has("Specimen Skills"));
    assert_eq!(other.get("/en/staff").await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_link_works_once_and_only_by_its_button() {
    let stage = Stage::open().await;
    let person = specimen::holder().unwrap().person.clone();
    let actor = signet_access::Actor::holder(agent("holder:1"), stage.institution.clone(), person);
    let path = stage.login_link(actor).await;
    let mut scanner = stage.stranger();
    assert_eq!(scanner.get(&path).await.expect(200).header("set-cookie"), "", "looking spends nothing");
    scanner.site = "cross-site";
    scanner.post(&path, &[]).await.expect(403);
    let mut holder = stage.stranger();
    let answer = holder.post(&path, &[]).await.expect(303);
    assert_eq!(answer.header("location"), "/en/holder");
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("signet=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    assert!(!cookie.contains("Secure"), "plain http on this machine");
    let mut late = stage.stranger();
    assert!(late.post(&path, &[]).await.expect(410).has(&english().web_account_login_spent_title()));
    let token = holder.get("/en/holder").await.expect(200).token();
    holder.post("/en/logout", &[("token", &token)]).await.expect(200);
    holder.get("/en/holder").await.expect(401);
}

/// Earlier versions kept the picture beside the credential, and their ledgers name it.
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_kept_beside_the_credential_is_shown_and_else_the_credential_s_own() {
    const KEPT: &[u8] = b"\xff\xd8\xff\xe0 kept beside";
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    let batch = crate::staff::hand_in(&mut registrar, &[crate::staff::GOOD]).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    let (tenant, now, service) = (stage.tenant(), stage.now(), Agent::service());
    let id = only_credential(&stage).await.parse().unwrap();
    let state = tenant.history(&id).await.unwrap().unwrap().state;
    let digest = Digest::of(b"a certificate, a payload");
    let status = tenant.assign_status(&id, [7; 32]).await.unwrap();
    let intended = Intended { issued: now, payload: digest, certificate: digest, status, record: None };
    let intended = state.next(Event::Intended(intended), now, service.clone()).unwrap();
    let state = tenant.append(&intended).await.unwrap();
    let kept = SealedFile::ALL.map(|kind| (ArtefactKind::Sealed(kind), kind.code().as_bytes()));
    let kept = kept.into_iter().chain([(ArtefactKind::Picture, KEPT)]);
    let kept: Vec<_> = kept.map(|(kind, bytes)| (kind, Bytes::from(bytes))).collect();
    let digests = tenant.put_artefact_list(&kept, now).await.unwrap();
    let pictures = [(Language::Cs, *digests.last().unwrap())].into();
    let files = SealedFile::ALL.into_iter().zip(digests).collect();
    let artefacts = Artefacts { award: *state.award(), files, pictures, statement: None };
    let sealed = Event::Sealed(state.seal_intent().unwrap().redeem(artefacts));
    tenant.append(&state.next(sealed, now, service).unwrap()).await.unwrap();
    let answer = stage.holder().await.get(&format!("/en/holder/{id}/preview.jpg")).await.expect(200);
    assert_eq!((answer.bytes.as_ref(), answer.header("content-type")), (KEPT, "image/jpeg"));

    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let answer = stage.holder().await.get(&format!("/en/holder/{id}/preview.jpg")).await.expect(200);
    let [jsonld, _] = crate::everyone::files(&stage).await;
    let read = signet_verify::read(jsonld).unwrap();
    let own = read.credential().unwrap().displays().next().unwrap().bytes().unwrap();
    assert_eq!((answer.bytes.to_vec(), answer.header("content-type")), (own, "image/jpeg"));
}
