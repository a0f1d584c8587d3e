//! The whole document in words: the head of the file, then part 1 and part 2.

use signet_lang::{Locale, args};
use signet_record::Language;
use signet_record::image::MediaType;

use crate::colour::Rgb;
use crate::input::DocumentInput;
use crate::view::{Colours, LOGO_PNG, LOGO_SVG, Logo, Pair, View};
use crate::{certificate, supplement};

/// The sheet in words, ready to be set.
pub(crate) fn view(sheet: &DocumentInput<'_>) -> View {
    let award = sheet.award;
    let institution = award.institution();
    let czech = Locale::new(Language::Cs);
    let name = institution.legal_name.text(Language::Cs);
    let colour = Rgb(institution.colour.rgb());
    View {
        title: czech.document_title(args::DocumentTitle {
            holder: award.holder().full_name(),
            title: award.unit().title.text(Language::Cs),
        }),
        author: name.to_owned(),
        description: czech.document_description(),
        attachment: czech.document_attachment(),
        colour: Colours { accent: colour.for_lines().hex(), ink: colour.for_text().hex() },
        logo: institution.logo.as_ref().map(|logo| Logo {
            path: match logo.media_type() {
                MediaType::Svg => LOGO_SVG,
                MediaType::Png => LOGO_PNG,
            },
            alt: logo.alt().text(Language::Cs).to_owned(),
        }),
        test: sheet.test.then(|| Pair::says(Locale::document_test)),
        page: Pair::says(|locale| locale.document_page(args::DocumentPage { page: "{page}", pages: "{pages}" })),
        identifier_label: Pair::says(Locale::document_identifier),
        identifier: award.id().to_string(),
        certificate: certificate::view(sheet),
        supplement: supplement::view(sheet),
    }
}
