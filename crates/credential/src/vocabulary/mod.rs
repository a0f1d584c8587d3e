//! The EU's controlled lists as tables of code, Czech and English label.
//!
//! A list is a [`Scheme`]: the URI that stands in `inScheme`, the prefix its members' URIs share, and what we know of its members.
//! Lists that never change are closed (an unknown code is an error); the others grow, so an unknown code there is only a warning.

mod country;
mod isced;
mod language;
mod lists;
mod nqf;

/// One member of a list: code (the tail of its URI), Czech label, English label.
#[derive(Debug)]
struct Entry(&'static str, &'static str, &'static str);

/// One country: alpha-3, alpha-2, Czech name, English name.
#[derive(Debug)]
struct Country(&'static str, &'static str, &'static str, &'static str);

/// A label in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Czech.
    pub cs: &'static str,
    /// English.
    pub en: &'static str,
}

impl Label {
    /// The label in one language.
    pub fn text(self, language: signet_record::Language) -> &'static str {
        match language {
            signet_record::Language::Cs => self.cs,
            signet_record::Language::En => self.en,
        }
    }
}

/// What we can say about a code under a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// The code is on the list.
    Known,
    /// The list is closed and the code is not on it.
    Impossible,
    /// The list grows; our edition does not have the code.
    Unknown,
    /// We keep no copy of this list (ESCO, territorial units, currencies …).
    Unchecked,
}

/// A controlled list of the European Learning Model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Scheme {
    Accreditation,
    Activity,
    Assessment,
    AdministrativeUnit,
    ClaimType,
    Country,
    Credential,
    Credit,
    Currency,
    Encoding,
    EntitlementStatus,
    Eqf,
    EscoOccupations,
    EscoSkills,
    EvidenceType,
    FileType,
    IscedF,
    Language,
    LearningSetting,
    Mode,
    Opportunity,
    Qdr,
    SkillReuse,
    SkillType,
    Supervision,
    Verification,
    VerificationStatus,
}

/// All lists under `data.europa.eu/snb` carry this tail in their scheme URI.
const SNB: &str = "http://data.europa.eu/snb/";
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
const ESCO: &str = "http://data.europa.eu/esco/";

impl Scheme {
    /// Folder of the list below its authority; it names both scheme and members.
    const fn folder(self) -> &'static str {
        match self {
            Scheme::Accreditation => "accreditation",
            Scheme::Activity => "learning-activity",
            Scheme::Assessment => "assessment",
            Scheme::AdministrativeUnit => "atu",
            Scheme::ClaimType => "claim-type",
            Scheme::Country => "country",
            Scheme::Credential => "credential",
            Scheme::Credit => "education-credit",
            Scheme::Currency => "currency",
            Scheme::Encoding => "encoding",
            Scheme::EntitlementStatus => "entitlement-status",
            Scheme::Eqf => "eqf",
            Scheme::EscoOccupations => "occupation",
            Scheme::EscoSkills => "skill",
            Scheme::EvidenceType => "evidence-type",
            Scheme::FileType => "file-type",
            Scheme::IscedF => "isced-f",
            Scheme::Language => "language",
            Scheme::LearningSetting => "learning-setting",
            Scheme::Mode => "learning-assessment",
            Scheme::Opportunity => "learning-opportunity",
            Scheme::Qdr => "qdr",
            Scheme::SkillReuse => "skill-reuse-level",
            Scheme::SkillType => "skill-type",
            Scheme::Supervision => "supervision-verification",
            Scheme::Verification => "verification",
            Scheme::VerificationStatus => "verification-status",
        }
    }

    const fn authority(self) -> &'static str {
        match self {
            Scheme::AdministrativeUnit | Scheme::Country | Scheme::Currency | Scheme::FileType | Scheme::Language => {
                AUTHORITY
            }
            Scheme::EscoOccupations | Scheme::EscoSkills => ESCO,
            _ => SNB,
        }
    }

    /// URI of the scheme, as it stands in `inScheme`.
    pub fn uri(self) -> String {
        let (authority, folder) = (self.authority(), self.folder());
        match authority {
            AUTHORITY => format!("{authority}{folder}"),
            ESCO => format!("{authority}concept-scheme/{folder}s"),
            _ => format!("{authority}{folder}/25831c2"),
        }
    }

    /// Does `uri` name this scheme? Same as comparing with [`Scheme::uri`], without building it.
    pub fn is_uri(self, uri: &str) -> bool {
        let (authority, folder) = (self.authority(), self.folder());
        let Some(rest) = uri.strip_prefix(authority) else {
            return false;
        };
        match authority {
            AUTHORITY => rest == folder,
            ESCO => rest.strip_prefix("concept-scheme/").and_then(|list| list.strip_suffix('s')) == Some(folder),
            _ => rest.strip_prefix(folder) == Some("/25831c2"),
        }
    }

    /// URI of a member.
    pub fn member(self, code: &str) -> String {
        format!("{}{}/{code}", self.authority(), self.folder())
    }

    /// The code in a member's URI, or `None` when the URI is not one of this list's.
    pub fn code(self, uri: &str) -> Option<&str> {
        let rest = uri.strip_prefix(self.authority())?;
        rest.strip_prefix(self.folder())?.strip_prefix('/').filter(|code| !code.is_empty())
    }

    /// Label of a code, when the list is one we know and the code is on it.
    pub fn label(self, code: &str) -> Option<Label> {
        if self == Scheme::Country {
            return find(country::COUNTRIES, code, |row| row.0).map(|row| Label { cs: row.2, en: row.3 });
        }
        find(self.entries(), code, |row| row.0).map(|row| Label { cs: row.1, en: row.2 })
    }

    /// Whether a code belongs to the list.
    pub fn membership(self, code: &str) -> Membership {
        if self.label(code).is_some() || self.further().binary_search(&code).is_ok() {
            return Membership::Known;
        }
        match self {
            Scheme::Eqf
            | Scheme::Credential
            | Scheme::LearningSetting
            | Scheme::SkillType
            | Scheme::SkillReuse
            | Scheme::EntitlementStatus
            | Scheme::IscedF => Membership::Impossible,
            Scheme::AdministrativeUnit
            | Scheme::ClaimType
            | Scheme::Currency
            | Scheme::EscoOccupations
            | Scheme::EscoSkills
            | Scheme::FileType
            | Scheme::Verification
            | Scheme::VerificationStatus => Membership::Unchecked,
            _ => Membership::Unknown,
        }
    }

    const fn entries(self) -> &'static [Entry] {
        match self {
            Scheme::Accreditation => lists::ACCREDITATION,
            Scheme::Activity => lists::ACTIVITY,
            Scheme::Assessment => lists::ASSESSMENT,
            Scheme::Credential => lists::CREDENTIAL,
            Scheme::Credit => lists::CREDIT,
            Scheme::Encoding => lists::ENCODING,
            Scheme::EntitlementStatus => lists::ENTITLEMENT_STATUS,
            Scheme::Eqf => lists::EQF,
            Scheme::EvidenceType => lists::EVIDENCE,
            Scheme::FileType => lists::FILE_TYPE,
            Scheme::IscedF => isced::FIELDS,
            Scheme::Language => language::LANGUAGES,
            Scheme::LearningSetting => lists::LEARNING_SETTING,
            Scheme::Mode => lists::MODE,
            Scheme::Opportunity => lists::OPPORTUNITY,
            Scheme::Qdr => nqf::CZECH,
            Scheme::SkillReuse => lists::SKILL_REUSE,
            Scheme::SkillType => lists::SKILL_TYPE,
            Scheme::Supervision => lists::SUPERVISION,
            _ => &[],
        }
    }

    const fn further(self) -> &'static [&'static str] {
        match self {
            Scheme::Language => language::FURTHER,
            Scheme::Qdr => nqf::FURTHER,
            _ => &[],
        }
    }
}

/// Alpha-3 code of the EU list for the alpha-2 code of a certificate (`CZ` → `CZE`; `EL` and `UK` as the EU writes them too).
pub fn country_of_certificate(alpha2: &str) -> Option<&'static str> {
    let wanted = match alpha2 {
        "EL" => "GR",
        "UK" => "GB",
        other => other,
    };
    country::COUNTRIES.iter().find(|row| row.1.eq_ignore_ascii_case(wanted)).map(|row| row.0)
}

fn find<T>(rows: &'static [T], code: &str, key: fn(&T) -> &'static str) -> Option<&'static T> {
    let at = rows.binary_search_by(|row| key(row).cmp(code)).ok()?;
    rows.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_so_that_binary_search_finds() {
        let schemes = [
            Scheme::Accreditation,
            Scheme::Activity,
            Scheme::Assessment,
            Scheme::Credential,
            Scheme::Credit,
            Scheme::Encoding,
            Scheme::EntitlementStatus,
            Scheme::Eqf,
            Scheme::EvidenceType,
            Scheme::FileType,
            Scheme::IscedF,
            Scheme::Language,
            Scheme::LearningSetting,
            Scheme::Mode,
            Scheme::Opportunity,
            Scheme::Qdr,
            Scheme::SkillReuse,
            Scheme::SkillType,
            Scheme::Supervision,
        ];
        for scheme in schemes {
            assert!(scheme.entries().is_sorted_by(|a, b| a.0 < b.0), "{scheme:?}");
            assert!(scheme.further().is_sorted_by(|a, b| a < b), "{scheme:?}");
            for row in scheme.entries() {
                assert!(!row.1.is_empty() && !row.2.is_empty(), "{scheme:?} {}", row.0);
            }
        }
        assert!(country::COUNTRIES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn uris_are_those_of_the_lists() {
        assert_eq!(Scheme::Eqf.uri(), "http://data.europa.eu/snb/eqf/25831c2");
        assert_eq!(Scheme::EscoSkills.uri(), "http://data.europa.eu/esco/concept-scheme/skills");
        assert_eq!(Scheme::Country.member("CZE"), "http://publications.europa.eu/resource/authority/country/CZE");
        for scheme in [Scheme::Eqf, Scheme::EscoSkills, Scheme::Country] {
            assert!(scheme.is_uri(&scheme.uri()));
            assert_eq!(scheme.code(&scheme.member("x")), Some("x"));
        }
        assert!(!Scheme::Eqf.is_uri("http://data.europa.eu/snb/eqf"));
        assert_eq!(Scheme::Eqf.code("http://data.europa.eu/snb/eqf/"), None);
    }

    #[test]
    fn closed_lists_refuse_and_growing_lists_only_doubt() {
        assert_eq!(Scheme::Eqf.membership("6"), Membership::Known);
        assert_eq!(Scheme::Eqf.membership("99"), Membership::Impossible);
        assert_eq!(Scheme::Qdr.membership("c_c392e7a2"), Membership::Known);
        assert_eq!(Scheme::Qdr.membership("c_00000000"), Membership::Unknown);
        assert_eq!(Scheme::EscoSkills.membership("anything"), Membership::Unchecked);
    }

    #[test]
    fn certificates_name_countries_in_two_letters() {
        assert_eq!(country_of_certificate("CZ"), Some("CZE"));
        assert_eq!(country_of_certificate("EL"), Some("GRC"));
        assert_eq!(country_of_certificate("??"), None);
    }
}
