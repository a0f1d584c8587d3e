//! Whether the picture in the record is page 1 of the PDF that carries it.
//!
//! A picture is drawn by whoever seals, and could show something else than the data say. Signet's own PDF binds it: one seal covers
//! the page, the record in the PDF, and the picture in the record, and the page can be drawn and compared. Of the files of others
//! nobody says that their picture is page 1; when it is, that is told, and when it is not, nothing follows from it.

mod compare;
mod draw;
mod figures;
mod raster;

use signet_credential::Credential;
use signet_seal::{
    DigestAlgorithm, Outcome, SealCheck,
    pades::{Annotations, PdfDocument},
};

use crate::{
    artefact::{Content, ParsedFile},
    check::{FilePart, Finding},
    description,
    fact::{FindingFact, PictureDoubt, PictureFact},
    picture::raster::{Raster, WIDTH_MIN},
    seal::Judged,
};

/// Different pictures that are compared; a record has one, or one for each language.
const PICTURES_MAX: usize = 2;
/// Largest PDF whose page is drawn. Those with a picture of one page and a record have a quarter of a megabyte.
const BYTES_MAX: usize = 8 << 20;

/// What the pictures in a record show, beside page 1 of the PDF around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureMatch {
    /// Page 1.
    PageOne,
    /// Something else.
    SomethingElse,
    /// It cannot be told.
    Unclear(PictureDoubt),
}

impl ParsedFile {
    /// Whether the pictures in the record of a PDF are its page 1, whoever sealed it; nothing without a picture or a PDF.
    pub fn picture(&self) -> Option<PictureMatch> {
        match &self.content {
            Content::Document { pdf, embedded: Some(Ok(sealed)) } => compared(pdf, &pictures(&sealed.credential)?),
            _ => None,
        }
    }
}

/// The finding; none without a picture.
pub(crate) fn finding(pdf: &PdfDocument, credential: &Credential, seals: &[Judged]) -> Option<Finding> {
    let pictures = pictures(credential)?;
    // A file that nobody vouches for makes nobody draw anything.
    let found = match seals.iter().any(vouches) {
        true => compared(pdf, &pictures)?,
        false => PictureMatch::Unclear(PictureDoubt::Seal),
    };
    let is_signets = description::made_by_signet(pdf.bytes());
    let told = |outcome, doubt| {
        let bytes = match &pictures {
            Pictures::PageOne(pictures) => pictures.iter().flatten().collect(),
            Pictures::Others => Vec::new(),
        };
        let pictures = bytes.into_iter().map(|bytes| DigestAlgorithm::Sha256.hash(bytes)).collect();
        Finding::new(FindingFact::Picture(PictureFact { pictures, doubt }), FilePart::Document, outcome)
    };
    Some(match found {
        PictureMatch::PageOne => told(Outcome::Holds, None),
        PictureMatch::SomethingElse if is_signets => told(Outcome::Fails, None),
        PictureMatch::SomethingElse => told(Outcome::CannotTell, Some(PictureDoubt::AnotherDrawing)).advisory(),
        PictureMatch::Unclear(doubt) => {
            let finding = told(Outcome::CannotTell, Some(doubt));
            if is_signets && doubt.weighs() { finding } else { finding.advisory() }
        }
    })
}

/// Whether a seal holds over the page and the picture as they stand, and leads to an authority.
fn vouches(judged: &Judged) -> bool {
    let outcome = |check| judged.report.finding(check).map(|finding| finding.outcome);
    // What was added over the page leaves the page itself as it was sealed.
    judged.leads_to_anchor()
        && outcome(SealCheck::Integrity) == Some(Outcome::Holds)
        && outcome(SealCheck::ByteRange) == Some(Outcome::Holds)
        && outcome(SealCheck::ChangesAfter) != Some(Outcome::Fails)
}

/// The pictures that a record has.
enum Pictures {
    /// The different ones of page 1, each once; `None` for what is no base64, or larger than is decoded.
    PageOne(Vec<Option<Vec<u8>>>),
    /// More than are looked at, or of other pages.
    Others,
}

fn pictures(credential: &Credential) -> Option<Pictures> {
    let mut found: Vec<Option<Vec<u8>>> = Vec::new();
    for display in credential.displays() {
        let bytes = display.bytes();
        if !found.contains(&bytes) {
            found.push(bytes);
        }
        if display.page != 1 || found.len() > PICTURES_MAX {
            return Some(Pictures::Others);
        }
    }
    (!found.is_empty()).then_some(Pictures::PageOne(found))
}

fn compared(pdf: &PdfDocument, pictures: &Pictures) -> Option<PictureMatch> {
    let Pictures::PageOne(pictures) = pictures else { return Some(PictureMatch::Unclear(PictureDoubt::Pages)) };
    // The worst counts: each picture may be what a reader is shown.
    let worst = |found: &PictureMatch| match found {
        PictureMatch::PageOne => 0,
        PictureMatch::Unclear(_) => 1,
        PictureMatch::SomethingElse => 2,
    };
    pictures.iter().map(|picture| one(pdf, picture.as_deref())).max_by_key(worst)
}

fn one(pdf: &PdfDocument, picture: Option<&[u8]>) -> PictureMatch {
    let unclear = PictureMatch::Unclear;
    let Some(picture) = picture.and_then(Raster::read).filter(|picture| picture.width >= WIDTH_MIN) else {
        return unclear(PictureDoubt::Picture);
    };
    if pdf.bytes().len() > BYTES_MAX {
        return unclear(PictureDoubt::Page);
    }
    let Ok(page) = pdf.first_page(Annotations::Drawn) else { return unclear(PictureDoubt::Page) };
    let drawn = |page| draw::draw(page, picture.width, picture.height);
    match drawn(page.pdf) {
        Some(draw::Drawn::Page(whole, figures)) if compare::same(&whole, &figures, &picture) => {
            return PictureMatch::PageOne;
        }
        Some(_) => {}
        None => return unclear(PictureDoubt::Page),
    }
    if page.annotated
        && let Ok(bare) = pdf.first_page(Annotations::Left)
        && let Some(draw::Drawn::Page(bare, figures)) = drawn(bare.pdf)
        && compare::same(&bare, &figures, &picture)
    {
        return unclear(PictureDoubt::Annotations);
    }
    PictureMatch::SomethingElse
}
