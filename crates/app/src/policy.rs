//! The policy file: until when algorithms prove anything, and how old revocation data may be.

use std::{fs, path::Path};

use signet_lang::Locale;
use signet_seal::{Digest, Policy};
use signet_verify::Trust;

use crate::exit::{Exit, Stop};

/// Uses of keys that a policy may name.
const KEYS: [&str; 3] = ["RSA", "RSA-PSS", "ECDSA"];

/// The same trust, by the rules of a file; without one, by its own.
///
/// # Errors
/// As [`read`].
pub fn apply(file: Option<&Path>, trust: Trust, locale: Locale) -> Result<Trust, Stop> {
    Ok(match file {
        Some(file) => Trust { policy: read(file, locale)?, ..trust },
        None => trust,
    })
}

/// Reads a policy (TOML, see `docs/examples/policy.toml`).
///
/// # Errors
/// With the file and the line or field that is wrong.
pub fn read(file: &Path, locale: Locale) -> Result<Policy, Stop> {
    let name = || file.display().to_string();
    let text = fs::read_to_string(file)
        .map_err(|error| Stop::new(Exit::Config, locale.app_file_unreadable(name(), error.to_string())))?;
    parse(&text, locale).map_err(|problem| Stop::new(Exit::Config, locale.app_policy_wrong(name(), problem)))
}

/// A rule for something that nothing is called would be a silent refusal of everything, so names are checked.
fn parse(text: &str, locale: Locale) -> Result<Policy, String> {
    let policy: Policy = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
    let digests = Digest::ALL.map(Digest::name);
    let named = |list: &str, index: usize, name: &str, known: &[&str]| {
        let place = format!("[[{list}]] {}", index + 1);
        (!known.contains(&name)).then(|| locale.app_policy_unknown(known.join(", "), name.to_owned(), place))
    };
    let digest = policy.digest.iter().enumerate().find_map(|(at, rule)| named("digest", at, &rule.name, &digests));
    let key = policy.key.iter().enumerate().find_map(|(at, rule)| named("key", at, &rule.name, &KEYS));
    match digest.or(key) {
        Some(problem) => Err(problem),
        None => Ok(policy),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const EXAMPLE: &str = include_str!("../../../docs/examples/policy.toml");

    #[test]
    fn the_documented_policy_is_the_default() {
        assert_eq!(parse(EXAMPLE, Locale::ENGLISH).unwrap(), Policy::default());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_or_field() {
        let wrong = [
            ("freshness = \"at-use\"", "freshness = \"never\"", "never"),
            ("until = \"2029-01-01\"", "untill = \"2029-01-01\"", "untill"),
            ("until = \"2029-01-01\"", "until = \"soon\"", "line "),
            ("name = \"SHA-384\"", "name = \"SHA-385\"", "[[digest]] 2"),
            ("name = \"ECDSA\"", "name = \"EdDSA\"", "EdDSA"),
            ("bits = 1900", "bits = -1", "bits"),
        ];
        for (from, to, named) in wrong {
            let text = EXAMPLE.replacen(from, to, 1);
            assert_ne!(text, EXAMPLE, "{from}");
            for locale in [Locale::CZECH, Locale::ENGLISH] {
                let problem = parse(&text, locale).unwrap_err();
                assert!(problem.contains(named), "{to}: {problem}");
            }
        }
    }
}
