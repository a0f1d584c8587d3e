//! Files and pictures that stand inside a credential, as addresses that hold their bytes.
//!
//! An uploaded file is not kept, so there is nothing to fetch: what it carries is carried by the page. A picture is one only by its first
//! bytes (PNG or JPEG), a download only PDF, PNG or JPEG; both are written as media types of ours, never as the credential says.

use signet_credential::view::Display;
use signet_credential::view::whole::{MediaFile, Thing};
use signet_credential::{Credential, stem};
use signet_lang::{Locale, args};
use signet_record::{FileKind, Language};

use super::Piece;

/// The picture of the document's first page in the best language for a reader.
pub fn first_page(credential: &Credential, l: Locale) -> Option<Display<'_>> {
    let wanted = match l.language() {
        Language::Cs => "CES",
        Language::En => "ENG",
    };
    let all = || credential.displays();
    [Some(wanted), Some("ENG"), None].into_iter().find_map(|language| {
        all()
            .filter(|display| language.is_none_or(|language| display.language == language))
            .min_by_key(|display| display.page)
    })
}

/// The same, as an address that holds its bytes.
pub fn sheet(credential: &Credential, l: Locale) -> Option<String> {
    let best = first_page(credential, l)?;
    let bytes = best.bytes()?;
    Some(format!("data:{};base64,{}", best.media_type, data_encoding::BASE64.encode(&bytes)))
}

/// The address that holds a file's bytes.
fn address(file: &MediaFile<'_>) -> String {
    format!("data:{};base64,{}", file.kind.code(), file.base64)
}

/// A download; `named` is what the credential calls it.
pub fn download(file: &MediaFile<'_>, named: &str, l: Locale) -> Piece {
    let name = format!("{}.{}", stem("", without_ending(named)), file.kind.ending());
    let size = l.content_size(file.size / 1024);
    let sentence = l.content_download(args::ContentDownload { kind: file.kind.name(), name: name.as_str(), size });
    Piece::File(address(file), name, sentence)
}

/// A picture with what it shows in words; nothing when the file is none.
pub fn picture(media: &Thing<'_>, words: String, sheet: bool) -> Option<Piece> {
    let file = MediaFile::of(media).filter(|file| file.kind != FileKind::Pdf)?;
    Some(Piece::Picture(address(&file), words, sheet))
}

/// `report.pdf.exe` is saved as `report`, whatever its name says it is.
fn without_ending(name: &str) -> &str {
    let ending = |name: &str| {
        name.rsplit_once('.').is_some_and(|(stem, ending)| {
            !stem.is_empty() && ending.len() <= 5 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    let mut rest = name;
    while ending(rest) {
        rest = rest.rsplit_once('.').map_or(rest, |(stem, _)| stem);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_ending_of_what_it_is() {
        let file = MediaFile { kind: FileKind::Pdf, size: 2048, base64: "JVBERi0=" };
        for named in ["mandate", "mandate.png", "mandate.pdf.exe", "../mandate.html"] {
            let Piece::File(address, name, _) = download(&file, named, Locale::ENGLISH) else { unreachable!() };
            assert!(name.ends_with("mandate.pdf") && !name.contains('/'), "{name}");
            assert_eq!(address, "data:application/pdf;base64,JVBERi0=");
        }
    }
}
