//! The first page of a PDF as a PDF of its own: what is needed to draw it and nothing else, each part within limits.
//!
//! Whoever draws it reads no cross-reference, page tree or object stream of the file, and nothing that inflates without end.

mod cost;

use super::PdfReadError;
use super::pdf::{Dictionary, Id, Object, Stream, View, write_object};
use std::collections::{HashMap, HashSet, VecDeque};

/// Nodes of the page tree that are looked at on the way to the first page.
const NODES_MAX: usize = 1_024;
/// Objects of one page. Those that Signet prints have about forty, with a picture in the logo.
const OBJECTS_MAX: usize = 4_096;
/// Bytes of one page, inflated: pictures, and whole fonts of other makers.
const BYTES_MAX: usize = 24 << 20;
/// Pixels of all pictures of a page.
const PIXELS_MAX: usize = 16 << 20;

/// Entries of a page that say how it looks (ISO 32000-1, table 30), those that a node above may give among them.
const PAGE_KEYS: [&str; 6] = ["Contents", "CropBox", "Group", "MediaBox", "Resources", "Rotate"];
/// Entries of an annotation that say how it looks (table 164). Others lead into the rest of the document.
const ANNOTATION_KEYS: [&str; 6] = ["AP", "AS", "F", "Rect", "Subtype", "Type"];
/// Entries that lead away from what is drawn: into structure, metadata, and files.
const AWAY: [&[u8]; 8] =
    [b"AF", b"Alternates", b"Metadata", b"OPI", b"Parent", b"PieceInfo", b"StructParent", b"StructParents"];

/// Whether what stands on a page, and not in it, is drawn as well: fields, stamps and remarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Annotations {
    /// The page as a reader shows it.
    Drawn,
    /// What the page itself contains.
    Left,
}

/// The first page, as the newest revision has it.
#[derive(Clone)]
pub struct FirstPage {
    /// A PDF with this page only, without any filter but that of JPEG.
    pub pdf: Vec<u8>,
    /// Whether annotations stand on it that show something.
    pub annotated: bool,
}

/// The first page of an opened PDF.
pub(super) fn first_page(view: View<'_, '_>, annotations: Annotations) -> Result<FirstPage, PdfReadError> {
    let (_, catalog) = view.catalog()?;
    let page = find(view, &catalog)?;
    let mut copy = Copy { view, numbers: HashMap::new(), open: VecDeque::new(), made: Vec::new(), left: BYTES_MAX };
    let mut made = Dictionary::default();
    made.set("Type", Object::Name(b"Page".to_vec()));
    made.set("Parent", Object::Reference(Id::new(PAGES)));
    for key in PAGE_KEYS {
        if let Some(value) = page.get(key) {
            made.set(key, copy.value(value)?);
        }
    }
    let shown = shown(view, &page)?;
    if annotations == Annotations::Drawn {
        let annotations = shown.iter().map(|annotation| copy.value(&Object::Dictionary(annotation.clone())));
        made.set("Annots", Object::Array(annotations.collect::<Result<_, _>>()?));
    }
    let mut root = Dictionary::default();
    root.set("Type", Object::Name(b"Catalog".to_vec()));
    root.set("Pages", Object::Reference(Id::new(PAGES)));
    // What may be hidden, and by default is (8.11.4).
    if let Some(optional) = catalog.get("OCProperties") {
        root.set("OCProperties", copy.value(optional)?);
    }
    copy.follow()?;
    cost::within(&made, &copy.made)?;
    as_letter(&mut made, &mut copy.made);
    Ok(FirstPage { pdf: written(&root, &made, &copy.made), annotated: !shown.is_empty() })
}

/// The first leaf of the page tree, with what the nodes above give it (7.7.3.4).
fn find(view: View<'_, '_>, catalog: &Dictionary) -> Result<Dictionary, PdfReadError> {
    let mut seen = HashSet::new();
    let mut open = vec![(catalog.get("Pages").cloned().unwrap_or(Object::Null), Dictionary::default())];
    while let Some((node, mut given)) = open.pop() {
        if node.as_reference().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        if seen.len() > NODES_MAX {
            return Err(PdfReadError::Limit { what: "nodes of the page tree", limit: NODES_MAX });
        }
        let Object::Dictionary(node) = view.resolve(&node)? else { continue };
        for key in PAGE_KEYS {
            if let Some(value) = node.get(key) {
                given.set(key, value.clone());
            }
        }
        match view.get(&node, "Kids")? {
            Object::Array(kids) => open.extend(kids.into_iter().rev().map(|kid| (kid, given.clone()))),
            _ => {
                if let Some(annotations) = node.get("Annots") {
                    given.set("Annots", annotations.clone());
                }
                return Ok(given);
            }
        }
    }
    Err(PdfReadError::NoPage)
}

/// The annotations of a page that show something: with an appearance, and not hidden (12.5.3).
fn shown(view: View<'_, '_>, page: &Dictionary) -> Result<Vec<Dictionary>, PdfReadError> {
    let Object::Array(annotations) = view.get(page, "Annots")? else { return Ok(Vec::new()) };
    let mut shown = Vec::new();
    for annotation in annotations {
        let Object::Dictionary(annotation) = view.resolve(&annotation)? else { continue };
        let hidden = view.get(&annotation, "F")?.as_integer().is_some_and(|flags| flags & 0b10 != 0);
        if hidden || annotation.get("AP").is_none() || is_empty(&view.get(&annotation, "Rect")?) {
            continue;
        }
        let mut kept = Dictionary::default();
        for key in ANNOTATION_KEYS {
            if let Some(value) = annotation.get(key) {
                kept.set(key, value.clone());
            }
        }
        shown.push(kept);
    }
    Ok(shown)
}

/// Whether a rectangle has no area, as that of a field without an appearance on the page (12.7.4.5).
fn is_empty(rectangle: &Object) -> bool {
    let sides: Vec<f64> = rectangle.as_array().into_iter().flatten().filter_map(Object::as_number).collect();
    matches!(sides.as_slice(), [left, bottom, right, top] if left == right || bottom == top)
}

/// Numbers of the catalog, the page tree's root and the page in what is written; objects that are copied follow.
const CATALOG: u32 = 1;
const PAGES: u32 = 2;
const PAGE: u32 = 3;
const FIRST: u32 = 4;

/// An object that was copied, and its bytes when it is a stream.
struct Made {
    object: Object,
    bytes: Option<Vec<u8>>,
}

/// Copies whatever can be reached, each object once.
struct Copy<'p, 'a> {
    view: View<'p, 'a>,
    numbers: HashMap<Id, u32>,
    open: VecDeque<Id>,
    made: Vec<Made>,
    left: usize,
}

impl Copy<'_, '_> {
    /// A value with its references as they will be numbered.
    fn value(&mut self, value: &Object) -> Result<Object, PdfReadError> {
        Ok(match value {
            Object::Reference(id) => Object::Reference(Id::new(self.number(*id)?)),
            Object::Array(items) => Object::Array(items.iter().map(|item| self.value(item)).collect::<Result<_, _>>()?),
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary)?),
            other => other.clone(),
        })
    }

    fn dictionary(&mut self, dictionary: &Dictionary) -> Result<Dictionary, PdfReadError> {
        let mut copied = Vec::new();
        for (key, value) in dictionary.iter().filter(|(key, _)| !AWAY.contains(key)) {
            copied.push((key.to_vec(), self.value(value)?, 0..0));
        }
        Dictionary::from_entries(copied).ok_or(PdfReadError::Syntax { offset: 0, what: "a key that stands twice" })
    }

    fn number(&mut self, id: Id) -> Result<u32, PdfReadError> {
        if let Some(number) = self.numbers.get(&id) {
            return Ok(*number);
        }
        if self.numbers.len() >= OBJECTS_MAX {
            return Err(PdfReadError::Limit { what: "objects of a page", limit: OBJECTS_MAX });
        }
        let number = FIRST + u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(id, number);
        self.open.push_back(id);
        Ok(number)
    }

    /// Copies what was referred to, in the order of its numbers.
    fn follow(&mut self) -> Result<(), PdfReadError> {
        while let Some(id) = self.open.pop_front() {
            let made = match self.view.object(id)? {
                Object::Stream(stream) => self.stream(&stream)?,
                other => Made { object: self.value(&other)?, bytes: None },
            };
            self.made.push(made);
        }
        Ok(())
    }

    /// A stream without its filters; a JPEG keeps its own, which is what pictures are read by.
    fn stream(&mut self, stream: &Stream) -> Result<Made, PdfReadError> {
        let mut dictionary = self.dictionary(&stream.dictionary)?;
        let filter = match self.view.get(&stream.dictionary, "Filter")? {
            Object::Array(filters) => match filters.as_slice() {
                [one] => self.view.resolve(one)?,
                _ => Object::Array(filters),
            },
            one => one,
        };
        let bytes = if filter.as_name() == Some(b"DCTDecode") {
            dictionary.set("Filter", filter);
            self.view.pdf().bytes().get(stream.data.clone()).ok_or(PdfReadError::Filter)?.to_vec()
        } else {
            for key in ["Filter", "DecodeParms"] {
                dictionary.set(key, Object::Null);
            }
            self.view.decode(stream, self.left)?
        };
        self.left = self
            .left
            .checked_sub(bytes.len())
            .ok_or(PdfReadError::Limit { what: "bytes of a page", limit: BYTES_MAX })?;
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        dictionary.set("Length", Object::Integer(length));
        Ok(Made { object: Object::Dictionary(dictionary), bytes: Some(bytes) })
    }
}

/// Makes the whole page one letter of a Type 3 font (9.6.5), which looks the same. Renderers draw lines of a page at least one
/// point wide (11.6.5.3 asks for it in 10.7.4), and letters as they are: two renderers agree on the latter.
fn as_letter(page: &mut Dictionary, made: &mut Vec<Made>) {
    let mut content = b"1 0 d0\n".to_vec();
    for number in cost::streams(page.get("Contents"), made) {
        let stream = number.checked_sub(FIRST).and_then(|at| made.get(usize::try_from(at).ok()?));
        content.extend(stream.and_then(|made| made.bytes.as_deref()).into_iter().flatten());
        content.push(b'\n');
    }
    let mut put = |object: Dictionary, bytes: Option<Vec<u8>>| {
        let number = FIRST + u32::try_from(made.len()).unwrap_or(u32::MAX);
        let mut object = object;
        if let Some(bytes) = &bytes {
            object.set("Length", Object::Integer(i64::try_from(bytes.len()).unwrap_or(i64::MAX)));
        }
        made.push(Made { object: Object::Dictionary(object), bytes });
        Object::Reference(Id::new(number))
    };
    let of = |entries: &[(&str, Object)]| {
        let mut dictionary = Dictionary::default();
        entries.iter().for_each(|(key, value)| dictionary.set(key, value.clone()));
        dictionary
    };
    let name = |name: &str| Object::Name(name.into());
    let numbers = |numbers: &[i64]| Object::Array(numbers.iter().map(|number| Object::Integer(*number)).collect());
    let letter = put(Dictionary::default(), Some(content));
    let font = of(&[
        ("Type", name("Font")),
        ("Subtype", name("Type3")),
        ("FontBBox", numbers(&[0, 0, 16_384, 16_384])),
        ("FontMatrix", numbers(&[1, 0, 0, 1, 0, 0])),
        ("CharProcs", Object::Dictionary(of(&[("page", letter)]))),
        ("Encoding", Object::Dictionary(of(&[("Differences", Object::Array(vec![Object::Integer(0), name("page")]))]))),
        ("FirstChar", Object::Integer(0)),
        ("LastChar", Object::Integer(0)),
        ("Widths", numbers(&[1])),
        ("Resources", page.get("Resources").cloned().unwrap_or(Object::Null)),
    ]);
    let font = put(font, None);
    page.set("Resources", Object::Dictionary(of(&[("Font", Object::Dictionary(of(&[("P", font)])))])));
    let shown = put(Dictionary::default(), Some(b"BT /P 1 Tf <00> Tj ET".to_vec()));
    page.set("Contents", shown);
}

/// The file: catalog, page tree, page, and what was copied, with one cross-reference table.
fn written(root: &Dictionary, page: &Dictionary, made: &[Made]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::with_capacity(made.len() + 3);
    let mut put = |out: &mut Vec<u8>, object: &Object, bytes: Option<&[u8]>| {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", places.len()).bytes());
        write_object(object, out);
        if let Some(bytes) = bytes {
            out.extend(b"\nstream\n");
            out.extend(bytes);
            out.extend(b"\nendstream");
        }
        out.extend(b"\nendobj\n");
    };
    let mut pages = Dictionary::default();
    pages.set("Type", Object::Name(b"Pages".to_vec()));
    pages.set("Kids", Object::Array(vec![Object::Reference(Id::new(PAGE))]));
    pages.set("Count", Object::Integer(1));
    for own in [root, &pages, page] {
        put(&mut out, &Object::Dictionary(own.clone()), None);
    }
    for one in made {
        put(&mut out, &one.object, one.bytes.as_deref());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    out.extend(format!("trailer\n<</Size {size}/Root {CATALOG} 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}
