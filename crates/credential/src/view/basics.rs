//! The basics block: what was learned, who awards it, who sealed it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::Scheme;

use super::note::notes;
use super::restated::said_once;
use super::when::{day, moment};
use super::{LISTED, NoteView, OrganisationView, Subject, label, labels, words};

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
    pub levels: Vec<Level<'a>>,
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
    pub parts: Vec<Part<'a>>,
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
pub struct Level<'a> {
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
pub struct Part<'a> {
    /// Title.
    pub title: &'a str,
    /// Its code.
    pub code: Option<&'a str>,
    /// Credits.
    pub credits: Vec<Credits<'a>>,
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
        let shown = || words(self.root().first("displayParameter")?, "title", language);
        self.claim().and_then(|claim| words(claim, "title", language)).or_else(shown)
    }

    /// The sealing issuer.
    pub fn issuer(&self, language: Language) -> Option<OrganisationView<'_>> {
        self.first_of(self.root(), "issuer").map(|issuer| OrganisationView::of(issuer, language))
    }

    /// Moment of issuing.
    pub fn issued(&self) -> Option<Timestamp> {
        moment(self.root(), "issued").or_else(|| moment(self.root(), "issuanceDate"))
    }

    /// From when it is valid.
    pub fn valid_from(&self) -> Option<Timestamp> {
        moment(self.root(), "validFrom")
    }

    /// Until when it is valid: the earlier of the two members that say so.
    pub fn expires(&self) -> Option<Timestamp> {
        let ends = [moment(self.root(), "expirationDate"), moment(self.root(), "validUntil")];
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
            mandate: self.mandates().find_map(|evidence| evidence.string("evidenceStatement")),
            ..Basics::default()
        };
        let Some(claim) = self.claim() else {
            return basics;
        };
        basics.further_claims = self
            .claims()
            .filter(|other| other.index() != claim.index())
            .filter_map(|other| words(other, "title", language))
            .take(LISTED)
            .collect();
        basics.claim(self, claim, language);
        if let Some(unit) = self.first_of(claim, "specifiedBy") {
            basics.unit(unit, language);
        }
        basics.notes = said_once(basics.notes, self, language);
        basics
    }
}

impl<'a> Basics<'a> {
    fn claim(&mut self, credential: &'a Credential, claim: Value<'a>, language: Language) {
        self.description = words(claim, "description", language);
        let process = credential.first_of(claim, "awardedBy");
        self.awarded = process.and_then(|process| day(process, "awardingDate"));
        let bodies = process.into_iter().flat_map(|process| credential.all_of(process, "awardingBody"));
        self.awarding_bodies = bodies.take(LISTED).map(|body| OrganisationView::of(body, language)).collect();
        self.credits = credits(claim, "creditReceived", language);
        self.notes = notes(claim, language).take(LISTED).collect();
        self.parts =
            credential.all_of(claim, "hasPart").take(LISTED).filter_map(|part| Part::of(part, language)).collect();
        // An activity that is itself the claim describes its own learning.
        let is_activity = claim.string("type") == Some("LearningActivity");
        let activity = if is_activity { Some(claim) } else { credential.first_of(claim, "influencedBy") };
        if let Some(activity) = activity {
            let period = activity.first("temporal");
            self.period =
                (period.and_then(|period| day(period, "startDate")), period.and_then(|period| day(period, "endDate")));
            let leaders = credential.all_of(activity, "directedBy").take(LISTED);
            self.directed_by = leaders.filter_map(|body| OrganisationView::of(body, language).name).collect();
            self.workload = activity.string("workload");
            if let Some(specification) = activity.first("specifiedBy") {
                self.modes = labels(specification, "mode", Scheme::Mode, language);
                self.languages = labels(specification, "language", Scheme::Language, language);
            }
        }
    }

    fn unit(&mut self, unit: Value<'a>, language: Language) {
        self.description = self.description.or_else(|| words(unit, "description", language));
        if self.credits.is_empty() {
            self.credits = credits(unit, "creditPoint", language);
        }
        self.workload = unit.string("volumeOfLearning").or(self.workload);
        self.levels = levels(unit, language);
        self.fields = labels(unit, "thematicArea", Scheme::IscedF, language);
        replace_if_any(&mut self.modes, labels(unit, "mode", Scheme::Mode, language));
        replace_if_any(&mut self.languages, labels(unit, "language", Scheme::Language, language));
        self.setting =
            unit.first("learningSetting").and_then(|setting| label(setting, Scheme::LearningSetting, language));
        let outcomes = unit.all("learningOutcome").take(LISTED);
        self.outcomes = outcomes.filter_map(|outcome| OutcomeView::of(outcome, language)).collect();
        self.prerequisites = unit.first("entryRequirement").and_then(|note| words(note, "noteLiteral", language));
        self.notes.extend(notes(unit, language).take(LISTED));
        self.homepage = unit.first("homepage").and_then(|page| page.string("contentURL"));
    }
}

fn replace_if_any<'a>(kept: &mut Vec<&'a str>, found: Vec<&'a str>) {
    if !found.is_empty() {
        *kept = found;
    }
}

fn credits<'a>(owner: Value<'a>, member: &str, language: Language) -> Vec<Credits<'a>> {
    let of = |credit: Value<'a>| {
        let point = credit.get("point")?;
        let framework = credit.first("framework");
        let code = framework.and_then(|framework| Scheme::Credit.code(framework.get("id")?.text()?));
        Some(Credits {
            points: point.text().or_else(|| point.number())?,
            framework: match code {
                Some(crate::ECTS) => Some("ECTS"),
                _ => framework.and_then(|framework| label(framework, Scheme::Credit, language)),
            },
        })
    };
    owner.all(member).take(LISTED).filter_map(of).collect()
}

fn levels(unit: Value<'_>, language: Language) -> Vec<Level<'_>> {
    let members = [("eqfLevel", Scheme::Eqf), ("nqfLevel", Scheme::Qdr), ("educationLevel", Scheme::Qdr)];
    let mut levels = Vec::new();
    for (member, scheme) in members {
        for concept in unit.all(member).take(LISTED) {
            let uri = concept.get("id").and_then(Value::text);
            let eqf = uri.and_then(|uri| Scheme::Eqf.code(uri)).and_then(|code| code.parse().ok());
            levels.extend(label(concept, scheme, language).map(|label| Level { eqf, label }));
        }
    }
    levels
}

impl<'a> OutcomeView<'a> {
    fn of(value: Value<'a>, language: Language) -> Option<Self> {
        let code = value.first("dcType").and_then(|kind| Scheme::SkillType.code(kind.get("id")?.text()?));
        let kind = match code {
            Some("knowledge") => Some(OutcomeKind::Knowledge),
            Some("skill") => Some(OutcomeKind::Skill),
            _ => notes(value, language)
                .any(|note| note.subject == Some(Subject::Competence))
                .then_some(OutcomeKind::Competence),
        };
        let skills = value.all("relatedESCOSkill").chain(value.all("relatedSkill")).take(LISTED);
        Some(OutcomeView {
            kind,
            text: words(value, "title", language)?,
            skills: skills
                .filter_map(|skill| {
                    Some(SkillView { uri: identity(skill)?, label: words(skill, "prefLabel", language) })
                })
                .collect(),
        })
    }
}

impl<'a> Part<'a> {
    fn of(value: Value<'a>, language: Language) -> Option<Self> {
        let unit = value.first("specifiedBy");
        let code = unit.and_then(|unit| unit.first("identifier")?.string("notation"));
        let mut credits_of_part = credits(value, "creditReceived", language);
        if let Some(unit) = unit.filter(|_| credits_of_part.is_empty()) {
            credits_of_part = credits(unit, "creditPoint", language);
        }
        Some(Part { title: words(value, "title", language)?, code, credits: credits_of_part })
    }
}
