# My work: what is waiting for whoever is signed in.

web-staff-work-title = My work
web-staff-work-none = Nothing is waiting for you.
web-staff-work-lead = { $count ->
    [one] { $count } task is waiting for you.
   *[other] { $count } tasks are waiting for you.
}
web-staff-work-tasks = Tasks, oldest first
web-staff-work-about = About
web-staff-work-what = What to do
web-staff-work-waits = How long
web-staff-work-more = The { $max } oldest tasks of each kind are shown. More appear as you complete some.
# $task: TaskWord
web-staff-work-task = { $task ->
    [person] Decide whether it is the same person
    [remarks] Answer the remarks and submit the text again
    [endorse] Review the text and endorse it
    [approve] Approve the text, or return it with remarks
    [guarantor] Name a guarantor for the unit
    [review] Review the unit again and approve a new version
    [enter] Enter the results of the run
    [close] Close the results of the run
    [ready] Issue micro-credentials to those who completed the run
    [failed] Find out why sealing failed, and correct it
    [second] Agree as the second person, or decline
   *[seal] Check the seal and start it
}
web-staff-work-second-title = Results to be issued, handed in on { $when }
web-staff-work-revocations-title = Revocation proposed on { $when }
web-staff-work-age = { $days ->
    [one] waiting for { $days } day
   *[other] waiting for { $days } days
}
web-staff-work-age-today = since today
web-staff-work-review-by = To be reviewed by { $on }
web-staff-work-review-passed = Was to be reviewed by { $on }. Nothing can be issued until it is.
web-staff-work-failed-title = Results uploaded on { $when }
web-staff-work-credentials = { $count ->
    [one] { $count } micro-credential
   *[other] { $count } micro-credentials
}
web-staff-work-seal-title = Micro-credentials are waiting for their seal
