# The registrar’s office: issued micro-credentials.

web-staff-find-title = Issued micro-credentials
web-staff-find-label = Name, personal number, e-mail or identifier
web-staff-find-hint = Part of a name is enough, also without accents. Write a personal number or an e-mail in full.
web-staff-find-narrow = Narrow the search
web-staff-find-any = Any
web-staff-find-run = Code of the run
web-staff-find-batch = Uploaded batch
web-staff-find-batch-of = { $when } – { $unit }
web-staff-find-from = Submitted for issue from
web-staff-find-to = Submitted for issue until
web-staff-find-clear = Clear the search
web-staff-find-problem-choice = This option is not in the list. Choose another one.
web-staff-find-problem-run = A run cannot have such a code. Write it in small letters, digits and hyphens, for example autumn-2025.
web-staff-find-problem-day = This is not a date. Write it as 2025-09-01.
web-staff-find-problem-period = The period ends before it begins. Choose a later day.
web-staff-find-found = { $count ->
    [0] Nothing found
    [one] { $count } record
   *[other] { $count } records
}
web-staff-find-holder = Holder
web-staff-find-issued = Issued
web-staff-find-many = More than { $count } records
web-staff-find-pages = Pages of results
web-staff-find-previous = Previous records
web-staff-find-next = Next records
