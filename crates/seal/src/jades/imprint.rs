//! What each kind of time-stamp in a JAdES seal covers (TS 119 182-1, 5.2.6 and 5.3.3 to 5.3.6).

use super::read::Jws;

/// `adoTst`: the payload as it enters the signature.
pub(crate) fn content(jws: &Jws) -> &[u8] {
    jws.signed_payload()
}

/// `sigTst`: the base64url text of the signature value.
pub(crate) fn signature(jws: &Jws) -> &[u8] {
    jws.signature.as_bytes()
}

/// `arcTst` at `index` of `etsiU`: payload, protected header, signature and every item before it; `None` if one of them is in clear.
pub(crate) fn archive(jws: &Jws, index: usize) -> Option<Vec<u8>> {
    let mut message = [jws.signed_payload(), jws.protected.as_bytes(), jws.signature.as_bytes()].join(&b'.');
    message.push(b'.');
    for item in jws.unsigned.iter().take(index) {
        message.extend(item.text.as_ref()?.bytes());
    }
    jws.unsigned.get(index)?.text.as_ref().map(|_| message)
}
