//! Writes the methods and the texts as Rust source.

use std::fmt::Write;

use super::{
    args::{Kind, generics, kinds, pascal_case},
    catalogue::{Area, Catalogue, Sentence},
};

/// `impl Locale { … }` with one method for each message, and the texts of both languages.
pub fn source(catalogue: &Catalogue, cs: &[Area], en: &[Area]) -> String {
    let mut out = String::new();
    for (name, areas) in [("CZECH", cs), ("ENGLISH", en)] {
        let texts: Vec<&str> = areas.iter().map(|area| area.text.as_str()).collect();
        let _ = writeln!(out, "const {name}: &[&str] = &{texts:?};\n");
    }
    out.push_str("impl Locale {\n");
    for (id, sentence) in &catalogue.messages {
        method(&mut out, id, sentence);
    }
    out.push_str("}\n");
    out
}

fn method(out: &mut String, id: &str, sentence: &Sentence) {
    let _ = writeln!(out, "    /// Sentence of the area `{}`:\n    ///\n    /// ```text", sentence.area);
    for line in sentence.source.lines() {
        let _ = writeln!(out, "    /// {line}");
    }
    out.push_str("    /// ```\n    #[must_use]\n");
    let name = id.replace('-', "_");
    let kinds = kinds(id, sentence);
    let parameter = match kinds.as_slice() {
        [] => String::new(),
        [(variable, Kind::Written)] => format!(", r#{variable}: impl Into<crate::Value<'v>>"),
        [(variable, Kind::Number)] => format!(", r#{variable}: impl args::Number"),
        [(variable, Kind::Bool)] => format!(", r#{variable}: bool"),
        [(variable, Kind::Enum(name))] => format!(", r#{variable}: args::{name}"),
        several => format!(", args: args::{}{}", pascal_case(id), generics(several)),
    };
    let values: Vec<String> = kinds
        .iter()
        .map(|(variable, kind)| {
            let place = if kinds.len() > 1 { "args." } else { "" };
            let value = match kind {
                Kind::Written | Kind::Number => format!("{place}r#{variable}.into()"),
                Kind::Bool => format!("if {place}r#{variable} {{ \"yes\" }} else {{ \"no\" }}.into()"),
                Kind::Enum(_) => format!("{place}r#{variable}.key().into()"),
            };
            format!("({variable:?}, {value})")
        })
        .collect();
    let _ = writeln!(
        out,
        "    pub fn {name}{}(self{parameter}) -> String {{\n        self.say({id:?}, [{}])\n    }}\n",
        bounds(&kinds),
        values.join(", ")
    );
}

/// `<'v, Name: Into<crate::Value<'v>>, Count: args::Number>`
fn bounds(kinds: &[(&String, Kind)]) -> String {
    let mut bounds: Vec<String> = Vec::new();
    if kinds.iter().any(|(_, kind)| *kind == Kind::Written) {
        bounds.push("'v".to_owned());
    }
    if kinds.len() > 1 {
        bounds.extend(kinds.iter().filter_map(|(variable, kind)| match kind {
            Kind::Written => Some(format!("{}: Into<crate::Value<'v>>", pascal_case(variable))),
            Kind::Number => Some(format!("{}: args::Number", pascal_case(variable))),
            Kind::Bool | Kind::Enum(_) => None,
        }));
    }
    if bounds.is_empty() { String::new() } else { format!("<{}>", bounds.join(", ")) }
}
