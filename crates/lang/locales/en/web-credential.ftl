# What a micro-credential says.

web-credential-holder = Holder
web-credential-holder-name = Name
web-credential-holder-born = Date of birth
web-credential-holder-birth-place = Place of birth
web-credential-awarding-body = Awarding body
web-credential-awarding-body-said = Awarding body according to the file
web-credential-called-in-file = in the file: { $name }
web-credential-country = Issuer’s country
web-credential-awarded = Date of award
web-credential-issued = Date of issue
web-credential-identifier = Unique identifier
web-credential-period = Period of learning
web-credential-period-value = { $start } – { $end }
web-credential-workload = Notional workload
web-credential-ects = { $count ->
    [one] { $ects } ECTS credit
   *[other] { $ects } ECTS credits
}
web-credential-born = born { $date }
web-credential-credits-of = { $points } ({ $framework })
web-credential-hours = { $hours ->
    [one] { $hours } hour of study
   *[other] { $hours } hours of study
}
web-credential-level = Level
web-credential-eqf = EQF { $level }
web-credential-eqf-one = basic general knowledge
web-credential-eqf-two = lower-secondary level
web-credential-eqf-three = vocational certificate level
web-credential-eqf-four = upper-secondary level
web-credential-eqf-five = short-cycle higher education
web-credential-eqf-six = bachelor’s level
web-credential-eqf-seven = master’s level
web-credential-eqf-eight = doctoral level
web-credential-nqf = National qualifications framework
web-credential-subject = Field of education (ISCED-F)
web-credential-mode = Form of participation
web-credential-teaching-language = Language of instruction
web-credential-about = About the record
web-credential-outcomes = Learning outcomes
web-credential-outcomes-other = Learning outcomes
web-credential-quality = Quality assurance
web-credential-quality-kind = Type
web-credential-quality-body = Assessing body
web-credential-quality-decision = Decision
web-credential-quality-valid = Valid
web-credential-quality-valid-from = from { $start }
web-credential-quality-valid-span = from { $start } to { $end }
web-credential-quality-valid-until = until { $end }
web-credential-quality-report = Evaluation report
web-credential-assessment = Assessment
web-credential-assessment-type = Type of assessment
web-credential-grade = Grade achieved
web-credential-grade-scale = Scale
web-credential-grade-date = Date of assessment
web-credential-supervision = Supervision and identity verification
web-credential-prerequisites = Prerequisites
web-credential-parts = Sub-achievements
web-credential-stacking = Stackability options
web-credential-further = Further information
web-credential-legal-basis = Legal basis
web-credential-homepage = Course page
web-credential-description = Description
web-credential-five-title = For recognition: five questions
web-credential-five-lead = Answers to the questions that recognition officers ask about short courses (Nuffic Micro-Evaluator).
web-credential-five-quality = Who vouches for the quality?
web-credential-five-level = What level is it?
web-credential-five-outcomes = What can the graduate do?
web-credential-five-workload = How much work did it take?
web-credential-five-testing = How was it tested?
web-credential-five-outcomes-count = { $count ->
    [one] { $count } learning outcome, see above
   *[other] { $count } learning outcomes, see above
}
web-credential-not-stated = not stated
