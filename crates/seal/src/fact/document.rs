//! What a seal in a PDF covers, and what came after it.

/// How a byte range does not cover what it must: each is a known way of passing off changed content as signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RangeFault {
    /// `/ByteRange` is not four integers that fit the file.
    #[error("/ByteRange is not four integers that fit the file")]
    NotARange,
    /// The signed bytes begin behind the first byte of the file.
    #[error("the signed bytes do not start at the first byte of the file")]
    Start,
    /// `/Contents` is not a hexadecimal string that stands in the file as such.
    #[error("/Contents is not a hexadecimal string written in the file")]
    Contents,
    /// What is left out is more or less than the signature value.
    #[error("the gap between the signed bytes is not exactly the signature value")]
    Gap,
    /// The signed bytes end inside a revision.
    #[error("the signed bytes do not end where a revision of the file ends")]
    End,
    /// Bytes follow that belong to no revision of the file.
    #[error("bytes follow that belong to no revision of the file")]
    Trailing,
    /// The signature field is not one of the revision that it covers.
    #[error("the signature does not belong to the form of the revision it covers")]
    Foreign,
}

/// What later revisions did, as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// There is no later revision.
    None,
    /// Only evidence was added (`/DSS`, document time-stamps), or further seals.
    Evidence {
        /// Whether another seal was added.
        seals: bool,
    },
    /// Beside evidence, what the file says of itself was rewritten (XMP or document information). Some software does
    /// that whenever it writes; a title could also be a lie. It is not shown on any page.
    Metadata {
        /// The object's number.
        object: u32,
    },
    /// Something shows that did not when the seal was made. It is permitted, and it is not sealed.
    Shown {
        /// What.
        part: DocumentPart,
        /// In which object.
        object: u32,
    },
    /// Something else changed.
    Content {
        /// What.
        part: DocumentPart,
        /// In which object.
        object: u32,
    },
}

impl Changes {
    /// The stable name in a finding.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Evidence { seals: false } => "evidence",
            Self::Evidence { seals: true } => "seals",
            Self::Metadata { .. } => "metadata",
            Self::Shown { .. } => "shown",
            Self::Content { .. } => "content",
        }
    }
}

/// A part of a document, as far as rules for changing it differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentPart {
    /// The document catalog, and everything that hangs on it alone.
    Catalog,
    /// The page tree: number, order and inherited attributes of the pages.
    Pages,
    /// A page with its content and resources.
    Page,
    /// An annotation that is no field of the form.
    Annotation,
    /// The form as a whole.
    Form,
    /// What a field is.
    Field,
    /// What a field holds and how that is shown.
    Value,
    /// What a field that a seal locked holds (ISO 32000-2, 12.8.2.4).
    LockedValue,
    /// A signature field.
    Signature,
}

impl DocumentPart {
    /// The stable name in a finding.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Pages => "pages",
            Self::Page => "page",
            Self::Annotation => "annotation",
            Self::Form => "form",
            Self::Field => "field",
            Self::Value => "value",
            Self::LockedValue => "locked-value",
            Self::Signature => "signature",
        }
    }
}
