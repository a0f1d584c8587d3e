//! One unit of learning: its page, and the acts by which people agree on it.

pub mod act;
pub mod act_form;
pub mod act_page;
pub mod deciding;
pub mod files;
pub mod history;
pub mod in_care;
pub mod page;
pub mod preview;
pub mod standing;
pub mod text;
