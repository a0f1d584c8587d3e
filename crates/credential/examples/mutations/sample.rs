//! Files as they are, and changed at random places.

use serde_json::{Map, Value, json};
use signet_credential::profile::{ProfileKind, carried};

use crate::chance::Chance;
use crate::{Case, violations};

/// Characters up to which a text is left as it is; pictures are longer and nobody judges them.
const LONG: usize = 500;

/// A file's name and the credential in it: sealed, wrapped for delivery, or bare.
pub fn open(file: &str) -> (String, String) {
    let text = std::fs::read_to_string(file).expect("a file that can be read");
    let value: Value = serde_json::from_str(&text).expect("a file of JSON");
    let name = file.rsplit('/').next().unwrap_or(file).to_owned();
    let sealed = value.get("payload").and_then(Value::as_str).map(str::to_owned);
    let wrapped = value.get("credential").map(Value::to_string);
    (name, sealed.or(wrapped).unwrap_or(text))
}

/// Changes a file that keeps all rules in `count` ways, one at a time.
pub fn changes(count: usize, name: &str, text: &str, chance: &mut Chance, cases: &mut Vec<Case>) {
    if !violations(text).is_empty() {
        return;
    }
    let mut whole: Value = serde_json::from_str(text).expect("it was read before");
    shorten(&mut whole);
    let mut places = Vec::new();
    collect(&whole, String::new(), &mut places);
    for _ in 0..count {
        let mut changed = whole.clone();
        let Some(place) = chance.pick(&places) else { return };
        let Some(object) = changed.pointer_mut(place).and_then(Value::as_object_mut) else { return };
        let change = change(object, chance);
        let about = name.to_owned();
        cases.push(Case {
            kind: ProfileKind::Generic,
            about,
            change: format!("{change} in {place}"),
            text: changed.to_string(),
        });
    }
}

fn change(object: &mut Map<String, Value>, chance: &mut Chance) -> String {
    let members: Vec<String> = object.keys().cloned().collect();
    let Some(member) = chance.pick(&members).cloned() else {
        object.insert("title".into(), json!({ "en": "new" }));
        return "title added".into();
    };
    let value = object.get(&member).cloned().unwrap_or_default();
    let mut names: Vec<&str> = carried().iter().copied().collect();
    names.sort_unstable();
    let other = chance.pick(&names).copied().unwrap_or_default();
    let made = match chance.below(9) {
        0 => None,
        1 => Some(json!([value, value])),
        2 => Some(json!("word")),
        3 => Some(json!(5)),
        4 => Some(json!({ "id": "urn:signet:thing:0", "type": "Mailbox" })),
        5 => Some(Value::Null),
        6 => Some(json!({ "en": ["one", "two"] })),
        7 => {
            object.insert(other.to_owned(), value);
            return format!("{member} also as {other}");
        }
        _ => {
            object.shift_remove(&member);
            object.insert(other.to_owned(), value);
            return format!("{member} as {other}");
        }
    };
    match made {
        Some(made) => {
            let said = format!("{member} := {made}");
            object.insert(member, made);
            said.chars().take(80).collect()
        }
        None => {
            object.shift_remove(&member);
            format!("{member} dropped")
        }
    }
}

fn shorten(value: &mut Value) {
    match value {
        Value::String(text) if text.len() > LONG => text.truncate(text.floor_char_boundary(LONG)),
        Value::Array(values) => values.iter_mut().for_each(shorten),
        Value::Object(members) => members.values_mut().for_each(shorten),
        _ => {}
    }
}

/// Where objects stand.
fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(name, _)| *name != "@context") {
                collect(member, format!("{place}/{}", name.replace('~', "~0").replace('/', "~1")), places);
            }
            places.push(place);
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                collect(value, format!("{place}/{index}"), places);
            }
        }
        _ => {}
    }
}
