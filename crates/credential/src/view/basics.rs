//! The basics block: what was learned, who awards it, who sealed it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::elm::{self, CreditPoint, LearningAchievement, LearningActivity, LearningSpecification, Node, Property};
use crate::note_subject::NoteSubject;
use crate::vocabulary::Scheme;

use super::note::notes;
use super::restated::said_once;
use super::{LISTED, NoteView, OrganisationView, first_label, label, labels};

/// What the credential is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Basics<'a> {
    /// Identifier of the credential.
    pub id: Option<&'a str>,
    /// Title of what was achieved.
    pub title: Option<&'a str>,
    /// Description of what was achieved or of the unit.
    pub description: Option<&'a str>,
    /// Moment of issuing.
    pub issued: Option<Timestamp>,
    /// From when it is valid.
    pub valid_from: Option<Timestamp>,
    /// Until when it is valid.
    pub expires: Option<Timestamp>,
    /// Day of the award.
    pub awarded: Option<Date>,
    /// The sealing issuer.
    pub issuer: Option<OrganisationView<'a>>,
    /// Who awards: another body than the issuer when sealed by mandate.
    pub awarding_bodies: Vec<OrganisationView<'a>>,
    /// The mandate, when the credential carries one.
    pub mandate: Option<&'a str>,
    /// Faculty or other body that led the learning.
    pub directed_by: Vec<&'a str>,
    /// Credits.
    pub credits: Vec<Credits<'a>>,
    /// Notional workload as written (`PT50H`); [`Basics::hours`] has the number.
    pub workload: Option<&'a str>,
    /// Levels: European first, then national ones.
    pub levels: Vec<LevelView<'a>>,
    /// Fields of education.
    pub fields: Vec<&'a str>,
    /// Forms of participation.
    pub modes: Vec<&'a str>,
    /// Languages of instruction.
    pub languages: Vec<&'a str>,
    /// Formal or non-formal.
    pub setting: Option<&'a str>,
    /// First and last day of the learning.
    pub period: (Option<Date>, Option<Date>),
    /// What the holder knows and can do.
    pub outcomes: Vec<OutcomeView<'a>>,
    /// Parts that were achieved on the way.
    pub parts: Vec<PartView<'a>>,
    /// What had to be known before.
    pub prerequisites: Option<&'a str>,
    /// Notes on the achievement and on the unit.
    pub notes: Vec<NoteView<'a>>,
    /// Home page of the unit.
    pub homepage: Option<&'a str>,
    /// Titles of further claims of the credential.
    pub further_claims: Vec<&'a str>,
}

/// Credits of one framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Credits<'a> {
    /// As written, a decimal.
    pub points: &'a str,
    /// `ECTS`, or the label of another framework.
    pub framework: Option<&'a str>,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelView<'a> {
    /// The EQF level, when it is one.
    pub eqf: Option<u8>,
    /// Label.
    pub label: &'a str,
}

/// Kinds of learning outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OutcomeKind {
    /// The holder knows.
    Knowledge,
    /// The holder can do.
    Skill,
    /// The holder takes responsibility.
    Competence,
}

/// One learning outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeView<'a> {
    /// Its kind, when it says so.
    pub kind: Option<OutcomeKind>,
    /// The text.
    pub text: &'a str,
    /// Related skills.
    pub skills: Vec<SkillView<'a>>,
}

/// A skill of ESCO or of another list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillView<'a> {
    /// URI.
    pub uri: &'a str,
    /// Label.
    pub label: Option<&'a str>,
}

/// Something achieved on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartView<'a> {
    /// Title.
    pub title: &'a str,
    /// Its code.
    pub code: Option<&'a str>,
    /// Credits.
    pub credits: Vec<Credits<'a>>,
}

impl<'a> Basics<'a> {
    /// Who awarded it; where that is not said, who issued it.
    pub fn body(&self) -> Option<&OrganisationView<'a>> {
        self.awarding_bodies.first().or(self.issuer.as_ref())
    }
}

impl Basics<'_> {
    /// Notional workload in hours, when it is written in hours.
    pub fn hours(&self) -> Option<u32> {
        self.workload?.strip_prefix("PT")?.strip_suffix('H')?.parse().ok()
    }
}

impl Credential {
    /// Title of what was achieved, or the title it is shown under.
    pub fn title(&self, language: Language) -> Option<&str> {
        let shown = || self.model().display_parameter().first()?.title().best(language);
        self.claim().and_then(|claim| claim.title().best(language)).or_else(shown)
    }

    /// The sealing issuer.
    pub fn issuer(&self, language: Language) -> Option<OrganisationView<'_>> {
        self.first_resolved(self.model().issuer()).map(|issuer| OrganisationView::of(issuer, language))
    }

    /// Moment of issuing.
    pub fn issued(&self) -> Option<Timestamp> {
        self.model().issued().moment().or_else(|| self.model().issuance_date().moment())
    }

    /// From when it is valid.
    pub fn valid_from(&self) -> Option<Timestamp> {
        self.model().valid_from().moment()
    }

    /// Until when it is valid: the earlier of the two members that say so.
    pub fn expires(&self) -> Option<Timestamp> {
        let ends = [self.model().expiration_date().moment(), self.model().valid_until().moment()];
        ends.into_iter().flatten().min()
    }

    /// What it is about.
    pub fn basics(&self, language: Language) -> Basics<'_> {
        let mut basics = Basics {
            id: self.id(),
            title: self.title(language),
            issued: self.issued(),
            valid_from: self.valid_from(),
            expires: self.expires(),
            issuer: self.issuer(language),
            mandate: self.mandate(),
            ..Basics::default()
        };
        let Some(claim) = self.claim() else {
            return basics;
        };
        basics.further_claims = self
            .claims()
            .filter(|other| other.value().index() != claim.value().index())
            .filter_map(|other| other.title().best(language))
            .take(LISTED)
            .collect();
        basics.claim(self, claim, language);
        if let Some(unit) = self.first_resolved(claim.specified_by()) {
            basics.unit(unit, language);
        }
        basics.notes = said_once(basics.notes, self, language);
        basics
    }
}

impl<'a> Basics<'a> {
    fn claim(&mut self, credential: &'a Credential, claim: LearningAchievement<'a>, language: Language) {
        self.description = claim.description().best(language);
        let process = credential.first_resolved(claim.awarded_by());
        self.awarded = process.and_then(|process| process.awarding_date().day());
        let bodies = process.into_iter().flat_map(|process| credential.resolved(process.awarding_body()));
        self.awarding_bodies = bodies.take(LISTED).map(|body| OrganisationView::of(body, language)).collect();
        self.credits = credits(claim.credit_received(), language);
        self.notes = notes(claim.additional_note(), language).take(LISTED).collect();
        let parts = credential.resolved(claim.has_part()).take(LISTED);
        self.parts = parts.filter_map(|part| PartView::of(part, language)).collect();
        // An activity that is itself the claim describes its own learning.
        let activity = claim.as_activity().or_else(|| credential.first_resolved(claim.influenced_by()));
        if let Some(activity) = activity {
            self.activity(credential, activity, language);
        }
    }

    fn activity(&mut self, credential: &'a Credential, activity: LearningActivity<'a>, language: Language) {
        let period = activity.temporal().first();
        self.period =
            (period.and_then(|period| period.start_date().day()), period.and_then(|period| period.end_date().day()));
        let leaders = credential.resolved(activity.directed_by()).take(LISTED);
        self.directed_by = leaders.filter_map(|body| OrganisationView::of(body, language).name).collect();
        self.workload = activity.workload().text();
        if let Some(specification) = activity.specified_by().first() {
            self.modes = labels(specification.mode(), Scheme::Mode, language);
            self.languages = labels(specification.language(), Scheme::Language, language);
        }
    }

    fn unit(&mut self, unit: LearningSpecification<'a>, language: Language) {
        self.description = self.description.or_else(|| unit.description().best(language));
        if self.credits.is_empty() {
            self.credits = credits(unit.credit_point(), language);
        }
        self.workload = unit.volume_of_learning().text().or(self.workload);
        self.levels = levels(unit, language);
        self.fields = labels(unit.thematic_area(), Scheme::IscedF, language);
        replace_if_any(&mut self.modes, labels(unit.mode(), Scheme::Mode, language));
        replace_if_any(&mut self.languages, labels(unit.language(), Scheme::Language, language));
        self.setting = first_label(unit.learning_setting(), Scheme::LearningSetting, language);
        let outcomes = unit.learning_outcome().all().take(LISTED);
        self.outcomes = outcomes.filter_map(|outcome| OutcomeView::of(outcome, language)).collect();
        self.prerequisites = unit.entry_requirement().words().and_then(|words| words.best(language));
        self.notes.extend(notes(unit.additional_note(), language).take(LISTED));
        self.homepage = unit.homepage().address();
    }
}

fn replace_if_any<'a>(kept: &mut Vec<&'a str>, found: Vec<&'a str>) {
    if !found.is_empty() {
        *kept = found;
    }
}

fn credits<'a>(points: Property<'a, CreditPoint<'a>>, language: Language) -> Vec<Credits<'a>> {
    let of = |credit: CreditPoint<'a>| {
        let framework = credit.framework().first();
        let code = framework.and_then(|framework| Scheme::Credit.code(framework.id()?));
        Some(Credits {
            points: credit.point().first()?.written()?,
            framework: match code {
                Some(crate::ECTS) => Some("ECTS"),
                _ => framework.and_then(|framework| label(framework, Scheme::Credit, language)),
            },
        })
    };
    points.all().take(LISTED).filter_map(of).collect()
}

fn levels(unit: LearningSpecification<'_>, language: Language) -> Vec<LevelView<'_>> {
    let members =
        [(unit.eqf_level(), Scheme::Eqf), (unit.nqf_level(), Scheme::Qdr), (unit.education_level(), Scheme::Qdr)];
    let mut levels = Vec::new();
    for (member, scheme) in members {
        for concept in member.all().take(LISTED) {
            let eqf = concept.id().and_then(|uri| Scheme::Eqf.code(uri)).and_then(|code| code.parse().ok());
            levels.extend(label(concept, scheme, language).map(|label| LevelView { eqf, label }));
        }
    }
    levels
}

impl<'a> OutcomeView<'a> {
    fn of(outcome: elm::LearningOutcome<'a>, language: Language) -> Option<Self> {
        let code = outcome.dc_type().first().and_then(|kind| Scheme::SkillType.code(kind.id()?));
        let kind = match code {
            Some("knowledge") => Some(OutcomeKind::Knowledge),
            Some("skill") => Some(OutcomeKind::Skill),
            _ => notes(outcome.additional_note(), language)
                .any(|note| note.subject == Some(NoteSubject::Competence))
                .then_some(OutcomeKind::Competence),
        };
        let skills = outcome.related_esco_skill().all().chain(outcome.related_skill().all()).take(LISTED);
        Some(OutcomeView {
            kind,
            text: outcome.title().best(language)?,
            skills: skills
                .filter_map(|skill| Some(SkillView { uri: skill.uri()?, label: skill.pref_label().best(language) }))
                .collect(),
        })
    }
}

impl<'a> PartView<'a> {
    fn of(part: LearningAchievement<'a>, language: Language) -> Option<Self> {
        let unit = part.specified_by().first();
        let code = unit.and_then(|unit| unit.identifier().notation());
        let mut credits_of_part = credits(part.credit_received(), language);
        if let Some(unit) = unit.filter(|_| credits_of_part.is_empty()) {
            credits_of_part = credits(unit.credit_point(), language);
        }
        Some(PartView { title: part.title().best(language)?, code, credits: credits_of_part })
    }
}
