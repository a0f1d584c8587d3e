//! A unit as a draft: where the next version begins, and how a canonical text is written.

use signet_record::{
    Activity, Assessment, Bilingual, Body, Component, Country, Date, Entitlement, GradingScheme, IscedField,
    Jurisdiction, Language, LearningOutcome, QualityAssurance, Run, Stacking, SupplementaryDocument, Unit, UnitKind,
};

use crate::draft::{DraftTable, DraftValue, UnitDraft};
use crate::schema::{DraftField, FieldForm, UNIT_FIELDS};

/// A group that is being filled. A name that the schema does not have fills nothing; a test holds that every unit reads back equal.
struct Filling {
    fields: &'static [DraftField],
    table: DraftTable,
}

impl Filling {
    fn new(fields: &'static [DraftField]) -> Filling {
        Filling { fields, table: DraftTable::empty(fields) }
    }

    fn put(&mut self, name: &str, value: impl FnOnce(FieldForm) -> DraftValue) -> &mut Filling {
        let index = self.fields.iter().position(|field| field.name == name);
        let place = index.and_then(|index| self.fields.get(index).zip(self.table.0.get_mut(index)));
        if let Some((field, place)) = place {
            *place = value(field.form);
        }
        self
    }

    fn text(&mut self, name: &str, text: impl ToString) -> &mut Filling {
        self.put(name, |_| DraftValue::Text(text.to_string()))
    }

    fn maybe(&mut self, name: &str, text: Option<impl ToString>) -> &mut Filling {
        if let Some(text) = text { self.text(name, text) } else { self }
    }

    fn day(&mut self, name: &str, day: Option<Date>) -> &mut Filling {
        self.maybe(name, day)
    }

    fn values<T: ToString>(&mut self, name: &str, values: impl IntoIterator<Item = T>) -> &mut Filling {
        let values = values.into_iter().map(|value| value.to_string()).collect();
        self.put(name, |_| DraftValue::Values(values))
    }

    fn both(&mut self, name: &str, text: Option<&Bilingual>) -> &mut Filling {
        match text {
            Some(text) => self.group(name, |group| group.own_both(text)),
            None => self,
        }
    }

    /// The texts of a group that is named itself.
    fn own_both(&mut self, text: &Bilingual) {
        for language in Language::ALL {
            self.text(language.code(), text.text(language));
        }
    }

    fn group(&mut self, name: &str, fill: impl FnOnce(&mut Filling)) -> &mut Filling {
        self.put(name, |form| DraftValue::Table(filled(form, fill)))
    }

    fn groups<T>(&mut self, name: &str, items: &[T], fill: impl Fn(&mut Filling, &T)) -> &mut Filling {
        self.put(name, |form| {
            DraftValue::Tables(items.iter().map(|item| filled(form, |group| fill(group, item))).collect())
        })
    }
}

fn filled(form: FieldForm, fill: impl FnOnce(&mut Filling)) -> DraftTable {
    let fields = match form {
        FieldForm::Table(fields) | FieldForm::Tables(fields) => fields,
        _ => &[],
    };
    let mut group = Filling::new(fields);
    fill(&mut group);
    group.table
}

impl UnitDraft {
    /// The draft that says exactly what a unit says.
    #[must_use]
    pub fn of(unit: &Unit) -> UnitDraft {
        let mut root = Filling::new(UNIT_FIELDS);
        root.text("id", &unit.id).text("version", unit.version).text("framework", &unit.framework);
        root.text("kind", unit.kind.code()).both("title", Some(&unit.title));
        root.both("description", unit.description.as_ref());
        root.both("faculty", unit.faculty.as_ref().map(|faculty| &faculty.name));
        root.both("legal_basis", unit.legal_basis.as_ref());
        root.text("ects", unit.ects).text("hours", unit.hours).text("eqf", unit.eqf);
        root.values("languages", &unit.languages).text("mode", unit.mode.code());
        root.text("supervision", unit.supervision.code()).both("prerequisites", unit.prerequisites.as_ref());
        if let Stacking::Towards { note } = &unit.stacking {
            root.group("stacking", |group| {
                group.both("towards", Some(note));
            });
        }
        root.both("further_information", unit.further_information.as_ref());
        root.maybe("homepage", unit.homepage.as_ref());
        root.group("isced", |group| isced(group, &unit.isced));
        if let Some(nqf) = &unit.nqf {
            root.group("nqf", |group| group.text("code", &nqf.code).own_both(&nqf.label));
        }
        kind(&mut root, &unit.kind);
        root.groups("outcomes", &unit.outcomes, outcome).groups("assessments", &unit.assessments, assessment);
        root.group("grading", |group| grading(group, &unit.grading));
        root.group("quality", |group| quality(group, &unit.quality));
        root.groups("accreditations", &unit.accreditations, quality);
        root.groups("components", &unit.components, component).groups("activities", &unit.activities, activity);
        root.groups("entitlements", &unit.entitlements, entitlement).groups("documents", &unit.documents, document);
        root.groups("runs", &unit.runs, run);
        UnitDraft { root: root.table }
    }
}

fn kind(root: &mut Filling, kind: &UnitKind) {
    match kind {
        UnitKind::LifelongLearning => {}
        UnitKind::Course { code, programme } => {
            root.group("course", |group| {
                group.text("code", code).both("programme", Some(programme));
            });
        }
        UnitKind::CourseSet { programme, sequence, parts } => {
            root.group("course_set", |group| {
                group.text("sequence", sequence.code()).both("programme", Some(programme));
                group.groups("parts", parts, |group, part| {
                    group.text("code", &part.code).both("title", Some(&part.title)).text("ects", part.ects);
                });
            });
        }
    }
}

fn isced(group: &mut Filling, field: &IscedField) {
    group.text("code", field.code.as_str()).own_both(&field.label);
}

fn outcome(group: &mut Filling, outcome: &LearningOutcome) {
    group.text("kind", outcome.kind.code()).both("text", Some(&outcome.text));
    group.groups("esco", &outcome.esco, |group, skill| group.text("uri", &skill.uri).own_both(&skill.label));
}

fn assessment(group: &mut Filling, assessment: &Assessment) {
    group.text("kind", assessment.kind.code()).maybe("code", assessment.code.as_ref());
    group.maybe("weight_percent", assessment.weight_percent).both("description", assessment.description.as_ref());
}

fn grading(group: &mut Filling, grading: &GradingScheme) {
    group.both("title", Some(&grading.title)).both("description", grading.description.as_ref());
    group.groups("grades", &grading.grades, |group, step| {
        group.text("code", &step.code).text("passing", step.passing).own_both(&step.label);
    });
}

fn quality(group: &mut Filling, quality: &QualityAssurance) {
    group
        .text("kind", quality.kind.code())
        .both("body", Some(&quality.body))
        .text("body_country", quality.body_country);
    group.text("decision", &quality.decision).day("issued", quality.issued).day("expires", quality.expires);
    group.maybe("report", quality.report.as_ref()).day("review", quality.review);
    group.values("levels", &quality.levels);
    group.values("credential_types", quality.credential_types.iter().map(|one| one.code()));
    group.groups("fields", &quality.fields, isced).groups("jurisdictions", &quality.jurisdictions, jurisdiction);
}

fn jurisdiction(group: &mut Filling, jurisdiction: &Jurisdiction) {
    group.text("code", &jurisdiction.code).own_both(&jurisdiction.label);
}

fn named(group: &mut Filling, name: &Bilingual, country: Country) {
    group.both("name", Some(name)).text("country", country);
}

fn body(group: &mut Filling, body: &Body) {
    named(group, &body.name, body.country);
}

fn component(group: &mut Filling, component: &Component) {
    group.text("code", &component.code).both("title", Some(&component.title)).text("ects", component.ects);
    group.maybe("eqf", component.eqf);
    if let Some(by) = &component.awarded_by {
        group.group("awarded_by", |group| body(group, by));
    }
}

fn activity(group: &mut Filling, activity: &Activity) {
    group.text("kind", activity.kind.code()).both("title", Some(&activity.title));
    group.both("description", activity.description.as_ref()).maybe("hours", activity.hours);
    group.maybe("mode", activity.mode.map(|mode| mode.code()));
    if let Some(period) = activity.period {
        group.group("period", |group| {
            group.text("start", period.start).text("end", period.end);
        });
    }
    if let Some(place) = &activity.place {
        group.group("place", |group| named(group, &place.name, place.country));
    }
}

fn entitlement(group: &mut Filling, entitlement: &Entitlement) {
    group.text("kind", entitlement.kind.code()).text("status", entitlement.status.code());
    group.both("title", Some(&entitlement.title)).both("description", entitlement.description.as_ref());
    group.day("expires", entitlement.expires).groups("jurisdictions", &entitlement.jurisdictions, jurisdiction);
    group.groups("occupations", &entitlement.occupations, |group, occupation| {
        group.text("uri", &occupation.uri).own_both(&occupation.label);
    });
    group.groups("organisations", &entitlement.organisations, body);
}

fn document(group: &mut Filling, document: &SupplementaryDocument) {
    group.both("title", Some(&document.title)).text("url", &document.url).maybe("language", document.language);
}

fn run(group: &mut Filling, run: &Run) {
    group.text("id", &run.id).day("start", Some(run.start)).day("end", Some(run.end));
    group.maybe("closed_to", run.closed_to.as_ref());
}
