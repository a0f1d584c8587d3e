//! Pages on the web.

use super::{Property, WebResource};

impl<'a> Property<'a, WebResource<'a>> {
    /// The address of the first page.
    pub(crate) fn address(self) -> Option<&'a str> {
        self.first()?.content_url().text()
    }
}
