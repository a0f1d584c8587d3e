//! Organisations: awarding body, faculty, accrediting agent, and the issuer as its seal certificate names it.

use signet_record::{
    Award, Bilingual, Country, EmbeddedFile, Image, Institution, Language, Line, MediaType, QualityAssurance,
    QualityKind, SealedStatement,
};

use crate::record_code;
use crate::vocabulary::{Scheme, country_of_certificate};

use super::concept::{self, concept};
use super::draft::{Draft, Members, Node};
use super::note::plain_note;
use super::{ComposeError, SealIdentity, date, last_moment};

/// Title of a mandate that the awarding body sealed.
const SEALED_MANDATE: (&str, &str) = ("Pověření pod pečetí pověřujícího", "Mandate under the mandator's own seal");

/// The awarding body in full, as it stands wherever something is awarded.
pub(super) fn awarding_body(draft: &mut Draft, award: &Award) -> Node {
    let institution = award.institution();
    let accreditations = accreditations(draft, award, true);
    let place = place(draft, institution);
    let legal = legal_identifier(
        draft,
        institution.eidas_identifier.as_str(),
        country_of_certificate(institution.eidas_identifier.country()).unwrap_or(institution.country.code()),
    );
    let members = Members::new()
        .words("legalName", &institution.legal_name)
        .node("location", &place)
        .node("eIDASIdentifier", &legal);
    let members = registered(draft, institution, members).many("accreditation", &accreditations);
    draft.node("Organisation", members)
}

/// The faculty that taught, as part of the awarding body.
pub(super) fn faculty(draft: &mut Draft, institution: &Institution, name: &Bilingual) -> Node {
    let place = place(draft, institution);
    let whole = brief(draft, &institution.legal_name, institution.country);
    draft.node(
        "Organisation",
        Members::new().words("legalName", name).node("location", &place).node("subOrganizationOf", &whole),
    )
}

/// The sealing issuer: what the seal certificate says replaces name and legal identifier and adds its country.
pub(super) fn issuer<'a>(
    draft: &mut Draft<'a>,
    institution: &'a Institution,
    identity: &SealIdentity,
) -> Result<Node, ComposeError> {
    let country = country_of_certificate(&identity.country)
        .ok_or_else(|| ComposeError::UnknownCountry(identity.country.clone()))?;
    let place = place(draft, institution);
    let spatial = concept(Scheme::Country, country);
    let address = fixed("urn:certificateAddress:1", "Address", Members::new().node("countryCode", &spatial));
    let certified = fixed("urn:certificateLocation:1", "Location", Members::new().node("address", &address));
    let legal = Members::new().text("notation", &identity.organization_identifier).node("spatial", &spatial);
    let members = Members::new()
        .node("legalName", &issuer_name(institution, &identity.legal_name))
        .node("altLabel", &Node::in_czech(&identity.common_name))
        .many("location", &[place, certified])
        .node("eIDASIdentifier", &fixed("urn:certificateIdentifier:1", "LegalIdentifier", legal));
    let members = registered(draft, institution, members);
    let logo = institution.logo.as_ref().and_then(|logo| picture_of(draft, logo));
    Ok(draft.node("Organisation", members.maybe("logo", logo.as_ref())))
}

/// The certificate's name in the language it is in, and the record's in the other, so that readers of either see one of theirs.
fn issuer_name(institution: &Institution, certified: &str) -> Node {
    let [cs, en] = Language::ALL.map(|language| institution.legal_name.text(language));
    if certified == en { Node::by_language(cs, en) } else { Node::by_language(certified, en) }
}

/// The accreditations of the awarding body, or those of the unit.
pub(super) fn accreditations(draft: &mut Draft, award: &Award, of_body: bool) -> Vec<Node> {
    let unit = award.unit();
    std::iter::once(&unit.quality)
        .chain(&unit.accreditations)
        .filter(|quality| is_institutional(quality.kind) == of_body)
        .map(|quality| accreditation(draft, award.institution(), quality))
        .collect()
}

fn accreditation(draft: &mut Draft, institution: &Institution, quality: &QualityAssurance) -> Node {
    let kind = record_code::quality(quality.kind);
    let title = Scheme::Accreditation.label(kind).map_or_else(
        || Node::by_language(&quality.decision, &quality.decision),
        |label| Node::by_language(label.cs, label.en),
    );
    let decision = concept::own(draft, &quality.decision);
    let agent = brief(draft, &quality.body, quality.body_country);
    let accredited = brief(draft, &institution.legal_name, institution.country);
    let report = quality.report.as_ref().map(|report| web(draft, report.as_str()));
    let mut members = Members::new()
        .node("title", &title)
        .node("dcType", &concept(Scheme::Accreditation, kind))
        .node("decision", &decision)
        .node("accreditingAgent", &agent)
        .node("organisation", &accredited);
    if let Some(issued) = quality.issued {
        members = members.text("dateIssued", &date(issued));
    }
    if let Some(expires) = quality.expires {
        members = members.text("expiryDate", &last_moment(expires));
    }
    members = members.maybe("report", report.as_ref());
    if let Some(review) = quality.review {
        members = members.text("reviewDate", &date(review));
    }
    draft.node("Accreditation", limits(members, quality))
}

/// What an accreditation holds for.
fn limits(members: Members, quality: &QualityAssurance) -> Members {
    let fields: Vec<Node> = quality
        .fields
        .iter()
        .map(|field| concept::labelled(Scheme::IscedF, field.code.as_str(), &field.label))
        .collect();
    let levels: Vec<Node> =
        quality.levels.iter().map(|level| concept(Scheme::Eqf, &level.number().to_string())).collect();
    let jurisdictions: Vec<Node> = quality.jurisdictions.iter().map(concept::jurisdiction).collect();
    let types: Vec<Node> = quality
        .credential_types
        .iter()
        .map(|kind| concept(Scheme::Credential, record_code::credential_type(*kind)))
        .collect();
    members
        .many("limitField", &fields)
        .many("limitEQFLevel", &levels)
        .many("limitJurisdiction", &jurisdictions)
        .many("limitCredentialType", &types)
}

/// Is it the institution that is accredited, rather than the programme?
fn is_institutional(kind: QualityKind) -> bool {
    matches!(kind, QualityKind::InstitutionalQa | QualityKind::InstitutionalLicence)
}

pub(super) fn web(draft: &mut Draft, address: &str) -> Node {
    draft.node("WebResource", Members::new().text("contentURL", address))
}

/// An address that says no more than the country.
fn country_only(draft: &mut Draft, country: Country) -> Node {
    draft.node("Address", Members::new().node("countryCode", &concept(Scheme::Country, country.code())))
}

/// Name and country only.
pub(super) fn brief(draft: &mut Draft, name: &Bilingual, country: Country) -> Node {
    let address = country_only(draft, country);
    let location = draft.node("Location", Members::new().node("address", &address));
    draft.node("Organisation", Members::new().words("legalName", name).node("location", &location))
}

/// A place by its name and country.
pub(super) fn located(draft: &mut Draft, name: &Bilingual, country: Country) -> Node {
    let address = country_only(draft, country);
    draft.node("Location", Members::new().node("address", &address).words("geographicName", name))
}

/// Where somebody was born: at least the country. Names of places are not translated.
pub(super) fn birth_place(draft: &mut Draft, name: Option<&Line>, country: Country) -> Node {
    let address = country_only(draft, country);
    let mut members = Members::new().node("address", &address);
    if let Some(name) = name {
        members = members.both("geographicName", name, name);
    }
    draft.node("Location", members)
}

fn place(draft: &mut Draft, institution: &Institution) -> Node {
    let line = institution.seat.line.as_str();
    let full = plain_note(draft, line, line);
    let members = Members::new()
        .node("countryCode", &concept(Scheme::Country, institution.country.code()))
        .node("fullAddress", &full);
    let address = draft.node("Address", members);
    let town = &institution.seat.town;
    let members = Members::new().node("address", &address).both(
        "geographicName",
        town.text(Language::Cs),
        town.text(Language::En),
    );
    draft.node("Location", members)
}

/// What both the awarding body and the issuer keep from the record: numbers, home page, contact.
fn registered(draft: &mut Draft, institution: &Institution, members: Members) -> Members {
    let company = institution.company_number.as_ref().map(|number| number.as_str());
    let registration = institution.registration.as_ref().map(|number| number.as_str()).or(company);
    let registration = registration.map(|number| legal_identifier(draft, number, institution.country.code()));
    let identifier = company.map(|number| {
        let members = Members::new().text("schemeName", "IČO").text("notation", number);
        draft.node("Identifier", members)
    });
    let homepage = institution.homepage.as_ref().map(|page| web(draft, page.as_str()));
    let contact = institution.email.as_ref().map(|email| {
        let mailbox = fixed(&format!("mailto:{}", email.as_str()), "Mailbox", Members::new());
        draft.node("ContactPoint", Members::new().node("emailAddress", &mailbox))
    });
    members
        .maybe("registration", registration.as_ref())
        .maybe("identifier", identifier.as_ref())
        .maybe("homepage", homepage.as_ref())
        .maybe("contactPoint", contact.as_ref())
}

fn legal_identifier(draft: &mut Draft, number: &str, country: &str) -> Node {
    let members = Members::new().text("notation", number).node("spatial", &concept(Scheme::Country, country));
    draft.node("LegalIdentifier", members)
}

/// A node whose identifier is given.
fn fixed(id: &str, class: &str, members: Members) -> Node {
    Members::new().text("id", id).text("type", class).and(&members).into_object()
}

/// A logo, when it is of a kind that other software shows.
fn picture_of<'a>(draft: &mut Draft<'a>, image: &'a Image) -> Option<Node> {
    (image.media_type() == MediaType::Png).then(|| media(draft, image.bytes(), "PNG"))
}

/// A document that travels with the credential.
pub(super) fn document<'a>(draft: &mut Draft<'a>, file: &'a EmbeddedFile) -> Node {
    embedded(draft, Members::new().words("title", file.title()), file.bytes(), file.kind().name())
}

/// The mandate as the awarding body sealed it: a file like any other, which a verifier knows by its form.
pub(super) fn sealed_mandate<'a>(draft: &mut Draft<'a>, statement: &'a SealedStatement) -> Node {
    let title = Members::new().both("title", SEALED_MANDATE.0, SEALED_MANDATE.1);
    embedded(draft, title, statement.bytes(), "JSON")
}

/// A picture.
pub(super) fn media<'a>(draft: &mut Draft<'a>, bytes: &'a [u8], file_type: &str) -> Node {
    embedded(draft, Members::new(), bytes, file_type)
}

fn embedded<'a>(draft: &mut Draft<'a>, members: Members, bytes: &'a [u8], file_type: &str) -> Node {
    let content = draft.file(bytes);
    let members = members
        .node("content", &content)
        .node("contentEncoding", &concept(Scheme::Encoding, "6146cde7dd"))
        .node("contentType", &concept(Scheme::FileType, file_type));
    draft.node("MediaObject", members)
}
