//! `signet account merges` and `signet account part`: accounts that became one by their owner's word, and parting them again.

use serde::Serialize;
use signet_lang::{Locale, args};
use signet_record::Timestamp;
use signet_store::{AccountMerge, MERGE_UNDONE_WITHIN, MergeId, UndoneMerge};

use crate::{
    cli::{AccountListArgs, AccountPartArgs},
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

#[derive(Serialize)]
struct Listed {
    id: String,
    account: String,
    merged: String,
    happened: Timestamp,
    undone: Option<Timestamp>,
    undone_by: Option<String>,
    reason: Option<String>,
}

/// Lists them, the newest first.
pub async fn list(services: &Services, args: &AccountListArgs, locale: Locale) -> Result<Exit, CommandError> {
    let _may = super::permit(services, locale).await?;
    let since = services.issuer.now() - MERGE_UNDONE_WITHIN;
    let merges = services.issuer.sessions().merges(since).await?;
    if args.json {
        let listed: Vec<Listed> = merges.iter().map(listed).collect();
        say!("{}", serde_json::to_string_pretty(&listed)?);
        return Ok(Exit::Success);
    }
    if merges.is_empty() {
        say!("{}", locale.app_account_merges_none());
    }
    for merge in &merges {
        say!(
            "{}",
            locale.app_account_merge(args::AppAccountMerge {
                account: merge.account.to_string(),
                id: merge.id.to_string(),
                merged: merge.merged.to_string(),
                when: locale.instant(merge.happened)
            })
        );
        if let Some(undone) = &merge.undone {
            let (by, reason) = (undone.by.to_string(), undone.reason.as_str());
            let when = locale.instant(undone.at);
            say!("    {}", locale.app_account_merge_undone(args::AppAccountMergeUndone { by, reason, when }));
        }
    }
    Ok(Exit::Success)
}

fn listed(merge: &AccountMerge) -> Listed {
    let undone = merge.undone.as_ref();
    Listed {
        id: merge.id.to_string(),
        account: merge.account.to_string(),
        merged: merge.merged.to_string(),
        happened: merge.happened,
        undone: undone.map(|undone| undone.at),
        undone_by: undone.map(|undone| undone.by.to_string()),
        reason: undone.map(|undone| undone.reason.clone()),
    }
}

/// Parts two accounts, with the reason.
pub async fn part(services: &Services, args: &AccountPartArgs, locale: Locale) -> Result<Exit, CommandError> {
    let reason = args.reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_MAX || reason.chars().any(char::is_control) {
        return Err(CommandError::new(Exit::Usage, locale.app_account_reason(REASON_MAX)));
    }
    let data = |sentence: String| CommandError::new(Exit::Data, sentence);
    let Ok(id) = args.merge.parse::<MergeId>() else { return Err(data(locale.app_account_merge_unknown())) };
    let permit = super::permit(services, locale).await?;
    match services.issuer.part_accounts(&id, reason, permit).await? {
        UndoneMerge::Undone(merge) => {
            let (account, merged) = (merge.account.to_string(), merge.merged.to_string());
            say!("{}", locale.app_account_parted(args::AppAccountParted { account, merged }));
            Ok(Exit::Success)
        }
        UndoneMerge::Unknown => Err(data(locale.app_account_merge_unknown())),
        UndoneMerge::Already => Err(data(locale.app_account_merge_already())),
        UndoneMerge::Late => Err(data(locale.app_account_merge_late())),
        UndoneMerge::MergedOn => Err(data(locale.app_account_merge_on())),
    }
}
