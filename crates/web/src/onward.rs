//! Where somebody goes once they have signed in, as addresses carry it.

use serde::Deserialize;
use signet_access::OnwardPath;
use url::form_urlencoded;

/// The query of an address that leads on.
#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    to: String,
}

impl Onward {
    /// The path, if it is one of ours.
    pub fn path(&self) -> Option<OnwardPath> {
        OnwardPath::parse(&self.to)
    }
}

/// A path, and where to go afterwards behind it.
pub fn leading(path: &str, onward: Option<&OnwardPath>) -> String {
    let Some(onward) = onward else { return path.to_owned() };
    let to = form_urlencoded::Serializer::new(String::new()).append_pair("to", onward.as_str()).finish();
    format!("{path}?{to}")
}
