//! `signet trust show CERT`: the services a certificate falls under, and what comes of that.

use std::{fs, path::Path};

use jiff::Timestamp;
use serde_json::{Value, json};
use signet_lang::{Locale, args};
use signet_seal::{
    Certificate, CertificateError,
    asn1::oid,
    qualification::{QualificationReason, SealQualification, ServiceEvidence, StampQualification, TrustServices},
};

use crate::{
    cli::TrustShowArgs,
    exit::{CommandError, Exit},
    input, key_problem,
    terminal::say,
};

/// What the lists say: of a certificate for time stamps whether stamps are qualified, of any other what seals are.
enum Said {
    Seal(Box<SealQualification>),
    Stamp(Box<StampQualification>),
}

/// Shows what the lists say of the first certificate of a file.
pub fn show(services: &TrustServices, file: &Path, args: &TrustShowArgs, locale: Locale) -> Result<Exit, CommandError> {
    let bytes = fs::read(file).map_err(|error| input::unreadable(file, &error, Exit::NoInput, locale))?;
    let unusable =
        |error: &CertificateError| CommandError::new(Exit::Data, key_problem::of_certificate(file, error, locale));
    let read = Certificate::all_from_pem(&bytes).map_err(|error| unusable(&error))?;
    let Some((certificate, pool)) = read.split_first() else { return Err(unusable(&CertificateError::None)) };
    let now = Timestamp::now();
    let at = args.at.unwrap_or(now);
    let path = services.path(certificate, pool).unwrap_or_else(|| vec![certificate.clone()]);
    let said = if is_for_time_stamps(certificate) {
        Said::Stamp(Box::new(services.qualify_stamp(&path, at, now)))
    } else {
        Said::Seal(Box::new(services.qualify_seal(&path, at, now)))
    };
    if args.json {
        say!("{}", serde_json::to_string_pretty(&to_json(&path, &said))?);
    } else {
        tell(services, &path, &said, at, locale);
    }
    Ok(exit(&said))
}

fn is_for_time_stamps(certificate: &Certificate) -> bool {
    certificate.extensions().usage().is_some_and(|usage| usage.purposes == [oid::TIME_STAMPING])
}

fn exit(said: &Said) -> Exit {
    let (qualified, reason) = match said {
        Said::Seal(seal) => (seal.at_issuance.qualified && seal.at_sealing.qualified, seal.reason.as_ref()),
        Said::Stamp(stamp) => (stamp.qualified, stamp.reason.as_ref()),
    };
    match (qualified, reason) {
        (true, _) => Exit::Success,
        (false, Some(reason)) if reason.is_for_want_of_lists() => Exit::CannotTell,
        (false, _) => Exit::Fails,
    }
}

fn tell(services: &TrustServices, path: &[Certificate], said: &Said, at: Timestamp, locale: Locale) {
    for certificate in path {
        say!("{}", title(certificate));
        for found in services.find(certificate) {
            for period in &found.service.periods {
                let service = named(&found.service.provider, &period.name, period.kind.name());
                let (sequence, territory) = (found.list.scheme.sequence.to_string(), &found.list.scheme.territory);
                let (since, status) = (locale.instant(period.since), locale.service_status(period.status.name()));
                say!("    {}", locale.trust_entry(args::TrustEntry { sequence, service, since, status, territory }));
            }
        }
    }
    say!();
    let when = locale.instant(at);
    match said {
        Said::Seal(seal) => {
            let issued = locale.trust_at_issuance(locale.instant(seal.at_issuance.at));
            moment(&issued, seal.at_issuance.service.as_ref(), locale);
            moment(&locale.trust_at_moment(&when), seal.at_sealing.service.as_ref(), locale);
            say!("{}", locale.trust_seal(args::TrustSeal { at: &when, class: seal.class.name() }));
            close(seal.reason.as_ref(), seal.stale_since(), locale);
        }
        Said::Stamp(stamp) => {
            moment(&locale.trust_at_moment(&when), stamp.service.as_ref(), locale);
            let sentence = if stamp.qualified {
                locale.trust_stamp_qualified(&when)
            } else {
                locale.trust_stamp_not_qualified(&when)
            };
            say!("{sentence}");
            close(stamp.reason.as_ref(), stamp.stale_since(), locale);
        }
    }
}

fn named(provider: &str, service: &str, kind: &str) -> String {
    format!("{provider}: {service} ({kind})")
}

fn moment(when: &str, service: Option<&ServiceEvidence>, locale: Locale) {
    let entry = match service {
        None => locale.trust_no_service(),
        Some(entry) => {
            let service = named(&entry.provider, &entry.service, entry.kind.name());
            let (since, status) = (locale.instant(entry.since), locale.service_status(entry.status.name()));
            locale.trust_entry(args::TrustEntry {
                sequence: entry.sequence.to_string(),
                service,
                since,
                status,
                territory: &entry.territory,
            })
        }
    };
    say!("{when}: {entry}");
}

fn close(reason: Option<&QualificationReason>, stale: Option<Timestamp>, locale: Locale) {
    if let Some(reason) = reason {
        say!("{}", because(reason, locale));
    }
    if let Some(since) = stale {
        say!("{}", locale.trust_overdue(locale.instant(since)));
    }
}

/// Who the certificate says it is.
fn title(certificate: &Certificate) -> String {
    let parts = [certificate.subject_common_name(), certificate.subject_organization()];
    let named: Vec<String> = parts.into_iter().flatten().collect();
    if named.is_empty() { "?".to_owned() } else { named.join(", ") }
}

/// Why something is not qualified, as a sentence.
fn because(reason: &QualificationReason, locale: Locale) -> String {
    match reason {
        QualificationReason::NoLists => locale.trust_reason_no_lists(),
        QualificationReason::ListUnavailable(territory) => locale.trust_reason_list_unavailable(territory),
        QualificationReason::NotListed => locale.trust_reason_not_listed(),
        QualificationReason::NotListedThen => locale.trust_reason_not_listed_then(),
        QualificationReason::NotThatService => locale.trust_reason_not_that_service(),
        QualificationReason::NotForThisType => locale.trust_reason_not_for_this_type(),
        QualificationReason::NotGranted(status) => locale.trust_reason_not_granted(locale.service_status(status)),
        QualificationReason::Overruled => locale.trust_reason_overruled(),
        QualificationReason::Unclear => locale.trust_reason_unclear(),
        QualificationReason::Conflict => locale.trust_reason_conflict(),
        QualificationReason::NotClaimed => locale.trust_reason_not_claimed(),
        QualificationReason::OtherLaw => locale.trust_reason_other_law(),
        QualificationReason::TypeUnclear => locale.trust_reason_type_unclear(),
        QualificationReason::ForWebsites => locale.trust_reason_for_websites(),
    }
}

fn to_json(path: &[Certificate], said: &Said) -> Value {
    match said {
        Said::Seal(seal) => json!({ "path": path, "seal": seal }),
        Said::Stamp(stamp) => json!({ "path": path, "stamp": stamp }),
    }
}
