//! Files and folders that could not be read or written: what the system says, in the reader's language.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use signet_lang::{
    Locale,
    args::{self, FileProblemKind},
};

/// The bytes of a file, `-` being standard input; of one that is larger than `limit` one byte more than that.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    match path == Path::new("-") {
        true => read_limited(io::stdin().lock(), limit as u64),
        false => read_limited(File::open(path)?, limit as u64),
    }
}

/// The bytes of a source; of one that has more than `limit` one byte more than that.
///
/// # Errors
/// When it cannot be read.
pub fn read_limited(from: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is wrong, and what to do: the end of a sentence that names the file.
pub fn problem(error: &io::Error, locale: Locale) -> String {
    use io::ErrorKind as Kind;
    let kind = match error.kind() {
        Kind::NotFound => FileProblemKind::Missing,
        Kind::PermissionDenied => FileProblemKind::Denied,
        Kind::IsADirectory => FileProblemKind::Folder,
        Kind::NotADirectory => FileProblemKind::NoFolder,
        Kind::AlreadyExists => FileProblemKind::Exists,
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => FileProblemKind::Full,
        Kind::ReadOnlyFilesystem => FileProblemKind::ReadOnly,
        Kind::AddrInUse => FileProblemKind::Taken,
        Kind::AddrNotAvailable => FileProblemKind::NotHere,
        Kind::InvalidData => FileProblemKind::Content,
        Kind::ConnectionRefused | Kind::ConnectionReset | Kind::TimedOut => FileProblemKind::Silent,
        _ => FileProblemKind::Other,
    };
    locale.file_problem(args::FileProblem { code: error.raw_os_error().unwrap_or_default(), kind })
}

/// The whole sentence about a file or folder that could not be read.
pub fn not_read(path: &Path, error: &io::Error, locale: Locale) -> String {
    let problem = problem(error, locale);
    locale.app_file_unreadable(args::AppFileUnreadable { file: path.display().to_string(), problem })
}

/// The whole sentence about a file or folder that could not be written.
pub fn not_written(path: &Path, error: &io::Error, locale: Locale) -> String {
    let problem = problem(error, locale);
    locale.app_file_unwritable(args::AppFileUnwritable { file: path.display().to_string(), problem })
}

/// Whether there was no room left.
pub fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge)
}
