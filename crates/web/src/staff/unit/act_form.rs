//! What the forms of acts on a unit send, read into what the act takes. What is wrong is told at its field.

use signet_issue::unit_sentence;
use signet_lang::{Locale, args::WebStaffActPrinciple as Principle};
use signet_offering::{ApprovalTerms, RemarksError, UnitRemark, UnitRemarks};
use signet_record::{Line, PersonId, day};
use signet_registry::Digest;

use super::act::UnitAct;
use crate::{page_error::PageError, sent_fields::SentFields};

/// The principles of micro-credentials: Annex II to the Council Recommendation 2022/C 243/02, in its order.
pub const PRINCIPLES: [(&str, Principle); 10] = [
    ("quality", Principle::Quality),
    ("transparency", Principle::Transparency),
    ("relevance", Principle::Relevance),
    ("assessment", Principle::Assessment),
    ("pathways", Principle::Pathways),
    ("recognition", Principle::Recognition),
    ("portability", Principle::Portability),
    ("learner", Principle::Learner),
    ("authentic", Principle::Authentic),
    ("guidance", Principle::Guidance),
];

/// Before the name of the field that a remark is about.
const REMARK: &str = "remark:";

/// The fields of a form as they were sent, in their order.
#[derive(Clone, Debug, Default)]
pub struct ActFields(SentFields);

/// What an act takes beside its permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActInput {
    /// Nothing.
    Nothing,
    /// The text that was shown.
    Shown(Digest),
    /// The text that was shown, and the terms.
    Approval(Digest, ApprovalTerms),
    /// What should be changed.
    Remarks(UnitRemarks),
    /// Why.
    Reason(Line),
    /// Who answers for the unit from now on.
    Guarantor(PersonId),
}

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The id of the field on the page.
    pub id: String,
    /// What is wrong, and what would be right.
    pub sentence: String,
}

impl ActFields {
    /// What was sent.
    pub fn new(fields: SentFields) -> ActFields {
        ActFields(fields)
    }

    /// What a field says; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// What is sent again with the answer to “check before you confirm”.
    pub fn to_confirm(&self) -> Vec<(String, String)> {
        let again = self.0.iter().filter(|(name, value)| !matches!(*name, "token" | "confirmed") && !value.is_empty());
        again.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The remark about a field, as it was written.
    pub fn remark(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name.strip_prefix(REMARK) == Some(field)).map_or("", |(_, value)| value)
    }

    /// The remarks that say something, with the fields they are about.
    fn remarks(&self) -> Vec<UnitRemark> {
        let written = self.0.iter().filter(|(_, text)| !text.trim().is_empty());
        let remark = |(name, text): (&str, &str)| {
            let field = name.strip_prefix(REMARK)?.to_owned();
            // Browsers end lines with CR LF.
            Some(UnitRemark { field, text: text.replace("\r\n", "\n") })
        };
        written.filter_map(remark).collect()
    }
}

/// The name of the form's field that takes the remark about a field of a unit.
pub fn remark_name(field: &str) -> String {
    format!("{REMARK}{field}")
}

/// The id of the same on the page: no spaces, whatever the field is called.
pub fn remark_id(field: &str) -> String {
    let word = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("remark-{}", field.chars().map(word).collect::<String>())
}

/// Reads what an act takes.
///
/// # Errors
/// What is wrong, in the order of the fields on the page; nothing is wrong with a form that lacks what our page sends by itself, and it is
/// none of ours.
pub fn read_act(act: UnitAct, fields: &ActFields, l: Locale) -> Result<Result<ActInput, Vec<FieldFault>>, PageError> {
    let shown = || fields.get("digest").parse::<Digest>().ok().ok_or(PageError::BadRequest);
    Ok(match act {
        UnitAct::Submit | UnitAct::Endorse => Ok(ActInput::Shown(shown()?)),
        UnitAct::Approve => read_approval(shown()?, fields, l),
        UnitAct::Return => read_remarks(fields, l),
        UnitAct::Entrust => match PersonId::new(fields.get("guarantor")) {
            Ok(person) => Ok(ActInput::Guarantor(person)),
            Err(_) => Err(vec![FieldFault { id: "guarantor".into(), sentence: l.web_staff_act_problem_guarantor() }]),
        },
        UnitAct::Suspend => match Line::new(fields.get("reason")) {
            Ok(reason) => Ok(ActInput::Reason(reason)),
            Err(_) => Err(vec![FieldFault { id: "reason".into(), sentence: l.web_staff_act_problem_reason() }]),
        },
        UnitAct::Withdraw | UnitAct::Publish | UnitAct::Unpublish | UnitAct::Resume | UnitAct::Retire => {
            Ok(ActInput::Nothing)
        }
    })
}

fn read_approval(digest: Digest, fields: &ActFields, l: Locale) -> Result<ActInput, Vec<FieldFault>> {
    let fault = |id: &str, sentence| FieldFault { id: id.to_owned(), sentence };
    let unmet = PRINCIPLES.iter().filter(|(code, _)| fields.get(code) != "yes");
    let mut faults: Vec<FieldFault> = unmet.map(|(code, _)| fault(code, l.web_staff_act_problem_principle())).collect();
    let (from, review_by) = (day::read(fields.get("from")), day::read(fields.get("review")));
    if from.is_err() {
        faults.push(fault("from", l.web_staff_act_problem_from()));
    }
    if review_by.is_err() {
        faults.push(fault("review", l.web_staff_act_problem_review()));
    }
    match (from, review_by) {
        (Ok(from), Ok(review_by)) if review_by < from => {
            faults.push(fault("review", l.offering_review_before_start()));
            Err(faults)
        }
        (Ok(from), Ok(review_by)) if faults.is_empty() => {
            Ok(ActInput::Approval(digest, ApprovalTerms { from, review_by }))
        }
        _ => Err(faults),
    }
}

fn read_remarks(fields: &ActFields, l: Locale) -> Result<ActInput, Vec<FieldFault>> {
    let remarks = fields.remarks();
    let about: Vec<String> = remarks.iter().map(|remark| remark.field.clone()).collect();
    UnitRemarks::new(remarks).map(ActInput::Remarks).map_err(|error| {
        let at = match error {
            RemarksError::None | RemarksError::TooMany => None,
            RemarksError::Empty(at) | RemarksError::TooLong(at) | RemarksError::NoSuchField(at) => at.checked_sub(1),
        };
        let field = at.and_then(|at| about.get(at)).map_or("", String::as_str);
        vec![FieldFault { id: remark_id(field), sentence: unit_sentence::unit_remarks(l, &error) }]
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::{Date, Language};

    use super::*;

    fn fields(fields: &[(&str, &str)]) -> ActFields {
        ActFields::new(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn faults(act: UnitAct, sent: &ActFields) -> Vec<String> {
        let read = read_act(act, sent, Locale::new(Language::En)).unwrap();
        read.unwrap_err().into_iter().map(|fault| fault.id).collect()
    }

    #[test]
    fn an_approval_takes_days_as_people_write_them_and_every_principle() {
        let digest = Digest::of(b"text");
        let shown = digest.to_string();
        let mut sent = vec![("digest", shown.as_str()), ("from", "1. 9. 2026"), ("review", "2029-08-31")];
        sent.extend(PRINCIPLES.map(|(code, _)| (code, "yes")));
        let terms = ApprovalTerms { from: Date::constant(2026, 9, 1), review_by: Date::constant(2029, 8, 31) };
        let read = read_act(UnitAct::Approve, &fields(&sent), Locale::new(Language::En)).unwrap();
        assert_eq!(read, Ok(ActInput::Approval(digest, terms)));

        sent.retain(|(name, _)| *name != "relevance");
        assert_eq!(faults(UnitAct::Approve, &fields(&sent)), ["relevance"]);
        let wrong = [("digest", shown.as_str()), ("from", "soon"), ("review", "")];
        let found = faults(UnitAct::Approve, &fields(&wrong));
        assert_eq!((found.len(), &found[10..]), (12, &["from".to_owned(), "review".to_owned()][..]));
        let mut early = sent.clone();
        early.push(("relevance", "yes"));
        early.retain(|(name, _)| *name != "review");
        early.push(("review", "31. 8. 2026"));
        assert_eq!(faults(UnitAct::Approve, &fields(&early)), ["review"]);
    }

    #[test]
    fn remarks_keep_their_fields_and_what_is_wrong_is_told_at_one() {
        let sent = fields(&[("token", "x"), ("remark:", ""), ("remark:outcomes[2].text.cs", "Doplňte\r\nsloveso.")]);
        let read = read_act(UnitAct::Return, &sent, Locale::new(Language::Cs)).unwrap().unwrap();
        let ActInput::Remarks(remarks) = read else { unreachable!() };
        assert_eq!(remarks.as_slice()[0].field, "outcomes[2].text.cs");
        assert_eq!(remarks.as_slice()[0].text, "Doplňte\nsloveso.");
        assert_eq!(faults(UnitAct::Return, &fields(&[("remark:ects", " ")])), ["remark-"]);
        assert_eq!(faults(UnitAct::Return, &fields(&[("remark:price", "?")])), ["remark-price"]);
        let long = "x".repeat(2_001);
        assert_eq!(faults(UnitAct::Return, &fields(&[("remark:ects", &long)])), ["remark-ects"]);
    }

    #[test]
    fn what_is_asked_again_carries_no_token_and_nothing_empty() {
        let sent = fields(&[("token", "x"), ("confirmed", "yes"), ("reason", "Chyba"), ("remark:", "")]);
        assert_eq!(sent.to_confirm(), [("reason".to_owned(), "Chyba".to_owned())]);
    }
}
