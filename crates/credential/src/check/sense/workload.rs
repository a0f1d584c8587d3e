//! Credits and hours: against each other, and the parts against the whole.

use jiff::Span;
use signet_record::AnnexItem;
use signet_record::workload::HOURS_PER_CREDIT;

use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::Scheme;

use super::super::code::Code;
use super::super::lexical;
use super::Sense;

const WORKLOAD: Option<AnnexItem> = Some(AnnexItem::Workload);
/// Credits of a micro-credential, least and most, in thousandths.
const USUAL: std::ops::RangeInclusive<u64> = 1_000..=60_000;

/// Credits in thousandths: `3.5`, `3,5`. At most six digits before the point and three behind it that are not zero.
fn points(text: &str) -> Option<u64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = fraction.trim_end_matches('0');
    if !digits(whole) || whole.len() > 6 || fraction.len() > 3 || !(fraction.is_empty() || digits(fraction)) {
        return None;
    }
    format!("{whole}{fraction:0<3}").parse().ok()
}

/// Thousandths as a decimal number without needless zeros.
fn decimal(thousandths: u64) -> String {
    let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The ECTS credits of a member, in thousandths.
fn ects(owner: Value<'_>, member: &str) -> Option<u64> {
    let mut all = owner.all(member).filter(|credit| is_ects(*credit));
    all.find_map(|credit| points(credit.string("point")?))
}

fn is_ects(credit: Value<'_>) -> bool {
    let code = |framework| Scheme::Credit.code(identity(framework)?);
    credit.all("framework").any(|framework| code(framework) == Some(crate::ECTS))
}

/// What an achievement is worth: what was received, else what its unit is worth.
fn worth(achievement: Value<'_>) -> Option<u64> {
    ects(achievement, "creditReceived").or_else(|| ects(achievement.first("specifiedBy")?, "creditPoint"))
}

/// What all parts are worth together, when each says what it is worth.
fn sum<'a>(parts: impl Iterator<Item = Value<'a>>, worth: impl Fn(Value<'a>) -> Option<u64>) -> Option<u64> {
    let mut sum = None;
    for part in parts {
        sum = Some(sum.unwrap_or(0_u64).saturating_add(worth(part)?));
    }
    sum
}

fn span(text: &str) -> Option<Span> {
    lexical::is_duration(text).then(|| text.parse().ok()).flatten()
}

/// Minutes of a duration that is given in hours and minutes: a day or a month of learning has no number of hours.
fn minutes(owner: Value<'_>, member: &str) -> Option<u64> {
    let span = span(owner.string(member)?)?;
    let exact = span.get_years() == 0 && span.get_months() == 0 && span.get_weeks() == 0 && span.get_days() == 0;
    let minutes = i64::from(span.get_hours()).checked_mul(60)?.checked_add(span.get_minutes())?;
    (exact && !span.is_negative()).then(|| u64::try_from(minutes).ok()).flatten()
}

/// What an activity took.
fn taken(activity: Value<'_>) -> Option<u64> {
    minutes(activity, "workload").or_else(|| minutes(activity.first("specifiedBy")?, "volumeOfLearning"))
}

impl<'a> Sense<'a, '_> {
    /// Credits and hours of a unit.
    pub(super) fn workload(&mut self, unit: Value<'a>) {
        self.numbers_of(unit, "creditPoint");
        let Some(credits) = ects(unit, "creditPoint") else { return };
        if let Some(minutes) = minutes(unit, "volumeOfLearning") {
            self.fit("volumeOfLearning", credits, minutes);
        }
        let kind = |kind| Scheme::Opportunity.code(identity(kind)?);
        if unit.all("dcType").filter_map(kind).any(|kind| kind == crate::SHORT_PROGRAMME) && !USUAL.contains(&credits) {
            self.report_in("creditPoint", Code::CreditRange, WORKLOAD, "", decimal(credits));
        }
        self.add_up(credits, sum(unit.all("hasPart"), |part| ects(part, "creditPoint")));
    }

    /// Credits that were received, against the unit, the parts and the hours of the activities.
    pub(super) fn credits(&mut self, achievement: Value<'a>) {
        self.numbers_of(achievement, "creditReceived");
        let unit = achievement.first("specifiedBy");
        let offered = unit.and_then(|unit| ects(unit, "creditPoint"));
        let received = ects(achievement, "creditReceived");
        if let (Some(offered), Some(received)) = (offered, received)
            && offered != received
        {
            self.report_in("creditReceived", Code::CreditReceived, WORKLOAD, decimal(offered), decimal(received));
        }
        let Some(credits) = received.or(offered) else { return };
        self.add_up(credits, sum(achievement.all("hasPart"), worth));
        // Where the unit itself says how much work it is, activities may well be a part of that.
        if unit.is_none_or(|unit| unit.first("volumeOfLearning").is_none())
            && let Some(minutes) = sum(achievement.all("influencedBy"), taken)
        {
            self.fit("influencedBy", credits, minutes);
        }
    }

    /// Hours for each credit (ECTS Users' Guide 2015).
    fn fit(&mut self, member: &'static str, credits: u64, minutes: u64) {
        let (least, most) = HOURS_PER_CREDIT;
        let of = |hours: u32| u128::from(credits) * u128::from(hours) * 60;
        let told = u128::from(minutes) * 1_000;
        if told < of(least) || told > of(most) {
            let hours = decimal(minutes.saturating_mul(1_000) / 60);
            self.report_in(member, Code::CreditHours, WORKLOAD, decimal(credits), hours);
        }
    }

    fn add_up(&mut self, whole: u64, parts: Option<u64>) {
        if let Some(parts) = parts.filter(|parts| *parts != whole) {
            self.report_in("hasPart", Code::CreditParts, WORKLOAD, decimal(whole), decimal(parts));
        }
    }

    /// Points are numbers, though the format takes any text.
    fn numbers_of(&mut self, owner: Value<'a>, member: &'static str) {
        self.each(owner, member, |sense, credit| {
            if let Some(text) = credit.string("point").filter(|text| points(text).is_none()) {
                let shown: String = text.chars().take(20).collect();
                sense.report_in("point", Code::CreditPoints, WORKLOAD, "", shown);
            }
        });
    }

    /// A duration that is none.
    pub(super) fn duration(&mut self, owner: Value<'a>, member: &'static str) {
        if owner.string(member).and_then(span).is_some_and(|span| span.is_negative() || span.is_zero()) {
            self.report_in(member, Code::EmptyDuration, WORKLOAD, "", "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_exact() {
        assert_eq!(points("3.5"), Some(3_500));
        assert_eq!(points(" 3,25 "), Some(3_250));
        assert_eq!(points("2.000"), Some(2_000));
        assert_eq!(points("60"), Some(60_000));
        for wrong in ["", "-2", "2 ECTS", "1e3", "1234567", "2.0001", ".5", "2.x", "٢"] {
            assert_eq!(points(wrong), None, "{wrong}");
        }
        assert_eq!(decimal(3_500), "3.5");
        assert_eq!(decimal(120_000), "120");
    }
}
