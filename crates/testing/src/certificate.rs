//! What certificates say: parameters of authorities, seals, time-stamp units and responders.

use rcgen::{
    BasicConstraints, CertificateParams, CrlDistributionPoint, CustomExtension, DistinguishedName, DnType, IsCa,
    KeyUsagePurpose, date_time_ymd,
};

use crate::der;

/// Arcs of an object identifier.
pub type Arcs<'a> = &'a [u64];

/// Year, month, day.
pub type Day = (i32, u8, u8);

const EXTENDED_KEY_USAGE: Arcs<'static> = &[2, 5, 29, 37];
const TIME_STAMPING: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 3, 8];
const OCSP_SIGNING: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 3, 9];
const OCSP_NO_CHECK: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 48, 1, 5];
const AUTHORITY_INFO_ACCESS: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 1, 1];
const ACCESS_OCSP: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 48, 1];
const ACCESS_CA_ISSUERS: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 48, 2];
const QC_STATEMENTS: Arcs<'static> = &[1, 3, 6, 1, 5, 5, 7, 1, 3];
const QC_TYPE: Arcs<'static> = &[0, 4, 0, 1862, 1, 6];

/// `organizationIdentifier`, 2.5.4.97 (ETSI EN 319 412-3 §4.2.1).
#[must_use]
pub fn organization_identifier() -> DnType {
    DnType::CustomDnType(vec![2, 5, 4, 97])
}

/// `givenName`, 2.5.4.42.
#[must_use]
pub fn given_name() -> DnType {
    DnType::CustomDnType(vec![2, 5, 4, 42])
}

/// `surname`, 2.5.4.4.
#[must_use]
pub fn surname() -> DnType {
    DnType::CustomDnType(vec![2, 5, 4, 4])
}

/// A subject with exactly these attributes, in this order; valid from 2024 to the end of 2028.
#[must_use]
pub fn subject(attributes: &[(DnType, &str)]) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    for (kind, value) in attributes {
        params.distinguished_name.push(kind.clone(), *value);
    }
    params.use_authority_key_identifier_extension = true;
    valid(params, (2024, 1, 1), (2029, 1, 1))
}

/// The same certificate, valid between two days.
#[must_use]
pub fn valid(mut params: CertificateParams, from: Day, until: Day) -> CertificateParams {
    (params.not_before, params.not_after) =
        (date_time_ymd(from.0, from.1, from.2), date_time_ymd(until.0, until.1, until.2));
    params
}

/// A certificate of the university that these tests invented.
#[must_use]
pub fn named(name: &str) -> CertificateParams {
    subject(&[
        (DnType::CountryName, "CZ"),
        (DnType::OrganizationName, "Vysoká škola zkušební"),
        (DnType::CommonName, name),
    ])
}

/// A certificate authority until 2044, so that it outlasts what it certifies. `below` is `pathLenConstraint`.
#[must_use]
pub fn authority(name: &str, below: Option<u8>) -> CertificateParams {
    as_authority(valid(named(name), (2024, 1, 1), (2045, 1, 1)), below)
}

/// The same certificate as that of an authority.
#[must_use]
pub fn as_authority(mut params: CertificateParams, below: Option<u8>) -> CertificateParams {
    params.is_ca = IsCa::Ca(below.map_or(BasicConstraints::Unconstrained, BasicConstraints::Constrained));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// A seal of the university that these tests invented.
#[must_use]
pub fn seal(name: &str) -> CertificateParams {
    let mut params = as_seal(named(name));
    params.distinguished_name.push(organization_identifier(), "NTRCZ-00000001");
    params
}

/// A seal of an organization.
#[must_use]
pub fn organization_seal(organization: &str, identifier: &str, name: &str) -> CertificateParams {
    as_seal(subject(&[
        (DnType::CountryName, "CZ"),
        (DnType::OrganizationName, organization),
        (organization_identifier(), identifier),
        (DnType::CommonName, name),
    ]))
}

/// The same certificate with the key usage of a seal.
#[must_use]
pub fn as_seal(mut params: CertificateParams) -> CertificateParams {
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    params
}

/// A time-stamp unit until 2039.
#[must_use]
pub fn time_stamp_unit(name: &str) -> CertificateParams {
    let mut params = valid(named(name), (2024, 1, 1), (2040, 1, 1));
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.custom_extensions = vec![usage(true, &[TIME_STAMPING])];
    params
}

/// A responder until 2042; whether it is to be asked about is its issuer's to say (RFC 6960 §4.2.2.2).
#[must_use]
pub fn responder(name: &str, no_check: bool) -> CertificateParams {
    let mut params = valid(named(name), (2024, 1, 1), (2043, 1, 1));
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.custom_extensions = vec![usage(false, &[OCSP_SIGNING])];
    if no_check {
        params.custom_extensions.push(CustomExtension::from_oid_content(OCSP_NO_CHECK, der::NULL.to_vec()));
    }
    params
}

/// Extended key usage with these purposes.
#[must_use]
pub fn usage(critical: bool, purposes: &[Arcs<'_>]) -> CustomExtension {
    let purposes: Vec<Vec<u8>> = purposes.iter().map(|purpose| der::object_identifier(purpose)).collect();
    let mut extension = CustomExtension::from_oid_content(EXTENDED_KEY_USAGE, der::sequence_of(&purposes));
    extension.set_criticality(critical);
    extension
}

/// `QcStatements` with `QcType`: 1 for signatures, 2 for seals, 3 for websites (EN 319 412-5 §4.2.3).
#[must_use]
pub fn qc_types(numbers: &[u8]) -> CustomExtension {
    let types = numbers.iter().map(|number| der::object_identifier(&[QC_TYPE, &[(*number).into()]].concat()));
    let types = der::sequence_of(&types.collect::<Vec<_>>());
    let statements = der::sequence(&[&der::sequence(&[&der::object_identifier(QC_TYPE), &types])]);
    CustomExtension::from_oid_content(QC_STATEMENTS, statements)
}

/// The same certificate, which says where it can be asked about: responder, issuer's certificate and list at one host.
#[must_use]
pub fn pointing(mut params: CertificateParams, host: &str) -> CertificateParams {
    let addresses =
        [(ACCESS_OCSP, format!("http://{host}/ocsp")), (ACCESS_CA_ISSUERS, format!("http://{host}/issuer"))];
    params.custom_extensions.push(information_access(&addresses));
    with_list_at(params, &format!("http://{host}/list"))
}

/// The same certificate, which names the address of its issuer's revocation list.
#[must_use]
pub fn with_list_at(mut params: CertificateParams, address: &str) -> CertificateParams {
    params.crl_distribution_points = vec![CrlDistributionPoint { uris: vec![address.to_owned()] }];
    params
}

/// The same certificate, which names the address of its issuer's certificate.
#[must_use]
pub fn with_issuer_at(mut params: CertificateParams, address: &str) -> CertificateParams {
    params.custom_extensions.push(information_access(&[(ACCESS_CA_ISSUERS, address.to_owned())]));
    params
}

/// `AuthorityInfoAccess` (RFC 5280 §4.2.2.1).
fn information_access(addresses: &[(Arcs<'_>, String)]) -> CustomExtension {
    /// `uniformResourceIdentifier`, [6] IMPLICIT.
    const URI: u8 = 0x86;
    let description = |(method, address): &(Arcs<'_>, String)| {
        der::sequence(&[&der::object_identifier(method), &der::tlv(URI, &[address.as_bytes()])])
    };
    let descriptions: Vec<Vec<u8>> = addresses.iter().map(description).collect();
    CustomExtension::from_oid_content(AUTHORITY_INFO_ACCESS, der::sequence_of(&descriptions))
}
