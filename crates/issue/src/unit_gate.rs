//! What a unit's ledger says of issuing from one of its versions: looked at once for a whole sheet.

use signet_lang::when::day_in_prague;
use signet_offering::{IssueBar, QualityTerm, issuing};
use signet_record::{Date, Unit};
use signet_registry::{UnitEvent, UnitLedgerState};
use signet_store::{HistoryError, Tenant};

use crate::issuer::Issuer;

/// A row of a sheet that may not be issued from the unit's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarredRow {
    /// Its line.
    pub line: u64,
    /// Why not.
    pub bar: IssueBar,
}

/// What stands for a version of a unit today.
pub(crate) struct UnitGate {
    /// `None` for a unit that has no ledger: whoever brought it in approved it.
    ledger: Option<UnitLedgerState>,
    /// Whether the version was brought in as a file before the ledger began.
    from_file: bool,
    version: u32,
    quality: QualityTerm,
    today: Date,
}

impl Issuer {
    /// Looks at a unit's ledger.
    pub(crate) async fn unit_gate(&self, tenant: &Tenant, unit: &Unit) -> Result<UnitGate, HistoryError> {
        let history = tenant.unit_history(&unit.id).await?;
        let first = history.as_ref().and_then(|history| history.entries.first()).map(|entry| entry.event());
        let from_file = match first {
            Some(UnitEvent::Drafted { version } | UnitEvent::Copied { version, .. }) => unit.version < *version,
            _ => false,
        };
        Ok(UnitGate {
            ledger: history.map(|history| history.state),
            from_file,
            version: unit.version,
            quality: QualityTerm(unit.quality.expires),
            today: self.today(),
        })
    }
}

impl UnitGate {
    /// Why a result of a day may not be issued.
    pub(crate) fn bar(&self, result: Date) -> Option<IssueBar> {
        let state = self.ledger.as_ref()?;
        let answer = if self.from_file {
            issuing::may_issue_from_file(state, self.quality, result, day_in_prague)
        } else {
            issuing::may_issue(state, self.version, self.quality, result, self.today, day_in_prague).map(|_| ())
        };
        answer.err()
    }
}
