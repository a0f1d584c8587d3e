//! The statement as an SD-JWT (RFC 9901): the digests stand in `_sd`, and whoever has a disclosure checks it with any SD-JWT library.
//!
//! Made in two phases, so that the key may be elsewhere: [`UnsignedStatement::signing_input`], then [`UnsignedStatement::finish`].

use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value as Json, json};

use crate::json::{JsonDocument, JsonKind, Limits, Value};

use super::{RECORD_ITEMS, RecordRoot, RecordStatement, digest_of};

/// Longest statement that is read, in bytes: three certificates and a disclosure for each item fit many times.
pub const STATEMENT_BYTES_MAX: usize = 256 * 1024;
/// Certificates that are looked at.
const CERTIFICATES_MAX: usize = 10;
/// `typ` of an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc, 2.2.1).
const TYPE: &str = "dc+sd-jwt";
/// The only algorithm of version 1 (RFC 7518, 3.4).
const ALGORITHM: &str = "ES256";
/// End of the type's address; before it stands the address of the service.
pub const STATEMENT_TYPE_PATH: &str = "vct/record/1";

/// A statement that waits for its signature.
#[derive(Clone, Debug)]
pub struct UnsignedStatement {
    signing_input: String,
}

impl UnsignedStatement {
    /// The statement of an issuer (`https://host/`), as of a moment (seconds since 1970), with the certificates of its key, signer first.
    pub fn new(statement: &RecordStatement, issuer: &str, at: i64, chain: &[&[u8]]) -> Self {
        let issuer = issuer.trim_end_matches('/');
        let chain: Vec<String> = chain.iter().map(|certificate| BASE64.encode(certificate)).collect();
        let header = json!({ "alg": ALGORITHM, "typ": TYPE, "x5c": chain });
        let payload = json!({
            "iss": issuer,
            "vct": format!("{issuer}/{STATEMENT_TYPE_PATH}"),
            "iat": at,
            "credential": statement.credential,
            "revision": statement.revision,
            "record": statement.root().notation(),
            "_sd_alg": "sha-256",
            "_sd": statement.digests,
        });
        let part = |json: &Json| BASE64URL_NOPAD.encode(json.to_string().as_bytes());
        UnsignedStatement { signing_input: format!("{}.{}", part(&header), part(&payload)) }
    }

    /// What the key signs (RFC 7515, 5.1).
    pub fn signing_input(&self) -> &[u8] {
        self.signing_input.as_bytes()
    }

    /// The SD-JWT without disclosures. The signature is `r || s` (RFC 7518, 3.4).
    pub fn finish(self, signature: &[u8]) -> String {
        format!("{}.{}~", self.signing_input, BASE64URL_NOPAD.encode(signature))
    }
}

/// A statement that was read. Nothing of it is believed yet: whoever reads it checks the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedStatement {
    /// Who states it, by its address.
    pub issuer: String,
    /// Address of its type.
    pub vct: String,
    /// Since when, in seconds since 1970.
    pub at: i64,
    /// What is stated.
    pub statement: RecordStatement,
    /// The certificates of the key in DER, signer first.
    pub chain: Vec<Vec<u8>>,
    /// What was signed.
    pub signing_input: String,
    /// The signature.
    pub signature: Vec<u8>,
    /// Disclosures that came with it; each is one whose digest is stated.
    pub disclosures: Vec<String>,
}

/// Why a text is no statement about a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAStatement {
    /// Longer than [`STATEMENT_BYTES_MAX`].
    #[error("a statement has at most {STATEMENT_BYTES_MAX} bytes")]
    TooLong,
    /// Not three parts in base64url with a tilde behind.
    #[error("it is no SD-JWT")]
    Form,
    /// Its header is not that of a statement.
    #[error("its header is not that of a statement about a record")]
    Header,
    /// Its payload is not that of a statement.
    #[error("its payload is not that of a statement about a record")]
    Payload,
    /// The root it names is not that of what it states.
    #[error("the root that it names is not that of what it states")]
    Root,
    /// A disclosure came with it whose digest it does not state.
    #[error("a disclosure does not belong to it")]
    Disclosure,
}

impl SignedStatement {
    /// Reads an SD-JWT about a record, without or with disclosures, without a key binding.
    ///
    /// # Errors
    /// [`NotAStatement`].
    pub fn read(text: &str) -> Result<SignedStatement, NotAStatement> {
        if text.len() > STATEMENT_BYTES_MAX {
            return Err(NotAStatement::TooLong);
        }
        let text = text.trim_ascii_end();
        let (token, rest) = text.split_once('~').ok_or(NotAStatement::Form)?;
        let (signing_input, signature) = token.rsplit_once('.').ok_or(NotAStatement::Form)?;
        let (header, payload) = signing_input.split_once('.').ok_or(NotAStatement::Form)?;
        let decode = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| NotAStatement::Form);
        let signature = decode(signature)?;
        let chain = chain(&document(decode(header)?, NotAStatement::Header)?).ok_or(NotAStatement::Header)?;
        let payload = document(decode(payload)?, NotAStatement::Payload)?;
        let stated = Stated::of(payload.root()).ok_or(NotAStatement::Payload)?;
        if stated.statement.root() != stated.root {
            return Err(NotAStatement::Root);
        }
        let disclosures = disclosures(rest, &stated.statement)?;
        let Stated { issuer, vct, at, statement, root: _ } = stated;
        Ok(SignedStatement {
            issuer,
            vct,
            at,
            statement,
            chain,
            signing_input: signing_input.into(),
            signature,
            disclosures,
        })
    }
}

fn document(bytes: Vec<u8>, otherwise: NotAStatement) -> Result<JsonDocument, NotAStatement> {
    let text = String::from_utf8(bytes).map_err(|_| otherwise)?;
    JsonDocument::parse(&text, Limits::default()).map_err(|_| otherwise)
}

/// The certificates, of a header of ours.
fn chain(header: &JsonDocument) -> Option<Vec<Vec<u8>>> {
    let header = header.root();
    let is = |name: &str, value: &str| header.get(name).and_then(Value::text) == Some(value);
    if !is("alg", ALGORITHM) || !is("typ", TYPE) || header.get("crit").is_some() {
        return None;
    }
    let chain = header.get("x5c").filter(|chain| chain.kind() == JsonKind::Array)?;
    let chain: Option<Vec<Vec<u8>>> =
        chain.elements().take(CERTIFICATES_MAX + 1).map(|one| BASE64.decode(one.text()?.as_bytes()).ok()).collect();
    chain.filter(|chain| !chain.is_empty() && chain.len() <= CERTIFICATES_MAX)
}

struct Stated {
    issuer: String,
    vct: String,
    at: i64,
    statement: RecordStatement,
    root: RecordRoot,
}

impl Stated {
    fn of(payload: Value<'_>) -> Option<Stated> {
        let text = |name: &str| payload.get(name).and_then(Value::text);
        let number = |name: &str| payload.get(name).and_then(Value::number);
        if text("_sd_alg")? != "sha-256" {
            return None;
        }
        let digests = payload.get("_sd").filter(|digests| digests.kind() == JsonKind::Array)?;
        let digests: Option<Vec<String>> =
            digests.elements().take(RECORD_ITEMS + 1).map(|one| one.text().map(str::to_owned)).collect();
        let statement = RecordStatement {
            credential: text("credential")?.to_owned(),
            revision: number("revision")?.parse().ok()?,
            digests: digests.filter(|digests| digests.len() == RECORD_ITEMS)?,
        };
        Some(Stated {
            issuer: text("iss")?.to_owned(),
            vct: text("vct")?.to_owned(),
            at: number("iat")?.parse().ok()?,
            statement,
            root: RecordRoot::from_notation(text("record")?).ok()?,
        })
    }
}

/// What stands between the tildes; the last of them ends the text (RFC 9901, 4: without a key binding).
fn disclosures(rest: &str, statement: &RecordStatement) -> Result<Vec<String>, NotAStatement> {
    if rest.is_empty() {
        return Ok(Vec::new());
    }
    let rest = rest.strip_suffix('~').ok_or(NotAStatement::Form)?;
    let mut found: Vec<String> = Vec::new();
    for disclosure in rest.split('~') {
        let known = statement.digests.contains(&digest_of(disclosure));
        // Each once (RFC 9901, 7.1, 5).
        if !known || found.iter().any(|earlier| earlier == disclosure) {
            return Err(NotAStatement::Disclosure);
        }
        found.push(disclosure.to_owned());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::statement::{Opening, RecordItem, RecordItems, RecordKey};

    const TEXT: &str = r#"{"id":"urn:credential:1","issued":"2026-06-30T10:15:30+02:00","credentialSubject":{"dateOfBirth":"1996-02-29T00:00:00Z"}}"#;

    fn opening() -> Opening {
        Opening { revision: 3, key: RecordKey::from_random([9; 32]) }
    }

    fn statement() -> RecordStatement {
        RecordStatement::of(&crate::read(TEXT).unwrap(), &opening()).unwrap()
    }

    fn signed() -> String {
        let unsigned =
            UnsignedStatement::new(&statement(), "https://signet.example/", 1_782_807_330, &[b"one", b"two"]);
        unsigned.finish(&[7; 64])
    }

    #[test]
    fn what_is_signed_is_read_back() {
        let text = signed();
        let read = SignedStatement::read(&text).unwrap();
        assert_eq!(read.statement, statement());
        assert_eq!((read.issuer.as_str(), read.at), ("https://signet.example", 1_782_807_330));
        assert_eq!(read.vct, "https://signet.example/vct/record/1");
        assert_eq!(read.chain, [b"one".to_vec(), b"two".to_vec()]);
        assert_eq!((read.signature.as_slice(), read.disclosures.len()), (&[7_u8; 64][..], 0));
        assert!(text.starts_with(&read.signing_input));
        assert!(!text.contains("1996"), "nothing personal stands in it");
    }

    #[test]
    fn disclosures_that_belong_to_it_are_read_and_no_others() {
        let items = RecordItems::of(&crate::read(TEXT).unwrap());
        let one = items.disclosure(RecordItem::BirthDate, &opening().key);
        let read = SignedStatement::read(&format!("{}{one}~", signed())).unwrap();
        assert_eq!(read.disclosures, std::slice::from_ref(&one));
        let foreign = items.disclosure(RecordItem::BirthDate, &RecordKey::from_random([8; 32]));
        for (more, why) in [
            (format!("{foreign}~"), NotAStatement::Disclosure),
            (format!("{one}~{one}~"), NotAStatement::Disclosure),
            (one, NotAStatement::Form),
            ("~".into(), NotAStatement::Disclosure),
        ] {
            assert_eq!(SignedStatement::read(&format!("{}{more}", signed())), Err(why));
        }
    }

    fn remade(change: impl Fn(&mut Json, &mut Json)) -> Result<SignedStatement, NotAStatement> {
        let text = signed();
        let mut parts = text.trim_end_matches('~').split('.');
        let mut json = || -> Json {
            serde_json::from_slice(&BASE64URL_NOPAD.decode(parts.next().unwrap().as_bytes()).unwrap()).unwrap()
        };
        let (mut header, mut payload) = (json(), json());
        change(&mut header, &mut payload);
        let part = |json: &Json| BASE64URL_NOPAD.encode(json.to_string().as_bytes());
        SignedStatement::read(&format!("{}.{}.{}~", part(&header), part(&payload), BASE64URL_NOPAD.encode(&[7; 64])))
    }

    #[test]
    fn what_is_not_exactly_a_statement_is_refused() {
        assert!(remade(|_, _| {}).is_ok());
        type Change = fn(&mut Json, &mut Json);
        let headers: [Change; 6] = [
            |header, _| header["alg"] = "none".into(),
            |header, _| header["alg"] = "HS256".into(),
            |header, _| header["typ"] = "JWT".into(),
            |header, _| header["crit"] = json!(["b64"]),
            |header, _| header["x5c"] = json!([]),
            |header, _| header["x5c"] = json!(["*"]),
        ];
        for change in headers {
            assert_eq!(remade(change), Err(NotAStatement::Header));
        }
        let payloads: [Change; 5] = [
            |_, payload| payload["_sd_alg"] = "sha-512".into(),
            |_, payload| drop(payload["_sd"].as_array_mut().unwrap().pop()),
            |_, payload| payload["_sd"].as_array_mut().unwrap().push("x".into()),
            |_, payload| payload["revision"] = (-1).into(),
            |_, payload| payload["record"] = "sha-256:".into(),
        ];
        for change in payloads {
            assert_eq!(remade(change), Err(NotAStatement::Payload));
        }
        let roots: [Change; 3] = [
            |_, payload| payload["revision"] = 4.into(),
            |_, payload| payload["credential"] = "urn:credential:2".into(),
            |_, payload| payload["_sd"].as_array_mut().unwrap().swap(0, 1),
        ];
        for change in roots {
            assert_eq!(remade(change), Err(NotAStatement::Root));
        }
        for text in ["", "~", "a.b.c~", "a.b~", &signed().replace('~', "")] {
            assert_eq!(SignedStatement::read(text), Err(NotAStatement::Form), "{text}");
        }
        assert_eq!(SignedStatement::read(&"a".repeat(STATEMENT_BYTES_MAX + 1)), Err(NotAStatement::TooLong));
    }
}
