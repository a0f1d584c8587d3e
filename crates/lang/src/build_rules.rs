//! The rules of the build, tested.

#[path = "../build/args.rs"]
mod args;
#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/methods.rs"]
mod methods;
#[path = "../build/typography.rs"]
mod typography;

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
fn czech_prepositions_and_units_do_not_end_or_begin_a_line() {
    let bound = |text: &str| typography::bound(text).replace('\u{a0}', "~");
    assert_eq!(bound("a = V souboru a v { $x } k tomu\n"), "a = V~souboru a~v~{ $x } k~tomu\n");
    assert_eq!(bound("    [a] (s chybou) „o tom“ A.\n"), "    [a] (s~chybou) „o~tom“ A.\n");
    assert_eq!(bound("# o tom\na-b = { $x } MB, 5 %; 3 MBit\n"), "# o tom\na-b = { $x }~MB, 5~%; 3 MBit\n");
    assert_eq!(bound("a = § 60 zákona č. 111\n   *[b] v\n"), "a = §~60 zákona č.~111\n   *[b] v\n");
    assert_eq!(bound("a = { $a } – B, 1–2\n"), "a = { $a }~– B, 1–2\n");
    assert_eq!(bound("a = { $a ->\n"), "a = { $a ->\n");
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

fn refused(text: &str) -> String {
    let catalogue = Catalogue::join(&[area("cs", "a", CZECH_CHOICE)], &[area("en", "a", text)]).unwrap();
    args::source(&catalogue).err().unwrap_or_default().join("\n")
}

const CZECH_CHOICE: &str = "\
a = { $kind ->
    [fails] ne
   *[not-now] teď ne
 }
a-b = { $kind ->
    [fails] ne
   *[later] potom
 } { $name }
";

#[test]
fn a_choice_among_words_is_an_enum() {
    let (args, methods) = generated(CZECH_CHOICE);
    assert!(
        args.contains("pub enum A {\n    /// `[fails]`\n    Fails,\n    /// `[not-now]`\n    NotNow,\n}"),
        "{args}"
    );
    assert!(args.contains("pub enum ABKind {"), "{args}");
    assert!(
        args.contains("pub r#kind: crate::args::ABKind,\n    /// `$name`: text or a number\n    pub r#name: Name,"),
        "{args}"
    );
    assert!(methods.contains("pub fn a(self, r#kind: args::A) -> String"), "{methods}");
}

#[test]
fn a_choice_of_yes_and_no_is_a_bool() {
    let (args, methods) = generated("a = { $proved ->\n    [yes] y\n   *[no] n\n }\n");
    assert!(!args.contains("enum"), "{args}");
    assert!(methods.contains("pub fn a(self, r#proved: bool) -> String"), "{methods}");
}

#[test]
fn a_choice_has_the_same_keys_in_both_languages() {
    let english = CZECH_CHOICE.replace("[not-now]", "[never]");
    assert!(complaint(CZECH_CHOICE, &english).contains("`a` chooses by `$kind` among"));
    let fewer = CZECH_CHOICE.replace("    [fails] ne\n   *[later]", "   *[later]");
    assert!(complaint(CZECH_CHOICE, &fewer).contains("`a-b` chooses by `$kind` among"));
    assert!(complaint("a = { $n }\n", "a = { $n ->\n    [x] x\n   *[y] y\n }\n").contains("chooses by `$n`"));
    // A plural may be needed in one language only.
    assert_eq!(complaint("a = Řádky: { $n }\n", "a = { $n ->\n    [one] row\n   *[other] rows\n }\n"), "");
}

#[test]
fn what_is_chosen_by_is_not_written_and_not_counted() {
    let both = "a = { $kind ->\n    [x] x\n   *[other] { $kind }\n }\n";
    assert!(complaint(both, both).contains("writes `$kind`, by which it chooses"));
    let number = "a = { $n ->\n    [0] x\n   *[other] y\n }{ $n ->\n    [x] x\n   *[y] y\n }\n";
    assert!(complaint(number, number).contains("as a number and as a word"));
}

#[test]
fn messages_that_share_an_enum_have_the_same_keys() {
    assert_eq!(refused(CZECH_CHOICE), "");
    let shared = CZECH_CHOICE.replace("a = {", "# $kind: Shared\na = {").replace("a-b = {", "# $kind: Shared\na-b = {");
    assert!(refused(&shared).contains("enum `Shared`: message `a-b` has other keys than `a`"));
    let unused = CZECH_CHOICE.replace("a = {", "# $name: Shared\na = {");
    assert!(refused(&unused).contains("names an enum for `$name`, by which it does not choose"));
    assert!(complaint(&shared, CZECH_CHOICE).contains("stands in en/a.ftl alone"));
}
