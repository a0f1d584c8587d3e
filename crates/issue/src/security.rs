//! Security events: who signed in, read, was refused, was given or lost a role.

use signet_access::SecurityEvent;
use signet_store::StoreError;

use crate::issuer::Issuer;

impl Issuer {
    /// Writes an event into the log of security events, and to the program's log for whoever watches that.
    ///
    /// # Errors
    /// When the register cannot be written.
    pub async fn record_security_event(&self, event: &SecurityEvent) -> Result<(), StoreError> {
        tracing::info!(
            target: "signet::security",
            kind = event.kind.code(),
            account = event.account.as_str(),
            role = event.role.map(signet_access::Role::code),
            institution = event.institution.as_ref().map(signet_record::InstitutionId::as_str),
            action = event.action.map(signet_access::Action::code),
            object = event.object.as_deref(),
            denial = event.denial.map(signet_access::Denial::code),
            "security event"
        );
        self.store().security_log().put(event, self.now(), self.random().bytes()).await
    }
}
