//! The server over real HTTP: health, a shared page, links that open nothing, uploads, status lists, a stop.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use story::{
    folder::{credentials, folder},
    http::Browser,
    payload, run,
    server::Server,
};

/// Begins a session by a one-time link.
fn log_in(server: &Server, role: &str) -> Browser {
    let mut browser = Browser::new(&server.address);
    let path = server.link(role);
    let path = browser.get(&path).expect(307).header("location").to_owned();
    browser.get(&path).expect(200);
    browser.post(&path, "").expect(303);
    browser
}

#[test]
fn it_says_how_it_is_and_stops_when_asked() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut browser = Browser::new(&server.address);
    assert_eq!(browser.get("/healthz").expect(200).text(), "ok\n");
    browser.get("/metrics").expect(404);
    let address = server.address.clone();
    assert_eq!(server.stop(), Some(0));
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[test]
fn the_shared_page_shows_and_its_files_are_the_sealed_ones() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut browser = Browser::new(&server.address);
    let link = server.link("verifier");
    let czech = ["Jana", "Nováková", "Formát", "Pečeť", "Platnost", "ZKUŠEBNÍ PEČEŤ"];
    let english = ["Jana", "Nováková", "Format", "Seal", "Validity", "INVALID – TEST SEAL"];
    for (prefix, parts) in [("", czech), ("/cs", czech), ("/en", english)] {
        let text = browser.get(&format!("{prefix}{link}")).expect(200).text();
        for part in parts {
            assert!(text.contains(part), "{prefix}: {part}");
        }
    }
    let link = format!("/en{link}");
    let jsonld = browser.get(&format!("{link}/file.jsonld")).expect(200).body;
    let pdf = browser.get(&format!("{link}/file.pdf")).expect(200).body;
    let issued = credentials(&server.folder.join("issued"));
    let (path, _) = issued.iter().find(|(_, bytes)| **bytes == jsonld).expect("byte for byte what was issued");
    assert!(fs::read(path.with_extension("pdf")).unwrap() == pdf, "byte for byte what was issued");
}

#[test]
fn a_withdrawn_link_cannot_be_told_from_one_that_never_was() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut holder = log_in(&server, "holder");
    let list = holder.get("/en/holder").expect(200);
    let credential = list.between("<h2><a href=\"", "\"");
    let form = holder.get(&format!("{credential}/share")).expect(200);
    let token = form.between("name=\"token\" value=\"", "\"");
    let shows = "birth=yes&grade=yes&picture=yes&further=yes&files=yes";
    let wish = format!("token={token}&purpose=cv&label=Story&limit=none&language=en&{shows}");
    let share = holder.post(&format!("{credential}/share"), &wish).expect(303).header("location").to_owned();
    let page = holder.get(&share).expect(200);
    let link = page.between("id=\"link\" type=\"url\" readonly value=\"", "\"");
    let secret = link.rsplit('/').next().unwrap();
    let mut never: Vec<char> = secret.chars().collect();
    never[5] = if never[5] == 'A' { 'B' } else { 'A' };
    let never: String = never.into_iter().collect();

    let mut stranger = Browser::new(&server.address);
    let files = ["", "/file.jsonld", "/file.pdf", "/preview.jpg"];
    for file in files {
        stranger.get(&format!("/en/c/{secret}{file}")).expect(200);
    }
    let action = share.split('?').next().unwrap();
    holder.post(&format!("{action}/withdraw"), &format!("token={token}")).expect(303);
    for (prefix, file) in files.map(|file| ("/en", file)).into_iter().chain([("/cs", ""), ("", "")]) {
        let withdrawn = stranger.get(&format!("{prefix}/c/{secret}{file}")).expect(404);
        for nobody in [never.as_str(), "A", "%00"] {
            let wrong = stranger.get(&format!("{prefix}/c/{nobody}{file}")).expect(404);
            // The switch of languages leads to the address that was asked for.
            let same = |body: &str, asked: &str| body.replace(&format!("/c/{asked}"), "/c/LINK");
            assert!(same(&withdrawn.text(), secret) == same(&wrong.text(), nobody), "{prefix}{file} {nobody}");
            assert!(withdrawn.lasting_headers().len() == wrong.lasting_headers().len(), "{prefix}{file}");
        }
        let wrong = stranger.get(&format!("{prefix}/c/{never}{file}")).expect(404);
        assert!(withdrawn.lasting_headers() == wrong.lasting_headers(), "{prefix}{file}: the same headers");
    }
}

#[test]
fn a_spent_login_link_opens_nothing_and_forms_need_their_token() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut registrar = log_in(&server, "registrar");
    registrar.get("/en/staff").expect(200);
    registrar.get("/en/holder").expect(403);
    let again = format!("/en{}", server.link("registrar"));
    let mut thief = Browser::new(&server.address);
    let spent = thief.post(&again, "");
    assert!(spent.status >= 400, "{}", spent.status);
    assert_ne!(thief.get("/en/staff").status, 200);
}

#[test]
fn every_answer_is_closed_to_other_sites_and_search_engines() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut browser = log_in(&server, "holder");
    let shared = format!("/en{}", server.link("verifier"));
    for (path, status) in [("/en/holder", 200), (shared.as_str(), 200), ("/en/nowhere", 404), ("/en/verify", 200)] {
        let answer = browser.get(path).expect(status);
        let csp = answer.header("content-security-policy");
        assert!(csp.contains("default-src 'none'") && csp.contains("frame-ancestors 'none'"), "{status}");
        assert!(!csp.contains("unsafe") && !csp.contains('*') && !csp.contains("http"), "{csp}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        if path != "/en/verify" {
            assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
            assert!(answer.header("cache-control").contains("no-store"));
        }
        let page = answer.text();
        for foreign in ["src=\"http", "<script>", "style=\"", "onclick="] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}

#[test]
fn an_upload_of_two_hundred_megabytes_is_refused_with_a_page_and_the_server_lives_on() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut browser = Browser::new(&server.address);
    for (language, sentence) in [("en", "larger than 20 MB"), ("cs", "větší než 20\u{a0}MB")] {
        let answer = browser.upload(&format!("/{language}/verify"), 200 << 20, &[b'%'; 1 << 20]).expect(413);
        assert!(answer.text().contains(sentence), "{language}");
    }
    let (path, jsonld) = credentials(&server.folder.join("issued")).pop_first().unwrap();
    let report = browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
    assert!(report.text().contains("INVALID – TEST"));
    let pdf = fs::read(path.with_extension("pdf")).unwrap();
    browser.upload("/en/verify", pdf.len(), &pdf).expect(200);
    browser.upload("/en/verify", 4, b"PK\x03\x04").expect(422);
    assert_eq!(browser.get("/healthz").expect(200).text(), "ok\n");
}

#[test]
fn a_status_list_is_fetched_whole_and_says_nothing_of_who_asks_about_whom() {
    let place = folder();
    let server = Server::demo(place.path());
    let issued = credentials(&server.folder.join("issued"));
    let mut lists: Vec<String> = Vec::new();
    for jsonld in issued.values() {
        let url = payload(jsonld)["status"]["list"].as_str().expect("a status list").to_owned();
        assert!(url.starts_with(&format!("http://{}/status/", server.address)), "a list of this server");
        if !lists.contains(&url) {
            lists.push(url);
        }
    }
    assert_eq!(lists.len(), 2, "one list for each institution, whichever credential is asked about");
    let mut browser = Browser::new(&server.address);
    for url in &lists {
        let path = url.strip_prefix(&format!("http://{}", server.address)).unwrap();
        let before = browser.get(path).expect(200);
        assert!(before.header("content-type").starts_with("application/jose+json"));
        assert_eq!(before.header("access-control-allow-origin"), "*");
        assert!(before.header("set-cookie").is_empty());
        let listed = payload(&before.body).to_string();
        for jsonld in issued.values() {
            assert!(!listed.contains(&story::id(jsonld)), "no credential is named");
        }
        let asked = issued.keys().next().unwrap();
        let verified = run(&server.folder, ["verify".as_ref(), asked.as_os_str()]);
        assert!(matches!(verified.code, 1 | 2), "a test seal, or revoked");
        assert!(browser.get(path).expect(200).body == before.body, "asking changes nothing");
    }
    browser.get("/status/horni-dolni/99").expect(404);
    browser.get("/status/nowhere/1").expect(404);
    browser.get("/status/horni-dolni/x").expect(404);
}
