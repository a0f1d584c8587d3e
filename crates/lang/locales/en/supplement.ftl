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
document-credential-activity = credentials of a learning activity
document-credential-qualification = credentials of a qualification
document-credential-supplement = diploma supplements
document-credential-entitlement = credentials of an entitlement
document-mandate-document = Enclosed document
