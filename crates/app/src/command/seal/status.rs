//! `signet seal status`: each seal as its custodian has to see it, and what waits for which reason.

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use signet_issue::{CertificateExpiry, PutOffReason, SealSignerError, Sealer, SecureRandom, days_left};
use signet_lang::{Locale, args};
use signet_store::SealStop;

use crate::{
    cli::SealStatusArgs,
    exit::{CommandError, Exit},
    http_client, sealing,
    services::Services,
    terminal::say,
};

#[derive(Serialize)]
struct Status {
    seals: Vec<Seal>,
    waiting: u64,
    reasons: Vec<Reason>,
}

/// One `[[seal]]`.
#[derive(Serialize)]
struct Seal {
    kind: &'static str,
    subject: String,
    organization_identifier: String,
    algorithm: &'static str,
    /// SHA-256 of the certificate.
    certificate: String,
    valid_from: Timestamp,
    valid_until: Timestamp,
    days_left: i64,
    term: &'static str,
    active_from: Timestamp,
    /// Whether it is this one, of several of its body, that seals now.
    seals_now: bool,
    test: bool,
    stopped: Option<Stopped>,
    /// Why the key does not answer; absent when it does.
    key_trouble: Option<String>,
    /// The code of that.
    #[serde(serialize_with = "code")]
    key_code: Option<PutOffReason>,
    /// Whether a time-stamping authority is set.
    stamps: bool,
    /// Why it gives no stamps.
    stamp_trouble: Option<String>,
    /// The code of that.
    #[serde(serialize_with = "code")]
    stamp_code: Option<PutOffReason>,
}

// `serialize_with` hands over a reference to the field.
fn code<S: Serializer>(reason: &Option<PutOffReason>, serializer: S) -> Result<S::Ok, S::Error> {
    reason.map(PutOffReason::code).serialize(serializer)
}

#[derive(Serialize)]
struct Stopped {
    at: Timestamp,
    by: String,
    reason: String,
}

/// How many wait for the same reason.
#[derive(Serialize)]
struct Reason {
    code: String,
    count: u64,
}

/// Looks at every seal: asks each key and each authority for something that proves nothing.
pub async fn run(services: &Services, args: &SealStatusArgs, locale: Locale) -> Result<Exit, CommandError> {
    let mut seals = Vec::new();
    for sealer in services.issuer.sealers() {
        seals.push(seal(services, sealer).await?);
    }
    let queue = services.issuer.store().queue();
    let reasons = queue.troubles().await?.into_iter().map(|(code, count)| Reason { code, count }).collect();
    let status = Status { seals, waiting: queue.waiting().await?, reasons };
    if args.json {
        say!("{}", serde_json::to_string_pretty(&status)?);
    } else {
        tell(&status, locale);
    }
    let ill = status.seals.iter().any(Seal::is_ill) || status.seals.is_empty();
    Ok(if ill { Exit::Fails } else { Exit::Success })
}

async fn seal(services: &Services, sealer: &Sealer) -> Result<Seal, CommandError> {
    let issuer = &services.issuer;
    let (now, signer, identity) = (issuer.now(), sealer.signer(), sealer.identity());
    let certificate = signer.certificate();
    let body = &identity.organization_identifier;
    let turn = issuer.active_sealer(body, now).is_ok_and(|turn| turn.signer().certificate() == certificate);
    let stopped = issuer.stopped(sealer).await?;
    let first = signer.seal_certificate();
    // A stopped key is left alone.
    let key_trouble = match &stopped {
        None => issuer.probe(sealer).await.err(),
        Some(_) => None,
    };
    let stamp_trouble = stamp_trouble(services, sealer).await?;
    Ok(Seal {
        kind: signer.kind(),
        subject: identity.legal_name.clone(),
        organization_identifier: body.clone(),
        algorithm: signer.algorithm().jose(),
        certificate: certificate.to_string(),
        valid_from: first.not_before(),
        valid_until: first.not_after(),
        days_left: days_left(first, now),
        term: sealer.term(now).code(),
        active_from: sealer.active_from(),
        seals_now: turn && stopped.is_none(),
        test: sealer.policy().test,
        key_code: key_trouble.as_ref().map(SealSignerError::reason),
        key_trouble: key_trouble.map(|error| error.to_string()),
        stopped: stopped.map(|SealStop { at, by, reason, .. }| Stopped { at, by, reason }),
        stamps: sealer.policy().stamps.is_some(),
        stamp_code: stamp_trouble.as_ref().map(SealSignerError::reason),
        stamp_trouble: stamp_trouble.map(|error| error.to_string()),
    })
}

async fn stamp_trouble(services: &Services, sealer: &Sealer) -> Result<Option<SealSignerError>, CommandError> {
    let Some(authority) = &sealer.policy().stamps else { return Ok(None) };
    let http_client = http_client::of(&services.config.outbound)?;
    let stamped = http_client.stamp(authority, &[b"signet seal status"], SecureRandom.bytes()).await;
    Ok(stamped.err().map(SealSignerError::from))
}

impl Seal {
    /// Whether its custodian has to do something today.
    fn is_ill(&self) -> bool {
        let ended = self.term == CertificateExpiry::Ended.code() || self.term == CertificateExpiry::Seven.code();
        self.stopped.is_some() || self.key_trouble.is_some() || self.stamp_trouble.is_some() || ended
    }
}

fn tell(status: &Status, locale: Locale) {
    if status.seals.is_empty() {
        say!("{}", locale.app_config_no_seal());
    }
    for seal in &status.seals {
        tell_seal(seal, locale);
    }
    say!("{}", locale.app_doctor_waiting(status.waiting));
    for reason in &status.reasons {
        let why = match reason.code.as_str() {
            "" => locale.seal_not_tried(),
            code => sealing::why_of_code(code, locale),
        };
        say!("  {:>6}  {why}", reason.count);
    }
}

fn tell_seal(seal: &Seal, locale: Locale) {
    let kind = match seal.kind {
        "pkcs11" => locale.seal_kind_pkcs11(),
        "remote" => locale.seal_kind_remote(),
        _ => locale.seal_kind_file(),
    };
    say!("{} ({})", seal.subject, seal.organization_identifier);
    say!("    {}, {kind}", seal.algorithm);
    say!("    SHA-256 {}", seal.certificate);
    let mark = |fine: bool| if fine { "✓" } else { "✗" };
    let (from, until) = (locale.instant(seal.valid_from), locale.instant(seal.valid_until));
    let validity = match seal.days_left {
        ..0 => locale.app_doctor_seal_expired(args::AppDoctorSealExpired { name: &seal.subject, until }),
        days => locale.seal_validity(args::SealValidity { days, from, until }),
    };
    say!("  {} {validity}", mark(seal.term == CertificateExpiry::Long.code()));
    if seal.test {
        say!("  ? {}", locale.app_doctor_test());
    }
    match &seal.stopped {
        Some(stopped) => {
            let at = locale.instant(stopped.at);
            say!(
                "  ✗ {}",
                locale.seal_is_stopped(args::SealIsStopped { at, by: &stopped.by, reason: &stopped.reason })
            );
        }
        None if seal.seals_now => say!("  ✓ {}", locale.seal_its_turn()),
        None => say!("  ? {}", locale.seal_not_its_turn(locale.instant(seal.active_from))),
    }
    match seal.key_code {
        Some(reason) => say!("  ✗ {}", locale.seal_key_silent(sealing::why_of(reason, locale))),
        None if seal.stopped.is_none() => say!("  ✓ {}", locale.seal_key_answers()),
        None => {}
    }
    match seal.stamp_code {
        Some(reason) => say!("  ✗ {}", locale.app_doctor_no_stamps(sealing::why_of(reason, locale))),
        None if seal.stamps => say!("  ✓ {}", locale.app_doctor_stamps()),
        None => say!("  ? {}", locale.seal_no_stamps()),
    }
}
