//! Writes DER, for extensions that `rcgen` has no fields for.

pub const OBJECT_IDENTIFIER: u8 = 0x06;
pub const NULL: &[u8] = &[0x05, 0];
const SEQUENCE: u8 = 0x30;

/// Tag, length and value (X.690 §8.1) of the parts put together.
pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let value = parts.concat();
    let length = match value.len() {
        short @ 0..0x80 => vec![u8::try_from(short).unwrap()],
        long => {
            let bytes: Vec<u8> = long.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
            [&[0x80 | u8::try_from(bytes.len()).unwrap()][..], &bytes].concat()
        }
    };
    [&[tag][..], &length, &value].concat()
}

pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(SEQUENCE, parts)
}

pub fn sequence_of(items: &[Vec<u8>]) -> Vec<u8> {
    sequence(&items.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// An object identifier by its arcs (X.690 §8.19).
pub fn object_identifier(arcs: &[u64]) -> Vec<u8> {
    let [first, second, rest @ ..] = arcs else { panic!("an object identifier has two arcs or more") };
    let mut value = Vec::new();
    for arc in [&[first * 40 + second][..], rest].concat() {
        let digits = (0..10).rev().map(|place| (arc >> (7 * place)) & 0x7f).skip_while(|digit| *digit == 0);
        let mut digits: Vec<u8> = digits.map(|digit| u8::try_from(digit).unwrap() | 0x80).collect();
        match digits.last_mut() {
            Some(last) => *last &= 0x7f,
            None => digits.push(0),
        }
        value.extend(digits);
    }
    tlv(OBJECT_IDENTIFIER, &[&value])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_and_lengths_are_as_x_690_has_them() {
        assert_eq!(object_identifier(&[2, 5, 29, 37]), [6, 3, 0x55, 0x1d, 0x25]);
        assert_eq!(object_identifier(&[1, 2, 840, 113_549]), [6, 6, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]);
        assert_eq!(object_identifier(&[1, 3, 0]), [6, 2, 0x2b, 0]);
        assert_eq!(tlv(4, &[&[7; 300]])[..4], [4, 0x82, 1, 44]);
        assert_eq!(tlv(4, &[&[7; 128]])[..3], [4, 0x81, 128]);
    }
}
