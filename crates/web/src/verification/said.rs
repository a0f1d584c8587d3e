//! What the server and a worker say to each other.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signet_outbound::Found;
use signet_record::Language;
use signet_seal::{
    Certificate, ValidationData, Want,
    revocation::{Crl, OcspResponse},
};
use signet_verify::{Evidence, Needs, NotFetched};

use super::message::{Message, MessageError};

/// Wants of one request that are listened to.
const WANTS_MAX: usize = 64;
/// Status lists of one request that are listened to.
const LISTS_MAX: usize = 4;
/// Longest address that is listened to.
const ADDRESS_MAX: usize = 2_048;

/// How the answer is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Drawing {
    /// The report as JSON, for programs.
    Json,
    /// What a page shows; the name is that of the file as it was sent.
    Page {
        /// The name.
        file_name: String,
    },
    /// What a page shows of files that are compared; the names are what the page calls them, in their order.
    Comparison {
        /// The names.
        file_names: Vec<String>,
    },
    /// No answer for people: the cells of a workbook, as JSON.
    Workbook,
}

/// What is to be done with the files of a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// As of when it is judged.
    pub at: Timestamp,
    /// The reader's language.
    pub language: Language,
    /// How the answer is drawn.
    pub drawing: Drawing,
}

/// What the server says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub job: Job,
    /// Which request, among those this server has sent; its files go along unless the worker has them.
    pub request: u64,
    /// How many files go along, before the evidence.
    pub files: usize,
    /// Nothing more will be fetched: judge by what there is.
    pub finally: bool,
    pub evidence: Known,
}

/// What was fetched: the bytes go along, lists first, then certificates, revocation lists and responses.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Known {
    /// Status lists by address; whether each was had.
    status_lists: Vec<(String, bool)>,
    certificates: usize,
    crls: usize,
    ocsps: usize,
    asked: Vec<Wanted>,
}

/// What a worker says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answered {
    /// It has read whom to trust and waits for files.
    Ready,
    /// This would let it tell more.
    Needs(Wished),
    /// A file cannot be read; why, in the reader's language.
    Unreadable(String),
    /// The answer goes along; `title` is the verdict in a word or two.
    Drawn { title: String },
    /// The files that it should have are not there.
    Forgotten,
}

/// [`Needs`], as a worker writes them.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Wished {
    status_lists: Vec<String>,
    wants: Vec<Wanted>,
}

/// A [`Want`], as a worker writes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Wanted {
    Revocation { responders: Vec<String>, question: Vec<u8>, lists: Vec<String> },
    Issuer { addresses: Vec<String> },
}

impl From<&Want> for Wanted {
    fn from(want: &Want) -> Self {
        match want.clone() {
            Want::Revocation { responders, question, lists } => Wanted::Revocation { responders, question, lists },
            Want::Issuer { addresses } => Wanted::Issuer { addresses },
        }
    }
}

impl From<Wanted> for Want {
    fn from(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Revocation { responders, question, lists } => Want::Revocation { responders, question, lists },
            Wanted::Issuer { addresses } => Want::Issuer { addresses },
        }
    }
}

impl Wished {
    pub fn of(needs: &Needs) -> Self {
        Wished {
            status_lists: needs.status_lists.iter().map(ToString::to_string).collect(),
            wants: needs.seals.iter().take(WANTS_MAX).map(Wanted::from).collect(),
        }
    }

    /// As needs. A worker has read a stranger's file, so it is not believed in number or length.
    pub fn into_needs(self) -> Needs {
        let short = |address: &String| address.len() <= ADDRESS_MAX;
        let lists = self.status_lists.into_iter().filter(short).take(LISTS_MAX);
        Needs {
            status_lists: lists.filter_map(|address| address.parse().ok()).collect(),
            seals: self.wants.into_iter().take(WANTS_MAX).map(Want::from).collect(),
        }
    }
}

/// Everything fetched for one request so far, ready to be sent.
#[derive(Default)]
pub(crate) struct Fetched {
    status_lists: Vec<(String, Option<Vec<u8>>)>,
    seals: ValidationData,
    asked: Vec<Want>,
}

impl Fetched {
    pub fn add(&mut self, found: Found) {
        self.status_lists.extend(found.status_lists.into_iter().map(|(address, list)| (address, list.ok())));
        self.seals.merge(found.seals);
        self.asked.extend(found.asked);
    }

    /// What was fetched, and the parts that go along with it.
    pub fn known(&self) -> (Known, Vec<Vec<u8>>) {
        let mut parts: Vec<Vec<u8>> = self.status_lists.iter().filter_map(|(_, list)| list.clone()).collect();
        parts.extend(self.seals.certificates.iter().map(|one| one.der().to_vec()));
        parts.extend(self.seals.crls.iter().map(|one| one.der().to_vec()));
        parts.extend(self.seals.ocsps.iter().map(|one| one.der().to_vec()));
        let known = Known {
            status_lists: self.status_lists.iter().map(|(address, list)| (address.clone(), list.is_some())).collect(),
            certificates: self.seals.certificates.len(),
            crls: self.seals.crls.len(),
            ocsps: self.seals.ocsps.len(),
            asked: self.asked.iter().map(Wanted::from).collect(),
        };
        (known, parts)
    }
}

impl Known {
    /// Puts it, with the parts that came along, to the evidence.
    pub fn add_to(self, evidence: &mut Evidence, parts: impl IntoIterator<Item = Vec<u8>>) {
        let mut parts = parts.into_iter();
        for (address, had) in self.status_lists {
            let list = if had { parts.next().ok_or(NotFetched::Unreachable) } else { Err(NotFetched::Unreachable) };
            evidence.status_lists.insert(address, list);
        }
        let mut of = |count: usize| parts.by_ref().take(count).collect::<Vec<_>>();
        let (certificates, crls, ocsps) = (of(self.certificates), of(self.crls), of(self.ocsps));
        evidence.seals.merge(ValidationData {
            certificates: certificates.iter().filter_map(|der| Certificate::from_der(der).ok()).collect(),
            crls: crls.iter().filter_map(|der| Crl::from_der(der).ok()).collect(),
            ocsps: ocsps.iter().filter_map(|der| OcspResponse::from_der(der).ok()).collect(),
        });
        evidence.asked.extend(self.asked.into_iter().map(Want::from));
    }
}

impl Answered {
    pub fn message(&self, parts: Vec<Vec<u8>>) -> Result<Message, MessageError> {
        Message::new(self, parts)
    }
}
