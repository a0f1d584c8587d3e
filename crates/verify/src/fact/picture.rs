//! Whether the pictures in a credential are the first page of its PDF.

/// The pictures that were held against the first page of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFact {
    /// SHA-256 of each.
    pub pictures: Vec<Vec<u8>>,
    /// Why it is not told that they are that page.
    pub doubt: Option<PictureDoubt>,
}

/// Why it cannot be told whether a picture is page 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureDoubt {
    /// No seal of the PDF holds that leads to an authority: page and picture are anybody's.
    Seal,
    /// The picture is none that is read, too small to tell letters apart, or too large.
    Picture,
    /// The record has pictures of further pages, or too many of the first.
    Pages,
    /// The page cannot be drawn here, or not within limits.
    Page,
    /// Something stands over the page, such as a field that shows a seal, and without it the page is the picture.
    Annotations,
    /// The picture is another drawing, and nobody said that it was the page.
    AnotherDrawing,
}

impl PictureDoubt {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Seal => "seal",
            Self::Picture => "picture",
            Self::Pages => "pages",
            Self::Page => "page",
            Self::Annotations => "annotations",
            Self::AnotherDrawing => "another-drawing",
        }
    }

    /// Whether it is a matter of the picture or the page, which Signet's own files never have.
    pub(crate) const fn weighs(self) -> bool {
        matches!(self, Self::Picture | Self::Pages | Self::Page)
    }
}
