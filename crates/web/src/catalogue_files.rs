//! The files that machines are told of the catalogue by: feeds, open data, the map for search engines.

use std::{collections::BTreeMap, sync::Arc};

use signet_catalogue::{
    CatalogueIndex, PublicAddress, RUN_COLUMNS, UNIT_COLUMNS, data_sets, loq_json_ld, loq_turtle, robots, run_rows,
    sitemap, unit_rows,
};
use signet_record::{CsvTable, Date, Timestamp};

use crate::packed::Packed;

/// A file that machines ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CatalogueFile {
    /// Who may look at what.
    Robots,
    /// Every public page.
    Sitemap,
    /// What the data sets are.
    DataSets,
    /// A table of units.
    Units,
    /// A table of runs.
    Runs,
    /// Learning opportunities, as JSON-LD.
    LoqJsonLd,
    /// The same as Turtle.
    LoqTurtle,
}

/// The files of one state of the catalogue on one day, each made when it is asked for first.
pub struct CatalogueFiles {
    index: Arc<CatalogueIndex>,
    today: Date,
    made: Timestamp,
    files: BTreeMap<CatalogueFile, Packed>,
}

impl CatalogueFile {
    /// Every file.
    pub const ALL: [CatalogueFile; 7] = [
        CatalogueFile::Robots,
        CatalogueFile::Sitemap,
        CatalogueFile::DataSets,
        CatalogueFile::Units,
        CatalogueFile::Runs,
        CatalogueFile::LoqJsonLd,
        CatalogueFile::LoqTurtle,
    ];

    /// Its address.
    pub fn path(self) -> &'static str {
        match self {
            CatalogueFile::Robots => "/robots.txt",
            CatalogueFile::Sitemap => "/sitemap.xml",
            CatalogueFile::DataSets => "/catalogue/open-data.jsonld",
            CatalogueFile::Units => "/catalogue/units.csv",
            CatalogueFile::Runs => "/catalogue/runs.csv",
            CatalogueFile::LoqJsonLd => "/catalogue/loq.jsonld",
            CatalogueFile::LoqTurtle => "/catalogue/loq.ttl",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            CatalogueFile::Robots => "text/plain; charset=utf-8",
            CatalogueFile::Sitemap => "application/xml",
            CatalogueFile::Units | CatalogueFile::Runs => "text/csv; charset=utf-8",
            CatalogueFile::DataSets | CatalogueFile::LoqJsonLd => "application/ld+json",
            CatalogueFile::LoqTurtle => "text/turtle; charset=utf-8",
        }
    }

    /// Its bytes.
    pub fn make(self, index: &CatalogueIndex, address: &PublicAddress, today: Date) -> Vec<u8> {
        match self {
            CatalogueFile::Robots => robots(address).into_bytes(),
            CatalogueFile::Sitemap => sitemap(index, address).into_bytes(),
            CatalogueFile::DataSets => data_sets(address).into_bytes(),
            CatalogueFile::Units => table(&UNIT_COLUMNS, unit_rows(index, address)),
            CatalogueFile::Runs => table(&RUN_COLUMNS, run_rows(index, today)),
            CatalogueFile::LoqJsonLd => loq_json_ld(index, address, today).into_bytes(),
            CatalogueFile::LoqTurtle => loq_turtle(index, address, today).into_bytes(),
        }
    }
}

fn table<const COLUMNS: usize>(headings: &[&str; COLUMNS], rows: impl Iterator<Item = [String; COLUMNS]>) -> Vec<u8> {
    let mut file = CsvTable::new(&headings.map(str::to_owned));
    rows.for_each(|row| file.row(row.iter().map(String::as_str)));
    file.into_bytes()
}

impl CatalogueFiles {
    /// None yet.
    pub fn new(index: Arc<CatalogueIndex>, today: Date, made: Timestamp) -> Self {
        CatalogueFiles { index, today, made, files: BTreeMap::new() }
    }

    /// Whether they are of this state and day.
    pub fn are_of(&self, index: &Arc<CatalogueIndex>, today: Date) -> bool {
        Arc::ptr_eq(&self.index, index) && self.today == today
    }

    /// A file that was made.
    pub fn file(&self, file: CatalogueFile) -> Option<(Packed, Timestamp)> {
        self.files.get(&file).map(|packed| (packed.clone(), self.made))
    }

    /// Keeps a file, and says since when the state has been known.
    pub fn keep(&mut self, file: CatalogueFile, packed: &Packed) -> Timestamp {
        self.files.insert(file, packed.clone());
        self.made
    }
}
