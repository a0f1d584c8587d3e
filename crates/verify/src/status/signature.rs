//! By what a list of others is signed: by a seal that is judged here, in another way, or not at all.

use serde::Deserialize;
use serde_json::Value;
use signet_seal::jades::Jws;

/// Characters of what a file calls its signature that are repeated to the reader.
const NAME_MAX: usize = 60;

/// What stands around or beside a list.
pub(super) enum Signature {
    /// A seal by certificate, which is judged.
    Seal(Box<Jws>),
    /// A signature of a kind that is not judged, and what kind: nobody's word is taken for it.
    Other(String),
    /// Nothing.
    None,
}

/// The only member of a list that says how it is signed from beside (W3C Data Integrity 1.0, 2.1).
#[derive(Deserialize)]
struct Proven {
    #[serde(default)]
    proof: Value,
}

impl Signature {
    /// A JSON Web Signature: a seal when it names a certificate; else its key stands elsewhere, mostly at a DID.
    pub(super) fn of_jws(jws: Jws) -> Self {
        if jws.names_certificate() {
            return Signature::Seal(Box::new(jws));
        }
        // `did:METHOD:…` (DID Core 1.0, 3.1).
        let method = jws.key_id().filter(|id| id.starts_with("did:")).and_then(|id| {
            let end = id.match_indices(':').nth(1).map_or(id.len(), |(at, _)| at);
            id.get(..end)
        });
        Signature::Other(shown(std::iter::once("JWT").chain(method)))
    }

    /// A list as it stands, with a proof inside (Data Integrity, and the linked data signatures before it), or without.
    pub(super) fn beside(list: &[u8]) -> Self {
        let Ok(Proven { proof }) = serde_json::from_slice(list) else { return Signature::None };
        let first = match &proof {
            Value::Array(several) => several.first(),
            one => Some(one),
        };
        let Some(Value::Object(proof)) = first else { return Signature::None };
        let names = ["type", "cryptosuite"].into_iter().filter_map(|name| proof.get(name)?.as_str());
        let kind = shown(names);
        Signature::Other(if kind.is_empty() { "proof".to_owned() } else { kind })
    }
}

/// Names as one, without what could mislead on a page.
fn shown<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let name = names.collect::<Vec<_>>().join(", ");
    name.chars().filter(|character| !character.is_control()).take(NAME_MAX).collect()
}
