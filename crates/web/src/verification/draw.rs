//! The answer about a stranger's file, drawn where it was judged: nothing of the file is laid out in the server's own process.

use askama::Template;
use signet_lang::Locale;
use signet_verify::{JudgedFile, ParsedFile, Report};

use super::said::Drawing;
use crate::{
    frame::{Area, PageFrame},
    report_page::{ComparisonPage, ReportPage},
    view::{ComparisonView, ContentView, CredentialView, Pictures, ReportView, ShownFields, content::sheet},
};

/// The verdict in a word or two, and the answer. A single file is drawn unless files are compared.
pub fn draw(judged: &[(&ParsedFile, Report)], drawing: &Drawing, l: Locale) -> (String, Vec<u8>) {
    let Some((artefact, report)) = judged.first() else { return (String::new(), Vec::new()) };
    match drawing {
        // Numbers, strings and lists only: nothing JSON could refuse.
        Drawing::Json => (String::new(), serde_json::to_vec(&report.to_json(l)).unwrap_or_default()),
        Drawing::Page { file_name } => {
            let page = page(artefact, report, file_name, l);
            (page.report.verdict.word.clone(), written(&page.as_main()))
        }
        // Nothing is judged of it (`worker::serve`).
        Drawing::Workbook => (String::new(), Vec::new()),
        Drawing::Comparison { file_names } => {
            let files = file_names.iter().zip(judged);
            let files: Vec<JudgedFile<'_>> =
                files.map(|(name, (artefact, report))| JudgedFile { name, artefact, report }).collect();
            let f = PageFrame::private(l, "/verify", Area::Verify);
            let page = ComparisonPage { f, l, comparison: ComparisonView::of(&files, l) };
            (l.same_page_title(), written(&page.as_main()))
        }
    }
}

fn written(main: &impl Template) -> Vec<u8> {
    // Writing to memory does not fail.
    main.render().unwrap_or_default().into_bytes()
}

fn page(artefact: &ParsedFile, report: &Report, file_name: &str, l: Locale) -> ReportPage {
    let credential = artefact.credential();
    let view = credential.map(|credential| CredentialView::verified(credential, report, l, ShownFields::ALL));
    let mut told = ReportView::of(report, l);
    if let Some(view) = &view {
        told.verdict = told.verdict.about(view, l);
    }
    ReportPage {
        f: PageFrame::private(l, "/verify", Area::Verify),
        l,
        file_name: Some(file_name.to_owned()).filter(|name| !name.is_empty()),
        report: told,
        credential: view,
        content: credential.map(|credential| ContentView::of(credential, l, ShownFields::ALL, Pictures::Here)),
        preview: credential.and_then(|credential| sheet(credential, l)),
    }
}
