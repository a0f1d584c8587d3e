//! The key of links: a file of 32 bytes that the settings name.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
};

use signet_issue::SecureRandom;
use signet_lang::Locale;
use signet_share::LinkKey;

use crate::{
    exit::{CommandError, Exit},
    file,
};

/// The key of links, if there is one yet.
///
/// # Errors
/// A sentence that says what is wrong with the file.
pub fn kept(path: &Path, locale: Locale) -> Result<Option<LinkKey>, String> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(file::not_read(path, &error, locale)),
    };
    let secret: Option<[u8; 32]> = bytes.try_into().ok();
    let key = secret.and_then(|secret| LinkKey::new(&secret).ok());
    key.map(Some).ok_or_else(|| locale.app_link_key(path.display().to_string()))
}

/// The key of links; made at the first start, readable by this account alone.
pub fn kept_or_made(path: &Path, locale: Locale) -> Result<LinkKey, CommandError> {
    if !path.exists() {
        make(path).map_err(|error| CommandError::new(Exit::Config, file::not_written(path, &error, locale)))?;
    }
    let key = kept(path, locale).map_err(|sentence| CommandError::new(Exit::Config, sentence))?;
    key.ok_or_else(|| CommandError::new(Exit::Config, locale.app_link_key(path.display().to_string())))
}

/// Makes a key of links, whole or not at all.
pub fn make(path: &Path) -> io::Result<()> {
    let secret: [u8; 32] = SecureRandom.bytes();
    if let Some(folder) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = made.write_all(&secret).and_then(|()| made.sync_all());
    if written.is_err() {
        // Half a key would be refused for ever.
        fs::remove_file(path)?;
    }
    written
}
