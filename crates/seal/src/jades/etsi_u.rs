//! The unsigned part of a JAdES seal: the items of `etsiU` (TS 119 182-1, 5.3), kept as the text that later stamps cover.

use super::error::JadesReadError;
use super::limits::json_limits;
use crate::json;
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Map, Value};

/// More items, tokens or certificates than this are refused.
const MAX_ITEMS: usize = 256;

/// One item of `etsiU`.
#[derive(Clone)]
pub(crate) struct Item {
    /// The base64url text as it stands; `None` for an item in clear, whose text no stamp can be computed over.
    pub(crate) text: Option<String>,
    /// The name of its one member.
    pub(crate) name: String,
    /// The value of its one member.
    pub(crate) content: Value,
}

/// Reads the items: all base64url strings, or all objects in clear, each with exactly one member.
pub(crate) fn read(items: &Value) -> Result<Vec<Item>, JadesReadError> {
    let items = items.as_array().filter(|items| !items.is_empty()).ok_or(JadesReadError::UnsignedPart)?;
    if items.len() > MAX_ITEMS {
        return Err(JadesReadError::UnsignedPart);
    }
    let read: Vec<Item> = items.iter().map(item).collect::<Result<_, _>>()?;
    let encoded = read.iter().filter(|item| item.text.is_some()).count();
    if encoded == 0 || encoded == read.len() { Ok(read) } else { Err(JadesReadError::UnsignedPart) }
}

fn item(value: &Value) -> Result<Item, JadesReadError> {
    let (text, object) = match value {
        Value::String(text) => {
            let decoded = BASE64URL_NOPAD
                .decode(text.as_bytes())
                .map_err(|source| JadesReadError::Base64 { member: "etsiU", source })?;
            (Some(text.clone()), json::read(&decoded, json_limits())?)
        }
        clear => (None, clear.clone()),
    };
    let Value::Object(object) = object else { return Err(JadesReadError::UnsignedPart) };
    let mut members = object.into_iter();
    match (members.next(), members.next()) {
        (Some((name, content)), None) => Ok(Item { text, name, content }),
        _ => Err(JadesReadError::UnsignedPart),
    }
}

/// The time-stamp tokens (DER) of a `tstContainer`; `None` if it is not one.
pub(crate) fn tokens(container: &Value) -> Option<Vec<Vec<u8>>> {
    let tokens = container.get("tstTokens")?.as_array().filter(|tokens| (1..=MAX_ITEMS).contains(&tokens.len()))?;
    tokens.iter().map(|token| encoded(token.get("val")?)).collect()
}

impl Item {
    /// A new item: the base64url text of an object with one member.
    pub(crate) fn new(name: &str, content: Value) -> Self {
        let object = Value::Object(Map::from_iter([(name.to_owned(), content.clone())]));
        let text = Some(BASE64URL_NOPAD.encode(object.to_string().as_bytes()));
        Self { text, name: name.to_owned(), content }
    }
}

/// A `tstContainer` with one token.
pub(crate) fn container(token: &[u8]) -> Value {
    serde_json::json!({ "tstTokens": [value(token)] })
}

/// What holds DER: `{"val": base64}`.
pub(crate) fn value(der: &[u8]) -> Value {
    serde_json::json!({ "val": BASE64.encode(der) })
}

/// An object of those members that have a value; `None` if none has.
pub(crate) fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Option<Value> {
    let members = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let object: Map<String, Value> = members.collect();
    (!object.is_empty()).then_some(Value::Object(object))
}

/// Certificates (DER) that the unsigned part carries in `xVals`, `tstVD` and `anyValData`.
pub(crate) fn certificates(items: &[Item]) -> Vec<Vec<u8>> {
    let lists = items.iter().filter_map(|item| match item.name.as_str() {
        "xVals" => Some(&item.content),
        "tstVD" | "anyValData" => item.content.get("xVals"),
        _ => None,
    });
    let values = lists.filter_map(Value::as_array).flatten();
    values.filter_map(|value| encoded(value.get("x509Cert")?.get("val")?)).take(MAX_ITEMS).collect()
}

/// Revocation data (DER lists and responses) of one item.
pub(crate) fn revocation(item: &Item) -> impl Iterator<Item = Vec<u8>> {
    let values = match item.name.as_str() {
        "rVals" => Some(&item.content),
        "tstVD" | "anyValData" => item.content.get("rVals"),
        _ => None,
    };
    let lists = ["crlVals", "ocspVals"].into_iter().filter_map(move |kind| values?.get(kind)?.as_array()).flatten();
    lists.filter_map(|value| encoded(value.get("val")?)).take(MAX_ITEMS)
}

/// Whether the unsigned part carries revocation data.
pub(crate) fn has_revocation_data(items: &[Item]) -> bool {
    items.iter().any(|item| revocation(item).next().is_some())
}

/// Plain base64 with padding.
fn encoded(value: &Value) -> Option<Vec<u8>> {
    BASE64.decode(value.as_str()?.as_bytes()).ok()
}
