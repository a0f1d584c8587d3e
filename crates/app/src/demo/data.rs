//! The demonstration's files, part of the program: a bare machine needs nothing else.

/// A file of the demonstration.
#[derive(Clone, Copy)]
pub struct DemoFile {
    /// Its path under the demonstration's folder.
    pub path: &'static str,
    /// What it says.
    pub bytes: &'static [u8],
}

/// Results of a unit.
#[derive(Clone, Copy)]
pub struct DemoCourse {
    /// Identifier of the institution.
    pub institution: &'static str,
    /// The unit (TOML).
    pub unit: DemoFile,
    /// The results (CSV or JSON).
    pub results: DemoFile,
}

macro_rules! file {
    ($path:literal) => {
        DemoFile { path: $path, bytes: include_bytes!(concat!("../../demo/", $path)) }
    };
}

/// Institutions; the one that seals for others first.
pub const INSTITUTIONS: [DemoFile; 6] = [
    file!("institutions/narodni-pecetni-sprava.toml"),
    file!("institutions/horni-dolni.toml"),
    file!("institutions/skola-remesel.toml"),
    file!("institutions/tri-reky.toml"),
    file!("institutions/technika-mlynany.toml"),
    file!("institutions/zdravi-kamenice.toml"),
];

/// Their emblems.
pub const EMBLEMS: [DemoFile; 3] = [
    file!("institutions/narodni-pecetni-sprava.svg"),
    file!("institutions/horni-dolni.svg"),
    file!("institutions/skola-remesel.svg"),
];

/// Units with their results.
pub const COURSES: [DemoCourse; 8] = [
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/computer-security.toml"),
        results: file!("horni-dolni/results/computer-security.csv"),
    },
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/decarbonisation.toml"),
        results: file!("horni-dolni/results/decarbonisation.csv"),
    },
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/econometrics-r.toml"),
        results: file!("horni-dolni/results/econometrics-r.csv"),
    },
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/personal-data.toml"),
        results: file!("horni-dolni/results/personal-data.csv"),
    },
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/programming-basics.toml"),
        results: file!("horni-dolni/results/programming-basics.csv"),
    },
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/scientific-programming.toml"),
        results: file!("horni-dolni/results/scientific-programming.json"),
    },
    DemoCourse {
        institution: "horni-dolni",
        unit: file!("horni-dolni/units/software-testing.toml"),
        results: file!("horni-dolni/results/software-testing.csv"),
    },
    DemoCourse {
        institution: "skola-remesel",
        unit: file!("skola-remesel/units/paper-restoration.toml"),
        results: file!("skola-remesel/results/paper-restoration.csv"),
    },
];

/// A results file with every kind of mistake, to try the complaints with.
pub const MISTAKES: DemoFile = file!("horni-dolni/results-with-mistakes.csv");
