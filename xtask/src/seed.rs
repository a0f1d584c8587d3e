//! Begins a fuzzing corpus with files of our own: whole, or the DER inside them.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};

use crate::trouble::{Context, Trouble};

/// More seeds only make the start slower.
const ENOUGH: usize = 24;

/// Puts seeds for a target into a folder: the smallest of `files` that are no longer than `longest` bytes.
pub fn plant(target: &str, files: &[PathBuf], longest: usize, folder: &Path) -> Result<(), Trouble> {
    let mut seeds = Vec::new();
    for file in files {
        let bytes = fs::read(file).or_trouble(format!("read {}", file.display()))?;
        match target {
            "asn1" => seeds.extend(der_within(&bytes)),
            _ => seeds.push(bytes),
        }
    }
    seeds.retain(|seed| seed.len() <= longest && !holds_key(seed));
    seeds.sort_by_key(Vec::len);
    for (number, seed) in seeds.iter().take(ENOUGH).enumerate() {
        fs::write(folder.join(number.to_string()), seed).or_trouble("plant a seed")?;
    }
    Ok(())
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
}
