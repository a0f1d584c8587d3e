//! What the broad fields of ISCED-F are called.

use signet_lang::{Locale, args::WebCatalogueField};

/// The name of a broad field, 0 to 10; that of the general programmes for any other number, of which there is none.
#[must_use]
pub fn broad_field(l: Locale, field: u8) -> String {
    l.web_catalogue_field(match field {
        1 => WebCatalogueField::F01,
        2 => WebCatalogueField::F02,
        3 => WebCatalogueField::F03,
        4 => WebCatalogueField::F04,
        5 => WebCatalogueField::F05,
        6 => WebCatalogueField::F06,
        7 => WebCatalogueField::F07,
        8 => WebCatalogueField::F08,
        9 => WebCatalogueField::F09,
        10 => WebCatalogueField::F10,
        _ => WebCatalogueField::F00,
    })
}
