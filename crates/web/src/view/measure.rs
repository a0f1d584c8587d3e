//! Credits and levels in words.

use signet_lang::{Locale, args};

/// Credits in words, the reader's decimal sign and grammar.
pub fn ects(points: &str, l: Locale) -> String {
    l.web_credential_ects(args::WebCredentialEcts {
        count: points.parse::<f64>().unwrap_or_default(),
        ects: l.decimal(points),
    })
}

/// A level of the European Qualifications Framework in plain words.
pub fn plain_level(level: u8, l: Locale) -> Option<String> {
    Some(match level {
        1 => l.web_credential_eqf_one(),
        2 => l.web_credential_eqf_two(),
        3 => l.web_credential_eqf_three(),
        4 => l.web_credential_eqf_four(),
        5 => l.web_credential_eqf_five(),
        6 => l.web_credential_eqf_six(),
        7 => l.web_credential_eqf_seven(),
        8 => l.web_credential_eqf_eight(),
        _ => return None,
    })
}
