//! The one path from award to sealed credential, and the one path to correction and revocation.
//!
//! [`Issuer`] proposes awards to the ledger; [`Issuer::work`] carries what waits through the numbered [`Step`]s: prepare (lint everything,
//! rehearse with a throw-away key), write down the intent, seal only against that intent, verify the result as a stranger would, keep
//! it, and only then record it as sealed. A crash at any step resumes there.
//!
//! Whatever somebody does to the register takes a [`Permit`](signet_access::Permit) of `signet-access`, and is written down under the
//! account the permit names.
//!
//! From the bottom: `seal_signer`, `sealer`, `signing_session`, `issuer`. What the issuer does stands in a module for each act, as a part of
//! `impl Issuer` that uses `issuer`, never the other way round.

mod account;
mod account_letters;
mod active_sealer;
mod admit;
mod alone;
mod attestation;
mod batch;
mod batch_letters;
mod batch_word;
mod bounce;
mod bulk_revoke;
mod catalogue;
mod catalogue_reading;
mod causes;
mod clock;
mod correct;
mod describe;
mod erase;
mod grant;
mod issuer;
mod kept_award;
mod letter;
mod letters;
mod mandate;
mod name_words;
mod person_claim;
mod prepare;
mod preserve;
mod propose;
mod protection;
mod put_off_reason;
pub mod reason_sentence;
mod remembered_list;
mod renew;
mod revoke;
mod role_letters;
mod role_word;
mod run_issue;
mod run_results;
mod run_workflow;
mod seal;
mod seal_audit;
mod seal_signer;
mod sealer;
mod security;
mod send_again;
mod sharing;
mod sign_in;
mod signing_session;
mod staff_tasks;
mod status;
mod step;
mod unit_act_error;
mod unit_gate;
mod unit_letters;
mod unit_preview;
pub mod unit_sentence;
mod unit_workflow;
mod work;

pub use account::{AccountError, NewGrant};
pub use active_sealer::NoActiveSealer;
pub use admit::{Admission, Admitted, DeniedRow};
pub use alone::make_sheets_alone;
pub use attestation::AttestationError;
pub use batch::{BatchError, HandedIn, HandedInRun, KeptComplaint, Rehearsal};
pub use batch_word::{BatchSaid, is_own_word, is_same_author};
pub use bounce::BounceOutcome;
pub use bulk_revoke::{BulkRevokeError, BulkSaid, Revocable, RevocationOutcome, revocations_are_within};
pub use catalogue::CatalogueError;
pub use causes::with_causes;
pub use clock::{Clock, SecureRandom};
pub use correct::CorrectError;
pub use describe::DescribeError;
pub use erase::EraseError;
pub use grant::{GrantError, PersonGrant};
pub use issuer::{Issuer, RegisteredInstitution};
pub use kept_award::{UnreadableAward, read as read_award};
pub use letter::account::word as account_letter_word;
pub use letters::{LetterObserver, LetterOutcome, LetterStep, LetterTrouble};
pub use mandate::MandateError;
pub use person_claim::{
    CLAIM_LASTS, CLAIM_REASON_MAX, ClaimAnswer, ClaimCandidate, ClaimDecided, NameMatch, PersonClaimError,
};
pub use prepare::{NotReady, Order, Prepared, RehearsalError, file_name};
pub use propose::{ProposalContext, ProposalOutcome, ProposeError};
pub use protection::protection_of;
pub use put_off_reason::PutOffReason;
pub use renew::{RenewError, UnreadableFile};
pub use revoke::RevokeError;
pub use role_word::role_word;
pub use run_issue::{HandInError, JudgedParticipant};
pub use run_results::{EnteredResults, TypedResults};
pub use run_workflow::{AddedParticipants, RunActError, RunInHand, RunWorkflow};
pub use seal::{NotSealed, SealedFiles, UnsoundFile};
pub use seal_audit::CustodyError;
pub use seal_signer::{CertificateExpiry, FormError, KeptError, SealPolicy, SealSigner, SealSignerError, days_left};
pub use sealer::{NotStated, Sealer, SealerError, seal_identity};
pub use send_again::{NoLetter, SendAgainError};
pub use sharing::ShareError;
pub use sign_in::{LoginProofs, ProviderSignIn, ProviderSignInError};
pub use signet_store::{ErasePersonError, Protected};
pub use signing_session::{SignedFor, SigningSession};
pub use staff_tasks::{FoundTask, REVIEW_DAYS, TASKS_OF_A_KIND_MAX, TaskKind, TaskSeeker};
pub use status::StatusListError;
pub use step::{Observer, Step, UnknownStep};
pub use unit_act_error::UnitActError;
pub use unit_gate::BarredRow;
pub use unit_preview::{PreviewError, PreviewedCredential, UnitPreview};
pub use unit_workflow::{UnitInHand, UnitWorkflow, is_approved_text};
pub use work::{RegisterError, SealFailure, SealOutcome};
