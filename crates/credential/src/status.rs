//! Where a credential says that its status can be looked up, in each form in which that is written.

use crate::elm::Node;
use crate::json::Value;
use crate::read::Credential;

/// `type` of our status entry, a member that the EU's contexts ignore.
pub const STATUS_TYPE: &str = "SignetStatusEntry";

/// `type` of entries in lists of bits: the Recommendation's (W3C Bitstring Status List v1.0, 2.1), and its forerunner's.
const BIT_TYPES: [&str; 2] = ["BitstringStatusListEntry", "StatusList2021Entry"];
/// More entries are not looked at; one for each purpose would be four.
const ENTRIES_MAX: usize = 8;
/// Most messages of an entry: those of a status of four bits.
const MESSAGES_MAX: usize = 16;
/// Most bits of one status.
const BITS_MAX: u8 = 16;
/// Characters of a kind that is not read, as much as a report repeats.
const KIND_CHARS: usize = 80;

/// Where a credential's status can be looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusReference<'a> {
    /// In a list of ours.
    Own(OwnStatusPlace<'a>),
    /// In a list of bits.
    Bits(BitPlace<'a>),
    /// In a form that is not read: what it calls itself.
    Unread(String),
}

/// A place in a list of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnStatusPlace<'a> {
    /// Address of the status list.
    pub list: &'a str,
    /// Place in the list, from 0.
    pub index: u64,
}

/// A place in a list of bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BitPlace<'a> {
    /// Address of the status list credential.
    pub list: &'a str,
    /// Place in the list, from 0.
    pub index: u64,
    /// What the bits are about, such as `revocation`.
    pub purpose: &'a str,
    /// Bits of one status, 1 to 16.
    pub size: u8,
    /// What each value says, where the entry tells.
    pub messages: Vec<(u64, &'a str)>,
}

impl<'a> StatusReference<'a> {
    /// The address to ask, if it is a list that is read.
    pub fn list(&self) -> Option<&'a str> {
        match self {
            StatusReference::Own(place) => Some(place.list),
            StatusReference::Bits(place) => Some(place.list),
            StatusReference::Unread(_) => None,
        }
    }

    /// Of the member `status`, which is ours; others use the name for whatever they like, and only what has a kind is a reference.
    fn of_status(entry: Value<'a>) -> Option<Self> {
        match entry.string("type") {
            Some(STATUS_TYPE) => {
                let place = || {
                    let index = entry.get("index")?.number()?.parse().ok()?;
                    Some(OwnStatusPlace { list: entry.get("list")?.text()?, index })
                };
                Some(place().map_or_else(|| unread(STATUS_TYPE), StatusReference::Own))
            }
            Some(kind) => Some(unread(kind)),
            None => entry.get("status_list").map(|_| unread("status_list")),
        }
    }

    /// Of the member `credentialStatus` (VC data model 1.1, 4.9; 2.0, 4.10).
    fn of_credential_status(entry: Value<'a>) -> Self {
        let kinds = || entry.all("type").filter_map(Value::text);
        if let Some(kind) = kinds().find(|kind| BIT_TYPES.contains(kind)) {
            return bits(entry).map_or_else(|| unread(kind), StatusReference::Bits);
        }
        unread(kinds().next().or_else(|| entry.text()).or_else(|| entry.string("id")).unwrap_or("–"))
    }
}

fn unread<'a>(kind: &str) -> StatusReference<'a> {
    StatusReference::Unread(kind.chars().take(KIND_CHARS).collect())
}

fn bits(entry: Value<'_>) -> Option<BitPlace<'_>> {
    let size = match entry.get("statusSize") {
        None => 1,
        Some(size) => whole(size).and_then(|size| u8::try_from(size).ok())?,
    };
    let messages = entry.all("statusMessage").take(MESSAGES_MAX).filter_map(|message| {
        let value = message.string("status")?;
        let value = u64::from_str_radix(value.strip_prefix("0x")?, 16).ok()?;
        Some((value, message.string("message")?))
    });
    (1..=BITS_MAX).contains(&size).then_some(())?;
    Some(BitPlace {
        list: entry.get("statusListCredential")?.text()?,
        index: whole(entry.get("statusListIndex")?)?,
        purpose: entry.get("statusPurpose")?.text()?,
        size,
        messages: messages.collect(),
    })
}

/// A whole number, as a number or as the text that the standard asks for.
fn whole(value: Value<'_>) -> Option<u64> {
    value.text().or_else(|| value.number())?.parse().ok()
}

impl Credential {
    /// Everywhere that its status can be looked up; nothing if it names no such place.
    pub fn statuses(&self) -> Vec<StatusReference<'_>> {
        let own = self.model().status().first().and_then(|entry| StatusReference::of_status(entry.value()));
        let others = self.model().credential_status().all();
        let mut others = others.map(|entry| StatusReference::of_credential_status(entry.value()));
        let mut all: Vec<_> = own.into_iter().chain(others.by_ref().take(ENTRIES_MAX)).collect();
        if others.next().is_some() {
            all.push(unread("…"));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::{Value as Json, json};

    fn of(member: &str, value: &Json) -> Vec<String> {
        let text = json!({ "credentialSubject": {}, member: value }).to_string();
        let told = |reference: &StatusReference<'_>| match reference {
            StatusReference::Own(place) => format!("own {} {}", place.list, place.index),
            StatusReference::Bits(place) => {
                format!("{} {} {} {} {:?}", place.purpose, place.list, place.index, place.size, place.messages)
            }
            StatusReference::Unread(kind) => format!("unread {kind}"),
        };
        crate::read(&text).unwrap().statuses().iter().map(told).collect()
    }

    fn entry(kind: &str, purpose: &str, index: &Json) -> Json {
        json!({ "id": "https://a.example/1#4", "type": kind, "statusPurpose": purpose, "statusListIndex": index, "statusListCredential": "https://a.example/1" })
    }

    #[test]
    fn lists_of_bits_are_read_in_both_editions() {
        for kind in BIT_TYPES {
            for index in [json!("4"), json!(4)] {
                let one = entry(kind, "revocation", &index);
                assert_eq!(of("credentialStatus", &one), ["revocation https://a.example/1 4 1 []"]);
                let two = json!([one, entry(kind, "suspension", &index)]);
                assert_eq!(of("credentialStatus", &two).len(), 2);
            }
            for index in [json!("-1"), json!(1.5), json!("x"), Json::Null] {
                assert_eq!(of("credentialStatus", &entry(kind, "revocation", &index)), [format!("unread {kind}")]);
            }
        }
        let mut message = entry("BitstringStatusListEntry", "message", &json!("4"));
        message["statusSize"] = json!(2);
        message["statusMessage"] =
            json!([{ "status": "0x0", "message": "pending" }, { "status": "0x2", "message": "é" }]);
        assert_eq!(of("credentialStatus", &message), [r#"message https://a.example/1 4 2 [(0, "pending"), (2, "é")]"#]);
        message["statusSize"] = json!(17);
        assert_eq!(of("credentialStatus", &message), ["unread BitstringStatusListEntry"]);
    }

    #[test]
    fn what_is_not_read_is_named() {
        assert_eq!(of("credentialStatus", &json!("https://a.example/status")), ["unread https://a.example/status"]);
        assert_eq!(of("credentialStatus", &json!({ "id": "urn:x:1" })), ["unread urn:x:1"]);
        assert_eq!(of("credentialStatus", &json!({ "type": ["CredentialStatus", "X"] })), ["unread CredentialStatus"]);
        assert_eq!(of("credentialStatus", &json!({})), ["unread –"]);
        assert_eq!(
            of("status", &json!({ "status_list": { "idx": 1, "uri": "https://a.example" } })),
            ["unread status_list"]
        );
        assert_eq!(of("status", &json!({ "type": STATUS_TYPE })), ["unread SignetStatusEntry"]);
        assert_eq!(
            of("status", &json!({ "type": STATUS_TYPE, "list": "https://a.example", "index": 7 })),
            ["own https://a.example 7"]
        );
        assert_eq!(of("status", &json!("awarded")), [] as [String; 0]);
        assert_eq!(of("credentialStatus", &Json::Null), [] as [String; 0]);
        assert_eq!(of("credentialStatus", &json!(vec!["x".repeat(500); 20])).len(), ENTRIES_MAX + 1);
    }
}
