//! From an empty folder to a first sealed credential: the commands of docs/first-credential.md, as they stand there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use story::{
    folder::{credentials, files, folder, free_address},
    run,
};

const DOCUMENT: &str = include_str!("../../../docs/first-credential.md");

/// Commands of people's own are ten at most, `cd` and `serve` included.
const COMMANDS_MAX: usize = 10;

/// Every command of the document's blocks, with the exit code that it announces.
fn commands() -> Vec<(String, i32)> {
    let blocks = DOCUMENT.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let lines = blocks.flat_map(str::lines).filter(|line| !line.trim().is_empty());
    let code = |line: &str| line.split_once("# ends with ").map_or(0, |(_, code)| code.trim().parse().unwrap());
    lines.map(|line| (line.to_owned(), code(line))).collect()
}

/// A shell in a folder that finds `signet`.
fn shell(folder: &Path, line: &str) -> Command {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_signet"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let mut command = Command::new("sh");
    command
        .args(["-c", line])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null());
    command
}

#[test]
fn the_document_leads_from_nothing_to_a_served_credential() {
    let commands = commands();
    assert!(commands.len() <= COMMANDS_MAX, "{} commands", commands.len());
    assert!(commands.last().unwrap().0 == "signet serve" && commands[0].0.starts_with("signet init"));
    let place = folder();
    let mut here = place.path().to_owned();
    let mut told = String::new();
    for (line, code) in &commands {
        if let Some(folder) = line.strip_prefix("cd ") {
            here = here.join(folder);
        } else if line == "signet serve" {
            serve(&here);
        } else {
            let ended = shell(&here, line).output().unwrap();
            let err = String::from_utf8(ended.stderr).unwrap();
            assert_eq!(ended.status.code(), Some(*code), "{line}\n{err}");
            told += &String::from_utf8(ended.stdout).unwrap();
        }
    }
    assert!(told.contains("The settings file signet.toml is in order.") && told.contains("TEST."), "{told}");
    let sealed = credentials(&here.join("issued"));
    assert_eq!(sealed.len(), 2);
    assert!(sealed.keys().all(|path| path.with_extension("pdf").is_file()));
    run(&here, ["fsck"]).expect(0);
    assert!(run(&here, ["doctor"]).expect(0).out.contains("[attestation]): the certificate is valid until"));
}

/// The port of the document may be taken on this machine, so the settings are given another one before.
fn serve(here: &Path) {
    let address = free_address();
    let settings = here.join("signet.toml");
    let text = fs::read_to_string(&settings).unwrap();
    assert!(text.contains("listen = \"127.0.0.1:8080\""));
    fs::write(&settings, text.replace("127.0.0.1:8080", &address)).unwrap();
    let mut child = shell(here, "exec signet serve").stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    log.read_line(&mut line).unwrap();
    assert!(line.contains(&address), "{line}");
    let mut stream = TcpStream::connect(&address).unwrap();
    stream
        .write_all(format!("GET /healthz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").as_bytes())
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn what_init_makes_goes_together_in_both_languages_and_is_the_owners_alone() {
    for language in ["cs", "en"] {
        let place = folder();
        run(place.path(), ["init", "nova/skola", "--lang", language]).expect(0);
        let here = place.path().join("nova/skola");
        assert_eq!(fs::metadata(&here).unwrap().permissions().mode() & 0o777, 0o700);
        for secret in ["seal.key.pem", "attestation.key.pem", "link.key"] {
            assert_eq!(fs::metadata(here.join(secret)).unwrap().permissions().mode() & 0o777, 0o600, "{secret}");
        }
        assert!(!run(&here, ["config", "check"]).expect(0).out.contains("[attestation]"));
        run(&here, ["import", "institution.toml", "unit.toml"]).expect(0);
        let issued =
            run(&here, ["issue", "--unit", "unit.toml", "--results", "results.csv", "--json"]).expect(0).json();
        assert_eq!((&issued["issued"], &issued["put_off"]), (&2.into(), &0.into()), "{issued}");
    }
}

/// Without the section nothing is wrong, and it is said what there will not be; a section whose key is away is a fault.
#[test]
fn an_absent_attestation_key_is_told() {
    let place = folder();
    run(place.path(), ["init", "skola", "--lang", "en"]).expect(0);
    let here = place.path().join("skola");
    fs::remove_file(here.join("attestation.key.pem")).unwrap();
    run(&here, ["config", "check"]).expect(78).complains("attestation.key");
    let settings = here.join("signet.toml");
    let text = fs::read_to_string(&settings).unwrap();
    let (before, rest) = text.split_once("[attestation]").unwrap();
    let (_, after) = rest.split_once("[trust]").unwrap();
    fs::write(&settings, format!("{before}[trust]{after}")).unwrap();
    for command in [&["config", "check"][..], &["doctor"]] {
        let told = run(&here, command.iter().copied()).expect(0);
        assert!(told.out.contains("no [attestation] section"), "{}", told.out);
    }
}

#[test]
fn init_writes_nothing_over_and_nothing_by_halves() {
    let place = folder();
    fs::write(place.path().join("unit.toml"), "years of work").unwrap();
    let ended = run(place.path(), ["init"]).expect(64);
    ended.complains("unit.toml");
    assert_eq!(files(place.path()).len(), 1, "nothing else was written");
    assert_eq!(fs::read_to_string(place.path().join("unit.toml")).unwrap(), "years of work");
    std::os::unix::fs::symlink("nowhere", place.path().join("link.key")).unwrap();
    fs::remove_file(place.path().join("unit.toml")).unwrap();
    run(place.path(), ["init"]).expect(64).complains("link.key");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn init_says_what_is_wrong_with_what_was_typed() {
    let place = folder();
    run(place.path(), ["init", "a", "--company-number", "12345678"]).expect(64).complains("--company-number");
    run(place.path(), ["init", "a", "--name", "Škola"]).expect(64).complains("--name-en");
    run(place.path(), ["init", "a", "--id", "Velká Písmena"]).expect(64).complains("--id");
    assert!(!place.path().join("a").exists());
    let quotes = [
        "init",
        "a",
        "--name",
        "Škola „U Tří\"",
        "--name-en",
        "A \"school\" \\ of ours",
        "--company-number",
        "00216208",
    ];
    run(place.path(), quotes).expect(0);
    let here = place.path().join("a");
    run(&here, ["import", "institution.toml", "--check"]).expect(0);
    assert!(fs::read_to_string(here.join("institution.toml")).unwrap().contains("id = \"skola-u-tri\""));
}
