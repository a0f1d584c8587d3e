//! From `[accessibility]` to the statement on the page, and what it lacks.

use jiff::ToSpan;
use signet_lang::{Locale, when::day_in_prague};
use signet_record::Date;
use signet_web::{
    AccessibilityException, AccessibilityStatement, AssessedBy, Conformance, InaccessibleBecause, TwoTexts,
};

use crate::config::{
    AccessibilityConfig, ConformanceSetting, ExceptionConfig, MethodSetting, ReasonSetting, ServerConfig, Unfit,
};

/// The statement of the settings.
pub fn statement(config: &AccessibilityConfig) -> AccessibilityStatement {
    AccessibilityStatement {
        body: TwoTexts { cs: config.body_cs.clone(), en: config.body_en.clone() },
        conformance: match config.conformance {
            ConformanceSetting::Full => Conformance::Full,
            ConformanceSetting::Partial => Conformance::Partial,
            ConformanceSetting::None => Conformance::None,
        },
        prepared: day_in_prague(config.prepared.0),
        reviewed: day_in_prague(config.reviewed.0),
        assessment: match config.method {
            MethodSetting::Own => AssessedBy::Own,
            MethodSetting::ThirdParty => AssessedBy::ThirdParty,
        },
        address: config.address.clone(),
        answer_days: config.answer_days,
        exceptions: config.exception.iter().map(exception).collect(),
    }
}

fn exception(config: &ExceptionConfig) -> AccessibilityException {
    let instead = config.instead_cs.clone().zip(config.instead_en.clone());
    AccessibilityException {
        what: TwoTexts { cs: config.what_cs.clone(), en: config.what_en.clone() },
        clause: config.clause.clone(),
        because: match config.reason {
            ReasonSetting::NonConformance => InaccessibleBecause::NonConformance,
            ReasonSetting::UndueBurden => InaccessibleBecause::UndueBurden,
            ReasonSetting::OutsideTheLaw => InaccessibleBecause::OutsideTheLaw,
        },
        instead: instead.map(|(cs, en)| TwoTexts { cs, en }),
    }
}

/// What contradicts itself in the statement: each a setting that does not serve.
pub fn contradictions(config: &AccessibilityConfig, today: Date, locale: Locale) -> Vec<Unfit> {
    let mut unfit = Vec::new();
    let mut refuse = |key: &str, sentence: String| unfit.push(Unfit { key: key.to_owned(), sentence });
    let lacking = config.exception.iter().any(|one| one.reason != ReasonSetting::OutsideTheLaw);
    match config.conformance {
        ConformanceSetting::Full if lacking => refuse("conformance", locale.config_accessibility_full()),
        ConformanceSetting::Partial if !lacking => refuse("conformance", locale.config_accessibility_partial()),
        _ => {}
    }
    let (prepared, reviewed) = (day_in_prague(config.prepared.0), day_in_prague(config.reviewed.0));
    if reviewed < prepared || reviewed > today {
        refuse("reviewed", locale.config_accessibility_days());
    }
    for (key, text) in [("body_cs", &config.body_cs), ("body_en", &config.body_en)] {
        if text.trim().is_empty() {
            refuse(key, locale.config_accessibility_body());
        }
    }
    for (at, one) in config.exception.iter().enumerate() {
        if one.what_cs.trim().is_empty() || one.what_en.trim().is_empty() {
            refuse(&format!("exception[{}].what_cs", at + 1), locale.config_accessibility_exception());
        }
        if one.instead_cs.is_some() != one.instead_en.is_some() {
            refuse(&format!("exception[{}].instead_cs", at + 1), locale.config_accessibility_exception());
        }
    }
    unfit
}

/// What the law asks for and the settings do not have; nothing of it keeps the service from running.
pub fn shortcomings(
    config: Option<&AccessibilityConfig>,
    server: &ServerConfig,
    today: Date,
    locale: Locale,
) -> Vec<String> {
    let Some(config) = config else { return vec![locale.config_accessibility_missing()] };
    let mut told = Vec::new();
    if server.contact.is_none() {
        told.push(locale.config_accessibility_contact());
    }
    if config.address.is_none() {
        told.push(locale.config_accessibility_address());
    }
    let reviewed = day_in_prague(config.reviewed.0);
    if reviewed.checked_add(1.year()).is_ok_and(|due| due < today) {
        told.push(locale.config_accessibility_old(locale.date(reviewed)));
    }
    told
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::config::read_toml;

    const TODAY: Date = Date::constant(2026, 12, 1);

    fn config(conformance: &str, reviewed: &str, more: &str) -> AccessibilityConfig {
        let text = format!(
            "body_cs = \"Škola\"\nbody_en = \"School\"\nconformance = \"{conformance}\"\nprepared = 2025-06-01\n\
             reviewed = {reviewed}\nmethod = \"own\"\n{more}"
        );
        read_toml::<AccessibilityConfig>(text.as_bytes()).unwrap().0
    }

    fn keys(config: &AccessibilityConfig) -> Vec<String> {
        contradictions(config, TODAY, Locale::ENGLISH).into_iter().map(|one| one.key).collect()
    }

    const EXCEPTION: &str = "[[exception]]\nwhat_cs = \"Náhled\"\nwhat_en = \"Preview\"\nclause = \"9.1.4.5\"\nreason = \"non-conformance\"\n";

    #[test]
    fn a_statement_does_not_contradict_itself() {
        assert!(keys(&config("full", "2026-06-01", "")).is_empty());
        assert!(keys(&config("partial", "2026-06-01", EXCEPTION)).is_empty());
        assert_eq!(keys(&config("full", "2026-06-01", EXCEPTION)), ["conformance"]);
        assert_eq!(keys(&config("partial", "2026-06-01", "")), ["conformance"]);
        assert_eq!(keys(&config("full", "2025-05-31", "")), ["reviewed"]);
        assert_eq!(keys(&config("full", "2026-12-02", "")), ["reviewed"]);
        let half = format!("{EXCEPTION}instead_cs = \"Text\"\n");
        assert_eq!(keys(&config("partial", "2026-06-01", &half)), ["exception[1].instead_cs"]);
    }

    #[test]
    fn what_the_law_asks_for_and_is_not_there_is_told() {
        let server = ServerConfig::default();
        assert_eq!(shortcomings(None, &server, TODAY, Locale::ENGLISH).len(), 1);
        let told = |reviewed: &str| shortcomings(Some(&config("full", reviewed, "")), &server, TODAY, Locale::ENGLISH);
        assert_eq!(told("2026-06-01").len(), 2, "contact and address");
        assert_eq!(told("2025-11-30").len(), 3, "and a review that is older than a year");
        let whole = ServerConfig { contact: Some("a@b.example".into()), ..ServerConfig::default() };
        let config = config("full", "2026-06-01", "address = \"Lhota 1\"\n");
        assert!(shortcomings(Some(&config), &whole, TODAY, Locale::ENGLISH).is_empty());
    }
}
