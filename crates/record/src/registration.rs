//! Numbers under which institutions are registered.

use crate::{
    Problem,
    code::{formed, shortened},
};

formed! {
    /// IČO: eight digits, the last of which checks the others.
    #[derive(Debug)]
    CompanyNumber, company_number
}
formed! {
    /// Legal person identifier in the form of ETSI EN 319 412-1 §5.1.4: `NTRCZ-12345678`,
    /// `VATCZ-…`, `LEIXG-…`.
    #[derive(Debug)]
    LegalIdentifier, legal_identifier
}

impl LegalIdentifier {
    /// Three letters that tell the register: `NTR` (company register), `VAT`, `LEI`, `PSD`.
    #[must_use]
    pub fn register(&self) -> &str {
        self.0.get(..3).unwrap_or_default()
    }

    /// ISO 3166-1 alpha-2 code of the country of the register.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.get(3..5).unwrap_or_default()
    }

    /// The number in the register.
    #[must_use]
    pub fn number(&self) -> &str {
        self.0.get(6..).unwrap_or_default()
    }
}

/// The weighted sum of the first seven digits decides the eighth.
fn company_number(text: &str) -> Result<String, Problem> {
    let digits: Vec<u32> = text.chars().filter_map(|character| character.to_digit(10)).collect();
    let [first @ .., check] = digits.as_slice() else {
        return Err(Problem::NotACompanyNumber { found: shortened(text) });
    };
    if first.len() != 7 || text.len() != 8 {
        return Err(Problem::NotACompanyNumber { found: shortened(text) });
    }
    let sum: u32 = first.iter().zip((2..=8).rev()).map(|(digit, weight)| digit * weight).sum();
    if (11 - sum % 11) % 10 == *check {
        Ok(text.to_owned())
    } else {
        Err(Problem::CompanyNumberCheck { found: text.to_owned() })
    }
}

fn legal_identifier(text: &str) -> Result<String, Problem> {
    let problem = || Problem::NotALegalIdentifier { found: shortened(text) };
    let (head, number) = text.split_once('-').ok_or_else(problem)?;
    let register =
        head.get(..3).filter(|register| ["NTR", "VAT", "LEI", "PSD"].contains(register)).ok_or_else(problem)?;
    let country =
        head.get(3..).filter(|country| country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()));
    let visible = (1..=40).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_graphic());
    if country.is_none() || !visible {
        return Err(problem());
    }
    if register == "NTR" && country == Some("CZ") {
        company_number(number)?;
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_last_digit_checks_the_others() {
        for number in ["99999994", "00000019", "12345679"] {
            assert!(CompanyNumber::new(number).is_ok(), "{number}");
        }
        assert!(matches!(CompanyNumber::new("99999995").unwrap_err().problem, Problem::CompanyNumberCheck { .. }));
        for text in ["", "1234567", "123456789", "1234567a", "٠٠٠٠٠٠١٩"] {
            assert!(CompanyNumber::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn legal_identifiers_have_register_country_and_number() {
        let identifier = LegalIdentifier::new("NTRCZ-99999994").unwrap();
        assert_eq!((identifier.register(), identifier.country(), identifier.number()), ("NTR", "CZ", "99999994"));
        for text in ["NTRCZ99999994", "NTRcz-99999994", "ABCCZ-1", "NTRCZ-99999995", "NTRCZ-", "ŘŘŘ-1", "NTR-1"] {
            assert!(LegalIdentifier::new(text).is_err(), "{text}");
        }
    }
}
