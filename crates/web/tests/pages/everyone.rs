//! What anyone may see and do.

use std::net::Ipv4Addr;

use signet_credential::statement::RecordItem;
use signet_lang::args;
use signet_record::{Language, specimen};
use signet_registry::SealedFile;
use signet_share::ShareKind;

use crate::stage::{Stage, UPLOAD_BYTES_MAX, english};

#[tokio::test(flavor = "multi_thread")]
async fn public_pages_answer_in_both_languages_and_say_what_they_may() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    for language in ["cs", "en"] {
        for path in ["", "/verify", "/catalogue", "/catalogue/vzorova/ukazka", "/accessibility", "/privacy"] {
            let answer = stranger.get(&format!("/{language}{path}")).await.expect(200);
            assert!(answer.text().contains(&format!("<html lang=\"{language}\">")), "{path}");
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
            assert_eq!(answer.header("referrer-policy"), "no-referrer");
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("x-robots-tag"), "", "{path} may be found");
            assert_eq!(answer.header("set-cookie"), "", "{path} sets no cookie");
        }
    }
    let unit = stranger.get("/en/catalogue/vzorova/ukazka").await;
    assert!(unit.has("Specimen Skills") && unit.has("3.5 ECTS credits") && unit.has("91 hours of study"));
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_without_a_language_lead_to_the_reader_s() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    for (wish, there) in [("cs", "/cs"), ("en-GB,en;q=0.9", "/en")] {
        stranger.language = wish;
        let answer = stranger.get("/").await.expect(307);
        assert_eq!((answer.header("location"), answer.header("vary")), (there, "Accept-Language"));
        let answer = stranger.get("/catalogue?q=data").await.expect(307);
        assert_eq!(answer.header("location"), format!("{there}/catalogue?q=data"));
    }
    for (typed, there) in [("/cs/", "/cs"), ("/en/", "/en")] {
        assert_eq!(stranger.get(typed).await.expect(308).header("location"), there);
    }
    for lost in ["/wp-login.php", "//evil.example", "/en/nothing", "/cs/catalogue/vzorova/nothing"] {
        let answer = stranger.get(lost).await.expect(404);
        assert!(answer.text().contains("<h1>"), "{lost} is a page");
    }
    let answer = stranger.get("/login/return/nowhere?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj").await.expect(404);
    assert!(!answer.text().contains("Splx") && !answer.text().contains("af0if"), "what came back stays in the address");
    let answer = stranger.post("/en/accessibility", &[]).await.expect(405);
    assert!(answer.header("allow").contains("GET"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_catalogue_shows_what_others_change() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    assert!(!stranger.get("/en/catalogue?past=yes").await.has("Grafting of apple trees"), "read, and remembered");
    // Past the issuer that serves, as another process would.
    let mut fields = serde_json::to_value(signet_record::specimen::unit().unwrap()).unwrap();
    fields["version"] = 2.into();
    fields["title"]["en"] = "Grafting of apple trees".into();
    let unit: signet_record::Unit = serde_json::from_value(fields).unwrap();
    let document = serde_json::to_string(&unit).unwrap();
    stage.tenant().put_unit(&unit.id, unit.version, &unit.title, &document, stage.now()).await.unwrap();
    for path in ["/en/catalogue?past=yes", "/en/catalogue/vzorova/ukazka"] {
        assert!(stranger.get(path).await.has("Grafting of apple trees"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_catalogue_finds_without_accents() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    for found in ["ukazkove", "dovednosti+vzorova", "specimen", "statistik"] {
        assert!(stranger.get(&format!("/cs/catalogue?past=yes&q={found}")).await.has("Ukázkové dovednosti"), "{found}");
    }
    assert!(!stranger.get("/cs/catalogue?past=yes&q=jaderna").await.has("Ukázkové dovednosti"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_verified_by_page_and_by_program_and_not_kept() {
    let stage = Stage::with_one_credential().await;
    let (l, mut stranger) = (english(), stage.stranger());
    let [jsonld, pdf] = files(&stage).await;
    for (name, bytes) in [("x.jsonld", &jsonld), ("x.pdf", &pdf)] {
        let answer = stranger.upload("/en/verify", &[], "file", name, bytes).await.expect(200);
        assert!(answer.has(&l.web_report_test_title()), "{name}: a test seal is called one");
        assert!(
            answer.text().contains(&format!("{}</span>", l.web_report_mark_test())),
            "{name}: also where seals are judged"
        );
        assert!(answer.has("Ing. Žofie Příkladná, Ph.D.") && answer.has("Specimen Skills"), "{name}");
        assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    let answer = stranger.send("POST", "/api/v1/verify", None, jsonld.clone().into()).await.expect(200);
    let report: signet_web::api::report::ReportSchema = serde_json::from_slice(&answer.bytes).unwrap();
    assert!(report.test && report.groups.len() == 3 && report.language == "en");
    let broken = String::from_utf8(jsonld).unwrap().replace("Specimen Skills", "Specimen Skulls");
    let answer = stranger.upload("/en/verify", &[], "file", "x.jsonld", broken.as_bytes()).await.expect(200);
    assert!(answer.has(&l.web_report_verdict_invalid()), "one changed word breaks the seal");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_are_compared_item_by_item() {
    let stage = Stage::with_one_credential().await;
    let (l, mut stranger) = (english(), stage.stranger());
    let [jsonld, pdf] = files(&stage).await;
    let mut compare = async |files: &[(&str, &[u8])]| stranger.upload_several("/en/verify", &[], "file", files).await;
    let answer = compare(&[("x.jsonld", &jsonld), ("x.pdf", &pdf)]).await.expect(200);
    assert!(
        answer.has(&l.same_page_verdict(args::SameVerdict::OneRecord)) && answer.has(&l.same_page_one_record_only())
    );
    let page = answer.text();
    assert_eq!(page.matches(&l.web_report_test_title()).count(), 2, "each file has its own verdict");
    assert_eq!(
        page.matches(&format!(": {}", l.same_item_verdict(args::SameItemVerdict::Same))).count(),
        RecordItem::ALL.len()
    );
    assert_eq!(answer.header("cache-control"), "no-store");

    let changed = String::from_utf8(jsonld.clone()).unwrap().replace("Specimen Skills", "Specimen Skulls");
    let files: [(&str, &[u8]); 3] = [("x", &jsonld), ("x", changed.as_bytes()), ("", &pdf)];
    let answer = compare(&files).await.expect(200);
    assert!(
        answer.has(&l.same_page_verdict(args::SameVerdict::Different)) && answer.has(&l.web_report_verdict_invalid())
    );
    assert!(answer.has(&l.same_root_broken("x (2)")), "a file that is called as another has a number");
    assert!(answer.has("Specimen Skulls") && answer.has(&l.web_report_file("(3)")));

    for (files, status, sentence) in [
        ([("x", jsonld.as_slice()), ("y.pdf", b"hello")].to_vec(), 422, "y.pdf"),
        ([("x", jsonld.as_slice()); 5].to_vec(), 422, l.same_too_many(4).as_str()),
        ([("x", vec![b' '; UPLOAD_BYTES_MAX / 2 + 1].as_slice()); 2].to_vec(), 413, l.same_too_large("1").as_str()),
    ] {
        let answer = compare(&files).await.expect(status);
        assert!(answer.text().contains("role=\"alert\"") && answer.has(sentence), "{status}: {sentence}");
    }
}

/// A stranger's file is shown element by element; what it carries can be saved and never opened, and asks nobody for anything.
#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_s_file_is_shown_whole() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    let text = r#"{"id":"urn:credential:1","type":["VerifiableCredential","EuropeanDigitalCredential"],
        "credentialSubject":{"type":"Person","fullName":{"de":"Anna Schmidt"},"nickname":"Anni","hasClaim":{
        "type":"LearningAchievement","title":{"de":"Grundlagen"},"hasPart":{"type":"LearningAchievement","title":{"en":"Part one"}},
        "entitlesTo":{"type":"LearningEntitlement","title":{"en":"To enter"}}}},
        "attachment":[{"type":"MediaObject","title":{"en":"letter.html"},"content":"JVBERi0xLjcK"},
        {"type":"MediaObject","title":{"en":"page.pdf"},"content":"PGh0bWw+PC9odG1sPg=="}],
        "issuer":{"type":"Organisation","legalName":{"de":"Uni"},"homepage":{"type":"WebResource","contentURL":"javascript:alert(1)"}}}"#;
    let answer = stranger.upload("/en/verify", &[], "file", "x.jsonld", text.as_bytes()).await.expect(200);
    for sentence in ["Anna Schmidt", "Grundlagen", "Part one", "To enter", "$.credentialSubject.nickname", "Anni"] {
        assert!(answer.has(sentence), "{sentence}");
    }
    let page = answer.text();
    assert!(page.contains("lang=\"de\">Grundlagen"), "another language is marked");
    assert!(
        page.contains(&format!("{}</span>", english().web_report_mark_missing())),
        "a missing seal is called missing"
    );
    assert!(page.contains("href=\"data:application/pdf;base64,JVBERi0xLjcK\" download=\"letter.pdf\""));
    assert!(!page.contains("PGh0bWw+"), "a page disguised as a document is not handed out");
    assert!(!page.contains("href=\"javascript"));
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.contains("img-src 'self' data:;"), "{policy}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_verified_is_refused_in_words() {
    let stage = Stage::open().await;
    let (l, mut stranger) = (english(), stage.stranger());
    let huge = vec![b' '; UPLOAD_BYTES_MAX + 1];
    let deep = "[".repeat(20_000);
    for (bytes, status) in
        [(huge.as_slice(), 413), (b"", 422), (b"hello", 422), (deep.as_bytes(), 422), (b"%PDF-1.7\n1 0 obj\n<<", 422)]
    {
        let answer = stranger.upload("/en/verify", &[], "file", "x.jsonld", bytes).await.expect(status);
        assert!(answer.text().contains("role=\"alert\""));
        let answer = stranger.send("POST", "/api/v1/verify", None, bytes.to_vec().into()).await.expect(status);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(problem["status"], status);
    }
    for count in [2, 5] {
        let files = vec![("x.jsonld", b"{}".as_slice()); count];
        let answer = stranger.upload_several("/api/v1/verify", &[], "file", &files).await.expect(400);
        let problem: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(problem["part"], "file", "which of them was meant is not for us to choose");
        assert_eq!(problem["detail"], l.web_verify_several_files());
    }
    let answer = stranger.send("POST", "/en/verify", Some("text/plain"), "x".into()).await.expect(400);
    assert!(answer.has(&l.web_verify_broken_upload()));
    let empty = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n";
    let answer = stranger.send("POST", "/en/verify", Some("multipart/form-data; boundary=b"), empty.into()).await;
    assert!(answer.expect(400).has(&l.web_verify_no_file()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_s_link_shows_everything_in_its_own_language() {
    let stage = Stage::with_one_credential().await;
    let mut stranger = stage.stranger();
    let path = document_link(&stage).await;
    let answer = stranger.get(&path).await.expect(200);
    let preview = answer.between("<img src=\"", "\"");
    let page = stranger.get(&format!("/en{path}")).await.expect(200);
    assert!(page.has("INVALID – TEST SEAL") && page.has("29\u{a0}February\u{a0}1996"));
    assert!(page.has("urn:credential:"));
    assert_eq!((page.header("x-robots-tag"), page.header("cache-control")), ("noindex, nofollow", "no-store"));
    let picture = stranger.get(&preview).await.expect(200);
    assert!(picture.bytes.starts_with(&[0xff, 0xd8, 0xff]) && picture.header("content-type") == "image/jpeg");
    let [jsonld, pdf] = files(&stage).await;
    for (ending, bytes) in [("jsonld", jsonld), ("pdf", pdf)] {
        let answer = stranger.get(&format!("/en{path}/file.{ending}")).await.expect(200);
        assert_eq!(answer.bytes, bytes, "byte for byte");
        assert!(answer.header("content-disposition").contains("filename*=UTF-8''%C5%BDofie%20P"), "{ending}");
        assert!(page.has(&format!("file.{ending}")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_opens_nothing_says_nothing() {
    let stage = Stage::with_one_credential().await;
    let path = document_link(&stage).await;
    let mut holder = stage.holder().await;
    let id = crate::holder::only_credential(&stage).await;
    let token = holder.get(&format!("/en/holder/{id}")).await.token();
    holder.post(&format!("/en/holder/{id}/document"), &[("token", &token), ("on", "no")]).await.expect(303);
    let mut stranger = stage.stranger();
    let wrong = format!("/en/c/{}", "A".repeat(27));
    let off = format!("/en{path}");
    let mut answers = Vec::new();
    for path in [off.as_str(), &wrong, "/en/c/x", &format!("{off}/preview.jpg"), &format!("{off}/file.pdf")] {
        let answer = stranger.get(path).await.expect(404);
        let headers: Vec<_> = answer.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        answers.push((answer.bytes, headers));
    }
    assert!(answers.windows(2).all(|two| two[0] == two[1]), "the same to the last byte");
    holder.post(&format!("/en/holder/{id}/document"), &[("token", &token), ("on", "yes")]).await.expect(303);
    stranger.get(&off).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_waits() {
    let stage = Stage::open().await;
    let mut stranger = stage.stranger();
    let mut statuses = Vec::new();
    for _ in 0..32 {
        statuses.push(stranger.get("/en/c/x").await.status);
    }
    assert_eq!((statuses.first(), statuses.last()), (Some(&404), Some(&429)));
    stranger.client = Ipv4Addr::new(192, 0, 2, 2);
    assert_eq!(stranger.get("/en/c/x").await.status, 404, "others are not kept waiting");
}

#[tokio::test(flavor = "multi_thread")]
async fn status_list_health_and_description_are_there_for_programs() {
    let stage = Stage::with_one_credential().await;
    let mut stranger = stage.stranger();
    let list = stranger.get("/status/vzorova/1").await.expect(200);
    assert_eq!(
        (list.header("content-type"), list.header("access-control-allow-origin")),
        ("application/jose+json", "*")
    );
    for none in ["/status/vzorova/2", "/status/nobody/1", "/status/vzorova/x"] {
        stranger.get(none).await.expect(404);
    }
    assert_eq!(stranger.get("/healthz").await.expect(200).text(), "ok\n");
    stranger.get("/metrics").await.expect(404);
    let description: serde_json::Value =
        serde_json::from_slice(&stranger.get("/api/v1/openapi.json").await.expect(200).bytes).unwrap();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    assert!(description["paths"]["/api/v1/verify"]["post"]["responses"]["422"].is_object());
    assert!(description["components"]["schemas"]["Problem"]["properties"]["part"].is_object());
    let home = stranger.get("/en").await;
    let style = home.between("<link rel=\"stylesheet\" href=\"", "\"");
    let answer = stranger.get(&style).await.expect(200);
    assert!(
        answer.header("cache-control").contains("immutable") && answer.header("content-type").starts_with("text/css")
    );
}

/// Both files as they are kept.
pub async fn files(stage: &Stage) -> [Vec<u8>; 2] {
    let person = specimen::holder().unwrap().person.clone();
    let kept = stage.tenant().credentials_of(&person).await.unwrap().remove(0);
    let tenant = stage.tenant();
    let files = tenant.sealed_files(&kept.id).await.unwrap();
    let jsonld = tenant.artefact(&files[&SealedFile::Jsonld]).await.unwrap().bytes.to_vec();
    [jsonld, tenant.artefact(&files[&SealedFile::Pdf]).await.unwrap().bytes.to_vec()]
}

/// Path of the link in the PDF.
pub async fn document_link(stage: &Stage) -> String {
    let id = crate::holder::only_credential(stage).await;
    let shares = stage.tenant().shares(&id.parse().unwrap()).await.unwrap();
    let share = shares.iter().find(|share| share.kind == ShareKind::Document).unwrap();
    assert_eq!(share.language, Language::Cs);
    format!("/c/{}", stage.issuer.link(share.id).reveal())
}
