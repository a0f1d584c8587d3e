//! The rows of a batch that was decided about, on their way into the register.

use std::sync::Arc;

use signet_access::Actor;
use signet_issue::{ProposalContext, ProposeError};
use signet_store::{Batch, BatchState, Tenant};

use crate::{page_error::PageError, site::AppState, staff::sheet, stored};

/// Proposes the rows of the kept file. When that breaks off, the batch waits for another decision: proposing is safe to repeat.
///
/// # Errors
/// When the file is forgotten, or the register fails.
pub async fn take_in(site: &AppState, tenant: &Tenant, batch: &Batch, actor: Actor) -> Result<(), PageError> {
    let taken = propose(site, tenant, batch, actor).await;
    let next = if matches!(taken, Ok(Taken::All)) { BatchState::Issued } else { BatchState::Checked };
    tenant.move_batch(&batch.id, BatchState::Issuing, next, site.now()).await?;
    taken.map(|_| ())
}

/// What became of the rows.
enum Taken {
    All,
    /// The unit was suspended, or its review fell due, since the page was shown: the page of the batch says so.
    Barred,
}

/// Proposes the good rows, but for those that are the registrar's own and those whose day the unit is not issued for.
async fn propose(site: &AppState, tenant: &Tenant, batch: &Batch, actor: Actor) -> Result<Taken, PageError> {
    let upload = batch.upload.ok_or_else(|| PageError::fault("the upload of a batch is forgotten"))?;
    let file = stored::artefact(tenant, &upload).await?.ok_or(PageError::NotFound)?;
    let registered = site.issuer.registered(tenant).await?;
    let unit = site.issuer.unit_of_batch(tenant, batch).await?;
    let (sheet, _) = sheet::read(site, file.bytes, Arc::clone(&unit), sheet::mapping(batch)).await?;
    let (rows, _changed) =
        site.issuer.take_out_changed(tenant, batch, sheet.rows, std::slice::from_ref(&actor)).await?;
    let (rows, barred) = site.issuer.take_out_barred(tenant, &unit, rows).await?;
    if !barred.iter().all(|row| row.bar.is_of_the_result()) {
        return Ok(Taken::Barred);
    }
    let admission = site.issuer.admit(tenant, &unit.id, &[actor], rows).await?;
    let course = ProposalContext { registered, unit, batch: Some(batch.id) };
    let observer: signet_issue::Observer = Arc::new(|_, _| {});
    match site.issuer.propose(tenant, &course, admission.admitted, &observer).await {
        Ok(_) => Ok(Taken::All),
        Err(ProposeError::Barred(_)) => Ok(Taken::Barred),
        Err(error) => Err(error.into()),
    }
}
