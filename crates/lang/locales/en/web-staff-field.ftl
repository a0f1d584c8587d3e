# Fields of a unit of learning: what each step towards each of them is called.

web-staff-field-step = { $name ->
    [id] Identifier
    [version] Version
    [framework] Common framework
    [kind] Kind
    [title] Title
    [description] Description
    [faculty] Faculty
    [legal-basis] Legal basis
    [ects] ECTS credits
    [hours] Hours of workload
    [eqf] EQF level
    [languages] Languages of teaching
    [mode] Form of participation
    [supervision] Supervision and identity check during assessment
    [prerequisites] Prerequisites
    [stacking] Stacking
    [towards] Leads towards
    [further-information] Further information
    [homepage] Web page
    [isced] Field of education (ISCED-F)
    [nqf] National qualifications framework
    [course] Course
    [course-set] Set of courses
    [programme] Degree programme
    [sequence] Order of the courses
    [parts] Courses of the set
    [outcomes] Learning outcomes
    [text] Text
    [esco] ESCO skills
    [uri] Address of the concept
    [assessments] Assessments
    [weight-percent] Weight in per cent
    [grading] Grading scale
    [grades] Grades
    [passing] Counts as a pass
    [quality] Quality assurance
    [body] Organisation
    [body-country] Country of the organisation
    [decision] Decision
    [issued] Issued
    [expires] Valid until
    [report] Report
    [review] Next review
    [levels] Levels
    [credential-types] Types of credential
    [fields] Fields
    [jurisdictions] Jurisdictions
    [accreditations] Accreditations
    [components] Component micro-credentials
    [awarded-by] Awarded by
    [name] Name
    [country] Country
    [activities] Activities
    [period] Period
    [start] Start
    [end] End
    [place] Place
    [entitlements] Entitlements
    [status] Status
    [occupations] Occupations
    [organisations] Organisations that recognise it
    [documents] Documents
    [url] Address
    [language] Language
    [runs] Runs
    [closed-to] Closed to
    [code] Code
    [cs] Czech
   *[en] English
}
web-staff-field-step-of = { $step } { $at }
web-staff-field-whole = The unit as a whole
