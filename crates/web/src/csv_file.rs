//! Tables for spreadsheets, as answers.

use axum::{
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use signet_record::CsvTable;

/// A table, to be saved under a name of ASCII letters, digits and hyphens.
pub fn answer(table: CsvTable, name: &str) -> Response {
    let named = format!("attachment; filename=\"{name}.csv\"");
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, named),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, table.into_bytes()).into_response()
}
