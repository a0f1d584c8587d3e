//! Hides what nobody may read in a log: the paths of links, passwords in addresses, tokens and keys.

/// What stands where a secret stood.
const HIDDEN: &str = "‹hidden›";

/// A token is at least this long: 22 characters of base64url carry 128 bits.
const TOKEN_LENGTH: usize = 22;

/// Hosts whose addresses are names of terms, not links to anybody's data.
const VOCABULARIES: &[&str] = &["data.europa.eu", "www.w3.org"];

/// The text with every link cut to its host and every token gone.
pub fn secrets(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut inside_key = false;
    for line in text.split_inclusive('\n') {
        if line.contains("-----BEGIN ") && line.contains("PRIVATE KEY") {
            inside_key = true;
            masked.push_str(HIDDEN);
            masked.push('\n');
        }
        if !inside_key {
            masked.push_str(&tokens(&links(line)));
        }
        if line.contains("-----END ") {
            inside_key = false;
        }
    }
    masked
}

/// `scheme://user:password@host:port/path` becomes `scheme://host:port/‹hidden›`; an address without a path stays.
fn links(line: &str) -> String {
    let mut masked = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        masked.push_str(before);
        let end = after.find(ends_address).unwrap_or(after.len());
        let (address, remainder) = after.split_at(end);
        masked.push_str(&without_path(address));
        rest = remainder;
    }
    masked + rest
}

fn ends_address(character: char) -> bool {
    character.is_whitespace() || matches!(character, '"' | '\'' | '<' | '>' | ')' | ']' | '}' | '`')
}

fn without_path(address: &str) -> String {
    let cut = address.find(['/', '?', '#']).unwrap_or(address.len());
    let (authority, path) = address.split_at(cut);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match path {
        "" | "/" => format!("{host}{path}"),
        _ if VOCABULARIES.contains(&host) => address.to_owned(),
        _ => format!("{host}/{HIDDEN}"),
    }
}

fn tokens(line: &str) -> String {
    let mut masked = String::new();
    let mut word = String::new();
    for character in line.chars() {
        if character.is_ascii_alphanumeric() || matches!(character, '-' | '_') {
            word.push(character);
        } else {
            masked.push_str(if looks_random(&word) { HIDDEN } else { &word });
            word.clear();
            masked.push(character);
        }
    }
    masked + if looks_random(&word) { HIDDEN } else { &word }
}

/// Long, of small and large letters and digits mixed, and not made of words.
fn looks_random(word: &str) -> bool {
    word.len() >= TOKEN_LENGTH
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase())
        && !word.split(['-', '_']).all(is_made_of_words)
}

/// `Annex1`, `LearningAchievement`, `PAdES`, `2026`: words of two letters and more, each in one case but for its first letter, and a
/// number of at most four digits behind them. Of random tokens one in four thousand looks so throughout.
fn is_made_of_words(piece: &str) -> bool {
    let letters = piece.trim_end_matches(|c: char| c.is_ascii_digit()).replace("AdES", "ADES");
    let mut rest = letters.as_str();
    while !rest.is_empty() {
        let small = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let after = small.trim_start_matches(|c: char| c.is_ascii_lowercase());
        match (rest.len() - small.len(), small.len() - after.len()) {
            (2.., 0) | (_, 2..) => rest = after,
            _ => return false,
        }
    }
    piece.len() - letters.len() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_only_its_host() {
        assert_eq!(
            secrets("holder: http://127.0.0.1:8080/cs/s/abc?x=1 and more"),
            "holder: http://127.0.0.1:8080/‹hidden› and more"
        );
        assert_eq!(secrets("http://127.0.0.1:8080/"), "http://127.0.0.1:8080/");
        assert_eq!(secrets("\"https://signet.example\""), "\"https://signet.example\"");
    }

    #[test]
    fn a_password_in_an_address_is_hidden() {
        assert_eq!(secrets("postgres://signet:secret@127.0.0.1:5433"), "postgres://127.0.0.1:5433");
    }

    #[test]
    fn a_token_is_hidden_and_a_name_is_not() {
        assert_eq!(secrets("key=Zb3kQ9xW1mN7pL5tR2vY8c;"), "key=‹hidden›;");
        let name = "tests::a_withdrawn_share_answers_like_a_wrong_one_2 ... ok";
        assert_eq!(secrets(name), name);
        for specimen in
            ["Sample-MC-Annex1-signed.pdf", "PAdES-LTA-Qualification-2026.pdf", "LearningAchievement12.jsonld"]
        {
            assert_eq!(secrets(specimen), specimen);
        }
        // Pieces that are words here and there, and letters or digits among them that are none.
        for token in ["Sample-MC-Annex1-x9Kq2LmZw", "abcdefghijklmnopqrsT12345", "LearningAchievement1Q2w3E4r"] {
            assert_eq!(secrets(token), "‹hidden›");
        }
    }

    #[test]
    fn a_private_key_is_hidden_whole() {
        let pem = "x\n-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\ny\n";
        assert_eq!(secrets(pem), "x\n‹hidden›\ny\n");
    }
}
