//! PAdES (ETSI EN 319 142-1): seals inside PDF files, appended in two phases, kept provable, judged against anchors; and the
//! files a PDF carries.

mod attachment;
mod byte_range;
mod changes;
mod date;
mod document;
mod embed;
mod error;
mod field;
mod imprint;
mod judge;
mod page;
mod pdf;
mod place;
mod seal;
mod security_store;
#[cfg(test)]
pub(crate) mod specimen;
mod stamp;
#[cfg(test)]
mod tests;

pub use attachment::{Attachment, AttachmentLimits, attachments};
pub use document::PdfDocument;
pub use embed::embed;
pub use error::PdfReadError;
#[cfg(test)]
pub(crate) use judge::carried;
pub use judge::judge;
pub use page::{Annotations, FirstPage};
pub use place::{STAMP_ROOM, SealLabel};
pub use seal::{SealError, SealedPdf, Unsealed, prepare};
pub use stamp::{Unstamped, prepare_stamp, protection};
