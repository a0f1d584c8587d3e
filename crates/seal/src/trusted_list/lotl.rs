//! From the Official Journal over pivots to the list of lists, and from there to the national lists.
//!
//! When the certificates of the list of lists change, the Commission issues a pivot: a list of lists signed as before that
//! names the new certificates in its pointer to itself. Pivots stand newest first among the addresses of the list,
//! before the address of the Official Journal they start from (Commission notice under Article 4 of Implementing Decision
//! (EU) 2015/1505).

use super::document::Document;
use super::{ListError, ListKind, Pointer, SchemeInformation, Signers, TrustedList};

/// Hosts of the Official Journal: the addresses after one of these are no pivots.
const OFFICIAL_JOURNAL_HOSTS: [&str; 2] = ["eur-lex.europa.eu", "data.europa.eu"];

/// Most pivots between one publication in the Official Journal and the next.
const MOST_PIVOTS: usize = 32;

/// A pivot and whether it was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pivot {
    /// Its address.
    pub location: String,
    /// `None`: it was followed. Else why not: it could not be had, or does not count.
    pub fault: Option<PivotFault>,
}

/// Why a pivot was not followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PivotFault {
    /// Its bytes are not at hand.
    #[error("the pivot could not be had")]
    Absent,
    /// It does not count.
    #[error(transparent)]
    List(#[from] ListError),
}

/// The list of lists, accepted.
#[derive(Debug, Clone)]
pub struct ListOfLists {
    /// The list itself.
    pub list: TrustedList,
    /// The pivots, oldest first.
    pub pivots: Vec<Pivot>,
}

/// The addresses of the pivots that a list of lists names, oldest first. Nothing is checked: what they lead to counts
/// only when [`follow`] says so.
///
/// # Errors
/// [`ListError`] when it cannot be read.
pub fn pivots(lotl: &[u8]) -> Result<Vec<String>, ListError> {
    Ok(named_pivots(&SchemeInformation::read(&Document::parse(lotl)?)?))
}

/// Accepts a list of lists, beginning with the certificates of the Official Journal. `pivots` has the bytes of each of the
/// addresses that [`pivots`] gives, oldest first, or `None`; each that counts replaces the certificates with its own.
///
/// # Errors
/// [`ListError`] of the list of lists itself.
pub fn follow(signers: &Signers, pivots: &[(String, Option<Vec<u8>>)], lotl: &[u8]) -> Result<ListOfLists, ListError> {
    let mut signers = signers.clone();
    let mut followed = Vec::new();
    for (location, bytes) in pivots.iter().take(MOST_PIVOTS) {
        let opened = match bytes {
            None => Err(PivotFault::Absent),
            Some(bytes) => list_of_lists(bytes, &signers).map_err(PivotFault::List),
        };
        let fault = match opened {
            Ok(pivot) => {
                signers = own_signers(&pivot.scheme);
                None
            }
            Err(fault) => Some(fault),
        };
        followed.push(Pivot { location: location.clone(), fault });
    }
    Ok(ListOfLists { list: list_of_lists(lotl, &signers)?, pivots: followed })
}

impl ListOfLists {
    /// The pointers to the Member States' lists.
    pub fn national(&self) -> impl Iterator<Item = &Pointer> {
        self.list.scheme.pointers.iter().filter(|pointer| pointer.is_national())
    }

    /// Where it says that it lies itself.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self_pointers(&self.list.scheme).next().map(|pointer| pointer.location.as_str())
    }
}

impl Pointer {
    /// Accepts the list that was found where this points.
    ///
    /// # Errors
    /// [`ListError`], also when it is another territory's list.
    pub fn accept(&self, bytes: &[u8]) -> Result<TrustedList, ListError> {
        let list = TrustedList::open(bytes, &self.signers)?;
        if list.scheme.kind != self.kind || list.scheme.territory != self.territory {
            return Err(ListError::Another {
                expected: self.territory.clone(),
                found: list.scheme.territory.chars().take(16).collect(),
            });
        }
        Ok(list)
    }
}

fn list_of_lists(bytes: &[u8], signers: &Signers) -> Result<TrustedList, ListError> {
    let list = TrustedList::open(bytes, signers)?;
    if list.scheme.kind == ListKind::Lists {
        return Ok(list);
    }
    let found = list.scheme.territory.chars().take(16).collect();
    Err(ListError::Another { expected: "EU".to_owned(), found })
}

fn self_pointers(scheme: &SchemeInformation) -> impl Iterator<Item = &Pointer> {
    scheme.pointers.iter().filter(|pointer| pointer.kind == ListKind::Lists && pointer.is_xml())
}

/// Who may sign the next list of lists, as this one says.
fn own_signers(scheme: &SchemeInformation) -> Signers {
    Signers::new(self_pointers(scheme).flat_map(|pointer| pointer.signers.digests().copied()))
}

fn named_pivots(scheme: &SchemeInformation) -> Vec<String> {
    let is_journal = |address: &str| {
        let host = address.split_once("://").and_then(|(_, rest)| rest.split(['/', '?', '#']).next());
        host.is_some_and(|host| OFFICIAL_JOURNAL_HOSTS.contains(&host))
    };
    let before = scheme.addresses.iter().take_while(|address| !is_journal(address));
    let mut pivots: Vec<String> = before.filter(|address| address.ends_with(".xml")).cloned().collect();
    pivots.truncate(MOST_PIVOTS);
    pivots.reverse();
    pivots
}
