# The institution’s office: statistics.

web-staff-statistics-title = Statistics
web-staff-statistics-lead = Groups under 10 are not shown, so that nobody can be recognised in them.
web-staff-statistics-table = Table
web-staff-statistics-group = Group
web-staff-statistics-value = Value
web-staff-statistics-none = There is nothing to show yet.
web-staff-statistics-few = fewer than { $min }
web-staff-statistics-states = Units of learning by state
web-staff-statistics-state = State
web-staff-statistics-months = Micro-credentials issued by month
web-staff-statistics-month = Month
web-staff-statistics-faculties = Micro-credentials issued by faculty, in the last 12 months
web-staff-statistics-faculty = Faculty
web-staff-statistics-no-faculty = no faculty
web-staff-statistics-units = Micro-credentials issued by unit of learning, in the last 12 months
web-staff-statistics-other = others
web-staff-statistics-passed = Participants who completed a run, in runs that began in the last 12 months
web-staff-statistics-all = all units of learning together
web-staff-statistics-share = { $percent }% of { $whole }
web-staff-statistics-hidden = not shown: one of the groups is smaller than { $min }
web-staff-statistics-assessed = Time from the day of the assessment to issuing
web-staff-statistics-same-day = the same day
web-staff-statistics-opened = Micro-credentials opened by their holders
web-staff-statistics-opened-part = opened
web-staff-statistics-waits = Time from accepting a result to issuing
web-staff-statistics-part = Part of the micro-credentials
web-staff-statistics-half = half of them within
web-staff-statistics-nine-tenths = nine tenths within
web-staff-statistics-within-hour = less than an hour
web-staff-statistics-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
web-staff-statistics-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
web-staff-statistics-corrected = Micro-credentials corrected, by reason
web-staff-statistics-revoked = Micro-credentials revoked, by reason
web-staff-statistics-reason = Reason
