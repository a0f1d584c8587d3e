//! What may be studied, as anyone may search it: units that are open to everyone, their words, and what they can be chosen by.
//!
//! A [`CatalogueIndex`] is made of the register's rows, once for each state of them, and is dropped when they change. There is no second
//! store that could go stale, and both database engines give the same answers in the same order, because neither of them is asked.

// Modules use each other in one direction: `offer`, `broad_field`, `facet` and `words`; over them `synonym`, `query` and `word_table`;
// then `index`. What machines are told is made of it: `graph`, `public_address`; over them `loq`, `open_data`, `schema_org` and `sitemap`.
mod broad_field;
mod facet;
mod graph;
mod index;
mod loq;
mod offer;
mod open_data;
mod public_address;
mod query;
mod schema_org;
mod sitemap;
mod synonym;
mod word_table;
mod words;

pub use broad_field::broad_field;
pub use facet::{CreditBand, Facet, FacetValue, StartWindow, UnitKindCode};
pub use index::{CatalogueIndex, FacetCounts, FoundOffers};
pub use loq::{loq_json_ld, loq_turtle};
pub use offer::{Offer, OfferKey, OfferedRun, RegisterRun, RunStanding};
pub use open_data::{RUN_COLUMNS, UNIT_COLUMNS, data_sets, run_rows, unit_rows};
pub use public_address::PublicAddress;
pub use query::{CatalogueQuery, PAGE_ROWS, Sort, TEXT_MAX};
pub use schema_org::{description, inside_a_page, schema_org_course, schema_org_list};
pub use sitemap::{robots, sitemap};
