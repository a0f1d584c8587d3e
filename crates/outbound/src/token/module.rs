//! Modules, loaded and started once for the whole process: several seals may live in one.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use cryptoki::{
    context::{CInitializeArgs, CInitializeFlags, Pkcs11},
    error::{Error, RvError},
};

use super::TokenError;

static LOADED: Mutex<BTreeMap<PathBuf, Pkcs11>> = Mutex::new(BTreeMap::new());

/// The module at this path, started (PKCS#11 v2.40, 5.4: once a process, safe for threads).
pub fn load(path: &Path) -> Result<Pkcs11, TokenError> {
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    let module = match loaded.get(path) {
        Some(module) => module.clone(),
        None => Pkcs11::new(path).map_err(TokenError::Module)?,
    };
    // Also when it is known: somebody else in this process may have ended it.
    match module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
        Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
        Err(error) => return Err(TokenError::Module(error)),
    }
    loaded.insert(path.to_owned(), module.clone());
    Ok(module)
}
