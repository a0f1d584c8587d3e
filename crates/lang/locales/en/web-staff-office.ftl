# The institution’s office: where everything is.

web-staff-office-title = Institution’s office
web-staff-office-audit = Who did what, to what, when and in which role. Also as a file.
web-staff-office-statistics = Units of learning by state, micro-credentials issued, how long issuing takes, corrections and revocations.
web-staff-office-rights = The table of all roles and of everything that each may do.
web-staff-office-roles = Who acts for the institution, in which role and until when. Giving and ending roles.
