//! A unit of learning, as the catalogue tells it.

use signet_catalogue::Offer;
use signet_lang::{Locale, args};
use signet_record::{
    Activity, Bilingual, Component, Date, Entitlement, Institution, Language, OutcomeKind, QualityAssurance, Stacking,
    SupplementaryDocument, Unit, UnitKind,
};

use super::{
    CredentialView, Fact, KeyFact, KeyRole, OtherTitle, OutcomeGroup, Section, UnitCard,
    credential::valid,
    measure::{ects, plain_level},
};

impl CredentialView {
    /// What a credential for this unit will say.
    pub fn of_unit(unit: &Unit, institution: &Institution, l: Locale) -> Self {
        let language = l.language();
        let other = match language {
            Language::Cs => Language::En,
            Language::En => Language::Cs,
        };
        CredentialView {
            ects: None,
            kind: l.web_frame_credential(),
            title: unit.title.text(language).to_owned(),
            title_other: Some(OtherTitle { code: other.code().to_owned(), text: unit.title.text(other).to_owned() }),
            key: key(unit, institution, l),
            outcomes: outcomes(unit, l),
            sections: [
                ("components", l.web_catalogue_unit_components(), components(unit, l)),
                ("activities", l.web_catalogue_unit_activities(), done(unit, l)),
                ("assessment", l.web_credential_assessment(), assessed(unit, l)),
                ("quality", l.web_credential_quality(), assured(unit, l)),
                ("entitlements", l.web_catalogue_unit_entitlements(), entitles(unit, l)),
                ("about", l.web_catalogue_unit_about(), about(unit, institution, l)),
                ("documents", l.web_catalogue_unit_documents(), documents(unit, l)),
            ]
            .into_iter()
            .filter(|(_, _, facts)| !facts.is_empty())
            .map(|(id, heading, facts)| Section { id, heading, facts })
            .collect(),
            five: Vec::new(),
        }
    }
}

impl UnitCard {
    /// A unit that is open to everyone, with when it begins next.
    pub fn offered(offer: &Offer, href: String, today: Date, l: Locale) -> Self {
        let when = match offer.next_start(today) {
            Some(start) if offer.takes_applications(today) => l.web_catalogue_begins_open(l.date(start)),
            Some(start) => l.web_catalogue_begins(l.date(start)),
            None => l.web_catalogue_no_date(),
        };
        UnitCard { when: Some(when), ..UnitCard::of(&offer.unit, &offer.institution, href, l) }
    }

    /// The unit in a list; `href` is its page.
    pub fn of(unit: &Unit, institution: &Institution, href: String, l: Locale) -> Self {
        let language = l.language();
        UnitCard {
            href,
            title: unit.title.text(language).to_owned(),
            institution: institution.legal_name.text(language).to_owned(),
            when: None,
            tags: vec![ects(&unit.ects.to_string(), l), l.web_credential_eqf(unit.eqf.number()), l.mode(unit.mode)],
        }
    }
}

/// Which of the three kinds it is.
pub fn kind(unit: &Unit, l: Locale) -> String {
    match unit.kind {
        UnitKind::LifelongLearning => l.web_catalogue_kind_lifelong(),
        UnitKind::Course { .. } => l.web_catalogue_kind_course(),
        UnitKind::CourseSet { .. } => l.web_catalogue_kind_set(),
    }
}

fn key(unit: &Unit, institution: &Institution, l: Locale) -> Vec<KeyFact> {
    let language = l.language();
    let level = unit.eqf.number();
    let fact = |label: String, value: String, note: Option<String>| KeyFact { role: KeyRole::Unit, label, value, note };
    vec![
        fact(
            l.web_credential_awarding_body(),
            institution.legal_name.text(language).to_owned(),
            unit.faculty.as_ref().map(|faculty| faculty.name.text(language).to_owned()),
        ),
        fact(
            l.web_credential_workload(),
            ects(&unit.ects.to_string(), l),
            Some(l.web_credential_hours(unit.hours.count())),
        ),
        fact(l.web_credential_level(), l.web_credential_eqf(level), plain_level(level, l)),
        fact(l.web_credential_mode(), l.mode(unit.mode), None),
        fact(l.web_credential_teaching_language(), languages(unit, language), None),
    ]
}

fn languages(unit: &Unit, language: Language) -> String {
    unit.languages.iter().map(|taught| taught.name(language)).collect::<Vec<_>>().join(", ")
}

fn outcomes(unit: &Unit, l: Locale) -> Vec<OutcomeGroup> {
    [
        (OutcomeKind::Knowledge, l.document_outcomes_knowledge()),
        (OutcomeKind::Skill, l.document_outcomes_skill()),
        (OutcomeKind::Competence, l.document_outcomes_competence()),
    ]
    .into_iter()
    .filter_map(|(kind, heading)| {
        let of_kind = unit.outcomes.iter().filter(|outcome| outcome.kind == kind);
        let items: Vec<String> = of_kind.map(|outcome| outcome.text.text(l.language()).to_owned()).collect();
        (!items.is_empty()).then_some(OutcomeGroup { heading, items })
    })
    .collect()
}

fn assessed(unit: &Unit, l: Locale) -> Vec<Fact> {
    let language = l.language();
    let scale = unit.grading.description.as_ref().map(|text| text.text(language).to_owned());
    let kinds = unit.assessments.iter().map(|assessment| l.assessment(assessment)).collect();
    let steps = unit.grading.grades.iter().map(|step| {
        l.document_grade(args::DocumentGrade { code: step.code.as_str(), label: step.label.text(language) })
    });
    [
        Fact::several(l.web_credential_assessment_type(), kinds),
        Fact::several(
            l.web_credential_grade_scale(),
            std::iter::once(unit.grading.title.text(language).to_owned()).chain(scale).chain(steps).collect(),
        ),
        Some(Fact::new(l.web_credential_supervision(), l.supervision(unit.supervision))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn assured(unit: &Unit, l: Locale) -> Vec<Fact> {
    std::iter::once(&unit.quality).chain(&unit.accreditations).flat_map(|quality| accreditation(quality, l)).collect()
}

fn accreditation(quality: &QualityAssurance, l: Locale) -> Vec<Fact> {
    [
        Some(Fact::new(l.web_credential_quality_kind(), l.quality_kind(quality.kind))),
        Some(Fact::new(l.web_credential_quality_body(), quality.body.text(l.language()))),
        Some(Fact::new(l.web_credential_quality_decision(), quality.decision.as_str())),
        Fact::one(l.web_credential_quality_valid(), valid(quality.issued, quality.expires, l)),
        Fact::one(l.document_accredited_for(), l.quality_limits(quality)),
        Fact::one(l.document_review(), quality.review.map(|day| l.date(day))),
        quality.report.as_ref().and_then(|report| Fact::link(l.web_credential_quality_report(), report.as_str())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What people do in it, with the description of each.
fn done(unit: &Unit, l: Locale) -> Vec<Fact> {
    let one = |activity: &Activity| {
        told(l.activity_kind(activity.kind), l.activity(activity), activity.description.as_ref(), l)
    };
    unit.activities.iter().map(one).collect()
}

fn entitles(unit: &Unit, l: Locale) -> Vec<Fact> {
    let one = |entitlement: &Entitlement| {
        let kind = l.entitlement_kind(entitlement.kind);
        told(kind, l.entitlement(entitlement), entitlement.description.as_ref(), l)
    };
    unit.entitlements.iter().map(one).collect()
}

fn told(label: String, line: String, description: Option<&Bilingual>, l: Locale) -> Fact {
    let description = description.map(|text| text.text(l.language()).to_owned());
    Fact { label, values: std::iter::once(line).chain(description).collect(), links: Vec::new() }
}

/// The smaller micro-credentials it is made of: how much each is, its level, and who awards it when others do.
fn components(unit: &Unit, l: Locale) -> Vec<Fact> {
    let language = l.language();
    let one = |component: &Component| {
        let body = component.awarded_by.as_ref();
        let parts = std::iter::once(ects(&component.ects.to_string(), l))
            .chain(component.eqf.map(|level| l.web_credential_eqf(level.number())))
            .chain(body.map(|body| {
                l.document_body_in_country(args::DocumentBodyInCountry {
                    body: body.name.text(language),
                    country: body.country.name(language),
                })
            }));
        Fact::new(component.title.text(language), parts.collect::<Vec<_>>().join(" · "))
    };
    unit.components.iter().map(one).collect()
}

fn documents(unit: &Unit, l: Locale) -> Vec<Fact> {
    let one = |document: &SupplementaryDocument| Fact::link(document.title.text(l.language()), document.url.as_str());
    unit.documents.iter().filter_map(one).collect()
}

fn about(unit: &Unit, institution: &Institution, l: Locale) -> Vec<Fact> {
    let language = l.language();
    let text =
        |label: String, text: Option<&signet_record::Bilingual>| text.map(|text| Fact::new(label, text.text(language)));
    let (programme, courses) = match &unit.kind {
        UnitKind::CourseSet { programme, parts, .. } => {
            (Some(programme), parts.iter().map(|part| part.title.text(language).to_owned()).collect())
        }
        UnitKind::Course { programme, .. } => (Some(programme), Vec::new()),
        UnitKind::LifelongLearning => (None, Vec::new()),
    };
    let stacking = match &unit.stacking {
        Stacking::StandAlone => l.document_stand_alone(),
        Stacking::Towards { note } => note.text(language).to_owned(),
    };
    [
        Some(Fact::new(
            l.web_credential_subject(),
            l.document_field_named(args::DocumentFieldNamed {
                code: unit.isced.code.as_str(),
                label: unit.isced.label.text(language),
            }),
        )),
        text(l.web_credential_nqf(), unit.nqf.as_ref().map(|nqf| &nqf.label)),
        text(l.web_catalogue_unit_programme(), programme),
        Fact::several(l.web_catalogue_unit_courses(), courses),
        Some(Fact::new(
            l.web_credential_prerequisites(),
            unit.prerequisites
                .as_ref()
                .map_or_else(|| l.document_no_prerequisites(), |text| text.text(language).to_owned()),
        )),
        Some(Fact::new(l.web_credential_stacking(), stacking)),
        text(l.web_credential_legal_basis(), unit.legal_basis_in(institution)),
        text(l.web_credential_further(), unit.further_information.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use signet_record::specimen;

    /// Every text that only some units have is on the page of one that has it, in the reader's language.
    #[test]
    fn what_only_some_units_have_is_told() {
        let (unit, institution) = (specimen::rich::unit().unwrap(), specimen::institution().unwrap());
        for l in Language::ALL.map(Locale::new) {
            let view = CredentialView::of_unit(&unit, &institution, l);
            let facts: Vec<&Fact> = view.sections.iter().flat_map(|section| &section.facts).collect();
            let told = |text: &str| {
                let says = |fact: &&Fact| fact.label.contains(text) || fact.values.iter().any(|one| one.contains(text));
                assert!(facts.iter().any(says), "{text}");
            };
            let text = |words: &Bilingual| words.text(l.language()).to_owned();
            unit.components.iter().for_each(|one| told(&text(&one.title)));
            unit.activities.iter().for_each(|one| told(&text(&one.title)));
            unit.activities.iter().filter_map(|one| one.description.as_ref()).for_each(|words| told(&text(words)));
            unit.entitlements.iter().for_each(|one| told(&text(&one.title)));
            unit.accreditations.iter().for_each(|one| told(&text(&one.body)));
            unit.documents.iter().for_each(|one| told(&text(&one.title)));
            let all = [
                unit.components.len(),
                unit.activities.len(),
                unit.entitlements.len(),
                unit.accreditations.len(),
                unit.documents.len(),
            ];
            assert!(!all.contains(&0), "the specimen lacks something: {all:?}");
            let linked = |url: &str| facts.iter().any(|fact| fact.links.iter().any(|link| link.href == url));
            assert!(unit.documents.iter().all(|one| linked(one.url.as_str())));
        }
    }

    /// A programme and its courses are no parts that the holder achieves, and what Section 60 covers is lifelong learning alone.
    #[test]
    fn a_set_of_courses_tells_programme_courses_and_no_basis_of_another_kind() {
        use signet_record::{CoursePart, Ects, Line, Sequence, UnitFields};
        let institution = specimen::institution().unwrap();
        let mut fields = UnitFields::from(specimen::unit().unwrap());
        let part = |code: &str, ects: &str| CoursePart {
            code: Line::new(code).unwrap(),
            title: Bilingual::new(code, code).unwrap(),
            ects: Ects::new(ects).unwrap(),
        };
        let programme = Bilingual::new("Informatika", "Informatics").unwrap();
        let parts = vec![part("FP/1", "1.5"), part("FP/2", "2")];
        fields.kind = UnitKind::CourseSet { programme, sequence: Sequence::Parallel, parts };
        let set = Unit::new(fields).unwrap();
        for l in Language::ALL.map(Locale::new) {
            let facts = |unit: &Unit, institution: &Institution| about(unit, institution, l);
            let values = |facts: &[Fact], label: &str| {
                facts.iter().find(|fact| fact.label == label).map(|fact| fact.values.clone()).unwrap_or_default()
            };
            let told = facts(&set, &institution);
            assert_eq!(values(&told, &l.web_catalogue_unit_courses()), ["FP/1", "FP/2"]);
            assert_eq!(values(&told, &l.web_catalogue_unit_programme()).len(), 1);
            assert!(values(&told, &l.web_credential_parts()).is_empty());
            assert!(
                values(&told, &l.web_credential_legal_basis()).is_empty(),
                "the institution names none for courses"
            );
            let lifelong = facts(&specimen::unit().unwrap(), &institution);
            assert_eq!(
                values(&lifelong, &l.web_credential_legal_basis()),
                [institution.legal_basis.text(l.language())]
            );
        }
    }
}
