//! Writes the arguments of the messages: an enum for each choice among words, a struct for each message that takes several.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use super::catalogue::{Catalogue, Sentence, Variable};

/// The type of one argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text or a number, as the caller has it.
    Written,
    /// A number: the plural depends on it.
    Number,
    /// A choice between `yes` and `no`.
    Bool,
    /// A choice among words.
    Enum(String),
}

impl Kind {
    /// Whether the caller may pass several types for it.
    fn is_generic(&self) -> bool {
        matches!(self, Kind::Written | Kind::Number)
    }
}

/// The type of the argument `variable` of the message `id`.
fn kind(id: &str, sentence: &Sentence, variable: &str) -> Kind {
    match sentence.variables.get(variable) {
        None | Some(Variable::Written) => Kind::Written,
        Some(Variable::Number) => Kind::Number,
        Some(Variable::Choice(keys)) if keys.iter().eq(["no", "yes"]) => Kind::Bool,
        Some(Variable::Choice(_)) => Kind::Enum(match sentence.names.get(variable) {
            Some(name) => name.clone(),
            None if sentence.variables.len() == 1 => pascal_case(id),
            None => pascal_case(id) + &pascal_case(variable),
        }),
    }
}

/// `not-a-file` → `NotAFile`, `B-LTA` → `BLta`
pub fn pascal_case(name: &str) -> String {
    let words = name.split(['-', '_']).filter(|word| !word.is_empty());
    words
        .map(|word| {
            let (first, rest) = word.split_at(1);
            let shout = rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            first.to_uppercase() + &if shout { rest.to_lowercase() } else { rest.to_owned() }
        })
        .collect()
}

/// One enum, and the messages that choose by it.
struct Choice<'c> {
    keys: &'c BTreeSet<String>,
    ids: Vec<&'c str>,
}

/// The module `args`, or why it cannot be written.
pub fn source(catalogue: &Catalogue) -> Result<String, Vec<String>> {
    let mut complaints = Vec::new();
    let mut choices: BTreeMap<String, Choice<'_>> = BTreeMap::new();
    let mut out = String::new();
    for (id, sentence) in &catalogue.messages {
        for (variable, use_of_it) in &sentence.variables {
            let (Kind::Enum(name), Variable::Choice(keys)) = (kind(id, sentence, variable), use_of_it) else {
                continue;
            };
            let choice = choices.entry(name.clone()).or_insert_with(|| Choice { keys, ids: Vec::new() });
            if choice.keys != keys {
                complaints.push(format!("enum `{name}`: message `{id}` has other keys than `{}`", choice.ids[0]));
            }
            choice.ids.push(id);
        }
        for variable in
            sentence.names.keys().filter(|name| !matches!(sentence.variables.get(*name), Some(Variable::Choice(_))))
        {
            complaints.push(format!(
                "message `{id}`: its comment names an enum for `${variable}`, by which it does not choose"
            ));
        }
        if sentence.variables.len() > 1 {
            arguments(&mut out, id, sentence);
        }
    }
    for (name, choice) in &choices {
        if catalogue.messages.iter().any(|(id, sentence)| sentence.variables.len() > 1 && pascal_case(id) == *name) {
            complaints.push(format!("`{name}` would be an enum and the arguments of a message"));
        }
        enumeration(&mut out, name, choice, &mut complaints);
    }
    if complaints.is_empty() { Ok(out) } else { Err(complaints) }
}

fn enumeration(out: &mut String, name: &str, choice: &Choice<'_>, complaints: &mut Vec<String>) {
    let variants: BTreeMap<String, &String> = choice.keys.iter().map(|key| (pascal_case(key), key)).collect();
    if variants.len() < choice.keys.len() {
        complaints.push(format!("enum `{name}`: two keys make one variant"));
    }
    let ids: Vec<String> = choice.ids.iter().map(|id| format!("`{id}`")).collect();
    let _ = writeln!(out, "/// The choice that {} makes.", ids.join(", "));
    let _ = writeln!(out, "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum {name} {{");
    for (variant, key) in &variants {
        let _ = writeln!(out, "    /// `[{key}]`\n    {variant},");
    }
    let count = variants.len();
    let _ = writeln!(
        out,
        "}}\n\nimpl {name} {{\n    /// All of them, with their keys.\n    pub const ALL: [(Self, &'static str); {count}] = ["
    );
    for (variant, key) in &variants {
        let _ = writeln!(out, "        (Self::{variant}, {key:?}),");
    }
    out.push_str(FROM_AND_TO_KEYS);
}

const FROM_AND_TO_KEYS: &str = r#"    ];

    /// The key in the sentence.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(choice, _)| *choice == self).map_or("", |(_, key)| key)
    }

    /// The choice with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(choice, _)| *choice)
    }
}

"#;

/// The variables of a message with the types of their arguments.
pub fn kinds<'s>(id: &str, sentence: &'s Sentence) -> Vec<(&'s String, Kind)> {
    sentence.variables.keys().map(|variable| (variable, kind(id, sentence, variable))).collect()
}

/// The parameters of the struct of arguments, `<Count, Name>`; empty without any.
pub fn generics(kinds: &[(&String, Kind)]) -> String {
    let generic = kinds.iter().filter(|(_, kind)| kind.is_generic());
    let names: Vec<String> = generic.map(|(variable, _)| pascal_case(variable)).collect();
    if names.is_empty() { String::new() } else { format!("<{}>", names.join(", ")) }
}

fn arguments(out: &mut String, id: &str, sentence: &Sentence) {
    let fields = kinds(id, sentence);
    let generics = generics(&fields);
    let method = id.replace('-', "_");
    let _ = writeln!(out, "/// Arguments of [`Locale::{method}`](crate::Locale::{method}).");
    let _ = writeln!(out, "#[derive(Clone, Copy, Debug)]\npub struct {}{generics} {{", pascal_case(id));
    for (variable, kind) in fields {
        let (meaning, kind) = match kind {
            Kind::Written => ("text or a number", pascal_case(variable)),
            Kind::Number => ("a number", pascal_case(variable)),
            Kind::Bool => ("`[yes]` or `[no]`", "bool".to_owned()),
            Kind::Enum(name) => ("the sentence is chosen by it", format!("crate::args::{name}")),
        };
        let _ = writeln!(out, "    /// `${variable}`: {meaning}\n    pub r#{variable}: {kind},");
    }
    out.push_str("}\n\n");
}
