//! The pictures of the document.

use signet_record::{Award, Language};

use crate::vocabulary::Scheme;

use super::concept::concept;
use super::draft::{Draft, Members, Node};
use super::{ComposeError, Picture, organisation};

const WHAT: (&str, &str) = ("Osvědčení o získání mikrocertifikátu", "Certificate of micro-credential");

pub(super) fn display<'a>(draft: &mut Draft<'a>, award: &Award, pictures: &'a [Picture]) -> Result<Node, ComposeError> {
    let primary = pictures.first().ok_or(ComposeError::NoPicture)?.language;
    let mut seen = Vec::new();
    let mut displays = Vec::new();
    let mut languages = Vec::new();
    for picture in pictures {
        if !picture.jpeg.starts_with(b"\xff\xd8\xff") || seen.contains(&picture.language) {
            return Err(ComposeError::WrongPicture);
        }
        let language = concept(Scheme::Language, eu_code(picture.language));
        languages.push(language.clone());
        // A page that says everything in both languages is one picture: viewers show the primary language's where another has none.
        let shown = pictures.iter().take(seen.len()).any(|earlier| earlier.jpeg == picture.jpeg);
        seen.push(picture.language);
        if shown {
            continue;
        }
        let image = organisation::media(draft, &picture.jpeg, "JPEG");
        let detail = draft.node("DisplayDetail", Members::new().node("page", &Node::number(1)).node("image", &image));
        let members = Members::new().node("language", &language).node("displayDetail", &detail);
        displays.push(draft.node("IndividualDisplay", members));
    }
    let members = Members::new()
        .words("title", &award.unit().title)
        .both("description", WHAT.0, WHAT.1)
        .node("primaryLanguage", &concept(Scheme::Language, eu_code(primary)))
        .many("language", &languages)
        .many("individualDisplay", &displays);
    Ok(draft.node("DisplayParameter", members))
}

/// Code of one of our languages in the EU list.
fn eu_code(language: Language) -> &'static str {
    match language {
        Language::Cs => "CES",
        Language::En => "ENG",
    }
}
