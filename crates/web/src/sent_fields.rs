//! The fields of a form as they were sent, where their names are known only once they are there, or one name comes several times.

use std::str::FromStr;

use serde::Deserialize;

/// Names and values, in their order.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct SentFields(Vec<(String, String)>);

impl SentFields {
    /// What a field says; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value)
    }

    /// What each field of a name says, as far as it can be read.
    pub fn each<T: FromStr>(&self, name: &str) -> impl Iterator<Item = T> {
        self.iter().filter(move |(field, _)| *field == name).filter_map(|(_, value)| value.parse().ok())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl FromIterator<(String, String)> for SentFields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        SentFields(fields.into_iter().collect())
    }
}

/// A form that asks for nothing but that it was meant.
#[derive(Debug, Deserialize)]
pub struct TokenForm {
    /// The token of the session's forms.
    #[serde(default)]
    pub token: String,
}
