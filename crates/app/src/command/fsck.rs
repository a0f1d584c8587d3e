//! `signet fsck`: every ledger walked, every artefact read and verified by the public verifier.

use serde::Serialize;
use signet_lang::Locale;
use signet_record::Award;
use signet_registry::{Artefacts, State};
use signet_store::{ArtefactKind, Audited, Tenant};
use signet_verify::Evidence;

use crate::{
    assembly::Assembly,
    cli::FsckArgs,
    exit::{Exit, Stop},
    terminal::say,
};

/// Credentials looked at together.
const PAGE: u32 = 100;

#[derive(Default, Serialize)]
struct Tally {
    credentials: usize,
    entries_sealed: usize,
    artefacts: usize,
    orphans: usize,
    damage: Vec<Damage>,
}

#[derive(Serialize)]
struct Damage {
    institution: String,
    credential: String,
    what: String,
}

/// Goes through all institutions.
pub async fn run(assembly: &Assembly, args: &FsckArgs, locale: Locale) -> Result<Exit, Stop> {
    let store = assembly.issuer.store();
    let mut tally = Tally::default();
    for institution in store.operator().institutions().await? {
        let tenant = store.tenant(&institution.id);
        let mut after = None;
        loop {
            let page = tenant.audit(after.as_ref(), PAGE).await?;
            for audited in &page.rows {
                one(assembly, &tenant, audited, &mut tally).await;
            }
            match page.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        tally.orphans += tenant.orphans(assembly.issuer.now()).await?.len();
    }
    if args.json {
        say!("{}", serde_json::to_string_pretty(&tally)?);
    } else {
        for damage in &tally.damage {
            say!("{}", locale.app_fsck_damage(&damage.credential, &damage.what));
        }
        say!("{}", locale.app_fsck(tally.artefacts, tally.credentials, tally.damage.len(), tally.orphans));
    }
    Ok(if tally.damage.is_empty() { Exit::Holds } else { Exit::Fails })
}

async fn one(assembly: &Assembly, tenant: &Tenant, audited: &Audited, tally: &mut Tally) {
    tally.credentials += 1;
    let mut report = |what: String| {
        let (institution, credential) = (tenant.id().to_string(), audited.credential.to_string());
        tally.damage.push(Damage { institution, credential, what });
    };
    for finding in &audited.findings {
        report(finding.to_string());
    }
    let mut artefacts = 0;
    // What was renewed may have lost its own proof since: then its bytes are all that counts.
    let newest = audited.state.as_ref().and_then(State::artefacts).map(Artefacts::digests).unwrap_or_default();
    for digest in &audited.artefacts {
        artefacts += 1;
        match tenant.artefact(digest).await {
            Err(error) => report(error.to_string()),
            Ok(artefact) if newest.is_empty() || newest.contains(digest) => {
                if let Err(what) = sound(assembly, artefact.kind, &artefact.bytes) {
                    report(what);
                }
            }
            Ok(_) => {}
        }
    }
    let sealed = audited.state.as_ref().is_some_and(|state| state.artefacts().is_some());
    tally.artefacts += artefacts;
    tally.entries_sealed += usize::from(sealed);
}

/// Whether the bytes are what their kind says, by the verifier that strangers use, from the file alone.
fn sound(assembly: &Assembly, kind: ArtefactKind, bytes: &[u8]) -> Result<(), String> {
    match kind {
        ArtefactKind::Award => Award::from_json(bytes).map(drop).map_err(|error| error.to_string()),
        ArtefactKind::Jsonld | ArtefactKind::Pdf => {
            let artefact = signet_verify::read(bytes.to_vec()).map_err(|error| error.to_string())?;
            let evidence = Evidence::offline(assembly.gatherer.trust().clone());
            let report = signet_verify::judge(&artefact, &evidence, assembly.issuer.now());
            let unsound: Vec<_> = report.unsound().collect();
            if unsound.is_empty() { Ok(()) } else { Err(unsound.join(", ")) }
        }
        ArtefactKind::Picture | ArtefactKind::Upload => Ok(()),
    }
}
