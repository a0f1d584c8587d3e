//! Where somebody goes once they have signed in, as addresses carry it.

use serde::Deserialize;
use signet_access::{Action, Assurance, OnwardPath, ProviderName};
use url::form_urlencoded;

/// The query of an address that leads on.
#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    to: String,
    /// The code of what somebody is about to do, and must be recognised more strongly or anew for.
    #[serde(default, rename = "for")]
    act: String,
}

impl Onward {
    /// The path, if it is one of ours.
    pub fn path(&self) -> Option<OnwardPath> {
        OnwardPath::parse(&self.to)
    }

    /// How they must be recognised for what they are about to do; `None` for signing in alone.
    pub fn needed_assurance(&self) -> Option<Assurance> {
        Action::from_code(&self.act).map(Action::needed_assurance)
    }
}

/// A path, and where to go afterwards behind it.
pub fn leading(path: &str, onward: Option<&OnwardPath>) -> String {
    let Some(onward) = onward else { return path.to_owned() };
    let to = form_urlencoded::Serializer::new(String::new()).append_pair("to", onward.as_str()).finish();
    format!("{path}?{to}")
}

/// Where a provider is asked again, before an act.
pub fn confirming(provider: &ProviderName, act: Action, onward: Option<&OnwardPath>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("for", act.code());
    if let Some(onward) = onward {
        query.append_pair("to", onward.as_str());
    }
    format!("/login/at/{provider}?{}", query.finish())
}
