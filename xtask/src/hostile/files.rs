//! Files made to cost the most of whoever verifies them.

use std::io::Read;

use flate2::Compression;
use flate2::read::ZlibEncoder;

use crate::task_error::{Context, TaskError};

/// What a stranger may send, by name.
pub struct Files(Vec<(&'static str, Vec<u8>)>);

impl Files {
    /// The worst ones, each about as large as what is said of it, and one honest file.
    pub fn worst(honest: Vec<u8>) -> Result<Self, TaskError> {
        Ok(Self(vec![
            ("PDF of sections of zeros", sections_of_zeros(170)?),
            ("PDF of streams of white space", object_streams(60, 4 << 20)?),
            ("credential of bodies with one identifier", bodies(240)),
            ("credential of one wide object", one_wide(40_000)),
            ("credential of half a million values", values(240_000)),
            ("credential nested to the limit", format!("{}{}", "[".repeat(60_000), "]".repeat(60_000)).into_bytes()),
            (
                "20 MB of text",
                [b"{\"credentialSubject\":\"".to_vec(), vec![b'x'; 20_000_000], b"\"}".to_vec()].concat(),
            ),
            ("an honest credential", honest),
        ]))
    }

    /// The file at this place, round and round.
    pub fn at(&self, place: usize) -> &[u8] {
        let file = self.0.get(place % self.0.len().max(1));
        file.map(|(_, bytes)| bytes.as_slice()).unwrap_or_default()
    }

    /// Names and sizes.
    pub fn told(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(name, bytes)| format!("{:>9} bytes  {name}", bytes.len()))
    }
}

fn deflated(input: impl Read) -> Result<Vec<u8>, TaskError> {
    let mut packed = Vec::new();
    ZlibEncoder::new(input, Compression::best()).read_to_end(&mut packed).or_task_error("deflate")?;
    Ok(packed)
}

/// So many cross-reference streams, each of two million objects that are free.
fn sections_of_zeros(sections: usize) -> Result<Vec<u8>, TaskError> {
    let packed = deflated(std::io::repeat(0).take(6_000_000))?;
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut start = 0;
    for number in 1..=sections {
        let previous = if start > 0 { format!("/Prev {start} ") } else { String::new() };
        start = file.len();
        let dictionary = format!(
            "<< /Type /XRef /Size 2000000 /W [1 1 1] /Root 1 0 R {previous}/Filter /FlateDecode /Length {} >>",
            packed.len()
        );
        file.extend(format!("{number} 0 obj\n{dictionary}\nstream\n").bytes());
        file.extend(&packed);
        file.extend(b"\nendstream\nendobj\n");
    }
    file.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    Ok(file)
}

/// So many embedded files, each described in an object stream that inflates to so many bytes.
fn object_streams(count: usize, bytes: usize) -> Result<Vec<u8>, TaskError> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut rows = vec![(0_u8, 0_usize); 4 + 2 * count];
    let names: String = (0..count).map(|at| format!("(a) {} 0 R ", 4 + at)).collect();
    let catalog = "<< /Type /Catalog /Names << /EmbeddedFiles 3 0 R >> >>".to_owned();
    let mut put = |file: &mut Vec<u8>, number: usize, kind: (u8, usize)| {
        if let Some(row) = rows.get_mut(number) {
            *row = kind;
        }
        file.len()
    };
    for (number, object) in [(1, catalog), (2, "null".to_owned()), (3, format!("<< /Names [{names}] >>"))] {
        let at = file.len();
        put(&mut file, number, (1, at));
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    for at in 0..count {
        let (inside, container) = (4 + at, 4 + count + at);
        let head = format!("{inside} 0 ");
        let description = b"<< /Type /Filespec >>".as_slice();
        let packed = deflated(head.as_bytes().chain(description).chain(std::io::repeat(b' ').take(bytes as u64)))?;
        let start = file.len();
        put(&mut file, inside, (2, container));
        put(&mut file, container, (1, start));
        let (first, length) = (head.len(), packed.len());
        let dictionary = format!("<< /Type /ObjStm /N 1 /First {first} /Filter /FlateDecode /Length {length} >>");
        file.extend(format!("{container} 0 obj\n{dictionary}\nstream\n").bytes());
        file.extend(&packed);
        file.extend(b"\nendstream\nendobj\n");
    }
    let start = file.len();
    let row = |(kind, place): &(u8, usize)| {
        let place = u32::try_from(*place).unwrap_or(u32::MAX).to_be_bytes();
        [&[*kind], place.as_slice(), &[0]].concat()
    };
    let (size, table) = (rows.len(), rows.iter().flat_map(row).collect::<Vec<u8>>());
    let length = table.len();
    let dictionary = format!("<< /Type /XRef /Size {size} /W [1 4 1] /Root 1 0 R /Length {length} >>");
    file.extend(format!("{size} 0 obj\n{dictionary}\nstream\n").bytes());
    file.extend(&table);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    Ok(file)
}

fn credential(claim: &str, more: &str) -> Vec<u8> {
    let kinds = r#"["VerifiableCredential","EuropeanDigitalCredential"]"#;
    let claim = format!(r#"{{"type":"LearningAchievement","title":{{"en":"T"}}{claim}}}"#);
    let subject = format!(r#"{{"type":"Person","hasClaim":{claim}}}"#);
    format!(r#"{{"id":"urn:credential:1","type":{kinds},"credentialSubject":{subject}{more}}}"#).into_bytes()
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

/// Bodies under one identifier that differ at their end.
fn bodies(count: usize) -> Vec<u8> {
    let notes = list(60, |note| format!(r#"{{"type":"Note","noteLiteral":{{"en":"note {note}"}}}}"#));
    let body = |number: usize| {
        format!(
            r#"{{"type":"AwardingProcess","awardingBody":{{"id":"urn:body:1","type":"Organisation","additionalNote":[{notes}],"altLabel":{{"en":"{number:06}"}}}}}}"#
        )
    };
    credential(&format!(r#","awardedBy":[{}]"#, list(count, body)), "")
}

/// One object of very many members, and very many small ones that claim to be the same.
fn one_wide(count: usize) -> Vec<u8> {
    let members = list(count, |number| format!(r#""m{number}":1"#));
    let small = list(count, |_| r#"{"id":"urn:body:1","type":"Organisation"}"#.to_owned());
    let more = format!(r#","issuer":{{"id":"urn:body:1","type":"Organisation",{members}}},"evidence":[{small}]"#);
    credential("", &more)
}

/// As many values as a credential may have.
fn values(count: usize) -> Vec<u8> {
    credential("", &format!(r#","evidence":[{}]"#, list(count, |number| format!(r#""{number}""#))))
}
