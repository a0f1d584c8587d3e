//! What is wrong with input, as sentences that say what would be right.

use jiff::civil::Date;
use signet_record::{AnnexItem, Complaint, Encoding, Flaw, Language, Problem};

use crate::{
    Locale,
    args::{
        self, RecordDateBefore, RecordForbiddenCharacter, RecordFutureDate, RecordHoursPerCredit, RecordNotUtf8,
        RecordOutOfRange, RecordPartsDoNotAddUp, RecordRagged, RecordTooFew, RecordTooLarge, RecordTooLong,
        RecordTooMany, RecordTooOld, RecordTooPrecise, RecordUnknownCode, RecordUnknownFieldNearest, RecordWrongType,
    },
};

impl Locale {
    /// A flaw with its field and, where there is one, its item of the supplement.
    #[must_use]
    pub fn flaw(self, flaw: &Flaw) -> String {
        let problem = self.problem(&flaw.problem);
        match flaw.annex {
            _ if flaw.field.is_empty() => problem,
            Some(item) => self.record_flaw_of_item(args::RecordFlawOfItem {
                field: flaw.field.as_str(),
                item: self.annex_item(item),
                number: item.number(),
                problem,
            }),
            None => self.record_flaw(args::RecordFlaw { field: flaw.field.as_str(), problem }),
        }
    }

    /// A complaint about a file: line, column, field, and what would be right.
    #[must_use]
    pub fn complaint(self, complaint: &Complaint) -> String {
        let problem = self.problem(&complaint.flaw.problem);
        let (line, field) = (complaint.line, complaint.field.as_str());
        match (complaint.column, field.is_empty()) {
            (Some(column), false) => {
                self.record_complaint_of_cell(args::RecordComplaintOfCell { column, field, line, problem })
            }
            (Some(column), true) => {
                self.record_complaint_of_place(args::RecordComplaintOfPlace { column, line, problem })
            }
            (None, false) => self.record_complaint_of_field(args::RecordComplaintOfField { field, line, problem }),
            (None, true) => self.record_complaint_of_file(args::RecordComplaintOfFile { line, problem }),
        }
    }

    /// The label of an item of the supplement.
    #[must_use]
    pub fn annex_item(self, item: AnnexItem) -> String {
        match item {
            AnnexItem::Holder => self.record_item_holder(),
            AnnexItem::Title => self.record_item_title(),
            AnnexItem::Country => self.record_item_country(),
            AnnexItem::AwardingBody => self.record_item_awarding_body(),
            AnnexItem::IssueDate => self.record_item_issue_date(),
            AnnexItem::LearningOutcomes => self.record_item_learning_outcomes(),
            AnnexItem::Workload => self.record_item_workload(),
            AnnexItem::Level => self.record_item_level(),
            AnnexItem::AssessmentType => self.record_item_assessment_type(),
            AnnexItem::Participation => self.record_item_participation(),
            AnnexItem::QualityAssurance => self.record_item_quality_assurance(),
            AnnexItem::Prerequisites => self.record_item_prerequisites(),
            AnnexItem::Supervision => self.record_item_supervision(),
            AnnexItem::Grade => self.record_item_grade(),
            AnnexItem::Stacking => self.record_item_stacking(),
            AnnexItem::FurtherInformation => self.record_item_further_information(),
            AnnexItem::Languages => self.record_item_languages(),
            AnnexItem::Period => self.record_item_period(),
            AnnexItem::Identifier => self.record_item_identifier(),
            AnnexItem::Seal => self.record_item_seal(),
        }
    }

    /// The problem alone, without its place.
    #[must_use]
    pub fn problem(self, problem: &Problem) -> String {
        match problem {
            Problem::Missing => self.record_missing(),
            Problem::Empty => self.record_empty(),
            Problem::MissingLanguage(language) => self.missing_language(*language),
            &Problem::TooLong { max, found } => self.record_too_long(RecordTooLong { found, max }),
            &Problem::ForbiddenCharacter { code, position } => {
                self.record_forbidden_character(RecordForbiddenCharacter { code: format!("{code:04X}"), position })
            }
            &Problem::TooMany { max, found } => self.record_too_many(RecordTooMany { found, max }),
            &Problem::TooFew { min, found } => self.record_too_few(RecordTooFew { found, min }),
            Problem::Duplicate { found } => self.record_duplicate(&**found),
            &Problem::WrongType { expected, found } => {
                self.record_wrong_type(RecordWrongType { expected: expected.into(), found: found.into() })
            }
            Problem::UnknownField { found, nearest } => self.unknown_field(found, nearest.as_deref()),
            Problem::UnknownCode { found, expected } => {
                self.record_unknown_code(RecordUnknownCode { expected: expected.join(", "), found: &**found })
            }
            Problem::OutOfRange { min, max, found } => {
                self.record_out_of_range(RecordOutOfRange { found: self.decimal(found), max: &**max, min: &**min })
            }
            Problem::NotANumber { found } => self.record_not_a_number(&**found),
            Problem::TooPrecise { decimals, found } => {
                self.record_too_precise(RecordTooPrecise { decimals: *decimals, found: self.decimal(found) })
            }
            Problem::NotADate { found } => self.record_not_a_date(&**found),
            &Problem::FutureDate { found, today } => {
                self.record_future_date(RecordFutureDate { found: self.date(found), today: self.date(today) })
            }
            Problem::DateBefore { found, other, limit } => self.date_before(*found, other, *limit),
            &Problem::TooOld { found, years } => self.record_too_old(RecordTooOld { found: self.date(found), years }),
            Problem::NationalId => self.record_national_id(),
            Problem::NotASlug { found } => self.record_not_a_slug(&**found),
            Problem::SpaceInside => self.record_space_inside(),
            Problem::NotAnIdentifier => self.record_not_an_identifier(),
            Problem::NotACompanyNumber { found } => self.record_not_a_company_number(&**found),
            Problem::CompanyNumberCheck { found } => self.record_company_number_check(&**found),
            Problem::NotALegalIdentifier { found } => self.record_not_a_legal_identifier(&**found),
            Problem::Disagrees { other } => self.record_disagrees(&**other),
            Problem::NotAnEscoSkill { found } => self.record_not_an_esco_skill(&**found),
            Problem::NotAnEscoOccupation { found } => self.record_not_an_esco_occupation(&**found),
            Problem::NotAnAddress { found } => self.record_not_an_address(&**found),
            Problem::NotAnEmail => self.record_not_an_email(),
            Problem::NotAColour { found } => self.record_not_a_colour(&**found),
            &Problem::NotAPicture { reason } => self.record_not_a_picture(reason.into()),
            &Problem::NotAFile { reason } => self.record_not_a_file(reason.into()),
            Problem::NoName => self.record_no_name(),
            Problem::AttendanceOnly => self.record_attendance_only(),
            Problem::NoPassingGrade => self.record_no_passing_grade(),
            &Problem::Weights { found } => self.record_weights(found),
            &Problem::HoursPerCredit { min, max, found } => {
                self.record_hours_per_credit(RecordHoursPerCredit { found, max, min })
            }
            Problem::PartsDoNotAddUp { parts, whole } => self.record_parts_do_not_add_up(RecordPartsDoNotAddUp {
                parts: self.decimal(parts),
                whole: self.decimal(whole),
            }),
            &Problem::NotOfThisKind { kind } => self.record_not_of_this_kind(kind),
            Problem::NotPassed { found } => self.record_not_passed(&**found),
            &Problem::NotUtf8 { line, position, guess } => self.not_utf8(line, position, guess),
            &Problem::TooLarge { max, found } => self.record_too_large(RecordTooLarge { found, max }),
            &Problem::Syntax { fault } => self.file_syntax_fault(fault.into()),
            &Problem::Workbook { fault } => self.record_workbook(fault.into()),
            Problem::MissingColumn { expected } => self.record_missing_column(expected.join(", ")),
            Problem::DuplicateColumn { found } => self.record_duplicate_column(&**found),
            &Problem::Ragged { expected, found } => self.record_ragged(RecordRagged { expected, found }),
            &Problem::RepeatedRow { first } => self.record_repeated_row(first),
            Problem::NoRows => self.record_no_rows(),
        }
    }

    fn not_utf8(self, line: usize, position: usize, guess: Encoding) -> String {
        self.record_not_utf8(RecordNotUtf8 { guess: guess.into(), line, position })
    }

    fn missing_language(self, language: Language) -> String {
        match language {
            Language::Cs => self.record_missing_czech(),
            Language::En => self.record_missing_english(),
        }
    }

    fn unknown_field(self, found: &str, nearest: Option<&str>) -> String {
        match nearest {
            Some(nearest) => self.record_unknown_field_nearest(RecordUnknownFieldNearest { found, nearest }),
            None => self.record_unknown_field(found),
        }
    }

    fn date_before(self, found: Date, field: &str, limit: Date) -> String {
        let (found, limit) = (self.date(found), self.date(limit));
        self.record_date_before(RecordDateBefore { event: event(field), field, found, limit })
    }
}

/// What happened on the day that another field names; a field without a word of its own is told by its name.
fn event(field: &str) -> args::RecordDateBeforeEvent {
    match field {
        "runs.start" => args::RecordDateBeforeEvent::RunsStart,
        "start" => args::RecordDateBeforeEvent::Start,
        "born" => args::RecordDateBeforeEvent::Born,
        "issued" => args::RecordDateBeforeEvent::Issued,
        "result_date" => args::RecordDateBeforeEvent::ResultDate,
        _ => args::RecordDateBeforeEvent::Field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CS: Locale = Locale::CZECH;
    const EN: Locale = Locale::ENGLISH;

    #[test]
    fn a_flaw_names_field_and_item() {
        let flaw = Flaw::new("outcomes[2].text", Problem::MissingLanguage(Language::En));
        assert_eq!(
            CS.flaw(&flaw),
            "outcomes[2].text (bod\u{a0}6 dodatku, Výsledky učení): Chybí anglické znění. \
             Text musí být v\u{a0}češtině i\u{a0}v\u{a0}angličtině."
        );
        assert!(EN.flaw(&flaw).starts_with(
            "outcomes[2].text (item 6 of the supplement, Learning outcomes): The English text is missing."
        ));
    }

    #[test]
    fn numbers_and_days_are_written_as_in_the_language() {
        let problem = Problem::OutOfRange { min: "1".into(), max: "60".into(), found: "60.1".into() };
        assert_eq!(CS.problem(&problem), "Hodnota 60,1 není v\u{a0}povoleném rozsahu. Musí být od 1 do 60.");
        assert_eq!(EN.problem(&problem), "The value 60.1 is out of range. It must be from 1 to 60.");
        assert_eq!(
            CS.problem(&Problem::Ragged { expected: 8, found: 3 }),
            "Řádek má 3 buňky, ale nadpisů je 8. Zkontrolujte oddělovače a\u{a0}uvozovky."
        );
    }

    #[test]
    fn a_complaint_names_its_place() {
        let flaw = Flaw::new("email", Problem::NotAnEmail);
        let complaint = Complaint { line: 12, column: Some(7), field: "E-mail".into(), flaw };
        assert!(CS.complaint(&complaint).starts_with("Řádek 12, sloupec 7, E-mail: Toto není e-mailová adresa."));
        let whole = Complaint { column: None, field: String::new(), ..complaint };
        assert!(EN.complaint(&whole).starts_with("Line 12: This is not an e-mail address."));
    }

    #[test]
    fn wrong_encodings_say_how_to_save() {
        let problem = Problem::NotUtf8 { line: 3, position: 17, guess: Encoding::Windows1250 };
        assert!(CS.problem(&problem).contains("na řádku 3, 17. znak") && CS.problem(&problem).contains("CSV UTF-8"));
    }
}
