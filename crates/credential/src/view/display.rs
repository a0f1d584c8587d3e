//! The pictures of the document that a credential carries.

use data_encoding::BASE64;

use crate::Credential;
use crate::elm::{DisplayDetail, IndividualDisplay, Literal, Node};

/// Bytes of one picture that we are ready to decode.
pub const MAX_PICTURE: usize = 4 << 20;

/// One page of the document in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Display<'a> {
    /// Code of the language in the EU list (`CES`).
    pub language: &'a str,
    /// Page, from 1.
    pub page: u32,
    /// `image/jpeg` or `image/png`, by its first bytes, not by what the credential says.
    pub media_type: &'static str,
    content: &'a str,
}

impl<'a> Display<'a> {
    fn of(individual: IndividualDisplay<'a>, detail: DisplayDetail<'a>) -> Option<Self> {
        let language = individual.language().first()?.id()?;
        let content = detail.image().first()?.content().text()?;
        // JPEG starts with FF D8 FF, PNG with 89 50 4E 47.
        let media_type = match content.get(..4)? {
            "/9j/" => "image/jpeg",
            "iVBO" => "image/png",
            _ => return None,
        };
        let page = detail.page().first().and_then(Literal::written);
        Some(Display {
            language: language.rsplit('/').next().unwrap_or(language),
            page: page.and_then(|page| page.parse().ok()).unwrap_or(1),
            media_type,
            content,
        })
    }

    /// The picture, or `None` when it is not base64 or more than [`MAX_PICTURE`] bytes.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        if self.content.len() / 4 * 3 > MAX_PICTURE {
            return None;
        }
        BASE64.decode(self.content.as_bytes()).ok()
    }
}

impl Credential {
    /// The pictures, in the order of the file; only those that are JPEG or PNG.
    pub fn displays(&self) -> impl Iterator<Item = Display<'_>> {
        let parameter = self.model().display_parameter().first();
        let individuals = parameter.into_iter().flat_map(|parameter| parameter.individual_display().all());
        individuals.flat_map(|individual| {
            individual.display_detail().all().filter_map(move |detail| Display::of(individual, detail))
        })
    }
}
