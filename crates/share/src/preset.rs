//! What a purpose suggests.

use signet_record::Language;

use crate::share::Purpose;
use crate::showing::{Showing, ShownField, ShownFields};

/// How a form is set for a purpose. The holder may change all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Days until it ends; `None`: no end.
    pub days: Option<u16>,
    /// What it shows.
    pub showing: Showing,
    /// It asks for a code.
    pub code: bool,
    /// The language of the page, where the purpose says one.
    pub language: Option<Language>,
}

impl Preset {
    /// The suggestion for a purpose. One employer needs no file and is told a code; a school abroad reads English and keeps the files; a profile lasts, and
    /// strangers there need no date of birth; an authority puts the files into its own records.
    pub fn of(purpose: Purpose) -> Preset {
        let whole = ShownFields::ALL;
        let (days, showing, code, language) = match purpose {
            Purpose::Proof => (Some(30), Showing::new(whole, false), true, None),
            Purpose::Admission => (Some(180), Showing::WHOLE, false, Some(Language::En)),
            Purpose::Cv => (None, Showing::new(whole.without(ShownField::Birth), false), false, None),
            Purpose::Authority => (Some(30), Showing::WHOLE, false, None),
            Purpose::Other => (Some(30), Showing::WHOLE, false, None),
        };
        Preset { days, showing, code, language }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// HO11.
    #[test]
    fn each_purpose_suggests_what_suits_it() {
        let set = |purpose| {
            let Preset { days, showing, code, language } = Preset::of(purpose);
            (days, showing.files(), showing.fields().is_all(), code, language)
        };
        assert_eq!(set(Purpose::Proof), (Some(30), false, true, true, None));
        assert_eq!(set(Purpose::Admission), (Some(180), true, true, false, Some(Language::En)));
        assert_eq!(set(Purpose::Cv), (None, false, false, false, None));
        assert_eq!(set(Purpose::Authority), (Some(30), true, true, false, None));
        assert_eq!(set(Purpose::Other), (Some(30), true, true, false, None));
        assert!(!Preset::of(Purpose::Cv).showing.shows(ShownField::Birth));
    }
}
