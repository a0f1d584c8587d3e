//! A picture and what it shows.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use crate::{Bilingual, Flaw, Problem, code::codes, problem::PictureProblem};

/// Largest picture, in bytes.
pub const BYTES_MAX: usize = 256 * 1024;

codes! {
    /// Form of a picture.
    MediaType {
        /// Drawing.
        Svg = "image/svg+xml",
        /// Raster.
        Png = "image/png",
    }
}

/// A logo: SVG without scripts and without anything fetched from elsewhere, or PNG; at most 256
/// KiB.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Encoded", into = "Encoded")]
pub struct Image {
    bytes: Vec<u8>,
    media_type: MediaType,
    alt: Bilingual,
}

/// The form in JSON.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Encoded {
    base64: String,
    alt: Bilingual,
}

impl Image {
    /// Takes a picture; its form is told from its bytes.
    ///
    /// # Errors
    /// When it is neither SVG nor PNG, too large, or an SVG that does more than show.
    pub fn new(bytes: Vec<u8>, alt: Bilingual) -> Result<Self, Flaw> {
        let refused = |reason| Flaw::from(Problem::NotAPicture { reason });
        if bytes.len() > BYTES_MAX {
            return Err(refused(PictureProblem::Size));
        }
        let media_type = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            MediaType::Png
        } else {
            let text = std::str::from_utf8(&bytes).map_err(|_| refused(PictureProblem::Format))?.to_ascii_lowercase();
            if !text.contains("<svg") || !text.contains("http://www.w3.org/2000/svg") {
                return Err(refused(PictureProblem::Format));
            }
            if is_active(&text) {
                return Err(refused(PictureProblem::Active));
            }
            MediaType::Svg
        };
        Ok(Image { bytes, media_type, alt })
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its form.
    #[must_use]
    pub fn media_type(&self) -> MediaType {
        self.media_type
    }

    /// What it shows, for those who cannot see it.
    #[must_use]
    pub fn alt(&self) -> &Bilingual {
        &self.alt
    }
}

/// Whether a drawing could run, expand or fetch something. `text` is in small letters.
fn is_active(text: &str) -> bool {
    const FORBIDDEN: [&str; 9] = [
        "<script",
        "<!doctype",
        "<!entity",
        "<foreignobject",
        "javascript:",
        "@import",
        "url(http",
        "url('http",
        "url(\"http",
    ];
    let reference =
        |mark: char| text.split("href=").skip(1).any(|rest| rest.starts_with(mark) && !rest[1..].starts_with('#'));
    let handler = text.split_ascii_whitespace().any(|word| word.starts_with("on") && word.contains('='));
    handler || FORBIDDEN.iter().any(|word| text.contains(word)) || reference('"') || reference('\'')
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Image({}, {} bytes)", self.media_type.code(), self.bytes.len())
    }
}

impl TryFrom<Encoded> for Image {
    type Error = Flaw;

    fn try_from(encoded: Encoded) -> Result<Self, Flaw> {
        let refused = |_| Flaw::from(Problem::NotAPicture { reason: PictureProblem::Format });
        Image::new(BASE64.decode(encoded.base64.as_bytes()).map_err(refused)?, encoded.alt)
    }
}

impl From<Image> for Encoded {
    fn from(image: Image) -> Encoded {
        Encoded { base64: BASE64.encode(&image.bytes), alt: image.alt }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn svg(inside: &str) -> Result<Image, Flaw> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        Image::new(text.into_bytes(), Bilingual::new("Znak", "Emblem").unwrap())
    }

    #[test]
    fn drawings_only_show() {
        assert_eq!(svg("<path d=\"M0 0\"/><use href=\"#a\"/>").unwrap().media_type(), MediaType::Svg);
        for inside in [
            "<script>1</script>",
            "<image href=\"https://a.example/x.png\"/>",
            "<g onload=\"x()\"/>",
            "<SCRIPT/>",
            "<style>@import 'x'</style>",
            "<image href='//a.example'/>",
            "<a xlink:href=\"javascript:x\"/>",
        ] {
            assert_eq!(
                svg(inside).unwrap_err().problem,
                Problem::NotAPicture { reason: PictureProblem::Active },
                "{inside}"
            );
        }
    }

    #[test]
    fn other_bytes_are_no_picture() {
        let alt = Bilingual::new("Znak", "Emblem").unwrap();
        for bytes in [b"GIF89a".to_vec(), vec![0xff, 0xd8], Vec::new()] {
            assert!(Image::new(bytes, alt.clone()).is_err());
        }
        assert!(Image::new(vec![0; BYTES_MAX + 1], alt).is_err());
    }

    #[test]
    fn a_picture_reads_back() {
        let image = svg("").unwrap();
        let json = serde_json::to_string(&image).unwrap();
        assert_eq!(serde_json::from_str::<Image>(&json).unwrap(), image);
    }
}
