//! `[accessibility]`: the statement on accessibility that the law asks the operator of the pages for (Act No. 99/2019 Coll., §§ 8 and 9).

use serde::Deserialize;

use super::seal::Since;

/// `[accessibility]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessibilityConfig {
    /// The body that makes the statement, in Czech.
    pub body_cs: String,
    /// The same in English.
    pub body_en: String,
    /// How far the pages conform.
    pub conformance: ConformanceSetting,
    /// The day on which the statement was prepared.
    pub prepared: Since,
    /// The day on which it was last reviewed.
    pub reviewed: Since,
    /// Who assessed the pages.
    pub method: MethodSetting,
    /// Postal address for reports of barriers.
    pub address: Option<String>,
    /// Days within which a report is answered.
    #[serde(default = "answer_days")]
    pub answer_days: u32,
    /// What is not accessible.
    #[serde(default)]
    pub exception: Vec<ExceptionConfig>,
}

const fn answer_days() -> u32 {
    30
}

/// How far the pages conform to EN 301 549.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConformanceSetting {
    /// Fully.
    Full,
    /// Partly: what does not is listed.
    Partial,
    /// Not.
    None,
}

/// Who assessed the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MethodSetting {
    /// The body itself.
    Own,
    /// Somebody else.
    ThirdParty,
}

/// `[[accessibility.exception]]`: something that is not accessible.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionConfig {
    /// What, in Czech.
    pub what_cs: String,
    /// The same in English.
    pub what_en: String,
    /// Clause of EN 301 549 or success criterion of WCAG.
    pub clause: Option<String>,
    /// Why.
    pub reason: ReasonSetting,
    /// What can be used instead, in Czech.
    pub instead_cs: Option<String>,
    /// The same in English.
    pub instead_en: Option<String>,
}

/// Why something is not accessible (Decision (EU) 2018/1523).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonSetting {
    /// It does not conform, and should.
    NonConformance,
    /// Making it accessible would be an undue burden (§ 7).
    UndueBurden,
    /// The law does not ask for it (§ 3).
    OutsideTheLaw,
}
