//! The document security store (EN 319 142-1, 5.4.2): validation data that came after the seal.

use super::ReadError;
use super::pdf::{Dictionary, Object, View};
use crate::Certificate;
use crate::proof::{Material, Place};
use crate::revocation::{Crl, OcspResponse};

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

impl SecurityStore {
    /// Reads the store of a revision; empty if there is none. Items that cannot be read are passed over: they prove
    /// nothing, and nothing is lost.
    pub(crate) fn read(view: View<'_, '_>) -> Result<Self, ReadError> {
        let mut read = Self::default();
        let (_, catalog) = view.catalog()?;
        let Object::Dictionary(store) = view.get(&catalog, "DSS")? else { return Ok(read) };
        read.take(view, &store, ["Certs", "CRLs", "OCSPs"])?;
        if let Object::Dictionary(records) = view.get(&store, "VRI")? {
            for (_, record) in records.iter().take(MOST_RECORDS) {
                if let Object::Dictionary(record) = view.resolve(record)? {
                    read.take(view, &record, ["Cert", "CRL", "OCSP"])?;
                }
            }
        }
        Ok(read)
    }

    fn take(&mut self, view: View<'_, '_>, from: &Dictionary, keys: [&str; 3]) -> Result<(), ReadError> {
        let [certificates, crls, ocsps] = keys;
        for der in streams(view, from, certificates)? {
            keep(&mut self.certificates, Certificate::from_der(&der).ok());
        }
        for der in streams(view, from, crls)? {
            keep(&mut self.crls, Crl::from_der(&der).ok());
        }
        for der in streams(view, from, ocsps)? {
            keep(&mut self.ocsps, OcspResponse::from_der(&der).ok());
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

fn keep<T: PartialEq>(items: &mut Vec<T>, item: Option<T>) {
    if let Some(item) = item
        && items.len() < MOST_ITEMS
        && !items.contains(&item)
    {
        items.push(item);
    }
}

/// The contents of an array of streams.
fn streams(view: View<'_, '_>, from: &Dictionary, key: &str) -> Result<Vec<Vec<u8>>, ReadError> {
    let Object::Array(items) = view.get(from, key)? else { return Ok(Vec::new()) };
    let mut contents = Vec::new();
    for item in items.iter().take(MOST_ITEMS) {
        if let Object::Stream(stream) = view.resolve(item)? {
            contents.extend(view.decode(&stream, MOST_BYTES).ok());
        }
    }
    Ok(contents)
}
