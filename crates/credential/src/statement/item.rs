//! The items of a record: which, under what name, in what order.

use signet_record::AnnexItem;

/// How many items version 1 of the statement has.
pub const RECORD_ITEMS: usize = RecordItem::ALL.len();

macro_rules! items {
    ($($(#[doc = $doc:literal])+ $item:ident $name:literal $annex:ident,)+) => {
        /// One item of a record. Names and order are part of the format: they never change within a version of the statement.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordItem {
            $($(#[doc = $doc])+ $item,)+
        }

        impl RecordItem {
            /// All, in the order of the statement.
            pub const ALL: [RecordItem; [$(RecordItem::$item),+].len()] = [$(RecordItem::$item),+];

            /// Its name in disclosures.
            pub fn name(self) -> &'static str {
                match self {
                    $(RecordItem::$item => $name,)+
                }
            }

            /// The item of the supplement that it belongs to.
            pub fn annex(self) -> AnnexItem {
                match self {
                    $(RecordItem::$item => AnnexItem::$annex,)+
                }
            }
        }
    };
}

items! {
    /// Given, family and whole name with titles.
    HolderName "holder_name" Holder,
    /// Day of birth.
    BirthDate "birth_date" Holder,
    /// Place and country of birth.
    BirthPlace "birth_place" Holder,
    /// Title, by language.
    Title "title" Title,
    /// Description, by language.
    Description "description" Title,
    /// Country of the issuer, ISO 3166-1 alpha-3.
    IssuingCountry "issuing_country" Country,
    /// Name, legal identifier, country and home page of the awarding body.
    AwardingBody "awarding_body" AwardingBody,
    /// Its seat, register numbers and address.
    AwardingBodyContact "awarding_body_contact" AwardingBody,
    /// The faculty that led it.
    Faculty "faculty" AwardingBody,
    /// The instant of issue as it is written.
    Issued "issued" IssueDate,
    /// The day of the award.
    Awarded "awarded" IssueDate,
    /// What the holder knows and can do.
    Outcomes "outcomes" LearningOutcomes,
    /// ECTS credits, a decimal.
    Ects "ects" Workload,
    /// Hours.
    Hours "hours" Workload,
    /// Level of the EQF.
    Eqf "eqf" Level,
    /// Level of the national framework: code of the EU's list.
    Nqf "nqf" Level,
    /// Fields of education: codes of ISCED-F.
    Field "field" Level,
    /// What the assessment consists of.
    Assessment "assessment" AssessmentType,
    /// Form of participation.
    Participation "participation" Participation,
    /// Accreditations of the body and of the unit.
    Quality "quality" QualityAssurance,
    /// What had to be known before.
    Prerequisites "prerequisites" Prerequisites,
    /// Supervision and check of identity.
    Supervision "supervision" Supervision,
    /// The grade.
    Grade "grade" Grade,
    /// The scale of the grade.
    GradingScale "grading_scale" Grade,
    /// Who assessed.
    Assessor "assessor" Grade,
    /// What it can become part of.
    Stacking "stacking" Stacking,
    /// Its parts, with results of their own.
    Parts "parts" Stacking,
    /// What it entitles to.
    Entitlements "entitlements" Stacking,
    /// Anything else.
    FurtherInformation "further_information" FurtherInformation,
    /// Documents that are read where they are.
    Documents "documents" FurtherInformation,
    /// Languages of teaching: codes of the EU's list.
    Languages "languages" Languages,
    /// First and last day.
    Period "period" Period,
    /// What the holder did, one by one.
    Activities "activities" Period,
    /// The credential's identifier.
    Identifier "identifier" Identifier,
    /// Unit with its version, course code, kind and home page.
    Unit "unit" Identifier,
    /// Programme, and the order of its courses.
    Programme "programme" Identifier,
    /// Legal basis and version of the common framework.
    LegalBasis "legal_basis" Identifier,
    /// The credential that this one replaces.
    Replaces "replaces" Identifier,
    /// Who sealed.
    SealingBody "sealing_body" Seal,
    /// The mandate to seal for the awarding body.
    Mandate "mandate" Seal,
}

impl RecordItem {
    /// Its place in the statement, from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The item of that name.
    pub fn named(name: &str) -> Option<RecordItem> {
        RecordItem::ALL.into_iter().find(|item| item.name() == name)
    }
}
