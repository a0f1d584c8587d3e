//! The document security store (EN 319 142-1, 5.4.2): what a seal was found good by, put into the file so that it can be
//! found good for ever.

use super::field::{self, Field};
use super::pdf::{Dictionary, Object, Pdf, Update, View};
use super::place::{list, name_object};
use super::{PdfReadError, date};
use crate::Certificate;
use crate::basis::ValidationData;
use aws_lc_rs::digest;
use jiff::Timestamp;

/// A stream of the store may inflate to this many bytes.
const MOST_BYTES: usize = 16 << 20;
/// More streams than this are not looked at for what they hold.
const MOST_STREAMS: usize = 1_024;

/// A kind of evidence: its key in the store, and in the record of one seal.
#[derive(Debug, Clone, Copy)]
struct Kind {
    store: &'static str,
    record: &'static str,
}

const CERTIFICATES: Kind = Kind { store: "Certs", record: "Cert" };
const OCSPS: Kind = Kind { store: "OCSPs", record: "OCSP" };
const CRLS: Kind = Kind { store: "CRLs", record: "CRL" };

/// Appends an incremental update to `pdf` with the validation data that its store lacks, and a record (`/VRI`) for each seal
/// and document time-stamp that has none; `at` is when the data was put together. A file that lacks nothing is given back
/// as it is.
///
/// # Errors
/// [`PdfReadError`] if the PDF cannot be read.
pub fn embed(pdf: &[u8], data: &ValidationData, at: Timestamp) -> Result<Vec<u8>, PdfReadError> {
    if data.is_empty() {
        return Ok(pdf.to_vec());
    }
    let read = Pdf::read(pdf)?;
    let view = read.newest();
    let (root, mut catalog) = view.catalog()?;
    let mut update = Update::new(view, 64 << 10)?;
    let dictionary = view.get(&catalog, "DSS")?.as_dictionary().cloned().unwrap_or_default();
    let mut store = Store { view, dictionary, held: Vec::new() };
    store.take(CERTIFICATES, data.certificates.iter().map(Certificate::der), &mut update)?;
    store.take(OCSPS, data.ocsps.iter().map(|ocsp| ocsp.der()), &mut update)?;
    store.take(CRLS, data.crls.iter().map(|crl| crl.der()), &mut update)?;
    let recorded = store.record(at)?;
    if update.is_empty() && !recorded {
        return Ok(pdf.to_vec());
    }
    store.dictionary.set("Type", name_object("DSS"));
    let known = catalog.get("DSS").and_then(Object::as_reference);
    let id = known.unwrap_or_else(|| update.fresh());
    update.put(id, &Object::Dictionary(store.dictionary));
    let extended = extensions(view, &mut catalog)?;
    if known.is_none() || extended {
        catalog.set("DSS", Object::Reference(id));
        update.put(root, &Object::Dictionary(catalog));
    }
    update.finish()
}

/// The store as it is to become.
struct Store<'p, 'a> {
    view: View<'p, 'a>,
    dictionary: Dictionary,
    /// What this run found good: for each kind the streams, old and new.
    held: Vec<(Kind, Vec<Object>)>,
}

impl Store<'_, '_> {
    /// Takes evidence of one kind in, each once.
    fn take<'d>(
        &mut self,
        kind: Kind,
        wanted: impl Iterator<Item = &'d [u8]>,
        update: &mut Update<'_, '_>,
    ) -> Result<(), PdfReadError> {
        let mut streams = list(self.view.get(&self.dictionary, kind.store)?);
        let mut known: Vec<(Vec<u8>, Object)> = Vec::new();
        for stream in streams.iter().take(MOST_STREAMS) {
            known.extend(self.content(stream)?.map(|content| (content, stream.clone())));
        }
        let mut held = Vec::new();
        for der in wanted {
            let place = known.iter().find(|(content, _)| content == der).map(|(_, place)| place.clone());
            let place = place.unwrap_or_else(|| {
                let id = update.fresh();
                update.put_stream(id, der);
                known.push((der.to_vec(), Object::Reference(id)));
                streams.push(Object::Reference(id));
                Object::Reference(id)
            });
            if !held.contains(&place) {
                held.push(place);
            }
        }
        if !streams.is_empty() {
            self.dictionary.set(kind.store, Object::Array(streams));
        }
        self.held.push((kind, held));
        Ok(())
    }

    /// What a stream holds; `None` if it is none or cannot be decoded: then it is left alone.
    fn content(&self, stream: &Object) -> Result<Option<Vec<u8>>, PdfReadError> {
        match self.view.resolve(stream)? {
            Object::Stream(stream) => Ok(self.view.decode(&stream, MOST_BYTES).ok()),
            _ => Ok(None),
        }
    }

    /// Writes a record for each mark that has none; those that stand are not touched. Whether anything was written.
    fn record(&mut self, at: Timestamp) -> Result<bool, PdfReadError> {
        let mut records = self.view.get(&self.dictionary, "VRI")?.as_dictionary().cloned().unwrap_or_default();
        let keys: Vec<String> = field::find(self.view)?.iter().filter_map(key).collect();
        let open: Vec<&String> = keys.iter().filter(|key| records.get(key).is_none()).collect();
        for key in &open {
            records.set(key, Object::Dictionary(self.written(at)));
        }
        let written = !open.is_empty();
        if written {
            self.dictionary.set("VRI", Object::Dictionary(records));
        }
        Ok(written)
    }

    /// A record of what this run found good.
    fn written(&self, at: Timestamp) -> Dictionary {
        let mut record = Dictionary::default();
        record.set("Type", name_object("VRI"));
        record.set("TU", date::write(at));
        for (kind, held) in self.held.iter().filter(|(_, held)| !held.is_empty()) {
            record.set(kind.record, Object::Array(held.clone()));
        }
        record
    }
}

/// The key of a mark's record: SHA-1, in upper-case hexadecimal, of the whole value with the zeros behind it. It is a name
/// that the standard prescribes; nothing is proved by it.
fn key(mark: &Field) -> Option<String> {
    let value = mark.value.get("Contents")?.as_string()?;
    let name = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, value);
    Some(data_encoding::HEXUPPER.encode(name.as_ref()))
}

/// Says that the file uses what ETSI added to PDF 1.7 (EN 319 142-1, 5.1; ISO 32000-1, 7.12); PDF 2.0 has it. Whether the
/// catalog has changed.
fn extensions(view: View<'_, '_>, catalog: &mut Dictionary) -> Result<bool, PdfReadError> {
    let version = view.get(catalog, "Version")?;
    let newer = |version: &[u8]| version.first().is_some_and(|major| *major >= b'2');
    let mut known = view.get(catalog, "Extensions")?.as_dictionary().cloned().unwrap_or_default();
    let second = newer(view.pdf().version()) || version.as_name().is_some_and(newer);
    if second || known.get("ESIC").is_some() {
        return Ok(false);
    }
    let mut ours = Dictionary::default();
    ours.set("BaseVersion", name_object("1.7"));
    ours.set("ExtensionLevel", Object::Integer(1));
    known.set("ESIC", Object::Dictionary(ours));
    catalog.set("Extensions", Object::Dictionary(known));
    Ok(true)
}
