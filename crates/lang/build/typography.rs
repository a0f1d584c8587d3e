//! What Czech typography asks of a text: nothing that belongs to the next word ends a line.

/// Words of one letter and abbreviations that do not end a line.
const PREPOSITIONS: [&str; 20] =
    ["k", "K", "s", "S", "v", "V", "z", "Z", "o", "O", "u", "U", "a", "A", "i", "I", "§", "č.", "čl.", "bod"];
/// What a unit does after a number.
const UNITS: [&str; 5] = ["MB", "kB", "KiB", "MiB", "%"];

/// A file of Czech sentences whose prepositions stay with the next word, units with their number and dashes with the word before.
/// Comments stay as they are.
pub fn bound(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 50);
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') {
            out.push_str(line);
        } else {
            bind(line, &mut out);
        }
    }
    out
}

fn bind(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(place) = rest.find(' ') {
        let (before, after) = rest.split_at(place);
        out.push_str(before);
        let after = after.strip_prefix(' ').unwrap_or(after);
        // An opening bracket or quotation mark before a word does not make it longer.
        let word = before.trim_start_matches(['(', '„', '‚']);
        let next: &str = after.split([' ', '\n', '.', ',', ';', ':', ')', '(']).next().unwrap_or_default();
        let binds = PREPOSITIONS.contains(&word) && !next.is_empty() && !matches!(next, "=" | "->" | "}");
        let counted = word.ends_with(|c: char| c == '}' || c.is_ascii_digit()) && UNITS.contains(&next);
        // A dash stands at the end of a line, never at its beginning.
        let dash = after.starts_with("– ");
        out.push(if binds || counted || dash { '\u{a0}' } else { ' ' });
        rest = after;
    }
    out.push_str(rest);
}
