//! Begins a fuzzing corpus with files of our own: whole, or the DER inside them.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};

use crate::task_error::{Context, TaskError};

/// More seeds only make the start slower.
const ENOUGH: usize = 24;

/// Puts seeds for a target into a folder: the smallest of `files` that are no longer than `longest` bytes.
pub fn plant(target: &str, files: &[PathBuf], longest: usize, folder: &Path) -> Result<(), TaskError> {
    let mut seeds = Vec::new();
    for file in files {
        let bytes = fs::read(file).or_task_error(format!("read {}", file.display()))?;
        match target {
            "asn1" | "ber_reader" => seeds.extend(der_within(&bytes)),
            "crl_reader" | "ocsp_reader" => seeds.extend(evidence_within(&bytes)),
            _ => seeds.push(bytes),
        }
    }
    seeds.extend(forms(target));
    seeds.retain(|seed| seed.len() <= longest && !holds_key(seed));
    seeds.sort_by_key(Vec::len);
    for (number, seed) in seeds.iter().take(ENOUGH).enumerate() {
        fs::write(folder.join(number.to_string()), seed).or_task_error("plant a seed")?;
    }
    Ok(())
}

/// What no file of a demo is: forms that stand in the database, or inside a seal.
fn forms(target: &str) -> Vec<Vec<u8>> {
    let hash = "0123456789abcdef".repeat(4);
    let credential = "01010101-0101-4101-8101-010101010101";
    let entry = |owner: &str, record: &str| {
        let place = format!(r#""institution":"{owner}","position":1,"previous":"{hash}""#);
        format!(r#"{{"format":1,{place},"record":{{{record}}}}}"#).into_bytes()
    };
    match target {
        "log_entry" => vec![
            entry("lhota", &format!(r#""entry":{{"credential":"{credential}","sequence":1,"hash":"{hash}"}}"#)),
            entry("lhota", &format!(r#""share":{{"credential":"{credential}","terms":"{hash}","replaces":null}}"#)),
            entry("", &format!(r#""stop":{{"sequence":1,"digest":"{hash}"}}"#)),
            entry("", &format!(r#""use":{{"id":"{hash}","digest":"{hash}"}}"#)),
            format!("1:{hash}").into_bytes(),
        ],
        "delivery_report" => [
            include_bytes!("../../crates/outbound/tests/mail/reports/postfix.eml").as_slice(),
            include_bytes!("../../crates/outbound/tests/mail/reports/exim.eml"),
            include_bytes!("../../crates/outbound/tests/mail/reports/exchange.eml"),
        ]
        .map(<[u8]>::to_vec)
        .to_vec(),
        "published_list" => {
            let head = format!(r#"{{"length":1,"head":"{hash}"}}"#);
            let times = r#""issued":"2025-09-01T10:00:00Z","expires":"2025-09-02T10:00:00Z""#;
            let whose =
                r#""type":"SignetStatusList","institution":"lhota","list":"https://signet.example/status/lhota/1""#;
            // 32,768 bytes in base64url.
            let entries = format!("AQ{}", "A".repeat(43_689));
            let list = |heads: &str| format!(r#"{{{whose},{times},{heads}"entries":"{entries}"}}"#).into_bytes();
            vec![list(""), list(&format!(r#""log":{head},"service":{head},"#))]
        }
        _ => Vec::new(),
    }
}

/// The certificates of a PEM file, and the signatures of a PDF.
fn der_within(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let certificates = text.split("-----BEGIN CERTIFICATE-----").skip(1).filter_map(|rest| {
        let body: String = rest.split("-----END").next()?.split_whitespace().collect();
        BASE64.decode(body.as_bytes()).ok()
    });
    let signatures = text.split("/Contents").skip(1).filter_map(|rest| {
        let body = rest.trim_start().strip_prefix('<')?.split('>').next()?;
        let mut der = HEXLOWER_PERMISSIVE.decode(body.as_bytes()).ok()?;
        let end = der.iter().rposition(|byte| *byte != 0)? + 1;
        der.truncate(end);
        Some(der)
    });
    certificates.chain(signatures).collect()
}

/// The revocation data in the unsigned items of a sealed credential, and what an archived PDF keeps in uncompressed streams.
fn evidence_within(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let items = text.split('"').filter(|text| text.len() > 200).filter_map(|text| {
        let item = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        String::from_utf8(item).ok()
    });
    let values = |item: String| -> Vec<Vec<u8>> {
        item.split('"').filter_map(|text| BASE64.decode(text.as_bytes()).ok()).filter(|der| is_der(der)).collect()
    };
    let mut found: Vec<Vec<u8>> = items.flat_map(values).collect();
    for (start, _) in bytes.windows(8).enumerate().filter(|(_, window)| *window == b"\nstream\n") {
        let rest = bytes.get(start + 8..).unwrap_or_default();
        let end = rest.windows(9).position(|window| window == b"endstream").unwrap_or(0);
        found.extend(rest.get(..end).map(<[u8]>::trim_ascii_end).filter(|der| is_der(der)).map(<[u8]>::to_vec));
    }
    found
}

/// A sequence with a length of two octets: nothing shorter is evidence.
fn is_der(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x30, 0x82])
}

/// Keys are no seeds: a corpus is kept.
fn holds_key(seed: &[u8]) -> bool {
    let mark = b"PRIVATE KEY";
    seed.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn der_comes_out_of_pem_and_pdf() {
        let pem = b"-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n";
        assert_eq!(der_within(pem), [vec![0x30, 3, 2, 1, 1]]);
        assert_eq!(der_within(b"/Contents <3003020101000000>"), [vec![0x30, 3, 2, 1, 1]]);
        assert_eq!(der_within(b"/Contents 12 0 R"), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn evidence_comes_out_of_items_and_streams() {
        let der = [&[0x30, 0x82, 1, 0][..], &[7; 256]].concat();
        let item = format!(r#"{{"rVals":{{"crlVals":[{{"val":"{}"}}]}}}}"#, BASE64.encode(&der));
        let file = format!(r#"{{"etsiU":["{}"]}}"#, BASE64URL_NOPAD.encode(item.as_bytes()));
        assert_eq!(evidence_within(file.as_bytes()), std::slice::from_ref(&der));
        let pdf = [b"<< >>\nstream\n", &der[..], b"\nendstream"].concat();
        assert_eq!(evidence_within(&pdf), [der]);
        assert_eq!(evidence_within(b"{}"), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn keys_and_long_files_are_not_planted() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("seeds");
        fs::create_dir(&folder).unwrap();
        let files = ["key", "long", "good"].map(|name| root.path().join(name));
        fs::write(&files[0], "-----BEGIN PRIVATE KEY-----").unwrap();
        fs::write(&files[1], "x".repeat(101)).unwrap();
        fs::write(&files[2], "fine").unwrap();

        plant("csv_reader", &files, 100, &folder).unwrap();

        let planted: Vec<_> = fs::read_dir(&folder).unwrap().flatten().collect();
        assert_eq!(planted.len(), 1);
        assert_eq!(fs::read(planted[0].path()).unwrap(), b"fine");
    }

    #[test]
    fn forms_that_no_file_has_are_planted_without_files() {
        let folder = tempfile::tempdir().unwrap();
        for (target, count, longest) in [("log_entry", 5, 2_500), ("published_list", 2, 60_000), ("csv_reader", 0, 100)]
        {
            let seeds = folder.path().join(target);
            fs::create_dir(&seeds).unwrap();
            plant(target, &[], longest, &seeds).unwrap();
            assert_eq!(fs::read_dir(&seeds).unwrap().count(), count, "{target}");
        }
    }
}
