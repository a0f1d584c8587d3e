//! A micro-credential or a unit of learning, as a page tells it.

use signet_credential::{
    Credential, PropertyName,
    view::{AssessmentsView, Basics, HolderView, OrganisationView, OutcomeKind, Quality},
};
use signet_lang::{Locale, args};
use signet_record::{Date, Language};
use signet_verify::{AwardProof, Outcome, Report, Sealing};

use super::{
    Fact, ShownField, ShownFields,
    measure::{ects, plain_level},
};

/// A title in the language that is not the reader's.
#[derive(Clone, Debug)]
pub struct OtherTitle {
    /// `cs` or `en`, for the `lang` attribute.
    pub code: String,
    /// The title.
    pub text: String,
}

/// What a fact that stands out is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRole {
    /// Whose it is, with the date of birth where that is shown.
    Holder,
    /// Who awarded it.
    AwardingBody,
    /// On which day.
    Issued,
    /// How much it is.
    Workload,
    /// Something else about the unit.
    Unit,
}

/// A fact that stands out.
#[derive(Clone, Debug)]
pub struct KeyFact {
    /// What it is about.
    pub role: KeyRole,
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
    /// In plain words, or beside it.
    pub note: Option<String>,
}

/// Outcomes of one kind.
#[derive(Clone, Debug)]
pub struct OutcomeGroup {
    /// Knowledge, skills, competences.
    pub heading: String,
    /// Their texts.
    pub items: Vec<String>,
}

/// A block of facts with its heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Where the page's own links find it.
    pub id: &'static str,
    /// The heading.
    pub heading: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// Everything a page says of a credential.
#[derive(Clone, Debug)]
pub struct CredentialView {
    /// What kind of credential it is: as its issuer calls it, else a micro-credential.
    pub kind: String,
    /// In the reader's language, when there is one.
    pub title: String,
    /// In the other language.
    pub title_other: Option<OtherTitle>,
    /// What a reader wants first.
    pub key: Vec<KeyFact>,
    /// ECTS credits, as a number to add up.
    pub ects: Option<f64>,
    /// Learning outcomes by kind.
    pub outcomes: Vec<OutcomeGroup>,
    /// Basics, holder, quality assurance, assessment.
    pub sections: Vec<Section>,
    /// The five points of recognition; empty where they make no sense.
    pub five: Vec<Fact>,
}

impl CredentialView {
    /// The fact that stands out about something.
    pub fn key_of(&self, role: KeyRole) -> Option<&KeyFact> {
        self.key.iter().find(|fact| fact.role == role)
    }

    /// What stands out besides whose it is.
    pub fn key_of_unit(&self) -> impl Iterator<Item = &KeyFact> {
        self.key.iter().filter(|fact| fact.role != KeyRole::Holder)
    }

    /// What a credential of the register says, in the reader's language.
    pub fn of(credential: &Credential, l: Locale, reveal: ShownFields) -> Self {
        CredentialView::told(credential, l, reveal, AwardingBodyView::of)
    }

    /// What a credential says that was verified: a name that is proved is told from one that only the file says.
    pub fn verified(credential: &Credential, report: &Report, l: Locale, reveal: ShownFields) -> Self {
        let sealing = report.own_sealing();
        CredentialView::told(credential, l, reveal, |basics, l| AwardingBodyView::verified(basics, sealing, l))
    }

    fn told(
        credential: &Credential,
        l: Locale,
        reveal: ShownFields,
        awarding: impl Fn(&Basics<'_>, Locale) -> AwardingBodyView,
    ) -> Self {
        let language = l.language();
        let basics = credential.basics(language);
        let holder = credential.holder(language);
        let quality = credential.quality(language);
        let assessments = credential.assessments(language);
        let title = basics.title.map_or_else(|| l.web_credential_not_stated(), str::to_owned);
        CredentialView {
            kind: shown_as(credential, language)
                .filter(|kind| *kind != title)
                .unwrap_or_else(|| l.web_frame_credential()),
            title_other: other_title(credential, language, &title),
            title,
            key: key(&basics, &holder, awarding(&basics, l), l, reveal),
            ects: basics
                .credits
                .iter()
                .find(|credits| credits.framework == Some("ECTS"))
                .and_then(|credits| credits.points.parse().ok()),
            outcomes: outcomes(&basics, l),
            five: five(&basics, &quality, &assessments, l, reveal),
            sections: vec![
                Section {
                    id: "assessment",
                    heading: l.web_credential_assessment(),
                    facts: assessed(&assessments, l, reveal),
                },
                Section { id: "quality", heading: l.web_credential_quality(), facts: assured(&quality, l) },
                Section { id: "holder", heading: l.web_credential_holder(), facts: held(&holder, l, reveal) },
                Section { id: "about", heading: l.web_catalogue_unit_about(), facts: learned(&basics, l) },
                Section { id: "record", heading: l.web_credential_about(), facts: recorded(&basics, l, reveal) },
            ]
            .into_iter()
            .filter(|section| !section.facts.is_empty())
            .collect(),
        }
    }
}

/// The title under which the issuer shows the document, such as “Certificate of Participation”.
fn shown_as(credential: &Credential, language: Language) -> Option<String> {
    let whole = credential.whole();
    let parameter = whole.root.things(PropertyName::DisplayParameter).next()?;
    Some(parameter.words(PropertyName::Title)?.first(language)?.text.to_owned())
}

fn other_title(credential: &Credential, language: Language, title: &str) -> Option<OtherTitle> {
    let other = Language::ALL.into_iter().find(|other| *other != language)?;
    let text = credential.title(other).filter(|text| *text != title)?;
    Some(OtherTitle { code: other.code().to_owned(), text: text.to_owned() })
}

/// Who awarded, with the weight that it has.
struct AwardingBodyView {
    label: String,
    name: Option<String>,
    /// What the file calls it, when that is another name.
    called: Option<String>,
}

impl AwardingBodyView {
    fn of(basics: &Basics<'_>, l: Locale) -> Self {
        let body = basics.body();
        AwardingBodyView { label: l.web_credential_awarding_body(), name: body.and_then(name), called: None }
    }

    /// The sealer awarded, or the body whose own statement proves the mandate: the name is the certificate's. Else it is what the file
    /// says, also where the settings confirm a mandate: they know an identifier.
    fn verified(basics: &Basics<'_>, sealing: Option<&Sealing>, l: Locale) -> Self {
        let said = AwardingBodyView::of(basics, l);
        let vouched = |sealing: &&Sealing| sealing.outcome != Outcome::Fails && (sealing.anchored || sealing.test);
        match sealing.filter(vouched).and_then(certified) {
            Some(certified) => {
                let called = said.name.filter(|name| name != certified);
                AwardingBodyView { name: Some(certified.to_owned()), called, ..said }
            }
            None => AwardingBodyView { label: l.web_credential_awarding_body_said(), ..said },
        }
    }
}

/// The name of the first awarding body in a certificate, when certificates name them all.
fn certified(sealing: &Sealing) -> Option<&str> {
    if sealing.awarded_by.iter().any(|one| one.proof != AwardProof::Statement) {
        return None;
    }
    let own = sealing.sealer.as_deref().filter(|_| sealing.awarded_itself);
    own.or_else(|| sealing.awarded_by.first().and_then(|body| body.name.as_deref()))
}

fn key(
    basics: &Basics<'_>,
    holder: &HolderView<'_>,
    awarding: AwardingBodyView,
    l: Locale,
    reveal: ShownFields,
) -> Vec<KeyFact> {
    let fact = |role: KeyRole, label: String, value: Option<String>, note: Option<String>| {
        Some(KeyFact { role, label, value: value?, note })
    };
    let born = holder.born.filter(|_| reveal.shows(ShownField::Birth)).map(|born| l.web_credential_born(l.date(born)));
    let body = basics.body();
    let body_name = body.and_then(|body| body.name);
    let faculty = basics.directed_by.first().filter(|faculty| Some(**faculty) != body_name);
    let called = awarding.called.map(|name| l.web_credential_called_in_file(name));
    let notes = called.into_iter().chain(faculty.map(|faculty| (*faculty).to_owned())).collect::<Vec<_>>().join("; ");
    let issued = basics.issued.map(|issued| l.day(issued));
    let eqf = basics.levels.iter().find_map(|level| level.eqf);
    [
        fact(KeyRole::Holder, l.web_credential_holder(), holder.name(), born),
        fact(KeyRole::AwardingBody, awarding.label, awarding.name, Some(notes).filter(|notes| !notes.is_empty())),
        fact(KeyRole::Issued, l.web_credential_issued(), issued, None),
        fact(
            KeyRole::Workload,
            l.web_credential_workload(),
            credits(basics, l).into_iter().next(),
            basics.hours().map(|hours| l.web_credential_hours(hours)),
        ),
        fact(
            KeyRole::Unit,
            l.web_credential_level(),
            eqf.map(|level| l.web_credential_eqf(level)),
            eqf.and_then(|level| plain_level(level, l)),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn name(organisation: &OrganisationView<'_>) -> Option<String> {
    organisation.name.map(str::to_owned)
}

fn credits(basics: &Basics<'_>, l: Locale) -> Vec<String> {
    basics
        .credits
        .iter()
        .map(|credits| match credits.framework {
            Some("ECTS") => ects(credits.points, l),
            Some(other) => l.web_credential_credits_of(args::WebCredentialCreditsOf {
                framework: other,
                points: l.decimal(credits.points),
            }),
            None => l.decimal(credits.points),
        })
        .collect()
}

fn outcomes(basics: &Basics<'_>, l: Locale) -> Vec<OutcomeGroup> {
    [
        (Some(OutcomeKind::Knowledge), l.document_outcomes_knowledge()),
        (Some(OutcomeKind::Skill), l.document_outcomes_skill()),
        (Some(OutcomeKind::Competence), l.document_outcomes_competence()),
        (None, l.web_credential_outcomes_other()),
    ]
    .into_iter()
    .filter_map(|(kind, heading)| {
        let items: Vec<String> = basics
            .outcomes
            .iter()
            .filter(|outcome| outcome.kind == kind)
            .map(|outcome| outcome.text.to_owned())
            .collect();
        (!items.is_empty()).then_some(OutcomeGroup { heading, items })
    })
    .collect()
}

fn assessed(view: &AssessmentsView<'_>, l: Locale, reveal: ShownFields) -> Vec<Fact> {
    let mut facts = Vec::new();
    let graded = reveal.shows(ShownField::Grade);
    for assessment in &view.assessments {
        let owned = |text: Option<&str>| text.map(str::to_owned).into_iter().collect::<Vec<_>>();
        let scale = owned(assessment.scheme).into_iter().chain(owned(assessment.scheme_description)).collect();
        facts.extend(Fact::several(l.web_credential_assessment_type(), strings(&assessment.kinds)));
        if graded {
            facts.extend(Fact::several(l.web_credential_grade(), owned(assessment.grade)));
            facts.extend(Fact::several(l.web_credential_grade_scale(), scale));
        }
        facts.extend(Fact::several(
            l.web_credential_grade_date(),
            assessment.date.map(|date| l.date(date)).into_iter().collect(),
        ));
        facts.extend(Fact::several(l.web_credential_supervision(), owned(assessment.supervision)));
    }
    facts
}

fn assured(view: &Quality<'_>, l: Locale) -> Vec<Fact> {
    let mut facts = Vec::new();
    for accreditation in &view.accreditations {
        let body = accreditation.body.as_ref().and_then(name);
        facts.extend(Fact::several(
            l.web_credential_quality_kind(),
            accreditation.kind.map(str::to_owned).into_iter().collect(),
        ));
        facts.extend(Fact::several(l.web_credential_quality_body(), body.into_iter().collect()));
        facts.extend(Fact::several(
            l.web_credential_quality_decision(),
            accreditation.decision.map(str::to_owned).into_iter().collect(),
        ));
        facts
            .extend(Fact::one(l.web_credential_quality_valid(), valid(accreditation.issued, accreditation.expires, l)));
        facts.extend(accreditation.report.and_then(|report| Fact::link(l.web_credential_quality_report(), report)));
    }
    facts
}

/// How long an accreditation holds.
pub fn valid(issued: Option<Date>, expires: Option<Date>, l: Locale) -> Option<String> {
    match (issued, expires) {
        (Some(start), Some(end)) => Some(l.web_credential_quality_valid_span(args::WebCredentialQualityValidSpan {
            end: l.date(end),
            start: l.date(start),
        })),
        (Some(start), None) => Some(l.web_credential_quality_valid_from(l.date(start))),
        (None, Some(end)) => Some(l.web_credential_quality_valid_until(l.date(end))),
        (None, None) => None,
    }
}

fn held(holder: &HolderView<'_>, l: Locale, reveal: ShownFields) -> Vec<Fact> {
    let mut facts: Vec<Fact> =
        holder.name().map(|name| Fact::new(l.web_credential_holder_name(), name)).into_iter().collect();
    if reveal.shows(ShownField::Birth) {
        facts.extend(holder.born.map(|born| Fact::new(l.web_credential_holder_born(), l.date(born))));
        let place = match (holder.birth_place, holder.birth_country) {
            (Some(place), Some(country)) => {
                Some(l.document_body_in_country(args::DocumentBodyInCountry { body: place, country }))
            }
            (place, country) => place.or(country).map(str::to_owned),
        };
        facts.extend(place.map(|place| Fact::new(l.web_credential_holder_birth_place(), place)));
    }
    facts
}

/// What was learned, how and when.
fn learned(basics: &Basics<'_>, l: Locale) -> Vec<Fact> {
    let period = match basics.period {
        (Some(start), Some(end)) => Some(
            l.web_credential_period_value(args::WebCredentialPeriodValue { end: l.date(end), start: l.date(start) }),
        ),
        (Some(day), None) | (None, Some(day)) => Some(l.date(day)),
        (None, None) => None,
    };
    let national =
        basics.levels.iter().filter(|level| level.eqf.is_none()).map(|level| level.label.to_owned()).collect();
    [
        Fact::one(l.web_credential_description(), basics.description.map(str::to_owned)),
        Fact::one(l.web_credential_period(), period),
        Fact::several(l.web_credential_nqf(), national),
        Fact::several(l.web_credential_subject(), strings(&basics.fields)),
        Fact::several(l.web_credential_mode(), strings(&basics.modes)),
        Fact::several(l.web_credential_teaching_language(), strings(&basics.languages)),
        Fact::one(l.web_credential_prerequisites(), basics.prerequisites.map(str::to_owned)),
        Fact::several(l.web_credential_parts(), basics.parts.iter().map(|part| part.title.to_owned()).collect()),
        basics.homepage.and_then(|page| Fact::link(l.web_credential_homepage(), page)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the record says of itself: identifier, dates, legal basis and other notes.
fn recorded(basics: &Basics<'_>, l: Locale, reveal: ShownFields) -> Vec<Fact> {
    let country = basics.issuer.as_ref().and_then(|issuer| issuer.country);
    let mut facts: Vec<Fact> = [
        Fact::one(l.web_credential_identifier(), basics.id.map(str::to_owned)),
        Fact::one(l.web_credential_awarded(), basics.awarded.map(|day| l.date(day))),
        Fact::one(l.web_credential_issued(), basics.issued.map(|issued| l.day(issued))),
        Fact::one(l.web_credential_country(), country.map(str::to_owned)),
    ]
    .into_iter()
    .flatten()
    .collect();
    facts.extend(
        basics
            .notes
            .iter()
            .filter(|note| reveal.shows(ShownField::Further) || !super::content::is_further(note.subject))
            .map(|note| Fact::new(note.heading.map_or_else(|| l.web_credential_further(), str::to_owned), note.text)),
    );
    facts
}

/// The five questions of recognition; what the credential does not answer is said to be not stated.
fn five(
    basics: &Basics<'_>,
    quality: &Quality<'_>,
    assessments: &AssessmentsView<'_>,
    l: Locale,
    reveal: ShownFields,
) -> Vec<Fact> {
    let answer = |label: String, values: Vec<String>| {
        Fact::several(label.clone(), values).unwrap_or_else(|| Fact::new(label, l.web_credential_not_stated()))
    };
    let vouchers = quality.accreditations.iter().flat_map(|accreditation| {
        let body = accreditation.body.as_ref().and_then(|body| body.name);
        [accreditation.kind, body, accreditation.decision].into_iter().flatten()
    });
    let levels = basics
        .levels
        .iter()
        .map(|level| level.eqf.map_or_else(|| level.label.to_owned(), |eqf| l.web_credential_eqf(eqf)));
    let count = basics.outcomes.len();
    let listed = (count > 0).then(|| l.web_credential_five_outcomes_count(count));
    let workload = credits(basics, l).into_iter().chain(basics.hours().map(|hours| l.web_credential_hours(hours)));
    let tested = assessments.assessments.iter().flat_map(|assessment| {
        let grade = assessment.grade.filter(|_| reveal.shows(ShownField::Grade));
        assessment.kinds.iter().copied().chain(assessment.supervision).chain(grade)
    });
    vec![
        answer(l.web_credential_five_quality(), vouchers.map(str::to_owned).collect()),
        answer(l.web_credential_five_level(), levels.collect()),
        answer(l.web_credential_five_outcomes(), listed.into_iter().collect()),
        answer(l.web_credential_five_workload(), workload.collect()),
        answer(l.web_credential_five_testing(), tested.map(str::to_owned).collect()),
    ]
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[cfg(test)]
mod tests;
