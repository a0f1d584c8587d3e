//! A folder of evidence: certificates, revocation data and status lists that were kept.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use signet_console::{Exit, Stop, file};
use signet_lang::{Locale, args};
use signet_seal::{
    Certificate,
    revocation::{Crl, OcspResponse},
};
use signet_verify::{BYTES_MAX, Evidence};

/// Files of one folder that are read.
const FILES_MAX: usize = 1000;

/// Takes in what lies in a folder, by the endings of the names: `.crt`, `.cer`, `.pem` (certificates, in PEM also lists), `.crl`,
/// `.ocsp`, `.ors`, `.status`. Returns a sentence for each of these that cannot be used; other files are left alone.
///
/// # Errors
/// When the folder cannot be read, or holds too much.
pub fn read(folder: &Path, evidence: &mut Evidence, locale: Locale) -> Result<Vec<String>, Stop> {
    let unread = |error: io::Error| Stop::new(Exit::NoInput, file::not_read(folder, &error, locale));
    let entries = fs::read_dir(folder).map_err(unread)?;
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>().map_err(unread)?;
    files.retain(|file| Kind::of(file).is_some());
    files.sort();
    if files.len() > FILES_MAX {
        let problem = locale.app_evidence_too_much(FILES_MAX);
        let sentence = locale.app_file_unreadable(args::AppFileUnreadable { file: shown(folder), problem });
        return Err(Stop::new(Exit::NoInput, sentence));
    }
    let mut complaints = Vec::new();
    for path in files {
        match bytes(&path) {
            Err(error) => complaints.push(file::not_read(&path, &error, locale)),
            Ok(bytes) => {
                if take(&path, bytes, evidence).is_none() {
                    complaints.push(locale.app_file_unusable(args::AppFileUnusable {
                        file: shown(&path),
                        problem: locale.app_evidence_unusable(),
                    }));
                }
            }
        }
    }
    Ok(complaints)
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

#[derive(Clone, Copy)]
enum Kind {
    Certificates,
    List,
    Response,
    StatusList,
}

impl Kind {
    fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "crt" | "cer" | "pem" => Some(Self::Certificates),
            "crl" => Some(Self::List),
            "ocsp" | "ors" => Some(Self::Response),
            "status" => Some(Self::StatusList),
            _ => None,
        }
    }
}

fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(BYTES_MAX as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// `None` when the bytes are not what the name says.
fn take(file: &Path, bytes: Vec<u8>, evidence: &mut Evidence) -> Option<()> {
    let seals = &mut evidence.seals;
    match Kind::of(file)? {
        Kind::Certificates => match certificates(&bytes) {
            Some(certificates) => seals.certificates.extend(certificates),
            None => seals.crls.push(Crl::from_pem(&bytes).ok()?),
        },
        Kind::List => seals.crls.push(Crl::from_der(&bytes).or_else(|_| Crl::from_pem(&bytes)).ok()?),
        Kind::Response => seals.ocsps.push(OcspResponse::from_der(&bytes).ok()?),
        Kind::StatusList => evidence.keep_status_list(bytes).ok()?,
    }
    Some(())
}

fn certificates(bytes: &[u8]) -> Option<Vec<Certificate>> {
    match Certificate::from_der(bytes) {
        Ok(certificate) => Some(vec![certificate]),
        Err(_) => Certificate::all_from_pem(bytes).ok(),
    }
}
