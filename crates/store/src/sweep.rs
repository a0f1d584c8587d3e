//! The sweep: whatever the table of columns does not keep for ever goes when its time is over.

use signet_record::Timestamp;
use signet_registry::Digest;
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::operator::{DAY_MILLISECONDS, Swept};
use crate::person_claim::PERSON_CLAIM_DAYS;
use crate::share;
use crate::statement::{commit, sql};
use crate::store::Store;
use crate::tenant::Tenant;

/// For how long what is not permanent is kept. What the operator cannot set stands beside the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SweepTerms {
    /// Days for which an uploaded file of results, and what its rows quoted, is kept after its batch is done with.
    pub upload_days: u32,
    /// Days after which a batch that nobody decided about is given up.
    pub undecided_days: u32,
    /// Look for what was left over among all artefacts, and not only on the shelf whose hour it is.
    pub whole: bool,
}

impl Default for SweepTerms {
    fn default() -> Self {
        SweepTerms { upload_days: 30, undecided_days: 90, whole: true }
    }
}

/// Days for which a named share is still shown to its holder after it ended.
pub const SHARE_DAYS_AFTER_END: i64 = 90;

/// A process that takes a batch in is done with it, or dead, after this long.
const TAKEN_IN_DAYS: i64 = 1;

/// Bytes whose erasure was cut short are deleted again for this long.
const ERASED_AGAIN_DAYS: i64 = 2;

/// Days after which an artefact that nothing names is taken to be left over: what was being made of it is made by now, or given up.
pub const ORPHAN_DAYS: i64 = 30;

/// Rows of shares deleted, or artefacts marked, in one transaction.
const PAGE: i64 = 500;

impl Store {
    /// Takes away whatever has had its time, in all institutions.
    ///
    /// # Errors
    /// When rows or bytes cannot be deleted; what was deleted until then stays deleted.
    pub async fn sweep(&self, now: Timestamp, terms: &SweepTerms) -> Result<Swept, StoreError> {
        let mut swept = self.operator().sweep(now).await?;
        for institution in self.operator().institutions().await? {
            let tenant = self.tenant(&institution.id);
            tenant.end_batches(now, terms).await?;
            swept.uploads += tenant.forget_uploads(days_before(now, terms.upload_days.into()), now).await?;
            swept.uploads += tenant.forget_lost_uploads(days_before(now, TAKEN_IN_DAYS), now).await?;
            tenant.delete_erased_since(days_before(now, ERASED_AGAIN_DAYS)).await?;
            tenant.forget_claims(days_before(now, PERSON_CLAIM_DAYS)).await?;
            swept.shares += tenant.forget_shares(days_before(now, SHARE_DAYS_AFTER_END)).await?;
            let long_ago = days_before(now, ORPHAN_DAYS);
            for shelf in if terms.whole { 0..=u8::MAX } else { shelf_of_the_hour(now)..=shelf_of_the_hour(now) } {
                swept.orphans += tenant.forget_orphans(shelf, long_ago, now).await?;
                swept.orphans += tenant.delete_unknown_bytes(shelf, long_ago).await?;
            }
        }
        Ok(swept)
    }
}

/// Each hour another of the 256 shelves on which artefacts lie: all of them in eleven days, and none of them a burden.
fn shelf_of_the_hour(now: Timestamp) -> u8 {
    u8::try_from(now.as_second().div_euclid(3_600).rem_euclid(256)).unwrap_or_default()
}

fn days_before(now: Timestamp, days: i64) -> Timestamp {
    let then = now.as_millisecond().saturating_sub(days.saturating_mul(DAY_MILLISECONDS));
    Timestamp::from_millisecond(then).unwrap_or(Timestamp::MIN)
}

impl Tenant {
    /// Batches end even when nobody ends them.
    async fn end_batches(&self, now: Timestamp, terms: &SweepTerms) -> Result<(), StoreError> {
        let institution = self.institution.as_str();
        sql!("batch_give_back")
            .bind(institution)
            .bind_time(days_before(now, TAKEN_IN_DAYS))
            .bind_time(now)
            .run(self.pools.write())
            .await?;
        sql!("batch_give_up")
            .bind(institution)
            .bind_time(days_before(now, terms.undecided_days.into()))
            .bind_time(now)
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// Forgets the uploaded files of batches that were done with, one way or the other, before `before`, and what their
    /// rows quoted. The credentials that came of them stay.
    pub async fn forget_uploads(&self, before: Timestamp, now: Timestamp) -> Result<u64, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let forgotten = self.forget_in(&mut transaction, before, now).await?;
        commit(transaction).await?;
        self.delete_bytes(&forgotten).await?;
        Ok(forgotten.len() as u64)
    }

    /// The rows of the same; the bytes of what comes back have still to be deleted.
    pub(crate) async fn forget_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        before: Timestamp,
        now: Timestamp,
    ) -> Result<Vec<Digest>, StoreError> {
        let institution = self.institution.as_str();
        let rows = sql!("upload_list").bind(institution).bind_time(before).rows(&mut **transaction).await?;
        sql!("batch_forget").bind(institution).bind_time(before).run(&mut **transaction).await?;
        self.delete_uploads(transaction, rows.iter().map(|row| row.parse("upload")), now).await
    }

    /// Forgets files whose upload broke off before their batch was written down.
    async fn forget_lost_uploads(&self, before: Timestamp, now: Timestamp) -> Result<u64, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let rows =
            sql!("upload_orphans").bind(self.institution.as_str()).bind_time(before).rows(&mut *transaction).await?;
        let forgotten = self.delete_uploads(&mut transaction, rows.iter().map(|row| row.parse("digest")), now).await?;
        commit(transaction).await?;
        self.delete_bytes(&forgotten).await?;
        Ok(forgotten.len() as u64)
    }

    /// Forgets artefacts of a shelf, put before `before`, that nothing names and nobody will come back for.
    async fn forget_orphans(&self, shelf: u8, before: Timestamp, now: Timestamp) -> Result<u64, StoreError> {
        let mut forgotten = 0;
        let first = format!("{shelf:02x}");
        // After every digest: those end with `f`.
        let end = shelf.checked_add(1).map_or_else(|| "g".to_owned(), |next| format!("{next:02x}"));
        loop {
            let mut transaction = self.pools.begin().await?;
            let rows = sql!("artefact_forget")
                .bind(self.institution.as_str())
                .bind_time(before)
                .bind_time(now)
                .bind(first.clone())
                .bind(end.clone())
                .bind(PAGE)
                .rows(&mut *transaction)
                .await?;
            commit(transaction).await?;
            if rows.is_empty() {
                return Ok(forgotten);
            }
            let orphans: Vec<Digest> = rows.iter().map(|row| row.parse("digest")).collect::<Result<_, _>>()?;
            self.delete_bytes(&orphans).await?;
            forgotten += orphans.len() as u64;
        }
    }

    /// Deletes bytes written before `before` that no row knows: left by a process that died before it wrote their row. As long as a
    /// credential of the institution waits, its bytes may be made again, and nothing is deleted.
    async fn delete_unknown_bytes(&self, shelf: u8, before: Timestamp) -> Result<u64, StoreError> {
        let bytes = |error| StoreError::bytes("artefact_known", &error);
        let (institution, mut deleted) = (self.institution.as_str(), 0);
        for (digest, written) in self.objects.shelf(&self.institution, shelf).await.map_err(bytes)? {
            let known = sql!("artefact_known").bind(institution).bind_text(digest);
            if written >= before.as_second() || known.row(&self.pools.read).await?.is_some() {
                continue;
            }
            // Looked at again right before: whoever puts the same bytes writes them first, and their row after that.
            let written = self.objects.written(&self.institution, &digest).await.map_err(bytes)?;
            if written.is_some_and(|written| written < before.as_second()) {
                self.objects.delete(&self.institution, &digest).await.map_err(bytes)?;
                deleted += 1;
            }
        }
        Ok(deleted)
    }

    async fn delete_uploads(
        &self,
        transaction: &mut Transaction<'static, Any>,
        uploads: impl Iterator<Item = Result<Digest, StoreError>>,
        now: Timestamp,
    ) -> Result<Vec<Digest>, StoreError> {
        let mut deleted = Vec::new();
        for upload in uploads {
            let upload = upload?;
            let gone = sql!("upload_delete")
                .bind(self.institution.as_str())
                .bind_text(upload)
                .bind_time(now)
                .run(&mut **transaction)
                .await?;
            if gone == 1 {
                deleted.push(upload);
            }
        }
        Ok(deleted)
    }

    /// Deletes the bytes of what was erased lately once more, should that have been cut short.
    async fn delete_erased_since(&self, since: Timestamp) -> Result<(), StoreError> {
        let rows = sql!("artefact_erased_since")
            .bind(self.institution.as_str())
            .bind_time(since)
            .rows(&self.pools.read)
            .await?;
        for row in rows {
            let deleted = self.objects.delete(&self.institution, &row.parse("digest")?).await;
            deleted.map_err(|error| StoreError::bytes("artefact_erased_since", &error))?;
        }
        Ok(())
    }

    /// Forgets named shares that ended before `before`, with their looks.
    async fn forget_shares(&self, before: Timestamp) -> Result<u64, StoreError> {
        let institution = self.institution.as_str();
        let mut forgotten = 0;
        loop {
            let mut transaction = self.pools.begin().await?;
            let rows =
                sql!("share_ended_long").bind(institution).bind_time(before).bind(PAGE).rows(&mut *transaction).await?;
            if rows.is_empty() {
                return Ok(forgotten);
            }
            for row in &rows {
                let id = row.text("id")?;
                forgotten += sql!("share_delete").bind(institution).bind(id).run(&mut *transaction).await?;
            }
            self.log_records(&mut transaction, share::ended(&rows)?).await?;
            commit(transaction).await?;
        }
    }
}
