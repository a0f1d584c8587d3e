//! What a finding rests on, as values. The stable names that reports give them stand in [`FindingFact::evidence`], and those of facts
//! about seals in [`SealFact::evidence`].

mod evidence;
mod issuer;
mod picture;
mod seal;
mod validity;

pub use issuer::{AwardProof, Awarded, AwardingFact, IssuerFact, MandateProblem, NamedBody};
pub use picture::{PictureDoubt, PictureFact};
pub use seal::{Asked, NotConsulted, Root, SealContext, SealTime};
pub use validity::{CredentialStatus, StatusFact, StatusFinding, StatusProblem, Unvouched};

use jiff::Timestamp;
use signet_credential::FormatFinding;
use signet_seal::{HolderKind, SealFact};

use crate::{record_root::RootState, unreadable::Unreadable};

/// One check with the facts that decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingFact {
    /// How many rules of the profile the credential breaks.
    ProfileRules {
        /// Rules broken, each place counted.
        violations: usize,
    },
    /// One thing the format check has to say.
    Format(FormatFinding),
    /// Whether the PDF carries a credential; why what it carries cannot be read.
    Attachment(Option<Unreadable>),
    /// Whether the PDF describes itself as the credential inside it.
    SameCredential,
    /// Whether the pictures in the credential are the first page of the PDF.
    Picture(PictureFact),
    /// How the record root that a credential should carry stands with its content; only where that is worth a note.
    RecordRoot(RootState),
    /// Whether there is a seal.
    SealPresent,
    /// Why the seals of the PDF cannot be read.
    SealsUnread(Unreadable),
    /// What the check of a seal has to say, and what a reader should know besides.
    Seal(Box<SealFact>, SealContext),
    /// Since when the seal exists.
    SealTime(SealTime),
    /// Whom the certificate names.
    LegalPerson {
        /// What the certificate is one of.
        holder: HolderKind,
        /// The name.
        name: Option<String>,
    },
    /// The issuer beside the body in the seal's certificate.
    IssuerCertificate(Box<IssuerFact>),
    /// An awarding body beside the body that sealed.
    AwardingBody(Box<AwardingFact>),
    /// Whether PDF and credential inside it were sealed by the same body.
    SameSealer,
    /// It is a test seal.
    TestSeal,
    /// Why nobody vouches for what the file says of its validity.
    ValidityVouched(Unvouched),
    /// From when it is valid, where the file says so.
    ValidFrom(Option<Timestamp>),
    /// When it expires, where the file says so.
    Expiry(Option<Timestamp>),
    /// What the status list says.
    Status(StatusFact),
}
