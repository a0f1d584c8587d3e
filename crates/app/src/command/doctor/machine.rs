//! What the doctor asks the machine itself: room on the disks, the address to listen on, the clock.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
};

use jiff::{SignedDuration, Timestamp};
use signet_lang::args;
use signet_seal::Outcome;
use signet_store::Database;

use super::Examination;
use crate::{config::Config, file};

/// Below this an evening of issuing may fill the disk: a credential takes about half a megabyte.
const ROOM_WANTED: u64 = 1 << 30;
/// Below this the next batch will.
const ROOM_NEEDED: u64 = 64 << 20;

/// Seals state the machine's time; a stamping authority's clock may be this far from it.
const CLOCK_APART_MAX: SignedDuration = SignedDuration::from_secs(60);

/// No clock is right that shows a time before this program was written.
const WRITTEN: Timestamp = Timestamp::constant(1_793_491_200, 0);

impl Examination {
    /// Room where rows, artefacts and lists are written.
    pub(super) fn room(&mut self, config: &Config) {
        let database = match config.store.database.parse() {
            Ok(Database::Sqlite(path)) => Some(path),
            _ => None,
        };
        let mut folders: Vec<PathBuf> = Vec::new();
        for path in database.iter().chain([&config.store.artefacts, &config.trust.cache]) {
            let Some(folder) = existing(path) else { continue };
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        let mut least: Option<(u64, PathBuf)> = None;
        for folder in folders {
            match free(&folder) {
                Ok(bytes) if least.as_ref().is_none_or(|(least, _)| bytes < *least) => least = Some((bytes, folder)),
                Ok(_) => {}
                Err(error) => self.told(Outcome::CannotTell, &file::not_read(&folder, &error, self.locale)),
            }
        }
        let Some((bytes, folder)) = least else { return };
        let outcome = match bytes {
            ..ROOM_NEEDED => Outcome::Fails,
            ROOM_NEEDED..ROOM_WANTED => Outcome::CannotTell,
            _ => Outcome::Holds,
        };
        let megabytes = bytes >> 20;
        let folder = folder.display().to_string();
        let sentence = match outcome {
            Outcome::Holds => self.locale.app_doctor_room(args::AppDoctorRoom { folder, megabytes }),
            _ => self.locale.app_doctor_little_room(args::AppDoctorLittleRoom { folder, megabytes }),
        };
        self.told(outcome, &sentence);
    }

    /// Whether `signet serve` could listen where it should.
    pub(super) fn port(&mut self, address: SocketAddr) {
        let locale = self.locale;
        match TcpListener::bind(address) {
            Ok(_) => self.told(Outcome::Holds, &locale.app_doctor_port(address.to_string())),
            // That may be Signet itself.
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                self.told(Outcome::CannotTell, &locale.app_doctor_port_taken(address.to_string()));
            }
            Err(error) => {
                let problem = file::problem(&error, locale);
                self.told(
                    Outcome::Fails,
                    &locale.app_address_taken(args::AppAddressTaken { address: address.to_string(), problem }),
                );
            }
        }
    }

    /// Whether the clock can be right.
    pub(super) fn clock(&mut self, now: Timestamp) {
        if now < WRITTEN {
            self.told(Outcome::Fails, &self.locale.app_doctor_clock(self.locale.instant(now)));
        }
    }

    /// Whether it agrees with the clock of an authority that was asked just now.
    pub(super) fn clock_beside(&mut self, authority: Timestamp, now: Timestamp) {
        let apart = now.duration_since(authority).abs();
        if apart > CLOCK_APART_MAX {
            self.told(Outcome::Fails, &self.locale.app_doctor_clock_apart(apart.as_secs()));
        }
    }
}

/// The nearest folder on the way to `path` that is there.
fn existing(path: &Path) -> Option<PathBuf> {
    let here = |folder: &'_ Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
    path.ancestors().map(here).find(|folder| folder.is_dir())
}

/// Bytes that this account can still write.
fn free(folder: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}
