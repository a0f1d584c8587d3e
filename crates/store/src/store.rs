//! The store: it is opened once and gives out the handles.

use std::path::Path;

use signet_record::InstitutionId;
use signet_registry::LogKey;

use crate::engine::{Database, Engine, Pools};
use crate::error::StoreError;
use crate::faculty_begin;
use crate::file_begin;
use crate::letter_queue::Outbox;
use crate::migration::{self, MigrationError};
use crate::object::Objects;
use crate::operator::Operator;
use crate::public::Public;
use crate::queue::Queue;
use crate::row_code::RowKey;
use crate::seal_audit::SealAudit;
use crate::security::SecurityLog;
use crate::sessions::Sessions;
use crate::statement::sql;
use crate::tenant::Tenant;
use crate::word_begin;

/// Everything that is kept. Cheap to clone; all clones share their connections.
#[derive(Clone)]
pub struct Store {
    pub(crate) pools: Pools,
    pub(crate) objects: Objects,
}

/// Why a store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder for artefacts cannot be made or used.
    #[error("the folder for artefacts: {0}")]
    Artefacts(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database cannot be reached.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The database's tables are not ours.
    #[error(transparent)]
    Migration(#[from] MigrationError),
}

impl Store {
    /// Opens a store: connects, brings the tables up to date, and makes the folder for artefacts when missing.
    pub async fn open(database: &Database, artefacts: &Path) -> Result<Store, OpenError> {
        Store::open_with_key(database, artefacts, None).await
    }

    /// The same, with the key by which the register knows the entries of its logs again.
    pub async fn open_with_key(database: &Database, artefacts: &Path, key: Option<LogKey>) -> Result<Store, OpenError> {
        let objects = Objects::in_folder(artefacts).map_err(|error| OpenError::Artefacts(error.into()))?;
        let pools = Pools::connect(database, key).await?;
        migration::migrate(&pools).await?;
        file_begin::begin(&pools).await?;
        word_begin::begin(&pools).await?;
        faculty_begin::begin(&pools).await?;
        Ok(Store { pools, objects })
    }

    /// Which engine holds the rows.
    pub fn engine(&self) -> Engine {
        self.pools.engine
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sql!("ping").rows(&self.pools.read).await.map(drop)
    }

    /// How many transactions that write were begun through this store and its clones: what sealing costs is measured by it.
    pub fn transactions(&self) -> u64 {
        self.pools.written()
    }

    /// Waits for statements that run and closes the connections.
    pub async fn close(&self) {
        self.pools.close().await;
    }

    /// The rows of one institution.
    pub fn tenant(&self, institution: &InstitutionId) -> Tenant {
        Tenant { pools: self.pools.clone(), objects: self.objects.clone(), institution: institution.clone() }
    }

    /// What strangers may ask.
    pub fn public(&self) -> Public {
        Public { pools: self.pools.clone() }
    }

    /// Logging in. Rows that grant something carry a code under `key`.
    pub fn sessions(&self, key: RowKey) -> Sessions {
        Sessions { pools: self.pools.clone(), key }
    }

    /// The log of security events.
    pub fn security_log(&self) -> SecurityLog {
        SecurityLog { pools: self.pools.clone() }
    }

    /// What waits for its seal, in all institutions.
    pub fn queue(&self) -> Queue {
        Queue { pools: self.pools.clone(), institution: None }
    }

    /// Letters that are to be sent, of all institutions.
    pub fn outbox(&self) -> Outbox {
        Outbox { pools: self.pools.clone() }
    }

    /// What seal keys were used for, and whether they may be.
    pub fn seal_audit(&self) -> SealAudit {
        SealAudit { pools: self.pools.clone() }
    }

    /// Institutions and settings.
    pub fn operator(&self) -> Operator {
        Operator { pools: self.pools.clone() }
    }
}
