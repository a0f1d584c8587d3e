//! The sources of this repository, and which of them ship: for the tests that check them, and for the measures.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Every Rust file of the repository, by its path from the root.
pub fn sources(root: &Path) -> io::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for folder in ["crates", "xtask", "fuzz"] {
        collect(&root.join(folder), &mut found)?;
    }
    found.sort();
    let name = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
    found.iter().map(|path| Ok((name(path), fs::read_to_string(path)?))).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let ignored = ["target", "zz-anchor", "corpus", "artifacts"];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if !ignored.iter().any(|name| path.ends_with(name)) {
                collect(&path, found)?;
            }
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// The room a file belongs to.
pub fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.split_once("/src/").map(|(room, _)| room)
}

/// The crate that only tests use.
const FOR_TESTS: &str = "testing";

/// The files that ship: all under `src/` but the modules declared for tests only.
pub fn product(root: &Path) -> io::Result<Vec<(String, String)>> {
    let all = sources(root)?;
    let for_tests: Vec<String> = all.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let ships = |path: &str| !for_tests.iter().any(|it| path.starts_with(it));
    let in_product = |path: &str| room_of(path).is_some_and(|room| room != FOR_TESTS);
    Ok(all.into_iter().filter(|(path, _)| in_product(path) && ships(path)).collect())
}

/// Where the modules lie that a file declares by `#[cfg(test)] mod NAME;`: beginnings of paths.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let inside = match file {
        "lib.rs" | "main.rs" | "mod.rs" => folder.to_owned(),
        _ => path.trim_end_matches(".rs").to_owned(),
    };
    let modules = text.split("#[cfg(test)]").skip(1).filter_map(|after| {
        let (attributes, name) = module_elsewhere(after)?;
        let named = attributes.split('"').nth(1);
        let named = named.map(|file| format!("{folder}/{}", file.trim_end_matches(".rs")));
        Some(named.unwrap_or_else(|| format!("{inside}/{name}")))
    });
    modules.flat_map(|module| [format!("{module}.rs"), format!("{module}/")]).collect()
}

/// What follows `#[cfg(test)]` if that is `mod NAME;`, with or without attributes between: those, and the name.
fn module_elsewhere(after: &str) -> Option<(&str, &str)> {
    let (attributes, name) = after.split_once(';')?.0.split_once("mod ")?;
    let only_attributes = attributes
        .split_whitespace()
        .all(|word| word.starts_with(['#', '"', '=', '(']) || word.ends_with(']') || word.starts_with("pub"));
    (only_attributes && !name.contains('{')).then(|| (attributes, name.trim()))
}

/// The part of a file that ships: up to the tests it holds itself.
pub fn without_tests(text: &str) -> String {
    let mut parts = text.split("#[cfg(test)]");
    let mut product = parts.next().unwrap_or_default().to_owned();
    for part in parts.take_while(|part| module_elsewhere(part).is_some()) {
        product.push_str(part);
    }
    product
}

/// The code of a file that ships, without comments.
pub fn shipped(text: &str) -> String {
    let product = without_tests(text);
    let code = product.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}
