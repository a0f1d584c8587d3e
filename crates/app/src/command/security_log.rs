//! `signet security-log`: what happened to accounts and by them, oldest first.

use serde::Serialize;
use signet_access::{Action, Denial, Role, Target};
use signet_lang::Locale;
use signet_record::Timestamp;
use signet_store::{Cursor, LoggedEvent};

use crate::{
    cli::SecurityLogArgs,
    command::whole_log,
    exit::{CommandError, Exit},
    services::Services,
    terminal::say,
};

/// One event, as JSON Lines.
#[derive(Serialize)]
struct Line<'a> {
    at: Timestamp,
    kind: &'static str,
    account: &'a str,
    role: Option<&'static str>,
    institution: Option<&'a str>,
    action: Option<&'static str>,
    object: Option<&'a str>,
    denial: Option<&'static str>,
    reason: Option<&'a str>,
    times: u64,
}

/// Prints events since an instant.
pub async fn run(services: &Services, args: &SecurityLogArgs, locale: Locale) -> Result<Exit, CommandError> {
    let _may = services.authorizer(locale).permit(Action::ViewSecurityEvents, &Target::Service).await?;
    let since = args.since.unwrap_or(Timestamp::UNIX_EPOCH);
    let log = services.issuer.store().security_log();
    let page = async |after: Option<&Cursor>| log.list(since, after, whole_log::PAGE).await;
    whole_log::print(page, |logged: &LoggedEvent| {
        let line = line(logged);
        if args.json {
            say!("{}", serde_json::to_string(&line)?);
        } else {
            say!("{}", text(&line));
        }
        Ok(())
    })
    .await
}

fn line(logged: &LoggedEvent) -> Line<'_> {
    let event = &logged.event;
    Line {
        at: logged.at,
        kind: event.kind.code(),
        account: event.account.as_str(),
        role: event.role.map(Role::code),
        institution: event.institution.as_ref().map(|institution| institution.as_str()),
        action: event.action.map(Action::code),
        object: event.object.as_deref(),
        denial: event.denial.map(Denial::code),
        reason: event.reason.as_ref().map(signet_record::Line::as_str),
        times: logged.times,
    }
}

/// Columns, a dash where there is nothing to say.
fn text(line: &Line<'_>) -> String {
    let or_dash = |text: Option<&str>| text.unwrap_or("–").to_owned();
    let reason = line.reason.map_or_else(String::new, |reason| format!("  {reason}"));
    let times = if line.times > 1 { format!("  {}×", line.times) } else { String::new() };
    let (action, object) = (or_dash(line.action), or_dash(line.object));
    let (role, institution, denial) = (or_dash(line.role), or_dash(line.institution), or_dash(line.denial));
    format!(
        "{}  {}  {}  {role}  {institution}  {action}  {object}  {denial}{reason}{times}",
        line.at, line.kind, line.account
    )
}
