//! `GET /staff/units/{unit}/{act}`: the form of an act, or the question whether it is meant. `POST`: what is wrong with the form, the
//! question, and then the act. Whoever may not is told so before they fill anything in.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Permit;
use signet_issue::{UnitActError, UnitWorkflow};
use signet_offering::{UnitActor, UnitRefusal};
use signet_record::PersonId;
use signet_registry::Digest;

use super::{
    super::unit_address,
    act::UnitAct,
    act_form::{ActFields, ActInput, FieldFault, read_act},
    act_page::{
        ActFrame, ComparedText, UnitGuarantorPage, UnitJudgePage, UnitReturnPage, UnitSuspendPage, approval_days,
        confirm_page, principles, refused_page, remark_fields,
    },
    in_care::{StaffUnit, unit_in_care},
    text::text_fields,
};
use crate::{
    frame::Area,
    page_error::PageError,
    request_context::{RequestContext, respond},
    sent_fields::SentFields,
    site::AppState,
    staff::unit_change::ChangedField,
    view::{Choice, LinkView},
};

/// One act on one unit, asked for by somebody.
struct Deciding<'v> {
    site: &'v AppState,
    context: &'v RequestContext,
    unit: StaffUnit<'v>,
    act: UnitAct,
}

/// Shows the form, or the question.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, act)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let deciding = Deciding::of(&site, &context, &id, &act).await?;
    let permit = deciding.unit.permit(deciding.act.action())?;
    if let Some(refusal) = deciding.act.refusal(deciding.unit.in_hand()?, &UnitActor::of(&permit)) {
        return Ok(deciding.refused(refusal));
    }
    deciding.form(StatusCode::OK, None, Vec::new()).await
}

/// Tells what is wrong, asks whether it is meant, or does it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, act)): Path<(String, String)>,
    Form(fields): Form<SentFields>,
) -> Result<Response, PageError> {
    let fields = ActFields::new(fields);
    context.check_csrf(fields.get("token"))?;
    let deciding = Deciding::of(&site, &context, &id, &act).await?;
    let permit = deciding.unit.permit(deciding.act.action())?;
    let input = match read_act(deciding.act, &fields, context.l)? {
        Ok(input) => input,
        Err(faults) => return deciding.form(StatusCode::UNPROCESSABLE_ENTITY, Some(&fields), faults).await,
    };
    if let Some(moved) = deciding.moved_on(&input).await? {
        return Ok(moved);
    }
    if fields.get("confirmed") == "yes" {
        return deciding.perform(input, permit).await;
    }
    if let Some(refusal) = deciding.act.refusal(deciding.unit.in_hand()?, &UnitActor::of(&permit)) {
        return Ok(deciding.refused(refusal));
    }
    let page = confirm_page(deciding.act, &context, &deciding.unit, &input, &fields);
    Ok(respond(StatusCode::OK, &page))
}

impl<'v> Deciding<'v> {
    async fn of(
        site: &'v AppState,
        context: &'v RequestContext,
        id: &str,
        act: &str,
    ) -> Result<Deciding<'v>, PageError> {
        let unit = unit_in_care(site, context, id).await?;
        let act = UnitAct::from_code(act).ok_or(PageError::NotFound)?;
        Ok(Deciding { site, context, unit, act })
    }

    fn units(&self) -> UnitWorkflow<'_> {
        self.site.issuer.units(&self.unit.tenant)
    }

    fn refused(&self, refusal: UnitRefusal) -> Response {
        respond(StatusCode::CONFLICT, &refused_page(self.act, self.context, &self.unit, refusal))
    }

    /// The form of the act; one that takes nothing begins with the question.
    async fn form(
        &self,
        status: StatusCode,
        sent: Option<&ActFields>,
        faults: Vec<FieldFault>,
    ) -> Result<Response, PageError> {
        let (context, l) = (self.context, self.context.l);
        let nothing = ActFields::default();
        let fields = sent.unwrap_or(&nothing);
        let act = ActFrame { faults, ..ActFrame::of(self.act, context, &self.unit) };
        let f = context.private(Area::Staff);
        Ok(match self.act {
            UnitAct::Endorse | UnitAct::Approve => {
                let approves = self.act == UnitAct::Approve;
                let in_hand = self.unit.in_hand()?;
                let may_return = self.unit.permit(UnitAct::Return.action()).is_ok();
                let page = UnitJudgePage {
                    f,
                    l,
                    fields: text_fields(&in_hand.draft, l),
                    before: self.compared().await?,
                    principles: if approves { principles(fields, l) } else { Vec::new() },
                    days: approves.then(|| approval_days(sent, self.site.issuer.today(), l)),
                    give_back: may_return.then(|| LinkView {
                        href: format!("{}/{}", act.back, UnitAct::Return.code()),
                        label: l.web_staff_act_title(UnitAct::Return.word()),
                    }),
                    act,
                };
                self.site.compute().run(move || respond(status, &page)).await?
            }
            UnitAct::Return => {
                let fields = remark_fields(self.unit.in_hand()?, fields, &act, l);
                let page = UnitReturnPage { f, l, act, fields };
                self.site.compute().run(move || respond(status, &page)).await?
            }
            UnitAct::Suspend => {
                let reason = fields.get("reason").to_owned();
                respond(status, &UnitSuspendPage { f, l, act, reason })
            }
            UnitAct::Entrust => {
                let people = self.units().guarantors(&self.unit.place).await?;
                let (chosen, present) = (fields.get("guarantor"), self.unit.guarantor());
                let own = self.unit.actor.person();
                let others = people.iter().filter(|(person, _)| Some(*person) != present && Some(*person) != own);
                let choice = |(person, name): (&PersonId, &String)| {
                    Choice::new(person.as_str(), format!("{name} ({person})"), chosen)
                };
                respond(status, &UnitGuarantorPage { f, l, act, people: others.map(choice).collect() })
            }
            UnitAct::Submit => {
                let digest = self.unit.in_hand()?.draft.canonical().digest();
                respond(status, &confirm_page(self.act, context, &self.unit, &ActInput::Shown(digest), fields))
            }
            UnitAct::Withdraw | UnitAct::Publish | UnitAct::Unpublish | UnitAct::Resume | UnitAct::Retire => {
                respond(status, &confirm_page(self.act, context, &self.unit, &ActInput::Nothing, fields))
            }
        })
    }

    /// How the draft differs from the newest approved version.
    async fn compared(&self) -> Result<ComparedText, PageError> {
        let l = self.context.l;
        let Some(newest) = &self.unit.newest else { return Ok(ComparedText::first(l)) };
        let approved = self.units().version_text(&self.unit.id, newest.version).await?;
        let changes = ChangedField::all(&approved.difference(&self.unit.in_hand()?.draft), |_| None, l);
        Ok(ComparedText::with(newest.version, changes, l))
    }

    /// The answer when the draft has another text than the one that was shown: what differs, and not the act.
    async fn moved_on(&self, input: &ActInput) -> Result<Option<Response>, PageError> {
        let (ActInput::Shown(shown) | ActInput::Approval(shown, _)) = input else { return Ok(None) };
        if self.act == UnitAct::Submit {
            return Ok(self.saved_meanwhile(*shown));
        }
        match self.units().require_shown(&self.unit.id, *shown).await {
            Ok(()) => Ok(None),
            Err(UnitActError::Refused(refusal)) => Ok(Some(self.refused(refusal))),
            Err(error) => Err(error.into()),
        }
    }

    /// A text that was only saved is not kept once another is: then the question is asked again, about the present one.
    fn saved_meanwhile(&self, shown: Digest) -> Option<Response> {
        let draft = self.unit.in_hand.as_ref()?.state.draft()?;
        let present = draft.digest.filter(|present| *present != shown)?;
        let mut page =
            confirm_page(self.act, self.context, &self.unit, &ActInput::Shown(present), &ActFields::default());
        page.problem = Some(self.context.l.offering_stale());
        Some(respond(StatusCode::CONFLICT, &page))
    }

    async fn perform(&self, input: ActInput, permit: Permit) -> Result<Response, PageError> {
        let (units, id) = (self.units(), &self.unit.id);
        let done = match (self.act, input) {
            (UnitAct::Submit, _) => units.submit(id, permit).await,
            (UnitAct::Withdraw, _) => units.withdraw(id, permit).await,
            (UnitAct::Endorse, ActInput::Shown(shown)) => units.endorse(id, shown, permit).await,
            (UnitAct::Return, ActInput::Remarks(remarks)) => units.give_back(id, &remarks, permit).await,
            (UnitAct::Approve, ActInput::Approval(shown, terms)) => units.approve(id, shown, terms, permit).await,
            (UnitAct::Entrust, ActInput::Guarantor(person)) => units.entrust(id, &person, permit).await,
            (UnitAct::Publish, _) => units.publish(id, permit).await,
            (UnitAct::Unpublish, _) => units.unpublish(id, permit).await,
            (UnitAct::Suspend, ActInput::Reason(reason)) => units.suspend(id, &reason, permit).await,
            (UnitAct::Resume, _) => units.resume(id, permit).await,
            (UnitAct::Retire, _) => units.retire(id, permit).await,
            (UnitAct::Endorse | UnitAct::Return | UnitAct::Approve | UnitAct::Entrust | UnitAct::Suspend, _) => {
                return Err(PageError::BadRequest);
            }
        };
        match done {
            Ok(_) => {
                let unit = self.context.at(&unit_address::unit(id));
                Ok(Redirect::to(&format!("{unit}?done={}", self.act.code())).into_response())
            }
            Err(UnitActError::Refused(refusal)) => Ok(self.refused(refusal)),
            Err(UnitActError::Unknown) => Err(PageError::NotFound),
            Err(error) => Err(error.into()),
        }
    }
}

/// Every action that a page of an act asks about; the table of rights has no other about agreeing on a unit.
#[cfg(test)]
mod tests {
    use signet_access::Action;

    use super::*;

    #[test]
    fn each_act_asks_for_a_right_of_its_own_kind() {
        let mut asked: Vec<&str> = UnitAct::ALL.iter().map(|act| act.action().code()).collect();
        asked.sort_unstable();
        asked.dedup();
        let expected = [
            Action::ApproveUnit,
            Action::EndorseUnit,
            Action::NameGuarantor,
            Action::PublishUnit,
            Action::RetireUnit,
            Action::ReturnUnit,
            Action::SubmitUnit,
            Action::SuspendUnit,
        ];
        assert_eq!(asked, expected.map(Action::code));
        assert!(UnitAct::ALL.iter().all(|act| UnitAct::from_code(act.code()) == Some(*act)));
    }
}
