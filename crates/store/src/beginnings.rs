//! The beginnings of the words of a name, as bits: who lacks one of what is searched for does not bear it.
//!
//! The bits stand in the register, so what they mean changes only with a migration that fills them anew.

/// The first letters from a to z have a bit each, other first bytes share these.
const OTHERS: u32 = 26;
const OTHERS_COUNT: u32 = 6;

/// Beginnings of two and three bytes share these.
const LONGER: u32 = OTHERS + OTHERS_COUNT;
/// Up to bit 62: with all bits, the sign too, a row says that nobody has filled it.
const LONGER_COUNT: u32 = 31;

/// Bytes of a beginning that count.
const BYTES_MAX: usize = 3;

/// All beginnings of a word, or of what a word begins with.
pub(crate) fn beginnings(word: &[u8]) -> i64 {
    (1..=word.len().min(BYTES_MAX)).filter_map(|length| word.get(..length)).fold(0, |bits, one| bits | 1 << bit(one))
}

fn bit(beginning: &[u8]) -> u32 {
    match beginning {
        [letter @ b'a'..=b'z'] => u32::from(letter - b'a'),
        [other] => OTHERS + u32::from(*other) % OTHERS_COUNT,
        longer => {
            LONGER + longer.iter().fold(0, |hash: u32, byte| hash.wrapping_mul(31) + u32::from(*byte)) % LONGER_COUNT
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_bears_a_word_has_the_bits_of_its_beginnings() {
        let bears = beginnings(b"jana") | beginnings("nováková".as_bytes());
        for sought in ["", "j", "ja", "jan", "jana", "n", "no", "nová", "novákov"] {
            let wanted = beginnings(sought.as_bytes());
            assert_eq!(bears & wanted, wanted, "{sought}");
        }
        assert_eq!(beginnings(b"p") & bears, 0);
    }

    #[test]
    fn the_bits_stay_what_they_are() {
        assert_eq!(beginnings(b""), 0);
        assert_eq!(beginnings(b"a"), 1);
        assert_eq!(beginnings(b"z"), 1 << 25);
        assert_eq!(
            beginnings(b"jan"),
            1 << 9 | 1 << (32 + (106 * 31 + 97) % 31) | 1 << (32 + ((106 * 31 + 97) * 31 + 110) % 31)
        );
        assert!((0..=u8::MAX).all(|byte| beginnings(&[byte, byte, byte]) > 0), "never the sign");
    }
}
