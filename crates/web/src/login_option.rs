//! A login provider as people choose it.

use signet_access::LoginProvider;
use signet_outbound::OidcClient;
use signet_record::Language;

/// A login provider, and what the choice of providers calls it.
#[derive(Clone, Debug)]
pub struct LoginOption {
    /// The way to it.
    pub client: OidcClient,
    /// Its name in Czech.
    pub name_cs: String,
    /// Its name in English.
    pub name_en: String,
}

impl LoginOption {
    /// How its word is judged.
    pub fn provider(&self) -> &LoginProvider {
        self.client.provider()
    }

    /// Its name.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Cs => &self.name_cs,
            Language::En => &self.name_en,
        }
    }
}
