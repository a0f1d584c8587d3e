//! The filters of streams (ISO 32000-1, 7.4): Flate with predictors taken off, bounded; Flate put on. No other is needed here.

use super::object::{Dictionary, Object};
use crate::pades::PdfReadError;
use std::io::Read;

/// The bytes of a stream whose dictionary is `dictionary` (all its values direct), at most `limit` of them.
pub(crate) fn decode(dictionary: &Dictionary, raw: &[u8], limit: usize) -> Result<Vec<u8>, PdfReadError> {
    let (filters, parameters) = (each(dictionary.get("Filter")), each(dictionary.get("DecodeParms")));
    match filters.as_slice() {
        [] if raw.len() <= limit => Ok(raw.to_vec()),
        [] => Err(PdfReadError::Limit { what: "bytes of a stream", limit }),
        [filter] if matches!(filter.as_name(), Some(b"FlateDecode" | b"Fl")) => {
            let bytes = inflate(raw, limit)?;
            match parameters.first().and_then(|parameters| parameters.as_dictionary()) {
                Some(parameters) => unpredict(bytes, parameters),
                None => Ok(bytes),
            }
        }
        _ => Err(PdfReadError::Filter),
    }
}

/// An entry that is one value or an array of values.
fn each(value: Option<&Object>) -> Vec<&Object> {
    match value {
        None | Some(Object::Null) => Vec::new(),
        Some(Object::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
    }
}

/// Inflates zlib data, refusing to produce more than `limit` bytes.
fn inflate(raw: &[u8], limit: usize) -> Result<Vec<u8>, PdfReadError> {
    let mut bytes = Vec::new();
    let allowed = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    flate2::read::ZlibDecoder::new(raw).take(allowed).read_to_end(&mut bytes).map_err(|_| PdfReadError::Deflate)?;
    if bytes.len() > limit {
        return Err(PdfReadError::Limit { what: "bytes of an inflated stream", limit });
    }
    Ok(bytes)
}

/// Deflates into zlib data.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut encoder = flate2::bufread::ZlibEncoder::new(bytes, flate2::Compression::best());
    // Reading from memory does not fail; what would be missing is larger plain, so it is not used.
    if encoder.read_to_end(&mut packed).is_err() { Vec::new() } else { packed }
}

/// Undoes a PNG predictor (7.4.4.4); 1 means none.
fn unpredict(bytes: Vec<u8>, parameters: &Dictionary) -> Result<Vec<u8>, PdfReadError> {
    let number = |key, default| parameters.get(key).map_or(Some(default), Object::as_size);
    let predictor = number("Predictor", 1).ok_or(PdfReadError::Filter)?;
    if predictor == 1 {
        return Ok(bytes);
    }
    let sizes = (number("Colors", 1), number("BitsPerComponent", 8), number("Columns", 1));
    let (Some(colors @ 1..=32), Some(bits @ 1..=16), Some(columns @ 1..=65_536), 10..=15) =
        (sizes.0, sizes.1, sizes.2, predictor)
    else {
        return Err(PdfReadError::Filter);
    };
    let pixel = (colors * bits).div_ceil(8);
    let row = (colors * bits * columns).div_ceil(8);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    // Two rows are used in turn: a row may be one byte, and there may be millions of them.
    let (mut above, mut current) = (vec![0_u8; row], vec![0_u8; row]);
    for line in bytes.chunks(row + 1) {
        let Some((kind, line)) = line.split_first() else { break };
        current.fill(0);
        for (index, byte) in line.iter().enumerate() {
            let left = index.checked_sub(pixel).and_then(|index| current.get(index)).copied().unwrap_or(0);
            let up = above.get(index).copied().unwrap_or(0);
            let corner = index.checked_sub(pixel).and_then(|index| above.get(index)).copied().unwrap_or(0);
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => up,
                3 => u16::midpoint(u16::from(left), u16::from(up)) as u8,
                4 => paeth(left, up, corner),
                _ => return Err(PdfReadError::Filter),
            };
            if let Some(place) = current.get_mut(index) {
                *place = byte.wrapping_add(guess);
            }
        }
        out.extend(current.iter().take(line.len()));
        std::mem::swap(&mut above, &mut current);
    }
    Ok(out)
}

/// The Paeth predictor of PNG (ISO/IEC 15948, 9.4).
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |value: u8| (estimate - i16::from(value)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}
