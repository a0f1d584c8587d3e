# The registrar’s office: issued micro-credentials.

web-staff-find-title = Issued micro-credentials
web-staff-find-label = Name or identifier
web-staff-find-hint = Part of a name is enough, also without accents.
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
