//! Measures of the code itself, as docs/architecture-measures.md reports them: sizes of files and functions, comments, and
//! constructs that hide a fact. The code is formatted by rustfmt, so that indentation tells where an item ends.

use crate::place::Place;
use crate::source;
use crate::task_error::{Context, TaskError};

/// A longer function does not fit on a screen.
const LONG_FUNCTION: usize = 70;

/// Constructs that are counted, and what they are called in the table.
const CONSTRUCTS: [(&str, &str); 6] = [
    ("`.unwrap_or_default()`", ".unwrap_or_default()"),
    ("facts by a text key (`.with(\"…\")`)", ".with(\""),
    ("errors without their cause (`.map_err(|_|`)", ".map_err(|_|"),
    ("error variants that hold text (`(String)`)", "(String)"),
    ("`{:?}` in a message", "{:?}"),
    ("public types", "pub struct "),
];

/// Lengths of many things.
struct Lengths(Vec<usize>);

impl Lengths {
    fn at(&self, share: f64) -> usize {
        let last = self.0.len().saturating_sub(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a rank in a list"
        )]
        let rank = (last as f64 * share).round() as usize;
        self.0.get(rank).copied().unwrap_or(0)
    }

    fn row(mut self, what: &str) -> String {
        self.0.sort_unstable();
        format!(
            "| {what}: count; median / p90 / max lines | {}; {} / {} / {} |",
            self.0.len(),
            self.at(0.5),
            self.at(0.9),
            self.at(1.0)
        )
    }
}

/// Prints the table for the product's own code (`crates/*/src` without what only tests use).
pub fn run(place: &Place) -> Result<(), TaskError> {
    let product = source::product(&place.root).or_task_error("reading the sources")?;
    let texts: Vec<String> = product.iter().map(|(_, text)| source::without_tests(text)).collect();
    let shipped: Vec<&str> = texts.iter().map(String::as_str).collect();
    let code: Vec<String> = product.iter().map(|(_, text)| source::shipped(text)).collect();
    let lines = |text: &&str| text.lines().count();
    let comments = |prefix: &[&str]| -> usize {
        shipped
            .iter()
            .flat_map(|text| text.lines())
            .filter(|line| prefix.iter().any(|it| line.trim_start().starts_with(it)))
            .count()
    };
    let total: usize = shipped.iter().map(lines).sum();
    let docs = comments(&["///", "//!"]);
    let functions: Vec<usize> = shipped.iter().flat_map(|text| functions(text)).collect();
    let long = functions.iter().filter(|length| **length > LONG_FUNCTION).count();
    println!("| measure | figure |\n| --- | --- |");
    println!("| lines of product code | {total} |");
    println!("{}", Lengths(shipped.iter().map(lines).collect()).row("files"));
    println!("{}", Lengths(functions).row("functions"));
    println!("| functions over {LONG_FUNCTION} lines | {long} |");
    println!("| lines of doc comments; of other comments | {docs}; {} |", comments(&["//"]) - docs);
    for (what, construct) in CONSTRUCTS {
        println!("| {what} | {} |", code.iter().map(|text| text.matches(construct).count()).sum::<usize>());
    }
    Ok(())
}

/// The length of each function of a file.
fn functions(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines.iter().enumerate().filter(|(_, line)| is_function(line));
    starts
        .filter_map(|(start, line)| {
            let indent = line.len() - line.trim_start().len();
            let end = format!("{:indent$}}}", "");
            let body = lines.get(start..)?;
            // A declaration in a trait, or a body on the same line, ends where it begins.
            if line.ends_with(';') || line.ends_with('}') {
                return Some(1);
            }
            Some(body.iter().position(|line| **line == end)? + 1)
        })
        .collect()
}

fn is_function(line: &str) -> bool {
    let mut words = line.split_whitespace().take_while(|word| {
        word.starts_with("pub")
            || matches!(*word, "const" | "async" | "unsafe" | "extern" | "fn")
            || word.ends_with(')')
    });
    words.any(|word| word == "fn")
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[test]
    fn functions_end_at_their_own_brace() {
        let text = "fn a() {}\n\npub async fn b(\n    x: u8,\n) {\n    if x > 0 {\n        c();\n    }\n}\n\nimpl T {\n    const fn d() -> u8 {\n        1\n    }\n}\n";
        assert_eq!(functions(text), [1, 7, 3]);
    }
}
