//! A sheet, set: the picture of its first page, and the PDF around the sealed credential.

use jiff::tz::TimeZone;
use jpeg_encoder::{Encoder, ImageBuffer, JpegColorType, SamplingFactor, rgb_to_ycbcr};
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
use typst_render::RenderOptions;

use crate::input::DocumentError;
use crate::view::View;

/// Width and height of the picture in pixels: A4 at 96 to the inch, as the EDC viewer shows it.
pub const PICTURE_SIZE: (u32, u32) = (794, 1123);
/// Thin lines and small letters stay crisp; larger does not look better.
const JPEG_QUALITY: u8 = 64;
/// IANA media type of the credential inside.
const JSON_LD: &str = "application/ld+json";

/// One sheet with all its lines broken and its pages made.
pub struct LaidOut {
    pages: PagedDocument,
    identifier: String,
    attachment: String,
    issued: Timestamp,
}

impl LaidOut {
    pub(crate) fn new(pages: PagedDocument, view: &View, issued: Timestamp) -> LaidOut {
        LaidOut { pages, identifier: view.identifier.clone(), attachment: view.attachment.clone(), issued }
    }

    /// How many pages the document has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// Page 1 as a JPEG of [`PICTURE_SIZE`]. The link and its code stand in the supplement only, so they are never in it.
    ///
    /// # Errors
    /// [`DocumentError::Picture`].
    pub fn picture(&self) -> Result<Vec<u8>, DocumentError> {
        let page = self.pages.pages().first().ok_or(DocumentError::Picture)?;
        let scale = f64::from(PICTURE_SIZE.0) / page.frame.width().to_pt();
        let picture = typst_render::render(page, &RenderOptions { pixel_per_pt: scale.into(), render_bleed: false });
        if (picture.width(), picture.height()) != PICTURE_SIZE {
            return Err(DocumentError::Picture);
        }
        let (width, height) = (u16::try_from(PICTURE_SIZE.0), u16::try_from(PICTURE_SIZE.1));
        let (Ok(width), Ok(height)) = (width, height) else { return Err(DocumentError::Picture) };
        let mut jpeg = Vec::with_capacity(64 * 1024);
        let mut encoder = Encoder::new(&mut jpeg, JPEG_QUALITY);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder.encode_image(Paper { pixels: picture.data(), width, height }).map_err(|_| DocumentError::Picture)?;
        Ok(jpeg)
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
        let with_credential = self.carrying(sealed_jsonld, file_name);
        typst_pdf::pdf(&with_credential, &options).map_err(|errors| {
            DocumentError::Pdf(errors.first().map(|error| error.message.to_string()).unwrap_or_default())
        })
    }

    /// The same pages with the credential attached, as `#pdf.attach` would have done it while setting them: the seal is made after
    /// the picture, and setting the pages twice would cost more than all else together.
    fn carrying(&self, sealed_jsonld: &[u8], file_name: &str) -> PagedDocument {
        let path = Derived::new(PathOrStr::Str(Str::from(file_name)), file_name.into());
        let mut element = AttachElem::new(path, Bytes::new(sealed_jsonld.to_vec()))
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
        PagedDocument::new(pages, self.pages.info().clone())
    }
}

/// A rendered page for the encoder: four bytes a pixel, most of them white.
struct Paper<'a> {
    pixels: &'a [u8],
    width: u16,
    height: u16,
}

impl ImageBuffer for Paper<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    fn width(&self) -> u16 {
        self.width
    }

    fn height(&self) -> u16 {
        self.height
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let row = usize::from(self.width) * 4;
        let start = usize::from(y) * row;
        let [luma, blue, red, _] = buffers;
        for channel in [&mut *luma, &mut *blue, &mut *red] {
            channel.reserve(usize::from(self.width));
        }
        for pixel in self.pixels.get(start..start + row).unwrap_or_default().chunks_exact(4) {
            let (y, cb, cr) = match pixel {
                [255, 255, 255, _] => (255, 128, 128),
                [r, g, b, _] => rgb_to_ycbcr(*r, *g, *b),
                _ => continue,
            };
            luma.push(y);
            blue.push(cb);
            red.push(cr);
        }
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
