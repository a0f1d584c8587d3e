//! Which language to speak: the address says it, or the browser's wish.

use axum::http::{HeaderMap, header::ACCEPT_LANGUAGE};
use signet_record::Language;

/// The language a browser would rather have; Czech for Czech and Slovak readers, English for everybody else. Without a wish: Czech.
pub fn wished(headers: &HeaderMap) -> Language {
    let Some(wishes) = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) else {
        return Language::Cs;
    };
    let mut best: Option<(u16, Language)> = None;
    for wish in wishes.split(',').take(20) {
        let mut parts = wish.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(weight)).unwrap_or(1000);
        let language = match tag.split('-').next().unwrap_or_default() {
            "cs" | "sk" => Language::Cs,
            "" => continue,
            _ => Language::En,
        };
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, language));
        }
    }
    best.map_or(Language::Cs, |(_, language)| language)
}

/// `0.8` as 800.
fn weight(text: &str) -> u16 {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = part.chars().chain("000".chars()).take(3);
    let thousandths = digits.fold(0u16, |sum, digit| sum * 10 + digit.to_digit(10).unwrap_or(0) as u16);
    if whole == "0" { thousandths } else { 1000 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn of(wish: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, wish.parse().unwrap());
        wished(&headers)
    }

    #[test]
    fn the_strongest_wish_wins() {
        assert_eq!(of("cs-CZ,cs;q=0.9,en;q=0.8"), Language::Cs);
        assert_eq!(of("en-GB,en;q=0.9,cs;q=0.8"), Language::En);
        assert_eq!(of("sk"), Language::Cs);
        assert_eq!(of("de, cs;q=0.5"), Language::En);
        assert_eq!(of("en;q=0.2, cs;q=0.75"), Language::Cs);
        assert_eq!(of(""), Language::Cs);
        assert_eq!(of(";q=x,,*;q="), Language::En);
        assert_eq!(wished(&HeaderMap::new()), Language::Cs);
    }
}
