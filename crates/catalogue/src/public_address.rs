//! Where the pages of the catalogue stand for everyone.

use signet_record::Language;

use crate::offer::Offer;

/// The address of the site, as everyone sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress(String);

impl PublicAddress {
    /// The site of this address.
    #[must_use]
    pub fn new(base: &str) -> Self {
        PublicAddress(base.trim_end_matches('/').to_owned())
    }

    /// The address of a path; it begins with a slash.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The address of a page in a language; its path begins with a slash.
    #[must_use]
    pub fn page(&self, language: Language, path: &str) -> String {
        self.at(&format!("/{}{}", language.code(), if path == "/" { "" } else { path }))
    }

    /// The page of a unit in a language.
    #[must_use]
    pub fn unit(&self, language: Language, offer: &Offer) -> String {
        self.page(language, &offer.path())
    }

    /// What an offer is called among machines: a part of it, in no language.
    pub(crate) fn name(&self, offer: &Offer, part: &str) -> String {
        format!("{}#{part}", self.at(&offer.path()))
    }
}
