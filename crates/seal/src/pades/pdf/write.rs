//! Writing PDF objects as text (ISO 32000-1, 7.3).

use super::object::{Dictionary, Object};

/// Appends `object` to `out`. A stream is written as its dictionary: an update never rewrites stream data.
pub(crate) fn object(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(true) => out.extend(b"true"),
        Object::Boolean(false) => out.extend(b"false"),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(text) => out.extend(text.bytes()),
        Object::String(bytes) => string(bytes, out),
        Object::Name(bytes) => name(bytes, out),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                self::object(item, out);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(entries, out),
        Object::Stream(stream) => dictionary(&stream.dictionary, out),
        Object::Reference(id) => out.extend(format!("{} {} R", id.number, id.generation).bytes()),
    }
}

fn dictionary(entries: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in entries.iter() {
        name(key, out);
        out.push(b' ');
        object(value, out);
        out.push(b'\n');
    }
    out.extend(b">>");
}

fn name(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-_.+*:;,!@$^&=~|?'\"\\`".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn string(bytes: &[u8], out: &mut Vec<u8>) {
    if bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        out.push(b'(');
        for byte in bytes {
            if matches!(byte, b'(' | b')' | b'\\') {
                out.push(b'\\');
            }
            out.push(*byte);
        }
        out.push(b')');
    } else {
        out.push(b'<');
        out.extend(data_encoding::HEXUPPER.encode(bytes).bytes());
        out.push(b'>');
    }
}

/// A text string (7.9.2.2): ASCII as it is, anything else as UTF-16BE with its mark.
pub(crate) fn text(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Object::String(text.into());
    }
    let mark = [0xfe, 0xff].into_iter();
    Object::String(mark.chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect())
}
