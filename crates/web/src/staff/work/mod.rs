//! My work: what waits for whoever is signed in, oldest first. It is where every role of an institution lands.

pub mod page;
pub mod task;
