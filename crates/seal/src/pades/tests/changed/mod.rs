//! What may come after a seal, form by form: what does not show, what shows and is permitted, and what makes another document
//! of it. Each row is an update of a file of our own; what pyHanko says of the same forms is in `beside`.

mod attacked;
mod mixed;
mod shown;
mod unseen;

use crate::pades::changes::{self, Changes};
use crate::pades::pdf::{Cursor, Object, Pdf, write_object};
use crate::pades::place::{SealLabel, reserve};
use crate::pades::specimen::{Shape, append, last_section, pdf};
use crate::pades::{byte_range, field};
use jiff::Timestamp;

const SHAPES: [Shape; 2] = [Shape::Table, Shape::Stream];
const TRAILER: &str = "/Root 1 0 R /Info 7 0 R";
/// The catalog of [`form`], with room for more before it ends.
const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R /Metadata 28 0 R /AcroForm 20 0 R /Perms << /DocMDP 27 0 R >> >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
                    /Resources << /Font << /F1 26 0 R >> >> /Annots [21 0 R 22 0 R 24 0 R";
const TEXT_FIELD: &str = "/Type /Annot /Subtype /Widget /FT /Tx /T (grade) /Rect [10 10 90 30] /P 3 0 R /DA (/Helv 0 Tf 0 g) /AP << /N 29 0 R >>";
const NOTE: &str = "/Type /Annot /Subtype /Text /Rect [100 100 120 120] /Contents (as sealed) /P 3 0 R";

fn packet(title: &str, when: &str) -> String {
    let text = format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' \
         xmp:ModifyDate='{when}'><dc:title>{title}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
    );
    format!("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{text}\nendstream", text.len())
}

/// A sealed form on one page: a text field (21), an empty visible signature field (22), an empty invisible one (23), a note (24),
/// a font (26), what the sealer permits (27), metadata (28), the appearance of
/// the text field (29).
fn form(shape: Shape, permitted: &str) -> Vec<u8> {
    let before = pdf(shape);
    let certified = format!(
        "<< /Type /Sig /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams {permitted} >> >>] >>"
    );
    let catalog =
        if permitted.is_empty() { CATALOG.replace("/Perms << /DocMDP 27 0 R >>", "") } else { CATALOG.to_owned() };
    let (page, text, note) = (format!("{PAGE}] >>"), format!("<< {TEXT_FIELD} >>"), format!("<< {NOTE} >>"));
    let metadata = packet("Grade A", "2026");
    let objects = [
        (1, catalog.as_str()),
        (3, &page),
        (20, "<< /Fields [21 0 R 22 0 R 23 0 R] >>"),
        (21, &text),
        (22, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (there) /Rect [200 10 290 30] /P 3 0 R >>"),
        (23, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (nowhere) /Rect [0 0 0 0] /P 3 0 R >>"),
        (24, &note),
        (26, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
        (27, &certified),
        (28, &metadata),
        (29, "<< /Type /XObject /Subtype /Form /BBox [0 0 80 20] /Length 0 >>\nstream\n\nendstream"),
    ];
    let prepared = append(&before, &objects, 40, TRAILER, last_section(&before));
    let label = SealLabel { name: "Seal".into(), ..SealLabel::default() };
    reserve(&prepared, &label, Timestamp::UNIX_EPOCH, 64).unwrap().fill(&[0xab; 64]).unwrap()
}

/// The form with one more revision.
fn update(file: &[u8], objects: &[(u32, &str)]) -> Vec<u8> {
    append(file, objects, 90, TRAILER, last_section(file))
}

/// What changed after the seal that `reserve` made.
fn since(file: &[u8]) -> Changes {
    let pdf = Pdf::read(file).unwrap();
    let seal = field::find(pdf.newest()).unwrap().into_iter().find(|field| field.value.get("ByteRange").is_some());
    let covered = byte_range::check(&pdf, &seal.expect("a seal")).unwrap().expect("a sound range");
    changes::since(covered.revision).unwrap()
}

/// The newest text of an object, for updates that change a little of it.
fn newest(file: &[u8], number: u32) -> String {
    // These may be packed in the specimen.
    match number {
        2 => return "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
        8 => return "<< /Type /StructTreeRoot >>".into(),
        _ => {}
    }
    let text = String::from_utf8_lossy(file).into_owned();
    let after = text.rsplit(&format!("\n{number} 0 obj\n")).next().unwrap().to_owned();
    after.split("\nendobj").next().unwrap().to_owned()
}

/// The dictionary with these entries, added or in place of what it had.
fn with(text: &str, more: &str) -> String {
    let parse = |text: &str| match Cursor::new(text.as_bytes(), 0).object() {
        Ok(Object::Dictionary(dictionary)) => dictionary,
        other => panic!("{text}: {other:?}"),
    };
    let mut dictionary = parse(text);
    for (key, value) in parse(&format!("<< {more} >>")).iter() {
        dictionary.set(std::str::from_utf8(key).unwrap(), value.clone());
    }
    let mut written = Vec::new();
    write_object(&Object::Dictionary(dictionary), &mut written);
    String::from_utf8(written).unwrap()
}

const STAMP: &str = "/Type /Annot /Subtype /Widget /FT /Sig /T (stamp) /V << /Type /DocTimeStamp >>";

/// An update by what it does to the objects of a sealed form.
type Update = fn(&[u8]) -> Vec<(u32, String)>;

fn page_with(file: &[u8], annotation: &str) -> String {
    newest(file, 3).replace("22 0 R 24 0 R", &format!("22 0 R 24 0 R {annotation}"))
}

fn form_with(file: &[u8], more: &str) -> String {
    with(&newest(file, 20), more)
}

fn field_with(file: &[u8], field: &str) -> String {
    newest(file, 20).replace("23 0 R", &format!("23 0 R {field}"))
}

/// The file with the update.
fn updated(file: &[u8], change: Update) -> Vec<u8> {
    let objects = change(file);
    update(file, &objects.iter().map(|(number, text)| (*number, text.as_str())).collect::<Vec<_>>())
}

/// The same of an update that must change something.
fn applied(file: &[u8], change: Update) -> Vec<u8> {
    let objects = change(file);
    assert!(objects.iter().any(|(number, text)| newest(file, *number) != *text) || objects.len() > 9, "{objects:?}");
    updated(file, change)
}
