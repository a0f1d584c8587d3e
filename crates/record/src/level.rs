//! How demanding it is, and in which field: EQF, national framework, ISCED-F.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Flaw, Problem,
    code::{self, formed},
};

/// Level of the European Qualifications Framework, 1 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct EqfLevel(u8);

impl EqfLevel {
    /// A level.
    ///
    /// # Errors
    /// Outside 1 to 8.
    pub fn new(level: u8) -> Result<Self, Flaw> {
        if (1..=8).contains(&level) {
            Ok(EqfLevel(level))
        } else {
            Err(Problem::OutOfRange { min: "1".into(), max: "8".into(), found: level.to_string() }.into())
        }
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for EqfLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u8> for EqfLevel {
    type Error = Flaw;

    fn try_from(level: u8) -> Result<Self, Flaw> {
        EqfLevel::new(level)
    }
}

impl From<EqfLevel> for u8 {
    fn from(level: EqfLevel) -> u8 {
        level.0
    }
}

/// A level of a national qualifications framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nqf {
    /// Its code in the EU list.
    pub code: NqfCode,
    /// What it is called.
    pub label: Bilingual,
}

formed! {
    /// Last segment of a `http://data.europa.eu/snb/qdr/…` URI: `c_` and eight hexadecimal digits.
    #[derive(Debug)]
    NqfCode
}

impl NqfCode {
    /// Reads the segment.
    ///
    /// # Errors
    /// When it has another form.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        let digits = text.strip_prefix("c_").unwrap_or_default();
        let fits =
            digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if fits { Ok(NqfCode(text.to_owned())) } else { Err(code::unknown(text, &["c_0a1b2c3d"])) }
    }
}

/// A field of education and training (ISCED-F 2013).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IscedField {
    /// Two, three or four digits.
    pub code: IscedCode,
    /// What the field is called.
    pub label: Bilingual,
}

/// A code of ISCED-F 2013: broad (`05`), narrow (`054`) or detailed (`0542`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IscedCode(Listed);

/// A member of the list below, not a text read from somewhere.
type Listed = &'static str;

impl IscedCode {
    /// Reads a code of the list.
    ///
    /// # Errors
    /// When the list does not have it.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        let found = ISCED_CODES.split_ascii_whitespace().find(|code| *code == text);
        found
            .map(IscedCode)
            .ok_or_else(|| code::unknown(text, &ISCED_CODES.split_ascii_whitespace().collect::<Vec<_>>()))
    }

    /// As it is.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl TryFrom<String> for IscedCode {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        IscedCode::new(&text)
    }
}

impl From<IscedCode> for String {
    fn from(code: IscedCode) -> String {
        code.0.to_owned()
    }
}

/// The codes of ISCED-F 2013 in the EU list.
static ISCED_CODES: &str = "
    00 000 0000 001 0011 002 0021 003 0031 009 0099
    01 011 0110 0111 0112 0113 0114 0119 018 0188
    02 020 0200 021 0210 0211 0212 0213 0214 0215 0219 022 0220 0221 0222 0223 0228 0229 023 0230 0231 0232 0239 028 0288 029 0299
    03 030 0300 031 0310 0311 0312 0313 0314 0319 032 0320 0321 0322 0329 038 0388 039 0399
    04 040 0400 041 0410 0411 0412 0413 0414 0415 0416 0417 0419 042 0421 048 0488 049 0499
    05 050 0500 051 0510 0511 0512 0519 052 0520 0521 0522 0529 053 0530 0531 0532 0533 0539 054 0540 0541 0542 058 0588 059 0599
    06 061 0610 0611 0612 0613 0619 068 0688
    07 070 0700 071 0710 0711 0712 0713 0714 0715 0716 0719 072 0720 0721 0722 0723 0724 0729 073 0730 0731 0732 078 0788 079 0799
    08 080 0800 081 0810 0811 0812 0819 082 0821 083 0831 084 0841 088 0888 089 0899
    09 090 0900 091 0910 0911 0912 0913 0914 0915 0916 0917 0919 092 0920 0921 0922 0923 0929 098 0988 099 0999
    10 100 1000 101 1010 1011 1012 1013 1014 1015 1019 102 1020 1021 1022 1029 103 1030 1031 1032 1039 104 1041 108 1088 109 1099
    99 999 9999
";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn levels_are_one_to_eight() {
        assert_eq!(EqfLevel::new(8).unwrap().number(), 8);
        assert!(EqfLevel::new(0).is_err() && EqfLevel::new(9).is_err());
    }

    #[test]
    fn fields_are_of_the_list() {
        for code in ["05", "054", "0542"] {
            assert_eq!(IscedCode::new(code).unwrap().as_str(), code);
        }
        let Problem::UnknownCode { expected, .. } = IscedCode::new("0549").unwrap_err().problem else { unreachable!() };
        assert!(expected.len() <= 5 && expected.iter().any(|code| code.starts_with("054")), "{expected:?}");
        assert!(IscedCode::new("").is_err());
    }

    #[test]
    fn national_levels_have_the_form_of_the_list() {
        assert!(NqfCode::new("c_0a1b2c3d").is_ok());
        assert!(NqfCode::new("0a1b2c3d").is_err());
    }
}
