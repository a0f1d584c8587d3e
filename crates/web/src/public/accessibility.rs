//! `GET /accessibility`: the accessibility statement (Act No. 99/2019 Coll., § 8), in the order of Decision (EU) 2018/1523. What nobody has
//! assessed is not claimed.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_lang::{Locale, args};

use crate::{
    accessibility_statement::{
        AccessibilityException, AccessibilityStatement, AssessedBy, Conformance, InaccessibleBecause,
    },
    frame::{Area, PageFrame},
    request_context::{RequestContext, show_to_all},
    site::AppState,
};

/// The page.
#[derive(Template)]
#[template(path = "public/accessibility.html")]
pub struct AccessibilityPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The statement, where the operator has made one.
    pub statement: Option<StatementView>,
    /// Address for reports of barriers.
    pub contact: Option<String>,
}

/// A statement, in words.
pub struct StatementView {
    /// Who makes it, about which pages.
    pub committed: String,
    /// How far the pages conform.
    pub conformance: String,
    /// What is not accessible, by reason.
    pub groups: Vec<ExceptionGroup>,
    /// When and how it was prepared, and when it was last reviewed.
    pub prepared: Vec<String>,
    /// Within how many days a report is answered.
    pub answer: String,
    /// Postal address.
    pub address: Option<String>,
}

/// What is not accessible for one reason.
pub struct ExceptionGroup {
    /// The reason.
    pub reason: String,
    /// What.
    pub items: Vec<ExceptionLine>,
}

/// Something that is not accessible.
pub struct ExceptionLine {
    /// What, with its clause.
    pub what: String,
    /// What can be used instead.
    pub instead: Option<String>,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Response {
    let (l, address) = (context.l, site.base_url().as_str().trim_end_matches('/').to_owned());
    show_to_all(&AccessibilityPage {
        f: context.public(Area::Elsewhere),
        l,
        statement: site.accessibility.as_ref().map(|statement| StatementView::of(statement, &address, l)),
        contact: site.contact.clone(),
    })
}

impl StatementView {
    /// A statement about the pages at an address.
    pub fn of(statement: &AccessibilityStatement, address: &str, l: Locale) -> Self {
        let language = l.language();
        let body = statement.body.text(language);
        let group = |because: InaccessibleBecause| {
            let fitting = statement.exceptions.iter().filter(|one| one.because == because);
            let items: Vec<ExceptionLine> = fitting.map(|one| line(one, l)).collect();
            (!items.is_empty()).then(|| ExceptionGroup { reason: reason(because, l), items })
        };
        StatementView {
            committed: l.web_about_accessibility_committed(args::WebAboutAccessibilityCommitted { address, body }),
            conformance: match statement.conformance {
                Conformance::Full => l.web_about_accessibility_full(),
                Conformance::Partial => l.web_about_accessibility_partial(),
                Conformance::None => l.web_about_accessibility_none(),
            },
            groups: InaccessibleBecause::ALL.into_iter().filter_map(group).collect(),
            prepared: vec![
                l.web_about_accessibility_prepared(l.date(statement.prepared)),
                match statement.assessment {
                    AssessedBy::Own => l.web_about_accessibility_own(),
                    AssessedBy::ThirdParty => l.web_about_accessibility_third(),
                },
                l.web_about_accessibility_reviewed(l.date(statement.reviewed)),
            ],
            answer: l.web_about_accessibility_answer(statement.answer_days),
            address: statement.address.clone(),
        }
    }
}

fn line(exception: &AccessibilityException, l: Locale) -> ExceptionLine {
    let what = exception.what.text(l.language());
    ExceptionLine {
        what: match &exception.clause {
            Some(clause) => {
                l.web_about_accessibility_clause(args::WebAboutAccessibilityClause { clause: clause.as_str(), what })
            }
            None => what.to_owned(),
        },
        instead: exception
            .instead
            .as_ref()
            .map(|instead| l.web_about_accessibility_instead(instead.text(l.language()))),
    }
}

fn reason(because: InaccessibleBecause, l: Locale) -> String {
    match because {
        InaccessibleBecause::NonConformance => l.web_about_accessibility_nonconformance(),
        InaccessibleBecause::UndueBurden => l.web_about_accessibility_burden(),
        InaccessibleBecause::OutsideTheLaw => l.web_about_accessibility_outside(),
    }
}
