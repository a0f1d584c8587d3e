//! Trust services with their history (TS 119 612 §5.4–5.6).

use super::criteria::QualificationElement;
use super::document::{self, Document, QUALIFICATIONS, TSL, at, child, children, text};
use super::signers::certificates_of;
use crate::certificate::Certificate;
use jiff::Timestamp;
use roxmltree::Node;

/// What a service does (§5.5.1): the URI after `http://uri.etsi.org/TrstSvc/Svctype/`, or the whole of another URI.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct ServiceType(String);

impl ServiceType {
    /// Of a URI.
    #[must_use]
    pub fn from_uri(uri: &str) -> Self {
        Self(uri.strip_prefix("http://uri.etsi.org/TrstSvc/Svctype/").unwrap_or(uri).to_owned())
    }

    /// The short name, e.g. `CA/QC`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// It issues qualified certificates.
    #[must_use]
    pub fn is_ca_qc(&self) -> bool {
        self.0 == "CA/QC"
    }

    /// It issues qualified time stamps.
    #[must_use]
    pub fn is_qtst(&self) -> bool {
        self.0 == "TSA/QTST"
    }

    /// It issues certificates, qualified or not.
    #[must_use]
    pub fn issues_certificates(&self) -> bool {
        matches!(self.0.as_str(), "CA/QC" | "CA/PKC" | "NationalRootCA-QC")
    }

    /// It issues time stamps, qualified or not.
    #[must_use]
    pub fn stamps(&self) -> bool {
        matches!(self.0.as_str(), "TSA/QTST" | "TSA" | "TSA/TSS-QC" | "TSA/TSS-AdESQCandQES")
    }

    /// It answers for the status of certificates.
    #[must_use]
    pub fn tells_status(&self) -> bool {
        self.0.starts_with("Certstatus/")
    }
}

/// The status of a service (§5.5.4): the URI after `…/TrustedList/Svcstatus/`, or the whole of another URI.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct ServiceStatus(String);

impl ServiceStatus {
    /// Of a URI.
    #[must_use]
    pub fn from_uri(uri: &str) -> Self {
        Self(uri.strip_prefix("http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/").unwrap_or(uri).to_owned())
    }

    /// The short name, e.g. `granted`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Under Regulation (EU) No 910/2014.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        self.0 == "granted"
    }

    /// Under Directive 1999/93/EC: the statuses that are no more given since 1 July 2016.
    #[must_use]
    pub fn was_supervised(&self) -> bool {
        matches!(self.0.as_str(), "undersupervision" | "supervisionincessation" | "accredited")
    }
}

/// A service as it was from one moment to the next.
#[derive(Debug, Clone)]
pub struct ServicePeriod {
    /// What it did.
    pub kind: ServiceType,
    /// Its name, in English where there is English.
    pub name: String,
    /// Its status.
    pub status: ServiceStatus,
    /// First instant of the period.
    pub since: Timestamp,
    /// First instant of the next period; the present one has no end.
    pub until: Option<Timestamp>,
    /// What its certificates are for (AdditionalServiceInformation, §5.5.9.4): the end of the URI, e.g. `ForeSeals`.
    pub purposes: Vec<String>,
    /// What the list adds to or takes from what certificates say of themselves (§5.5.9.2).
    pub qualifications: Vec<QualificationElement>,
}

impl ServicePeriod {
    /// Whether `time` lies in it.
    #[must_use]
    pub fn covers(&self, time: Timestamp) -> bool {
        self.since <= time && self.until.is_none_or(|until| time < until)
    }

    /// Whether the list says that it issues certificates for websites and for nothing else.
    #[must_use]
    pub fn is_for_websites_alone(&self) -> bool {
        let of_use = |purpose: &&String| purpose.starts_with("For");
        let mut uses = self.purposes.iter().filter(of_use).peekable();
        uses.peek().is_some() && uses.all(|purpose| purpose.to_ascii_lowercase().starts_with("forwebsite"))
    }
}

/// A trust service.
#[derive(Debug, Clone)]
pub struct TrustService {
    /// Who offers it, in English where there is English.
    pub provider: String,
    /// The certificates it is known by.
    pub certificates: Vec<Certificate>,
    /// Present and past, newest first; at least one.
    pub periods: Vec<ServicePeriod>,
}

/// Most entries of the history of one service.
const MOST_PERIODS: usize = 256;
/// Most certificates of one service: renewals of the same key stand together.
const MOST_CERTIFICATES: usize = 256;
/// Where AdditionalServiceInformation URIs begin.
const INFORMATION: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/";

/// All services of a list, and how many services and certificates could not be read.
pub(super) fn read_all(document: &Document<'_>) -> (Vec<TrustService>, usize) {
    let mut services = Vec::new();
    let mut unreadable = 0;
    let providers = at(document.list(), &["TrustServiceProviderList"]).into_iter();
    for provider in providers.flat_map(|all| children(all, TSL, "TrustServiceProvider")) {
        let name = at(provider, &["TSPInformation", "TSPName"]).map(document::name).unwrap_or_default();
        let offered = child(provider, TSL, "TSPServices").into_iter();
        for service in offered.flat_map(|all| children(all, TSL, "TSPService")) {
            match read(service, &name, &mut unreadable) {
                Some(service) => services.push(service),
                None => unreadable += 1,
            }
        }
    }
    (services, unreadable)
}

/// A service of which at least the present status can be read. An entry of its history that cannot be read leaves a gap:
/// the entry before it is then not known to have lasted, so nothing older is kept.
fn read(service: Node<'_, '_>, provider: &str, unreadable: &mut usize) -> Option<TrustService> {
    let present = child(service, TSL, "ServiceInformation")?;
    let mut periods = vec![period(present)?];
    let history = child(service, TSL, "ServiceHistory").into_iter();
    for instance in history.flat_map(|all| children(all, TSL, "ServiceHistoryInstance")).take(MOST_PERIODS) {
        match period(instance) {
            Some(period) => periods.push(period),
            None => {
                *unreadable += 1;
                break;
            }
        }
    }
    periods.sort_by_key(|period| std::cmp::Reverse(period.since));
    let mut until = None;
    for period in &mut periods {
        period.until = until.replace(period.since);
    }
    let mut certificates: Vec<Certificate> = Vec::new();
    let identity = child(present, TSL, "ServiceDigitalIdentity").into_iter();
    for der in identity.flat_map(certificates_of).take(MOST_CERTIFICATES) {
        match Certificate::from_der(&der) {
            Ok(certificate) if certificates.contains(&certificate) => {}
            Ok(certificate) => certificates.push(certificate),
            Err(_) => *unreadable += 1,
        }
    }
    Some(TrustService { provider: provider.to_owned(), certificates, periods })
}

/// `ServiceInformation` and `ServiceHistoryInstance` have the same fields (§5.5, §5.6).
fn period(node: Node<'_, '_>) -> Option<ServicePeriod> {
    let extensions = || {
        let all = child(node, TSL, "ServiceInformationExtensions").into_iter();
        all.flat_map(|all| children(all, TSL, "Extension"))
    };
    let informations = extensions().flat_map(|extension| children(extension, TSL, "AdditionalServiceInformation"));
    let purposes =
        informations.filter_map(|information| text(child(information, TSL, "URI")?).strip_prefix(INFORMATION));
    let qualifications = extensions()
        .flat_map(|extension| children(extension, QUALIFICATIONS, "Qualifications"))
        .flat_map(|all| children(all, QUALIFICATIONS, "QualificationElement"));
    Some(ServicePeriod {
        kind: ServiceType::from_uri(text(child(node, TSL, "ServiceTypeIdentifier")?)),
        name: child(node, TSL, "ServiceName").map(document::name).unwrap_or_default(),
        status: ServiceStatus::from_uri(text(child(node, TSL, "ServiceStatus")?)),
        since: document::instant(text(child(node, TSL, "StatusStartingTime")?))?,
        until: None,
        purposes: purposes.map(str::to_owned).collect(),
        qualifications: qualifications.map(QualificationElement::read).collect(),
    })
}
