//! Members of controlled lists.

use crate::node::identity;
use crate::vocabulary::Scheme;

use super::{Concept, Node, Property};

impl<'a> Concept<'a> {
    /// Its URI, also of one that is only referred to.
    pub(crate) fn uri(self) -> Option<&'a str> {
        identity(self.value())
    }

    /// Its code, when it is of that list.
    pub(crate) fn code(self, scheme: Scheme) -> Option<&'a str> {
        self.uri().and_then(|uri| scheme.code(uri))
    }
}

impl<'a> Property<'a, Concept<'a>> {
    /// The code of the first value, when it is of that list.
    pub(crate) fn code(self, scheme: Scheme) -> Option<&'a str> {
        self.first()?.code(scheme)
    }
}
