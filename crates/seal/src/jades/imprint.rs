//! What each kind of time-stamp in a JAdES seal covers (TS 119 182-1, 5.2.6 and 5.3.3 to 5.3.6).

use super::read::Jws;
use crate::DigestAlgorithm;
use crate::algorithm::Beginnings;

/// How many parts stand before the first item of `etsiU`.
const HEAD: usize = 6;

/// What one container of stamps covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Covered {
    /// `adoTst`: the payload as it enters the signature.
    Content,
    /// `sigTst`: the base64url text of the signature value.
    Signature,
    /// `arcTst`: payload, protected header, signature, and so many items.
    Archive(usize),
}

/// Digests of everything in one seal that stamps can cover.
pub(crate) struct Imprints<'j> {
    jws: &'j Jws,
    archive: Beginnings<'j>,
}

impl<'j> Imprints<'j> {
    pub(crate) fn of(jws: &'j Jws) -> Self {
        Self { jws, archive: Beginnings::of(before(jws, jws.unsigned.len())) }
    }

    pub(crate) fn hash(&self, digest: DigestAlgorithm, covered: Covered) -> Vec<u8> {
        match covered {
            Covered::Content => self.archive.hash(digest, 1, b""),
            Covered::Signature => digest.hash(self.jws.signature.as_bytes()),
            Covered::Archive(items) => self.archive.hash(digest, HEAD + items, b""),
        }
    }
}

/// What an archive stamp at `index` of `etsiU` covers: every item before it. `None` if the items are in clear: how to
/// write those down is not settled, and no software is known that does.
pub(crate) fn archive(jws: &Jws, index: usize) -> Option<Covered> {
    jws.unsigned.get(index)?.text.as_ref().map(|_| Covered::Archive(index))
}

/// What an archive stamp behind the first `count` items of `etsiU`, all of them base64url text, covers, as parts to be
/// joined.
pub(crate) fn before(jws: &Jws, count: usize) -> Vec<&[u8]> {
    let head: [&[u8]; HEAD] =
        [jws.signed_payload(), b".", jws.protected.as_bytes(), b".", jws.signature.as_bytes(), b"."];
    let items = jws.unsigned.iter().take(count).filter_map(|item| item.text.as_deref()).map(str::as_bytes);
    head.into_iter().chain(items).collect()
}
