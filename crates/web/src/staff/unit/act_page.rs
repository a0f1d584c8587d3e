//! The pages of acts on a unit: the form, the question before it is done, and why it is not.

use askama::Template;
use signet_issue::{UnitInHand, unit_sentence};
use signet_lang::{Locale, args};
use signet_offering::UnitRefusal;
use signet_record::Date;

use super::{
    super::unit_address,
    act::UnitAct,
    act_form::{ActFields, ActInput, FieldFault, PRINCIPLES, remark_id, remark_name},
    in_care::{StaffUnit, UnitTitle},
    text::{TextField, text_fields},
};
use crate::{
    frame::{Area, PageFrame},
    request_context::RequestContext,
    staff::{unit_change::ChangedField, unit_field::unit_field_label},
    view::{Choice, Fact, LinkView},
};

/// What stands around the page of every act.
pub struct ActFrame {
    /// The act, as a heading.
    pub heading: String,
    /// What it means, and what happens then.
    pub about: String,
    /// What its button says.
    pub button: String,
    /// It stops something.
    pub harm: bool,
    /// The title of the unit.
    pub title: UnitTitle,
    /// The page of the unit.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// The digest of the text that the page shows, when there is one.
    pub digest: Option<String>,
    /// What is wrong with the last attempt.
    pub faults: Vec<FieldFault>,
}

impl ActFrame {
    /// Around the page of an act on a unit.
    pub fn of(act: UnitAct, context: &RequestContext, unit: &StaffUnit<'_>) -> ActFrame {
        let l = context.l;
        let back = context.at(&unit_address::unit(&unit.id));
        let digest = unit.in_hand.as_ref().and_then(|in_hand| in_hand.state.draft()?.digest);
        ActFrame {
            heading: l.web_staff_act_title(act.word()),
            about: l.web_staff_act_about(act.word()),
            button: l.web_staff_act_button(act.word()),
            harm: act.is_harm(),
            title: unit.title(l),
            action: format!("{back}/{}", act.code()),
            back,
            digest: digest.map(|digest| digest.to_string()),
            faults: Vec::new(),
        }
    }

    /// The title of the page: what is wrong comes first, so that it is heard first.
    pub fn page_title(&self, l: Locale) -> String {
        if self.faults.is_empty() { self.heading.clone() } else { l.web_staff_act_problem_title(self.heading.as_str()) }
    }

    /// What is wrong with one field.
    pub fn fault(&self, id: &str) -> Option<&str> {
        self.faults.iter().find(|fault| fault.id == id).map(|fault| fault.sentence.as_str())
    }
}

/// Endorsing and approving: the text, how it differs from the approved one, and for an approval the principles and the terms.
#[derive(Template)]
#[template(path = "staff/unit_judge.html")]
pub struct UnitJudgePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The act.
    pub act: ActFrame,
    /// The text.
    pub fields: Vec<TextField>,
    /// How it compares with the approved version.
    pub before: ComparedText,
    /// The principles to confirm; none of an endorsement.
    pub principles: Vec<PrincipleTick>,
    /// What stands in the fields of days; `None` of an endorsement.
    pub days: Option<ApprovalDays>,
    /// The page on which the text is returned and what it is called, for whoever may.
    pub give_back: Option<LinkView>,
}

/// How a text compares with the approved version.
pub struct ComparedText {
    /// In a sentence, which is the heading where fields differ.
    pub sentence: String,
    /// What differs.
    pub changes: Vec<ChangedField>,
}

/// A principle to confirm.
pub struct PrincipleTick {
    /// Its name in the form and its id on the page.
    pub code: &'static str,
    /// What it says.
    pub sentence: String,
    /// It is confirmed.
    pub ticked: bool,
}

/// What stands in the fields of days.
pub struct ApprovalDays {
    /// First day it may be issued from.
    pub from: String,
    /// Last day before it has to be looked at again.
    pub review: String,
}

impl ComparedText {
    /// Compares with nothing: there is no approved version.
    pub fn first(l: Locale) -> ComparedText {
        ComparedText { sentence: l.web_staff_act_text_first(), changes: Vec::new() }
    }

    /// Compares with an approved version.
    pub fn with(version: u32, changes: Vec<ChangedField>, l: Locale) -> ComparedText {
        let sentence = match changes.is_empty() {
            true => l.web_staff_act_text_same(version),
            false => l.web_staff_act_text_before(version),
        };
        ComparedText { sentence, changes }
    }
}

/// The principles, as far as they are confirmed.
pub fn principles(fields: &ActFields, l: Locale) -> Vec<PrincipleTick> {
    let tick = |(code, word)| PrincipleTick {
        code,
        sentence: l.web_staff_act_principle(word),
        ticked: fields.get(code) == "yes",
    };
    PRINCIPLES.into_iter().map(tick).collect()
}

/// The days of an approval: those that were written, or today and three years on, as accreditation offices look again.
pub fn approval_days(fields: Option<&ActFields>, today: Date, l: Locale) -> ApprovalDays {
    match fields {
        Some(fields) => ApprovalDays { from: fields.get("from").to_owned(), review: fields.get("review").to_owned() },
        None => {
            let review = Date::new(today.year().saturating_add(REVIEW_YEARS), today.month(), today.day());
            ApprovalDays { from: l.date(today), review: review.map_or_else(|_| String::new(), |day| l.date(day)) }
        }
    }
}

/// Years until the next review that the form begins with. Whoever approves writes another day where the institution has another rule.
const REVIEW_YEARS: i16 = 3;

/// Returning a text: every field with a place for a remark.
#[derive(Template)]
#[template(path = "staff/unit_return.html")]
pub struct UnitReturnPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The act.
    pub act: ActFrame,
    /// The text, the unit as a whole first.
    pub fields: Vec<RemarkField>,
}

/// A field with the remark about it.
pub struct RemarkField {
    /// The field.
    pub field: TextField,
    /// The name of the remark in the form.
    pub name: String,
    /// Its id on the page.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What was written.
    pub remark: String,
    /// What is wrong with it.
    pub fault: Option<String>,
}

/// Every field of a text with a place for a remark.
pub fn remark_fields(unit: &UnitInHand, fields: &ActFields, act: &ActFrame, l: Locale) -> Vec<RemarkField> {
    let whole = TextField { name: String::new(), label: unit_field_label(l, ""), language: None, value: String::new() };
    let remark = |field: TextField| {
        let id = remark_id(&field.name);
        RemarkField {
            name: remark_name(&field.name),
            label: l.web_staff_act_remark_to(field.label.as_str()),
            remark: fields.remark(&field.name).to_owned(),
            fault: act.fault(&id).map(str::to_owned),
            id,
            field,
        }
    };
    std::iter::once(whole).chain(text_fields(&unit.draft, l)).map(remark).collect()
}

/// Suspending: the reason.
#[derive(Template)]
#[template(path = "staff/unit_suspend.html")]
pub struct UnitSuspendPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The act.
    pub act: ActFrame,
    /// What was written.
    pub reason: String,
}

/// Naming a guarantor: who there is.
#[derive(Template)]
#[template(path = "staff/unit_guarantor.html")]
pub struct UnitGuarantorPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The act.
    pub act: ActFrame,
    /// Whoever may be named.
    pub people: Vec<Choice>,
}

/// Whether it is meant: what will be written down, and what happens then.
#[derive(Template)]
#[template(path = "staff/unit_confirm.html")]
pub struct UnitConfirmPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The act.
    pub act: ActFrame,
    /// What has changed since the page was shown.
    pub problem: Option<String>,
    /// What will be written down.
    pub facts: Vec<Fact>,
    /// What is sent along.
    pub hidden: Vec<(String, String)>,
}

/// Why it is not done.
#[derive(Template)]
#[template(path = "staff/unit_refused.html")]
pub struct UnitRefusedPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The act.
    pub act: ActFrame,
    /// That it is not possible, or that the text has changed.
    pub heading: String,
    /// Why, and what to do next.
    pub why: String,
    /// How the text differs from the one that was shown.
    pub changes: Vec<ChangedField>,
    /// The page with the present text, where reading it again helps.
    pub again: Option<String>,
}

/// The page that asks whether it is meant.
pub fn confirm_page(
    act: UnitAct,
    context: &RequestContext,
    unit: &StaffUnit<'_>,
    input: &ActInput,
    fields: &ActFields,
) -> UnitConfirmPage {
    let l = context.l;
    let frame = ActFrame::of(act, context, unit);
    let mut hidden = fields.to_confirm();
    if let (true, Some(digest)) = (hidden.is_empty(), &frame.digest) {
        // A page that begins with the question carries the text that it speaks of, too.
        hidden.push(("digest".into(), digest.clone()));
    }
    let mut facts = vec![Fact::new(l.web_staff_act_unit(), frame.title.text.as_str())];
    facts.extend(input_facts(unit, input, l));
    UnitConfirmPage { f: context.private(Area::Staff), l, act: frame, problem: None, facts, hidden }
}

fn input_facts(unit: &StaffUnit<'_>, input: &ActInput, l: Locale) -> Vec<Fact> {
    let version = unit.in_hand.as_ref().and_then(|in_hand| in_hand.state.draft()).map(|draft| draft.version);
    let version = || Fact::one(l.web_staff_act_version(), version.map(|version| version.to_string()));
    let digest = |digest: &signet_registry::Digest| Fact::new(l.web_staff_act_digest(), digest.to_string());
    match input {
        ActInput::Nothing => Vec::new(),
        ActInput::Shown(shown) => version().into_iter().chain([digest(shown)]).collect(),
        ActInput::Approval(shown, terms) => version()
            .into_iter()
            .chain([
                digest(shown),
                Fact::new(l.web_staff_act_from(), l.date(terms.from)),
                Fact::new(l.web_staff_act_review(), l.date(terms.review_by)),
                Fact::new(l.web_staff_act_principles_met(), l.web_staff_act_principles_all()),
            ])
            .collect(),
        ActInput::Remarks(remarks) => {
            let told = remarks.as_slice().iter().map(|remark| {
                let field = unit_field_label(l, &remark.field);
                l.web_staff_unit_event_remark(args::WebStaffUnitEventRemark { field, remark: &remark.text })
            });
            version().into_iter().chain(Fact::several(l.web_staff_act_remarks(), told.collect())).collect()
        }
        ActInput::Guarantor(person) => vec![Fact::new(l.web_staff_act_guarantor(), person.as_str())],
        ActInput::Reason(reason) => vec![Fact::new(l.web_staff_act_reason(), reason.as_str())],
    }
}

/// The page that says why it is not done.
pub fn refused_page(
    act: UnitAct,
    context: &RequestContext,
    unit: &StaffUnit<'_>,
    refusal: UnitRefusal,
) -> UnitRefusedPage {
    let l = context.l;
    let frame = ActFrame::of(act, context, unit);
    let why = unit_sentence::unit_refusal(l, &refusal);
    let (heading, again) = match &refusal {
        UnitRefusal::Stale { .. } => (l.web_staff_act_stale_title(), Some(frame.action.clone())),
        _ => (l.web_staff_act_refused(), None),
    };
    let changes = match refusal {
        UnitRefusal::Stale { difference: Some(changes) } => ChangedField::all(&changes, |_| None, l),
        _ => Vec::new(),
    };
    UnitRefusedPage { f: context.private(Area::Staff), l, act: frame, heading, why, changes, again }
}
