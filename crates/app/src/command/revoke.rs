//! `signet revoke`: it no longer holds.

use signet_access::Action;
use signet_issue::RevokeError;
use signet_lang::{
    Locale,
    args::{self, AppNotRevoked},
};
use signet_record::{Bilingual, CredentialId};
use signet_registry::{NotARevocation, Obstacle, Reason, Refused, Revoked};
use signet_store::Tenant;

use crate::{
    cli::RevokeArgs,
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Revokes, with a public reason.
pub async fn run(services: &Services, args: &RevokeArgs, locale: Locale) -> Result<Exit, CommandError> {
    let (id, tenant) = find(services, &args.credential, locale).await?;
    let usage = |sentence: String| CommandError::new(Exit::Usage, sentence);
    let reason = Reason::from_code(&args.reason).ok_or_else(|| {
        let known = Reason::ALL.map(Reason::code).join(", ");
        usage(locale.app_unknown_reason(args::AppUnknownReason { known, reason: &args.reason }))
    })?;
    let note = match (args.note_cs.trim(), args.note_en.trim()) {
        ("", "") => None,
        (cs, en) => Some(Bilingual::new(cs, en).map_err(|_| usage(locale.app_note_both()))?),
    };
    let date = args.date.unwrap_or_else(|| services.issuer.today());
    let revoked = Revoked::new(reason, note, date).map_err(|error| match error {
        NotARevocation::NoteMissing => usage(locale.app_note_missing()),
        NotARevocation::NoteTooLong => usage(locale.app_note_too_long(Revoked::NOTE_MAX)),
    })?;
    let known = tenant.credential(&id).await?;
    let unknown = || CommandError::new(Exit::Data, locale.app_unknown_credential(&args.credential));
    let known = known.ok_or_else(unknown)?;
    let permit = services.authorizer(locale).permit_for(&tenant, Action::RevokeCredential, &known).await?;
    match services.issuer.revoke(&tenant, id, revoked, permit).await {
        Ok(()) => {
            say!("{}", locale.app_revoked(id.to_string()));
            Ok(Exit::Success)
        }
        Err(RevokeError::Refused(refused)) => {
            Err(CommandError::new(Exit::Data, locale.app_not_revoked(obstacle(&refused))))
        }
        Err(error) => Err(error.into()),
    }
}

/// What stands in the way of a revocation.
fn obstacle(refused: &Refused) -> AppNotRevoked {
    match refused {
        Refused::Illegal { why: Obstacle::Happened | Obstacle::Revoked, .. } => AppNotRevoked::Revoked,
        Refused::Illegal { why: Obstacle::Erased, .. } => AppNotRevoked::Erased,
        Refused::Illegal { why: Obstacle::NotSealed | Obstacle::NotIntended, .. } => AppNotRevoked::NotSealed,
        _ => AppNotRevoked::Other,
    }
}

/// The credential with this identifier, in whichever institution it is.
pub async fn find(
    services: &Services,
    identifier: &str,
    locale: Locale,
) -> Result<(CredentialId, Tenant), CommandError> {
    let unknown = || CommandError::new(Exit::Data, locale.app_unknown_credential(identifier));
    let id: CredentialId = identifier.parse().map_err(|_| unknown())?;
    let store = services.issuer.store();
    for institution in store.operator().institutions().await? {
        let tenant = store.tenant(&institution.id);
        if tenant.credential(&id).await?.is_some() {
            return Ok((id, tenant));
        }
    }
    Err(unknown())
}
