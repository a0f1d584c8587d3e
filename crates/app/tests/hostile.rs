//! Clients and files that mean harm: each costs what it may cost, and nobody else notices.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use story::{
    folder::{Installation, credentials, folder, seal_section, settings},
    http::Browser,
    server::Server,
};

/// A installation without credentials, with these lines beside `listen` and these sections after all others.
fn served(server: &str, sections: &str) -> (Installation, Server) {
    let installation = set(server, sections);
    let server = Server::of(&installation);
    (installation, server)
}

/// The installation alone.
fn set(server: &str, sections: &str) -> Installation {
    let installation = Installation::bare();
    let text = settings(&installation.demo()).replace("[server]\n", &format!("[server]\n{server}\n"));
    installation.put_settings(&(text + sections + &seal_section(&installation.demo(), "horni-dolni")));
    installation
}

/// A sealed file of the demonstration beside the installation.
fn sealed(installation: &Installation, ending: &str) -> Vec<u8> {
    let (path, _) = credentials(&installation.demo().join("issued")).pop_first().expect("an issued credential");
    fs::read(path.with_extension(ending)).unwrap()
}

fn children(parent: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{parent}/task")).unwrap();
    let told = tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok());
    told.flat_map(|text| text.split_whitespace().map(|id| id.parse().unwrap()).collect::<Vec<u32>>()).collect()
}

/// Waits until it is so, however long a busy machine takes.
fn until(what: &str, mut so: impl FnMut() -> bool) {
    let patience = Instant::now() + Duration::from_secs(300);
    while !so() {
        assert!(Instant::now() < patience, "not yet: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn workers(server: &Server) -> Vec<u32> {
    let confined = |id: &u32| limit(*id, "Max open files") == "3";
    let mut found = Vec::new();
    until("a worker runs", || {
        found = children(server.id()).into_iter().filter(confined).collect();
        !found.is_empty()
    });
    found
}

/// Ends workers, and waits until they have ended. The server looks after them when it needs one next, so they may be zombies until then.
fn end(workers: &[u32]) {
    for worker in workers {
        // One that has grown is being replaced anyway, and may be gone already.
        let _ = std::process::Command::new("kill").args(["-9", &worker.to_string()]).status().unwrap();
    }
    let ended = |worker: &u32| {
        let stat = fs::read_to_string(format!("/proc/{worker}/stat")).unwrap_or_default();
        stat.rsplit_once(") ").is_none_or(|(_, state)| state.starts_with('Z'))
    };
    until("the workers have ended", || workers.iter().all(ended));
}

fn limit(process: u32, name: &str) -> String {
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().unwrap_or_default().to_owned()
}

/// A small PDF whose cross-reference streams say of millions of objects that they are free.
fn unfolding_pdf() -> Vec<u8> {
    let mut packed = Vec::new();
    let zeros = std::io::repeat(0).take(6_000_000);
    flate2::read::ZlibEncoder::new(zeros, flate2::Compression::best()).read_to_end(&mut packed).unwrap();
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut start = 0;
    for number in 1..=150 {
        let previous = if start > 0 { format!("/Prev {start} ") } else { String::new() };
        start = file.len();
        let dictionary = format!(
            "<< /Type /XRef /Size 2000000 /W [1 1 1] /Root 1 0 R {previous}/Filter /FlateDecode /Length {} >>",
            packed.len()
        );
        file.extend(format!("{number} 0 obj\n{dictionary}\nstream\n").bytes());
        file.extend(&packed);
        file.extend(b"\nendstream\nendobj\n");
    }
    file.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    file
}

#[test]
fn only_the_management_address_tells_what_it_is_like_inside() {
    let inside = story::folder::free_address();
    let (_installation, server) = served(&format!("management = \"{inside}\""), "");
    let (mut outside, mut inside) = (Browser::new(&server.address), Browser::new(&inside));
    assert_eq!(outside.get("/healthz").expect(200).text(), "ok\n");
    outside.get("/metrics").expect(404);
    outside.get("/readyz").expect(404);
    inside.get("/readyz").expect(200);
    let health: serde_json::Value = serde_json::from_str(&inside.get("/healthz").expect(200).text()).unwrap();
    assert_eq!((&health["register"], &health["files_in_hand"]), (&true.into(), &0.into()));
    let metrics = inside.get("/metrics").expect(200);
    assert!(metrics.header("content-type").starts_with("text/plain"));
    assert!(metrics.text().contains("signet_seal_days_left{certificate="), "each seal's days");
    inside.get("/cs").expect(404);
}

#[test]
fn a_worker_has_no_secrets_and_can_open_write_and_start_nothing() {
    let (_installation, server) = served("", "");
    for worker in workers(&server) {
        let environment = fs::read(format!("/proc/{worker}/environ")).unwrap();
        for variable in environment.split(|byte| *byte == 0).filter(|variable| !variable.is_empty()) {
            assert!(variable.starts_with(b"MIMALLOC_"), "only how memory is managed");
        }
        let command = fs::read(format!("/proc/{worker}/cmdline")).unwrap();
        assert!(command.ends_with(b"signet\0verify-worker\0"));
        for (name, most) in [("Max file size", "0"), ("Max core file size", "0"), ("Max processes", "0")] {
            assert_eq!(limit(worker, name), most, "{name}");
        }
        assert_ne!(limit(worker, "Max data size"), "unlimited");
        for entry in fs::read_dir(format!("/proc/{worker}/fd")).unwrap() {
            let open = fs::read_link(entry.unwrap().path()).unwrap().display().to_string();
            assert!(open.starts_with("pipe:") || open == "/dev/null", "neither a file nor a socket: {open}");
        }
    }
}

#[test]
fn a_file_that_would_unfold_is_refused_in_words_and_quickly() {
    let (_installation, server) = served("", "");
    let mut browser = Browser::new(&server.address);
    let file = unfolding_pdf();
    let began = Instant::now();
    let page = browser.upload("/en/verify", file.len(), &file).expect(422).text();
    assert!(page.contains("too complex to verify here"));
    assert!(began.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_worker_that_dies_over_a_file_is_replaced_and_the_visitor_is_told() {
    let (installation, server) = served("", "\n[limits]\nworkers = 1\nworker_mb = 32\n");
    let mut browser = Browser::new(&server.address);
    let jsonld = sealed(&installation, "jsonld");
    browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
    // Twelve megabytes of a text without any fault do not fit into the worker.
    let large = format!("{{\"credentialSubject\":{{\"a\":\"{}\"}}}}", "x".repeat(12 << 20)).into_bytes();
    for (language, words) in [("en", "more time or memory"), ("cs", "více času nebo paměti")] {
        let page = browser.upload(&format!("/{language}/verify"), large.len(), &large).expect(422).text();
        assert!(page.contains(words), "{language}");
    }
    let problem = browser.upload("/api/v1/verify", large.len(), &large).expect(422);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&problem.text()).unwrap();
    assert!(problem["detail"].as_str().unwrap().contains("more time or memory"));
    browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
    // One that is killed while it has nothing to do is not missed either.
    end(&workers(&server));
    browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
    assert_eq!(browser.get("/healthz").expect(200).text(), "ok\n");
}

#[test]
fn an_update_of_the_program_takes_no_workers_from_one_that_runs() {
    let installation = set("", "\n[limits]\nworkers = 1\n");
    let path = installation.own().join("program");
    fs::copy(story::PROGRAM, &path).unwrap();
    let server = Server::by(story::program(&path), &installation);
    let jsonld = sealed(&installation, "jsonld");
    let mut browser = Browser::new(&server.address);
    browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
    fs::remove_file(&path).unwrap();
    fs::write(&path, "a version that does not run").unwrap();
    end(&workers(&server));
    browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
}

#[test]
fn when_too_many_files_are_in_hand_the_next_is_asked_to_come_back() {
    let inside = story::folder::free_address();
    let (installation, server) = served(&format!("management = \"{inside}\""), "\n[limits]\nfiles = 1\n");
    let in_hand = |count: u32| {
        let health: serde_json::Value = serde_json::from_str(&Browser::new(&inside).get("/healthz").text()).unwrap();
        health["files_in_hand"] == count
    };
    let mut slow = TcpStream::connect(&server.address).unwrap();
    let half = "POST /en/verify HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 900\r\n\r\n\
                --b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nx";
    slow.write_all(half.as_bytes()).unwrap();
    until("the slow file is in hand", || in_hand(1));
    let mut browser = Browser::new(&server.address);
    let jsonld = sealed(&installation, "jsonld");
    for (language, words) in [("en", "Too many files"), ("cs", "příliš mnoho souborů")] {
        let answer = browser.upload(&format!("/{language}/verify"), jsonld.len(), &jsonld).expect(503);
        assert!(
            answer.text().contains(words) && answer.text().contains("<form"),
            "{language}: what to do, and the form"
        );
        assert_eq!(answer.header("retry-after"), "10");
    }
    let problem = browser.upload("/api/v1/verify", jsonld.len(), &jsonld).expect(503);
    assert_eq!((problem.header("content-type"), problem.header("retry-after")), ("application/problem+json", "10"));
    browser.get("/en/catalogue").expect(200);
    drop(slow);
    until("the slow file is given up", || in_hand(0));
    browser.upload("/en/verify", jsonld.len(), &jsonld).expect(200);
}

#[test]
fn half_a_head_holds_a_place_for_a_moment_and_keeps_nobody_out() {
    let (_installation, server) =
        served("", "\n[limits]\nconnections = 100\nconnections_per_client = 80\nhead_seconds = 2\n");
    let half = || {
        let mut stream = TcpStream::connect(&server.address).unwrap();
        stream.write_all(b"GET /cs/verify HTTP/1.1\r\nhost: x\r\nx-slow: ").unwrap();
        stream
    };
    let mut slow: Vec<TcpStream> = (0..300).map(|_| half()).collect();
    let began = Instant::now();
    let mut browser = Browser::new(&server.address);
    for _ in 0..5 {
        browser.get("/cs/verify").expect(200);
    }
    assert!(began.elapsed() < Duration::from_secs(2), "before any of them was given up");
    std::thread::sleep(Duration::from_secs(4));
    let ended = |stream: &mut TcpStream| {
        stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
        let mut rest = Vec::new();
        // Ended in order, or broken off: in any case over.
        !matches!(stream.read_to_end(&mut rest), Err(error) if error.kind() == std::io::ErrorKind::WouldBlock)
    };
    assert!(slow.iter_mut().all(ended), "every half head was given up");
}

#[test]
fn an_answer_that_nobody_takes_and_a_body_that_stops_are_given_up() {
    let (installation, server) = served("", "\n[limits]\nstall_seconds = 2\n");
    let mut stopped = TcpStream::connect(&server.address).unwrap();
    stopped.write_all(b"POST /api/v1/verify HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{").unwrap();
    stopped.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut answer = Vec::new();
    let _ = stopped.read_to_end(&mut answer);
    assert!(
        String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 400"),
        "it is told that the file did not arrive whole"
    );
    let jsonld = sealed(&installation, "jsonld");
    assert_eq!(Browser::new(&server.address).upload("/en/verify", jsonld.len(), &jsonld).status, 200);
}

#[test]
fn a_right_link_opens_whatever_others_have_tried() {
    let place = folder();
    let server = Server::demo(place.path());
    let mut browser = Browser::new(&server.address);
    let link = server.link("verifier");
    let wrong = format!("/en/c/{}", "A".repeat(27));
    let statuses: Vec<u16> = (0..40).map(|_| browser.get(&wrong).status).collect();
    assert_eq!((statuses.first(), statuses.last()), (Some(&404), Some(&429)));
    browser.get(&format!("/en{link}")).expect(200);
}

#[test]
fn behind_a_trusted_proxy_each_client_is_counted_for_itself() {
    let (_installation, server) = served("trusted_proxies = [\"127.0.0.1\"]", "");
    let wrong = format!("/en/c/{}", "A".repeat(27));
    let from =
        |client: &str| Browser::new(&server.address).get_as(&wrong, &format!("x-forwarded-for: {client}\r\n")).status;
    for _ in 0..40 {
        from("198.51.100.1");
    }
    assert_eq!((from("198.51.100.1"), from("198.51.100.2")), (429, 404));
    // What the client itself wrote before the proxy wrote its address is nobody's word.
    assert_eq!(from("198.51.100.9, 198.51.100.1"), 429);
}
