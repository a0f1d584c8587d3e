//! Legal identifiers by ETSI EN 319 412-1 §5.1.4: register, country and number, such as `NTRCZ-12345678`.

use super::Sameness;

/// A legal identifier in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LegalIdentifier {
    /// `NTR`, `VAT`, `PSD`, `LEI`, or two letters and a colon for a national scheme.
    scheme: String,
    /// Alpha-2 code.
    country: String,
    /// Letters and digits only, upper case, without leading zeros of a mere number.
    number: String,
}

/// Digits of the Czech IČO.
const ICO: usize = 8;

impl LegalIdentifier {
    /// Reads an identifier with scheme and country. `None` when it is written otherwise.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let (head, number) = text.split_once('-')?;
        let (scheme, country) = (head.get(..3)?, head.get(3..)?);
        let is_scheme = scheme.chars().all(|c| c.is_ascii_alphanumeric())
            || scheme.ends_with(':') && scheme.chars().take(2).all(|c| c.is_ascii_alphabetic());
        (is_scheme && is_country(country)).then(|| Self::of(scheme, country, number)).flatten()
    }

    /// A number for value added tax as the EU writes it, country first (`CZ12345678`).
    pub fn of_vat(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let (country, number) = (text.get(..2)?, text.get(2..)?);
        is_country(country).then(|| Self::of("VAT", country, number)).flatten()
    }

    /// A number of a scheme in a country, written alone.
    pub fn of(scheme: &str, country: &str, number: &str) -> Option<Self> {
        let number = plain(number, country);
        let country = match country {
            "EL" => "GR",
            "UK" => "GB",
            other => other,
        };
        (!number.is_empty()).then(|| LegalIdentifier { scheme: scheme.into(), country: country.into(), number })
    }

    /// Whether both identify the same body, another, or cannot be compared.
    pub fn compare(&self, other: &Self) -> Sameness {
        if self == other {
            return Sameness::Same;
        }
        if self.country != other.country {
            return Sameness::Unclear;
        }
        match (self.czech_number(), other.czech_number()) {
            (Some(one), Some(two)) if one == two => Sameness::Same,
            (Some(_), Some(_)) => Sameness::Different,
            // A group has a number for value added tax of its own beside those of its members (Act No. 235/2004 Coll. § 5a).
            _ if self.scheme == "VAT" && self.country == "CZ" => Sameness::Unclear,
            _ if self.scheme == other.scheme => Sameness::Different,
            _ => Sameness::Unclear,
        }
    }

    /// The IČO that it holds. The number for value added tax of a Czech legal person is `CZ` and its IČO
    /// (Act No. 280/2009 Coll. § 130 (2) and (3) b); those of natural persons and of groups have nine or ten digits.
    fn czech_number(&self) -> Option<&str> {
        let of_body = self.country == "CZ" && matches!(self.scheme.as_str(), "NTR" | "VAT");
        let digits = self.number.len() == ICO && self.number.bytes().all(|byte| byte.is_ascii_digit());
        (of_body && digits).then_some(&self.number)
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The number without what only makes it easier to read. Registers differ in leading zeros; an IČO always has eight digits.
fn plain(number: &str, country: &str) -> String {
    let kept: String = number.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    if !kept.bytes().all(|byte| byte.is_ascii_digit()) {
        return kept;
    }
    match kept.trim_start_matches('0') {
        "" => String::new(),
        digits if country == "CZ" && digits.len() <= ICO => format!("{digits:0>ICO$}"),
        digits => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn compare(one: &str, other: &str) -> Sameness {
        LegalIdentifier::parse(one).unwrap().compare(&LegalIdentifier::parse(other).unwrap())
    }

    #[test]
    fn identifiers_of_one_scheme_are_equal_or_of_different_bodies() {
        assert_eq!(compare("NTRCZ-12345678", "ntrcz-12345678"), Sameness::Same);
        assert_eq!(compare("NTRCZ-12345678", "NTRCZ-123 45 678"), Sameness::Same);
        assert_eq!(compare("NTRCZ-00216208", "NTRCZ-216208"), Sameness::Same);
        assert_eq!(compare("NTRFI-1234567-8", "NTRFI-12345678"), Sameness::Same);
        assert_eq!(compare("NTRCZ-12345678", "NTRCZ-12345679"), Sameness::Different);
        assert_eq!(compare("LEIXG-529900T8BM49AURSDO55", "LEIXG-529900T8BM49AURSDO56"), Sameness::Different);
        assert_eq!(compare("EI:SE-5567971433", "EI:SE-5567971434"), Sameness::Different);
        assert_eq!(compare("VATEL-123456789", "VATGR-123456789"), Sameness::Same);
    }

    #[test]
    fn the_czech_tax_number_of_a_legal_person_is_its_ico() {
        assert_eq!(compare("NTRCZ-12345678", "VATCZ-12345678"), Sameness::Same);
        assert_eq!(compare("VATCZ-12345678", "NTRCZ-12345679"), Sameness::Different);
        // A group's number, and a natural person's, say nothing of the register.
        assert_eq!(compare("VATCZ-699001234", "NTRCZ-12345678"), Sameness::Unclear);
        assert_eq!(compare("VATCZ-6990012345", "VATCZ-12345678"), Sameness::Unclear);
    }

    #[test]
    fn other_schemes_and_countries_are_not_compared() {
        assert_eq!(compare("NTRSK-12345678", "VATSK-12345678"), Sameness::Unclear);
        assert_eq!(compare("NTRSK-12345678", "NTRCZ-12345678"), Sameness::Unclear);
        assert_eq!(compare("LEIXG-529900T8BM49AURSDO55", "NTRCZ-12345678"), Sameness::Unclear);
    }

    #[test]
    fn what_is_no_such_identifier_is_not_read() {
        for text in
            ["", "12345678", "NTR-12345678", "NTRCZ12345678", "NTRCZ-", "NTRCZ-000", "NTRC1-1", "CZ-1", "ŘŘŘCZ-1"]
        {
            assert_eq!(LegalIdentifier::parse(text), None, "{text}");
        }
        let vat = |text| {
            LegalIdentifier::of_vat(text).map(|one| one.compare(&LegalIdentifier::parse("NTRCZ-12345678").unwrap()))
        };
        assert_eq!(vat("CZ12345678"), Some(Sameness::Same));
        assert_eq!(vat("CZ 12345679"), Some(Sameness::Different));
        assert_eq!(vat("12345678"), None);
    }

    proptest! {
        #[test]
        fn comparing_is_the_same_both_ways(one in "(NTR|VAT|LEI)(CZ|SK|EE)-[0-9A-Z]{1,10}", other in "(NTR|VAT|LEI)(CZ|SK|EE)-[0-9A-Z]{1,10}") {
            let read = (LegalIdentifier::parse(&one), LegalIdentifier::parse(&other));
            if let (Some(one), Some(other)) = read {
                prop_assert_eq!(one.compare(&other), other.compare(&one));
                prop_assert_eq!(one.compare(&one), Sameness::Same);
            }
        }

        #[test]
        fn different_numbers_are_never_the_same(one in "[1-9][0-9]{7}", other in "[1-9][0-9]{7}", schemes in "(NTR|VAT)") {
            prop_assume!(one != other);
            let (one, other) = (format!("{schemes}CZ-{one}"), format!("NTRCZ-{other}"));
            prop_assert_eq!(compare(&one, &other), Sameness::Different);
        }

        #[test]
        fn arbitrary_text_is_read_or_not(text in "\\PC{0,40}") {
            let _ = (LegalIdentifier::parse(&text), LegalIdentifier::of_vat(&text));
        }
    }
}
