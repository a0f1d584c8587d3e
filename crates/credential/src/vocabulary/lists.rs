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
    Entry("JSON", "JSON", "JSON"),
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
    Entry("729f3bed4b", "Učení na pracovišti", "Workbased"),
    Entry("7813801c77", "Projektová výuka", "Project based"),
    Entry("9191af2ed9", "Prezenční", "Presential"),
    Entry("920fbb3cbe", "Distanční (online)", "Online"),
    Entry("e92d221e4d", "Kombinovaná", "Blended"),
    Entry("ed4c557045", "Práce ve výzkumné laboratoři", "Research-Lab based"),
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
    Entry("44314532f9", "S ověřením totožnosti", "ID Verification"),
    Entry("70be69aaf9", "Pod dohledem, s ověřením totožnosti", "Supervised with ID Verification"),
    Entry("c598449d64", "Bez dohledu a bez ověření totožnosti", "Unsupervised without ID Verification"),
    Entry("df2880c5cb", "Bez dohledu, s ověřením totožnosti", "Unsupervised with ID Verification"),
];

/// What an entitlement gives.
#[rustfmt::skip]
pub(super) static ENTITLEMENT: &[Entry] = &[
    Entry("52f62180c2", "povolání", "occupation"),
    Entry("64aad92881", "vzdělávací příležitost", "learning opportunity"),
    Entry("bebd32e8e6", "členství", "membership"),
];

/// How much of a week learning takes.
#[rustfmt::skip]
pub(super) static LEARNING_SCHEDULE: &[Entry] = &[
    Entry("67395e6b5a", "Částečný rozsah, nízká intenzita", "Part time light"),
    Entry("72a0ab92fa", "Plný rozsah", "Full time"),
    Entry("f230bae523", "Částečný rozsah, vysoká intenzita", "Part time intensive"),
];

/// Whom learning is meant for.
#[rustfmt::skip]
pub(super) static TARGET_GROUP: &[Entry] = &[
    Entry("022beab85a", "Nadaní", "High Achievers"),
    Entry("0247b300b0", "Nerodilí mluvčí", "Non-Native Speakers"),
    Entry("05f11c859b", "Osoby, které se rekvalifikují", "Persons requiring employment retraining"),
    Entry("1599531db0", "Studující vysokých škol (EQF 6)", "Persons in tertiary education (EQF 6)"),
    Entry("1cfca7f767", "Osoby s ukončeným základním vzděláním prvního stupně", "Persons who have completed primary education"),
    Entry("46806e0244", "Žáci středních škol a povinné školní docházky", "Persons in secondary/compulsory education"),
    Entry("527a6f97eb", "Osoby s ukončeným vysokoškolským vzděláním (EQF 7)", "Persons who have completed tertiary education (EQF 7)"),
    Entry("5b1417fd15", "Žáci prvního stupně základních škol", "Persons in primary education"),
    Entry("5e56931138", "Osoby s praxí do 3 let", "Persons with 0-3 years work experience"),
    Entry("808b99d38f", "Osoby s ukončeným vysokoškolským vzděláním (EQF 8)", "Persons who have completed tertiary education (EQF 8)"),
    Entry("919082b88b", "Osoby s ukončeným středním vzděláním nebo povinnou školní docházkou", "Persons who have completed secondary/compulsory education"),
    Entry("acb7f20f25", "Studující vysokých škol (EQF 7)", "Persons in tertiary education (EQF 7)"),
    Entry("b0bf4f9fe9", "Studující vysokých škol (EQF 8)", "Persons in tertiary education (EQF 8)"),
    Entry("c900d8ecb1", "Migranti", "Migrants"),
    Entry("cbedf28444", "Osoby s praxí 3 až 10 let", "Persons with 3-10 years work experience"),
    Entry("d45b47b458", "Osoby s praxí nad 10 let", "Persons with 10+ years work experience"),
    Entry("de9cd193ce", "Osoby s poruchou učení", "Persons with a learning disability"),
    Entry("e3782a33ab", "Rodilí mluvčí", "Native Speakers"),
    Entry("e7627913ad", "Osoby s ukončeným vysokoškolským vzděláním (EQF 6)", "Persons who have completed tertiary education (EQF 6)"),
    Entry("fd1279fd9f", "Slabí v učení", "Low Achievers"),
];

/// What the EU's own verification looks at, in its report.
#[rustfmt::skip]
pub(super) static VERIFICATION: &[Entry] = &[
    Entry("1faf8d450f", "Držitel", "Owner"),
    Entry("271aef9eb4", "Odvolání", "Revocation"),
    Entry("2f5b89b96f", "Formát", "Format"),
    Entry("94d828f160", "Platnost", "Validity"),
    Entry("c_50990fe3", "Vlastní kontrola", "Custom"),
    Entry("e2bbc86a28", "Akreditace", "Accreditation"),
    Entry("f9c2016fe9", "Pečeť", "Seal"),
];

/// What came of that.
#[rustfmt::skip]
pub(super) static VERIFICATION_STATUS: &[Entry] = &[
    Entry("641f0c5e5d", "přeskočeno", "skipped"),
    Entry("9895008394", "v pořádku", "OK"),
    Entry("9d26eb9a37", "chyba", "error"),
];

/// Sexes; the list has further members for what is not known.
#[rustfmt::skip]
pub(super) static SEX: &[Entry] = &[
    Entry("FEMALE", "žena", "female"),
    Entry("MALE", "muž", "male"),
];

/// Czechia and its regions, Slovakia and its regions. The list has three thousand units more.
#[rustfmt::skip]
pub(super) static ADMINISTRATIVE_UNIT: &[Entry] = &[
    Entry("CZE", "Česko", "Czechia"),
    Entry("CZE_KRJ_HKR", "Královéhradecký kraj", "Hradec Králové region"),
    Entry("CZE_KRJ_JIHOCES", "Jihočeský kraj", "South Bohemia region"),
    Entry("CZE_KRJ_JIHOMOR", "Jihomoravský kraj", "South Moravia region"),
    Entry("CZE_KRJ_KLV", "Karlovarský kraj", "Karlovy Vary region"),
    Entry("CZE_KRJ_LBR", "Liberecký kraj", "Liberec region"),
    Entry("CZE_KRJ_MORAVSLE", "Moravskoslezský kraj", "Moravia-Silesia region"),
    Entry("CZE_KRJ_OLO", "Olomoucký kraj", "Olomouc region"),
    Entry("CZE_KRJ_PLZ", "Plzeňský kraj", "Plzeň region"),
    Entry("CZE_KRJ_PRB", "Pardubický kraj", "Pardubice region"),
    Entry("CZE_KRJ_PRGMES", "Hlavní město Praha", "Prague Capital city region"),
    Entry("CZE_KRJ_STREDO", "Středočeský kraj", "Central Bohemia region"),
    Entry("CZE_KRJ_ULN", "Ústecký kraj", "Ústí region"),
    Entry("CZE_KRJ_VISOC", "Kraj Vysočina", "Vysočina region"),
    Entry("CZE_KRJ_ZLN", "Zlínský kraj", "Zlín region"),
    Entry("SVK", "Slovensko", "Slovakia"),
    Entry("SVK_KRJ_BBY", "Banskobystrický kraj", "Banská Bystrica region"),
    Entry("SVK_KRJ_BTS", "Bratislavský kraj", "Bratislava region"),
    Entry("SVK_KRJ_ILZ", "Žilinský kraj", "Žilina region"),
    Entry("SVK_KRJ_KSC", "Košický kraj", "Košice region"),
    Entry("SVK_KRJ_NRA", "Nitranský kraj", "Nitra region"),
    Entry("SVK_KRJ_POV", "Prešovský kraj", "Prešov region"),
    Entry("SVK_KRJ_TNA", "Trnavský kraj", "Trnava region"),
    Entry("SVK_KRJ_TRE", "Trenčínský kraj", "Trenčin region"),
];
