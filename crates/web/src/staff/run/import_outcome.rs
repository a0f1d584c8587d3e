//! What a file would change in a run.

/// A change that the file makes.
#[derive(Clone, Debug)]
pub struct ImportChange {
    /// About whom.
    pub name: String,
    /// What.
    pub field: String,
    /// What is there.
    pub old: String,
    /// What the file says.
    pub new: String,
}

/// What a file comes to.
pub(super) struct Outcome {
    pub told: Vec<String>,
    pub wrong: Vec<(u64, String)>,
    pub changes: Vec<ImportChange>,
    /// How much there is to write.
    pub count: usize,
    pub stamp: String,
}
