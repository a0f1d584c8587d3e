//! Are these files one record? Each is judged on its own; then roots, signers and content are compared, item by item.
//!
//! Nothing is set right before it is compared: two forms say the same when their items have the same values. With an opening the root
//! is computed from what the form says, so that it is the content that agrees with the root, and not only two numbers with each other.

mod json;
mod sentence;

use signet_credential::statement::{ItemValue, RecordItem, RecordItems, RecordRoot};
use signet_seal::Outcome;

use crate::{artefact::ParsedFile, check::FilePart, record_root::RootState, report::Report, sealing::Sealing};

/// Most files that are compared at once.
pub const COMPARED_FILES_MAX: usize = 16;

/// A file that is to be compared, read and judged.
#[derive(Clone, Copy)]
pub struct JudgedFile<'a> {
    /// What people call it.
    pub name: &'a str,
    /// The file.
    pub artefact: &'a ParsedFile,
    /// What was found about it.
    pub report: &'a Report,
}

/// One file among those that were compared.
#[derive(Clone, Debug)]
pub struct ComparedFile {
    /// What people call it.
    pub name: String,
    /// The verdict over it alone.
    pub outcome: Outcome,
    /// Whether it has a test seal.
    pub test: bool,
    /// Whether it carries a credential that can be read.
    pub has_credential: bool,
    /// The root it carries.
    pub root: Option<RecordRoot>,
    /// How that root stands with the content.
    pub root_state: RootState,
    /// Who sealed the credential, by the certificate.
    pub sealer: Option<String>,
    /// The sealer's identifier there (`NTRCZ-…`).
    pub sealer_identifier: Option<String>,
}

/// How an item stands in all files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemVerdict {
    /// Every file says the same.
    Same,
    /// Two files say different things.
    Differs,
    /// A file carries no content at all.
    NotCarried,
}

impl ItemVerdict {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            ItemVerdict::Same => "same",
            ItemVerdict::Differs => "differs",
            ItemVerdict::NotCarried => "not-carried",
        }
    }
}

/// One item, compared.
#[derive(Clone, Debug)]
pub struct ItemComparison {
    /// Which.
    pub item: RecordItem,
    /// How it stands.
    pub verdict: ItemVerdict,
    /// Of an item that differs: the place of the first file and of the first that says something else, with what they say.
    pub differing: Option<[(usize, ItemValue); 2]>,
}

/// What comes of it all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordVerdict {
    /// The issuer states it, and every item agrees.
    OneRecord,
    /// Every item agrees, and the issuer does not state that it is one record.
    ContentAgrees,
    /// Roots, signers or content differ.
    Different,
    /// It cannot be told.
    CannotTell,
}

impl RecordVerdict {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            RecordVerdict::OneRecord => "one-record",
            RecordVerdict::ContentAgrees => "content-agrees",
            RecordVerdict::Different => "different",
            RecordVerdict::CannotTell => "cannot-tell",
        }
    }
}

/// What keeps files from being one record, or from being known to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordObstacle {
    /// A file has no credential that can be read.
    NoCredential(usize),
    /// Two files say different things.
    Item(RecordItem),
    /// Two files carry different roots.
    Roots(usize, usize),
    /// A file does not say what its own root stands for.
    Broken(usize),
    /// Two files were sealed by different bodies.
    Sealers(usize, usize),
    /// Who sealed a file cannot be told.
    SealerUnknown(usize),
    /// A file carries no root, or none that can be read.
    Rootless(usize),
}

/// Files compared.
#[derive(Clone, Debug)]
pub struct RecordComparison {
    /// In the order in which they were given.
    pub files: Vec<ComparedFile>,
    /// Every item.
    pub items: Vec<ItemComparison>,
    /// What comes of it.
    pub verdict: RecordVerdict,
    /// Why it is no better, the weightiest first.
    pub obstacles: Vec<RecordObstacle>,
}

impl RecordComparison {
    /// Compares files that were judged. Fewer than two are one record with nothing.
    pub fn of(files: &[JudgedFile<'_>]) -> RecordComparison {
        let read: Vec<Option<RecordItems>> =
            files.iter().map(|file| file.artefact.credential().map(RecordItems::of)).collect();
        let compared: Vec<ComparedFile> = files.iter().map(ComparedFile::of).collect();
        let items: Vec<ItemComparison> = RecordItem::ALL.iter().map(|item| compare(*item, &read)).collect();
        let obstacles = obstacles(&compared, &items);
        let verdict = obstacles.iter().map(RecordObstacle::verdict).max_by_key(|verdict| weight(*verdict));
        RecordComparison { files: compared, items, verdict: verdict.unwrap_or(RecordVerdict::OneRecord), obstacles }
    }

    /// The obstacles that decide: those that let no more be said than the verdict does.
    pub fn weighty(&self) -> impl Iterator<Item = &RecordObstacle> {
        self.obstacles.iter().filter(|obstacle| obstacle.verdict() == self.verdict)
    }

    /// How many items agree.
    pub fn agreeing(&self) -> usize {
        self.items.iter().filter(|one| one.verdict == ItemVerdict::Same).count()
    }

    /// Whether telling item by item says anything: of files without content it does not.
    pub fn has_items_to_tell(&self) -> bool {
        self.verdict != RecordVerdict::CannotTell || self.agreeing() > 0
    }

    /// The answer over everything: one record of files each of which holds.
    pub fn outcome(&self) -> Outcome {
        let same = match self.verdict {
            RecordVerdict::OneRecord => Outcome::Holds,
            RecordVerdict::Different => Outcome::Fails,
            RecordVerdict::ContentAgrees | RecordVerdict::CannotTell => Outcome::CannotTell,
        };
        crate::report::worst(self.files.iter().map(|file| file.outcome).chain([same]))
    }
}

impl ComparedFile {
    fn of(file: &JudgedFile<'_>) -> ComparedFile {
        let credential = file.artefact.credential();
        let seal = sealing(file.report);
        ComparedFile {
            name: file.name.to_owned(),
            outcome: file.report.outcome(),
            test: file.report.is_test(),
            has_credential: credential.is_some(),
            root: credential.and_then(|credential| credential.record().root().copied()),
            root_state: credential.map_or(RootState::Absent, RootState::of),
            sealer: seal.and_then(|seal| seal.sealer.clone()),
            sealer_identifier: seal.and_then(|seal| seal.sealer_identifier.clone()),
        }
    }
}

/// The seal of the credential itself, wherever it stands.
fn sealing(report: &Report) -> Option<&Sealing> {
    report.sealings.iter().find(|seal| matches!(seal.part, FilePart::Credential | FilePart::Embedded))
}

fn compare(item: RecordItem, read: &[Option<RecordItems>]) -> ItemComparison {
    let mut values =
        read.iter().enumerate().map(|(place, items)| (place, items.as_ref().map(|items| items.value(item))));
    let plain = |verdict| ItemComparison { item, verdict, differing: None };
    if read.iter().any(Option::is_none) {
        return plain(ItemVerdict::NotCarried);
    }
    let Some((first, Some(value))) = values.next() else { return plain(ItemVerdict::NotCarried) };
    match values.find_map(|(place, other)| Some((place, other?)).filter(|(_, other)| *other != value)) {
        None => plain(ItemVerdict::Same),
        Some((place, other)) => {
            let differing = Some([(first, value.clone()), (place, other.clone())]);
            ItemComparison { item, verdict: ItemVerdict::Differs, differing }
        }
    }
}

fn obstacles(files: &[ComparedFile], items: &[ItemComparison]) -> Vec<RecordObstacle> {
    let places = || files.iter().enumerate();
    let mut found = Vec::new();
    found.extend(
        items.iter().filter(|one| one.verdict == ItemVerdict::Differs).map(|one| RecordObstacle::Item(one.item)),
    );
    let broken = places().filter(|(_, file)| file.root_state == RootState::Broken);
    found.extend(broken.map(|(place, _)| RecordObstacle::Broken(place)));
    found.extend(unlike(files, |file| file.root.as_ref()).map(|(one, other)| RecordObstacle::Roots(one, other)));
    let sealers = unlike(files, |file| file.sealer_identifier.as_ref());
    found.extend(sealers.map(|(one, other)| RecordObstacle::Sealers(one, other)));
    found.extend(
        places().filter(|(_, file)| !file.has_credential).map(|(place, _)| RecordObstacle::NoCredential(place)),
    );
    let readable = |file: &ComparedFile| file.has_credential;
    let rootless = places().filter(|(_, file)| {
        readable(file) && matches!(file.root_state, RootState::Absent | RootState::Unreadable | RootState::Closed)
    });
    found.extend(rootless.map(|(place, _)| RecordObstacle::Rootless(place)));
    let unknown = places().filter(|(_, file)| readable(file) && file.sealer_identifier.is_none());
    found.extend(unknown.map(|(place, _)| RecordObstacle::SealerUnknown(place)));
    found
}

/// The first file that has something, and the first that has something else.
fn unlike<'f, T: PartialEq + 'f>(
    files: &'f [ComparedFile],
    of: impl Fn(&'f ComparedFile) -> Option<&'f T>,
) -> Option<(usize, usize)> {
    let mut having = files.iter().enumerate().filter_map(|(place, file)| Some((place, of(file)?)));
    let (first, value) = having.next()?;
    having.find(|(_, other)| *other != value).map(|(place, _)| (first, place))
}

impl RecordObstacle {
    /// What it lets be said at best.
    pub fn verdict(&self) -> RecordVerdict {
        match self {
            RecordObstacle::Item(_)
            | RecordObstacle::Broken(_)
            | RecordObstacle::Roots(..)
            | RecordObstacle::Sealers(..) => RecordVerdict::Different,
            RecordObstacle::NoCredential(_) | RecordObstacle::SealerUnknown(_) => RecordVerdict::CannotTell,
            RecordObstacle::Rootless(_) => RecordVerdict::ContentAgrees,
        }
    }
}

fn weight(verdict: RecordVerdict) -> u8 {
    match verdict {
        RecordVerdict::OneRecord => 0,
        RecordVerdict::ContentAgrees => 1,
        RecordVerdict::CannotTell => 2,
        RecordVerdict::Different => 3,
    }
}
