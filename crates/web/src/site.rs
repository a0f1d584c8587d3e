//! What the pages stand on: handles, keys and settings, made once by the program.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::http::{Extensions, HeaderMap};
use signet_access::{Actor, LinkStanding};
use signet_catalogue::CatalogueIndex;
use signet_issue::{Issuer, RegisteredInstitution};
use signet_outbound::evidence::EvidenceFetcher;
use signet_record::{Date, Timestamp};
use signet_share::ShareId;
use signet_store::Store;
use url::Url;

use crate::{
    accessibility_statement::AccessibilityStatement,
    admission::{Admission, UploadLimits},
    catalogue_files::{CatalogueFile, CatalogueFiles},
    client_address::{Client, ClientAddress},
    compute::Compute,
    login_option::LoginOption,
    look_counter::LookCounter,
    packed::Packed,
    rate_limit::RateLimit,
    ready_lists::{ReadyLists, none_ready},
    verdict_memory::VerdictMemory,
    verification::Verifier,
};

/// Wrong links that one client may try in a minute before wrong ones are no longer looked up for it.
const WRONG_LINKS: u64 = 30;
/// Milliseconds that workers may spend on files of one client in a minute, beside what it may save up.
const VERIFYING: u64 = 20_000;

/// Times that one client may be sent to a login provider in a minute: each is a row. A lecture hall comes from one address.
const SIGN_INS: u64 = 300;

/// Times that one client may ask institutions whether their records are about somebody, in ten minutes.
const CLAIMS: u64 = 30;

/// How often looks are written down: a process that is killed loses no more of them.
const KEEP_UP: Duration = Duration::from_secs(3);

/// How long one-time links, and the sessions that they began, let in whoever acts for an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffLinks {
    /// Until the institution has a login provider.
    UntilProvider,
    /// Always: for a demonstration, where anybody enters as anybody.
    Always,
}

/// The text of the metrics, when the program keeps any.
pub type Metrics = Arc<dyn Fn() -> String + Send + Sync>;

/// Everything the pages need.
pub struct Site {
    /// The register, the one path to correction and revocation, the clock and the generator. When the address people see
    /// begins with `https`, cookies are bound to it.
    pub issuer: Issuer,
    /// The way to evidence, and whose seals count.
    pub fetcher: EvidenceFetcher,
    /// Where strangers' files are judged.
    pub verifier: Verifier,
    /// How many of them at once.
    pub uploads: UploadLimits,
    /// The longest an answer may take, the upload of a large file over a slow line included.
    pub answer_time: Duration,
    /// The longest pause between two pieces of what is uploaded.
    pub body_time: Duration,
    /// Largest file for verification, in bytes.
    pub upload_bytes_max: usize,
    /// Address for reports of barriers and for requests about personal data.
    pub contact: Option<String>,
    /// What the operator states about the accessibility of the pages.
    pub accessibility: Option<AccessibilityStatement>,
    /// Where the client's address is found.
    pub client: ClientAddress,
    /// Who vouches for people, in the order of the settings.
    pub login: Vec<LoginOption>,
    /// How long links let staff in beside them.
    pub staff_links: StaffLinks,
    /// What `/metrics` says; without it there is no such page.
    pub metrics: Option<Metrics>,
}

/// The site with what it remembers while it runs. Cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Memory>);

struct Memory {
    site: Site,
    /// The way to evidence for strangers' files: apart from that of our own.
    strangers: EvidenceFetcher,
    wrong_links: RateLimit,
    verifying: RateLimit,
    sign_ins: RateLimit,
    claims: RateLimit,
    admission: Arc<Admission>,
    compute: Compute,
    verdicts: VerdictMemory,
    looks: LookCounter,
    catalogue_files: Mutex<Option<CatalogueFiles>>,
    ready_lists: ReadyLists,
}

impl AppState {
    /// The site, with nothing remembered.
    pub fn new(site: Site) -> Self {
        let minute = Duration::from_secs(60);
        AppState(Arc::new(Memory {
            strangers: site.fetcher.apart(),
            wrong_links: RateLimit::new(WRONG_LINKS, minute),
            verifying: RateLimit::new(VERIFYING, minute),
            sign_ins: RateLimit::new(SIGN_INS, minute),
            claims: RateLimit::new(CLAIMS, minute * 10),
            admission: Arc::new(Admission::new(site.uploads)),
            compute: Compute::new(),
            verdicts: VerdictMemory::new(),
            looks: LookCounter::default(),
            catalogue_files: Mutex::default(),
            ready_lists: none_ready(),
            site,
        }))
    }

    /// Does in the background what need not be done with each request, until it is dropped: writes looks down every few seconds and
    /// forgets verdicts that have ended. Call [`AppState::write_looks`] once more at the end.
    pub async fn keep_up(self) {
        loop {
            tokio::time::sleep(KEEP_UP).await;
            self.write_looks().await;
            self.verdicts().forget_ended(self.now());
        }
    }

    /// Writes the looks down that were counted since the last time.
    pub async fn write_looks(&self) {
        if let Err(error) = self.0.looks.write(&self.store().public()).await {
            tracing::error!(%error, "looks could not be written down");
        }
    }

    pub(crate) fn looks(&self) -> &LookCounter {
        &self.0.looks
    }

    pub(crate) fn ready_lists(&self) -> &ReadyLists {
        &self.0.ready_lists
    }

    pub(crate) fn verdicts(&self) -> &VerdictMemory {
        &self.0.verdicts
    }

    /// Whether a client has tried enough wrong links for now.
    pub(crate) fn guessed_enough(&self, client: Option<Client>) -> bool {
        self.0.wrong_links.exhausted(client, Instant::now())
    }

    /// Notes a wrong link.
    pub(crate) fn note_guess(&self, client: Option<Client>) {
        self.0.wrong_links.note(client, 1, Instant::now());
    }

    /// Whether a client may be sent to a login provider; it is counted.
    pub(crate) fn may_sign_in(&self, client: Option<Client>) -> bool {
        let now = Instant::now();
        let may = !self.0.sign_ins.exhausted(client, now);
        self.0.sign_ins.note(client, 1, now);
        may
    }

    /// Whether a client may ask institutions whether their records are about somebody; it is counted.
    pub(crate) fn may_claim(&self, client: Option<Client>) -> bool {
        let now = Instant::now();
        let may = !self.0.claims.exhausted(client, now);
        self.0.claims.note(client, 1, now);
        may
    }

    /// The login provider of this name.
    pub(crate) fn login_option(&self, name: &str) -> Option<&LoginOption> {
        self.login.iter().find(|option| option.provider().name.as_str() == name)
    }

    /// Whether a one-time link lets this actor in no longer, and the session that it began neither: a login provider recognises them instead.
    pub(crate) fn refuses_link_of(&self, actor: &Actor) -> bool {
        let providers = self.login.iter().map(LoginOption::provider);
        let standing = LinkStanding::of(actor.role(), actor.institution(), providers);
        let is_past = matches!(standing, LinkStanding::Emergency(_)) && actor.emergency().is_some();
        self.staff_links == StaffLinks::UntilProvider && standing != LinkStanding::WayIn && !is_past
    }

    pub(crate) fn strangers(&self) -> &EvidenceFetcher {
        &self.0.strangers
    }

    pub(crate) fn verifying(&self) -> &RateLimit {
        &self.0.verifying
    }

    pub(crate) fn admission(&self) -> &Arc<Admission> {
        &self.0.admission
    }

    pub(crate) fn compute(&self) -> &Compute {
        &self.0.compute
    }

    /// A file for machines that was made of this state of the catalogue on this day, and since when the state has been known.
    pub(crate) fn catalogue_file(
        &self,
        index: &Arc<CatalogueIndex>,
        today: Date,
        file: CatalogueFile,
    ) -> Option<(Packed, Timestamp)> {
        let known = self.0.catalogue_files.lock().ok()?;
        known.as_ref().filter(|known| known.are_of(index, today))?.file(file)
    }

    /// Keeps such a file; those of another state or day are forgotten.
    pub(crate) fn remember_catalogue_file(
        &self,
        index: Arc<CatalogueIndex>,
        today: Date,
        file: CatalogueFile,
        packed: &Packed,
    ) -> Timestamp {
        let now = self.now();
        let Ok(mut known) = self.0.catalogue_files.lock() else { return now };
        if known.as_ref().is_none_or(|known| !known.are_of(&index, today)) {
            *known = None;
        }
        known.get_or_insert_with(|| CatalogueFiles::new(index, today, now)).keep(file, packed)
    }

    pub(crate) fn store(&self) -> &Store {
        self.issuer.store()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.issuer.now()
    }

    pub(crate) fn base_url(&self) -> &Url {
        self.issuer.base_url()
    }

    /// A fresh secret for an address or a cookie: 256 bits in base64url.
    pub(crate) fn secret(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&self.issuer.random().bytes::<32>())
    }

    /// 16 random bytes, for an identifier.
    pub(crate) fn sixteen(&self) -> [u8; 16] {
        self.issuer.random().bytes()
    }

    pub(crate) fn secure(&self) -> bool {
        self.base_url().scheme() == "https"
    }

    /// Host and port of the address people see.
    pub(crate) fn host(&self) -> String {
        let host = self.base_url().host_str().unwrap_or_default();
        self.base_url().port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// The whole address of a share's page.
    pub(crate) fn link(&self, share: ShareId) -> String {
        self.issuer.address(&self.issuer.link(share))
    }

    /// Whether what this institution seals here is for trying only.
    pub(crate) fn seals_for_test(&self, registered: &RegisteredInstitution) -> bool {
        self.issuer.sealer(&registered.sealer_identifier()).is_some_and(|sealer| sealer.policy().test)
    }

    pub(crate) fn megabytes(&self) -> String {
        (self.upload_bytes_max >> 20).to_string()
    }

    pub(crate) fn client_address(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<Client> {
        self.client.of(headers, extensions)
    }
}

impl std::ops::Deref for AppState {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.0.site
    }
}
