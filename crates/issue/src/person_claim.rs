//! People whom a national identity names ask whether the records of an institution are about them.
//!
//! Nobody is linked by a name and a birth date alone: two people can have both, and a marriage changes a name. With the identifier of a credential,
//! which stands on paper that its holder has, the one person of that name and birth date is linked at once; everything else is for
//! somebody of the institution to look at. What the person who asks is told is the same in every other case, so that nobody learns by asking
//! whether somebody is in the records.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use signet_access::{
    Action, AnotherAct, LoginProvider, Permit, ProviderKind, SecurityEvent, SecurityEventKind, Target,
};
use signet_outbound::RecognisedPerson;
use signet_record::{CredentialId, Date, Holder, InstitutionId, Line, PersonId, Timestamp};
use signet_registry::{Agent, NotAnAgent};
use signet_store::{
    Account, AccountState, NamedPerson, PersonClaim, PersonClaimDecision, PersonClaimId, PersonClaimState,
    SessionsError, StoreError, Tenant, TokenDigest,
};

use crate::{issuer::Issuer, name_words::name_words};

/// How long somebody may take to say which records they mean: they look for their certificate, and nobody is hurried (WCAG 2.2, 2.2.1).
pub const CLAIM_LASTS: Duration = Duration::from_secs(24 * 3600);
/// Requests that an identity may make to one institution while they are kept; whoever makes more is told the same, and nobody is asked.
const CLAIMS_MAX: usize = 3;
/// Longest reason of a decision, in characters.
pub const CLAIM_REASON_MAX: usize = 500;

/// How a name in the records fits the name that was claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameMatch {
    /// The same names, whatever their order, accents and titles.
    Same,
    /// The same given names, and other family names.
    OtherFamilyName,
    /// Other names: a typed identifier leads to them alone.
    Other,
}

/// Somebody in the records who may be whoever asks.
#[derive(Clone, Debug)]
pub struct ClaimCandidate {
    /// Who.
    pub holder: Holder,
    /// How the names fit; the birth date is the same.
    pub names: NameMatch,
    /// The identifier that was typed is that of one of their credentials.
    pub has_credential: bool,
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimAnswer {
    /// The records are linked: the next sign-in leads to them.
    Linked,
    /// It is for somebody of the institution to look at, if there is anything to look at.
    Passed,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimDecided {
    /// It is written down.
    Done,
    /// It was decided before, or the identity is somebody else there by now.
    NotNow,
    /// Nobody decides about themselves.
    OwnPerson,
}

/// Why a request was not taken or decided.
#[derive(Debug, thiserror::Error)]
pub enum PersonClaimError {
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// No account can be named after the provider.
    #[error(transparent)]
    Name(#[from] NotAnAgent),
    /// The rows that grant something could not be read.
    #[error(transparent)]
    Sessions(#[from] SessionsError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

/// What a ticket carries. It is the person's own, in their own browser, and under a key: nothing of somebody who is nobody here is kept.
#[derive(Serialize, Deserialize)]
struct Ticket {
    provider: String,
    subject: String,
    level: String,
    given: String,
    family: String,
    born: Date,
    browser: String,
    expires: Timestamp,
}

impl Issuer {
    /// What somebody whom a national identity recognised asks with, in the browser in which they were. `None` where the provider does not say their
    /// names and their whole birth date: then nobody can be found by it.
    pub fn claim_ticket(
        &self,
        provider: &LoginProvider,
        person: &RecognisedPerson,
        browser: &TokenDigest,
    ) -> Option<String> {
        if provider.kind != ProviderKind::National {
            return None;
        }
        let name = |claim: &str| Line::new(person.claims.single(claim)?).ok();
        let ticket = Ticket {
            provider: provider.name.to_string(),
            subject: self.sessions().named_subject(&provider.name, &person.subject),
            level: person.level.code().to_owned(),
            given: name("given_name")?.to_string(),
            family: name("family_name")?.to_string(),
            born: birth_date(person.claims.single("birthdate")?)?,
            browser: browser.to_string(),
            expires: self.now().saturating_add(CLAIM_LASTS).ok()?,
        };
        let text = BASE64URL_NOPAD.encode(&serde_json::to_vec(&ticket).ok()?);
        let code = self.ticket_code(&text);
        Some(format!("{text}.{code}"))
    }

    /// Whom a ticket names, in the browser that it was made for, while it lasts.
    pub fn named_by(&self, ticket: &str, browser: &TokenDigest) -> Option<NamedPerson> {
        let (text, code) = ticket.split_once('.')?;
        // Digests are compared, so that the time it takes tells nothing of the code.
        if TokenDigest::of(code) != TokenDigest::of(&self.ticket_code(text)) {
            return None;
        }
        let ticket: Ticket = serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok()?;
        if ticket.browser != browser.to_string() || ticket.expires <= self.now() {
            return None;
        }
        Some(NamedPerson {
            provider: ticket.provider.parse().ok()?,
            subject: ticket.subject,
            level: signet_access::AssuranceLevel::from_code(&ticket.level)?,
            given_name: Line::new(&ticket.given).ok()?,
            family_name: Line::new(&ticket.family).ok()?,
            born: ticket.born,
        })
    }

    fn ticket_code(&self, text: &str) -> String {
        BASE64URL_NOPAD.encode(&self.inner.link_key.derive(&format!("person claim 1\n{text}")))
    }

    /// Somebody asks an institution whether its records are about them, perhaps with the identifier of one of their credentials.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn claim_records(
        &self,
        tenant: &Tenant,
        named: NamedPerson,
        credential: Option<CredentialId>,
    ) -> Result<ClaimAnswer, PersonClaimError> {
        let (sessions, institution) = (self.sessions(), tenant.id());
        let claim = PersonClaim {
            id: PersonClaimId::from_random(self.random().bytes()),
            named,
            credential,
            asked: self.now(),
            decision: None,
        };
        let candidates = self.claim_candidates(tenant, &claim).await?;
        let mut same = candidates.iter().filter(|one| one.names == NameMatch::Same);
        if let (Some(only), None) = (same.next(), same.next())
            && only.has_credential
        {
            let account = self.named_account(&claim.named)?;
            let person = &only.holder.person;
            if sessions.link_person(&claim.named, institution, person, &account, claim.asked).await? {
                self.note_linked(institution, &claim).await?;
                return Ok(ClaimAnswer::Linked);
            }
        }
        let before = sessions.claims_of(institution, &claim.named).await?;
        let waits = before.contains(&PersonClaimState::Waiting);
        if !candidates.is_empty() && !waits && before.len() < CLAIMS_MAX {
            sessions.put_claim(institution, &claim).await?;
        }
        Ok(ClaimAnswer::Passed)
    }

    /// Who in the records may be whoever asks: everybody of that birth date whose names fit, and the holder of the credential that they named.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn claim_candidates(
        &self,
        tenant: &Tenant,
        claim: &PersonClaim,
    ) -> Result<Vec<ClaimCandidate>, StoreError> {
        let holder_of = match &claim.credential {
            Some(credential) => tenant.credential(credential).await?.map(|stored| stored.holder.person.clone()),
            None => None,
        };
        let fitting = |holder: Holder| {
            let has_credential = holder_of.as_ref() == Some(&holder.person);
            let names = name_match(&claim.named, &holder).or(has_credential.then_some(NameMatch::Other))?;
            Some(ClaimCandidate { holder, names, has_credential })
        };
        Ok(tenant.people_born(claim.named.born).await?.into_iter().filter_map(fitting).collect())
    }

    /// Decides about a request: links it to a person of the records, or to nobody.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn decide_claim(
        &self,
        tenant: &Tenant,
        claim: PersonClaim,
        person: Option<PersonId>,
        reason: &str,
        permit: Permit,
    ) -> Result<ClaimDecided, PersonClaimError> {
        let kind = match &person {
            Some(_) => SecurityEventKind::PersonLinked,
            None => SecurityEventKind::PersonLinkDeclined,
        };
        let event = SecurityEvent::used(kind, &permit).about(&claim.id);
        if person.is_some() && permit.person() == person.as_ref() {
            return Ok(ClaimDecided::OwnPerson);
        }
        let by = permit.redeem(Action::LinkPerson, &Target::Institution(tenant.id()))?;
        let decision = PersonClaimDecision { person, at: self.now(), by, reason: reason.to_owned() };
        let account = self.named_account(&claim.named)?;
        let decided = PersonClaim { decision: Some(decision), ..claim };
        if !self.sessions().decide_claim(tenant.id(), &decided, &account).await? {
            return Ok(ClaimDecided::NotNow);
        }
        self.record_security_event(&event).await?;
        Ok(ClaimDecided::Done)
    }

    /// Takes back what a request was linked to.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn undo_claim(
        &self,
        tenant: &Tenant,
        claim: PersonClaim,
        reason: &str,
        permit: Permit,
    ) -> Result<ClaimDecided, PersonClaimError> {
        let event = SecurityEvent::used(SecurityEventKind::PersonUnlinked, &permit).about(&claim.id);
        let linked = claim.decision.as_ref().and_then(|decision| decision.person.as_ref());
        if linked.is_some() && permit.person() == linked {
            return Ok(ClaimDecided::OwnPerson);
        }
        let by = permit.redeem(Action::LinkPerson, &Target::Institution(tenant.id()))?;
        let decision = PersonClaimDecision { person: None, at: self.now(), by, reason: reason.to_owned() };
        let declined = PersonClaim { decision: Some(decision), ..claim };
        if !self.sessions().undo_claim(tenant.id(), &declined).await? {
            return Ok(ClaimDecided::NotNow);
        }
        self.record_security_event(&event).await?;
        Ok(ClaimDecided::Done)
    }

    async fn note_linked(&self, institution: &InstitutionId, claim: &PersonClaim) -> Result<(), StoreError> {
        let event = SecurityEvent::by_anyone(SecurityEventKind::PersonLinked).about(&claim.id);
        self.record_security_event(&SecurityEvent { institution: Some(institution.clone()), ..event }).await
    }

    /// An account for somebody who has none yet. Its name says nothing of them.
    fn named_account(&self, named: &NamedPerson) -> Result<Account, NotAnAgent> {
        let chance = data_encoding::HEXLOWER.encode(&self.random().bytes::<12>());
        let (id, now) = (Agent::new(&format!("{}:{chance}", named.provider))?, self.now());
        Ok(Account { name: id.to_string(), id, state: AccountState::Active, created: now, changed: now })
    }
}

/// A whole birth date (OpenID Connect Core §5.1); a year alone, or a day without a year, finds nobody.
fn birth_date(claim: &str) -> Option<Date> {
    let is_whole = claim.len() == 10 && !claim.starts_with("0000");
    is_whole.then(|| claim.parse().ok()).flatten()
}

/// How the names of somebody in the records fit those that were claimed.
fn name_match(named: &NamedPerson, holder: &Holder) -> Option<NameMatch> {
    let claimed = (words(Some(&named.given_name)), words(Some(&named.family_name)));
    let known = (words(holder.given_name.as_ref()), words(holder.family_name.as_ref()));
    let all = |(given, family): &(Vec<String>, Vec<String>)| {
        let mut all: Vec<String> = given.iter().chain(family).cloned().collect();
        all.sort();
        all
    };
    if all(&claimed) == all(&known) {
        return Some(NameMatch::Same);
    }
    (!known.0.is_empty() && claimed.0 == known.0).then_some(NameMatch::OtherFamilyName)
}

fn words(name: Option<&Line>) -> Vec<String> {
    name.map_or_else(Vec::new, |name| name_words(name.as_str()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_access::AssuranceLevel;
    use signet_record::HolderFields;

    use super::*;

    fn named(given: &str, family: &str) -> NamedPerson {
        NamedPerson {
            provider: "stat".parse().unwrap(),
            subject: "s".into(),
            level: AssuranceLevel::Multi,
            given_name: Line::new(given).unwrap(),
            family_name: Line::new(family).unwrap(),
            born: Date::constant(1988, 9, 1),
        }
    }

    fn holder(given: Option<&str>, family: Option<&str>) -> Holder {
        Holder::new(HolderFields {
            person: PersonId::new("z1").unwrap(),
            given_name: given.map(|name| Line::new(name).unwrap()),
            family_name: family.map(|name| Line::new(name).unwrap()),
            titles_before: None,
            titles_after: None,
            born: Date::constant(1988, 9, 1),
            birth_place: None,
            birth_country: None,
            email: None,
        })
        .unwrap()
    }

    #[test]
    fn li6_names_fit_whatever_their_order_accents_and_titles() {
        let claimed = named("Jitka", "Ukázková");
        let fits = |given: Option<&str>, family: Option<&str>| name_match(&claimed, &holder(given, family));
        assert_eq!(fits(Some("Jitka"), Some("Ukázková")), Some(NameMatch::Same));
        assert_eq!(fits(Some("JITKA"), Some("Ukazkova")), Some(NameMatch::Same));
        assert_eq!(fits(Some("Ukázková"), Some("Jitka")), Some(NameMatch::Same));
        assert_eq!(fits(Some("Ing. Jitka"), Some("Ukázková, Ph.D.")), Some(NameMatch::Same));
        assert_eq!(fits(None, Some("Jitka Ukázková")), Some(NameMatch::Same));
        assert_eq!(fits(Some("Jitka"), Some("Ukázková-Nová")), Some(NameMatch::OtherFamilyName));
        assert_eq!(fits(Some("Jitka"), Some("Vdaná")), Some(NameMatch::OtherFamilyName));
        assert_eq!(fits(Some("Jana"), Some("Ukázková")), None);
        assert_eq!(fits(None, Some("Ukázková")), None);
    }

    #[test]
    fn a_birth_date_is_whole() {
        assert_eq!(birth_date("1988-09-01"), Some(Date::constant(1988, 9, 1)));
        for other in ["0000-09-01", "1988", "1988-09", "1. 9. 1988", "1988-13-01", "", "1988-09-01T00:00"] {
            assert_eq!(birth_date(other), None, "{other}");
        }
    }
}
