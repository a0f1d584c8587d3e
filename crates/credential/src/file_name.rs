//! The name of a credential's file, as the EU's software forms it: `Name - Title.jsonld`.

/// Characters of the stem; leaves room for an extension and a counter within the 255 bytes most file systems allow.
const CHARACTERS: usize = 120;
const BYTES: usize = 230;

/// `Jana Nováková - Ekonometrie v R.jsonld`. `extension` is without the dot.
pub fn file_name(holder: &str, title: &str, extension: &str) -> String {
    format!("{}.{extension}", stem(holder, title))
}

/// The name without its extension: characters that file systems refuse become `_`, the title is cut before the holder's name,
/// nothing begins or ends with a dot or a space.
pub fn stem(holder: &str, title: &str) -> String {
    let holder = cut(&clean(holder), CHARACTERS / 2, BYTES / 2);
    let used = (holder.chars().count() + 3, holder.len() + 3);
    let title = cut(&clean(title), CHARACTERS - used.0, BYTES - used.1);
    match (holder.is_empty(), title.is_empty()) {
        (false, false) => format!("{holder} - {title}"),
        (false, true) => holder,
        (true, false) => title,
        (true, true) => "credential".to_owned(),
    }
}

fn clean(text: &str) -> String {
    let safe = |character: char| match character {
        ':' | '\\' | '/' | '*' | '?' | '|' | '<' | '>' | '"' => '_',
        other if other.is_control() || is_invisible(other) => '_',
        other => other,
    };
    let text: String = text.chars().map(safe).collect();
    text.trim_matches(|character: char| character == '.' || character.is_whitespace()).to_owned()
}

/// Characters that turn the direction of writing or take no room: they make one name look like another.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn cut(text: &str, characters: usize, bytes: usize) -> String {
    let mut end = 0;
    for (count, (at, character)) in text.char_indices().enumerate() {
        let next = at + character.len_utf8();
        if count >= characters || next > bytes {
            break;
        }
        end = next;
    }
    text.get(..end).unwrap_or_default().trim_end_matches([' ', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_as_the_eu_writes_them() {
        assert_eq!(file_name("Jana Nováková", "Ekonometrie v R", "jsonld"), "Jana Nováková - Ekonometrie v R.jsonld");
        assert_eq!(stem("A/B:C", "x*y?\u{7}"), "A_B_C - x_y__");
        assert_eq!(stem("..", " . "), "credential");
        assert_eq!(stem("Ing. Jan Novák, Ph.D.", "R"), "Ing. Jan Novák, Ph.D - R");
        assert_eq!(stem("A\u{202e}B", "C"), "A_B - C");
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        let name = file_name(&"Ř".repeat(300), &"漢".repeat(300), "jsonld");
        assert!(name.len() <= 255 && name.chars().count() <= 130);
        assert!(name.contains(" - 漢"));
    }
}
