//! Writes the methods and the texts as Rust source.

use std::fmt::Write;

use super::catalogue::{Area, Catalogue, Sentence};

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
    if sentence.variables.is_empty() {
        let _ = writeln!(out, "    pub fn {name}(self) -> String {{\n        self.say({id:?}, [])\n    }}\n");
        return;
    }
    let parameters: Vec<String> =
        sentence.variables.iter().map(|variable| format!("r#{variable}: impl Into<Value<'v>>")).collect();
    let values: Vec<String> =
        sentence.variables.iter().map(|variable| format!("({variable:?}, r#{variable}.into())")).collect();
    let _ = writeln!(
        out,
        "    pub fn {name}<'v>(self, {}) -> String {{\n        self.say({id:?}, [{}])\n    }}\n",
        parameters.join(", "),
        values.join(", ")
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_stand_in_alphabetical_order() {
        let area = |language| {
            vec![Area { language, name: "probe".into(), text: "rows-read = { $name } { $count }\nplain = p\n".into() }]
        };
        let (cs, en) = (area("cs"), area("en"));
        let text = Catalogue::join(&cs, &en).map(|catalogue| source(&catalogue, &cs, &en)).unwrap_or_default();
        assert!(
            text.contains(
                "pub fn rows_read<'v>(self, r#count: impl Into<Value<'v>>, r#name: impl Into<Value<'v>>) -> String"
            ),
            "{text}"
        );
        assert!(text.contains("pub fn plain(self) -> String"));
        assert!(text.contains("/// rows-read = { $name } { $count }"));
    }
}
