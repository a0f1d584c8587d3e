//! Seals with a past and a future: expired, revoked before and after, outlived by their algorithm; renewed in time, or not.

use jiff::Timestamp;
use signet_seal::Algorithm;

use crate::manifest::{Manifest, Specimen};
use crate::seal::{Form, Level, Maker};

/// What happened to one seal.
struct Story {
    /// Its name in the tables.
    name: &'static str,
    key: &'static str,
    algorithm: Algorithm,
    level: Level,
    /// When it was sealed and, if ever, renewed.
    at: &'static [&'static str],
    unit: &'static str,
}

const STORIES: [Story; 9] = [
    // The certificate ends on 2024-01-01.
    Story {
        name: "expired, B-B",
        key: "seal-expired",
        algorithm: Algorithm::Es256,
        level: Level::B,
        at: &["2022-06-01T10:00:00Z"],
        unit: "tsa",
    },
    Story {
        name: "expired, B-LTA",
        key: "seal-expired",
        algorithm: Algorithm::Es256,
        level: Level::Lta,
        at: &["2022-06-01T10:00:00Z"],
        unit: "tsa",
    },
    // The certificate is revoked on 2025-06-01 for a compromised key.
    Story {
        name: "revoked later, B-LTA",
        key: "seal-revoked",
        algorithm: Algorithm::Es256,
        level: Level::Lta,
        at: &["2025-01-15T10:00:00Z"],
        unit: "tsa",
    },
    Story {
        name: "revoked before, B-LTA",
        key: "seal-revoked",
        algorithm: Algorithm::Es256,
        level: Level::Lta,
        at: &["2025-09-01T10:00:00Z"],
        unit: "tsa",
    },
    // The certificate ends on 2029-01-01, the one of the stamps on 2032-01-01.
    Story {
        name: "ending 2029, B-T",
        key: "seal-ending",
        algorithm: Algorithm::Es256,
        level: Level::T,
        at: &["2026-06-01T10:00:00Z"],
        unit: "tsa-old",
    },
    Story {
        name: "ending 2029, B-LTA",
        key: "seal-ending",
        algorithm: Algorithm::Es256,
        level: Level::Lta,
        at: &["2026-06-01T10:00:00Z"],
        unit: "tsa-old",
    },
    Story {
        name: "ending 2029, renewed 2031",
        key: "seal-ending",
        algorithm: Algorithm::Es256,
        level: Level::Renewed,
        at: &["2026-06-01T10:00:00Z", "2031-06-01T10:00:00Z"],
        unit: "tsa-old",
    },
    // RSA with PKCS #1 v1.5, in seal and stamps, ends on 2029-01-01 (TS 119 312).
    Story {
        name: "RS256, B-LTA",
        key: "seal-rsa",
        algorithm: Algorithm::Rs256,
        level: Level::Lta,
        at: &["2026-06-01T10:00:00Z"],
        unit: "tsa",
    },
    Story {
        name: "RS256, renewed 2028 (ES256)",
        key: "seal-rsa",
        algorithm: Algorithm::Rs256,
        level: Level::Renewed,
        at: &["2026-06-01T10:00:00Z", "2028-06-01T10:00:00Z"],
        unit: "tsa",
    },
];

/// Makes every story in every form.
pub async fn tell(maker: &Maker<'_>, manifest: &mut Manifest) {
    for form in Form::ALL {
        for (number, story) in STORIES.iter().enumerate() {
            let Story { name, key, algorithm, level, at, unit } = *story;
            let key = maker.authority.key(key, algorithm);
            let at: Vec<Timestamp> = at.iter().map(|at| at.parse().unwrap()).collect();
            let bytes = maker.make(form, &key, level, &at, unit).await;
            let file = format!("{}-story-{}", form.label(), number + 1);
            manifest.put(&file, &bytes, &Specimen { form, level, algorithm, purpose: "story", about: name });
        }
    }
}
