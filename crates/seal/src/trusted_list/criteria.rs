//! The Qualifications extension (TS 119 612 §5.5.9.2): what a list says of some of a service's certificates, told apart by
//! what stands in them.

use super::document::{self, QUALIFICATIONS, TSL_ADDITIONAL, XADES, child, children, text};
use crate::asn1::Oid;
use crate::certificate::Certificate;
use roxmltree::Node;
use std::collections::BTreeSet;

/// Qualifiers for the certificates that meet criteria.
#[derive(Debug, Clone)]
pub struct QualificationElement {
    /// The end of each qualifier's URI, e.g. `QCWithQSCD`; another URI stands whole.
    qualifiers: Vec<String>,
    criteria: Option<Criteria>,
}

/// The qualifiers that a certificate falls under.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Captured {
    /// Those whose criteria it meets.
    pub qualifiers: BTreeSet<String>,
    /// Those whose criteria are not understood: whether it meets them cannot be told.
    pub undecided: BTreeSet<String>,
}

/// How many of the criteria must be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    All,
    AtLeastOne,
    None,
}

#[derive(Debug, Clone)]
struct Criteria {
    rule: Rule,
    criteria: Vec<Criterion>,
}

#[derive(Debug, Clone)]
enum Criterion {
    /// Bits of keyUsage that are set or not: the number of the bit.
    KeyUsage(Vec<(usize, bool)>),
    /// Policies that all stand in certificatePolicies.
    Policies(Vec<Oid>),
    /// Purposes that all stand in extKeyUsage.
    Purposes(Vec<Oid>),
    /// Attributes that the subject's name all has.
    Attributes(Vec<Oid>),
    /// Criteria within.
    Inner(Criteria),
    /// One that is not understood.
    Unknown,
}

/// The bits of keyUsage in their order (RFC 5280 §4.2.1.3), as criteria name them.
const KEY_USAGES: [&str; 9] = [
    "digitalSignature",
    "nonRepudiation",
    "keyEncipherment",
    "dataEncipherment",
    "keyAgreement",
    "keyCertSign",
    "crlSign",
    "encipherOnly",
    "decipherOnly",
];

/// Where qualifiers begin.
const QUALIFIER: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/";

impl QualificationElement {
    pub(super) fn read(element: Node<'_, '_>) -> Self {
        let named = child(element, QUALIFICATIONS, "Qualifiers").into_iter();
        let qualifiers = named.flat_map(|all| children(all, QUALIFICATIONS, "Qualifier"));
        let qualifiers = qualifiers.filter_map(|qualifier| qualifier.attribute("uri")).map(|uri| {
            let uri = uri.trim();
            uri.strip_prefix(QUALIFIER).unwrap_or(uri).to_owned()
        });
        let criteria = child(element, QUALIFICATIONS, "CriteriaList").map(Criteria::read);
        Self { qualifiers: qualifiers.collect(), criteria }
    }

    /// Adds the qualifiers that a certificate falls under.
    pub(crate) fn capture(&self, certificate: &Certificate, captured: &mut Captured) {
        let met = self.criteria.as_ref().and_then(|criteria| criteria.met(certificate));
        match met {
            Some(true) => captured.qualifiers.extend(self.qualifiers.iter().cloned()),
            Some(false) => {}
            None => captured.undecided.extend(self.qualifiers.iter().cloned()),
        }
    }
}

impl Criteria {
    /// Recursion is bounded by the depth that the parser was let go to.
    fn read(list: Node<'_, '_>) -> Self {
        let rule = match list.attribute("assert") {
            None | Some("all") => Some(Rule::All),
            Some("atLeastOne") => Some(Rule::AtLeastOne),
            Some("none") => Some(Rule::None),
            Some(_) => None,
        };
        let mut criteria: Vec<Criterion> = list.children().filter(Node::is_element).flat_map(criterion).collect();
        if rule.is_none() {
            criteria = vec![Criterion::Unknown];
        }
        Self { rule: rule.unwrap_or(Rule::All), criteria }
    }

    /// Whether a certificate meets them; `None` when that hangs on one that is not understood.
    fn met(&self, certificate: &Certificate) -> Option<bool> {
        let verdicts: Vec<Option<bool>> = self.criteria.iter().map(|criterion| criterion.met(certificate)).collect();
        let any = |verdict| verdicts.contains(&Some(verdict));
        let open = verdicts.contains(&None);
        let (decisive, outcome) = match self.rule {
            Rule::All => (any(false), false),
            Rule::AtLeastOne => (any(true), true),
            Rule::None => (any(true), false),
        };
        match (decisive, open) {
            (true, _) => Some(outcome),
            (false, true) => None,
            (false, false) => Some(!outcome),
        }
    }
}

impl Criterion {
    fn met(&self, certificate: &Certificate) -> Option<bool> {
        match self {
            Self::KeyUsage(bits) => Some(bits.iter().all(|(bit, set)| has_usage(certificate, *bit) == *set)),
            Self::Policies(policies) => {
                let issued = certificate.policies();
                Some(policies.iter().all(|policy| issued.contains(policy)))
            }
            Self::Purposes(purposes) => {
                let usage = certificate.extensions().usage();
                Some(purposes.iter().all(|purpose| usage.is_some_and(|usage| usage.purposes.contains(purpose))))
            }
            Self::Attributes(types) => {
                let has = |oid: &Oid| certificate.subject().iter().any(|attribute| attribute.oid == *oid);
                Some(types.iter().all(has))
            }
            Self::Inner(criteria) => criteria.met(certificate),
            Self::Unknown => None,
        }
    }
}

/// What one child of a criteria list asks for; a description asks for nothing.
fn criterion(node: Node<'_, '_>) -> Vec<Criterion> {
    let is = |name| document::is(node, QUALIFICATIONS, name);
    if is("Description") {
        Vec::new()
    } else if is("KeyUsage") {
        vec![key_usage(node)]
    } else if is("PolicySet") {
        vec![identifiers(children(node, QUALIFICATIONS, "PolicyIdentifier"), Criterion::Policies)]
    } else if is("CriteriaList") {
        vec![Criterion::Inner(Criteria::read(node))]
    } else if is("otherCriteriaList") {
        node.children().filter(Node::is_element).map(other).collect()
    } else {
        vec![Criterion::Unknown]
    }
}

/// The further criteria of TS 119 612 annex C.3.
fn other(node: Node<'_, '_>) -> Criterion {
    if document::is(node, TSL_ADDITIONAL, "ExtendedKeyUsage") {
        identifiers(children(node, TSL_ADDITIONAL, "KeyPurposeId"), Criterion::Purposes)
    } else if document::is(node, TSL_ADDITIONAL, "CertSubjectDNAttribute") {
        identifiers(children(node, TSL_ADDITIONAL, "AttributeOID"), Criterion::Attributes)
    } else {
        Criterion::Unknown
    }
}

fn key_usage(node: Node<'_, '_>) -> Criterion {
    let bits = children(node, QUALIFICATIONS, "KeyUsageBit").map(|bit| {
        let name = bit.attribute("name")?;
        let number = KEY_USAGES.iter().position(|known| *known == name)?;
        match text(bit) {
            "true" | "1" => Some((number, true)),
            "false" | "0" => Some((number, false)),
            _ => None,
        }
    });
    bits.collect::<Option<Vec<_>>>().map_or(Criterion::Unknown, Criterion::KeyUsage)
}

/// Object identifiers as XAdES writes them (`Identifier`, bare or as a URN); unknown when one cannot be read, or none is there.
fn identifiers<'a, 'i: 'a>(
    nodes: impl Iterator<Item = Node<'a, 'i>>,
    criterion: impl FnOnce(Vec<Oid>) -> Criterion,
) -> Criterion {
    let oids = nodes.map(|node| {
        let identifier = text(child(node, XADES, "Identifier")?);
        let bare = match identifier.get(..8) {
            Some(prefix) if prefix.eq_ignore_ascii_case("urn:oid:") => identifier.get(8..)?,
            _ => identifier,
        };
        Oid::new(bare).ok()
    });
    match oids.collect::<Option<Vec<_>>>() {
        Some(oids) if !oids.is_empty() => criterion(oids),
        _ => Criterion::Unknown,
    }
}

/// Whether a bit of keyUsage is set; without the extension none is.
fn has_usage(certificate: &Certificate, bit: usize) -> bool {
    let Some(usage) = &certificate.extensions().key_usage else { return false };
    match bit {
        0 => usage.digital_signature(),
        1 => usage.non_repudiation(),
        2 => usage.key_encipherment(),
        3 => usage.data_encipherment(),
        4 => usage.key_agreement(),
        5 => usage.key_cert_sign(),
        6 => usage.crl_sign(),
        7 => usage.encipher_only(),
        _ => usage.decipher_only(),
    }
}
