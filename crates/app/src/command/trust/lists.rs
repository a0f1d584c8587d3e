//! `signet trust show`: the lists that are kept, how they stand, and what is in them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};
use signet_lang::{Locale, args};
use signet_seal::{
    qualification::{ListTrouble, ListTroubleCode, LoadedList, Standing, TrustServices, Unusable},
    trusted_list::TrustedList,
};

use crate::{
    exit::{CommandError, Exit},
    terminal::say,
};

/// How many services have each type and present status.
type Counts<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

/// Shows all lists.
pub fn show(services: &TrustServices, now: Timestamp, as_json: bool, locale: Locale) -> Result<Exit, CommandError> {
    let lists: Vec<&LoadedList> = services.lotl().into_iter().chain(services.lists()).collect();
    if as_json {
        let told: Vec<Value> = lists.iter().map(|list| to_json(list, now)).collect();
        say!("{}", serde_json::to_string_pretty(&told)?);
    } else {
        for list in &lists {
            say!("{} {}", mark(list.standing(now)), line(list, now, locale));
            if let Some(trouble) = &list.trouble {
                say!("    {}", locale.trust_trouble(problem(trouble, locale)));
            }
            if let Ok(list) = &list.list {
                tell(list, locale);
            }
        }
    }
    let unusable = |list: &&LoadedList| matches!(list.standing(now), Standing::Missing | Standing::Rejected);
    Ok(match services.lotl() {
        Some(lotl) if unusable(&lotl) => Exit::Unavailable,
        _ if lists.iter().any(|list| list.standing(now) != Standing::Good) => Exit::Fails,
        _ => Exit::Success,
    })
}

fn tell(list: &TrustedList, locale: Locale) {
    for (kind, statuses) in counts(list) {
        let statuses: Vec<String> =
            statuses.iter().map(|(status, count)| format!("{} {count}", locale.service_status(status))).collect();
        say!("    {kind}: {}", statuses.join(", "));
    }
    if list.unreadable > 0 {
        say!("    {}", locale.trust_unreadable(list.unreadable));
    }
}

fn counts(list: &TrustedList) -> Counts<'_> {
    let mut counts = Counts::new();
    for period in list.services.iter().filter_map(|service| service.periods.first()) {
        *counts.entry(period.kind.name()).or_default().entry(period.status.name()).or_default() += 1;
    }
    counts
}

fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "✓",
        Standing::Stale(_) => "?",
        Standing::Rejected | Standing::Missing => "✗",
    }
}

/// Why there is nothing of a list to use.
fn trouble(unusable: &Unusable) -> ListTrouble {
    match unusable {
        Unusable::Missing => ListTrouble::new(ListTroubleCode::Missing, unusable),
        Unusable::Unreadable(_) => ListTrouble::new(ListTroubleCode::Other, unusable),
        Unusable::Rejected(error) => error.into(),
    }
}

/// Why a list is not had, or does not count.
pub fn problem(trouble: &ListTrouble, locale: Locale) -> String {
    let code = match trouble.code() {
        ListTroubleCode::Address => args::TrustProblemCode::Address,
        ListTroubleCode::OutOfReach => args::TrustProblemCode::OutOfReach,
        ListTroubleCode::Connection => args::TrustProblemCode::Connection,
        ListTroubleCode::TimedOut => args::TrustProblemCode::TimedOut,
        ListTroubleCode::Status => args::TrustProblemCode::Status,
        ListTroubleCode::TooLarge => args::TrustProblemCode::TooLarge,
        ListTroubleCode::TooMany => args::TrustProblemCode::TooMany,
        ListTroubleCode::Older => args::TrustProblemCode::Older,
        ListTroubleCode::Missing => args::TrustProblemCode::Missing,
        ListTroubleCode::NotAList => args::TrustProblemCode::NotAList,
        ListTroubleCode::Malformed => args::TrustProblemCode::Malformed,
        ListTroubleCode::Version => args::TrustProblemCode::Version,
        ListTroubleCode::Incomplete => args::TrustProblemCode::Incomplete,
        ListTroubleCode::Another => args::TrustProblemCode::Another,
        ListTroubleCode::Unsigned => args::TrustProblemCode::Unsigned,
        ListTroubleCode::Signer => args::TrustProblemCode::Signer,
        ListTroubleCode::Changed => args::TrustProblemCode::Changed,
        ListTroubleCode::Signature => args::TrustProblemCode::Signature,
        ListTroubleCode::Other => args::TrustProblemCode::Other,
    };
    locale.trust_problem(args::TrustProblem { code, detail: trouble.detail() })
}

/// A list and how it stands, in one line.
pub fn line(list: &LoadedList, now: Timestamp, locale: Locale) -> String {
    let territory = &list.territory;
    match &list.list {
        Err(Unusable::Missing) => locale.trust_missing(territory),
        Err(unusable @ (Unusable::Rejected(_) | Unusable::Unreadable(_))) => {
            let problem = problem(&trouble(unusable), locale);
            locale.trust_rejected(args::TrustRejected { problem, territory })
        }
        Ok(list) => {
            let scheme = &list.scheme;
            let (issued, sequence) = (locale.instant(scheme.issued), scheme.sequence.to_string());
            match (scheme.next_update.map(|next| locale.instant(next)), scheme.stale_since(now)) {
                (Some(next), None) => locale.trust_good(args::TrustGood { issued, next, sequence, territory }),
                (Some(next), Some(_)) => locale.trust_stale(args::TrustStale { issued, next, sequence, territory }),
                (None, _) => locale.trust_closed(args::TrustClosed { issued, sequence, territory }),
            }
        }
    }
}

fn to_json(held: &LoadedList, now: Timestamp) -> Value {
    let list = held.list.as_ref().ok();
    let problem = held.list.as_ref().err().map(trouble);
    json!({
        "territory": held.territory,
        "location": held.location,
        "standing": held.standing(now).name(),
        "problem": problem.as_ref().map(|problem| problem.code().name()),
        "problem_detail": problem.as_ref().map(ListTrouble::detail),
        "fetched": held.fetched,
        "trouble": held.trouble.as_ref().map(|trouble| trouble.code().name()),
        "trouble_detail": held.trouble.as_ref().map(ListTrouble::detail),
        "version": list.map(|list| list.scheme.version),
        "sequence": list.map(|list| list.scheme.sequence),
        "issued": list.map(|list| list.scheme.issued),
        "next_update": list.and_then(|list| list.scheme.next_update),
        "operator": list.map(|list| &list.scheme.operator),
        "services": list.map(counts),
        "unreadable": list.map(|list| list.unreadable),
    })
}
