//! Makes one sealed file, up to the level asked for, as of the moments asked for.

use jiff::{SignedDuration, Timestamp};
use signet_seal::SealKey;
use signet_seal::jades::{self, SigningTime};
use signet_seal::pades::{self, STAMP_ROOM, SealLabel};

use crate::authority::Authority;

/// What kind of file, and how it says when it was sealed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// JAdES with `iat`.
    Iat,
    /// JAdES with `sigT` in `crit`.
    SigT,
    /// PAdES.
    Pdf,
}

impl Form {
    pub const ALL: [Self; 3] = [Self::Iat, Self::SigT, Self::Pdf];

    pub const fn label(self) -> &'static str {
        match self {
            Self::Iat => "jades-iat",
            Self::SigT => "jades-sigT",
            Self::Pdf => "pades",
        }
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Iat | Self::SigT => "jsonld",
            Self::Pdf => "pdf",
        }
    }
}

/// How far a seal is carried.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    B,
    T,
    Lt,
    Lta,
    /// B-LTA with a second archive stamp.
    Renewed,
}

impl Level {
    pub const ALL: [Self; 5] = [Self::B, Self::T, Self::Lt, Self::Lta, Self::Renewed];

    pub const fn label(self) -> &'static str {
        match self {
            Self::B => "B-B",
            Self::T => "B-T",
            Self::Lt => "B-LT",
            Self::Lta => "B-LTA",
            Self::Renewed => "renewed",
        }
    }
}

/// What all specimens are made of.
pub struct Maker<'a> {
    pub authority: &'a Authority,
    pub payload: &'a str,
    pub pdf: &'a [u8],
}

/// The unit that renews: another key than those that stamp first.
const RENEWING: &str = "tsa-ec";

impl Maker<'_> {
    /// A file sealed at the first moment, with stamps of `unit`, and renewed at the second one, if any, else at once.
    pub async fn make(&self, form: Form, key: &SealKey, level: Level, at: &[Timestamp], unit: &str) -> Vec<u8> {
        let made = at[0];
        let renewed = at.get(1).copied().unwrap_or(later(made, 6));
        let file = match form {
            Form::Iat => Sealed::Json(Box::new(self.json(key, made, SigningTime::Iat))),
            Form::SigT => Sealed::Json(Box::new(self.json(key, made, SigningTime::SigT))),
            Form::Pdf => Sealed::Pdf(self.sealed_pdf(key, made, level, unit).await),
        };
        let file = match file {
            Sealed::Json(sealed) if level >= Level::T => {
                let token = self.authority.stamp(unit, later(made, 1), &sealed.stamp_message()).await;
                Sealed::Json(Box::new(sealed.with_stamp(&token)))
            }
            file => file,
        };
        let file = if level >= Level::Lt { self.with_data(file, key, unit, later(made, 2)).await } else { file };
        let file = if level >= Level::Lta { self.archived(file, unit, later(made, 4)).await } else { file };
        if level < Level::Renewed {
            return file.into_bytes();
        }
        let file = self.with_data(file, key, unit, renewed).await;
        self.archived(file, RENEWING, later(renewed, 2)).await.into_bytes()
    }

    fn json(&self, key: &SealKey, at: Timestamp, member: SigningTime) -> jades::SealedJws {
        let unsealed = jades::prepare(self.payload, chain(key), key.algorithm(), at, member).unwrap();
        let signature = key.sign(&unsealed.signing_input()).unwrap();
        unsealed.finish(&signature)
    }

    /// A PDF takes its signature time-stamp while it is sealed.
    async fn sealed_pdf(&self, key: &SealKey, at: Timestamp, level: Level, unit: &str) -> Vec<u8> {
        let stamped = level >= Level::T;
        let stamp_room = if stamped { STAMP_ROOM } else { 0 };
        let label = SealLabel { name: "Zkušební univerzita".to_owned(), reason: String::new(), stamp_room };
        let unsealed = pades::prepare(self.pdf, chain(key), key.algorithm(), at, &label).unwrap();
        let signature = key.sign(unsealed.signing_input()).unwrap();
        let mut sealed = unsealed.finish(&signature).unwrap();
        if stamped {
            let token = self.authority.stamp(unit, later(at, 1), &sealed.stamp_message()).await;
            sealed = sealed.with_stamp(&token);
        }
        sealed.into_pdf().unwrap()
    }

    async fn with_data(&self, file: Sealed, key: &SealKey, unit: &str, at: Timestamp) -> Sealed {
        let data = self.authority.validation_data(&key.chain()[0], unit, at).await;
        match file {
            Sealed::Json(sealed) => Sealed::Json(Box::new(sealed.with_validation_data(&data))),
            Sealed::Pdf(pdf) => Sealed::Pdf(pades::embed(&pdf, &data, at).unwrap()),
        }
    }

    async fn archived(&self, file: Sealed, unit: &str, at: Timestamp) -> Sealed {
        match file {
            Sealed::Json(sealed) => {
                let token = self.authority.stamp(unit, at, &sealed.archive_message().concat()).await;
                Sealed::Json(Box::new(sealed.with_archive_stamp(&token)))
            }
            Sealed::Pdf(pdf) => {
                let unstamped = pades::prepare_stamp(&pdf, "Časové razítko", STAMP_ROOM).unwrap();
                let token = self.authority.stamp(unit, at, &unstamped.message().concat()).await;
                Sealed::Pdf(unstamped.finish(&token).unwrap())
            }
        }
    }
}

enum Sealed {
    Json(Box<jades::SealedJws>),
    Pdf(Vec<u8>),
}

impl Sealed {
    fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Json(sealed) => sealed.to_json().into_bytes(),
            Self::Pdf(pdf) => pdf,
        }
    }
}

/// The chain without its root, which verifiers have.
fn chain(key: &SealKey) -> &[signet_seal::Certificate] {
    let chain = key.chain();
    match chain.split_last() {
        Some((last, backoff)) if last.is_self_issued() && !backoff.is_empty() => backoff,
        _ => chain,
    }
}

fn later(at: Timestamp, seconds: i64) -> Timestamp {
    at + SignedDuration::from_secs(seconds)
}
