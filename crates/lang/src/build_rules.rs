//! The rules of the build, tested.

#[path = "../build/args.rs"]
mod args;
#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/methods.rs"]
mod methods;

use catalogue::{Area, Catalogue};

fn area(language: &'static str, name: &str, text: &str) -> Area {
    Area { language, name: name.into(), text: text.into() }
}

fn complaint(cs: &str, en: &str) -> String {
    let complaints = Catalogue::join(&[area("cs", "a", cs)], &[area("en", "a", en)]).err();
    complaints.unwrap_or_default().join("\n")
}

/// The module `args` and the methods that one text makes, the same in both languages.
fn generated(text: &str) -> (String, String) {
    let (cs, en) = ([area("cs", "a", text)], [area("en", "a", text)]);
    let catalogue = Catalogue::join(&cs, &en).unwrap();
    (args::source(&catalogue).unwrap(), methods::source(&catalogue, &cs, &en))
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_variables() {
    assert_eq!(complaint("a = { $x } a\n", "a = a { $x }\n"), "");
    assert!(complaint("a = a\na-b = b\n", "a = a\n").contains("`a-b` of cs/a.ftl has no English"));
    assert!(complaint("a = a\n", "a = a\na-b = b\n").contains("`a-b` of en/a.ftl has no Czech"));
    assert!(complaint("a = { $x }\n", "a = { $y }\n").contains("takes"));
    assert!(complaint("a = { $x } { $y }\n", "a = { $y }\n").contains("takes"));
}

#[test]
fn a_key_begins_with_its_file() {
    assert!(complaint("b = b\n", "b = b\n").contains("a key begins with the name of its file"));
    assert!(complaint("ab = b\n", "ab = b\n").contains("a key begins with the name of its file"));
    let both = |language| [area(language, "a", "a-b-c = c\n"), area(language, "a-b", "a-b = b\n")];
    let complaints = Catalogue::join(&both("cs"), &both("en")).err().unwrap_or_default();
    assert!(complaints.iter().any(|complaint| complaint.contains("a-b-c: belongs to a-b.ftl")), "{complaints:?}");
}

#[test]
fn every_plural_form() {
    let czech = "a = { $n ->\n    [one] řádek\n   *[other] řádků\n }\n";
    let english = "a = { $n ->\n    [one] row\n   *[other] rows\n }\n";
    assert!(complaint(czech, english).contains("`few` is missing"));
    assert_eq!(complaint(&czech.replace("   *[", "    [few] řádky\n   *["), english), "");
}

#[test]
fn no_sentences_of_sentences() {
    assert!(complaint("a = a\na-b = { a }\n", "a = a\na-b = { a }\n").contains("write it out"));
    assert!(complaint("a = { NUMBER($x) }\n", "a = { NUMBER($x) }\n").contains("functions"));
    assert!(complaint("a = { -name }\n", "a = a\n").contains("term `-name` is not there"));
    assert_eq!(complaint("-name = n\na = { -name }\n", "a = a\n"), "");
}

#[test]
fn nothing_twice_and_nothing_broken() {
    assert!(complaint("a = a\na = b\n", "a = a\n").contains("also stands"));
    assert!(complaint("a = {\n", "a = a\n").contains("cs/a.ftl"));
    assert!(complaint("a = a\n    .title = b\n", "a = a\n").contains("attributes"));
}

#[test]
fn several_arguments_have_names_and_one_has_none() {
    let (args, methods) = generated("a-rows = { $name } { $count }\na-row = { $name }\na = p\n");
    assert!(args.contains("pub struct ARows<Count, Name> {"), "{args}");
    assert!(methods.contains("(self, args: args::ARows<Count, Name>) -> String"), "{methods}");
    assert!(methods.contains("pub fn a_row<'v>(self, r#name: impl Into<crate::Value<'v>>) -> String"), "{methods}");
    assert!(methods.contains("pub fn a(self) -> String"));
    assert!(methods.contains("/// a-rows = { $name } { $count }"));
}
