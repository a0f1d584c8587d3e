//! The eight sections of a unit's text.

use signet_lang::{Locale, args};
use signet_offering::{DraftField, UNIT_FIELDS, UnitDraft};
use signet_record::Flaw;
use signet_registry::Digest;

/// A section: some fields of a unit, on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitSection {
    /// What it is called, of which kind it is, who teaches it.
    Title,
    /// What the holder knows and can do.
    Outcomes,
    /// How much work it is, how demanding, in which field.
    Workload,
    /// How it is assessed.
    Assessment,
    /// How its quality is assured.
    Quality,
    /// How and in which language people are taught, and what they have to know before.
    Teaching,
    /// What it adds up to, and what else there is to say.
    Stacking,
    /// When it is taught, and where people apply.
    Catalogue,
}

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionState {
    /// Everything that has to be there is there.
    Done,
    /// So many things are missing or wrong.
    Lacks(usize),
    /// Nothing is filled, and nothing has to be.
    DoesNotApply,
}

impl UnitSection {
    /// All, in their order.
    pub const ALL: [UnitSection; 8] = [
        UnitSection::Title,
        UnitSection::Outcomes,
        UnitSection::Workload,
        UnitSection::Assessment,
        UnitSection::Quality,
        UnitSection::Teaching,
        UnitSection::Stacking,
        UnitSection::Catalogue,
    ];

    /// Last part of its address.
    pub fn code(self) -> &'static str {
        match self {
            UnitSection::Title => "title",
            UnitSection::Outcomes => "outcomes",
            UnitSection::Workload => "workload",
            UnitSection::Assessment => "assessment",
            UnitSection::Quality => "quality",
            UnitSection::Teaching => "teaching",
            UnitSection::Stacking => "stacking",
            UnitSection::Catalogue => "catalogue",
        }
    }

    /// The section with this code.
    pub fn from_code(code: &str) -> Option<UnitSection> {
        UnitSection::ALL.into_iter().find(|section| section.code() == code)
    }

    /// Its fields of the unit, in the order of its page.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            UnitSection::Title => &["title", "kind", "course", "course_set", "description", "faculty", "legal_basis"],
            UnitSection::Outcomes => &["outcomes"],
            UnitSection::Workload => &["ects", "hours", "eqf", "nqf", "isced"],
            UnitSection::Assessment => &["assessments", "grading", "supervision"],
            UnitSection::Quality => &["quality", "accreditations", "framework"],
            UnitSection::Teaching => &["mode", "languages", "prerequisites", "activities"],
            UnitSection::Stacking => &["stacking", "components", "entitlements", "further_information", "documents"],
            UnitSection::Catalogue => &["runs", "homepage"],
        }
    }

    /// The schema of its fields.
    pub fn schema(self) -> impl Iterator<Item = &'static DraftField> {
        self.fields().iter().filter_map(|name| UNIT_FIELDS.iter().find(|field| field.name == *name))
    }

    /// The section in which a field stands, by its first step.
    pub fn of_field(field: &str) -> Option<UnitSection> {
        let first = field.split(['.', '[']).next().unwrap_or("");
        UnitSection::ALL.into_iter().find(|section| section.fields().contains(&first))
    }

    /// The one after it.
    pub fn next(self) -> Option<UnitSection> {
        let mut after = UnitSection::ALL.into_iter().skip_while(|section| *section != self);
        after.next();
        after.next()
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// What it is called.
    pub fn title(self, l: Locale) -> String {
        l.web_staff_edit_section(self.word())
    }

    /// What it is for, and how it is filled in.
    pub fn lead(self, l: Locale) -> String {
        l.web_staff_edit_section_lead(self.word())
    }

    fn word(self) -> args::UnitSectionWord {
        match self {
            UnitSection::Title => args::UnitSectionWord::Title,
            UnitSection::Outcomes => args::UnitSectionWord::Outcomes,
            UnitSection::Workload => args::UnitSectionWord::Workload,
            UnitSection::Assessment => args::UnitSectionWord::Assessment,
            UnitSection::Quality => args::UnitSectionWord::Quality,
            UnitSection::Teaching => args::UnitSectionWord::Teaching,
            UnitSection::Stacking => args::UnitSectionWord::Stacking,
            UnitSection::Catalogue => args::UnitSectionWord::Catalogue,
        }
    }

    /// What of this is about the section.
    pub fn flaws_of(self, flaws: &[Flaw]) -> Vec<Flaw> {
        flaws.iter().filter(|flaw| UnitSection::of_field(&flaw.field) == Some(self)).cloned().collect()
    }

    /// Its part of a text.
    pub fn part_of(self, draft: &UnitDraft) -> UnitDraft {
        UnitDraft::default().with_fields_of(draft, self.fields())
    }

    /// Digest of its part of a text: a form carries it, so that a save of another section in the meantime is told from one of this.
    pub fn digest(self, draft: &UnitDraft) -> Digest {
        self.part_of(draft).canonical().digest()
    }

    /// Whether anything is filled in it.
    pub fn is_begun(self, draft: &UnitDraft) -> bool {
        draft.leaves().iter().any(|(field, _)| UnitSection::of_field(field) == Some(self))
    }

    /// How far it is, given what a check of the draft found.
    pub fn state(self, draft: &UnitDraft, flaws: &[Flaw]) -> SectionState {
        match self.flaws_of(flaws).len() {
            0 if self.is_begun(draft) => SectionState::Done,
            0 => SectionState::DoesNotApply,
            lacking => SectionState::Lacks(lacking),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its name and its version belong to the ledger of a unit; everything else that units have is on exactly one page.
    #[test]
    fn every_field_of_a_unit_stands_in_one_section() {
        for field in UNIT_FIELDS {
            let in_sections = UnitSection::ALL.iter().filter(|section| section.fields().contains(&field.name)).count();
            assert_eq!(in_sections, usize::from(!matches!(field.name, "id" | "version")), "{}", field.name);
        }
        for section in UnitSection::ALL {
            assert_eq!(
                section.schema().count(),
                section.fields().len(),
                "{section:?} names a field that units do not have"
            );
            assert_eq!(UnitSection::from_code(section.code()), Some(section));
        }
        assert_eq!(UnitSection::of_field("outcomes[2].text.cs"), Some(UnitSection::Outcomes));
        assert_eq!(UnitSection::of_field("version"), None);
        assert_eq!(UnitSection::Catalogue.next(), None);
        assert_eq!(UnitSection::Title.next(), Some(UnitSection::Outcomes));
    }

    #[test]
    fn an_empty_section_lacks_what_must_be_there_or_does_not_apply() {
        let empty = UnitDraft::default();
        let signet_offering::CheckedDraft::Incomplete(flaws) = empty.check() else {
            panic!("an empty draft is no unit")
        };
        assert!(matches!(UnitSection::Title.state(&empty, &flaws), SectionState::Lacks(2)));
        assert_eq!(UnitSection::Stacking.state(&empty, &flaws), SectionState::DoesNotApply);
        let mut begun = empty;
        begun.set("homepage", "https://vzorova.example").unwrap();
        assert_eq!(UnitSection::Catalogue.state(&begun, &flaws), SectionState::Done);
    }
}
