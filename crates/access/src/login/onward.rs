//! Where somebody goes once they have signed in.

/// Bytes of a path: what an address bar of ours ever holds, and no more.
const PATH_BYTES_MAX: usize = 512;

/// A path of our own site, with its query. Nothing in it can lead to another host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnwardPath(String);

impl OnwardPath {
    /// The path, if it is one of ours: it begins with a single `/` and holds nothing that a browser reads as the beginning of a host
    /// (WHATWG URL §4.4: `//`, `/\`, and what it strips before that: tabs, line ends, spaces).
    pub fn parse(text: &str) -> Option<OnwardPath> {
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let ours = text.starts_with('/') && !text.starts_with("//") && text.len() <= PATH_BYTES_MAX;
        (plain && ours).then(|| OnwardPath(text.to_owned()))
    }

    /// Path and query.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn li11_what_leads_elsewhere_is_no_path_of_ours() {
        let long = format!("/{}", "a".repeat(PATH_BYTES_MAX));
        for elsewhere in [
            "//evil.example",
            "https://evil.example/",
            "https:evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            " //evil.example",
            "javascript:alert(1)",
            "cs/staff",
            "",
            "/č",
            long.as_str(),
        ] {
            assert_eq!(OnwardPath::parse(elsewhere), None, "{elsewhere:?}");
        }
        for ours in ["/", "/cs/staff", "/en/holder/urn:credential:1?page=2", "/cs//evil.example"] {
            assert_eq!(OnwardPath::parse(ours).as_ref().map(OnwardPath::as_str), Some(ours));
        }
    }
}
