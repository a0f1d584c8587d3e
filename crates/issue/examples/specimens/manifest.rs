//! The list of what was made, one line of JSON for each file.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use serde_json::json;
use signet_seal::Algorithm;

use crate::seal::{Form, Level};

/// What judges are told of a file.
pub struct Specimen<'a> {
    pub form: Form,
    pub level: Level,
    pub algorithm: Algorithm,
    /// `level`: as good as its level; `part`: one bit flipped; `story`: judged as of many moments.
    pub purpose: &'a str,
    /// The part with the flipped bit, or the story.
    pub about: &'a str,
}

/// The folder of specimens and the list of them.
pub struct Manifest {
    folder: PathBuf,
    list: fs::File,
}

impl Manifest {
    /// An empty list in a folder, which is made.
    pub fn new(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).unwrap();
        let list = fs::File::create(folder.join("manifest.jsonl")).unwrap();
        Self { folder, list }
    }

    /// Writes a file, and its line.
    pub fn put(&mut self, name: &str, bytes: &[u8], specimen: &Specimen<'_>) {
        let file = format!("{name}.{}", specimen.form.ending());
        fs::write(self.folder.join(&file), bytes).unwrap();
        let line = json!({
            "file": file,
            "form": specimen.form.label(),
            "level": specimen.level.label(),
            "algorithm": specimen.algorithm.jose(),
            "purpose": specimen.purpose,
            "about": specimen.about,
        });
        writeln!(self.list, "{line}").unwrap();
    }
}
