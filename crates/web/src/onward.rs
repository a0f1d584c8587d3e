//! Where somebody goes once they have signed in, as addresses carry it.

use serde::Deserialize;
use signet_access::{Action, Assurance, AssuranceLevel, OnwardPath, ProviderName};
use url::form_urlencoded;

/// In place of the code of an act: to be recognised anew, as strongly as the provider does it by itself.
const ANEW: &str = "anew";

/// In place of the code of an act: a further identity for one's account.
const PAIR: &str = "pair";

/// In place of the code of an act: more of one's own, in the records of another institution.
const OWN: &str = "own";

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

    /// Whether they want to add an identity to the account they are signed in to.
    pub fn is_pairing(&self) -> bool {
        self.act == PAIR
    }

    /// Whether they look for more of their own in the records.
    pub fn is_seeking(&self) -> bool {
        self.act == OWN
    }

    /// How they must be recognised for what they are about to do; `None` for signing in alone.
    pub fn needed_assurance(&self) -> Option<Assurance> {
        match self.act.as_str() {
            ANEW => Some(Assurance { level: AssuranceLevel::Single, is_recent: true }),
            act => Action::from_code(act).map(Action::needed_assurance),
        }
    }
}

/// A path, and where to go afterwards behind it.
pub fn leading(path: &str, onward: Option<&OnwardPath>) -> String {
    let Some(onward) = onward else { return path.to_owned() };
    let to = form_urlencoded::Serializer::new(String::new()).append_pair("to", onward.as_str()).finish();
    format!("{path}?{to}")
}

/// Where a further identity of one's account is recognised.
pub fn pairing(provider: &ProviderName) -> String {
    format!("/login/at/{provider}?for={PAIR}")
}

/// Where a national identity is asked whom it names, to look for more of one's own.
pub fn seeking(provider: &ProviderName) -> String {
    format!("/login/at/{provider}?for={OWN}")
}

/// Where a provider is asked again, before an act.
pub fn confirming(provider: &ProviderName, act: Action, onward: Option<&OnwardPath>) -> String {
    asked_for(provider, act.code(), onward)
}

/// Where a provider is asked again who somebody is.
pub fn recognising_anew(provider: &ProviderName, onward: Option<&OnwardPath>) -> String {
    asked_for(provider, ANEW, onward)
}

fn asked_for(provider: &ProviderName, act: &str, onward: Option<&OnwardPath>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("for", act);
    if let Some(onward) = onward {
        query.append_pair("to", onward.as_str());
    }
    format!("/login/at/{provider}?{}", query.finish())
}
