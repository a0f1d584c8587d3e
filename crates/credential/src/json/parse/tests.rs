//! What is JSON, and what the errors say.
#![allow(clippy::unwrap_used)]
use super::*;

fn problem(text: &str) -> (usize, ParseProblem) {
    let error = parse(text, Limits::default()).unwrap_err();
    (error.byte, error.problem)
}

#[test]
fn agrees_with_serde_json_on_what_is_json() {
    let texts = [
        "1",
        "-0",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+5",
        "+1",
        "tru",
        "true",
        "null",
        "\"\"",
        "\"\u{1}\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\x\"",
        "[1,]",
        "[,1]",
        "[]",
        "{}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "[1 2]",
        " [ 1 , 2 ] ",
        "1 2",
        "",
        " ",
        "\"abc",
        "{\"a\":1",
        "\"long enough to need two words\"",
        "[\"\\\"\"]",
        "\"ěščřžýáíé\"",
        "NaN",
        "-",
        "[1,2",
        "\u{feff}{}",
    ];
    for text in texts {
        let theirs = serde_json::from_str::<serde_json::Value>(text).is_ok();
        assert_eq!(parse(text, Limits::default()).is_ok(), theirs, "{text:?}");
    }
}

#[test]
fn strings_decode_as_serde_json_decodes_them() {
    for text in [r#""a\u0041\n\t\"\\\/b""#, r#""\ud83d\ude00x""#, r#""\u010d\u0159""#] {
        let document = parse(text, Limits::default()).unwrap();
        let theirs: String = serde_json::from_str(text).unwrap();
        assert_eq!(document.root().text(), Some(theirs.as_str()));
    }
}

#[test]
fn errors_name_the_byte() {
    assert_eq!(problem(r#"{"a":1,"b":2,"\u0061":3}"#), (13, ParseProblem::Duplicate));
    assert_eq!(problem("[1,]"), (3, ParseProblem::Syntax));
    assert_eq!(problem("[1"), (2, ParseProblem::Ended));
    assert_eq!(problem("\"a\nb\""), (2, ParseProblem::Text));
}

#[test]
fn many_names_are_still_compared() {
    let names: Vec<String> = (0..100).map(|n| format!("\"n{n}\":1")).collect();
    let good = format!("{{{}}}", names.join(","));
    assert!(parse(&good, Limits::default()).is_ok());
    let bad = format!("{{{},\"n77\":2}}", names.join(","));
    assert_eq!(problem(&bad).1, ParseProblem::Duplicate);
}

#[test]
fn limits_hold() {
    let deep = "[".repeat(10_000);
    assert_eq!(problem(&deep), (64, ParseProblem::TooDeep));
    let limits = Limits { bytes: 10, depth: 4, values: 3 };
    assert_eq!(parse("[1,2,3]", limits).unwrap_err().problem, ParseProblem::TooMany);
    assert_eq!(parse("           1", limits).unwrap_err().problem, ParseProblem::TooLong);
}

#[test]
fn stops_at_every_kind_of_byte_at_every_offset() {
    for offset in 0..20 {
        for stop in ["\"", "\\", "\u{0}", "\u{1f}"] {
            let text = format!("{}{stop}tail of the text", "é".repeat(offset));
            assert_eq!(plain(text.as_bytes()), 2 * offset, "{offset} {stop:?}");
        }
        assert_eq!(plain("a".repeat(offset).as_bytes()), offset);
    }
}
