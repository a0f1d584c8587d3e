//! The credential itself, how it is shown, and what is attached.

use super::table::Range::{Concept, DateTime, Free, Integer, Listed, Node, Positive, Text, Unwritable, Uri, Words};
use super::table::Uniqueness::{Repeated, Unique};
use super::table::{AGENT, ANY, Class, IDENTIFIER, ONE, OPTIONAL, Row, SOME};
use crate::vocabulary::Scheme;

#[rustfmt::skip]
pub(super) static CLASSES: &[Class] = &[
    Class("EuropeanDigitalCredential", &[
        Row("attachment", ANY, Node(&["MediaObject"])),
        Row("credentialProfiles", SOME, Listed(Scheme::Credential)),
        Row("credentialSchema", SOME, Node(&["ShaclValidator2017"])),
        Row("credentialStatus", OPTIONAL, Unwritable),
        Row("credentialSubject", ONE, Node(AGENT)),
        Row("displayParameter", ONE, Node(&["DisplayParameter"])),
        Row("evidence", ANY, Node(&["Evidence"])),
        Row("expirationDate", OPTIONAL, DateTime),
        Row("holder", ANY, Node(AGENT)),
        Row("identifier", ANY, Node(IDENTIFIER)),
        Row("issuanceDate", OPTIONAL, DateTime),
        Row("issued", ONE, DateTime),
        Row("issuer", ONE, Node(AGENT)),
        Row("proof", ANY, Free),
        Row("termsOfUse", ANY, Unwritable),
        Row("validFrom", ONE, DateTime),
        Row("validUntil", OPTIONAL, DateTime),
    ]),
    Class("EuropeanDigitalPresentation", &[
        Row("holder", ANY, Node(AGENT)),
        Row("proof", ANY, Free),
        Row("verifiableCredential", ANY, Unwritable),
        Row("verificationCheck", ANY, Node(&["VerificationCheck"])),
    ]),
    Class("VerifiablePresentation", &[
        Row("holder", ANY, Node(AGENT)),
        Row("proof", ANY, Free),
        Row("verifiableCredential", ANY, Unwritable),
    ]),
    Class("VerificationCheck", &[
        Row("dcType", ONE, Listed(Scheme::Verification)),
        Row("description", ANY, Words(Unique)),
        Row("elmSubject", ONE, Node(&["EuropeanDigitalCredential"])),
        Row("verificationStatus", ONE, Listed(Scheme::VerificationStatus)),
    ]),
    Class("DisplayParameter", &[
        Row("description", ANY, Words(Unique)),
        Row("individualDisplay", SOME, Node(&["IndividualDisplay"])),
        Row("language", SOME, Listed(Scheme::Language)),
        Row("primaryLanguage", ONE, Listed(Scheme::Language)),
        Row("summaryDisplay", OPTIONAL, Text),
        Row("title", SOME, Words(Unique)),
    ]),
    Class("IndividualDisplay", &[
        Row("displayDetail", SOME, Node(&["DisplayDetail"])),
        Row("language", ONE, Concept),
    ]),
    Class("DisplayDetail", &[
        Row("image", ONE, Node(&["MediaObject"])),
        Row("page", ONE, Positive),
    ]),
    Class("MediaObject", &[
        Row("attachmentType", OPTIONAL, Concept),
        Row("content", ONE, Text),
        Row("contentEncoding", ONE, Concept),
        Row("contentSize", OPTIONAL, Integer),
        Row("contentType", ONE, Concept),
        Row("contentURL", OPTIONAL, Uri),
        Row("description", ANY, Words(Unique)),
        Row("title", ANY, Words(Unique)),
    ]),
    Class("Evidence", &[
        Row("accreditation", OPTIONAL, Node(&["Accreditation"])),
        Row("dcType", ONE, Listed(Scheme::EvidenceType)),
        Row("embeddedEvidence", ANY, Node(&["MediaObject"])),
        Row("evidenceStatement", OPTIONAL, Text),
        Row("evidenceTarget", OPTIONAL, Node(AGENT)),
    ]),
    Class("Note", &[
        Row("noteFormat", OPTIONAL, Concept),
        Row("noteLiteral", SOME, Words(Repeated)),
        Row("subject", OPTIONAL, Concept),
    ]),
    Class("WebResource", &[
        Row("contentURL", ONE, Uri),
        Row("language", OPTIONAL, Listed(Scheme::Language)),
        Row("title", ANY, Words(Unique)),
    ]),
    Class("ShaclValidator2017", &[
    ]),
];
