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

/// Of a login provider's answers: a set of keys and a person with hundreds of entitlements take a tenth of it.
const LOGIN_BYTES_MAX: usize = 1 << 20;

/// The way out to login providers, for which a person is waiting.
pub fn for_login(config: &OutboundConfig) -> Result<HttpClient, CommandError> {
    let time = Duration::from_secs(config.seconds_max);
    Ok(HttpClient::new(reach(config), HttpLimits { time, bytes_max: LOGIN_BYTES_MAX, ..HttpLimits::default() })?)
}

/// The way out.
pub fn of(config: &OutboundConfig) -> Result<HttpClient, CommandError> {
    let reach = reach(config);
    Ok(HttpClient::new(reach, HttpLimits { time: Duration::from_secs(config.seconds_max), ..HttpLimits::default() })?)
}
