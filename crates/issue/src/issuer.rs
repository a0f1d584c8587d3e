//! The issuer: joins the register, the sealers and the clock.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use signet_lang::when::day_in_prague;
use signet_record::{Award, Date, Institution, InstitutionRules, Language, SealingIssuer, Timestamp};
use signet_seal::SealKey;
use signet_share::{LinkKey, ShareId, ShareLink};
use signet_store::Store;
use url::Url;

use crate::{
    catalogue::RememberedCatalogue,
    clock::{Clock, SecureRandom},
    remembered_list::RememberedList,
    sealer::Sealer,
    signing_session::SessionContext,
};

/// An institution as it stands in the register: itself, and who seals for it.
#[derive(Clone)]
pub struct RegisteredInstitution {
    /// The awarding body.
    pub institution: Arc<Institution>,
    /// Who applies the seal.
    pub sealing: Arc<SealingIssuer>,
    /// Where two of its people are needed.
    pub rules: InstitutionRules,
}

impl RegisteredInstitution {
    /// As an award names it.
    pub fn of(award: &Award) -> Self {
        let fields = award.clone().into_fields();
        // An award says nothing of who may act.
        let rules = InstitutionRules::default();
        RegisteredInstitution { institution: fields.institution, sealing: fields.sealing, rules }
    }

    /// Identifier of the body that seals (`NTRCZ-…`): the sealers are found by it.
    pub fn sealer_identifier(&self) -> String {
        match &*self.sealing {
            SealingIssuer::AwardingBody => self.institution.eidas_identifier.to_string(),
            SealingIssuer::Mandated { issuer, .. } => issuer.eidas_identifier.to_string(),
        }
    }
}

/// The one way to issue, correct and revoke. Cheap to clone.
#[derive(Clone)]
pub struct Issuer {
    pub(crate) inner: Arc<Inner>,
    tells_holders: bool,
    digest_hour: u8,
    offers_sign_in: bool,
}

/// At this hour in Prague people are told what work waits for them, unless the settings say another.
const DIGEST_HOUR: u8 = 7;

pub(crate) struct Inner {
    pub store: Store,
    pub sealers: Vec<Arc<Sealer>>,
    pub link_key: LinkKey,
    pub base_url: Url,
    pub clock: Clock,
    pub random: SecureRandom,
    pub published: Mutex<BTreeMap<String, RememberedList>>,
    pub catalogue: Mutex<RememberedCatalogue>,
    /// Held by whoever reads the catalogue: others wait for it instead of reading the same.
    pub catalogue_reading: tokio::sync::Mutex<()>,
    pub attestation: Option<SealKey>,
}

impl Issuer {
    /// Joins the parts. `base_url` is what people see in links and status lists; `attestation` signs statements about records.
    pub fn new(
        store: Store,
        sealers: impl IntoIterator<Item = Arc<Sealer>>,
        link_key: LinkKey,
        base_url: Url,
        clock: Clock,
        random: SecureRandom,
        attestation: Option<SealKey>,
    ) -> Self {
        let sealers = sealers.into_iter().collect();
        let (published, catalogue, catalogue_reading) =
            (Mutex::default(), Mutex::default(), tokio::sync::Mutex::default());
        let inner = Inner {
            store,
            sealers,
            link_key,
            base_url,
            clock,
            random,
            published,
            catalogue,
            catalogue_reading,
            attestation,
        };
        Issuer { inner: Arc::new(inner), tells_holders: false, digest_hour: DIGEST_HOUR, offers_sign_in: false }
    }

    /// The same, writing a letter to the holder with each act that concerns them. Without a relay there would be nobody to send them.
    #[must_use]
    pub fn telling_holders(self) -> Self {
        Issuer { tells_holders: true, ..self }
    }

    /// The same, telling people at another hour what work waits for them.
    #[must_use]
    pub fn with_digest_at(self, hour: u8) -> Self {
        Issuer { digest_hour: hour, ..self }
    }

    /// The same, where people can sign in through a university or the state: letters say how a credential stays within reach.
    #[must_use]
    pub fn offering_sign_in(self) -> Self {
        Issuer { offers_sign_in: true, ..self }
    }

    /// Whether people can sign in through a provider.
    pub(crate) fn offers_sign_in(&self) -> bool {
        self.offers_sign_in
    }

    /// The hour in Prague at which people are told what work waits for them.
    pub(crate) fn digest_hour(&self) -> u8 {
        self.digest_hour
    }

    /// Whether people are told anything by e-mail.
    pub fn tells_holders(&self) -> bool {
        self.tells_holders
    }

    /// The register.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The address people see.
    pub fn base_url(&self) -> &Url {
        &self.inner.base_url
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// The present day where the institutions are.
    pub fn today(&self) -> Date {
        day_in_prague(self.now())
    }

    /// Where chance comes from.
    pub fn random(&self) -> SecureRandom {
        self.inner.random
    }

    /// What sessions of its seals work with.
    pub(crate) fn session_context(&self) -> SessionContext {
        SessionContext { seal_audit: self.store().seal_audit(), clock: self.inner.clock, random: self.inner.random }
    }

    pub(crate) fn link_key(&self) -> &LinkKey {
        &self.inner.link_key
    }

    /// The link of a share, as it is shown to its holder. A secret.
    pub fn link(&self, share: ShareId) -> ShareLink {
        ShareLink::of(&self.inner.link_key, share)
    }

    /// The whole address of a link. A secret.
    pub fn address(&self, link: &ShareLink) -> String {
        self.place(&["c", &link.reveal()])
    }

    /// Address of a status list.
    pub fn status_list_url(&self, institution: &signet_record::InstitutionId, list: u32) -> String {
        self.place(&["status", institution.as_str(), &list.to_string()])
    }

    /// Address of a page in a language.
    pub(crate) fn page(&self, language: Language, segments: &[&str]) -> String {
        let segments: Vec<&str> = std::iter::once(language.code()).chain(segments.iter().copied()).collect();
        self.place(&segments)
    }

    /// A secret for a use of its own, by the server's key.
    pub(crate) fn derived(&self, usage: &str) -> [u8; 32] {
        self.inner.link_key.derive(usage)
    }

    fn place(&self, segments: &[&str]) -> String {
        let mut url = self.inner.base_url.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        url.into()
    }
}

/// How an institution is kept in the register.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct InstitutionDocument {
    institution: Institution,
    sealing: SealingIssuer,
    #[serde(default, skip_serializing_if = "InstitutionRules::is_default")]
    rules: InstitutionRules,
}

impl RegisteredInstitution {
    /// The form in which the register keeps it.
    ///
    /// # Errors
    /// When a part of it cannot be written as JSON; none of today's parts is such.
    pub fn to_document(&self) -> Result<String, serde_json::Error> {
        let (institution, sealing) = ((*self.institution).clone(), (*self.sealing).clone());
        let document = InstitutionDocument { institution, sealing, rules: self.rules };
        serde_json::to_string(&document)
    }

    /// Reads it back; the rules of the record are checked again.
    ///
    /// # Errors
    /// When it is not what [`RegisteredInstitution::to_document`] wrote.
    pub fn from_document(document: &str) -> Result<Self, serde_json::Error> {
        let InstitutionDocument { institution, sealing, rules } = serde_json::from_str(document)?;
        Ok(RegisteredInstitution { institution: Arc::new(institution), sealing: Arc::new(sealing), rules })
    }
}
