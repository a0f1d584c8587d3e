//! The policy file: until when algorithms prove anything, and how old revocation data may be.

use std::path::Path;

use signet_lang::{Locale, args};
use signet_seal::{DigestAlgorithm, Policy};
use signet_verify::Trust;

use crate::{
    config::read_toml,
    exit::{CommandError, Exit},
    input,
};

/// Uses of keys that a policy may name.
const KEYS: [&str; 3] = ["RSA", "RSA-PSS", "ECDSA"];

/// The same trust, by the rules of a file; without one, by its own.
///
/// # Errors
/// As [`read`].
pub fn apply(file: Option<&Path>, trust: Trust, locale: Locale) -> Result<Trust, CommandError> {
    Ok(match file {
        Some(file) => Trust { policy: read(file, locale)?, ..trust },
        None => trust,
    })
}

/// Reads a policy (TOML, see `docs/examples/policy.toml`).
///
/// # Errors
/// With the file and every line or field that is wrong.
pub fn read(path: &Path, locale: Locale) -> Result<Policy, CommandError> {
    parse(&input::bytes(path, locale)?, locale).map_err(|problems| {
        CommandError::new(
            Exit::Config,
            locale.app_policy_wrong(args::AppPolicyWrong {
                file: path.display().to_string(),
                problem: problems.join("\n  "),
            }),
        )
    })
}

/// A rule for something that nothing is called would be a silent refusal of everything, so names are checked.
fn parse(text: &[u8], locale: Locale) -> Result<Policy, Vec<String>> {
    let (policy, _) = read_toml::<Policy>(text)
        .map_err(|faults| faults.iter().map(|fault| fault.sentence(locale)).collect::<Vec<_>>())?;
    let digests = DigestAlgorithm::ALL.map(DigestAlgorithm::name);
    let named = |list: &str, index: usize, name: &str, known: &[&str]| {
        let place = format!("[[{list}]] {}", index + 1);
        (!known.contains(&name)).then(|| {
            locale.app_policy_unknown(args::AppPolicyUnknown { known: known.join(", "), name: name.to_owned(), place })
        })
    };
    let digest = policy.digest.iter().enumerate().filter_map(|(at, rule)| named("digest", at, &rule.name, &digests));
    let key = policy.key.iter().enumerate().filter_map(|(at, rule)| named("key", at, &rule.name, &KEYS));
    let problems: Vec<String> = digest.chain(key).collect();
    if problems.is_empty() { Ok(policy) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const EXAMPLE: &str = include_str!("../../../docs/examples/policy.toml");

    #[test]
    fn the_documented_policy_is_the_default() {
        assert_eq!(parse(EXAMPLE.as_bytes(), Locale::ENGLISH).unwrap(), Policy::default());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_or_field() {
        let wrong = [
            ("freshness = \"at-use\"", "freshness = \"never\"", "never"),
            ("until = \"2029-01-01\"", "untill = \"2029-01-01\"", "untill"),
            ("until = \"2029-01-01\"", "until = \"soon\"", "until"),
            ("name = \"SHA-384\"", "name = \"SHA-385\"", "[[digest]] 2"),
            ("name = \"ECDSA\"", "name = \"EdDSA\"", "EdDSA"),
            ("bits = 1900", "bits = -1", "bits"),
        ];
        for (from, to, named) in wrong {
            let text = EXAMPLE.replacen(from, to, 1);
            assert_ne!(text, EXAMPLE, "{from}");
            for locale in [Locale::CZECH, Locale::ENGLISH] {
                let problem = parse(text.as_bytes(), locale).unwrap_err().join("\n");
                assert!(problem.contains(named), "{to}: {problem}");
            }
        }
    }
}
