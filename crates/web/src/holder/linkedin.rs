//! The address that adds a credential to a LinkedIn profile.

use signet_credential::Credential;
use signet_lang::{Locale, when::day_in_prague};
use signet_share::{Share, ShareKind, ShareState};
use url::Url;

use crate::site::AppState;

/// With a share that has no end, so that the profile does not come to point at nothing; without one there is no address.
///
/// Parameters as the form reads them: months from 1, no expiration.
pub fn address(credential: &Credential, shares: &[Share], site: &AppState, l: Locale) -> Option<String> {
    let lasting = |share: &&Share| {
        matches!(share.kind, ShareKind::Named { .. })
            && share.ends.is_none()
            && share.code.is_none()
            && share.items.is_empty()
            && share.state(site.now()) == ShareState::Open
    };
    let share = shares.iter().rev().find(lasting)?;
    let basics = credential.basics(l.language());
    let body = basics.awarding_bodies.first().or(basics.issuer.as_ref())?.name?;
    let issued = day_in_prague(basics.issued?);
    let (year, month) = (issued.year().to_string(), issued.month().to_string());
    let link = site.link(share.id);
    let parameters = [
        ("startTask", "CERTIFICATION_NAME"),
        ("name", basics.title?),
        ("organizationName", body),
        ("issueYear", &year),
        ("issueMonth", &month),
        ("certUrl", &link),
        ("certId", basics.id?),
    ];
    Url::parse_with_params("https://www.linkedin.com/profile/add", parameters).ok().map(String::from)
}
