//! Results: against their scale, their time and themselves.

use jiff::Timestamp;
use signet_record::AnnexItem;

use crate::json::Value;

use super::super::code::Code;
use super::super::lexical;
use super::Sense;

impl<'a> Sense<'a, '_> {
    /// An assessment and its parts. `scaled`: the whole of which it is a part says by which scale it is graded.
    pub(super) fn assessment(&mut self, assessment: Value<'a>, start: Option<Timestamp>, scaled: bool) {
        self.award(assessment);
        self.result_date(assessment, start);
        let scaled = scaled || assessment.all("specifiedBy").any(|kind| kind.first("gradingScheme").is_some());
        if !scaled && assessment.first("grade").is_some_and(|grade| !is_share(grade)) {
            self.report_in("grade", Code::GradingScheme, Some(AnnexItem::Grade), "", "");
        }
        self.each(assessment, "shortenedGrading", |sense, shares| sense.shares(shares));
        self.each(assessment, "hasPart", |sense, part| sense.assessment(part, start, scaled));
    }

    /// How many did worse, as well and better, in percent. Rounded shares may miss a hundred by one.
    fn shares(&mut self, shares: Value<'a>) {
        let share = |name: &str| {
            let value = shares.first(name)?;
            lexical::integer(value.number().or_else(|| value.text())?)
        };
        let all = ["percentageLower", "percentageEqual", "percentageHigher"].map(share);
        let [Some(lower), Some(equal), Some(higher)] = all else { return };
        let sum = lower.saturating_add(equal).saturating_add(higher);
        if ![lower, equal, higher].iter().all(|share| (0..=100).contains(share)) || !(99..=101).contains(&sum) {
            self.report(Code::ShortenedGrading, Some(AnnexItem::Grade), "100", sum.to_string());
        }
    }
}

/// A share of a hundred needs no scale: `88 %`.
fn is_share(grade: Value<'_>) -> bool {
    let mut texts = grade.all("noteLiteral").flat_map(|words| words.members()).flat_map(|(_, text)| text.each());
    texts.next().is_some_and(|first| {
        std::iter::once(first).chain(texts).all(|text| {
            let number = text.text().and_then(|text| text.trim().strip_suffix('%'));
            number.is_some_and(|number| lexical::is_decimal(&number.trim().replace(',', ".")))
        })
    })
}
