//! A seal key in a hardware module, through PKCS#11: sessions kept open, one login, and every signature checked
//! against the certificate before it is handed on.
//!
//! The calls of a module block, so they are made on threads of their own, never more at once than there are sessions.

mod fault;
mod mechanism;
mod module;
mod session;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use signet_seal::PublicSeal;
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

pub use fault::TokenError;
use session::Open;

use crate::secret::Secret;

/// Which token of a module, when it has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The only one there is.
    Only,
    /// The one with this label.
    Label(String),
    /// The one in the slot with this number.
    Number(u64),
}

/// Where a key is, and how it is used.
#[derive(Clone, Debug)]
pub struct TokenSettings {
    /// The maker's PKCS#11 library.
    pub module: PathBuf,
    /// Which of its tokens.
    pub slot: Slot,
    /// `CKA_LABEL` of the private key.
    pub key_label: Option<String>,
    /// `CKA_ID` of the private key.
    pub key_id: Option<Vec<u8>>,
    /// Opens the token.
    pub pin: Secret,
    /// Sessions open at once, at least one: signatures made at the same time.
    pub sessions_max: usize,
    /// For one signature, waiting for a free session included.
    pub time_max: Duration,
}

/// A key in a hardware module. Cheap to clone; clones share sessions and login.
#[derive(Clone)]
pub struct Token {
    inner: Arc<Inner>,
}

struct Inner {
    settings: TokenSettings,
    seal: PublicSeal,
    /// Sessions nobody uses at the moment.
    idle: Mutex<Vec<Open>>,
    /// Whether the token refused the PIN. Held while logging in, so that one wrong PIN is tried once and no more:
    /// tokens lock themselves after a few.
    pin_refused: Mutex<bool>,
    seats: Arc<Semaphore>,
}

impl Token {
    /// A key, not touched yet: the token may be absent until it is asked to sign.
    pub fn new(settings: TokenSettings, seal: PublicSeal) -> Self {
        let seats = Arc::new(Semaphore::new(settings.sessions_max.max(1)));
        Token {
            inner: Arc::new(Inner { settings, seal, idle: Mutex::default(), pin_refused: Mutex::new(false), seats }),
        }
    }

    /// Its certificates and its algorithm.
    pub fn seal(&self) -> &PublicSeal {
        &self.inner.seal
    }

    /// Signs `message`: `r || s` of fixed width, or the RSA value, checked against the certificate.
    ///
    /// A session that was lost (token pulled and put back, module restarted) is opened anew, once.
    ///
    /// # Errors
    /// [`TokenError`].
    pub async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        let (inner, message) = (Arc::clone(&self.inner), message.to_vec());
        let signing = async {
            let seat = Arc::clone(&inner.seats).acquire_owned().await.map_err(|_| TokenError::TimedOut)?;
            // A module that never answers keeps its seat with its thread: at most so many threads are lost to it.
            let work = spawn_blocking(move || {
                let signed = inner.sign(&message);
                drop(seat);
                signed
            });
            work.await?
        };
        timeout(self.inner.settings.time_max, signing).await.map_err(|_| TokenError::TimedOut)?
    }
}

impl Inner {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        let value = match self.attempt(message) {
            Err(fault) if fault.is_lost_session() => {
                // What took this session away took the others with it.
                self.lock_idle().clear();
                self.attempt(message)?
            }
            made => made?,
        };
        Ok(self.seal.accept(message, value)?)
    }

    fn attempt(&self, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        let rested = self.lock_idle().pop();
        let open = match rested {
            Some(open) => open,
            None => Open::new(&self.settings, &self.pin_refused)?,
        };
        // After a fault the session is dropped: an operation may be left hanging in it.
        let value = open.sign(message, self.seal.algorithm(), &self.settings.pin)?;
        self.lock_idle().push(open);
        Ok(value)
    }

    fn lock_idle(&self) -> std::sync::MutexGuard<'_, Vec<Open>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token").field("module", &self.inner.settings.module).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use signet_testing::{Entity, certificate};

    #[tokio::test]
    async fn a_token_that_is_held_up_is_not_waited_for_without_end() {
        let pem = Entity::root(certificate::seal("Test Seal")).pem();
        let settings = TokenSettings {
            module: "/nowhere.so".into(),
            slot: Slot::Only,
            key_label: None,
            key_id: None,
            pin: Secret::new("271828"),
            sessions_max: 1,
            time_max: Duration::from_millis(50),
        };
        let token = Token::new(settings, PublicSeal::from_pem(pem.as_bytes(), None).unwrap());
        let seat = Arc::clone(&token.inner.seats).acquire_owned().await.unwrap();
        assert!(matches!(token.sign(b"message").await, Err(TokenError::TimedOut)));
        drop(seat);
        assert!(matches!(token.sign(b"message").await, Err(TokenError::Module(_) | TokenError::TimedOut)));
    }
}
