//! Folders of stories: a demonstration's, and an institution's of its own with seals the demonstration made.

use std::{
    collections::BTreeMap,
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU16, Ordering},
};

use tempfile::TempDir;

use super::{Ended, run};

/// A folder that goes when the story is over.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// A loopback address that is free, outside the range from which the system hands ports out by itself.
pub fn free_address() -> String {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let own = u16::try_from(std::process::id() % 100).unwrap() * 110;
    loop {
        let port = 20_000 + (own + NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return format!("127.0.0.1:{port}");
        }
    }
}

/// A demonstration in `folder/demo`.
pub fn demo(folder: &Path) -> PathBuf {
    let demo = folder.join("demo");
    run(folder, ["demo", "--no-serve", "--json", "--folder", "demo", "--listen", &free_address()]).expect(0);
    demo
}

/// Everything in a folder and below, by path.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                found.insert(path, bytes);
            }
        }
    }
    found
}

/// The sealed credentials among the files of a folder.
pub fn credentials(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(folder).into_iter().filter(|(path, _)| path.extension().is_some_and(|kind| kind == "jsonld")).collect()
}

/// An institution's own folder: its settings, its register, and the demonstration beside it that made its seal.
pub struct Installation {
    pub place: TempDir,
}

/// A section of settings for one of the demonstration's seals.
pub fn seal_section(demo: &Path, body: &str) -> String {
    let seals = demo.join("seals");
    let file = |ending: &str| seals.join(format!("{body}.{ending}.pem")).display().to_string();
    format!("\n[[seal]]\nkey = \"{}\"\nchain = \"{}\"\ntest = true\n", file("key"), file("chain"))
}

/// Settings without a seal.
pub fn settings(demo: &Path) -> String {
    format!(
        "[store]\ndatabase = \"sqlite:register.db\"\nartefacts = \"artefacts\"\nlink_key = \"link.key\"\n\n\
         [server]\nlisten = \"{}\"\n\n[trust]\nlists = \"none\"\ntest_anchors = [\"{}\"]\n\n[outbound]\nreach = \"loopback\"\n\n\
         [log]\nfilter = \"error\"\n",
        free_address(),
        demo.join("seals/root.pem").display()
    )
}

impl Installation {
    /// The university's seal, and the university and one unit in the register.
    pub fn furnished() -> Self {
        let installation = Installation::bare();
        installation
            .put_settings(&(settings(&installation.demo()) + &seal_section(&installation.demo(), "horni-dolni")));
        installation.furnish();
        installation
    }

    /// A demonstration's seals and data, and nothing else.
    pub fn bare() -> Self {
        let place = folder();
        demo(place.path());
        fs::create_dir(place.path().join("own")).unwrap();
        Installation { place }
    }

    pub fn demo(&self) -> PathBuf {
        self.place.path().join("demo")
    }

    /// Where commands run.
    pub fn own(&self) -> PathBuf {
        self.place.path().join("own")
    }

    pub fn put_settings(&self, text: &str) {
        fs::write(self.own().join("signet.toml"), text).unwrap();
    }

    /// Brings institution and unit in.
    pub fn furnish(&self) {
        let (institution, unit) = (self.data("institutions/horni-dolni.toml"), self.unit());
        run(&self.own(), ["import", &institution]).expect(0);
        run(&self.own(), ["import", &unit]).expect(0);
    }

    /// A file of the demonstration's data.
    pub fn data(&self, path: &str) -> String {
        self.demo().join("data").join(path).display().to_string()
    }

    pub fn unit(&self) -> String {
        self.data("horni-dolni/units/econometrics-r.toml")
    }

    /// Writes a file of results with the unit's headings.
    pub fn results(&self, name: &str, rows: &[&str]) -> String {
        let path = self.own().join(name);
        fs::write(&path, format!("{HEADINGS}\r\n{}\r\n", rows.join("\r\n"))).unwrap();
        path.display().to_string()
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        run(&self.own(), args)
    }

    /// `issue` with the unit, JSON asked for.
    pub fn issue(&self, results: &str, more: &[&str]) -> Ended {
        let unit = self.unit();
        self.run(&[&["issue", "--unit", &unit, "--results", results, "--json"], more].concat())
    }

    pub fn fsck(&self) -> serde_json::Value {
        self.run(&["fsck", "--json"]).expect(0).json()
    }
}

/// As Czech Excel writes them.
const HEADINGS: &str = "Osobní číslo;Jméno;Příjmení;Datum narození;Běh;Hodnocení;Datum hodnocení;Hodnotitel";

/// Rows that can be issued.
pub const ROWS: [&str; 3] = [
    "HD-70001;Jitka;Ukázková;1. 9. 1988;2025-jaro;A;11. 4. 2025;doc. RNDr. Hana Vzorná, CSc.",
    "HD-70002;Nguyễn;Thị Thu Hà;24. 8. 1991;2025-jaro;B;11. 4. 2025;doc. RNDr. Hana Vzorná, CSc.",
    "HD-70003;;Soukupová;30. 12. 1979;2024-podzim;E;15. 11. 2024;doc. RNDr. Hana Vzorná, CSc.",
];
