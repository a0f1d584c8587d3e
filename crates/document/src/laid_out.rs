//! A sheet, set: the picture of its first page, and the PDF around the sealed credential.

use std::sync::Arc;

use jiff::tz::TimeZone;
use signet_record::Timestamp;
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Derived, NativeElement, PathOrStr, Smart, Str};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{FrameItem, Point};
use typst::model::Document as _;
use typst::pdf::{AttachElem, AttachedFileRelationship};
use typst::utils::hash128;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::attachment::Placeholder;
use crate::error::DocumentError;
use crate::letters::Letters;
use crate::picture::StripCache;
use crate::view::View;

/// IANA media type of the credential inside.
const JSON_LD: &str = "application/ld+json";

/// One sheet with all its lines broken and its pages made.
pub struct LaidOut {
    pages: PagedDocument,
    identifier: String,
    attachment: String,
    issued: Timestamp,
    strips: Arc<StripCache>,
    letters: Letters,
}

impl LaidOut {
    pub(crate) fn new(
        pages: PagedDocument,
        view: &View,
        issued: Timestamp,
        strips: Arc<StripCache>,
        letters: Letters,
    ) -> LaidOut {
        let (identifier, attachment) = (view.identifier.clone(), view.attachment.clone());
        LaidOut { pages, identifier, attachment, issued, strips, letters }
    }

    #[cfg(test)]
    pub(crate) fn first_page(&self) -> Option<&Page> {
        self.pages.pages().first()
    }

    /// How many pages the document has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// Page 1 as a JPEG of [`PICTURE_SIZE`](crate::PICTURE_SIZE). The link and its code stand in the supplement only, so they are never in it.
    ///
    /// # Errors
    /// [`DocumentError::Picture`].
    pub fn picture(&self) -> Result<Vec<u8>, DocumentError> {
        let page = self.pages.pages().first().ok_or(DocumentError::Picture)?;
        self.strips.picture(page)
    }

    /// A page as a JPEG of the same size, the first by 0; `None` behind the last.
    ///
    /// # Errors
    /// [`DocumentError::Picture`].
    pub fn page_picture(&self, page: usize) -> Result<Option<Vec<u8>>, DocumentError> {
        self.pages.pages().get(page).map(|page| self.strips.picture(page)).transpose()
    }

    /// The PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) file that carries the sealed credential under `file_name`.
    /// Same proof and same credential, same bytes.
    ///
    /// # Errors
    /// [`DocumentError::Pdf`] when the page breaks a rule of either standard, for example with a character no face has.
    pub fn certificate(&self, sealed_jsonld: &[u8], file_name: &str) -> Result<Vec<u8>, DocumentError> {
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|why| DocumentError::Pdf(why.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(self.identifier.clone()),
            creator: Smart::Custom(Some("Signet".to_owned())),
            timestamp: Some(typst_pdf::Timestamp::new_utc(moment(self.issued).ok_or(DocumentError::Time)?)),
            standards,
            ..PdfOptions::default()
        };
        let placeholder = Placeholder::of(sealed_jsonld);
        let printed = typst_pdf::pdf(&self.carrying(placeholder.bytes(), file_name), &options).map_err(|errors| {
            DocumentError::Pdf(errors.first().map(|error| error.message.to_string()).unwrap_or_default())
        })?;
        placeholder.replaced(&printed, sealed_jsonld)
    }

    /// The same pages with a file attached, as `#pdf.attach` would have done it while setting them: the seal is made after
    /// the picture, and setting the pages twice would cost more than all else together.
    fn carrying(&self, file: Bytes, file_name: &str) -> PagedDocument {
        let path = Derived::new(PathOrStr::Str(Str::from(file_name)), file_name.into());
        let mut element = AttachElem::new(path, file)
            .with_relationship(Some(AttachedFileRelationship::Data))
            .with_mime_type(Some(JSON_LD.into()))
            .with_description(Some(self.attachment.as_str().into()))
            .pack();
        element.set_location(Location::new(hash128(&(&self.identifier, JSON_LD))));
        let flags = TagFlags { introspectable: true, tagged: false };
        let mut pages: EcoVec<Page> = EcoVec::from(self.pages.pages());
        if let Some(page) = pages.make_mut().last_mut() {
            page.frame.prepend(Point::zero(), FrameItem::Tag(Tag::Start(element, flags)));
        }
        if let Some(page) = pages.make_mut().first_mut() {
            page.frame.prepend(Point::zero(), self.letters.item());
        }
        PagedDocument::new(pages, self.pages.info().clone())
    }
}

/// The instant as a PDF date of whole seconds, UTC.
fn moment(instant: Timestamp) -> Option<Datetime> {
    let there = instant.to_zoned_datetime(TimeZone::UTC);
    let part = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        i32::from(there.year()),
        part(there.month())?,
        part(there.day())?,
        part(there.hour())?,
        part(there.minute())?,
        part(there.second())?,
    )
}
