//! Telling those who wrote the text of a unit what became of it.

use std::collections::BTreeSet;

use signet_record::InstitutionId;
use signet_registry::{Agent, UnitEventKind, UnitLedgerState};
use signet_store::{AccountLetterKind, NewAccountLetter, StoreError};

use crate::issuer::Issuer;

impl Issuer {
    /// The letters about an event to those who wrote the text, but for whoever decides about it.
    pub(crate) async fn letters_to_authors(
        &self,
        institution: &InstitutionId,
        before: &UnitLedgerState,
        event: UnitEventKind,
        by: &Agent,
    ) -> Result<Vec<NewAccountLetter>, StoreError> {
        let kind = match event {
            UnitEventKind::Returned => AccountLetterKind::UnitReturned,
            UnitEventKind::Approved => AccountLetterKind::UnitApproved,
            _ => return Ok(Vec::new()),
        };
        let authors = before.draft().into_iter().flat_map(|draft| &draft.authors).map(|author| &author.account);
        let mut told: BTreeSet<&str> = BTreeSet::from([by.as_str()]);
        let mut letters = Vec::new();
        for account in authors {
            if told.insert(account.as_str()) {
                let about = Some(before.unit().to_string());
                letters.extend(self.letter_about_work(account, kind, institution, about).await?);
            }
        }
        Ok(letters)
    }
}
