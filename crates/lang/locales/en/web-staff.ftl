# The registrar’s office: overview.

web-staff-title = Registrar’s office
web-staff-state = Overview
web-staff-tile-valid = Valid
web-staff-tile-waiting = Waiting for seal
web-staff-tile-scheduled = Scheduled for later
web-staff-tile-troubled = Need attention
web-staff-tile-revoked = Revoked
