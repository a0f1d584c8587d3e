//! Orders of login providers to end sessions (OpenID Connect Back-Channel Logout 1.0).

use signet_access::{LoggedOut, LogoutOrder, ProviderName};

use crate::sessions::{Sessions, SessionsError};
use crate::statement::{commit, sql};
use crate::token_digest::TokenDigest;

impl Sessions {
    /// Ends the sessions that a provider says are over; how many. `None` for an order that came before.
    ///
    /// # Errors
    /// When rows cannot be read or written, or one was not written by the service.
    pub async fn log_out(&self, provider: &ProviderName, order: &LogoutOrder) -> Result<Option<u64>, SessionsError> {
        // Asked before the transaction begins: whoever holds one connection of a pool and waits for a second can wait for ever.
        let statement = match &order.whose {
            LoggedOut::Session(sid) => {
                Some(sql!("session_end_of_sid").bind(provider.as_str()).bind_text(TokenDigest::of(sid)))
            }
            LoggedOut::Subject(subject) => self
                .account_of_identity(provider, subject)
                .await?
                .map(|account| sql!("session_end_of_provider").bind(account.id.as_str()).bind(provider.as_str())),
        };
        let mut transaction = self.pools.begin().await?;
        let put = sql!("logout_token_put")
            .bind(provider.as_str())
            .bind_text(TokenDigest::of(&order.id))
            .bind_time(order.until)
            .run(&mut *transaction)
            .await?;
        if put == 0 {
            return Ok(None);
        }
        let ended = match statement {
            Some(statement) => statement.run(&mut *transaction).await?,
            None => 0,
        };
        commit(transaction).await?;
        Ok(Some(ended))
    }
}
