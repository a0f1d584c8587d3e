//! What waits for whoever works at an institution: the one source of the page of their work and of the e-mail that tells of it.

mod seeker;
mod task_kind;

pub use seeker::TaskSeeker;
pub use task_kind::{FoundTask, REVIEW_DAYS, TASKS_OF_A_KIND_MAX, TaskKind};
