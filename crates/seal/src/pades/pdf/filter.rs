//! The filters of streams (ISO 32000-1, 7.4): Flate with predictors taken off, bounded; Flate put on. No other is needed here.

use super::object::{Dictionary, Object};
use crate::pades::PdfReadError;
use flate2::{Decompress, FlushDecompress, Status};
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

/// Times its size that a stream is expected to inflate to: JSON and the drawing of a page come to less than three.
const EXPECTED: usize = 3;

/// Inflates zlib data, refusing to produce more than `limit` bytes.
fn inflate(raw: &[u8], limit: usize) -> Result<Vec<u8>, PdfReadError> {
    let most = limit.saturating_add(1);
    let mut bytes = Vec::with_capacity(raw.len().saturating_mul(EXPECTED).clamp(64, most.max(64)));
    let mut inflater = Decompress::new(true);
    loop {
        let rest = usize::try_from(inflater.total_in()).ok().and_then(|at| raw.get(at..)).unwrap_or(&[]);
        // All of it is at hand: told so, the library writes where the bytes stay and keeps no window of its own beside them.
        let status = inflater.decompress_vec(rest, &mut bytes, FlushDecompress::Finish);
        match status.map_err(|_| PdfReadError::Deflate)? {
            _ if bytes.len() > limit => {
                return Err(PdfReadError::Limit { what: "bytes of an inflated stream", limit });
            }
            Status::StreamEnd => return Ok(bytes),
            // There was room for more, and nothing came: the stream is cut short.
            Status::Ok | Status::BufError if bytes.len() < bytes.capacity() => return Err(PdfReadError::Deflate),
            Status::Ok | Status::BufError => bytes.reserve_exact(bytes.len().min(most - bytes.len())),
        }
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_deflated_is_inflated_up_to_the_limit_and_not_beyond() {
        let limit = |limit| Err(PdfReadError::Limit { what: "bytes of an inflated stream", limit });
        for length in [0_usize, 1, 63, 64, 65, 5_000, 300_000] {
            // Little and much of it is repeated, so that it grows a little and a thousand times.
            for period in [1, 251] {
                let plain: Vec<u8> = (0..length).map(|at| (at % period) as u8).collect();
                let packed = deflate(&plain);
                assert_eq!(inflate(&packed, length), Ok(plain.clone()));
                assert_eq!(inflate(&packed, length * 2 + 7), Ok(plain.clone()));
                assert_eq!(inflate(&[&packed[..], b"and more"].concat(), length), Ok(plain));
                if let Some(less) = length.checked_sub(1) {
                    assert_eq!(inflate(&packed, less), limit(less));
                    assert_eq!(inflate(&packed, less / 2), limit(less / 2));
                }
                for cut in [0, 1, 2, packed.len() / 2, packed.len() - 1] {
                    assert_eq!(inflate(&packed[..cut], length), Err(PdfReadError::Deflate), "{length} {cut}");
                }
            }
        }
        assert_eq!(inflate(b"no stream at all", 100), Err(PdfReadError::Deflate));
    }
}
