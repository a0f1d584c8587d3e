//! What surrounds the claims, changed: contexts, types, identifiers, names, and who stands where.

use serde_json::{Value, json};
use signet_credential::profile::{CONTEXTS, ProfileKind};

use crate::Case;
use crate::compose::Composer;

/// Member of the root, its new value (`null` takes it away), and how the change is called.
type Change = (&'static str, &'static str, Value);

pub fn changes(cases: &mut Vec<Case>) {
    let mut composer = Composer::new(ProfileKind::Generic);
    let whole = composer.credential();
    for (change, member, value) in all(&mut composer, &whole) {
        let mut changed = whole.clone();
        if let Some(root) = changed.as_object_mut() {
            if value.is_null() {
                root.shift_remove(member);
            } else {
                root.insert(member.to_owned(), value);
            }
        }
        let about = "envelope".to_owned();
        cases.push(Case { kind: ProfileKind::Generic, about, change: change.to_owned(), text: changed.to_string() });
    }
}

fn all(composer: &mut Composer, whole: &Value) -> Vec<Change> {
    let [first, second] = CONTEXTS;
    let types = ["VerifiableCredential", "EuropeanDigitalCredential"];
    let note = json!({ "id": composer.uri(), "type": "Note" });
    let organisation = &whole["issuer"];
    let mut person = composer.object("Person");
    person["eIDASIdentifier"] = organisation["eIDASIdentifier"].clone();
    let mut strange = person.clone();
    strange["eIDASIdentifier"] = note.clone();
    let mut anonymous = whole["credentialSubject"].clone();
    anonymous["fullName"] = Value::Null;
    let mut within = whole["credentialSubject"].clone();
    within["hasCredential"] = json!({ "id": composer.uri() });
    for (name, value) in
        whole.as_object().into_iter().flatten().filter(|(name, _)| *name != "@context" && *name != "id")
    {
        within["hasCredential"][name] = value.clone();
    }
    within["hasCredential"]["credentialSubject"] = composer.object("Person");
    let mut local = whole["credentialSubject"].clone();
    local["@context"] = json!({ "fullName": "urn:signet:other" });
    let mut profile = whole["credentialProfiles"].clone();
    profile["id"] = json!("http://data.europa.eu/snb/credential/0000000000");
    let mut subjects = vec![whole["credentialSubject"].clone()];
    subjects.push(composer.object("Person"));
    let mut changes = vec![
        ("contexts the other way round", "@context", json!([second, first])),
        ("one context", "@context", json!([first])),
        ("a third context", "@context", json!([first, second, { "x": "urn:signet:x" }])),
        ("no context", "@context", Value::Null),
        ("context of version 2", "@context", json!(["https://www.w3.org/ns/credentials/v2", second])),
        ("types the other way round", "type", json!([types[1], types[0]])),
        ("not a verifiable credential", "type", json!(types[1])),
        ("not a European credential", "type", json!(types[0])),
        ("a further type", "type", json!([types[0], types[1], "Unheard"])),
        ("no identifier", "id", Value::Null),
        ("identifier is a word", "id", json!("word")),
        ("identifier is a number", "id", json!(5)),
        ("identifier is of the file", "id", json!("_:here")),
        ("our status", "status", json!({ "type": "SignetStatusEntry", "list": "https://a.example/1", "index": 7 })),
        ("another's status", "status", json!({ "id": "https://a.example/1#7", "type": "BitstringStatusListEntry" })),
        ("schema of another", "credentialSchema", json!({ "id": "https://a.example/s", "type": "ShaclValidator2017" })),
        ("unheard profile", "credentialProfiles", profile),
        ("schema of the wrong type", "credentialSchema", json!({ "id": composer.uri(), "type": "JsonSchema" })),
        ("proof", "proof", json!({ "type": "Ed25519Signature2020", "created": "2026-01-01T00:00:00Z" })),
        ("terms of use", "termsOfUse", json!({ "id": composer.uri(), "type": "Policy" })),
        (
            "status as the W3C has it",
            "credentialStatus",
            json!({ "id": composer.uri(), "type": "StatusList2021Entry" }),
        ),
        ("two subjects", "credentialSubject", json!(subjects)),
        ("subject without a name", "credentialSubject", anonymous),
        ("credential in the credential", "credentialSubject", within),
        ("context inside", "credentialSubject", local),
        ("issuer by name alone", "issuer", json!("did:web:example.edu")),
        ("issuer is a person", "issuer", person),
        ("issuer is a person with a note for an identifier", "issuer", strange),
        ("issuer stands elsewhere", "holder", organisation.clone()),
        ("keyword", "@graph", json!([])),
        ("unknown member with a broken note", "nobodyKnowsThis", note.clone()),
    ];
    for name in
        ["elm:grade", "http://data.europa.eu/snb/model/elm/grade", "schema:name", "urn:signet:other", "publisher"]
    {
        changes.push(("name of its own with a broken note", name, note.clone()));
        changes.push(("name of its own with a text", name, json!("text")));
    }
    changes
}
