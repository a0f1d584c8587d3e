# Writing the text of a unit of learning: the list of sections and the form of each.

## The list of sections

web-staff-edit-title = Text of the unit
web-staff-edit-version = Draft of version { $version }
web-staff-edit-sections = Sections
web-staff-edit-done = done
web-staff-edit-lacks = { $count } missing
web-staff-edit-does-not-apply = does not apply
web-staff-edit-annex = What a micro-credential has to state
web-staff-edit-annex-lead = Annex I of the recommendation of the Council of the EU asks for eleven items. The others are optional. Some items are stated by your institution, by the run or by the micro-credential itself, not by the unit.
web-staff-edit-annex-count = Mandatory items: { $there } of { $total }
web-staff-edit-annex-optional = Optional items
web-staff-edit-item-there = stated
web-staff-edit-item-absent = missing
web-staff-edit-item-wrong = to be corrected
web-staff-edit-item-elsewhere = stated without you
web-staff-edit-no-draft = No draft of this unit is being written. To change the unit, begin a draft of the next version; it starts with the text of the last one.
web-staff-edit-next-version = Begin a draft of the next version
web-staff-edit-handed-in = The text is submitted, so it cannot be changed now. To change it, take it back on the page of the unit.
web-staff-edit-only-read = You can read the text of this unit. Its guarantor and the registrar’s office can change it.

## Sections

# $section: UnitSectionWord
web-staff-edit-section = { $section ->
    [title] Title, kind and faculty
    [outcomes] Learning outcomes
    [workload] Credits, hours, level and field
    [assessment] Assessment and supervision
    [quality] Quality assurance
    [teaching] Form of participation, languages and prerequisites
    [stacking] Stacking and further information
   *[catalogue] Catalogue and runs
}
# $section: UnitSectionWord
web-staff-edit-section-lead = { $section ->
    [title] What the micro-credential is called, what the unit is and who teaches it.
    [outcomes] What the holder knows and can do. Each outcome by itself, beginning with a verb: Explains…, Designs…
    [workload] How much work the unit takes, how demanding it is and which field it belongs to.
    [assessment] How people show what they have learned, how it is graded and how it is checked that it was them.
    [quality] Who vouches for the quality, and on what basis.
    [teaching] How and in which languages people are taught, and what they need to know before.
    [stacking] What the unit counts towards, what it is made of and what else belongs in the supplement. None of this is mandatory.
   *[catalogue] When the unit is taught and where people apply. It is shown in the catalogue.
}
web-staff-edit-place = Section { $number } of 8
web-staff-edit-save = Save and continue
web-staff-edit-save-list = Save and go back to the sections
web-staff-edit-saved = The text is saved. It is not complete yet: what is missing is listed below. You can add it later, too.
web-staff-edit-kept = Nothing is saved yet. Your session ended in the meantime, but everything you wrote is still in the form. Check it and save.
web-staff-edit-choose = Choose
web-staff-edit-add = Add
web-staff-edit-remove = Remove
web-staff-edit-up = Move up
web-staff-edit-down = Move down
web-staff-edit-czech = In Czech
web-staff-edit-english = In English
web-staff-edit-fill-czech = Use the English text as a start for the Czech one
web-staff-edit-fill-english = Use the Czech text as a start for the English one
web-staff-edit-advice-noun = Advice: begin with a verb that says what the holder does: Explains…, Designs…
web-staff-edit-advice-unseen = Advice: choose a verb whose result can be seen: instead of Understands…, for example Explains…, Compares…
web-staff-edit-choice = { $value ->
    [parallel] side by side
    [consecutive] one after another, in the order given
    [yes] yes
   *[no] no
}

## Two who write at once

web-staff-edit-clash = How the two texts differ
web-staff-edit-clash-lead = The form below has your text. Take over what you want from the saved one, and save: what is in the form then is saved.
web-staff-edit-clash-theirs = Saved in the meantime
web-staff-edit-clash-yours = Your text
web-staff-edit-clash-drop = Drop my text and show the saved one

## The session has ended


## Saving by itself

web-staff-edit-auto-saved = Saved
web-staff-edit-auto-signed-out = Your session has ended, so the text was not saved. It is still here: press Save and continue.

## How fields are filled in

web-staff-edit-hint = { $field ->
    [description] A few sentences for the catalogue and the micro-credential.
    [faculty] Only when a faculty or an institute teaches the unit.
    [legal-basis] Only when it differs from what your institution usually states.
    [course] The course of an accredited study programme that the unit is.
    [course-set] Two to forty courses; their credits add up to the credits of the unit.
    [outcomes] One to sixty. Their order is the order in the micro-credential.
    [esco] Optional: skills of the European classification ESCO, by address and name.
    [ects] A number with at most two decimal places, for example 3.5.
    [hours] Hours of study: 25 to 30 for each credit.
    [nqf] Optional: the level in the national qualifications framework, by its code in the EU list.
    [isced] The field in the classification ISCED-F 2013: four digits, for example 0542, and its name.
    [assessments] How people show what they have learned. Attendance alone is not enough.
    [assessment-code] Optional: a short name for the column of results, for example TEST. Do not change it once the unit has results.
    [weight] Optional. If one part has a weight, all must have one, and they must add up to 100.
    [grades] Grades from the best one. At least one must be a pass.
    [supervision] How it was checked at the assessment who took it.
    [quality] What assures the quality of the unit first of all: the institution’s own system or an accreditation.
    [accreditations] Optional: further accreditations and licences.
    [framework] The version of the common framework of Czech public universities by which the unit was checked, for example 1.0.
    [languages] The languages of instruction.
    [prerequisites] Optional: what applicants have to know or have before.
    [activities] Optional: lectures, exercises, placements.
    [stacking] Optional: what larger set the unit counts towards.
    [components] Optional: smaller micro-credentials that this one is made of. Their credits add up to the credits of the unit.
    [entitlements] Optional: what the micro-credential entitles its holder to.
    [further-information] Optional: anything else that belongs in the supplement.
    [documents] Optional: the syllabus and other public documents.
    [runs] When the unit is taught. A micro-credential is issued for a run.
    [run-id] Small letters without accents, digits and hyphens, for example 2026-spring.
    [closed-to] Only of a run for the staff of one organisation: which one. The catalogue does not show such a run.
    [homepage] Optional: the page where people apply or ask.
   *[day] For example 1. 9. 2026.
}

## The file and the differences

web-staff-edit-file = The text as a file, and what has changed
web-staff-edit-file-get = Download the text as a TOML file
web-staff-edit-file-take = Replace the text by a TOML file
web-staff-edit-file-hint = At most 512 KiB. The whole text of the draft is replaced; its identifier and version number stay.
web-staff-edit-file-replace = Replace the text
web-staff-edit-file-none = You chose no file, or it is empty. Choose one TOML file.
web-staff-edit-file-too-large = The file is larger than { $kib } KiB. The text of a unit cannot be that long.
web-staff-edit-difference = Differences from the approved version
web-staff-edit-difference-lead = The draft is compared with version { $version }.
web-staff-edit-difference-none = The draft does not differ from the approved version in anything.
web-staff-edit-difference-before = Approved version
web-staff-edit-difference-after = Draft
