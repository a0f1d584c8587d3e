//! Files, folders and ZIP files that are to be verified, taken in one file after the other: no more than one is in memory.

use std::{
    collections::VecDeque,
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use signet_console::{Exit, Stop, file};
use signet_lang::Locale;
use signet_verify::BYTES_MAX;
use zip::ZipArchive;

/// Files that are taken in at once.
const FILES_MAX: usize = 100_000;
/// Folders inside folders that are gone into.
const DEPTH_MAX: usize = 32;
/// Bytes that all ZIP files together may unpack to.
const UNPACKED_MAX: u64 = 64 << 30;
/// How a ZIP file begins (APPNOTE 4.3.7, of an empty one 4.3.16).
const ZIP_BEGINS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// Endings of the files in folders and ZIP files that are looked at.
const ENDINGS: [&str; 3] = ["jsonld", "json", "pdf"];

/// A file that is to be verified.
#[derive(Debug)]
pub struct Candidate {
    /// What it is called: its path as it was typed, inside a ZIP file behind that file's.
    pub name: String,
    /// Its bytes; of one that is larger than [`BYTES_MAX`] one byte more than that. Else why it cannot be read.
    pub bytes: Result<Vec<u8>, Stop>,
}

enum Source {
    /// A file, or standard input by its name.
    File(PathBuf),
    BrokenZip(PathBuf),
    Member {
        archive: usize,
        index: usize,
        name: String,
    },
}

/// What is to be verified.
pub struct Intake {
    sources: VecDeque<Source>,
    archives: Vec<ZipArchive<BufReader<File>>>,
    unpacked_left: u64,
    skipped: usize,
    many: bool,
    locale: Locale,
}

impl Intake {
    /// Everything that was named: files, `-` for standard input, folders with all folders in them, ZIP files.
    ///
    /// # Errors
    /// When something named is not there, or there are too many files.
    pub fn of(named: &[PathBuf], locale: Locale) -> Result<Intake, Stop> {
        let (sources, archives) = (VecDeque::new(), Vec::new());
        let many = named.len() > 1;
        let mut intake = Intake { sources, archives, unpacked_left: UNPACKED_MAX, skipped: 0, many, locale };
        for path in named {
            intake.take_in(path)?;
        }
        Ok(intake)
    }

    /// Whether more than one file was asked for, so that each is told by its name.
    pub fn is_many(&self) -> bool {
        self.many
    }

    /// How many files are still to come.
    pub fn left(&self) -> usize {
        self.sources.len()
    }

    /// How many files in folders and ZIP files were passed by for their names.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    fn take_in(&mut self, path: &Path) -> Result<(), Stop> {
        let locale = self.locale;
        let unread = |error: io::Error| Stop::new(Exit::NoInput, file::not_read(path, &error, locale));
        if path == Path::new("-") {
            return self.put(Source::File(path.to_owned()));
        }
        if fs::metadata(path).map_err(unread)?.is_dir() {
            self.many = true;
            return self.folder(path, 0);
        }
        if is_zip(path).map_err(unread)? {
            return self.archive(path);
        }
        self.put(Source::File(path.to_owned()))
    }

    /// A folder in the order of its names. Links inside it are not followed: they may lead round in a circle, or anywhere.
    fn folder(&mut self, path: &Path, depth: usize) -> Result<(), Stop> {
        let locale = self.locale;
        let unread = |error: io::Error| Stop::new(Exit::NoInput, file::not_read(path, &error, locale));
        let mut entries: Vec<_> = fs::read_dir(path).and_then(Iterator::collect).map_err(unread)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let (kind, path) = (entry.file_type().map_err(unread)?, entry.path());
            if kind.is_dir() && depth < DEPTH_MAX {
                self.folder(&path, depth + 1)?;
            } else if kind.is_file() && is_wanted(&path) {
                self.put(Source::File(path))?;
            } else if !kind.is_dir() {
                self.skipped += 1;
            }
        }
        Ok(())
    }

    fn archive(&mut self, path: &Path) -> Result<(), Stop> {
        let locale = self.locale;
        let open = File::open(path).map_err(|error| Stop::new(Exit::NoInput, file::not_read(path, &error, locale)))?;
        let Ok(archive) = ZipArchive::new(BufReader::new(open)) else {
            return self.put(Source::BrokenZip(path.to_owned()));
        };
        self.many = true;
        let names: Vec<(usize, String)> = archive.file_names().map(str::to_owned).enumerate().collect();
        for (index, name) in names {
            if name.ends_with('/') {
                continue;
            }
            if is_wanted(Path::new(&name)) {
                let name = format!("{}/{}", path.display(), shown(&name));
                self.put(Source::Member { archive: self.archives.len(), index, name })?;
            } else {
                self.skipped += 1;
            }
        }
        self.archives.push(archive);
        Ok(())
    }

    fn put(&mut self, source: Source) -> Result<(), Stop> {
        if self.sources.len() >= FILES_MAX {
            return Err(Stop::new(Exit::Data, self.locale.verifier_too_many(FILES_MAX)));
        }
        self.sources.push_back(source);
        Ok(())
    }

    fn read(&mut self, source: Source) -> Candidate {
        let locale = self.locale;
        match source {
            Source::File(path) => {
                let told = |error| Stop::new(Exit::NoInput, file::not_read(&path, &error, locale));
                Candidate { name: path.display().to_string(), bytes: file::read(&path, BYTES_MAX).map_err(told) }
            }
            Source::BrokenZip(path) => {
                let name = path.display().to_string();
                let stop = Stop::new(Exit::Data, locale.verifier_zip_broken(name.clone()));
                Candidate { name, bytes: Err(stop) }
            }
            Source::Member { archive, index, name } => {
                let bytes = self.member(archive, index).map_err(|sentence| Stop::new(Exit::Data, sentence));
                Candidate { name, bytes }
            }
        }
    }

    /// A file out of a ZIP file. Sizes that the container states are not believed.
    fn member(&mut self, archive: usize, index: usize) -> Result<Vec<u8>, String> {
        let most = (BYTES_MAX as u64).min(self.unpacked_left);
        let archive = self.archives.get_mut(archive).ok_or_else(|| self.locale.verifier_member_broken())?;
        let member = archive.by_index(index).ok();
        let read = member.and_then(|member| file::read_limited(member, most).ok());
        let bytes = read.ok_or_else(|| self.locale.verifier_member_broken())?;
        self.unpacked_left = self.unpacked_left.saturating_sub(bytes.len() as u64);
        if self.unpacked_left == 0 {
            return Err(self.locale.verifier_unpacks_too_much());
        }
        Ok(bytes)
    }
}

impl Iterator for Intake {
    type Item = Candidate;

    fn next(&mut self) -> Option<Candidate> {
        let source = self.sources.pop_front()?;
        Some(self.read(source))
    }
}

/// By the name: what a folder holds besides is nobody's credential. Hidden files are what systems leave lying about.
fn is_wanted(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    !hidden && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn is_zip(path: &Path) -> io::Result<bool> {
    let mut begins = Vec::new();
    File::open(path)?.take(4).read_to_end(&mut begins)?;
    Ok(ZIP_BEGINS.contains(&begins.as_slice()))
}

/// A name out of a container, which may hold anything that moves the cursor of a terminal.
fn shown(name: &str) -> String {
    name.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::{Cursor, Write};

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn names(folder: &Path, intake: &mut Intake) -> Vec<(String, usize)> {
        let prefix = format!("{}/", folder.display());
        let told = |candidate: Candidate| (candidate.name.replace(&prefix, ""), candidate.bytes.unwrap().len());
        intake.map(told).collect()
    }

    #[test]
    fn folders_and_containers_are_gone_through_in_the_order_of_names() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["a.pdf", "b/c.JSONLD", "b/notes.txt", ".hidden.pdf", "z.json"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let all =
            [("one.pdf", &b"12"[..]), ("in/two.jsonld", b"123"), ("__MACOSX/._one.pdf", b"-"), ("a\u{7}.pdf", b"")];
        fs::write(folder.path().join("some.zip"), zip(&all)).unwrap();
        let mut intake = Intake::of(&[folder.path().to_owned()], Locale::ENGLISH).unwrap();
        assert!(intake.is_many());
        assert_eq!((intake.left(), intake.skipped()), (3, 3), "a ZIP file inside a folder is not opened");
        let found = names(folder.path(), &mut intake);
        assert_eq!(found, [("a.pdf".to_owned(), 1), ("b/c.JSONLD".to_owned(), 1), ("z.json".to_owned(), 1)]);

        let mut intake = Intake::of(&[folder.path().join("some.zip")], Locale::ENGLISH).unwrap();
        assert!(intake.is_many());
        let named = |name: &str, size: usize| (format!("some.zip/{name}"), size);
        let found = names(folder.path(), &mut intake);
        assert_eq!(found, [named("one.pdf", 2), named("in/two.jsonld", 3), named("a\u{fffd}.pdf", 0)]);
        assert_eq!(intake.skipped(), 1);
    }

    #[test]
    fn one_file_is_one_whatever_it_is_called_and_what_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("certificate");
        fs::write(&file, "x").unwrap();
        let mut intake = Intake::of(std::slice::from_ref(&file), Locale::ENGLISH).unwrap();
        assert!(!intake.is_many());
        assert_eq!(names(folder.path(), &mut intake), [("certificate".to_owned(), 1)]);
        let missing = Intake::of(&[folder.path().join("none.pdf")], Locale::ENGLISH).err().unwrap();
        assert_eq!(missing.exit, Exit::NoInput);
        assert!(missing.sentence.contains("none.pdf"), "{}", missing.sentence);
    }

    #[test]
    fn a_container_that_is_damaged_or_unpacks_to_more_than_a_file_may_have_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.zip");
        let whole = zip(&[("large.pdf", &vec![0; BYTES_MAX + 10]), ("small.pdf", b"1")]);
        fs::write(&path, &whole).unwrap();
        let mut intake = Intake::of(std::slice::from_ref(&path), Locale::ENGLISH).unwrap();
        intake.unpacked_left = BYTES_MAX as u64 + 2;
        let sizes: Vec<usize> = intake.by_ref().map(|one| one.bytes.unwrap_or_default().len()).collect();
        assert_eq!(sizes, [BYTES_MAX + 1, 0], "one byte too many says that it is too large; then nothing is left");
        fs::write(&path, whole.get(..whole.len() / 2).unwrap()).unwrap();
        let told = Intake::of(&[path], Locale::ENGLISH).unwrap().next().unwrap().bytes.unwrap_err();
        assert_eq!(told.exit, Exit::Data);
    }
}
