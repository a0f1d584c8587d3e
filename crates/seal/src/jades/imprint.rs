//! What each kind of time-stamp in a JAdES seal covers (TS 119 182-1, 5.2.6 and 5.3.3 to 5.3.6), as parts to be joined.

use super::read::Jws;

/// `adoTst`: the payload as it enters the signature.
pub(crate) fn content(jws: &Jws) -> Vec<&[u8]> {
    vec![jws.signed_payload()]
}

/// `sigTst`: the base64url text of the signature value.
pub(crate) fn signature(jws: &Jws) -> Vec<&[u8]> {
    vec![jws.signature.as_bytes()]
}

/// `arcTst` at `index` of `etsiU`: payload, protected header, signature, and every item before it. `None` if the items
/// are in clear: how to write those down is not settled, and no software is known that does.
pub(crate) fn archive(jws: &Jws, index: usize) -> Option<Vec<&[u8]>> {
    jws.unsigned.get(index)?.text.as_ref().map(|_| before(jws, index))
}

/// What an archive stamp behind the first `count` items of `etsiU`, all of them base64url text, covers.
pub(crate) fn before(jws: &Jws, count: usize) -> Vec<&[u8]> {
    let mut parts = vec![jws.signed_payload(), b".", jws.protected.as_bytes(), b".", jws.signature.as_bytes(), b"."];
    parts.extend(jws.unsigned.iter().take(count).filter_map(|item| item.text.as_deref()).map(str::as_bytes));
    parts
}
