//! The document security store (EN 319 142-1, 5.4.2): validation data that came after the seal.

use super::PdfReadError;
use super::pdf::{Dictionary, Object, Stream, View};
use crate::Certificate;
use crate::certificate::Known;
use crate::revocation::{Crl, OcspResponse};
use crate::validation::{Material, Place};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

/// Most items of one kind.
const MOST_ITEMS: usize = 256;
/// Most validation-related information dictionaries.
const MOST_RECORDS: usize = 64;
/// Largest item when inflated, in bytes.
const MOST_BYTES: usize = 8 << 20;

/// What a revision of the file holds.
#[derive(Debug, Default)]
pub(crate) struct SecurityStore {
    certificates: Vec<Certificate>,
    crls: Vec<Crl>,
    ocsps: Vec<OcspResponse>,
}

/// What was read of the stores of one file: an item stands in the lists and in the records, and in every later revision.
#[derive(Default)]
pub(crate) struct CertificateCache {
    /// Certificates, wherever in the file they are.
    pub(crate) known: Known,
    /// Streams, by what is expected in them and where their data lie, with the dictionary that says how to read them.
    read: RefCell<HashMap<(Kind, Range<usize>), Read>>,
}

/// A stream as it was read, with its dictionary; nothing if it was not what was expected.
type Read = (Dictionary, Option<Item>);

/// What a list of the store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Certificate,
    List,
    Response,
}

#[derive(Debug, Clone)]
enum Item {
    Certificate(Certificate),
    List(Crl),
    Response(OcspResponse),
}

impl CertificateCache {
    /// What a stream holds; `None` if it cannot be read.
    fn item(&self, view: View<'_, '_>, stream: &Stream, kind: Kind) -> Option<Item> {
        let key = (kind, stream.data.clone());
        if let Some((dictionary, item)) = self.read.borrow().get(&key)
            && *dictionary == stream.dictionary
        {
            return item.clone();
        }
        let item = view.decode(stream, MOST_BYTES).ok().and_then(|der| self.parse(&der, kind));
        // What the dictionary only refers to may be another thing in another revision.
        let whole = |key| stream.dictionary.get(key).is_none_or(|value: &Object| value.as_reference().is_none());
        if whole("Filter") && whole("DecodeParms") {
            self.read.borrow_mut().insert(key, (stream.dictionary.clone(), item.clone()));
        }
        item
    }

    fn parse(&self, der: &[u8], kind: Kind) -> Option<Item> {
        match kind {
            Kind::Certificate => self.known.read(der).ok().map(Item::Certificate),
            Kind::List => Crl::from_der(der).ok().map(Item::List),
            Kind::Response => OcspResponse::from_der_among(der, &self.known).ok().map(Item::Response),
        }
    }
}

impl SecurityStore {
    /// Reads the store of a revision; empty if there is none. Items that cannot be read are passed over: they prove
    /// nothing, and nothing is lost.
    pub(crate) fn read(view: View<'_, '_>, shelf: &CertificateCache) -> Result<Self, PdfReadError> {
        let mut read = Self::default();
        let (_, catalog) = view.catalog()?;
        let Object::Dictionary(store) = view.get(&catalog, "DSS")? else { return Ok(read) };
        read.take(view, &store, ["Certs", "CRLs", "OCSPs"], shelf)?;
        if let Object::Dictionary(records) = view.get(&store, "VRI")? {
            for (_, record) in records.iter().take(MOST_RECORDS) {
                if let Object::Dictionary(record) = view.resolve(record)? {
                    read.take(view, &record, ["Cert", "CRL", "OCSP"], shelf)?;
                }
            }
        }
        Ok(read)
    }

    fn take(
        &mut self,
        view: View<'_, '_>,
        from: &Dictionary,
        keys: [&str; 3],
        shelf: &CertificateCache,
    ) -> Result<(), PdfReadError> {
        for (key, kind) in keys.into_iter().zip([Kind::Certificate, Kind::List, Kind::Response]) {
            let Object::Array(items) = view.get(from, key)? else { continue };
            for item in items.iter().take(MOST_ITEMS) {
                let Object::Stream(stream) = view.resolve(item)? else { continue };
                match shelf.item(view, &stream, kind) {
                    Some(Item::Certificate(certificate)) => keep(&mut self.certificates, certificate),
                    Some(Item::List(list)) => keep(&mut self.crls, list),
                    Some(Item::Response(response)) => keep(&mut self.ocsps, response),
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// Whether there is revocation data.
    pub(crate) fn has_revocation_data(&self) -> bool {
        !(self.crls.is_empty() && self.ocsps.is_empty())
    }

    /// Puts everything with the rest.
    pub(crate) fn lay_out(&self, material: &mut Material, place: Place) {
        self.certificates.iter().for_each(|certificate| material.certificate(certificate));
        self.crls.iter().for_each(|list| material.list(list.clone(), place));
        self.ocsps.iter().for_each(|response| material.response(response.clone(), place));
    }
}

fn keep<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if items.len() < MOST_ITEMS && !items.contains(&item) {
        items.push(item);
    }
}
