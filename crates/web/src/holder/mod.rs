//! Pages of the holder.

pub mod detail;
pub mod document_link;
pub mod list;
pub mod own;
pub mod profile;
pub mod share;
pub mod share_code;
pub mod share_fields;
pub mod share_items;
pub mod share_look;
pub mod share_new;
pub mod share_several;
