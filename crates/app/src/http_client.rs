//! The ways out that settings allow.

use std::time::Duration;

use signet_outbound::{HttpClient, HttpLimits, Reach, trust::LIST_LIMITS};

use crate::{
    config::{OutboundConfig, ReachSetting},
    exit::CommandError,
};

/// How far connections may go.
fn reach(config: &OutboundConfig) -> Reach {
    match config.reach {
        ReachSetting::Public => Reach::Public,
        ReachSetting::Loopback => Reach::Loopback,
        ReachSetting::Anywhere => Reach::Anywhere,
    }
}

/// The way out for trusted lists, which are large and come from slow servers.
pub fn for_lists(config: &OutboundConfig) -> Result<HttpClient, CommandError> {
    Ok(HttpClient::new(reach(config), LIST_LIMITS)?)
}

/// The way out.
pub fn of(config: &OutboundConfig) -> Result<HttpClient, CommandError> {
    let reach = reach(config);
    Ok(HttpClient::new(reach, HttpLimits { time: Duration::from_secs(config.seconds_max), ..HttpLimits::default() })?)
}
