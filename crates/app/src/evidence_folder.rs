//! A folder of evidence for `signet verify`: certificates, revocation data and status lists that were kept.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use signet_lang::Locale;
use signet_seal::{
    Certificate,
    revocation::{Crl, OcspResponse},
};
use signet_verify::{BYTES_MAX, Evidence};

use crate::exit::{Exit, Stop};

/// Files of one folder that are read.
const FILES_MAX: usize = 1000;

/// Takes in what lies in a folder, by the endings of the names: `.crt`, `.cer`, `.pem` (certificates, in PEM also lists), `.crl`,
/// `.ocsp`, `.ors`, `.status`. Returns a sentence for each of these that cannot be used; other files are left alone.
///
/// # Errors
/// When the folder cannot be read, or holds too much.
pub fn read(folder: &Path, evidence: &mut Evidence, locale: Locale) -> Result<Vec<String>, Stop> {
    let unreadable = |problem: String| Stop::new(Exit::NoInput, locale.app_file_unreadable(path(folder), problem));
    let entries = fs::read_dir(folder).map_err(|error| unreadable(error.to_string()))?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()
        .map_err(|error| unreadable(error.to_string()))?;
    files.retain(|file| Kind::of(file).is_some());
    files.sort();
    if files.len() > FILES_MAX {
        return Err(unreadable(locale.app_evidence_too_much(FILES_MAX)));
    }
    let mut complaints = Vec::new();
    for file in files {
        let taken = bytes(&file).map_err(|error| error.to_string()).and_then(|bytes| take(&file, bytes, evidence));
        if let Err(problem) = taken {
            complaints.push(locale.app_file_unusable(path(&file), problem));
        }
    }
    Ok(complaints)
}

fn path(file: &Path) -> String {
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

fn take(file: &Path, bytes: Vec<u8>, evidence: &mut Evidence) -> Result<(), String> {
    let Some(kind) = Kind::of(file) else { return Ok(()) };
    let seals = &mut evidence.seals;
    match kind {
        Kind::Certificates => match certificates(&bytes) {
            Ok(certificates) => seals.certificates.extend(certificates),
            Err(problem) => seals.crls.push(Crl::from_pem(&bytes).map_err(|_| problem)?),
        },
        Kind::List => {
            seals
                .crls
                .push(Crl::from_der(&bytes).or_else(|_| Crl::from_pem(&bytes)).map_err(|error| error.to_string())?);
        }
        Kind::Response => seals.ocsps.push(OcspResponse::from_der(&bytes).map_err(|error| error.to_string())?),
        Kind::StatusList => evidence.keep_status_list(bytes).map_err(|error| error.to_string())?,
    }
    Ok(())
}

fn certificates(bytes: &[u8]) -> Result<Vec<Certificate>, String> {
    match Certificate::from_der(bytes) {
        Ok(certificate) => Ok(vec![certificate]),
        Err(_) => Certificate::all_from_pem(bytes).map_err(|error| error.to_string()),
    }
}
