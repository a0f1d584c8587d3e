//! Whether files are one micro-credential, as a page tells it.

use signet_lang::Locale;
use signet_verify::{
    ItemComparison, ItemVerdict, JudgedFile, Outcome, RecordComparison, RecordObstacle, RecordVerdict, Report,
};

use super::{Mark, Verdict, VerdictKind};

/// Files compared.
#[derive(Clone, Debug)]
pub struct ComparisonView {
    /// Whether they are one micro-credential, and why not.
    pub verdict: Verdict,
    /// Each file by itself.
    pub files: Vec<ComparedFileView>,
    /// How many items agree.
    pub agreeing: String,
    /// Every item; none where there is nothing to compare.
    pub items: Vec<ComparedItemView>,
}

/// A file with the verdict over it.
#[derive(Clone, Debug)]
pub struct ComparedFileView {
    /// What the page calls it.
    pub name: String,
    /// The glance of its own report.
    pub verdict: Verdict,
    /// Which record digest it carries.
    pub root: String,
}

/// An item of the files.
#[derive(Clone, Debug)]
pub struct ComparedItemView {
    /// Whether the files agree.
    pub mark: Mark,
    /// What the item is called, and whether they agree.
    pub sentence: String,
    /// Of an item that differs: files, and what they say.
    pub differing: Vec<(String, String)>,
}

impl ComparisonView {
    /// Compares files that were judged.
    pub fn of(files: &[JudgedFile<'_>], l: Locale) -> Self {
        let reports: Vec<&Report> = files.iter().map(|file| file.report).collect();
        Self::told(&RecordComparison::of(files), &reports, l)
    }

    fn told(comparison: &RecordComparison, reports: &[&Report], l: Locale) -> Self {
        let kind = match comparison.outcome() {
            Outcome::Holds => VerdictKind::Valid,
            Outcome::CannotTell => VerdictKind::Unknown,
            Outcome::Fails => VerdictKind::Invalid,
        };
        // Items that differ stand below with what the files say; the head says how many there are.
        let (of_items, others): (Vec<_>, Vec<_>) =
            comparison.weighty().partition(|obstacle| matches!(obstacle, RecordObstacle::Item(_)));
        let counted = (!of_items.is_empty()).then(|| comparison.agreeing_told(l));
        let verdict = comparison.verdict.into();
        let mut sentences: Vec<String> = [l.same_page_verdict_text(verdict)]
            .into_iter()
            .chain(counted)
            .chain(others.iter().map(|obstacle| comparison.obstacle_told(obstacle, l)))
            .collect();
        if comparison.verdict == RecordVerdict::OneRecord && kind != VerdictKind::Valid {
            sentences.push(l.same_page_one_record_only());
        }
        let when = reports.first().map_or_else(String::new, |report| l.web_report_checked(l.instant(report.at)));
        let verdict =
            Verdict { kind, word: l.same_page_verdict(verdict), source: Vec::new(), sentences, when, glance: None };
        let files = comparison.files.iter().zip(reports).map(|(file, report)| {
            let [_, root] = file.told(l);
            ComparedFileView { name: file.name.clone(), verdict: Verdict::of(report, l), root }
        });
        let items = comparison.items.iter().filter(|_| comparison.has_items_to_tell());
        ComparisonView {
            verdict,
            files: files.collect(),
            agreeing: comparison.agreeing_told(l),
            items: items.map(|item| ComparedItemView::of(comparison, item, l)).collect(),
        }
    }
}

impl ComparedItemView {
    fn of(comparison: &RecordComparison, item: &ItemComparison, l: Locale) -> Self {
        let mark = match item.verdict {
            ItemVerdict::Same => Mark::Holds,
            ItemVerdict::Differs => Mark::Fails,
            ItemVerdict::NotCarried => Mark::CannotTell,
        };
        ComparedItemView { mark, sentence: item.told(l), differing: comparison.differing_in_words(item, l) }
    }
}
