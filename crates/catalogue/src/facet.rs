//! What units can be chosen by.

use signet_record::{Date, Ects, EqfLevel, InstitutionId, Mode, Stacking, TeachingLanguage, Unit, UnitKind};

use crate::offer::Offer;

/// What units can be chosen by. Of one facet any chosen value fits; every facet of which something is chosen has to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// People may apply.
    Open,
    /// When the next run begins.
    Starts,
    /// Who offers it.
    Institution,
    /// Broad field of ISCED-F.
    Field,
    /// How much work it is.
    Credits,
    /// Level of the European framework.
    Level,
    /// Language of instruction.
    Language,
    /// Form of participation.
    Mode,
    /// Which of the three kinds.
    Kind,
    /// It counts towards something larger.
    Stackable,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// People may apply.
    Open,
    /// The next run begins within so many days.
    Starts(StartWindow),
    /// An institution.
    Institution(InstitutionId),
    /// A broad field of ISCED-F, 0 to 10.
    Field(u8),
    /// A band of credits.
    Credits(CreditBand),
    /// Exactly so many credits.
    ExactCredits(Ects),
    /// A level, 1 to 8.
    Level(u8),
    /// A language.
    Language(TeachingLanguage),
    /// A form of participation.
    Mode(Mode),
    /// One of the three kinds.
    Kind(UnitKindCode),
    /// It counts towards something larger.
    Stackable,
}

/// Within how many days the next run begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StartWindow {
    /// 30 days.
    Month,
    /// 90 days.
    Quarter,
}

/// How many credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreditBand {
    /// Fewer than 4.
    UnderFour,
    /// 4 and more, fewer than 10.
    UnderTen,
    /// 10 and more, fewer than 30.
    UnderThirty,
    /// 30 and more.
    ThirtyAndMore,
}

/// Which of the three kinds a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKindCode {
    /// Lifelong learning.
    LifelongLearning,
    /// A course of a programme.
    Course,
    /// Several courses of a programme.
    CourseSet,
}

impl Facet {
    /// Every facet, in the order of the page.
    pub const ALL: [Facet; 10] = [
        Facet::Open,
        Facet::Starts,
        Facet::Institution,
        Facet::Field,
        Facet::Credits,
        Facet::Level,
        Facet::Language,
        Facet::Mode,
        Facet::Kind,
        Facet::Stackable,
    ];

    /// Its name in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Facet::Open => "open",
            Facet::Starts => "starts",
            Facet::Institution => "institution",
            Facet::Field => "field",
            Facet::Credits => "credits",
            Facet::Level => "level",
            Facet::Language => "language",
            Facet::Mode => "mode",
            Facet::Kind => "kind",
            Facet::Stackable => "stackable",
        }
    }

    /// The facet of this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.code() == code)
    }

    /// The value with this code; nothing that has no such form.
    #[must_use]
    pub fn value(self, code: &str) -> Option<FacetValue> {
        let code = code.trim();
        match self {
            Facet::Open => (code == "yes").then_some(FacetValue::Open),
            Facet::Stackable => (code == "yes").then_some(FacetValue::Stackable),
            Facet::Starts => StartWindow::ALL.into_iter().find(|one| one.code() == code).map(FacetValue::Starts),
            Facet::Institution => InstitutionId::new(code).ok().map(FacetValue::Institution),
            Facet::Field => code.parse().ok().filter(|field| *field <= 10 && code.len() == 2).map(FacetValue::Field),
            Facet::Credits => {
                let band = CreditBand::ALL.into_iter().find(|one| one.code() == code).map(FacetValue::Credits);
                band.or_else(|| Ects::new(code).ok().map(FacetValue::ExactCredits))
            }
            Facet::Level => code.parse().ok().filter(|level| EqfLevel::new(*level).is_ok()).map(FacetValue::Level),
            Facet::Language => TeachingLanguage::new(code).ok().map(FacetValue::Language),
            Facet::Mode => Mode::from_code(code).ok().map(FacetValue::Mode),
            Facet::Kind => UnitKindCode::ALL.into_iter().find(|one| one.code() == code).map(FacetValue::Kind),
        }
    }
}

impl FacetValue {
    /// Of which facet it is.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            FacetValue::Open => Facet::Open,
            FacetValue::Starts(_) => Facet::Starts,
            FacetValue::Institution(_) => Facet::Institution,
            FacetValue::Field(_) => Facet::Field,
            FacetValue::Credits(_) | FacetValue::ExactCredits(_) => Facet::Credits,
            FacetValue::Level(_) => Facet::Level,
            FacetValue::Language(_) => Facet::Language,
            FacetValue::Mode(_) => Facet::Mode,
            FacetValue::Kind(_) => Facet::Kind,
            FacetValue::Stackable => Facet::Stackable,
        }
    }

    /// How addresses write it.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            FacetValue::Open | FacetValue::Stackable => "yes".into(),
            FacetValue::Starts(window) => window.code().into(),
            FacetValue::Institution(id) => id.to_string(),
            FacetValue::Field(field) => format!("{field:02}"),
            FacetValue::Credits(band) => band.code().into(),
            FacetValue::ExactCredits(ects) => ects.to_string(),
            FacetValue::Level(level) => level.to_string(),
            FacetValue::Language(language) => language.code().into(),
            FacetValue::Mode(mode) => mode.code().into(),
            FacetValue::Kind(kind) => kind.code().into(),
        }
    }

    /// Whether an offer has it on a day.
    #[must_use]
    pub fn fits(&self, offer: &Offer, today: Date) -> bool {
        match self {
            FacetValue::ExactCredits(ects) => offer.unit.ects == *ects,
            _ => of_unit(offer).contains(self) || of_runs(offer, today).contains(self),
        }
    }
}

/// The values that an offer has on any day.
pub(crate) fn of_unit(offer: &Offer) -> Vec<FacetValue> {
    let unit: &Unit = &offer.unit;
    let broad = unit.isced.code.as_str().get(..2).and_then(|digits| digits.parse().ok());
    let mut values = vec![
        FacetValue::Institution(offer.institution.id.clone()),
        FacetValue::Credits(CreditBand::of(unit.ects)),
        FacetValue::Level(unit.eqf.number()),
        FacetValue::Mode(unit.mode),
        FacetValue::Kind(UnitKindCode::of(&unit.kind)),
    ];
    values.extend(broad.map(FacetValue::Field));
    values.extend(unit.languages.iter().map(|language| FacetValue::Language(*language)));
    values.extend(matches!(unit.stacking, Stacking::Towards { .. }).then_some(FacetValue::Stackable));
    values
}

/// The values that it has on one day.
pub(crate) fn of_runs(offer: &Offer, today: Date) -> Vec<FacetValue> {
    let begins = offer.runs.iter().filter(|run| run.start >= today).map(|run| run.start).min();
    let within = |window: &StartWindow| {
        let last = today.saturating_add(jiff::Span::new().days(window.days()));
        begins.is_some_and(|start| start <= last)
    };
    let windows = StartWindow::ALL.into_iter().filter(within).map(FacetValue::Starts);
    windows.chain(offer.takes_applications(today).then_some(FacetValue::Open)).collect()
}

impl StartWindow {
    /// Every window, the narrowest first.
    pub const ALL: [StartWindow; 2] = [StartWindow::Month, StartWindow::Quarter];

    /// Its name in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            StartWindow::Month => "30",
            StartWindow::Quarter => "90",
        }
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> i64 {
        match self {
            StartWindow::Month => 30,
            StartWindow::Quarter => 90,
        }
    }
}

impl CreditBand {
    /// Every band, the smallest first.
    pub const ALL: [CreditBand; 4] =
        [CreditBand::UnderFour, CreditBand::UnderTen, CreditBand::UnderThirty, CreditBand::ThirtyAndMore];

    /// The band of a number of credits.
    #[must_use]
    pub fn of(ects: Ects) -> CreditBand {
        match ects.hundredths() {
            ..400 => CreditBand::UnderFour,
            400..1_000 => CreditBand::UnderTen,
            1_000..3_000 => CreditBand::UnderThirty,
            3_000.. => CreditBand::ThirtyAndMore,
        }
    }

    /// Its name in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            CreditBand::UnderFour => "to-4",
            CreditBand::UnderTen => "4-10",
            CreditBand::UnderThirty => "10-30",
            CreditBand::ThirtyAndMore => "from-30",
        }
    }
}

impl UnitKindCode {
    /// Every kind.
    pub const ALL: [UnitKindCode; 3] = [UnitKindCode::LifelongLearning, UnitKindCode::Course, UnitKindCode::CourseSet];

    /// The kind of a unit.
    #[must_use]
    pub fn of(kind: &UnitKind) -> UnitKindCode {
        match kind {
            UnitKind::LifelongLearning => UnitKindCode::LifelongLearning,
            UnitKind::Course { .. } => UnitKindCode::Course,
            UnitKind::CourseSet { .. } => UnitKindCode::CourseSet,
        }
    }

    /// Its name in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            UnitKindCode::LifelongLearning => "lifelong-learning",
            UnitKindCode::Course => "course",
            UnitKindCode::CourseSet => "course-set",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_value_reads_back_from_its_code() {
        let values = [
            FacetValue::Open,
            FacetValue::Starts(StartWindow::Quarter),
            FacetValue::Institution(InstitutionId::new("vzorova").unwrap()),
            FacetValue::Field(6),
            FacetValue::Field(10),
            FacetValue::Credits(CreditBand::UnderFour),
            FacetValue::ExactCredits(Ects::new("1.5").unwrap()),
            FacetValue::Level(8),
            FacetValue::Language(TeachingLanguage::new("CES").unwrap()),
            FacetValue::Mode(Mode::Online),
            FacetValue::Kind(UnitKindCode::CourseSet),
            FacetValue::Stackable,
        ];
        for value in values {
            assert_eq!(value.facet().value(&value.code()), Some(value.clone()), "{value:?}");
            assert_eq!(Facet::from_code(value.facet().code()), Some(value.facet()));
        }
    }

    #[test]
    fn a_comma_is_a_decimal_point_and_nonsense_is_no_value() {
        assert_eq!(Facet::Credits.value(" 1,5 "), Some(FacetValue::ExactCredits(Ects::new("1.5").unwrap())));
        for (facet, code) in [
            (Facet::Credits, "many"),
            (Facet::Credits, "1,5,5"),
            (Facet::Level, "9"),
            (Facet::Field, "6"),
            (Facet::Field, "11"),
            (Facet::Mode, "hybrid"),
            (Facet::Institution, "../x"),
            (Facet::Open, ""),
        ] {
            assert_eq!(facet.value(code), None, "{facet:?} {code}");
        }
    }
}
