//! Who vouches for people, as the settings say.

use std::{fmt, str::FromStr};

use signet_record::InstitutionId;

use super::rules::{HomeRule, PersonRule, RoleRule};
use crate::assurance::AssuranceLevel;

/// Longest name of a provider: it stands in addresses and in accounts.
const NAME_MAX: usize = 24;

/// What a provider is called in addresses, logs and rows: 1 to 24 of `a-z 0-9 -`, a letter first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProviderName(String);

/// A text that is no name of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAProviderName;

impl fmt::Display for NotAProviderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the name of a login provider")
    }
}

impl std::error::Error for NotAProviderName {}

impl FromStr for ProviderName {
    type Err = NotAProviderName;

    fn from_str(text: &str) -> Result<Self, NotAProviderName> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let begins = text.bytes().next().is_some_and(|first| first.is_ascii_lowercase());
        if begins && text.len() <= NAME_MAX && text.bytes().all(fits) {
            Ok(ProviderName(text.to_owned()))
        } else {
            Err(NotAProviderName)
        }
    }
}

impl ProviderName {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProviderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whose people a provider knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProviderKind {
    /// Those of one institution: its claims may give roles there.
    University(InstitutionId),
    /// Anybody: it says who somebody is, never what they may do.
    National,
}

/// A provider of identities, as far as its word is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginProvider {
    /// What it is called.
    pub name: ProviderName,
    /// Whose people it knows.
    pub kind: ProviderKind,
    /// Its issuer identifier, compared to the byte (OpenID Connect Core §3.1.3.7).
    pub issuer: String,
    /// Who we are to it.
    pub client_id: String,
    /// What its `acr` values mean.
    pub levels: Vec<(String, AssuranceLevel)>,
    /// What it proves of everybody, whatever it says: for a provider that asks for two factors and has no `acr` for it.
    pub always: Option<AssuranceLevel>,
    /// The least level at which it lets anybody in here.
    pub least: AssuranceLevel,
    /// Which roles follow from which claim.
    pub roles: Vec<RoleRule>,
    /// Which claim is the institution's own name for a person.
    pub person: Option<PersonRule>,
    /// Which claim must name the institution.
    pub home: Option<HomeRule>,
}

impl LoginProvider {
    /// What an `acr` means. A value that the settings do not name, or none, proves one factor and no more, but for what it always proves.
    pub fn level(&self, acr: Option<&str>) -> AssuranceLevel {
        let known = self.levels.iter().find(|(value, _)| Some(value.as_str()) == acr);
        let said = known.map_or(AssuranceLevel::Single, |(_, level)| *level);
        self.always.map_or(said, |always| said.max(always))
    }

    /// Whether it can prove so much at all.
    pub fn can_prove(&self, level: AssuranceLevel) -> bool {
        level <= self.level(None) || !self.acr_values(level).is_empty()
    }

    /// The `acr` values by which at least this level is asked for, in the order of the settings.
    pub fn acr_values(&self, least: AssuranceLevel) -> Vec<&str> {
        let enough = self.levels.iter().filter(|(_, level)| *level >= least);
        enough.map(|(value, _)| value.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_can_stand_in_an_address() {
        for good in ["muni", "horni-dolni", "a1"] {
            assert_eq!(good.parse::<ProviderName>().unwrap().as_str(), good);
        }
        for wrong in ["", "Muni", "1a", "-a", "a/b", "a b", "č", &"a".repeat(25)] {
            assert_eq!(wrong.parse::<ProviderName>(), Err(NotAProviderName), "{wrong}");
        }
    }
}
