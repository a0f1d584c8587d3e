//! Names as people type them when they search: without accents and capitals.

use icu_normalizer::DecomposingNormalizer;

/// Lower case without combining marks, single blanks between words: `Nguyễn Thị  Hương` is found by
/// `nguyen thi huong`. Letters that are no accented form of another (đ, ł, ø) become the one they
/// are typed for.
#[must_use]
pub fn fold(text: &str) -> String {
    let decomposed = DecomposingNormalizer::new_nfd().normalize(text).into_owned();
    let plain = decomposed.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).flat_map(char::to_lowercase);
    let typed: String = plain
        .map(|c| match c {
            'đ' => 'd',
            'ł' => 'l',
            'ø' => 'o',
            'ı' => 'i',
            other => other,
        })
        .collect();
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_capitals_and_blanks_do_not_matter() {
        assert_eq!(fold("Řezáčová"), "rezacova");
        assert_eq!(fold("  Nguyễn Thị  Hương "), "nguyen thi huong");
        assert_eq!(fold("Đặng ŁUKASZ"), "dang lukasz");
        assert_eq!(fold("Олена Шевченко"), "олена шевченко");
    }
}
