//! Digests of beginnings of the same bytes, in one pass: later stamps cover everything that earlier ones do.

use super::DigestAlgorithm;
use aws_lc_rs::digest::Context;
use std::cell::RefCell;

/// Parts that are hashed from the first on.
pub(crate) struct Beginnings<'a> {
    parts: Vec<&'a [u8]>,
    /// For each digest that was asked for, how far it was before each part, and at the end.
    made: RefCell<Vec<(DigestAlgorithm, Vec<Context>)>>,
}

impl<'a> Beginnings<'a> {
    pub(crate) const fn of(parts: Vec<&'a [u8]>) -> Self {
        Self { parts, made: RefCell::new(Vec::new()) }
    }

    /// The digest of the first `count` parts, then `rest`; of all parts if there are fewer.
    pub(crate) fn hash(&self, digest: DigestAlgorithm, count: usize, rest: &[u8]) -> Vec<u8> {
        let mut made = self.made.borrow_mut();
        if !made.iter().any(|(known, _)| *known == digest) {
            made.push((digest, self.run(digest)));
        }
        let states = made.iter().find(|(known, _)| *known == digest).map(|(_, states)| states.as_slice());
        let state = states.unwrap_or_default().get(count.min(self.parts.len()));
        let mut context = state.cloned().unwrap_or_else(|| digest.begin());
        context.update(rest);
        context.finish().as_ref().to_vec()
    }

    fn run(&self, digest: DigestAlgorithm) -> Vec<Context> {
        let mut context = digest.begin();
        let mut states = vec![context.clone()];
        for part in &self.parts {
            context.update(part);
            states.push(context.clone());
        }
        states
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_hashes_as_if_it_stood_alone() {
        let beginnings = Beginnings::of(vec![b"a", b"", b"bc", b"d"]);
        for digest in DigestAlgorithm::ALL {
            for (count, whole) in ["", "a", "a", "abc", "abcd", "abcd"].into_iter().enumerate() {
                assert_eq!(beginnings.hash(digest, count, b""), digest.hash(whole.as_bytes()));
                assert_eq!(beginnings.hash(digest, count, b"xy"), digest.hash_parts(&[whole.as_bytes(), b"xy"]));
            }
        }
    }
}
