//! In which languages a country registers the names of its bodies: their legal names are in one of these.

/// Official languages by the country's alpha-2 code as certificates write it, the first the most used. Not known: none.
pub(super) fn official(country: &str) -> &'static [&'static str] {
    match country {
        "AL" | "XK" => &["sq"],
        "AT" | "DE" | "LI" => &["de"],
        "BA" => &["bs", "hr", "sr"],
        "BE" => &["nl", "fr", "de"],
        "BG" => &["bg"],
        "CH" => &["de", "fr", "it", "rm"],
        "CY" => &["el", "tr"],
        "CZ" => &["cs"],
        "DK" => &["da"],
        "EE" => &["et"],
        "ES" => &["es", "ca", "gl", "eu"],
        "FI" => &["fi", "sv"],
        "FR" => &["fr"],
        "GB" => &["en"],
        "GR" => &["el"],
        "HR" => &["hr"],
        "HU" => &["hu"],
        "IE" => &["en", "ga"],
        "IS" => &["is"],
        "IT" => &["it", "de"],
        "LT" => &["lt"],
        "LU" => &["lb", "fr", "de"],
        "LV" => &["lv"],
        "ME" => &["sr", "cnr"],
        "MK" => &["mk", "sq"],
        "MT" => &["mt", "en"],
        "NL" => &["nl"],
        "NO" => &["no", "nb", "nn"],
        "PL" => &["pl"],
        "PT" => &["pt"],
        "RO" => &["ro"],
        "RS" => &["sr"],
        "SE" => &["sv"],
        "SI" => &["sl"],
        "SK" => &["sk"],
        "TR" => &["tr"],
        "UA" => &["uk"],
        _ => &[],
    }
}

/// Whether a language tag, such as `cs` or `cs-CZ`, is of one of these languages.
pub(super) fn is_of(tag: &str, languages: &[&str]) -> bool {
    let main = tag.split(['-', '_']).next().unwrap_or_default();
    languages.iter().any(|language| main.eq_ignore_ascii_case(language))
}
