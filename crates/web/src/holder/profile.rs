//! What a credential is in a professional profile: an entry on LinkedIn, and lines of a curriculum vitae.

use signet_credential::Credential;
use signet_lang::{Locale, when::day_in_prague};
use signet_record::Timestamp;
use signet_share::{Share, ShareKind, ShareState};
use url::Url;

use crate::site::AppState;

/// Whether a share fits a profile: it has no end, so that the profile does not come to point at nothing, shows one credential and asks for no code.
pub fn is_lasting(share: &Share, now: Timestamp) -> bool {
    matches!(share.kind, ShareKind::Named { .. })
        && share.ends.is_none()
        && share.code.is_none()
        && share.items.is_empty()
        && share.state(now) == ShareState::Open
}

/// The same with the newest share that fits a profile; without one there is no address.
pub fn linkedin_of(credential: &Credential, shares: &[Share], site: &AppState, l: Locale) -> Option<String> {
    let share = shares.iter().rev().find(|share| is_lasting(share, site.now()))?;
    linkedin(credential, &site.link(share.id), l)
}

/// The address that adds it to a LinkedIn profile with a link. Parameters as the form reads them: months from 1, no expiration.
pub fn linkedin(credential: &Credential, link: &str, l: Locale) -> Option<String> {
    let basics = credential.basics(l.language());
    let body = basics.body()?.name?;
    let issued = day_in_prague(basics.issued?);
    let (year, month) = (issued.year().to_string(), issued.month().to_string());
    let parameters = [
        ("startTask", "CERTIFICATION_NAME"),
        ("name", basics.title?),
        ("organizationName", body),
        ("issueYear", &year),
        ("issueMonth", &month),
        ("certUrl", link),
        ("certId", basics.id?),
    ];
    Url::parse_with_params("https://www.linkedin.com/profile/add", parameters).ok().map(String::from)
}

/// Two lines for a curriculum vitae: what it is, from whom and since when, and where it is verified.
pub fn cv_lines(credential: &Credential, link: &str, l: Locale) -> Option<String> {
    let basics = credential.basics(l.language());
    let body = basics.body()?.name?;
    let facts = [basics.title?.to_owned(), body.to_owned(), l.day(basics.issued?)];
    Some(format!("{}\n{}", facts.join(", "), l.web_share_cv_verify(link)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_credential::{Picture, SealIdentity, compose};
    use signet_record::{Language, specimen};

    use super::*;

    fn issued(at: &str) -> Credential {
        let identity = SealIdentity {
            legal_name: "Vzorová univerzita v Lhotě".into(),
            common_name: "Pečeť".into(),
            organization_identifier: "NTRCZ-99999994".into(),
            country: "CZ".into(),
        };
        let pictures = Language::ALL.map(|language| Picture { language, jpeg: b"\xff\xd8\xff\xe0".to_vec() });
        let text = compose(&specimen::award().unwrap(), &identity, &pictures, at.parse().unwrap(), None).unwrap();
        signet_credential::read(&text).unwrap()
    }

    #[test]
    fn ha8_the_month_is_that_of_the_day_in_prague() {
        let address = linkedin(&issued("2025-12-31T23:30:00Z"), "https://mc.example/c/x?a=b&c", Locale::CZECH).unwrap();
        assert!(address.contains("&issueYear=2026&issueMonth=1&"), "{address}");
        assert!(address.contains("certUrl=https%3A%2F%2Fmc.example%2Fc%2Fx%3Fa%3Db%26c&"), "{address}");
        assert!(!address.contains("expiration"), "{address}");
        let before = linkedin(&issued("2025-12-31T22:30:00Z"), "https://mc.example/c/x", Locale::CZECH).unwrap();
        assert!(before.contains("&issueYear=2025&issueMonth=12&"), "{before}");
    }

    #[test]
    fn ho15_two_lines_say_what_from_whom_since_when_and_where_it_is_verified() {
        for locale in [Locale::CZECH, Locale::ENGLISH] {
            let lines = cv_lines(&issued("2025-12-31T23:30:00Z"), "https://mc.example/c/x", locale).unwrap();
            let [what, verified] = lines.lines().collect::<Vec<_>>().try_into().unwrap();
            assert!(what.contains("2026") && what.matches(", ").count() >= 2, "{what}");
            assert!(verified.ends_with("https://mc.example/c/x"), "{verified}");
        }
    }
}
