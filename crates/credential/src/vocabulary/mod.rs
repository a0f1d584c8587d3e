//! The EU's controlled lists as tables of code, Czech and English label.
//!
//! A list is a [`Scheme`]: the URI that stands in `inScheme`, the prefix its members' URIs share, and what we know of its members.
//! Lists that never change are closed (an unknown code is an error); the others grow, so an unknown code there is only a warning.

mod country;
mod further_language;
mod isced;
mod language;
mod lists;
mod nqf;
mod scheme;
mod search;

#[cfg(test)]
mod tests;

pub use scheme::Scheme;
pub use search::search;

use nqf::Level;

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
    /// The list grows, and our edition does not have the code; or it cannot be a code of the list by its form.
    Unknown,
    /// We keep no copy of this list, or a part of it only (ESCO, territorial units, currencies …).
    Unchecked,
}

/// How much of a list we keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// All of it; it never changes.
    Closed,
    /// All that it had when our edition was made; it grows.
    Growing,
    /// What is of use here.
    Partial,
    /// Nothing.
    NotKept,
}

/// A member of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The tail of its URI.
    pub code: &'static str,
    /// Its labels.
    pub label: Label,
    /// How it is written elsewhere: the alpha-2 code of a country, the tag of a language (BCP 47), the country of a national level.
    pub notation: Option<&'static str>,
    /// The European level of a national level, where it is known.
    pub eqf: Option<u8>,
}

impl Member {
    const fn of(code: &'static str, cs: &'static str, en: &'static str) -> Member {
        Member { code, label: Label { cs, en }, notation: None, eqf: None }
    }
}

impl From<&Entry> for Member {
    fn from(row: &Entry) -> Member {
        Member::of(row.0, row.1, row.2)
    }
}

impl From<&Country> for Member {
    fn from(row: &Country) -> Member {
        Member { notation: Some(row.1), ..Member::of(row.0, row.2, row.3) }
    }
}

impl From<&Level> for Member {
    fn from(row: &Level) -> Member {
        Member { notation: Some(row.3), eqf: (row.4 > 0).then_some(row.4), ..Member::of(row.0, row.1, row.2) }
    }
}

impl Scheme {
    /// A member by its code, when the list is one we keep and the code is on it.
    pub fn find(self, code: &str) -> Option<Member> {
        match self {
            Scheme::Country => find(country::COUNTRIES, code, |row| row.0).map(Member::from),
            Scheme::Qdr => find(nqf::LEVELS, code, |row| row.0).map(Member::from),
            Scheme::Language => {
                let named = find(language::LANGUAGES, code, |row| row.0).map(Member::from);
                let member = named.or_else(|| {
                    find(further_language::FURTHER, code, |row| row.0).map(|row| Member::of(row.0, row.1, row.1))
                })?;
                Some(Member { notation: tag_of_language(code), ..member })
            }
            _ => find(self.entries(), code, |row| row.0).map(Member::from),
        }
    }

    /// Label of a code, when the list is one we keep and the code is on it.
    pub fn label(self, code: &str) -> Option<Label> {
        self.find(code).map(|member| member.label)
    }

    /// Every member we keep, by code; of languages those with a Czech name first.
    pub fn members(self) -> Vec<Member> {
        match self {
            Scheme::Country => country::COUNTRIES.iter().map(Member::from).collect(),
            Scheme::Qdr => nqf::LEVELS.iter().map(Member::from).collect(),
            Scheme::Language => {
                let codes = language::LANGUAGES.iter().map(|row| row.0);
                let further = further_language::FURTHER.iter().map(|row| row.0);
                codes.chain(further).filter_map(|code| self.find(code)).collect()
            }
            _ => self.entries().iter().map(Member::from).collect(),
        }
    }

    /// How much of the list we keep.
    pub fn edition(self) -> Edition {
        match self {
            Scheme::Eqf
            | Scheme::Credential
            | Scheme::LearningSetting
            | Scheme::SkillType
            | Scheme::SkillReuse
            | Scheme::EntitlementStatus
            | Scheme::IscedF => Edition::Closed,
            Scheme::AdministrativeUnit
            | Scheme::FileType
            | Scheme::Sex
            | Scheme::Verification
            | Scheme::VerificationStatus => Edition::Partial,
            Scheme::ClaimType
            | Scheme::Currency
            | Scheme::EscoOccupations
            | Scheme::EscoSkills
            | Scheme::GradeStatus => Edition::NotKept,
            _ => Edition::Growing,
        }
    }

    /// Whether a code belongs to the list. ESCO is not kept, but its codes have a form.
    pub fn membership(self, code: &str) -> Membership {
        match self.edition() {
            Edition::NotKept if matches!(self, Scheme::EscoSkills | Scheme::EscoOccupations) && !is_esco(code) => {
                Membership::Unknown
            }
            Edition::NotKept => Membership::Unchecked,
            _ if self.find(code).is_some() => Membership::Known,
            Edition::Closed => Membership::Impossible,
            Edition::Growing => Membership::Unknown,
            Edition::Partial => Membership::Unchecked,
        }
    }

    const fn entries(self) -> &'static [Entry] {
        match self {
            Scheme::Accreditation => lists::ACCREDITATION,
            Scheme::Activity => lists::ACTIVITY,
            Scheme::AdministrativeUnit => lists::ADMINISTRATIVE_UNIT,
            Scheme::Assessment => lists::ASSESSMENT,
            Scheme::Credential => lists::CREDENTIAL,
            Scheme::Credit => lists::CREDIT,
            Scheme::Encoding => lists::ENCODING,
            Scheme::Entitlement => lists::ENTITLEMENT,
            Scheme::EntitlementStatus => lists::ENTITLEMENT_STATUS,
            Scheme::Eqf => lists::EQF,
            Scheme::EvidenceType => lists::EVIDENCE,
            Scheme::FileType => lists::FILE_TYPE,
            Scheme::IscedF => isced::FIELDS,
            Scheme::LearningSchedule => lists::LEARNING_SCHEDULE,
            Scheme::LearningSetting => lists::LEARNING_SETTING,
            Scheme::Mode => lists::MODE,
            Scheme::Opportunity => lists::OPPORTUNITY,
            Scheme::Sex => lists::SEX,
            Scheme::SkillReuse => lists::SKILL_REUSE,
            Scheme::SkillType => lists::SKILL_TYPE,
            Scheme::Supervision => lists::SUPERVISION,
            Scheme::TargetGroup => lists::TARGET_GROUP,
            Scheme::Verification => lists::VERIFICATION,
            Scheme::VerificationStatus => lists::VERIFICATION_STATUS,
            _ => &[],
        }
    }
}

/// The form of ESCO's codes: a UUID, or the place in the hierarchy of groups (`S4.8.1`).
fn is_esco(code: &str) -> bool {
    let hexadecimal = |part: &str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let mut parts = code.split('-');
    let lengths = [8, 4, 4, 4, 12];
    let uuid = lengths.iter().all(|length| parts.next().is_some_and(|part| part.len() == *length && hexadecimal(part)))
        && parts.next().is_none();
    let group = code.strip_prefix(['S', 'K', 'L', 'T']);
    uuid || group.is_some_and(|place| place.len() <= 20 && place.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.')))
}

/// The tag (BCP 47) of a language of the EU list, when it is one of two letters.
pub fn tag_of_language(code: &str) -> Option<&'static str> {
    find(language::TAGS, code, |row| row.0).map(|row| row.1)
}

/// The European level to which a level of a national framework was referenced, where that is known.
pub fn eqf_of_national_level(code: &str) -> Option<u8> {
    Scheme::Qdr.find(code)?.eqf
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

/// Alpha-3 code of the EU list for what may be that code already, or the alpha-2 code of a certificate.
fn country_of_any_code(code: &str) -> Option<&'static str> {
    let listed = find(country::COUNTRIES, code, |row| row.0).map(|row| row.0);
    listed.or_else(|| country_of_certificate(code))
}

/// Alpha-2 code, as certificates write it, for an alpha-3 code of the EU list (`CZE` → `CZ`).
pub fn alpha2_of_country(alpha3: &str) -> Option<&'static str> {
    find(country::COUNTRIES, alpha3, |row| row.0).map(|row| row.1)
}

fn find<T>(rows: &'static [T], code: &str, key: fn(&T) -> &'static str) -> Option<&'static T> {
    let at = rows.binary_search_by(|row| key(row).cmp(code)).ok()?;
    rows.get(at)
}
