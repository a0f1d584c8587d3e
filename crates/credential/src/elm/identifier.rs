//! Identifiers by the scheme they belong to.

use super::{Identifier, Property};

impl<'a> Property<'a, Identifier<'a>> {
    /// The identifiers of a scheme.
    pub(crate) fn of_scheme(self, name: &str) -> impl Iterator<Item = Identifier<'a>> + use<'a, '_> {
        self.all().filter(move |one| one.scheme_name().text() == Some(name))
    }

    /// The notation of the first identifier.
    pub(crate) fn notation(self) -> Option<&'a str> {
        self.first()?.notation().text()
    }
}
