//! Paths into a file, as people read them: `$.credentialSubject.hasClaim[0].title`.

use std::fmt::Write;

/// Adds a member; names that are not plain words stand in brackets and quotation marks.
pub(crate) fn member(path: &mut String, name: &str) {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !name.is_empty() {
        path.push('.');
        path.push_str(name);
    } else {
        let shown: String = name.chars().take(60).collect();
        let _ = write!(path, "[{shown:?}]");
    }
}

/// Adds a place in a list, from 0.
pub(crate) fn element(path: &mut String, index: usize) {
    let _ = write!(path, "[{index}]");
}
