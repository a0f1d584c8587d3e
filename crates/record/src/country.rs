//! Countries, as the country list of the EU Publications Office codes them.

use crate::code::listed;

listed! {
    /// A country: ISO 3166-1 alpha-3 code (`CZE`).
    Country in COUNTRIES,
    /// ISO 3166-1 alpha-2, as certificates write it: `CZ`.
    alpha2
}

/// Alpha-3, alpha-2, Czech, English: the countries of the European Higher Education Area and those
/// whose universities work with it most.
static COUNTRIES: [[&str; 4]; 72] = [
    ["ALB", "AL", "Albánie", "Albania"],
    ["AND", "AD", "Andorra", "Andorra"],
    ["ARG", "AR", "Argentina", "Argentina"],
    ["ARM", "AM", "Arménie", "Armenia"],
    ["AUS", "AU", "Austrálie", "Australia"],
    ["AUT", "AT", "Rakousko", "Austria"],
    ["AZE", "AZ", "Ázerbájdžán", "Azerbaijan"],
    ["BEL", "BE", "Belgie", "Belgium"],
    ["BGR", "BG", "Bulharsko", "Bulgaria"],
    ["BIH", "BA", "Bosna a Hercegovina", "Bosnia and Herzegovina"],
    ["BLR", "BY", "Bělorusko", "Belarus"],
    ["BRA", "BR", "Brazílie", "Brazil"],
    ["CAN", "CA", "Kanada", "Canada"],
    ["CHE", "CH", "Švýcarsko", "Switzerland"],
    ["CHL", "CL", "Chile", "Chile"],
    ["CHN", "CN", "Čína", "China"],
    ["CYP", "CY", "Kypr", "Cyprus"],
    ["CZE", "CZ", "Česko", "Czechia"],
    ["DEU", "DE", "Německo", "Germany"],
    ["DNK", "DK", "Dánsko", "Denmark"],
    ["EGY", "EG", "Egypt", "Egypt"],
    ["ESP", "ES", "Španělsko", "Spain"],
    ["EST", "EE", "Estonsko", "Estonia"],
    ["FIN", "FI", "Finsko", "Finland"],
    ["FRA", "FR", "Francie", "France"],
    ["GBR", "GB", "Spojené království", "United Kingdom"],
    ["GEO", "GE", "Gruzie", "Georgia"],
    ["GRC", "GR", "Řecko", "Greece"],
    ["HRV", "HR", "Chorvatsko", "Croatia"],
    ["HUN", "HU", "Maďarsko", "Hungary"],
    ["IDN", "ID", "Indonésie", "Indonesia"],
    ["IND", "IN", "Indie", "India"],
    ["IRL", "IE", "Irsko", "Ireland"],
    ["ISL", "IS", "Island", "Iceland"],
    ["ISR", "IL", "Izrael", "Israel"],
    ["ITA", "IT", "Itálie", "Italy"],
    ["JPN", "JP", "Japonsko", "Japan"],
    ["KAZ", "KZ", "Kazachstán", "Kazakhstan"],
    ["KOR", "KR", "Jižní Korea", "South Korea"],
    ["LAO", "LA", "Laos", "Laos"],
    ["LIE", "LI", "Lichtenštejnsko", "Liechtenstein"],
    ["LTU", "LT", "Litva", "Lithuania"],
    ["LUX", "LU", "Lucembursko", "Luxembourg"],
    ["LVA", "LV", "Lotyšsko", "Latvia"],
    ["MCO", "MC", "Monako", "Monaco"],
    ["MDA", "MD", "Moldavsko", "Moldova"],
    ["MEX", "MX", "Mexiko", "Mexico"],
    ["MKD", "MK", "Severní Makedonie", "North Macedonia"],
    ["MLT", "MT", "Malta", "Malta"],
    ["MNE", "ME", "Černá Hora", "Montenegro"],
    ["MNG", "MN", "Mongolsko", "Mongolia"],
    ["NLD", "NL", "Nizozemsko", "Netherlands"],
    ["NOR", "NO", "Norsko", "Norway"],
    ["NZL", "NZ", "Nový Zéland", "New Zealand"],
    ["POL", "PL", "Polsko", "Poland"],
    ["PRT", "PT", "Portugalsko", "Portugal"],
    ["ROU", "RO", "Rumunsko", "Romania"],
    ["RUS", "RU", "Rusko", "Russia"],
    ["SMR", "SM", "San Marino", "San Marino"],
    ["SRB", "RS", "Srbsko", "Serbia"],
    ["SVK", "SK", "Slovensko", "Slovakia"],
    ["SVN", "SI", "Slovinsko", "Slovenia"],
    ["SWE", "SE", "Švédsko", "Sweden"],
    ["THA", "TH", "Thajsko", "Thailand"],
    ["TUR", "TR", "Turecko", "Türkiye"],
    ["TWN", "TW", "Tchaj-wan", "Taiwan"],
    ["UKR", "UA", "Ukrajina", "Ukraine"],
    ["USA", "US", "Spojené státy americké", "United States"],
    ["UZB", "UZ", "Uzbekistán", "Uzbekistan"],
    ["VAT", "VA", "Svatý stolec", "Holy See"],
    ["VNM", "VN", "Vietnam", "Viet Nam"],
    ["ZAF", "ZA", "Jihoafrická republika", "South Africa"],
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Language;

    #[test]
    fn codes_are_in_order_and_unlike() {
        let codes: Vec<&str> = Country::all().map(Country::code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        let mut short: Vec<&str> = Country::all().map(Country::alpha2).collect();
        short.sort_unstable();
        assert!(short.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_country_has_a_name_in_both_languages() {
        let country = Country::new("CZE").unwrap();
        assert_eq!(
            (country.alpha2(), country.name(Language::Cs), country.name(Language::En)),
            ("CZ", "Česko", "Czechia")
        );
        assert!(Country::new("CZ").is_err());
    }
}
