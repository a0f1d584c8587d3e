# The institution’s office: who may do what. The sentences of the table of rights.

web-staff-rights-title = Who may do what
web-staff-rights-lead = What each role may do, always inside its own institution alone. Signet decides by this very table.
web-staff-rights-act-heading = Act
web-staff-rights-factor = What asks for a second factor
web-staff-rights-factor-recent = { $act } – the second factor must be fresh
web-staff-rights-act = { $act ->
    [approve-unit] approve a unit of learning for issuing
    [check-file] verify a file
    [close-results] close the results of a run, or open them again
    [correct-credential] replace a micro-credential with a corrected one
    [download-files] download the files of a micro-credential
    [edit-unit] write the text of a unit of learning
    [endorse-unit] endorse the text of a unit
    [enter-result] enter a participant’s result
    [erase-data] carry out a request for erasure
    [import-results] upload results from a file
    [issue-credential] issue a micro-credential
    [link-person] link a person with an account to their personal number
    [maintain-register] maintain the register
    [manage-grants] give and end roles
    [manage-institution] change the description of the institution
    [manage-institutions] found and manage institutions
    [manage-participants] take participants into a run and let them go
    [manage-run] plan, open, start or cancel a run
    [manage-seal] stop the seal and let it go on
    [manage-share] share a micro-credential by a link
    [publish-unit] publish a unit in the catalogue
    [name-guarantor] name the guarantor of a unit
    [retire-unit] retire a unit for good
    [return-unit] return the text of a unit with remarks
    [revoke-credential] revoke a micro-credential
    [search-register] search the register
    [send-notice] send a holder the notice of a micro-credential again
    [submit-unit] submit the text of a unit, or take it back
    [suspend-unit] suspend issuing from a unit and resume it
    [view-audit] read the audit
    [view-credential] read a micro-credential in the register
    [view-grants] see who has which role
    [view-health] watch the service, no one’s data
    [view-ledger] read the history of a micro-credential
    [view-looks] see the views of a shared link
    [view-progress] follow how issuing gets on
    [view-run] open a run with its participants and results
    [view-security-events] read the log of security events
    [view-shared] open a shared micro-credential
    [view-statistics] see the institution’s statistics
    [view-status-list] download the list in which the issuer announces revocations
   *[view-unit] open a unit of learning with its draft
}
web-staff-rights-right = { $right ->
    [all] yes
    [all-but-self] yes, not for oneself
    [assessed] in own runs
    [guaranteed] for own units
    [own] own only
    [shared] through a link
   *[none] no
}
web-staff-rights-narrowed = Roles narrowed to faculties or units
web-staff-rights-narrowed-roles = These roles can be given for some faculties or units of learning alone. Whoever has one may do the same, but only with what belongs to them, and sees nothing else in lists:
web-staff-rights-narrowed-not = What concerns the whole institution is not done in a narrowed role:
