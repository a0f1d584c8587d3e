//! Asks a login provider what it says of itself, and says what is wrong with that, for `config check` and the doctor.

use std::collections::BTreeSet;

use signet_access::{AssuranceLevel, ProviderKind, RoleScope};
use signet_lang::{Locale, args};
use signet_outbound::OidcError;
use signet_record::Line;
use signet_store::Store;
use signet_web::{JWKS_PATH, LoginOption};

use crate::config::LoginConfig;

/// Asks one provider: the sentence that all is well, or the one that says what is not.
///
/// # Errors
/// What is wrong, in the reader's language.
pub async fn inquire(option: &LoginOption, locale: Locale) -> Result<String, String> {
    let provider = option.provider().name.as_str();
    let asked = async { Ok::<_, OidcError>((option.client.metadata().await?, option.client.key_count().await?)) };
    let (metadata, keys) = asked.await.map_err(|error| problem(&error, provider, locale))?;
    if keys == 0 {
        return Err(locale.login_provider_keys(provider));
    }
    let algorithms = &metadata.signing_algorithms;
    if !algorithms.is_empty() && !option.client.algorithms().any(|own| algorithms.iter().any(|it| it == own)) {
        let offered = algorithms.join(", ");
        return Err(locale.login_provider_algorithms(args::LoginProviderAlgorithms { offered, provider }));
    }
    let methods = &metadata.client_authentication;
    // A provider that names no method takes the header (OpenID Connect Discovery §3).
    if !methods.is_empty() && !methods.iter().any(|it| it == option.client.authentication_method()) {
        let offered = methods.join(", ");
        return Err(locale.login_provider_authentication(args::LoginProviderAuthentication { offered, provider }));
    }
    let Some(keys) = option.client.client_keys() else { return Ok(locale.login_provider_good(provider)) };
    let algorithms = &metadata.client_algorithms;
    if !algorithms.is_empty() && !algorithms.iter().any(|it| it == "ES256") {
        let offered = algorithms.join(", ");
        return Err(locale.login_provider_key_algorithm(args::LoginProviderKeyAlgorithm { offered, provider }));
    }
    let (id, public) = (keys.signs().id(), keys.all().count());
    let told = locale.login_provider_key(args::LoginProviderKey { id, path: JWKS_PATH, public });
    Ok(format!("{} {told}", locale.login_provider_good(provider)))
}

/// What the settings of one provider say that cannot be found out by asking it, or that keeps its people from what weighs.
pub fn remark(login: &LoginConfig, option: &LoginOption, locale: Locale) -> Option<String> {
    let provider = option.provider();
    let name = provider.name.as_str();
    if let (Some(always), Some(level)) = (&login.always, provider.always) {
        let (level, reason) = (level.code(), always.reason.as_str());
        return Some(locale.login_provider_always(args::LoginProviderAlways { level, provider: name, reason }));
    }
    let gives_roles = matches!(provider.kind, ProviderKind::University(_));
    (gives_roles && !provider.can_prove(AssuranceLevel::Multi)).then(|| locale.login_provider_one_factor(name))
}

/// The faculties that a provider's rules narrow roles to and that no unit of its institution states: whoever has such a role does nothing in it. A register
/// that does not answer is told of elsewhere.
pub async fn unknown_faculties(store: &Store, option: &LoginOption, locale: Locale) -> Vec<String> {
    let provider = option.provider();
    let ProviderKind::University(institution) = &provider.kind else { return Vec::new() };
    let named: BTreeSet<&Line> = provider
        .roles
        .iter()
        .filter_map(|rule| match rule.scope() {
            RoleScope::Faculties(own) => Some(own),
            RoleScope::Whole | RoleScope::Units(_) => None,
        })
        .flatten()
        .collect();
    if named.is_empty() {
        return Vec::new();
    }
    let Ok(known) = store.tenant(institution).faculties().await else { return Vec::new() };
    let name = provider.name.as_str();
    let tell = |faculty: &Line| {
        locale.login_provider_faculty(args::LoginProviderFaculty { faculty: faculty.as_str(), provider: name })
    };
    named.into_iter().filter(|faculty| !known.contains(*faculty)).map(tell).collect()
}

fn problem(error: &OidcError, provider: &str, locale: Locale) -> String {
    match error {
        OidcError::Issuer { found } => {
            let found: String = found.chars().filter(|it| !it.is_control()).collect();
            locale.login_provider_other(args::LoginProviderOther { found, provider })
        }
        OidcError::Lacks(member) => locale.login_provider_lacks(args::LoginProviderLacks { member: *member, provider }),
        other => locale.login_provider_away(args::LoginProviderAway { detail: other.to_string(), provider }),
    }
}
