# The document in the holder’s hands: certificate and supplement.

document-title = Micro-credential: { $title } – { $holder }
document-description = Certificate of micro-credential and its supplement; the sealed data record is attached to the file.
document-attachment = The micro-credential as a data file with an electronic seal (European Digital Credential, JSON-LD)
document-test = INVALID – TEST
document-page = page { $page } of { $pages }
document-identifier = Unique identifier

# Part 1: the certificate
document-certificate = Certificate of micro-credential
document-certifies = certifies that
document-awarded = has been awarded the micro-credential
document-company-number = Company ID (IČO) { $number }
document-born = Date of birth
document-birth-place = Place of birth
document-volume = Workload
document-credits = { $amount } ECTS { $form ->
    [one] credit
   *[other] credits
}
document-level = EQF level
document-issued = Place and date of issue
document-place-and-date = { $place }, { $date }
document-sealed-by = Sealed electronically by

# Part 2: the supplement
document-supplement = Supplement to the certificate
document-introduction = All items of the micro-credential. The sealed data record attached to this file is authoritative.
document-annex-note = M1 to M11 mark the mandatory and O the optional elements of Annex I to Council Recommendation 2022/C 243/02.

document-item-holder = Holder
document-item-title = Title of the micro-credential
document-item-country = Country of the issuer
document-item-awarding-body = Awarding body
document-item-issued = Date of issue
document-item-outcomes = Learning outcomes
document-item-workload = Notional workload
document-item-level = Level
document-item-assessment = Type of assessment
document-item-participation = Form of participation
document-item-quality = Quality assurance
document-item-prerequisites = Prerequisites
document-item-supervision = Supervision and identity verification during assessment
document-item-grade = Grade achieved
document-item-stacking = Integration and stackability options
document-item-further = Further information
document-item-language = Language of instruction
document-item-period = Period of learning
document-item-link = Unique identifier, direct link and QR code
document-item-seal = Seal and time stamp, issuer

document-unit = Unit of learning
document-unit-lifelong-learning = lifelong-learning programme under Section 60 of Act No. 111/1998 Coll.
document-unit-course = course { $code } of the degree programme { $programme }
document-unit-parallel-courses = set of parallel courses of the degree programme { $programme }
document-unit-consecutive-courses = set of consecutive courses of the degree programme { $programme }
document-about = Focus
document-field = Field (ISCED-F 2013)
document-field-named = { $code } { $label }
document-legal-basis = Legal basis
document-part-code = Code
document-part-title = Course
document-part-credits = Credits
document-seat = Registered office
document-company = Company ID (IČO)
document-eidas = Legal person identifier
document-registration = Registration
document-website = Website
document-outcomes-knowledge = Knowledge
document-outcomes-skill = Skills
document-outcomes-competence = Attitudes and competences
document-workload = { $credits }, { $hours } { $form ->
    [one] hour
   *[other] hours
} of study in total
document-eqf = EQF { $level }
document-eqf-short-cycle = EQF { $level } (corresponds to the QF-EHEA short cycle)
document-eqf-first-cycle = EQF { $level } (corresponds to the QF-EHEA first cycle)
document-eqf-second-cycle = EQF { $level } (corresponds to the QF-EHEA second cycle)
document-eqf-third-cycle = EQF { $level } (corresponds to the QF-EHEA third cycle)
document-nqf = National framework
document-weight = { $assessment } ({ $percent }%)
document-decision = Decision
document-decision-dated = { $decision } of { $date }
document-body-in-country = { $body } ({ $country })
document-quality-until = Valid until
document-framework = Common framework of public universities
document-framework-version = version { $version }
document-report = Evaluation report
document-grade = { $code } – { $label }
document-scale = Scale
document-assessed-on = Date of assessment
document-assessor = Assessor
document-stand-alone = Stand-alone micro-credential; not part of a larger whole.
document-stackable = Can be combined into a larger whole.
document-none = Not stated.
document-no-prerequisites = No prerequisites.
document-period = { $start } – { $end }
document-supersedes = Replaces the micro-credential
document-identifier-short = Identifier
document-record = Record digest (the same in every form of this document)
document-link-explanation = The link opens a page that checks format, seal and validity. It is not public: anyone who has it can see this micro-credential until the holder turns the link off.
document-qr = QR code: direct link to the verification of this micro-credential
document-sealing-organisation = Sealing organisation
document-seal-name = Seal
document-mandate = Mandate
document-seal-stamped = This PDF and the attached data record both have an electronic seal with a time stamp. Both seals can be verified without access to the university’s system.
document-seal-unstamped = This PDF and the attached data record both have an electronic seal, without a time stamp. Both seals can be verified without access to the university’s system.
document-seal-test = A test seal has no legal effect.

# Closed lists
document-mode-presential = on-site
document-mode-online = online (distance)
document-mode-blended = blended
document-mode-project-based = project-based learning
document-mode-work-based = work-based learning
document-mode-research-lab = research laboratory

document-supervision-supervised-with-id = supervised, identity verified
document-supervision-unsupervised-with-id = unsupervised, identity verified
document-supervision-unsupervised-without-id = unsupervised, identity not verified
document-supervision-id-only = identity verified

document-assessment-written-examination = written examination
document-assessment-oral-examination = oral examination
document-assessment-practical-assessment = practical assessment
document-assessment-project-work = project work
document-assessment-portfolio = portfolio
document-assessment-marked-assignment = marked assignment
document-assessment-continuous-evaluation = continuous evaluation
document-assessment-quiz = test
document-assessment-problem-based-learning = problem-based task
document-assessment-group-performance = group performance
document-assessment-peer-assessment = peer assessment
document-assessment-peer-review = expert review
document-assessment-artefact-assessment = artefact assessment
document-assessment-attendance = attendance

document-quality-institutional-qa = institutional quality assurance
document-quality-programme-qa = programme quality assurance
document-quality-institutional-licence = institutional licence
document-quality-programme-licence = programme licence

# Items of the supplement that only some units have.
document-components = This micro-credential consists of these micro-credentials:
document-component-title = Micro-credential
document-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
document-activity-programme = Educational programme
document-activity-classroom = Classroom teaching
document-activity-e-learning = Distance learning
document-activity-practice = Laboratory, simulation or practical work
document-activity-self-study = Independent study
document-activity-research = Research
document-activity-workshop = Workshop, seminar or conference
document-activity-internship = Work placement
document-activity-apprenticeship = Apprenticeship
document-activity-job-experience = Work experience
document-activity-volunteering = Volunteering
document-entitlement-occupation = Entitles to practise an occupation
document-entitlement-learning = Entitles to further learning
document-entitlement-membership = Entitles to membership
document-entitlement-actual = already in force
document-entitlement-prospective = once further conditions are met
document-until = until { $date }
document-review = Next review
document-accredited-for = Applies to
document-credential-generic = any credential
document-credential-activity = credentials for a learning activity
document-credential-qualification = credentials for a qualification
document-credential-supplement = diploma supplements
document-credential-entitlement = credentials for an entitlement
document-mandate-document = Enclosed document
