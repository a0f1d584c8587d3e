//! The handle of one institution.

use signet_record::InstitutionId;

use crate::engine::Pools;
use crate::object::Objects;
use crate::queue::Queue;

/// The rows of one institution, and of no other. Methods stand in the files of their tables.
#[derive(Clone)]
pub struct Tenant {
    pub(crate) pools: Pools,
    pub(crate) objects: Objects,
    pub(crate) institution: InstitutionId,
}

impl Tenant {
    /// Whose rows.
    pub fn id(&self) -> &InstitutionId {
        &self.institution
    }

    /// What waits for its seal in this institution.
    pub fn queue(&self) -> Queue {
        Queue { pools: self.pools.clone(), institution: Some(self.institution.clone()) }
    }
}
