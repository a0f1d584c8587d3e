//! The lists themselves: how each is named, and how its members are.

/// A controlled list of the European Learning Model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Scheme {
    Accreditation,
    Activity,
    AdministrativeUnit,
    Assessment,
    ClaimType,
    Country,
    Credential,
    Credit,
    Currency,
    Encoding,
    Entitlement,
    EntitlementStatus,
    Eqf,
    EscoOccupations,
    EscoSkills,
    EvidenceType,
    FileType,
    GradeStatus,
    IscedF,
    Language,
    LearningSchedule,
    LearningSetting,
    Mode,
    Opportunity,
    Qdr,
    Sex,
    SkillReuse,
    SkillType,
    Supervision,
    TargetGroup,
    Verification,
    VerificationStatus,
}

/// All lists under `data.europa.eu/snb` carry this tail in their scheme URI.
const SNB: &str = "http://data.europa.eu/snb/";
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
const ESCO: &str = "http://data.europa.eu/esco/";

/// What the EU's own tools put before a country's code when they take it from a certificate instead of from the list.
const GENERATED_COUNTRY: &str = "urn:epass:countryCode:";

impl Scheme {
    /// All, in alphabetical order of their names here.
    pub const ALL: [Scheme; 32] = [
        Scheme::Accreditation,
        Scheme::Activity,
        Scheme::AdministrativeUnit,
        Scheme::Assessment,
        Scheme::ClaimType,
        Scheme::Country,
        Scheme::Credential,
        Scheme::Credit,
        Scheme::Currency,
        Scheme::Encoding,
        Scheme::Entitlement,
        Scheme::EntitlementStatus,
        Scheme::Eqf,
        Scheme::EscoOccupations,
        Scheme::EscoSkills,
        Scheme::EvidenceType,
        Scheme::FileType,
        Scheme::GradeStatus,
        Scheme::IscedF,
        Scheme::Language,
        Scheme::LearningSchedule,
        Scheme::LearningSetting,
        Scheme::Mode,
        Scheme::Opportunity,
        Scheme::Qdr,
        Scheme::Sex,
        Scheme::SkillReuse,
        Scheme::SkillType,
        Scheme::Supervision,
        Scheme::TargetGroup,
        Scheme::Verification,
        Scheme::VerificationStatus,
    ];

    /// Folder of the list below its authority; it names both scheme and members.
    pub const fn folder(self) -> &'static str {
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
            Scheme::Entitlement => "entitlement",
            Scheme::EntitlementStatus => "entitlement-status",
            Scheme::Eqf => "eqf",
            Scheme::EscoOccupations => "occupation",
            Scheme::EscoSkills => "skill",
            Scheme::EvidenceType => "evidence-type",
            Scheme::FileType => "file-type",
            Scheme::GradeStatus => "grade-status",
            Scheme::IscedF => "isced-f",
            Scheme::Language => "language",
            Scheme::LearningSchedule => "learning-schedule",
            Scheme::LearningSetting => "learning-setting",
            Scheme::Mode => "learning-assessment",
            Scheme::Opportunity => "learning-opportunity",
            Scheme::Qdr => "qdr",
            Scheme::Sex => "human-sex",
            Scheme::SkillReuse => "skill-reuse-level",
            Scheme::SkillType => "skill-type",
            Scheme::Supervision => "supervision-verification",
            Scheme::TargetGroup => "target-group",
            Scheme::Verification => "verification",
            Scheme::VerificationStatus => "verification-status",
        }
    }

    const fn authority(self) -> &'static str {
        match self {
            Scheme::AdministrativeUnit
            | Scheme::Country
            | Scheme::Currency
            | Scheme::FileType
            | Scheme::Language
            | Scheme::Sex => AUTHORITY,
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

    /// The list that is named by its folder: `eqf`, `education-credit`.
    pub fn named(folder: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.folder() == folder)
    }

    /// The list that a member's URI belongs to, and the code in it.
    pub fn of_member(uri: &str) -> Option<(Scheme, &str)> {
        Scheme::ALL.into_iter().find_map(|scheme| Some((scheme, scheme.code(uri)?)))
    }

    /// URI of a member.
    pub fn member(self, code: &str) -> String {
        format!("{}{}/{code}", self.authority(), self.folder())
    }

    /// The code in a member's URI, or `None` when the URI is not one of this list's.
    pub fn code(self, uri: &str) -> Option<&str> {
        if let Some(code) = uri.strip_prefix(GENERATED_COUNTRY) {
            return (self == Scheme::Country).then(|| super::country_of_any_code(code)).flatten();
        }
        let rest = uri.strip_prefix(self.authority())?;
        rest.strip_prefix(self.folder())?.strip_prefix('/').filter(|code| !code.is_empty())
    }
}
