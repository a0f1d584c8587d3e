//! Licence expressions (SPDX 2.3 annex D): whether a list of licences is enough to satisfy one.

use std::collections::BTreeSet;

/// Whether the expression can be met with the allowed licences alone. `/` is the old way of writing `OR`.
pub fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    reader.either().is_some_and(|met| met && reader.words.is_empty())
}

/// Reads from the front of `words`; `None` where the expression is malformed.
struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a BTreeSet<String>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<&str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.first().is_some_and(|next| *next == word);
        if found {
            self.next();
        }
        found
    }

    fn either(&mut self) -> Option<bool> {
        let mut met = self.both()?;
        while self.take("OR") {
            met |= self.both()?;
        }
        Some(met)
    }

    fn both(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let met = self.either()?;
            return self.take(")").then_some(met);
        }
        let mut licence = self.next()?.to_owned();
        if self.take("WITH") {
            licence = format!("{licence} WITH {}", self.next()?);
        }
        let named = !matches!(licence.as_str(), "OR" | "AND" | "WITH" | ")");
        named.then(|| self.allowed.contains(&licence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permitted(expression: &str) -> bool {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];
        permits(expression, &allowed.map(str::to_owned).into())
    }

    #[test]
    fn what_can_be_met_is_permitted() {
        for expression in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(permitted(expression), "{expression}");
        }
    }

    #[test]
    fn what_cannot_be_met_or_read_is_not() {
        for expression in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR Apache-2.0",
            "MIT Apache-2.0",
            "MIT OR",
            "Apache-2.0 WITH Classpath-exception-2.0",
        ] {
            assert!(!permitted(expression), "{expression}");
        }
    }
}
