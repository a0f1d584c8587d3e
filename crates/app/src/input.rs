//! Files that are named on the command line or in the settings, and standard input.

use std::{fs, io, path::Path};

use signet_lang::Locale;

use crate::{
    exit::{CommandError, Exit},
    file,
};

/// The bytes of a file, `-` being standard input; of one that is larger than `limit` one byte more than that.
pub fn read(file: &Path, limit: usize, locale: Locale) -> Result<Vec<u8>, CommandError> {
    file::read(file, limit).map_err(|error| unreadable(file, &error, Exit::NoInput, locale))
}

/// A file that was named in the settings, whole.
///
/// # Errors
/// With the file and why it cannot be read.
pub fn bytes(file: &Path, locale: Locale) -> Result<Vec<u8>, CommandError> {
    fs::read(file).map_err(|error| unreadable(file, &error, Exit::Config, locale))
}

/// A sentence about a file that cannot be read.
pub fn unreadable(file: &Path, error: &io::Error, exit: Exit, locale: Locale) -> CommandError {
    CommandError::new(exit, file::not_read(file, error, locale))
}
