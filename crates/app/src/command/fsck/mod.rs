//! `signet fsck`: every ledger and log walked and held against what was sealed and kept, every artefact read and verified by
//! the public verifier.

mod kept;
mod sentence;

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;
use signet_issue::RegisteredInstitution;
use signet_lang::{
    Locale,
    args::{self, KeptFileProblem, RegisterListWithdrawnStatus},
};
use signet_record::UnitId;
use signet_registry::{Artefacts, LedgerState, LogHead, PublishedList, Scope, SealedFile, Status};
use signet_store::{ArtefactKind, Audited, AuditedUnit, ReadArtefactError, StoredInstitution, Tenant};
use signet_verify::Evidence;

use self::kept::{Named, Unsound};
use crate::{
    award_problem,
    cli::FsckArgs,
    exit::{CommandError, Exit},
    kept_file,
    services::Services,
    terminal::say,
};

/// Credentials looked at together.
const PAGE: u32 = 100;

#[derive(Default, Serialize)]
struct Tally {
    credentials: usize,
    units: usize,
    entries_sealed: usize,
    artefacts: usize,
    orphans: usize,
    /// Heads of the logs, by institution; the service's own under the empty name. Keep them elsewhere.
    heads: BTreeMap<String, String>,
    damage: Vec<Damage>,
}

#[derive(Serialize)]
struct Damage {
    institution: String,
    credential: Option<String>,
    unit: Option<String>,
    what: String,
}

struct Check<'a> {
    services: &'a Services,
    locale: Locale,
    tally: Tally,
    /// Heads of the service's own log that the lists of institutions carry.
    service: Vec<LogHead>,
}

/// Goes through all institutions, and the service's own log.
pub async fn run(services: &Services, args: &FsckArgs, locale: Locale) -> Result<Exit, CommandError> {
    let store = services.issuer.store();
    let institutions = store.operator().institutions().await?;
    let mut named = Named::read(args, &institutions, locale)?;
    let service = named.heads.remove("").unwrap_or_default();
    let mut check = Check { services, locale, tally: Tally::default(), service };
    for institution in &institutions {
        check.institution(institution, &mut named).await?;
    }
    check.service().await?;
    let tally = check.tally;
    if args.json {
        say!("{}", serde_json::to_string_pretty(&tally)?);
    } else {
        for damage in &tally.damage {
            let about = damage.credential.as_ref().or(damage.unit.as_ref()).unwrap_or(&damage.institution);
            say!("{}", locale.app_fsck_damage(args::AppFsckDamage { credential: about, what: &damage.what }));
        }
        for (institution, head) in &tally.heads {
            say!("{}", locale.register_fsck_head(format!("{institution}={head}")));
        }
        say!(
            "{}",
            locale.app_fsck(args::AppFsck {
                artefacts: tally.artefacts,
                credentials: tally.credentials,
                damage: tally.damage.len(),
                orphans: tally.orphans
            })
        );
    }
    Ok(if tally.damage.is_empty() { Exit::Success } else { Exit::Fails })
}

impl Check<'_> {
    fn damage(&mut self, institution: &str, credential: Option<String>, what: String) {
        self.tally.damage.push(Damage { institution: institution.to_owned(), credential, unit: None, what });
    }

    fn damage_of_unit(&mut self, tenant: &Tenant, unit: &UnitId, what: String) {
        let (institution, unit) = (tenant.id().as_str().to_owned(), Some(unit.to_string()));
        self.tally.damage.push(Damage { institution, credential: None, unit, what });
    }

    async fn institution(&mut self, kept: &StoredInstitution, named: &mut Named) -> Result<(), CommandError> {
        let name = kept.id.as_str();
        let tenant = self.services.issuer.store().tenant(&kept.id);
        let mut files: Vec<Vec<u8>> = tenant.kept_status_lists().await?.iter().map(|list| list.to_vec()).collect();
        files.extend(named.lists.remove(name).unwrap_or_default());
        let mut heads = named.heads.remove(name).unwrap_or_default();
        for list in self.lists(&files, kept) {
            if let Some(sealed) = list.heads {
                heads.push(sealed.institution);
                self.service.push(sealed.service);
            }
            self.hold_against(&tenant, &list).await?;
        }
        let log = tenant.audit_log(&heads).await?;
        for finding in &log.findings {
            self.damage(name, None, sentence::of_log(finding, self.locale));
        }
        self.tally.heads.insert(name.to_owned(), log.head.to_string());
        for wrong in tenant.audit_status().await? {
            let what = self.locale.register_miscounted(args::RegisterMiscounted {
                counted: wrong.counted,
                list: wrong.list,
                taken: wrong.taken,
            });
            self.damage(name, None, what);
        }
        for audited in tenant.audit_units().await? {
            self.unit(&tenant, &audited).await?;
        }
        self.credentials(&tenant).await?;
        self.tally.orphans += tenant.orphans(self.services.issuer.now()).await?.len();
        Ok(())
    }

    /// The kept lists that can be relied on; the others are damage.
    fn lists(&mut self, files: &[Vec<u8>], kept: &StoredInstitution) -> Vec<PublishedList> {
        let name = kept.id.as_str();
        let sealer = RegisteredInstitution::from_document(&kept.document)
            .map(|registered| registered.sealer_identifier())
            .unwrap_or_default();
        let mut lists = Vec::with_capacity(files.len());
        for file in files {
            match kept::sound(file, name, &sealer, self.services.fetcher.trust()) {
                Ok(list) => lists.push(list),
                Err(Unsound::Foreign(list)) => {
                    self.damage(name, None, self.locale.register_list_foreign(list));
                }
                Err(Unsound::Seal(list)) => self.damage(name, None, self.locale.register_list_unsound(list)),
            }
        }
        lists
    }

    /// What a sealed list says of a credential is never taken back.
    async fn hold_against(&mut self, tenant: &Tenant, sealed: &PublishedList) -> Result<(), CommandError> {
        let Some(number) = sealed.number() else { return Ok(()) };
        let public = self.services.issuer.store().public();
        let now = public.status_list(tenant.id(), number).await?.unwrap_or_default();
        for (place, then) in sealed.taken_back(&now) {
            let credential = tenant.credential_at(number, place).await?.map(|id| id.to_string());
            let issued = self.locale.instant(sealed.issued);
            let what = self.locale.register_list_withdrawn(args::RegisterListWithdrawn {
                issued,
                list: number,
                place: place.get(),
                status: match then {
                    Status::Superseded => RegisterListWithdrawnStatus::Superseded,
                    Status::Valid | Status::Revoked => RegisterListWithdrawnStatus::Revoked,
                },
            });
            self.damage(tenant.id().as_str(), credential, what);
        }
        Ok(())
    }

    /// Looks at what a unit's ledger names, and whether credentials are issued from what was approved.
    async fn unit(&mut self, tenant: &Tenant, audited: &AuditedUnit) -> Result<(), CommandError> {
        self.tally.units += 1;
        let unit = &audited.unit;
        for finding in &audited.findings {
            self.damage_of_unit(tenant, unit, sentence::of_unit(finding, self.locale));
        }
        for digest in &audited.artefacts {
            self.tally.artefacts += 1;
            if let Err(error) = tenant.artefact(digest).await {
                self.damage_of_unit(tenant, unit, kept_file::problem(&error, self.locale));
            }
        }
        for version in tenant.unit_versions(unit).await? {
            let kept = tenant.unit(unit, version.version).await?;
            if !kept.is_some_and(|kept| signet_issue::is_approved_text(&kept.document, &version.digest)) {
                let what = self.locale.register_unit_text(version.version);
                self.damage_of_unit(tenant, unit, what);
            }
        }
        Ok(())
    }

    async fn credentials(&mut self, tenant: &Tenant) -> Result<(), CommandError> {
        let policy = &self.services.fetcher.trust().policy;
        // What another policy had said is forgotten by the next renewal.
        let remembered = self.services.issuer.protection_is_current(tenant, policy).await?;
        let mut after = None;
        loop {
            let page = tenant.audit(after.as_ref(), PAGE).await?;
            for audited in &page.rows {
                let sealed = self.credential(tenant, audited).await;
                if remembered {
                    self.protection(tenant, audited, &sealed).await?;
                }
            }
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        loop {
            let page = tenant.gone(after.as_ref()).await?;
            for audited in &page.rows {
                self.findings(tenant, audited);
            }
            after = page.next;
            if after.is_none() {
                return Ok(());
            }
        }
    }

    fn findings(&mut self, tenant: &Tenant, audited: &Audited) {
        for finding in &audited.findings {
            let what = sentence::of_credential(finding, self.locale);
            self.damage(tenant.id().as_str(), Some(audited.credential.to_string()), what);
        }
    }

    /// Looks at every artefact; the newest sealed files, as far as they can be read.
    async fn credential(&mut self, tenant: &Tenant, audited: &Audited) -> BTreeMap<SealedFile, Bytes> {
        let mut sealed = BTreeMap::new();
        self.tally.credentials += 1;
        self.findings(tenant, audited);
        // What was renewed may have lost its own proof since: then its bytes are all that counts.
        let newest =
            audited.state.as_ref().and_then(LedgerState::artefacts).map(Artefacts::digests).unwrap_or_default();
        let erased = audited.state.as_ref().is_some_and(|state| state.erased() == Some(Scope::Artefacts));
        for digest in &audited.artefacts {
            self.tally.artefacts += 1;
            let wrong = match tenant.artefact(digest).await {
                Err(ReadArtefactError::Erased(_)) if erased => None,
                Err(error) => Some(kept_file::problem(&error, self.locale)),
                Ok(artefact) if newest.is_empty() || newest.contains(digest) => {
                    if let ArtefactKind::Sealed(kind) = artefact.kind {
                        sealed.insert(kind, artefact.bytes.clone());
                    }
                    unsound(self.services, artefact.kind, &artefact.bytes, self.locale).map(|(problem, detail)| {
                        self.locale.register_file_problem(args::RegisterFileProblem {
                            detail,
                            digest: digest.to_string(),
                            problem,
                        })
                    })
                }
                Ok(_) => None,
            };
            if let Some(what) = wrong {
                self.damage(tenant.id().as_str(), Some(audited.credential.to_string()), what);
            }
        }
        let recorded = audited.state.as_ref().is_some_and(|state| state.artefacts().is_some());
        self.tally.entries_sealed += usize::from(recorded);
        sealed
    }

    /// Until when the register remembers the files to prove anything, held against the files.
    async fn protection(
        &mut self,
        tenant: &Tenant,
        audited: &Audited,
        sealed: &BTreeMap<SealedFile, Bytes>,
    ) -> Result<(), CommandError> {
        let Some(remembered) = tenant.protection(&audited.credential).await? else { return Ok(()) };
        let named = audited.state.as_ref().and_then(LedgerState::artefacts).map(|artefacts| &artefacts.files);
        if named.is_none_or(|named| named.is_empty() || !named.keys().eq(sealed.keys())) {
            // Erased, broken, or told already.
            return Ok(());
        }
        let read = signet_issue::protection_of(sealed, &self.services.fetcher.trust().policy);
        if read.is_ok_and(|read| !read.is_kept_as(&remembered)) {
            let what = self.locale.register_protection_differs();
            self.damage(tenant.id().as_str(), Some(audited.credential.to_string()), what);
        }
        Ok(())
    }

    /// What belongs to no institution: the service's own log, the guards, and institutions that are there no more.
    async fn service(&mut self) -> Result<(), CommandError> {
        let store = self.services.issuer.store();
        let log = store.seal_audit().audit_log(&self.service).await?;
        let service = self.locale.register_subject_service();
        for finding in &log.findings {
            self.damage(&service, None, sentence::of_log(finding, self.locale));
        }
        self.tally.heads.insert(String::new(), log.head.to_string());
        for table in store.operator().unguarded().await? {
            self.damage(&service, None, self.locale.register_unguarded(table));
        }
        for institution in store.institutions_gone().await? {
            self.damage(&institution, None, self.locale.register_institution_gone());
        }
        Ok(())
    }
}

/// How the bytes are not what their kind says, by the verifier that strangers use, from the file alone: which problem, and more about
/// it.
fn unsound(services: &Services, kind: ArtefactKind, bytes: &[u8], locale: Locale) -> Option<(KeptFileProblem, String)> {
    match kind {
        ArtefactKind::Award => {
            let unreadable = signet_issue::read_award(bytes).err();
            unreadable.map(|error| (KeptFileProblem::Award, award_problem::place(error, locale)))
        }
        ArtefactKind::Sealed(_) => {
            let artefact = match signet_verify::read(bytes.to_vec()) {
                Ok(artefact) => artefact,
                Err(unreadable) => return Some((KeptFileProblem::Unlike, unreadable.sentence(locale))),
            };
            let evidence = Evidence::offline(services.fetcher.trust().clone()).without_notes();
            let report = signet_verify::judge(&artefact, &evidence, services.issuer.now());
            let unsound: Vec<&str> = report.unsound().map(signet_verify::Check::code).collect();
            (!unsound.is_empty()).then(|| (KeptFileProblem::Unsound, unsound.join(", ")))
        }
        // Their digests are checked as they are read, and nothing else is said of them.
        ArtefactKind::Picture
        | ArtefactKind::Remarks
        | ArtefactKind::Statement
        | ArtefactKind::Unit
        | ArtefactKind::Upload => None,
    }
}
