//! Lengths of time (`xsd:duration`), as far as people speak of them.

use serde::Serialize;

/// Units of a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Unit {
    Years,
    Months,
    Weeks,
    Days,
    Hours,
    Minutes,
    Seconds,
}

/// A length of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DurationView<'a> {
    /// As it stands in the file.
    pub written: &'a str,
    /// Its parts, largest first, each a decimal with its unit; those of zero are left out unless there is nothing else.
    pub parts: Vec<(&'a str, Unit)>,
}

impl<'a> DurationView<'a> {
    /// Reads `P1Y2M3DT4H5M6S`, weeks included. `None` when it is not one, or runs backwards.
    pub(super) fn of(written: &'a str) -> Option<Self> {
        let (days, clock) = match written.strip_prefix('P')?.split_once('T') {
            Some((days, clock)) => (days, Some(clock).filter(|clock| !clock.is_empty()).map(Some)?),
            None => (written.strip_prefix('P')?, None),
        };
        let calendar = [('Y', Unit::Years), ('M', Unit::Months), ('W', Unit::Weeks), ('D', Unit::Days)];
        let mut parts = units(days, &calendar)?;
        if let Some(clock) = clock {
            parts.extend(units(clock, &[('H', Unit::Hours), ('M', Unit::Minutes), ('S', Unit::Seconds)])?);
        }
        let first = *parts.first()?;
        parts.retain(|(number, _)| number.bytes().any(|byte| (b'1'..=b'9').contains(&byte)));
        if parts.is_empty() {
            parts.push(first);
        }
        Some(DurationView { written, parts })
    }
}

fn units<'a>(mut text: &'a str, units: &[(char, Unit)]) -> Option<Vec<(&'a str, Unit)>> {
    let mut parts = Vec::new();
    for (letter, unit) in units {
        let Some((number, rest)) = text.split_once(*letter) else { continue };
        let decimal = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && number.bytes().filter(|byte| *byte == b'.').count() <= 1;
        if !decimal || !number.starts_with(|digit: char| digit.is_ascii_digit()) {
            return None;
        }
        parts.push((number, *unit));
        text = rest;
    }
    text.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_taken_apart() {
        let parts = |text| DurationView::of(text).map(|duration| duration.parts);
        assert_eq!(parts("PT60H"), Some(vec![("60", Unit::Hours)]));
        assert_eq!(parts("P60M"), Some(vec![("60", Unit::Months)]));
        assert_eq!(parts("P1Y0M2DT1.5H"), Some(vec![("1", Unit::Years), ("2", Unit::Days), ("1.5", Unit::Hours)]));
        assert_eq!(parts("PT0S"), Some(vec![("0", Unit::Seconds)]));
        for wrong in ["", "P", "PT", "60", "PT60", "P60H", "PT1M1H", "-P1D", "PTxH", "P1.1.1D"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
