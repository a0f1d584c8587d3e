//! From `[[login]]` to a login provider: names checked, the secret fetched. Nothing is asked of the provider yet.

use std::{fs, io::ErrorKind, path::Path};

use signet_access::{
    AssuranceLevel, HomeRule, LoginProvider, PersonRule, ProviderKind, ProviderName, Role, RoleRule, RoleScope,
    SCOPE_MAX,
};
use signet_lang::{Locale, args};
use signet_outbound::{
    ClientAuthentication, ClientKeys, HttpClient, OidcClient, OidcSettings, http_client::leaves_only_under_tls,
};
use signet_record::{Line, UnitId};
use signet_seal::{JwsKey, SignatureScheme};
use signet_web::LoginOption;
use url::Url;

use crate::{
    config::{AssuranceSetting, ClientAuthenticationSetting, LoginConfig, RoleRuleConfig, Unfit},
    file, key_problem,
    seal_signer::SealReader,
};

/// Reads one `[[login]]`, and gathers what is wrong with it.
pub fn option(
    login: &LoginConfig,
    base_url: &Url,
    http_client: &HttpClient,
    unfit: &mut Vec<Unfit>,
    locale: Locale,
) -> Option<LoginOption> {
    let before = unfit.len();
    let mut refuse = |key: String, sentence: String| unfit.push(Unfit { key, sentence });
    let name = login.name.parse::<ProviderName>().ok();
    if name.is_none() {
        refuse("name".into(), locale.login_provider_name());
    }
    let redirect_uri = name.as_ref().and_then(|name| redirect_uri(base_url, name));
    let serves = |issuer: Url| leaves_only_under_tls(&issuer) && issuer.query().is_none();
    if !login.issuer.parse::<Url>().is_ok_and(serves) {
        refuse("issuer".into(), locale.login_provider_issuer());
    }
    let mut algorithms = Vec::new();
    for (index, algorithm) in login.algorithms.iter().enumerate() {
        match SignatureScheme::from_jose(algorithm) {
            Some(scheme) => algorithms.push(scheme),
            None => refuse(format!("algorithms[{}]", index + 1), locale.login_provider_algorithm(algorithm.as_str())),
        }
    }
    let roles = roles(login, &mut refuse, locale);
    let level = assurance(login.level);
    let levels: Vec<_> = login.acr.iter().map(|acr| (acr.value.clone(), assurance(acr.level))).collect();
    let always = login.always.as_ref().map(|always| assurance(always.level));
    if login.always.as_ref().is_some_and(|always| always.reason.trim().is_empty()) {
        refuse("always.reason".into(), locale.login_provider_always_reason());
    }
    if level > AssuranceLevel::Single && levels.iter().map(|(_, found)| *found).chain(always).all(|it| it < level) {
        refuse("level".into(), locale.login_provider_level(level.code()));
    }
    let authentication = authentication(login, unfit, locale);
    let provider = LoginProvider {
        name: name?,
        kind: login.institution.clone().map_or(ProviderKind::National, ProviderKind::University),
        issuer: login.issuer.clone(),
        client_id: login.client_id.clone(),
        levels,
        always,
        least: level,
        roles,
        person: login.person.clone().map(|rule| PersonRule { claim: rule.claim, cut: rule.cut }),
        home: login.home.clone().map(|rule| HomeRule { claim: rule.claim, any: rule.any }),
    };
    let (scopes, redirect_uri) = (login.scopes.clone(), redirect_uri?);
    let settings = OidcSettings { provider, authentication: authentication?, scopes, algorithms, redirect_uri };
    let client = OidcClient::new(http_client.clone(), settings);
    let (name_cs, name_en) = (login.label_cs.clone(), login.label_en.clone());
    (unfit.len() == before).then_some(LoginOption { client, name_cs, name_en })
}

/// The roles that claims give; what is wrong with a rule is refused under its key.
fn roles(login: &LoginConfig, refuse: &mut impl FnMut(String, String), locale: Locale) -> Vec<RoleRule> {
    let mut roles = Vec::new();
    for (index, rule) in login.role.iter().enumerate() {
        match role(rule, locale) {
            Ok(given) => roles.push(given),
            Err((key, sentence)) => refuse(format!("role[{}].{key}", index + 1), sentence),
        }
    }
    roles
}

/// One rule, or the key that is wrong and why.
fn role(rule: &RoleRuleConfig, locale: Locale) -> Result<RoleRule, (&'static str, String)> {
    let role = Role::from_code(&rule.role).and_then(|role| RoleRule::new(&rule.claim, &rule.equals, role).ok());
    let given = role.ok_or_else(|| {
        let roles = rule_roles().join(", ");
        ("role", locale.login_provider_role(args::LoginProviderRole { role: rule.role.as_str(), roles }))
    })?;
    let Ok(narrowed) = given.narrowed(scope(rule, locale)?) else {
        let told = args::LoginProviderRoleScope { role: rule.role.as_str(), most: SCOPE_MAX };
        return Err(("role", locale.login_provider_role_scope(told)));
    };
    Ok(narrowed)
}

/// How we prove to the provider who we are: by a secret or by keys, never by both.
fn authentication(login: &LoginConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<ClientAuthentication> {
    let mut refuse = |key: &str, sentence: String| unfit.push(Unfit { key: key.to_owned(), sentence });
    match (login.client_authentication, &login.client_secret, &login.client_key) {
        (ClientAuthenticationSetting::PrivateKeyJwt, None, Some(path)) => {
            client_keys(path, unfit, locale).map(ClientAuthentication::PrivateKeyJwt)
        }
        (ClientAuthenticationSetting::PrivateKeyJwt, ..) => {
            refuse("client_authentication", locale.login_provider_needs_key());
            None
        }
        (how, Some(source), None) => {
            let secret = SealReader { locale, unfit }.secret("client_secret", source)?;
            Some(match how {
                ClientAuthenticationSetting::Post => ClientAuthentication::Post(secret),
                _ => ClientAuthentication::Basic(secret),
            })
        }
        (_, secret, _) => {
            let key = if secret.is_some() { "client_key" } else { "client_secret" };
            refuse(key, locale.login_provider_needs_secret());
            None
        }
    }
}

/// The keys of a file: one signs, and all are public.
pub fn client_keys(path: &Path, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<ClientKeys> {
    let mut refuse = |sentence: String| {
        unfit.push(Unfit { key: "client_key".into(), sentence });
        None
    };
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let told = file::not_read(path, &error, locale);
            let advice = locale.login_provider_make_key(path.display().to_string());
            return refuse(if error.kind() == ErrorKind::NotFound { format!("{told} {advice}") } else { told });
        }
    };
    let keys = match JwsKey::all_from_pem(&bytes) {
        Ok(keys) => keys,
        Err(error) => return refuse(key_problem::of_key(path, &error, locale)),
    };
    match ClientKeys::new(keys) {
        Some(keys) => Some(keys),
        None => refuse(locale.login_provider_keys_most(ClientKeys::MOST)),
    }
}

/// The address that a provider sends browsers back to.
fn redirect_uri(base_url: &Url, name: &ProviderName) -> Option<Url> {
    let mut url = base_url.clone();
    url.path_segments_mut().ok()?.pop_if_empty().extend(["login", "return", name.as_str()]);
    Some(url)
}

/// How far the role of a rule reaches; else the key of what is wrong, and what is.
fn scope(rule: &RoleRuleConfig, locale: Locale) -> Result<RoleScope, (&'static str, String)> {
    match (&rule.faculty, rule.units.as_slice()) {
        (None, []) => Ok(RoleScope::Whole),
        (Some(_), [_, ..]) => Err(("units", locale.login_provider_role_both())),
        (Some(faculty), []) => {
            let name = Line::new(faculty).map_err(|flaw| ("faculty", locale.flaw(&flaw)))?;
            Ok(RoleScope::Faculties([name].into()))
        }
        (None, units) => {
            let units = units.iter().map(|unit| UnitId::new(unit)).collect::<Result<_, _>>();
            units.map(RoleScope::Units).map_err(|flaw| ("units", locale.flaw(&flaw)))
        }
    }
}

/// The roles that a rule can give.
fn rule_roles() -> Vec<&'static str> {
    Role::ALL.into_iter().filter(|role| RoleRule::new("", "", *role).is_ok()).map(Role::code).collect()
}

fn assurance(setting: AssuranceSetting) -> AssuranceLevel {
    match setting {
        AssuranceSetting::Single => AssuranceLevel::Single,
        AssuranceSetting::Multi => AssuranceLevel::Multi,
        AssuranceSetting::PhishingResistant => AssuranceLevel::PhishingResistant,
    }
}
