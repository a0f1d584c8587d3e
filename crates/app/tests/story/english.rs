//! English words where a person reads Czech.

/// Words of English that are no words of Czech: what parsers, libraries and the system say is full of them.
const WORDS: [&str; 48] = [
    "and",
    "are",
    "be",
    "because",
    "before",
    "but",
    "cannot",
    "could",
    "denied",
    "directory",
    "error",
    "expected",
    "failed",
    "file",
    "for",
    "found",
    "from",
    "has",
    "have",
    "if",
    "in",
    "invalid",
    "is",
    "it",
    "its",
    "know",
    "missing",
    "must",
    "not",
    "of",
    "or",
    "permission",
    "please",
    "such",
    "that",
    "the",
    "there",
    "this",
    "unexpected",
    "unknown",
    "usage",
    "value",
    "was",
    "were",
    "which",
    "with",
    "without",
    "you",
];

/// The English words of a Czech text, outside what it marks as a technical detail, quotes, and commands to type.
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        // A detail in brackets ends with them; else it is the end of the line.
        let line = match line.to_lowercase().find("technický detail:").zip(line.find("(technický detail:")) {
            Some((_, open)) => {
                let close = line.rfind(')').map_or("", |close| &line[close..]);
                format!("{}{close}", &line[..open])
            }
            None => match line.find("Technický detail:") {
                Some(start) => line[..start].to_owned(),
                None => line.to_owned(),
            },
        };
        let unquoted = unquoted(&line);
        let words = unquoted.split(|c: char| !(c.is_alphanumeric() || "-_./:@".contains(c)));
        // An option is a name to type: `--from`.
        found.extend(words.filter(|word| !word.starts_with("--")).filter_map(|word| {
            let word = word.trim_matches(['.', ':', '-']).to_lowercase();
            WORDS.contains(&word.as_str()).then_some(word)
        }));
    }
    found
}

/// A line without what stands between its quotes: names, commands, what somebody wrote.
fn unquoted(line: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    for c in line.chars() {
        match c {
            '„' => depth += 1,
            '“' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}
