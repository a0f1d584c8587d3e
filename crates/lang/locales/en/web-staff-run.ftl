# Runs of units: participants, results, issuing.

web-staff-run-title = Runs
web-staff-run-lead = Runs of units: who takes part, their results, and what was issued.
web-staff-run-of-unit = Runs of this unit
web-staff-run-new = Plan a run
web-staff-run-new-lead = The run takes the version of the unit that is in force today. Its participants keep that version, even when a newer one is approved.
web-staff-run-unit = Unit
web-staff-run-unit-any = All units
web-staff-run-run = Run
web-staff-run-state-label = State
web-staff-run-state-any = All states
# $state: RunStateWord
web-staff-run-state = { $state ->
    [planned] planned
    [open] open for applications
    [running] running
    [closed] results closed
   *[cancelled] cancelled
}
# $state: RunStateWord
web-staff-run-next = { $state ->
    [planned] Nobody can be enrolled yet. Open the run to take in applicants, or start it.
    [open] Add participants. Results can be entered once the run is started.
    [running] Results are being entered. When all are in, the guarantor closes them.
    [closed] The registrar’s office issues micro-credentials to those who met all conditions.
   *[cancelled] The run does not take place. What was written about it stays.
}
web-staff-run-empty = There are no such runs.
web-staff-run-dates = From – to
web-staff-run-people = Participants
web-staff-run-people-of = { $enrolled } of { $capacity }
web-staff-run-pages = Pages
web-staff-run-previous = Previous page
web-staff-run-next-page = Next page
web-staff-run-version = Version of the unit
web-staff-run-capacity = Most participants
web-staff-run-capacity-hint = A number from 1 to { $max }. Leave it empty when there is no limit.
web-staff-run-closed-to = Only for the employees of
web-staff-run-closed-to-hint = Name of the company the run was ordered by. Leave it empty when it is open to everybody.
web-staff-run-id = Identifier of the run
web-staff-run-id-hint = Small letters, digits and hyphens, for example 2026-jaro. It cannot be changed later.
web-staff-run-start = First day
web-staff-run-end = Last day
web-staff-run-date-hint = For example 1 September 2026
web-staff-run-assessors = Assessors
web-staff-run-assessors-hint = Personal numbers at the institution, one on each line. They see this run and enter its results.
web-staff-run-assessors-none = nobody yet
web-staff-run-edit = Change dates and assessors
web-staff-run-save = Save
web-staff-run-saved = The run was saved.
web-staff-run-task-close-note = { $days ->
    [one] ended { $days } day ago
   *[other] ended { $days } days ago
}
web-staff-run-task-ready-note = { $count ->
    [one] { $count } participant to issue to
   *[other] { $count } participants to issue to
}
# $act: RunActWord
web-staff-run-act-title = { $act ->
    [open] Open for applications
    [start] Start the run
    [close] Close the results
    [reopen] Reopen the results
   *[cancel] Cancel the run
}
# $act: RunActWord
web-staff-run-act-about = { $act ->
    [open] People can be admitted and enrolled from now on.
    [start] Results can be entered from now on. Participants can still be added and withdrawn.
    [close] Whoever has a passing final grade completed the run; the other enrolled participants did not. Then the registrar’s office can issue.
    [reopen] Results can be changed again. Where a micro-credential has been issued already, a changed result has to be corrected in it.
   *[cancel] The run does not take place. This cannot be undone.
}
# $act: RunActWord
web-staff-run-act-done = { $act ->
    [open] The run is open for applications.
    [start] The run was started.
    [close] The results are closed.
    [reopen] The results are open again.
   *[cancel] The run was cancelled.
}
web-staff-run-acts = What you can do
web-staff-run-check = Check before you confirm
web-staff-run-check-without = { $count ->
    [one] { $count } enrolled participant has no passing final grade.
   *[other] { $count } enrolled participants have no passing final grade.
}
web-staff-run-history = History
web-staff-run-history-when = When
web-staff-run-history-what = What happened
web-staff-run-history-whom = Participant
web-staff-run-history-who = Who
# $event: RunEventWord
web-staff-run-event = { $event ->
    [planned] Run planned
    [changed] Dates or assessors changed
    [open] Opened for applications
    [start] Run started
    [close] Results closed
    [reopen] Results reopened
    [cancel] Run cancelled
    [added] Participant added
    [admitted] Participant admitted
    [enrolled] Participant enrolled
    [withdrew] Participant withdrawn
    [identified] Identity checked
    [unidentified] Identity check taken back
    [details] Details changed
    [confirmed] Details confirmed
    [rescheduled] Issuing moved to another time
   *[handed] Handed over to be issued
}
# $refusal: RunRefusalWord
web-staff-run-refusal = { $refusal ->
    [not-now] The run is in another state by now. Look at its page and try again.
    [not-in-state] The participant is in another state by now.
    [full] The run is full. Raise its capacity, or withdraw somebody first.
    [overtaken] Somebody changed it in the meantime. Check what is there now and try again.
    [issued] A micro-credential has been issued for the run, so it cannot be cancelled.
    [result-before] Somebody has a result from an earlier day. Choose an earlier first day.
    [exists] The unit already has a run with this identifier. Choose another one.
   *[unknown] There is no version of the unit that can be taught. It has to be approved first.
}
# $state: ParticipantStateWord
web-staff-run-participant-state = { $state ->
    [applied] applied
    [admitted] admitted
    [enrolled] enrolled
    [withdrew] withdrew
    [completed] completed
   *[failed] did not complete
}
# $act: ParticipantActWord
web-staff-run-participant-act = { $act ->
    [admit] Admit
    [enrol] Enrol
    [withdraw] Withdraw
    [identify] Identity was checked
   *[unidentify] Identity was not checked
}
web-staff-run-person = Personal number
web-staff-run-name = Name
web-staff-run-born = Date of birth
web-staff-run-given-name = Given name
web-staff-run-family-name = Family name
web-staff-run-titles-before = Titles before the name
web-staff-run-titles-after = Titles after the name
web-staff-run-birth-place = Place of birth
web-staff-run-email = E-mail
web-staff-run-identity = Identity
web-staff-run-identity-checked = checked
web-staff-run-identity-unchecked = not checked
web-staff-run-participants-lead = Choose people, then what to do with them.
web-staff-run-choose = Choose { $name }
web-staff-run-choose-heading = Choose
web-staff-run-add = Add a participant
web-staff-run-add-as = Add as
web-staff-run-add-person-hint = The number by which the institution knows the person. Nobody is recognised by their name alone.
web-staff-run-add-check = Is it the same person?
web-staff-run-add-check-known = The institution’s records know this number by other details. Compare them. Nothing in the records is overwritten by adding.
web-staff-run-add-check-namesake = Somebody with the same name and date of birth is in the run under another number: { $numbers }.
web-staff-run-add-anyway = Add with these details
web-staff-run-entered = Entered here
web-staff-run-in-records = In the institution’s records
web-staff-run-added = { $count ->
    [one] { $count } participant was added.
   *[other] { $count } participants were added.
}
web-staff-run-known = { $count ->
    [one] { $count } person is in the run already and stays unchanged.
   *[other] { $count } people are in the run already and stay unchanged.
}
web-staff-run-moved = { $count ->
    [one] Done for { $count } participant.
   *[other] Done for { $count } participants.
}
web-staff-run-not-moved = { $count ->
    [one] Nothing changed for { $count } participant: it is not possible in their state.
   *[other] Nothing changed for { $count } participants: it is not possible in their state.
}
web-staff-run-nobody-chosen = Choose at least one participant.
web-staff-run-participants-empty = Nobody is here yet.
web-staff-run-differs = differs from the records
web-staff-run-differs-lead = The institution’s records know this person by other details. Say which are right before anything is issued.
web-staff-run-confirm-details = The details entered here are right
web-staff-run-details-confirmed = Somebody confirmed that the details entered here are right.
web-staff-run-change-details = Change the details
web-staff-run-participant-results = Results
web-staff-run-changes = Changes of results
web-staff-run-change-field = What
web-staff-run-change-old = Before
web-staff-run-change-new = After
web-staff-run-change-none = empty
web-staff-run-credential-link = The micro-credential
web-staff-run-correct-link = Correct the micro-credential
web-staff-run-results = Results
web-staff-run-results-lead = Grades are written by their codes: { $grades }. An empty field has no result.
web-staff-run-results-closed = Results can be entered only while the run is running.
web-staff-run-part = Assessment { $code }
web-staff-run-grade = Final grade
web-staff-run-result-date = Date of result
web-staff-run-assessor = Assessor
web-staff-run-cell-label = { $column }, { $name }
web-staff-run-own-row = Your own result is entered by somebody else.
web-staff-run-save-results = Save this page
web-staff-run-results-saved = { $count ->
    [one] Results of { $count } participant were saved.
   *[other] Results of { $count } participants were saved.
}
web-staff-run-results-unchanged = Nothing was changed.
web-staff-run-clash = Somebody else wrote “{ $theirs }” here in the meantime. Leave what is right in the field and save again.
web-staff-run-clash-row = Somebody else changed the results of this participant in the meantime. Check them and save again.
# $what: ImportWord
web-staff-run-import-title = { $what ->
    [participants] Participants from a file
   *[results] Results from a file
}
# $what: ImportWord
web-staff-run-import-lead = { $what ->
    [participants] The file needs the personal number, name and date of birth of each person. Nothing is written before you confirm.
   *[results] The file needs the personal number of each participant and at least one column with results. Empty cells change nothing. Nothing is written before you confirm.
}
web-staff-run-import-file = File (CSV, XLSX or ODS)
web-staff-run-import-read = Check the file
web-staff-run-import-columns = What the columns are
web-staff-run-import-again = Check with these columns
web-staff-run-import-check = Dry run
# $what: ImportWord
web-staff-run-import-confirm = { $what ->
    [participants] Add them to the run
   *[results] Write the results
}
web-staff-run-import-new = { $count ->
    [one] { $count } person will be added.
   *[other] { $count } people will be added.
}
web-staff-run-import-changes = { $count ->
    [one] The results of { $count } participant will change.
   *[other] The results of { $count } participants will change.
}
web-staff-run-import-same = { $count ->
    [one] { $count } row says what is written already.
   *[other] { $count } rows say what is written already.
}
web-staff-run-import-wrong = What has to be corrected in the file
web-staff-run-import-rows = What changes
web-staff-run-import-line = Line { $line }: { $problem }
web-staff-run-import-not-here = { $person } is not enrolled in this run.
web-staff-run-import-twice = { $person } is in the file more than once.
web-staff-run-import-own = This is your own row. Somebody else has to enter it.
web-staff-run-import-differs = { $name } ({ $person }) – the institution’s records say: { $known }. The records are not overwritten.
web-staff-run-import-overtaken = Somebody changed results in the meantime. Check what changes now and confirm again.
web-staff-run-import-none = There is nothing to write in this file.
web-staff-run-import-no-file = Choose a file.
web-staff-run-import-unusable = The file cannot be used: { $problem }
web-staff-run-issue = Issue micro-credentials
web-staff-run-issue-lead = Those who met all conditions can be chosen. Of the others it says why not.
web-staff-run-issue-ready = { $count ->
    [one] { $count } participant met all conditions
   *[other] { $count } participants met all conditions
}
web-staff-run-issue-not-ready = { $count ->
    [one] { $count } participant cannot be issued to now
   *[other] { $count } participants cannot be issued to now
}
web-staff-run-issue-why = Why not
web-staff-run-issue-when = When
web-staff-run-issue-now = Now
web-staff-run-issue-later = At a later time (Prague)
web-staff-run-issue-day = Day
web-staff-run-issue-time = Time
web-staff-run-issue-time-hint = For example 8:00
web-staff-run-issue-next = Continue
web-staff-run-issue-confirm = { $count ->
    [one] Issue { $count } micro-credential
   *[other] Issue { $count } micro-credentials
}
web-staff-run-issue-confirm-title = Check before issuing
web-staff-run-issue-at = Issued on
web-staff-run-issue-second = Another person has to agree before anything is issued.
web-staff-run-issue-sure = Sealed micro-credentials cannot be edited, only corrected by new ones or revoked.
web-staff-run-issue-bad-day = Write the day and the time, for example 1. 9. 2026 and 8:00.
web-staff-run-issue-past = This time has passed. Choose a later one, or issue now.
web-staff-run-issue-no-hour = Clocks skip this hour on that day. Choose another time.
web-staff-run-issue-not-met = The conditions of some of those you chose are no longer met. Check them and choose again.
web-staff-run-issue-open = The results are not closed yet. The guarantor closes them.
web-staff-run-batch-scheduled = Nothing is sealed before { $when }.
web-staff-run-batch-changed = Something about this participant changed since they were handed over. Choose them again in the run.
web-staff-run-unmet-not-enrolled = Does not take part: { $state }.
web-staff-run-unmet-issued = Has the micro-credential already.
web-staff-run-unmet-issued-otherwise = Has a micro-credential that says something else than the results do now. It needs a correction.
web-staff-run-unmet-own = You cannot issue to yourself. A colleague has to.
web-staff-run-unmet-identity = Nobody wrote down that their identity was checked.
web-staff-run-unmet-details = The institution’s records have other details. Say which are right.
web-staff-run-unmet-part-missing = Assessment { $part } has no result.
web-staff-run-unmet-part-not-passed = Assessment { $part } was not passed ({ $found }).
web-staff-run-unmet-grade-missing = There is no final grade.
web-staff-run-unmet-grade-not-passed = The final grade { $found } is not a pass.
web-staff-run-unmet-weights = By the weights of the parts, the final grade is from { $best } to { $worst }, but { $found } was entered.
web-staff-run-unmet-date-missing = There is no date of the result.
web-staff-run-unmet-before-start = The result of { $found } is older than the run, which began on { $start }.
web-staff-run-unmet-in-future = The date of the result, { $found }, is in the future.
web-staff-run-unmet-waits = Is in a batch that is waiting to be issued.
