//! What a certificate claims about its own qualification (EN 319 412-5, RFC 3739 §3.2.6) and its policies.
//!
//! Claims of the issuer: only a trusted list proves them.

use super::Certificate;
use crate::asn1::{Asn1Element, Asn1Error, Oid, Reader, oid, tag};

/// What a qualified certificate is for (EN 319 412-5 §4.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QcType {
    /// Electronic signatures of natural persons.
    Signature,
    /// Electronic seals of legal persons.
    Seal,
    /// Website authentication.
    Website,
}

/// The statements that bear on qualification.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QcStatements {
    /// It says that it is a qualified certificate (QcCompliance, §4.2.1).
    pub compliance: bool,
    /// It says that its key lives in a qualified device (QcSSCD, §4.2.2).
    pub device: bool,
    /// What it says it is for (QcType, §4.2.3); should be one.
    pub types: Vec<QcType>,
    /// Countries, ISO 3166 alpha-2, under whose law it is qualified, when that is not the EU's (QcCClegislation, §4.2.4).
    pub legislation: Vec<String>,
}

const QC_COMPLIANCE: Oid = Oid::new_unwrap("0.4.0.1862.1.1");
const QC_SSCD: Oid = Oid::new_unwrap("0.4.0.1862.1.4");
const QC_TYPE: Oid = Oid::new_unwrap("0.4.0.1862.1.6");
const QC_LEGISLATION: Oid = Oid::new_unwrap("0.4.0.1862.1.7");
const QC_TYPES: [(Oid, QcType); 3] = [
    (Oid::new_unwrap("0.4.0.1862.1.6.1"), QcType::Signature),
    (Oid::new_unwrap("0.4.0.1862.1.6.2"), QcType::Seal),
    (Oid::new_unwrap("0.4.0.1862.1.6.3"), QcType::Website),
];

/// Most statements, types or countries that are read.
const MOST: usize = 64;

impl QcStatements {
    /// Reads DER `QCStatements`. Statements of other kinds are skipped.
    ///
    /// # Errors
    /// [`Asn1Error`].
    pub fn from_der(der: &[u8]) -> Result<Self, Asn1Error> {
        let mut statements = Self::default();
        for statement in Asn1Element::from_bytes(der)?.tagged(tag::SEQUENCE)?.reader().all(MOST)? {
            let mut reader = statement.tagged(tag::SEQUENCE)?.reader();
            match reader.expect(tag::OID)?.oid()? {
                QC_COMPLIANCE => statements.compliance = true,
                QC_SSCD => statements.device = true,
                QC_TYPE => statements.types = types(&mut reader)?,
                QC_LEGISLATION => {
                    let countries = reader.sequence()?.all(MOST)?;
                    statements.legislation = countries.into_iter().filter_map(Asn1Element::text).collect();
                }
                _ => {}
            }
        }
        Ok(statements)
    }
}

/// Types that are not known are left out.
fn types(reader: &mut Reader<'_>) -> Result<Vec<QcType>, Asn1Error> {
    let mut types = Vec::new();
    for named in reader.sequence()?.all(MOST)? {
        let named = named.oid()?;
        types.extend(QC_TYPES.iter().filter(|(oid, _)| *oid == named).map(|(_, kind)| *kind));
    }
    Ok(types)
}

impl Certificate {
    /// Its statements on qualification: none when the extension is absent or cannot be read.
    #[must_use]
    pub fn qc_statements(&self) -> QcStatements {
        let der = self.extensions().qc_statements();
        der.and_then(|der| QcStatements::from_der(der).ok()).unwrap_or_default()
    }

    /// The policies it was issued under (RFC 5280 §4.2.1.4): none when the extension is absent or cannot be read.
    #[must_use]
    pub fn policies(&self) -> Vec<Oid> {
        let extensions = self.0.parsed.tbs_certificate().extensions().map(Vec::as_slice).unwrap_or_default();
        let policies = extensions.iter().find(|extension| extension.extn_id == oid::CERTIFICATE_POLICIES);
        policies.and_then(|policies| read_policies(policies.extn_value.as_bytes()).ok()).unwrap_or_default()
    }
}

fn read_policies(der: &[u8]) -> Result<Vec<Oid>, Asn1Error> {
    let policies = Asn1Element::from_bytes(der)?.tagged(tag::SEQUENCE)?.reader().all(MOST)?;
    policies.into_iter().map(|policy| policy.tagged(tag::SEQUENCE)?.reader().expect(tag::OID)?.oid()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::asn1;
    use proptest::prelude::*;

    fn statement(oid: Oid, info: &[u8]) -> Vec<u8> {
        asn1::sequence(&[&asn1::object_identifier(oid), info])
    }

    #[test]
    fn statements_are_read_and_others_skipped() {
        let kinds = asn1::sequence(&[&asn1::object_identifier(QC_TYPES[1].0), &asn1::object_identifier(oid::SHA_256)]);
        let countries = asn1::sequence(&[&asn1::printable_string("CH")]);
        let der = asn1::sequence(&[
            &statement(QC_COMPLIANCE, &[]),
            &statement(oid::COMMON_NAME, &asn1::integer(15)),
            &statement(QC_SSCD, &[]),
            &statement(QC_TYPE, &kinds),
            &statement(QC_LEGISLATION, &countries),
        ]);
        let read = QcStatements::from_der(&der).unwrap();
        let expected = QcStatements {
            compliance: true,
            device: true,
            types: vec![QcType::Seal],
            legislation: vec!["CH".to_owned()],
        };
        assert_eq!(read, expected);
        assert_eq!(QcStatements::from_der(&asn1::sequence(&[])).unwrap(), QcStatements::default());
    }

    #[test]
    fn malformed_statements_are_refused() {
        assert!(QcStatements::from_der(&asn1::sequence(&[&asn1::integer(1)])).is_err());
        assert!(QcStatements::from_der(&asn1::sequence(&[&statement(QC_TYPE, &asn1::integer(1))])).is_err());
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
            let _ = (QcStatements::from_der(&bytes), read_policies(&bytes));
        }
    }
}
