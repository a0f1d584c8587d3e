//! The faces the document is set in, and the characters they have.

use typst::foundations::Bytes;
use typst::text::{Font, FontInfo, FontStyle, FontWeight};

/// The face of the document.
const TEXT: &str = "Libertinus Serif";
/// Stands in for letters the first one lacks (Armenian, Georgian).
const SECOND: &str = "New Computer Modern";
/// For identifiers and links.
const TYPEWRITER: &str = "DejaVu Sans Mono";

/// The styles the layout uses for text that comes from outside.
const STYLES: [(FontStyle, FontWeight); 4] = [
    (FontStyle::Normal, FontWeight::REGULAR),
    (FontStyle::Italic, FontWeight::REGULAR),
    (FontStyle::Normal, FontWeight::SEMIBOLD),
    (FontStyle::Normal, FontWeight::BOLD),
];

/// The faces of the package that the layout names, in a fixed order.
pub(crate) fn embedded() -> Vec<Font> {
    typst_assets::fonts()
        .flat_map(|data| Font::iter(Bytes::new(data)))
        .filter(|font| {
            let info = font.info();
            match info.family.as_str() {
                TEXT | SECOND => STYLES.contains(&(info.variant.style, info.variant.weight)),
                TYPEWRITER => (info.variant.style, info.variant.weight) == STYLES[0],
                _ => false,
            }
        })
        .collect()
}

/// Whether a character is printed as itself wherever the layout may put it. Private-use characters are not: they mean nothing to a
/// reader or a screen reader, and PDF/A-3a refuses them (ISO 19005-3, 6.2.11.7.3).
pub(crate) fn cover(fonts: &[Font], character: char) -> bool {
    let code = u32::from(character);
    let private = matches!(code, 0xE000..=0xF8FF | 0xF0000..=0x10FFFF);
    let has = |family: &str, style: FontStyle, heavy: bool| {
        let fits = |info: &FontInfo| {
            info.family == family && info.variant.style == style && (info.variant.weight > FontWeight::MEDIUM) == heavy
        };
        fonts.iter().filter(|font| fits(font.info())).any(|font| font.info().coverage.contains(code))
    };
    let everywhere = || {
        STYLES.iter().all(|&(style, weight)| {
            let heavy = weight > FontWeight::MEDIUM;
            has(TEXT, style, heavy) || has(SECOND, style, heavy)
        })
    };
    !private && everywhere()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn european_and_vietnamese_names_are_covered_and_others_told() {
        let fonts = embedded();
        assert_eq!(fonts.len(), 4 + 3 + 1, "faces of the three families");
        for name in [
            "Příliš žluťoučký kůň ĎŤŇ",
            "Nguyễn Thị Phượng Ẵ",
            "Ґонтаренко Їжакевич",
            "Γιώργος",
            "გიორგი",
            "Արամ",
            "Łódź Šćepan Şükrü Țiriac",
        ] {
            for character in name.chars() {
                assert!(cover(&fonts, character), "{character:?}");
            }
        }
        for character in ['李', 'م', 'あ', '\u{e000}', '😀'] {
            assert!(!cover(&fonts, character), "{character:?}");
        }
    }
}
