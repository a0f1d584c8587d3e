//! The renderer: template and fonts are read once, then documents are laid out one after another.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use signet_record::{Award, Timestamp};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::error::DocumentError;
use crate::input::DocumentInput;
use crate::view::{LOGO_PNG, LOGO_SVG};
use crate::{fonts, laid_out::LaidOut, letters::Letters, picture::StripCache, qr, words};

/// The layout; the first is the main file, the second that of the letters.
const LAYOUT: [(&str, &str); 5] = [
    ("/main.typ", include_str!("layout/main.typ")),
    ("/letters.typ", include_str!("layout/letters.typ")),
    ("/style.typ", include_str!("layout/style.typ")),
    ("/certificate.typ", include_str!("layout/certificate.typ")),
    ("/supplement.typ", include_str!("layout/supplement.typ")),
];
const DATA: &str = "/data.json";
const QR: &str = "/qr.svg";

/// Sheets between two rounds of forgetting. A round looks at everything that is remembered, which costs a tenth of a layout.
const SHEETS_A_ROUND: usize = 4;
/// Rounds after which work that no sheet has used again is forgotten, so after four to eight sheets: long enough for a batch of one unit
/// to set its outcomes once, short enough to keep memory level.
const REMEMBERED_ROUNDS: usize = 1;

/// Sets sheets. Costs some milliseconds and 5 MB to make; make one and share it between threads.
pub struct Renderer {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    layout: Vec<Source>,
    main: FileId,
    data: FileId,
    qr: FileId,
    logos: [FileId; 2],
    strips: Arc<StripCache>,
    /// Found when the first sheet is laid out.
    letters: OnceLock<Letters>,
    /// Sheets laid out so far.
    laid_out: AtomicUsize,
}

impl Renderer {
    /// Reads the layout and the faces, all of which are part of the program.
    #[must_use]
    pub fn new() -> Renderer {
        let fonts = fonts::embedded();
        let layout = LAYOUT.iter().map(|(name, text)| Source::new(file(name), (*text).to_owned())).collect();
        Renderer {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            layout,
            main: file(LAYOUT[0].0),
            data: file(DATA),
            qr: file(QR),
            logos: [file(LOGO_SVG), file(LOGO_PNG)],
            strips: Arc::default(),
            letters: OnceLock::new(),
            laid_out: AtomicUsize::new(0),
        }
    }

    /// Sets the whole document once; picture and PDF are made from the proof.
    ///
    /// # Errors
    /// When the link does not fit a QR code, the logo cannot be drawn, or the layout reports anything at all, were it a warning.
    pub fn lay_out(&self, sheet: &DocumentInput<'_>) -> Result<LaidOut, DocumentError> {
        let view = words::view(sheet);
        let world = LayoutWorld {
            renderer: self,
            main: self.main,
            data: Bytes::new(serde_json::to_vec(&view).map_err(|_| DocumentError::Data)?),
            qr: Bytes::from_string(qr::svg(sheet.link)?),
            logo: sheet.award.institution().logo.as_ref().map(|logo| Bytes::new(logo.bytes().to_vec())),
        };
        let set = typst::compile::<typst_layout::PagedDocument>(&world);
        if self.laid_out.fetch_add(1, Ordering::Relaxed).is_multiple_of(SHEETS_A_ROUND) {
            comemo::evict(REMEMBERED_ROUNDS);
        }
        if let Some(warning) = set.warnings.first() {
            return Err(layout_error(warning));
        }
        let mut pages = set.output.map_err(|errors| errors.first().map_or(DocumentError::Data, layout_error))?;
        let info = pages.info_mut();
        info.title = Some(view.title.as_str().into());
        info.author = vec![view.author.as_str().into()];
        info.description = Some(view.description.as_str().into());
        info.keywords = sheet.record.iter().map(|record| record.notation.as_str().into()).collect();
        Ok(LaidOut::new(pages, &view, sheet.issued, Arc::clone(&self.strips), self.letters()?))
    }

    /// Set once; the same for every renderer.
    fn letters(&self) -> Result<Letters, DocumentError> {
        if let Some(letters) = self.letters.get() {
            return Ok(letters.clone());
        }
        let world = LayoutWorld {
            renderer: self,
            main: file(LAYOUT[1].0),
            data: Bytes::new([]),
            qr: Bytes::new([]),
            logo: None,
        };
        let set = typst::compile::<typst_layout::PagedDocument>(&world).output;
        let pages = set.map_err(|errors| errors.first().map_or(DocumentError::Data, layout_error))?;
        let found = pages.pages().first().and_then(|page| Letters::found_in(&page.frame)).ok_or(DocumentError::Data)?;
        Ok(self.letters.get_or_init(|| found).clone())
    }

    /// The picture of page 1, as [`LaidOut::picture`].
    ///
    /// # Errors
    /// As [`Renderer::lay_out`] and [`LaidOut::picture`].
    pub fn picture(&self, sheet: &DocumentInput<'_>) -> Result<Vec<u8>, DocumentError> {
        self.lay_out(sheet)?.picture()
    }

    /// The PDF, as [`LaidOut::certificate`].
    ///
    /// # Errors
    /// As [`Renderer::lay_out`] and [`LaidOut::certificate`].
    pub fn certificate(
        &self,
        sheet: &DocumentInput<'_>,
        sealed_jsonld: &[u8],
        file_name: &str,
    ) -> Result<Vec<u8>, DocumentError> {
        self.lay_out(sheet)?.certificate(sealed_jsonld, file_name)
    }

    #[cfg(test)]
    pub(crate) fn strips(&self) -> &StripCache {
        &self.strips
    }

    /// The characters of the award that no face of the document has, each once, in code order. With any of them the PDF would have
    /// holes and PDF/A would not hold (ISO 19005-3, 6.2.11.8): refuse the award before it is sealed.
    #[must_use]
    pub fn unprintable(&self, award: &Award) -> Vec<char> {
        let sheet = DocumentInput {
            award,
            issued: Timestamp::UNIX_EPOCH,
            sealed_by: String::new(),
            time_stamped: true,
            test: true,
            link: "",
            record: None,
        };
        // JSON writes what is not ASCII as it stands, so the text of the whole view is its characters.
        let text = serde_json::to_string(&words::view(&sheet)).unwrap_or_default();
        let characters: BTreeSet<char> = text.chars().filter(|character| !character.is_ascii()).collect();
        characters.into_iter().filter(|&character| !fonts::cover(&self.fonts, character)).collect()
    }
}

impl Default for Renderer {
    fn default() -> Renderer {
        Renderer::new()
    }
}

/// A file name inside the layout. The layout engine never forgets a name, so there are only these few, whatever the input.
#[expect(clippy::expect_used, reason = "the names are constants of this file, and every test makes a renderer")]
fn file(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a constant and valid path")).intern()
}

fn layout_error(found: &SourceDiagnostic) -> DocumentError {
    DocumentError::Layout(found.message.to_string())
}

/// What the layout of one document can read. It has neither clock nor disk.
struct LayoutWorld<'a> {
    renderer: &'a Renderer,
    main: FileId,
    data: Bytes,
    qr: Bytes,
    logo: Option<Bytes>,
}

impl World for LayoutWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.renderer.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.renderer.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.renderer.layout.iter().find(|source| source.id() == id).cloned().ok_or_else(absent)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.renderer.data => Ok(self.data.clone()),
            id if id == self.renderer.qr => Ok(self.qr.clone()),
            id if self.renderer.logos.contains(&id) => self.logo.clone().ok_or_else(absent),
            _ => Err(absent()),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.renderer.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent() -> FileError {
    FileError::AccessDenied
}
