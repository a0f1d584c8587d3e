//! What accounts are called: each is looked up once for a page.

use std::collections::BTreeMap;

use signet_lang::Locale;
use signet_registry::Agent;
use signet_store::AccountState;

use crate::{page_error::PageError, site::AppState};

/// Names of accounts, as far as they were asked for.
pub struct AccountNames<'s> {
    site: &'s AppState,
    l: Locale,
    known: BTreeMap<String, NamedAccount>,
}

/// What an account is called.
#[derive(Clone, Debug)]
pub struct NamedAccount {
    /// The name; the account itself where it has none.
    pub name: String,
    /// Nobody may use it.
    pub is_blocked: bool,
}

impl<'s> AccountNames<'s> {
    /// None looked up yet.
    pub fn new(site: &'s AppState, l: Locale) -> Self {
        AccountNames { site, l, known: BTreeMap::new() }
    }

    /// What an account is called.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn of(&mut self, account: &Agent) -> Result<NamedAccount, PageError> {
        if let Some(known) = self.known.get(account.as_str()) {
            return Ok(known.clone());
        }
        let named = match self.site.issuer.sessions().account(account).await? {
            Some(known) => NamedAccount { is_blocked: known.state == AccountState::Blocked, name: known.name },
            None if *account == Agent::service() => {
                NamedAccount { name: self.l.web_staff_credential_event_by_service(), is_blocked: false }
            }
            None => NamedAccount { name: account.to_string(), is_blocked: false },
        };
        self.known.insert(account.to_string(), named.clone());
        Ok(named)
    }
}
