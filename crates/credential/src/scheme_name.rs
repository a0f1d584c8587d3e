//! Names of the schemes that our own identifiers belong to (`schemeName`). They are data of the credential, the same whatever the
//! language; who shows a credential gives them in the reader's.

/// The credential's own number.
pub const CREDENTIAL: &str = "Unique identifier";
/// The unit of learning, as `id/version`.
pub const UNIT: &str = "Unit of learning";
/// A course of a degree programme.
pub const COURSE: &str = "Course code";
/// The root of the record (`statement`).
pub const RECORD_DIGEST: &str = "Record digest";
/// What opens the record (`statement`).
pub const RECORD_OPENING: &str = "Record opening";
