//! What a list says of itself, and the lists it points to (TS 119 612 §5.3).

use super::ListError;
use super::document::{self, Document, TSL, TSL_ADDITIONAL, at, child, children, text};
use super::signers::Signers;
use jiff::Timestamp;
use roxmltree::Node;

/// Which kind of list it is (§5.3.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListKind {
    /// The list of the lists.
    Lists,
    /// A Member State's list.
    National,
    /// Some other: the URI.
    Other(String),
}

impl ListKind {
    fn read(uri: &str) -> Self {
        match uri.strip_prefix("http://uri.etsi.org/TrstSvc/TrustedList/TSLType/") {
            Some("EUlistofthelists") => Self::Lists,
            Some("EUgeneric") => Self::National,
            _ => Self::Other(uri.to_owned()),
        }
    }
}

/// Where another list lies, and whose signature makes it count (§5.3.13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// The address.
    pub location: String,
    /// The territory, ISO 3166 alpha-2, with `EL` for Greece, `UK` for the United Kingdom and `EU`.
    pub territory: String,
    /// The kind of list.
    pub kind: ListKind,
    /// The media type; lists are XML, and have PDF versions for people.
    pub mime_type: String,
    /// Who may sign it.
    pub signers: Signers,
}

impl Pointer {
    /// Whether it points to the XML of a Member State's list.
    #[must_use]
    pub fn is_national(&self) -> bool {
        self.kind == ListKind::National && self.is_xml()
    }

    /// Whether it points to XML for machines.
    #[must_use]
    pub fn is_xml(&self) -> bool {
        self.mime_type.starts_with("application/vnd.etsi.tsl+xml")
    }

    fn read(node: Node<'_, '_>) -> Option<Self> {
        let location = text(child(node, TSL, "TSLLocation")?).to_owned();
        let mut pointer = Self {
            location,
            territory: String::new(),
            kind: ListKind::Other(String::new()),
            mime_type: String::new(),
            signers: Signers::of_pointer(node),
        };
        let information = child(node, TSL, "AdditionalInformation").into_iter();
        for fact in information.flat_map(|all| children(all, TSL, "OtherInformation")).flat_map(|one| one.children()) {
            if document::is(fact, TSL, "TSLType") {
                pointer.kind = ListKind::read(text(fact));
            } else if document::is(fact, TSL, "SchemeTerritory") {
                pointer.territory = territory(fact);
            } else if document::is(fact, TSL_ADDITIONAL, "MimeType") {
                pointer.mime_type = text(fact).to_ascii_lowercase();
            }
        }
        Some(pointer)
    }
}

/// What a list says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeInformation {
    /// Version of TS 119 612's format: 5 or 6.
    pub version: u8,
    /// Counts up with each issue.
    pub sequence: u64,
    /// Which kind of list.
    pub kind: ListKind,
    /// Who keeps it, in English where there is English.
    pub operator: String,
    /// The territory; as [`Pointer::territory`].
    pub territory: String,
    /// When it was issued.
    pub issued: Timestamp,
    /// Until when the next must be issued; a closed list has none.
    pub next_update: Option<Timestamp>,
    /// Addresses about the scheme, in order; in the list of lists the pivots stand among them (§5.3.7).
    pub addresses: Vec<String>,
    /// The lists it points to.
    pub pointers: Vec<Pointer>,
}

/// More pointers and addresses than the list of lists will ever have.
const MOST: usize = 1024;

impl SchemeInformation {
    pub(super) fn read(document: &Document<'_>) -> Result<Self, ListError> {
        let list = document.list();
        let scheme = child(list, TSL, "SchemeInformation").ok_or(ListError::Missing("scheme"))?;
        let field = |name: &'static str| child(scheme, TSL, name).map(text);
        let version = field("TSLVersionIdentifier").ok_or(ListError::Missing("version"))?;
        let version = match version {
            "5" => 5,
            "6" => 6,
            other => return Err(ListError::Version(other.chars().take(16).collect())),
        };
        let sequence = field("TSLSequenceNumber").and_then(|number| number.parse().ok());
        let issued = field("ListIssueDateTime").and_then(document::instant);
        let next_update = at(scheme, &["NextUpdate", "dateTime"]).map(text);
        Ok(Self {
            version,
            sequence: sequence.ok_or(ListError::Missing("sequence number"))?,
            kind: ListKind::read(field("TSLType").ok_or(ListError::Missing("type"))?),
            operator: child(scheme, TSL, "SchemeOperatorName").map(document::name).unwrap_or_default(),
            territory: child(scheme, TSL, "SchemeTerritory").map(territory).unwrap_or_default(),
            issued: issued.ok_or(ListError::Missing("time of issue"))?,
            next_update: match next_update {
                None => None,
                Some(time) => Some(document::instant(time).ok_or(ListError::Missing("next update"))?),
            },
            addresses: addresses(scheme),
            pointers: pointers(scheme),
        })
    }

    /// Since when a newer issue should have been there, if it should.
    #[must_use]
    pub fn stale_since(&self, now: Timestamp) -> Option<Timestamp> {
        self.next_update.filter(|end| *end < now)
    }
}

fn territory(node: Node<'_, '_>) -> String {
    text(node).to_ascii_uppercase()
}

/// Every address in each language, once.
fn addresses(scheme: Node<'_, '_>) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    let all = child(scheme, TSL, "SchemeInformationURI").into_iter().flat_map(|all| children(all, TSL, "URI"));
    for address in all.map(text).take(MOST) {
        if !addresses.iter().any(|known| known == address) {
            addresses.push(address.to_owned());
        }
    }
    addresses
}

fn pointers(scheme: Node<'_, '_>) -> Vec<Pointer> {
    let all = child(scheme, TSL, "PointersToOtherTSL").into_iter();
    all.flat_map(|all| children(all, TSL, "OtherTSLPointer")).take(MOST).filter_map(Pointer::read).collect()
}
