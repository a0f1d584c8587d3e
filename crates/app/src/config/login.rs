//! `[[login]]`: who vouches for people, and which roles follow from what they say (OpenID Connect).

use std::path::{Path, PathBuf};

use serde::Deserialize;
use signet_record::InstitutionId;

use super::SecretSource;

/// `[[login]]`: one login provider.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoginConfig {
    /// What it is called in addresses, logs and accounts: 1 to 24 of `a-z 0-9 -`, a letter first. It never changes: accounts are known by it.
    pub name: String,
    /// What the choice of providers calls it in Czech.
    pub label_cs: String,
    /// The same in English.
    pub label_en: String,
    /// The institution whose people it knows. Without it it is a national identity, which gives no roles.
    pub institution: Option<InstitutionId>,
    /// Its issuer identifier, as it stands in its discovery document.
    pub issuer: String,
    /// Who we are to it.
    pub client_id: String,
    /// The secret by which we prove it.
    pub client_secret: Option<SecretSource>,
    /// PEM file with the keys by which we prove it instead: the first signs, all are public at `/.well-known/jwks.json`.
    pub client_key: Option<PathBuf>,
    /// How: by the secret in the header or in the form, or by a key.
    #[serde(default)]
    pub client_authentication: ClientAuthenticationSetting,
    /// What is asked for beside `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// By which algorithms it may sign.
    #[serde(default = "algorithms")]
    pub algorithms: Vec<String>,
    /// The least level at which it lets anybody in.
    #[serde(default)]
    pub level: AssuranceSetting,
    /// What its `acr` values mean.
    #[serde(default)]
    pub acr: Vec<AcrConfig>,
    /// What it proves of everybody, though it has no `acr` for it.
    pub always: Option<AlwaysConfig>,
    /// Which roles follow from which claim.
    #[serde(default)]
    pub role: Vec<RoleRuleConfig>,
    /// Which claim is the institution's own name for a person.
    pub person: Option<PersonRuleConfig>,
    /// Which claim must name the institution.
    pub home: Option<HomeRuleConfig>,
}

fn algorithms() -> Vec<String> {
    vec!["RS256".into()]
}

/// How we prove who we are (OpenID Connect Core §9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClientAuthenticationSetting {
    /// `client_secret_basic`
    #[default]
    Basic,
    /// `client_secret_post`
    Post,
    /// `private_key_jwt`
    PrivateKeyJwt,
}

/// How strongly somebody is recognised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AssuranceSetting {
    /// One factor.
    #[default]
    Single,
    /// Two factors.
    Multi,
    /// Two factors, one of which cannot be given to an impostor's page.
    PhishingResistant,
}

/// `[[login.acr]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcrConfig {
    /// The value.
    pub value: String,
    /// What it proves.
    pub level: AssuranceSetting,
}

/// `[login.always]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlwaysConfig {
    /// What it proves.
    pub level: AssuranceSetting,
    /// How one knows: who says so, since when. The doctor repeats it.
    pub reason: String,
}

/// `[[login.role]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRuleConfig {
    /// The claim.
    pub claim: String,
    /// The whole value; an array fits if one of its members is this.
    pub equals: String,
    /// The role.
    pub role: String,
    /// The one faculty that the role reaches, by the Czech name that units state.
    pub faculty: Option<String>,
    /// The units that alone the role reaches.
    #[serde(default)]
    pub units: Vec<String>,
}

/// `[login.person]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRuleConfig {
    /// The claim.
    pub claim: String,
    /// What must stand at its end and is cut off.
    #[serde(default)]
    pub cut: String,
}

/// `[login.home]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeRuleConfig {
    /// The claim.
    pub claim: String,
    /// Values of which it must be one.
    pub any: Vec<String>,
}

impl LoginConfig {
    /// The files that hold a secret or keys, by the settings that name them.
    pub fn secret_files(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let secret = self.client_secret.as_ref().and_then(SecretSource::file).map(|path| ("client_secret", path));
        secret.into_iter().chain(self.client_key.as_deref().map(|path| ("client_key", path)))
    }

    /// Relative paths are relative to the settings.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.client_secret.iter_mut().for_each(|secret| secret.resolve(folder));
        self.client_key.iter_mut().for_each(|path| *path = folder.join(&*path));
    }
}
