//! Digests of what the seals and document time-stamps of one file cover: all begin at its first byte.

use super::byte_range::Covered;
use crate::DigestAlgorithm;
use crate::algorithm::Beginnings;

/// The file cut before each value.
pub(crate) struct Imprints<'a> {
    /// Where the cuts are, ascending.
    cuts: Vec<usize>,
    beginnings: Beginnings<'a>,
}

impl<'a> Imprints<'a> {
    /// `cuts` are where the values begin.
    pub(crate) fn of(bytes: &'a [u8], mut cuts: Vec<usize>) -> Self {
        cuts.sort_unstable();
        cuts.dedup();
        let starts = [0].iter().chain(&cuts);
        let parts = starts.zip(&cuts).map(|(start, end)| bytes.get(*start..*end).unwrap_or_default()).collect();
        Self { cuts, beginnings: Beginnings::of(parts) }
    }

    /// The digest of what is covered: everything up to its value, and what follows it in its revision.
    pub(crate) fn hash(&self, digest: DigestAlgorithm, covered: &Covered<'_, '_>) -> Vec<u8> {
        let parts = self.cuts.partition_point(|cut| *cut <= covered.before());
        self.beginnings.hash(digest, parts, covered.after())
    }
}
