//! The acts on a unit that have a page, and why one of them is refused to somebody before they fill in its form.

use signet_access::Action;
use signet_issue::UnitInHand;
use signet_lang::args::UnitActWord;
use signet_offering::{ShownText, UnitActor, UnitRefusal, acts};
use signet_registry::UnitEventKind;

/// An act on a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitAct {
    /// The authors hand the text in.
    Submit,
    /// The authors take it back.
    Withdraw,
    /// The guarantor stands behind it.
    Endorse,
    /// The quality office returns it to the authors.
    Return,
    /// The quality office approves it.
    Approve,
    /// Somebody else answers for the unit from now on.
    Entrust,
    /// The catalogue shows the unit.
    Publish,
    /// The catalogue shows it no longer.
    Unpublish,
    /// Nothing is issued for now.
    Suspend,
    /// Issuing goes on.
    Resume,
    /// The unit ends for good.
    Retire,
}

impl UnitAct {
    /// Every act, in the order in which they are offered.
    pub const ALL: [UnitAct; 11] = [
        UnitAct::Submit,
        UnitAct::Endorse,
        UnitAct::Approve,
        UnitAct::Return,
        UnitAct::Withdraw,
        UnitAct::Entrust,
        UnitAct::Publish,
        UnitAct::Resume,
        UnitAct::Unpublish,
        UnitAct::Suspend,
        UnitAct::Retire,
    ];

    /// The last part of its page's address.
    pub fn code(self) -> &'static str {
        match self {
            UnitAct::Submit => "submit",
            UnitAct::Withdraw => "withdraw",
            UnitAct::Endorse => "endorse",
            UnitAct::Return => "return",
            UnitAct::Approve => "approve",
            UnitAct::Entrust => "guarantor",
            UnitAct::Publish => "publish",
            UnitAct::Unpublish => "unpublish",
            UnitAct::Suspend => "suspend",
            UnitAct::Resume => "resume",
            UnitAct::Retire => "retire",
        }
    }

    /// The act whose page has this address.
    pub fn from_code(code: &str) -> Option<UnitAct> {
        UnitAct::ALL.into_iter().find(|act| act.code() == code)
    }

    /// What the table of rights is asked.
    pub fn action(self) -> Action {
        match self {
            UnitAct::Submit | UnitAct::Withdraw => Action::SubmitUnit,
            UnitAct::Endorse => Action::EndorseUnit,
            UnitAct::Return => Action::ReturnUnit,
            UnitAct::Approve => Action::ApproveUnit,
            UnitAct::Entrust => Action::NameGuarantor,
            UnitAct::Publish | UnitAct::Unpublish => Action::PublishUnit,
            UnitAct::Suspend | UnitAct::Resume => Action::SuspendUnit,
            UnitAct::Retire => Action::RetireUnit,
        }
    }

    /// What it writes into the ledger.
    fn event(self) -> UnitEventKind {
        match self {
            UnitAct::Submit => UnitEventKind::Submitted,
            UnitAct::Withdraw => UnitEventKind::Withdrawn,
            UnitAct::Endorse => UnitEventKind::Endorsed,
            UnitAct::Return => UnitEventKind::Returned,
            UnitAct::Approve => UnitEventKind::Approved,
            UnitAct::Entrust => UnitEventKind::Entrusted,
            UnitAct::Publish => UnitEventKind::Published,
            UnitAct::Unpublish => UnitEventKind::Unpublished,
            UnitAct::Suspend => UnitEventKind::Suspended,
            UnitAct::Resume => UnitEventKind::Resumed,
            UnitAct::Retire => UnitEventKind::Retired,
        }
    }

    /// The case of the sentences about acts.
    pub fn word(self) -> UnitActWord {
        match self {
            UnitAct::Submit => UnitActWord::Submit,
            UnitAct::Withdraw => UnitActWord::Withdraw,
            UnitAct::Endorse => UnitActWord::Endorse,
            UnitAct::Return => UnitActWord::Return,
            UnitAct::Approve => UnitActWord::Approve,
            UnitAct::Entrust => UnitActWord::Entrust,
            UnitAct::Publish => UnitActWord::Publish,
            UnitAct::Unpublish => UnitActWord::Unpublish,
            UnitAct::Suspend => UnitActWord::Suspend,
            UnitAct::Resume => UnitActWord::Resume,
            UnitAct::Retire => UnitActWord::Retire,
        }
    }

    /// Whether it stops something: its button looks otherwise.
    pub fn is_harm(self) -> bool {
        matches!(self, UnitAct::Unpublish | UnitAct::Suspend | UnitAct::Retire)
    }

    /// Why it would be refused to somebody as the unit stands, whatever they fill in.
    pub fn refusal(self, unit: &UnitInHand, actor: &UnitActor) -> Option<UnitRefusal> {
        let UnitInHand { state, draft, .. } = unit;
        let shown = || ShownText { digest: draft.canonical().digest(), text: Some(draft) };
        match self {
            UnitAct::Submit => acts::submit(state, draft).err(),
            UnitAct::Endorse => acts::endorse(state, draft, shown(), actor).err(),
            UnitAct::Return => acts::may_give_back(state, actor).err(),
            UnitAct::Approve => acts::may_approve(state, draft, shown(), actor).err(),
            UnitAct::Withdraw
            | UnitAct::Entrust
            | UnitAct::Publish
            | UnitAct::Unpublish
            | UnitAct::Suspend
            | UnitAct::Resume
            | UnitAct::Retire => state.phase().after(self.event()).err().map(UnitRefusal::NotNow),
        }
    }
}
