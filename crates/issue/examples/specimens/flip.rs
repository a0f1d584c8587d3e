//! Flips one bit in each part of a sealed file that is made of several.

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE, HEXUPPER};
use serde_json::Value;

use crate::seal::Form;

/// What changes one bit of a value.
type Flip = fn(&mut [u8]);

/// The name of each part, and the file with one bit of it flipped.
pub fn each_part(form: Form, file: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    match form {
        Form::Iat | Form::SigT => json_parts(file),
        Form::Pdf => pdf_parts(file),
    }
}

fn json_parts(file: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let whole: Value = serde_json::from_slice(file).unwrap();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut copy = whole.clone();
        change(&mut copy);
        copy.to_string().into_bytes()
    };
    let mut parts = vec![
        ("payload", changed(&|jws| text(&mut jws["payload"], &flip_letter))),
        ("protected", changed(&|jws| text(&mut jws["signatures"][0]["protected"], &flip_header))),
        ("signature", changed(&|jws| text(&mut jws["signatures"][0]["signature"], &|value| coded(value, flip_middle)))),
    ];
    let items = whole["signatures"][0]["header"]["etsiU"].as_array().unwrap();
    let flips: [(&str, Flip); 4] =
        [("sigTst", flip_last), ("xVals", flip_subject), ("rVals", flip_last), ("arcTst", flip_last)];
    for (name, flip) in flips {
        let place = items.iter().position(|item| named(item, name)).unwrap();
        let change = |item: &str| flip_item(item, flip);
        let item = |jws: &mut Value| text(&mut jws["signatures"][0]["header"]["etsiU"][place], &change);
        parts.push((name, changed(&item)));
    }
    parts
}

fn text(value: &mut Value, change: &dyn Fn(&str) -> String) {
    *value = change(value.as_str().unwrap()).into();
}

/// Another letter in the middle: what was JSON is still JSON.
fn flip_letter(payload: &str) -> String {
    let mut bytes = payload.as_bytes().to_vec();
    let middle = bytes.len() / 2;
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() && (byte ^ 1).is_ascii_alphabetic();
    let place = middle + bytes[middle..].iter().position(is_letter).unwrap();
    bytes[place] ^= 1;
    String::from_utf8(bytes).unwrap()
}

/// The media type in the protected header says something else.
fn flip_header(protected: &str) -> String {
    coded(protected, |header| {
        let place = header.windows(5).position(|window| window == b"octet").unwrap();
        header[place] ^= 1;
    })
}

fn flip_middle(bytes: &mut [u8]) {
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
}

/// base64url there and back.
fn coded(value: &str, change: impl Fn(&mut [u8])) -> String {
    let mut bytes = BASE64URL_NOPAD.decode(value.as_bytes()).unwrap();
    change(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

fn named(item: &Value, name: &str) -> bool {
    let text = BASE64URL_NOPAD.decode(item.as_str().unwrap().as_bytes()).unwrap();
    let item: Value = serde_json::from_slice(&text).unwrap();
    item.get(name).is_some()
}

/// The last byte of a DER value: the end of its signature.
fn flip_last(der: &mut [u8]) {
    *der.last_mut().unwrap() ^= 1;
}

/// The last letter of a certificate's subject. Where only its signature is wrong, some take it for the twin of the good certificate
/// that stands elsewhere in the file, and which of the two they ask is chance.
fn flip_subject(certificate: &mut [u8]) {
    const COMMON_NAME: [u8; 5] = [0x06, 0x03, 0x55, 0x04, 0x03];
    let kind = certificate.windows(5).rposition(|window| window == COMMON_NAME).unwrap();
    let length = usize::from(certificate[kind + 6]);
    certificate[kind + 6 + length] ^= 1;
}

/// The first DER value in an unsigned item.
fn flip_item(item: &str, flip: Flip) -> String {
    let mut content: Value = serde_json::from_slice(&BASE64URL_NOPAD.decode(item.as_bytes()).unwrap()).unwrap();
    assert!(flip_first(&mut content, flip), "no value to flip");
    BASE64URL_NOPAD.encode(content.to_string().as_bytes())
}

fn flip_first(value: &mut Value, flip: Flip) -> bool {
    match value {
        Value::Object(members) => match members.get_mut("val") {
            Some(val) => {
                let mut der = BASE64.decode(val.as_str().unwrap().as_bytes()).unwrap();
                flip(&mut der);
                *val = BASE64.encode(&der).into();
                true
            }
            None => members.values_mut().any(|member| flip_first(member, flip)),
        },
        Value::Array(values) => values.iter_mut().any(|value| flip_first(value, flip)),
        _ => false,
    }
}

fn pdf_parts(file: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let changed = |place: usize, change: &dyn Fn(&mut u8)| {
        let mut copy = file.to_vec();
        change(&mut copy[place]);
        copy
    };
    let bit = |byte: &mut u8| *byte ^= 1;
    let values = contents(file);
    let (seal, stamp) = (values[0].clone(), values[values.len() - 1].clone());
    let stream = b"stream";
    // The first revision is mostly the attached credential and the faces.
    let content = seal.start / 2;
    let store = find(file, stream, find(file, b"startxref", seal.end).unwrap()).unwrap() + 60;
    vec![
        ("content", changed(content, &bit)),
        ("Contents", changed(middle_of_signature(file, &seal), &digit)),
        ("store", changed(store, &bit)),
        ("DocTimeStamp", changed(end_of_der(file, &stamp), &digit)),
    ]
}

/// Where the hexadecimal digits of each `/Contents <…>` stand.
fn contents(file: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mark = b"/Contents";
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(place) = find(file, mark, from) {
        from = place + mark.len();
        let backoff = &file[from..];
        let gap = backoff.iter().take_while(|byte| **byte == b' ').count();
        if backoff[gap] == b'<' && backoff[gap + 1] != b'<' {
            let start = from + gap + 1;
            let length = file[start..].iter().position(|byte| *byte == b'>').unwrap();
            found.push(start..start + length);
        }
    }
    found
}

/// A digit within the signature value of a CMS message: shortly behind the algorithm that made it, ecdsa-with-SHA256.
fn middle_of_signature(file: &[u8], digits: &std::ops::Range<usize>) -> usize {
    let algorithm = HEXUPPER.encode(&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]);
    let der = HEXLOWER_PERMISSIVE.decode(&file[digits.clone()]).unwrap();
    let hex = HEXUPPER.encode(&der);
    // Certificates name the algorithm twice each, and stand before the signer.
    let attribute = hex.rfind("060B2A864886F70D010910020E").unwrap_or(hex.len());
    let place = hex[..attribute].rfind(&algorithm).unwrap();
    digits.start + place + algorithm.len() + 32
}

/// The last digit of the DER value, before the zeros that fill the place.
fn end_of_der(file: &[u8], digits: &std::ops::Range<usize>) -> usize {
    digits.start + file[digits.clone()].iter().rposition(|digit| *digit != b'0').unwrap()
}

/// One bit of what a hexadecimal digit says.
fn digit(byte: &mut u8) {
    let value = char::from(*byte).to_digit(16).unwrap() ^ 1;
    *byte = char::from_digit(value, 16).unwrap().to_ascii_uppercase() as u8;
}

fn find(file: &[u8], what: &[u8], from: usize) -> Option<usize> {
    file[from..].windows(what.len()).position(|window| window == what).map(|place| from + place)
}
