# The registrar’s office: the history of one micro-credential.

web-staff-credential-history = History
web-staff-credential-event-by-service = Signet
web-staff-credential-history-note = By whom, details
web-staff-credential-event-proposed = accepted for issue
web-staff-credential-event-intended = prepared for sealing
web-staff-credential-event-sealed = sealed
web-staff-credential-event-delivered = delivered to the holder
web-staff-credential-event-exported = files saved to the operator’s folder
web-staff-credential-event-revoked = revoked
web-staff-credential-event-superseded = replaced by a corrected one
web-staff-credential-event-erased = data erased
web-staff-credential-event-by-because = { $by }: { $reason }
web-staff-credential-event-renewed = seal protection renewed
web-staff-credential-event-correction = correction accepted for issue
web-staff-credential-corrects = Open the original micro-credential that this one replaces
web-staff-credential-corrected-by = Open the corrected micro-credential that replaced this one
