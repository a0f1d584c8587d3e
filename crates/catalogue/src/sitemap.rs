//! What search engines may list: every public page, in both languages.

use std::fmt::Write as _;

use signet_record::Language;

use crate::{index::CatalogueIndex, public_address::PublicAddress};

/// Public pages beside those of units.
const PAGES: [&str; 5] = ["/", "/catalogue", "/verify", "/accessibility", "/privacy"];

/// The map (sitemaps.org). Addresses are of our own making: none needs to be escaped.
#[must_use]
pub fn sitemap(index: &CatalogueIndex, address: &PublicAddress) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let units = index.offers().map(|offer| (offer.path(), Some(signet_lang::when::day_in_prague(offer.since))));
    for (path, since) in PAGES.iter().map(|path| ((*path).to_owned(), None)).chain(units) {
        for language in Language::ALL {
            _ = write!(map, "<url><loc>{}</loc>", address.page(language, &path));
            for other in Language::ALL {
                let (code, href) = (other.code(), address.page(other, &path));
                _ = write!(map, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\"/>");
            }
            if let Some(day) = since {
                _ = write!(map, "<lastmod>{day}</lastmod>");
            }
            map.push_str("</url>\n");
        }
    }
    map.push_str("</urlset>\n");
    map
}

/// Who may look at what: everybody, and where the map is. Nothing is forbidden: a page that may not be fetched may still be listed, and only
/// a page that is fetched can say that it does not want to be.
#[must_use]
pub fn robots(address: &PublicAddress) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", address.at("/sitemap.xml"))
}
