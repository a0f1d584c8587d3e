//! The object identifiers that seals, stamps and certificates are told apart by.

use super::Oid;

macro_rules! oids {
    ($($(#[$note:meta])* $name:ident = $text:literal;)*) => {
        $($(#[$note])* pub const $name: Oid = Oid::new_unwrap($text);)*
    };
}

oids! {
    /// CMS content type `id-data` (RFC 5652 §4).
    ID_DATA = "1.2.840.113549.1.7.1";
    /// CMS content type `id-signedData` (RFC 5652 §5).
    ID_SIGNED_DATA = "1.2.840.113549.1.7.2";
    /// CMS content type `id-ct-TSTInfo` (RFC 3161 §2.4.2).
    ID_CT_TST_INFO = "1.2.840.113549.1.9.16.1.4";

    /// Signed attribute content-type (RFC 5652 §11.1).
    CONTENT_TYPE = "1.2.840.113549.1.9.3";
    /// Signed attribute message-digest (RFC 5652 §11.2).
    MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    /// Signed attribute signing-time (RFC 5652 §11.3).
    SIGNING_TIME = "1.2.840.113549.1.9.5";
    /// Unsigned attribute countersignature (RFC 5652 §11.4).
    COUNTERSIGNATURE = "1.2.840.113549.1.9.6";
    /// Signed attribute signing-certificate (RFC 2634), identified by SHA-1.
    SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    /// Unsigned attribute signature-time-stamp (RFC 3161 appendix A).
    SIGNATURE_TIME_STAMP = "1.2.840.113549.1.9.16.2.14";
    /// Signed attribute content-identifier (RFC 2634), forbidden in PAdES.
    CONTENT_IDENTIFIER = "1.2.840.113549.1.9.16.2.7";
    /// Signed attribute content-hints (RFC 2634), forbidden in PAdES.
    CONTENT_HINTS = "1.2.840.113549.1.9.16.2.4";
    /// Signed attribute signature-policy-identifier (EN 319 122-1 §5.2.9).
    SIGNATURE_POLICY = "1.2.840.113549.1.9.16.2.15";
    /// Signed attribute commitment-type-indication (EN 319 122-1 §5.2.3).
    COMMITMENT_TYPE = "1.2.840.113549.1.9.16.2.16";
    /// Signed attribute signer-location (EN 319 122-1 §5.2.5), forbidden in PAdES.
    SIGNER_LOCATION = "1.2.840.113549.1.9.16.2.17";
    /// Signed attribute content-time-stamp (EN 319 122-1 §5.2.8).
    CONTENT_TIME_STAMP = "1.2.840.113549.1.9.16.2.20";
    /// Signed attribute signing-certificate-v2 (RFC 5035).
    SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    /// Signed attribute mime-type (EN 319 122-1 §5.2.5), forbidden in PAdES.
    MIME_TYPE = "0.4.0.1733.2.1";

    /// SHA-256.
    SHA_256 = "2.16.840.1.101.3.4.2.1";
    /// SHA-384.
    SHA_384 = "2.16.840.1.101.3.4.2.2";
    /// SHA-512.
    SHA_512 = "2.16.840.1.101.3.4.2.3";
    /// MGF1 (RFC 8017).
    MGF1 = "1.2.840.113549.1.1.8";
    /// RSA keys; in CMS also RSA PKCS #1 v1.5 whose digest is named elsewhere (RFC 3370 §3.2).
    RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
    /// RSASSA-PSS, for keys and signatures (RFC 4055).
    RSASSA_PSS = "1.2.840.113549.1.1.10";
    /// RSA PKCS #1 v1.5 with SHA-256.
    SHA_256_WITH_RSA = "1.2.840.113549.1.1.11";
    /// RSA PKCS #1 v1.5 with SHA-384.
    SHA_384_WITH_RSA = "1.2.840.113549.1.1.12";
    /// RSA PKCS #1 v1.5 with SHA-512.
    SHA_512_WITH_RSA = "1.2.840.113549.1.1.13";
    /// Keys on elliptic curves (RFC 5480).
    EC_PUBLIC_KEY = "1.2.840.10045.2.1";
    /// ECDSA with SHA-256 (RFC 5758).
    ECDSA_WITH_SHA_256 = "1.2.840.10045.4.3.2";
    /// ECDSA with SHA-384.
    ECDSA_WITH_SHA_384 = "1.2.840.10045.4.3.3";
    /// ECDSA with SHA-512.
    ECDSA_WITH_SHA_512 = "1.2.840.10045.4.3.4";
    /// NIST P-256.
    P_256 = "1.2.840.10045.3.1.7";
    /// NIST P-384.
    P_384 = "1.3.132.0.34";
    /// NIST P-521.
    P_521 = "1.3.132.0.35";

    /// Name attribute surname.
    SURNAME = "2.5.4.4";
    /// Name attribute serialNumber (EN 319 412-1 §5.1.3).
    SERIAL_NUMBER = "2.5.4.5";
    /// Name attribute givenName.
    GIVEN_NAME = "2.5.4.42";
    /// Name attribute pseudonym.
    PSEUDONYM = "2.5.4.65";
    /// Name attribute commonName.
    COMMON_NAME = "2.5.4.3";
    /// Name attribute countryName.
    COUNTRY = "2.5.4.6";
    /// Name attribute organizationName.
    ORGANIZATION = "2.5.4.10";
    /// Name attribute organizationIdentifier (EN 319 412-1 §5.1.4).
    ORGANIZATION_IDENTIFIER = "2.5.4.97";
    /// Name attribute emailAddress (PKCS #9), subject to rfc822 name constraints.
    EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

    /// Extension subjectKeyIdentifier.
    SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    /// Extension keyUsage.
    KEY_USAGE = "2.5.29.15";
    /// Extension subjectAltName.
    SUBJECT_ALT_NAME = "2.5.29.17";
    /// Extension basicConstraints.
    BASIC_CONSTRAINTS = "2.5.29.19";
    /// Extension nameConstraints.
    NAME_CONSTRAINTS = "2.5.29.30";
    /// Extension cRLDistributionPoints.
    CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    /// Extension certificatePolicies.
    CERTIFICATE_POLICIES = "2.5.29.32";
    /// Extension policyMappings.
    POLICY_MAPPINGS = "2.5.29.33";
    /// Extension authorityKeyIdentifier.
    AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    /// Extension policyConstraints.
    POLICY_CONSTRAINTS = "2.5.29.36";
    /// Extension extKeyUsage.
    EXTENDED_KEY_USAGE = "2.5.29.37";
    /// Extension inhibitAnyPolicy.
    INHIBIT_ANY_POLICY = "2.5.29.54";
    /// Extension authorityInfoAccess.
    AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
    /// Access method OCSP.
    ACCESS_OCSP = "1.3.6.1.5.5.7.48.1";
    /// Access method caIssuers.
    ACCESS_CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    /// Extension noRevAvail (RFC 9608).
    NO_REV_AVAIL = "2.5.29.56";
    /// Extension validity-assured short-term certificate (EN 319 412-1 §5.2).
    VALIDITY_ASSURED = "0.4.0.194121.2.1";
    /// Extension id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1).
    OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
    /// Extension of a single OCSP response archiveCutoff (RFC 6960 §4.4.4).
    OCSP_ARCHIVE_CUTOFF = "1.3.6.1.5.5.7.48.1.6";
    /// Response type id-pkix-ocsp-basic (RFC 6960 §4.2.1).
    OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1";
    /// Extended key usage OCSPSigning.
    OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    /// Extension of a list cRLNumber.
    CRL_NUMBER = "2.5.29.20";
    /// Extension of an entry reasonCode.
    CRL_REASON = "2.5.29.21";
    /// Extension of a list deltaCRLIndicator.
    DELTA_CRL_INDICATOR = "2.5.29.27";
    /// Extension of a list issuingDistributionPoint.
    ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    /// Extension of a list expiredCertsOnCRL (ITU-T X.509).
    EXPIRED_CERTS_ON_CRL = "2.5.29.60";
    /// SHA-1: names of certificates in OCSP, never a proof of anything.
    SHA_1 = "1.3.14.3.2.26";
    /// Extension qcStatements (EN 319 412-5).
    QC_STATEMENTS = "1.3.6.1.5.5.7.1.3";

    /// Extended key usage timeStamping (RFC 3161 §2.3).
    TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    /// Extended key usage emailProtection.
    EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    /// Extended key usage documentSigning (RFC 9336).
    DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    /// Purpose document signing as Microsoft named it before RFC 9336.
    MICROSOFT_DOCUMENT_SIGNING = "1.3.6.1.4.1.311.10.3.12";
    /// Purpose signing of PDF as Adobe named it.
    ADOBE_DOCUMENT_SIGNING = "1.2.840.113583.1.1.5";
    /// Extended key usage anyExtendedKeyUsage.
    ANY_EXTENDED_KEY_USAGE = "2.5.29.37.0";
}
