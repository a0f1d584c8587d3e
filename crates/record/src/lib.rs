//! What happened at the university, as values that cannot be wrong.
//!
//! A [`Unit`] of learning has [`Run`]s; a [`Holder`] reaches an [`AssessmentResult`] in one of them; the
//! [`Institution`] awards: an [`Award`] is all of it together, and everything a credential will
//! say. Each constructor refuses what is wrong with a [`Flaw`] that names the field and the item of
//! Annex I. Nothing half-valid exists, and reading a value back from JSON checks it again.

pub mod activity;
pub mod annex;
pub mod assessment;
pub mod award;
pub mod bilingual;
mod checked;
mod code;
pub mod complaint;
pub mod contact;
pub mod country;
mod csv_table;
pub mod day;
pub mod embedded;
mod encoding;
pub mod entitlement;
pub mod flaw;
pub mod holder;
pub mod id;
pub mod image;
pub mod institution;
pub mod institution_file;
mod institution_rules;
pub mod language;
pub mod learning_outcome;
pub mod level;
pub mod national_id;
pub mod problem;
pub mod quality;
pub mod registration;
pub mod results;
pub mod run;
pub mod specimen;
pub mod stack;
pub mod supplementary;
pub mod syntax;
pub mod teaching;
pub mod text;
mod toml_table;
pub mod unit;
pub mod unit_file;
mod workbook_fault;
pub mod workload;

pub use activity::{Activity, ActivityKind, Period, Place};
pub use annex::AnnexItem;
pub use assessment::{Assessment, AssessmentKind, Grade, GradeStep, GradingScheme, Supervision};
pub use award::{AssessmentResult, Award, AwardFields, PartResult, ReadAwardError};
pub use bilingual::Bilingual;
pub use code::nearest;
pub use complaint::Complaint;
pub use contact::{Address, Colour, Email, Homepage};
pub use country::Country;
pub use csv_table::CsvTable;
pub use embedded::{EmbeddedFile, FileKind};
pub use encoding::Charset;
pub use entitlement::{Entitlement, EntitlementKind, EntitlementStatus, EscoOccupation, OccupationUri};
pub use flaw::{Flaw, Flaws};
pub use holder::{Holder, HolderFields};
pub use id::{AwardKey, CredentialId, InstitutionId, PersonId, RunId, UnitId};
pub use image::{Image, MediaType};
pub use institution::{Faculty, Institution, InstitutionFields, Mandate, SealedStatement, SealingIssuer};
pub use institution_rules::InstitutionRules;
pub use jiff::{Timestamp, civil::Date};
pub use language::Language;
pub use learning_outcome::{EscoSkill, EscoUri, LearningOutcome, OutcomeKind};
pub use level::{EqfLevel, IscedCode, IscedField, Nqf, NqfCode};
pub use problem::{Encoding, FileProblem, PictureProblem, Problem, ValueKind};
pub use quality::{CredentialType, Jurisdiction, JurisdictionCode, QualityAssurance, QualityKind};
pub use registration::{CompanyNumber, LegalIdentifier};
pub use run::{Run, RunFields};
pub use stack::{Body, Component};
pub use supplementary::SupplementaryDocument;
pub use syntax::SyntaxFault;
pub use teaching::{Mode, TeachingLanguage};
pub use text::Line;
pub use unit::{CoursePart, Sequence, Stacking, Unit, UnitFields, UnitKind};
pub use workbook_fault::WorkbookFault;
pub use workload::{Ects, Hours};
