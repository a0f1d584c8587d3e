//! Status lists: whether credentials hold, published so that asking reveals nothing.
//!
//! An institution publishes whole lists of [`LIST_ENTRIES`] entries of two bits. Entry `i` stands in byte `i / 4`, in bits
//! `2 * (i % 4)` and the next higher one, counted from the least significant: the bit order of the IETF's Token Status
//! List. A list is 32,768 bytes. Its published form is JSON, members in this order:
//!
//! ```text
//! {"type":"SignetStatusList","institution":"…","list":"https://…/1","issued":"…Z","expires":"…Z",
//!  "log":{"length":…,"head":"…"},"service":{"length":…,"head":"…"},"entries":"<base64url>"}
//! ```
//!
//! `log` and `service` are the heads of the institution's log and of the service's own when the list was made. Strangers'
//! readers pass over them; whoever keeps a list can later hold the register to them.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use signet_record::{InstitutionId, Timestamp};

use crate::digest::Digest;
use crate::log::{LogHead, LogHeads};
use crate::status_index::{LIST_ENTRIES, StatusIndex};

/// What a list calls itself.
const LIST_TYPE: &str = "SignetStatusList";

/// Bytes of one list.
const LIST_BYTES: usize = (LIST_ENTRIES / 4) as usize;

/// Whether a credential holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// It holds: `00`.
    Valid,
    /// It was revoked: `01`.
    Revoked,
    /// A corrected one stands in its place: `10`.
    Superseded,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 3] = [Status::Valid, Status::Revoked, Status::Superseded];

    /// The two bits.
    pub fn bits(self) -> u8 {
        match self {
            Status::Valid => 0,
            Status::Revoked => 1,
            Status::Superseded => 2,
        }
    }

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Status::Valid => "valid",
            Status::Revoked => "revoked",
            Status::Superseded => "superseded",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// One status list of one institution. New lists say "valid" everywhere.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusList(Vec<u8>);

impl StatusList {
    /// A list in which everything holds.
    pub fn new() -> StatusList {
        StatusList(vec![0; LIST_BYTES])
    }

    /// Sets one entry.
    pub fn set(&mut self, index: StatusIndex, status: Status) {
        let shift = 2 * (index.get() % 4);
        if let Some(byte) = self.0.get_mut((index.get() / 4) as usize) {
            *byte = (*byte & !(0b11 << shift)) | (status.bits() << shift);
        }
    }

    /// Reads one entry; `None` is the bit pattern that means nothing (`11`).
    pub fn status(&self, index: StatusIndex) -> Option<Status> {
        let byte = self.0.get((index.get() / 4) as usize).copied().unwrap_or_default();
        let bits = (byte >> (2 * (index.get() % 4))) & 0b11;
        Status::ALL.into_iter().find(|status| status.bits() == bits)
    }

    /// The published form: of which institution, at which address, since when and until when it may be relied on, and how
    /// long the logs were then.
    pub fn publish(
        &self,
        institution: &InstitutionId,
        url: &str,
        (issued, expires): (Timestamp, Timestamp),
        heads: &LogHeads,
    ) -> String {
        serde_json::json!({
            "type": LIST_TYPE,
            "institution": institution.as_str(),
            "list": url,
            "issued": format!("{issued:.0}"),
            "expires": format!("{expires:.0}"),
            "log": heads.institution,
            "service": heads.service,
            "entries": BASE64URL_NOPAD.encode(&self.0),
        })
        .to_string()
    }

    /// Digest of the entries: two lists that say the same have the same.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.0)
    }
}

/// A list as it was published.
#[derive(Clone, Debug)]
pub struct PublishedList {
    /// Whose.
    pub institution: InstitutionId,
    /// Where.
    pub url: String,
    /// Since when it may be relied on.
    pub issued: Timestamp,
    /// What it says.
    pub entries: StatusList,
    /// How long the logs were; `None` for lists from before there was a log.
    pub heads: Option<LogHeads>,
}

/// A text that is no published list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a published status list")]
pub struct NotAList;

#[derive(Deserialize)]
struct PublishedFields {
    #[serde(rename = "type")]
    kind: String,
    institution: InstitutionId,
    list: String,
    issued: Timestamp,
    log: Option<LogHead>,
    service: Option<LogHead>,
    entries: String,
}

impl PublishedList {
    /// Reads what [`StatusList::publish`] wrote.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn read(published: &str) -> Result<PublishedList, NotAList> {
        let fields: PublishedFields = serde_json::from_str(published).map_err(|_| NotAList)?;
        let entries = BASE64URL_NOPAD.decode(fields.entries.as_bytes()).map_err(|_| NotAList)?;
        if fields.kind != LIST_TYPE || entries.len() != LIST_BYTES {
            return Err(NotAList);
        }
        let heads = fields.log.zip(fields.service).map(|(institution, service)| LogHeads { institution, service });
        let PublishedFields { institution, list: url, issued, .. } = fields;
        Ok(PublishedList { institution, url, issued, entries: StatusList(entries), heads })
    }

    /// What this list says and a later one no longer does: a status goes from valid to superseded and from either to revoked,
    /// and never back.
    pub fn taken_back<'a>(&'a self, later: &'a StatusList) -> impl Iterator<Item = (StatusIndex, Status)> + 'a {
        StatusIndex::all().filter_map(|index| {
            let (then, now) = (self.entries.status(index)?, later.status(index));
            let stands = match then {
                Status::Valid => true,
                Status::Revoked => now == Some(Status::Revoked),
                Status::Superseded => matches!(now, Some(Status::Superseded | Status::Revoked)),
            };
            (!stands).then_some((index, then))
        })
    }

    /// The list's number: the last part of its address.
    pub fn number(&self) -> Option<u32> {
        self.url.rsplit('/').next()?.parse().ok()
    }
}

impl Default for StatusList {
    fn default() -> Self {
        StatusList::new()
    }
}

impl fmt::Debug for StatusList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StatusList({LIST_ENTRIES} entries)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::ledger_tests::institution;
    use crate::log::LogOwner;

    fn index(index: u32) -> StatusIndex {
        StatusIndex::try_from(index).unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn bits_stand_where_the_format_says() {
        let mut list = StatusList::new();
        list.set(index(0), Status::Revoked);
        list.set(index(3), Status::Superseded);
        list.set(index(5), Status::Superseded);
        list.set(index(LIST_ENTRIES - 1), Status::Revoked);
        assert_eq!(list.0.len(), 32_768);
        assert_eq!(list.0[..2], [0b10_00_00_01, 0b00_00_10_00]);
        assert_eq!(list.0[32_767], 0b01_00_00_00);
        assert!(list.0[2..32_767].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn the_published_form_is_exactly_this() {
        let mut list = StatusList::new();
        list.set(index(0), Status::Revoked);
        let owner = LogOwner::of(&institution());
        let heads = LogHeads { institution: LogHead::genesis(&owner), service: LogHead::genesis(&LogOwner::SERVICE) };
        let times = (at(1_756_720_800), at(1_756_807_200));
        let json = list.publish(&institution(), "https://signet.example/status/lhota/1", times, &heads);
        let head = format!(
            concat!(
                r#"{{"type":"SignetStatusList","institution":"lhota","list":"https://signet.example/status/lhota/1","#,
                r#""issued":"2025-09-01T10:00:00Z","expires":"2025-09-02T10:00:00Z","log":{{"length":0,"head":"{}"}},"#,
                r#""service":{{"length":0,"head":"{}"}},"entries":"AQAA"#,
            ),
            heads.institution.hash, heads.service.hash
        );
        assert!(json.starts_with(&head), "{}", &json[..head.len()]);
        assert_eq!(json.len(), head.len() - 4 + 43_691 + 2);
        let read = PublishedList::read(&json).unwrap();
        assert_eq!((read.number(), read.heads, &read.entries), (Some(1), Some(heads), &list));
        assert_eq!(read.issued, times.0);
        assert!(PublishedList::read(&json.replace("SignetStatusList", "Other")).is_err());
        assert!(PublishedList::read(&json.replace("AQAA", "AQA")).is_err());
    }

    #[test]
    fn a_list_from_before_the_log_is_read_too() {
        let entries = BASE64URL_NOPAD.encode(&[0; LIST_BYTES]);
        let json = serde_json::json!({
            "type": "SignetStatusList", "institution": "lhota", "list": "https://signet.example/status/lhota/2",
            "issued": "2025-09-01T10:00:00Z", "expires": "2025-09-02T10:00:00Z", "entries": entries,
        });
        let read = PublishedList::read(&json.to_string()).unwrap();
        assert_eq!((read.number(), read.heads), (Some(2), None));
    }

    #[test]
    fn a_status_never_goes_back() {
        let list = |status: Status| {
            let mut list = StatusList::new();
            list.set(index(7), status);
            list
        };
        let heads = LogHeads {
            institution: LogHead::genesis(&LogOwner::of(&institution())),
            service: LogHead::genesis(&LogOwner::SERVICE),
        };
        for (then, now, back) in [
            (Status::Valid, Status::Valid, false),
            (Status::Valid, Status::Revoked, false),
            (Status::Valid, Status::Superseded, false),
            (Status::Superseded, Status::Revoked, false),
            (Status::Superseded, Status::Superseded, false),
            (Status::Superseded, Status::Valid, true),
            (Status::Revoked, Status::Revoked, false),
            (Status::Revoked, Status::Superseded, true),
            (Status::Revoked, Status::Valid, true),
        ] {
            let json = list(then).publish(&institution(), "https://signet.example/1", (at(0), at(1)), &heads);
            let sealed = PublishedList::read(&json).unwrap();
            let found: Vec<_> = sealed.taken_back(&list(now)).collect();
            assert_eq!(found, if back { vec![(index(7), then)] } else { vec![] }, "{then:?} {now:?}");
        }
    }

    proptest! {
        #[test]
        fn a_list_holds_what_was_set_last(sets in prop::collection::vec((0..LIST_ENTRIES, 0..3_usize), 1..200)) {
            let mut list = StatusList::new();
            let mut expected = std::collections::BTreeMap::new();
            for (at, status) in sets {
                let status = Status::ALL[status];
                list.set(index(at), status);
                expected.insert(at, status);
            }
            for (at, status) in &expected {
                prop_assert_eq!(list.status(index(*at)), Some(*status));
            }
            let set = (0..LIST_ENTRIES).filter(|at| list.status(index(*at)) != Some(Status::Valid)).count();
            let not_valid = expected.values().filter(|status| **status != Status::Valid).count();
            prop_assert_eq!(set, not_valid);
        }
    }
}
