//! `signet login-key …`: the keys by which Signet proves to login providers who it is. They lie in one PEM file; the first signs, all are public.
//!
//! A key is changed in three steps with a restart after each: a further key is made and published, later it signs, later the old one goes. So a
//! provider that keeps what it fetched for a while never meets an unknown key.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use serde_json::json;
use signet_lang::{Locale, args};
use signet_outbound::ClientKeys;
use signet_seal::{JwsKey, KeyError};

use crate::{
    cli::{LoginKeyArgs, LoginKeyCommand},
    exit::{CommandError, Exit},
    file, key_problem, login_reading,
    terminal::say,
};

/// Where a key ends in the file.
const END: &str = "-----END PRIVATE KEY-----\n";

/// Runs a command about the keys.
pub fn run(command: &LoginKeyCommand, locale: Locale) -> Result<Exit, CommandError> {
    match command {
        LoginKeyCommand::Make(LoginKeyArgs { file }) => make(file, locale),
        LoginKeyCommand::Switch(LoginKeyArgs { file }) => switch(file, locale),
        LoginKeyCommand::Prune(LoginKeyArgs { file }) => prune(file, locale),
        LoginKeyCommand::Show(LoginKeyArgs { file }) => show(file, locale),
    }
}

fn make(path: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let new = JwsKey::generate_pem().map_err(|error| unusable(path, &error, locale))?;
    let id = id(&new, path, locale)?;
    let file = path.display().to_string();
    if !path.exists() {
        let mut made = created(path, locale)?;
        let written = made.write_all(new.as_bytes()).and_then(|()| made.sync_all());
        written.map_err(|error| unwritten(path, &error, locale))?;
        say!("{}", locale.login_key_made(args::LoginKeyMade { file, id: id.as_str() }));
        return Ok(Exit::Success);
    }
    let mut keys = read(path, locale)?;
    if keys.len() >= ClientKeys::MOST {
        return Err(CommandError::new(Exit::Data, locale.login_provider_keys_most(ClientKeys::MOST)));
    }
    keys.push(new);
    replace(path, &keys, locale)?;
    say!("{}", locale.login_key_added(args::LoginKeyAdded { file, id: id.as_str() }));
    Ok(Exit::Success)
}

fn switch(path: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let mut keys = read(path, locale)?;
    let Some(newest) = keys.pop().filter(|_| !keys.is_empty()) else {
        return Err(CommandError::new(Exit::Data, locale.login_key_single()));
    };
    let id = id(&newest, path, locale)?;
    keys.insert(0, newest);
    replace(path, &keys, locale)?;
    say!("{}", locale.login_key_switched(id.as_str()));
    Ok(Exit::Success)
}

fn prune(path: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let keys = read(path, locale)?;
    let Some(signs) = keys.first().filter(|_| keys.len() > 1) else {
        return Err(CommandError::new(Exit::Data, locale.login_key_single()));
    };
    let id = id(signs, path, locale)?;
    replace(path, std::slice::from_ref(signs), locale)?;
    say!("{}", locale.login_key_pruned(id.as_str()));
    Ok(Exit::Success)
}

fn show(path: &Path, locale: Locale) -> Result<Exit, CommandError> {
    let mut unfit = Vec::new();
    let Some(keys) = login_reading::client_keys(path, &mut unfit, locale) else {
        let told = unfit.into_iter().map(|one| one.sentence).collect::<Vec<_>>().join("\n");
        return Err(CommandError::new(Exit::NoInput, told));
    };
    let public: Vec<_> = keys.all().map(JwsKey::public_jwk).collect();
    say!("{}", serde_json::to_string_pretty(&json!({ "keys": public }))?);
    Ok(Exit::Success)
}

/// The keys of a file, each as the text it stands in.
fn read(path: &Path, locale: Locale) -> Result<Vec<String>, CommandError> {
    let text = fs::read_to_string(path)
        .map_err(|error| CommandError::new(Exit::NoInput, file::not_read(path, &error, locale)))?;
    let keys: Vec<String> = text.replace('\r', "").split_inclusive(END).map(str::to_owned).collect();
    for key in &keys {
        id(key, path, locale)?;
    }
    Ok(keys)
}

/// The name of the one key of a text.
fn id(key: &str, path: &Path, locale: Locale) -> Result<String, CommandError> {
    let keys = JwsKey::all_from_pem(key.as_bytes()).map_err(|error| unusable(path, &error, locale))?;
    let first = keys.first().ok_or_else(|| unusable(path, &KeyError::NoKey, locale))?;
    Ok(first.id().to_owned())
}

/// Puts keys in the place of those that are there, whole or not at all.
fn replace(path: &Path, keys: &[String], locale: Locale) -> Result<(), CommandError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let beside = PathBuf::from(name);
    let mut made = created(&beside, locale)?;
    let written = made.write_all(keys.concat().as_bytes()).and_then(|()| made.sync_all());
    let put = written.and_then(|()| fs::rename(&beside, path));
    put.map_err(|error| unwritten(path, &error, locale))
}

fn created(path: &Path, locale: Locale) -> Result<fs::File, CommandError> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    made.map_err(|error| unwritten(path, &error, locale))
}

fn unwritten(path: &Path, error: &io::Error, locale: Locale) -> CommandError {
    CommandError::new(Exit::Unavailable, file::not_written(path, error, locale))
}

fn unusable(path: &Path, error: &KeyError, locale: Locale) -> CommandError {
    CommandError::new(Exit::Data, key_problem::of_key(path, error, locale))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn ids(path: &Path) -> Vec<String> {
        let keys = JwsKey::all_from_pem(&fs::read(path).unwrap()).unwrap();
        keys.iter().map(|key| key.id().to_owned()).collect()
    }

    #[test]
    fn a_key_is_changed_while_two_are_public() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("login.key.pem");
        let locale = Locale::ENGLISH;
        assert!(switch(&path, locale).is_err() && prune(&path, locale).is_err(), "there is no file yet");
        make(&path, locale).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let first = ids(&path);
        assert!(switch(&path, locale).is_err() && prune(&path, locale).is_err(), "one key alone");
        make(&path, locale).unwrap();
        let both = ids(&path);
        assert_eq!((both.len(), &both[0]), (2, &first[0]), "the old one signs until it is told otherwise");
        switch(&path, locale).unwrap();
        assert_eq!(ids(&path), [both[1].clone(), both[0].clone()]);
        prune(&path, locale).unwrap();
        assert_eq!(ids(&path), [both[1].clone()]);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        make(&path, locale).unwrap();
        make(&path, locale).unwrap();
        assert!(make(&path, locale).is_err(), "three are enough");
    }
}
