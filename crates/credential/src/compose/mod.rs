//! From an award to the payload that is sealed: the same award, identity, pictures and moment give the same bytes.
//!
//! The layout is the one that the EU's software reads: concepts embedded in full with labels in both languages, whole objects repeated
//! wherever they stand, equal content under equal identifiers, `@context` last. The issuer is what the seal certificate says.
//! What the EU's viewer leaves out where it stands is said once more where it looks ([`restate`]).
//! The institution's own number for a person, and the person's e-mail, never stand in a credential.

mod additions;
mod claim;
mod concept;
mod display;
mod draft;
mod grading;
mod note;
mod organisation;
mod restate;
mod unit;

use jiff::tz::TimeZone;
use signet_record::{Award, Date, Language, SealingIssuer, Timestamp};

use crate::note_subject::NoteSubject;
use crate::profile::{CONTEXTS, ProfileKind};
use crate::read::ReadError;
use crate::scheme_name;
use crate::statement::{Opening, RecordRoot, RecordStatement};
use crate::vocabulary::Scheme;

use concept::concept;
use display::display;
use draft::{Draft, Members, Node};
pub(crate) use note::{CONSECUTIVE, STAND_ALONE};

/// What the seal certificate says of the one who seals. It replaces what the record says of the issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealIdentity {
    /// `O`: organization name.
    pub legal_name: String,
    /// `CN`: common name.
    pub common_name: String,
    /// `organizationIdentifier` (2.5.4.97), in the form of ETSI EN 319 412-1: `NTRCZ-12345678`.
    pub organization_identifier: String,
    /// `C`: alpha-2 code.
    pub country: String,
}

/// Page 1 of the document in one language: JPEG, A4 at 96 dpi (794 × 1123).
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Language of the page.
    pub language: Language,
    /// The file.
    pub jpeg: Vec<u8>,
}

/// Where the credential's status will be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEntry {
    /// Address of the status list.
    pub list_url: String,
    /// Place in the list, from 0.
    pub index: u64,
}

/// Why an award cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// The seal certificate names a country that the EU list does not have.
    #[error("the seal certificate names the unknown country {0:?}")]
    UnknownCountry(String),
    /// The format demands at least one picture.
    #[error("there is no picture of the document")]
    NoPicture,
    /// A picture is not JPEG, or a language has two.
    #[error("the picture of the document is not one JPEG for each language")]
    WrongPicture,
    /// What was written cannot be read back, so that no record can be stated.
    #[error("the record cannot be read back from what was written")]
    Unreadable(#[from] ReadError),
    /// What was written has no identifier, so that there is nothing to state a record of.
    #[error("what was written has no identifier")]
    Unidentified,
}

const TYPES: [&str; 2] = ["VerifiableCredential", "EuropeanDigitalCredential"];

/// Writes the credential of an award.
///
/// `issued` is cut to whole seconds. The result is compact JSON, ready to be sealed as it is.
///
/// # Errors
/// When the certificate's country or the pictures cannot be written.
pub fn compose(
    award: &Award,
    identity: &SealIdentity,
    pictures: &[Picture],
    issued: Timestamp,
    status: Option<&StatusEntry>,
) -> Result<String, ComposeError> {
    written(award, identity, Some(pictures), issued, status, None)
}

/// The root of a record with what opens it: what every form carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordMark {
    /// The root.
    pub root: RecordRoot,
    /// The opening.
    pub opening: Opening,
}

/// The root of the record that the credential of an award will state. The pictures are no item of it, so it is known before there is one.
///
/// # Errors
/// When the certificate's country cannot be written, or what is written cannot be read back.
pub fn record_mark(
    award: &Award,
    identity: &SealIdentity,
    issued: Timestamp,
    opening: Opening,
) -> Result<RecordMark, ComposeError> {
    let text = written(award, identity, None, issued, None, None)?;
    let statement = RecordStatement::of(&crate::read(&text)?, &opening).ok_or(ComposeError::Unidentified)?;
    Ok(RecordMark { root: statement.root(), opening })
}

/// As [`compose`], with the root of the record and its opening among the credential's identifiers.
///
/// # Errors
/// As [`compose`].
pub fn compose_with_record(
    award: &Award,
    identity: &SealIdentity,
    pictures: &[Picture],
    issued: Timestamp,
    status: Option<&StatusEntry>,
    mark: &RecordMark,
) -> Result<String, ComposeError> {
    written(award, identity, Some(pictures), issued, status, Some(mark))
}

fn written(
    award: &Award,
    identity: &SealIdentity,
    pictures: Option<&[Picture]>,
    issued: Timestamp,
    status: Option<&StatusEntry>,
    mark: Option<&RecordMark>,
) -> Result<String, ComposeError> {
    let mut draft = Draft::default();
    let display = pictures.map(|pictures| display(&mut draft, award, pictures)).transpose()?;
    let (sealing, mandate) = match award.sealing() {
        SealingIssuer::AwardingBody => (award.institution(), None),
        SealingIssuer::Mandated { issuer, mandate } => (&**issuer, Some(mandate)),
    };
    let issuer = organisation::issuer(&mut draft, sealing, identity)?;
    let evidence = mandate.map(|mandate| {
        let [cs, en] = Language::ALL.map(|language| mandate.statement.text(language));
        let members = Members::new()
            .node("dcType", &concept(Scheme::EvidenceType, crate::MANDATE))
            .text("evidenceStatement", &format!("{cs}\n{en}"));
        let document = mandate.document.as_ref().map(|file| organisation::document(&mut draft, file));
        let sealed = mandate.sealed.as_ref().map(|file| organisation::sealed_mandate(&mut draft, file));
        let files: Vec<Node> = document.into_iter().chain(sealed).collect();
        draft.node("Evidence", members.many("embeddedEvidence", &files))
    });
    let number = unit::identifier(&mut draft, scheme_name::CREDENTIAL, &award.id().to_string());
    let subject = person(&mut draft, award);
    let moment = moment(issued);
    let schema =
        Members::new().text("id", ProfileKind::Generic.schema()).text("type", "ShaclValidator2017").into_object();
    let mut identifiers = vec![number];
    if let Some(RecordMark { root, opening }) = mark {
        identifiers.push(unit::identifier(&mut draft, scheme_name::RECORD_DIGEST, &root.notation()));
        identifiers.push(unit::identifier(&mut draft, scheme_name::RECORD_OPENING, &opening.notation()));
    }
    let mut members = Members::new()
        .text("id", &award.id().urn())
        .node("type", &Node::list(&TYPES.map(Node::text)))
        .node("credentialProfiles", &concept(Scheme::Credential, ProfileKind::Generic.code()))
        .node("credentialSchema", &schema)
        .many("identifier", &identifiers)
        .text("issued", &moment)
        .text("issuanceDate", &moment)
        .text("validFrom", &moment)
        .maybe("displayParameter", display.as_ref())
        .node("issuer", &issuer)
        .maybe("evidence", evidence.as_ref())
        .node("credentialSubject", &subject);
    if let Some(status) = status {
        let entry = Members::new()
            .text("type", crate::STATUS_TYPE)
            .text("list", &status.list_url)
            .node("index", &Node::number(status.index));
        members = members.node("status", &entry.into_object());
    }
    let members = members.node("@context", &Node::list(&CONTEXTS.map(Node::text)));
    Ok(draft.finish(&members.into_object()))
}

fn person(draft: &mut Draft, award: &Award) -> Node {
    let holder = award.holder();
    // Names are not translated; the profile allows one language for each.
    let given = holder.given_name.as_ref().map(|text| Node::in_czech(text));
    let family = holder.family_name.as_ref().map(|text| Node::in_czech(text));
    // A place needs a country in the profile; one without is told in a note.
    let place = holder.birth_place.as_ref();
    let located = holder.birth_country.map(|country| organisation::birth_place(draft, place, country));
    let noted = place.filter(|_| located.is_none());
    let noted = noted.map(|place| note::short_note(draft, NoteSubject::BirthPlace, place, place));
    let claim = claim::achievement(draft, award);
    let members = Members::new()
        .maybe("givenName", given.as_ref())
        .maybe("familyName", family.as_ref())
        .node("fullName", &Node::in_czech(&holder.full_name()))
        .text("dateOfBirth", &date(holder.born))
        .maybe("placeOfBirth", located.as_ref())
        .maybe("additionalNote", noted.as_ref())
        .node("hasClaim", &claim);
    draft.node("Person", members)
}

/// A day as the moment at which it begins.
fn date(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// A day as the last moment of it.
fn last_moment(date: Date) -> String {
    format!("{date}T23:59:59Z")
}

/// A moment in whole seconds, by the clocks of Prague: viewers show the day that is written, not the reader's, so that a credential
/// sealed at half past midnight bears the same day in the data as in the picture.
fn moment(moment: Timestamp) -> String {
    let whole = Timestamp::from_second(moment.as_second()).unwrap_or(moment);
    let there = whole.to_zoned_datetime(TimeZone::get("Europe/Prague").unwrap_or(TimeZone::UTC));
    there.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests;
