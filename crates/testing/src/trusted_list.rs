//! Makes trusted lists for tests, signed with keys of the test's own.
//!
//! The text is written in canonical form to begin with, so that signing needs no canonicalization: what the reader
//! computes is compared with something that it did not compute.

#![allow(missing_docs, reason = "fields bear the names of the standard's elements")]

use aws_lc_rs::digest;
use data_encoding::BASE64;
use rcgen::{CertificateParams, DnType, KeyPair, PKCS_RSA_SHA256, SigningKey as _};

use crate::entity::{Entity, p256, rsa};

const ROOT: &str = r#"<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="list" TSLTag="http://uri.etsi.org/19612/TSLTag">"#;
const END: &str = "</TrustServiceStatusList>";
const TSL: &str = "http://uri.etsi.org/TrstSvc/TrustedList";
const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const PROPERTIES: &str = r#"<xades:SignedProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Id="properties"><xades:SignedSignatureProperties><xades:SigningTime>2026-01-01T00:00:00Z</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties>"#;

/// The signed properties by Canonical XML 1.0, as they stand in the signature of a list: with every namespace in scope.
const PROPERTIES_INCLUSIVE: &str = r#"<xades:SignedProperties xmlns="http://uri.etsi.org/02231/v2#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Id="properties"><xades:SignedSignatureProperties><xades:SigningTime>2026-01-01T00:00:00Z</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties>"#;

/// Who signs lists.
pub struct Operator {
    key: KeyPair,
    /// The reference to the properties has no transforms.
    plain: bool,
    /// The certificate.
    pub der: Vec<u8>,
}

impl Operator {
    pub fn new(name: &str) -> Self {
        Self::with(name, p256())
    }

    /// With an RSA key, and values as short as the numbers are.
    pub fn rsa(name: &str) -> Self {
        Self::with(name, rsa())
    }

    fn with(name: &str, key: KeyPair) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        let Entity { key, der, .. } = Entity::root_with(params, key);
        Self { key, plain: false, der }
    }

    /// Signs from now on without transforms of the properties.
    pub fn plain(self) -> Self {
        Self { plain: true, ..self }
    }

    pub fn sha256(&self) -> [u8; 32] {
        sha256(&self.der).try_into().unwrap()
    }

    /// Signs a list that is in canonical form.
    pub fn sign(&self, list: &str) -> Vec<u8> {
        self.sign_claiming(list, &self.der)
    }

    /// Signs a list, naming some certificate as the signer's.
    pub fn sign_claiming(&self, list: &str, certificate: &[u8]) -> Vec<u8> {
        let reference = |attributes: &str, transforms: &[&str], of: &str| {
            let transforms: String =
                transforms.iter().map(|name| format!(r#"<ds:Transform Algorithm="{name}"></ds:Transform>"#)).collect();
            let value = BASE64.encode(&sha256(of.as_bytes()));
            let transforms = match transforms.as_str() {
                "" => String::new(),
                some => format!("<ds:Transforms>{some}</ds:Transforms>"),
            };
            format!(
                r#"<ds:Reference {attributes}>{transforms}<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue>{value}</ds:DigestValue></ds:Reference>"#
            )
        };
        let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
        let whole = reference(r#"URI="""#, &[enveloped, EXCLUSIVE], list);
        let named = r##"Type="http://uri.etsi.org/01903#SignedProperties" URI="#properties""##;
        let properties = match self.plain {
            true => reference(named, &[], PROPERTIES_INCLUSIVE),
            false => reference(named, &[EXCLUSIVE], PROPERTIES),
        };
        let is_rsa = self.key.algorithm() == &PKCS_RSA_SHA256;
        let scheme = if is_rsa { "rsa-sha256" } else { "ecdsa-sha256" };
        let info = format!(
            r#"<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#{scheme}"></ds:SignatureMethod>{whole}{properties}</ds:SignedInfo>"#
        );
        let signed = format!(r#"<ds:SignedInfo xmlns:ds="{DS}">{info}"#);
        let value = self.key.sign(signed.as_bytes()).unwrap();
        let value = if is_rsa { value.into_iter().skip_while(|byte| *byte == 0).collect() } else { fixed(&value) };
        let value = BASE64.encode(&value);
        let signer = BASE64.encode(certificate);
        let signature = format!(
            r##"<ds:Signature xmlns:ds="{DS}" Id="signature"><ds:SignedInfo>{info}<ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{signer}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#signature">{PROPERTIES}</xades:QualifyingProperties></ds:Object></ds:Signature>"##
        );
        let body = list.strip_suffix(END).unwrap();
        format!("{body}{signature}{END}").into_bytes()
    }
}

/// A pointer to another list.
#[derive(Clone)]
pub struct Points {
    pub location: String,
    pub territory: &'static str,
    pub kind: &'static str,
    pub signers: Vec<Vec<u8>>,
}

/// An entry of a service: status, since when, purposes, and qualifiers with criteria as XML.
#[derive(Clone)]
pub struct Entry {
    pub status: &'static str,
    pub since: &'static str,
    pub purposes: Vec<&'static str>,
    pub qualifications: String,
}

impl Entry {
    pub fn new(status: &'static str, since: &'static str) -> Self {
        Self { status, since, purposes: Vec::new(), qualifications: String::new() }
    }

    pub fn for_seals(status: &'static str, since: &'static str) -> Self {
        Self { purposes: vec!["ForeSeals"], ..Self::new(status, since) }
    }

    pub fn with(mut self, qualifier: &str, criteria: &str) -> Self {
        self.qualifications.push_str(&qualification(qualifier, criteria));
        self
    }

    fn xml(&self, element: &str, kind: &str, identity: &str) -> String {
        let purposes: String = self
            .purposes
            .iter()
            .map(|purpose| {
                let uri = format!(r#"<URI xml:lang="en">{TSL}/SvcInfoExt/{purpose}</URI>"#);
                let information = format!("<AdditionalServiceInformation>{uri}</AdditionalServiceInformation>");
                format!(r#"<Extension Critical="true">{information}</Extension>"#)
            })
            .collect();
        let qualifications = match self.qualifications.as_str() {
            "" => String::new(),
            all => format!(
                r#"<Extension Critical="true"><sie:Qualifications xmlns:sie="http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#">{all}</sie:Qualifications></Extension>"#
            ),
        };
        let (status, since) = (self.status, self.since);
        format!(
            r#"<{element}><ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/{kind}</ServiceTypeIdentifier><ServiceName><Name xml:lang="cs">Služba</Name><Name xml:lang="en">Test {kind}</Name></ServiceName><ServiceDigitalIdentity>{identity}</ServiceDigitalIdentity><ServiceStatus>{TSL}/Svcstatus/{status}</ServiceStatus><StatusStartingTime>{since}</StatusStartingTime><ServiceInformationExtensions>{purposes}{qualifications}</ServiceInformationExtensions></{element}>"#
        )
    }
}

/// A `QualificationElement`.
pub fn qualification(qualifier: &str, criteria: &str) -> String {
    format!(
        r#"<sie:QualificationElement><sie:Qualifiers><sie:Qualifier uri="{TSL}/SvcInfoExt/{qualifier}"></sie:Qualifier></sie:Qualifiers>{criteria}</sie:QualificationElement>"#
    )
}

/// A trust service; the present entry first.
#[derive(Clone)]
pub struct Offer {
    pub kind: &'static str,
    pub certificates: Vec<Vec<u8>>,
    pub entries: Vec<Entry>,
}

impl Offer {
    fn xml(&self) -> String {
        let identity: String = self
            .certificates
            .iter()
            .map(|der| format!("<DigitalId><X509Certificate>{}</X509Certificate></DigitalId>", BASE64.encode(der)))
            .collect();
        let named = "<DigitalId><X509SubjectName>CN=Test</X509SubjectName></DigitalId>";
        let present = self.entries[0].xml("ServiceInformation", self.kind, &identity);
        let past = self.entries[1..].iter().map(|entry| entry.xml("ServiceHistoryInstance", self.kind, named));
        let history: String = past.collect();
        format!("<TSPService>{present}<ServiceHistory>{history}</ServiceHistory></TSPService>")
    }
}

/// A list; the fields are there to be changed.
#[derive(Clone)]
pub struct Draft {
    pub version: u32,
    pub sequence: u64,
    pub kind: &'static str,
    pub territory: &'static str,
    pub issued: String,
    pub next_update: Option<String>,
    pub addresses: Vec<String>,
    pub points: Vec<Points>,
    pub offers: Vec<Offer>,
}

impl Draft {
    /// A Member State's list, current for the years of the tests.
    pub fn national(territory: &'static str, offers: Vec<Offer>) -> Self {
        Self {
            version: 6,
            sequence: 7,
            kind: "EUgeneric",
            territory,
            issued: "2026-01-01T00:00:00Z".to_owned(),
            next_update: Some("2036-01-01T00:00:00Z".to_owned()),
            addresses: vec!["https://lists.example/info".to_owned()],
            points: Vec::new(),
            offers,
        }
    }

    /// A list of lists.
    pub fn lists(points: Vec<Points>) -> Self {
        Self { kind: "EUlistofthelists", points, ..Self::national("EU", Vec::new()) }
    }

    /// The text, canonical.
    pub fn xml(&self) -> String {
        let (version, sequence, kind, territory, issued) =
            (self.version, self.sequence, self.kind, self.territory, &self.issued);
        let next = self.next_update.as_ref().map(|next| format!("<dateTime>{next}</dateTime>")).unwrap_or_default();
        let addresses: String =
            self.addresses.iter().map(|address| format!(r#"<URI xml:lang="en">{address}</URI>"#)).collect();
        let points: String = self.points.iter().map(Points::xml).collect();
        let offers: String = self.offers.iter().map(Offer::xml).collect();
        format!(
            r#"{ROOT}<SchemeInformation><TSLVersionIdentifier>{version}</TSLVersionIdentifier><TSLSequenceNumber>{sequence}</TSLSequenceNumber><TSLType>{TSL}/TSLType/{kind}</TSLType><SchemeOperatorName><Name xml:lang="en">Test operator</Name></SchemeOperatorName><SchemeInformationURI>{addresses}</SchemeInformationURI><SchemeTerritory>{territory}</SchemeTerritory><PointersToOtherTSL>{points}</PointersToOtherTSL><ListIssueDateTime>{issued}</ListIssueDateTime><NextUpdate>{next}</NextUpdate></SchemeInformation><TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName><Name xml:lang="en">Test Trust &amp; Co.</Name></TSPName></TSPInformation><TSPServices>{offers}</TSPServices></TrustServiceProvider></TrustServiceProviderList>{END}"#
        )
    }
}

impl Points {
    pub fn national(territory: &'static str, location: &str, signers: &[&Operator]) -> Self {
        let signers = signers.iter().map(|operator| operator.der.clone()).collect();
        Self { location: location.to_owned(), territory, kind: "EUgeneric", signers }
    }

    pub fn lists(location: &str, signers: &[&Operator]) -> Self {
        Self { territory: "EU", kind: "EUlistofthelists", ..Self::national("EU", location, signers) }
    }

    fn xml(&self) -> String {
        let ids: String = self
            .signers
            .iter()
            .map(|der| format!("<DigitalId><X509Certificate>{}</X509Certificate></DigitalId>", BASE64.encode(der)))
            .collect();
        let (location, territory, kind) = (&self.location, self.territory, self.kind);
        format!(
            r#"<OtherTSLPointer><ServiceDigitalIdentities><ServiceDigitalIdentity>{ids}</ServiceDigitalIdentity></ServiceDigitalIdentities><TSLLocation>{location}</TSLLocation><AdditionalInformation><OtherInformation><TSLType>{TSL}/TSLType/{kind}</TSLType></OtherInformation><OtherInformation><SchemeTerritory>{territory}</SchemeTerritory></OtherInformation><OtherInformation><add:MimeType xmlns:add="http://uri.etsi.org/02231/v2/additionaltypes#">application/vnd.etsi.tsl+xml</add:MimeType></OtherInformation></AdditionalInformation></OtherTSLPointer>"#
        )
    }
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA256, bytes).as_ref().to_vec()
}

/// `r || s` of 32 bytes each, out of the DER of an ECDSA signature by a P-256 key.
fn fixed(der: &[u8]) -> Vec<u8> {
    let r = usize::from(der[3]);
    let s = usize::from(der[5 + r]);
    let half = |number: &[u8]| {
        let digits = &number[number.len().saturating_sub(32)..];
        [vec![0; 32 - digits.len()], digits.to_vec()].concat()
    };
    [half(&der[4..4 + r]), half(&der[6 + r..6 + r + s])].concat()
}
