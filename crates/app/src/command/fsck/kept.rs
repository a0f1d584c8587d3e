//! What was kept of a register's past where whoever writes the database cannot reach: sealed status lists, and heads of logs.

use std::{collections::BTreeMap, fs};

use signet_lang::Locale;
use signet_registry::{LogHead, PublishedList};
use signet_seal::{Anchors, Basis, Outcome, SealCheck, jades};
use signet_store::StoredInstitution;
use signet_verify::Trust;

use crate::{
    cli::FsckArgs,
    exit::{CommandError, Exit},
    input::unreadable,
};

/// Lists and heads that were named on the command line, by institution; the service's own under the empty name.
#[derive(Default)]
pub struct Named {
    /// Heads.
    pub heads: BTreeMap<String, Vec<LogHead>>,
    /// Sealed lists, unread.
    pub lists: BTreeMap<String, Vec<Vec<u8>>>,
}

impl Named {
    /// Reads what was named.
    ///
    /// # Errors
    /// When a head is none, a file is no sealed status list, or speaks of an institution that is not here.
    pub fn read(args: &FsckArgs, known: &[StoredInstitution], locale: Locale) -> Result<Self, CommandError> {
        let mut named = Named::default();
        for text in &args.head {
            let wrong = || CommandError::new(Exit::Usage, locale.register_fsck_head_wrong(text));
            let (institution, head) = text.split_once('=').ok_or_else(wrong)?;
            let head = head.parse().map_err(|_| wrong())?;
            named.heads.entry(institution.to_owned()).or_default().push(head);
        }
        for file in &args.against {
            let path = file.display().to_string();
            let bytes = fs::read(file).map_err(|error| unreadable(file, &error, Exit::NoInput, locale))?;
            let list = payload(&bytes)
                .ok_or_else(|| CommandError::new(Exit::Data, locale.register_fsck_list_unreadable(&path)))?;
            if !known.iter().any(|one| one.id == list.institution) {
                return Err(CommandError::new(Exit::Data, locale.register_fsck_list_foreign(&path)));
            }
            named.lists.entry(list.institution.to_string()).or_default().push(bytes);
        }
        Ok(named)
    }
}

fn payload(bytes: &[u8]) -> Option<PublishedList> {
    PublishedList::read(jades::read(bytes).ok()?.payload()).ok()
}

/// Why a kept list is not relied on.
pub enum Unsound {
    /// It names another institution.
    Foreign(String),
    /// It is no list, its seal does not hold, or another body applied it.
    Seal(String),
}

/// Reads a kept list whose seal holds at the moment it was made, and names this body.
pub fn sound(bytes: &[u8], institution: &str, sealer: &str, trust: &Trust) -> Result<PublishedList, Unsound> {
    let Some(list) = payload(bytes) else { return Err(Unsound::Seal(String::new())) };
    let name = list.number().map(|number| number.to_string()).unwrap_or_default();
    if list.institution.as_str() != institution {
        return Err(Unsound::Foreign(name));
    }
    let Ok(jws) = jades::read(bytes) else { return Err(Unsound::Seal(name)) };
    let anchors = Anchors::new([trust.anchors.certificates(), trust.test_anchors.certificates()].concat());
    let basis = Basis { policy: &trust.policy, ..Basis::offline(&anchors, list.issued) };
    let report = jades::judge(&jws, &basis);
    let body = report.signer.as_ref().and_then(|signer| signer.subject_organization_identifier());
    let leads = report.findings.iter().any(|one| one.check() == SealCheck::Chain && one.outcome == Outcome::Holds);
    if report.outcome() == Outcome::Fails || !leads || body.as_deref() != Some(sealer) {
        return Err(Unsound::Seal(name));
    }
    Ok(list)
}
