//! Findings, as sentences.

use signet_lang::{Locale, args};
use signet_store::{Inconsistency, LogFinding, Lost};

/// What is wrong with a credential.
pub fn of_credential(finding: &Inconsistency, locale: Locale) -> String {
    match finding {
        Inconsistency::Disagrees(column) => locale.register_row_disagrees(*column),
        Inconsistency::Empty => locale.register_ledger_empty(),
        Inconsistency::Gone => locale.register_gone(),
        Inconsistency::Ledger(why) => locale.register_ledger_broken(why.to_string()),
        Inconsistency::Log(why) => locale.register_log_unreadable(why.to_string()),
        Inconsistency::Record => locale.register_record(),
        Inconsistency::Removed(sequence) => locale.register_removed(*sequence),
        Inconsistency::Rewritten(sequence) => locale.register_rewritten(*sequence),
        Inconsistency::ShareLost => locale.register_share_lost(),
        Inconsistency::ShareUnknown => locale.register_share_unknown(),
        Inconsistency::StatusPlace => locale.register_status_place(),
        Inconsistency::Unlogged(sequence) => locale.register_unlogged(*sequence),
    }
}

/// What is wrong with a unit of learning.
pub fn of_unit(finding: &Inconsistency, locale: Locale) -> String {
    match finding {
        Inconsistency::Gone => locale.register_unit_gone(),
        Inconsistency::Log(why) => locale.register_unit_log_unreadable(why.to_string()),
        other => of_credential(other, locale),
    }
}

/// What is wrong with a log.
pub fn of_log(finding: &LogFinding, locale: Locale) -> String {
    match finding {
        LogFinding::Broken { position, .. } => locale.register_log_broken(*position),
        LogFinding::Forked(sealed) => locale.register_log_forked(sealed.length),
        LogFinding::Grant { sequence, state } => {
            locale.register_log_grant(args::RegisterLogGrant { sequence: *sequence, state: lost(*state) })
        }
        LogFinding::Grants { logged, kept } => {
            locale.register_log_grants(args::RegisterLogGrants { kept: *kept, logged: *logged })
        }
        LogFinding::Head => locale.register_log_head(),
        LogFinding::Misfiled(position) => locale.register_log_misfiled(*position),
        LogFinding::Shortened { length, sealed } => {
            locale.register_log_shortened(args::RegisterLogShortened { length: *length, sealed: sealed.length })
        }
        LogFinding::Stop { sequence, state } => {
            locale.register_log_stop(args::RegisterLogStop { sequence: *sequence, state: lost(*state) })
        }
        LogFinding::Stops { logged, kept } => {
            locale.register_log_stops(args::RegisterLogStops { kept: *kept, logged: *logged })
        }
        LogFinding::Unauthentic(position) => locale.register_log_unauthentic(*position),
        LogFinding::Use { id, state } => locale.register_log_use(args::RegisterLogUse { id, state: lost(*state) }),
        LogFinding::Uses { logged, kept } => {
            locale.register_log_uses(args::RegisterLogUses { kept: *kept, logged: *logged })
        }
    }
}

fn lost(state: Lost) -> args::LogEntryState {
    match state {
        Lost::Altered => args::LogEntryState::Altered,
        Lost::Removed => args::LogEntryState::Removed,
    }
}
