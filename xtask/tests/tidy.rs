//! Checks that grow stricter only: module cycles, doubled type names, wide templates, unused dependencies, names of the credential's
//! properties outside their reader, sentences that nothing says, and constructs that have a replacement. Most compare what they find with
//! a list in `xtask/golden/`; a list may only get shorter.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[expect(dead_code, reason = "each test program uses its own part of it")]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use source::{product, room_of, root, shipped};

/// A wider line of a template cannot be reviewed side by side (characters).
const MOST_CHARACTERS_OF_A_TEMPLATE: usize = 140;

/// Constructs that product code avoids, and what it uses instead. The number of uses per crate stands in `golden/avoided.txt`.
const AVOIDED: &[(&str, &str)] = &[
    (".unwrap_or_default()", "handle the missing value, or say why an empty one is right"),
    ("Digest::of(b\"\")", "an `Option`: an empty digest is no digest"),
    ("{:?}", "`Display`, or fields of an error that a sentence is made from"),
    (".map_err(|_|", "an error that keeps its cause (`#[from]`, `#[source]`)"),
];

/// Compares what was found with `golden/NAME`, one finding a line. A new finding fails, and so does a line that is no longer true.
fn compare(name: &str, found: &BTreeSet<String>, advice: &str) {
    let path = root().join("xtask/golden").join(name);
    if writes() {
        fs::write(&path, found.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    }
    let listed: BTreeSet<String> = fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
    let new: Vec<&String> = found.difference(&listed).collect();
    let gone: Vec<&String> = listed.difference(found).collect();
    assert!(new.is_empty(), "{advice}\nnot in xtask/golden/{name}:\n{new:#?}");
    assert!(gone.is_empty(), "mended, so delete these lines of xtask/golden/{name}:\n{gone:#?}");
}

/// Whether the lists are to be written anew (`SIGNET_TIDY_WRITE=1`), after something was mended. Review what changed.
fn writes() -> bool {
    std::env::var_os("SIGNET_TIDY_WRITE").is_some()
}

/// One module: its path from the crate, `["chain", "search"]` for `chain/search.rs`.
type Module = Vec<String>;

/// The modules of one crate that ship, with their code.
fn modules(room: &str, files: &[(String, String)]) -> BTreeMap<Module, String> {
    let folder = format!("crates/{room}/src/");
    let own = files.iter().filter_map(|(path, text)| {
        let inside = path.strip_prefix(&folder)?.strip_suffix(".rs")?;
        let mut module: Module = inside.split('/').map(str::to_owned).collect();
        if module.last().is_some_and(|last| last == "mod") || module == ["lib"] || module == ["main"] {
            module.pop();
        }
        Some((module, shipped(text)))
    });
    own.collect()
}

/// Paths `crate::a::b` and `super::a` of a file, each from the crate. Groups in braces are followed one level deep.
fn paths(module: &Module, code: &str) -> Vec<Module> {
    let text: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    for (start, base) in starts(module, &text) {
        let rest = &text[start..];
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(members(group).map(|member| base.iter().cloned().chain(segments(member)).collect()));
        } else {
            let own: Module = base.iter().cloned().chain(segments(rest)).collect();
            let length = own.len() - base.len();
            let after = rest.get(rest.find(|c: char| !is_path(c)).unwrap_or(rest.len())..).unwrap_or_default();
            match after.strip_prefix('{').filter(|_| length > 0) {
                Some(group) => found.extend(
                    members(group).map(|member| own.iter().cloned().chain(segments(member)).collect::<Module>()),
                ),
                None => found.push(own),
            }
        }
    }
    found
}

/// Where the rest of a path begins, and the module that it begins in.
fn starts(module: &Module, text: &str) -> Vec<(usize, Module)> {
    let mut found: Vec<(usize, Module)> =
        text.match_indices("crate::").map(|(at, word)| (at + word.len(), Module::new())).collect();
    for (at, word) in text.match_indices("super::") {
        if text[..at].ends_with("super::") {
            continue;
        }
        let mut base = module.clone();
        let (mut end, mut rest) = (at, &text[at..]);
        while let Some(after) = rest.strip_prefix(word) {
            base.pop();
            end += word.len();
            rest = after;
        }
        found.push((end, base));
    }
    found
}

fn is_path(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == ':'
}

fn segments(path: &str) -> impl Iterator<Item = String> {
    let end = path.find(|c: char| !is_path(c)).unwrap_or(path.len());
    path[..end].split("::").filter(|part| !part.is_empty()).map(str::to_owned)
}

/// The members of a group, up to its closing brace; what a nested group holds belongs to the member before it.
fn members(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    let mut end = group.len();
    let mut cuts = vec![0];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                end = at;
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => cuts.push(at + 1),
            _ => {}
        }
    }
    cuts.push(end + 1);
    let whole = &group[..end];
    let pairs: Vec<(usize, usize)> = cuts.windows(2).map(|pair| (pair[0], pair[1] - 1)).collect();
    pairs.into_iter().filter_map(move |(from, to)| whole.get(from..to)).map(str::trim)
}

/// What a module calls by a name of its own although it stands elsewhere: its `use` declarations, private ones too, for what stands
/// inside the module sees those.
fn imports(module: &Module, code: &str, all: &BTreeMap<Module, String>) -> BTreeMap<Module, Module> {
    let text: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = BTreeMap::new();
    for (at, _) in text.match_indices("use ").filter(|(at, _)| !text[..*at].ends_with(is_path)) {
        let tree = text[at + 4..].split(';').next().unwrap_or_default();
        for (path, name) in leaves(tree) {
            let mut target = match path.first().map(String::as_str) {
                Some("crate") => path[1..].to_vec(),
                Some("self") => [module.as_slice(), &path[1..]].concat(),
                Some("super") => {
                    let up = path.iter().take_while(|part| *part == "super").count();
                    [&module[..module.len().saturating_sub(up)], &path[up..]].concat()
                }
                _ => [module.as_slice(), path.as_slice()].concat(),
            };
            if target.last().is_some_and(|last| last == "self") {
                target.pop();
            }
            if resolve(&target, all).len() > common(module, &target) || target.len() <= module.len() {
                found.insert([module.as_slice(), &[name]].concat(), target);
            }
        }
    }
    found
}

/// How many modules two paths begin with together.
fn common(one: &Module, other: &Module) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

/// The paths of a tree of imports, each with the name that it is known by.
fn leaves(tree: &str) -> Vec<(Module, String)> {
    let tree = tree.trim();
    if let Some((head, group)) = tree.split_once('{') {
        let head: Module = segments(head.trim()).collect();
        let inner = group.rsplit_once('}').map_or(group, |(inner, _)| inner);
        return members(inner)
            .filter(|member| !member.is_empty())
            .flat_map(leaves)
            .map(|(path, name)| ([head.as_slice(), &path].concat(), name))
            .collect();
    }
    let (path, alias) = tree.split_once(" as ").map_or((tree, None), |(path, alias)| (path, Some(alias)));
    let path: Module = segments(path).collect();
    let name = alias.map(|alias| alias.trim().to_owned()).or_else(|| path.last().cloned());
    name.map(|name| (path, name)).into_iter().collect()
}

/// The longest beginning of a path that is a module.
fn resolve(path: &Module, all: &BTreeMap<Module, String>) -> Module {
    let longest = (0..=path.len()).rev().find(|length| all.contains_key(&path[..*length]));
    path[..longest.unwrap_or(0)].to_vec()
}

/// The module in which what a path names is written, through the imports of the modules on the way.
fn written_in(path: &Module, all: &BTreeMap<Module, String>, imports: &BTreeMap<Module, Module>) -> Module {
    let mut path = path.clone();
    // No chain of imports is longer than there are modules.
    for _ in 0..all.len() {
        let module = resolve(&path, all);
        let Some(named) = path.get(..module.len() + 1).and_then(|name| imports.get(name)) else { return module };
        path = [named.as_slice(), &path[module.len() + 1..]].concat();
    }
    resolve(&path, all)
}

/// Which siblings use which, by the module that holds them. A module and what it consists of may use each other.
fn uses_between_siblings(all: &BTreeMap<Module, String>) -> BTreeMap<Module, BTreeSet<(String, String)>> {
    let imports: BTreeMap<Module, Module> = all.iter().flat_map(|(module, code)| imports(module, code, all)).collect();
    let mut found: BTreeMap<Module, BTreeSet<(String, String)>> = BTreeMap::new();
    for (module, code) in all {
        for target in paths(module, code).iter().map(|path| written_in(path, all, &imports)) {
            let common = common(module, &target);
            if let (Some(from), Some(to)) = (module.get(common), target.get(common)) {
                found.entry(module[..common].to_vec()).or_default().insert((from.clone(), to.clone()));
            }
        }
    }
    found
}

/// Groups of modules of which each reaches each other.
fn cycles(uses: &BTreeSet<(String, String)>) -> BTreeSet<Vec<String>> {
    let reach = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut next = vec![start.clone()];
        while let Some(at) = next.pop() {
            for (_, to) in uses.iter().filter(|(from, _)| *from == at) {
                if seen.insert(to.clone()) {
                    next.push(to.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = uses.iter().map(|(from, _)| (from, reach(from))).collect();
    let in_cycle = reached.iter().filter(|(module, reached)| reached.contains(**module));
    in_cycle
        .map(|(module, own)| {
            own.iter().filter(|other| reached.get(other).is_some_and(|it| it.contains(*module))).cloned().collect()
        })
        .collect()
}

#[test]
fn modules_of_a_crate_use_each_other_in_one_direction() {
    let files = product();
    let rooms: BTreeSet<&str> = files.iter().filter_map(|(path, _)| room_of(path)).collect();
    let mut found = BTreeSet::new();
    for room in rooms {
        let all = modules(room, &files);
        for (parent, uses) in uses_between_siblings(&all) {
            let place = [&[room.to_owned()], parent.as_slice()].concat().join("/");
            found.extend(cycles(&uses).into_iter().map(|cycle| format!("{place}: {}", cycle.join(" "))));
        }
    }
    compare("cycles.txt", &found, "these modules use each other in a circle: move what both need into a third");
}

#[test]
fn cycles_are_found() {
    let all: BTreeMap<Module, String> = [
        (vec![], "mod a; mod b; mod c;"),
        (vec!["a".into()], "use crate::{b::{self, B}, d};"),
        (vec!["b".into()], "use super::c::C;"),
        (vec!["c".into()], "fn f() -> crate::a::A {}"),
        (vec!["d".into()], "use crate::e;"),
    ]
    .into_iter()
    .map(|(module, code)| (module, code.to_owned()))
    .collect();
    let uses = uses_between_siblings(&all);
    let found = cycles(&uses[&Vec::new()]);
    assert_eq!(found, BTreeSet::from([vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]]));
}

#[test]
fn cycles_through_names_of_the_crate_root_are_found() {
    let all: BTreeMap<Module, String> = [
        (vec![], "mod a; mod b; mod c; pub use a::{inner::{A, B as C}, other}; use b::D; pub use c::E;"),
        (vec!["a".into()], "mod inner; use crate::D; pub use inner::A;"),
        (vec!["a".into(), "inner".into()], "pub struct A;"),
        (vec!["b".into()], "use crate::{C, std::fmt}; pub struct D(crate::A);"),
        (vec!["c".into()], "use super::A; pub struct E;"),
    ]
    .into_iter()
    .map(|(module, code)| (module, code.to_owned()))
    .collect();
    let uses = &uses_between_siblings(&all)[&Vec::new()];
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(*uses, BTreeSet::from([arrow("a", "b"), arrow("b", "a"), arrow("c", "a")]));
    assert_eq!(cycles(uses), BTreeSet::from([vec!["a".to_owned(), "b".to_owned()]]));
}

#[test]
fn a_public_type_name_stands_in_one_crate() {
    let mut crates_by_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in product() {
        let Some(room) = room_of(&path) else { continue };
        for line in shipped(&text).lines() {
            let Some(rest) = line.trim_start().strip_prefix("pub ") else { continue };
            let declared = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| rest.strip_prefix(kind));
            let Some(declared) = declared.filter(|_| !line.starts_with("        ")) else { continue };
            let name: String = declared.chars().take_while(|c| c.is_alphanumeric()).collect();
            crates_by_name.entry(name).or_default().insert(room.to_owned());
        }
    }
    let doubled = crates_by_name.into_iter().filter(|(_, rooms)| rooms.len() > 1);
    let found = doubled.map(|(name, rooms)| format!("{name}: {}", rooms.into_iter().collect::<Vec<_>>().join(" ")));
    compare("doubled-names.txt", &found.collect(), "one idea per word: give the newer type a name of its own");
}

/// Files under a folder, whatever their depth, with their text.
fn texts(folder: &std::path::Path, ending: &str, into: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, ending, into);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let text = fs::read_to_string(&path).unwrap();
            into.push((path, text));
        }
    }
}

/// Keys of messages that no word of the code names.
fn unsaid<'s>(sentences: &'s [String], code: &[String]) -> BTreeSet<&'s str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let said: BTreeSet<&str> = code.iter().flat_map(|text| text.split(|c| !is_word(c))).collect();
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let keys = sentences.iter().flat_map(|text| text.lines().filter(begins).filter_map(|line| line.split_once(" =")));
    keys.map(|(key, _)| key).filter(|key| !said.contains(key.replace('-', "_").as_str())).collect()
}

#[test]
fn every_sentence_is_said_somewhere() {
    let (mut sentences, mut templates) = (Vec::new(), Vec::new());
    texts(&root().join("crates/lang/locales/en"), "ftl", &mut sentences);
    texts(&root().join("crates/web/templates"), "html", &mut templates);
    let sentences: Vec<String> = sentences.into_iter().map(|(_, text)| text).collect();
    let code = product().into_iter().map(|(_, text)| shipped(&text)).chain(templates.into_iter().map(|(_, text)| text));
    let code: Vec<String> = code.collect();
    assert!(sentences.len() > 30 && code.len() > 300);
    let unsaid = unsaid(&sentences, &code);
    assert!(unsaid.is_empty(), "delete these messages, which nothing says, from both languages:\n{unsaid:#?}");
}

#[test]
fn sentences_that_nothing_says_are_found() {
    let sentences = ["# key-of-comment =\nkey-one = One\nkey-two = { $a ->\n    [x] key-three = no\n}\n".to_owned()];
    assert_eq!(unsaid(&sentences, &["l.key_one_more(); l.key_two(1)".to_owned()]), BTreeSet::from(["key-one"]));
}

#[test]
fn templates_are_narrow_enough_to_review() {
    let (mut templates, mut found) = (Vec::new(), BTreeSet::new());
    texts(&root().join("crates/web/templates"), "html", &mut templates);
    for (path, text) in templates {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let wide = text.lines().filter(|line| line.chars().count() > MOST_CHARACTERS_OF_A_TEMPLATE).count();
        found.extend((wide > 0).then(|| format!("{name}: {wide}")));
    }
    compare("wide-templates.txt", &found, "break lines of templates at 140 characters");
}

#[test]
fn every_dependency_of_the_workspace_is_used() {
    let manifest = |path: &str| -> toml::Table { fs::read_to_string(root().join(path)).unwrap().parse().unwrap() };
    let workspace = manifest("Cargo.toml");
    let declared = workspace["workspace"]["dependencies"].as_table().unwrap();
    let members = fs::read_dir(root().join("crates")).unwrap().map(|it| it.unwrap().path().join("Cargo.toml"));
    let texts: Vec<String> =
        members.chain([root().join("xtask/Cargo.toml")]).filter_map(|path| fs::read_to_string(path).ok()).collect();
    let used = |name: &str| {
        texts.iter().any(|text| {
            text.lines()
                .any(|line| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '='])))
        })
    };
    let unused: Vec<&String> = declared.keys().filter(|name| !used(name)).collect();
    assert!(unused.is_empty(), "no crate uses these dependencies of the workspace: {unused:?}");
}

#[test]
fn constructs_with_a_replacement_get_fewer() {
    let mut found = BTreeMap::new();
    for (path, text) in product() {
        let Some(room) = room_of(&path) else { continue };
        let code = shipped(&text);
        for (index, (construct, _)) in AVOIDED.iter().enumerate() {
            *found.entry((index, room.to_owned())).or_insert(0) += code.matches(construct).count();
        }
    }
    let path = root().join("xtask/golden/avoided.txt");
    let found = found.iter().filter(|(_, count)| **count > 0);
    let expected: String =
        found.clone().map(|((index, room), count)| format!("{room} {count} {}\n", AVOIDED[*index].0)).collect();
    if writes() {
        fs::write(&path, &expected).unwrap();
    }
    let listed = fs::read_to_string(&path).unwrap();
    let mut complaints = Vec::new();
    for ((index, room), count) in found {
        let (construct, instead) = AVOIDED[*index];
        let allowed = listed.lines().find_map(|line| {
            let (count, listed) = line.strip_prefix(room.as_str())?.strip_prefix(' ')?.split_once(' ')?;
            (listed == construct).then(|| count.parse::<usize>().unwrap())
        });
        if *count > allowed.unwrap_or(0) {
            complaints
                .push(format!("{room}: {count} × `{construct}`, {} allowed; use {instead}", allowed.unwrap_or(0)));
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert_eq!(listed, expected, "there are fewer now: write that into xtask/golden/avoided.txt");
}

/// Where names of properties of the European Learning Model may stand: the reader, the tables of the profile, the checks that follow
/// them, and what writes credentials.
const PROPERTY_NAMES: &[&str] = &["elm", "profile", "check", "compose"];

/// Another vocabulary, schema.org's, has some of the same names.
const OTHER_VOCABULARY: &str = "crates/catalogue/src/schema_org.rs";

/// The names of properties that cannot be anything else: those of two words and more.
fn property_names(files: &[(String, String)]) -> BTreeSet<String> {
    let folders = ["crates/credential/src/elm/", "crates/credential/src/profile/"];
    let tables = files.iter().filter(|(path, _)| folders.iter().any(|folder| path.starts_with(folder)));
    let literals = tables.flat_map(|(_, text)| text.split('"').map(str::to_owned).collect::<Vec<_>>());
    let is_name = |text: &String| {
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_alphabetic())
            && text.chars().any(|c| c.is_ascii_uppercase())
    };
    literals.filter(is_name).collect()
}

#[test]
fn names_of_properties_stand_in_the_reader_of_the_model() {
    let files = product();
    let names: Vec<String> = property_names(&files).into_iter().map(|name| format!("\"{name}\"")).collect();
    assert!(names.iter().any(|name| name == "\"specifiedBy\""), "the names are no longer found where they stood");
    let mut found = BTreeSet::new();
    for (path, text) in &files {
        let own = PROPERTY_NAMES.iter().any(|part| path.starts_with(&format!("crates/credential/src/{part}/")));
        if own || path == OTHER_VOCABULARY {
            continue;
        }
        let code = shipped(text);
        let count: usize = names.iter().map(|name| code.matches(name.as_str()).count()).sum();
        found.extend((count > 0).then(|| format!("{path}: {count}")));
    }
    let advice = "read the property through `credential::elm`, or put what is known of it into the tables of `credential::profile`";
    compare("property-names.txt", &found, advice);
}
