//! The short lists. Czech labels are ours where the EU list has English only.

use super::Entry;

/// Credential profiles.
#[rustfmt::skip]
pub(super) static CREDENTIAL: &[Entry] = &[
    Entry("48b514e72a", "Vzdělávací činnost", "Learning Activity"),
    Entry("6cf8e68c43", "Udělení kvalifikace", "Qualification Award"),
    Entry("6dff8a0f87", "Dodatek k diplomu", "Diploma Supplement"),
    Entry("bdc47cb449", "Oprávnění", "Learning Entitlement"),
    Entry("c_7e400154", "Převedený", "Converted"),
    Entry("c_9a31f32a", "Vydaný na základě pověření", "Issued by mandate"),
    Entry("c_ae121a00", "Akreditovaný", "Accredited"),
    Entry("e34929035b", "Obecný", "Generic"),
];

/// Types of accreditation and quality assurance.
#[rustfmt::skip]
pub(super) static ACCREDITATION: &[Entry] = &[
    Entry("003293d2ce", "Institucionální oprávnění", "Institutional License"),
    Entry("820101cba6", "Zajištění kvality programu", "Program Quality Assurance"),
    Entry("bb4618238e", "Institucionální zajištění kvality", "Institutional Quality Assurance"),
    Entry("e57dddfcf3", "Oprávnění k programu", "Program License"),
];

/// Types of learning activity.
#[rustfmt::skip]
pub(super) static ACTIVITY: &[Entry] = &[
    Entry("3c8bd58d62", "laboratorní, simulační nebo praktická výuka", "lab / simulation / practice coursework"),
    Entry("4357e0e681", "pracovní zkušenost", "job experience"),
    Entry("59eaf34fab", "dobrovolnictví", "volunteering"),
    Entry("a7e556215a", "výzkum", "research"),
    Entry("b660f5dcea", "samostatné studium", "self-motivated study"),
    Entry("bf2e3a7bae", "distanční výuka", "e-learning coursework"),
    Entry("bf5588ff84", "stáž", "internship"),
    Entry("d46a826a39", "učňovská příprava", "apprenticeship"),
    Entry("efff75e10a", "workshop, seminář nebo konference", "workshop, seminar or conference"),
    Entry("fd33e234ae", "vzdělávací program", "educational programme"),
    Entry("ff436ea7c9", "výuka ve třídě", "classroom coursework"),
];

/// Types of assessment.
#[rustfmt::skip]
pub(super) static ASSESSMENT: &[Entry] = &[
    Entry("19a2e5e671", "vzájemné hodnocení", "peer assessment"),
    Entry("2939dae15f", "hodnocený úkol", "marked assignment"),
    Entry("3484bd7e51", "průběžné hodnocení", "continuous evaluation"),
    Entry("4f03b91c0e", "portfolio", "portfolio"),
    Entry("56539a6507", "skupinový výkon", "group performance"),
    Entry("6a4db9f11d", "praktická zkouška", "practical assessment"),
    Entry("6e6cb2cc78", "písemná zkouška", "written examination"),
    Entry("7331eb4762", "účast", "level of attendance"),
    Entry("795dac4096", "projekt", "project work"),
    Entry("812e3b0ae1", "odborné posouzení", "peer review"),
    Entry("b1b68f6735", "test", "quiz"),
    Entry("c4256a2726", "problémová úloha", "problem based learning"),
    Entry("d30284d7df", "ústní zkouška", "oral examination"),
    Entry("de4d165a6c", "posouzení výtvoru", "artefact assessment"),
];

/// Credit systems.
#[rustfmt::skip]
pub(super) static CREDIT: &[Entry] = &[
    Entry("60b314e826", "Evropský systém kreditů pro odborné vzdělávání a přípravu", "European credit system for vocational education and training"),
    Entry("6fcec5c5af", "Evropský systém přenosu a akumulace kreditů", "European Credit Transfer System"),
];

/// Encodings of embedded files.
#[rustfmt::skip]
pub(super) static ENCODING: &[Entry] = &[
    Entry("6146cde7dd", "base64", "base64"),
];

/// Status of an entitlement.
#[rustfmt::skip]
pub(super) static ENTITLEMENT_STATUS: &[Entry] = &[
    Entry("5b8d6b34fb", "budoucí", "prospective"),
    Entry("b7015a8a8c", "skutečné", "actual"),
];

/// Levels of the European Qualifications Framework.
#[rustfmt::skip]
pub(super) static EQF: &[Entry] = &[
    Entry("1", "Úroveň 1", "Level 1"),
    Entry("2", "Úroveň 2", "Level 2"),
    Entry("3", "Úroveň 3", "Level 3"),
    Entry("4", "Úroveň 4", "Level 4"),
    Entry("5", "Úroveň 5", "Level 5"),
    Entry("6", "Úroveň 6", "Level 6"),
    Entry("7", "Úroveň 7", "Level 7"),
    Entry("8", "Úroveň 8", "Level 8"),
];

/// Types of evidence.
#[rustfmt::skip]
pub(super) static EVIDENCE: &[Entry] = &[
    Entry("c_18016257", "Pověření", "Mandate"),
    Entry("c_991b06c6", "Akreditace", "Accreditation"),
    Entry("c_c4f849d7", "Převod", "Conversion"),
];

/// The file types that we write or show.
#[rustfmt::skip]
pub(super) static FILE_TYPE: &[Entry] = &[
    Entry("JPEG", "JPEG", "JPEG"),
    Entry("PDF", "PDF", "PDF"),
    Entry("PNG", "PNG", "PNG"),
];

/// Formal or not.
#[rustfmt::skip]
pub(super) static LEARNING_SETTING: &[Entry] = &[
    Entry("6fd4685715", "formální vzdělávání", "formal learning"),
    Entry("e207a81fc7", "neformální vzdělávání", "non-formal learning"),
];

/// Modes of learning and of assessment.
#[rustfmt::skip]
pub(super) static MODE: &[Entry] = &[
    Entry("729f3bed4b", "Na pracovišti", "Workbased"),
    Entry("7813801c77", "Projektová", "Project based"),
    Entry("9191af2ed9", "Prezenční", "Presential"),
    Entry("920fbb3cbe", "Distanční (online)", "Online"),
    Entry("e92d221e4d", "Kombinovaná", "Blended"),
    Entry("ed4c557045", "Ve výzkumné laboratoři", "Research-Lab based"),
];

/// Types of learning opportunity.
#[rustfmt::skip]
pub(super) static OPPORTUNITY: &[Entry] = &[
    Entry("05053c1cbe", "Kurz", "Course"),
    Entry("0f7dac46ca", "Modul programu", "Programme module"),
    Entry("11252a5207", "Mentoring", "Mentoring"),
    Entry("17744a2647", "MOOC", "MOOC"),
    Entry("63f9f6180c", "Učňovství", "Apprenticeship"),
    Entry("65a4cf5de2", "Studijní návštěva", "Study visit"),
    Entry("74a4a268e8", "Krátký vzdělávací program", "Short learning programme"),
    Entry("77b99de990", "Stáž", "Internship"),
    Entry("79343569f3", "Vzdělávací program", "Educational programme"),
    Entry("7e1ac538db", "Výuka", "Class"),
    Entry("8b965da2d4", "Učení službou", "Service learning"),
    Entry("b2434ca358", "Závěrečná práce", "Thesis"),
];

/// Reach of a skill.
#[rustfmt::skip]
pub(super) static SKILL_REUSE: &[Entry] = &[
    Entry("cross-sector", "meziodvětvové dovednosti a kompetence", "cross-sector skills and competences"),
    Entry("occupation-specific", "dovednosti a kompetence specifické pro povolání", "occupation specific skills and competences"),
    Entry("sector-specific", "odvětvové dovednosti a kompetence", "sector specific skills and competences"),
    Entry("transversal", "průřezové dovednosti a kompetence", "transversal skills and competences"),
];

/// Knowledge or skill; the list has no third member.
#[rustfmt::skip]
pub(super) static SKILL_TYPE: &[Entry] = &[
    Entry("knowledge", "znalost", "knowledge"),
    Entry("skill", "dovednost", "skill"),
];

/// Supervision and identity check during assessment.
#[rustfmt::skip]
pub(super) static SUPERVISION: &[Entry] = &[
    Entry("44314532f9", "Ověření totožnosti", "ID Verification"),
    Entry("70be69aaf9", "S dohledem a ověřením totožnosti", "Supervised with ID Verification"),
    Entry("c598449d64", "Bez dohledu a bez ověření totožnosti", "Unsupervised without ID Verification"),
    Entry("df2880c5cb", "Bez dohledu, s ověřením totožnosti", "Unsupervised with ID Verification"),
];
