//! Where a certificate says its issuer and its revocation can be asked about (RFC 5280 §4.2.1.13, §4.2.2.1).

use crate::asn1::{Asn1Element, Asn1Error, oid, tag};

/// Most addresses of one kind.
const MOST: usize = 16;
/// Longest address that is kept, in bytes.
const MOST_BYTES: usize = 2048;

/// Addresses in a certificate. Each is hostile: whoever made the certificate chose it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pointers {
    /// Revocation lists.
    pub crls: Vec<String>,
    /// OCSP responders.
    pub ocsp: Vec<String>,
    /// Certificates of the issuer.
    pub issuers: Vec<String>,
    /// It says that it is never revoked: `noRevAvail` (RFC 9608), or validity assured for its short life (EN 319 412-1 §5.2).
    pub never_revoked: bool,
    /// As an OCSP responder it is not to be asked about (`ocsp-nocheck`, RFC 6960 §4.2.2.2.1).
    pub no_check: bool,
}

impl Pointers {
    /// `CRLDistributionPoints`: the addresses under `fullName` of points for all reasons by the issuer itself.
    pub(super) fn read_lists(&mut self, value: &[u8]) -> Result<(), der::Error> {
        let read = || -> Result<Vec<String>, Asn1Error> {
            let mut found = Vec::new();
            for point in Asn1Element::from_bytes(value)?.tagged(tag::SEQUENCE)?.reader().all(MOST)? {
                let mut fields = point.tagged(tag::SEQUENCE)?.reader();
                let Some(name) = fields.optional(tag::context(0))? else { continue };
                if fields.is_empty() {
                    found.extend(uris(name.inner()?)?);
                }
            }
            Ok(found)
        };
        self.crls = read().map_err(|_| malformed())?;
        Ok(())
    }

    /// `AuthorityInfoAccessSyntax`.
    pub(super) fn read_access(&mut self, value: &[u8]) -> Result<(), der::Error> {
        let mut read = || -> Result<(), Asn1Error> {
            for access in Asn1Element::from_bytes(value)?.tagged(tag::SEQUENCE)?.reader().all(MOST)? {
                let mut fields = access.tagged(tag::SEQUENCE)?.reader();
                let method = fields.expect(tag::OID)?.oid()?;
                let address = address(fields.element()?);
                match method {
                    oid::ACCESS_OCSP => self.ocsp.extend(address),
                    oid::ACCESS_CA_ISSUERS => self.issuers.extend(address),
                    _ => {}
                }
            }
            Ok(())
        };
        read().map_err(|_| malformed())
    }
}

/// The addresses of a `DistributionPointName` (`fullName [0] GeneralNames`); none for a relative name.
pub(crate) fn uris(name: Asn1Element<'_>) -> Result<Vec<String>, Asn1Error> {
    if name.tag() != tag::context(0) {
        return Ok(Vec::new());
    }
    Ok(name.reader().all(MOST)?.into_iter().filter_map(address).collect())
}

/// `uniformResourceIdentifier [6] IA5String`.
fn address(name: Asn1Element<'_>) -> Option<String> {
    let content =
        Some(name.content()).filter(|content| name.tag() == tag::context_primitive(6) && content.is_ascii())?;
    (content.len() <= MOST_BYTES).then(|| String::from_utf8_lossy(content).into_owned())
}

fn malformed() -> der::Error {
    der::ErrorKind::Failed.into()
}
