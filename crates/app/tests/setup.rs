//! A bare machine: what the settings name, the keys, the port and the disk, before anything is issued.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{fs, net::TcpListener, os::unix::fs::PermissionsExt, path::Path};

use signet_testing::{
    Entity,
    certificate::{self, organization_identifier},
    rcgen::DnType,
};
use story::{
    Ended,
    folder::{folder, free_address},
    run,
};

/// Words that only the system, a parser or a library would say in a Czech message.
const RAW: [&str; 8] =
    ["os error", "No such file", "syntax", "no certificate", "expected", "invalid", "denied", "cannot"];

fn in_czech(ended: &Ended) {
    for word in RAW {
        ended.is_silent_about(word);
    }
}

/// A key with a certificate of its own that says this of its owner.
fn write_seal(folder: &Path, subject: &[(DnType, &str)]) {
    let seal = Entity::root(certificate::subject(subject));
    secret(&folder.join("k.pem"), &seal.key_pem(), 0o600);
    fs::write(folder.join("c.pem"), seal.pem()).unwrap();
}

fn secret(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const SEAL: &str = "[[seal]]\nkey = \"k.pem\"\nchain = \"c.pem\"\ntest = true\n";

fn settings(folder: &Path, seal: &str) {
    let text = format!("[server]\nlisten = \"{}\"\n\n[trust]\nlists = \"none\"\n\n{seal}", free_address());
    fs::write(folder.join("signet.toml"), text).unwrap();
}

#[test]
fn everything_that_settings_name_is_looked_at_at_once() {
    let place = folder();
    let text = "[store]\ndatabase = \"papyrus\"\n[[seal]]\nkey = \"seal.p12\"\npassword = \"seal.password\"\nlevel = \"B-LTA\"\n\
                [[seal]]\nalgorithm = \"ROT13\"\nkey = \"other.pem\"\n[[seal]]\n\
                [trust]\nlists = \"none\"\nanchors = [\"root.pem\", \"signet.toml\"]\npolicy = \"policy.toml\"\n";
    fs::write(place.path().join("signet.toml"), text).unwrap();
    let faults = [
        "řádek 2, store.database: ",
        "řádek 4, seal[1].key: ",
        "řádek 5, seal[1].password: ",
        "řádek 6, seal[1].level: ",
        "řádek 8, seal[2].algorithm: ",
        "řádek 9, seal[2].key: ",
        "řádek 10, seal[3]: ",
        "řádek 13, trust.anchors[1]: ",
        "řádek 13, trust.anchors[2]: ",
        "řádek 14, trust.policy: ",
    ];
    for command in [&["config", "check"][..], &["import", "institution.toml"], &["serve"]] {
        let ended = run(place.path(), [command, &["--lang", "cs"]].concat()).expect(78);
        ended.complains(&format!("je {} chyb:", faults.len()));
        for fault in faults {
            ended.complains(fault);
        }
        ended.complains("soubor neexistuje");
        in_czech(&ended);
    }
    let doctor = run(place.path(), ["doctor", "--lang", "cs"]).expect(1).out;
    for fault in faults {
        assert_eq!(doctor.matches(&format!("✗ {fault}")).count(), 1, "{fault} in\n{doctor}");
    }
    assert!(!place.path().join("register.db").exists(), "nothing was made beside wrong settings");
}

#[test]
fn faults_of_form_are_told_at_once_and_in_czech() {
    let place = folder();
    let text = "[server]\nlisten = \"kdekoli\"\nbase_url = \"mikro\"\n[log]\nformat = \"xml\"\nfiltr = \"info\"\n";
    fs::write(place.path().join("signet.toml"), text).unwrap();
    let ended = run(place.path(), ["config", "check", "--lang", "cs"]).expect(78);
    for told in
        ["4 chyby:", "řádek 2, server.listen", "řádek 3, server.base_url", "řádek 5, log.format", "řádek 6, log.filtr"]
    {
        ended.complains(told);
    }
    in_czech(&ended);
    fs::write(place.path().join("signet.toml"), "[server\n").unwrap();
    let ended = run(place.path(), ["config", "check", "--lang", "cs"]).expect(78);
    ended.complains("řádek 1: ");
    in_czech(&ended);
}

#[test]
fn a_certificate_is_asked_for_what_import_demands() {
    let place = folder();
    let whole = [
        (DnType::CountryName, "CZ"),
        (DnType::OrganizationName, "Zkušební"),
        (organization_identifier(), "NTRCZ-12345679"),
    ];
    let named = [("country", 0), ("organisation (O)", 1), ("organizationIdentifier (2.5.4.97)", 2)];
    for (missing, index) in named {
        let mut subject = whole.to_vec();
        subject.remove(index);
        write_seal(place.path(), &subject);
        settings(place.path(), SEAL);
        run(place.path(), ["config", "check"]).expect(78).complains(missing);
        run(place.path(), ["import", "nothing.toml"]).expect(78).complains(missing);
        let told = run(place.path(), ["doctor"]).expect(1).out;
        assert!(told.contains("✗ line") && told.contains(missing), "{told}");
    }
    write_seal(place.path(), &whole);
    run(place.path(), ["config", "check"]).expect(0);
    run(place.path(), ["doctor"]).expect(0);
}

#[test]
fn keys_that_others_can_read_are_complained_about() {
    let place = folder();
    let subject = [
        (DnType::CountryName, "CZ"),
        (DnType::OrganizationName, "Zkušební"),
        (organization_identifier(), "NTRCZ-12345679"),
    ];
    write_seal(place.path(), &subject);
    settings(place.path(), SEAL);
    run(place.path(), ["config", "check"]).expect(0);
    let key = place.path().join("k.pem");
    for (mode, shown) in [(0o644, "0644"), (0o640, "0640"), (0o604, "0604")] {
        fs::set_permissions(&key, fs::Permissions::from_mode(mode)).unwrap();
        let ended = run(place.path(), ["config", "check"]).expect(78);
        ended.complains(shown);
        ended.complains("chmod 600");
        assert!(run(place.path(), ["doctor"]).expect(1).out.contains(shown));
    }
    fs::set_permissions(&key, fs::Permissions::from_mode(0o400)).unwrap();
    run(place.path(), ["config", "check"]).expect(0);
    secret(&place.path().join("link.key"), &"0123456789abcdef".repeat(2), 0o644);
    run(place.path(), ["config", "check"]).expect(78).complains("store.link_key");
}

#[test]
fn the_doctor_looks_at_port_and_disk() {
    let place = folder();
    settings(place.path(), "");
    let told = run(place.path(), ["doctor"]).expect(0).out;
    assert!(told.contains("can be used") && told.contains("disk"), "{told}");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let text = format!("[server]\nlisten = \"{}\"\n[trust]\nlists = \"none\"\n", taken.local_addr().unwrap());
    fs::write(place.path().join("signet.toml"), text).unwrap();
    let told = run(place.path(), ["doctor"]).expect(0).out;
    assert!(told.contains("? A program is already using"), "{told}");
    fs::write(place.path().join("signet.toml"), "[server]\nlisten = \"203.0.113.7:80\"\n[trust]\nlists = \"none\"\n")
        .unwrap();
    let told = run(place.path(), ["doctor", "--lang", "cs"]).expect(1).out;
    assert!(told.contains("tento počítač ji nemá"), "{told}");
}

/// Nothing can be made below `/proc`, whoever asks.
#[test]
fn the_doctor_says_what_keeps_the_register_closed() {
    let place = folder();
    settings(place.path(), "[store]\nlink_key = \"/proc/signet/link.key\"\n");
    let told = run(place.path(), ["doctor"]).expect(1).out;
    assert_eq!(told.matches("/proc/signet/link.key").count(), 1, "{told}");
    fs::write(place.path().join("link.key"), "too short").unwrap();
    settings(place.path(), "[store]\nlink_key = \"link.key\"\n");
    fs::set_permissions(place.path().join("link.key"), fs::Permissions::from_mode(0o600)).unwrap();
    let told = run(place.path(), ["doctor"]).expect(1).out;
    assert_eq!(told.matches("link.key").count(), 1, "{told}");
}

/// As a plain CSV of Czech Excel has them on the disk: Windows-1250.
const HEADINGS_1250: &[u8] =
    b"Osobn\xed \xe8\xedslo;Jm\xe9no;P\xf8\xedjmen\xed;Datum narozen\xed;B\xech;Hodnocen\xed;Datum hodnocen\xed\r\n";

#[test]
fn results_of_czech_excel_are_read_and_it_is_said_as_what() {
    let place = folder();
    run(place.path(), ["init"]).expect(0);
    run(place.path(), ["import", "institution.toml", "unit.toml"]).expect(0);
    let made = fs::read_to_string(place.path().join("results.csv")).unwrap();
    let date = made.trim_end().rsplit(';').next().unwrap().to_owned();
    let row = [b"Z-9;\x8eofie;\x8atastn\xe1;1. 9. 1990;zkusebni-beh;A;".as_slice(), date.as_bytes(), b"\r\n"].concat();
    fs::write(place.path().join("excel.csv"), [HEADINGS_1250, &row].concat()).unwrap();
    let issue = ["issue", "--unit", "unit.toml", "--results", "excel.csv"];
    let ended = run(place.path(), [&issue[..], &["--lang", "cs"]].concat()).expect(0);
    ended.complains("Windows-1250");
    let issued = place.path().join("issued");
    assert!(issued.join("Žofie Štastná - První zkušební kurz.pdf").is_file());

    fs::write(place.path().join("sheet.xlsx"), b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xff").unwrap();
    fs::write(place.path().join("paper.pdf"), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n").unwrap();
    for (file, told) in
        [("sheet.xlsx", "Soubor nelze načíst jako sešit (XLSX nebo ODS)"), ("paper.pdf", "Soubor je PDF")]
    {
        let ended =
            run(place.path(), ["issue", "--unit", "unit.toml", "--results", file, "--check", "--lang", "cs"]).expect(1);
        ended.complains(told);
        ended.is_silent_about("Windows-1250");
    }
}
