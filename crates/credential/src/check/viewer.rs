//! What breaks the page of the EU's own viewer, though the format allows some of it.
//!
//! The viewer reads the JSON itself, by fixed names, and stops at what it does not expect: its page then stays empty or the file is
//! taken for something else. None of this is wrong in a stranger's file; we never seal it.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::json::{JsonDocument, Limits, ParseError, Value};
use crate::place;
use crate::profile::{Profile, ProfileKind, Range};

use super::lexical::{DateTime, date_time, is_absolute_uri};

/// One thing that the viewer's page breaks on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Hazard {
    /// The text begins with a byte order mark (RFC 8259, 8.1).
    #[error("a byte order mark stands before the text")]
    ByteOrderMark,
    /// It is no JSON within our limits.
    #[error("not acceptable JSON: {0}")]
    Json(#[from] ParseError),
    /// It is not even text.
    #[error("not UTF-8")]
    NotText,
    /// `payload` is not the first member: the viewer tells a sealed file from a bare one by it.
    #[error("`payload` is not the first member of the sealed file")]
    PayloadNotFirst,
    /// The payload is base64url: the viewer reads it as the text itself (`b64` false, RFC 7797).
    #[error("the payload is encoded and not the credential's text")]
    EncodedPayload,
    /// A `credentialStatus`: the viewer reads a text there and never an object.
    #[error("{0}: a credential status")]
    CredentialStatus(String),
    /// A skill of ESCO without its list.
    #[error("{0}: an ESCO skill without `inScheme`")]
    SkillWithoutScheme(String),
    /// An identifier that is no absolute URI.
    #[error("{0}: a relative identifier")]
    RelativeIdentifier(String),
    /// A date where date and time should stand.
    #[error("{0}: a date without time")]
    DateWithoutTime(String),
}

const MARK: char = '\u{feff}';

/// Members that hold date and time in some class.
static MOMENTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let rows = Profile::of(ProfileKind::Generic).classes().flat_map(|(_, rows)| rows.iter());
    rows.filter(|(_, row)| row.2 == Range::DateTime).map(|(_, row)| row.0).collect()
});

/// Everything in a credential's text that breaks the viewer's page, in the order of the text.
///
/// # Errors
/// When the text cannot be read at all.
pub fn hazards(payload: &str) -> Result<Vec<Hazard>, Hazard> {
    if payload.starts_with(MARK) {
        return Err(Hazard::ByteOrderMark);
    }
    let document = JsonDocument::parse(payload, Limits::default())?;
    let root = document.root();
    let mut found = Vec::new();
    if let Some(status) = root.get("credentialStatus") {
        found.push(Hazard::CredentialStatus(place::of(root, status.index())));
    }
    walk(root, root, &mut found);
    Ok(found)
}

/// The same of a sealed file: its own form (JWS in JSON, RFC 7515 7.2.1), then its payload.
///
/// # Errors
/// When the file cannot be read at all.
pub fn hazards_of_sealed(file: &[u8]) -> Result<Vec<Hazard>, Hazard> {
    let text = std::str::from_utf8(file).map_err(|_| Hazard::NotText)?;
    if text.starts_with(MARK) {
        return Err(Hazard::ByteOrderMark);
    }
    let document = JsonDocument::parse(text, Limits::default())?;
    let first = document.root().members().next();
    let Some(payload) = first.filter(|(name, _)| *name == "payload").and_then(|(_, payload)| payload.text()) else {
        return Err(Hazard::PayloadNotFirst);
    };
    // A brace is no letter of base64url.
    if !payload.trim_start_matches(MARK).trim_start().starts_with('{') {
        return Err(Hazard::EncodedPayload);
    }
    hazards(payload)
}

fn walk(root: Value<'_>, value: Value<'_>, found: &mut Vec<Hazard>) {
    let path = |value: Value<'_>| place::of(root, value.index());
    if let Some(id) = value.get("id")
        && !id.text().is_some_and(|id| is_absolute_uri(id) || id.starts_with("_:"))
    {
        found.push(Hazard::RelativeIdentifier(path(id)));
    }
    for (name, member) in value.members() {
        for one in member.each() {
            if name == "relatedESCOSkill" && one.first("inScheme").is_none() {
                found.push(Hazard::SkillWithoutScheme(path(one)));
            }
            if MOMENTS.contains(name) && one.text().is_some_and(|text| date_time(text) == DateTime::Wrong) {
                found.push(Hazard::DateWithoutTime(path(one)));
            }
        }
        inside(root, member, found);
    }
}

fn inside(root: Value<'_>, member: Value<'_>, found: &mut Vec<Hazard>) {
    if member.is_object() {
        return walk(root, member, found);
    }
    for element in member.elements().filter(|element| element.index() != member.index()) {
        inside(root, element, found);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use data_encoding::BASE64URL_NOPAD;
    use signet_record::{Language, specimen};

    use super::*;
    use crate::{Picture, SealIdentity, StatusEntry, compose};

    fn composed(award: &signet_record::Award) -> String {
        let identity = SealIdentity {
            legal_name: "Vzorová univerzita v Lhotě".into(),
            common_name: "Pečeť".into(),
            organization_identifier: "NTRCZ-99999994".into(),
            country: "CZ".into(),
        };
        let pictures = Language::ALL.map(|language| Picture { language, jpeg: b"\xff\xd8\xff\xe0".to_vec() });
        let status = StatusEntry { list_url: "https://vzorova.example/status/1".into(), index: 7 };
        compose(award, &identity, &pictures, "2026-06-30T08:15:30Z".parse().unwrap(), Some(&status)).unwrap()
    }

    fn payload() -> String {
        composed(&specimen::rich::award().unwrap())
    }

    /// The one hazard that a change makes.
    fn after(change: impl Fn(&str) -> String) -> Hazard {
        let good = payload();
        let bad = change(&good);
        assert_ne!(good, bad, "the change changes nothing");
        let found = hazards(&bad);
        let sealed = hazards_of_sealed(&sealed(&bad));
        assert_eq!(found, sealed, "the sealed file is looked at alike");
        found.map_or_else(|hazard| hazard, |mut found| found.remove(0))
    }

    fn sealed(payload: &str) -> Vec<u8> {
        format!("{{\"payload\":{},\"signatures\":[]}}", serde_json::to_string(payload).unwrap()).into_bytes()
    }

    #[test]
    fn nothing_that_we_compose_breaks_the_viewer() {
        for award in [specimen::award().unwrap(), specimen::rich::award().unwrap()] {
            let text = composed(&award);
            assert_eq!(hazards(&text), Ok(Vec::new()));
            assert_eq!(hazards_of_sealed(&sealed(&text)), Ok(Vec::new()));
        }
    }

    #[test]
    fn each_thing_that_breaks_it_is_found_where_it_stands() {
        let scheme = r#""inScheme":{"id":"http://data.europa.eu/esco/concept-scheme/skills","type":"ConceptScheme"},"#;
        let without_scheme = after(|text| text.replace(scheme, ""));
        assert!(matches!(without_scheme, Hazard::SkillWithoutScheme(path) if path.contains("relatedESCOSkill")));
        let status = r#"{"credentialStatus":{"id":"https://a.example/1","type":"StatusList2021Entry"},"#;
        let with_status = after(|text| text.replacen('{', status, 1));
        assert_eq!(with_status, Hazard::CredentialStatus("$.credentialStatus".into()));
        let relative = after(|text| text.replace("urn:epass:gradingScheme:1", "gradingScheme1"));
        assert!(matches!(relative, Hazard::RelativeIdentifier(path) if path.ends_with("gradingScheme.id")));
        let day = after(|text| text.replace("1996-02-29T00:00:00Z", "1996-02-29"));
        assert_eq!(day, Hazard::DateWithoutTime("$.credentialSubject.dateOfBirth".into()));
        assert_eq!(after(|text| format!("\u{feff}{text}")), Hazard::ByteOrderMark);
    }

    /// Every member that holds date and time, wherever the class that has it stands.
    #[test]
    fn a_date_alone_is_found_in_every_member_of_date_and_time() {
        let text = payload();
        let mut changed = 0;
        for name in MOMENTS.iter() {
            let Some((before, rest)) = text.split_once(&format!("\"{name}\":\"")) else { continue };
            let (written, behind) = rest.split_once('"').unwrap();
            let day = format!("{before}\"{name}\":\"{}\"{behind}", written.get(..10).unwrap());
            assert!(matches!(hazards(&day).unwrap().first(), Some(Hazard::DateWithoutTime(_))), "{name}");
            changed += 1;
        }
        assert!(changed > 8, "{changed}");
    }

    #[test]
    fn the_form_of_the_sealed_file_counts() {
        let payload = payload();
        let quoted = serde_json::to_string(&payload).unwrap();
        let encoded = BASE64URL_NOPAD.encode(payload.as_bytes());
        let of = |file: String| hazards_of_sealed(file.as_bytes()).unwrap_err();
        assert_eq!(of(format!("{{\"signatures\":[],\"payload\":{quoted}}}")), Hazard::PayloadNotFirst);
        assert_eq!(of(format!("{{\"payload\":\"{encoded}\",\"signatures\":[]}}")), Hazard::EncodedPayload);
        assert_eq!(of(format!("\u{feff}{{\"payload\":{quoted},\"signatures\":[]}}")), Hazard::ByteOrderMark);
        assert_eq!(of("{}".into()), Hazard::PayloadNotFirst);
        assert!(matches!(of("{\"payload\"".into()), Hazard::Json(_)));
        assert_eq!(hazards_of_sealed(b"\xff\xfe"), Err(Hazard::NotText));
    }
}
