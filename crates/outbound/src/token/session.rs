//! One session: the token found, logged in, and the key in it.

use std::sync::{Mutex, PoisonError};

use cryptoki::{
    context::Pkcs11,
    error::{Error, RvError},
    mechanism::MechanismType,
    object::{Attribute, AttributeType, ObjectClass, ObjectHandle},
    session::{Session, UserType},
    slot::{Slot as SlotId, TokenInfo},
    types::AuthPin,
};
use signet_seal::Algorithm;

use super::{Slot, TokenError, TokenSettings, mechanism, module};
use crate::secret::Secret;

/// A session in which the key can be used.
pub struct Open {
    session: Session,
    key: ObjectHandle,
    /// The key wants the PIN before each signature (`CKA_ALWAYS_AUTHENTICATE`, as qualified devices do).
    asks_each_time: bool,
    offered: Vec<MechanismType>,
}

impl Open {
    /// Opens a session and finds the key. `pin_refused` is held while logging in.
    pub fn new(settings: &TokenSettings, pin_refused: &Mutex<bool>) -> Result<Self, TokenError> {
        let module = module::load(&settings.module)?;
        let (slot, info) = find_token(&module, &settings.slot)?;
        let session = module.open_ro_session(slot)?;
        log_in(&session, &info, &settings.pin, pin_refused)?;
        let key = find_key(&session, settings)?;
        let asks_each_time = session
            .get_attributes(key, &[AttributeType::AlwaysAuthenticate])
            .is_ok_and(|found| found.contains(&Attribute::AlwaysAuthenticate(true)));
        Ok(Open { session, key, asks_each_time, offered: module.get_mechanism_list(slot)? })
    }

    /// Signs, by whichever mechanism the token offers for the algorithm.
    pub fn sign(&self, message: &[u8], algorithm: Algorithm, pin: &Secret) -> Result<Vec<u8>, TokenError> {
        let wanted = TokenError::Mechanism(algorithm);
        if !self.asks_each_time
            && let Some(mechanism) = mechanism::over_digest(algorithm, &self.offered)
        {
            let input = mechanism::digest_input(algorithm, message);
            return Ok(self.session.sign(&mechanism, self.key, &input)?);
        }
        let mechanism = mechanism::over_message(algorithm, &self.offered).ok_or(wanted)?;
        if !self.asks_each_time {
            return Ok(self.session.sign(&mechanism, self.key, message)?);
        }
        // The PIN belongs between the beginning of the operation and its data (PKCS#11 v2.40, 5.6 C_Login).
        self.session.sign_init(&mechanism, self.key)?;
        self.session.login(UserType::ContextSpecific, Some(&AuthPin::from(pin.reveal())))?;
        self.session.sign_update(message)?;
        Ok(self.session.sign_final()?)
    }
}

fn find_token(module: &Pkcs11, wanted: &Slot) -> Result<(SlotId, TokenInfo), TokenError> {
    let mut fitting = Vec::new();
    for slot in module.get_slots_with_token()? {
        let Ok(info) = module.get_token_info(slot) else { continue };
        let fits = match wanted {
            Slot::Only => info.token_initialized(),
            Slot::Label(label) => info.label() == label,
            Slot::Number(number) => slot.id() == *number,
        };
        if fits {
            fitting.push((slot, info));
        }
    }
    match fitting.len() {
        0 | 1 => fitting.pop().ok_or(TokenError::NoToken),
        _ => Err(TokenError::ManyTokens),
    }
}

/// The login is the application's, not the session's: whoever comes second finds it done.
fn log_in(session: &Session, info: &TokenInfo, pin: &Secret, refused: &Mutex<bool>) -> Result<(), TokenError> {
    let mut refused = refused.lock().unwrap_or_else(PoisonError::into_inner);
    if *refused {
        return Err(TokenError::Pin);
    }
    if !info.login_required() {
        return Ok(());
    }
    if info.user_pin_locked() || info.user_pin_final_try() {
        return Err(TokenError::Locked);
    }
    match session.login(UserType::User, Some(&AuthPin::from(pin.reveal()))) {
        Ok(()) | Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => Ok(()),
        Err(error) => {
            let fault = TokenError::from(error);
            *refused = matches!(fault, TokenError::Pin);
            Err(fault)
        }
    }
}

fn find_key(session: &Session, settings: &TokenSettings) -> Result<ObjectHandle, TokenError> {
    let mut template = vec![Attribute::Class(ObjectClass::PRIVATE_KEY)];
    template.extend(settings.key_label.as_ref().map(|label| Attribute::Label(label.clone().into_bytes())));
    template.extend(settings.key_id.as_ref().map(|id| Attribute::Id(id.clone())));
    let mut found = session.find_objects(&template)?;
    match found.len() {
        0 | 1 => found.pop().ok_or(TokenError::NoKey),
        _ => Err(TokenError::ManyKeys),
    }
}
