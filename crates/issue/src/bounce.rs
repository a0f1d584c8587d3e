//! Letters that come back: each has a tag in its envelope's sender, which nobody makes without the server's key.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use signet_outbound::{DeliveryReport, LetterTag};
use signet_store::{NoticeId, StoreError};

use crate::issuer::Issuer;

/// Bytes of a letter's name.
const NAME_BYTES: usize = 16;

/// Bytes of the code behind it: as many as an address has room for, and far too many to be tried by mail.
const CODE_BYTES: usize = LetterTag::BYTES - NAME_BYTES;

/// What a tag is for: one that was made for something else is none.
#[derive(Clone, Copy)]
pub(crate) enum TagUse {
    /// A report of a delivery.
    Bounce,
    /// A reader wants no more of a kind.
    Stop,
}

/// What a report of a delivery came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BounceOutcome {
    /// The letter came back: its address was refused for good.
    Marked(NoticeId),
    /// The letter was put off or delivered, or had come to an end otherwise.
    Unchanged(NoticeId),
    /// No letter of ours has any of its tags.
    Stranger,
}

impl Issuer {
    /// The tag of a letter, as the sender of its envelope has it.
    pub fn bounce_tag(&self, notice: &NoticeId) -> LetterTag {
        self.tag(TagUse::Bounce, notice)
    }

    /// By which the reader of a letter says that they want no more of its kind.
    pub fn stop_tag(&self, notice: &NoticeId) -> LetterTag {
        self.tag(TagUse::Stop, notice)
    }

    fn tag(&self, usage: TagUse, notice: &NoticeId) -> LetterTag {
        let mut bytes = [0; LetterTag::BYTES];
        let (name, code) = bytes.split_at_mut(NAME_BYTES);
        name.copy_from_slice(&notice.bytes());
        code.copy_from_slice(&self.tag_code(usage, notice));
        LetterTag::from_bytes(bytes)
    }

    /// Takes a report of a delivery: a letter that was refused for good is marked, and with it its address. Nothing else of the report is kept.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn take_delivery_report(&self, report: &DeliveryReport) -> Result<BounceOutcome, StoreError> {
        let Some(notice) = report.tags.iter().find_map(|tag| self.tagged_letter(TagUse::Bounce, tag)) else {
            tracing::info!("a report of a delivery is of no letter");
            return Ok(BounceOutcome::Stranger);
        };
        let Some(status) = report.refused else { return Ok(BounceOutcome::Unchanged(notice)) };
        if !self.store().outbox().bounce(&notice, &status.to_string(), self.now()).await? {
            return Ok(BounceOutcome::Unchanged(notice));
        }
        tracing::info!(%notice, %status, "letter came back");
        Ok(BounceOutcome::Marked(notice))
    }

    /// The letter of a tag that was made here.
    pub(crate) fn tagged_letter(&self, usage: TagUse, tag: &LetterTag) -> Option<NoticeId> {
        let (name, code) = tag.bytes().split_first_chunk::<NAME_BYTES>()?;
        let notice = NoticeId::from_random(*name);
        verify_slices_are_equal(code, &self.tag_code(usage, &notice)).ok().map(|()| notice)
    }

    fn tag_code(&self, usage: TagUse, notice: &NoticeId) -> [u8; CODE_BYTES] {
        let usage = match usage {
            TagUse::Bounce => "bounce tag 1",
            TagUse::Stop => "stop tag 1",
        };
        let derived = self.derived(&format!("{usage}\n{notice}"));
        let mut code = [0; CODE_BYTES];
        code.copy_from_slice(&derived[..CODE_BYTES]);
        code
    }
}
