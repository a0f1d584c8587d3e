//! Rules about the repository that no compiler knows.

pub mod dependencies;
