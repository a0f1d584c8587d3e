# The registrar’s office: the check of the results.

web-staff-check-title = Check of the results
web-staff-check-rows = Rows in total
web-staff-check-good = Ready to issue
web-staff-check-bad = With errors
web-staff-check-not-passed = Not passed
web-staff-check-known = Issued earlier
web-staff-check-all-good = All rows are in order.
web-staff-check-wrong = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
web-staff-check-line = Line
web-staff-check-column = Column
web-staff-check-problem = What to fix
web-staff-check-issue-text = { $count ->
    [one] { $count } micro-credential will be issued. Rows with errors and those issued earlier are skipped.
   *[other] { $count } micro-credentials will be issued. Rows with errors and those issued earlier are skipped.
}
web-staff-check-issue = { $count ->
    [one] Issue { $count } micro-credential
   *[other] Issue { $count } micro-credentials
}
web-staff-check-again = Fix the file and try again
web-staff-check-second-title = Waiting for confirmation
web-staff-check-second = Issuing was requested by { $name }, { $when }. Your institution wants another person to confirm it.
web-staff-check-second-own = You requested it, so a colleague has to confirm it.
web-staff-check-second-confirm = { $count ->
    [one] Confirm and issue { $count } micro-credential
   *[other] Confirm and issue { $count } micro-credentials
}
web-staff-check-second-decline = Do not issue, return it
