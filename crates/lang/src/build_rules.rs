//! The rules of the build, tested.

#[path = "../build/args.rs"]
mod args;
#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/methods.rs"]
mod methods;

use catalogue::{Area, Catalogue};

fn area(language: &'static str, text: &str) -> Vec<Area> {
    vec![Area { language, name: "probe".into(), text: text.into() }]
}

/// The module `args` and the methods that one text makes, the same in both languages.
fn generated(text: &str) -> (String, String) {
    let (cs, en) = (area("cs", text), area("en", text));
    let catalogue = Catalogue::join(&cs, &en).unwrap();
    (args::source(&catalogue).unwrap(), methods::source(&catalogue, &cs, &en))
}

#[test]
fn several_arguments_have_names_and_one_has_none() {
    let (args, methods) = generated("rows-read = { $name } { $count }\none-row = { $name }\nplain = p\n");
    assert!(args.contains("pub struct RowsRead<Count, Name> {"), "{args}");
    assert!(methods.contains("(self, args: args::RowsRead<Count, Name>) -> String"), "{methods}");
    assert!(methods.contains("pub fn one_row<'v>(self, r#name: impl Into<crate::Value<'v>>) -> String"), "{methods}");
    assert!(methods.contains("pub fn plain(self) -> String"));
    assert!(methods.contains("/// rows-read = { $name } { $count }"));
}
